"""Grey impressions are found on copies, and nothing else is taken for one."""

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.recognise.cells import rulings
from dossier.recognise.grey_seals import find_grey_seals
from dossier.recognise.view import View


def copied(image):
    """Black and white, as a fax or an old copier makes it."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return cv2.cvtColor(np.where(grey < 150, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR)


LINES = [Box(68, 88 + 30 * i, 480, 108 + 30 * i) for i in range(12)]


def grey_seals(image, taken=()):
    view = View(image, 200)
    return find_grey_seals(view, rulings(view), taken, LINES)


def letter(drawing):
    sheet = drawing.Sheet()
    for i in range(12):
        sheet.text(70, 90 + 30 * i, "我单位已将申报人员的评审条件、程序和个人申报材料进行了公示。", 13)
    return sheet


def test_a_copied_seal_is_grey_and_has_no_text(drawing):
    sheet = letter(drawing)
    sheet.text(330, 560, "山西样例机械有限公司", 14)
    sheet.seal(400, 565, "山西样例机械有限公司", fading=0.1)
    (seal,) = grey_seals(copied(sheet.pixels))
    assert (seal.state, seal.shape, seal.text) == ("grey", "round", "")
    assert abs(seal.box.cx - 400) < 5
    assert abs(seal.box.cy - 565) < 5


def test_a_copied_seal_with_a_thick_ring_is_no_ruling(drawing):
    sheet = letter(drawing)
    sheet.seal(400, 565, "山西样例机械有限公司", fading=0.0)
    image = copied(sheet.pixels)
    cv2.circle(image, (1111, 1569), 158, (90, 90, 90), 16)
    (seal,) = grey_seals(image)
    assert abs(seal.box.cx - 400) < 5
    assert abs(seal.box.cy - 565) < 5


def test_bars_of_blurred_print_are_no_seals(drawing):
    sheet = letter(drawing)
    for row in range(14):
        left = 330
        for word in range(6):
            wide = 14 + 7 * ((row * 5 + word * 3) % 4)
            sheet.rectangle(left, 500 + 16 * row, left + wide, 506 + 16 * row, fill=(70, 70, 70))
            left += wide + 5
    assert grey_seals(copied(sheet.pixels)) == ()


def test_text_tables_portraits_and_plain_circles_are_no_seals(drawing):
    sheet = letter(drawing)
    sheet.table(70, 470, [110] * 4, [40] * 4)
    sheet.rectangle(430, 660, 500, 750, fill=(120, 120, 120))
    sheet.draw.ellipse([1210, 1850, 1370, 2010], fill=(60, 60, 60))
    sheet.draw.ellipse([300, 1850, 600, 2150], outline=(0, 0, 0), width=5)
    assert grey_seals(copied(sheet.pixels)) == ()


def test_a_place_that_is_taken_is_not_looked_at(drawing):
    sheet = letter(drawing)
    sheet.seal(400, 565, "山西样例机械有限公司", fading=0.1)
    image = copied(sheet.pixels)
    assert grey_seals(image, [seal.box for seal in grey_seals(image)]) == ()


def test_a_portrait_on_red_ground_is_no_grey_seal(drawing):
    sheet = letter(drawing)
    sheet.seal(400, 565, "山西样例机械有限公司", fading=0.0)
    copy = copied(sheet.pixels)
    assert len(grey_seals(copy)) == 1
    x, y, around = round(400 * 200 / 72), round(565 * 200 / 72), 200
    place = copy[y - around : y + around, x - around : x + around]
    place[place[:, :, 0] > 128] = (40, 30, 200)
    assert grey_seals(copy) == ()
