"""The national series of titles: what each one's schema file says, and which series a title or a name belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.errors import PolicyError
from dossier.policy.resources import read_object
from dossier.text import squeeze
from dossier.text.regex import Regex

_LEVEL_WORDS = {
    "senior": "正高级?",
    "associate_senior": "副高级?",
    "intermediate": "中级",
    "assistant": "(?:助理|初)级",
    "technician": "(?:员|初)级",
}
_SPELLED = re.compile(r"(?P<head>[㐀-鿿]*)\(\?:(?P<ends>[㐀-鿿|]+)\)")
_QUALIFIER = "(?:（[^）级]+）)?(?:任职资格|资格|职称)?"
"""What may follow a title without changing it: a specialty in brackets, the word 资格."""


@dataclass(frozen=True)
class Series:
    """One series: its titles by level and the tables a dossier of the series is held against."""

    code: str
    zh: str
    number: int
    titles: Mapping[str, tuple[str, ...]]
    """Level (senior, associate_senior, intermediate, assistant, technician) → titles."""
    pattern: str
    """A regular expression for titles that are not listed; empty for most series."""
    qualification: Mapping[str, Mapping[str, Any]]
    """Target level → years in the current title by education (doctor, master, bachelor, college, secondary)."""
    verified_levels: frozenset[str]
    """Levels whose qualification row may reject."""
    licences: Mapping[str, str]
    """Licence → a regular expression for the titles it fits; empty where it fits all."""
    schema: Mapping[str, Any]
    continuing_education: Mapping[str, Any] = field(default_factory=dict)
    """{unit, total, professional?, verified} for a calendar year."""
    specialties: tuple[str, ...] = ()
    new_specialties: tuple[str, ...] = ()
    """Specialties that are reviewed on their own (560-2)."""
    legacy_titles: Mapping[str, str] = field(default_factory=dict)
    """Title on old certificates → level."""
    title_patterns: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    source: str = ""
    verified: bool = True
    """Whether the titles were checked against an official list."""

    def years(self, level: str, education: str | None) -> int | None:
        """Full years the row of a level asks for at this education; None where it has none."""
        years = self.qualification.get(level, {}).get(education or "")
        return years if isinstance(years, int) and not isinstance(years, bool) else None

    def counts_work(self, level: str, education: str | None) -> bool:
        """Whether those are years of work, not years in a title."""
        return bool(self.qualification.get(level, {}).get("counts_from", {}).get(education or "") == "work")

    def steps(self, current: str, level: str) -> int:
        """How many of the series' own levels lead from the current one up to a level; 0 or less where none."""
        order = [*reversed(_LEVEL_WORDS)]
        low, high = order.index(current), order.index(level)
        if high <= low:
            return high - low
        return sum(1 for one in order[low + 1 : high + 1] if one in self.levels)

    @property
    def spelled(self) -> tuple[str, ...]:
        """The titles in full, those too that a pattern gives as a beginning and its endings: 一级(?:演员|编剧)."""
        listed = [title for titles in self.titles.values() for title in titles]
        given = [_SPELLED.fullmatch(pattern) for pattern in self.title_patterns.values()]
        return (*listed, *(f"{one['head']}{end}" for one in given if one for end in one["ends"].split("|")))

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels the series has, highest first."""
        return tuple(level for level in _LEVEL_WORDS if level in self.titles or level in self.title_patterns)


class TitleIndex:
    """Looks titles and names of series up, after normalisation and never by likeness."""

    def __init__(self, series: Mapping[str, Series]) -> None:
        self._titles = [
            (head, Regex(pattern + _QUALIFIER), one.code, level)
            for one in series.values()
            for level, head, pattern in _title_patterns(one)
        ]
        names = sorted({title for one in series.values() for title in _listed_titles(one)}, key=len, reverse=True)
        self._within = re.compile("(?<!总)(?:" + "|".join(map(re.escape, names)) + ")" if names else r"(?!)")
        self._names: dict[str, str] = {}
        for one in series.values():
            for name in (one.zh, *one.aliases):
                self._names[squeeze(name)] = one.code

    def find_title(self, text: str) -> list[tuple[str, str]]:
        """(series, level) of every series that has the title."""
        written = squeeze(text)
        return list(
            dict.fromkeys(
                (code, level)
                for head, title, code, level in self._titles
                if written.startswith(head) and title.fullmatch(written)
            )
        )

    def may_be_post_of(self, post: str, title: str) -> bool:
        """Whether a post may be held with a title: 工程师（九级） and 专业技术岗位 with 工程师, 助理工程师 not."""
        found = self._within.search(squeeze(post))
        if found is None or squeeze(title) == found[0]:
            return True
        named, held = ({level for _, level in self.find_title(name)} for name in (found[0], title))
        return bool(named & held) if held else squeeze(title) in squeeze(post)

    def find_series(self, text: str) -> str | None:
        """The code of the series a text names."""
        written = squeeze(text)
        return self._names.get(written) or self._names.get(re.sub(r"(?:职称)?(?:系列)?(?:职称)?$", "", written))


def load_series(folder: Path) -> dict[str, Series]:
    """Every `<code>.schema.json` of a folder by code, in the order of the national list."""
    loaded = [_series(read_object(path), path) for path in sorted(folder.glob("*.schema.json"))]
    return {one.code: one for one in sorted(loaded, key=lambda one: (one.number, one.code))}


def demanded_rules(schema: Any) -> frozenset[str]:
    """The rule codes that the constraints of a schema name with `x-defect`."""
    if isinstance(schema, list):
        return frozenset().union(*map(demanded_rules, schema))
    if not isinstance(schema, dict):
        return frozenset()
    own = {schema["x-defect"]} if "x-defect" in schema else set()
    return frozenset(own).union(*map(demanded_rules, schema.values()))


def _series(schema: dict[str, Any], path: Path) -> Series:
    try:
        if path.name != f"{schema['x-series']}.schema.json":
            raise PolicyError(f"系列文件 {path.name} 的 x-series 是 {schema['x-series']}", "x-series 应与文件名相同")
        qualification = schema["x-qualification"]
        patterns = schema.get("x-title-patterns", {})
        return Series(
            code=schema["x-series"],
            zh=schema["x-name"],
            number=schema["x-number"],
            titles={level: tuple(titles) for level, titles in schema["x-titles"].items()},
            pattern="|".join(re.compile(pattern).pattern for pattern in patterns.values()),
            qualification=qualification["levels"],
            verified_levels=frozenset(qualification["verified"]),
            licences={entry["name"]: re.compile(entry["fits"]).pattern for entry in schema["x-licences"]},
            schema=schema,
            continuing_education=schema["x-continuing-education"],
            specialties=tuple(schema.get("x-specialties", ())),
            new_specialties=tuple(schema["x-new-specialties"]),
            legacy_titles=schema.get("x-legacy-titles", {}),
            title_patterns=patterns,
            aliases=tuple(schema["x-aliases"]),
            source=schema["x-source"],
            verified=schema["x-verified"],
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise PolicyError(f"系列文件 {path} 缺少注记或格式不对：{error}", "请对照 schemas/README.md 补全") from error


def _listed_titles(series: Series) -> Iterator[str]:
    for titles in (*series.titles.values(), series.legacy_titles):
        yield from map(squeeze, titles)


def _title_patterns(series: Series) -> Iterator[tuple[str, str, str]]:
    """(level, what the title begins with, regular expression) of every title of a series."""
    for level, titles in series.titles.items():
        for title in map(squeeze, titles):
            yield level, title, f"{re.escape(title)}(?:（{_LEVEL_WORDS[level]}）)?"
    for level, pattern in series.title_patterns.items():
        yield level, "", pattern
    for title, level in series.legacy_titles.items():
        yield level, squeeze(title), re.escape(squeeze(title))
