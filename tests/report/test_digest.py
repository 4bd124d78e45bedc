"""Number and digest: a printed sheet can be confirmed."""

from __future__ import annotations

import copy
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.report import to_json, verify, verify_number
from dossier.report.digest import number_of, qr_text


def test_a_fresh_report_is_confirmed(clean_report):
    assert verify(clean_report)
    assert verify_number(clean_report) == clean_report["number"]


def test_a_report_read_back_from_its_file_is_confirmed(clean_report):
    assert verify(json.loads(to_json(clean_report)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdict",), "reject"),
        (("applicant", "name"), "李晓风"),
        (("input", "sha256"), "0" * 64),
        (("policy", "sha256"), "0" * 64),
        (("publicity", 0, "working_days"), 6),
        (("digest",), "0" * 64),
        (("number",), "SHANXI2025-0000-0000"),
    ],
)
def test_a_changed_report_is_not_confirmed(clean_report, path, value):
    changed = copy.deepcopy(clean_report)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not verify(changed)


def test_a_dropped_defect_is_noticed(record, judged, finding, report_of):
    report = report_of(record, judged(finding("PUB-03"), finding("PUB-12")))
    assert not verify({**report, "defects": report["defects"][:1]})


def test_the_name_of_the_run_its_time_and_its_crops_are_not_covered(record, judged, finding, report_of):
    report = copy.deepcopy(report_of(record, judged(finding("PUB-03"))))
    report |= {"id": "another", "created": "2030-01-01T00:00:00"}
    report["defects"][0]["locations"][0]["crop"] = "crops/001.png"
    assert verify(report)


def test_a_report_without_number_is_not_confirmed(clean_report):
    assert not verify({key: value for key, value in clean_report.items() if key not in ("number", "digest")})


def test_the_number_is_short_and_readable(clean_report):
    assert re.fullmatch(r"SHANXI2025-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", clean_report["number"])


def test_the_qr_text_fits_the_alphanumeric_set(clean_report):
    assert re.fullmatch(r"[0-9A-Z $%*+\-./:]+", qr_text(clean_report))


@given(st.binary(min_size=32, max_size=32))
def test_the_number_holds_the_first_forty_bits_of_the_digest(raw):
    tail = number_of("shanxi-2025", raw.hex()).partition("-")[2].replace("-", "")
    value = 0
    for character in tail:
        value = value * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(character)
    assert value == int.from_bytes(raw[:5], "big")


@given(st.text(max_size=40))
def test_any_policy_name_gives_a_number_of_bounded_length(name):
    number = number_of(name, "ab" * 32)
    assert len(number) <= 22
    assert number.isascii()
