"""What it costs to judge a record: all rules and the schema of its series, no reading.

    python tests/benchmarks/bench_judge.py [--times 200] [RECORD.json …]

Without records it judges the clean dossier of the tests, one for every series and level, in turn. The first judgement
under a policy compiles the schemas and is told apart. Target: p95 under 50 ms.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dossier.model import Record
from dossier.model.wire import record_from_json
from dossier.policy import Policy, load_policy
from dossier.policy.demand_table import demand_table
from dossier.validate import validate

TARGET = 50
"""Milliseconds."""


def clean_records(policy: Policy) -> list[Record]:
    """The dossier of the tests, applying for each series at each level."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "validate"))
    from record_builder import applying, clean_record

    rows = [row for row in demand_table(policy) if row.titles]
    return [applying(clean_record(), series=r.series.code, level=r.level, title=r.titles[0]) for r in rows]


def unknown_series(records: Sequence[Record]) -> list[Record]:
    """The dearest case: neither series nor level nor title is known, so every series may be meant."""
    from record_builder import applying

    return [applying(record, series=None, level=None, title=None) for record in records]


def milliseconds(records: Sequence[Record], policy: Policy, times: int) -> list[tuple[float, float]]:
    """(time, CPU time) of each of so many judgements; the records take turns."""
    taken = []
    for number in range(times):
        begun, worked = time.perf_counter(), time.process_time()
        validate(records[number % len(records)], policy)
        taken.append(((time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000))
    return taken


def row(name: str, taken: Sequence[tuple[float, float]]) -> str:
    """Median and p95; CPU time is what a busy machine does not blow up."""
    cells = [name]
    for values in zip(*taken, strict=True):
        cells += [f"{statistics.median(values):.1f}", f"{statistics.quantiles(values, n=20)[-1]:.1f}"]
    return " | ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("records", nargs="*", type=Path)
    options = parser.parse_args()
    policy = load_policy()
    given = [record_from_json(json.loads(path.read_text(encoding="utf-8"))) for path in options.records]
    records = given or clean_records(policy)
    first = milliseconds(records[:1], policy, 1)[0][0]
    milliseconds(records, policy, len(records))
    print(f"first judgement under a policy: {first:.0f} ms")
    print(f"{len(records)} records | median ms | p95 ms (target {TARGET}) | median CPU ms | p95 CPU ms")
    print(row("series known", milliseconds(records, policy, options.times)))
    if not given:
        print(row("series unknown", milliseconds(unknown_series(records), policy, options.times)))


if __name__ == "__main__":
    main()
