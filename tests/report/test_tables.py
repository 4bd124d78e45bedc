"""The tables of publicity and certificates never say more than the rules did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Document, Outcome, PageRef, Period, Place, Value

ITEMS = ["conditions_and_procedure", "application_materials", "unit_opinion"]


def rows(report):
    return {row["item"]: row for row in report["publicity"]}


def certificate(report, kind):
    return next(entry for entry in report["certificates"] if entry["kind"] == kind)


def test_all_three_items_are_listed_in_the_order_of_the_notice(clean_report):
    assert [row["item"] for row in clean_report["publicity"]] == ITEMS


def test_a_row_shows_what_was_published(clean_report):
    row = rows(clean_report)["unit_opinion"]
    assert row["period"] == {"start": "2025-08-04", "end": "2025-08-08"}
    assert (row["working_days"], row["working_days_first_day_excluded"]) == (5, 4)
    assert (row["venue"], row["venue_text"]) == (["conspicuous_place"], "办公楼一层公告栏")
    assert (row["outcome"], row["sealed"], row["compliance"]) == ("no_objection", True, "compliant")
    assert row["documents"] == ["d03", "d04", "d05"]


def test_an_item_that_nobody_published_is_an_empty_row(record, judged, finding, report_of):
    event = {**record.publicity[0], "items": Value(ITEMS[:2])}
    facts = {"publicity": {item: record.facts["publicity"][item] for item in ITEMS[:2]}}
    report = report_of(replace(record, publicity=(event,), facts=facts), judged(finding("PUB-03")))
    row = rows(report)["unit_opinion"]
    assert (row["period"], row["working_days"], row["venue"], row["documents"]) == (None, None, [], [])
    assert row["compliance"] == "not_compliant"
    assert rows(report)["application_materials"]["compliance"] == "compliant"


def test_a_missing_item_that_may_lie_on_an_unread_page_stays_open(record, judged, finding, report_of):
    report = report_of(replace(record, publicity=(), facts={}), judged(finding("PUB-03", outcome=Outcome.UNDECIDED)))
    assert rows(report)["unit_opinion"]["compliance"] == "undecided"


@pytest.mark.parametrize(("outcome", "compliance"), [(Outcome.FAIL, "not_compliant"), (Outcome.UNDECIDED, "undecided")])
def test_a_finding_on_the_events_pages_decides_its_row(record, judged, finding, report_of, outcome, compliance):
    seal = finding("PUB-12", "无公章", Place("03公示.pdf", 4), outcome=outcome)
    assert {row["compliance"] for row in report_of(record, judged(seal))["publicity"]} == {compliance}


def test_a_finding_about_another_event_leaves_the_row_alone(record, judged, finding, report_of):
    elsewhere = finding("PUB-12", "无公章", Place("06其他材料.pdf", 1))
    assert {row["compliance"] for row in report_of(record, judged(elsewhere))["publicity"]} == {"compliant"}


def test_advice_does_not_spoil_a_row(record, judged, finding, report_of):
    assert {r["compliance"] for r in report_of(record, judged(finding("PUB-05")))["publicity"]} == {"compliant"}


def test_facts_that_leave_the_question_open_leave_the_row_open(record, judgement, report_of):
    facts = {"publicity": {item: {**record.facts["publicity"][item], "compliant": None} for item in ITEMS}}
    report = report_of(replace(record, facts=facts), judgement)
    assert {row["compliance"] for row in report["publicity"]} == {"undecided"}


def test_where_publicity_is_not_due_the_rows_say_so(record, judgement, report_of):
    initial = replace(judgement, not_applicable={"PUB-01": "初定", "PUB-02": "初定", "PUB-03": "初定"}, passed=())
    report = report_of(replace(record, publicity=(), facts={}), initial)
    assert {row["compliance"] for row in report["publicity"]} == {"not_applicable"}


def test_the_counted_period_is_shown_where_it_was_derived(record, judgement, report_of):
    event = {**record.publicity[0], "period": Value(None, "自8月4日起5个工作日", reason="ambiguous")}
    report = report_of(replace(record, publicity=(event,)), judgement)
    assert rows(report)["unit_opinion"]["period"] == {"start": "2025-08-04", "end": "2025-08-08"}


def test_the_best_event_of_an_item_is_shown(record, judgement, report_of):
    other = {**record.publicity[0], "period": Value(Period("2025-06-02", "2025-06-03")), "documents": []}
    facts = {"publicity": {item: {**record.facts["publicity"][item], "event": 1} for item in ITEMS}}
    report = report_of(replace(record, publicity=(other, record.publicity[0]), facts=facts), judgement)
    assert rows(report)["unit_opinion"]["documents"] == ["d03", "d04", "d05"]


def test_a_sound_identity_card_passes_and_agrees(clean_report):
    entry = certificate(clean_report, "id_card")
    assert (entry["check"], entry["consistent"]) == ("pass", "yes")
    assert (entry["name"], entry["file"], entry["page"]) == ("居民身份证", "02身份证.jpg", 1)


def test_a_certificate_that_no_rule_looked_at_is_not_said_to_be_checked(clean_report):
    assert certificate(clean_report, "title_certificate")["check"] == "not_checked"


def test_a_certificate_without_a_legible_name_is_not_said_to_agree(clean_report):
    assert certificate(clean_report, "education_verification")["consistent"] == "not_checked"


@pytest.mark.parametrize(("outcome", "check"), [(Outcome.FAIL, "fail"), (Outcome.UNDECIDED, "undecided")])
def test_a_finding_about_the_number_shows_on_its_certificate(record, judged, finding, report_of, outcome, check):
    number = finding("IDN-03", "校验不通过", Place("02身份证.jpg", 1), outcome=outcome)
    assert certificate(report_of(record, judged(number)), "id_card")["check"] == check


@pytest.mark.parametrize(("outcome", "word"), [(Outcome.FAIL, "no"), (Outcome.UNDECIDED, "undecided")])
def test_another_name_on_a_certificate_shows_there_and_only_there(record, judged, finding, report_of, outcome, word):
    name = finding("CON-01", "姓名不一致", Place("04学历.pdf", 1), outcome=outcome)
    report = report_of(record, judged(name))
    assert certificate(report, "diploma")["consistent"] == word
    assert certificate(report, "id_card")["consistent"] == "yes"


def test_a_name_set_wider_is_the_same_name(record, judgement, report_of):
    card = Document("d90", "degree", "学位证书", (PageRef("a.pdf", 1),), {"name": Value("李 晓 峰")})
    report = report_of(replace(record, documents=(card,)), judgement)
    assert certificate(report, "degree")["consistent"] == "yes"


def test_a_card_whose_number_could_not_be_read_has_not_passed(record, judgement, report_of):
    card = Document("d90", "id_card", "居民身份证", (PageRef("a.pdf", 1),), {})
    entry = certificate(report_of(replace(record, documents=(card,)), judgement), "id_card")
    assert (entry["number"], entry["check"]) == (None, "not_checked")
