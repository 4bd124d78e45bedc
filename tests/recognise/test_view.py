"""Coordinates: there and back between pixels that were read and points of the page."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.geometry import Box
from dossier.recognise.skew import straightened
from dossier.recognise.view import View, turned, turned_box

sizes = st.floats(20, 900)
shares = st.floats(0, 1)


@given(sizes, sizes, shares, shares, shares, shares, st.sampled_from([0, 90, 180, 270]))
def test_a_box_turned_four_times_or_back_is_where_it_was(width, height, a, b, c, d, degrees):
    box = Box(min(a, b) * width, min(c, d) * height, max(a, b) * width, max(c, d) * height)
    there = turned_box(box, degrees, width, height)
    size = (height, width) if degrees in (90, 270) else (width, height)
    assert turned_box(there, (360 - degrees) % 360, *size) == pytest.approx(box, abs=1e-6)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_box_turns_with_the_picture(degrees):
    image = np.zeros((40, 100, 3), np.uint8)
    image[5:10, 20:60] = 255
    box = turned_box(Box(20, 5, 60, 10), degrees, 100, 40)
    ys, xs = np.nonzero(turned(image, degrees)[:, :, 0])
    assert (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1) == tuple(box)


def test_pixels_become_points_by_resolution():
    assert View(np.zeros((10, 10, 3), np.uint8), 144).box(20, 40, 60, 80) == Box(10, 20, 30, 40)


def test_pixels_of_a_box_stay_inside_the_picture():
    view = View(np.zeros((100, 50, 3), np.uint8), 72)
    assert view.pixels(Box(-5, -5, 500, 500)) == (0, 0, 50, 100)


def test_a_box_on_a_straightened_page_points_at_the_page_as_it_lay(drawing):
    sheet = drawing.Sheet()
    for y in range(100, 700, 40):
        sheet.text(80, y, "山西省专业技术人员职称评审材料示例文字内容")
    sheet.rectangle(420, 200, 440, 210, fill=(0, 0, 0))
    crooked = drawing.scanned(sheet.pixels, skew=2.0)
    view = straightened(crooked, 200)
    dark = np.argwhere(view.image[:, int(400 * view.scale) :].max(axis=2) < 40)
    y, x = np.median(dark, axis=0)
    x += int(400 * view.scale)
    box = view.box(x - 4, y - 4, x + 4, y + 4)
    there = crooked[int(box.cy * view.scale), int(box.cx * view.scale)]
    assert there.max() < 60
