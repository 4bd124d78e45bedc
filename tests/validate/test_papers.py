"""ACH-01 to ACH-04 and ACH-12."""

from dataclasses import replace

import pytest
from record_builder import (
    NAME,
    add,
    add_pages,
    applicant,
    document,
    doubts,
    judged,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, PageRef, Quality

WHOLE = ["cover", "copyright", "contents", "body", "index"]
TITLE = "大型减速装置的优化设计"


def paper(id="d30", parts=WHOLE, **fields):
    said = {"title": TITLE, "authors": [NAME, "贲致远"], "journal": "沁岳机械", "issn": "1674-2184", "cn": "14-1387/TH"}
    chosen = {**said, **fields, "parts": parts}
    return document(id, "paper", {name: value for name, value in chosen.items() if value is not None}, (), "论文")


def piece(id, *parts, **fields):
    """Pages that extraction did not join with the paper they belong to."""
    return paper(id, list(parts), **{"title": None, "authors": None, "issn": None, "cn": None, **fields})


@pytest.mark.parametrize("code", ["ACH-01", "ACH-02", "ACH-03", "ACH-04", "ACH-12"])
def test_a_whole_paper_passes_and_without_papers_nothing_applies(code, record, policy):
    assert outcome(code, add(record, paper()), policy) is Outcome.PASS
    assert outcome(code, record, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(("gone", "word"), [("cover", "封面"), ("contents", "目录"), ("body", "正文")])
def test_each_missing_part_is_named(gone, word, record, policy):
    judgement = judged(add(record, paper(parts=[part for part in WHOLE if part != gone])), policy)
    assert messages("ACH-01", judgement) == [f"论文《{TITLE}》未见{word}"]


def test_every_paper_is_judged_by_itself_and_named(record, policy):
    other = paper("d31", ["cover", "body"], title="液压支架焊接工装的改进")
    judgement = judged(add(record, paper(), other), policy)
    assert messages("ACH-01", judgement) == ["论文《液压支架焊接工装的改进》未见目录"]
    assert messages("ACH-02", judgement) == ["论文《液压支架焊接工装的改进》未见检索页"]


def test_pieces_of_one_paper_are_put_together(record, policy):
    pieces = [
        piece("d30", "cover", "copyright"),
        piece("d31", "contents"),
        paper("d32", ["body"]),
        piece("d33", "index"),
    ]
    for code in ("ACH-01", "ACH-02"):
        assert outcome(code, add(record, *pieces), policy) is Outcome.PASS


def test_pieces_go_to_the_paper_they_fit(record, policy):
    first = [piece("d30", "cover"), paper("d31", ["contents", "body", "index"])]
    second = [
        piece("d32", "cover", journal="太原样例学报"),
        paper("d33", ["body"], title="另一篇文章", journal="太原样例学报"),
    ]
    judgement = judged(add(record, *first, *second), policy)
    assert messages("ACH-01", judgement) == ["论文《另一篇文章》未见目录"]


@pytest.mark.parametrize(
    "papers",
    [
        [paper(parts=read(["cover", "body"], 0.6))],
        [piece("d30", "cover"), piece("d31", "cover"), paper("d32", ["body"])],
        [piece("d30", "cover")],
        [paper(parts=["body", "index"], journal="Journal of Mechanics", title="On Gears")],
    ],
)
def test_a_missing_part_is_open_where_pages_were_not_told_or_a_foreign_journal_may_have_none(papers, record, policy):
    assert outcome("ACH-01", add(record, *papers), policy) is Outcome.UNDECIDED


def test_a_missing_part_is_open_while_a_page_is_unreadable(record, policy):
    short = add(record, paper(parts=["cover", "body"]))
    hidden = page("x.pdf", quality=Quality(problem="模糊"))
    assert outcome("ACH-01", add_pages(short, hidden), policy) is Outcome.UNDECIDED
    assert outcome("ACH-01", short, policy) is Outcome.FAIL


@pytest.mark.parametrize(("order", "expected"), [((0, 1, 2), Outcome.UNDECIDED), ((0, 2, 1), Outcome.FAIL)])
def test_a_missing_part_is_open_where_a_page_beside_the_paper_was_not_told(order, expected, record, policy):
    pages = [page("d30.pdf", kind="paper"), page("乙.jpg", kind="unknown"), page("丙.jpg", kind="award")]
    short = add(record, paper(parts=["cover", "contents"]))
    assert outcome("ACH-01", add_pages(short, *(pages[i] for i in order)), policy) is expected


@pytest.mark.parametrize(("pages", "expected"), [(2, Outcome.UNDECIDED), (1, Outcome.FAIL)])
def test_a_missing_part_is_open_behind_the_last_page_of_a_standard(pages, expected, record, policy):
    refs = tuple(PageRef("d20.pdf", number) for number in range(1, pages + 1))
    standard = replace(document("d20", "standard", {}), pages=refs)
    short = add(record, standard, paper(parts=["contents", "body"]))
    standards = (page("d20.pdf", ref.page, kind="standard") for ref in refs)
    assert outcome("ACH-01", add_pages(short, *standards, page("d30.pdf", kind="paper")), policy) is expected


def test_a_missing_index_page_is_advice(record, policy):
    judgement = judged(add(record, paper(parts=WHOLE[:4])), policy)
    assert messages("ACH-02", judgement) == [f"论文《{TITLE}》未见检索页"]
    assert judgement.decision == "accept"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"issn": "1674-2185"}, Outcome.FAIL),
        ({"issn": read("1674-2185", 0.6)}, Outcome.UNDECIDED),
        ({"issn": "1674-218"}, Outcome.UNDECIDED),
        ({"issn": unread()}, Outcome.UNDECIDED),
        ({"issn": None}, Outcome.PASS),
        ({"cn": "14-0387"}, Outcome.UNDECIDED),
        ({"cn": "14-0999"}, Outcome.UNDECIDED),
        ({"cn": "14-1000"}, Outcome.PASS),
        ({"cn": "CN（HK）NR2005/018"}, Outcome.UNDECIDED),
        ({"cn": "11-9012/R"}, Outcome.PASS),
        ({"cn": None}, Outcome.UNDECIDED),
        ({"cn": unread("ambiguous")}, Outcome.UNDECIDED),
        ({"cn": None, "issn": None}, Outcome.UNDECIDED),
        ({"cn": None, "journal": "Journal of Mechanics", "title": "On Gears"}, Outcome.PASS),
    ],
)
def test_the_numbers_of_a_journal(fields, expected, record, policy):
    assert outcome("ACH-03", add(record, paper(**fields)), policy) is expected


