"""Seals: where they are, where they are not, and that unrolling them gives their text."""

import math

import cv2
import numpy as np
import pytest
from rapidfuzz import fuzz

from dossier.model import Box, Seal
from dossier.recognise.seals import find_impressions, has_letters, read_seal
from dossier.recognise.shapes import Ellipse, coverage, fit_ring
from dossier.recognise.unwrap import BANDS, gap, strip
from dossier.recognise.view import View

UNITS = ("山西省汾水样例设计研究院有限公司", "晋泽县第三实验小学", "云岗样例图书馆")


def found_in(image):
    return find_impressions(View(image, 200))


def letter(drawing):
    sheet = drawing.Sheet()
    sheet.text(200, 60, "公示情况证明", 22)
    for i in range(5):
        sheet.text(70, 120 + 30 * i, "我单位已将申报人员的评审条件、程序和个人申报材料进行了公示。", 13)
    return sheet


@pytest.mark.parametrize("radius", [40, 57, 70])
@pytest.mark.parametrize("skew", [-1.5, 0.7])
def test_a_round_seal_is_found_where_it_is(drawing, radius, skew):
    sheet = letter(drawing)
    sheet.text(330, 395, "山西样例机械有限公司", 14)
    sheet.seal(400, 400, UNITS[0], radius=radius, rotation=8)
    found = found_in(drawing.scanned(sheet.pixels, skew=skew))
    assert len(found) == 1
    x0, _, x1, _ = (v * 72 / 200 for v in found[0].bounds)
    assert x1 - x0 == pytest.approx(2 * radius, rel=0.08)


def test_a_faint_seal_is_found(drawing):
    sheet = letter(drawing)
    sheet.seal(400, 400, UNITS[1], fading=0.9, colour=(235, 150, 150))
    assert len(found_in(drawing.scanned(sheet.pixels))) == 1


def test_two_seals_are_two(drawing):
    sheet = letter(drawing)
    sheet.seal(200, 400, UNITS[1])
    sheet.seal(420, 400, UNITS[2])
    assert len(found_in(drawing.scanned(sheet.pixels))) == 2


def test_an_oval_seal_is_oval(drawing):
    sheet = letter(drawing)
    sheet.seal(400, 400, UNITS[2], flatness=0.65, star=False)
    (found,) = found_in(drawing.scanned(sheet.pixels))
    assert found.ring is not None
    assert found.ring.shape == "oval"


def test_a_square_seal_is_found(drawing):
    sheet = letter(drawing)
    sheet.rectangle(380, 380, 440, 440, outline=(215, 35, 45), points=2.5)
    sheet.text(386, 386, "张样", 22, fill=(215, 35, 45))
    sheet.text(386, 412, "之印", 22, fill=(215, 35, 45))
    (found,) = found_in(drawing.scanned(sheet.pixels))
    assert found.ring is None


def test_red_headings_banners_stars_and_pictures_are_no_seals(drawing):
    sheet = letter(drawing)
    sheet.text(90, 220, "山西样例集团有限公司文件", 34, fill=(215, 20, 20))
    sheet.line(70, 280, 525, 280, fill=(215, 20, 20), points=2)
    sheet.rectangle(0, 0, 595, 46, fill=(190, 20, 20))
    sheet.rectangle(100, 400, 170, 498, fill=(200, 30, 30))
    sheet.draw.ellipse([900, 1200, 1100, 1400], fill=(210, 20, 20))
    sheet.text(300, 500, "★", 60, fill=(215, 20, 20))
    assert found_in(drawing.scanned(sheet.pixels)) == []


def test_a_page_without_red_has_no_seal(drawing):
    sheet = letter(drawing)
    sheet.table(70, 350, [100, 100], [40, 40])
    assert found_in(drawing.scanned(sheet.pixels)) == []


