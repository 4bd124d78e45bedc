"""PUB-01 to PUB-03, PUB-14, PUB-15."""

import pytest
from record_builder import (
    ITEMS,
    NAME,
    PERIOD,
    add,
    add_pages,
    applicant,
    applying,
    change,
    change_both,
    document,
    doubts,
    drop,
    event,
    messages,
    outcome,
    page,
    publication,
    read,
    replace_page,
    unread,
)

from dossier.model import Box, FileProblem, Outcome, Period, Quality
from dossier.validate import validate

PUBLICITY = ("publicity_notice", "publicity_photo", "publicity_result")
CODES = {"PUB-01": ITEMS[0], "PUB-02": ITEMS[1], "PUB-03": ITEMS[2]}


@pytest.mark.parametrize("code", CODES)
def test_an_item_that_an_event_covers_passes(code, record, policy):
    assert outcome(code, record, policy) is Outcome.PASS


@pytest.mark.parametrize("code", CODES)
def test_an_item_that_no_event_covers_is_a_defect_shown_on_the_notice(code, record, policy):
    published = [item for item in ITEMS if item != CODES[code]]
    judgement = validate(change_both(record, items=published), policy)
    found = [finding for finding in judgement.defects if finding.rule == code]
    assert len(found) == 1
    assert {"d101.pdf", "d103.pdf"} == {place.file for place in found[0].locations}


@pytest.mark.parametrize("code", CODES)
def test_without_any_publicity_all_three_items_are_missing_and_the_form_is_shown(code, record, policy):
    judgement = validate(drop(record, *PUBLICITY), policy)
    found = next(finding for finding in judgement.defects if finding.rule == code)
    assert found.locations[0].file == "d01.pdf"
    assert "PUB-04" in judgement.not_applicable


def test_several_events_add_up_to_the_three_items(record, policy):
    first = change_both(record, items=ITEMS[:1])
    both = add(first, *publication(2, items=ITEMS[1:]), as_event=True)
    assert {outcome(code, both, policy) for code in CODES} == {Outcome.PASS}


def test_a_publication_that_extraction_left_out_of_the_events_still_counts(record, policy):
    first = change_both(record, items=ITEMS[:2])
    assert outcome("PUB-03", add(first, *publication(2, items=ITEMS[2:])), policy) is Outcome.PASS


def test_items_read_without_certainty_do_not_prove_that_one_is_missing(record, policy):
    doubtful = read(ITEMS[:2], 0.84)
    assert outcome("PUB-03", change_both(record, items=doubtful), policy) is Outcome.UNDECIDED
    assert outcome("PUB-03", change_both(record, items=read(ITEMS[:2], 0.85)), policy) is Outcome.FAIL


def test_an_item_found_in_a_doubtful_line_is_still_found(record, policy):
    assert outcome("PUB-03", change_both(record, items=read(ITEMS, 0.4)), policy) is Outcome.PASS


@pytest.mark.parametrize("items", [unread(), unread("ambiguous"), unread("blank"), read([])])
def test_a_notice_whose_items_cannot_be_told_leaves_them_open(items, record, policy):
    assert outcome("PUB-02", change_both(record, items=items), policy) is Outcome.UNDECIDED


def test_a_result_that_claims_more_than_the_notice_leaves_the_item_open(record, policy):
    assert outcome("PUB-03", change(record, "publicity_notice", items=ITEMS[:2]), policy) is Outcome.UNDECIDED


def test_a_result_that_claims_less_than_the_notice_does_not_unpublish_an_item(record, policy):
    assert outcome("PUB-03", change(record, "publicity_result", items=ITEMS[:2]), policy) is Outcome.PASS


def test_nothing_is_missing_for_certain_while_a_file_could_not_be_opened(record, policy):
    from dataclasses import replace

    broken = replace(
        change_both(record, items=ITEMS[:2]), problems=(FileProblem("FIL-01", "公示.pdf", "文件已加密", "取消密码"),)
    )
    judgement = validate(broken, policy)
    assert not messages("PUB-03", judgement)
    assert "公示.pdf" in doubts("PUB-03", judgement)[0]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (page("x.pdf", method="none"), Outcome.UNDECIDED),
        (page("x.pdf", may_be=("publicity_notice",)), Outcome.UNDECIDED),
        (page("x.pdf", quality=Quality(problem="模糊")), Outcome.UNDECIDED),
        (page("x.pdf", may_be=("diploma",)), Outcome.FAIL),
        (page("x.pdf", kind="diploma", quality=Quality(problem="模糊")), Outcome.FAIL),
        (page("x.pdf", method="none", quality=Quality(blank=True)), Outcome.FAIL),
    ],
)
def test_only_pages_that_may_be_a_notice_keep_the_question_open(extra, expected, record, policy):
    assert outcome("PUB-03", add_pages(change_both(record, items=ITEMS[:2]), extra), policy) is expected


