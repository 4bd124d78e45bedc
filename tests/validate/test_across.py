"""Many dossiers beside each other: what two applicants cannot both claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_builder import (
    add,
    add_pages,
    applicant,
    applying,
    check_digit,
    clean_record,
    document,
    page,
    publication,
    read,
    unread,
)

from dossier.model import Outcome, Quality, Record
from dossier.policy import load_policy
from dossier.validate import across
from dossier.validate.across import Entry, findings_of, runner, validate_across
from dossier.validate.across.achievements import folded_number, folded_title
from dossier.validate.across.pictures import NEAR

PAPER = "大倾角刮板输送机减速装置的优化设计"


def number(serial: int) -> str:
    first = f"149900198804{10 + serial % 18:02}{serial:03}"
    return first + check_digit(first)


def dossier(serial: int, name: str, *papers, employer: str = "山西沁岳重工装备有限公司", **application) -> Entry:
    """A dossier of someone else: no page, number or name in common with the others."""
    record = applicant(clean_record(), name=name, id_number=number(serial), employer=employer)
    pages = tuple(page(f"{serial}-{p.file}", p.page, p.kind) for p in record.pages)
    record = add(replace(record, documents=(), pages=pages, publicity=()), *papers)
    return Entry(f"{serial:03}{name}.zip", applying(record, **application))


def said(entries, policy) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for clash in validate_across(entries, policy).clashes:
        found.setdefault(clash.rule, []).append(tuple(side.entry.name for side in clash.sides))
    return found


def paper(*authors: str, title: str = PAPER, journal: str = "太行机械", id: str = "d50", **changes):
    return document(id, "paper", {"title": title, "authors": list(authors), "journal": journal, **changes})


def test_dossiers_that_share_nothing_are_not_held_back(policy):
    entries = [dossier(1, "郭远舟", paper("郭远舟")), dossier(2, "阚若溪", paper("阚若溪", title=f"{PAPER}之二"))]
    assert said(entries, policy) == {}


def test_no_dossier_and_a_single_one_have_nothing_to_compare(policy):
    assert said([], policy) == said([dossier(1, "郭远舟", paper("郭远舟"))], policy) == {}


def test_a_paper_that_two_applicants_claim_first_is_shown_in_both_dossiers(policy):
    entries = [dossier(1, "郭远舟", paper("郭远舟", "阚若溪")), dossier(2, "阚若溪", paper("阚若溪"))]
    findings = findings_of(validate_across(entries, policy).clashes, policy)
    assert set(findings) == {entry.name for entry in entries}
    (first,) = findings[entries[0].name]
    assert (first.rule, first.outcome, first.severity, first.by) == ("XDS-01", Outcome.UNDECIDED, "correct", "office")
    assert entries[1].name in first.message
    own, other = [p for p in first.locations if not p.dossier], [p for p in first.locations if p.dossier]
    assert {(p.file, p.page) for p in own} == {("d50.pdf", 1)}
    assert {p.dossier for p in other} == {entries[1].name}
    assert all(p.box for p in (own[0], other[0]))


def test_one_paper_with_its_authors_in_one_order_is_no_clash(policy):
    authors = ("郭远舟", "阚若溪")
    assert said([dossier(1, "郭远舟", paper(*authors)), dossier(2, "阚若溪", paper(*authors))], policy) == {}


def test_papers_of_one_title_in_two_journals_are_two_papers(policy):
    entries = [dossier(1, "郭远舟", paper("郭远舟")), dossier(2, "阚若溪", paper("阚若溪", journal="晋电技术"))]
    assert said(entries, policy) == {}


def test_a_paper_whose_journal_was_not_read_may_be_the_same(policy):
    silent = paper("阚若溪", journal=unread())
    assert list(said([dossier(1, "郭远舟", paper("郭远舟")), dossier(2, "阚若溪", silent)], policy)) == ["XDS-01"]


def test_the_same_applicant_twice_claims_nothing_of_others(policy):
    again = Entry("又一份.zip", dossier(1, "郭远舟", paper("郭远舟")).record)
    assert "XDS-01" not in said([dossier(1, "郭远舟", paper("郭远舟")), again], policy)


def test_a_title_that_many_things_could_have_names_no_achievement(policy):
    entries = [
        dossier(1, "郭远舟", paper("郭远舟", title="工作研究")),
        dossier(2, "阚若溪", paper("阚若溪", title="工作研究")),
    ]
    assert said(entries, policy) == {}


def test_a_patent_is_found_by_its_number_whatever_its_title_was_read_as(policy):
    def patent(name, title, shown):
        return document("d60", "patent", {"title": title, "inventors": [name], "patent_number": shown})

    entries = [
        dossier(1, "郭远舟", patent("郭远舟", "减速装置", "ZL 2021 2 1234567.8")),
        dossier(2, "阚若溪", patent("阚若溪", "减速装罝", "2021212345678")),
    ]
    assert said(entries, policy) == {"XDS-01": [(entries[0].name, entries[1].name)]}


def test_a_title_of_honour_is_everyones_own(policy):
    def honour(name):
        return document(
            "d61", "award", {"title": "全市教育系统先进工作者", "recipients": [name], "issuer": "临墟县教育局"}
        )

    assert said([dossier(1, "郭远舟", honour("郭远舟")), dossier(2, "阚若溪", honour("阚若溪"))], policy) == {}


@pytest.mark.parametrize(
    ("role", "clash"), [("主持人", True), ("第一完成人", True), ("第10完成人", False), ("参与", False)]
)
def test_without_a_list_of_people_the_role_tells_who_is_first(role, clash, policy):
    def project(name):
        return document("d62", "project", {"title": "基层图书馆总分馆制服务模式研究", "role": role})

    entries = [dossier(1, "郭远舟", project("郭远舟")), dossier(2, "阚若溪", project("阚若溪"))]
    assert ("XDS-01" in said(entries, policy)) is clash


def certificate(name, shown="SX2018G0512087", issuer="山西省人力资源和社会保障厅", **changes):
    return document(
        "d05", "title_certificate", {"name": name, "certificate_number": shown, "issuer": issuer, **changes}
    )


def test_a_certificate_number_under_two_names_is_left_to_a_person_in_both(policy):
    entries = [
        dossier(1, "郭远舟", certificate("郭远舟")),
        dossier(2, "阚若溪", certificate("阚若溪", "SX2018-G-0512087")),
    ]
    assert said(entries, policy) == {"XDS-02": [(entries[0].name, entries[1].name)]}


@pytest.mark.parametrize(
    "second",
    [
        certificate("阚若溪", "SX2018G0512088"),
        certificate("阚若溪", issuer="临墟县职称改革领导小组"),
        certificate("阚若溪", unread()),
        certificate("阚若溪", read("SX2018G0512087", 0.5)),
        certificate("阚若溪", "SX********87"),
    ],
    ids=["another number", "another issuer", "not read", "hardly read", "masked"],
)
def test_numbers_that_are_not_surely_the_same_are_no_clash(second, policy):
    assert said([dossier(1, "郭远舟", certificate("郭远舟")), dossier(2, "阚若溪", second)], policy) == {}


def test_a_short_number_is_no_number_of_one_certificate(policy):
    entries = [
        dossier(1, "郭远舟", certificate("郭远舟", "00123")),
        dossier(2, "阚若溪", certificate("阚若溪", "00123")),
    ]
    assert said(entries, policy) == {}


def test_a_name_that_may_be_misread_is_not_a_second_name_where_no_number_tells(policy):
    entries = [dossier(1, "郭远舟", certificate("郭远舟")), dossier(2, "郭远丹", certificate(read("郭远丹", 0.7)))]
    entries = [replace(one, record=applicant(one.record, id_number=unread())) for one in entries]
    assert said(entries, policy) == {}


def test_namesakes_with_numbers_of_their_own_are_two_people(policy):
    entries = [dossier(1, "郭远舟", certificate("郭远舟")), dossier(2, "郭远舟", certificate("郭远舟"))]
    assert list(said(entries, policy)) == ["XDS-02"]


def test_one_person_with_two_series_in_one_year_is_found(policy):
    entries = [dossier(1, "郭远舟"), Entry("第二份.zip", dossier(1, "郭远舟", series="economics").record)]
    clashes = [c for c in validate_across(entries, policy).clashes if c.rule == "XDS-03"]
    assert len(clashes) == 1
    assert "系列不同" in clashes[0].message
    assert entries[0].id_number not in clashes[0].message
    (finding, *_) = findings_of(clashes, policy)["第二份.zip"]
    assert finding.outcome is Outcome.UNDECIDED
    assert finding.severity == "reject"


@pytest.mark.parametrize(
    ("change", "clash"),
    [
        ({"committee": "临墟县工程系列中级评委会"}, False),
        ({"level": "intermediate"}, True),
        ({"submitted": "2024-09-10", "series": "economics"}, False),
        ({}, False),
    ],
    ids=["only one names its committee", "another level", "another year", "the same once more"],
)
def test_a_second_application_is_one_of_the_same_year_that_differs(change, clash, policy):
    entries = [dossier(1, "郭远舟"), Entry("第二份.zip", dossier(1, "郭远舟", **change).record)]
    assert ("XDS-03" in said(entries, policy)) is clash


def test_two_committees_are_two_applications(policy):
    first, second = (dossier(1, "郭远舟", committee=f"{place}工程系列中级评委会") for place in ("临墟县", "漳源市"))
    assert "XDS-03" in said([first, replace(second, name="第二份.zip")], policy)


def test_a_number_that_fails_its_check_proves_no_second_application(policy):
    wrong = number(1)[:-1] + ("0" if number(1)[-1] != "0" else "1")
    entries = [
        Entry(name, applicant(applying(dossier(1, "郭远舟").record, series=series), id_number=wrong))
        for name, series in (("一.zip", "engineering"), ("二.zip", "economics"))
    ]
    assert "XDS-03" not in said(entries, policy)


def photographed(serial: int, name: str, employer: str, hash: int) -> Entry:
    entry = dossier(serial, name, *publication(1), employer=employer)
    shown = f"{hash:064x}"
    pages = tuple(replace(p, picture_hash=shown) if p.kind == "publicity_photo" else p for p in entry.record.pages)
    return replace(entry, record=replace(entry.record, pages=pages))


POLICY = load_policy()
PICTURE = int("9a3c5ef01b7d2468" * 4, 16)
OTHER_UNIT = "漳源县第二中学"


def turned(bits: int) -> int:
    """The picture's hash with so many bits turned, spread over all of it."""
    return PICTURE ^ sum(1 << (place * 256 // bits) for place in range(bits)) if bits else PICTURE


@pytest.mark.parametrize(
    ("bits", "clash"), [(0, True), (NEAR - 1, True), (NEAR, True), (NEAR + 1, False), (120, False)]
)
def test_photos_are_alike_up_to_a_limit_of_bits(bits, clash, policy):
    entries = [
        photographed(1, "郭远舟", "山西沁岳重工装备有限公司", PICTURE),
        photographed(2, "阚若溪", OTHER_UNIT, turned(bits)),
    ]
    assert ("XDS-04" in said(entries, policy)) is clash


@given(st.sets(st.integers(0, 255), max_size=NEAR))
def test_whichever_bits_differ_the_photo_is_found(bits):
    near = PICTURE
    for bit in bits:
        near ^= 1 << bit
    entries = [
        photographed(1, "郭远舟", "山西沁岳重工装备有限公司", PICTURE),
        photographed(2, "阚若溪", OTHER_UNIT, near),
    ]
    assert "XDS-04" in said(entries, POLICY)


def test_colleagues_share_the_photo_of_their_employer(policy):
    unit = "山西沁岳重工装备有限公司"
    entries = [photographed(n, name, unit, PICTURE) for n, name in enumerate(("郭远舟", "阚若溪", "祁书婧"), 1)]
    assert "XDS-04" not in said(entries, policy)


def test_a_unit_and_its_branch_may_share_a_photo(policy):
    entries = [
        photographed(1, "郭远舟", "山西沁岳重工装备有限公司", PICTURE),
        photographed(2, "阚若溪", "山西沁岳重工装备有限公司临墟分公司", PICTURE),
    ]
    assert "XDS-04" not in said(entries, policy)


def test_a_dossier_whose_pages_are_all_in_another_is_submitted_twice(policy):
    entries = [dossier(1, "郭远舟"), Entry("又一份.zip", dossier(1, "郭远舟").record)]
    clashes = validate_across(entries, policy).clashes
    assert [clash.rule for clash in clashes] == ["XDS-05"]
    assert "完全相同" in clashes[0].message


@pytest.mark.parametrize(("own", "clash"), [(1, True), (2, True), (3, False)])
def test_a_dossier_with_a_few_pages_changed_is_still_the_same(own, clash, policy):
    """Of 10 pages and a few of its own, eight in ten must be shared."""
    first = replace(dossier(1, "郭远舟").record, pages=tuple(page("材料.pdf", n) for n in range(1, 11)))
    changed = add_pages(first, *(page(f"新{n}.pdf") for n in range(own)))
    assert ("XDS-05" in said([Entry("一.zip", first), Entry("二.zip", changed)], policy)) is clash


def test_blank_pages_make_no_dossier_the_same(policy):
    blank = tuple(page("空.pdf", n, quality=Quality(blank=True)) for n in range(1, 20))
    entries = [replace(e, record=add_pages(e.record, *blank)) for e in (dossier(1, "郭远舟"), dossier(2, "阚若溪"))]
    assert said(entries, policy) == {}


def test_a_page_that_all_colleagues_hold_leads_to_no_pairs(policy):
    notice = page("公示.pdf")
    entries = [dossier(n, f"甲{n}") for n in range(1, 40)]
    assert said([replace(e, record=add_pages(e.record, notice)) for e in entries], policy) == {}


def test_a_finding_names_five_others_and_counts_the_rest(policy):
    record = dossier(1, "郭远舟").record
    entries = [Entry(f"{n}.zip", record) for n in range(9)]
    (finding,) = findings_of(validate_across(entries, policy).clashes, policy)["4.zip"]
    assert "等8份" in finding.message
    assert len({p.dossier for p in finding.locations if p.dossier}) == 5


def test_a_rule_that_the_policy_switched_off_says_nothing(policy):
    off = replace(policy.rules["XDS-05"], off="本批次允许重复")
    entries = [dossier(1, "郭远舟"), Entry("又一份.zip", dossier(1, "郭远舟").record)]
    assert said(entries, replace(policy, rules={**policy.rules, "XDS-05": off})) == {}


def test_a_broken_rule_is_our_failure_and_the_others_still_speak(policy, monkeypatch):
    def broken(entries, policy):
        raise ZeroDivisionError("oops")
        yield

    rules = tuple(replace(r, check=broken) if r.code == "XDS-01" else r for r in across.RULES)
    monkeypatch.setattr(runner, "RULES", rules)
    compared = validate_across([dossier(1, "郭远舟"), Entry("又.zip", dossier(1, "郭远舟").record)], policy)
    assert [clash.rule for clash in compared.clashes] == ["XDS-05"]
    assert compared.failures[0]["what"].startswith("XDS-01：ZeroDivisionError")


def test_the_clean_dossier_of_the_builder_is_a_dossier_as_here(policy):
    record: Record = clean_record()
    assert Entry("a.zip", record).id_number
    assert Entry("a.zip", record).person == "郭远舟"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("一种谷子渗水地膜穴播装置", "谷子渗水地膜穴播装置"),
        ("种高温压阻芯片的补偿", "高温压阻芯片的补偿"),
        ("工作总结", ""),
    ],
)
def test_titles_are_compared_without_what_reading_loses(text, folded):
    assert folded_title(text) == folded


@pytest.mark.parametrize(("text", "folded"), [("ZL 2021 2 1234567.8", "2021212345678"), ("第12号", "")])
def test_numbers_are_compared_by_their_letters_and_digits(text, folded):
    assert folded_number(text) == folded
