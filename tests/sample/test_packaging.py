"""Uploads that any reader can open: ZIP names in both encodings, PDFs without a text layer, fixed times."""

import io
import zipfile

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from dossier.sample.packaging import jpeg, scanned_pdf, write_folder, write_zip

FILES = [
    ("01申报材料目录.pdf", b"one" * 400),
    ("02公示照片.jpg", b"two" * 300),
    ("10年度考核登记表（2024年度）.pdf", b""),
]


@pytest.fixture(scope="module")
def pages() -> list[Image.Image]:
    return [Image.new("RGB", (1654, 2339), color) for color in ("white", "gray")]


def test_gbk_names_are_written_without_the_unicode_flag_and_decode_as_gbk(tmp_path):
    write_zip(tmp_path / "a.zip", FILES, "gbk")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        assert not any(entry.flag_bits & 0x800 for entry in entries)
        assert [entry.filename.encode("cp437").decode("gbk") for entry in entries] == [name for name, _ in FILES]
        assert [archive.read(entry) for entry in entries] == [content for _, content in FILES]


def test_utf8_names_carry_the_unicode_flag(tmp_path):
    write_zip(tmp_path / "a.zip", FILES, "utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert all(entry.flag_bits & 0x800 for entry in archive.infolist())
        assert archive.namelist() == [name for name, _ in FILES]


@given(
    names=st.lists(st.text("目录评审表公示结果证明（）0123456789", min_size=2, max_size=20), min_size=1, max_size=12),
    content=st.binary(max_size=200),
)
def test_any_chinese_names_survive_gbk(tmp_path_factory, names, content):
    files = [(f"{number:02}{name}", content) for number, name in enumerate(names)]
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    write_zip(path, files, "gbk")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert [name.encode("cp437").decode("gbk") for name in archive.namelist()] == [name for name, _ in files]


def test_a_folder_holds_the_files_as_they_are(tmp_path):
    write_folder(tmp_path / "new", FILES)
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == dict(FILES)


def test_a_scanned_pdf_has_one_a4_page_a_picture_and_no_text(pages):
    document = pypdfium2.PdfDocument(scanned_pdf(pages))
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=1)
    assert all(page.get_textpage().get_text_bounded() == "" for page in document)


def test_a_scanned_pdf_carries_no_time_of_writing(pages):
    assert scanned_pdf(pages) == scanned_pdf(pages)
    dates = pypdfium2.PdfDocument(scanned_pdf(pages)).get_metadata_dict()
    assert dates["CreationDate"].startswith("D:20250801")


def test_a_jpeg_states_its_resolution(pages):
    with Image.open(io.BytesIO(jpeg(pages[0]))) as image:
        assert image.format == "JPEG"
        assert image.info["dpi"] == (200, 200)
