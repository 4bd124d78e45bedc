import shutil
import subprocess
import sys

import pytest

import dossier
from dossier.errors import PolicyError
from dossier.policy.resources import read_schema, schema_file, template_file


def test_data_is_found_in_a_checkout():
    assert schema_file("series", "engineering.schema.json").is_file()
    assert read_schema("rules.json")["rules"]["PUB-04"]["clause"] == "560-8"
    assert template_file().is_dir()


def test_a_file_that_is_missing_is_a_policy_error():
    with pytest.raises(PolicyError, match=r"none\.json"):
        read_schema("none.json")


def test_data_is_found_in_an_installed_package_beside_its_code(tmp_path):
    package = tmp_path / "dossier"
    source = schema_file().parent / "dossier"
    for part in ("model", "text", "policy"):
        shutil.copytree(source / part, package / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("__init__.py", "errors.py"):
        shutil.copy(source / file, package / file)
    shutil.copytree(schema_file(), package / "_schemas")
    (package / "_templates").mkdir()
    code = "from dossier.policy import load_policy, resources; print(load_policy().id, resources.template_file().name)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["shanxi-2025", "_templates"]


def test_an_incomplete_installation_says_what_is_missing(tmp_path):
    code = (
        "import pathlib, dossier.policy.resources as r; from dossier.errors import SetupError\n"
        f"r._PACKAGE = pathlib.Path({str(tmp_path / 'nowhere' / 'dossier')!r})\n"
        "try: r.schema_file()\n"
        "except SetupError as error: print(error.message)"
    )
    root = schema_file().parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert "schemas" in done.stdout
    assert dossier.__version__
