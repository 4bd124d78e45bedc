"""What follows from a record: highest education, years in the title, hours by year … Pure: no clock, no files.

The record keeps facts as `{"value", "from": [places], "reason"?}`; `value` is None where the fact cannot be told, and
`reason` then says why. What a fact means is told in schemas/record.schema.json.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dossier.facts.achievements import achievements
from dossier.facts.catalogue import catalogue
from dossier.facts.committee import committee_kind
from dossier.facts.education import highest_degree, highest_education
from dossier.facts.employment import insured_employer, insured_region, working_years
from dossier.facts.fact import Fact
from dossier.facts.qualifications import exam, licences
from dossier.facts.seals import seals
from dossier.facts.titles import (
    appointed_since,
    current_title,
    current_title_date,
    target,
    tenure_needed,
    years_in_title,
)
from dossier.facts.yearly import assessments, continuing_education
from dossier.model import Record
from dossier.policy import Policy

FACTS: Mapping[str, Callable[[Record, Policy], Fact]] = {
    "highest_education": highest_education,
    "highest_degree": highest_degree,
    "current_title": current_title,
    "current_title_date": current_title_date,
    "appointed_since": appointed_since,
    "years_in_title": years_in_title,
    "tenure_needed": tenure_needed,
    "target": target,
    "working_years": working_years,
    "assessments": assessments,
    "continuing_education": continuing_education,
    "achievements": achievements,
    "licences": licences,
    "exam": exam,
    "insured_employer": insured_employer,
    "insured_region": insured_region,
    "catalogue": catalogue,
    "committee_kind": committee_kind,
    "seals": seals,
}
"""Every fact by its name in record.json; `publicity` is judged by the rules and added there."""


def facts_of(record: Record, policy: Policy) -> dict[str, dict[str, Any]]:
    """All facts of a record, as it keeps them."""
    return {name: fact(record, policy).to_json() for name, fact in FACTS.items()}


__all__ = ["FACTS", "Fact", "facts_of"]