def test_a_list_of_materials_that_is_not_there_keeps_the_question_open(record, policy):
    changed = change(change_both(record, items=ITEMS[:2]), "publicity_notice", annex="附件：公示材料清单")
    assert outcome("PUB-03", changed, policy) is Outcome.UNDECIDED


def test_a_list_of_people_that_is_not_there_says_nothing_about_items(record, policy):
    changed = change(change_both(record, items=ITEMS[:2]), "publicity_notice", annex="附件：申报人员名单")
    assert outcome("PUB-03", changed, policy) is Outcome.FAIL


@pytest.mark.parametrize("route", ["initial", "postdoc"])
def test_publicity_does_not_apply_to_initial_appointments_that_papers_bear_out(route, record, policy):
    bare = add(drop(record, *PUBLICITY), document("d20", route if route == "postdoc" else "initial_form", {}))
    declared = applying(bare, route=[route])
    assert outcome("PUB-01", declared, policy) is Outcome.NOT_APPLICABLE
    assert outcome("PUB-02", bare, policy) is Outcome.UNDECIDED


def test_a_declared_postdoc_without_any_paper_of_it_leaves_publicity_open(record, policy):
    declared = applying(drop(record, *PUBLICITY), route=["postdoc"])
    assert outcome("PUB-01", declared, policy) is Outcome.UNDECIDED


def test_a_special_route_read_without_certainty_switches_nothing_off(record, policy):
    bare = applying(drop(record, *PUBLICITY), route=read(["initial"], 0.5))
    assert outcome("PUB-01", bare, policy) is Outcome.UNDECIDED


def test_an_illegible_route_leaves_open_whether_publicity_applies(record, policy):
    assert outcome("PUB-01", applying(drop(record, *PUBLICITY), route=unread()), policy) is Outcome.UNDECIDED
    assert outcome("PUB-01", applying(drop(record, *PUBLICITY), route=unread("blank")), policy) is Outcome.FAIL


def people(*names, **changes):
    return read([{"name": name, "title": "高级工程师"} for name in names], **changes)


def test_the_applicant_among_those_published_passes(record, policy):
    assert outcome("PUB-14", record, policy) is Outcome.PASS
    assert outcome("PUB-14", change_both(record, applicants=people("石敬安", NAME)), policy) is Outcome.PASS


def test_a_list_without_the_applicant_is_a_defect_that_names_both(record, policy):
    judgement = validate(change_both(record, applicants=people("石敬安", "罗启明")), policy)
    said = messages("PUB-14", judgement)[0]
    assert NAME in said
    assert "石敬安、罗启明" in said


@pytest.mark.parametrize(
    "listed",
    [
        unread(),
        people("石敬安", confidence=0.84),
        people("郭远丹"),
        people(f"{NAME}·央金"),
        people("石*安"),
        people("石敬安", raw="石敬安等5名同志"),
    ],
)
def test_a_list_that_may_hide_the_applicant_is_left_to_a_person(listed, record, policy):
    assert outcome("PUB-14", change_both(record, applicants=listed), policy) is Outcome.UNDECIDED


LISTED = ("石敬安", "罗启明", "韦子昂", "邱振东")


def listing(record, noticed, reported=None, confidence=0.97):
    """Notice and result that list these people."""
    told = change(record, "publicity_notice", applicants=people(*noticed, confidence=confidence))
    return change(told, "publicity_result", applicants=people(*(reported or noticed), confidence=confidence))


def named(record, name, **changes):
    return applicant(change(record, "review_form", name=name), name=read(name, file="d01.pdf", **changes))


@pytest.mark.parametrize("reported", [LISTED, (*LISTED[:3], "邱振冬")])
def test_papers_that_bear_each_other_out_prove_the_absence_though_letters_are_doubtful(record, policy, reported):
    assert outcome("PUB-14", listing(record, LISTED, reported, 0.8), policy) is Outcome.FAIL


def test_the_defect_points_at_the_lists_it_rests_on(record, policy):
    judgement = validate(listing(record, LISTED, confidence=0.8), policy)
    found = next(finding for finding in judgement.defects if finding.rule == "PUB-14")
    assert {place.file for place in found.locations} == {"d101.pdf", "d103.pdf", "d01.pdf"}
    assert all(place.box is not None for place in found.locations)


