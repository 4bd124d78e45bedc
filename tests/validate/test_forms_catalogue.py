"""FRM-08."""

from dataclasses import replace

import pytest
from record_builder import (
    add,
    add_pages,
    change,
    clean_record,
    document,
    drop,
    judged,
    listed,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome

_PAPERS = listed(drop(clean_record(), "degree", "annual_assessment", "appointment"))
LISTED = [row["title"] for row in next(_PAPERS.of_kind("catalogue")).fields["entries"].value]


@pytest.fixture
def record():
    """No degree, assessments or appointments are there, nor listed."""
    return _PAPERS


def listing(record, titles=LISTED, numbered=True, entries=None, confidence=0.97):
    """With a list of these materials, its rows numbered from 1."""
    rows = [{"title": title, "pages": 1} for title in titles]
    raw = "、".join(f"{n:02}\t{title}\t1页" if numbered else title for n, title in enumerate(titles, 1))
    return change(record, "catalogue", entries=entries or read(rows, confidence, raw=raw))


def without(*titles):
    return [title for title in LISTED if title not in titles]


def test_a_list_that_agrees_passes_and_without_one_nothing_applies(record, policy):
    assert outcome("FRM-08", listing(record), policy) is Outcome.PASS
    assert outcome("FRM-08", drop(record, "catalogue"), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("entries", [unread(), unread("ambiguous"), unread("blank")])
def test_an_illegible_list_is_open(entries, record, policy):
    assert outcome("FRM-08", listing(record, entries=entries), policy) is Outcome.UNDECIDED


def test_an_entry_without_a_document_is_named(record, policy):
    judgement = judged(listing(record, [*LISTED, "学位证书", "年度考核登记表"]), policy)
    assert messages("FRM-08", judgement) == ["目录所列“学位证书”、“年度考核登记表”在卷宗中未见"]


@pytest.mark.parametrize(
    "changed",
    [
        lambda record: add_pages(record, page("x.pdf", method="none")),
        lambda record: add(record, document("d70", "unknown", {}, (), "证明")),
        lambda record: add(record, document("d70", "statement", {}, (), "情况说明")),
    ],
)
def test_an_entry_is_open_while_its_document_may_be_there_under_another_name(changed, record, policy):
    assert outcome("FRM-08", changed(listing(record, [*LISTED, "聘任文件"])), policy) is Outcome.UNDECIDED


def test_a_second_certificate_of_education_may_be_the_one_that_is_listed(record, policy):
    degree = [*LISTED, "学位证书"]
    assert outcome("FRM-08", listing(record, degree), policy) is Outcome.FAIL
    second = add(record, document("d70", "diploma", {}, (), "毕业证书"))
    assert outcome("FRM-08", listing(second, degree), policy) is Outcome.UNDECIDED


def test_an_opinion_inside_the_form_may_be_the_one_that_is_listed(record, policy):
    assert outcome("FRM-08", listing(drop(record, "unit_opinion")), policy) is Outcome.UNDECIDED


def test_a_list_read_without_certainty_is_open(record, policy):
    assert outcome("FRM-08", listing(record, [*LISTED, "年度考核登记表"], confidence=0.6), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("titles", "message"),
    [
        (without("居民身份证"), "卷宗中的居民身份证未列入材料目录"),
        (without("职称证书", "毕业证书"), "卷宗中的毕业证书、现职称证书未列入材料目录"),
    ],
)
def test_required_papers_that_no_entry_names_are_named(titles, message, record, policy):
    assert messages("FRM-08", judged(listing(record, titles), policy)) == [message]


@pytest.mark.parametrize(
    ("titles", "numbered", "expected"),
    [
        (without("公示情况证明"), True, Outcome.UNDECIDED),
        (without("诚信承诺书"), True, Outcome.UNDECIDED),
        (without("居民身份证"), False, Outcome.UNDECIDED),
        ([*without("居民身份证"), "其他"], True, Outcome.UNDECIDED),
        (without("居民身份证", "毕业证书", "职称证书", "评审简表"), True, Outcome.UNDECIDED),
        ([*without("公示", "公示情况证明", "单位鉴定意见"), "公示材料"], True, Outcome.PASS),
        ([*without("职称证书", "毕业证书"), "学历证书、职称证复印件"], True, Outcome.PASS),
        (without("公示照片"), True, Outcome.PASS),
    ],
)
def test_entries_may_stand_for_several_papers_and_rows_may_be_lost(titles, numbered, expected, record, policy):
    assert outcome("FRM-08", listing(record, titles, numbered), policy) is expected


def test_a_gap_in_the_numbers_means_that_rows_were_not_read(record, policy):
    rows = [{"title": title, "pages": 1} for title in without("居民身份证")]
    raw = "、".join(f"{n:02} {title}" for n, title in enumerate(LISTED, 1) if title != "居民身份证")
    assert outcome("FRM-08", listing(record, entries=read(rows, raw=raw)), policy) is Outcome.UNDECIDED
    gap = read(rows, 1.0, raw=raw, method="text")
    assert outcome("FRM-08", listing(record, entries=gap), policy) is Outcome.UNDECIDED
    printed = read(rows, 1.0, raw="", method="text")
    assert outcome("FRM-08", listing(record, entries=printed), policy) is Outcome.FAIL


def test_a_paper_whose_heading_is_none_of_its_kind_is_not_called_unlisted(record, policy):
    odd = listing(record, without("居民身份证"))
    renamed = tuple(replace(d, title="证件页") if d.kind == "id_card" else d for d in odd.documents)
    assert outcome("FRM-08", replace(odd, documents=renamed), policy) is Outcome.UNDECIDED


def test_papers_that_nobody_requires_need_not_be_listed(record, policy):
    more = add(record, document("d70", "statement", {}, (), "情况说明"), document("d71", "award", {}, (), "荣誉证书"))
    assert outcome("FRM-08", listing(more), policy) is Outcome.PASS


def patent(id, title):
    return document(id, "patent", {"title": title} if title else {}, (), "发明专利证书")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["一种减速装置", "一种焊接工装"], Outcome.PASS),
        (["一种减速装置", None], Outcome.PASS),
        (["种减速装置", "一种焊接工装"], Outcome.PASS),
        (["一种减速装置"], Outcome.FAIL),
        (["一种减速装置", "矿井通风监测系统"], Outcome.UNDECIDED),
        ([read("一种减速装置", 0.6)], Outcome.UNDECIDED),
    ],
)
def test_works_listed_by_title_are_looked_for_one_by_one(titles, expected, record, policy):
    listed = [*LISTED, "发明专利证书（一种减速装置）", "发明专利证书（一种焊接工装）"]
    papers = [patent(f"d7{n}", title) for n, title in enumerate(titles)]
    assert outcome("FRM-08", listing(add(record, *papers), listed), policy) is expected


