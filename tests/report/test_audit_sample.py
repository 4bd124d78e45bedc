"""The draw of an audit sample: by risk, and by nothing else."""

from __future__ import annotations

import pytest

from dossier.report.audit_sample import Candidate, csv_text, draw, weight_of


@pytest.fixture
def many(clean_report):
    def make(name: str, **counts: int) -> Candidate:
        return Candidate(name, clean_report | {"digest": name, "counts": clean_report["counts"] | counts})

    return make


def test_a_dossier_without_risk_has_the_weight_one(clean_report):
    assert weight_of(Candidate("a", clean_report)) == (1, ("无风险因素，随机抽取",))


def test_open_points_advice_and_poor_pages_weigh_more(many, clean_report):
    plain = weight_of(many("a"))[0]
    assert weight_of(many("a", undecided=4))[0] > plain
    assert weight_of(many("a", advise=2))[0] == plain + 1
    poor, why = weight_of(Candidate("a", clean_report, poor_pages=3))
    assert poor > plain
    assert why == (f"扫描不清3页，共{clean_report['counts']['pages']}页",)


def test_the_order_of_the_dossiers_does_not_matter(many):
    candidates = [many(f"{n}") for n in range(30)]
    one, two = (draw(order, 8, 5) for order in (candidates, candidates[::-1]))
    assert [entry.name for entry in one] == [entry.name for entry in two]


def test_what_weighs_more_is_drawn_more_often(many):
    candidates = [many("risky", undecided=1000), *(many(f"{n}") for n in range(9))]
    hits = sum(draw(candidates, 1, seed)[0].name == "risky" for seed in range(300))
    assert 60 < hits < 150


def test_more_than_there_are_cannot_be_drawn(many):
    assert len(draw([many("a"), many("b")], 5, 1)) == 2


def test_no_cell_of_the_csv_is_a_formula(many):
    assert "\n1,'=1+1," in csv_text(draw([many("=1+1")], 1, 1)).replace("\r\n", "\n")
