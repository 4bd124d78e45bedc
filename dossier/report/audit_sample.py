"""Which dossiers of a run a person should look through: an audit sample, drawn by risk, the same for the same seed.

Every dossier has a weight: 1, and more for what makes a wrong verdict likelier. The draw is one without replacement
with these weights (Efraimidis and Spirakis 2006): each dossier gets the key u^(1/weight), the largest keys are drawn.
u hangs on the seed and on what the report says alone, so the order of the dossiers does not matter.
"""

from __future__ import annotations

import csv
import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from dossier.report.sheet import Column, Workbook
from dossier.report.wording import DECISIONS, word

_UNDECIDED, _ADVICE, _UNVERIFIED, _POOR, _CORRECTED, _FAILED = 4.0, 0.5, 0.5, 4.0, 1.0, 1.0
"""What is added to the weight: for the share of open rules and of poor pages (0 to 1), for each advice and each
parameter without a source (up to _MOST of them), where readings were corrected, where something of ours failed."""
_MOST = 4
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Candidate:
    """A dossier that may be drawn."""

    name: str
    report: Mapping[str, Any]
    poor_pages: int | None = None
    """Pages that are hard to read; None where no record tells."""


@dataclass(frozen=True)
class Drawn:
    """A dossier that was drawn, with the weight it had and why."""

    rank: int
    name: str
    report: Mapping[str, Any]
    weight: float
    why: tuple[str, ...]


def draw(candidates: Sequence[Candidate], count: int, seed: int) -> list[Drawn]:
    """The sample, first drawn first; all of them where there are no more than `count`."""
    weighed = [(one, *weight_of(one)) for one in candidates]
    order = sorted(weighed, key=lambda one: (-_key(one[0], one[1], seed), one[0].name))
    return [Drawn(n, one.name, one.report, weight, why) for n, (one, weight, why) in enumerate(order[:count], 1)]


def weight_of(candidate: Candidate) -> tuple[float, tuple[str, ...]]:
    """The weight of a dossier and what it is made of, in words."""
    parts = list(_parts(candidate))
    return 1 + sum(added for added, _ in parts), tuple(why for _, why in parts) or ("无风险因素，随机抽取",)


def _parts(candidate: Candidate) -> Iterator[tuple[float, str]]:
    report, counts = candidate.report, candidate.report["counts"]
    judged = counts["undecided"] + counts["passed"] + len(report["defects"])
    if open_points := counts["undecided"]:
        share = open_points / max(judged, 1)
        yield _UNDECIDED * share, f"人工核验{open_points}项，占{share:.0%}"
    if advice := counts["advise"]:
        yield _ADVICE * min(advice, _MOST), f"提示{advice}项"
    named = {one["parameter"] for entry in _findings(report) for one in entry.get("unverified", ())}
    if named:
        yield _UNVERIFIED * min(len(named), _MOST), f"结论用到未经核实的参数或条件表{len(named)}项"
    if poor := candidate.poor_pages:
        yield _POOR * poor / max(counts["pages"], 1), f"扫描不清{poor}页，共{counts['pages']}页"
    if corrected := len(report.get("corrections", ())):
        yield _CORRECTED, f"人工更正{corrected}处"
    if failed := counts["failures"]:
        yield _FAILED, f"系统未能处理{failed}处"


def _findings(report: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    return (*report["defects"], *report["undecided"])


def _key(candidate: Candidate, weight: float, seed: int) -> float:
    """The logarithm of u^(1/weight), with u from (0, 1)."""
    digest = hashlib.sha256(f"{seed} {candidate.name} {candidate.report['digest']}".encode()).digest()
    u = (int.from_bytes(digest[:8], "big") + 0.5) / 2**64
    return math.log(u) / weight


_COLUMNS = (
    Column("序号", 6, centred=True),
    Column("卷宗", 30),
    Column("申报人", 10),
    Column("用人单位", 28),
    Column("结论", 11, centred=True),
    Column("编号", 24),
    Column("权重", 8, centred=True),
    Column("抽取原因", 46),
    Column("复核意见", 30),
    Column("复核人", 12),
)


def write_xlsx(path: Path, drawn: Sequence[Drawn], note: str) -> None:
    """The list as a workbook with empty columns for the person who looks; how it was drawn stands on a second sheet."""
    book = Workbook()
    book.sheet("抽查清单", _COLUMNS, [[*cells_of(one), None, None] for one in drawn], keep=2)
    book.sheet("抽取方法", (Column("说明", 100),), [[note]])
    book.save(path)


def csv_text(drawn: Sequence[Drawn]) -> str:
    """The list as CSV with a byte order mark, as spreadsheets want it; no cell can be taken for a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in _COLUMNS])
    for one in drawn:
        writer.writerow([_tame(cell) for cell in [*cells_of(one), None, None]])
    return "\ufeff" + text.getvalue()


def cells_of(one: Drawn) -> list[Any]:
    """Rank, dossier, applicant, employer, verdict, number, weight, why."""
    applicant = one.report["applicant"]
    verdict = word(DECISIONS, one.report["verdict"])
    head = [one.rank, one.name, applicant.get("name"), applicant.get("employer"), verdict]
    return [*head, one.report["number"], round(one.weight, 2), "；".join(one.why)]


def _tame(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
