"""The unseen dossiers: their truth tells the pages that were drawn, and drawing is repeatable."""

import io
import json
import zipfile
from pathlib import Path

import pymupdf
import pytest

from tests.kit.unseen.markup import load, names
from tests.kit.unseen.pack import write
from tests.kit.unseen.pen import Fonts


def _draw(folder: Path) -> tuple[dict, bytes]:
    dossier = load("6-initial-master")
    dossier.documents = dossier.documents[:3]
    write(dossier, folder, Fonts(Path("no such folder")), "office")
    made = folder / dossier.name
    truth = json.loads((made / "truth.json").read_text("utf-8"))
    return truth, (made / truth["upload"]).read_bytes()


Drawn = tuple[dict, bytes]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawn, Drawn]:
    folder = tmp_path_factory.mktemp("unseen")
    return _draw(folder / "a"), _draw(folder / "b")


def test_the_truth_tells_every_page_of_the_upload(twice: tuple[Drawn, Drawn]) -> None:
    truth, upload = twice[0]
    archive = zipfile.ZipFile(io.BytesIO(upload))
    pages = {n: len(pymupdf.open(stream=archive.read(n), filetype="pdf")) for n in archive.namelist()}
    told = [(page["file"], page["page"]) for document in truth["documents"] for page in document["pages"]]
    assert sorted(told) == sorted((name, n + 1) for name, count in pages.items() for n in range(count))


def test_what_is_printed_stands_in_the_truth(twice: tuple[Drawn, Drawn]) -> None:
    form = next(document for document in twice[0][0]["documents"] if document["kind"] == "initial_form")
    assert form["fields"]["birth_date"] == "2000-05"
    assert form["fields"]["unit_seal_text"] == form["fields"]["employer"]


def test_the_same_dossier_is_drawn_alike_twice(twice: tuple[Drawn, Drawn]) -> None:
    assert twice[0] == twice[1]


def test_every_dossier_can_be_read() -> None:
    assert len(names()) >= 8
    assert all(load(name).documents for name in names())
