"""Licences and examinations."""

from __future__ import annotations

from dossier.facts.fact import Fact, known
from dossier.model import Record
from dossier.policy import Policy


def licences(record: Record, _policy: Policy) -> Fact:
    """The names of the licences, each once."""
    values = [value or None for document in record.of_kind("licence") for value in (document.get("kind"),)]
    names = list(dict.fromkeys(str(value.value) for value in known(values)))
    unnamed = len(values) - len(list(known(values)))
    return Fact(names, tuple(known(values)), f"有{unnamed}份证书未能读出名称" if unnamed else "")


def exam(record: Record, _policy: Policy) -> Fact:
    """{exam, valid_until} of the result that holds longest."""
    results = []
    for document in record.of_kind("exam_result"):
        name, until = document.get("exam"), document.get("valid_until")
        if name is not None and name.known:
            results.append((name, until if until is not None and until.known else None))
    if not results:
        there = any(record.of_kind("exam_result"))
        return Fact(None, reason="未能从考试合格证明中读到考试名称" if there else "未见考试合格证明")
    name, until = max(results, key=lambda result: str(result[1].value) if result[1] else "")
    return Fact({"exam": str(name.value), "valid_until": until and str(until.value)}, tuple(known((name, until))))
