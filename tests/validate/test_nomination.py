"""NOM-01 … NOM-10."""

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
    doubts,
    drop,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Period, Quality
from dossier.validate import validate

CODES = tuple(f"NOM-{number:02}" for number in range(1, 11))
GROUNDS = "该同志具有突出的技术创新能力，取得原创性科技成果，为企业作出重大贡献，符合破格条件第二项。"
LETTER = {
    "name": NAME,
    "enterprise": EMPLOYER,
    "recommender": "尉迟岳",
    "recommender_role": "董事长",
    "grounds": GROUNDS,
    "signed": True,
}
QUALIFICATION = {
    "enterprise": EMPLOYER,
    "category": "specialised_sme",
    "valid": Period("2023-07-01", "2026-06-30"),
    "issuer": "山西省工业和信息化厅",
}
OPEN_PAGE = page("z.pdf", method="none", quality=Quality(problem="无法识别"))


@pytest.fixture
def nominated(record):
    papers = [
        document("d70", "recommendation_letter", LETTER, (), "举荐信"),
        document("d71", "enterprise_qualification", QUALIFICATION, (), "专精特新中小企业"),
        document("d72", "exceptional_case", {"name": NAME, "clause": "破格条件第二项"}, (), "破格申报表"),
        document("d73", "employment_contract", {"name": NAME, "employer": EMPLOYER}, (), "劳动合同"),
    ]
    bare = drop(record, "employment_contract", "social_insurance")
    return add(applying(bare, route=["recommendation"]), *papers)


def letter(record, **fields):
    return change(record, "recommendation_letter", **fields)


def qualification(record, **fields):
    return change(record, "enterprise_qualification", **fields)


def test_a_nomination_in_order_leaves_nothing_to_say(nominated, policy):
    assert [outcome(code, nominated, policy) for code in CODES] == [Outcome.PASS] * 10


def test_without_a_nomination_the_rules_do_not_apply(record, policy):
    assert {outcome(code, record, policy) for code in CODES} == {Outcome.NOT_APPLICABLE}


def test_a_letter_without_the_route_declared_leaves_its_faults_to_a_person(nominated, policy):
    record = letter(applying(nominated, route=["ordinary"]), recommender_role="总经理")
    judgement = validate(record, policy)
    assert not messages("NOM-06", judgement)
    assert "申报类型未写企业举荐" in doubts("NOM-06", judgement)[0]
    assert outcome("NOM-03", record, policy) is Outcome.NOT_APPLICABLE
    assert outcome("NOM-06", letter(record, recommender_role=unread()), policy) is Outcome.NOT_APPLICABLE


def test_a_route_that_was_not_read_surely_rejects_nobody(nominated, policy):
    record = applying(nominated, series="economics", route=read(["recommendation"], 0.7))
    assert outcome("NOM-01", record, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("series", "title", "expected"),
    [
        ("engineering", "高级工程师", Outcome.PASS),
        ("economics", "高级经济师", Outcome.FAIL),
        (None, "高级经济师", Outcome.FAIL),
        (None, "高级工程师", Outcome.PASS),
        (None, "高级", Outcome.UNDECIDED),
        (unread(), unread(), Outcome.UNDECIDED),
        (read("economics", 0.7), "高级经济师", Outcome.UNDECIDED),
    ],
)
def test_only_engineers_are_nominated(series, title, expected, nominated, policy):
    assert outcome("NOM-01", applying(nominated, series=series, title=title), policy) is expected


@pytest.mark.parametrize(
    ("level", "title", "expected"),
    [
        ("associate_senior", "高级工程师", Outcome.PASS),
        ("senior", "正高级工程师", Outcome.PASS),
        ("intermediate", "工程师", Outcome.FAIL),
        ("assistant", "助理工程师", Outcome.FAIL),
        (None, "高级职称", Outcome.PASS),
        (None, "工程", Outcome.UNDECIDED),
    ],
)
def test_only_for_high_titles(level, title, expected, nominated, policy):
    assert outcome("NOM-02", applying(nominated, level=level, title=title), policy) is expected


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("specialised_sme", Outcome.PASS),
        ("little_giant", Outcome.PASS),
        ("single_champion", Outcome.PASS),
        ("innovative_sme", Outcome.FAIL),
        ("champion_product", Outcome.FAIL),
        ("other", Outcome.FAIL),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_enterprise_must_be_of_a_kind_that_may_nominate(category, expected, nominated, policy):
    assert outcome("NOM-03", qualification(nominated, category=category), policy) is expected


