"""Signatures are marks; print, rulings, seals and QR codes are not. QR codes are read."""

import io

import numpy as np
import segno
from PIL import Image

from dossier.model.geometry import Box
from dossier.recognise.cells import rulings
from dossier.recognise.handwriting import handwritten, page_ink
from dossier.recognise.marks import find_marks
from dossier.recognise.qr import find_qr_codes
from dossier.recognise.view import View


def marks_of(image, lines=(), others=()):
    view = View(image, 200)
    return find_marks(view, page_ink(view, rulings(view).both), lines, others).marks


def test_a_signature_is_a_mark(drawing):
    sheet = drawing.Sheet()
    sheet.text(100, 500, "负责人签字：", 14)
    sheet.scrawl(200, 508, 90)
    (mark,) = marks_of(drawing.scanned(sheet.pixels), [Box(98, 498, 190, 518)])
    assert mark.within(Box(190, 485, 300, 530)) > 0.9


def test_print_that_was_read_tables_and_seals_leave_no_mark(drawing):
    sheet = drawing.Sheet()
    sheet.text(100, 100, "公示情况证明", 22)
    sheet.table(70, 200, [100, 200], [30, 30, 30])
    sheet.seal(400, 500, "山西样例机械有限公司")
    assert marks_of(drawing.scanned(sheet.pixels), [Box(98, 98, 240, 130)], [Box(340, 440, 460, 560)]) == ()


def test_dust_and_shadows_at_the_edge_leave_no_mark(drawing):
    sheet = drawing.Sheet()
    for x in range(60, 560, 50):
        sheet.rectangle(x, 300 + x % 90, x + 1.5, 301.5 + x % 90, fill=(0, 0, 0))
    sheet.rectangle(0, 0, 8, 842, fill=(70, 70, 70))
    assert marks_of(drawing.scanned(sheet.pixels)) == ()


def test_the_desk_beside_a_photographed_page_leaves_no_mark(drawing):
    sheet = drawing.Sheet()
    sheet.text(100, 100, "公示情况证明", 22)
    image = np.full((2700, 2000, 3), (50, 80, 120), np.uint8)
    image[180:2519, 170:1823] = sheet.pixels
    image[::37, ::2] = image[::37, ::2] // 2
    image[180:2519, 170:1823] = sheet.pixels
    assert marks_of(image, [Box(155, 160, 310, 200)]) == ()


def test_ink_too_small_for_handwriting_leaves_a_trace(drawing):
    sheet = drawing.Sheet()
    sheet.scrawl(200, 508, 8)
    view = View(drawing.scanned(sheet.pixels), 200)
    found = find_marks(view, page_ink(view, rulings(view).both), (), ())
    assert found.marks == ()
    assert found.traces[0].within(Box(190, 485, 220, 530)) > 0.9


def test_strokes_of_a_pen_are_told_from_print(drawing):
    sheet = drawing.Sheet()
    for i in range(6):
        sheet.text(70, 100 + 24 * i, "我单位已将申报人员的评审条件进行公示", 12)
    sheet.text(300, 400, "张三", 12)
    sheet.scrawl(300, 508, 70, fill=(30, 40, 140))
    view = View(drawing.scanned(sheet.pixels), 200)
    print_rows = [Box(69, 99 + 24 * i, 290, 119 + 24 * i) for i in range(6)]
    boxes = [*print_rows, Box(299, 399, 326, 419), Box(298, 490, 374, 526), Box(400, 600, 440, 612)]
    *rows, name, pen, nothing = handwritten(view, page_ink(view, rulings(view).both), boxes)
    assert max(*rows, name) < 0.3
    assert pen > 0.75
    assert nothing is None


def test_a_name_in_blue_ink_behind_its_label_is_a_pens_however_neat(drawing):
    sheet = drawing.Sheet()
    for i in range(6):
        sheet.text(70, 100 + 24 * i, "我单位已将申报人员的评审条件进行公示", 12)
    sheet.text(300, 400, "承诺人签字：", 12)
    sheet.text(376, 400, "张三李", 12, fill=(40, 45, 110))
    view = View(drawing.scanned(sheet.pixels), 200)
    boxes = [*(Box(69, 99 + 24 * i, 290, 119 + 24 * i) for i in range(6)), Box(299, 399, 414, 419)]
    *rows, signed = handwritten(view, page_ink(view, rulings(view).both), boxes)
    assert max(rows) < 0.3
    assert signed > 0.75


def test_a_pen_is_told_on_a_form_most_of_which_is_filled_in_with_it(drawing):
    sheet = drawing.Sheet()
    pen = (40, 45, 130)
    for i in range(4):
        sheet.text(70, 100 + 24 * i, "年份等次学时", 12)
    for i in range(9):
        sheet.text(300, 100 + 24 * i, "事故车修复综合实训", 12, fill=pen)
    sheet.text(300, 400, "本人签字：", 12)
    sheet.text(364, 400, "张三李", 12, fill=pen)
    view = View(drawing.scanned(sheet.pixels), 200)
    labels = [Box(69, 99 + 24 * i, 144, 119 + 24 * i) for i in range(4)]
    filled = [Box(299, 99 + 24 * i, 410, 119 + 24 * i) for i in range(9)]
    *rows, signed = handwritten(view, page_ink(view, rulings(view).both), [*labels, *filled, Box(299, 399, 402, 419)])
    assert max(rows[:4]) < 0.3
    assert min(rows[4:]) > 0.75
    assert signed > 0.75


def test_a_qr_code_is_read_where_it_is(drawing):
    sheet = drawing.Sheet()
    buffer = io.BytesIO()
    segno.make("https://example.invalid/验证/AB12", error="m").save(buffer, kind="png", scale=6)
    sheet.image.paste(Image.open(buffer).convert("RGB"), (300, 1200))
    ((text, box),) = find_qr_codes(View(drawing.scanned(sheet.pixels, skew=0.8), 200))
    assert text == "https://example.invalid/验证/AB12"
    assert box.within(Box(100, 420, 220, 540)) > 0.9


def test_text_tables_and_photographs_are_no_qr_codes(drawing):
    sheet = drawing.Sheet()
    for i in range(8):
        sheet.text(70, 90 + 20 * i, "我单位已将申报人员的评审条件、程序和个人申报材料进行公示", 13)
    sheet.table(70, 300, [40] * 6, [20] * 6)
    sheet.rectangle(400, 500, 480, 580, fill=(90, 90, 90))
    assert find_qr_codes(View(drawing.scanned(sheet.pixels), 200)) == ()
