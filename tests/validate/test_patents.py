"""ACH-06 to ACH-09."""

import pytest
from record_builder import NAME, add, add_pages, document, judged, messages, outcome, page, read, unread

from dossier.model import Outcome

NUMBER = "ZL201710601862.3"
OTHER = "ZL201910161784.9"


def patent(id="d30", heading="发明专利证书", **fields):
    said = {"title": "一种减速装置", "inventors": [NAME, "贲致远"], "patent_number": NUMBER, "stage": "granted"}
    chosen = {**said, **fields}
    return document(id, "patent", {name: value for name, value in chosen.items() if value is not None}, (), heading)


def use(**fields):
    return document("d40", "patent_use", {"patent_number": NUMBER, **fields}, (), "专利应用证明")


def notice(**fields):
    said = {"stage": "application", "patent_number": NUMBER.removeprefix("ZL"), "inventors": None, **fields}
    return patent("d31", "专利申请受理通知书", **said)


@pytest.mark.parametrize("code", ["ACH-06", "ACH-07", "ACH-08", "ACH-09"])
def test_a_granted_patent_in_use_passes_and_without_patents_nothing_applies(code, record, policy):
    assert outcome(code, add(record, patent(), use()), policy) is Outcome.PASS
    assert outcome(code, record, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("heading", ["实用新型专利证书", "外观设计专利证书"])
def test_utility_models_and_designs_are_patents(heading, record, policy):
    number = "ZL202321567890.5"
    dossier = add(record, patent(heading=heading, patent_number=number, stage=None))
    assert outcome("ACH-06", dossier, policy) is Outcome.PASS
    assert outcome("ACH-07", dossier, policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([notice()], Outcome.FAIL),
        ([notice(stage=None)], Outcome.FAIL),
        ([patent(heading="专利材料", stage=None)], Outcome.UNDECIDED),
        ([patent(heading="专利材料", stage=None, granted="2023-04-18")], Outcome.PASS),
        ([patent(), notice()], Outcome.PASS),
        ([notice(stage=read("application", 0.6))], Outcome.UNDECIDED),
        ([patent(), notice(title="另一种装置", patent_number=OTHER)], Outcome.FAIL),
    ],
)
def test_an_application_alone_is_no_patent(papers, expected, record, policy):
    assert outcome("ACH-06", add(record, *papers), policy) is expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("ZL 2017 1 0601862.3", Outcome.PASS),
        ("ZL201710601862.4", Outcome.FAIL),
        ("ZL95115608.X", Outcome.PASS),
        (read("ZL201710601862.4", 0.6), Outcome.UNDECIDED),
        ("ZL2017106018", Outcome.UNDECIDED),
        ("US10123456B2", Outcome.PASS),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_check_digit_of_a_patents_number(number, expected, record, policy):
    assert outcome("ACH-07", add(record, patent(patent_number=number)), policy) is expected


def test_each_wrong_number_is_named_with_its_patent(record, policy):
    wrong = patent("d32", title="焊接工装", patent_number="ZL201910161784.8")
    said = messages("ACH-07", judged(add(record, patent(), wrong), policy))
    assert said == ["专利“焊接工装”的专利号为ZL201910161784.8，按前12位计算校验码应为9，现为8"]


def test_a_sound_number_on_the_notice_of_application_answers_for_a_misread_one(record, policy):
    assert outcome("ACH-07", add(record, patent(patent_number="ZL201710601862.4"), notice()), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("inventors", "expected"),
    [
        (["贲致远", NAME], Outcome.PASS),
        (["贲致远", "厍小禾"], Outcome.FAIL),
        (read(["贲致远", "郭远丹"], 0.92), Outcome.UNDECIDED),
        (read(["贲致远"], raw="贲致远；厍小禾等"), Outcome.UNDECIDED),
        (["GUO Yuanzhou"], Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_applicant_must_be_an_inventor(inventors, expected, record, policy):
    assert outcome("ACH-08", add(record, patent(inventors=inventors)), policy) is expected


def test_a_notice_of_application_need_not_name_inventors(record, policy):
    assert outcome("ACH-08", add(record, notice()), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([], Outcome.FAIL),
        ([use(patent_number=OTHER)], Outcome.FAIL),
        ([use(patent_number="ZL201710601863.3")], Outcome.PASS),
        ([use(patent_number=unread())], Outcome.PASS),
        ([document("d41", "achievement", {"title": "一种减速装置"}, (), "经济效益证明")], Outcome.PASS),
        ([document("d41", "achievement", {"title": "液压支架改造"}, (), "经济效益证明")], Outcome.UNDECIDED),
        ([document("d41", "achievement", {"title": "液压支架改造"}, (), "验收报告")], Outcome.FAIL),
    ],
)
def test_a_patents_use_may_be_shown_in_several_ways(papers, expected, record, policy):
    assert outcome("ACH-09", add(record, patent(), *papers), policy) is expected


def test_missing_proof_of_use_is_advice_and_open_while_a_page_may_be_it(record, policy):
    judgement = judged(add(record, patent()), policy)
    assert messages("ACH-09", judgement) == ["专利“一种减速装置”未见转化应用或效益证明"]
    assert judgement.decision == "accept"
    hidden = add_pages(add(record, patent()), page("x.pdf", may_be=("patent_use",)))
    assert outcome("ACH-09", hidden, policy) is Outcome.UNDECIDED


def test_an_application_needs_no_proof_of_use(record, policy):
    assert outcome("ACH-09", add(record, notice()), policy) is Outcome.NOT_APPLICABLE
