"""Cells are what rulings enclose."""

import cv2
import numpy as np
import pytest

from dossier.model.geometry import Box
from dossier.recognise.cells import cells, rulings
from dossier.recognise.skew import straightened
from dossier.recognise.view import View


def cells_of(image, dpi=200):
    view = straightened(image, dpi)
    return cells(view, rulings(view))


def form(drawing, fill=(20, 20, 20)):
    sheet = drawing.Sheet()
    sheet.table(70, 100, [90, 150, 90, 130], [30] * 6, fill)
    for row in range(6):
        sheet.text(80, 106 + 30 * row, "姓名性别民族国籍"[:4])
    return sheet


def test_a_table_gives_its_cells_in_reading_order(drawing):
    found = cells_of(form(drawing).pixels)
    assert len(found) == 24
    assert found[1] == pytest.approx(Box(160, 100, 310, 130), abs=3)


@pytest.mark.parametrize("skew", [-1.0, 0.2, 0.8])
def test_a_scanned_table_gives_the_same_cells(drawing, skew):
    assert len(cells_of(drawing.scanned(form(drawing).pixels, skew=skew, jpeg=45))) == 24


def test_pale_rulings_count(drawing):
    assert len(cells_of(drawing.scanned(form(drawing, fill=(165, 180, 195)).pixels))) == 24


def test_a_merged_cell_is_one_cell(drawing):
    sheet = drawing.Sheet()
    sheet.table(70, 100, [400], [60])
    sheet.table(70, 160, [200, 200], [40])
    widths = sorted(round(cell.width) for cell in cells_of(sheet.pixels))
    assert widths == pytest.approx([200, 200, 400], abs=3)


def test_broken_rulings_still_close_a_cell(drawing):
    image = form(drawing).pixels
    random = np.random.default_rng(3)
    for _ in range(60):
        x, y = random.integers(190, 1280), random.integers(270, 790)
        image[y : y + 4, x : x + 10] = 255
    assert len(cells_of(image)) == 24


def test_the_frame_of_a_page_is_no_cell(drawing):
    sheet = drawing.Sheet()
    sheet.rectangle(30, 30, 565, 812, outline=(20, 20, 20))
    sheet.text(200, 200, "荣誉证书", 30)
    assert cells_of(sheet.pixels) == ()


def test_large_characters_and_check_boxes_are_no_cells(drawing):
    sheet = drawing.Sheet()
    sheet.text(100, 100, "国回田口固圆", 36)
    sheet.text(100, 200, "□正常申报 □破格申报", 14)
    assert cells_of(sheet.pixels) == ()


def test_a_square_seal_is_no_cell(drawing):
    sheet = drawing.Sheet()
    sheet.rectangle(200, 200, 250, 250, outline=(215, 40, 45), points=2)
    assert cells_of(sheet.pixels) == ()


def test_a_high_resolution_scan_gives_the_same_boxes(drawing):
    image = form(drawing).pixels
    large = cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    small = View(image, 200)
    assert np.allclose(cells_of(large, 400), cells(small, rulings(small)), atol=2)


@pytest.mark.parametrize("lean", [0, 12])
def test_streaks_of_a_copier_down_the_page_part_no_cells(drawing, lean):
    image = form(drawing).pixels.copy()
    height = image.shape[0]
    for x in (330, 620):
        cv2.line(image, (x, 0), (x + lean, height), (120, 120, 120), 2)
    assert len(cells_of(image)) == 24


def test_the_upright_rulings_of_a_table_that_fills_the_page_are_no_streaks(drawing):
    sheet = drawing.Sheet()
    sheet.table(40, 40, [120, 300], [90] * 8)
    assert len(cells_of(sheet.pixels)) == 16
