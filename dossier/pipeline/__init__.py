"""From an upload to its report. `check.check` is the page a newcomer reads first.

Nothing is imported here: reading processes load `worker` and must not carry the reports' libraries with them.
"""
