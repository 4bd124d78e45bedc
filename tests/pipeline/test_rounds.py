"""Tasks in rounds of fresh processes: each done once, memory given back between rounds, a death costs one task."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import psutil

from dossier.pipeline.rounds import Crew, died, in_rounds
from tests.pipeline.chores import careful, chore

SHARE = 3


def crew(processes: int) -> Crew:
    return Crew(
        pool=lambda count: ProcessPoolExecutor(count, multiprocessing.get_context("spawn")),
        count=lambda tasks: min(processes, tasks),
        share=SHARE,
        give=lambda pool, name: pool.submit(chore, name),
        give_alone=lambda pool, name: pool.submit(careful, name),
    )


def test_more_tasks_than_a_round_holds_are_each_done_once_by_fresh_processes_each_round():
    names = [f"task {number}" for number in range(2 * 2 * SHARE + 1)]
    rounds: list[set[int]] = []
    for done, (name, future) in enumerate(in_rounds(names, crew(2))):
        said, process = future.result()
        assert said == name
        if done % (2 * SHARE) == 0:
            assert not [one for earlier in rounds for one in earlier if psutil.pid_exists(one)]
            rounds.append(set())
        rounds[-1].add(process)
        names.remove(name)
    assert names == []
    assert len(rounds) == 3
    assert sum(map(len, rounds)) == len(set().union(*rounds))


def test_a_deadly_task_costs_itself_alone_and_the_others_are_done_once():
    names = ["a", "deadly", "b", "c", "d", "e", "f", "g", "h"]
    outcomes = [(name, died(future)) for name, future in in_rounds(names, crew(1))]
    assert sorted(outcomes) == sorted((name, name == "deadly") for name in names)


def test_a_suspect_is_done_again_apart_in_the_way_of_suspects():
    outcomes = {name: future.result()[0] for name, future in in_rounds(["a", "unlucky", "b"], crew(1))}
    assert outcomes == {"a": "a", "unlucky": "unlucky", "b": "b"}


def test_an_error_is_the_tasks_own_and_no_death():
    found = dict(in_rounds(["a", "wrong", "b"], crew(1)))
    assert isinstance(found["wrong"].exception(), ZeroDivisionError)
    assert Counter(died(future) for future in found.values()) == {False: 3}


def test_left_early_the_processes_end():
    before = set(multiprocessing.active_children())
    rounds = in_rounds([f"task {number}" for number in range(50)], crew(2))
    next(rounds)
    assert set(multiprocessing.active_children()) - before
    rounds.close()
    assert set(multiprocessing.active_children()) <= before
