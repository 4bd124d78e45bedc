"""The slice: three dossiers, drawn and read with the real models, against the recorded figures."""

import pytest

from dossier.config import load_settings
from dossier.policy import load_policy
from tests.kit import recorded


@pytest.mark.ocr
def test_the_reading_is_not_worse_than_recorded(tmp_path):
    now = recorded.figures(recorded.observed(tmp_path, load_policy("shanxi-2025"), load_settings()))
    assert recorded.fallen(now, recorded.load()) == []
