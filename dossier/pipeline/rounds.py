"""Many tasks for a few processes that grow with their work: in rounds, each with fresh processes.

At the end of a round its processes end and their memory is given back. (A pool whose `max_tasks_per_child` replaces
them one by one can come to a standstill in Python 3.11.) A process that dies breaks its round's pool: the tasks that
it may have been doing are done again, each in a process of its own, so that a deadly one costs itself alone.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Crew(Generic[Task, Result]):
    """Who does the tasks."""

    pool: Callable[[int], AbstractContextManager[Executor]]
    """So many fresh processes; left, they have ended."""
    count: Callable[[int], int]
    """How many processes so many tasks are worth, at least one."""
    share: int
    """Tasks of one process in one round, on average."""
    give: Callable[[Executor, Task], Future[Result]]
    """A task given to a pool."""
    give_alone: Callable[[Executor, Task], Future[Result]]
    """The same, for a task that may have killed its process."""


def in_rounds(tasks: Sequence[Task], crew: Crew[Task, Result]) -> Generator[tuple[Task, Future[Result]], None, None]:
    """Every task once, as it is finished; `died` tells of one that killed its process twice.

    Left early (`close`), it leaves the pool.
    """
    left = list(tasks)
    while left:
        count = crew.count(len(left))
        batch, later = left[: count * crew.share], left[count * crew.share :]
        finished: set[int] = set()
        with crew.pool(count) as pool:
            futures = _given(pool, batch, crew)
            for future in _until_a_process_dies(futures):
                finished.add(futures[future])
                yield batch[futures[future]], future
        undone = [task for place, task in enumerate(batch) if place not in finished]
        in_flight = 2 * count + 1
        for suspect in undone[:in_flight]:
            with crew.pool(1) as pool:
                future = crew.give_alone(pool, suspect)
                wait([future])
            yield suspect, future
        left = undone[in_flight:] + later


def died(future: Future[Result]) -> bool:
    """Whether the process of this task ended before the task did."""
    return isinstance(future.exception(), BrokenProcessPool)


def _given(pool: Executor, tasks: Sequence[Task], crew: Crew[Task, Result]) -> dict[Future[Result], int]:
    """The tasks by their place; fewer where a process died before all were given."""
    given: dict[Future[Result], int] = {}
    with suppress(BrokenProcessPool):
        for place, task in enumerate(tasks):
            given[crew.give(pool, task)] = place
    return given


def _until_a_process_dies(futures: dict[Future[Result], int]) -> Iterator[Future[Result]]:
    for future in as_completed(futures):
        if died(future):
            return
        yield future
