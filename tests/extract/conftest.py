"""The policy every test reads by, and whole dossiers made of pages."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from dossier.extract import Statement, extract
from dossier.extract.context import Context
from dossier.model import Bundle, Document, Page, Record, StoredFile
from dossier.policy import Policy, load_policy


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy("shanxi-2025")


@pytest.fixture(scope="session")
def titles(policy: Policy) -> frozenset[str]:
    """Every professional title of every series."""
    return frozenset(title for one in policy.series.values() for title in one.spelled)


@pytest.fixture(scope="session")
def context(policy: Policy, titles: frozenset[str]) -> Context:
    return Context(policy, titles)


@pytest.fixture
def dossier(policy: Policy) -> Callable[..., Record]:
    """Pages → the record of the dossier they make."""

    def read(*pages: Page, statement: Statement = Statement()) -> Record:
        names = dict.fromkeys(page.file for page in pages)
        files = tuple(
            StoredFile(name, Path(name), sha256(name.encode()).hexdigest(), 1, "application/pdf") for name in names
        )
        return extract(pages, Bundle(files, (), ""), policy, statement)

    return read


@pytest.fixture
def document(dossier: Callable[..., Record]) -> Callable[..., Document]:
    """Pages that are one document → that document."""

    def read(*pages: Page) -> Document:
        (only,) = dossier(*pages).documents
        return only

    return read


@pytest.fixture
def value(document: Callable[..., Document]) -> Callable[..., object]:
    """(field, page) → what was read in the field; None where it is left out."""

    def read(name: str, *pages: Page) -> object:
        found = document(*pages).get(name)
        return None if found is None else found.value

    return read