def test_a_sound_number_on_another_page_of_the_paper_answers_for_a_misread_one(record, policy):
    pieces = [piece("d30", "cover", issn="1674-2185"), paper("d31", ["contents", "body"])]
    assert outcome("ACH-03", add(record, *pieces), policy) is Outcome.PASS


def test_without_any_page_that_would_show_a_number_none_is_asked_for(record, policy):
    bare = paper(parts=["body"], issn=None, cn=None)
    assert outcome("ACH-03", add(record, bare), policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["贲致远", NAME], Outcome.PASS),
        (["贲致远", "厍小禾"], Outcome.FAIL),
        (["贲致远", "郭远丹"], Outcome.FAIL),
        (read(["贲致远", "郭远丹"], 0.92), Outcome.UNDECIDED),
        (read(["贲致远"], 0.8), Outcome.UNDECIDED),
        (["BEN Zhiyuan", "GUO Yuanzhou"], Outcome.UNDECIDED),
        (read(["贲致远"], raw="贲致远等"), Outcome.UNDECIDED),
        (read(["贲致远"], raw="贲致远郭远舟"), Outcome.PASS),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_applicant_must_be_an_author(authors, expected, record, policy):
    assert outcome("ACH-04", add(record, paper(authors=authors)), policy) is expected


def test_authors_on_the_index_page_count_too(record, policy):
    pieces = [paper("d30", WHOLE[:4], authors=["贲致远"]), piece("d31", "index", authors=["贲致远", NAME])]
    assert outcome("ACH-04", add(record, *pieces), policy) is Outcome.PASS


def test_whoever_another_list_names_beside_the_applicant_is_somebody_else(record, policy):
    written = add(record, paper(authors=read(["贲致远", "郭远丹"], 0.92)))
    together = document("d41", "achievement", {"members": [NAME, "郭远丹"]})
    assert outcome("ACH-04", add(written, together), policy) is Outcome.FAIL


def test_a_name_hard_to_read_is_none_of_those_who_stand_beside_it_elsewhere(record, policy):
    shown = applicant(add(record, paper(authors=["贲致远", "厍小禾"])), name=read(NAME, 0.73))
    assert outcome("ACH-04", shown, policy) is Outcome.UNDECIDED
    together = document("d41", "achievement", {"members": [NAME, "贲致远", "厍小禾"]})
    assert outcome("ACH-04", add(shown, together), policy) is Outcome.FAIL


def test_a_former_name_counts_with_its_proof_and_is_open_without(record, policy):
    named = applicant(add(record, paper(authors=["郭长明"])), former_name="郭长明")
    assert outcome("ACH-04", named, policy) is Outcome.UNDECIDED
    proof = document("d40", "name_change_proof", {"name": NAME, "former_name": "郭长明"})
    assert outcome("ACH-04", add(named, proof), policy) is Outcome.PASS


def test_the_message_says_where_the_applicant_is_not_the_first_author(record, policy):
    others = paper("d31", title="别人的文章与结论", authors=["厍小禾"])
    said = messages("ACH-04", judged(add(record, paper(authors=["贲致远", NAME]), others), policy))
    assert said == [
        f"论文《别人的文章与结论》的作者为厍小禾，其中没有申报人{NAME}；另外申报人不是第一作者的有：论文《{TITLE}》（第2作者）"
    ]


def test_without_the_applicants_name_authors_stay_open(record, policy):
    assert outcome("ACH-04", applicant(add(record, paper()), name=unread()), policy) is Outcome.UNDECIDED


def letter(**fields):
    return piece("d35", "acceptance_letter", **fields)


def test_only_a_letter_of_acceptance_is_a_defect_and_asks_for_no_parts(record, policy):
    alone = add(record, letter(title=TITLE))
    assert messages("ACH-12", judged(alone, policy)) == [f"论文《{TITLE}》只有录用通知，未见已发表的论文"]
    assert outcome("ACH-01", alone, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("title", "expected"),
    [(TITLE, Outcome.PASS), (None, Outcome.UNDECIDED), ("液压支架焊接工装的改进", Outcome.FAIL)],
)
def test_a_letter_beside_the_published_paper_is_no_defect(title, expected, record, policy):
    assert outcome("ACH-12", add(record, paper(), letter(title=title)), policy) is expected


def test_a_letter_is_open_while_its_kind_or_another_page_is_unsure(record, policy):
    unsure = add(record, paper("d35", read(["acceptance_letter"], 0.6), issn=None))
    assert outcome("ACH-12", unsure, policy) is Outcome.UNDECIDED
    hidden = add_pages(add(record, letter(title=TITLE)), page("x.pdf", may_be=("paper",)))
    assert doubts("ACH-12", judged(hidden, policy))
