"""What the series demand by their schemas: what is missing, what is empty, and whom it is not asked of."""

import re
from dataclasses import replace

import pytest
from record_builder import (
    NAME,
    add,
    add_pages,
    applicant,
    applying,
    change,
    document,
    doubts,
    drop,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Quality
from dossier.policy import load_policy
from dossier.policy.demand_table import demand_table, markdown
from dossier.policy.resources import schema_file
from dossier.validate import validate
from dossier.validate.case import make_case
from dossier.validate.demand_pages import PAGES
from dossier.validate.series import candidates_of, schema_remarks

POLICY = load_policy()
LICENCES = {
    "higher_education": ((".", "高等学校教师资格证书"),),
    "health": (("医师|医士", "医师执业证书"), ("护师|护士", "护士执业证书"), ("药", "药师资格证书")),
    "news": ((".", "新闻记者证"),),
    "publishing": (("编审", "责任编辑证书"),),
    "broadcasting": ((".", "播音员主持人证"),),
    "vocational_school": ((".", "教师资格证书"),),
    "school_teacher": ((".", "教师资格证书"),),
    "legal_service": (("公证", "公证员执业证"), ("鉴定|法医", "司法鉴定人执业证")),
}
BY_EXAMINATION = {"accounting", "economics", "statistics", "audit"}
"""Series whose 副高级 needs an examination passed before; with health those whose 中级 is reached by one alone."""
ALWAYS = {
    "review_form": "FRM-01",
    "id_card": "IDN-01",
    "diploma": "EDU-01",
    "continuing_education": "CED-01",
    "social_insurance": "EMP-01",
    "work_summary": "FRM-09",
    "catalogue": "FRM-11",
    "employment_contract": "FRM-11",
}


def licence_for(series, title):
    return next((name for titles, name in LICENCES.get(series, ()) if re.search(titles, title)), None)


def due(series, level, title):
    """Kind → rule, as the catalogue and the tables have it."""
    kinds = dict(ALWAYS)
    if level in ("senior", "associate_senior"):
        kinds |= {"summary_form": "FRM-11", "title_certificate": "TTL-01", "achievement": "ACH-13"}
    if level == "intermediate":
        kinds |= {"achievement": "ACH-13"}
        kinds |= {} if series in BY_EXAMINATION | {"health"} else {"title_certificate": "TTL-01"}
    if level == "associate_senior" and series in BY_EXAMINATION:
        kinds |= {"exam_result": "LIC-03"}
    if licence_for(series, title):
        kinds |= {"licence": "LIC-01"}
    return kinds


def clean(record, series, level, title):
    """A dossier in order that applies for the title."""
    papers = [document("d90", "exam_result", {"name": NAME}, (), "考试合格证明")] if series in BY_EXAMINATION else []
    if licence := licence_for(series, title):
        papers.append(document("d91", "licence", {"name": NAME, "kind": licence}, (), licence))
    schooled = change(record, "diploma", education="本科")
    return applying(add(schooled, *papers), series=series, level=level, title=title)


def said(record):
    """Remarks of the schemas by rule, those that are met left out."""
    found = schema_remarks(make_case(record), POLICY)
    return {
        code: [one.outcome for one in remarks]
        for code, remarks in found.items()
        if remarks and remarks[0].outcome is not Outcome.NOT_APPLICABLE
    }


OF_ARTS = {"senior": "一级演员", "associate_senior": "二级演奏员", "intermediate": "三级编剧", "assistant": "四级作曲"}
TABLE = demand_table(POLICY)
ROWS = [
    pytest.param(row.series.code, row.level, row.titles or (OF_ARTS[row.level],), id=f"{row.series.code}-{row.level}")
    for row in TABLE
]


@pytest.mark.parametrize(("series", "level", "titles"), ROWS)
def test_a_series_asks_for_what_is_due_at_the_level_and_for_nothing_else(series, level, titles, record):
    for title in titles:
        whole = clean(record, series, level, title)
        assert said(whole) == {}
        for kind, code in due(series, level, title).items():
            expected = Outcome.UNDECIDED if kind == "licence" and "药" in title else Outcome.FAIL
            assert said(drop(whole, kind)) == {code: [expected]}, (title, kind)
        rest = {d.kind for d in whole.documents} - due(series, level, title).keys() - {"unit_opinion", "pledge"}
        assert said(drop(whole, *rest)) == {}


def test_the_printed_table_is_current_and_names_these_tests():
    printed = schema_file("SERIES.md").read_text(encoding="utf-8")
    assert printed == markdown(POLICY, POLICY.codes["levels"], "tests/validate/test_series.py")
    assert all(f"`{row.id}`" in printed for row in ROWS)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_of_a_demand_is_whole(code):
    page = PAGES[code]
    assert all((page.condition.endswith("。"), page.why, page.example, page.remedy))


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        (("diploma",), "EDU-01"),
        (("title_certificate",), "TTL-01"),
        (("continuing_education",), "CED-01"),
        (("social_insurance",), "EMP-01"),
        (("work_summary",), "FRM-09"),
        (("catalogue",), "FRM-11"),
        (("achievement",), "ACH-13"),
    ],
)
def test_what_is_missing_is_open_while_a_page_may_be_it(kinds, code, record, policy):
    bare = drop(record, *kinds)
    assert outcome(code, bare, policy) is Outcome.FAIL
    assert outcome(code, add_pages(bare, page("x.pdf", may_be=kinds)), policy) is Outcome.UNDECIDED
    assert outcome(code, add_pages(bare, page("x.pdf", kind="statement", may_be=kinds)), policy) is Outcome.UNDECIDED
    assert outcome(code, add_pages(bare, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    assert outcome(code, add_pages(bare, page("x.pdf", may_be=("pledge",))), policy) is Outcome.FAIL


def test_a_missing_form_is_named(record, policy):
    judgement = validate(drop(record, "summary_form", "catalogue", "employment_contract"), policy)
    text = "".join(messages("FRM-11", judgement))
    assert all(name in text for name in ("评审简表", "材料目录", "劳动合同"))


# ---- whom the papers of an employer are asked of


@pytest.mark.parametrize(
    ("ownership", "insurance", "contract"),
    [
        ("private", Outcome.FAIL, Outcome.FAIL),
        ("foreign_invested", Outcome.FAIL, Outcome.FAIL),
        ("state_owned", Outcome.FAIL, Outcome.PASS),
        ("public_institution", Outcome.PASS, Outcome.PASS),
        ("government", Outcome.PASS, Outcome.PASS),
        ("freelance", Outcome.PASS, Outcome.PASS),
        ("unknown", Outcome.UNDECIDED, Outcome.PASS),
        (read("private", 0.7), Outcome.UNDECIDED, Outcome.PASS),
        (unread(), Outcome.UNDECIDED, Outcome.PASS),
    ],
)
def test_insurance_and_contract_are_asked_of_enterprises(ownership, insurance, contract, record, policy):
    working = applicant(record, employer_ownership=ownership)
    assert outcome("EMP-01", working, policy) is Outcome.PASS
    bare = drop(working, "social_insurance", "employment_contract")
    assert outcome("EMP-01", bare, policy) is insurance
    assert outcome("FRM-11", bare, policy) is contract


def test_the_defect_of_an_enterprise_shows_where_its_ownership_stands(record, policy):
    judgement = validate(
        drop(applicant(record, employer_ownership=read("private", file="f.pdf")), "social_insurance"), policy
    )
    assert "f.pdf" in {p.file for d in judgement.defects if d.rule == "EMP-01" for p in d.locations}


def test_a_seconded_teacher_shows_neither_contract_nor_insurance_of_the_enterprise(record, policy):
    teacher = applying(drop(record, "social_insurance", "employment_contract"), route=["seconded_teacher"])
    assert outcome("EMP-01", teacher, policy) is Outcome.PASS
    assert outcome("FRM-11", teacher, policy) is Outcome.PASS


def test_a_person_from_abroad_shows_no_insurance_under_this_rule(record, policy):
    foreign = applicant(drop(record, "social_insurance"), origin="foreign")
    assert outcome("EMP-01", foreign, policy) is Outcome.NOT_APPLICABLE


# ---- the certificate of the current title


def middle(record, **education):
    """Applying for 工程师 without a certificate of a title."""
    bare = change(drop(record, "title_certificate"), "diploma", **education)
    return applying(bare, title="工程师", level="intermediate")


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("本科", Outcome.FAIL),
        ("硕士研究生", Outcome.FAIL),
        ("博士研究生", Outcome.PASS),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_a_doctor_applies_for_the_intermediate_level_without_a_title(education, expected, record, policy):
    assert outcome("TTL-01", middle(record, education=education), policy) is expected


def test_a_doctor_by_the_form_only_is_left_to_a_person(record, policy):
    stated = change(middle(record, education="本科"), "review_form", education="博士研究生")
    assert outcome("TTL-01", stated, policy) is Outcome.UNDECIDED
    proven = add(stated, document("d92", "degree", {"degree": "工学博士"}))
    assert outcome("TTL-01", proven, policy) is Outcome.PASS


def test_a_doctor_shows_a_title_for_the_higher_levels(record, policy):
    doctor = change(drop(record, "title_certificate"), "diploma", education="博士研究生")
    assert outcome("TTL-01", doctor, policy) is Outcome.FAIL


@pytest.mark.parametrize("level", ["assistant", "technician"])
def test_the_first_levels_ask_for_no_title(level, record, policy):
    title = policy.series["engineering"].titles[level][0]
    first = applying(drop(record, "title_certificate", "achievement"), level=level, title=title)
    assert outcome("TTL-01", first, policy) is Outcome.PASS
    assert outcome("ACH-13", first, policy) is Outcome.PASS


@pytest.mark.parametrize("route", ["recommendation", "exceptional", "direct"])
@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        (None, Outcome.PASS),
        ("无", Outcome.PASS),
        (unread("blank"), Outcome.PASS),
        ("工程师", Outcome.FAIL),
        (unread(), Outcome.FAIL),
    ],
)
def test_who_may_skip_levels_proves_only_the_title_claimed(route, claimed, expected, record, policy):
    bare = change(drop(record, "title_certificate"), "review_form", current_title=claimed)
    assert outcome("TTL-01", applying(bare, route=[route]), policy) is expected
    assert outcome("TTL-01", applying(bare, route=["ordinary"]), policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        ("初级", Outcome.PASS),
        ("中级", Outcome.NOT_APPLICABLE),
        ("高级", Outcome.FAIL),
        (read("高级", 0.6), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
    ],
)
def test_a_digital_engineer_of_the_first_two_grades_stands_for_a_title(grade, expected, record, policy):
    digital = document("d93", "digital_engineer", {"grade": grade}, (), "专业技术等级证书")
    assert outcome("TTL-01", add(drop(record, "title_certificate"), digital), policy) is expected


