"""The slice: three dossiers, drawn and read with the real models, against the recorded figures."""

import pytest

from dossier.config import load_settings
from dossier.policy import load_policy
from tests.kit import recorded
from tests.kit.dossiers import make
from tests.kit.measure import measure


@pytest.mark.ocr
def test_the_reading_is_not_worse_than_recorded(tmp_path):
    policy, settings = load_policy("shanxi-2025"), load_settings()
    observations = []
    for number, strength in recorded.SLICE:
        observations += measure(make(number, strength, tmp_path), policy, settings).observations
    now = recorded.figures(observations)
    assert recorded.fallen(now, recorded.load()) == []
