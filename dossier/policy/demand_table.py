"""What each series demands at each level, told by judging bare records under its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.policy.demands import SchemaDefect
from dossier.policy.model import Policy
from dossier.policy.series import Series

EDUCATION: Mapping[str, str] = {
    "doctor": "博士",
    "master": "硕士",
    "bachelor": "本科",
    "college": "专科",
    "secondary": "中专",
}
NO_ROW = "未列"
_OWNERSHIPS = ("public_institution", "state_owned", "private")


@dataclass(frozen=True)
class LevelDemands:
    """One row: a series at one level."""

    series: Series
    level: str
    titles: tuple[str, ...]
    documents: tuple[str, ...]
    """In Chinese, each with the condition under which it is demanded, if any."""
    qualification: str
    """In Chinese: full years in the current title by education."""
    verified: bool
    """Whether the qualification row may reject."""


def demand_table(policy: Policy) -> list[LevelDemands]:
    """Every series at each of its levels, in the order of the national list."""
    return [level_demands(policy, series, level) for series in policy.series.values() for level in series.levels]


def level_demands(policy: Policy, series: Series, level: str) -> LevelDemands:
    """What a series demands at a level on the ordinary route."""
    return LevelDemands(
        series=series,
        level=level,
        titles=series.titles.get(level, ()),
        documents=tuple(dict.fromkeys(_documents(policy, series, level))),
        qualification=qualification_text(series, level),
        verified=level in series.verified_levels,
    )


def qualification_text(series: Series, level: str) -> str:
    """博士2年、硕士5年、本科5年; what the table says where it has no years."""
    row = series.qualification.get(level)
    if row is None:
        return NO_ROW
    if row.get("exam"):
        return "通过全国统一考试取得"
    work = row.get("counts_from", {})
    years = [
        f"{zh}{row[code]}年{'（工作年限）' if code in work else ''}" for code, zh in EDUCATION.items() if code in row
    ]
    return "、".join(years) + ("；须考试合格" if row.get("with_exam") else "")


def markdown(policy: Policy, levels: Mapping[str, str], test: str) -> str:
    """The table as a page; `levels` names the levels, `test` is the file that tests every row."""
    lines = [
        "# 各系列各级别的要求",
        "",
        "本页由 `dossier series --table` 生成，内容取自 `series/` 和 `common/` 中的约束，不要手工修改。",
        "“学历资历”为取得现职称后须满的年限，未经核实的不能用来拒收。",
        "所列为正常申报的要求；初定、举荐等申报类型的不同见政策包的 `routes`。",
        f"每一行由 `{test}` 中同名的测试核对：材料齐全的卷宗没有缺陷，缺任何一项即为相应缺陷。",
        "",
        "| 系列 | 级别 | 职称 | 须附材料 | 学历资历 | 条件已核实 | 测试 |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in demand_table(policy):
        cells = (
            f"{row.series.zh}" + ("" if row.series.verified else "（名称未经核实）"),
            levels[row.level],
            "、".join(row.titles) or "见 x-title-patterns",
            "、".join(row.documents),
            row.qualification,
            "是" if row.verified else "否",
            f"`{row.series.code}-{row.level}`",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _documents(policy: Policy, series: Series, level: str) -> Iterator[str]:
    """Demands on everybody, then those with a condition behind them: 博士不要求, 仅医师, 仅企业."""
    public, state, private = (_demanded(policy, series, level, ownership=one) for one in _OWNERSHIPS)
    doctor = _demanded(policy, series, level, education="博士研究生")
    for name in public:
        yield name if name in doctor else f"{name}（博士不要求）"
    for title in series.titles.get(level, ()):
        yield from (
            f"{name}（{title}）" for name in _demanded(policy, series, level, title=title) if name not in public
        )
    yield from (f"{name}（企业）" for name in state if name not in public)
    yield from (f"{name}（民营、外资企业）" for name in private if name not in state)


def _demanded(policy: Policy, series: Series, level: str, **about: str) -> dict[str, SchemaDefect]:
    """What a record without materials lacks, by name."""
    ownership = about.get("ownership", "public_institution")
    education = {"kind": "education_verification", "fields": {"education": {"value": about.get("education", "本科")}}}
    bare: dict[str, Any] = {
        "application": {"level": {"value": level}, "title": {"value": about.get("title")}},
        "applicant": {"employer_ownership": {"value": ownership}},
        "documents": [education],
    }
    unmet = policy.demands.unmet(bare, [(series.code, None)])[0]
    return {defect.name: defect for defect in unmet if defect.kinds}
