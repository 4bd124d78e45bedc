"""Which facts a defect rests on without pointing at the values they follow from."""

from __future__ import annotations

from functools import partial

from dossier.model import Box, Finding, Judgement, Record
from dossier.policy import Policy
from dossier.policy.consulted import consulting_facts
from dossier.validate.case import make_case
from dossier.validate.registry import RULES
from dossier.validate.running import run

SHOWN_OTHERWISE = {
    ("CED-02", "continuing_education"): "adds up all years; the defect shows the years that fall short",
    ("CED-03", "continuing_education"): "adds up all years; the defect shows the years that fall short",
}
_ONLY_A_DOUBT = "a degree above the education proven leaves the defect open and is no ground of it"
NOT_RESTED_ON = {
    **{(code, "highest_degree"): _ONLY_A_DOUBT for code in ("EDU-04", "TTL-02", "TTL-03")},
    ("GRN-06", "current_title"): "a series that is not engineering is wrong whatever the title; the step shows it",
    ("ACH-05", "current_title_date"): "what came out after the cut-off day is late whenever the title was obtained",
}
_CHECKS = {rule.code: rule.check for rule in RULES}


def unshown_facts(record: Record, judgement: Judgement, policy: Policy) -> list[tuple[str, str]]:
    """(rule, fact) of every defect that does not point at all values of a fact its rule asked for."""
    return [(f.rule, name) for f in judgement.defects for name in _unshown(f, record, policy)]


def facts_asked_for(code: str, record: Record, policy: Policy) -> set[str]:
    """The facts that a rule asks for when it judges the record; none for what the schemas demand."""
    case = make_case(record)
    with consulting_facts() as names:
        if code in _CHECKS:
            run(partial(_CHECKS[code], case, policy))
    return names


def _unshown(finding: Finding, record: Record, policy: Policy) -> list[str]:
    shown = {(place.file, place.page, place.box) for place in finding.locations}
    excused = SHOWN_OTHERWISE.keys() | NOT_RESTED_ON.keys()
    asked = {name for name in facts_asked_for(finding.rule, record, policy) if (finding.rule, name) not in excused}
    return sorted(name for name in asked if not _places(record, name) <= shown)


def _places(record: Record, name: str) -> set[tuple[str, int, Box | None]]:
    kept = record.facts.get(name, {}).get("from", ())
    return {(place["file"], place["page"], Box(*place["box"]) if place["box"] else None) for place in kept}
