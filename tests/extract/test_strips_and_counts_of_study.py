"""Hours of study beside a column of years, above, level with and below them; counts that are no hours; electives."""

from __future__ import annotations

import pytest

from tests.extract.pages import At, Table, Title, page

FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", "汾州样本学校"]]))
HEAD = Title("继续教育学时证明")
HOURS = [(2022, 30, 70), (2023, 31, 62), (2024, 32, 65)]


def years_of(dossier, *items):
    record = dossier(FORM, page(HEAD, *items, number=2))
    return next(one for one in record.documents if one.kind == "continuing_education").get("years")


def strips(rows, year_at):
    """A strip a year: its rows one below the other, the year level with one of them."""
    for index, (year, public, professional) in enumerate(HOURS):
        said = {"p": f"公需科目{public}学时", "s": f"专业科目{professional}学时", "t": f"总学时{public + professional}"}
        top = 150 + 24 * len(rows) * index
        yield At(70, top + 24 * year_at, f"{year}年")
        yield from (At(150, top + 24 * row, said[name]) for row, name in enumerate(rows))


@pytest.mark.parametrize(
    ("rows", "year_at"), [("ps", 0), ("sp", 0), ("pst", 0), ("tps", 0), ("pst", 1), ("tps", 1), ("ps", 0.5)]
)
def test_what_stands_beside_a_year_is_its_own_whether_it_goes_on_below_or_stands_about_it(dossier, rows, year_at):
    years = years_of(dossier, *strips(rows, year_at))
    assert [(one["year"], one["public"], one["professional"]) for one in years.value] == HOURS


@pytest.mark.parametrize("said", ["共完成课程12门", "共3次培训", "累计参加培训15天", "合计4期", "共2个证书"])
def test_what_is_counted_otherwise_is_no_hours(dossier, said):
    cards = years_of(dossier, Table([[f"2023年\n{said}\n合格", f"2024年\n{said}\n合格"]]))
    beside = years_of(dossier, At(70, 150, "2023年"), At(150, 150, said), At(70, 190, "2024年"), At(150, 190, said))
    assert cards is None or not cards.known
    assert beside is None or not beside.known


def test_hours_are_unsure_where_electives_are_counted_apart(dossier):
    rows = [["年度", "公共必修课", "专业必修课", "专业选修课"], ["2023", "30", "40", "22"], ["2024", "30", "42", "20"]]
    assert years_of(dossier, Table(rows)).confidence <= 0.6


def test_years_are_unsure_where_hours_of_another_year_were_not_told_apart(dossier):
    first = "2023年\n公需科目：法治10学时\n公需科目：人工智能20学时\n专业科目62学时"
    assert years_of(dossier, Table([[first, "2024年\n公需科目30学时\n专业科目62学时"]])).confidence <= 0.6


def test_two_numbers_behind_no_are_not_one(dossier):
    rows = [["年度", "公需科目", "专业科目", "合计"], ["2023", "30", "62", "92"], ["2024", "30", "62", "92"]]
    two = years_of(dossier, "No.20230001", "No.20240002", Table(rows))
    assert {one["certificate_number"] for one in two.value} == {None}
    one = years_of(dossier, "No.20230001", Table(rows))
    assert {year["certificate_number"] for year in one.value} == {"20230001"}
