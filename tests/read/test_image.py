"""Image files: turned as their EXIF data says, on white, whatever their colours, with a believable size."""

from __future__ import annotations

import hashlib
import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from dossier.errors import ReadingError
from dossier.read import load_page, page_count
from tests.read.conftest import as_bytes, photograph, read_or_refused

ORIENTATION = 0x0112


@pytest.fixture
def picture(stored):
    """Bytes of an image → its first page."""
    return lambda content, number=1: load_page(stored(content, "image/x", "照片.jpg"), number, 200)


def word_lies(picture) -> tuple[bool, bool]:
    """(in the upper half, in the left half)."""
    rows, columns = np.nonzero(picture.image.min(axis=2) < 100)
    height, width = picture.image.shape[:2]
    return bool(rows.mean() < height / 2), bool(columns.mean() < width / 2)


@pytest.mark.parametrize(("orientation", "turn"), [(1, 0), (3, 180), (6, 90), (8, 270)])
def test_a_photo_is_turned_upright_as_its_exif_data_says(picture, orientation, turn):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    held = photograph(600, 850).rotate(turn, expand=True)
    shown = picture(as_bytes(held, "JPEG", exif=exif))
    assert shown.image.shape[:2] == (850, 600)
    assert word_lies(shown) == (True, True)


@pytest.mark.parametrize(("orientation", "turn"), [(1, 0), (3, 180), (6, 90), (8, 270)])
def test_a_heic_photo_of_a_telephone_is_upright(stored, orientation, turn):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    held = photograph(600, 850).rotate(turn, expand=True)
    file = stored(as_bytes(held, "HEIF", exif=exif.tobytes()), "image/heic", "IMG_0001.HEIC")
    shown = load_page(file, page_count(file), 200)
    assert shown.image.shape[:2] == (850, 600)
    assert word_lies(shown) == (True, True)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_of_any_colours_is_black_on_white(picture, mode):
    shown = picture(as_bytes(photograph(600, 850).convert(mode), "JPEG"))
    assert (shown.image.min() < 40, shown.image[-1, -1].min() > 240) == (True, True)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_a_png_of_any_colours_is_black_on_white(picture, mode):
    shown = picture(as_bytes(photograph(600, 850).convert(mode), "PNG"))
    assert shown.image.shape == (850, 600, 3)
    assert (shown.image.min() < 40, shown.image[-1, -1].min() > 240) == (True, True)


def test_what_is_transparent_is_white(picture):
    clear = Image.new("RGBA", (600, 850), (0, 0, 0, 0))
    assert picture(as_bytes(clear, "PNG")).image.min() == 255


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_sixteen_bits_a_pixel_are_brought_down_to_eight(picture, form):
    grey = np.asarray(photograph(600, 850).convert("L"), dtype=np.uint16) * 257
    shown = picture(as_bytes(Image.fromarray(grey), form))
    assert (shown.image.min() < 40, shown.image[-1, -1].min() > 240) == (True, True)


def test_a_fax_of_several_pages_is_several_pages(stored):
    frames = [photograph(600, 850, text).convert("1") for text in ("甲", "乙乙", "丙丙丙")]
    content = as_bytes(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    file = stored(content, "image/tiff")
    assert page_count(file) == 3
    dark = [int((load_page(file, number, 200).image < 100).sum()) for number in (1, 2, 3)]
    assert len(set(dark)) == 3
    with pytest.raises(ReadingError):
        load_page(file, 4, 200)


def test_the_preview_a_phone_adds_to_its_photo_is_no_page(stored):
    content = as_bytes(photograph(600, 850), "MPO", save_all=True, append_images=[photograph(150, 212)])
    assert page_count(stored(content, "image/jpeg")) == 1


def test_an_animation_is_one_page(stored):
    content = as_bytes(photograph(300, 425), "GIF", save_all=True, append_images=[photograph(300, 425, "二")])
    assert page_count(stored(content, "image/gif")) == 1


@pytest.mark.parametrize(
    ("stated", "size", "points"),
    [
        ((200, 200), (1654, 2339), (595, 842)),
        ((72, 72), (3000, 4243), (595, 842)),
        (None, (1654, 2339), (595, 842)),
        ((300, 300), (2480, 1754), (595, 421)),
    ],
)
def test_a_picture_has_the_size_it_states_where_that_is_a_sheet_and_a4_otherwise(picture, stated, size, points):
    options = {"dpi": stated} if stated else {}
    shown = picture(as_bytes(photograph(*size), "JPEG", **options))
    assert shown.size == pytest.approx(points, rel=0.01)


def test_a_huge_photo_is_brought_down_and_keeps_its_size_in_points(picture):
    shown = picture(as_bytes(Image.new("L", (9000, 12000), 255), "JPEG", dpi=(1000, 1000)))
    assert max(shown.image.shape) == 3600
    assert shown.size == pytest.approx((648, 864), rel=0.01)


def test_a_small_picture_is_not_blown_up(picture):
    assert picture(as_bytes(photograph(300, 420), "PNG")).image.shape == (420, 300, 3)


def test_the_hash_is_that_of_the_pixels(picture):
    shown = picture(as_bytes(photograph(300, 420), "PNG"))
    assert shown.sha256 == hashlib.sha256(shown.image.tobytes()).hexdigest()
    assert shown.lines is None


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 no picture", b"GIF89a"])
def test_a_file_that_is_no_picture_is_an_error_that_says_what_to_do(stored, content):
    with pytest.raises(ReadingError) as raised:
        page_count(stored(content, "image/jpeg"))
    assert raised.value.hint


def test_a_picture_of_too_many_pixels_is_asked_for_in_a_smaller_size(stored):
    chunks = (b"IHDR" + struct.pack(">2L5B", 60_000, 60_000, 1, 0, 0, 0, 0), b"IDAT" + zlib.compress(bytes(100)))
    content = b"\x89PNG\r\n\x1a\n"
    for chunk in chunks:
        content += struct.pack(">L", len(chunk) - 4) + chunk + struct.pack(">L", zlib.crc32(chunk))
    with pytest.raises(ReadingError, match="像素过多") as raised:
        page_count(stored(content, "image/png"))
    assert "dpi" in raised.value.hint


def test_a_photo_cut_off_in_the_middle_is_an_error(stored):
    content = as_bytes(photograph(600, 850), "JPEG")
    with pytest.raises(ReadingError):
        load_page(stored(content[: len(content) // 2], "image/jpeg"), 1, 200)


def test_a_file_of_a_type_nobody_reads_is_an_error(stored):
    with pytest.raises(ReadingError, match="audio/mpeg"):
        page_count(stored(b"ID3", "audio/mpeg"))


WHOLE = as_bytes(photograph(120, 170), "PNG")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255), cut=st.integers(1, len(WHOLE)))
def test_however_an_image_is_damaged_it_is_read_or_it_is_an_error_of_reading(stored, at, byte, cut):
    damaged = bytearray(WHOLE)
    damaged[at] = byte
    assert read_or_refused(stored(bytes(damaged[:cut]), "image/png"))


HEIC = as_bytes(photograph(120, 170), "HEIF")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(HEIC) - 1), byte=st.integers(0, 255), cut=st.integers(1, len(HEIC)))
def test_however_a_heic_photo_is_damaged_it_is_read_or_it_is_an_error_of_reading(stored, at, byte, cut):
    damaged = bytearray(HEIC)
    damaged[at] = byte
    assert read_or_refused(stored(bytes(damaged[:cut]), "image/heic"))