@pytest.mark.parametrize(
    ("noticed", "reported", "confidence"),
    [
        pytest.param(LISTED, LISTED, 0.79, id="hard to read"),
        pytest.param(LISTED, LISTED[:3], 0.8, id="one of them lost a row"),
        pytest.param(LISTED, (*LISTED[:3], "贺知遥"), 0.8, id="one of them names another person"),
        pytest.param(LISTED, LISTED[::-1], 0.8, id="in another order"),
        pytest.param(LISTED[:2], LISTED[:2], 0.8, id="two people"),
        pytest.param((*LISTED, f"{NAME[0]}明"), None, 0.8, id="somebody of the same surname"),
        pytest.param((*LISTED, f"李{NAME[1]}"), None, 0.8, id="somebody with a character of the name"),
        pytest.param((*LISTED, f"李小{NAME[0]}"), None, 0.8, id="a character in another place"),
    ],
)
def test_doubtful_lists_that_may_have_lost_or_misread_the_applicant_prove_nothing(
    record, policy, noticed, reported, confidence
):
    assert outcome("PUB-14", listing(record, noticed, reported, confidence), policy) is Outcome.UNDECIDED


def test_a_look_alike_of_the_name_keeps_doubtful_lists_open(record, policy):
    told = named(listing(record, (*LISTED, "李志远"), confidence=0.8), "王忠民")
    assert outcome("PUB-14", told, policy) is Outcome.UNDECIDED
    assert outcome("PUB-14", named(listing(record, LISTED, confidence=0.8), "王忠民"), policy) is Outcome.FAIL


def test_a_name_with_a_rare_character_may_be_lost_in_both_doubtful_lists_alike(record, policy):
    assert outcome("PUB-14", named(listing(record, LISTED, confidence=0.8), "王㛃"), policy) is Outcome.UNDECIDED
    assert outcome("PUB-14", named(listing(record, LISTED), "王㛃"), policy) is Outcome.FAIL


