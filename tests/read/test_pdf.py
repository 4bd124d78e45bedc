"""PDF pages: their picture, their text layer where it can be believed, and what is wrong with the rest."""

from __future__ import annotations

import io
import subprocess
import sys

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pylopdf_fonts_zh_cn import sans_path

from dossier.errors import ReadingError
from dossier.model import Box, Line
from dossier.read import load_page, page_count
from dossier.read.text_layer import trustworthy
from tests.read.conftest import ROWS, as_bytes, ink, one_page, photograph, read_or_refused, written


def texts(picture) -> list[str]:
    return [line.text for line in picture.lines or ()]


def test_a_born_digital_page_brings_its_text_layer(stored):
    picture = load_page(stored(one_page().tobytes()), 1, 100)
    assert texts(picture) == list(ROWS)
    assert {(line.method, line.confidence) for line in picture.lines} == {("text", 1.0)}


def test_a_page_is_drawn_at_the_resolution_asked_for(stored):
    picture = load_page(stored(one_page().tobytes()), 1, 100)
    assert picture.size == pytest.approx((595, 842), abs=1)
    assert picture.image.shape == (1170, 827, 3)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_lie_where_the_glyphs_are_drawn_however_the_page_is_turned(stored, turn):
    document = one_page()
    document[0].set_rotation(turn)
    picture = load_page(stored(document.tobytes()), 1, 100)
    if turn in (90, 270):
        assert picture.size == pytest.approx((842, 595), abs=1)
    for line in picture.lines or ():
        assert ink(picture, line.box) > 0.05, line
    drawn = (picture.image.min(axis=2) < 128).sum()
    under = sum(ink(picture, line.box) * line.box.area * (picture.dpi / 72) ** 2 for line in picture.lines or ())
    assert picture.lines is None or under > 0.9 * drawn


def test_a_page_turned_so_that_it_reads_upright_keeps_its_text_layer(stored):
    document = pymupdf.open()
    page = document.new_page(width=842, height=595)
    for number, row in enumerate(ROWS):
        page.insert_text((700 - 40 * number, 80), row, fontname="china-s", fontsize=14, rotate=270)
    page.set_rotation(270)
    picture = load_page(stored(document.tobytes()), 1, 100)
    assert texts(picture) == list(ROWS)
    assert all(ink(picture, line.box) > 0.05 for line in picture.lines)


def test_a_page_whose_print_lies_on_its_side_is_left_to_the_picture(stored):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for number, row in enumerate(ROWS):
        page.insert_text((100 + 40 * number, 700), row, fontname="china-s", fontsize=14, rotate=90)
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_boxes_count_from_the_corner_of_the_crop_box(stored):
    document = one_page()
    document[0].set_cropbox(pymupdf.Rect(60, 80, 560, 700))
    picture = load_page(stored(document.tobytes()), 1, 100)
    assert picture.size == pytest.approx((500, 620), abs=1)
    assert texts(picture) == list(ROWS)
    assert all(ink(picture, line.box) > 0.05 for line in picture.lines)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_count_from_the_corner_of_the_crop_box_of_a_turned_page_as_well(stored, turn):
    document = pymupdf.open()
    page = document.new_page(width=842, height=595)
    for number, row in enumerate(ROWS):
        place = {90: (200 + 40 * number, 500), 180: (600, 400 - 40 * number), 270: (600 - 40 * number, 120)}[turn]
        page.insert_text(place, row, fontname="china-s", fontsize=14, rotate=turn)
    page.set_cropbox(pymupdf.Rect(60, 80, 780, 560))
    page.set_rotation(turn)
    picture = load_page(stored(document.tobytes()), 1, 100)
    assert sorted(texts(picture)) == sorted(ROWS)
    assert all(ink(picture, line.box) > 0.05 for line in picture.lines)


def test_boxes_count_from_the_corner_of_a_media_box_that_lies_elsewhere(stored):
    document = one_page()
    document[0].set_mediabox(pymupdf.Rect(40, 50, 580, 800))
    picture = load_page(stored(document.tobytes()), 1, 100)
    assert texts(picture) == list(ROWS)
    assert all(ink(picture, line.box) > 0.05 for line in picture.lines)


def test_text_outside_the_crop_box_is_not_on_the_page(stored):
    document = one_page()
    written(document[0], ("页外的隐藏文字公示期间未收到异议",), top=780)
    document[0].set_cropbox(pymupdf.Rect(60, 80, 560, 700))
    assert texts(load_page(stored(document.tobytes()), 1, 100)) == list(ROWS)


