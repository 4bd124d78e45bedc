"""An office's own settings on top of a policy pack. Every file they name lies beside the overlay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.errors import PolicyError
from dossier.policy.model import Parameter, Policy
from dossier.policy.office import Committee, Office, RelatedField, Scope, SpecialtyTable
from dossier.policy.overrides import overridden, override_problems, parameter_problems
from dossier.policy.problem import Problem, file_sha256, raise_first, read_checked, sha256_of_all
from dossier.policy.tables import Row, read_table
from dossier.policy.workdays import WorkCalendar

_JUNIOR = ("intermediate", "assistant", "technician")
_COMMITTEE_KIND = "committee_kinds"


def with_overlay(policy: Policy, path: Path) -> Policy:
    """The policy with an office's settings. PolicyError, with file and place, for the first thing that is wrong."""
    raise_first(overlay_problems(policy, path))
    content, _ = read_checked(path, "overlay.schema.json")
    parameters = dict(policy.parameters)
    for key, spec in content.get("parameters", {}).items():
        parameters[key] = Parameter(**spec)
    files = {name: file_sha256(path.parent / name) for name in (path.name, *named_files(content))}
    sha256 = sha256_of_all(files)
    changed = replace(
        policy,
        version=f"{policy.version}+{sha256[:8]}",
        parameters=parameters,
        calendar=_calendar(policy.calendar, content, path.parent),
        office=Office(
            title=content["title"],
            sha256=sha256,
            files=files,
            committees=tuple(map(_committee, content.get("committees", ()))),
            specialties=tuple(map(_specialties, content.get("specialties", ()))),
            initial_majors=_initial_majors(policy, content, path.parent),
            related=_related(content, path.parent),
        ),
    )
    return overridden(changed, content.get("rules", {}))


def overlay_problems(policy: Policy, path: Path) -> list[Problem]:
    """Everything that is wrong with an overlay and its files, under the pack it is for."""
    content, problems = read_checked(path, "overlay.schema.json")
    if problems:
        return problems
    return [
        *parameter_problems(content.get("parameters", {}), policy, path.name),
        *override_problems(content.get("rules", {}), policy.rules, path.name),
        *_series_problems(content, policy, path.name),
        *_committee_problems(content, policy, path.name),
        *_file_problems(content, policy, path),
    ]


