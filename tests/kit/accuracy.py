"""Measure the reading and write down what came out: `python -m tests.kit.accuracy`, or `make accuracy`.

Draws dossiers 0 to N-1, and M more of the blind hand (200 and up), at every strength, reads each anew, scores it, and
writes RESULTS.md; then the slice, whose figures go to recorded.json. `--misses FILE` lists every wrong field of the
layouts that may be looked at.
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
from dossier.score import all_tables, overview
from tests.kit import causes, recorded, typefaces
from tests.kit.dossiers import STRENGTHS, folder_name, is_drawn
from tests.kit.measure import Measured, draw, measure
from tests.kit.piles import ALONE

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
            time = "kept" if done[-1].seconds is None else f"in {done[-1].seconds:.0f} s"
            print(f"{folder.name}: {done[-1].pages} pages {time}, fields {right}/{of}", flush=True)
        return done


def page(done: list[Measured], fonts: Path | None) -> str:
    """RESULTS.md."""
    blind = [each for each in done if ALONE["fresh"] <= int(each.name[:3]) < ALONE["fourth"]]
    own = [each for each in done if each not in blind]
    families = sorted({name for turn in range(6) for pair in typefaces.chosen(turn, fonts).values() for name in pair})
    lines = [
        "# How well it reads",
        "",
        f"Written by `make accuracy` with dossier {dossier.__version__}. {len(done)} invented dossiers, "
        f"{sum(each.pages for each in done)} pages; typefaces: {', '.join(families)}.",
        "Shares with their 95 % intervals (Wilson) and the number of things counted. A field is *read with certainty* "
        "where the record states a confidence on which a defect may rest. The held-out layouts were drawn by a hand of "
        "their own and are never looked at while reading is improved. The open layouts were looked at while reading "
        "was improved. For some kinds the held-out figures steered a choice, though no held-out page was seen: the "
        "blind layouts tell best how unseen paper is read. Whole dossiers of other "
        "hands: [OTHER_HANDS.md](OTHER_HANDS.md).",
        "",
        all_tables([one for each in own for one in each.observations]),
    ]
    if blind:
        lines += [
            "## Blind layouts",
            "",
            "Drawn by a hand that knew nothing of the reading, after it was made; held out as well.",
            "",
            overview([one for each in blind for one in each.observations if one.held_out]),
        ]
    lines += [
        "## Largest causes of wrong fields, open layouts",
        "",
        causes.table((why, one) for each in own for why, one in each.misses if not one.held_out),
        "## Largest causes of wrong fields, held-out layouts",
        "",
        causes.table((why, one) for each in own for why, one in each.misses if one.held_out),
        *_seconds([each for each in done if each.seconds is not None]),
    ]
    return "\n".join(lines) + "\n"


def _seconds(timed: list[Measured]) -> list[str]:
    """How long the dossiers that were read anew took; nothing where all came from kept readings."""
    rows = []
    for strength in STRENGTHS:
        own = [each for each in timed if each.strength == strength]
        pages = sum(each.pages for each in own)
        if pages:
            rows.append(f"| {strength} | {len(own)} | {pages} | {sum(each.seconds or 0 for each in own) / pages:.2f} |")
    head = [
        "## Seconds",
        "",
        "| strength | dossiers | pages | wall-clock seconds a page |",
        "| --- | --- | --- | --- |",
    ]
    return [*head, *rows] if rows else []


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
    parser.add_argument("--blind", type=int, default=0, help="how many more of the blind hand")
    parser.add_argument("--slice", action="store_true", help="only the slice; writes recorded.json alone")
    parser.add_argument("--cached", action="store_true", help="reuse pages read before: for work on extraction")
    asked = parser.parse_args()
    if not asked.slice:
        numbers = [*range(asked.first, asked.dossiers), *range(ALONE["fresh"], ALONE["fresh"] + asked.blind)]
        jobs = [(n, strength) for strength in asked.strength or STRENGTHS for n in numbers]
        done = run(jobs, asked.fonts, not asked.cached, asked.keep, asked.readings)
        asked.out.write_text(page(done, asked.fonts), "utf-8")
        if asked.misses:
            listed = [{"dossier": each.name, "cause": why, **asdict(one)} for each in done for why, one in each.misses]
            rows = [json.dumps(row, ensure_ascii=False, default=str) for row in listed if not row["held_out"]]
            asked.misses.write_text("\n".join(rows) + "\n", "utf-8")
    if asked.slice or asked.out == RESULTS:
        with tempfile.TemporaryDirectory() as scratch:
            seen = recorded.observed(Path(scratch), load_policy("shanxi-2025"), load_settings(), fresh=not asked.cached)
        recorded.save(recorded.figures(seen))


if __name__ == "__main__":
    main()
