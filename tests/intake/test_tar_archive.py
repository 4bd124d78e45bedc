"""TAR archives, plain and compressed as a whole, as tarfile and other tools write them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.intake import Limits, take_in

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "tar": lambda data: data,
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def tarred(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT, encoding: str = "utf-8") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form, encoding=encoding) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def with_special(kind: bytes, pdf: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo("证书.pdf")
        info.type, info.linkname = kind, "/etc/passwd"
        archive.addfile(info)
        plain = tarfile.TarInfo("a.pdf")
        plain.size = len(pdf)
        archive.addfile(plain, io.BytesIO(pdf))
    return buffer.getvalue()


def said(bundle) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in bundle.problems]


@pytest.mark.parametrize("packer", PACKERS)
def test_files_are_taken_however_the_whole_is_compressed(upload, pdf, packer):
    bundle = upload(PACKERS[packer](tarred({"申报表/职称证书.pdf": pdf("1"), "b.pdf": pdf("2")})), "材料.tar")
    assert [(file.name, file.path.read_bytes()) for file in bundle.files] == [
        ("b.pdf", pdf("2")),
        ("申报表/职称证书.pdf", pdf("1")),
    ]
    assert bundle.problems == ()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_of_old_tools_are_read_as_chinese(upload, pdf, encoding):
    content = tarred({"申报表/职称证书.pdf": pdf()}, tarfile.GNU_FORMAT, encoding)
    assert [file.name for file in upload(content).files] == ["申报表/职称证书.pdf"]


def test_names_never_leave_their_folder(upload, tmp_path, pdf):
    (file,) = upload(tarred({"../../../etc/a.pdf": pdf()})).files
    assert file.name == "etc/a.pdf"
    assert file.path.parent == tmp_path / "work" / "10_files"


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_no_files(upload, pdf, kind):
    bundle = upload(with_special(kind, pdf()))
    assert [file.name for file in bundle.files] == ["a.pdf"]
    assert said(bundle) == [("FIL-02", "证书.pdf")]


def test_a_name_twice_gives_both_files(upload, pdf):
    content = tarred({"a.pdf": pdf("1")})[:1024] + tarred({"a.pdf": pdf("2")})
    assert [file.path.read_bytes() for file in upload(content).files] != []
    assert sorted(file.name for file in upload(content).files) == ["a (2).pdf", "a.pdf"]


@pytest.mark.parametrize("left", [1536, 1024, 600])
def test_one_that_broke_off_gives_what_it_holds_and_says_so(upload, pdf, left):
    bundle = upload(tarred({"a.pdf": pdf("1"), "b.pdf": pdf("2")})[:left])
    assert [file.name for file in bundle.files] == ["a.pdf"]
    assert ("FIL-08", "申报材料.zip") in said(bundle)


def test_a_compressed_one_that_broke_off_says_so(upload, pdf):
    (problem,) = upload(gzip.compress(tarred({"a.pdf": pdf()}))[:-20]).problems
    assert problem.rule == "FIL-08"


def test_a_compressed_file_that_is_no_tar_is_asked_for_as_a_zip(upload, pdf):
    (problem,) = upload(gzip.compress(pdf())).problems
    assert problem.rule == "FIL-08"
    assert "TAR" in problem.reason
    assert "ZIP" in problem.remedy


def test_a_stream_of_zeros_is_not_expanded(upload, tmp_path):
    (problem,) = upload(bz2.compress(bytes(120_000_000))).problems
    assert "膨胀" in problem.reason
    assert list((tmp_path / "work" / "10_files").iterdir()) == []


def test_what_the_dossier_has_no_room_for_is_not_expanded(upload, pdf):
    content = gzip.compress(tarred({"a.pdf": pdf() + bytes(3_000_000)}))
    (problem,) = upload(content, limits=Limits(expanded_mb=2)).problems
    assert "2 MB" in problem.reason


def test_the_number_of_files_has_its_bound(upload, pdf):
    bundle = upload(tarred({f"{n}.pdf": pdf(str(n)) for n in range(9)}), limits=Limits(files=5))
    assert len(bundle.files) == 4
    assert said(bundle) == [("FIL-08", "申报材料.zip")]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 2560), byte=st.integers(0, 255), cut=st.integers(0, 2000))
def test_however_one_is_damaged_it_is_taken_or_a_problem(tmp_path_factory, pdf, at, byte, cut):
    content = bytearray(tarred({"a.pdf": pdf("1"), "职称.pdf": pdf("2") * 5}))
    content[at] = byte
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "a.tar").write_bytes(content[: len(content) - cut])
    bundle = take_in([folder / "a.tar"], folder / "work")
    assert bundle.files or bundle.problems
