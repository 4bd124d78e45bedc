"""JSON Schema validation (draft 2020-12) against the files of `schemas/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from dossier.policy.resources import read_object, schema_file
from dossier.policy.schema_words import in_words


class SchemaProblem(NamedTuple):
    """A violation in words for people."""

    place: str
    """parameters/cycle/value; list items count from 0."""
    message: str
    hint: str
    """What the schema says of the place."""


def problems(content: Any, schema: str) -> list[str]:
    """What is wrong with a JSON value under a schema of `schemas/`, place first; empty when it conforms."""
    return [f"{problem.place}：{problem.message}" for problem in explained(content, schema)]


def explained(content: Any, schema: str) -> list[SchemaProblem]:
    """The violations in Chinese, in the order of their places."""
    found = _ordered(_validator(schema).iter_errors(content))
    return list(dict.fromkeys(SchemaProblem(_place(error), in_words(error), _hint(error)) for error in found))


@cache
def registry() -> Registry[Any]:
    """Every schema of `schemas/` by its $id, so that references never leave the machine."""
    files = [path for folder in ("", "common", "series") for path in schema_file(folder).glob("*.schema.json")]
    contents = [read_object(path) for path in sorted(files)]
    resources = [(schema["$id"], DRAFT202012.create_resource(schema)) for schema in contents]
    return Registry().with_resources(resources)


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(read_object(schema_file(*schema.split("/"))), registry=registry())


def _place(error: ValidationError) -> str:
    return "/".join(map(str, error.absolute_path)) or "（整体）"


def _hint(error: ValidationError) -> str:
    said = [error.schema.get(key, "") for key in ("title", "description")] if isinstance(error.schema, Mapping) else []
    return "：".join(filter(None, said)) or "请对照 schemas/README.md 修正该处"


def _ordered(errors: Iterator[ValidationError]) -> list[ValidationError]:
    return sorted(errors, key=lambda error: ([str(part) for part in error.absolute_path], error.message))
