"""The invented facts: they hold together, and exactly the announced faults are in them."""

from collections import defaultdict
from datetime import date
from typing import Any

import chinese_calendar
import pytest

from dossier.sample import story_names
from dossier.sample.story import Story, load_story

CORE = ("review_form", "id_card", "publicity_notice", "publicity_photo", "publicity_result", "unit_opinion")
ITEMS = {"conditions_and_procedure", "application_materials", "unit_opinion"}


@pytest.fixture(params=story_names())
def story(request: pytest.FixtureRequest) -> Story:
    return load_story(request.param)


def fields(story: Story, kind: str) -> list[dict[str, Any]]:
    return [dict(paper.fields) for paper in story.papers if paper.kind == kind]


def check_digit(number: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False)) % 11]


def working_days(period: str) -> int:
    start, end = map(date.fromisoformat, period.split(".."))
    return len(chinese_calendar.get_workdays(start, end))


def test_there_are_the_three_announced_dossiers():
    assert story_names() == ("clean", "identity", "publicity")


def test_identity_numbers_are_valid_but_where_the_fault_is_planted(story):
    number = fields(story, "id_card")[0]["id_number"]
    assert (number[17] == check_digit(number)) == ("IDN-03" not in story.must)


def test_identity_numbers_use_the_region_that_does_not_exist(story):
    assert fields(story, "id_card")[0]["id_number"].startswith("149900")


def test_birth_date_and_sex_agree_with_the_number_even_where_its_check_digit_is_wrong(story):
    card, form = fields(story, "id_card")[0], fields(story, "review_form")[0]
    assert card["id_number"][6:14] == card["birth_date"].replace("-", "")
    assert card["sex"] == form["sex"] == ("男" if int(card["id_number"][16]) % 2 else "女")
    assert form["birth_date"] == card["birth_date"][:7]


def test_name_and_number_are_the_same_on_every_document(story):
    papers = [paper.fields for paper in story.papers]
    assert {own["name"] for own in papers if "name" in own} == {story.person}
    assert len({own["id_number"] for own in papers if "id_number" in own}) == 1


def test_employer_publisher_and_seal_are_one_unit(story):
    names = ("employer", "publisher", "seal_text", "unit_seal_text")
    assert len({paper.fields[n] for paper in story.papers for n in names if n in paper.fields}) == 1


def test_the_title_applied_for_is_the_published_one(story):
    applied = fields(story, "review_form")[0]["title"]
    published = [p for kind in CORE for own in fields(story, kind) for p in own.get("applicants", [])]
    assert {p["title"] for p in published if p["name"] == story.person} == {applied}


def test_education_on_the_form_is_that_of_the_diploma(story):
    form, diploma = fields(story, "review_form")[0], fields(story, "diploma")[0]
    for name in ("school", "major", "graduated"):
        assert form[name] == diploma[name]
    assert form["education"].endswith(diploma["education"])
    assert form["degree"] == fields(story, "degree")[0]["degree"]


def test_diploma_numbers_carry_year_and_level(story):
    diploma = fields(story, "diploma")[0]
    level = {"博士研究生": "01", "硕士研究生": "02", "本科": "05"}[diploma["education"]]
    assert len(diploma["certificate_number"]) == 18
    assert diploma["certificate_number"][6:12] == diploma["graduated"][:4] + level


def test_the_current_title_is_told_as_its_certificate_tells_it(story):
    form, certificate = fields(story, "review_form")[0], fields(story, "title_certificate")[0]
    assert form["current_title"] == certificate["title"]
    assert form["current_title_date"] == certificate["date"][:7]