def test_an_invisible_text_layer_is_not_believed(stored):
    assert load_page(stored(one_page(render_mode=3).tobytes()), 1, 72).lines is None


def test_white_text_on_white_is_not_believed(stored):
    document = one_page()
    written(document[0], ("公示期间未收到任何异议", "单位推荐意见：同意推荐"), top=500, color=(1, 1, 1))
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_text_below_an_opaque_patch_is_not_believed(stored):
    document = one_page()
    written(document[0], ("公示期间收到异议三件并已受理",), top=500)
    document[0].draw_rect(pymupdf.Rect(60, 480, 560, 520), color=(1, 1, 1), fill=(1, 1, 1))
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_a_layer_of_unmapped_characters_is_not_believed(stored):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_font(fontname="han", fontfile=str(sans_path()))
    page.insert_text((80, 120), ROWS[1], fontname="han", fontsize=14)
    document.xref_set_key(page.get_fonts()[0][0], "ToUnicode", "null")
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


@pytest.mark.parametrize("text", ["\ue001\ue002" * 6, "(cid:12)(cid:13)公示情况证明材料", "公示\ufffd情况\ufffd证明"])
def test_garbage_is_not_trustworthy(text):
    assert not trustworthy([Line(text, Box(0, 0, 1, 1), 1.0, "text")])


@given(st.text(st.characters(codec="gb2312", categories=["Lo", "Nd", "Lu"]), min_size=8))
def test_everyday_characters_and_digits_are_trustworthy(text):
    assert trustworthy([Line(text, Box(0, 0, 1, 1), 1.0, "text")])


def test_a_few_characters_are_no_text_layer(stored):
    assert load_page(stored(one_page(rows=("第1页",)).tobytes()), 1, 72).lines is None


def test_a_scan_has_no_text_layer_and_tells_its_own_resolution(stored):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, stream=as_bytes(photograph(), "JPEG"))
    picture = load_page(stored(document.tobytes()), 1, 100)
    assert picture.lines is None
    assert picture.embedded_dpi == pytest.approx(150, rel=0.02)
    assert ink(picture, picture.pictures[0]) > 0.005


def test_a_scan_with_a_line_of_print_across_it_is_read_from_the_picture(stored):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, stream=as_bytes(photograph(), "JPEG"))
    written(page)
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_a_small_picture_in_print_leaves_the_text_layer_trusted(stored):
    document = one_page()
    document[0].insert_image(pymupdf.Rect(400, 600, 500, 700), stream=as_bytes(photograph(200, 200), "PNG"))
    picture = load_page(stored(document.tobytes()), 1, 72)
    assert texts(picture) == list(ROWS)
    assert [box.rounded() for box in picture.pictures] == [(400, 600, 500, 700)]


def test_a_picture_that_may_hold_words_is_read_though_print_surrounds_it(stored):
    document = one_page()
    document[0].insert_image(pymupdf.Rect(80, 300, 500, 700), stream=as_bytes(photograph(420, 400), "PNG"))
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_a_card_pasted_into_print_is_read(stored):
    document = one_page()
    document[0].insert_image(pymupdf.Rect(80, 400, 323, 553), stream=as_bytes(photograph(850, 535), "PNG"))
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_a_scan_in_strips_tells_its_resolution(stored):
    document = pymupdf.open()
    page, whole = document.new_page(width=595, height=842), photograph()
    for number in range(8):
        strip = whole.crop((0, 1754 * number // 8, 1240, 1754 * (number + 1) // 8))
        place = pymupdf.Rect(0, 842 * number / 8, 595, 842 * (number + 1) / 8)
        page.insert_image(place, stream=as_bytes(strip, "JPEG"))
    picture = load_page(stored(document.tobytes()), 1, 100)
    assert picture.lines is None
    assert picture.embedded_dpi == pytest.approx(150, rel=0.02)


def test_print_on_its_head_is_left_to_the_picture(stored):
    document = one_page()
    document[0].set_rotation(180)
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_pages_of_one_file_may_be_print_and_scans(stored):
    document = one_page()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, stream=as_bytes(photograph(620, 877), "JPEG"))
    file = stored(document.tobytes())
    assert page_count(file) == 2
    assert [load_page(file, number, 72).lines is None for number in (1, 2)] == [False, True]


def test_runs_far_apart_on_one_row_are_lines_of_their_own(stored):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    written(page, ("姓名：张三丰同志",), left=80)
    written(page, ("性别：男性公民",), left=320)
    assert texts(load_page(stored(document.tobytes()), 1, 72)) == ["姓名：张三丰同志", "性别：男性公民"]


def test_bold_print_made_by_drawing_twice_is_read_once(stored):
    document = one_page()
    written(document[0], left=80.4)
    assert texts(load_page(stored(document.tobytes()), 1, 72)) == list(ROWS)


def test_a_very_large_page_is_drawn_smaller_and_says_so(stored):
    document = pymupdf.open()
    written(document.new_page(width=2384, height=3370))
    picture = load_page(stored(document.tobytes()), 1, 200)
    assert max(picture.image.shape) <= 4200
    assert picture.size == pytest.approx((2384, 3370), rel=0.01)
    assert all(ink(picture, line.box) > 0.05 for line in picture.lines)


def test_the_same_page_has_the_same_hash_and_another_page_another(stored):
    same = [load_page(stored(one_page().tobytes()), 1, 72).sha256 for _ in range(2)]
    assert same[0] == same[1]
    assert load_page(stored(one_page(rows=ROWS[:2]).tobytes()), 1, 72).sha256 != same[0]


def test_a_pdf_that_needs_a_password_says_so_and_what_to_do(stored):
    content = one_page().tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="1234", owner_pw="5678")
    with pytest.raises(ReadingError) as raised:
        page_count(stored(content))
    assert "加密" in raised.value.message
    assert "去掉密码" in raised.value.hint


