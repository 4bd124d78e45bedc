"""What the measuring kit's pens, stamps, copiers and cameras leave behind."""

from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.kit import damage, faces, hand, ink, scenes

UNIT = "青禾县云岭勘察设计有限公司"
LONG = "河东省汾川市北岭区青禾县人力资源社会保障局职称工作办公室"
DAMAGES = (damage.clean, damage.office, damage.photo, damage.fax, damage.grey_copy)
DRAWN = {
    "round seal": lambda chance: ink.seal(UNIT, "", "round", chance),
    "oval seal": lambda chance: ink.seal(UNIT, "发票专用章", "oval", chance),
    "square seal": lambda chance: ink.seal("沈竹君", "", "square", chance),
    "signature": lambda chance: ink.signature("沈竹君", chance),
    "fingerprint": ink.fingerprint,
    "portrait": ink.portrait,
    "emblem": ink.emblem,
}


def rng(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def opaque(picture) -> np.ndarray:
    return np.asarray(picture.getchannel("A"))


def on_white(picture) -> np.ndarray:
    rgba = np.asarray(picture, np.float32)
    return rgba[..., :3] * rgba[..., 3:] / 255 + 255 - rgba[..., 3:]


@pytest.fixture(scope="module")
def dotted() -> tuple[np.ndarray, np.ndarray]:
    """A page with black dots, and their centres."""
    page = np.full((1170, 827, 3), 255, np.uint8)
    centres = np.array([(x, y) for x in (110, 420, 700) for y in (120, 590, 1040)], float)
    for x, y in centres.astype(int).tolist():
        cv2.circle(page, (x, y), 9, (0, 0, 0), -1, cv2.LINE_AA)
    return page, centres


def strays(result: damage.Damaged, centres: np.ndarray) -> np.ndarray:
    """How far (pixels) each dot lies from where the matrix says."""
    grey = cv2.GaussianBlur(cv2.cvtColor(result.image, cv2.COLOR_RGB2GRAY), (0, 0), 1.5).astype(float)
    found = []
    for x, y in cv2.perspectiveTransform(centres[None], result.matrix)[0]:
        left, top = round(x) - 16, round(y) - 16
        window = grey[top : top + 33, left : left + 33]
        weight = np.clip((window.max() + window.min()) / 2 - window, 0, None)
        ys, xs = np.mgrid[top : top + 33, left : left + 33]
        found.append(np.hypot((xs * weight).sum() / weight.sum() - x, (ys * weight).sum() / weight.sum() - y))
    return np.array(found)


@pytest.mark.parametrize("what", DRAWN)
def test_the_same_seed_draws_the_same_pixels_and_another_seed_others(what):
    first, again, other = (np.asarray(DRAWN[what](rng(seed))) for seed in (5, 5, 6))
    assert np.array_equal(first, again)
    assert first.shape != other.shape or not np.array_equal(first, other)


@pytest.mark.parametrize("shape", ["round", "oval", "square"])
@pytest.mark.parametrize("seed", range(4))
def test_a_seal_is_red_and_the_paper_shows_through_it(shape, seed):
    picture = ink.seal("沈竹君" if shape == "square" else UNIT, "", shape, rng(seed))
    alpha = opaque(picture)
    red, green, blue = np.asarray(picture, int)[alpha > 60][:, :3].T
    assert (red - np.maximum(green, blue) > 70).mean() > 0.98
    assert (alpha == 0).mean() > (0.02 if shape == "square" else 0.4)
    assert alpha.max() < 255


def test_a_round_seal_has_a_star_in_the_middle_and_an_oval_one_has_not():
    for seed in range(4):
        for shape, starred in (("round", True), ("oval", False)):
            alpha = opaque(ink.seal("青禾县中学", "", shape, rng(seed)))
            middle = alpha[alpha.shape[0] // 2 - 12 :, alpha.shape[1] // 2 - 12 :][:24, :24]
            assert (middle.mean() > 30) == starred


@pytest.mark.parametrize("shape", ["round", "oval", "square"])
def test_a_seal_is_drawn_as_wide_as_such_seals_are(shape):
    least, most = ink.SEAL_MM[shape]
    for seed in range(6):
        width = ink.seal("沈竹君", "", shape, rng(seed)).width / ink.DOTS
        assert least * 0.97 <= width <= most * (1.25 if shape == "square" else 1.06)


def test_a_name_of_28_letters_goes_nearly_round_the_ring():
    assert len(LONG) == 28
    for seed in range(4):
        alpha = opaque(ink.seal(LONG, "", "round", rng(seed)))
        high, wide = alpha.shape
        y, x = np.mgrid[0:high, 0:wide]
        away = np.hypot(x - wide / 2, y - high / 2) / (wide / 2)
        angle = np.degrees(np.arctan2(x - wide / 2, high / 2 - y))
        lettered = (away > 0.62) & (away < 0.8) & (alpha > 50)
        assert len(np.unique(angle[lettered].astype(int) // 10)) >= 29


def test_the_line_below_the_star_changes_the_lower_half_only_where_it_stands():
    with_line = opaque(ink.seal("青禾县中学", "财务专用章", "round", rng(2)))
    without = opaque(ink.seal("青禾县中学", "", "round", rng(2)))
    band = slice(int(with_line.shape[0] * 0.68), int(with_line.shape[0] * 0.78))
    side = slice(int(with_line.shape[1] * 0.3), int(with_line.shape[1] * 0.7))
    assert (with_line[band, side] > 60).mean() > 0.1 + (without[band, side] > 60).mean()


def test_a_copied_seal_has_no_colour_and_stays_see_through():
    seal = ink.seal(UNIT, "", "round", rng(1))
    red, green, blue, alpha = np.asarray(ink.grey(seal), int).transpose(2, 0, 1)
    assert np.array_equal(red, green)
    assert np.array_equal(green, blue)
    assert np.array_equal(alpha, opaque(seal))


def test_the_strips_of_a_cross_page_seal_make_one_seal_together():
    strips = ink.cross_page_seal(UNIT, 3, rng(4))
    whole = ink.seal(UNIT, "", "round", rng(4))
    assert np.array_equal(np.hstack([np.asarray(strip) for strip in strips]), np.asarray(whole))


def test_no_two_hands_write_a_name_alike():
    written = [opaque(ink.signature("欧阳文博", rng(seed)).resize((300, 120))) > 90 for seed in range(8)]
    for one, other in combinations(written, 2):
        assert (one & other).sum() < 0.75 * (one | other).sum()


def test_hands_differ_in_the_width_of_their_pens():
    widths = {round(style.width, 3) for style in hand.STYLES}
    assert len(widths) >= 3
    inked = [(opaque(ink.signature("沈竹君", rng(seed))) > 90).sum() for seed in range(10)]
    assert max(inked) > 1.4 * min(inked)


def test_the_dot_between_the_parts_of_a_name_is_written():
    parts = [
        cv2.connectedComponents((opaque(ink.signature("一·一", rng(seed))) > 60).astype(np.uint8))[0] - 1
        for seed in range(6)
    ]
    assert max(parts) == 3


def test_a_signature_is_dark_and_never_red():
    for seed in range(6):
        red, green, blue = on_white(ink.signature("贾翠萍", rng(seed))).reshape(-1, 3).min(axis=0)
        assert max(red, green) < 110
        assert blue >= red - 20


def test_a_face_that_lacks_a_letter_is_not_chosen(tmp_path: Path):
    assert faces.covers(faces.NOTO / "NotoSerifSC-Regular.otf", "云岭勘察")
    assert not faces.covers(faces.NOTO / "NotoSerifSC-Regular.otf", "云\U000f1234")
    assert Path(faces.choose("seal", UNIT, 40, rng(0), tmp_path).path).is_file()


@pytest.mark.parametrize("harm", DAMAGES)
def test_the_same_seed_damages_a_page_in_the_same_way(harm, dotted):
    first, again = (harm(dotted[0], rng(11)) for _ in range(2))
    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.matrix, again.matrix)


@pytest.mark.parametrize("harm", DAMAGES)
@pytest.mark.parametrize("seed", range(3))
def test_the_matrix_carries_a_dot_to_where_it_is_in_the_damaged_page(harm, seed, dotted):
    page, centres = dotted
    before = page.copy()
    result = harm(page, rng(seed))
    assert result.image.dtype == np.uint8
    assert result.matrix.dtype == np.float64
    assert strays(result, centres).max() < 4
    assert np.array_equal(page, before)


@pytest.mark.parametrize("harm", [damage.office, damage.fax, damage.grey_copy])
def test_a_scanner_turns_a_page_by_one_degree_at_most_and_keeps_its_size(harm, dotted):
    for seed in range(6):
        result = harm(dotted[0], rng(seed))
        assert result.image.shape == dotted[0].shape
        assert abs(np.degrees(np.arctan2(result.matrix[0, 1], result.matrix[0, 0]))) <= 1


def test_a_fax_has_two_values(dotted):
    assert set(np.unique(damage.fax(dotted[0], rng(2)).image)) == {0, 255}


def test_a_black_and_white_copy_has_no_colour_and_still_shows_a_seal():
    for seed in range(5):
        page = np.full((700, 700, 3), 255, np.uint8)
        seal = on_white(ink.seal(UNIT, "", "round", rng(seed)).resize((330, 330)))
        page[180:510, 180:510] = seal
        copy = damage.grey_copy(page, rng(seed)).image
        assert np.array_equal(copy[..., 0], copy[..., 2])
        inner = copy[200:490, 200:490, 0]
        assert np.percentile(inner, 4) < np.median(inner) - 25


@pytest.mark.parametrize("harm", DAMAGES)
def test_print_stays_darker_than_its_paper(harm):
    page = np.full((600, 430, 3), 255, np.uint8)
    page[::12, 40:390] = page[1::12, 40:390] = page[2::12, 40:390] = 20
    for seed in range(5):
        result = harm(page, rng(seed))
        back = cv2.warpPerspective(result.image, np.linalg.inv(result.matrix), (430, 600))[60:540, 80:350].mean(axis=2)
        assert np.median(back[6::12]) - np.median(back[1::12]) > 50


def test_a_photograph_loses_at_most_two_and_a_half_hundredths_of_a_side():
    page = np.full((400, 283, 3), 255, np.uint8)
    lost = []
    for seed in range(24):
        result = damage.photo(page, rng(seed))
        corners = cv2.perspectiveTransform(np.array([[[0.0, 0], [283, 0], [283, 400], [0, 400]]]), result.matrix)[0]
        size = np.array(result.image.shape[1::-1])
        lost.append(max((-corners / [283, 400]).max(), ((corners - size) / [283, 400]).max()))
    assert max(lost) <= 0.025
    assert 0.1 < np.mean(np.array(lost) > 0) < 0.6


def test_a_quarter_turn_is_clockwise_and_four_of_them_are_none(dotted):
    page = dotted[0][:, :500].copy()
    page[:10, :10] = (200, 0, 0)
    turned = damage.quarter(page, 1)
    assert turned.shape == (page.shape[1], page.shape[0], 3)
    assert (turned[:10, -10:] == (200, 0, 0)).all()
    assert np.array_equal(damage.quarter(page, 4), page)


@pytest.fixture(scope="module", params=scenes.STYLES)
def hung(request, dotted) -> scenes.Scene:
    """The page with dots on a board of each style, with a telephone's stamp."""
    return scenes.board(dotted[0], rng(3), request.param, "2025-08-07 16:40:22\n河东省汾川市北岭区\n云岭勘察设计公司")


def test_on_a_board_the_matrix_carries_a_dot_to_where_it_hangs(hung, dotted):
    assert strays(hung, dotted[1]).max() < 4


def test_the_sheet_fills_most_of_the_height(hung):
    assert max(hung.image.shape) == 2400
    edges = np.array([[[0.0, 0], [827, 0], [827, 1170], [0, 1170]]])
    tall = np.ptp(cv2.perspectiveTransform(edges, hung.matrix)[0][:, 1])
    assert 0.55 <= tall / hung.image.shape[0] <= 0.85


def test_the_stamp_lies_in_the_picture_and_covers_none_of_the_print(hung):
    high, wide = hung.image.shape[:2]
    left, top, right, low = hung.stamp_box
    assert 0 <= left < right <= wide
    assert 0 <= top < low <= high
    inner = np.array([[[60.0, 60], [767, 60], [767, 1110], [60, 1110]]])
    printed = cv2.perspectiveTransform(inner, hung.matrix)[0].astype(np.float32)
    box = np.array([[left, top], [right, top], [right, low], [left, low]], np.float32)
    assert cv2.intersectConvexConvex(printed, box)[0] == 0


def test_the_same_seed_gives_the_same_scene_and_the_stamp_changes_nothing_outside_its_box(dotted):
    bare, again = (scenes.board(dotted[0], rng(1), "stand") for _ in range(2))
    assert np.array_equal(bare.image, again.image)
    assert bare.stamp_box is None
    dated = scenes.board(dotted[0], rng(1), "stand", "2025/08/05 09:12")
    left, top, right, low = dated.stamp_box
    changed = np.argwhere((bare.image != dated.image).any(axis=2))
    assert changed.min(axis=0).tolist() == pytest.approx([top, left], abs=6)
    assert changed.max(axis=0).tolist() == pytest.approx([low, right], abs=6)
