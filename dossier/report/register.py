"""register.xlsx: one row a dossier, counts by rule and by employer, and what dossiers have in common.

Everything in it comes from the reports as they were written: nothing is judged here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.report.sheet import Column, Workbook
from dossier.report.wording import DECISIONS, SEVERITIES, place_words, word
from dossier.text import fold_org

FORMAT = "dossier-register/1"
UNCHECKED = "未能检查"
_LISTED = 12
"""Points that a cell lists; of more it gives the count."""

Report = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One dossier of the register. Without a report, `error` and `hint` say why and what to do."""

    name: str
    folder: str
    """Its results, as a path from the register."""
    report: Report | None
    error: str = ""
    hint: str = ""


def register_json(entries: Sequence[Entry], policy: Report, created: str, across: Report) -> dict[str, Any]:
    """The register as plain data, as `--json` prints it."""
    return {
        "format": FORMAT,
        "created": created,
        "policy": dict(policy),
        "counts": dict(Counter(_verdict(entry) for entry in entries)),
        "dossiers": [_row(number, entry) for number, entry in enumerate(entries, 1)],
        "across": [dict(clash) for clash in across["clashes"]],
        "failures": list(across["failures"]),
    }


def write_register(path: Path, entries: Sequence[Entry], across: Report) -> None:
    """Write the workbook. OSError where the file cannot be replaced."""
    rows = [_row(number, entry) for number, entry in enumerate(entries, 1)]
    book = Workbook()
    book.sheet("登记表", _REGISTER, [_register_cells(row) for row in rows], keep=2, colours=_COLOURS)
    book.sheet("按规则统计", _BY_RULE, list(_by_rule(entries)), keep=2)
    book.sheet("按单位统计", _BY_EMPLOYER, list(_by_employer(rows)), keep=1)
    book.sheet("跨卷宗比对", _ACROSS, list(_across(across)), keep=1)
    book.save(path)


def _verdict(entry: Entry) -> str:
    return entry.report["verdict"] if entry.report else "unchecked"


def _row(number: int, entry: Entry) -> dict[str, Any]:
    report = entry.report
    if report is None:
        return {"row": number, "dossier": entry.name, "verdict": None, "error": entry.error, "hint": entry.hint}
    applicant, application = report["applicant"], report["application"]
    return {
        "row": number,
        "dossier": entry.name,
        "verdict": report["verdict"],
        "applicant": applicant.get("name"),
        "id_number": applicant.get("id_number"),
        "employer": applicant.get("employer"),
        **{name: application[name] for name in ("series", "series_name", "level", "level_name", "title", "specialty")},
        "counts": report["counts"],
        "defects": sorted({defect["rule"] for defect in report["defects"]}),
        "undecided": sorted({point["rule"] for point in report["undecided"]}),
        "problems": _points(report["defects"]),
        "look_at": _points(report["undecided"]),
        "failures": len(report["failures"]),
        "number": report["number"],
        "cover": f"{entry.folder}/cover.pdf",
        "report": f"{entry.folder}/report.html",
    }


def _points(findings: Sequence[Report]) -> list[str]:
    """Each finding in one line: rule, title, first place."""
    lines = []
    for finding in findings:
        place = next(iter(finding["locations"]), None)
        lines.append(f"{finding['rule']} {finding['title']}{f'（{place_words(place)}）' if place else ''}")
    return list(dict.fromkeys(lines))


_REGISTER = (
    Column("序号", 6, centred=True),
    Column("卷宗", 26),
    Column("结论", 11, centred=True),
    Column("申报人", 10),
    Column("证件号码", 21),
    Column("用人单位", 28),
    Column("申报系列", 16),
    Column("层级", 9, centred=True),
    Column("申报职称", 14),
    Column("申报专业", 14),
    *(Column(zh, 6, centred=True) for zh in SEVERITIES.values()),
    Column("人工核验", 9, centred=True),
    Column("页数", 6, centred=True),
    Column("问题规则", 18),
    Column("问题", 52),
    Column("需人工查看", 52),
    Column("审核封面", 12, link=True),
    Column("报告", 12, link=True),
    Column("编号", 24),
)
_COLOURS = {
    DECISIONS["accept"]: "D8EEDF",
    DECISIONS["review"]: "FFF3C4",
    DECISIONS["return"]: "FCE0C2",
    DECISIONS["reject"]: "F6CFCF",
    UNCHECKED: "DDDDDD",
}