def test_a_form_that_only_one_viewer_can_show_is_asked_for_as_a_print(stored):
    document = one_page(rows=("Please wait...",))
    document.xref_set_key(document.pdf_catalog(), "NeedsRendering", "true")
    with pytest.raises(ReadingError, match="XFA") as raised:
        page_count(stored(document.tobytes()))
    assert "打印为 PDF" in raised.value.hint


def test_a_pdf_that_only_forbids_printing_is_read(stored):
    content = one_page().tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="5678", permissions=0)
    assert texts(load_page(stored(content), 1, 72)) == list(ROWS)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing behind the head", b"no pdf at all", b"%PDF-1.4\n%%EOF"])
def test_a_damaged_pdf_is_an_error_that_says_what_to_do(stored, content):
    with pytest.raises(ReadingError) as raised:
        page_count(stored(content))
    assert raised.value.hint


def test_a_page_the_file_does_not_have_is_an_error(stored):
    with pytest.raises(ReadingError):
        load_page(stored(one_page().tobytes()), 2, 72)


WHOLE = one_page().tobytes()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(20, len(WHOLE)), at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255))
def test_however_a_pdf_is_damaged_it_is_read_or_it_is_an_error_of_reading(stored, cut, at, byte):
    damaged = bytearray(WHOLE)
    damaged[at] = byte
    assert read_or_refused(stored(bytes(damaged[:cut])))


def test_a_truncated_copy_of_a_picture_in_a_page_is_still_a_page(stored):
    jpeg = as_bytes(photograph(620, 877), "JPEG")
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, stream=jpeg)
    content = io.BytesIO()
    document.save(content)
    broken = content.getvalue().replace(jpeg[2000:2400], b"\0" * 400)
    assert load_page(stored(broken), 1, 36).image.size > 0


def test_chinese_mapped_byte_by_byte_is_not_believed(stored):
    document = pymupdf.open()
    written(document.new_page(width=595, height=842), ("ÉêÇë±í ÖÐ¹ú", "¹¤³ÌÊ¦ 2025"))
    assert load_page(stored(document.tobytes()), 1, 72).lines is None


def test_proper_characters_that_nobody_writes_are_not_trustworthy():
    assert not trustworthy([Line("慃蹑欝塱垪悱邐遳毛鬢嘾壊", Box(0, 0, 9, 9), 1.0, "text")])
    assert trustworthy([Line("山西晋原勘察设计有限公司李喆", Box(0, 0, 9, 9), 1.0, "text")])


def test_a_page_in_larger_units_is_read_from_the_picture(stored):
    document = one_page(left=20)
    document.xref_set_key(document[0].xref, "UserUnit", "2")
    assert load_page(stored(document.tobytes()), 1, 50).lines is None


@pytest.mark.parametrize(("mode", "form"), [("CMYK", "JPEG"), ("1", "PNG"), ("1", "TIFF")])
def test_a_scan_of_any_colours_is_black_on_white(stored, mode, form):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, stream=as_bytes(photograph(620, 877).convert(mode), form))
    shown = load_page(stored(document.tobytes()), 1, 72).image
    assert (shown.min() < 80, shown[-1, -1].min() > 240) == (True, True)


def test_the_library_that_draws_pages_loads_no_model_of_layouts():
    code = "import sys, dossier.read; sys.exit(bool({'onnxruntime', 'pymupdf.layout'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