def test_continuing_education_is_sufficient_in_every_year(story):
    years = fields(story, "continuing_education")[0]["years"]
    assert [row["year"] for row in years] == [2020, 2021, 2022, 2023, 2024]
    for row in years:
        assert row["total"] == row["public"] + row["professional"]
        assert row["total"] >= 90
        assert row["professional"] >= 60


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("clean", "employment_contract"),
        ("clean", "summary_form"),
        ("clean", "social_insurance"),
        ("publicity", "appointment"),
        ("identity", "appointment"),
        ("identity", "social_insurance"),
    ],
)
def test_each_dossier_has_what_its_kind_of_employer_and_level_ask_for(name, kind):
    assert fields(load_story(name), kind)


def test_each_dossier_has_the_documents_everyone_must_hand_in(story):
    kinds = {paper.kind for paper in story.papers}
    assert kinds >= {*CORE, "catalogue", "diploma", "education_verification", "title_certificate", "pledge"}
    assert kinds >= {"annual_assessment", "continuing_education", "work_summary", "achievement", "degree"}


def test_identity_cards_are_valid_on_the_day_of_submission(story):
    start, end = fields(story, "id_card")[0]["valid"].split("..")
    assert start < story.submitted < end


def test_all_three_items_are_published_but_where_the_fault_is_planted(story):
    published = {item for notice in fields(story, "publicity_notice") for item in notice["items"]}
    missing = {"conditions_and_procedure": "PUB-01", "application_materials": "PUB-02", "unit_opinion": "PUB-03"}
    assert {missing[item] for item in ITEMS - published} == set(story.must) & set(missing.values())


def test_five_working_days_even_without_the_first_but_where_the_fault_is_planted(story):
    days = [working_days(notice["period"]) for notice in fields(story, "publicity_notice")]
    if "PUB-04" in story.must:
        assert days == [4]
    else:
        assert min(days) >= 6
        assert days == [notice["stated_days"] for notice in fields(story, "publicity_notice")]


def test_results_are_issued_after_the_period_but_where_the_fault_is_planted(story):
    for result in fields(story, "publicity_result"):
        last_day = result["period"].split("..")[1]
        assert (result["date"] < last_day) == ("PUB-11" in story.must)
        assert result["date"] != last_day
        assert last_day < story.submitted


def test_every_notice_has_its_photo_and_its_result(story):
    events = defaultdict(set)
    for kind in ("publicity_notice", "publicity_photo", "publicity_result"):
        for own in fields(story, kind):
            events[own["period"]].add((kind, tuple(own["items"])))
    assert all(len(papers) == 3 for papers in events.values())


def test_notices_and_opinions_are_dated_before_their_publication_begins(story):
    opinion = fields(story, "unit_opinion")[0]
    assert opinion["date"] == fields(story, "review_form")[0]["opinion_date"]
    for notice in fields(story, "publicity_notice"):
        start = notice["period"].split("..")[0]
        assert notice["date"] <= start
        assert "unit_opinion" not in notice["items"] or opinion["date"] < start


def test_every_kind_that_decides_is_drawn_in_at_least_three_designs():
    designs = defaultdict(set)
    for name in story_names():
        for paper in load_story(name).papers:
            designs[paper.kind].add(paper.design)
    assert all(designs[kind] == {1, 2, 3} for kind in CORE)


def test_every_turn_a_scan_can_lie_in_occurs():
    turns = {paper.turn for name in story_names() for paper in load_story(name).papers}
    assert turns == {0, 90, 180, 270}


def test_titles_are_unique_within_a_dossier_and_photographs_name_a_document_of_it(story):
    titles = [paper.title for paper in story.papers]
    assert len(titles) == len(set(titles))
    assert {paper.of for paper in story.papers if paper.form == "photo"} <= set(titles)


def test_no_reference_is_left_unresolved(story):
    assert "$" not in repr(story)


def test_what_is_said_to_be_sealed_or_signed_is(story):
    for paper in story.papers:
        if paper.fields.get("sealed") or paper.fields.get("unit_sealed"):
            assert paper.fields.get("seal_text", paper.fields.get("unit_seal_text")) in paper.seals
        if paper.fields.get("signed") or paper.fields.get("applicant_signature"):
            assert story.person in paper.signatures
