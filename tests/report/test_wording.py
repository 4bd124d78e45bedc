"""Words for codes."""

from __future__ import annotations

import pytest

from dossier.model import Decision, Severity
from dossier.report import wording
from dossier.report.wording import date_words, place_words, word, yes_no


def test_every_decision_and_severity_has_a_word():
    assert set(wording.DECISIONS) == {decision.value for decision in Decision}
    assert list(wording.SEVERITIES) == [severity.value for severity in Severity]


def test_items_and_venues_are_those_of_the_policy(policy):
    assert dict(wording.PUBLICITY_ITEMS) == dict(policy.codes["publicity_items"])
    assert set(wording.VENUES) == set(policy.codes["venues"])
    assert set(wording.OUTCOMES) == set(policy.codes["outcomes"])
    assert {rule.by for rule in policy.rules.values()} <= set(wording.ACTORS)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-08-04", "2025年8月4日"),
        ("2025-12", "2025年12月"),
        ("2025-09-12T09:30:00+08:00", "2025年9月12日"),
        ("长期", "长期"),
        ("2025", "2025"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_written_out(iso, words):
    assert date_words(iso) == words


def test_a_code_without_a_word_is_shown_as_it_is():
    assert word(wording.VENUES, "rooftop") == "rooftop"
    assert word(wording.VENUES, None) == ""


def test_a_place_without_a_page_names_its_file_alone():
    assert place_words({"file": "a.pdf", "page": 0}) == "a.pdf"
    assert place_words({"file": "a.pdf", "page": 3}) == "a.pdf 第3页"
    assert place_words({"file": None, "page": None}) == ""


@pytest.mark.parametrize(
    ("value", "said"), [(True, "有"), (False, "无"), (None, "待核验"), ("no", "待核验"), (1, "待核验")]
)
def test_only_true_and_false_are_yes_and_no(value, said):
    assert yes_no(value, "有", "无") == said
