"""Hostile and careless uploads: nothing is written outside, nothing grows without bound, nothing is lost."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.intake import Limits, take_in
from dossier.intake.names import clean, decode_name, is_litter
from dossier.model import Bundle

MB = 2**20


def said(bundle: Bundle) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in bundle.problems]


def stored(work: Path) -> int:
    return sum(path.stat().st_size for path in work.rglob("*") if path.is_file())


raw_names = st.one_of(
    st.binary(min_size=1, max_size=30),
    st.text(min_size=1, max_size=12).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(
        [
            b"../../evil.pdf",
            b"/etc/cron.d/evil",
            b"C:\\Windows\\evil.pdf",
            b"..\\..\\evil.pdf",
            b"CON",
            b"NUL.pdf",
            b"a/../../b.pdf",
            b"__MACOSX/._a.pdf",
            b"a" * 5000,
            b"x/" * 3000 + b"y",
            b"dir/",
            b"~/.ssh/authorized_keys",
            "公示.pdf".encode("gbk"),
        ]
    ),
)
contents = st.sampled_from(
    [b"", b"%PDF-1.4 a", b"%PDF-1.4 b", b"text", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"Rar!\x1a\x07"]
)
flags = st.sampled_from([0, 0, 0, 1, 0x800])
modes = st.sampled_from([0, 0, 0o100644, 0o120777, 0o020666])


@settings(max_examples=150)
@given(rows=st.lists(st.tuples(raw_names, contents, flags, modes), max_size=8))
def test_every_entry_is_a_file_a_problem_or_litter_and_nothing_is_written_outside(rows, zip_bytes, entry) -> None:
    data = zip_bytes(*(entry(name, content, flags=flag, mode=mode) for name, content, flag, mode in rows))
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        (top / "a.zip").write_bytes(data)
        (top / "deep" / "work").mkdir(parents=True)
        bundle = take_in([top / "a.zip"], top / "deep" / "work")
        outside = [p for p in top.rglob("*") if p.is_file() and p.parent != top / "deep" / "work" / "10_files"]
        assert outside == [top / "a.zip"]
        assert {file.path for file in bundle.files} == set((top / "deep" / "work" / "10_files").iterdir())
        assert len({file.name for file in bundle.files}) == len(bundle.files)
        about_all = any(one.file == "a.zip" for one in bundle.problems) or _is_one_document(bundle)
        expected = sum(_counts(raw, content) for raw, content, _, _ in rows)
        assert about_all or len(bundle.files) + len(bundle.problems) == expected


def _is_one_document(bundle: Bundle) -> bool:
    """Whether the archive holds what a Word or OFD document does, and was taken for one."""
    return [file.name for file in bundle.files] == ["a.zip"]


def _counts(raw: bytes, content: bytes) -> bool:
    """Whether the entry must be accounted for: neither a folder nor litter."""
    folder = raw.endswith((b"/", b"\\")) and not content
    return not folder and not is_litter(clean(decode_name(raw)))


@settings(max_examples=150)
@given(data=st.data())
def test_an_archive_with_any_bytes_changed_or_cut_is_taken_without_an_error(data, zip_bytes, entry) -> None:
    whole = bytearray(
        zip_bytes(entry(b"a.pdf", b"%PDF-1.4" + bytes(50)), entry("公示.jpg".encode("gbk"), b"\xff\xd8\xff"))
    )
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    cut = whole[: data.draw(st.integers(1, len(whole)))]
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "a.zip").write_bytes(cut)
        bundle = take_in([Path(name) / "a.zip"], Path(name) / "work")
    assert bundle.files or bundle.problems


def test_a_bomb_is_refused_without_being_expanded(upload, tmp_path, plain_zip, pdf) -> None:
    bundle = upload(plain_zip({"bomb.pdf": b"%PDF-1.4" + bytes(30 * MB), "a.pdf": pdf()}))
    assert said(bundle) == [("FIL-08", "bomb.pdf")]
    assert [file.name for file in bundle.files] == ["a.pdf"]
    assert stored(tmp_path / "work") < 1000


def test_a_clean_page_stored_without_compression_is_no_bomb(upload, plain_zip) -> None:
    header = b"BM" + struct.pack("<L2HL", 12 * MB, 0, 0, 54) + struct.pack("<L2l2H6L", 40, 2048, 2048, 1, 24, *(0,) * 6)
    (file,) = upload(plain_zip({"空白.bmp": header + b"\xff" * (12 * MB)})).files
    assert file.media_type == "image/bmp"


@pytest.mark.parametrize(("size", "rules"), [(10 * MB, ["FIL-02"]), (10 * MB + 1, ["FIL-08"])])
def test_the_ratio_is_measured_from_10_mb_on(upload, plain_zip, size: int, rules: list[str]) -> None:
    assert [problem.rule for problem in upload(plain_zip({"a": bytes(size)})).problems] == rules


@pytest.mark.parametrize(("excess", "files"), [(-1, 1), (0, 1), (1, 0)])
def test_a_file_in_an_archive_may_be_as_large_as_the_limit(upload, zip_bytes, entry, excess: int, files: int) -> None:
    data = b"%PDF-1.4" + bytes(MB - 8 + excess)
    bundle = upload(zip_bytes(entry(b"a.pdf", data)), limits=Limits(file_mb=1))
    assert len(bundle.files) == files
    assert said(bundle) == [("FIL-03", "a.pdf")] * (1 - files)


@pytest.mark.parametrize(("excess", "files"), [(-1, 1), (0, 1), (1, 0)])
def test_a_file_on_disk_may_be_as_large_as_the_limit(upload, excess: int, files: int) -> None:
    bundle = upload(b"%PDF-1.4" + bytes(MB - 8 + excess), "a.pdf", Limits(file_mb=1))
    assert len(bundle.files) == files
    assert said(bundle) == [("FIL-03", "a.pdf")] * (1 - files)


def test_an_archive_over_its_limit_is_not_opened(upload, zip_bytes, entry) -> None:
    bundle = upload(zip_bytes(entry(b"a.pdf", bytes(2 * MB), method=0)), limits=Limits(archive_mb=1))
    assert said(bundle) == [("FIL-03", "申报材料.zip")]


def test_an_archive_in_an_archive_has_the_limit_of_archives(upload, plain_zip, zip_bytes, entry) -> None:
    small = b"%PDF-1.4" + bytes(MB - 8)
    inner = zip_bytes(*(entry(f"{n}.pdf".encode(), small, method=0) for n in range(3)))
    bundle = upload(zip_bytes(entry(b"inner.zip", inner, method=0)), limits=Limits(file_mb=1, archive_mb=8))
    assert [file.name for file in bundle.files] == ["inner.zip/0.pdf", "inner.zip/1.pdf", "inner.zip/2.pdf"]
    bundle = upload(zip_bytes(entry(b"inner.zip", inner, method=0)), limits=Limits(file_mb=1, archive_mb=2))
    assert said(bundle) == [("FIL-03", "申报材料.zip")]


@pytest.mark.parametrize(("levels", "files"), [(2, 1), (3, 1), (4, 0)])
def test_archives_may_be_nested_as_deep_as_the_limit(upload, tmp_path, plain_zip, pdf, levels: int, files: int) -> None:
    data = pdf()
    for level in range(levels):
        data = plain_zip({"a.zip" if level else "a.pdf": data})
    bundle = upload(data)
    assert len(bundle.files) == files
    assert said(bundle) == [("FIL-08", "a.zip/a.zip/a.zip")] * (1 - files)
    assert len(list((tmp_path / "work" / "10_files").iterdir())) == files


def test_archives_that_branch_at_every_level_end_at_the_number_of_files(upload, plain_zip, pdf) -> None:
    data = plain_zip({"a.pdf": pdf()})
    for _ in range(14):
        data = plain_zip({"1.zip": data, "2.zip": data})
    bundle = upload(data, limits=Limits(files=60, nesting=100))
    assert len(bundle.files) < 60
    assert {problem.rule for problem in bundle.problems} == {"FIL-08"}


def test_all_expanded_bytes_together_have_a_bound(upload, tmp_path, zip_bytes, entry) -> None:
    part = b"%PDF-1.4" + bytes(MB - 8)
    data = zip_bytes(*(entry(f"{n}.pdf".encode(), part + bytes([n])) for n in range(5)))
    bundle = upload(data, limits=Limits(expanded_mb=3))
    assert [file.name for file in bundle.files] == ["0.pdf", "1.pdf"]
    assert said(bundle) == [("FIL-08", "申报材料.zip")]
    assert "其余文件未读取" in bundle.problems[0].reason
    assert stored(tmp_path / "work") < 3 * MB


@pytest.mark.parametrize(("count", "problems"), [(4, 0), (5, 0), (6, 1)])
def test_the_number_of_files_with_their_archive_has_a_bound(upload, plain_zip, pdf, count: int, problems: int) -> None:
    bundle = upload(plain_zip({f"{n}.pdf": pdf() for n in range(count)}), limits=Limits(files=6))
    assert len(bundle.files) == min(count, 5)
    assert said(bundle) == [("FIL-08", "申报材料.zip")] * problems


def test_a_folder_with_too_many_files_is_said_once(tmp_path: Path, pdf) -> None:
    folder = tmp_path / "材料"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.pdf").write_bytes(pdf())
    bundle = take_in([folder], tmp_path / "work", Limits(files=5))
    assert [file.name for file in bundle.files] == [f"{number}.pdf" for number in range(5)]
    assert said(bundle) == [("FIL-03", "材料")]
