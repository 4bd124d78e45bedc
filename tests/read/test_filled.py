"""What is filled into a form or typed onto a page is read letter by letter and drawn where it stands."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest

from dossier.read import load_page
from tests.read.conftest import ROWS, cut, ink, one_page

TEXT, TICK, CHOICE = (
    pymupdf.PDF_WIDGET_TYPE_TEXT,
    pymupdf.PDF_WIDGET_TYPE_CHECKBOX,
    pymupdf.PDF_WIDGET_TYPE_COMBOBOX,
)
PLACE = (80, 400, 300, 430)


def field(page, kind: int = TEXT, value: object = "张三", place=PLACE, **more: object) -> int:
    """Adds a filled field; returns its number in the file."""
    widget = pymupdf.Widget()
    widget.field_name, widget.field_type, widget.rect = f"f{place}", kind, pymupdf.Rect(place)
    widget.field_value, widget.text_fontsize = value, 14
    for name, what in more.items():
        setattr(widget, name, what)
    page.add_widget(widget)
    return widget.xref


def line(picture, text: str):
    return next(one for one in picture.lines if one.text == text)


@pytest.fixture
def shown(stored):
    """A document → its first page."""
    return lambda document: load_page(stored(document.tobytes()), 1, 100)


@pytest.mark.parametrize("drawn", ["by the program", "by the viewer", "anew by the viewer"])
def test_a_name_filled_in_is_read_whole_whoever_draws_it(shown, drawn):
    document = one_page()
    number = field(document[0])
    if drawn == "by the viewer":
        document.xref_set_key(number, "AP", "null")
    if drawn == "anew by the viewer":
        document.xref_set_key(document.pdf_catalog(), "AcroForm/NeedAppearances", "true")
    picture = shown(document)
    assert [one.text for one in picture.lines] == [*ROWS, "张三"]
    box = line(picture, "张三").box
    assert PLACE[0] <= box.x0 < box.x1 <= PLACE[2]
    assert PLACE[1] <= box.y0 < box.y1 <= PLACE[3]
    assert all(ink(picture, letter) > 0.08 for letter in (box._replace(x1=box.cx), box._replace(x0=box.cx)))


def test_a_field_beside_its_label_is_one_line_with_it(shown):
    document = one_page(rows=("工作单位盖章处不填，姓名：",))
    field(document[0], place=(264, 104, 400, 126))
    assert [one.text for one in shown(document).lines] == ["工作单位盖章处不填，姓名： 张三"]


def test_a_long_text_is_broken_within_its_field(shown):
    document = one_page()
    text = "主持完成水库除险加固工程三项，获优秀设计奖二项。" * 4
    field(document[0], value=text, place=(80, 400, 300, 560), field_flags=pymupdf.PDF_TX_FIELD_IS_MULTILINE)
    written = [one for one in shown(document).lines if one.box.y0 > 390]
    assert "".join(one.text for one in written) == text
    assert all(one.box.y1 <= 562 for one in written)


def test_a_text_too_long_for_its_field_is_set_smaller(shown):
    document = one_page()
    field(document[0], value="山西晋原勘察设计有限公司第三水利设计分院", place=(80, 400, 200, 420))
    written = [one for one in shown(document).lines if one.box.y0 > 390]
    assert "".join(one.text for one in written) == "山西晋原勘察设计有限公司第三水利设计分院"


def test_a_choice_is_read_as_it_is_shown(shown):
    document = one_page()
    field(document[0], CHOICE, "高级工程师", choice_values=["工程师", "高级工程师"])
    assert line(shown(document), "高级工程师")


def test_boxes_to_tick_are_ticked_or_empty(shown):
    document = one_page(rows=("山西晋原勘察设计有限公司",))
    written = document[0].insert_text
    for x, label, on in ((100, "同意推荐", True), (220, "不同意推荐", False)):
        field(document[0], TICK, on, (x, 200, x + 14, 214))
        written((x + 16, 212), label, fontname="china-s", fontsize=14)
    picture = shown(document)
    assert [one.text for one in picture.lines][1:] == ["☑同意推荐", "□不同意推荐"]
    ticked, empty = (cut(picture, one.box._replace(x1=one.box.x0 + 14)) for one in picture.lines[1:])
    assert (ticked < 128).sum() > 1.2 * (empty < 128).sum() > 0


def test_a_box_printed_below_a_field_to_tick_is_the_same_box(shown):
    document = one_page(rows=("山西晋原勘察设计有限公司",))
    document[0].insert_text((100, 212), "□有异议", fontname="china-s", fontsize=14)
    field(document[0], TICK, True, (100, 200, 114, 214))
    assert [one.text for one in shown(document).lines][1:] == ["☑有异议"]


def test_a_field_drawn_with_other_words_than_its_value_is_read_from_the_picture(shown):
    document = one_page()
    number = field(document[0], value="Zhang San")
    document.xref_set_key(number, "V", "(Li Si)")
    assert shown(document).lines is None


@pytest.mark.parametrize("more", [{"field_display": 1}, {"field_display": 3}, {"field_flags": 1 << 13}])
def test_what_nobody_sees_is_not_read(shown, more):
    document = one_page()
    field(document[0], **more)
    assert [one.text for one in shown(document).lines] == list(ROWS)


def test_an_empty_field_says_nothing(shown):
    document = one_page()
    field(document[0], value="")
    assert [one.text for one in shown(document).lines] == list(ROWS)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_fields_of_a_page_on_its_side_lie_on_their_side_with_it(shown, turn):
    document = one_page()
    field(document[0])
    upright = shown(document).image
    document[0].set_rotation(turn)
    picture = shown(document)
    assert picture.lines is None
    x0, y0, x1, y1 = (round(edge * 100 / 72) for edge in PLACE)
    there, here = np.rot90(picture.image, turn // 90)[y0:y1, x0:x1], upright[y0:y1, x0:x1]
    assert np.corrcoef(there.mean(axis=(0, 2)), here.mean(axis=(0, 2)))[0, 1] > 0.8


def test_fields_turned_with_their_page_read_upright(shown):
    document = pymupdf.open()
    page = document.new_page(width=842, height=595)
    for number, row in enumerate(ROWS):
        page.insert_text((700 - 40 * number, 80), row, fontname="china-s", fontsize=14, rotate=270)
    number = field(page, place=(400, 80, 430, 300))
    document.xref_set_key(number, "MK", "<</R 270>>")
    document.xref_set_key(number, "AP", "null")
    page.set_rotation(270)
    picture = shown(document)
    assert [one.text for one in picture.lines] == [*ROWS, "张三"]
    assert ink(picture, line(picture, "张三").box) > 0.08


def test_boxes_of_fields_count_from_the_corner_of_the_crop_box(shown):
    document = one_page()
    field(document[0])
    document[0].set_cropbox(pymupdf.Rect(60, 80, 560, 700))
    picture = shown(document)
    box = line(picture, "张三").box
    assert ink(picture, box) > 0.08
    assert (box.x0, box.cy) == pytest.approx((22, 335), abs=2)


@pytest.mark.parametrize("drawn", [True, False])
def test_words_typed_onto_a_page_as_a_remark_are_read(shown, drawn):
    document = one_page()
    remark = document[0].add_freetext_annot(pymupdf.Rect(PLACE), "同意推荐张三", fontsize=14)
    if not drawn:
        document.xref_set_key(remark.xref, "AP", "null")
    assert [one.text for one in shown(document).lines] == [*ROWS, "同意推荐张三"]


def test_a_hidden_remark_is_not_read(shown):
    document = one_page()
    document[0].add_freetext_annot(pymupdf.Rect(PLACE), "不应看到", fontsize=14).set_flags(2)
    assert [one.text for one in shown(document).lines] == list(ROWS)


def test_a_stamp_of_words_is_read_from_the_picture(shown):
    document = one_page()
    document[0].add_stamp_annot(pymupdf.Rect(300, 400, 500, 500), 0)
    assert shown(document).lines is None
