"""Run the conformance cases on pages: `python -m tests.kit.rules.on_pages [--strength S] [--out FILE] [CODE…]`.

Every base and every case is drawn, scanned or photographed, read by OCR and judged, from the upload to the verdict. A
page that several cases share is read once. Writes CONFORMANCE.md unless codes were asked for; `make conformance`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from dossier.config import load_settings
from dossier.intake import Limits, take_in
from dossier.pipeline.check import check
from dossier.pipeline.progress import silent
from dossier.pipeline.reading import read_bundle
from tests.kit.dossiers import STRENGTHS
from tests.kit.rules import uploads
from tests.kit.rules.cases import Case, bases, cases, papers_of, policy, statement_of
from tests.kit.rules.outcomes import Outcomes, outcomes_of_check, outcomes_of_report
from tests.kit.rules.tables import Result, page

RESULTS = Path(__file__).with_name("CONFORMANCE.md")
Job = tuple[str, Case | None, str]
"""Base, case and strength."""
FIRST, SECOND = "甲", "乙"
"""How the folders of two dossiers are called that are compared with each other."""


def jobs_of(asked: set[str], strengths: Sequence[str]) -> list[Job]:
    """Bases first; those asked for by name, or all, and the cases of the codes asked for."""
    chosen = [case for case in cases() if case.on_pages]
    chosen = [case for case in chosen if not asked or {case.rule, case.rule[:3]} & asked]
    plain = [name for name in bases() if not asked or name in asked]
    found: list[Job] = []
    for strength in strengths:
        found += [(name, None, strength) for name in plain]
        found += [(case.base, case, strength) for case in chosen]
    return found


def drawn(job: tuple[Job, Path]) -> Path:
    """Write the upload of a job, or the two uploads of a case beside another; the folder."""
    (name, case, strength), place = job
    folder = place / f"{case.name if case else 'base'}-{name}-{strength}"
    changes = case.change if case else ()
    if case is None or not case.beside:
        uploads.write(papers_of(bases()[name], changes), strength, folder, changes)
    else:
        uploads.write(papers_of(bases()[name], changes), strength, folder / FIRST, changes)
        other = papers_of(bases()[case.beside], case.beside_change)
        uploads.write(other, strength, folder / SECOND, case.beside_change)
    return folder


def warm(folders: Iterable[Path]) -> int:
    """Read every page of the uploads once, so that it is known to the page cache; how many files there were."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    paths = list({path.read_bytes(): path for path in files}.values())
    limits = Limits(**{**policy().value("file_limits"), "pages": 10_000, "archive_mb": 100_000})
    for start in range(0, len(paths), 200):
        with tempfile.TemporaryDirectory() as work:
            bundle = take_in(paths[start : start + 200], Path(work), limits)
            read_bundle(bundle, load_settings(), ocr=True, max_pages=10_000, progress=silent)
    return len(paths)


def judged(job: tuple[Job, Path]) -> Outcomes:
    """Check an upload whose pages are known."""
    (name, case, _), folder = job
    if case is not None and case.beside:
        return compared(folder, bases()[name].submitted)
    result = check(
        [folder],
        policy=policy(case),
        settings=load_settings(),
        statement=statement_of(bases()[name], case),
        created="2025-11-20T08:00:00+00:00",
    )
    return outcomes_of_check(result)


def compared(folder: Path, submitted: str) -> Outcomes:
    """Check both uploads by the command for many, and take what it says of the first."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "dossier", "bulk", str(folder), "--out", scratch, "--submitted", submitted]
        subprocess.run(command, check=True, capture_output=True)
        found = next(Path(scratch).glob(f"*/{FIRST}/report.json"))
        return outcomes_of_report(json.loads(found.read_text("utf-8")))


def run(jobs: list[Job], place: Path) -> list[Result]:
    """Draw, read and judge."""
    began = time.perf_counter()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        folders = list(pool.map(drawn, [(job, place) for job in jobs]))
        count = warm(folders)
        print(f"{len(jobs)} uploads of {count} different files read in {time.perf_counter() - began:.0f} s", flush=True)
        outcomes = list(pool.map(judged, zip(jobs, folders, strict=True), chunksize=4))
    return [Result(name, case, strength, said) for (name, case, strength), said in zip(jobs, outcomes, strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", help="rules, families or bases; all where none is named")
    parser.add_argument("--strength", choices=STRENGTHS, action="append")
    parser.add_argument("--out", type=Path, help="where the table is written")
    parser.add_argument("--keep", type=Path, help="a folder for the uploads")
    asked = parser.parse_args()
    jobs = jobs_of(set(asked.codes), asked.strength or ["clean"])
    with tempfile.TemporaryDirectory() as scratch:
        results = run(jobs, asked.keep or Path(scratch))
    for result in results:
        for line in result.complaints(policy()):
            print(line)
    text = page(results, policy())
    if target := asked.out or (None if asked.codes else RESULTS):
        target.write_text(text, "utf-8")
    if asked.out:
        data = json.dumps([each.as_json() for each in results], ensure_ascii=False)
        asked.out.with_suffix(".json").write_text(data, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