def test_papers_in_journals_are_looked_for_by_title_too(record, policy):
    paper = document("d70", "paper", {"title": "减速装置的优化设计", "parts": ["body"]}, (), "论文")
    listed = [*LISTED, "论文《减速装置的优化设计》", "论文《焊接工装的改进探讨》"]
    judgement = judged(listing(add(record, paper), listed), policy)
    assert messages("FRM-08", judgement) == ["目录所列“论文《焊接工装的改进探讨》”在卷宗中未见同名的论文"]


@pytest.mark.parametrize("entry", ["论文一（机械样例）", "论文（减速装置研究）", "论文（减速装置课题）"])
def test_words_in_brackets_may_name_the_journal_or_a_part_of_the_title(entry, record, policy):
    fields = {"title": "减速装置研究与设计", "journal": "机械样例", "parts": ["body"]}
    paper = document("d70", "paper", fields, (), "论文")
    assert outcome("FRM-08", listing(add(record, paper), [*LISTED, entry]), policy) is Outcome.PASS


def test_two_entries_do_not_speak_for_one_work(record, policy):
    fields = {"title": "减速装置研究与设计", "journal": "机械样例", "parts": ["body"]}
    paper = document("d70", "paper", fields, (), "论文")
    listed = [*LISTED, "论文一（机械样例）", "论文（减速装置研究与设计）"]
    assert outcome("FRM-08", listing(add(record, paper), listed), policy) is not Outcome.PASS


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("竣工验收证明：城西片区大温差供热改造工程", Outcome.PASS),
        ("城西片区大温差供热改造工程", Outcome.PASS),
        ("城东片区供热验收", Outcome.UNDECIDED),
    ],
)
def test_an_entry_lists_a_work_by_its_heading_or_its_title(entry, expected, record, policy):
    fields = {"title": read("城西片区大温差供热改造工程"), "members": read(["张三"])}
    shown = add(drop(record, "achievement"), document("d90", "achievement", fields, title="工程竣工验收证明"))
    assert outcome("FRM-08", listing(shown, [*without("业绩证明"), entry]), policy) is expected


def test_one_entry_for_the_three_publicities_lists_notice_picture_and_result(record, policy):
    entries = [*without("公示", "公示照片", "公示情况证明"), "三公示（原件、照片、情况说明）"]
    assert outcome("FRM-08", listing(record, entries), policy) is Outcome.PASS


@pytest.mark.parametrize(("pages", "expected"), [(3, Outcome.PASS), (1, Outcome.UNDECIDED)])
def test_an_entry_that_counts_the_pages_of_all_that_was_published_lists_it(pages, expected, record, policy):
    titles = without("公示", "公示照片", "公示情况证明")
    rows = [{"title": title, "pages": 1} for title in titles] + [{"title": "公示（条件和程序）", "pages": pages}]
    raw = "、".join(f"{n:02}\t{row['title']}\t{row['pages']}页" for n, row in enumerate(rows, 1))
    assert outcome("FRM-08", listing(record, entries=read(rows, 0.97, raw=raw)), policy) is expected
