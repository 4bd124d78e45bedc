"""Print that was cut off or drowned in glare is found; whole pages and their margins give no alarm."""

import cv2
import numpy as np
import pytest

from dossier.model.geometry import Box
from dossier.model.pages import Line
from dossier.recognise.losses import has_glare, is_cut
from dossier.recognise.view import View

WIDTH, HEIGHT = 595.0, 842.0
TEXT = "兹证明我单位职工尉迟样二〇二五年度考核结果为合格，特此证明"


def rows(left=70.0, right=525.0, count=20):
    return [
        Line("兹证明我单位职工考核结果为合格", Box(left, 90 + 34 * i, right, 104 + 34 * i), 0.98) for i in range(count)
    ]


def photographed(sheet, light=0.82):
    """The page under a light that leaves its paper grey, as cameras see it."""
    return cv2.convertScaleAbs(sheet.pixels, alpha=light)


def spot(image, x, y, radius, strength=400.0):
    """The reflection of a lamp around (x, y), in pixels."""
    across, down = np.meshgrid(np.arange(image.shape[1]), np.arange(image.shape[0]))
    light = strength * np.exp(-((((across - x) ** 2 + (down - y) ** 2) / radius**2) ** 2))
    return (image + light[..., None]).clip(0, 255).astype(np.uint8)


def letter(drawing):
    sheet = drawing.Sheet()
    for i in range(20):
        sheet.text(70, 90 + 34 * i, TEXT, 15)
    return sheet


@pytest.mark.parametrize(("left", "right"), [(0.0, 400.0), (1.9, 525.0), (70.0, 594.0)])
def test_rows_that_run_off_a_side_of_the_page_are_cut(left, right):
    assert is_cut(rows(left, right), WIDTH, HEIGHT)


def test_a_single_mark_at_the_side_is_no_cut_print():
    assert not is_cut([*rows(), *rows(0.0, 30.0, 1)], WIDTH, HEIGHT)


@pytest.mark.parametrize("y", [0.5, 836.0])
def test_a_row_cut_along_its_length_is_cut(y):
    assert is_cut([*rows(), Line("山西省人力资源", Box(90, y, 300, y + 6), 0.8)], WIDTH, HEIGHT)


def test_the_tabs_of_a_browser_at_the_edge_of_its_picture_are_not_cut():
    tab = Line("通知公告-内部网站", Box(23, 1, 113, 12), 0.98)
    bar = Line("http://intranet.example.cn/notice/6021602.html", Box(80, 24, 300, 36), 0.98)
    assert is_cut([*rows(), tab], WIDTH, HEIGHT)
    assert not is_cut([*rows(), tab, bar], WIDTH, HEIGHT)


def test_print_near_the_edge_is_not_cut():
    assert not is_cut(rows(2.5, 592.5), WIDTH, HEIGHT)


def test_what_is_hardly_read_at_the_edge_is_a_shadow_and_no_print():
    assert not is_cut([Line("一二", Box(0, 40 * i, 20, 40 * i + 12), 0.55) for i in range(6)], WIDTH, HEIGHT)


@pytest.mark.ocr
def test_a_page_whose_side_was_cut_off_by_the_scan_is_to_be_made_again(drawing, reader):
    sheet = letter(drawing)
    whole = reader.read(sheet.picture(drawing.scanned(sheet.pixels)))
    cut = reader.read(sheet.picture(drawing.scanned(np.ascontiguousarray(sheet.pixels[:, 260:]), seed=2)))
    assert whole.quality.problem == ""
    assert cut.quality.problem == "页边文字被裁掉，请重新扫描或拍摄，把四角拍全"
    assert (whole.quality.worth, cut.quality.worth) == (1.0, 0.8)


@pytest.mark.ocr
def test_a_lamp_that_drowns_print_is_found_and_one_beside_the_print_is_not(drawing, reader):
    sheet = letter(drawing)
    over = reader.read(sheet.picture(spot(photographed(sheet), 800, 1100, 260)))
    below = reader.read(sheet.picture(spot(photographed(sheet), 800, 2220, 90)))
    faint = reader.read(sheet.picture(spot(photographed(sheet), 800, 1100, 260, strength=60)))
    assert over.quality.problem == "反光盖住了文字，请重新扫描，或避开灯光重拍"
    assert over.quality.worth < 0.85
    assert (below.quality.problem, faint.quality.problem) == ("", "")


def test_white_paper_of_a_scan_is_no_glare(drawing):
    sheet = letter(drawing)
    split = [*rows(70, 250), *rows(350, 525)]
    assert not has_glare(View(sheet.pixels, 200), split)


def drowned(drawing, strength=400.0):
    """Two columns' worth of print under a lamp that burns out the middle of the page."""
    sheet = drawing.Sheet()
    for row in rows(70, 525):
        sheet.text(70, row.box.y0, TEXT, 15)
    return View(spot(photographed(sheet), 800, 1100, 260, strength), 200)


def columns(drawing):
    """Two columns of dark print, the paper between them burnt out."""
    image = spot(photographed(drawing.Sheet()), 800, 1100, 260)
    sheet = drawing.Sheet()
    for row in rows():
        sheet.text(70, row.box.y0, TEXT[:8], 15)
        sheet.text(385, row.box.y0, TEXT[:9], 15)
    return View(np.minimum(image, sheet.pixels), 200)


def test_a_burnt_margin_with_print_on_one_side_only_has_lost_nothing(drawing):
    view = drowned(drawing)
    assert not has_glare(view, rows(70, 190))
    assert has_glare(view, [*rows(70, 190), *rows(385, 525)])


def test_columns_of_dark_print_on_both_sides_of_burnt_paper_have_lost_nothing(drawing):
    assert not has_glare(columns(drawing), [*rows(70, 190), *rows(385, 520)])


def test_print_in_cells_on_both_sides_of_a_burnt_cell_has_lost_nothing(drawing):
    cells = [Box(60, 0, 195, 842), Box(195, 0, 380, 842), Box(380, 0, 535, 842)]
    assert not has_glare(drowned(drawing), [*rows(70, 190), *rows(385, 525)], cells)


def test_a_burnt_area_whose_print_still_reads_has_lost_nothing(drawing):
    assert not has_glare(drowned(drawing), [*rows(70, 190), *rows(385, 525), *rows(195, 380)])
