"""RAR archives, built byte by byte since nothing free writes them: RAR 4 with names in GBK, RAR 5 in UTF-8."""

from __future__ import annotations

import struct
import zlib

import pytest

from dossier.intake import Limits

ENCRYPTED = 0x04


def _block4(kind: int, flags: int, body: bytes = b"", data: bytes = b"") -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data


def rar4(files: dict[str, bytes], flags: int = 0, volume: bool = False) -> bytes:
    content = b"Rar!\x1a\x07\x00" + _block4(0x73, int(volume), bytes(6))
    for name, data in files.items():
        raw = name.encode("gbk")
        sums = struct.pack("<LLBL", len(data), len(data), 2, zlib.crc32(data))
        content += _block4(
            0x74, 0x8000 | flags, sums + struct.pack("<LBBHL", 33 << 16, 20, 0x30, len(raw), 32) + raw, data
        )
    return content + _block4(0x7B, 0x4000)


def _vint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _vint(rest) if rest else bytes([low])


def _block5(kind: int, fields: bytes, data: bytes = b"") -> bytes:
    size = _vint(2) + _vint(len(data)) if data else _vint(0)
    body = _vint(kind) + size + fields
    head = _vint(len(body)) + body
    return struct.pack("<L", zlib.crc32(head)) + head + data


def rar5(files: dict[str, bytes], volume: bool = False) -> bytes:
    content = b"Rar!\x1a\x07\x01\x00" + _block5(1, _vint(int(volume)))
    for name, data in files.items():
        raw = name.encode()
        fields = _vint(4) + _vint(len(data)) + _vint(32) + struct.pack("<L", zlib.crc32(data)) + _vint(0) * 2
        content += _block5(2, fields + _vint(len(raw)) + raw, data)
    return content + _block5(5, _vint(0))


def said(bundle) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in bundle.problems]


def test_without_the_program_the_applicant_is_asked_for_a_zip(upload, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = upload(rar5({"a.pdf": b"%PDF-1.7"})).problems
    assert problem.rule == "FIL-02"
    assert "RAR" in problem.reason
    assert "ZIP" in problem.remedy


@pytest.mark.unar
@pytest.mark.parametrize("write", [rar4, rar5])
def test_files_are_taken_with_their_names_and_content(upload, pdf, write):
    bundle = upload(write({"申报表/职称证书.pdf": pdf("1"), "b.pdf": pdf("2")}))
    assert [(file.name, file.path.read_bytes()) for file in bundle.files] == [
        ("b.pdf", pdf("2")),
        ("申报表/职称证书.pdf", pdf("1")),
    ]
    assert bundle.problems == ()


@pytest.mark.unar
def test_names_never_leave_their_folder(upload, tmp_path, pdf):
    (file,) = upload(rar5({"../../../etc/a.pdf": pdf()})).files
    assert file.name == "etc/a.pdf"
    assert file.path.parent == tmp_path / "work" / "10_files"


@pytest.mark.unar
def test_one_that_needs_a_password_is_said_once(upload, pdf):
    (problem,) = upload(rar4({"a.pdf": pdf(), "b.pdf": pdf()}, ENCRYPTED)).problems
    assert problem.rule == "FIL-08"
    assert "加密" in problem.reason


@pytest.mark.unar
@pytest.mark.parametrize("write", [rar4, rar5])
def test_a_part_of_several_says_so(upload, pdf, write):
    (problem,) = upload(write({"a.pdf": pdf()}, volume=True)).problems
    assert "分卷" in problem.reason


@pytest.mark.unar
@pytest.mark.parametrize("write", [rar4, rar5])
def test_a_wrong_checksum_damages_one_file_only(upload, pdf, write):
    content = write({"a.pdf": pdf("1"), "b.pdf": pdf("2")}).replace(b"% 1", b"% 9")
    bundle = upload(content)
    assert [file.name for file in bundle.files] == ["b.pdf"]
    assert said(bundle) == [("FIL-08", "a.pdf")]


@pytest.mark.unar
def test_one_that_broke_off_says_which_file_is_damaged(upload, pdf):
    bundle = upload(rar4({"a.pdf": pdf("1"), "b.pdf": pdf("2") * 9})[:-60])
    assert [file.name for file in bundle.files] == ["a.pdf"]
    assert said(bundle) == [("FIL-08", "b.pdf")]


@pytest.mark.unar
def test_bytes_that_only_begin_as_one_are_damage(upload):
    assert said(upload(b"Rar!\x1a\x07\x01\x00 and nothing that follows from it")) == [("FIL-08", "申报材料.zip")]


@pytest.mark.unar
def test_the_number_of_files_has_its_bound(upload, pdf):
    bundle = upload(rar5({f"{n}.pdf": pdf(str(n)) for n in range(9)}), limits=Limits(files=5))
    assert len(bundle.files) == 4
    assert said(bundle) == [("FIL-08", "申报材料.zip")]
