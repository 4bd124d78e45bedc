"""Verdict, defects and open points, where the truth says what they should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.score.observation import Observation
from dossier.score.truth import Truth

_SEVERE = ("reject", "correct")
"""Advice more or less is not counted."""


def observe_rules(truth: Truth, report: Mapping[str, Any]) -> Iterator[Observation]:
    """The verdict; one for each rule that must be a defect or open; one for each severe one that nobody planted."""
    if truth.verdict is not None:
        got = report["verdict"]
        yield Observation("verdict", got in truth.verdict, want=list(truth.verdict), got=got)
    if truth.must is None:
        return
    may = {*truth.must, *truth.undecided, *truth.tolerated}
    defects, points = report["defects"], report["undecided"]
    yield from (Observation("must", code in _codes(defects), field=code) for code in truth.must)
    yield from (Observation("open", code in _codes(points), field=code) for code in truth.undecided)
    yield from (Observation("extra", 0, field=code) for code in sorted(_severe(defects) - may))
    yield from (Observation("open_extra", 0, field=code) for code in sorted(_severe(points) - may))


def _codes(findings: list[Mapping[str, Any]]) -> set[str]:
    return {finding["rule"] for finding in findings}


def _severe(findings: list[Mapping[str, Any]]) -> set[str]:
    return {finding["rule"] for finding in findings if finding.get("severity") in _SEVERE}
