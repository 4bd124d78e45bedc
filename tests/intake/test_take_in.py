"""Any mix of ZIPs, folders and files is one dossier, with the applicant's names and a fixed order."""

from __future__ import annotations

import hashlib
import os
import random
import zipfile
from pathlib import Path

import pytest

from dossier.errors import NothingToCheck, UsageError
from dossier.intake import Limits, take_in
from dossier.model import Bundle


def names(bundle: Bundle) -> list[str]:
    return [file.name for file in bundle.files]


def said(bundle: Bundle) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in bundle.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "张三"
    path.mkdir()
    return path


def test_the_bytes_of_every_file_lie_in_the_work_folder(upload, tmp_path, gbk_zip, pdf, picture) -> None:
    content = {"公示/结果.pdf": pdf("结果"), "公示/照片.jpg": picture("JPEG")}
    bundle = upload(gbk_zip(content))
    for file in bundle.files:
        data = file.path.read_bytes()
        assert data == content[file.name]
        assert (file.sha256, file.size) == (hashlib.sha256(data).hexdigest(), len(data))
        assert file.path.parent == tmp_path / "work" / "10_files"
        assert file.path.stem == file.sha256
    assert {file.media_type for file in bundle.files} == {"application/pdf", "image/jpeg"}
    assert len(list((tmp_path / "work").rglob("*"))) == 3


def test_a_single_zip_leaves_its_own_name_out(upload, plain_zip, pdf) -> None:
    assert names(upload(plain_zip({"申报/10.pdf": pdf("a"), "申报/2.pdf": pdf("b")}))) == ["申报/2.pdf", "申报/10.pdf"]


def test_files_of_an_archive_in_an_archive_carry_its_name(upload, plain_zip, gbk_zip, pdf) -> None:
    inner = gbk_zip({"a.pdf": pdf()})
    assert names(upload(plain_zip({"公示.zip": inner, "b.pdf": pdf("b")}))) == ["b.pdf", "公示.zip/a.pdf"]


def test_a_folder_is_taken_with_all_below_it(folder: Path, tmp_path: Path, plain_zip, pdf) -> None:
    (folder / "公示" / "空").mkdir(parents=True)
    (folder / "公示" / "1.pdf").write_bytes(pdf("1"))
    (folder / "2.zip").write_bytes(plain_zip({"a.pdf": pdf("2")}))
    (folder / ".DS_Store").write_bytes(b"x")
    bundle = take_in([folder], tmp_path / "work")
    assert names(bundle) == ["2.zip/a.pdf", "公示/1.pdf"]
    assert bundle.problems == ()


def test_several_paths_are_one_dossier(folder: Path, tmp_path: Path, plain_zip, pdf) -> None:
    (folder / "b.pdf").write_bytes(pdf("b"))
    (tmp_path / "x.zip").write_bytes(plain_zip({"a.pdf": pdf("a")}))
    (tmp_path / "c.pdf").write_bytes(pdf("c"))
    bundle = take_in([tmp_path / "c.pdf", folder, tmp_path / "x.zip"], tmp_path / "work")
    assert names(bundle) == ["a.pdf", "b.pdf", "c.pdf"]


def test_names_that_two_paths_share_get_the_name_of_their_path(folder: Path, tmp_path: Path, plain_zip, pdf) -> None:
    (folder / "a.pdf").write_bytes(pdf("1"))
    (folder / "b.pdf").write_bytes(pdf("2"))
    (tmp_path / "x.zip").write_bytes(plain_zip({"a.pdf": pdf("3")}))
    (tmp_path / "y.zip").write_bytes(plain_zip({"c.pdf": pdf("4")}))
    bundle = take_in([folder, tmp_path / "x.zip", tmp_path / "y.zip"], tmp_path / "work")
    assert names(bundle) == ["c.pdf", "x.zip/a.pdf", "张三/a.pdf", "张三/b.pdf"]


def test_names_that_still_collide_are_numbered(tmp_path: Path, pdf) -> None:
    for number, name in enumerate(["1/a.pdf", "2/a.pdf", "3/a (2).pdf"]):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_bytes(pdf(f"{number}"))
    paths = [tmp_path / "1" / "a.pdf", tmp_path / "2" / "a.pdf", tmp_path / "3" / "a (2).pdf"]
    assert names(take_in(paths, tmp_path / "work")) == ["a.pdf", "a (3).pdf", "a (2).pdf"]


