"""The judgement as a whole: what adds up to what, and what a crash does."""

from dataclasses import replace

import pytest
from record_builder import (
    ITEMS,
    NUMBER,
    add,
    applying,
    change,
    change_both,
    document,
    drop,
    messages,
    outcome,
    publication,
    read,
    unread,
)

from dossier.model import Decision, Finding, Outcome, Period, Severity
from dossier.model.wire import record_from_json, record_to_json
from dossier.policy.checks import validate_record_json
from dossier.validate import RULES, across_codes, checked_codes, decide, publicity_facts, validate
from dossier.validate import runner as runner_module
from dossier.validate.demand_pages import PAGES


def test_a_dossier_in_order_is_accepted_with_nothing_left_open(record, policy):
    judgement = validate(record, policy)
    assert judgement.decision is Decision.ACCEPT
    assert judgement.defects == judgement.undecided == judgement.failures == ()
    assert {*judgement.passed, *judgement.not_applicable} == set(checked_codes()) - set(across_codes())


def test_the_dossier_of_the_builder_is_a_valid_record_and_survives_json(record, policy):
    data = record_to_json(record)
    assert validate_record_json(data) == []
    assert validate(record_from_json(data), policy) == validate(record, policy)


def test_every_rule_is_accounted_for_once(record, policy):
    mixed = change_both(applying(record, submitted=None), items=ITEMS[:2], period=Period("2025-08-11", "2025-08-14"))
    judgement = validate(mixed, policy)
    said = {f.rule for f in (*judgement.defects, *judgement.undecided)}
    due = set(checked_codes()) - set(across_codes())
    assert said | set(judgement.passed) | set(judgement.not_applicable) == due
    assert not said & (set(judgement.passed) | set(judgement.not_applicable))


def test_a_finding_carries_what_the_catalogue_says(record, policy):
    judgement = validate(change(record, "publicity_result", date="2025-08-19"), policy)
    finding = next(f for f in judgement.defects if f.rule == "PUB-11")
    assert finding.severity is Severity.REJECT
    assert finding.title == policy.rules["PUB-11"].title
    assert finding.clause == "560-8"
    assert finding.by == "employer"
    assert finding.remedy.startswith("公示期满后重新出具")
    assert {place.file for place in finding.locations} == {"d101.pdf", "d103.pdf"}


def test_a_rule_with_defects_and_open_points_reports_both(record, policy):
    both = change(change(record, "diploma", name="罗启明"), "pledge", name=read("石敬安", 0.5))
    judgement = validate(both, policy)
    assert [f.rule for f in judgement.defects] == ["CON-01"]
    assert [f.rule for f in judgement.undecided] == ["CON-01"]


@pytest.mark.parametrize(
    ("changed", "decision"),
    [
        ({"date": "2025-08-19"}, Decision.REJECT),
        ({"outcome": "not_stated"}, Decision.RETURN),
        ({"date": unread()}, Decision.REVIEW),
        ({"date": "2025-08-20"}, Decision.ACCEPT),
    ],
)
def test_the_gravest_finding_decides(changed, decision, record, policy):
    assert validate(change(record, "publicity_result", **changed), policy).decision is decision


def finding(severity, outcome):
    return Finding("PUB-04", outcome, severity, "", "", "", "", "")


@pytest.mark.parametrize(
    ("findings", "decision"),
    [
        ([], Decision.ACCEPT),
        ([(Severity.ADVISE, Outcome.FAIL), (Severity.ADVISE, Outcome.UNDECIDED)], Decision.ACCEPT),
        ([(Severity.CORRECT, Outcome.UNDECIDED)], Decision.REVIEW),
        ([(Severity.REJECT, Outcome.UNDECIDED)], Decision.REVIEW),
        ([(Severity.REJECT, Outcome.UNDECIDED), (Severity.CORRECT, Outcome.FAIL)], Decision.RETURN),
        ([(Severity.CORRECT, Outcome.FAIL), (Severity.REJECT, Outcome.FAIL)], Decision.REJECT),
    ],
)
def test_findings_add_up_by_severity_and_outcome(findings, decision):
    assert decide([finding(*pair) for pair in findings]) is decision


def test_a_rule_that_crashes_is_our_failure_and_an_open_point(record, policy, monkeypatch):
    def broken(case, policy):
        raise ZeroDivisionError("division by zero")
        yield

    rules = tuple(replace(rule, check=broken) if rule.code == "PUB-04" else rule for rule in RULES)
    monkeypatch.setattr(runner_module, "RULES", rules)
    judgement = validate(record, policy)
    assert judgement.decision is Decision.REVIEW
    assert [f.rule for f in judgement.undecided] == ["PUB-04"]
    assert judgement.failures[0]["stage"] == "validate"
    assert "PUB-04：ZeroDivisionError" in judgement.failures[0]["what"]


def test_a_schema_check_that_crashes_leaves_its_demands_open(record, policy, monkeypatch):
    def broken(case, policy):
        raise KeyError("x-defect")

    monkeypatch.setattr(runner_module, "schema_remarks", broken)
    judgement = validate(record, policy)
    assert {f.rule for f in judgement.undecided} == set(PAGES)
    assert len(judgement.failures) == len(PAGES)


def test_a_rule_switched_off_by_the_pack_says_why(record, policy):
    rules = {**policy.rules, "PUB-11": replace(policy.rules["PUB-11"], off="试点期间不查")}
    judgement = validate(change(record, "publicity_result", date="2025-08-19"), replace(policy, rules=rules))
    assert "试点期间不查" in judgement.not_applicable["PUB-11"]
    assert judgement.decision is Decision.ACCEPT


