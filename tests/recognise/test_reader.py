"""Whole pages, read with the real models; and what can be said without them."""

from dataclasses import replace

import cv2
import pytest

from dossier.extract.signing import look
from dossier.model.geometry import Box
from dossier.model.pages import Line
from dossier.recognise import read_without_ocr
from dossier.recognise.view import turned
from dossier.text import squeeze

UNIT, DAY = "山西样例机械制造有限公司", "2025年8月14日"


def certificate(drawing, stamped=True):
    sheet = drawing.Sheet()
    sheet.text(190, 70, "公示情况证明", 24)
    body = (
        "我单位已将申报人员的评审条件和程序、个人申报材料、单位鉴定意见",
        "在单位公示栏进行公示，公示期内未收到任何异议。",
        "特此证明。",
    )
    for i, text in enumerate(body):
        sheet.text(80, 140 + 30 * i, text, 14)
    sheet.table(80, 260, [90, 150, 90, 100], [32, 32])
    for i, text in enumerate(["姓名", "尉迟样", "性别", "男"]):
        sheet.text([88, 178, 328, 418][i], 267, text, 13)
    for i, text in enumerate(["公示时间", "2025-08-04", "联系电话", "03515550100"]):
        sheet.text([88, 178, 328, 418][i], 299, text, 13)
    sheet.text(330, 420, UNIT, 14)
    sheet.text(380, 446, DAY, 14)
    if stamped:
        sheet.seal(410, 435, UNIT, rotation=7)
    return sheet


def texts(page):
    return [squeeze(line.text) for line in page.lines]


@pytest.fixture(scope="module")
def page(drawing, reader):
    sheet = certificate(drawing)
    return reader.read(sheet.picture(drawing.scanned(sheet.pixels, skew=-0.9)))


@pytest.mark.ocr
def test_a_scanned_page_gives_its_words_in_reading_order(page):
    found = texts(page)
    assert found[0] == "公示情况证明"
    assert {"尉迟样", "2025-08-04", "03515550100"} <= set(found)
    assert (page.method, page.orientation, page.quality.problem) == ("ocr", 0, "")


@pytest.mark.ocr
def test_words_under_a_seal_are_read_and_marked_as_stamped(page):
    stamped = {squeeze(line.text): line for line in page.lines if line.stamped}
    assert {UNIT, DAY} <= set(stamped)
    assert stamped[DAY].confidence > 0.9


@pytest.mark.ocr
def test_the_seal_leaves_no_words_of_its_own_among_the_lines(page):
    assert all(line.text in (UNIT, DAY) or squeeze(line.text) in (UNIT, DAY) for line in page.lines if line.stamped)


@pytest.mark.ocr
def test_each_word_of_a_table_lies_in_its_own_cell(page):
    assert len(page.cells) == 8
    name = next(line for line in page.lines if line.text == "尉迟样")
    (cell,) = [cell for cell in page.cells if cell.contains(name.box.cx, name.box.cy)]
    assert [line.text for line in page.lines if cell.contains(line.box.cx, line.box.cy)] == ["尉迟样"]


@pytest.mark.ocr
def test_the_seal_is_read(page):
    (seal,) = page.seals
    assert (seal.state, seal.shape) == ("red", "round")
    assert seal.readings[0] == seal.text


@pytest.mark.ocr
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_wrong_is_turned_upright(drawing, reader, degrees):
    sheet = certificate(drawing, stamped=False)
    page = reader.read(sheet.picture(turned(sheet.pixels, degrees)))
    assert page.orientation == (360 - degrees) % 360
    assert (round(page.width), round(page.height)) == (595, 842)
    assert "公示情况证明" in texts(page)


@pytest.mark.ocr
def test_an_almost_empty_page_is_not_turned(drawing, reader):
    sheet = drawing.Sheet()
    sheet.text(120, 200, "样例", 12)
    assert reader.read(sheet.picture()).orientation == 0


@pytest.mark.ocr
def test_a_vertical_label_is_read(drawing, reader):
    sheet = drawing.Sheet()
    sheet.table(80, 100, [36, 380], [180])
    for i, character in enumerate("单位意见"):
        sheet.text(90, 125 + 34 * i, character, 16)
    sheet.text(140, 130, "经审核，该同志所报材料真实有效，同意推荐。", 14)
    assert "单位意见" in texts(reader.read(sheet.picture(drawing.scanned(sheet.pixels))))


@pytest.mark.ocr
def test_a_blank_page_has_no_words(drawing, reader):
    sheet = drawing.Sheet()
    page = reader.read(sheet.picture(drawing.scanned(sheet.pixels)))
    assert (page.lines, page.quality.blank) == ((), True)


@pytest.mark.ocr
def test_a_trusted_text_layer_is_kept_and_the_picture_still_looked_at(drawing, reader):
    sheet = certificate(drawing)
    lines = (Line("公示情况证明", Box(190, 70, 335, 95), 1.0, "text"), Line(UNIT, Box(330, 420, 500, 436), 1.0, "text"))
    page = reader.read(sheet.picture(lines=lines))
    assert [line.text for line in page.lines] == ["公示情况证明", UNIT]
    assert [line.stamped for line in page.lines] == [False, True]
    assert (page.method, len(page.seals), len(page.cells)) == ("text", 1, 8)


def test_without_models_a_scan_has_cells_and_seals_but_no_words(drawing):
    page = read_without_ocr(certificate(drawing).picture())
    assert (page.method, page.lines, page.marks) == ("none", (), ())
    assert len(page.cells) == 8
    assert [seal.state for seal in page.seals] == ["unreadable"]


def test_without_models_a_text_layer_still_gives_the_words(drawing):
    line = Line("公示情况证明", Box(190, 70, 335, 95), 1.0, "text")
    page = read_without_ocr(certificate(drawing).picture(lines=(line,)))
    assert (page.method, page.text) == ("text", "公示情况证明")


def test_without_models_paddle_is_never_imported(drawing):
    import subprocess
    import sys

    code = "import sys, dossier.recognise as r; r.read_without_ocr; sys.exit('paddleocr' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_scan_that_fills_a_page_is_no_photograph_that_hides_its_grey_seal(drawing):
    picture = certificate(drawing).picture()
    grey = cv2.cvtColor(cv2.cvtColor(picture.image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    scan = replace(picture, image=grey, pictures=(Box(0, 0, *picture.size),))
    (seal,) = read_without_ocr(scan).seals
    assert seal.state == "grey"


def test_a_picture_of_a_signature_on_a_born_digital_page_is_a_signature(drawing):
    sheet = drawing.Sheet()
    label = Line("承诺人签名：", Box(100, 500, 190, 514), 1.0, "text")
    text = Line("本人承诺所交材料真实有效，如有虚假愿意承担责任。", Box(100, 460, 420, 474), 1.0, "text")
    for line in (text, label):
        sheet.text(line.box.x0, line.box.y0 - 2, line.text, 13)
    sheet.scrawl(210, 508, 80)
    page = read_without_ocr(sheet.picture(lines=(text, label), pictures=(Box(205, 490, 295, 525),)))
    signed = look(page, Box(label.box.x1, 496, 340, 518), "", label)
    assert signed.state == "signed"
