"""defects.xlsx: what is wrong or open, one row each, and what was judged besides. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.report.sheet import Column, Workbook
from dossier.report.wording import ACTORS, SEVERITIES, place_words, unverified_words, word

Report = Mapping[str, Any]

FAIL, UNDECIDED, PASSED, NOT_APPLICABLE = "不符合", "人工核验", "通过", "不适用"
_COLOURS = {FAIL: "F6CFCF", UNDECIDED: "FFF3C4"}
_DEFECTS = (
    Column("序号", 5, centred=True),
    Column("规则", 8, centred=True),
    Column("问题", 18),
    Column("级别", 6, centred=True),
    Column("结果", 9, centred=True),
    Column("说明", 36),
    Column("依据", 16),
    Column("责任方", 9, centred=True),
    Column("怎么改", 34),
    Column("文件", 18),
    Column("页", 5, centred=True),
    Column("识别文字", 16),
    Column("识别把握", 7, centred=True),
    Column("其他位置", 16),
    Column("未经核实的参数", 16),
)
_OTHERS = (Column("规则", 9, centred=True), Column("问题", 44), Column("结果", 9, centred=True), Column("原因", 66))
_CLAUSES = (Column("依据", 30), Column("条文", 100))


def write_defects(path: Path, report: Report, titles: Mapping[str, str]) -> None:
    """Write the workbook. `titles` holds the title of every rule by its code. OSError where it cannot be replaced."""
    book = Workbook()
    book.sheet("问题清单", _DEFECTS, list(_defects(report)), keep=3, colours=_COLOURS)
    book.sheet("通过和不适用", _OTHERS, list(_others(report, titles)), keep=1)
    number = report["policy"]["document_number"]
    book.sheet("条文", _CLAUSES, [[number, text] for text in report.get("clauses", {}).values()])
    book.save(path)


def _defects(report: Report) -> Iterator[list[Any]]:
    found = [(FAIL, one) for one in report["defects"]] + [(UNDECIDED, one) for one in report["undecided"]]
    for number, (outcome, entry) in enumerate(found, 1):
        first, *more = entry["locations"] or [{}]
        yield [
            number,
            entry["rule"],
            entry["title"],
            word(SEVERITIES, entry["severity"]),
            outcome,
            entry["message"],
            entry["citation"],
            word(ACTORS, entry["by"]),
            entry["remedy"],
            first.get("file"),
            first.get("page"),
            first.get("text"),
            first.get("confidence"),
            "\n".join(dict.fromkeys(place_words(place) for place in more)),
            "\n".join(unverified_words(one) for one in entry.get("unverified", ())),
        ]


def _others(report: Report, titles: Mapping[str, str]) -> Iterator[list[Any]]:
    """Passed rules, then those that did not apply, with the reason why."""
    yield from ([code, titles.get(code), PASSED, None] for code in report["passed"])
    yield from ([one["rule"], titles.get(one["rule"]), NOT_APPLICABLE, one["why"]] for one in report["not_applicable"])
