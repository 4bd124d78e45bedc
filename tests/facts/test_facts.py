"""What follows from a record, each fact with the values it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.facts import FACTS, facts_of
from dossier.facts.fact import years_until
from dossier.model import Application, Box, Document, PageRef, Period, Record, Seal, Value
from dossier.model.wire import record_to_json
from dossier.policy import Committee, Office, Policy, Scope, consulting, kinds_named, load_policy
from dossier.policy.checks import validate_record_json
from dossier.policy.consulted import FACTS_REST_ON
from dossier.policy.resources import read_schema
from dossier.text import education_level, full_years


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy()


def read(value: Any, confidence: float = 0.97) -> Value:
    return Value(value, str(value), "a.pdf", 1, Box(70, 100, 200, 112), "ocr", confidence)


def paper(kind: str, seals: tuple[Seal, ...] = (), **fields: Any) -> Document:
    place = PageRef(f"{kind}.pdf", 1)
    values = {name: replace(read(value), file=place.file) for name, value in fields.items()}
    return Document("d01", kind, kind, (place,), values, tuple((place, seal) for seal in seals))


def record(*documents: Document, **application: Any) -> Record:
    asked = {"title": "高级工程师", "series": "engineering", "level": "associate_senior"} | application
    return Record(
        Application("shanxi-2025", "2025-11-20", **{name: read(value) for name, value in asked.items()}),
        {"name": read("郭远舟"), "employer": read("山西沁岳重工装备有限公司")},
        documents,
        (),
        {},
        (),
    )


def value(name: str, policy: Policy, *documents: Document, **application: Any) -> Any:
    return FACTS[name](record(*documents, **application), policy).value


def reason(name: str, policy: Policy, *documents: Document, **application: Any) -> str:
    return FACTS[name](record(*documents, **application), policy).reason


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("博士研究生", "doctor"),
        ("硕士研究生", "master"),
        ("研究生", "master"),
        ("大学本科", "bachelor"),
        ("本科（专科起点）", "bachelor"),
        ("专升本", "bachelor"),
        ("大专起点本科", "bachelor"),
        ("大学", "bachelor"),
        ("大学专科", "college"),
        ("大 专", "college"),
        ("中等专业学校", "secondary"),
        ("预备技师", "bachelor"),
        ("高级技工", "college"),
        ("高中", None),
    ],
)
def test_the_words_for_education_are_told_apart(text: str, level: str | None):
    assert education_level(text) == level


def test_what_a_certificate_proves_outweighs_what_a_form_states(policy: Policy):
    papers = paper("review_form", education="硕士研究生"), paper("diploma", education="本科")
    assert value("highest_education", policy, *papers) == "bachelor"
    assert "填报学历为硕士研究生" in reason("highest_education", policy, *papers)


def test_without_a_certificate_the_stated_education_is_named_as_such(policy: Policy):
    assert value("highest_education", policy, paper("review_form", education="本科")) == "bachelor"
    assert "填报学历" in reason("highest_education", policy, paper("review_form", education="本科"))
    assert value("highest_education", policy) is None


def test_the_highest_title_of_several_certificates_is_the_current_one(policy: Policy):
    older = paper("title_certificate", title="助理工程师", date="2012-11-01")
    newer = paper("title_certificate", title="工程师", date="2017-12-05")
    held = value("current_title", policy, older, newer)
    assert held == {"title": "工程师", "series": "engineering", "level": "intermediate"}
    assert value("current_title_date", policy, older, newer) == "2017-12-05"


def test_a_title_of_several_series_belongs_to_the_one_its_certificate_names(policy: Policy):
    certificate = paper("title_certificate", title="讲师", series="中等职业学校教师")
    assert value("current_title", policy, certificate)["series"] == "vocational_school"


def test_a_title_of_several_series_keeps_its_level_where_the_series_is_open(policy: Policy):
    held = value("current_title", policy, paper("title_certificate", title="讲师"))
    assert (held["series"], held["level"]) == (None, "intermediate")


def test_legacy_titles_have_their_level(policy: Policy):
    certificate = paper("title_certificate", title="中学高级教师")
    assert value("current_title", policy, certificate)["level"] == "associate_senior"


def test_a_digital_engineer_of_the_second_grade_counts_as_engineer_and_of_the_third_as_nothing(policy: Policy):
    assert value("current_title", policy, paper("digital_engineer", grade="中级"))["title"] == "工程师"
    assert value("current_title", policy, paper("digital_engineer", grade="高级")) is None


def test_years_count_from_the_certificate_to_the_cut_off_day(policy: Policy):
    certificate = paper("title_certificate", title="工程师", date="2020-12-31")
    assert value("years_in_title", policy, certificate) == 5
    later = paper("title_certificate", title="工程师", date="2021-01-01")
    assert value("years_in_title", policy, later) == 4


def test_in_public_institutions_years_count_from_the_appointment(policy: Policy):
    papers = (
        paper("title_certificate", title="工程师", date="2018-06-01"),
        paper("appointment", title="工程师", period=Period("2019-09-01", "2024-08-31")),
    )
    public = record(*papers)
    public = replace(public, applicant={**public.applicant, "employer_ownership": read("public_institution")})
    assert FACTS["years_in_title"](public, policy).value == 6
    assert FACTS["years_in_title"](record(*papers), policy).value == 7


def test_an_appointment_to_another_title_does_not_count(policy: Policy):
    papers = (
        paper("title_certificate", title="工程师", date="2018-06-01"),
        paper("appointment", title="助理工程师", period=Period("2012-09-01", "2018-08-31")),
        paper("appointment", title="工程师（专业技术九级）", period=Period("2018-09-01", "2023-08-31")),
    )
    assert value("appointed_since", policy, *papers) == "2018-09-01"


@pytest.mark.parametrize(
    ("since", "cut_off", "years"),
    [
        ("2020-06", "2025-06-15", None),
        ("2020-05", "2025-06-15", 5),
        ("2020-07", "2025-06-15", 4),
        ("无", "2025-06-15", None),
    ],
)
def test_a_month_that_straddles_the_cut_off_leaves_the_years_open(since: str, cut_off: str, years: int | None):
    found, why = years_until(read(since), cut_off)
    assert found == years
    assert bool(why) == (years is None)


@given(st.dates(date(1960, 1, 1), date(2030, 12, 31)), st.integers(0, 60))
def test_a_year_is_full_on_its_day_and_not_a_day_before(start: date, years: int):
    if (start.month, start.day) == (2, 29):
        start = start.replace(day=28)
    end = start.replace(year=start.year + years)
    assert full_years(start, end) == years
    assert full_years(date.fromordinal(start.toordinal() + 1), end) == max(0, years - 1)


def test_the_tenure_needed_comes_from_the_row_of_the_education(policy: Policy):
    assert value("tenure_needed", policy, paper("diploma", education="博士研究生")) == 2
    assert value("tenure_needed", policy, paper("diploma", education="本科")) == 5
    assert "不在该级别的条件表内" in reason("tenure_needed", policy, paper("diploma", education="大专"))


def test_a_level_reached_by_examination_needs_no_tenure(policy: Policy):
    asked = {"title": "经济师", "series": "economics", "level": "intermediate"}
    assert "考试" in reason("tenure_needed", policy, paper("diploma", education="本科"), **asked)


def test_an_unverified_row_says_so(policy: Policy):
    asked = {"title": "正高级工程师", "level": "senior"}
    assert value("tenure_needed", policy, paper("diploma", education="本科"), **asked) == 5
    assert reason("tenure_needed", policy, paper("diploma", education="本科"), **asked) == "条件表未经核实"


def test_assessments_that_contradict_each_other_are_named(policy: Policy):
    papers = [paper("annual_assessment", year=2023, grade=grade) for grade in ("合格", "优秀")]
    assert value("assessments", policy, *papers) == {"2023": "合格"}
    assert "2023年度" in reason("assessments", policy, *papers)


def hours(*rows: tuple[int, int, int, str | None]) -> Document:
    keys = ("year", "total", "professional", "certificate_number")
    return paper("continuing_education", years=[dict(zip(keys, row, strict=True)) for row in rows])


def test_hours_of_a_year_add_up_but_a_certificate_counts_once(policy: Policy):
    one, again, other = hours((2023, 40, 30, "A1")), hours((2023, 40, 30, "A1")), hours((2023, 50, 30, "A2"))
    assert value("continuing_education", policy, one, again, other) == {
        "2023": {"total": 90, "professional": 60, "unit": "学时"}
    }


def test_an_accepted_patent_application_is_no_patent(policy: Policy):
    papers = (
        paper("patent", inventors=["李青", "郭 远舟"], stage="granted"),
        paper("patent", inventors=["郭远舟"], stage="application"),
        paper("project", members=["郭远舟"], role="主持人"),
    )
    assert value("achievements", policy, *papers) == {
        "patents": {"count": 1, "roles": ["第2"]},
        "projects": {"count": 1, "roles": ["主持人"]},
    }


def test_the_latest_insurance_record_names_employer_and_region(policy: Policy):
    papers = (
        paper("social_insurance", employer="甲公司", region="阳泉市", period=Period("2024-01", "2025-06")),
        paper("social_insurance", employer="乙公司", region="晋中市", period=Period("2019-01", "2023-12")),
    )
    assert value("insured_employer", policy, *papers) == "甲公司"
    assert value("insured_region", policy, *papers) == "阳泉市"
    assert reason("insured_employer", policy) == "未见参保证明"


def test_the_exam_that_holds_longest_counts(policy: Policy):
    papers = (
        paper("exam_result", exam="高级经济师考试", valid_until="2024-12-31"),
        paper("exam_result", exam="高级经济师考试", valid_until="2027-12-31"),
    )
    assert value("exam", policy, *papers) == {"exam": "高级经济师考试", "valid_until": "2027-12-31"}


def test_a_seal_is_the_employers_or_another_units_or_open(policy: Policy):
    def seal(text: str, confidence: float) -> Seal:
        return Seal(Box(300, 600, 420, 720), "round", "red", text, "", confidence)

    stamped = paper(
        "pledge",
        seals=(
            seal("山西沁岳重工装备有限公司", 0.9),
            seal("晋陵市人力资源和社会保障局", 0.95),
            seal("山西沁岳重工装务有限公司", 0.5),
        ),
    )
    assert [row["matches"] for row in value("seals", policy, stamped)] == [True, False, None]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("学历、学位证书", {"diploma", "degree"}),
        ("学历证书电子注册备案表", {"education_verification"}),
        ("身份证复印件", {"id_card"}),
        ("教师资格证书", {"licence"}),
        ("专业技术资格证书", {"title_certificate"}),
        ("公示情况证明", {"publicity_result"}),
        ("公示照片", {"publicity_photo"}),
        ("三公示材料", {"publicity_notice", "publicity_photo", "publicity_result"}),
        ("专利转化应用证明", {"patent_use"}),
        ("近五年年度考核表", {"annual_assessment"}),
        ("其他", set()),
    ],
)
def test_an_entry_of_a_list_names_its_kinds(title: str, kinds: Iterable[str], policy: Policy):
    assert kinds_named(title, policy.kinds) == set(kinds)


def test_the_list_is_held_against_what_is_there(policy: Policy):
    listed = paper("catalogue", entries=[{"title": title, "pages": 1} for title in ("身份证", "毕业证书", "其他")])
    lists = value("catalogue", policy, listed, paper("id_card"), paper("pledge"))
    assert (lists["found"], lists["missing"], lists["extra"]) == (["身份证"], ["毕业证书"], ["诚信承诺书"])


def test_facts_have_the_shape_of_the_schema_with_and_without_documents(policy: Policy):
    for given_record in (
        record(),
        record(
            hours((2023, 40, 30, "A1")),
            paper("title_certificate", title="工程师", date="2017-12"),
            paper("diploma", education="本科"),
            paper("catalogue", entries=[{"title": "身份证", "pages": 1}]),
        ),
    ):
        wire = record_to_json(replace(given_record, facts=facts_of(given_record, policy)))
        assert [problem for problem in validate_record_json(wire) if problem.startswith("facts")] == []


def test_every_fact_of_the_schema_is_made_and_no_other():
    schema = read_schema("record.schema.json")
    assert set(schema["properties"]["facts"]["properties"]) == {*FACTS, "publicity"}


def test_a_fact_names_the_places_it_rests_on(policy: Policy):
    fact = facts_of(record(paper("diploma", education="本科")), policy)["highest_education"]
    assert [(place["file"], place["page"], place["confidence"]) for place in fact["from"]] == [("diploma.pdf", 1, 0.97)]


def test_the_current_title_is_the_one_the_application_can_rest_on(policy: Policy):
    own = paper("title_certificate", title="工程师", series="工程系列", date="2017-12-05")
    other = paper("title_certificate", title="高级经济师", series="经济系列", date="2020-10-01")
    assert value("current_title", policy, other, own)["title"] == "工程师"
    assert value("current_title_date", policy, other, own) == "2017-12-05"


def test_a_title_two_levels_down_does_not_outweigh_a_higher_one_of_another_series(policy: Policy):
    low = paper("title_certificate", title="助理工程师", date="2010-12-05")
    other = paper("title_certificate", title="经济师", date="2016-10-01")
    assert value("current_title", policy, low, other)["title"] == "经济师"


def test_an_old_name_of_the_title_counts_for_its_date(policy: Policy):
    old = paper("title_certificate", title="教授级高级工程师", date="2012-12-05")
    new = paper("title_certificate", title="正高级工程师", date="2020-06-01")
    assert value("current_title_date", policy, new, old) == "2012-12-05"


def test_a_post_whose_name_is_no_title_counts_as_an_appointment(policy: Policy):
    papers = (
        paper("title_certificate", title="工程师", date="2018-06-01"),
        paper("appointment", title="专业技术岗位九级", period=Period("2018-09-01", "2023-08-31")),
    )
    assert value("appointed_since", policy, *papers) == "2018-09-01"


REGISTER = tuple(
    Committee(f"临墟省{name}评审委员会", kind, "临墟省人力资源和社会保障厅", (Scope("engineering"),))
    for name, kind in (("工程系列机械专业高级", "self_review"), ("工程系列建筑专业高级", "city_delegated"))
)


@pytest.mark.parametrize(
    ("register", "named", "kind", "why"),
    [
        ((), None, None, "未说明申报的评委会"),
        ((), REGISTER[0].name, None, "未加载评委会登记册"),
        (REGISTER, REGISTER[1].name, "city_delegated", ""),
        (REGISTER, "别的评委会", None, "评委会不在登记册内"),
        (REGISTER, None, None, "未说明申报的评委会，登记册有多个评委会"),
        (REGISTER[:1], None, "self_review", "登记册只有一个评委会，按该评委会计"),
    ],
)
def test_the_kind_of_committee_comes_from_the_register(register, named, kind, why, policy):
    office = replace(policy, office=Office(committees=register))
    asked = {"committee": named} if named else {}
    assert (value("committee_kind", office, **asked), reason("committee_kind", office, **asked)) == (kind, why)


def test_the_parameters_a_fact_rests_on_are_those_that_are_declared(policy):
    form = paper("review_form", work_since="2010-07", current_title="工程师", current_title_date="2018-03")
    whole = record(form, paper("title_certificate", title="工程师", date="2018-03-01"))
    asked = {}
    for name, fact in FACTS.items():
        with consulting() as parameters:
            fact(whole, policy)
        if parameters:
            asked[name] = tuple(sorted(parameters))
    assert asked == FACTS_REST_ON
