"""EXC-01, and the rules that an exceptional application switches off only while it passes."""

from dataclasses import replace

import pytest
from offices import with_parameter
from record_builder import (
    NAME,
    add,
    add_pages,
    applying,
    change,
    document,
    drop,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome
from dossier.validate import RULES, validate
from dossier.validate import runner as runner_module
from dossier.validate.rule import fail

FAIL, UNDECIDED, PASS, AWAY = Outcome.FAIL, Outcome.UNDECIDED, Outcome.PASS, Outcome.NOT_APPLICABLE


def peer(number, name, **changes):
    fields = {"recommender": name, "recommender_title": "正高级工程师", "signed": True, **changes}
    fields = {name: value for name, value in fields.items() if value is not None}
    return document(f"d7{number}", "peer_recommendation", fields, (), "同行专家推荐书")


@pytest.fixture
def exceptional(record):
    """An exceptional application with a clause and two signed recommendations."""
    grounds = document("d70", "exceptional_case", {"clause": "破格条件第二项：获省级科技奖"}, (), "破格申报表")
    return add(applying(record, route=["exceptional"]), grounds, peer(1, "卜云舒"), peer(2, "沈若川"))


def test_a_clause_and_two_signed_recommendations_pass(exceptional, policy):
    assert outcome("EXC-01", exceptional, policy) is PASS


def test_an_ordinary_application_needs_neither(record, policy):
    assert outcome("EXC-01", record, policy) is AWAY


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"recommender_title": "高级工程师"}, FAIL),
        ({"recommender_title": "教授"}, PASS),
        ({"recommender_title": "研究员级高级工程师"}, PASS),
        ({"recommender_title": "副教授"}, FAIL),
        ({"recommender_title": "院士"}, UNDECIDED),
        ({"recommender_title": unread()}, UNDECIDED),
        ({"recommender_title": None}, UNDECIDED),
        ({"signed": False}, FAIL),
        ({"signed": unread()}, UNDECIDED),
        ({"signed": None}, UNDECIDED),
        ({"signed": read(True, 0.6)}, UNDECIDED),
        ({"recommender": NAME}, FAIL),
        ({"recommender": "卜云舒"}, FAIL),
        ({"recommender": unread()}, PASS),
    ],
)
def test_each_recommendation_must_be_signed_by_another_peer_of_full_senior_rank(changes, expected, exceptional, policy):
    other = drop(exceptional, "peer_recommendation")
    papers = add(other, peer(1, "卜云舒"), peer(2, "沈若川", **{**{"recommender": "沈若川"}, **changes}))
    assert outcome("EXC-01", papers, policy) is expected


@pytest.mark.parametrize(("needed", "expected"), [(1, PASS), (2, PASS), (3, FAIL)])
def test_the_policy_says_how_many_are_needed(needed, expected, exceptional, policy):
    pack = with_parameter(policy, "peer_recommendations_for_exceptional", needed)
    assert outcome("EXC-01", exceptional, pack) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [(unread("blank", 0.95), FAIL), (unread(), UNDECIDED), (None, UNDECIDED), (read("学历破格", 0.5), UNDECIDED)],
)
def test_the_clause_must_be_cited(clause, expected, exceptional, policy):
    assert outcome("EXC-01", change(exceptional, "exceptional_case", clause=clause), policy) is expected


def test_a_missing_case_is_a_defect_unless_a_page_may_be_it(exceptional, policy):
    bare = drop(exceptional, "exceptional_case")
    assert messages("EXC-01", validate(bare, policy)) == ["未见破格申报材料，没有写明破格依据"]
    assert outcome("EXC-01", add_pages(bare, page("x.pdf", method="none")), policy) is UNDECIDED


def test_too_few_recommendations_are_left_open_while_a_page_may_be_one(exceptional, policy):
    one = add(drop(exceptional, "peer_recommendation"), peer(1, "卜云舒"))
    assert messages("EXC-01", validate(one, policy)) == ["正高级同行专家署名推荐应有2份，有效的1份"]
    assert outcome("EXC-01", add_pages(one, page("x.pdf", method="none")), policy) is UNDECIDED


def failing(monkeypatch, code):
    """Lets PUB-05 say what a rule on tenure would: it stands in for one of the rules a route switches off."""

    def check(case, policy):
        yield fail("任现职年限不足")

    rules = tuple(replace(rule, check=check) if rule.code == code else rule for rule in RULES)
    monkeypatch.setattr(runner_module, "RULES", rules)


@pytest.fixture
def bound(policy):
    """The policy with PUB-05 switched off by an exceptional application."""
    return replace(policy, routes_off={**policy.routes_off, "exceptional": frozenset({"PUB-05"})})


def test_while_the_exception_passes_what_it_excuses_does_not_apply(exceptional, bound, monkeypatch):
    failing(monkeypatch, "PUB-05")
    assert outcome("PUB-05", exceptional, bound) is AWAY


@pytest.mark.parametrize("signed", [False, unread()])
def test_while_the_exception_fails_or_is_open_what_it_excuses_is_open(signed, exceptional, bound, monkeypatch):
    failing(monkeypatch, "PUB-05")
    judgement = validate(change(exceptional, "peer_recommendation", signed=signed), bound)
    assert [f.message for f in judgement.undecided if f.rule == "PUB-05"] == [
        "任现职年限不足；申报类型的前提（EXC-01）未通过，本条是否适用待核实"
    ]


def test_another_route_that_excuses_the_rule_still_does(exceptional, bound, monkeypatch):
    failing(monkeypatch, "PUB-05")
    both = replace(bound, routes_off={**bound.routes_off, "recommendation": frozenset({"PUB-05"})})
    letter = document("d80", "recommendation_letter", {})
    papers = add(applying(exceptional, route=["exceptional", "recommendation"]), letter)
    assert outcome("PUB-05", change(papers, "peer_recommendation", signed=False), both) is AWAY
