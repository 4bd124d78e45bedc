"""Puts the record builder on the path and gives every test the policy and a dossier that is in order."""

import sys
from pathlib import Path

import pytest

from dossier.model import Record
from dossier.policy import Policy, load_policy

sys.path.insert(0, str(Path(__file__).parent))

from record_builder import clean_record


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy()


@pytest.fixture
def record() -> Record:
    return clean_record()
