"""Signatures, seals, and who closes a letter on which day."""

from __future__ import annotations

import pytest

from dossier.extract.labels import Candidate
from dossier.extract.sentences import closing, org_name
from dossier.extract.signing import sealed, seals_of, signed
from dossier.model import Box, Quality
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page, place_of, seal

UNIT = "山西晋原勘察设计有限公司"


def at_label(*items, label: str = "承诺人签名：", **fields):
    """(page, candidate) for the label of a row, its place running to the right."""
    found = layout(*items, **fields)
    row = next(row for row in found.rows if label.replace("：", ":") in row.text)
    start = row.text.index(label.replace("：", ":")) + len(label)
    spot = row.spot(start - len(label), start)
    flow = row.part(start, len(row.text)) if row.text[start:].strip() else None
    place = Box(spot.box.x1, spot.box.y0 - 6, spot.box.x1 + 160, spot.box.y1 + 6)
    return found.page, Candidate(label, spot, flow, place, 1)


def is_signed(*items, **fields):
    shown, candidate = at_label(*items, **fields)
    return signed(candidate, shown)


def test_a_printed_name_is_neither_signed_nor_not():
    found = is_signed("承诺人签名：张三")
    assert (found.value, found.reason, found.raw) == (None, "ambiguous", "张三")


def test_a_name_far_taller_than_print_is_handwriting_whatever_ocr_made_of_it():
    found = is_signed("承诺人签名：", At(150, 58, "张王", 26))
    assert (found.value, found.raw) == (True, "")


def test_handwriting_behind_the_label_is_a_signature():
    assert is_signed("承诺人签名：", marks=(Box(150, 56, 210, 78),)).value is True


def test_an_empty_place_is_not_signed():
    assert is_signed("承诺人签名：").value is False


@pytest.mark.parametrize("filler", ["________", "（手写）", "　　年　月　日", "（签字）", "2025年8月4日"])
def test_lines_hints_and_dates_are_no_signature(filler):
    assert is_signed(f"承诺人签名：{filler}").value is False


def test_the_unit_s_name_is_no_signature():
    assert is_signed(f"承诺人签名：{UNIT}").value is False


def test_handwriting_elsewhere_is_no_signature():
    assert is_signed("承诺人签名：", marks=(Box(150, 356, 210, 378),)).value is False


def test_a_place_under_a_seal_cannot_be_told():
    found = is_signed("承诺人签名：", seals=(seal(220, 66),))
    assert (found.value, found.reason) == (None, "unreadable")


def test_a_signature_is_shown_where_it_should_be():
    shown, candidate = at_label("承诺人签名：")
    found = signed(candidate, shown)
    assert found.box.x0 == place_of(shown, "承诺人签名").x1
    assert found.box.width <= 190


def test_a_red_seal_is_proof_and_says_whose_it_is():
    found = sealed([layout(Title("公示"), seals=(seal(400, 600, UNIT),))])
    assert (found["sealed"].value, found["seal_text"].value, found["sealed"].method) == (True, UNIT, "seal")


def test_a_red_seal_whose_text_cannot_be_read_is_still_a_seal():
    found = sealed([layout(Title("公示"), seals=(seal(400, 600),))])
    assert found["sealed"].value is True
    assert (found["seal_text"].value, found["seal_text"].reason) == (None, "unreadable")


def test_a_grey_ring_is_left_to_a_person():
    found = sealed([layout(Title("公示"), seals=(seal(400, 600, state="grey"),))])
    assert found["sealed"].reason == "unreadable"


def test_on_a_copy_without_colour_no_seal_is_ever_missing():
    found = sealed([layout(Title("公示"), quality=Quality(colour=False))])
    assert (found["sealed"].value, found["sealed"].reason) == (None, "unreadable")


def test_a_coloured_page_without_a_seal_is_not_sealed():
    found = sealed([layout(Title("公示"))])
    assert found["sealed"].value is False
    assert "seal_text" not in found


def test_of_several_seals_the_surest_speaks():
    found = sealed([layout(Title("公示"), seals=(seal(150, 600, "甲公司", confidence=0.5), seal(400, 600, UNIT)))])
    assert found["seal_text"].value == UNIT


def test_a_seal_elsewhere_does_not_stamp_a_place():
    shown = layout(Title("公示"), seals=(seal(400, 700, UNIT),))
    assert sealed([shown], Box(70, 100, 500, 200), shown.page)["sealed"].value is False


def test_a_seal_over_the_edge_of_a_place_stamps_it():
    shown = layout(Title("公示"), seals=(seal(400, 240, UNIT),))
    assert sealed([shown], Box(70, 100, 500, 200), shown.page)["sealed"].value is True


def test_seals_of_all_pages_are_kept_with_their_page():
    first, second = layout(seals=(seal(100, 100),)), layout(number=2, seals=(seal(200, 200),))
    assert [(ref.page, found.box.cx) for ref, found in seals_of([first, second])] == [(1, 100), (2, 200)]


def signs(*items):
    unit, date = closing(layout(*items).rows)
    return (unit and unit.value, date and date.value)


@pytest.mark.parametrize(
    "rows",
    [
        (Right(UNIT), Right("2025年8月11日")),
        (Right("2025年8月11日"), Right(UNIT)),
        (f"{UNIT}\t\t2025年8月11日",),
        (f"单位（公章）：{UNIT}", "日期：2025年8月11日"),
        (Right(f"{UNIT}（盖章）"), Right("二〇二五年八月十一日")),
        (Right(f"{UNIT}2025年8月11日"),),
    ],
)
def test_a_letter_is_closed_by_its_unit_and_date(rows):
    assert signs("特此证明。", Gap(40), *rows) == (UNIT, "2025-08-11")


def test_dates_in_prose_do_not_close_a_letter():
    text = "公示时间为2025年8月4日至2025年8月8日，公示期间未收到异议。"
    assert signs(text, Right(UNIT), Right("2025年8月11日")) == (UNIT, "2025-08-11")
    assert signs(text, Right(UNIT))[1] is None


def test_a_letter_without_a_date_still_has_its_unit():
    assert signs("特此证明。", Right(UNIT)) == (UNIT, None)


def test_a_letter_without_a_unit_has_its_date_alone():
    assert signs("特此证明。", Right("2025年8月11日")) == (None, "2025-08-11")


def test_the_addressee_does_not_close_a_letter():
    assert signs("某市人力资源和社会保障局：", *["正文。"] * 6, Right("2025年8月11日")) == (None, "2025-08-11")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (UNIT, UNIT),
        (f"{UNIT}（公章）", UNIT),
        (f"单位（盖章）：{UNIT}", UNIT),
        ("某县第一中学校", "某县第一中学校"),
        ("某市人民医院2025年8月4日", "某市人民医院"),
        ("公示情况", None),
        ("监督电话：单位办公室", None),
        ("单位", None),
        ("张三", None),
    ],
)
def test_a_unit_is_a_name_that_ends_like_one(text, name):
    assert org_name(text.replace("（", "(").replace("）", ")").replace("：", ":")) == name


def test_a_unit_in_a_ruled_frame_closes_the_letter(document):
    frame = Table([[f"经公示，未收到异议。\n{UNIT}\n2025年8月11日"]], height=200)
    found = document(page(Title("公示情况证明"), frame, At(70, 700, "- 1 -")))
    assert (found.get("publisher").value, found.get("date").value) == (UNIT, "2025-08-11")
