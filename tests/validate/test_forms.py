"""FRM-03, FRM-06, FRM-10, FRM-12, FRM-13."""

from dataclasses import replace

import pytest
from record_builder import (
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

from dossier.model import Box, FileProblem, Outcome, Quality


def signing(record, kind, *states, place="承诺人"):
    """With places for a signature on every document of the kind."""
    found = tuple(
        {"place": place, "state": state, "name": None, "file": "x.pdf", "page": 1, "box": Box(1, 2, 3, 4)}
        for state in states
    )
    papers = tuple(replace(d, signatures=found) if d.kind == kind else d for d in record.documents)
    return replace(record, documents=papers)


def asking(policy, **values):
    """A policy that asks for more."""
    known = policy.parameters["portrait_required"]
    more = {name: replace(policy.parameters.get(name, known), value=value) for name, value in values.items()}
    return replace(policy, parameters={**policy.parameters, **more})


def unclear(record, kind, **quality):
    pages = tuple(replace(p, quality=Quality(**quality)) if p.kind == kind else p for p in record.pages)
    return replace(record, pages=pages)


SIGNED = [
    (True, Outcome.PASS),
    (False, Outcome.FAIL),
    (read(False, 0.6), Outcome.UNDECIDED),
    (unread("blank", 0.0), Outcome.FAIL),
    (unread("ambiguous", 0.0, raw="郭远舟"), Outcome.UNDECIDED),
    (unread(), Outcome.UNDECIDED),
    (None, Outcome.UNDECIDED),
]


@pytest.mark.parametrize(("value", "expected"), SIGNED)
def test_the_applicant_signs_the_form_by_hand(value, expected, record, policy):
    assert outcome("FRM-03", change(record, "review_form", applicant_signature=value), policy) is expected


def test_without_a_form_there_is_nothing_to_sign(record, policy):
    assert outcome("FRM-03", drop(record, "review_form"), policy) is Outcome.NOT_APPLICABLE


def test_the_form_of_an_initial_title_is_signed_too(record, policy):
    form = document("d50", "initial_form", {"applicant_signature": False}, (), "职称初定表")
    initial = applying(add(drop(record, "review_form"), form), route=["initial"])
    assert messages("FRM-03", judged(initial, policy)) == ["职称初定表的申报人签名处为空"]


def test_a_signature_at_another_place_for_the_applicant_will_do(record, policy):
    empty = change(record, "review_form", applicant_signature=False)
    assert outcome("FRM-03", signing(empty, "review_form", "signed", place="申报人签名"), policy) is Outcome.PASS
    assert outcome("FRM-03", signing(empty, "review_form", "signed", place="单位负责人"), policy) is Outcome.FAIL


def test_one_signed_copy_of_the_form_is_enough(record, policy):
    copy = document("d51", "review_form", {"applicant_signature": False}, (), "职称评审表")
    assert outcome("FRM-03", add(record, copy), policy) is Outcome.PASS


@pytest.mark.parametrize(("value", "expected"), SIGNED)
def test_the_pledge_is_signed_by_hand(value, expected, record, policy):
    assert outcome("FRM-06", change(record, "pledge", signed=value), policy) is expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (("signed",), Outcome.PASS),
        (("empty",), Outcome.FAIL),
        (("printed",), Outcome.UNDECIDED),
        (("unreadable", "empty"), Outcome.UNDECIDED),
    ],
)
def test_places_for_signatures_on_the_pledge_count(states, expected, record, policy):
    assert outcome("FRM-06", signing(change(record, "pledge", signed=None), "pledge", *states), policy) is expected


def test_a_printed_name_beside_a_pens_is_signed(record, policy):
    printed = change(record, "pledge", signed=unread("ambiguous", 0.0, raw="郭远舟"))
    assert outcome("FRM-06", signing(printed, "pledge", "signed"), policy) is Outcome.PASS


def test_an_empty_place_on_a_blurred_page_is_open(record, policy):
    for code, kind, field in (("FRM-03", "review_form", "applicant_signature"), ("FRM-06", "pledge", "signed")):
        empty = change(record, kind, **{field: False})
        assert outcome(code, unclear(empty, kind, problem="模糊"), policy) is Outcome.UNDECIDED


def test_a_missing_pledge_is_a_defect_unless_it_may_be_hidden(record, policy):
    without = drop(record, "pledge")
    assert messages("FRM-06", judged(without, policy)) == ["未见诚信承诺书"]
    assert outcome("FRM-06", add_pages(without, page("x.pdf", method="none")), policy) is Outcome.UNDECIDED
    broken = replace(without, problems=(FileProblem("FIL-01", "x.zip", "损坏", "重传"),))
    assert outcome("FRM-06", broken, policy) is Outcome.UNDECIDED


def test_a_pledge_inside_the_form_is_for_a_person(record, policy):
    inside = signing(drop(record, "pledge"), "review_form", "signed", place="承诺人签名")
    assert outcome("FRM-06", inside, policy) is Outcome.UNDECIDED


