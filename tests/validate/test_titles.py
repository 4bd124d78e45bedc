"""TTL-02, TTL-04, TTL-06, TTL-10."""

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
    judged,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome

PASS, FAIL, UNDECIDED, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE


def holding(record, title, series=None, **fields):
    """Form and certificate say so."""
    record = change(record, "review_form", current_title=title)
    return change(record, "title_certificate", title=title, series=series, **fields)


def untitled(record, education="本科"):
    """No title: the form says 无 and there is no certificate."""
    for kind in ("review_form", "diploma", "education_verification"):
        record = change(record, kind, education=education)
    return drop(change(record, "review_form", current_title="无", current_title_date=None), "title_certificate")


@pytest.mark.parametrize("code", ["TTL-02", "TTL-04", "TTL-06", "TTL-10"])
def test_a_title_in_order_passes(code, record, policy):
    assert outcome(code, record, policy) is PASS


@pytest.mark.parametrize(
    ("title", "expected"),
    [("助理工程师", FAIL), ("技术员", FAIL), ("工程师", PASS), ("高级工程师", PASS), ("高级政工师", UNDECIDED)],
)
def test_no_level_may_be_skipped(title, expected, record, policy):
    assert outcome("TTL-02", holding(record, title), policy) is expected


def test_only_levels_the_series_has_are_counted(record, policy):
    teacher = applying(record, series="higher_education", level="intermediate", title="讲师")
    assert outcome("TTL-02", holding(teacher, "助教"), policy) is PASS
    from_below = applying(record, series="museum", level="assistant", title="助理馆员")
    assert outcome("TTL-02", holding(from_below, "技术员"), policy) is PASS
    two_up = applying(record, series="museum", level="intermediate", title="馆员")
    assert outcome("TTL-02", holding(two_up, "技术员"), policy) is FAIL


def test_a_skip_in_a_series_whose_titles_are_not_verified_is_left_to_a_person(record, policy):
    accountant = applying(record, series="accounting", level="associate_senior", title="高级会计师")
    assert outcome("TTL-02", holding(accountant, "助理会计师"), policy) is UNDECIDED


def test_a_title_on_old_certificates_has_its_level(record, policy):
    teacher = applying(record, series="school_teacher", level="senior", title="正高级教师")
    assert outcome("TTL-02", holding(teacher, "中学高级教师"), policy) is PASS
    assert outcome("TTL-04", holding(teacher, "中学高级教师"), policy) is PASS


def test_a_higher_title_on_the_form_than_proven_is_no_rejection(record, policy):
    lower = change(record, "title_certificate", title="助理工程师")
    assert outcome("TTL-02", lower, policy) is UNDECIDED
    assert outcome("TTL-10", lower, policy) is FAIL


def test_a_skip_is_not_certain_while_a_certificate_is_not_read(record, policy):
    other = document("e8", "title_certificate", {"title": unread()})
    assert outcome("TTL-02", add(holding(record, "助理工程师"), other), policy) is UNDECIDED
    hidden = page("z.pdf", may_be=("title_certificate",))
    assert outcome("TTL-02", add_pages(holding(record, "助理工程师"), hidden), policy) is UNDECIDED
    assert outcome("TTL-02", holding(record, read("助理工程师", 0.8)), policy) is UNDECIDED


@pytest.mark.parametrize(
    ("education", "level", "title", "expected"),
    [
        ("博士研究生", "intermediate", "工程师", PASS),
        ("硕士研究生", "intermediate", "工程师", FAIL),
        ("本科", "intermediate", "工程师", FAIL),
        ("本科", "assistant", "助理工程师", PASS),
        ("硕士研究生", "assistant", "助理工程师", PASS),
        ("大专", "assistant", "助理工程师", UNDECIDED),
        ("大专", "technician", "技术员", PASS),
        ("博士研究生", "associate_senior", "高级工程师", FAIL),
        ("博士研究生", "senior", "正高级工程师", UNDECIDED),
    ],
)
def test_without_a_title_the_rows_that_ask_for_none_decide(education, level, title, expected, record, policy):
    newcomer = applying(untitled(record, education), level=level, title=title)
    assert outcome("TTL-02", newcomer, policy) is expected


def test_a_title_that_could_not_be_read_is_not_called_absent(record, policy):
    blurred = change(change(record, "title_certificate", title=unread()), "review_form", current_title=None)
    assert outcome("TTL-02", blurred, policy) is UNDECIDED
    assert outcome("TTL-04", blurred, policy) is UNDECIDED
    silent = drop(change(record, "review_form", current_title=None), "title_certificate")
    assert outcome("TTL-02", silent, policy) is UNDECIDED


def test_without_a_series_the_way_up_is_not_known(record, policy):
    assert outcome("TTL-02", applying(record, series=None), policy) is UNDECIDED
    assert outcome("TTL-04", applying(record, series=None), policy) is UNDECIDED


@pytest.mark.parametrize(
    ("title", "series", "expected"),
    [
        ("经济师", None, FAIL),
        ("经济师", "经济系列", FAIL),
        ("政工师", None, UNDECIDED),
        ("工程师", None, PASS),
    ],
)
def test_a_title_of_another_series_needs_a_conversion(title, series, expected, record, policy):
    assert outcome("TTL-04", holding(record, title, series), policy) is expected


def test_a_title_several_series_have_is_taken_for_the_applied_one(record, policy):
    librarian = applying(record, series="archives", level="associate_senior", title="副研究馆员")
    assert outcome("TTL-04", holding(librarian, "馆员"), policy) is PASS
    assert outcome("TTL-04", holding(librarian, "馆员", "图书资料系列"), policy) is FAIL


