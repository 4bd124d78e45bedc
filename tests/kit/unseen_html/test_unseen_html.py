"""The dossiers drawn in HTML: their truth speaks the project's words and tells the pages that were printed."""

import io
import json
import zipfile
from pathlib import Path

import pymupdf
import pytest

from tests.kit.unseen_html.draw import Marks, chromium, names, render, write
from tests.kit.unseen_html.words import identity

ROOT = Path(__file__).resolve().parents[3]


def _vocabulary() -> dict[str, set[str]]:
    """The fields of every kind, as the schema names them."""
    told = json.loads((ROOT / "schemas" / "documents.json").read_text("utf-8"))["documents"]
    fields = {kind: set(entry.get("fields", {})) for kind, entry in told.items()}
    fields["initial_form"] |= fields["review_form"]
    return fields


@pytest.mark.parametrize("name", names())
def test_a_truth_names_known_kinds_and_fields(name: str) -> None:
    fields = _vocabulary()
    marks = Marks(render(name, []))
    assert len(marks.sections) >= 25
    for given, found in marks.sections:
        assert set(found) <= fields[given["data-kind"]], given


def test_identity_numbers_carry_their_check_digit() -> None:
    assert identity("19860417", "324") == "14990019860417324X"


@pytest.mark.chromium
@pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")
def test_the_truth_tells_every_page_of_the_upload(tmp_path: Path) -> None:
    name = names()[2]
    truth = write(name, tmp_path)
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / name / truth["upload"]).read_bytes()))
    pages = {n: len(pymupdf.open(stream=archive.read(n), filetype="pdf")) for n in archive.namelist()}
    told = [(page["file"], page["page"]) for document in truth["documents"] for page in document["pages"]]
    assert sorted(told) == sorted((n, k + 1) for n, count in pages.items() for k in range(count))
    assert (tmp_path / "READY").read_text("utf-8").split() == ["32"]
