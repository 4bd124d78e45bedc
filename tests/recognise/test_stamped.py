"""Lines under seals: where they begin and end once the red ink is gone."""

from __future__ import annotations

import cv2
import numpy as np

from dossier.model import Box
from dossier.recognise.engine import Reading
from dossier.recognise.lines import Piece
from dossier.recognise.stamped import reread_under

SEAL = Box(300, 100, 500, 300)
LINE = (200, 240)
"""First and last row of the line under the seal."""


class Finder:
    """An engine that finds the lines it is told of, in pixels of the page, and reads the width of each crop."""

    def __init__(self, *boxes):
        self.boxes = boxes

    def detect(self, image, side, small=False):
        left, top = 300 - 240, 100 - 30
        return [
            np.float32([[b.x0 - left, b.y0 - top], [b.x1 - left, b.y0 - top], [b.x1 - left, b.y1 - top],
                        [b.x0 - left, b.y1 - top]]) * 1.5
            for b in self.boxes
        ]  # fmt: skip

    def recognise(self, crops, small=False):
        return [Reading("字", (0.99,), (0.5,)) for _ in crops]

    def reads(self, character):
        return True


def page(*strokes, ruling=None):
    """White paper with a red ring, black strokes of the line (first and last column) and perhaps a ruling."""
    image = np.full((400, 900, 3), 255, np.uint8)
    cv2.circle(image, (400, 200), 98, (40, 40, 220), 4)
    for left, right in strokes:
        image[LINE[0] + 8 : LINE[1] - 8, left:right] = 30
    if ruling is not None:
        image[100:300, ruling : ruling + 3] = 30
    return image


def found(image, box, pieces=(), borders=()):
    return reread_under(Finder(box), image, pieces, [SEAL], borders)


def test_a_line_goes_on_as_far_as_its_ink():
    (line,) = found(page((320, 480), (490, 510), (520, 540)), Box(320, *LINE[:1], 480, LINE[1]))
    assert 540 <= line.box.x1 <= 550
    assert 316 <= line.box.x0 <= 320


def test_a_line_ends_at_a_gap_a_ruling_and_the_border_of_its_cell():
    cut = Box(320, LINE[0], 480, LINE[1])
    assert found(page((320, 480), (520, 560)), cut)[0].box.x1 <= 481
    assert found(page((320, 480), (495, 540), ruling=488), cut)[0].box.x1 <= 488
    cell = Box(250, 150, 500, 260)
    assert found(page((320, 480), (490, 540)), cut, borders=[cell])[0].box.x1 <= 500


def test_what_was_read_of_a_line_outside_the_seal_is_not_said_twice():
    pieces = [Piece(Box(505, 202, 540, 238), Reading("日", (0.99,), (0.5,)))]
    lines = found(page((320, 480), (490, 540)), Box(320, LINE[0], 480, LINE[1]), pieces)
    assert [line.reading.text for line in lines] == ["字"]


def test_letters_of_the_ring_do_not_widen_a_line():
    junk = Piece(Box(280, 170, 360, 270), Reading("E", (0.4,), (0.5,)))
    lines = found(page((320, 480)), Box(320, LINE[0], 480, LINE[1]), [junk])
    assert max(line.box.height for line in lines if line.stamped) <= 41
    assert min(line.box.x0 for line in lines if line.stamped) >= 316


class Scripted(Finder):
    """An engine that says by the ink of a crop: with the seal's, without it, and of that the darkest alone."""

    def __init__(self, bare, dark, coloured):
        super().__init__(Box(320, LINE[0], 480, LINE[1]))
        self.says = {"bare": bare, "dark": dark, "coloured": coloured}

    def recognise(self, crops, small=False):
        return [_reading(self.says[_ink_of(crop)]) for crop in crops]


def _ink_of(crop):
    if np.ptp(crop, axis=2).max() > 60:
        return "coloured"
    return "bare" if ((crop > 150) & (crop < 250)).any() else "dark"


def _reading(text):
    return Reading(text, (0.99,) * len(text), tuple(np.linspace(0, 1, len(text))))


def stamped_day(bare, dark, coloured, before="202年11月7日"):
    """The line of a day below a seal, which had been read as `before` with the seal's ink."""
    image = page((320, 480))
    image[LINE[0] + 10 : LINE[1] - 10, 330:340] = (170, 170, 170)
    image[LINE[0] + 10 : LINE[1] - 10, 342:350] = (60, 60, 230)
    pieces = [Piece(Box(320, LINE[0], 480, LINE[1]), _reading(before))]
    (line,) = reread_under(Scripted(bare, dark, coloured), image, pieces, [SEAL], [])
    return line.reading.text, line.reading.confidence


def test_a_day_is_less_sure_where_its_darkest_ink_says_another():
    three, five = "2023年11月7日", "2025年11月7日"
    assert stamped_day(three, five, five) == (five, 0.8)
    assert stamped_day(three, five, "20年11月7日") == (three, 0.8)


def test_a_day_stays_sure_where_nothing_says_another():
    day = "2025年11月7日"
    assert stamped_day(day, day, "2023年11月7日") == (day, 0.99)
    assert stamped_day(day, "225年11月", "2023年11月7日") == (day, 0.99)
    assert stamped_day(day, "2023年11月7日", "2023年11月7日", before=day) == (day, 0.99)
