"""A teacher seconded to an enterprise may be of the university or of the enterprise (560-4)."""

from __future__ import annotations

from dossier.model import Value
from dossier.text import same_org
from dossier.validate.case import Case
from dossier.validate.event import codes, field_values


def is_party_to_secondment(unit: Value, case: Case) -> bool:
    """Whether the route is that of a seconded teacher and the letter of secondment names the unit."""
    if "seconded_teacher" not in codes(case.record.application.route):
        return False
    papers = list(case.documents("secondment"))
    named = [*field_values(papers, "school"), *field_values(papers, "enterprise")]
    return any(value.known and same_org(str(value.value), str(unit.value)) for value in named)