# ---- the diploma


def test_a_degree_from_abroad_with_its_certification_needs_no_diploma(record, policy):
    degree = document("d94", "degree", {"degree": "理学硕士"}, (), "学位证书")
    certified = document("d95", "education_verification", {"school": "某大学"}, (), "国外学历学位认证书")
    home = document("d95", "education_verification", {"school": "某大学"}, (), "教育部学历证书电子注册备案表")
    bare = drop(record, "diploma", "degree", "education_verification")
    assert outcome("EDU-01", add(bare, degree, certified), policy) is Outcome.PASS
    assert outcome("EDU-01", add(bare, certified), policy) is Outcome.FAIL
    assert outcome("EDU-01", add(bare, degree, home), policy) is Outcome.FAIL
    assert outcome("EDU-01", applicant(add(bare, degree), origin="foreign"), policy) is Outcome.UNDECIDED


# ---- licences and examinations


def physician(record, *licences):
    seeking = applying(record, series="health", level="associate_senior", title="副主任医师")
    return add(seeking, *(document(f"d9{i}", "licence", fields) for i, fields in enumerate(licences)))


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ({"kind": "医师资格证书"}, Outcome.PASS),
        ({"kind": "执业医师资格证书"}, Outcome.PASS),
        ({"kind": "护士执业证书"}, Outcome.FAIL),
        ({"kind": "注册电气工程师执业证书"}, Outcome.FAIL),
        ({"kind": read("护士执业证书", 0.6)}, Outcome.UNDECIDED),
        ({"kind": "执业证书"}, Outcome.UNDECIDED),
        ({"kind": "师资格证书"}, Outcome.UNDECIDED),
        ({"kind": "医帅资格证书"}, Outcome.UNDECIDED),
        ({"kind": "医资格证书"}, Outcome.UNDECIDED),
        ({"kind": "药师资格证书"}, Outcome.FAIL),
        ({"kind": "药师执业证书"}, Outcome.FAIL),
        ({"kind": unread()}, Outcome.UNDECIDED),
        ({}, Outcome.UNDECIDED),
    ],
)
def test_a_licence_must_fit_the_title(licence, expected, record, policy):
    assert outcome("LIC-01", physician(record, licence), policy) is expected


