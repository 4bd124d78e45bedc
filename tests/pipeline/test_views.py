"""Pictures of places on pages, for the person who decides."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from dossier.model import Application, Box, Bundle, PageSummary, Quality, Record, StoredFile
from dossier.pipeline.views import page_picture

PLACE = Box(400, 100, 460, 130)
"""Where the blue patch lies on the page turned upright."""


@pytest.fixture
def view(tmp_path: Path, settings):
    """A function from (page, box) to pixels, for a scan that lies turned by so many degrees in its file."""

    def make(turn: int):
        upright = Image.new("RGB", (1240, 1754), "white")
        scale = 150 / 72
        upright.paste((0, 0, 255), [round(edge * scale) for edge in PLACE])
        path = tmp_path / "扫描.png"
        upright.rotate(turn, expand=True).save(path, dpi=(150, 150))
        file = StoredFile("扫描.png", path, "0", 1, "image/png")
        summary = PageSummary("扫描.png", 1, "unknown", turn, "ocr", "0", Quality(), 595.2, 841.9)
        record = Record(Application("p"), {}, (), (), {}, (summary,))
        show = page_picture(Bundle((file,), (), ""), record, settings)

        def pixels(page: int = 1, box: Box | None = None, name: str = "扫描.png"):
            png = show(name, page, box)
            return None if png is None else cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)

        return pixels

    return make


def share_of_blue(pixels) -> float:
    return float(((pixels[..., 0] > 200) & (pixels[..., 2] < 60)).mean())


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_place_is_shown_upright_however_the_page_lies_in_its_file(view, turn):
    shown = view(turn)(box=PLACE)
    assert share_of_blue(shown) > 0.1
    assert shown.shape[1] > shown.shape[0]


def test_a_place_is_shown_with_some_surroundings(view):
    shown = view(0)(box=PLACE)
    assert share_of_blue(shown) < 0.5


def test_without_a_box_the_whole_page_is_shown(view):
    shown = view(90)()
    assert shown.shape[0] / shown.shape[1] == pytest.approx(1754 / 1240, rel=0.01)
    assert max(shown.shape) <= 900


def test_a_box_over_the_edge_of_the_page_is_cut_there(view):
    assert view(0)(box=Box(580, -40, 700, 60)).size > 0


def test_a_box_beyond_the_page_has_no_picture(view):
    assert view(0)(box=Box(5000, 5000, 5100, 5100)) is None


def test_a_page_or_file_that_is_not_there_has_no_picture(view):
    assert view(0)(page=7) is None
    assert view(0)(name="没有.pdf") is None
