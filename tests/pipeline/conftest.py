"""Small born-digital dossiers, and settings that leave this machine's cache alone."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from dossier.config import Settings
from dossier.extract import Statement
from dossier.model import Bundle, StoredFile
from dossier.pipeline.check import CheckResult, check
from dossier.policy import Policy, load_policy
from dossier.sample import write_samples

CREATED = "2025-08-30T09:00:00+08:00"


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy("shanxi-2025")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache=tmp_path / "cache", workers=2, render_dpi=100)


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The review form, the notice and the result of the dossier whose publicity period is too short."""
    folder = write_samples(tmp_path_factory.mktemp("digital"), ["publicity"], ["digital"])[0].upload
    return tuple(path for path in sorted(folder.glob("*.pdf")) if path.name[:2] in ("02", "16", "18"))


@pytest.fixture
def upload(papers: tuple[Path, ...], tmp_path: Path) -> Path:
    folder = tmp_path / "材料"
    folder.mkdir()
    for path in papers:
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def run(policy: Policy, settings: Settings) -> Callable[..., CheckResult]:
    """Check one dossier without OCR."""

    def check_it(*paths: Path, **options: object) -> CheckResult:
        chosen = {"policy": policy, "settings": settings, "statement": Statement("2025-08-29"), "created": CREATED}
        return check(paths, **{**chosen, "ocr": False, **options})  # type: ignore[arg-type]

    return check_it


@pytest.fixture(scope="session")
def checked(
    papers: tuple[Path, ...], policy: Policy, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CheckResult, Path]:
    """The three papers checked once for many tests, and the folder everything was written to."""
    out = tmp_path_factory.mktemp("checked")
    settings = Settings(cache=out / "cache", workers=2, render_dpi=100)
    done = check(
        papers, policy=policy, settings=settings, statement=Statement("2025-08-29"), created=CREATED, out=out, ocr=False
    )
    return done, out


@pytest.fixture
def bundle(tmp_path: Path) -> Callable[..., Bundle]:
    """(name, pages) … → a bundle of PDFs with so many blank pages each."""

    def make(*files: tuple[str, int]) -> Bundle:
        return Bundle(tuple(pdf(tmp_path, name, pages) for name, pages in files), (), "")

    return make


def pdf(folder: Path, name: str, pages: int) -> StoredFile:
    document = pymupdf.open()
    for number in range(pages):
        document.new_page(width=595, height=842).insert_text((80, 120), f"{name} {number}", fontname="china-s")
    path = folder / name
    document.save(path)
    digest = hashlib.sha256(name.encode()).hexdigest()
    return StoredFile(name, path, digest, path.stat().st_size, "application/pdf")
