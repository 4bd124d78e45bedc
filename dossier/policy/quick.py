"""A validator that passes over documents whose kind a constraint rules out, before it looks at what they say.

It accepts and rejects exactly what draft 2020-12 does. A dossier has dozens of documents, and most constraints are
about one or two kinds of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

_PLAIN_CONTAINS = Draft202012Validator.VALIDATORS["contains"]
_PLAIN_ITEMS = Draft202012Validator.VALIDATORS["items"]


def kinds_required(schema: Any) -> frozenset[str] | None:
    """The kinds one of which a document must have to meet the schema; None where it may be of any kind."""
    if not isinstance(schema, Mapping):
        return None
    kind = schema.get("properties", {}).get("kind", {}) if "kind" in schema.get("required", ()) else {}
    if isinstance(kind, Mapping) and ("const" in kind or "enum" in kind):
        return frozenset(kind.get("enum", [kind.get("const")]))
    if alternatives := schema.get("anyOf"):
        sets = [kinds_required(part) for part in alternatives]
        return None if None in sets else frozenset().union(*(one for one in sets if one is not None))
    found = (kinds_required(part) for part in schema.get("allOf", ()))
    return next((one for one in found if one is not None), None)


def _contains(validator: Any, contains: Any, instance: Any, schema: Mapping[str, Any]) -> Iterator[ValidationError]:
    """`contains`, met without a look at documents of other kinds; where it is not met the plain keyword says so."""
    kinds = kinds_required(contains)
    if kinds is None or not isinstance(instance, list) or "maxContains" in schema:
        yield from _PLAIN_CONTAINS(validator, contains, instance, schema)
        return
    wanted = schema.get("minContains", 1)
    one = validator.evolve(schema=contains)
    found = sum(1 for part in instance if _of(part, kinds) and one.is_valid(part)) if wanted else 0
    if found < wanted:
        yield ValidationError(f"{found} of {wanted} items match", validator="contains", validator_value=contains)


def _items(validator: Any, items: Any, instance: Any, schema: Mapping[str, Any]) -> Iterator[ValidationError]:
    """`items`, where it says something of documents of some kinds only."""
    kinds = kinds_required(items.get("if")) if isinstance(items, dict) and set(items) == {"if", "then"} else None
    if kinds is None or not isinstance(instance, list) or "prefixItems" in schema:
        yield from _PLAIN_ITEMS(validator, items, instance, schema)
        return
    for index, part in enumerate(instance):
        if _of(part, kinds):
            yield from validator.descend(instance=part, schema=items, path=index)


def _of(part: Any, kinds: frozenset[str]) -> bool:
    """Whether the part may be of one of the kinds; what is no document at all is left to the plain keywords."""
    kind = part.get("kind", "") if isinstance(part, dict) else None
    return not isinstance(kind, str) or kind in kinds


QuickValidator = extend(Draft202012Validator, {"contains": _contains, "items": _items})  # type: ignore[no-untyped-call]
