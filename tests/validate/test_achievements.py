"""ACH-05, ACH-10, ACH-11."""

from dataclasses import replace

import pytest
from record_builder import (
    EMPLOYER,
    NAME,
    add,
    applicant,
    change,
    document,
    drop,
    judged,
    messages,
    outcome,
    read,
    unread,
)

from dossier.model import Outcome, Period


def since(record, date):
    return change(record, "title_certificate", title="工程师", date=date)


def award(**fields):
    said = {"title": "减速装置优化", "recipients": ["贲致远", NAME], "date": "2022-12-16", **fields}
    return document("d30", "award", {k: v for k, v in said.items() if v is not None}, (), "获奖证书")


def project(kind="achievement", id="d31", **fields):
    said = {"title": "减速装置优化", "members": [NAME, "贲致远"], "role": "技术负责人", **fields}
    return document(id, kind, {k: v for k, v in said.items() if v is not None}, (), "验收报告")


@pytest.mark.parametrize(
    ("title_date", "published", "expected"),
    [
        ("2018-12-20", "2018-11", Outcome.FAIL),
        ("2018-12-20", "2018-12", Outcome.UNDECIDED),
        ("2018-12-01", "2018-12", Outcome.PASS),
        ("2018-12", "2018-12", Outcome.UNDECIDED),
        ("2018-12-20", "2019-01", Outcome.PASS),
        ("2018-12-20", "2025-12", Outcome.PASS),
        ("2018-12-20", "2026-01", Outcome.FAIL),
        (read("2018-12-20", 0.6), "2018-11", Outcome.UNDECIDED),
    ],
)
def test_a_paper_must_fall_into_the_time_of_the_current_title(title_date, published, expected, record, policy):
    paper = document("d40", "paper", {"title": "某某研究", "published": published, "parts": ["body"]})
    assert outcome("ACH-05", add(since(record, title_date), paper), policy) is expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2018-12-19", Outcome.FAIL), ("2018-12-20", Outcome.PASS), ("2018-12-21", Outcome.PASS)],
)
def test_the_day_before_the_title_the_day_and_the_day_after(date, expected, record, policy):
    assert outcome("ACH-05", add(since(record, "2018-12-20"), award(date=date)), policy) is expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2025-12-30", Outcome.PASS), ("2025-12-31", Outcome.PASS), ("2026-01-01", Outcome.FAIL)],
)
def test_the_day_before_the_cut_off_the_day_and_the_day_after(date, expected, record, policy):
    assert outcome("ACH-05", add(record, award(date=date)), policy) is expected


def test_a_day_in_the_month_of_the_title_is_open(record, policy):
    assert outcome("ACH-05", add(since(record, "2018-12"), award(date="2018-12-05")), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period("2017-01", "2018-06"), Outcome.FAIL),
        (Period("2017-01", "2019-06"), Outcome.PASS),
        (Period("2019-01", "长期"), Outcome.NOT_APPLICABLE),
    ],
)
def test_projects_count_by_the_day_they_ended(period, expected, record, policy):
    assert outcome("ACH-05", add(since(record, "2018-12-20"), project(period=period)), policy) is expected


def test_each_work_outside_the_time_is_named_as_advice(record, policy):
    papers = [award(date="2017-01-01"), project(period=Period("2016-01", "2017-06"))]
    judgement = judged(add(since(record, "2018-12-20"), *papers), policy)
    assert messages("ACH-05", judgement) == [
        "获奖证书“减速装置优化”的时间为2017年1月1日，早于取得现职称的2018年12月20日",
        "验收报告“减速装置优化”的时间为2017年6月，早于取得现职称的2018年12月20日",
    ]
    assert judgement.decision == "accept"


def test_without_dated_works_nothing_applies(record, policy):
    for code in ("ACH-05", "ACH-10", "ACH-11"):
        assert outcome(code, drop(record, "achievement"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        ([NAME], Outcome.PASS),
        (["贲致远", "厍小禾"], Outcome.FAIL),
        (read(["贲致远"], 0.8), Outcome.UNDECIDED),
        (read(["贲致远"], raw="贲致远等5人"), Outcome.UNDECIDED),
        ([EMPLOYER], Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_a_prize_must_name_the_applicant(recipients, expected, record, policy):
    assert outcome("ACH-10", add(record, award(recipients=recipients)), policy) is expected


def test_each_prize_is_judged_by_itself(record, policy):
    other = document("d32", "award", {"title": "焊接工装", "recipients": ["厍小禾"]}, (), "荣誉证书")
    said = messages("ACH-10", judged(add(record, award(), other), policy))
    assert said == [f"荣誉证书“焊接工装”的获奖者为厍小禾，其中没有申报人{NAME}"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Outcome.PASS),
        ({"role": None}, Outcome.PASS),
        ({"role": None, "members": ["贲致远", NAME]}, Outcome.FAIL),
        ({"role": unread("blank", 0.0), "members": ["贲致远", NAME]}, Outcome.FAIL),
        ({"role": unread(), "members": ["贲致远", NAME]}, Outcome.UNDECIDED),
        ({"role": None, "members": ["贲致远", "厍小禾"]}, Outcome.FAIL),
        ({"role": None, "members": ["贲致远", "GUO Yuanzhou"]}, Outcome.UNDECIDED),
        ({"role": None, "members": [NAME]}, Outcome.PASS),
        ({"role": None, "members": unread()}, Outcome.UNDECIDED),
        ({"role": None, "members": None}, Outcome.PASS),
    ],
)
def test_a_group_achievement_must_show_the_applicants_part(fields, expected, record, policy):
    for kind in ("achievement", "project"):
        assert outcome("ACH-11", add(record, project(kind, **fields)), policy) is expected


def test_another_paper_on_the_same_work_may_state_the_part(record, policy):
    bare = project("project", role=None, members=["贲致远", NAME])
    assert outcome("ACH-11", add(record, bare, project(id="d33")), policy) is Outcome.PASS
    unlike = project(id="d33", title="液压支架焊接工装的改进")
    assert outcome("ACH-11", add(record, bare, unlike), policy) is Outcome.FAIL


def test_a_prize_ranks_those_it_lists(record, policy):
    assert outcome("ACH-11", add(record, award()), policy) is Outcome.PASS
    assert outcome("ACH-11", add(record, award(recipients=["贲致远", "厍小禾"])), policy) is Outcome.FAIL


def test_without_the_applicants_name_prizes_stay_open(record, policy):
    assert outcome("ACH-10", applicant(add(record, award()), name=unread()), policy) is Outcome.UNDECIDED


def test_a_month_that_holds_the_cut_off_is_open(record, policy):
    early = replace(policy.parameters["tenure_cut_off"], value="2025-06-30")
    other = replace(policy, parameters={**policy.parameters, "tenure_cut_off": early})
    assert outcome("ACH-05", add(record, award(date="2025-06")), other) is Outcome.PASS
    middle = replace(policy, parameters={**policy.parameters, "tenure_cut_off": replace(early, value="2025-06-15")})
    assert outcome("ACH-05", add(record, award(date="2025-06")), middle) is Outcome.UNDECIDED
