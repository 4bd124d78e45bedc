"""A page keeps its key as long as it looks the same, whatever happens to the rest of its file."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pymupdf
import pytest

from dossier.model import StoredFile
from dossier.read import pdf as pdf_reader
from dossier.read import source_key


def scan(shade: int) -> bytes:
    pixels = np.full((40, 30, 3), shade, np.uint8)
    return pymupdf.Pixmap(pymupdf.csRGB, 30, 40, pixels.tobytes(), False).tobytes("jpg")


def pdf(folder: Path, name: str, *shades: int, change=lambda document: None) -> StoredFile:
    document = pymupdf.open()
    for shade in shades:
        page = document.new_page(width=595, height=842)
        page.insert_image(page.rect, stream=scan(shade))
        page.insert_text((70, 90), f"shade {shade}")
    change(document)
    document.save(folder / name)
    digest = sha256((folder / name).read_bytes()).hexdigest()
    return StoredFile(name, folder / name, digest, (folder / name).stat().st_size, "application/pdf")


def test_a_page_keeps_its_key_when_other_pages_of_the_file_change(tmp_path):
    before, after = pdf(tmp_path, "a.pdf", 10, 20, 30), pdf(tmp_path, "b.pdf", 10, 99, 88, 30)
    assert source_key(before, 1, 200) == source_key(after, 1, 200)
    assert source_key(before, 3, 200) == source_key(after, 4, 200)
    assert source_key(before, 2, 200) != source_key(after, 2, 200)


def test_a_page_keeps_its_key_when_the_file_is_written_anew_and_packed(tmp_path):
    plain = pdf(tmp_path, "a.pdf", 10, 20)
    document = pymupdf.open(plain.path)
    document[1].draw_line((10, 10), (90, 90))
    document.save(tmp_path / "b.pdf", garbage=3, deflate=True)
    packed = replace(plain, path=tmp_path / "b.pdf", sha256="1" * 64)
    assert b"/FlateDecode" not in plain.path.read_bytes()
    assert b"/FlateDecode" in packed.path.read_bytes()
    assert source_key(plain, 1, 200) == source_key(packed, 1, 200)
    assert source_key(plain, 2, 200) != source_key(packed, 2, 200)


def test_pages_whose_packed_words_differ_have_other_keys(tmp_path):
    keys = set()
    for words in ("one", "two"):
        document = pymupdf.open()
        document.new_page().insert_text((70, 90), words)
        document.save(tmp_path / "a.pdf", deflate=True)
        keys.add(source_key(StoredFile("a.pdf", tmp_path / "a.pdf", "0" * 64, 1, "application/pdf"), 1, 200))
        pdf_reader.opened.cache_clear()
    assert len(keys) == 2


def test_pages_with_other_pictures_or_at_another_resolution_have_other_keys(tmp_path):
    file = pdf(tmp_path, "a.pdf", 10, 20)
    assert len({source_key(file, 1, 200), source_key(file, 2, 200), source_key(file, 1, 150)}) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document[0].set_rotation(90),
        lambda document: document[0].set_cropbox(pymupdf.Rect(0, 0, 300, 400)),
        lambda document: document[0].draw_line((10, 10), (90, 90)),
        lambda document: document[0].add_freetext_annot(pymupdf.Rect(10, 10, 90, 40), "note"),
        lambda document: document.xref_set_key(document.page_xref(0), "UserUnit", "2"),
    ],
)
def test_whatever_changes_how_the_page_is_drawn_changes_its_key(tmp_path, change):
    assert source_key(pdf(tmp_path, "a.pdf", 10), 1, 200) != source_key(
        pdf(tmp_path, "b.pdf", 10, change=change), 1, 200
    )


def test_what_the_page_inherits_from_the_tree_of_pages_counts(tmp_path):
    def turned_by(degrees):
        def change(document):
            page = document.page_xref(0)
            parent = document.xref_get_key(page, "Parent")[1]
            document.xref_set_key(page, "Rotate", "null")
            document.xref_set_key(int(parent.split()[0]), "Rotate", str(degrees))

        return change

    plain, turned = (pdf(tmp_path, f"{degrees}.pdf", 10, change=turned_by(degrees)) for degrees in (0, 90))
    assert source_key(plain, 1, 200) != source_key(turned, 1, 200)


def test_pages_with_notes_or_in_files_with_layers_are_known_by_the_whole_file(tmp_path):
    def noted(document):
        document[0].add_freetext_annot(pymupdf.Rect(10, 10, 90, 40), "note")

    for change in (noted, lambda document: document.add_ocg("layer")):
        one = pdf(tmp_path, "a.pdf", 10, 20, change=change)
        assert source_key(one, 1, 200) != source_key(replace(one, sha256="0" * 64), 1, 200)


def test_a_damaged_pdf_and_a_picture_are_known_by_the_whole_file(tmp_path):
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 broken")
    broken = StoredFile("c.pdf", tmp_path / "c.pdf", "1" * 64, 15, "application/pdf")
    picture = StoredFile("d.jpg", tmp_path / "d.jpg", "1" * 64, 15, "image/jpeg")
    for file in (broken, picture):
        assert source_key(file, 1, 200) == source_key(replace(file, name="other"), 1, 200)
        assert source_key(file, 1, 200) != source_key(replace(file, sha256="2" * 64), 1, 200)
    assert source_key(picture, 1, 200) != source_key(picture, 2, 200)
