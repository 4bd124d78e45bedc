"""Characters that the recognition models write for one another in names of people."""

SURNAMES_ALIKE = {"逢": "逄", "咎": "昝", "间": "闾", "洗": "冼", "库": "厍", "责": "贲"}
"""Characters that are hardly a surname and stand for one when it is misread."""
