"""The certificates of a dossier with what was found out about each: a table of the cover sheet.

Nothing is judged here. A certificate's line repeats what the rules said about the pages it stands on, so that table
and defects can never contradict each other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dossier.model import Document, Judgement, Record
from dossier.policy import Policy
from dossier.report.places import pages_of, touches
from dossier.text import squeeze

_NUMBER_FIELDS = (
    "certificate_number",
    "id_number",
    "permit_number",
    "patent_number",
    "number",
    "verification_code",
)
_CHECKS: Mapping[str, tuple[str, ...]] = {
    "id_card": ("IDN-02", "IDN-03", "IDN-04", "IDN-05"),
    "id_alternative": ("IDN-03", "IDN-04", "GRN-01", "GRN-03"),
    "work_permit": ("GRN-03",),
    "diploma": ("EDU-05", "EDU-06"),
    "degree": (),
    "education_verification": ("EDU-08",),
    "title_certificate": (),
    "licence": ("LIC-02", "LIC-05"),
    "exam_result": ("LIC-04",),
    "digital_engineer": ("DIG-02",),
    "patent": ("ACH-07",),
}
"""Kind → the rules that look at the certificate itself: its number, sides and validity."""
_CONSISTENCY = ("CON-01", "CON-02", "EDU-07")
"""The rules that hold a certificate against the other documents."""


def certificates(record: Record, judgement: Judgement, policy: Policy) -> list[dict[str, Any]]:
    """One entry per certificate: {kind, name, number, check, consistent, file, page}, in the order of the dossier.

    check: pass | fail | undecided | not_checked; consistent: yes | no | undecided | not_checked.
    """
    return [
        _certificate(document, record, judgement, policy) for document in record.documents if document.kind in _CHECKS
    ]


def _certificate(document: Document, record: Record, judgement: Judgement, policy: Policy) -> dict[str, Any]:
    number, first = _number(document), document.pages[0] if document.pages else None
    return {
        "kind": document.kind,
        "name": policy.kinds[document.kind].zh,
        "number": number,
        "check": _check(document, number, judgement),
        "consistent": _consistent(document, record, judgement),
        "file": first.file if first else None,
        "page": first.page if first else None,
    }


def _number(document: Document) -> str | None:
    for name in _NUMBER_FIELDS:
        value = document.get(name)
        if value is not None and value.known:
            return str(value.value)
    return None


def _check(document: Document, number: str | None, judgement: Judgement) -> str:
    """Passed only where a rule about such certificates has run and a number was read."""
    rules = _CHECKS[document.kind]
    found = _complaint(document, rules, judgement)
    findings = (*judgement.defects, *judgement.undecided)
    ran = {*judgement.passed, *(finding.rule for finding in findings)} & set(rules)
    return found or ("pass" if ran and number else "not_checked")


def _consistent(document: Document, record: Record, judgement: Judgement) -> str:
    """Yes only where the certificate carries the applicant's name."""
    found = _complaint(document, _CONSISTENCY, judgement)
    if found:
        return "no" if found == "fail" else found
    name, applicant = document.get("name"), record.applicant.get("name")
    if name is None or applicant is None or not (name.known and applicant.known):
        return "not_checked"
    return "yes" if squeeze(str(name.value)) == squeeze(str(applicant.value)) else "not_checked"


def _complaint(document: Document, rules: Collection[str], judgement: Judgement) -> str | None:
    pages = pages_of([document])
    if any(finding.rule in rules and touches(finding, pages) for finding in judgement.defects):
        return "fail"
    unsure = [finding for finding in judgement.undecided if finding.rule in rules]
    return "undecided" if any(touches(finding, pages) or not finding.locations for finding in unsure) else None
