"""What the schemas of the series demand of a record: constraints that carry `x-defect`, compiled once for a policy.

A schema file is taken apart into units (the members of its `allOf`, those of referenced files included). Units that
several series share are judged once for all of them. `x-policy` gives a keyword the value of a policy parameter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

from dossier.policy.demand_reads import fields_in, kinds_in, parameters_of, reads_of
from dossier.policy.quick import QuickValidator
from dossier.policy.schemas import registry
from dossier.policy.series import Series, demanded_rules

_BASE = "https://dossier.example/schemas/series/"
_NAMES_OF_FILES = ("$id", "$schema", "$defs")


class SchemaDefect(NamedTuple):
    """A constraint of a series schema that the record does not meet."""

    rule: str
    """The code the constraint carries as `x-defect`."""
    message: str
    """In Chinese, from the constraint's `x-message`."""
    path: tuple[str, ...]
    """Where in record.json: ("application", "title", "value"); list indices as digits."""
    name: str = ""
    """What is demanded, in two or three words: the constraint's `title`."""
    kinds: tuple[str, ...] = ()
    """The kinds of document of which one is demanded; empty for demands on values."""
    open: bool = False
    """The constraint leaves the point to a person (`x-outcome: undecided`)."""
    instead: tuple[int, ...] = ()
    """Documents that a person may accept (`x-perhaps`), by index."""
    short: tuple[tuple[int, str], ...] = ()
    """(document, field) of documents of these kinds that do not fit, by the fields the constraint looks at."""
    rests_on: tuple[str, ...] = ()
    """Paths of values that decide whether the constraint applies: applicant/employer_ownership."""


@dataclass(frozen=True)
class Unit:
    """One independent part of a schema, references resolved and parameters filled in."""

    key: str
    validator: Validator
    by_level: bool
    """Whether it looks at the level applied for."""
    codes: frozenset[str]
    """The rules it can break."""

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        schema: Mapping[str, Any] = json.loads(self.key)
        return schema


class Demands:
    """The demands of all series of a policy."""

    def __init__(self, series: Mapping[str, Series], parameters: Mapping[str, Any]) -> None:
        self._series = series
        self._values = json.dumps(parameters, ensure_ascii=False, sort_keys=True)
        self._units: dict[str, tuple[Unit, ...]] = {}

    def units(self, series: str) -> tuple[Unit, ...]:
        """The units of a series, compiled at the first call."""
        if series not in self._units:
            text = json.dumps(self._series[series].schema, ensure_ascii=False)
            self._units[series] = compiled(text, self._values)
        return self._units[series]

    def codes(self, series: str) -> frozenset[str]:
        """The rules that a series demands."""
        return frozenset().union(*(unit.codes for unit in self.units(series)))

    def reads(self, code: str) -> Mapping[str, tuple[str, ...]]:
        """Kind of document → fields that the constraints of any series read for a rule; empty for other rules."""
        found: dict[str, dict[str, None]] = {}
        for unit in self._of(code):
            for kind, fields in reads_of(unit.schema, code).items():
                found.setdefault(kind, {}).update(dict.fromkeys(fields))
        return {kind: tuple(fields) for kind, fields in found.items()}

    def parameters(self, code: str) -> tuple[str, ...]:
        """The parameters of the policy that the constraints of any series ask for, for a rule."""
        return tuple(sorted({name for unit in self._of(code) for name in parameters_of(unit.schema, code)}))

    def unmet(
        self, record_json: Mapping[str, Any], candidates: Sequence[tuple[str, str | None]]
    ) -> list[list[SchemaDefect]]:
        """For each (series, level), what a record that applies for it does not meet; level None is the record's own."""
        known: dict[tuple[str, str | None], list[SchemaDefect]] = {}
        views = {level: _applying(record_json, level) for _, level in candidates}
        return [
            list(dict.fromkeys(defect for unit in self.units(code) for defect in _judged(unit, level, views, known)))
            for code, level in candidates
        ]

    def _of(self, code: str) -> Iterator[Unit]:
        """The units that can break a rule, each once."""
        units = {unit.key: unit for series in self._series for unit in self.units(series)}
        yield from (unit for unit in units.values() if code in unit.codes)