def test_marks_of_copies_are_only_asked_for_by_a_policy(record, policy):
    assert outcome("FRM-10", record, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("mark", "colour", "expected"),
    [
        (read(True), False, Outcome.PASS),
        (read(False), False, Outcome.FAIL),
        (None, False, Outcome.FAIL),
        (None, True, Outcome.UNDECIDED),
        (unread(), False, Outcome.UNDECIDED),
    ],
)
def test_a_copied_certificate_is_marked_as_true(mark, colour, expected, record, policy):
    only = drop(record, "id_card", "title_certificate")
    marked = replace(only, documents=tuple(replace(d, copy_mark=mark) for d in only.documents))
    wanted = asking(policy, copies_marked_as_original=True)
    assert outcome("FRM-10", unclear(marked, "diploma", colour=colour), wanted) is expected


def test_without_certificates_no_marks_are_due(record, policy):
    wanted = asking(policy, copies_marked_as_original=True)
    bare = drop(record, "id_card", "title_certificate", "diploma", "degree")
    assert outcome("FRM-10", bare, wanted) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("opinion", "signed", "expected"),
    [
        ("同意呈报。", True, Outcome.PASS),
        (unread("blank", 0.0), False, Outcome.FAIL),
        ("同意呈报。", False, Outcome.FAIL),
        ("同意呈报。", unread(), Outcome.UNDECIDED),
        ("同意呈报。", read(False, 0.6), Outcome.UNDECIDED),
        (unread("blank", 0.0), unread(), Outcome.UNDECIDED),
        (None, None, Outcome.PASS),
    ],
)
def test_the_superior_departments_place_is_filled_where_there_is_one(opinion, signed, expected, record, policy):
    form = change(record, "review_form", superior_opinion=opinion, superior_signed=signed)
    moved = change(form, "review_form", unit_opinion=read("同意推荐", box=Box(1, 1, 2, 2)))
    assert outcome("FRM-12", moved, policy) is expected


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        (True, Outcome.PASS),
        (False, Outcome.FAIL),
        (unread("ambiguous", 0.0), Outcome.UNDECIDED),
        (unread(), Outcome.UNDECIDED),
        (None, Outcome.NOT_APPLICABLE),
    ],
)
def test_the_responsible_person_signs_where_there_is_a_place(signed, expected, record, policy):
    assert outcome("FRM-12", change(record, "review_form", unit_signed=signed), policy) is expected


@pytest.mark.parametrize(("sealed", "expected"), [(True, Outcome.PASS), (False, Outcome.UNDECIDED)])
@pytest.mark.parametrize("reason", ["ambiguous", "unreadable"])
def test_a_place_with_a_name_is_not_empty_where_the_unit_s_seal_is_on_the_opinion(
    reason, sealed, expected, record, policy
):
    printed = unread(reason, 0.0, raw="宿怀瑾")
    form = change(record, "review_form", unit_signed=printed, unit_sealed=sealed)
    assert outcome("FRM-12", form, policy) is expected


def test_one_place_for_both_opinions_is_the_units(record, policy):
    both = unread("blank", 0.0)
    shared = change(record, "review_form", superior_opinion=both, unit_opinion=both)
    assert not doubts("FRM-12", judged(shared, policy))
    assert outcome("FRM-12", shared, policy) is Outcome.PASS


def test_an_empty_place_of_the_responsible_person_on_a_blurred_page_is_open(record, policy):
    empty = unclear(change(record, "review_form", unit_signed=False), "review_form", problem="模糊")
    assert outcome("FRM-12", empty, policy) is Outcome.UNDECIDED


def test_post_quotas_are_only_asked_for_by_a_policy(record, policy):
    public = applicant(record, employer_ownership="public_institution")
    assert outcome("FRM-13", public, policy) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("ownership", "expected"),
    [
        ("public_institution", Outcome.FAIL),
        ("private", Outcome.NOT_APPLICABLE),
        ("unknown", Outcome.UNDECIDED),
        (read("public_institution", 0.6), Outcome.UNDECIDED),
    ],
)
def test_a_public_institution_shows_its_quota(ownership, expected, record, policy):
    wanted = asking(policy, post_quota_approval=True)
    employed = applicant(record, employer_ownership=ownership)
    assert outcome("FRM-13", employed, wanted) is expected


def test_the_approval_is_known_by_its_heading_or_subject(record, policy):
    wanted = asking(policy, post_quota_approval=True)
    public = applicant(record, employer_ownership="public_institution")
    for title, subject in (("岗位空缺核准表", "高级岗位"), ("情况说明", "岗位空缺情况")):
        approval = document("d52", "statement", {"subject": subject}, (), title)
        assert outcome("FRM-13", add(public, approval), wanted) is Outcome.PASS
    other = document("d52", "statement", {"subject": "隶属关系"}, (), "情况说明")
    assert outcome("FRM-13", add(public, other), wanted) is Outcome.FAIL
    assert outcome("FRM-13", add_pages(public, page("x.pdf", method="none")), wanted) is Outcome.UNDECIDED
