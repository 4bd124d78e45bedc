"""FRM-04, FRM-05, FRM-07."""

from dataclasses import replace

import pytest
from record_builder import (
    BOX,
    EMPLOYER,
    add_pages,
    applying,
    change,
    drop,
    judged,
    messages,
    outcome,
    page,
    read,
    reseal,
    seal,
    unread,
)

from dossier.model import Outcome, Quality


def only_form(record, **fields):
    """The opinion stands in the form alone."""
    return change(drop(record, "unit_opinion"), "review_form", **fields)


def only_sheet(record, **fields):
    """The opinion stands on a sheet of its own alone."""
    bare = change(record, "review_form", unit_opinion=None, unit_sealed=None, unit_seal_text=None)
    return change(bare, "unit_opinion", **fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同意推荐申报高级工程师。", Outcome.PASS),
        ("公示无不同意见，同意上报", Outcome.PASS),
        ("☑同意推荐 □不同意推荐", Outcome.PASS),
        ("不同意推荐。", Outcome.FAIL),
        ("业绩突出，材料真实，符合申报条件。", Outcome.FAIL),
        ("□同意推荐 □不同意推荐", Outcome.UNDECIDED),
        ("请予评审", Outcome.UNDECIDED),
        (read("业绩突出。", 0.6), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (unread("blank", 0.0), Outcome.FAIL),
    ],
)
def test_the_opinion_in_the_form_must_agree(text, expected, record, policy):
    assert outcome("FRM-04", only_form(record, unit_opinion=text), policy) is expected