def test_one_fitting_licence_beside_others_is_enough(record, policy):
    both = physician(record, {"kind": "护士执业证书"}, {"kind": "医师执业证书"})
    assert outcome("LIC-01", both, policy) is Outcome.PASS
    assert outcome("LIC-01", physician(record), policy) is Outcome.FAIL


def test_a_licence_is_known_by_its_own_title_too(record, policy):
    named = add(physician(record), document("d96", "licence", {}, (), "医师执业证书"))
    assert outcome("LIC-01", named, policy) is Outcome.PASS


def test_no_licence_is_asked_of_a_technician_of_health(record, policy):
    assert outcome("LIC-01", applying(physician(record), title="副主任技师"), policy) is Outcome.PASS


def test_a_licence_is_not_due_by_a_title_that_was_hardly_read(record, policy):
    doubtful = applying(physician(record), title=read("副主任医师", 0.6))
    assert outcome("LIC-01", doubtful, policy) is Outcome.UNDECIDED


def test_a_teacher_of_a_university_needs_the_licence_of_one(record, policy):
    teacher = applying(record, series="higher_education", title="副教授")
    school = {"kind": "教师资格证书", "scope": "初级中学教师资格"}
    assert outcome("LIC-01", add(teacher, document("d97", "licence", school)), policy) is Outcome.FAIL
    university = {"kind": "教师资格证书", "scope": "高等学校教师资格"}
    assert outcome("LIC-01", add(teacher, document("d97", "licence", university)), policy) is Outcome.PASS


