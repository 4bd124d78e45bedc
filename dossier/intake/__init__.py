"""Takes in an upload: any mix of ZIPs, folders and files becomes one Bundle of stored files and named problems.

The only stage that touches the applicant's bytes before they are known to be harmless. Nothing is ever written under
a name the applicant chose, nothing outside the work folder is written at all, and every size is counted while it is
written. What cannot be used becomes a `FileProblem`; the other files are taken in all the same.
"""

from dossier.intake.limits import Limits
from dossier.intake.take import take_in

__all__ = ["Limits", "take_in"]
