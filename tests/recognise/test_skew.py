"""Small skew is measured to a tenth of a degree or so and taken out."""

import numpy as np
import pytest

from dossier.recognise.skew import skew, straightened


def text_page(drawing):
    sheet = drawing.Sheet()
    for i, y in enumerate(range(90, 720, 30)):
        sheet.text(70, y, "公示期间对公示内容有异议的可以书面形式向本单位反映"[: 12 + i % 12])
    return sheet


@pytest.mark.parametrize("degrees", [-4.0, -1.2, -0.5, 0.5, 1.5, 3.5])
def test_the_skew_of_a_page_of_text_is_found(drawing, degrees):
    image = drawing.scanned(text_page(drawing).pixels, skew=degrees)
    assert skew(image, 200) == pytest.approx(degrees, abs=0.2)


@pytest.mark.parametrize("degrees", [-2.0, 1.0])
def test_the_skew_of_a_table_is_found(drawing, degrees):
    sheet = drawing.Sheet()
    sheet.table(70, 100, [90, 150, 90, 130], [32] * 14)
    assert skew(drawing.scanned(sheet.pixels, skew=degrees), 200) == pytest.approx(degrees, abs=0.2)


def test_a_level_page_is_left_as_it_is(drawing):
    image = drawing.scanned(text_page(drawing).pixels)
    view = straightened(image, 200)
    assert view.image is image
    assert np.array_equal(view.back, np.eye(3))


def test_an_empty_page_has_no_skew(drawing):
    assert skew(drawing.scanned(drawing.Sheet().pixels), 200) == 0


def test_a_straightened_page_is_level(drawing):
    view = straightened(drawing.scanned(text_page(drawing).pixels, skew=2.0), 200)
    assert abs(skew(view.image, 200)) < 0.3
