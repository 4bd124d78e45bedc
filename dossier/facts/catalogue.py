"""The dossier's own list of its materials, held against what is there."""

from __future__ import annotations

from dossier.facts.fact import Fact
from dossier.model import Record
from dossier.policy import NEVER_LISTED, Policy, kinds_listed


def catalogue(record: Record, policy: Policy) -> Fact:
    """{listed, found, missing, extra}: titles as the list has them, `extra` the names of kinds it leaves out.

    An entry whose words name no kind is neither found nor missing. One that names several kinds is found only when
    all are there, missing only when none is.
    """
    values = [value for document in record.of_kind("catalogue") if (value := document.get("entries")) and value.known]
    if not values:
        return Fact(None, reason="未能读到材料目录")
    there = {document.kind for document in record.documents}
    listed = list(dict.fromkeys(str(row["title"]) for value in values for row in value.value if row.get("title")))
    named = {title: kinds_listed(title, policy) for title in listed}
    covered = {kind for kinds in named.values() for kind in kinds}
    extra = [policy.kinds[kind].zh for kind in policy.kinds if kind in there - covered and kind not in NEVER_LISTED]
    lists = {
        "listed": listed,
        "found": [title for title, kinds in named.items() if kinds and kinds <= there],
        "missing": [title for title, kinds in named.items() if kinds and not kinds & there],
        "extra": extra,
    }
    return Fact(lists, tuple(values))
