"""The picture of a publicity photo is known again, and another one is not taken for it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from dossier.config import Settings
from dossier.model import Application, Box, Bundle, Document, Page, PageRef, PageSummary, Quality, Record, StoredFile
from dossier.pipeline.likeness import picture_hash, with_picture_hashes
from dossier.validate.across.pictures import NEAR


def board(seed: int) -> np.ndarray:
    """A notice board on a wall: sheets of paper with lines of print, in other places for another seed."""
    chance = np.random.default_rng(seed)
    wall = np.linspace(90, 170, 1200)[None, :, None] + chance.normal(0, 6, (900, 1200, 3))
    image = np.clip(wall, 0, 255).astype(np.uint8)
    for _ in range(4):
        x, y = int(chance.integers(40, 800)), int(chance.integers(40, 500))
        width, height = int(chance.integers(180, 320)), int(chance.integers(220, 380))
        cv2.rectangle(image, (x, y), (x + width, y + height), (240, 240, 240), -1)
        for row in range(y + 30, y + height - 20, 26):
            cv2.line(image, (x + 20, row), (x + int(width * chance.uniform(0.5, 0.9)), row), (60, 60, 60), 5)
    return image


def distance(a: str, b: str) -> int:
    return (int(a, 16) ^ int(b, 16)).bit_count()


def sent_by_phone(image: np.ndarray) -> np.ndarray:
    data = cv2.imencode(".jpg", cv2.resize(image, None, fx=0.4, fy=0.4), [cv2.IMWRITE_JPEG_QUALITY, 45])[1]
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


CHANGES = {
    "the same": lambda image: image,
    "sent by phone": sent_by_phone,
    "brighter": lambda image: cv2.convertScaleAbs(image, alpha=1.1, beta=12),
    "a sheet of white around it": lambda image: cv2.copyMakeBorder(
        image, 90, 60, 120, 120, cv2.BORDER_CONSTANT, value=(255, 255, 255)
    ),
    "grey": lambda image: cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_photo_is_known_again_however_it_was_sent(change):
    for seed in range(5):
        image = board(seed)
        assert distance(picture_hash(image), picture_hash(change(image))) <= NEAR


def test_photos_of_different_boards_are_far_apart():
    hashes = [picture_hash(board(seed)) for seed in range(12)]
    assert min(distance(a, b) for n, a in enumerate(hashes) for b in hashes[:n]) > 2 * NEAR


def test_a_plain_picture_has_nothing_to_compare():
    assert picture_hash(np.full((400, 300, 3), 250, np.uint8)) == ""


@pytest.fixture
def photographed(tmp_path: Path, settings: Settings):
    """A record whose page of this kind shows the picture, hashed as a check does."""

    def make(image: np.ndarray, kind: str = "publicity_photo", pictures: tuple[Box, ...] = ()) -> str:
        path = tmp_path / "照片.png"
        cv2.imencode(".png", image)[1].tofile(path)
        file = StoredFile("照片.png", path, "0", 1, "image/png")
        summary = PageSummary("照片.png", 1, kind, 0, "ocr", "0", Quality(), 595.0, 842.0)
        document = Document("d01", kind, "公示照片", (PageRef("照片.png", 1),))
        record = Record(Application("p"), {}, (document,), (), {}, (summary,))
        page = Page("照片.png", 1, 595.0, 842.0, "ocr", "0", pictures=pictures)
        return with_picture_hashes(record, [page], Bundle((file,), (), ""), settings).pages[0].picture_hash

    return make


def test_only_pages_of_publicity_photos_are_hashed(photographed):
    assert len(photographed(board(1))) == 64
    assert photographed(board(1), "diploma") == ""


def test_a_page_that_cannot_be_drawn_has_no_hash(photographed, tmp_path, settings):
    summary = PageSummary("缺.png", 1, "publicity_photo", 0, "none", "0", Quality(), 595.0, 842.0)
    document = Document("d01", "publicity_photo", "公示照片", (PageRef("缺.png", 1),))
    record = Record(Application("p"), {}, (document,), (), {}, (summary,))
    assert with_picture_hashes(record, [], Bundle((), (), ""), settings).pages[0].picture_hash == ""


def test_of_a_page_with_a_heading_the_photo_set_into_it_is_compared(photographed):
    sheet = np.full((1754, 1240, 3), 255, np.uint8)
    cv2.putText(sheet, "XI LIU GONG SHI", (200, 200), cv2.FONT_HERSHEY_SIMPLEX, 3, (60, 60, 160), 8)
    sheet[500:1400, 20:1220] = board(3)
    dpi = 1240 / 595 * 72
    whole = photographed(sheet)
    set_in = photographed(sheet, pictures=(Box(20, 500, 1220, 1400).scaled(72 / dpi),))
    assert distance(set_in, picture_hash(board(3))) <= NEAR < distance(whole, picture_hash(board(3)))
