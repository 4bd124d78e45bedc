"""Quality is judged conservatively: what a person can read is never called poor."""

import cv2
import numpy as np
import pytest

from dossier.model.geometry import Box
from dossier.model.pages import Line, Quality
from dossier.recognise.paper import scene
from dossier.recognise.quality import measure, with_losses


def page(drawing, lines=18):
    sheet = drawing.Sheet()
    for i in range(lines):
        sheet.text(70, 90 + 34 * i, "兹证明我单位职工年度考核结果为合格。")
    return sheet


def test_an_empty_page_is_blank(drawing):
    sheet = drawing.Sheet()
    assert measure(sheet.picture(drawing.scanned(sheet.pixels, noise=6))).blank


def test_a_page_with_one_short_line_is_not_blank(drawing):
    sheet = drawing.Sheet()
    sheet.text(250, 400, "附件材料目录", 12)
    quality = measure(sheet.picture(drawing.scanned(sheet.pixels)))
    assert (quality.blank, quality.problem) == (False, "")


@pytest.mark.parametrize("dpi", [150, 200])
def test_a_clean_office_scan_has_no_problem(drawing, dpi):
    sheet = page(drawing)
    small = cv2.resize(sheet.pixels, None, fx=dpi / 200, fy=dpi / 200, interpolation=cv2.INTER_AREA)
    quality = measure(sheet.picture(drawing.scanned(small), dpi=dpi))
    assert (quality.dpi, quality.problem) == (dpi, "")


def test_a_blurred_scan_is_to_be_made_again(drawing):
    sheet = page(drawing)
    blurred = cv2.GaussianBlur(sheet.pixels, (0, 0), 9)
    assert measure(sheet.picture(blurred)).problem == "图像模糊，请重新扫描（建议300 dpi）"


def test_a_scan_of_few_pixels_is_to_be_made_again_even_when_drawn_large(drawing):
    sheet = page(drawing)
    assert "分辨率过低" in measure(sheet.picture(embedded_dpi=72.0)).problem


@pytest.mark.parametrize(
    ("dpi", "problem", "worth"),
    [(60, True, 0.8), (79, True, 0.8), (81, True, 0.95), (99, True, 0.95), (100, False, 1.0), (150, False, 1.0)],
)
def test_the_fewer_pixels_a_scan_has_the_less_its_readings_are_worth(drawing, dpi, problem, worth):
    quality = measure(page(drawing).picture(embedded_dpi=float(dpi)))
    assert (bool(quality.problem), quality.worth) == (problem, worth)


def test_a_blurred_scan_is_worth_too_little_for_a_defect(drawing):
    sheet = page(drawing)
    assert measure(sheet.picture(cv2.GaussianBlur(sheet.pixels, (0, 0), 9))).worth < 0.85


def test_lost_print_is_said_after_what_was_poor_before():
    poor = Quality(problem="图像模糊，请重新扫描（建议300 dpi）", worth=0.95)
    lost = with_losses(poor, "页边文字被裁掉")
    assert (lost.problem, lost.worth) == ("图像模糊，请重新扫描（建议300 dpi）；页边文字被裁掉", 0.8)
    assert with_losses(poor, "") is poor


def test_a_washed_out_scan_is_to_be_made_again(drawing):
    sheet = page(drawing)
    washed = cv2.addWeighted(sheet.pixels, 0.08, sheet.pixels, 0, 225)
    assert "对比度" in measure(sheet.picture(washed)).problem


def test_white_print_on_a_dark_cover_has_contrast(drawing):
    sheet = page(drawing)
    assert measure(sheet.picture(255 - sheet.pixels)).problem == ""


def test_a_page_with_a_text_layer_has_no_problem_of_sharpness(drawing):
    sheet = page(drawing)
    line = Line("兹证明", Box(70, 90, 120, 104), 1.0, "text")
    assert measure(sheet.picture(cv2.GaussianBlur(sheet.pixels, (0, 0), 9), lines=(line,))).problem == ""


def test_a_copy_without_colour_is_told_from_a_page_with_a_seal(drawing):
    sheet = page(drawing)
    assert not measure(sheet.picture()).colour
    sheet.seal(400, 500, "山西样例机械有限公司")
    assert measure(sheet.picture(drawing.scanned(sheet.pixels))).colour


def test_the_desk_around_a_photographed_page_is_scene(drawing):
    sheet = page(drawing)
    photo = cv2.copyMakeBorder(sheet.pixels, 150, 150, 150, 150, cv2.BORDER_CONSTANT, value=(40, 70, 110))
    assert measure(sheet.picture(photo)).scene == pytest.approx(0.25, abs=0.06)
    assert measure(sheet.picture()).scene == 0


def test_a_board_between_its_sheets_is_surroundings_though_the_wall_around_it_is_bright(drawing):
    sheet = page(drawing).pixels
    wall = np.full((1200, 1600, 3), 225, np.uint8)
    wall[60:1140, 60:1540] = (60, 80, 130)
    small = cv2.resize(sheet, (620, 877), interpolation=cv2.INTER_AREA)
    wall[120 : 120 + 877, 480 : 480 + 620] = small if small.ndim == 3 else small[:, :, None]
    assert scene(wall) > 0.3
    assert scene(np.ascontiguousarray(drawing.scanned(sheet))) == 0.0