def named_files(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The files an overlay names, as it names them."""
    tables = [content[key] for key in ("initial_majors", "related_majors") if key in content]
    return (*tables, *content.get("calendar", {}).get("years", ()))


def _series_problems(content: Mapping[str, Any], policy: Policy, file: str) -> Iterator[Problem]:
    """Series that do not exist and levels they do not have, wherever the overlay names one."""
    for place, series, levels in _named_series(content):
        if series not in policy.series:
            hint = "系列代码见 dossier series"
            yield Problem(file, f"{place}/series", f"没有系列 {series}", hint)
            continue
        missing = [level for level in levels if level not in policy.series[series].levels]
        if missing:
            names = "、".join(policy.codes["levels"][level] for level in missing)
            yield Problem(
                file, f"{place}/levels", f"{policy.series[series].zh}没有{names}", "各系列的级别见 dossier series"
            )


def _named_series(content: Mapping[str, Any]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for n, committee in enumerate(content.get("committees", ())):
        for m, scope in enumerate(committee["scope"]):
            yield f"committees/{n}/scope/{m}", scope["series"], tuple(scope.get("levels", ()))
    for n, table in enumerate(content.get("specialties", ())):
        yield f"specialties/{n}", table["series"], tuple(table.get("levels", ()))


def _committee_problems(content: Mapping[str, Any], policy: Policy, file: str) -> Iterator[Problem]:
    kinds = policy.codes.get(_COMMITTEE_KIND, {})
    office = Office(committees=tuple(map(_committee, content.get("committees", ()))))
    for n, one in enumerate(office.committees):
        if one.kind not in kinds:
            yield Problem(file, f"committees/{n}/kind", f"没有评委会类别 {one.kind}", f"可写的有：{'、'.join(kinds)}")
        if any(office.committee(name) is not one for name in one.names):
            yield Problem(file, f"committees/{n}/name", f"“{one.name}”的名称与前面登记的评委会相同", "删去重复的一条")
        for m, scope in enumerate(one.scope):
            if one.kind == "industry_mid_junior" and not (scope.levels and set(scope.levels) <= set(_JUNIOR)):
                yield Problem(
                    file,
                    f"committees/{n}/scope/{m}/levels",
                    "省行业主管部门核准备案的中、初级评委会不能评审高级职称",
                    "改正级别，或改正评委会类别 kind",
                )


def _file_problems(content: Mapping[str, Any], policy: Policy, path: Path) -> Iterator[Problem]:
    for name in named_files(content):
        if (path.parent / name).resolve().parent != path.resolve().parent:
            yield Problem(path.name, "", f"{name} 不在设置文件所在的文件夹内", "把文件（不是链接）放在设置文件旁边")
            return
    if majors := content.get("initial_majors"):
        rows, problems = read_table(path.parent / majors, _INITIAL)
        yield from problems
        yield from (
            Problem(majors, f"第{row.line}行", f"没有系列 {row.cells[0]}", "写系列代码或名称，见 dossier series")
            for row in rows
            if _series_of(row, policy) is None
        )
    if related := content.get("related_majors"):
        yield from read_table(path.parent / related, _RELATED)[1]
    try:
        _calendar(policy.calendar, content, path.parent)
    except PolicyError as error:
        yield Problem(path.name, "calendar", error.message, error.hint)


_INITIAL = {"系列": True, "专业": True}
_RELATED = {"领域": True, "申报专业": False, "所学专业": False}
"""Column → whether a cell must not be empty."""


def _calendar(calendar: WorkCalendar, content: Mapping[str, Any], folder: Path) -> WorkCalendar:
    wanted = content.get("calendar", {})
    return calendar.extended([folder / name for name in wanted.get("years", ())], wanted)


def _committee(entry: Mapping[str, Any]) -> Committee:
    scope = tuple(
        Scope(one["series"], tuple(one.get("levels", ())), tuple(one.get("specialties", ()))) for one in entry["scope"]
    )
    return Committee(
        name=entry["name"],
        kind=entry["kind"],
        approved_by=entry["approved_by"],
        scope=scope,
        aliases=tuple(entry.get("aliases", ())),
        document=entry.get("document", ""),
    )


def _specialties(entry: Mapping[str, Any]) -> SpecialtyTable:
    return SpecialtyTable(entry["series"], tuple(entry["names"]), tuple(entry.get("levels", ())), entry["source"])


def _series_of(row: Row, policy: Policy) -> str | None:
    name = row.cells[0]
    return name if name in policy.series else policy.find_series(name)


def _initial_majors(policy: Policy, content: Mapping[str, Any], folder: Path) -> dict[str, tuple[str, ...]]:
    majors: dict[str, list[str]] = {}
    if name := content.get("initial_majors"):
        for row in read_table(folder / name, _INITIAL)[0]:
            majors.setdefault(_series_of(row, policy) or "", []).append(row.cells[1])
    return {series: tuple(dict.fromkeys(names)) for series, names in majors.items()}


def _related(content: Mapping[str, Any], folder: Path) -> tuple[RelatedField, ...]:
    fields: dict[str, tuple[list[str], list[str]]] = {}
    if name := content.get("related_majors"):
        for row in read_table(folder / name, _RELATED)[0]:
            specialties, majors = fields.setdefault(row.cells[0], ([], []))
            specialties += filter(None, row.cells[1:2])
            majors += filter(None, row.cells[2:3])
    return tuple(RelatedField(name, tuple(one), tuple(other)) for name, (one, other) in fields.items())
