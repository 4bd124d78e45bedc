"""Routes that come together, and routes that no application declares: they follow from the papers."""

from dataclasses import replace

import pytest
from record_builder import (
    NAME,
    add,
    applicant,
    applying,
    change,
    document,
    doubts,
    drop,
    judged,
    outcome,
    read,
)

from dossier.model import Outcome

PASS, FAIL, UNDECIDED, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE
OTHER_PROVINCE = "陕西省人力资源和社会保障厅"


def digital(grade="中级", confidence=0.97):
    said = {"name": NAME, "grade": read(grade, confidence), "occupation": "人工智能工程技术人员", "date": "2019-05-20"}
    return document("e8", "digital_engineer", said, (), "专业技术等级证书")


@pytest.fixture
def untitled(record):
    return drop(change(record, "review_form", current_title="中级数字技术工程师"), "title_certificate")


@pytest.fixture
def assistant(record):
    """Who holds the certificate of a title that does not lead to the one applied for, issued elsewhere."""
    low = {"title": "助理工程师", "date": "2012-08-01", "issuer": OTHER_PROVINCE}
    return change(record, "title_certificate", **low)


# ---- 以数字技术工程师证书作为职称 (560-5)


@pytest.mark.parametrize("code", ["TTL-01", "TTL-04", "TTL-06", "TTL-10"])
def test_who_has_a_digital_engineers_certificate_as_title_is_not_asked_for_another(code, untitled, policy):
    judgement = judged(add(untitled, digital()), policy)
    assert "数字技术工程师证书作为职称（560-5）" in judgement.not_applicable[code]


def test_its_years_have_no_known_beginning(untitled, policy):
    assert outcome("TTL-03", add(untitled, digital()), policy) is UNDECIDED


def test_beside_a_lower_title_it_stands_for_the_one_that_leads_on(assistant, policy):
    assert outcome("TTL-02", assistant, policy) is UNDECIDED
    both = add(assistant, digital())
    assert outcome("TTL-02", both, policy) is PASS
    assert outcome("TTL-03", both, policy) is UNDECIDED
    for code in ("TTL-01", "TTL-04", "TTL-06", "TTL-10"):
        assert outcome(code, both, policy) is NOT_APPLICABLE
    assert outcome("DIG-03", both, policy) is PASS


def test_beside_a_title_that_leads_on_it_is_an_achievement(record, policy):
    elsewhere = add(change(record, "title_certificate", issuer=OTHER_PROVINCE), digital())
    assert outcome("TTL-06", elsewhere, policy) is FAIL
    assert outcome("TTL-03", elsewhere, policy) is PASS
    assert outcome("DIG-02", elsewhere, policy) is NOT_APPLICABLE


def test_the_highest_grade_is_no_title(assistant, policy):
    plain = add(change(assistant, "review_form", current_title="助理工程师"), digital("高级"))
    assert outcome("TTL-02", plain, policy) is FAIL
    assert outcome("TTL-06", plain, policy) is FAIL


def test_a_grade_that_was_not_read_surely_switches_nothing_off(assistant, policy):
    unsure = add(assistant, digital(confidence=0.7))
    assert outcome("TTL-10", unsure, policy) is UNDECIDED
    assert "等级识别置信度不足" in doubts("TTL-10", judged(unsure, policy))[0]


def test_who_claims_another_title_is_judged_by_it(record, policy):
    economist = drop(change(record, "review_form", current_title="经济师"), "title_certificate")
    other = applying(add(economist, digital()), series="economics", title="高级经济师")
    assert outcome("TTL-04", other, policy) is UNDECIDED


def test_a_pack_without_that_route_switches_nothing_off(assistant, policy):
    routes = {route: codes for route, codes in policy.routes_off.items() if route != "digital_title"}
    assert outcome("TTL-10", add(assistant, digital()), replace(policy, routes_off=routes)) is FAIL


# ---- several routes at once


@pytest.fixture
def nominated_and_commissioned(record):
    elsewhere = change(record, "title_certificate", title="助理工程师", issuer=OTHER_PROVINCE)
    firm = applicant(elsewhere, employer_affiliation="central", employer_ownership="state_owned")
    letter = {"names": [NAME], "issuer": "中陆能源集团有限公司人力资源部", "addressee": "山西省人力资源和社会保障厅"}
    papers = [
        document("e1", "recommendation_letter", {"name": NAME}, (), "举荐信"),
        document("e2", "commission_letter", letter, (), "委托评审函"),
    ]
    return add(applying(firm, route=["recommendation", "commissioned"]), *papers)


def test_each_of_several_routes_switches_off_its_own_rules(nominated_and_commissioned, policy):
    off = judged(nominated_and_commissioned, policy).not_applicable
    assert "560-3" in off["TTL-02"]
    assert "560-3" in off["TTL-03"]
    assert "560-6" in off["TTL-06"]


def test_the_rules_of_each_of_several_routes_apply(nominated_and_commissioned, policy):
    assert outcome("NOM-06", nominated_and_commissioned, policy) is not NOT_APPLICABLE
    assert outcome("COM-03", nominated_and_commissioned, policy) is PASS
    assert outcome("NOM-04", nominated_and_commissioned, policy) is FAIL


def test_one_of_several_routes_without_its_paper_leaves_only_its_own_rules_open(nominated_and_commissioned, policy):
    bare = drop(nominated_and_commissioned, "recommendation_letter")
    assert outcome("TTL-02", bare, policy) is UNDECIDED
    assert outcome("TTL-06", bare, policy) is NOT_APPLICABLE


def test_a_second_route_that_is_not_declared_leaves_its_rules_open(nominated_and_commissioned, policy):
    undeclared = applying(nominated_and_commissioned, route=["recommendation"])
    certificate = change(undeclared, "title_certificate", title="工程师")
    assert outcome("TTL-02", certificate, policy) is NOT_APPLICABLE
    assert outcome("TTL-06", certificate, policy) is UNDECIDED