def test_a_name_that_an_archive_holds_twice_gives_two_files(upload, zip_bytes, entry, pdf) -> None:
    bundle = upload(zip_bytes(entry(b"x/a.pdf", pdf("1")), entry(b"x/a.pdf", pdf("2"))))
    assert names(bundle) == ["x/a.pdf", "x/a (2).pdf"]
    assert len({file.sha256 for file in bundle.files}) == 2


def test_the_same_content_under_two_names_stays_two_files(upload, plain_zip, pdf) -> None:
    bundle = upload(plain_zip({"a.pdf": pdf(), "b.pdf": pdf()}))
    assert names(bundle) == ["a.pdf", "b.pdf"]
    assert bundle.files[0].path == bundle.files[1].path


def test_a_file_that_two_paths_reach_is_taken_once(folder: Path, tmp_path: Path, pdf) -> None:
    (folder / "a.pdf").write_bytes(pdf())
    assert names(take_in([folder, folder / "a.pdf", folder], tmp_path / "work")) == ["a.pdf"]


def test_a_work_folder_inside_the_dossier_is_passed_over(folder: Path, pdf) -> None:
    (folder / "a.pdf").write_bytes(pdf())
    first = take_in([folder], folder / "work")
    assert take_in([folder], folder / "work") == first


def test_the_order_and_time_of_entries_do_not_change_the_bundle(tmp_path: Path, pdf) -> None:
    files = [(f"{n}.pdf", pdf(f"{n}")) for n in range(12)] + [("bad.txt", b"text"), ("empty.pdf", b"")]
    hashes = set()
    for seed in range(3):
        random.Random(seed).shuffle(files)
        path = tmp_path / f"{seed}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in files:
                archive.writestr(zipfile.ZipInfo(name, (2020 + seed, 1, 1, 0, 0, 0)), data)
        bundle = take_in([path], tmp_path / f"work{seed}")
        hashes.add((bundle.sha256, tuple(names(bundle)), bundle.problems))
    assert len(hashes) == 1


def test_a_zip_and_a_folder_with_the_same_files_are_the_same_bundle(folder: Path, tmp_path, plain_zip, pdf) -> None:
    (folder / "a.pdf").write_bytes(pdf())
    (tmp_path / "a.zip").write_bytes(plain_zip({"a.pdf": pdf()}))
    from_folder = take_in([folder], tmp_path / "w1")
    from_zip = take_in([tmp_path / "a.zip"], tmp_path / "w2")
    assert from_folder.sha256 == from_zip.sha256


@pytest.mark.parametrize("changed", [{"b.pdf": b"%PDF-1.4"}, {"a.pdf": b"%PDF-1.5"}])
def test_another_name_or_content_is_another_bundle(upload, plain_zip, changed: dict[str, bytes]) -> None:
    first = upload(plain_zip({"a.pdf": b"%PDF-1.4"})).sha256
    assert upload(plain_zip(changed)).sha256 != first


def test_one_bad_file_never_stops_the_rest(upload, zip_bytes, entry, pdf) -> None:
    bundle = upload(
        zip_bytes(
            entry(b"1.pdf", pdf("1")),
            entry(b"2.pdf", pdf("2"), crc=1),
            entry(b"3.pdf", b""),
            entry(b"4.pdf", b"KDH 2.00"),
            entry(b"5.zip", b"PK\x03\x04 broken"),
            entry(b"6.pdf", pdf("6"), flags=1),
            entry(b"7.pdf", b"/etc/passwd", mode=0o120777),
            entry(b"8.pdf", pdf("8")),
        )
    )
    assert names(bundle) == ["1.pdf", "8.pdf"]
    assert said(bundle) == [
        ("FIL-08", "2.pdf"),
        ("FIL-01", "3.pdf"),
        ("FIL-02", "4.pdf"),
        ("FIL-08", "5.zip"),
        ("FIL-08", "6.pdf"),
        ("FIL-02", "7.pdf"),
    ]