@pytest.mark.parametrize(
    ("enterprise", "expected"),
    [
        ("山西沁岳重工装备有限公司", Outcome.PASS),
        ("山西沁岳集团有限公司", Outcome.UNDECIDED),
        ("山西沁岳重工装备（集团）有限公司", Outcome.UNDECIDED),
        ("山西沁岳重工装备有限责任公司", Outcome.UNDECIDED),
        ("山西砺远智能仪表股份有限公司", Outcome.FAIL),
        ("各市工业和信息化局", Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_qualification_must_be_the_employers(enterprise, expected, nominated, policy):
    assert outcome("NOM-03", qualification(nominated, enterprise=enterprise), policy) is expected


def test_another_enterprise_may_be_the_old_name_or_one_of_a_list(nominated, policy):
    other = qualification(nominated, enterprise="山西砺远智能仪表股份有限公司")
    renamed = add(other, document("d79", "statement", {"subject": "单位更名说明"}, (), "单位更名说明"))
    assert outcome("NOM-03", renamed, policy) is Outcome.UNDECIDED
    listing = add(
        drop(nominated, "enterprise_qualification"),
        document(
            "d79",
            "enterprise_qualification",
            QUALIFICATION | {"enterprise": "山西砺远智能仪表股份有限公司"},
            (),
            "专精特新中小企业名单",
        ),
    )
    assert outcome("NOM-03", listing, policy) is Outcome.UNDECIDED
    nameless = applicant(nominated, employer=unread())
    assert outcome("NOM-03", nameless, policy) is Outcome.UNDECIDED


def test_a_qualification_of_another_province_is_left_to_a_person(nominated, policy):
    record = qualification(nominated, issuer="河北省工业和信息化厅")
    assert outcome("NOM-03", record, policy) is Outcome.UNDECIDED
    assert outcome("NOM-03", qualification(nominated, issuer=None), policy) is Outcome.PASS


def test_one_good_qualification_is_enough_and_one_unread_page_may_be_it(nominated, policy):
    poor = qualification(nominated, category="innovative_sme")
    good = document("d79", "enterprise_qualification", QUALIFICATION)
    assert outcome("NOM-03", add(poor, good), policy) is Outcome.PASS
    assert outcome("NOM-03", add_pages(poor, OPEN_PAGE), policy) is Outcome.UNDECIDED


def test_a_missing_qualification_is_a_defect_unless_a_page_was_not_read(nominated, policy):
    without = drop(nominated, "enterprise_qualification")
    assert outcome("NOM-04", without, policy) is Outcome.FAIL
    assert outcome("NOM-03", without, policy) is Outcome.NOT_APPLICABLE
    assert outcome("NOM-04", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("valid", "expected"),
    [
        (Period("2022-09-10", "2025-09-09"), Outcome.FAIL),
        (Period("2022-09-10", "2025-09-10"), Outcome.PASS),
        (Period("2022-09-10", "2025-09-11"), Outcome.PASS),
        (Period("2022-09", "2025-08"), Outcome.FAIL),
        (Period("2022-09", "2025-09"), Outcome.UNDECIDED),
        (Period("2022-09-10", "长期"), Outcome.PASS),
        (unread(), Outcome.UNDECIDED),
        (read(Period("2022-09-10", "2027-09-09"), 0.5), Outcome.UNDECIDED),
        (None, Outcome.PASS),
    ],
)
def test_the_qualification_must_be_valid_on_the_day_of_submission(valid, expected, nominated, policy):
    assert outcome("NOM-04", qualification(nominated, valid=valid), policy) is expected


def test_without_a_submission_date_validity_stays_open(nominated, policy):
    assert outcome("NOM-04", applying(nominated, submitted=None), policy) is Outcome.UNDECIDED


def test_validity_is_asked_of_the_qualification_that_counts(nominated, policy):
    expired = qualification(nominated, valid=Period("2021-07-01", "2024-06-30"))
    other = QUALIFICATION | {"category": "innovative_sme"}
    assert outcome("NOM-04", add(expired, document("d79", "enterprise_qualification", other)), policy) is Outcome.FAIL


def test_a_nomination_needs_a_letter(nominated, policy):
    without = drop(nominated, "recommendation_letter")
    assert outcome("NOM-05", without, policy) is Outcome.FAIL
    assert outcome("NOM-05", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED
    assert {outcome(f"NOM-0{number}", without, policy) for number in (6, 7, 8, 9)} == {Outcome.NOT_APPLICABLE}


def test_a_recommendation_by_an_expert_may_be_the_letter(nominated, policy):
    expert = document("d79", "peer_recommendation", {"name": NAME}, (), "推荐信")
    record = add(drop(nominated, "recommendation_letter"), expert)
    assert outcome("NOM-05", record, policy) is Outcome.UNDECIDED
    both = applying(record, route=["recommendation", "exceptional"])
    assert outcome("NOM-05", both, policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("董事长", Outcome.PASS),
        ("董 事 长", Outcome.PASS),
        ("党委书记、董事长", Outcome.PASS),
        ("董事长兼总经理", Outcome.PASS),
        ("研发团队技术带头人", Outcome.PASS),
        ("技术带头人", Outcome.PASS),
        ("研发团队带头人", Outcome.PASS),
        ("总工程师（研发团队技术带头人）", Outcome.PASS),
        ("执行董事", Outcome.UNDECIDED),
        ("法定代表人", Outcome.UNDECIDED),
        ("技术总监", Outcome.UNDECIDED),
        ("首席科学家", Outcome.UNDECIDED),
        ("总经理（法定代表人）", Outcome.UNDECIDED),
        ("总工程师", Outcome.UNDECIDED),
        ("研发团队负责人", Outcome.UNDECIDED),
        ("代理董事长", Outcome.UNDECIDED),
        ("董事", Outcome.UNDECIDED),
        ("总经理", Outcome.FAIL),
        ("副董事长", Outcome.FAIL),
        ("董事长助理", Outcome.FAIL),
        ("首席执行官", Outcome.FAIL),
        ("副总工程师", Outcome.FAIL),
        ("人力资源部部长", Outcome.FAIL),
        ("工会主席", Outcome.FAIL),
        (read("总经理", 0.8), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_chairman_or_the_leader_of_research_nominates(role, expected, nominated, policy):
    assert outcome("NOM-06", letter(nominated, recommender_role=role), policy) is expected


def test_a_second_letter_by_an_entitled_person_is_enough(nominated, policy):
    other = letter(nominated, recommender_role="总经理")
    assert outcome("NOM-06", add(other, document("d79", "recommendation_letter", LETTER)), policy) is Outcome.PASS


def signing(record, *signatures):
    documents = (
        replace(d, signatures=signatures) if d.kind == "recommendation_letter" else d for d in record.documents
    )
    return replace(record, documents=tuple(documents))


def test_the_office_may_stand_at_the_place_of_the_signature(nominated, policy):
    record = signing(letter(nominated, recommender_role=None), {"place": "董事长（签字）", "state": "signed"})
    assert outcome("NOM-06", record, policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (True, Outcome.PASS),
        (False, Outcome.FAIL),
        (read(False, 0.8), Outcome.UNDECIDED),
        (unread("ambiguous", raw="尉迟岳"), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_letter_must_be_signed(signed, expected, nominated, policy):
    assert outcome("NOM-07", letter(nominated, signed=signed), policy) is expected


def test_a_pen_elsewhere_on_the_letter_counts_where_no_place_was_told(nominated, policy):
    pen = {"place": "署名", "state": "signed"}
    assert outcome("NOM-07", signing(letter(nominated, signed=None), pen), policy) is Outcome.PASS
    assert outcome("NOM-07", signing(letter(nominated, signed=False), pen), policy) is Outcome.UNDECIDED


def test_an_electronic_signature_is_left_to_a_person(nominated, policy):
    unsigned = letter(nominated, signed=False)
    files = ({"name": "d70.pdf", "signatures": [{"name": "尉迟岳"}]},)
    assert outcome("NOM-07", replace(unsigned, files=files), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("recommender", "expected"),
    [
        ("尉迟岳", Outcome.PASS),
        (NAME, Outcome.FAIL),
        (read(NAME, 0.8), Outcome.UNDECIDED),
        ("郭远丹", Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (unread("blank"), Outcome.NOT_APPLICABLE),
        (None, Outcome.NOT_APPLICABLE),
    ],
)
def test_nobody_nominates_himself(recommender, expected, nominated, policy):
    assert outcome("NOM-08", letter(nominated, recommender=recommender), policy) is expected


def test_the_nominee_may_have_been_taken_for_the_recommender(nominated, policy):
    record = letter(nominated, recommender=NAME, name=None)
    assert outcome("NOM-08", record, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("grounds", "expected"),
    [
        (GROUNDS, Outcome.PASS),
        ("该同志创新能力强，取得原创成果，作出突出贡献，符合破格条件。", Outcome.PASS),
        ("该同志创新能力强，取得多项科技成果，经济效益显著，符合破格条件。", Outcome.UNDECIDED),
        ("该同志工作认真负责，同意举荐。", Outcome.FAIL),
        ("该同志具有突出的技术创新能力，作出重大贡献。", Outcome.FAIL),
        ("该同志具有突出的技术创新能力，作出重大", Outcome.UNDECIDED),
        ("一、该同志具有突出的技术创新能力。", Outcome.UNDECIDED),
        ("详见附件。", Outcome.UNDECIDED),
        (read("该同志工作认真负责，同意举荐。", 0.8), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_letter_gives_the_grounds_of_the_notice(grounds, expected, nominated, policy):
    assert outcome("NOM-09", letter(nominated, grounds=grounds), policy) is expected


def test_the_condition_for_an_exception_is_cited_in_the_letter_or_beside_it(nominated, policy):
    silent = letter(nominated, grounds="该同志具有突出的技术创新能力，取得原创性科技成果，作出重大贡献。")
    assert outcome("NOM-09", silent, policy) is Outcome.PASS
    assert outcome("NOM-09", change(silent, "exceptional_case", clause=unread()), policy) is Outcome.UNDECIDED
    without = drop(silent, "exceptional_case")
    assert outcome("NOM-09", without, policy) is Outcome.FAIL
    assert outcome("NOM-09", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("employer", "expected"),
    [
        (EMPLOYER, Outcome.PASS),
        ("山西沁岳集团有限公司", Outcome.UNDECIDED),
        ("山西砺远智能仪表股份有限公司", Outcome.FAIL),
        (read("山西砺远智能仪表股份有限公司", 0.8), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
    ],
)
def test_contract_or_insurance_show_employment_with_the_enterprise(employer, expected, nominated, policy):
    contract = change(nominated, "employment_contract", employer=employer)
    assert outcome("NOM-10", contract, policy) is expected
    insured = add(contract, document("d79", "social_insurance", {"employer": EMPLOYER}))
    assert outcome("NOM-10", insured, policy) is Outcome.PASS


def test_without_any_proof_of_employment_there_is_a_defect(nominated, policy):
    without = drop(nominated, "employment_contract")
    assert outcome("NOM-10", without, policy) is Outcome.FAIL
    assert outcome("NOM-10", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED


def test_a_letter_by_an_enterprise_where_the_applicant_does_not_work_is_a_defect(nominated, policy):
    record = letter(nominated, enterprise="山西砺远智能仪表股份有限公司")
    assert outcome("NOM-10", record, policy) is Outcome.FAIL
    dispatched = add(record, document("d79", "statement", {}, (), "劳务派遣协议"))
    assert outcome("NOM-10", dispatched, policy) is Outcome.UNDECIDED
    illegible = applicant(letter(nominated, enterprise=unread()), employer=unread())
    assert outcome("NOM-10", illegible, policy) is Outcome.UNDECIDED
