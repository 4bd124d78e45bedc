"""Bytes are stored under their hash, counted while they are written, and never left half-written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.errors import SetupError
from dossier.intake.archives import Damaged
from dossier.intake.limits import MEGABYTE, Budget, Limits, OverLimit
from dossier.intake.store import Store, TooLarge


def store(folder: Path, expanded_mb: int = 1) -> Store:
    return Store(folder, Budget(Limits(expanded_mb=expanded_mb)))


def test_content_is_kept_under_its_hash(tmp_path: Path) -> None:
    shelf = store(tmp_path)
    received = shelf.receive([b"ab", b"c"], 10)
    path = shelf.keep(received, ".pdf")
    assert (path.name, path.read_bytes()) == (hashlib.sha256(b"abc").hexdigest() + ".pdf", b"abc")
    assert (received.size, received.sha256) == (3, path.stem)


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    shelf = store(tmp_path)
    paths = {shelf.keep(shelf.receive([b"abc"], 10), ".pdf") for _ in range(2)}
    assert list(tmp_path.iterdir()) == list(paths)


@pytest.mark.parametrize(("size", "fits"), [(9, True), (10, True), (11, False)])
def test_a_file_may_be_as_large_as_its_bound(tmp_path: Path, size: int, fits: bool) -> None:
    if fits:
        assert store(tmp_path).receive([bytes(size)], 10).size == size
    else:
        with pytest.raises(TooLarge):
            store(tmp_path).receive([bytes(size)], 10)
        assert list(tmp_path.iterdir()) == []


def test_all_files_together_may_fill_the_budget_and_no_more(tmp_path: Path) -> None:
    shelf = store(tmp_path)
    shelf.receive([bytes(MEGABYTE)], 2 * MEGABYTE)
    with pytest.raises(OverLimit, match="1 MB"):
        shelf.receive([b"x"], 2 * MEGABYTE)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_source_that_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"abc"
        raise Damaged("断了")

    with pytest.raises(Damaged):
        store(tmp_path).receive(broken(), 10)
    assert list(tmp_path.iterdir()) == []


def test_what_is_discarded_is_gone(tmp_path: Path) -> None:
    shelf = store(tmp_path)
    shelf.discard(shelf.receive([b"abc"], 10))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_fault_of_the_setup(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SetupError) as caught:
        store(tmp_path / "file" / "10_files")
    assert "工作目录" in caught.value.message
    assert caught.value.hint


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_fault_of_the_setup(tmp_path: Path) -> None:
    (tmp_path / "000001.part").symlink_to("/dev/full")
    with pytest.raises(SetupError, match="无法在工作目录中保存文件"):
        store(tmp_path).receive([bytes(MEGABYTE)], MEGABYTE)
    assert list(tmp_path.iterdir()) == []
