"""COM-01, COM-04, COM-06, COM-08, COM-09: which units commission a review."""

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
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Quality

OPEN_PAGE = page("z.pdf", method="none", quality=Quality(problem="无法识别"))
CODES = ("COM-01", "COM-02", "COM-03", "COM-04", "COM-05", "COM-06", "COM-08", "COM-09")
GROUP = "中陆能源集团有限公司"
LETTER = {
    "issuer": f"{GROUP}人力资源部",
    "addressee": "山西省人力资源和社会保障厅",
    "names": [NAME],
    "series": "工程系列",
    "level": "高级",
}


def of_unit(record, affiliation, ownership, name=f"{GROUP}山西分公司"):
    record = drop(record, "employment_contract", "social_insurance")
    return applicant(record, employer=name, employer_affiliation=affiliation, employer_ownership=ownership)


def letter():
    return document("d96", "commission_letter", LETTER, (), "委托评审函")


def recommendation(issuer="山西省人力资源和社会保障厅"):
    return document("d97", "authority_recommendation", {"issuer": issuer} if issuer else {}, (), "推荐函")


def insurance(region="太原市"):
    return document("d98", "social_insurance", {"region": region} if region else {}, (), "参保证明")


@pytest.fixture
def central(record):
    return add(of_unit(record, "central", "state_owned"), letter(), recommendation())


@pytest.fixture
def private(record):
    papers = recommendation("太原市人力资源和社会保障局"), insurance()
    return add(of_unit(record, "other_province", "private", "河北恒拓技术有限公司山西分公司"), *papers)


def test_a_commission_in_order_passes(central, policy):
    found = {code: outcome(code, central, policy) for code in CODES}
    due = ("COM-01", "COM-02", "COM-03", "COM-05", "COM-06", "COM-09")
    assert {found[code] for code in due} == {Outcome.PASS}
    assert found["COM-04"] is found["COM-08"] is Outcome.NOT_APPLICABLE


def test_a_private_unit_of_another_province_in_order_passes(private, policy):
    assert outcome("COM-08", private, policy) is Outcome.PASS
    for code in (code for code in CODES if code != "COM-08"):
        assert outcome(code, private, policy) is Outcome.NOT_APPLICABLE


def test_units_of_the_province_are_not_concerned(record, policy):
    local = of_unit(record, "local", "state_owned", EMPLOYER)
    assert {outcome(code, local, policy) for code in CODES} == {Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("affiliation", "ownership", "expected"),
    [
        ("central", "state_owned", Outcome.FAIL),
        ("central", "public_institution", Outcome.FAIL),
        ("other_province", "state_owned", Outcome.FAIL),
        (read("central", 0.7), "state_owned", Outcome.UNDECIDED),
        ("other_province", "private", Outcome.NOT_APPLICABLE),
        ("local", "state_owned", Outcome.NOT_APPLICABLE),
        ("local", None, Outcome.NOT_APPLICABLE),
        ("unknown", "private", Outcome.NOT_APPLICABLE),
        ("unknown", "state_owned", Outcome.UNDECIDED),
        ("unknown", None, Outcome.UNDECIDED),
        ("central", None, Outcome.UNDECIDED),
        (None, "state_owned", Outcome.UNDECIDED),
    ],
)
def test_units_of_the_state_from_elsewhere_need_a_commission(affiliation, ownership, expected, record, policy):
    assert outcome("COM-01", of_unit(record, affiliation, ownership), policy) is expected


