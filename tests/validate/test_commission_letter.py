"""COM-02, COM-03, COM-05: the letter of commission."""

import pytest
from record_builder import (
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
GROUP = "中陆能源集团有限公司"
LETTER = {
    "issuer": f"{GROUP}人力资源部",
    "addressee": "山西省人力资源和社会保障厅",
    "names": [NAME],
    "series": "工程系列",
    "level": "高级",
}


def letter(record, **fields):
    return change(record, "commission_letter", **fields)


def of_unit(record, affiliation, employer=f"{GROUP}山西分公司", ownership="state_owned"):
    return applicant(record, employer_affiliation=affiliation, employer=employer, employer_ownership=ownership)


@pytest.fixture
def commissioned(record):
    return add(of_unit(record, "central"), document("d96", "commission_letter", LETTER, (), "委托评审函"))


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        (f"{GROUP}人力资源部", Outcome.PASS),
        (f"{GROUP}党委组织部（人力资源部）", Outcome.PASS),
        ("国家电网有限公司人事董事部", Outcome.UNDECIDED),
        ("国家电网有限公司组织人事部", Outcome.PASS),
        (f"{GROUP}总部人力资源管理部", Outcome.PASS),
        (GROUP, Outcome.UNDECIDED),
        (f"{GROUP}山西分公司", Outcome.FAIL),
        (f"{GROUP}山西分公司人力资源部", Outcome.FAIL),
        (f"{GROUP}华北项目部", Outcome.FAIL),
        ("中陆能源集团山西有限公司人力资源部", Outcome.FAIL),
        ("国网太原供电公司", Outcome.FAIL),
        (read(f"{GROUP}山西分公司", 0.8), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_personnel_at_the_headquarters_of_a_central_unit_commissions(issuer, expected, commissioned, policy):
    assert outcome("COM-02", letter(commissioned, issuer=issuer), policy) is expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("河北恒拓建设集团有限公司", Outcome.PASS),
        ("河北恒拓建设集团有限公司人力资源部", Outcome.PASS),
        ("恒拓技术有限公司", Outcome.UNDECIDED),
        ("河北恒拓建设集团有限公司山西分公司", Outcome.FAIL),
        ("河北恒拓建设集团山西有限公司", Outcome.FAIL),
    ],
)
def test_the_headquarters_of_a_unit_of_another_province_commission(issuer, expected, commissioned, policy):
    record = of_unit(commissioned, "other_province", "河北恒拓建设集团有限公司山西分公司")
    assert outcome("COM-02", letter(record, issuer=issuer), policy) is expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        (f"{GROUP}人力资源部", Outcome.PASS),
        (GROUP, Outcome.UNDECIDED),
        (f"{GROUP}山西分公司", Outcome.FAIL),
        ("山西某某公司", Outcome.UNDECIDED),
    ],
)
def test_where_the_affiliation_is_not_shown_a_branch_is_still_not_enough(issuer, expected, commissioned, policy):
    assert outcome("COM-02", letter(of_unit(commissioned, "unknown"), issuer=issuer), policy) is expected


def test_a_place_in_the_name_weighs_as_much_as_the_affiliation(commissioned, policy):
    record = of_unit(commissioned, read("central", 0.7))
    assert outcome("COM-02", letter(record, issuer="国网太原供电公司"), policy) is Outcome.UNDECIDED
    assert outcome("COM-02", letter(record, issuer=f"{GROUP}山西分公司"), policy) is Outcome.FAIL


def test_a_unit_that_commissions_itself_is_left_to_a_person(commissioned, policy):
    record = of_unit(commissioned, "central", GROUP)
    assert outcome("COM-02", record, policy) is Outcome.UNDECIDED


def test_seal_and_signature_are_weighed_together(commissioned, policy):
    branch = f"{GROUP}山西分公司"
    assert outcome("COM-02", letter(commissioned, issuer=GROUP, seal_text=f"{GROUP}人力资源部"), policy) is Outcome.PASS
    assert outcome("COM-02", letter(commissioned, seal_text=branch), policy) is Outcome.UNDECIDED
    assert outcome("COM-02", letter(commissioned, issuer=None, seal_text=branch), policy) is Outcome.FAIL


