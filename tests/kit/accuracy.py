"""Measure the reading and write down what came out: `python -m tests.kit.accuracy`, or `make accuracy`.

Draws dossiers 0 to N-1 at every strength, reads each anew, scores it, and writes RESULTS.md; then the slice, whose
figures go to recorded.json. `--misses FILE` lists every wrong field of the layouts that may be looked at.
"""

import argparse
import json
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path

import dossier
from dossier.config import load_settings
from dossier.policy import load_policy
from dossier.score import all_tables
from tests.kit import causes, recorded, typefaces
from tests.kit.dossiers import STRENGTHS, folder_name, is_drawn
from tests.kit.measure import Measured, draw, measure

RESULTS = Path(__file__).with_name("RESULTS.md")


def run(
    jobs: list[tuple[int, str]],
    fonts: Path | None,
    fresh: bool,
    keep: Path | None = None,
    kept: Path | None = None,
) -> list[Measured]:
    """Draw the dossiers two at a time, then read them one after another with all cores.

    Those that lie in `keep` already are not drawn again, those whose readings lie in `kept` not read again.
    """
    policy, settings = load_policy("shanxi-2025"), load_settings()
    with tempfile.TemporaryDirectory() as scratch:
        place = keep or Path(scratch)
        folders = [place / folder_name(*job) for job in jobs]
        missing = [(*job, place, fonts) for job, folder in zip(jobs, folders, strict=True) if not is_drawn(folder)]
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            list(pool.map(draw, missing))
        done = []
        for folder in folders:
            done.append(measure(folder, policy, settings, fresh=fresh, kept=kept))
            right = sum(one.hits for one in done[-1].observations if one.measure == "field")
            of = sum(one.measure == "field" for one in done[-1].observations)
            print(f"{folder.name}: {done[-1].pages} pages in {done[-1].seconds:.0f} s, fields {right}/{of}", flush=True)
        return done


def page(done: list[Measured], fonts: Path | None) -> str:
    """RESULTS.md."""
    observations = [one for each in done for one in each.observations]
    families = sorted({name for turn in range(6) for pair in typefaces.chosen(turn, fonts).values() for name in pair})
    lines = [
        "# How well it reads",
        "",
        f"Written by `make accuracy` with dossier {dossier.__version__}. {len(done)} invented dossiers, "
        f"{sum(each.pages for each in done)} pages; typefaces: {', '.join(families)}.",
        "Shares with their 95 % intervals (Wilson) and the number of things counted. A field is *read with certainty* "
        "where the record states a confidence on which a defect may rest. The held-out layouts were drawn by a hand of "
        "their own and are never looked at while reading is improved.",
        "",
        all_tables(observations),
        "## Largest causes of wrong fields, open layouts",
        "",
        causes.table((why, one) for each in done for why, one in each.misses if not one.held_out),
        "## Largest causes of wrong fields, held-out layouts",
        "",
        causes.table((why, one) for each in done for why, one in each.misses if one.held_out),
        "## Seconds",
        "",
        "| strength | dossiers | pages | wall-clock seconds a page |",
        "| --- | --- | --- | --- |",
    ]
    for strength in STRENGTHS:
        own = [each for each in done if each.strength == strength]
        pages = sum(each.pages for each in own)
        if pages:
            lines.append(f"| {strength} | {len(own)} | {pages} | {sum(each.seconds for each in own) / pages:.2f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossiers", type=int, default=16, help="how many at each strength")
    parser.add_argument("--strength", choices=STRENGTHS, action="append")
    parser.add_argument("--fonts", type=Path, help="a folder with more typefaces")
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--misses", type=Path, help="a file for every wrong field, one JSON object a line")
    parser.add_argument("--keep", type=Path, help="a folder where the drawn dossiers stay, to be read again")
    parser.add_argument("--readings", type=Path, help="a folder where what was read stays, to be extracted from again")
    parser.add_argument("--first", type=int, default=0, help="the first dossier's number")
    parser.add_argument("--slice", action="store_true", help="only the slice; writes recorded.json alone")
    parser.add_argument("--cached", action="store_true", help="reuse pages read before: for work on extraction")
    asked = parser.parse_args()
    if not asked.slice:
        jobs = [(n, strength) for strength in asked.strength or STRENGTHS for n in range(asked.first, asked.dossiers)]
        done = run(jobs, asked.fonts, not asked.cached, asked.keep, asked.readings)
        asked.out.write_text(page(done, asked.fonts), "utf-8")
        if asked.misses:
            listed = [{"dossier": each.name, "cause": why, **asdict(one)} for each in done for why, one in each.misses]
            rows = [json.dumps(row, ensure_ascii=False, default=str) for row in listed if not row["held_out"]]
            asked.misses.write_text("\n".join(rows) + "\n", "utf-8")
    if asked.slice or asked.out == RESULTS:
        done = run(list(recorded.SLICE), None, not asked.cached)
        recorded.save(recorded.figures([one for each in done for one in each.observations]))


if __name__ == "__main__":
    main()
