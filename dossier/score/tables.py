"""Scores as Markdown. Pure: observations in, text out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dossier.score.figures import BY_KIND, FIGURES, Figure, strengths
from dossier.score.interval import Share
from dossier.score.observation import Observation

EDGES = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.0)
"""Between the bins of confidence: each holds its lower edge, the last its upper one too."""


def all_tables(observations: Sequence[Observation]) -> str:
    """The overviews, the kinds and the reliability, with headings."""
    sections = (
        ("Open layouts", overview([one for one in observations if not one.held_out])),
        ("Held-out layouts", overview([one for one in observations if one.held_out])),
        ("Kinds of documents", by_kind(observations)),
        ("Reliability of the stated confidence", reliability(observations)),
    )
    return "\n".join(f"## {title}\n\n{table}" for title, table in sections if table)


def overview(observations: Sequence[Observation], figures: Sequence[Figure] = FIGURES) -> str:
    """One row a figure, one column a strength and one for all. Figures over nothing have no row; "" without any."""
    names = strengths(observations)
    groups = [_of_strength(observations, name) for name in names]
    if len(names) > 1:
        names, groups = [*names, "all"], [*groups, list(observations)]
    taken = [figure for figure in figures if figure.share(observations).of]
    rows = [[figure.en, *(figure.text(group) for group in groups)] for figure in taken]
    return _table(["", *(name or "–" for name in names)], rows)


def by_kind(observations: Sequence[Observation], figures: Sequence[Figure] = BY_KIND) -> str:
    """One row a kind of document and strength; kinds by name. "" where there is no document."""
    rows = []
    for kind in sorted({one.kind for one in observations} - {""}):
        own = [one for one in observations if one.kind == kind]
        for name in strengths(own):
            group = _of_strength(own, name)
            rows.append([kind, name or "–", *(figure.text(group) for figure in figures)])
    return _table(["kind", "strength", *(figure.en for figure in figures)], rows)


def reliability(observations: Iterable[Observation]) -> str:
    """Values of fields by the confidence the record states, and how many of them are right. "" without values."""
    values = [one for one in observations if one.measure == "field" and one.confidence is not None]
    rows = []
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]
        own = [one for one in values if low <= _stated(one) and (_stated(one) < high or last)]
        mean = f"{sum(map(_stated, own)) / len(own):.3f}" if own else "–"
        bracket = "]" if last else ")"
        rows.append(
            [f"[{low:g}, {high:g}{bracket}", str(len(own)), mean, str(Share(sum(o.hits for o in own), len(own)))]
        )
    return _table(["stated confidence", "values", "mean stated", "right"], rows if values else [])


def _stated(one: Observation) -> float:
    return one.confidence or 0.0


def _of_strength(observations: Sequence[Observation], name: str) -> list[Observation]:
    return [one for one in observations if one.strength == name]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)
