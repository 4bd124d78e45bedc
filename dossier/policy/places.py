"""Where units and schools belong, by word lists (`schemas/places.json`): what no list knows is never judged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dossier.text import squeeze

_STATE = re.compile("^中华人民共和国")
_IN_BRACKETS = re.compile("（([^）]*)）")
_HAN = re.compile("[㐀-鿿]")


@dataclass(frozen=True)
class Places:
    """The word lists, and what they tell of a name. `home`: the short name of the province of the policy pack."""

    words: Mapping[str, tuple[str, ...]]
    home: str = ""
    cities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Province → its cities and names of old; of other provinces the cities that everybody knows."""

    def at_home(self, name: str) -> bool:
        """Whether the name begins with the home province or one of its cities."""
        return bool(self.home) and self._province(squeeze(name)) == self.home

    def names_home(self, name: str) -> bool:
        """Whether the name speaks of the home province or one of its cities anywhere."""
        return self._names_home.search(squeeze(name)) is not None

    def elsewhere(self, name: str) -> bool:
        """Whether the name begins with another province of the mainland or one of the cities known to lie in one."""
        province = self._province(squeeze(name))
        return province not in ("", self.home, *self.words["special_regions"])

    def like_central(self, name: str) -> bool:
        """Whether a unit is called as those of the centre are; that alone does not prove it to be one."""
        said = squeeze(name)
        return (
            self._begins(said, "central_bodies") != ""
            or self._begins(said, "central_enterprises") != ""
            or self._matches(said, "central_pattern")
            or self._matches(said, "central_units")
        )

    def issuer_elsewhere(self, issuer: str) -> str:
        """In Chinese, who issued a title: 外省（陕西） or 中央单位; empty for the home province and where unclear.

        Offices that hold national examinations count as the province's own: their certificates hold everywhere.
        """
        name = _STATE.sub("", squeeze(issuer))
        province = self._province(name)
        if province:
            return "" if province == self.home else f"外省（{province}）"
        if any(word in name for word in self.words["national_examiners"]):
            return ""
        central = (
            any(word in name for word in self.words["central_bodies"])
            or self._begins(name, "central_enterprises")
            or self._matches(name, "central_pattern")
        )
        return "中央单位" if central else ""

    def school_abroad(self, school: str) -> bool | None:
        """Whether a school lies abroad or in 港澳台; None for a foreign spelling that no list knows."""
        name = squeeze(school)
        if not _HAN.search(name):
            return True if set(re.findall(r"[^\W\d_]+", school)) & {*self.words["abroad_latin"]} else None
        if any(campus in note for note in _IN_BRACKETS.findall(name) for campus in self.words["mainland_campuses"]):
            return False
        return bool(self._begins(name, "abroad_prefixes") or self._begins(name, "abroad_names"))

    def _province(self, name: str) -> str:
        """The province that the name begins with, or a city of which; empty for others."""
        if province := self._begins(name, "provinces"):
            return province
        return next((one for one, cities in self.cities.items() if name.startswith(cities)), "")

    @cached_property
    def _names_home(self) -> re.Pattern[str]:
        cities = [f"{city}市" if city in self.words["word_cities"] else city for city in self.cities.get(self.home, ())]
        names = [re.escape(name) for name in (self.home, *cities) if name]
        return re.compile("|".join(names) or "(?!)")

    def _matches(self, name: str, group: str) -> bool:
        return any(re.search(pattern, name) for pattern in self.words[group])

    def _begins(self, name: str, group: str) -> str:
        return next((word for word in self.words[group] if name.startswith(squeeze(word))), "")


def make_places(lists: Mapping[str, Any], issuer: str) -> Places:
    """Of the content of `places.json` and the name of the office that issued the notice."""
    words = {name: tuple(entries) for name, entries in lists.items() if isinstance(entries, list)}
    cities = {province: tuple(names) for province, names in lists["cities"].items()}
    return Places(words, next((word for word in words["provinces"] if issuer.startswith(word)), ""), cities)
