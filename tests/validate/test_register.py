"""SPC-01, COM-07: the committee and what it may review."""

import pytest
from offices import COMMITTEE, committee, with_office
from record_builder import add, applying, document, messages, outcome, read, unread

from dossier.model import Outcome, Value
from dossier.policy import Scope
from dossier.validate import validate

FAIL, UNDECIDED, PASS, AWAY = Outcome.FAIL, Outcome.UNDECIDED, Outcome.PASS, Outcome.NOT_APPLICABLE


def stated(name=COMMITTEE):
    return Value(name, name, method="stated", confidence=1.0)


@pytest.mark.parametrize("code", ["SPC-01", "COM-07"])
def test_without_a_register_neither_rule_applies_and_the_reason_is_said(code, record, policy):
    judgement = validate(applying(record, committee=stated()), policy)
    assert judgement.not_applicable[code] == "未加载评委会登记册"


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        ([Scope("engineering")], PASS),
        ([Scope("engineering", ("associate_senior",))], PASS),
        ([Scope("engineering", (), ("机械工程",))], PASS),
        ([Scope("engineering", (), ("机械",))], UNDECIDED),
        ([Scope("engineering", ("senior",))], FAIL),
        ([Scope("economics")], FAIL),
        ([Scope("engineering", (), ("建筑工程", "测绘"))], FAIL),
        ([Scope("engineering", ("senior",)), Scope("engineering", ("associate_senior",), ("机械工程专业",))], PASS),
    ],
)
def test_series_level_and_specialty_must_lie_in_the_scope_of_the_committee(scopes, expected, record, policy):
    office = with_office(policy, committees=(committee(*scopes),))
    applied = applying(record, committee=stated(), specialty="机械工程")
    assert outcome("SPC-01", applied, office) is expected


@pytest.mark.parametrize(
    "changes",
    [
        {"series": unread()},
        {"level": unread()},
        {"level": None},
        {"specialty": unread()},
        {"specialty": None},
        {"specialty": read("建筑", 0.6)},
    ],
)
def test_what_was_not_read_for_certain_leaves_the_scope_open(changes, record, policy):
    office = with_office(policy, committees=(committee(Scope("engineering", ("associate_senior",), ("机械",))),))
    assert outcome("SPC-01", applying(record, committee=stated(), **changes), office) is UNDECIDED


def test_an_unread_level_does_not_matter_to_a_committee_of_all_levels(record, policy):
    office = with_office(policy, committees=(committee(),))
    assert outcome("SPC-01", applying(record, committee=stated(), level=unread()), office) is PASS


def test_the_scope_of_a_committee_that_is_not_registered_is_not_judged(record, policy):
    office = with_office(policy, committees=(committee(),))
    other = applying(record, committee=stated("沁河省会计系列正高级职称评审委员会"))
    assert outcome("SPC-01", other, office) is AWAY


def test_without_a_named_committee_any_of_the_register_will_do(record, policy):
    mechanics = committee(Scope("engineering", (), ("机械工程",)))
    economists = committee(Scope("economics"), name="临墟省经济系列高级职称评审委员会")
    office = with_office(policy, committees=(economists, mechanics))
    assert outcome("SPC-01", applying(record, specialty="机械工程"), office) is PASS
    judgement = validate(applying(record, specialty="建筑工程"), office)
    assert messages("SPC-01", judgement) == ["登记册内没有评审该系列、级别和专业的评委会"]
    assert outcome("SPC-01", applying(record, specialty="机械制造"), office) is UNDECIDED


def test_the_only_committee_of_the_register_is_named_in_the_defect(record, policy):
    office = with_office(policy, committees=(committee(Scope("economics")),))
    assert messages("SPC-01", validate(record, office)) == [f"{COMMITTEE}的评审范围不包括工程技术人员系列"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (COMMITTEE, PASS),
        ("临墟省工程系列（机械专业）高级职称评审委员会", PASS),
        ("机械高评委", PASS),
        ("省机械专业高评委", UNDECIDED),
        ("评审委员会", UNDECIDED),
        ("沁河集团会计人员评审委员会", FAIL),
    ],
)
def test_a_committee_must_be_in_the_register(named, expected, record, policy):
    office = with_office(policy, committees=(committee(aliases=("机械高评委",)),))
    assert outcome("COM-07", applying(record, committee=stated(named)), office) is expected


def test_a_committee_that_nobody_named_is_not_looked_for(record, policy):
    office = with_office(policy, committees=(committee(),))
    assert validate(record, office).not_applicable["COM-07"] == "未说明申报的评委会"


@pytest.mark.parametrize("route", ["initial", "postdoc"])
def test_initial_titles_go_to_no_committee(route, record, policy):
    office = with_office(policy, committees=(committee(Scope("economics")),))
    form = document("d30", "initial_form", {}) if route == "initial" else document("d30", "postdoc", {})
    papers = add(applying(record, route=[route], committee=stated("沁河集团会计人员评审委员会")), form)
    assert outcome("SPC-01", papers, office) is AWAY
    assert outcome("COM-07", papers, office) is AWAY
