"""A policy pack in Python: the notice, its parameters and rules, and the tables it is read with. Pure data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dossier.errors import PolicyError
from dossier.model import Severity
from dossier.policy.clauses import cite
from dossier.policy.consulted import note
from dossier.policy.demands import Demands
from dossier.policy.office import Office
from dossier.policy.places import Places
from dossier.policy.series import Series, TitleIndex
from dossier.policy.workdays import WorkCalendar


@dataclass(frozen=True)
class Parameter:
    """A figure the rules use. `verified` only where `clause` says it; `note` tells what it means."""

    value: Any
    verified: bool
    clause: str
    note: str = ""


@dataclass(frozen=True)
class RuleInfo:
    """A rule's entry in the catalogue, with the overrides of the policy pack applied."""

    code: str
    title: str
    severity: Severity
    clause: str
    by: str
    """applicant, employer, authority or office: who has to act."""
    check: str
    family: str
    off: str = ""
    """Why the pack switched the rule off; empty while it is on."""
    regraded: str = ""
    """Why the pack gave it another severity; empty where it did not."""


@dataclass(frozen=True)
class FieldSpec:
    """How a field is announced on the page, and its type."""

    labels: tuple[str, ...]
    type: str
    note: str = ""
    zh: str = ""
    """What people call it where no page announces it."""
    like: str = ""
    """What its values look like: a regular expression, or `title` or `series` for those the policy knows."""
    labels_like: str = ""
    """How labels read that no list names: a regular expression over a whole label without hint and white space."""

    @property
    def name(self) -> str:
        """Its name in reports: the commonest label."""
        return self.zh or (self.labels or ("",))[0]


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document: how it names itself, when it is due, what is read from it."""

    kind: str
    zh: str
    titles: tuple[str, ...]
    required: str
    """always, reviewed (all but 初定), `when: …`, policy parameter, or never."""
    filled: tuple[str, ...]
    """Fields that must not be empty (FRM-02)."""
    fields: Mapping[str, FieldSpec]
    note: str = ""
    patterns: tuple[str, ...] = ()
    """Regular expressions for titles with words in between: 关于……公示情况的证明."""
    listed_as: tuple[str, ...] = ()
    """Regular expressions for the words by which a list of materials names it."""
    signs: tuple[tuple[str, ...], ...] = ()
    """Sets of words that only this kind has: all of one set prove it where no title does."""
    phrases: tuple[str, ...] = ()
    """What such documents usually say: several of them tell the kind of a page whose title says nothing."""
    hints: tuple[str, ...] = ()
    """Words without which an untitled page cannot be of this kind."""
    sections: tuple[str, ...] = ()
    """Headings inside it, by which an untitled page in a file of its own is known to go on with it."""
    several_pages: bool = False
    """Whether an untitled page behind one of this kind belongs to it."""


@dataclass(frozen=True)
class Confirmation:
    """Who confirms and publishes the result of a review, by kind of committee (560-7)."""

    clause: str = ""
    unknown: str = ""
    """What is said where the kind is not known."""
    by_committee: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Kind → {who, why}."""