@pytest.mark.parametrize("misread", ["覃种弈", "覃中羽"])
def test_rare_characters_misread_alike_twice_are_no_proof_however_surely_they_were_read(record, policy, misread):
    assert outcome("PUB-14", named(listing(record, (*LISTED, misread)), "覃翀羿"), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("number", [2, 20, 200])
def test_a_list_of_any_length_that_was_surely_read_proves_the_absence(record, policy, number):
    listed = [f"石{chr(0x4E00 + i)}安" for i in range(number)]
    assert outcome("PUB-14", listing(record, listed), policy) is Outcome.FAIL


def test_in_a_long_doubtful_list_somebody_shares_a_character_with_the_applicant(record, policy):
    listed = [*LISTED, *(f"石{chr(0x4E00 + i)}安" for i in range(196)), f"刘{NAME[2]}"]
    assert outcome("PUB-14", listing(record, listed, confidence=0.8), policy) is Outcome.UNDECIDED


@pytest.mark.parametrize("name", ["John Smith", "GUO YUANZHOU", "约翰逊·史密斯"])
def test_a_foreign_name_may_be_published_in_another_spelling(record, policy, name):
    assert outcome("PUB-14", named(listing(record, (*LISTED, "约翰·史密斯")), name), policy) is Outcome.UNDECIDED


def test_two_spellings_of_a_name_in_parts_are_left_to_a_person(record, policy):
    told = named(listing(record, (*LISTED, "麦买提·艾力")), "买麦提·艾力")
    assert outcome("PUB-14", told, policy) is Outcome.UNDECIDED


def test_a_former_name_counts_where_a_paper_proves_it_and_is_a_doubt_where_only_the_form_says_so(record, policy):
    told = applicant(listing(record, LISTED), former_name="罗启明")
    assert outcome("PUB-14", told, policy) is Outcome.UNDECIDED
    proof = document("d40", "name_change_proof", {"former_name": "罗启明", "name": NAME})
    assert outcome("PUB-14", add(told, proof), policy) is Outcome.PASS


@pytest.mark.parametrize("ending", ["等", "等申报人员", "等拟申报高级工程师的人员", "等 5 位"])
def test_a_list_that_ends_in_and_others_does_not_name_everybody(record, policy, ending):
    told = change_both(record, applicants=people("石敬安", "罗启明", raw=f"石敬安、罗启明{ending}"))
    assert outcome("PUB-14", told, policy) is Outcome.UNDECIDED


def test_words_of_rank_beside_a_name_leave_nobody_out(record, policy):
    told = change_both(record, applicants=people("石敬安", "罗启明", raw="石敬安（一等奖）、罗启明（高等学校教师）"))
    assert outcome("PUB-14", told, policy) is Outcome.FAIL


@pytest.mark.parametrize(("lowest", "expected"), [(700, Outcome.FAIL), (800, Outcome.UNDECIDED)])
def test_a_list_down_to_the_foot_of_the_last_page_may_go_on_where_nobody_uploaded(record, policy, lowest, expected):
    told = change_both(record, applicants=people(*LISTED, box=Box(72, 400, 300, lowest)))
    assert outcome("PUB-14", told, policy) is expected


def test_a_list_on_a_page_that_is_hard_to_read_may_have_lost_somebody(record, policy):
    told = listing(record, LISTED)
    cut = replace_page(told, "d101.pdf", quality=Quality(problem="右侧文字被裁切"))
    assert outcome("PUB-14", cut, policy) is Outcome.UNDECIDED


def test_the_list_of_another_department_is_no_defect_where_the_applicants_own_was_published(record, policy):
    own = listing(record, LISTED)
    for period in (PERIOD, Period("2025-08-25", "2025-08-26")):
        both = add(own, *publication(2, period=period), as_event=True)
        assert outcome("PUB-14", both, policy) is not Outcome.FAIL


def test_another_publication_that_names_the_applicant_for_one_item_does_not_answer_for_the_other(record, policy):
    own = change_both(listing(record, LISTED), items=ITEMS[2:])
    both = add(own, *publication(2, items=ITEMS[:2]), as_event=True)
    assert outcome("PUB-14", both, policy) is Outcome.FAIL


def test_a_list_that_is_not_in_the_dossier_may_name_the_applicant(record, policy):
    changed = change(change_both(record, applicants=people("石敬安")), "publicity_notice", annex="名单附后")
    assert outcome("PUB-14", changed, policy) is Outcome.UNDECIDED


def test_an_applicant_only_in_the_result_is_left_to_a_person(record, policy):
    assert (
        outcome("PUB-14", change(record, "publicity_notice", applicants=people("石敬安")), policy) is Outcome.UNDECIDED
    )


def test_an_unknown_applicant_cannot_be_looked_for(record, policy):
    assert outcome("PUB-14", applicant(record, name=unread()), policy) is Outcome.UNDECIDED


def test_conditions_alone_need_no_names(record, policy):
    named = add(
        change_both(record, items=ITEMS[1:]), *publication(2, items=ITEMS[:1], applicants=people()), as_event=True
    )
    assert outcome("PUB-14", named, policy) is Outcome.PASS


def titled(title, **changes):
    return read([{"name": NAME, "title": title}], **changes)


@pytest.mark.parametrize("title", ["高级工程师", "高级 工程师", "高级工程师（机械）", "高级工程师任职资格"])
def test_the_same_title_in_other_words_passes(title, record, policy):
    assert outcome("PUB-15", change_both(record, applicants=titled(title)), policy) is Outcome.PASS


@pytest.mark.parametrize("title", ["工程师", "正高级工程师", "高级经济师"])
def test_another_title_beside_the_applicant_is_a_defect(title, record, policy):
    assert outcome("PUB-15", change_both(record, applicants=titled(title)), policy) is Outcome.FAIL


@pytest.mark.parametrize(
    "listed",
    [
        titled("副高级"),
        titled("机械专业高工"),
        titled("正高级工程师", confidence=0.9),
        titled("高级经济师", confidence=0.8),
    ],
)
def test_a_title_that_may_be_the_same_or_misread_is_left_to_a_person(listed, record, policy):
    assert outcome("PUB-15", change_both(record, applicants=listed), policy) is Outcome.UNDECIDED


def test_a_list_without_titles_has_nothing_to_compare(record, policy):
    assert outcome("PUB-15", change_both(record, applicants=titled(None)), policy) is Outcome.NOT_APPLICABLE


def test_an_unread_applied_title_leaves_the_comparison_open(record, policy):
    assert outcome("PUB-15", applying(record, title=unread()), policy) is Outcome.UNDECIDED


def test_the_period_of_the_builder_is_the_one_the_tests_speak_of(record):
    assert record.publicity[0]["period"].value == PERIOD
    assert event(publication(3))["documents"] == ["d301", "d302", "d303"]
