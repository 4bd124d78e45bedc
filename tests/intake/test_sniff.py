"""Files are known by their content, whatever their names say."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.intake.receive import SUFFIXES
from dossier.intake.sniff import DOCX, HEAD, OFD, OLD_OFFICE, SEALED_OFFICE, TAR, UNKNOWN, ZIP, sniff, sniff_head

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def kind(tmp_path: Path) -> Callable[[bytes], str]:
    def of(data: bytes) -> str:
        path = tmp_path / "misleading.jpg"
        path.write_bytes(data)
        return sniff(path)

    return of


@pytest.mark.parametrize(
    ("written_as", "media_type"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("TIFF", "image/tiff"),
        ("BMP", "image/bmp"),
        ("GIF", "image/gif"),
        ("WEBP", "image/webp"),
    ],
)
def test_pictures_are_known_and_taken(kind, picture, written_as: str, media_type: str) -> None:
    assert kind(picture(written_as)) == media_type
    assert media_type in SUFFIXES


def test_a_word_file_is_told_from_an_archive(kind, plain_zip) -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    assert kind(buffer.getvalue()) == DOCX
    assert kind(plain_zip({"评审表.docx": buffer.getvalue()})) == ZIP


def test_an_ofd_file_is_taken() -> None:
    assert SUFFIXES[OFD] == ".ofd"


@pytest.mark.parametrize("junk", [0, 1, 500, 1024])
def test_a_pdf_may_begin_with_junk_of_up_to_1024_bytes(kind, junk: int) -> None:
    assert kind(b"\n" * junk + b"%PDF-1.4\n" + b"x" * 3000) == "application/pdf"


def test_a_header_beyond_the_first_1024_bytes_makes_no_pdf(kind) -> None:
    assert kind(b"\n" * 1025 + b"%PDF-1.4\n") == "text/plain"


def test_an_archive_whose_first_file_is_a_pdf_is_an_archive(kind, gbk_zip, pdf) -> None:
    assert kind(gbk_zip({"a.pdf": pdf()})) == ZIP


def test_the_last_part_of_a_split_archive_is_known_by_its_end(kind, plain_zip) -> None:
    assert kind(bytes(range(256)) + plain_zip({"a": b"x"})[-22:]) == ZIP


@pytest.mark.parametrize(
    ("inside", "media_type"),
    [
        (["xl/workbook.xml"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (["ppt/presentation.xml"], "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        (["OFD.xml", "Doc_0/Document.xml"], OFD),
        (["mimetype", "content.xml"], "application/vnd.oasis.opendocument"),
        (["content.xml"], ZIP),
        (["材料/word/document.xml"], ZIP),
    ],
)
def test_documents_that_are_archives_inside_are_told_apart(kind, plain_zip, inside, media_type) -> None:
    assert kind(plain_zip(dict.fromkeys(inside, b"<x/>"))) == media_type


def test_an_old_office_file_is_told_from_one_that_needs_a_password(kind) -> None:
    assert kind(OLE + bytes(2000) + "WordDocument".encode("utf-16-le")) == OLD_OFFICE
    assert kind(OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le")) == SEALED_OFFICE


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1"])
def test_photos_of_phones_are_known_and_taken(brand: bytes) -> None:
    assert sniff_head(b"\x00\x00\x00\x18ftyp" + brand + b"\x00\x00\x00\x00mif1heic") == "image/heic"
    assert "image/heic" in SUFFIXES


def test_an_archive_that_begins_with_a_pdf_as_it_is_is_no_pdf(pdf) -> None:
    assert sniff_head((b"a.pdf".ljust(257, b"\x00") + b"ustar").ljust(512, b"\x00") + pdf()) == TAR


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "image/avif"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2mp41", "video/mp4"),
        (b"Rar!\x1a\x07\x01\x00", "application/vnd.rar"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "application/x-7z-compressed"),
        (b"\x1f\x8b\x08\x00", "application/gzip"),
        (bytes(257) + b"ustar", "application/x-tar"),
        (b"KDH 2.00", "application/x-caj"),
        (b"MZ\x90\x00", "application/x-msdownload"),
        (b"<!DOCTYPE html><html>%PDF</html>", "text/html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "application/xml"),
        ("公示结果\r\n无异议".encode("gbk"), "text/plain"),
        ("公示".encode("utf-16"), "text/plain"),
        (b"\x00\x01\x02\x03" * 20, UNKNOWN),
        (b"BMP is a word here", "text/plain"),
    ],
)
def test_other_kinds_are_named(data: bytes, media_type: str) -> None:
    assert sniff_head(data) == media_type
    assert media_type not in SUFFIXES


@given(st.binary(max_size=HEAD))
def test_any_bytes_have_some_kind(data: bytes) -> None:
    assert "/" in sniff_head(data)


@given(st.binary(max_size=400))
def test_an_archive_broken_in_any_way_is_still_only_an_archive(tmp_path_factory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("sniff") / "x"
    path.write_bytes(b"PK\x03\x04" + data)
    assert sniff(path) == ZIP
