"""CON-01, CON-03."""

from dataclasses import replace

import pytest
from record_builder import (
    EMPLOYER,
    NAME,
    add,
    add_pages,
    applicant,
    applying,
    change,
    document,
    drop,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome
from dossier.validate import validate

NAMED = ("review_form", "summary_form", "id_card", "unit_opinion", "pledge", "title_certificate", "diploma")


@pytest.mark.parametrize("kind", NAMED)
def test_another_persons_name_on_any_paper_is_a_defect_that_names_both(kind, record, policy):
    said = messages("CON-01", validate(change(record, kind, name="罗启明"), policy))[0]
    assert NAME in said
    assert "罗启明" in said


@pytest.mark.parametrize("name", ["郭远舟", "郭 远舟", "郭　远　舟"])
def test_the_same_name_however_set_passes(name, record, policy):
    assert outcome("CON-01", change(record, "diploma", name=name), policy) is Outcome.PASS


def test_a_name_that_was_read_with_a_letter_like_its_rare_one_is_shown_to_a_person(record, policy):
    respelled = replace(read(NAME, 0.8), method="derived")
    assert outcome("CON-01", change(record, "diploma", name=respelled), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("name", "confidence", "expected"),
    [
        ("罗启明", 0.89, Outcome.UNDECIDED),
        ("罗启明", 0.90, Outcome.FAIL),
        ("郭远航", 0.94, Outcome.UNDECIDED),
        ("郭远航", 0.95, Outcome.FAIL),
        ("郭远", 0.99, Outcome.UNDECIDED),
        ("Guo Yuanzhou", 0.99, Outcome.UNDECIDED),
        ("出生年月", 0.99, Outcome.UNDECIDED),
        ("郭远舟男汉族", 0.99, Outcome.UNDECIDED),
    ],
)
def test_a_name_that_may_be_misread_is_left_to_a_person(name, confidence, expected, record, policy):
    assert outcome("CON-01", change(record, "diploma", name=read(name, confidence)), policy) is expected


def test_a_look_alike_is_never_held_against_anyone(record, policy):
    other = applicant(change(record, "diploma", name=read("郭建未", 0.99)), name=read("郭建末", 0.99))
    for kind in {one.kind for one in record.documents if one.get("name")} - {"diploma"}:
        other = change(other, kind, name=read("郭建末", 0.99))
    assert outcome("CON-01", other, policy) is Outcome.UNDECIDED


def test_a_former_name_with_its_proof_passes(record, policy):
    renamed = applicant(change(record, "diploma", name="郭小满"), former_name="郭小满")
    proof = document("d70", "name_change_proof", {"name": NAME, "former_name": "郭小满"})
    assert outcome("CON-01", add(renamed, proof), policy) is Outcome.PASS
    assert "曾用名" in messages("CON-01", validate(renamed, policy))[0]
    assert outcome("CON-01", add_pages(renamed, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED


def test_a_proof_that_does_not_show_the_name_is_left_to_a_person(record, policy):
    renamed = change(record, "diploma", name="郭小满")
    proof = document("d70", "name_change_proof", {"former_name": unread()})
    assert outcome("CON-01", add(renamed, proof), policy) is Outcome.UNDECIDED


def test_an_unread_name_of_the_applicant_leaves_everything_open(record, policy):
    assert outcome("CON-01", applicant(record, name=unread()), policy) is Outcome.UNDECIDED


def test_without_names_or_employers_there_is_nothing_to_compare(record, policy):
    bare = record
    for kind in {one.kind for one in record.documents}:
        bare = change(bare, kind, name=None, employer=None)
    assert outcome("CON-01", bare, policy) is Outcome.NOT_APPLICABLE
    assert outcome("CON-03", bare, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("kind", ["review_form", "summary_form", "unit_opinion", "pledge"])
def test_another_employer_on_any_of_the_four_papers_is_a_defect(kind, record, policy):
    said = messages("CON-03", validate(change(record, kind, employer="太行北斗物流股份公司"), policy))[0]
    assert EMPLOYER in said


@pytest.mark.parametrize(
    ("employer", "expected"),
    [
        ("山西沁岳重工装备有限公司（盖章）", Outcome.PASS),
        ("沁岳重工装备有限公司", Outcome.UNDECIDED),
        ("山西沁岳重工装备有限公司运城分公司", Outcome.UNDECIDED),
        ("山西心岳重工装备有限公司", Outcome.UNDECIDED),
        (read("山西沁垣重工装备有限公司", 1.0), Outcome.UNDECIDED),
        (read("山西沁岳重工装有限公司", 1.0), Outcome.UNDECIDED),
        (read("山西沁岳重工装备第三有限公司", 1.0), Outcome.UNDECIDED),
        (read("太行北斗物流股份公司", 0.84), Outcome.UNDECIDED),
        (read("推荐工作领导小组会议审议，公示程序符合规定。", 1.0), Outcome.UNDECIDED),
    ],
)
def test_short_forms_branches_and_misreadings_are_left_to_a_person(employer, expected, record, policy):
    assert outcome("CON-03", change(record, "pledge", employer=employer), policy) is expected


def test_a_letter_that_tells_units_apart_is_another_unit(record, policy):
    schools = applicant(record, employer=read("沁岳市第一中学校", 1.0))
    for kind in ("review_form", "summary_form", "unit_opinion", "pledge"):
        schools = change(schools, kind, employer=read("沁岳市第一中学校", 1.0))
    assert outcome("CON-03", schools, policy) is Outcome.PASS
    second = change(schools, "pledge", employer=read("沁岳市第二中学校", 1.0))
    assert outcome("CON-03", second, policy) is Outcome.FAIL


def test_a_seconded_teacher_may_name_university_or_enterprise(record, policy):
    papers = document("d71", "secondment", {"school": "太行理工大学", "enterprise": EMPLOYER})
    teacher = applying(change(record, "pledge", employer="太行理工大学"), route=["seconded_teacher"])
    assert outcome("CON-03", add(teacher, papers), policy) is Outcome.PASS
    assert outcome("CON-03", teacher, policy) is Outcome.FAIL


def test_a_statement_may_explain_another_employer(record, policy):
    moved = change(record, "pledge", employer="太行北斗物流股份公司")
    assert outcome("CON-03", add(moved, document("d30", "statement", {})), policy) is Outcome.UNDECIDED


def test_an_unread_employer_leaves_everything_open(record, policy):
    assert outcome("CON-03", applicant(record, employer=unread()), policy) is Outcome.UNDECIDED


def test_papers_that_are_missing_are_not_compared(record, policy):
    assert outcome("CON-03", drop(record, "summary_form", "pledge"), policy) is Outcome.PASS
