"""Seals, signatures, portraits, scans and photographs."""

import cv2
import numpy as np
import pytest
from PIL import Image

from dossier.sample.chance import dice
from dossier.sample.damage import scan, turned
from dossier.sample.handwriting import draw_portrait, draw_signature
from dossier.sample.scene import photograph
from dossier.sample.seal import SIZE, draw_seal

UNITS = ["样例站", "临墟县样例水利局", "山西漱石煤层气开发有限责任公司"]


def alpha(image: Image.Image) -> np.ndarray:
    return np.asarray(image)[..., 3]


@pytest.fixture(scope="module")
def page() -> Image.Image:
    sheet = np.full((2339, 1654, 3), 255, np.uint8)
    sheet[300:340, 200:1400] = 0
    return Image.fromarray(sheet)


@pytest.mark.parametrize("unit", UNITS)
def test_a_seal_is_round_with_ring_star_and_letters(unit):
    ink = alpha(draw_seal(unit, dice(1, unit))) > 40
    ys, xs = np.nonzero(ink)
    radius = np.hypot(ys - SIZE / 2, xs - SIZE / 2) / SIZE
    assert radius.max() == pytest.approx(0.48, abs=0.01)
    star, gap, letters = (
        np.mean((radius > lo) & (radius <= hi)) for lo, hi in ((0, 0.145), (0.15, 0.29), (0.32, 0.45))
    )
    assert star > 0.05
    assert gap < 0.01
    assert letters > 0.05


@pytest.mark.parametrize("unit", UNITS)
def test_the_letters_of_a_seal_stand_apart_also_in_long_names(unit):
    ink = alpha(draw_seal(unit, dice(1, unit)))
    around = cv2.warpPolar(ink, (SIZE // 2, 1440), (SIZE / 2, SIZE / 2), SIZE / 2, cv2.WARP_POLAR_LINEAR)
    letters = around[:, round(0.65 * SIZE / 2) : round(0.90 * SIZE / 2)].max(axis=1) > 60
    gaps = np.count_nonzero(np.diff(letters.astype(int)) == 1)
    assert gaps >= len(unit)


def test_a_seal_leaves_the_words_below_it_readable():
    ink = alpha(draw_seal(UNITS[1], dice(1, "x")))
    assert ink.max() < 250
    assert np.count_nonzero(ink > 40) / ink.size < 0.3


def test_seal_ink_is_red_and_uneven():
    seal = np.asarray(draw_seal(UNITS[1], dice(1, "x"))).astype(int)
    inked = seal[seal[..., 3] > 100]
    assert np.all(inked[:, 0] - inked[:, 1:3].max(axis=1) > 100)
    assert inked[:, 3].std() > 10


def test_seals_of_two_units_differ_and_of_one_unit_are_repeatable():
    first, again, other = (draw_seal(unit, dice(7, "seal")) for unit in ("样例站", "样例站", "样例所"))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_a_signature_is_dark_ink_on_nothing_and_differs_by_hand():
    one, two = draw_signature("郗明澈", dice(1, "a")), draw_signature("郗明澈", dice(1, "b"))
    assert 0.03 < np.mean(alpha(one) > 128) < 0.4
    assert max(one.getpixel((0, 0))[:3]) < 100
    assert one.tobytes() != two.tobytes()


def test_longer_names_give_longer_signatures():
    widths = [draw_signature(name, dice(1, "a")).width for name in ("郗明", "郗明澈", "欧阳明澈")]
    assert widths == sorted(widths)


def test_a_portrait_has_the_proportions_of_an_identity_photograph():
    assert draw_portrait(dice(1, "a")).size == (250, 350)


def test_a_scan_keeps_the_size_of_the_page_and_stays_readable(page):
    scanned = scan(page, dice(1, "scan"))
    grey = np.asarray(scanned.convert("L"))
    assert scanned.size == page.size
    assert grey[280:360, 300:1300].min() < 60
    assert np.median(grey) > 215


def test_a_scan_is_noisy_and_unevenly_lit(page):
    grey = np.asarray(scan(page, dice(1, "scan")).convert("L")).astype(float)
    patches = [grey[y : y + 200, x : x + 200] for y in (600, 1200, 2000) for x in (200, 1200)]
    assert min(patch.std() for patch in patches) > 1
    assert np.ptp([patch.mean() for patch in patches]) > 2


def test_scans_differ_by_chance_and_only_by_chance(page):
    one, again, other = (scan(page, dice(1, name)).tobytes() for name in ("a", "a", "b"))
    assert one == again
    assert one != other


@pytest.mark.parametrize(("degrees", "corner"), [(0, (0, 0)), (90, (3, 0)), (180, (4, 3)), (270, (0, 4))])
def test_a_turned_page_has_its_upper_left_corner_where_clockwise_turning_puts_it(degrees, corner):
    small = Image.new("L", (5, 4), 255)
    small.putpixel((0, 0), 0)
    lying = turned(small, degrees)
    assert lying.getpixel(corner) == 0
    assert lying.size == ((5, 4) if degrees % 180 == 0 else (4, 5))


@pytest.mark.parametrize("behind_glass", [False, True])
def test_a_photograph_shows_the_notice_in_perspective_and_a_date_stamp(page, behind_glass):
    photo = np.asarray(photograph(page, "2025-07-14 09:26", behind_glass, dice(1, "photo"))).astype(int)
    height, width = photo.shape[:2]
    middle = photo[height // 2, width // 2]
    assert middle.min() > 190
    assert photo[5, 5].max() < 190
    stamp = photo[height - 140 : height - 80, width - 480 : width - 60]
    orange = (stamp[..., 0] > 200) & (stamp[..., 2] < 90)
    assert np.count_nonzero(orange) > 800
