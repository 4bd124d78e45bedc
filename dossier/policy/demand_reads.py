"""What a constraint of a series schema reads: kinds and fields of documents, and parameters of the policy.

A constraint reads what it names itself and what the conditions (`if`) around it name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Schema = Mapping[str, Any]
FORM = "review_form"
STATED_ON_FORM: Mapping[tuple[str, str], str] = {
    ("application", "series"): "series",
    ("application", "title"): "title",
    ("application", "level"): "title",
    ("application", "route"): "route",
    ("applicant", "employer_ownership"): "employer_type",
}
"""Values of the record that constraints look at → the field of the form they are taken from."""
_HOLDERS = ("fields", "application", "applicant")


class _Constraint(NamedTuple):
    schema: Schema
    conditions: tuple[Schema, ...]
    """The outermost first."""
    at: tuple[str, str]
    """What it stands at: ("fields", "characters"), ("application", "title"); empty where it is the documents."""


def reads_of(part: Schema, code: str) -> dict[str, tuple[str, ...]]:
    """Kind → fields that the constraints with the code read in a part of a schema, references resolved.

    A kind without fields counts by its being there.
    """
    found: dict[str, dict[str, None]] = {}
    for constraint in _constraints(part, code):
        for kind, field in _read_by(constraint):
            found.setdefault(kind, {}).update({field: None} if field else {})
    return {kind: tuple(fields) for kind, fields in found.items()}


def parameters_of(part: Schema, code: str) -> frozenset[str]:
    """The parameters that the constraints with the code ask for with `x-policy`."""
    return frozenset(name for one in _constraints(part, code) for name, *_ in one.schema.get("x-policy", {}).values())


def kinds_in(node: Any) -> Iterator[str]:
    """The kinds of document that a schema names."""
    for one in _objects(node):
        yield from _kinds_at(one)


def fields_in(node: Any) -> Iterator[str]:
    """The fields of a document that a schema looks at."""
    for one in _objects(node):
        fields = one.get("fields")
        if isinstance(fields, dict):
            yield from fields.get("properties", ())


def _constraints(
    node: Any, code: str, conditions: tuple[Schema, ...] = (), at: tuple[str, str] = ("", "")
) -> Iterator[_Constraint]:
    if isinstance(node, list):
        for part in node:
            yield from _constraints(part, code, conditions, at)
    if not isinstance(node, dict):
        return
    if node.get("x-defect") == code:
        yield _Constraint(node, conditions, at)
    inner = (*conditions, node["if"]) if "if" in node else conditions
    for key, part in node.items():
        if key in _HOLDERS and isinstance(part, dict):
            for name, value in part.get("properties", {}).items():
                yield from _constraints(value, code, conditions, (key, name))
        elif key != "if":
            yield from _constraints(part, code, inner if key in ("then", "else") else conditions, at)


def _read_by(constraint: _Constraint) -> Iterator[tuple[str, str]]:
    for schema in (*constraint.conditions, constraint.schema):
        yield from _named(schema, ())
    yield from _stated(constraint)
    if constraint.at in STATED_ON_FORM:
        yield FORM, STATED_ON_FORM[constraint.at]
    elif constraint.at[0] == "fields":
        yield from ((kind, constraint.at[1]) for kind in kinds_in(constraint.conditions[-1]))


def _named(node: Any, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(kind, field) and (kind, "") for the documents that a schema describes; `kinds`: of the document around."""
    if isinstance(node, list):
        for part in node:
            yield from _named(part, kinds)
    if not isinstance(node, dict):
        return
    properties = node.get("properties", {})
    own = tuple(_kinds_at(properties))
    yield from ((kind, "") for kind in own)
    for name in properties.get("fields", {}).get("properties", ()):
        yield from ((kind, name) for kind in own or kinds)
    for part in node.values():
        yield from _named(part, own or kinds)


def _stated(constraint: _Constraint) -> Iterator[tuple[str, str]]:
    """The fields of the form behind values of applicant and application."""
    for node in (one for schema in (*constraint.conditions, constraint.schema) for one in _objects(schema)):
        for (part, name), field in STATED_ON_FORM.items():
            if name in node.get(part, {}).get("properties", ()):
                yield FORM, field


def _kinds_at(properties: Schema) -> tuple[str, ...]:
    kind = properties.get("kind")
    if not isinstance(kind, dict):
        return ()
    return tuple(kind.get("enum", [kind["const"]] if "const" in kind else []))


def _objects(node: Any) -> Iterator[Schema]:
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _objects(part)
