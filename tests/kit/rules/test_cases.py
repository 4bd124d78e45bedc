"""The conformance cases hold together, and a few of them are run on the records of an ideal reader."""

import pytest

from dossier.validate.catalogue import checked_codes
from tests.kit.rules.cases import bases, cases, policy
from tests.kit.rules.on_records import judged
from tests.kit.rules.outcomes import extra

BY_RECORDS = {"PUB-07", "PUB-19", "PUB-20", "PUB-22", "CED-04", "TTL-08", "DDL-01", "INI-01", "INI-04", "COM-07"}
BY_RECORDS |= {"SPC-01", "SPC-02", "SPC-03", "SPC-04", "GRN-07", "DIG-02", "DIG-03", "NOM-02", "NOM-08"}
BY_RECORDS |= {"ACH-01", "ACH-02", "ACH-11", "ACH-12", "FRM-10", "FRM-13"}
BY_RECORDS |= {f"FIL-{number:02}" for number in range(1, 9)} | {f"XDS-{number:02}" for number in range(1, 6)}
"""No layout of the kit shows the fault yet, or it lies in an overlay or in files: tests/validate proves them."""
SEVERITIES = {code: str(rule.severity) for code, rule in policy().rules.items()}


def test_every_rule_has_a_case_that_must_fail_or_is_named_as_proven_on_records_alone():
    failing = {case.rule for case in cases() if case.expect == "fail" and not case.on_records_alone}
    undrawn = {case.rule for case in cases() if case.on_records_alone} - failing
    open_at_most = {case.rule for case in cases() if case.expect == "undecided"} - failing
    assert set(checked_codes()) == failing | undrawn | open_at_most | BY_RECORDS
    assert not failing & BY_RECORDS


def test_every_case_starts_from_a_base_that_is_there():
    assert {case.base for case in cases()} <= set(bases())


@pytest.mark.parametrize("name", ["private", "school", "central"])
def test_an_application_in_order_is_accepted(name):
    outcomes = judged((name, None))
    assert extra(outcomes, bases()[name], None, SEVERITIES) == {}
    assert outcomes.decision == "accept"


@pytest.mark.parametrize("rule", ["PUB-04", "TTL-03", "COM-03"])
def test_one_fault_is_found_and_nothing_else(rule):
    case = next(case for case in cases() if case.rule == rule and case.expect == "fail")
    outcomes = judged((case.base, case))
    assert outcomes.of(rule) == "fail"
    assert extra(outcomes, bases()[case.base], case, SEVERITIES) == {}
