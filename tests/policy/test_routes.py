import pytest

PUBLICITY = [f"PUB-{number:02}" for number in range(1, 23)]


@pytest.mark.parametrize("route", ["initial", "postdoc"])
def test_no_publicity_rule_applies_to_an_initial_title(policy, route):
    for rule in PUBLICITY:
        assert policy.why_off(rule, [route], "mainland")


@pytest.mark.parametrize(
    "route", ["ordinary", "exceptional", "recommendation", "conversion", "direct", "grassroots", "commissioned"]
)
def test_publicity_stays_due_on_every_other_route(policy, route):
    assert all(policy.why_off(rule, [route], "mainland") is None for rule in PUBLICITY)


def test_a_family_is_spelt_out_as_its_rules(policy):
    assert set(PUBLICITY) <= policy.routes_off["initial"]
    assert "PUB" not in policy.routes_off["initial"]


def test_a_recommendation_may_skip_steps_and_says_why(policy):
    assert "560-3" in (policy.why_off("TTL-02", ["recommendation"], "mainland") or "")
    assert policy.why_off("TTL-02", ["ordinary"], "mainland") is None


def test_routes_come_together(policy):
    assert policy.why_off("TTL-02", ["commissioned", "recommendation"], None)
    assert policy.why_off("TTL-06", ["commissioned", "recommendation"], None)


@pytest.mark.parametrize(
    ("origin", "off"),
    [
        ("mainland", False),
        ("unknown", False),
        (None, False),
        ("hong_kong_macao", True),
        ("taiwan", True),
        ("foreign", True),
    ],
)
def test_both_sides_of_the_card_are_due_from_mainlanders_and_where_the_origin_is_unknown(policy, origin, off):
    assert (policy.why_off("IDN-02", ["ordinary"], origin) is not None) is off


@pytest.mark.parametrize("route", ["direct", "grassroots"])
def test_some_routes_leave_the_decision_to_a_person_rather_than_switching_off(policy, route):
    assert policy.why_off("TTL-03", [route], None) is None
    assert "人工核验" in (policy.why_undecided("TTL-03", [route], None) or "")


def test_a_digital_title_leaves_the_years_to_a_person(policy):
    assert policy.why_off("TTL-01", ["digital_title"], None)
    assert policy.why_off("TTL-03", ["digital_title"], None) is None
    assert policy.why_undecided("TTL-03", ["digital_title"], None)


def test_an_exceptional_application_rests_on_its_own_rule(policy):
    assert policy.routes_while == {"exceptional": "EXC-01"}


def test_unknown_routes_and_rules_switch_nothing_off(policy):
    assert policy.why_off("PUB-04", ["nothing"], "mainland") is None
    assert policy.why_off("ZZZ-99", ["initial"], "mainland") is None


def test_every_route_that_can_be_declared_has_a_name(policy):
    derived = {"origin_hk_mo_tw_foreign", "digital_title", "mobility"}
    assert set(policy.routes_off) - derived <= set(policy.codes["routes"])
    assert all(policy.route_reasons[route] for route in policy.routes_off)


def test_the_papers_that_bear_a_route_out_are_the_packs_word(policy):
    assert policy.routes_demand["postdoc"] == ("postdoc",)
    assert policy.routes_told["commission_letter"] == "commissioned"
    assert {kind for kinds in policy.routes_demand.values() for kind in kinds} <= set(policy.kinds)