_PARTICULARS = ("applicant", "id_number", "employer", "series_name", "level_name", "title", "specialty")


def _register_cells(row: Report) -> list[Any]:
    if row["verdict"] is None:
        empty = [None] * 13
        return [row["row"], row["dossier"], UNCHECKED, *empty, row["error"], row["hint"], None, None, None]
    counts = row["counts"]
    look_at = [*row["look_at"], *(["程序未能读取部分页面，见报告"] if row["failures"] else [])]
    return [
        row["row"],
        row["dossier"],
        word(DECISIONS, row["verdict"]),
        *(row[name] for name in _PARTICULARS),
        *(counts[severity] for severity in SEVERITIES),
        counts["undecided"],
        counts["pages"],
        "、".join(row["defects"]),
        _list(row["problems"]),
        _list(look_at),
        row["cover"],
        row["report"],
        row["number"],
    ]


def _list(lines: Sequence[str]) -> str:
    shown = [line for line in lines if line][:_LISTED]
    return "\n".join([*shown, *([f"……共{len(lines)}项，见报告"] if len(lines) > _LISTED else [])])


_BY_RULE = (
    Column("规则", 10),
    Column("问题", 40),
    Column("级别", 8, centred=True),
    Column("依据", 30),
    Column("有此问题的卷宗", 16, centred=True),
    Column("待人工核验的卷宗", 18, centred=True),
)


def _by_rule(entries: Iterable[Entry]) -> Iterator[list[Any]]:
    """How many dossiers each rule speaks of, commonest first."""
    known: dict[str, Report] = {}
    defects: Counter[str] = Counter()
    undecided: Counter[str] = Counter()
    for report in (entry.report for entry in entries if entry.report):
        known |= {finding["rule"]: finding for finding in (*report["defects"], *report["undecided"])}
        defects.update({finding["rule"] for finding in report["defects"]})
        undecided.update({finding["rule"] for finding in report["undecided"]})
    for code in sorted(known, key=lambda code: (-defects[code], -undecided[code], code)):
        one = known[code]
        head = [code, one["title"], word(SEVERITIES, one["severity"]), one["citation"]]
        yield [*head, defects[code], undecided[code]]


_BY_EMPLOYER = (
    Column("用人单位", 36),
    Column("卷宗", 8, centred=True),
    *(Column(zh, 11, centred=True) for zh in DECISIONS.values()),
    Column("最常见的问题", 60),
)


def _by_employer(rows: Iterable[Report]) -> Iterator[list[Any]]:
    """How the dossiers of each employer fared, most dossiers first; spellings of one name count together."""
    groups: dict[str, list[Report]] = {}
    for row in rows:
        groups.setdefault(fold_org(str(row.get("employer") or "")), []).append(row)
    for own in sorted(groups.values(), key=lambda own: (-len(own), str(own[0].get("employer")))):
        verdicts = Counter(row["verdict"] for row in own)
        problems = Counter(line.split("（")[0] for row in own for line in {*row.get("problems", ())})
        common = "；".join(f"{line}（{count}份）" for line, count in problems.most_common(3))
        name = own[0].get("employer") or "未识别"
        yield [name, len(own), *(verdicts[code] for code in DECISIONS), common]


_ACROSS = (
    Column("规则", 10),
    Column("问题", 30),
    Column("说明", 50),
    Column("卷宗数", 8, centred=True),
    Column("卷宗", 30),
    Column("申报人", 10),
    Column("用人单位", 28),
    Column("位置", 40),
    Column("报告", 12, link=True),
)


def _across(across: Report) -> Iterator[list[Any]]:
    """One row for each dossier of each clash."""
    for clash in across["clashes"]:
        for side in clash["dossiers"]:
            places = _list(list(dict.fromkeys(place_words(place) for place in side["places"])))
            head = [clash["rule"], clash["title"], clash["message"], len(clash["dossiers"])]
            yield [*head, side["dossier"], side["applicant"], side["employer"], places, side["report"]]
