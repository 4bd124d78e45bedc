"""All pages of a bundle, read by several processes with one OCR engine each."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Container, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from typing import Any

from dossier.config import Settings
from dossier.errors import DossierError, ReaderCrashed, ReadingError
from dossier.model import Bundle, FileProblem, Page, StoredFile
from dossier.pipeline import worker
from dossier.pipeline.progress import Progress
from dossier.pipeline.rounds import Crew, died, in_rounds
from dossier.read import notes, page_count, source_key
from dossier.recognise import find_models

_PAGES_PER_PROCESS = 300
"""Of one round: OCR processes grow over time, and fresh ones take over."""
_READING_HINT = "请联系管理员，并附上该文件。"

Task = tuple[StoredFile, int]
"""A file and the number of one of its pages."""
Outcome = tuple[StoredFile, int, Page | DossierError]


@dataclass(frozen=True)
class Reading:
    """Pages in the order of the dossier; what was wrong with files (theirs) and with our work (failures)."""

    pages: tuple[Page, ...]
    problems: tuple[FileProblem, ...]
    failures: tuple[Mapping[str, str], ...]
    signatures: Mapping[str, tuple[Mapping[str, Any], ...]]
    """Electronic signatures by the name of the file they are in."""


def read_bundle(bundle: Bundle, settings: Settings, *, ocr: bool, max_pages: int, progress: Progress) -> Reading:
    """Read every page. One that fails is kept as an unread page (method none), so that nothing counts as absent."""
    tasks, problems = _count_pages(bundle, max_pages)
    signatures, left_out = _notes(bundle, {file.name for file, _ in tasks})
    problems += left_out
    if ocr and tasks:
        find_models(settings.models_folder)
    pages: dict[tuple[str, int], Page] = {}
    failures: list[Mapping[str, str]] = []
    progress("read", 0, len(tasks))
    for file, number, outcome in _outcomes(tasks, settings, ocr):
        if isinstance(outcome, Page):
            pages[file.name, number] = outcome
        else:
            pages[file.name, number] = _unread(file, number)
            if isinstance(outcome, ReadingError):
                problems.append(FileProblem(outcome.rule, file.name, outcome.message, outcome.hint))
            else:
                what = f"{file.name} 第{number}页：{outcome}"
                failures.append({"stage": "read", "what": what, "hint": outcome.hint or _READING_HINT})
        progress("read", len(pages), len(tasks))
    ordered = tuple(pages[file.name, number] for file, number in tasks)
    return Reading(ordered, tuple(problems), tuple(failures), signatures)


def _count_pages(bundle: Bundle, max_pages: int) -> tuple[list[Task], list[FileProblem]]:
    tasks: list[Task] = []
    problems: list[FileProblem] = []
    for file in bundle.files:
        try:
            count = page_count(file)
        except ReadingError as error:
            problems.append(FileProblem(error.rule, file.name, error.message, error.hint))
            continue
        if len(tasks) + count > max_pages:
            reason = f"材料总页数超过{max_pages}页，从该文件起未检查"
            problems.append(FileProblem("FIL-03", file.name, reason, "请删去无关材料或分卷后重新上传。"))
            break
        tasks += [(file, number) for number in range(1, count + 1)]
    return tasks, problems


def _notes(
    bundle: Bundle, readable: Container[str]
) -> tuple[dict[str, tuple[Mapping[str, Any], ...]], list[FileProblem]]:
    """The electronic signatures by file, and the files set into others."""
    found = {file.name: notes(file) for file in bundle.files if file.name in readable}
    signed = {name: one.signatures for name, one in found.items() if one.signatures}
    return signed, [problem for one in found.values() for problem in one.problems]


def _outcomes(tasks: Sequence[Task], settings: Settings, ocr: bool) -> Iterator[Outcome]:
    """Pages as they are finished: those known from before, then the others; one alone is read in this process."""
    known = _known(tasks, settings, ocr)
    for task, page in known.items():
        yield *task, page
    tasks = [task for task in tasks if task not in known]
    if not tasks:
        return
    if not ocr or settings.worker_count == 1 or len(tasks) == 1:
        with _ended(ThreadPoolExecutor(1, initializer=worker.start, initargs=(settings, ocr))) as pool:
            for future in as_completed(futures := {_give(pool, task): task for task in tasks}):
                yield *futures[future], _outcome(future)
        return
    with closing(in_rounds(tasks, _crew(settings))) as finished:
        for task, future in finished:
            yield *task, _outcome(future)


def _known(tasks: Sequence[Task], settings: Settings, ocr: bool) -> dict[Task, Page]:
    """Pages that were read before, found without drawing them."""
    cache = worker.page_cache(settings, ocr)
    if cache is None:
        return {}
    found = {
        (file, number): cache.find(source_key(file, number, settings.render_dpi), file.name, number)
        for file, number in tasks
    }
    return {task: page for task, page in found.items() if page is not None}


def _give(pool: Executor, task: Task) -> Future[Page | DossierError]:
    return pool.submit(worker.read, *task)


def _outcome(future: Future[Page | DossierError]) -> Page | DossierError:
    """An error nobody foresaw, or the death of its process, costs its own page and no other."""
    if died(future):
        return ReaderCrashed("读取该页的程序异常退出", _READING_HINT)
    error = future.exception()
    return future.result() if error is None else ReaderCrashed(f"读取该页的程序出错（{error!r}）", _READING_HINT)


def _crew(settings: Settings) -> Crew[Task, Page | DossierError]:
    return Crew(
        pool=lambda count: _processes(settings, count),
        count=lambda pages: min(settings.worker_count, pages),
        share=_PAGES_PER_PROCESS,
        give=_give,
        give_alone=_give,
    )


def _processes(settings: Settings, count: int) -> AbstractContextManager[Executor]:
    return _ended(
        ProcessPoolExecutor(
            max_workers=count,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=worker.start,
            initargs=(settings, True),
        )
    )


@contextmanager
def _ended(pool: Executor) -> Iterator[Executor]:
    """The pool, left without reading what is still waiting (the shell was interrupted)."""
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _unread(file: StoredFile, number: int) -> Page:
    """A page we failed to read: nothing is said of its picture, and nothing counts as absent while it is there."""
    digest = hashlib.sha256(f"{file.sha256} {number}".encode()).hexdigest()
    return Page(file.name, number, 595.0, 842.0, "none", digest)