def test_an_ellipse_is_fitted_to_a_ring_with_a_gap():
    mask = np.zeros((220, 260), np.uint8)
    cv2.ellipse(mask, (130, 110), (100, 70), 20, 40, 330, 255, 4)
    ring = fit_ring(mask)
    assert ring is not None
    assert (ring.x, ring.y, ring.a, ring.b) == pytest.approx((130, 110, 100, 70), abs=4)
    assert ring.angle == pytest.approx(20, abs=4)
    assert 0.7 < coverage(mask, ring) < 0.9


def test_the_bounds_of_a_tilted_ellipse_hold_it():
    ring = Ellipse(50, 40, 30, 12, 33)
    xs, ys = ring.points(1.0, rays=720)
    assert ring.bounds == pytest.approx((xs.min(), ys.min(), xs.max(), ys.max()), abs=0.01)


@pytest.mark.parametrize("direction", [0, 70, 90, 200, 340])
def test_unrolling_starts_at_the_gap_wherever_it_is(direction):
    ink = np.full((300, 300), 255, np.uint8)
    for step in range(40, 321, 20):
        angle = math.radians(direction + step)
        cv2.circle(ink, (round(150 + 100 * math.cos(angle)), round(150 + 100 * math.sin(angle))), 9, 0, -1)
    ring = Ellipse(150, 150, 130, 130, 0)
    off = (gap(ink, ring, *BANDS[0]) - direction + 180) % 360 - 180
    assert abs(off) < 8
    flat = strip(ink, ring, *BANDS[0])
    assert flat[:, : flat.shape[1] // 20].min() > 200
    assert flat[:, -flat.shape[1] // 20 :].min() > 200


def test_a_portrait_on_red_ground_is_no_oval_seal(drawing):
    sheet = letter(drawing)
    sheet.rectangle(100, 300, 192, 434, fill=(190, 25, 35))
    sheet.draw.ellipse([330, 880, 480, 1090], fill=(225, 190, 170))
    sheet.draw.ellipse([300, 1060, 510, 1300], fill=(20, 20, 25))
    assert found_in(drawing.scanned(sheet.pixels)) == []


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("unit", "options"), [(UNITS[0], {}), (UNITS[1], {"rotation": 12}), (UNITS[2], {"flatness": 0.68})]
)
def test_the_ring_text_is_like_the_unit_and_unlike_others(drawing, engine, unit, options):
    sheet = letter(drawing)
    sheet.text(320, 392, unit, 14)
    sheet.seal(400, 400, unit, star="flatness" not in options, **options)
    view = View(drawing.scanned(sheet.pixels), 200)
    seal = read_seal(engine, view, find_impressions(view)[0])
    assert seal.state == "red"
    assert fuzz.ratio(seal.text, unit) >= 80
    assert all(fuzz.ratio(seal.text, other) <= 60 for other in UNITS if other != unit)


@pytest.mark.ocr
def test_the_line_below_the_star_is_read(drawing, engine):
    sheet = letter(drawing)
    sheet.seal(400, 400, UNITS[1], sub="人事专用章", radius=60, rotation=-6)
    view = View(drawing.scanned(sheet.pixels), 200)
    assert read_seal(engine, view, find_impressions(view)[0]).sub_text == "人事专用章"


@pytest.mark.ocr
def test_an_impression_without_legible_text_is_unreadable(drawing, engine):
    sheet = letter(drawing)
    sheet.seal(400, 400, "一")
    view = View(drawing.scanned(sheet.pixels), 200)
    seal = read_seal(engine, view, find_impressions(view)[0])
    assert (seal.state, seal.text) == ("unreadable", "")


@pytest.mark.parametrize(
    ("readings", "text", "letters"),
    [
        ((), "", False),
        (("一",), "", False),
        (("ンの喜定ンにルンン", "ン"), "", False),
        (("岭县",), "", True),
        ((), UNITS[1], True),
    ],
)
def test_a_ring_on_which_nothing_reads_like_chinese_is_a_picture(readings, text, letters):
    state = "red" if text else "unreadable"
    assert has_letters(Seal(Box(0, 0, 110, 110), "round", state, text, readings=readings)) is letters
