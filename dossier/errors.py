"""The one error tree. Raised deep, translated exactly once per shell (command line, HTTP).

    DossierError            ours or the caller's; never a statement about the applicant
    ├── UsageError          the call itself is wrong (exit 64)
    ├── NothingToCheck      the paths hold no file at all (exit 64)
    ├── PolicyError         a policy, schema or overlay file is wrong (exit 64)
    ├── SetupError          something is missing on this machine (exit 70)
    ├── ReadingError        a file or page cannot be read as it is (becomes a FIL-01 defect)
    │   └── KindNotRead     it can be opened, but holds what is not read here (becomes a FIL-02 defect)
    └── ReaderCrashed       our reading process failed on a page (becomes a failure, never a defect)

Each carries a stable `code`, a message in Chinese and a `hint` that says what to do.
"""

from __future__ import annotations


class DossierError(Exception):
    """Base of all errors this package raises on purpose."""

    code = "error"
    exit_status = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(DossierError):
    """The caller asked for something that does not exist or makes no sense."""

    code = "usage"
    exit_status = 64


class NothingToCheck(UsageError):
    """The paths given hold no file."""

    code = "nothing-to-check"


class PolicyError(UsageError):
    """A policy pack, schema or overlay cannot be used as it is."""

    code = "policy"


class SetupError(DossierError):
    """Something this machine needs is missing: models, fonts, a library."""

    code = "setup"


class ReadingError(DossierError):
    """A file or page that cannot be read as it is: damaged, encrypted, too large."""

    code = "reading"
    rule = "FIL-01"


class KindNotRead(ReadingError):
    """A file or page that opens, but whose content is of a kind that is not read."""

    rule = "FIL-02"


class ReaderCrashed(DossierError):
    """Our own reading process failed on a page; it says nothing about the page."""

    code = "reader-crashed"
