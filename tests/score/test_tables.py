"""Observations as Markdown."""

from __future__ import annotations

import pytest

from dossier.score import FIGURES, Observation, all_tables, by_kind, overview, reliability
from dossier.score.figures import strengths


def field(hits=1, confidence=0.99, **changes) -> Observation:
    known = {"strength": "office", "kind": "diploma", "how": "label"} | changes
    return Observation("field", hits, confidence=confidence, covered=(confidence or 0) >= 0.85, **known)


def cells(table: str, row: str) -> list[str]:
    (line,) = [line for line in table.splitlines() if line.startswith(f"| {row} |")]
    return [cell.strip() for cell in line.split("|")[2:-1]]


def test_an_overview_has_a_column_for_each_strength_and_one_for_all():
    table = overview([field(), field(0, strength="photo"), field(strength="photo")])
    assert table.startswith("|  | office | photo | all |\n| --- | --- | --- | --- |\n")
    assert cells(table, "fields: exact") == [
        "100.0 % (20.7–100.0) n=1",
        "50.0 % (9.5–90.5) n=2",
        "66.7 % (20.8–93.9) n=3",
    ]


def test_coverage_what_is_right_of_it_and_what_is_confidently_wrong_are_rows_of_their_own():
    table = overview([field(), field(0), field(1, 0.6), field(0, None)])
    assert cells(table, "fields: read with certainty") == ["50.0 % (15.0–85.0) n=4"]
    assert cells(table, "of those: right") == ["50.0 % (9.5–90.5) n=2"]
    assert cells(table, "fields: confidently wrong (number)") == ["1"]


def test_fields_in_prose_and_in_seals_are_counted_with_all_and_by_themselves():
    table = overview([field(), field(0, how="prose"), field(how="seal")])
    assert cells(table, "fields: exact")[0].endswith("n=3")
    assert cells(table, "fields in prose: exact") == ["0.0 % (0.0–79.3) n=1"]
    assert cells(table, "fields in seals: exact") == ["100.0 % (20.7–100.0) n=1"]


def test_a_seal_is_right_and_sure_or_left_open_or_wrong_and_sure():
    def seal(outcome, hits, covered):
        return Observation("seal", hits, how="red", covered=covered, outcome=outcome)

    table = overview(
        [seal("read", 1, True), seal("read", 1, False), seal("undecided", 0, False), seal("wrong", 0, True)]
    )
    assert cells(table, "seals: text right and sure")[0].startswith("25.0 %")
    assert cells(table, "seals: left open (number)") == ["2"]
    assert cells(table, "seals: wrong and sure (number)") == ["1"]


def test_dates_under_seals_are_a_row_of_their_own():
    covered = {"under_seal": True}
    table = overview(
        [field(want="2025-08-29", **covered), field(0, want="某局", **covered), field(0, want="2025-08-29")]
    )
    assert cells(table, "dates under a seal: exact") == ["100.0 % (20.7–100.0) n=1"]


def test_characters_weigh_by_their_number():
    lines = [Observation("characters", 90, 100), Observation("characters", 0, 1)]
    assert cells(overview(lines), "characters") == ["89.1 % (81.5–93.8) n=101"]


def test_a_figure_over_nothing_has_no_row_and_nothing_at_all_no_table():
    assert "verdicts" not in overview([field()])
    assert overview([]) == by_kind([]) == reliability([]) == all_tables([]) == ""


def test_no_defect_too_many_is_a_nought_where_verdicts_were_looked_at():
    verdict = Observation("verdict", 1)
    assert cells(overview([verdict]), "defects not planted (number)") == ["0"]
    assert cells(overview([verdict, Observation("extra", 0)]), "defects not planted (number)") == ["1"]


def test_strengths_go_from_easy_to_hard_and_new_ones_last():
    assert strengths([field(strength=name) for name in ("wet", "fax", "clean", "office", "photo")]) == [
        "clean",
        "office",
        "photo",
        "fax",
        "wet",
    ]


def test_kinds_have_a_row_for_each_strength():
    rows = by_kind([field(), field(0, strength="fax"), field(kind="award"), Observation("verdict", 1)]).splitlines()
    assert [row.split(" | ")[:2] for row in rows[2:]] == [
        ["| award", "office"],
        ["| diploma", "office"],
        ["| diploma", "fax"],
    ]


@pytest.mark.parametrize(
    ("confidence", "bin_name"),
    [(0.0, "[0, 0.5)"), (0.84, "[0.8, 0.85)"), (0.85, "[0.85, 0.9)"), (0.98, "[0.98, 1]"), (1.0, "[0.98, 1]")],
)
def test_a_value_lies_in_the_bin_whose_lower_edge_it_reaches(confidence, bin_name):
    table = reliability([field(0, confidence)])
    assert cells(table, bin_name) == ["1", f"{confidence:.3f}", "0.0 % (0.0–79.3) n=1"]
    assert table.count(" n=1 ") == 1


def test_a_field_without_a_value_states_no_confidence():
    assert reliability([field(0, None), Observation("blank", 0, confidence=0.9)]) == ""


def test_open_and_held_out_layouts_are_apart():
    text = all_tables([field(), field(0, held_out=True)])
    opened, held_out = text.split("## Held-out layouts")
    assert cells(opened, "fields: exact") == ["100.0 % (20.7–100.0) n=1"]
    assert "0.0 % (0.0–79.3) n=1" in held_out.split("## Kinds")[0]
    assert text.index("## Kinds of documents") < text.index("## Reliability")


def test_a_bar_in_a_name_does_not_break_a_table():
    assert "a\\|b" in by_kind([field(kind="a|b")])


def test_every_figure_has_a_name_of_its_own():
    for names in ([f.name for f in FIGURES], [f.en for f in FIGURES], [f.zh for f in FIGURES]):
        assert len(set(names)) == len(FIGURES)
