"""When is a reading worse than the recorded one?"""

from dossier.score import Observation
from tests.kit import causes
from tests.kit.recorded import fallen, figures

BEFORE = {"office": {"field": [190, 200]}}


def test_the_same_figures_hold():
    assert fallen(BEFORE, BEFORE) == []


def test_a_little_less_is_chance_and_much_less_is_not():
    assert fallen({"office": {"field": [186, 200]}}, BEFORE) == []
    (words,) = fallen({"office": {"field": [170, 200]}}, BEFORE)
    assert "170/200" in words


def test_a_figure_that_is_no_longer_measured_has_fallen():
    assert fallen({}, BEFORE)


def test_figures_are_counted_by_strength():
    seen = [Observation("kind", hits, strength="clean", kind="degree") for hits in (1, 1, 0)]
    assert figures(seen) == {"clean": {"kind": [2, 3]}}


def _miss(want, got, **more):
    return Observation("field", 0, want=want, got=got, kind="degree", field="school", file="a.pdf", page=1, **more)


def test_each_miss_has_one_cause():
    page = Observation("kind", 0, kind="degree", file="a.pdf", page=1)
    assert [why for why, _ in causes.misses([page, _miss("汾川大学", None)])] == ["kind"]
    for miss, cause in [
        (_miss("汾川大学", None), "absent label"),
        (_miss("汾川大学", None, how="prose"), "absent prose"),
        (_miss("汾川大学", "汾川大学2012年"), "cut"),
        (_miss("山西汾晟能源集团有限公司", "山西汾晟能原集团有限公司"), "letters"),
        (_miss("汾川大学", "工学学士"), "other"),
        (_miss(["甲", "乙"], ["甲"]), "list"),
        (_miss(True, None, how="seal"), "seal"),
    ]:
        assert [why for why, _ in causes.misses([miss])] == [cause]


def test_the_table_of_causes_counts_them():
    text = causes.table(causes.misses([_miss("汾川大学", None), _miss("汾川大学", None)]))
    assert "| 2 | degree.school 2 |" in text
