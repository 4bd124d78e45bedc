"""Finds the data folders `schemas/` and `templates/`, in a checkout and in an installed wheel alike."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from dossier.errors import PolicyError, SetupError

_PACKAGE = Path(__file__).resolve().parent.parent


def schema_file(*parts: str) -> Path:
    """The path of a file or folder below `schemas/`. SetupError when the installation lacks the folder."""
    return _root("schemas").joinpath(*parts)


def template_file(*parts: str) -> Path:
    """The path of a file or folder below `templates/`. SetupError when the installation lacks the folder."""
    return _root("templates").joinpath(*parts)


def read_schema(*parts: str) -> dict[str, Any]:
    """A JSON object below `schemas/`. PolicyError when it is missing or no JSON object."""
    return read_object(schema_file(*parts))


def read_object(path: Path) -> dict[str, Any]:
    """A JSON object from a file. PolicyError, in Chinese and with the place, when it cannot be had."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyError(f"读不到文件 {path}：{error.strerror}", "请检查文件名和路径") from error
    except UnicodeDecodeError as error:
        raise PolicyError(f"{path} 不是 UTF-8 编码", "请另存为 UTF-8 编码") from error
    except json.JSONDecodeError as error:
        raise PolicyError(f"{path} 第{error.lineno}行第{error.colno}列不是有效的 JSON", "请修正该处的语法") from error
    if not isinstance(content, dict):
        raise PolicyError(f"{path} 的内容不是 JSON 对象", "文件最外层应为花括号")
    return content


@cache
def _root(name: str) -> Path:
    installed, checkout = _PACKAGE / f"_{name}", _PACKAGE.parent / name
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise SetupError(f"安装不完整：缺少 {name} 目录", "请重新安装本软件")
