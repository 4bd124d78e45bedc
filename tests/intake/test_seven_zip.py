"""7z archives, written by py7zr: files of shared blocks, damage, passwords and archives that expand without bound."""

from __future__ import annotations

import io

import py7zr
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.intake import Limits, take_in

PLAIN = [{"id": py7zr.FILTER_COPY}]


def packed(files: dict[str, bytes], **options: object) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", **options) as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return buffer.getvalue()


def said(bundle) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in bundle.problems]


def test_files_are_taken_with_their_names_and_content(upload, pdf):
    bundle = upload(packed({"申报表/职称证书.pdf": pdf("1"), "学历 × 学位.pdf": pdf("2")}))
    assert [(file.name, file.path.read_bytes()) for file in bundle.files] == [
        ("学历 × 学位.pdf", pdf("2")),
        ("申报表/职称证书.pdf", pdf("1")),
    ]
    assert bundle.problems == ()


def test_an_empty_file_in_it_is_said_to_be_empty(upload, pdf):
    assert said(upload(packed({"空.pdf": b"", "a.pdf": pdf()}))) == [("FIL-01", "空.pdf")]


@pytest.mark.parametrize("method", [py7zr.FILTER_LZMA2, py7zr.FILTER_LZMA, py7zr.FILTER_PPMD, py7zr.FILTER_DEFLATE])
def test_every_usual_method_of_compression_is_read(upload, pdf, method):
    more = {"order": 6, "mem": 24} if method == py7zr.FILTER_PPMD else {}
    assert len(upload(packed({"a.pdf": pdf()}, filters=[{"id": method, **more}])).files) == 1


def test_names_never_leave_their_folder_and_come_twice_as_two_files(upload, tmp_path, pdf):
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        for name, content in (("xx/xx/a.pdf", pdf("1")), ("xx/xx/a.pdf", pdf("2"))):
            archive.writestr(content, name)
        for one in archive.files:
            one._file_info["filename"] = "../../a.pdf"
    bundle = upload(buffer.getvalue())
    assert [file.name for file in bundle.files] == ["a.pdf", "a (2).pdf"]
    assert {file.path.parent for file in bundle.files} == {tmp_path / "work" / "10_files"}


def test_a_link_in_it_is_no_file(upload, tmp_path, pdf):
    (tmp_path / "link").symlink_to("/etc/passwd")
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        archive.write(tmp_path / "link", "证书.pdf")
        archive.writestr(pdf(), "a.pdf")
    bundle = upload(buffer.getvalue())
    assert [file.name for file in bundle.files] == ["a.pdf"]
    assert said(bundle) == [("FIL-02", "证书.pdf")]


@pytest.mark.parametrize("names_too", [False, True])
def test_one_that_needs_a_password_is_said_once(upload, pdf, names_too):
    content = packed({"a.pdf": pdf(), "b.pdf": pdf()}, password="1234", header_encryption=names_too)
    (problem,) = upload(content).problems
    assert (problem.rule, problem.file) == ("FIL-08", "申报材料.zip")
    assert "加密" in problem.reason


def test_a_damaged_block_leaves_the_files_of_others(upload, pdf):
    inner = packed({"a.pdf": pdf("1"), "b.pdf": pdf("2")}, filters=PLAIN)
    broken = inner.replace(b"% 1", b"% 9")
    bundle = upload(packed({"坏.7z": broken, "c.pdf": pdf("3")}))
    assert [file.name for file in bundle.files] == ["c.pdf"]
    assert said(bundle) == [("FIL-08", "坏.7z/a.pdf"), ("FIL-08", "坏.7z/b.pdf")]


def test_files_of_a_block_before_the_damage_are_taken(upload, pdf):
    broken = packed({"a.pdf": pdf("1"), "b.pdf": pdf("2")}, filters=PLAIN).replace(b"% 2", b"% 9")
    bundle = upload(broken)
    assert [file.name for file in bundle.files] == ["a.pdf"]
    assert said(bundle) == [("FIL-08", "b.pdf")]


def test_one_that_broke_off_says_so(upload, pdf):
    (problem,) = upload(packed({"a.pdf": pdf()})[:-10]).problems
    assert problem.rule == "FIL-08"
    assert "没有传完整" in problem.reason


def test_a_bomb_is_refused_and_nothing_is_left_behind(upload, tmp_path, pdf):
    bundle = upload(packed({"a.pdf": pdf() + bytes(12_000_000), "b.pdf": pdf()}))
    assert [file.name for file in bundle.files] == ["b.pdf"]
    assert said(bundle) == [("FIL-08", "a.pdf")]
    assert [path.suffix for path in (tmp_path / "work" / "10_files").iterdir()] == [".pdf"]


def test_a_block_for_which_the_dossier_has_no_room_is_not_unpacked(upload, tmp_path, pdf):
    bundle = upload(packed({"a.pdf": pdf() + bytes(3_000_000)}), limits=Limits(expanded_mb=2))
    (problem,) = bundle.problems
    assert "2 MB" in problem.reason
    assert list((tmp_path / "work" / "10_files").iterdir()) == []


def test_archives_of_all_kinds_within_each_other_count_as_nested(upload, plain_zip, pdf):
    inner = packed({"a.pdf": pdf()})
    for kind in (plain_zip, packed, plain_zip):
        inner = kind({"内.7z": inner})
    (problem,) = upload(inner).problems
    assert "嵌套超过 3 层" in problem.reason


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 400), byte=st.integers(0, 255), cut=st.integers(0, 60))
def test_however_one_is_damaged_it_is_taken_or_a_problem(tmp_path_factory, pdf, at, byte, cut):
    content = bytearray(packed({"a.pdf": pdf("1"), "b.pdf": pdf("2") * 5}))
    content[at % len(content)] = byte
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "a.7z").write_bytes(content[: len(content) - cut])
    bundle = take_in([folder / "a.7z"], folder / "work")
    assert bundle.files or bundle.problems