def test_a_rule_regraded_by_the_pack_weighs_as_the_pack_says(record, policy):
    rules = {**policy.rules, "PUB-11": replace(policy.rules["PUB-11"], severity=Severity.CORRECT, regraded="试点")}
    judgement = validate(change(record, "publicity_result", date="2025-08-19"), replace(policy, rules=rules))
    assert judgement.decision is Decision.RETURN


def test_a_rule_the_pack_leaves_to_people_on_a_route_is_undecided(record, policy):
    changed = replace(policy, routes_undecided={"direct": frozenset({"PUB-11"})}, route_reasons={"direct": "人工核验"})
    early = applying(change(record, "publicity_result", date="2025-08-19"), route=["direct"])
    assert outcome("PUB-11", early, changed) is Outcome.UNDECIDED


def test_two_findings_in_the_same_words_are_told_once(record, policy):
    shared = change(record, "publicity_result", date="2025-08-19")
    first = shared.publicity[0]
    twice = replace(shared, publicity=(first, {**first, "documents": list(first["documents"])}))
    assert len(messages("PUB-11", validate(twice, policy))) == 1


def test_without_a_review_form_or_identity_paper_the_schema_speaks(record, policy):
    judgement = validate(drop(record, "review_form", "id_card"), policy)
    assert {"FRM-01", "IDN-01"} <= {f.rule for f in judgement.defects}
    assert all(f.remedy for f in judgement.defects)


def test_a_missing_form_is_open_while_a_page_may_be_one(record, policy):
    from record_builder import add_pages, page

    bare = add_pages(drop(record, "review_form"), page("x.pdf", may_be=("review_form",)))
    assert outcome("FRM-01", bare, policy) is Outcome.UNDECIDED


def test_a_form_for_initial_appointment_without_that_route_is_left_to_a_person(record, policy):
    other = add(drop(record, "review_form"), document("d80", "initial_form", {}, (), "职称初定表"))
    assert outcome("FRM-01", other, policy) is Outcome.UNDECIDED
    assert outcome("FRM-01", applying(other, route=["initial"]), policy) is Outcome.PASS


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("高级工程师", Outcome.PASS),
        ("高级经济师", Outcome.FAIL),
        (read("高级经济师", 0.8), Outcome.UNDECIDED),
    ],
)
def test_the_title_applied_for_is_one_of_the_series(title, expected, record, policy):
    assert outcome("TTL-07", applying(record, title=title), policy) is expected


def test_a_title_of_no_series_is_a_defect_even_where_the_series_is_unknown(record, policy):
    assert outcome("TTL-07", applying(record, series=None, title="高级甲乙丙师"), policy) is Outcome.FAIL
    unknown = applying(record, series=read("economics", 0.5))
    assert outcome("TTL-07", unknown, policy) is Outcome.NOT_APPLICABLE
    assert outcome("FRM-01", drop(unknown, "review_form"), policy) is Outcome.FAIL


def test_a_demand_that_only_one_series_makes_needs_no_code(record, policy):
    engineering = policy.series["engineering"]
    demand = {
        "properties": {"documents": {"contains": {"properties": {"kind": {"const": "patent"}}}, "x-defect": "ACH-01"}}
    }
    demand["properties"]["documents"]["x-message"] = "卷宗内没有专利证书"
    schema = {**engineering.schema, "allOf": [*engineering.schema["allOf"], demand]}
    changed = replace(policy, series={**policy.series, "engineering": replace(engineering, schema=schema)})
    judgement = validate(record, changed)
    assert messages("ACH-01", judgement) == ["卷宗内没有专利证书"]
    assert "ACH-01" in validate(add(record, document("d81", "patent", {})), changed).passed


def test_a_complete_identity_number_never_reaches_a_message_or_place(record, policy):
    spaced = " ".join(NUMBER[i : i + 4] for i in range(0, 18, 4))
    wrong = change(record, "id_card", id_number=read(NUMBER[:-2], raw=f"公民身份号码{spaced}"))
    judgement = validate(wrong, policy)
    everything = str((judgement.defects, judgement.undecided))
    assert "IDN-03" in everything
    assert NUMBER not in everything
    assert spaced not in everything


def test_facts_say_which_event_carries_each_item(record, policy):
    first = change_both(record, items=ITEMS[:1])
    both = add(first, *publication(2, items=ITEMS[1:], period=Period("2025-09-01", "2025-09-04")), as_event=True)
    facts = publicity_facts(both, policy)
    assert {item: fact["event"] for item, fact in facts.items()} == {ITEMS[0]: 0, ITEMS[1]: 1, ITEMS[2]: 1}
    assert {item: fact["compliant"] for item, fact in facts.items()} == {
        ITEMS[0]: True,
        ITEMS[1]: False,
        ITEMS[2]: False,
    }
    assert publicity_facts(change_both(record, items=ITEMS[:2]), policy).keys() == set(ITEMS[:2])


def test_facts_of_loose_documents_name_no_event(record, policy):
    assert publicity_facts(replace(record, publicity=()), policy)[ITEMS[0]]["event"] is None


def test_facts_are_open_where_a_person_must_decide(record, policy):
    assert publicity_facts(change_both(record, period=unread()), policy)[ITEMS[0]] == {
        "start": None,
        "end": None,
        "days_inclusive": None,
        "days_exclusive": None,
        "compliant": None,
        "event": 0,
    }


def test_the_parameters_a_rule_asked_for_are_remembered(record, policy):
    consulted = validate(record, policy).consulted
    assert consulted["PUB-04"] == ("count_first_day", "minimum_publicity_working_days")
    assert consulted["DDL-01"] == ("deadline",)
    assert consulted["ACH-13"] == ("minimum_achievements",)
    assert consulted["FRM-09"] == ("work_summary_characters",)
    assert not {"CON-01", "FRM-01"} & consulted.keys()
