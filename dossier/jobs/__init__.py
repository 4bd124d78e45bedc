"""Checks that run beside the process that asked for them.

`Checks` is the seam: what the web asks for. `LocalChecks` keeps it with one process and a folder; a durable queue over
several machines can take its place. Nothing here is imported that reads pages: that happens in the other process.
"""

from dossier.jobs.checks import Checks, Job, Request, State
from dossier.jobs.local import LocalChecks

__all__ = ["Checks", "Job", "LocalChecks", "Request", "State"]
