"""What was read from a drawn dossier's pages, kept as JSON: work on extraction starts from there, in seconds."""

import json
from dataclasses import asdict
from pathlib import Path

from dossier.extract import Statement, extract
from dossier.model import Bundle, Page, Record
from dossier.model.bundle import FileProblem, StoredFile
from dossier.model.wire import page_from_json, page_to_json
from dossier.pipeline.check import ReadDossier
from dossier.policy import Policy


def save(path: Path, read: ReadDossier) -> None:
    """Files and pages of a dossier that was read. Where its files lay is forgotten."""
    if read.reading.problems:
        raise ValueError(f"{path.stem}: {read.reading.problems}")
    bundle = asdict(read.bundle)
    for file in bundle["files"]:
        file["path"] = ""
    path.parent.mkdir(parents=True, exist_ok=True)
    facts = {"bundle": bundle, "pages": [page_to_json(page) for page in read.reading.pages]}
    path.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")


def load(path: Path) -> tuple[Bundle, tuple[Page, ...]]:
    """What `save` kept."""
    facts = json.loads(path.read_text("utf-8"))
    bundle = facts["bundle"]
    files = tuple(StoredFile(**{**file, "path": Path(file["path"])}) for file in bundle["files"])
    problems = tuple(FileProblem(**problem) for problem in bundle["problems"])
    return Bundle(files, problems, bundle["sha256"]), tuple(map(page_from_json, facts["pages"]))


def record(path: Path, policy: Policy, submitted: str) -> tuple[Record, tuple[Page, ...]]:
    """The record that extraction makes today of what was read then."""
    bundle, pages = load(path)
    return extract(pages, bundle, policy, Statement(submitted)), pages
