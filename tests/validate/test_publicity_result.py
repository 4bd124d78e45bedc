"""PUB-09 to PUB-13."""

from dataclasses import replace

import pytest
from record_builder import (
    BOX,
    EMPLOYER,
    add,
    add_pages,
    change,
    change_both,
    document,
    doubts,
    drop,
    messages,
    outcome,
    page,
    read,
    reseal,
    seal,
    unread,
)

from dossier.model import Outcome, Period, Quality
from dossier.validate import validate


def test_a_publication_without_any_result_is_a_defect_shown_on_the_notice(record, policy):
    bare = drop(record, "publicity_result")
    bare = replace(bare, publicity=tuple({k: v for k, v in e.items() if k != "outcome"} for e in bare.publicity))
    judgement = validate(bare, policy)
    finding = next(f for f in judgement.defects if f.rule == "PUB-09")
    assert finding.locations[0].file == "d101.pdf"
    assert "PUB-11" in judgement.not_applicable
    assert "PUB-12" in judgement.not_applicable
    assert outcome("PUB-09", add_pages(bare, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED


def test_an_outcome_told_elsewhere_leaves_the_missing_result_open(record, policy):
    assert outcome("PUB-09", drop(record, "publicity_result"), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("no_objection", Outcome.PASS),
        ("objection", Outcome.PASS),
        ("not_stated", Outcome.FAIL),
        (unread("blank", 0.95), Outcome.FAIL),
        (read("not_stated", 0.8), Outcome.UNDECIDED),
        (read("no_objection", 0.5), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_a_result_must_say_whether_there_were_objections(said, expected, record, policy):
    assert outcome("PUB-09", change(record, "publicity_result", outcome=said), policy) is expected


def objected(record, **report):
    changed = change(record, "publicity_result", outcome="objection")
    return add(changed, document("d40", "objection_report", report)) if report else changed


def test_an_objection_without_a_report_is_a_defect(record, policy):
    assert outcome("PUB-10", record, policy) is Outcome.PASS
    assert outcome("PUB-10", objected(record), policy) is Outcome.FAIL
    assert outcome("PUB-10", add_pages(objected(record), page("x.pdf", method="none")), policy) is Outcome.UNDECIDED


def test_a_conclusion_that_the_result_itself_tells_is_left_to_a_person(record, policy):
    told = "收到1条反映,经院务会调阅派遣单、考勤表,反映不属实"
    shown = change(record, "publicity_result", outcome=replace(read("objection"), raw=told))
    assert outcome("PUB-10", shown, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "told",
    [
        "收到异议1件,经核实反映情况属实,其申辩不成立",
        "收到异议2件,经调查,其中1件属实,1件不属实",
        "收到举报1件,经核实,申报材料所填论文不实,已取消其申报资格",
        "收到异议1件,正在调查核实。若查证不属实将予以澄清",
        "收到异议1件,反映的学时问题不属实,但学历造假问题属实",
        "收到异议1件,反映李四。经查不属实。另收到异议1件反映张三",
    ],
)
def test_an_objection_that_may_be_true_needs_its_report(told, record, policy):
    shown = change(record, "publicity_result", outcome=replace(read("objection"), raw=told))
    assert outcome("PUB-10", shown, policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("conclusion", "expected"),
    [
        ("经核实，反映的问题不属实", Outcome.PASS),
        ("未发现反映的问题", Outcome.PASS),
        ("经核实，反映的问题属实", Outcome.UNDECIDED),
        ("部分问题不属实，部分问题属实", Outcome.UNDECIDED),
        ("已开展核查", Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (unread("blank", 0.95), Outcome.FAIL),
        (read("不属实", 0.5), Outcome.UNDECIDED),
    ],
)
def test_the_conclusion_of_the_report_decides(conclusion, expected, record, policy):
    assert outcome("PUB-10", objected(record, conclusion=conclusion), policy) is expected


def test_a_report_whose_conclusion_was_not_found_is_left_to_a_person(record, policy):
    assert outcome("PUB-10", objected(record, publisher=EMPLOYER), policy) is Outcome.UNDECIDED


def test_an_objection_to_a_publication_that_was_replaced_still_needs_its_report(record, policy):
    from record_builder import publication

    short = change_both(objected(record), period=Period("2025-08-11", "2025-08-14"))
    again = add(short, *publication(2, period=Period("2025-09-01", "2025-09-08")), as_event=True)
    judgement = validate(again, policy)
    assert "PUB-04" in judgement.passed
    assert messages("PUB-10", judgement)


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2025-08-19", Outcome.FAIL), ("2025-08-20", Outcome.PASS), ("2025-08-21", Outcome.PASS)],
)
def test_a_result_issued_before_the_last_day_is_a_defect(issued, expected, record, policy):
    assert outcome("PUB-11", change(record, "publicity_result", date=issued), policy) is expected


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2025-07", Outcome.FAIL), ("2025-08", Outcome.UNDECIDED), ("2025-09", Outcome.PASS)],
)
def test_a_result_dated_by_the_month_is_judged_only_where_the_month_decides(issued, expected, record, policy):
    assert outcome("PUB-11", change(record, "publicity_result", date=issued), policy) is expected


@pytest.mark.parametrize("issued", [unread(), None, read("2025-08-19", 0.8), read("2025-08-21", 0.5), "2025-02-30"])
def test_a_result_whose_date_is_uncertain_is_left_to_a_person(issued, record, policy):
    assert outcome("PUB-11", change(record, "publicity_result", date=issued), policy) is Outcome.UNDECIDED


def test_a_result_cannot_be_compared_with_a_period_that_is_not_known(record, policy):
    assert outcome("PUB-11", change_both(record, period=unread()), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2025-08-14", Outcome.FAIL), ("2025-08-18", Outcome.UNDECIDED), ("2025-08-21", Outcome.PASS)],
)
def test_where_notice_and_result_differ_both_ends_must_agree(issued, expected, record, policy):
    other = change(record, "publicity_result", period=Period("2025-08-11", "2025-08-15"), date=issued)
    assert outcome("PUB-11", other, policy) is expected


def unsealed(record, **changes):
    """The result without a seal."""
    return reseal(change(record, "publicity_result", sealed=False, seal_text=None, **changes), "publicity_result")


def test_a_result_without_a_seal_is_a_defect(record, policy):
    assert outcome("PUB-12", record, policy) is Outcome.PASS
    assert outcome("PUB-12", unsealed(record), policy) is Outcome.FAIL


@pytest.mark.parametrize("state", ["grey", "unreadable"])
def test_a_black_or_illegible_seal_is_left_to_a_person(state, record, policy):
    assert outcome("PUB-12", reseal(record, "publicity_result", seal(state=state)), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("quality", [Quality(colour=False), Quality(problem="页面模糊")])
def test_a_page_on_which_no_seal_could_be_seen_proves_nothing(quality, record, policy):
    bare = unsealed(record)
    pages = tuple(replace(p, quality=quality) if p.file == "d103.pdf" else p for p in bare.pages)
    assert outcome("PUB-12", replace(bare, pages=pages), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("sealed", [unread(), None, read(False, 0.8)])
def test_a_seal_that_could_not_be_told_is_left_to_a_person(sealed, record, policy):
    bare = change(unsealed(record), "publicity_result", sealed=sealed)
    assert outcome("PUB-12", bare, policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "other",
    [
        seal(EMPLOYER + "人力资源部"),
        seal(EMPLOYER + "合同专用章"),
        seal(sub_text="财务专用章"),
        seal(sub_text="合同专用章"),
    ],
)
def test_only_a_department_or_special_seal_is_left_to_a_person(other, record, policy):
    assert outcome("PUB-12", reseal(record, "publicity_result", other), policy) is Outcome.UNDECIDED
    assert outcome("PUB-12", reseal(record, "publicity_result", other, seal()), policy) is Outcome.PASS


def ringed(record, *readings, **changes):
    """Notice unsealed, the result's ring read so."""
    bare = reseal(change(record, "publicity_notice", seal_text=None, sealed=False), "publicity_notice")
    bare = change(bare, "publicity_result", seal_text=read(readings[0], changes.pop("confidence", 0.93)))
    return reseal(bare, "publicity_result", seal(readings[0], readings=readings, **changes))


@pytest.mark.parametrize(
    "ring", [EMPLOYER, "山西沁岳重工装备有限公", "西沁岳重工装备有限公司", "山西沁岳重丁装备有限公司"]
)
def test_a_ring_read_nearly_as_the_publisher_matches(ring, record, policy):
    assert outcome("PUB-13", ringed(record, ring), policy) is Outcome.PASS


@pytest.mark.parametrize("ring", ["太行北斗物流股份公司", "晋岩县交通运输局"])
def test_a_ring_that_names_another_unit_is_a_defect(ring, record, policy):
    judgement = validate(ringed(record, ring), policy)
    finding = next(f for f in judgement.defects if f.rule == "PUB-13")
    assert ring in finding.message
    assert BOX in {place.box for place in finding.locations}


def test_several_readings_vote(record, policy):
    assert outcome("PUB-13", ringed(record, "太行北斗物流股份公司", EMPLOYER), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("ring", "confidence"), [("沁岳重工有限司", 0.93), ("太行北斗物流股份公司", 0.8), ("山岳重", 0.93)]
)
def test_a_ring_between_match_and_difference_is_left_to_a_person(ring, confidence, record, policy):
    assert outcome("PUB-13", ringed(record, ring, confidence=confidence), policy) is Outcome.UNDECIDED


def test_a_ring_that_differs_by_an_ordinal_is_left_to_a_person(record, policy):
    school = change_both(record, publisher="晋岩县第三初级中学")
    assert outcome("PUB-13", ringed(school, "晋岩县第三初级中学"), policy) is Outcome.PASS
    assert outcome("PUB-13", ringed(school, "晋岩县第七初级中学"), policy) is Outcome.UNDECIDED


def test_the_seal_of_the_employer_under_another_publisher_is_left_to_a_person(record, policy):
    assert outcome("PUB-13", change_both(record, publisher="太行北斗物流股份公司"), policy) is Outcome.UNDECIDED


def test_a_statement_may_explain_another_name_on_the_seal(record, policy):
    explained = add(ringed(record, "太行北斗物流股份公司"), document("d30", "statement", {}))
    assert outcome("PUB-13", explained, policy) is Outcome.UNDECIDED


def test_an_unread_ring_is_open_and_a_missing_seal_is_not_this_rules_concern(record, policy):
    blank = change_both(record, seal_text=unread())
    blank = reseal(reseal(blank, "publicity_result", seal("", readings=())), "publicity_notice", seal("", readings=()))
    assert outcome("PUB-13", blank, policy) is Outcome.UNDECIDED
    none = reseal(change_both(unsealed(record), sealed=False, seal_text=None), "publicity_notice")
    assert outcome("PUB-13", none, policy) is Outcome.NOT_APPLICABLE


def test_a_ring_cannot_be_compared_with_an_unread_publisher(record, policy):
    judgement = validate(change_both(record, publisher=unread()), policy)
    assert "公示单位无法辨认" in doubts("PUB-13", judgement)[0]


def test_a_persons_square_seal_is_not_the_seal_of_the_unit(record, policy):
    square = reseal(record, "publicity_result", seal("石敬安印", shape="square"))
    assert outcome("PUB-12", change(square, "publicity_result", sealed=False), policy) is Outcome.FAIL