def test_a_series_without_licences_or_examinations_says_so(record, policy):
    judgement = validate(record, policy)
    assert {"LIC-01", "LIC-03"} <= judgement.not_applicable.keys()


# ---- empty fields


def test_empty_fields_of_the_form_are_named_in_one_defect(record, policy):
    empty = change(record, "review_form", sex=unread("blank", 0.0), major=unread("blank", 0.0))
    [message] = messages("FRM-02", validate(empty, policy))
    assert "性别" in message
    assert "专业" in message


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (unread("blank", 0.0), Outcome.FAIL),
        (unread("blank", 0.5), Outcome.UNDECIDED),
        (unread("unreadable"), Outcome.PASS),
        (None, Outcome.PASS),
        ("无", Outcome.PASS),
    ],
)
def test_only_a_place_that_is_there_and_empty_is_a_defect(value, expected, record, policy):
    assert outcome("FRM-02", change(record, "review_form", specialty=value), policy) is expected


def test_a_field_that_need_not_be_filled_may_be_empty(record, policy):
    assert outcome("FRM-02", change(record, "review_form", former_name=unread("blank", 0.0)), policy) is Outcome.PASS


def test_an_empty_field_on_a_page_that_is_hard_to_read_is_left_to_a_person(record, policy):
    empty = change(record, "review_form", sex=unread("blank", 0.0))
    poor = tuple(replace(p, quality=Quality(problem="模糊")) if p.kind == "review_form" else p for p in record.pages)
    assert outcome("FRM-02", replace(empty, pages=poor), policy) is Outcome.UNDECIDED


def test_a_field_filled_on_another_copy_of_the_form_is_left_to_a_person(record, policy):
    empty = change(record, "review_form", sex=unread("blank", 0.0))
    copy = document("d98", "review_form", {"sex": "男"}, (), "职称评审表")
    assert outcome("FRM-02", add(empty, copy), policy) is Outcome.UNDECIDED


def test_the_form_of_an_initial_appointment_has_fewer_required_fields(record, policy):
    form = document("d99", "initial_form", {"specialty": unread("blank", 0.0), "name": NAME}, (), "职称初定表")
    first = applying(add(drop(record, "review_form"), form), route=["initial"], level="assistant", title="助理工程师")
    assert outcome("FRM-02", first, policy) is Outcome.PASS
    assert outcome("FRM-02", change(first, "initial_form", school=unread("blank", 0.0)), policy) is Outcome.FAIL


def test_the_required_fields_are_those_of_the_kinds_of_document(record, policy):
    for kind, route, level in (
        ("review_form", "ordinary", "associate_senior"),
        ("initial_form", "initial", "assistant"),
    ):
        for name in policy.kinds["review_form"].fields:
            form = document("d99", kind, {name: unread("blank", 0.0)}, (), "表")
            whole = applying(add(drop(record, "review_form"), form), route=[route], level=level)
            wanted = Outcome.FAIL if name in policy.kinds[kind].filled else Outcome.PASS
            assert said(whole).get("FRM-02", [Outcome.PASS]) == [wanted], (kind, name)


# ---- lengths and numbers that the policy sets


def with_parameter(policy, name, value):
    parameter = replace(policy.parameters["work_summary_characters"], value=value)
    return replace(policy, parameters={**policy.parameters, name: parameter})


