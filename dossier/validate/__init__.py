"""Judges a record under a policy.

`validate` takes a Record and a Policy and returns a Judgement. It is pure: it reads no file, knows no clock and
changes nothing. Rules are single functions, listed in `RULES`; what they say is added up by the runner. What cannot
be read with certainty becomes undecided: never a defect and never a pass.

`dossier.validate.across` compares the records of many dossiers in the same manner.
"""

from dossier.validate.catalogue import across_codes, catalogue_of, catalogue_page, checked_codes, reads_of
from dossier.validate.compliance import publicity_facts
from dossier.validate.registry import RULES
from dossier.validate.runner import decide, validate

__all__ = [
    "RULES",
    "across_codes",
    "catalogue_of",
    "catalogue_page",
    "checked_codes",
    "decide",
    "publicity_facts",
    "reads_of",
    "validate",
]