@pytest.mark.parametrize(
    ("agrees", "expected"),
    [
        (True, Outcome.PASS),
        (False, Outcome.FAIL),
        (read(False, raw="不同意推荐"), Outcome.FAIL),
        (unread("ambiguous"), Outcome.UNDECIDED),
        (read(False, 0.6), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_opinion_on_its_own_sheet_must_agree(agrees, expected, record, policy):
    assert outcome("FRM-04", only_sheet(record, agrees=agrees), policy) is expected


def test_one_of_two_opinions_may_be_silent_but_not_against(record, policy):
    silent = change(record, "review_form", unit_opinion=unread("blank", 0.0))
    assert outcome("FRM-04", silent, policy) is Outcome.PASS
    against = change(record, "review_form", unit_opinion="不同意推荐。")
    assert outcome("FRM-04", against, policy) is Outcome.UNDECIDED


def test_no_opinion_anywhere_is_a_defect(record, policy):
    empty = only_form(record, unit_opinion=unread("blank", 0.0), unit_sealed=False)
    assert messages("FRM-04", judged(empty, policy)) == ["职称评审表的单位意见栏为空，也没有单独的单位鉴定意见"]
    assert outcome("FRM-05", empty, policy) is Outcome.NOT_APPLICABLE
    assert outcome("FRM-04", drop(empty, "review_form"), policy) is Outcome.FAIL


def test_no_opinion_is_open_while_it_may_be_hidden_or_the_form_lacks_the_page(record, policy):
    empty = only_form(record, unit_opinion=unread("blank", 0.0), unit_sealed=False)
    assert outcome("FRM-04", add_pages(empty, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    torn = only_form(record, unit_opinion=None, unit_sealed=None)
    assert outcome("FRM-04", torn, policy) is Outcome.UNDECIDED


def test_an_initial_title_needs_no_opinion(record, policy):
    initial = applying(only_form(record, unit_opinion="不同意推荐。"), route=["initial"])
    assert outcome("FRM-04", initial, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("sealed", "expected"),
    [
        (read(True, box=seal().box), Outcome.PASS),
        (False, Outcome.FAIL),
        (read(False, 0.6), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_opinion_in_the_form_is_sealed(sealed, expected, record, policy):
    form = reseal(only_form(record, unit_sealed=sealed), "review_form")
    assert outcome("FRM-05", form, policy) is expected


def test_seals_elsewhere_in_the_form_leave_the_place_open_only_where_they_may_be_the_units(record, policy):
    form = only_form(record, unit_sealed=False)
    assert outcome("FRM-05", form, policy) is Outcome.UNDECIDED
    other = reseal(form, "review_form", seal("沁川县农业农村局", readings=()))
    assert outcome("FRM-05", other, policy) is Outcome.FAIL


def test_a_sheet_of_its_own_is_sealed_in_red(record, policy):
    assert outcome("FRM-05", reseal(only_sheet(record, sealed=False), "unit_opinion"), policy) is Outcome.FAIL
    assert outcome("FRM-05", reseal(only_sheet(record), "unit_opinion"), policy) is Outcome.UNDECIDED
    for state in ("grey", "unreadable"):
        copied = reseal(only_sheet(record), "unit_opinion", seal("", state=state))
        assert outcome("FRM-05", copied, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("quality", [Quality(colour=False), Quality(problem="模糊")])
def test_on_a_fax_or_a_blurred_page_a_seal_is_never_proven_absent(quality, record, policy):
    bare = reseal(only_sheet(record, sealed=False), "unit_opinion")
    pages = tuple(replace(p, quality=quality) if p.kind == "unit_opinion" else p for p in bare.pages)
    assert outcome("FRM-05", replace(bare, pages=pages), policy) is Outcome.UNDECIDED


def test_an_unsealed_form_beside_a_sealed_sheet_is_for_a_person(record, policy):
    assert outcome("FRM-05", reseal(change(record, "review_form", unit_sealed=False), "review_form"), policy) is (
        Outcome.UNDECIDED
    )


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (seal(), Outcome.PASS),
        (seal(EMPLOYER + "人力资源部"), Outcome.FAIL),
        (seal(EMPLOYER, sub_text="合同专用章"), Outcome.FAIL),
        (seal(EMPLOYER, sub_text="财务专用章"), Outcome.FAIL),
        (seal(EMPLOYER + "财务专用章"), Outcome.FAIL),
        (seal(EMPLOYER, sub_text="人事科"), Outcome.FAIL),
        (seal(EMPLOYER, sub_text="力资源部"), Outcome.FAIL),
        (seal(EMPLOYER, sub_text="编辑部"), Outcome.UNDECIDED),
        (seal(EMPLOYER, sub_text="信息中心"), Outcome.UNDECIDED),
        (seal(EMPLOYER, sub_text="职称工作办公室"), Outcome.PASS),
        (seal(EMPLOYER, sub_text="人事专用章"), Outcome.PASS),
        (seal(EMPLOYER, sub_text="业务专用章"), Outcome.PASS),
        (seal(EMPLOYER + "人力资源部", sub_text="业务专用章"), Outcome.FAIL),
        (seal(EMPLOYER + "财务部", sub_text="业务专用章"), Outcome.FAIL),
        (seal(EMPLOYER, sub_text="财务业务专用章"), Outcome.FAIL),
        (seal(EMPLOYER + "工会委员会"), Outcome.UNDECIDED),
        (seal(EMPLOYER + "第二工程处"), Outcome.UNDECIDED),
        (seal(EMPLOYER + "人力资源部", confidence=0.6), Outcome.UNDECIDED),
        (seal(EMPLOYER + "太原分公司"), Outcome.PASS),
        (seal("山西远丰物流有限公司"), Outcome.PASS),
    ],
)
def test_seals_of_departments_and_contracts_do_not_speak_for_the_unit(stamp, expected, record, policy):
    assert outcome("FRM-07", reseal(record, "unit_opinion", stamp), policy) is expected


def test_the_units_own_seal_beside_a_departments_is_enough(record, policy):
    both = reseal(record, "publicity_result", seal(), seal(EMPLOYER + "人力资源部"))
    assert outcome("FRM-07", both, policy) is Outcome.PASS
    alone = reseal(record, "publicity_result", seal(EMPLOYER + "人力资源部"))
    assert messages("FRM-07", judged(alone, policy)) == ["公示情况证明盖的是“人力资源部”，不是单位公章"]


def test_in_a_form_only_the_seal_at_the_opinion_counts(record, policy):
    form = reseal(record, "review_form", seal(EMPLOYER + "人事处"))
    assert outcome("FRM-07", form, policy) is Outcome.FAIL
    superiors = reseal(record, "review_form", seal(EMPLOYER + "人事处", box=BOX))
    assert outcome("FRM-07", superiors, policy) is Outcome.PASS


def test_a_unit_whose_name_ends_like_a_department_is_no_department(record, policy):
    name = "沁川县机关事务管理处"
    for kind in ("unit_opinion", "publicity_result", "publicity_notice"):
        record = reseal(change(record, kind, publisher=name, employer=name), kind, seal(name))
    assert outcome("FRM-07", record, policy) is Outcome.PASS


def test_without_red_seals_there_is_nothing_to_tell(record, policy):
    for kind in ("unit_opinion", "publicity_result", "review_form"):
        record = reseal(record, kind, seal(state="grey"))
    assert outcome("FRM-07", record, policy) is Outcome.NOT_APPLICABLE


def test_square_seals_are_persons_and_do_not_count(record, policy):
    squares = reseal(drop(record, "publicity_result", "review_form"), "unit_opinion", seal("郭远舟印", shape="square"))
    assert outcome("FRM-07", squares, policy) is Outcome.NOT_APPLICABLE
