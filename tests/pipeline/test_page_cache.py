"""What was read from a page is found again by what the page shows, and nothing else."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dossier.model import Box, Line, Page, Seal
from dossier.model.picture import Picture
from dossier.pipeline import page_cache
from dossier.pipeline.page_cache import PageCache

PICTURE = Picture("01.pdf", 3, np.zeros((20, 10, 3), np.uint8), 200.0, "ab" * 32)
SOURCE = "ef" * 32
PAGE = Page(
    "01.pdf",
    3,
    595.0,
    842.0,
    "ocr",
    "ab" * 32,
    (Line("公示", Box(1.25, 2, 3, 4), 0.987654),),
    seals=(Seal(Box(1, 2, 3, 4), "round", "red", "某公司", readings=("某公司", "某公同")),),
)


@pytest.fixture
def cache(tmp_path: Path) -> PageCache:
    return PageCache(tmp_path / "pages", tmp_path / "models")


def entries(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "pages").rglob("*") if path.is_file()]


def test_a_page_is_found_again_as_it_was(cache):
    cache.put(PICTURE, PAGE, SOURCE)
    assert cache.get(PICTURE) == PAGE


def test_a_page_is_found_again_under_the_name_it_has_now(cache):
    cache.put(PICTURE, PAGE, SOURCE)
    renamed = replace(PICTURE, file="改名.pdf", number=1)
    assert cache.get(renamed) == replace(PAGE, file="改名.pdf", number=1)


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "cd" * 32},
        {"dpi": 100.0},
        {"embedded_dpi": 72.0},
        {"image": np.zeros((10, 20, 3), np.uint8)},
        {"pictures": (Box(0, 0, 1, 1),)},
    ],
)
def test_a_page_that_differs_in_anything_that_matters_is_not_found(cache, change):
    cache.put(PICTURE, PAGE, SOURCE)
    assert cache.get(replace(PICTURE, **change)) is None


def test_a_page_nobody_read_is_not_found(cache):
    assert cache.get(PICTURE) is None


def test_pages_read_by_other_models_are_not_found(cache, tmp_path):
    cache.put(PICTURE, PAGE, SOURCE)
    assert PageCache(tmp_path / "pages", tmp_path / "others").get(PICTURE) is None


def test_pages_read_by_other_code_are_not_found(cache, monkeypatch):
    cache.put(PICTURE, PAGE, SOURCE)
    monkeypatch.setattr(page_cache, "_version", lambda: "another")
    assert cache.get(PICTURE) is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"file": 1, "lines": []}']
)
def test_a_damaged_entry_is_as_good_as_none(cache, tmp_path, content):
    cache.put(PICTURE, PAGE, SOURCE)
    entry = cache._path(PICTURE)
    entry.write_bytes(content)
    assert cache.get(PICTURE) is None
    cache.put(PICTURE, PAGE, SOURCE)
    assert cache.get(PICTURE) == PAGE


class _Poison:
    def __reduce__(self):
        return Path.touch, (Path("poisoned"),)


def test_a_poisoned_entry_runs_no_code(cache, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    cache.put(PICTURE, PAGE, SOURCE)
    entry = cache._path(PICTURE)
    entry.write_bytes(pickle.dumps(_Poison()))
    assert cache.get(PICTURE) is None
    assert not (tmp_path / "poisoned").exists()


def test_entries_are_plain_json_and_leave_no_scraps(cache, tmp_path):
    cache.put(PICTURE, PAGE, SOURCE)
    entry = cache._path(PICTURE)
    assert sorted(entries(tmp_path)) == sorted([entry, cache._link(SOURCE)])
    assert json.loads(entry.read_text(encoding="ascii"))["lines"][0]["text"] == "公示"


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "pages").write_text("a file where the folder should be")
    cache = PageCache(tmp_path / "pages", tmp_path / "models")
    cache.put(PICTURE, PAGE, SOURCE)
    assert cache.get(PICTURE) is None


def test_a_name_that_is_no_text_does_not_matter(cache):
    cache.put(PICTURE, replace(PAGE, file="\udce9.pdf"), SOURCE)
    assert cache.get(PICTURE) == PAGE


def test_a_page_is_found_by_its_source_without_its_picture(cache):
    cache.put(PICTURE, PAGE, SOURCE)
    assert cache.find(SOURCE, "改名.pdf", 1) == replace(PAGE, file="改名.pdf", number=1)
    assert cache.find("ab" * 32, "改名.pdf", 1) is None


def test_a_second_source_of_the_same_picture_finds_the_same_page(cache):
    cache.put(PICTURE, PAGE, SOURCE)
    cache.link("ab" * 32, PICTURE)
    assert cache.find("ab" * 32, PAGE.file, PAGE.number) == PAGE


def test_sources_drawn_by_other_code_are_not_found(cache, monkeypatch):
    cache.put(PICTURE, PAGE, SOURCE)
    monkeypatch.setattr(page_cache, "_drawn_by", lambda: "another")
    assert cache.find(SOURCE, PAGE.file, PAGE.number) is None
    assert cache.get(PICTURE) == PAGE


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b'"../../../etc/passwd"', b'"' + b"ab" * 32 + b'"'])
def test_a_damaged_link_leads_nowhere(cache, content):
    cache.put(PICTURE, PAGE, SOURCE)
    cache._link(SOURCE).write_bytes(content)
    assert cache.find(SOURCE, PAGE.file, PAGE.number) is None