@pytest.mark.parametrize(
    ("bounds", "characters", "expected"),
    [
        ([None, None], 10, Outcome.PASS),
        ([3000, None], 2999, Outcome.FAIL),
        ([3000, None], 3000, Outcome.PASS),
        ([3000, None], 3001, Outcome.PASS),
        ([None, 3000], 2999, Outcome.PASS),
        ([None, 3000], 3000, Outcome.PASS),
        ([None, 3000], 3001, Outcome.FAIL),
        ([3000, None], read(2000, 0.6), Outcome.UNDECIDED),
        ([3000, None], unread(), Outcome.PASS),
    ],
)
def test_the_length_of_the_summary_lies_within_the_policys_bounds(bounds, characters, expected, record, policy):
    bounded = with_parameter(policy, "work_summary_characters", bounds)
    assert outcome("FRM-09", change(record, "work_summary", characters=characters), bounded) is expected


@pytest.mark.parametrize(("more", "expected"), [(0, Outcome.FAIL), (1, Outcome.PASS), (2, Outcome.PASS)])
def test_achievements_of_all_sorts_add_up_to_the_policys_number(more, expected, record, policy):
    asking = with_parameter(policy, "minimum_achievements", {"total": 2})
    papers = [document(f"d8{i}", kind, {}) for i, kind in enumerate(("paper", "standard")[:more])]
    assert outcome("ACH-13", add(record, *papers), asking) is expected


@pytest.mark.parametrize(("papers", "expected"), [(0, Outcome.FAIL), (1, Outcome.FAIL), (2, Outcome.PASS)])
def test_a_number_for_one_sort_is_filled_by_that_sort_only(papers, expected, record, policy):
    asking = with_parameter(policy, "minimum_achievements", {"total": 1, "papers": 2})
    found = add(record, *(document(f"d8{i}", "paper", {}) for i in range(papers)))
    assert outcome("ACH-13", add(found, document("d87", "award", {})), asking) is expected
    assert all("论文" in message for message in messages("ACH-13", validate(found, asking)))


def test_an_application_for_a_patent_fills_no_number_of_patents(record, policy):
    asking = with_parameter(policy, "minimum_achievements", {"patents": 1})
    assert outcome("ACH-13", add(record, document("d86", "patent", {"stage": "application"})), asking) is Outcome.FAIL
    assert outcome("ACH-13", add(record, document("d86", "patent", {"stage": "granted"})), asking) is Outcome.PASS


@pytest.mark.parametrize("kind", ["achievement", "paper", "book", "standard", "patent", "award", "project"])
def test_one_achievement_of_any_sort_is_enough_without_a_number(kind, record, policy):
    assert outcome("ACH-13", add(drop(record, "achievement"), document("d88", kind, {})), policy) is Outcome.PASS


# ---- series and levels that are not certain


def test_a_title_that_is_certain_tells_series_and_level(record, policy):
    unsaid = applying(record, series=None, level=None)
    assert candidates_of(unsaid, policy) == [("engineering", "associate_senior")]
    assert outcome("TTL-01", drop(unsaid, "title_certificate"), policy) is Outcome.FAIL


def test_where_levels_differ_only_what_all_ask_for_is_judged(record, policy):
    unsure = applying(record, level=read("associate_senior", 0.5), title=None)
    assert {level for _, level in candidates_of(unsure, policy)} == set(policy.series["engineering"].levels)
    assert outcome("EDU-01", drop(unsure, "diploma"), policy) is Outcome.FAIL
    assert outcome("TTL-01", drop(unsure, "title_certificate"), policy) is Outcome.NOT_APPLICABLE
    assert outcome("TTL-01", unsure, policy) is Outcome.PASS


def test_where_series_differ_only_what_all_ask_for_is_judged(record, policy):
    unknown = applying(record, series=None, title=unread())
    assert outcome("CED-01", drop(unknown, "continuing_education"), policy) is Outcome.FAIL
    assert outcome("TTL-01", drop(unknown, "title_certificate"), policy) is Outcome.FAIL
    assert outcome("LIC-01", unknown, policy) is Outcome.NOT_APPLICABLE
    assert outcome("LIC-03", unknown, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("route", ["initial", "postdoc"])
def test_an_initial_appointment_is_not_asked_for_what_a_review_needs(route, record, policy):
    kinds = ("title_certificate", "continuing_education", "work_summary", "achievement", "review_form")
    form = document("d99", "initial_form", {"name": NAME}, (), "职称初定表")
    proof = document("d89", "postdoc", {"name": NAME}, (), "博士后进站证明")
    first = applying(add(drop(record, *kinds), form, proof), route=[route], level="intermediate", title="工程师")
    judgement = validate(first, policy)
    assert {"TTL-01", "CED-01", "FRM-09", "ACH-13"} <= judgement.not_applicable.keys()
    assert not [d for d in judgement.defects if d.rule in PAGES]
    assert doubts("FRM-01", judgement) == []