def test_a_second_certificate_of_the_applied_series_shows_the_conversion(record, policy):
    other = document("e8", "title_certificate", {"title": "经济师", "date": "2012-10-01"})
    assert outcome("TTL-04", add(record, other), policy) is PASS
    assert outcome("TTL-02", add(record, other), policy) is PASS


def test_conversion_and_seconded_teachers_are_exempt(record, policy):
    economist = holding(record, "经济师")
    assert outcome("TTL-04", applying(economist, route=["conversion"]), policy) is NOT_APPLICABLE
    paper = document("e8", "secondment", {"enterprise": "山西沁岳重工装备有限公司"})
    lecturer = applying(add(holding(record, "讲师", "高等学校教师"), paper), route=["seconded_teacher"])
    assert outcome("TTL-04", lecturer, policy) is NOT_APPLICABLE
    assert outcome("TTL-02", lecturer, policy) is PASS


def test_a_title_of_the_applied_series_on_the_form_alone_is_no_defect(record, policy):
    assert outcome("TTL-04", change(record, "title_certificate", title="经济师", series=None), policy) is UNDECIDED


def test_without_a_title_there_is_no_series_to_compare(record, policy):
    assert outcome("TTL-04", untitled(record), policy) is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("陕西省人力资源和社会保障厅", FAIL),
        ("北京市人力资源和社会保障局", FAIL),
        ("中国恒澜电力建设集团有限公司", FAIL),
        ("中华人民共和国水利部", FAIL),
        ("中华人民共和国人力资源和社会保障部", PASS),
        ("山西省人力资源和社会保障厅", PASS),
        ("太原市人力资源和社会保障局", PASS),
        ("工程系列高级职称评审委员会", PASS),
        (read("陕西省人力资源和社会保障厅", 0.8), UNDECIDED),
        (unread(), UNDECIDED),
        (None, NOT_APPLICABLE),
    ],
)
def test_a_title_from_elsewhere_is_pointed_out(issuer, expected, record, policy):
    assert outcome("TTL-06", change(record, "title_certificate", issuer=issuer), policy) is expected


def test_a_certificate_of_the_own_province_confirms_one_from_elsewhere(record, policy):
    foreign = {"title": "工程师", "date": "2016-10-01", "issuer": "陕西省人力资源和社会保障厅"}
    assert outcome("TTL-06", add(record, document("e8", "title_certificate", foreign)), policy) is PASS


def test_advice_on_the_issuer_does_not_hold_the_dossier_back(record, policy):
    foreign = change(record, "title_certificate", issuer="陕西省人力资源和社会保障厅")
    assert judged(foreign, policy).decision == "accept"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("工程师", PASS),
        ("工程师（机械）", PASS),
        ("中级", PASS),
        ("中级职称", PASS),
        ("助理工程师", FAIL),
        ("高级工程师", FAIL),
        ("经济师", FAIL),
        ("政工师", UNDECIDED),
        (read("助理工程师", 0.8), UNDECIDED),
        ("无", PASS),
        (unread("blank"), PASS),
    ],
)
def test_the_form_must_name_the_title_of_the_certificate(title, expected, record, policy):
    assert outcome("TTL-10", change(record, "review_form", current_title=title), policy) is expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-12", PASS),
        ("2018-12-20", PASS),
        ("2019-01", UNDECIDED),
        ("2019-03", UNDECIDED),
        ("2019-04", FAIL),
        ("2018-08", FAIL),
        ("2017-12", FAIL),
        (read("2017-12", 0.8), UNDECIDED),
        (unread(), PASS),
    ],
)
def test_the_form_must_name_the_date_of_the_certificate(date, expected, record, policy):
    assert outcome("TTL-10", change(record, "review_form", current_title_date=date), policy) is expected


def test_an_unread_certificate_leaves_the_form_open(record, policy):
    assert outcome("TTL-10", change(record, "title_certificate", title=unread()), policy) is UNDECIDED
    assert outcome("TTL-10", drop(record, "title_certificate"), policy) is NOT_APPLICABLE


def test_messages_name_both_titles(record, policy):
    said = messages("TTL-02", judged(holding(record, "助理工程师"), policy))[0]
    assert "助理工程师" in said
    assert "副高级" in said
    assert "图书资料" not in said


def test_a_foreign_applicants_title_is_judged_like_any_other(record, policy):
    assert outcome("TTL-02", applicant(holding(record, "助理工程师"), origin="taiwan"), policy) is FAIL
    assert not doubts("TTL-02", judged(record, policy))


@pytest.mark.parametrize(
    ("claimed", "degree", "expected"),
    [
        ("硕士研究生", "工学硕士", FAIL),
        ("研究生", "工学硕士", FAIL),
        ("博士研究生", "工学硕士", UNDECIDED),
        ("硕士研究生", "工学博士", UNDECIDED),
    ],
)
def test_a_doctor_whose_diploma_was_not_read_may_begin_at_the_intermediate_level(
    claimed, degree, expected, record, policy
):
    master = untitled(record, "硕士研究生")
    technician = holding(add(master, document("d05", "title_certificate", {"name": NAME})), "技术员")
    for held in (master, technician):
        goal = applying(held, level="intermediate", title="工程师")
        stated = change(change(goal, "degree", degree=degree), "review_form", education=claimed)
        assert outcome("TTL-02", stated, policy) is expected


def test_a_skipped_level_is_open_where_the_education_that_might_open_it_is_unknown(record, policy):
    skips = applying(holding(record, "技术员"), level="intermediate", title="工程师")
    for kind in ("review_form", "summary_form", "diploma", "education_verification"):
        skips = change(skips, kind, education=unread())
    assert outcome("TTL-02", skips, policy) is UNDECIDED
