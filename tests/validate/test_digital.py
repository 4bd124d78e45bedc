"""DIG-01 … DIG-03."""

import pytest
from record_builder import (
    NAME,
    add,
    add_pages,
    applying,
    bare_record,
    change,
    document,
    drop,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Quality


@pytest.fixture
def record():
    return bare_record()


OPEN_PAGE = page("z.pdf", method="none", quality=Quality(problem="无法识别"))


def certificate(grade="中级", occupation="人工智能工程技术人员", number="d95"):
    fields = {"name": NAME, "grade": grade, "occupation": occupation}
    return document(
        number,
        "digital_engineer",
        {name: value for name, value in fields.items() if value is not None},
        (),
        "专业技术等级证书",
    )


@pytest.fixture
def untitled(record):
    return drop(record, "title_certificate")


def test_without_such_a_certificate_nothing_applies(record, untitled, policy):
    for code in ("DIG-01", "DIG-02", "DIG-03"):
        assert outcome(code, record, policy) is Outcome.NOT_APPLICABLE
        assert outcome(code, untitled, policy) is Outcome.NOT_APPLICABLE


def test_a_middle_grade_stands_for_the_title(untitled, policy):
    record = add(untitled, certificate())
    assert outcome("DIG-01", record, policy) is Outcome.NOT_APPLICABLE
    assert outcome("DIG-02", record, policy) is Outcome.PASS
    assert outcome("DIG-03", record, policy) is Outcome.PASS


def test_the_highest_grade_does_not_stand_for_a_title(untitled, policy):
    record = add(untitled, certificate("高级"))
    assert outcome("DIG-01", record, policy) is Outcome.FAIL
    assert outcome("DIG-01", add_pages(record, OPEN_PAGE), policy) is Outcome.UNDECIDED
    assert outcome("DIG-01", add(untitled, certificate(read("高级", 0.7))), policy) is Outcome.UNDECIDED


def test_beside_a_title_the_highest_grade_is_an_achievement(record, policy):
    assert outcome("DIG-01", add(record, certificate("高级")), policy) is Outcome.PASS
    assert outcome("DIG-02", add(record, certificate("高级")), policy) is Outcome.NOT_APPLICABLE


def test_beside_a_lower_grade_the_highest_is_an_achievement(untitled, policy):
    record = add(untitled, certificate("高级"), certificate("中级", number="d96"))
    assert outcome("DIG-01", record, policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ("高级数字技术工程师", Outcome.FAIL),
        ("无", Outcome.FAIL),
        ("工程师", Outcome.UNDECIDED),
        ("高级工程师", Outcome.UNDECIDED),
    ],
)
def test_what_the_form_claims_tells_what_the_certificate_stands_for(claimed, expected, untitled, policy):
    record = change(add(untitled, certificate("高级")), "review_form", current_title=claimed)
    assert outcome("DIG-01", record, policy) is expected


def test_a_middle_title_may_be_applied_for_without_one(untitled, policy):
    record = applying(add(untitled, certificate("高级")), level="intermediate", title="工程师")
    assert outcome("DIG-01", record, policy) is Outcome.PASS
    claimed = change(record, "review_form", current_title="数字技术工程师（高级）")
    assert outcome("DIG-01", claimed, policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("grade", "occupation", "expected"),
    [
        ("初级", "大数据工程技术人员", Outcome.PASS),
        ("中级", "数字化管理师", Outcome.PASS),
        ("中级", "机器人工程技术人员", Outcome.UNDECIDED),
        ("中级", "电工", Outcome.UNDECIDED),
        ("中级", unread(), Outcome.UNDECIDED),
        ("中级", None, Outcome.UNDECIDED),
        ("三级", "物联网工程技术人员", Outcome.FAIL),
        (unread(), "物联网工程技术人员", Outcome.UNDECIDED),
    ],
)
def test_the_certificate_is_of_the_project(grade, occupation, expected, untitled, policy):
    assert outcome("DIG-02", add(untitled, certificate(grade, occupation)), policy) is expected


@pytest.mark.parametrize(
    ("series", "expected"),
    [("engineering", Outcome.PASS), ("economics", Outcome.FAIL), (unread(), Outcome.UNDECIDED)],
)
def test_the_certificate_counts_in_engineering(series, expected, untitled, policy):
    assert outcome("DIG-03", applying(add(untitled, certificate()), series=series), policy) is expected


def test_levels_and_routes_without_a_title_before_them_do_not_use_the_certificate(untitled, policy):
    record = add(untitled, certificate("初级"))
    low = applying(record, level="assistant", title="助理工程师", series="economics")
    initial = applying(record, route=["initial"], series="economics")
    for code in ("DIG-02", "DIG-03"):
        assert outcome(code, low, policy) is Outcome.NOT_APPLICABLE
        assert outcome(code, initial, policy) is Outcome.NOT_APPLICABLE
