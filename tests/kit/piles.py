"""Which documents make up dossier number n, and who has drawn each: a core all bring, and some rarer ones."""

from typing import Any

from tests.kit import paper
from tests.kit.facts.documents import Facts
from tests.kit.facts.makers import MAKERS, facts_of
from tests.kit.facts.world import world

CORE = [
    "review_form",
    "id_card",
    "diploma",
    "degree",
    "education_verification",
    "title_certificate",
    "annual_assessment",
    "continuing_education",
    "work_summary",
    "pledge",
    "publicity_notice",
    "publicity_photo",
    "publicity_result",
    "unit_opinion",
    "summary_form",
]
RARE = [
    "paper",
    "patent",
    "exam_result",
    "recommendation_letter",
    "conduct",
    "book",
    "secondment",
    "statement",
    "award",
    "standard",
    "commission_letter",
    "objection_report",
    "postdoc",
    "achievement",
    "peer_recommendation",
    "name_change_proof",
    "project",
    "patent_use",
    "enterprise_qualification",
    "authority_recommendation",
    "exceptional_case",
    "digital_engineer",
    "mobility",
    "licence",
]
RARE_EACH = 8
"""Rarer kinds in one dossier: three dossiers in a row hold them all."""
ALONE = {"fourth": 300, "fresh": 200, "third": 100}
"""These hands draw the dossiers numbered so and up, all of each, and none below; the highest first."""

Document = tuple[str, Facts]
"""Who draws it, and what stands on it."""


def kinds_of(number: int) -> list[str]:
    """The kinds in dossier `number`, in the order of a catalogue: all its hand draws where that is not every kind."""
    if number >= ALONE["fourth"]:
        drawn = [kind for kind in MAKERS if "fourth" in paper.hands_of(kind) and kind != "catalogue"]
        return ["catalogue", *sorted(drawn, key=lambda kind: kind not in CORE)]
    core = ["initial_form" if kind == "review_form" and number % 5 == 4 else kind for kind in CORE]
    if number % 6 == 5:
        core[core.index("id_card") : core.index("id_card") + 1] = ["id_alternative", "work_permit"]
    core += [["appointment"], ["employment_contract", "social_insurance"]][number % 2]
    first = number % 3 * RARE_EACH
    return ["catalogue", *core, *RARE[first : first + RARE_EACH]]


def share_of(number: int) -> set[str]:
    """A third of the core and all else in dossier `number`: three dossiers in a row share out every kind."""
    return {kind for kind in kinds_of(number)[1:] if kind not in CORE or CORE.index(kind) % 3 == number % 3}


def pile(number: int) -> tuple[dict[str, Any], list[Document]]:
    """The person, and the documents of dossier `number` from top to bottom."""
    who = world(number)
    documents = []
    for kind in kinds_of(number):
        hand = hand_of(kind, number)
        documents += [(hand, facts) for facts in facts_of(kind, who)]
    return who, documents


def hand_of(kind: str, number: int) -> str:
    """Who draws this kind in dossier `number`."""
    if alone := next((hand for hand, first in ALONE.items() if number >= first), None):
        return alone
    hands = [hand for hand in paper.hands_of(kind) if hand not in ALONE]
    # Rarer kinds return every third dossier: `number // 3` keeps their hands changing all the same.
    return hands[(number + number // 3 + sorted({*CORE, *RARE, kind}).index(kind)) % len(hands)]
