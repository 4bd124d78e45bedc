"""All pages of a bundle read: in order, whatever happens to one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.errors import SetupError
from dossier.pipeline import reading, worker
from dossier.pipeline.progress import silent
from dossier.pipeline.reading import read_bundle
from tests.pipeline import unruly


@pytest.fixture
def read(monkeypatch, settings):
    """A bundle read by the unruly reader, as if by OCR, in as many processes as told."""
    monkeypatch.setattr(worker, "read", unruly.read)
    monkeypatch.setattr(reading, "find_models", lambda folder: None)

    def run(bundle, processes: int = 1, most: int = 100):
        return read_bundle(bundle, replace(settings, workers=processes), ocr=True, max_pages=most, progress=silent)

    return run


def shape(found) -> list[tuple[str, int, str]]:
    return [(page.file, page.number, page.method) for page in found.pages]


@pytest.mark.parametrize("processes", [1, 2])
def test_pages_come_in_the_order_of_the_dossier(read, bundle, processes):
    found = read(bundle(("甲.pdf", 3), ("乙.pdf", 2)), processes)
    assert shape(found) == [
        (name, number, "ocr") for name, count in (("甲.pdf", 3), ("乙.pdf", 2)) for number in range(1, count + 1)
    ]
    assert (found.problems, found.failures) == ((), ())


def test_a_damaged_page_is_kept_as_unread_and_told_as_a_problem_of_its_file(read, bundle):
    found = read(bundle(("甲.pdf", 1), ("损坏.pdf", 1), ("乙.pdf", 1)))
    assert shape(found) == [("甲.pdf", 1, "ocr"), ("损坏.pdf", 1, "none"), ("乙.pdf", 1, "ocr")]
    (problem,) = found.problems
    assert (problem.rule, problem.file) == ("FIL-01", "损坏.pdf")
    assert problem.reason == "第 1 页已损坏，无法打开"
    assert problem.remedy == "请重新生成该 PDF 后上传。"
    assert found.failures == ()


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_nobody_foresaw_costs_its_own_page_only(read, bundle, processes):
    found = read(bundle(("甲.pdf", 1), ("出错.pdf", 1), ("乙.pdf", 1)), processes)
    assert shape(found) == [("甲.pdf", 1, "ocr"), ("出错.pdf", 1, "none"), ("乙.pdf", 1, "ocr")]
    assert "ZeroDivisionError" in found.failures[0]["what"]


def test_a_page_that_kills_its_process_costs_its_own_page_only(read, bundle):
    found = read(bundle(("甲.pdf", 1), ("退出.pdf", 1), ("乙.pdf", 2)), 2)
    assert [method for _, _, method in shape(found)] == ["ocr", "none", "ocr", "ocr"]
    (failure,) = found.failures
    assert "退出.pdf 第1页：读取该页的程序异常退出" in failure["what"]


def test_unread_pages_of_one_file_are_not_told_as_the_same_page(read, bundle):
    found = read(
        bundle(
            ("出错.pdf", 2),
        )
    )
    assert found.pages[0].sha256 != found.pages[1].sha256


def test_a_file_that_cannot_be_opened_is_a_problem_and_no_failure(read, bundle):
    good = bundle(("甲.pdf", 1), ("乙.pdf", 1))
    good.files[0].path.write_bytes(b"%PDF-1.7 no more")
    found = read(good)
    assert [(problem.rule, problem.file) for problem in found.problems] == [("FIL-01", "甲.pdf")]
    assert found.problems[0].remedy
    assert shape(found) == [("乙.pdf", 1, "ocr")]


def test_files_beyond_the_limit_of_pages_are_not_read(read, bundle):
    found = read(bundle(("甲.pdf", 2), ("乙.pdf", 2), ("丙.pdf", 1)), most=3)
    assert [(problem.rule, problem.file) for problem in found.problems] == [("FIL-03", "乙.pdf")]
    assert shape(found) == [("甲.pdf", 1, "ocr"), ("甲.pdf", 2, "ocr")]


def test_a_bundle_without_files_has_no_pages(read, bundle):
    assert read(bundle()).pages == ()


def test_without_models_reading_by_ocr_does_not_begin(bundle, settings):
    with pytest.raises(SetupError):
        read_bundle(bundle(("甲.pdf", 1)), settings, ocr=True, max_pages=9, progress=silent)


def test_without_ocr_no_models_are_needed(bundle, settings):
    found = read_bundle(bundle(("甲甲甲甲甲甲甲甲.pdf", 1)), settings, ocr=False, max_pages=9, progress=silent)
    assert shape(found) == [("甲甲甲甲甲甲甲甲.pdf", 1, "text")]