def test_lower_levels_and_other_units_are_not_held_to_it(commissioned, policy):
    branch = letter(commissioned, issuer=f"{GROUP}山西分公司", addressee="太原市人力资源和社会保障局")
    for code in ("COM-02", "COM-03"):
        middle = applying(branch, level="intermediate", title="工程师")
        assert outcome(code, middle, policy) is Outcome.NOT_APPLICABLE
        assert outcome(code, of_unit(branch, "local"), policy) is Outcome.NOT_APPLICABLE
        assert outcome(code, of_unit(branch, "other_province", ownership="private"), policy) is Outcome.NOT_APPLICABLE
        assert outcome(code, applying(branch, level=None, title=unread()), policy) is Outcome.UNDECIDED
        assert outcome(code, drop(branch, "commission_letter"), policy) is Outcome.NOT_APPLICABLE


def test_another_letter_may_be_on_a_page_not_read(commissioned, policy):
    branch = letter(commissioned, issuer=f"{GROUP}山西分公司")
    assert outcome("COM-02", add_pages(branch, OPEN_PAGE), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("addressee", "expected"),
    [
        ("山西省人力资源和社会保障厅", Outcome.PASS),
        ("山西省人力资源社会保障厅", Outcome.PASS),
        ("山西省人社厅", Outcome.PASS),
        ("省人力资源和社会保障厅", Outcome.PASS),
        ("省人社厅专业技术人员管理处", Outcome.PASS),
        ("山西省人力资源和社会保障斤", Outcome.UNDECIDED),
        ("山西省职称改革工作领导小组办公室", Outcome.UNDECIDED),
        ("山西省工程系列电力专业高级职称评审委员会", Outcome.FAIL),
        ("河北省人力资源和社会保障厅", Outcome.FAIL),
        ("太原市人力资源和社会保障局", Outcome.FAIL),
        (read("山西省工程系列高级评审委员会", 0.8), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_letter_goes_to_the_department_of_the_province(addressee, expected, commissioned, policy):
    assert outcome("COM-03", letter(commissioned, addressee=addressee), policy) is expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([NAME], Outcome.PASS),
        (["尉迟岳", NAME], Outcome.PASS),
        (["尉迟岳"], Outcome.FAIL),
        (["郭远丹"], Outcome.UNDECIDED),
        (read(["尉迟岳"], 0.8), Outcome.UNDECIDED),
        (read(["尉迟岳", "卜云舒"], raw="尉迟岳、卜云舒等"), Outcome.UNDECIDED),
        (read(["尉迟岳"], raw=f"尉迟岳、{NAME}"), Outcome.PASS),
        (["GUO YUANZHOU"], Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_letter_names_the_applicant(names, expected, commissioned, policy):
    assert outcome("COM-05", letter(commissioned, names=names), policy) is expected


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("工程系列", Outcome.PASS),
        ("工程技术系列", Outcome.PASS),
        ("的函山西省工程系列", Outcome.PASS),
        ("经济系列", Outcome.FAIL),
        ("其他系列", Outcome.UNDECIDED),
        (None, Outcome.PASS),
    ],
)
def test_the_letter_is_for_the_series_applied_for(series, expected, commissioned, policy):
    assert outcome("COM-05", letter(commissioned, series=series), policy) is expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("高级", Outcome.PASS),
        ("副高级", Outcome.PASS),
        ("高级工程师", Outcome.PASS),
        ("正高级", Outcome.FAIL),
        ("正高级工程师", Outcome.FAIL),
        ("中级", Outcome.FAIL),
        ("初级", Outcome.FAIL),
        ("相应", Outcome.UNDECIDED),
        (read("中级", 0.8), Outcome.UNDECIDED),
        (None, Outcome.PASS),
    ],
)
def test_the_letter_is_for_the_level_applied_for(level, expected, commissioned, policy):
    assert outcome("COM-05", letter(commissioned, level=level), policy) is expected
