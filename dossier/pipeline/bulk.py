"""Many dossiers, several at a time: each in a process that reads, judges and reports it by itself.

A process keeps its OCR engine from dossier to dossier and is replaced after a few, since engines grow. What was being
checked when one died is tried once more, each dossier in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from types import FrameType

import psutil

from dossier.errors import DossierError
from dossier.pipeline.check import check
from dossier.pipeline.order import MARK, Order, is_done, mark_done
from dossier.pipeline.rounds import Crew, died, in_rounds
from dossier.pipeline.uploads import Upload

_DOSSIERS_PER_PROCESS = 8
"""Of one round."""
_MEMORY = 1_600_000_000
"""Bytes that one process with its OCR engine may come to need."""
_CRASHED = "检查该卷宗的程序异常退出"
_HINT = "请单独运行 dossier check 检查该卷宗；仍不行的，请联系管理员并附上该卷宗。"


@dataclass(frozen=True)
class Done:
    """What became of one dossier. With an error there is no report."""

    upload: Upload
    reused: bool = False
    """Finished in an earlier run."""
    error: str = ""
    hint: str = ""


def processes(order: Order, dossiers: int) -> int:
    """How many dossiers are worth checking at once: by processors, memory and the number of dossiers."""
    fitting = psutil.virtual_memory().available // _MEMORY if order.ocr else dossiers
    return max(1, min(order.settings.worker_count, dossiers, int(fitting)))


def check_all(uploads: Sequence[Upload], order: Order) -> Iterator[Done]:
    """Every dossier as it is finished, those of an earlier run first. Left early, it ends its processes."""
    left: list[Upload] = []
    for upload in uploads:
        try:
            finished = is_done(upload, order.key(upload))
        except OSError as error:
            yield Done(upload, error=f"无法读取：{error.strerror}", hint="请检查文件权限后重新运行。")
            continue
        if finished:
            yield Done(upload, reused=True)
        else:
            left.append(upload)
    with closing(in_rounds(left, _crew(order))) as outcomes:
        for upload, future in outcomes:
            yield _outcome(upload, future)


def _crew(order: Order) -> Crew[Upload, Done]:
    """One engine a process; a suspect's pages are read apart from it, so that it can tell of them."""
    one_engine = replace(order, settings=replace(order.settings, workers=1))
    apart = replace(order, settings=replace(order.settings, workers=2))
    return Crew(
        pool=_pool,
        count=lambda dossiers: processes(order, dossiers),
        share=_DOSSIERS_PER_PROCESS,
        give=lambda pool, upload: pool.submit(check_one, upload, one_engine),
        give_alone=lambda pool, upload: pool.submit(check_one, upload, apart),
    )


def _outcome(upload: Upload, future: Future[Done]) -> Done:
    """An error nobody foresaw, or the death of its process, costs its own dossier and no other."""
    if died(future):
        return Done(upload, error=_CRASHED, hint=_HINT)
    error = future.exception()
    return future.result() if error is None else Done(upload, error=f"检查该卷宗的程序出错（{error!r}）", hint=_HINT)


def check_one(upload: Upload, order: Order) -> Done:
    """Check a dossier and write its results, the mark last. An error raised on purpose is a value."""
    if _stopped:
        raise SystemExit
    key = order.key(upload)
    (upload.out / MARK).unlink(missing_ok=True)
    try:
        check(
            [upload.path],
            policy=order.load(),
            settings=order.settings,
            statement=order.statement,
            created=order.created,
            out=upload.out,
            ocr=order.ocr,
        )
    except DossierError as error:
        return Done(upload, error=error.message, hint=error.hint)
    mark_done(upload, key)
    return Done(upload)


@contextmanager
def _pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that are asked to stop, and have stopped, when the pool is left before its work is done."""
    pool = ProcessPoolExecutor(
        max_workers=count,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
    )
    left_in_order = False
    try:
        yield pool
        left_in_order = True
    finally:
        if not left_in_order:
            for process in multiprocessing.active_children():
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


_stopped = False


def _start() -> None:
    """In every process: an interrupted terminal is the main process's affair; asked to stop, clean up and stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    global _stopped
    _stopped = True
    sys.exit(143)