def test_an_archive_called_a_pdf_is_unpacked(upload, plain_zip, pdf) -> None:
    assert names(upload(plain_zip({"a.pdf": pdf()}), "材料.pdf")) == ["a.pdf"]


def test_a_pdf_called_an_archive_is_a_pdf(upload, pdf) -> None:
    (file,) = upload(pdf(), "材料.zip").files
    assert (file.name, file.media_type, file.path.suffix) == ("材料.zip", "application/pdf", ".pdf")


def test_an_archive_that_needs_a_password_is_said_once(upload, zip_bytes, entry, pdf) -> None:
    bundle = upload(zip_bytes(*(entry(f"{n}.pdf".encode(), pdf(), flags=1) for n in range(9))))
    assert said(bundle) == [("FIL-08", "申报材料.zip")]
    assert "密码" in bundle.problems[0].remedy


@pytest.mark.parametrize("inside", [{}, {"材料/": b""}, {"__MACOSX/._a.pdf": b"x", ".DS_Store": b"x"}])
def test_an_archive_without_a_file_is_empty(upload, plain_zip, inside: dict[str, bytes]) -> None:
    assert said(upload(plain_zip(inside))) == [("FIL-08", "申报材料.zip")]


def test_a_damaged_archive_tells_so_and_gives_what_it_holds(upload, plain_zip, pdf) -> None:
    data = plain_zip({"a.pdf": pdf("a"), "b.pdf": pdf("b")})
    bundle = upload(data[: data.index(b"PK\x01\x02")])
    assert names(bundle) == ["a.pdf", "b.pdf"]
    assert said(bundle) == [("FIL-08", "申报材料.zip")]


def test_links_in_a_folder_are_not_followed(folder: Path, tmp_path: Path, pdf) -> None:
    (tmp_path / "secret.pdf").write_bytes(pdf())
    (folder / "file.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.pdf").symlink_to(tmp_path / "missing")
    os.mkfifo(folder / "pipe.pdf")
    bundle = take_in([folder], tmp_path / "work")
    assert bundle.files == ()
    assert said(bundle) == [("FIL-02", name) for name in ("file.pdf", "loop", "nowhere.pdf", "pipe.pdf")]


def test_a_link_that_is_given_itself_is_followed(tmp_path: Path, pdf) -> None:
    (tmp_path / "real.pdf").write_bytes(pdf())
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    assert names(take_in([tmp_path / "link.pdf"], tmp_path / "work")) == ["link.pdf"]


def test_names_on_disk_that_were_unpacked_as_gbk_are_read(folder: Path, tmp_path: Path, pdf) -> None:
    raw = os.fsencode(folder) + b"/" + "公示结果.pdf".encode("gbk")
    Path(os.fsdecode(raw)).write_bytes(pdf())
    assert names(take_in([folder], tmp_path / "work")) == ["公示结果.pdf"]


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"没有这个\.zip"):
        take_in([tmp_path / "没有这个.zip"], tmp_path / "work")


@pytest.mark.parametrize("name", ["x" * 5000, "a\x00b"])
def test_a_path_that_cannot_exist_is_wrong_use(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        take_in([tmp_path / name], tmp_path / "work")


def test_nothing_is_written_before_all_paths_are_known_to_exist(tmp_path: Path, pdf) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    with pytest.raises(UsageError):
        take_in([tmp_path / "a.pdf", tmp_path / "b.pdf"], tmp_path / "work")
    assert not (tmp_path / "work").exists()


def test_paths_without_any_file_are_nothing_to_check(folder: Path, tmp_path: Path) -> None:
    (folder / "Thumbs.db").write_bytes(b"x")
    for paths in ([], [folder]):
        with pytest.raises(NothingToCheck):
            take_in(paths, tmp_path / "work")


def test_files_that_are_all_bad_are_a_bundle_with_problems(upload) -> None:
    bundle = upload(b"", "空.pdf")
    assert (bundle.files, said(bundle)) == ((), [("FIL-01", "空.pdf")])


def test_limits_can_be_made_from_the_figures_of_a_policy() -> None:
    figures = {"archive_mb": 1024, "file_mb": 200, "pages": 1000, "nesting": 3, "ratio": 200}
    assert Limits(**figures) == Limits()
