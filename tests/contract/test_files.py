"""What no file of the project may mention, and what must agree between them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dossier import __version__
from dossier.policy.schemas import registry
from tests.contract.source import ROOT, texts

HOSTS = ("py" + "pi.org", "python" + "hosted.org", "mirrors" + ".", "hugging" + "face.co", "model" + "scope.cn")
PLACES = re.compile("(?<![\\w.~])/(" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me", "op" + "t")) + ")/")
HAN = re.compile("[\u4e00-\u9fff]")
SCHEMAS = sorted((ROOT / "schemas").rglob("*.schema.json"))


def test_no_file_names_a_package_index_or_a_model_hub():
    named = [(path, host) for path, text in texts() for host in HOSTS if host in text]
    assert named == []


def test_no_file_names_a_place_on_one_machine():
    named = [(path, found.group()) for path, text in texts() if (found := PLACES.search(text))]
    assert named == []


def test_no_file_needs_a_folder_outside_the_project():
    pattern = re.compile(r"(?<![\w-])" + "sha" + "red/")
    assert [path for path, text in texts() if pattern.search(text)] == []


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_is_valid_under_draft_2020_12(path: Path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_every_reference_of_a_schema_leads_to_a_schema_of_the_project(path: Path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    resolver = registry().resolver(schema["$id"])
    for reference in references(schema):
        assert resolver.lookup(reference).contents


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_says_in_chinese_what_it_is_and_where_it_comes_from(path: Path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert all(HAN.search(schema[name]) for name in ("title", "description", "x-source"))
    assert isinstance(schema["x-verified"], bool)
    assert schema["x-verified"] is False or "未经核实" not in schema["x-source"]


@pytest.mark.parametrize("name", ["rules.json", "documents.json"])
def test_a_catalogue_says_in_chinese_what_it_is_and_where_it_comes_from(name: str):
    catalogue = json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8"))
    assert all(HAN.search(catalogue[key]) for key in ("title", "description", "source"))
    assert isinstance(catalogue["verified"], bool)


def test_every_parameter_a_schema_takes_from_the_policy_is_in_every_pack():
    taken = {wanted[0] for path in SCHEMAS for wanted in from_policy(json.loads(path.read_text(encoding="utf-8")))}
    assert taken >= {"work_summary_characters", "minimum_achievements"}
    for path in (ROOT / "schemas" / "policies").glob("*.json"):
        known = json.loads(path.read_text(encoding="utf-8"))["parameters"].keys()
        assert taken - known <= {"minimum_achievements"}


def from_policy(node: object) -> list[list[object]]:
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    own = list(node["x-policy"].values()) if isinstance(node, dict) and "x-policy" in node else []
    return own + [found for part in parts for found in from_policy(part)]


def references(node: object) -> list[str]:
    if isinstance(node, list):
        return [found for part in node for found in references(part)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
    return own + [found for part in node.values() for found in references(part)]


def test_the_licence_is_the_one_the_package_declares():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE\n")
    assert "13. Remote Network Interaction" in text
    assert 'license = "AGPL-3.0-or-later"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_changelog_has_an_entry_for_this_version():
    assert re.search(rf"^## \[{re.escape(__version__)}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_locked_package_has_a_hash_and_an_exact_version():
    for name in ("requirements", "opencv", "build"):
        text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
        entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
        assert entries
        for entry in entries:
            assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:", entry, re.DOTALL), entry[:60]
        assert "--index-url" not in text


def test_the_headless_opencv_is_the_version_paddle_asks_for():
    locks = {name: (ROOT / "requirements" / f"{name}.lock").read_text("utf-8") for name in ("requirements", "opencv")}
    wanted = re.search(r"^opencv-contrib-python==(\S+)", locks["requirements"], re.MULTILINE)
    headless = re.search(r"^opencv-contrib-python-headless==(\S+)", locks["opencv"], re.MULTILINE)
    assert wanted is not None
    assert headless is not None
    assert wanted[1] == headless[1]
    assert wanted[1] in (ROOT / "dossier" / "__main__.py").read_text(encoding="utf-8")