def series_defects(
    record_json: Mapping[str, Any], series: Series, parameters: Mapping[str, Any] | None = None
) -> list[SchemaDefect]:
    """The constraints of one series that the record does not meet, each once."""
    return Demands({series.code: series}, parameters or {}).unmet(record_json, [(series.code, None)])[0]


@lru_cache(maxsize=256)
def compiled(schema: str, parameters: str) -> tuple[Unit, ...]:
    """The units of a schema, with the values of a policy's parameters; both as JSON."""
    values = json.loads(parameters)
    content = json.loads(schema)
    resolver = registry().resolver(content.get("$id", _BASE))
    return tuple(_unit(part) for part in _parts(_expanded(content, resolver, values)))


def _unit(part: Mapping[str, Any]) -> Unit:
    key = json.dumps(part, ensure_ascii=False, sort_keys=True)
    return Unit(key, QuickValidator(part), '"level": {' in key, demanded_rules(part))


def _parts(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The members of `allOf`, and of theirs, that demand something; and what stands beside `allOf`."""
    own = {key: value for key, value in schema.items() if key != "allOf"}
    for part in (own, *(inner for member in schema.get("allOf", ()) for inner in _parts(member))):
        if '"x-defect"' in json.dumps(part):
            yield part


def _expanded(node: Any, resolver: Any, values: Mapping[str, Any]) -> Any:
    """The schema with every `$ref` replaced by what it refers to, and `x-policy` by the parameters."""
    if isinstance(node, list):
        return [_expanded(part, resolver, values) for part in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        found = resolver.lookup(node["$ref"])
        rest = {key: value for key, value in node.items() if key != "$ref"}
        return {**_expanded(found.contents, found.resolver, values), **_expanded(rest, resolver, values)}
    kept = {key: _expanded(value, resolver, values) for key, value in node.items() if key not in _NAMES_OF_FILES}
    return kept | _parameters(node.get("x-policy", {}), values)


def _parameters(wanted: Mapping[str, list[Any]], values: Mapping[str, Any]) -> dict[str, Any]:
    """{"minimum": ["work_summary_characters", 0]} → {"minimum": 1000}; what the policy leaves open is left out."""
    found = {}
    for keyword, (name, *steps) in wanted.items():
        value = values.get(name)
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else value[step] if isinstance(value, list) else None
        if isinstance(value, int | float):
            found[keyword] = value
    return found


def _applying(record_json: Mapping[str, Any], level: str | None) -> Mapping[str, Any]:
    if level is None:
        return record_json
    return {**record_json, "application": {**record_json["application"], "level": {"value": level}}}


def _judged(
    unit: Unit,
    level: str | None,
    views: Mapping[str | None, Mapping[str, Any]],
    known: dict[tuple[str, str | None], list[SchemaDefect]],
) -> list[SchemaDefect]:
    key = (unit.key, level if unit.by_level else None)
    if key not in known:
        errors = unit.validator.iter_errors(views[level])
        known[key] = [
            _defect(error, error.schema)
            for error in errors
            if isinstance(error.schema, Mapping) and "x-defect" in error.schema
        ]
    return known[key]


def _defect(error: ValidationError, constraint: Mapping[str, Any]) -> SchemaDefect:
    contains = constraint.get("contains", {})
    kinds = tuple(dict.fromkeys(kinds_in(contains)))
    documents = error.instance if kinds and isinstance(error.instance, list) else []
    perhaps = QuickValidator(constraint["x-perhaps"]) if "x-perhaps" in constraint else None
    fields = tuple(dict.fromkeys(fields_in(contains)))
    fewest = constraint.get("minContains", 1)
    count = f"：至少须有{fewest}件" if fewest > 1 else ""
    return SchemaDefect(
        rule=constraint["x-defect"],
        message=constraint["x-message"] + count,
        path=tuple(map(str, error.absolute_path)),
        name=constraint.get("title", ""),
        kinds=kinds,
        open=constraint.get("x-outcome") == "undecided",
        instead=tuple(i for i, document in enumerate(documents) if perhaps and perhaps.is_valid(document)),
        short=tuple((i, name) for i, one in enumerate(documents) if one.get("kind") in kinds for name in fields),
        rests_on=tuple(constraint.get("x-rests-on", ())),
    )
