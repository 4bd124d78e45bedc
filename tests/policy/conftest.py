import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier.policy import Policy, load_policy
from dossier.policy.resources import schema_file


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The pack that comes with the program."""
    return load_policy()


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """A copy of the whole `schemas/` folder, to be changed."""
    return Path(shutil.copytree(schema_file(), tmp_path / "schemas"))


@pytest.fixture
def change() -> Callable[[Path, Callable[[Any], Any]], Path]:
    """Rewrites a JSON file through a function that changes its content in place."""

    def rewrite(path: Path, by: Callable[[Any], Any]) -> Path:
        content = json.loads(path.read_text(encoding="utf-8"))
        by(content)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    return rewrite


def _value(value: Any, **more: Any) -> dict[str, Any]:
    return {"value": value, "raw": str(value), "file": "a.pdf", "page": 1, "method": "ocr", "confidence": 0.98} | more


def _document(number: int, kind: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"d{number:02}",
        "kind": kind,
        "title": kind,
        "pages": [{"file": "a.pdf", "page": number}],
        "fields": {name: _value(value) for name, value in fields.items()},
    }


@pytest.fixture
def record() -> dict[str, Any]:
    """A small record.json with nothing wrong in it."""
    return {
        "format": "dossier-record/1",
        "application": {
            "policy": "shanxi-2025",
            "submitted": "2025-08-29",
            "series": _value("engineering"),
            "level": _value("associate_senior"),
            "title": _value("高级工程师"),
            "route": _value(["ordinary"], method="stated"),
        },
        "applicant": {"name": _value("樊砚秋"), "origin": _value("mainland")},
        "documents": [
            _document(1, "review_form", name="樊砚秋", birth_date="1986-03", unit_sealed=True),
            _document(
                2, "id_card", name="樊砚秋", valid={"start": "2016-05-20", "end": "长期"}, sides=["front", "back"]
            ),
        ],
        "publicity": [
            {
                "items": _value(["conditions_and_procedure"]),
                "period": _value({"start": "2025-08-04", "end": "2025-08-08"}),
                "documents": ["d03"],
            }
        ],
        "facts": {},
        "pages": [
            {
                "file": "a.pdf",
                "page": 1,
                "kind": "review_form",
                "orientation": 0,
                "method": "ocr",
                "sha256": "0" * 64,
                "quality": {"dpi": 200.0, "blank": False, "problem": ""},
                "width": 595.3,
                "height": 841.9,
                "may_be": [],
                "fingerprint": "0123456789abcdef",
            }
        ],
        "files": [{"name": "a.pdf", "sha256": "0" * 64, "size": 1, "media_type": "application/pdf", "pages": 1}],
        "problems": [],
    }
