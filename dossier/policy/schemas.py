"""JSON Schema validation (draft 2020-12) against the files of `schemas/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from dossier.policy.resources import read_object, schema_file


def problems(content: Any, schema: str) -> list[str]:
    """What is wrong with a JSON value under a schema of `schemas/`, place first; empty when it conforms."""
    found = _validator(schema).iter_errors(content)
    return [f"{'/'.join(map(str, error.absolute_path)) or '（整体）'}：{error.message}" for error in _ordered(found)]


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


def _ordered(errors: Iterator[ValidationError]) -> list[ValidationError]:
    return sorted(errors, key=lambda error: ([str(part) for part in error.absolute_path], error.message))
