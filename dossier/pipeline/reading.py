"""All pages of a bundle, read by several processes with one OCR engine each."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from dossier.config import Settings
from dossier.errors import DossierError, ReadingError
from dossier.model import Bundle, FileProblem, Page, Quality, StoredFile
from dossier.pipeline import worker
from dossier.pipeline.progress import Progress
from dossier.read import page_count
from dossier.recognise import find_models

_PAGES_PER_PROCESS = 300
"""OCR processes grow over time; a fresh one takes over after so many pages."""
_READING_HINT = "请联系管理员，并附上该文件。"


@dataclass(frozen=True)
class Reading:
    """Pages in the order of the dossier; what was wrong with files (theirs) and with our work (failures)."""

    pages: tuple[Page, ...]
    problems: tuple[FileProblem, ...]
    failures: tuple[Mapping[str, str], ...]


def read_bundle(bundle: Bundle, settings: Settings, *, ocr: bool, max_pages: int, progress: Progress) -> Reading:
    """Read every page. One that fails is kept as an unread page (method none), so that nothing counts as absent."""
    tasks, problems = _count_pages(bundle, max_pages)
    if ocr and tasks:
        find_models(settings.models_folder)
    pages: dict[tuple[str, int], Page] = {}
    failures: list[Mapping[str, str]] = []
    progress("read", 0, len(tasks))
    for file, number, outcome in _outcomes(tasks, settings, ocr):
        if isinstance(outcome, Page):
            pages[file.name, number] = outcome
        else:
            pages[file.name, number] = _unread(file, number, str(outcome))
            failures.append({"stage": "read", "what": f"{file.name} 第{number}页：{outcome}", "hint": _READING_HINT})
        progress("read", len(pages), len(tasks))
    ordered = tuple(pages[file.name, number] for file, number in tasks)
    return Reading(ordered, tuple(problems), tuple(failures))


def _count_pages(bundle: Bundle, max_pages: int) -> tuple[list[tuple[StoredFile, int]], list[FileProblem]]:
    tasks: list[tuple[StoredFile, int]] = []
    problems: list[FileProblem] = []
    for file in bundle.files:
        try:
            count = page_count(file)
        except ReadingError as error:
            problems.append(FileProblem("FIL-01", file.name, error.message, error.hint))
            continue
        if len(tasks) + count > max_pages:
            reason = f"材料总页数超过{max_pages}页，从该文件起未检查"
            problems.append(FileProblem("FIL-03", file.name, reason, "请删去无关材料或分卷后重新上传。"))
            break
        tasks += [(file, number) for number in range(1, count + 1)]
    return tasks, problems


def _outcomes(
    tasks: list[tuple[StoredFile, int]], settings: Settings, ocr: bool
) -> Iterator[tuple[StoredFile, int, Page | DossierError]]:
    """Pages as they are finished; small jobs and born-digital input are read in this process."""
    if not ocr or settings.worker_count == 1 or len(tasks) == 1:
        worker.start(settings, ocr)
        for file, number in tasks:
            yield file, number, worker.read(file, number)
        return
    left = list(tasks)
    for _ in range(3):
        done: set[tuple[str, int]] = set()
        try:
            with _pool(settings, len(left)) as pool:
                futures: dict[Future[Page | DossierError], tuple[StoredFile, int]] = {
                    pool.submit(worker.read, *task): task for task in left
                }
                for future in as_completed(futures):
                    file, number = futures[future]
                    outcome = future.result()
                    done.add((file.name, number))
                    yield file, number, outcome
            return
        except BrokenProcessPool:
            left = [task for task in left if (task[0].name, task[1]) not in done]
    for file, number in left:
        yield file, number, ReadingError("读取该页的程序异常退出", _READING_HINT)


@contextmanager
def _pool(settings: Settings, pages: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(
        max_workers=min(settings.worker_count, pages),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=worker.start,
        initargs=(settings, True),
        max_tasks_per_child=_PAGES_PER_PROCESS,
    )
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _unread(file: StoredFile, number: int, why: str) -> Page:
    return Page(file.name, number, 595.0, 842.0, "none", file.sha256, quality=Quality(problem=why))


