"""Pages to a Record. Pure: takes pages and a policy, returns values; touches no file and no clock."""

from dossier.extract.applicant import Statement
from dossier.extract.corrected import corrected
from dossier.extract.record import extract

__all__ = ["Statement", "corrected", "extract"]
