"""A violation of a JSON Schema in Chinese, for those who write packs and overlays."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

_TYPES = {
    "object": "对象（花括号）",
    "array": "列表（方括号）",
    "string": "文字（加引号）",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "null": "null",
}
_LONGEST = 60


def in_words(error: ValidationError) -> str:
    """What is wrong at the place, without the place."""
    say = _WORDS.get(str(error.validator))
    return say(error) if say else error.message


def _wanted(error: ValidationError) -> Any:
    """What the schema asks for there."""
    return error.validator_value


def _instance(error: ValidationError) -> Any:
    return error.instance


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _type(error: ValidationError) -> str:
    wanted = _wanted(error)
    names = [_TYPES.get(str(one), str(one)) for one in (wanted if isinstance(wanted, list) else [wanted])]
    return f"{_shown(error.instance)} 应为{'或'.join(names)}"


def _required(error: ValidationError) -> str:
    missing = [name for name in _wanted(error) if name not in _instance(error)]
    return f"缺少 {'、'.join(missing)}"


def _additional(error: ValidationError) -> str:
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    known = schema.get("properties", {})
    extra = [name for name in _instance(error) if name not in known]
    return f"不认识 {'、'.join(extra)}，可写的有：{'、'.join(name for name in known if name != '$schema')}"


def _alternatives(error: ValidationError) -> str:
    named: list[str] = [branch["required"][0] for branch in _wanted(error) if branch.get("required")]
    if named:
        return f"须写 {' 或 '.join(named)}" + ("，且只能写一种" if error.validator == "oneOf" else "")
    inner = [in_words(one) for one in error.context or ()]
    return "；或".join(dict.fromkeys(inner)) or error.message


_WORDS: Mapping[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "required": _required,
    "additionalProperties": _additional,
    "oneOf": _alternatives,
    "anyOf": _alternatives,
    "enum": lambda e: f"{_shown(e.instance)} 应为其中之一：{'、'.join(map(_shown, _wanted(e)))}",
    "const": lambda e: f"{_shown(e.instance)} 只能是 {_shown(e.validator_value)}",
    "pattern": lambda e: f"{_shown(e.instance)} 的写法不对（应符合 {e.validator_value}）",
    "minLength": lambda e: f"{_shown(e.instance)} 太短，至少 {e.validator_value} 个字符",
    "minItems": lambda e: f"至少列出 {e.validator_value} 项",
    "maxItems": lambda e: f"至多列出 {e.validator_value} 项",
    "uniqueItems": lambda e: "有重复的项",
    "minimum": lambda e: f"{_shown(e.instance)} 不能小于 {e.validator_value}",
    "maximum": lambda e: f"{_shown(e.instance)} 不能大于 {e.validator_value}",
    "exclusiveMinimum": lambda e: f"{_shown(e.instance)} 须大于 {e.validator_value}",
    "minProperties": lambda e: f"至少写 {e.validator_value} 项",
}