def test_a_missing_letter_may_lie_elsewhere(record, policy):
    without = of_unit(record, "central", "state_owned")
    assert outcome("COM-01", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED
    assert outcome("COM-01", add(without, recommendation()), policy) is Outcome.UNDECIDED
    assert outcome("COM-01", add(without, recommendation("太原市人社局")), policy) is Outcome.FAIL


def test_first_titles_are_not_commissioned(record, policy):
    initial = applying(of_unit(record, "central", "state_owned"), route=["initial"])
    for code in ("COM-01", "COM-08", "COM-09"):
        assert outcome(code, initial, policy) is Outcome.NOT_APPLICABLE


def test_a_commission_declared_by_a_unit_of_the_province_is_left_to_a_person(record, policy):
    declared = applying(of_unit(record, "local", "state_owned"), route=["commissioned"])
    assert outcome("COM-01", declared, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("affiliation", "ownership", "expected"),
    [
        ("other_province", "private", Outcome.FAIL),
        ("other_province", "foreign_invested", Outcome.FAIL),
        (read("other_province", 0.8), "private", Outcome.UNDECIDED),
        ("other_province", "state_owned", Outcome.NOT_APPLICABLE),
        ("other_province", None, Outcome.UNDECIDED),
        ("unknown", "private", Outcome.UNDECIDED),
        ("unknown", None, Outcome.UNDECIDED),
        ("central", "private", Outcome.NOT_APPLICABLE),
        ("local", "private", Outcome.NOT_APPLICABLE),
    ],
)
def test_private_units_of_other_provinces_do_not_commission(affiliation, ownership, expected, record, policy):
    assert outcome("COM-04", add(of_unit(record, affiliation, ownership), letter()), policy) is expected


@pytest.mark.parametrize(
    ("affiliation", "issuer", "expected"),
    [
        ("local", EMPLOYER, Outcome.FAIL),
        (read("local", 0.8), EMPLOYER, Outcome.UNDECIDED),
        ("unknown", EMPLOYER, Outcome.UNDECIDED),
        ("unknown", f"{GROUP}人力资源部", Outcome.PASS),
        ("central", EMPLOYER, Outcome.PASS),
    ],
)
def test_units_of_the_province_need_no_commission(affiliation, issuer, expected, record, policy):
    record = change(add(of_unit(record, affiliation, "state_owned"), letter()), "commission_letter", issuer=issuer)
    assert outcome("COM-06", record, policy) is expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("太原市人力资源和社会保障局", Outcome.PASS),
        ("小店区人社局", Outcome.PASS),
        ("太原市工商业联合会", Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_an_office_for_labour_recommends_people_of_private_units(issuer, expected, private, policy):
    record = add(drop(private, "authority_recommendation"), recommendation(issuer))
    assert outcome("COM-08", record, policy) is expected


def test_a_missing_recommendation_is_a_defect_unless_it_may_stand_elsewhere(private, policy):
    without = drop(private, "authority_recommendation")
    assert outcome("COM-08", without, policy) is Outcome.FAIL
    assert outcome("COM-08", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED
    on_form = change(without, "review_form", superior_opinion="同意推荐")
    assert outcome("COM-08", on_form, policy) is Outcome.UNDECIDED
    unclear = applicant(without, employer_ownership=unread())
    assert outcome("COM-08", unclear, policy) is Outcome.UNDECIDED
    state_owned = applicant(without, employer_ownership="state_owned")
    assert outcome("COM-08", state_owned, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("太原市", Outcome.PASS),
        ("沁川县", Outcome.PASS),
        ("石家庄市", Outcome.FAIL),
        ("河北省本级", Outcome.FAIL),
        (None, Outcome.UNDECIDED),
    ],
)
def test_people_of_private_units_are_insured_in_the_province(region, expected, private, policy):
    record = add(drop(private, "social_insurance"), insurance(region))
    assert outcome("COM-08", record, policy) is expected


def test_without_any_insurance_there_is_a_defect(private, policy):
    assert outcome("COM-08", drop(private, "social_insurance"), policy) is Outcome.FAIL


def test_the_department_recommends_to_the_committee(central, policy):
    without = drop(central, "authority_recommendation")
    assert outcome("COM-09", without, policy) is Outcome.FAIL
    assert outcome("COM-09", add_pages(without, OPEN_PAGE), policy) is Outcome.UNDECIDED
    assert outcome("COM-09", add(without, recommendation("太原市人社局")), policy) is Outcome.FAIL
    assert outcome("COM-09", add(without, recommendation(None)), policy) is Outcome.UNDECIDED
    middle = applying(without, level="intermediate", title="工程师")
    assert outcome("COM-09", middle, policy) is Outcome.NOT_APPLICABLE
