"""Alive and ready, over HTTP, and nothing heavy in the process that answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dossier import __version__
from dossier.errors import UsageError
from dossier.recognise.models import pins
from dossier.web import create_app


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file in the place of every model."""
    folder = tmp_path / "models"
    for name, files in pins()["models"].items():
        for file in files:
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / file).touch()
    monkeypatch.setenv("DOSSIER_MODELS", str(folder))
    return folder


def client() -> FlaskClient:
    return create_app().test_client()


def test_a_running_process_says_that_it_is_alive():
    answer = client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "version": __version__}


def test_it_is_alive_even_where_it_is_not_ready(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_MODELS", str(tmp_path))
    assert client().get("/healthz").status_code == 200


def test_it_is_ready_with_its_models_and_its_policy(models):
    answer = client().get("/readyz")
    assert answer.status_code == 200
    assert answer.json["status"] == "ready"
    assert answer.json["policy"]["id"] == "shanxi-2025"


def test_without_models_it_is_not_ready_and_says_how_to_get_them(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_MODELS", str(tmp_path))
    answer = client().get("/readyz")
    assert answer.status_code == 503
    assert answer.content_type.startswith("application/problem+json")
    assert answer.json["status"] == 503
    assert answer.json["code"] == "setup"
    assert "模型" in answer.json["detail"]
    assert "dossier models install" in answer.json["hint"]


def test_it_is_ready_as_soon_as_the_models_are_there(models):
    missing = next(models.rglob("*.onnx"))
    missing.rename(models / "elsewhere")
    running = client()
    assert running.get("/readyz").status_code == 503
    (models / "elsewhere").rename(missing)
    assert running.get("/readyz").status_code == 200


def test_with_a_policy_that_does_not_load_it_is_not_ready(models, monkeypatch):
    monkeypatch.setenv("DOSSIER_POLICY", "no-such-policy")
    answer = client().get("/readyz")
    assert answer.status_code == 503
    assert answer.json["code"] == "policy"
    assert "shanxi-2025" in answer.json["hint"]


def test_chinese_is_sent_as_it_is_and_not_as_escapes(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_MODELS", str(tmp_path))
    assert "未找到文字识别模型" in client().get("/readyz").get_data(as_text=True)


def test_an_unknown_setting_keeps_the_application_from_starting(monkeypatch):
    monkeypatch.setenv("DOSSIER_COLOUR", "red")
    with pytest.raises(UsageError, match="DOSSIER_COLOUR"):
        create_app()


def test_the_web_process_carries_no_pdf_and_no_ocr_library():
    heavy = {"pymupdf", "fitz", "pdfplumber", "paddleocr", "paddlex", "onnxruntime", "typst"}
    program = f"import sys, wsgi; wsgi.app.test_client().get('/readyz'); print({heavy!r} & set(sys.modules))"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "set()"