@dataclass(frozen=True)
class Policy:
    """One notice as the program applies it. `load_policy` makes it; nothing changes it afterwards."""

    id: str
    version: str
    document_number: str
    title: str
    clauses: Mapping[str, str]
    """560-8 → the normalised paragraph, with full-width punctuation."""
    parameters: Mapping[str, Parameter]
    rules: Mapping[str, RuleInfo]
    routes_off: Mapping[str, frozenset[str]]
    """Route → rules that do not apply there. Also origin_hk_mo_tw_foreign, digital_title, mobility."""
    calendar: WorkCalendar
    kinds: Mapping[str, DocumentKind]
    series: Mapping[str, Series]
    description: str = ""
    source: str = ""
    """What the pack rests on, in Chinese."""
    verified: bool = False
    """Whether every part of it was checked against its source."""
    other_labels: tuple[str, ...] = ()
    """Words that announce fields nobody reads: they end the value before them."""
    routes_undecided: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Route → rules that only a person can judge there."""
    routes_while: Mapping[str, str] = field(default_factory=dict)
    """Route → the rule that must pass for `routes_off` to hold; while it does not, those rules are undecided."""
    routes_demand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Route → kinds of document of which any bears it out."""
    routes_told: Mapping[str, str] = field(default_factory=dict)
    """Kind of document that only one route has → that route."""
    route_reasons: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Code lists with their Chinese: routes, origins, employer_ownership, levels, publicity_items, venues …"""
    families: Mapping[str, str] = field(default_factory=dict)
    titles: TitleIndex = field(default_factory=lambda: TitleIndex({}))
    places: Places = field(default_factory=lambda: Places({}))
    """Word lists by which the issuer of a title and a school are known to be from elsewhere."""
    confirmation: Confirmation = field(default_factory=Confirmation)
    office: Office = field(default_factory=Office)
    """The tables of an overlay; empty without one."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Name → SHA-256 of every file of the pack and its tables."""

    def value(self, parameter: str) -> Any:
        """The value of a parameter. PolicyError where the pack has none of that name."""
        if parameter not in self.parameters:
            raise PolicyError(f"政策包 {self.id} 没有参数 {parameter}", "请在政策包的 parameters 中补上")
        note(parameter)
        return self.parameters[parameter].value

    @cached_property
    def demands(self) -> Demands:
        """What the schemas of the series demand, with this policy's parameters; compiled at the first use."""
        return Demands(self.series, {name: parameter.value for name, parameter in self.parameters.items()})

    @property
    def rule_titles(self) -> dict[str, str]:
        """Rule code → title, in the order of the catalogue."""
        return {code: rule.title for code, rule in self.rules.items()}

    def may_reject(self, series: str, level: str) -> bool:
        """Whether the qualification row of a level may reject: it is verified, or the pack accepts it all the same."""
        accepted = self.value("accept_unverified_tables")
        if accepted is True or (isinstance(accepted, Mapping) and level in accepted.get(series, ())):
            return True
        return series in self.series and level in self.series[series].verified_levels

    def find_title(self, text: str) -> list[tuple[str, str]]:
        """(series, level) of every series that has this title; legacy titles too. Exact after normalisation."""
        return self.titles.find_title(text)

    def find_series(self, text: str) -> str | None:
        """The code of the series a text names, by full or well-known short name; None if unclear."""
        return self.titles.find_series(text)

    def why_off(self, rule: str, routes: Collection[str], origin: str | None) -> str | None:
        """In Chinese, why a rule does not apply to these routes and this origin; None where it applies."""
        info = self.rules.get(rule)
        if info and info.off:
            return f"本政策包已停用：{info.off}"
        return self._reason(self.routes_off, rule, routes, origin)

    def why_undecided(self, rule: str, routes: Collection[str], origin: str | None) -> str | None:
        """In Chinese, why only a person can judge a rule on these routes; None where the machine may."""
        return self._reason(self.routes_undecided, rule, routes, origin)

    def cite(self, clause: str) -> str:
        """560-8 → 晋人社厅函〔2025〕560号第八条; practice → 评审工作惯例; names of other texts stay."""
        return cite(clause, self.document_number, next(iter(self.clauses)).rpartition("-")[0])

    def _reason(
        self, table: Mapping[str, frozenset[str]], rule: str, routes: Collection[str], origin: str | None
    ) -> str | None:
        special = ("origin_hk_mo_tw_foreign",) if origin in ("hong_kong_macao", "taiwan", "foreign") else ()
        for route in (*sorted(routes), *special):
            if rule in table.get(route, ()):
                return self.route_reasons.get(route) or f"{self.codes.get('routes', {}).get(route, route)}不适用本条"
        return None
