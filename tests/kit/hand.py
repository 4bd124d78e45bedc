"""Handwriting: the middle lines of printed letters, bent, hurried and joined, drawn again with a pen."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from tests.kit.faces import Font, choose
from tests.kit.pigment import trimmed

EM = 112  # pixels of the square in which a letter is taken apart
FINE = 3  # the pen draws this many times finer, so that strokes stay smooth
DOTS_BETWEEN = "·•．"  # the point between the parts of a name
STEP = 3  # pixels between the points of a stroke
Line = np.ndarray  # points x, y of one stroke in the order of the pen, shape (n, 2), pixels


@dataclass(frozen=True)
class Style:
    """How somebody writes. Lengths are shares of a letter's height."""

    width: float  # of the pen
    swing: float  # how much the width changes along a stroke, 0..1
    round_off: float  # how far corners are cut
    wobble: float  # how far strokes stray
    joins: float  # the share of neighbouring strokes joined by a thin trail
    pitch: float  # from letter to letter
    inks: tuple[tuple[int, int, int], ...]


BLACK, BLUE_BLACK, BLUE = (28, 28, 32), (30, 40, 84), (24, 52, 138)
STYLES = (
    Style(0.045, 0.25, 0.022, 0.030, 0.10, 0.95, (BLACK, BLUE_BLACK)),  # careful gel pen
    Style(0.030, 0.45, 0.040, 0.045, 0.45, 0.86, (BLUE_BLACK, BLUE)),  # ball pen, in a hurry
    Style(0.070, 0.65, 0.034, 0.035, 0.30, 0.90, (BLACK,)),  # soft signing pen
    Style(0.050, 0.55, 0.050, 0.055, 0.70, 0.78, (BLACK, BLUE_BLACK)),  # running hand, letters run together
)


def signature(name: str, chance: np.random.Generator, fonts: Path | None = None) -> Image.Image:
    """`name` in somebody's handwriting: RGBA on a clear ground, letters about 9 mm tall at 12 pixels to the mm."""
    style = STYLES[int(chance.integers(len(STYLES)))]
    font = choose("pen", name, EM, chance, fonts)
    width, height = round((len(name) * style.pitch + 1.0) * EM), round(1.8 * EM)
    sheet = np.zeros((height * FINE, width * FINE), np.uint8)
    lean, rise = chance.uniform(-0.02, 0.22), chance.uniform(-0.08, 0.04)
    x, last = 0.85 * EM, None
    for char in name:
        between = char in DOTS_BETWEEN
        x -= 0.27 * style.pitch * EM * between
        place = np.array([x, 0.9 * EM + rise * (x - width / 2) + chance.normal(0, 0.04) * EM])
        for line in _letter(char, font, style, lean, chance):
            last = _draw(sheet, line + place, last, style, chance)
        x += style.pitch * EM * (0.73 if between else chance.uniform(0.94, 1.06))
    alpha = cv2.resize(sheet, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)
    alpha *= 1 - 0.25 * cv2.GaussianBlur(chance.random((height, width), np.float32), (0, 0), 1.0)
    colour = np.clip(np.array(style.inks[int(chance.integers(len(style.inks)))]) + chance.integers(-8, 9, 3), 0, 255)
    rgb = np.broadcast_to(colour.astype(np.uint8), (height, width, 3))
    return trimmed(Image.fromarray(np.dstack([rgb, alpha.astype(np.uint8)])))


def _skeleton(char: str, font: Font) -> np.ndarray:
    em = Image.new("L", (EM * 5 // 4, EM * 5 // 4))
    ImageDraw.Draw(em).text((em.width / 2, em.height / 2), char, 255, font, "mm")
    solid = cv2.threshold(cv2.GaussianBlur(np.asarray(em), (0, 0), 1.2), 90, 255, cv2.THRESH_BINARY)[1]
    return cv2.ximgproc.thinning(solid, thinningType=cv2.ximgproc.THINNING_GUOHALL)


@lru_cache(maxsize=512)
def strokes(char: str, font: Font) -> tuple[Line, ...]:
    """The middle lines of a printed letter in about the order of writing, about its centre, in pixels of the em."""
    if char in DOTS_BETWEEN:
        return (np.linspace((-4, -3), (4, 4), 3 * STEP),)
    ys, xs = np.nonzero(_skeleton(char, font))
    left = set(zip(xs.tolist(), ys.tolist(), strict=True))
    middle = np.array([EM * 5 / 8, EM * 5 / 8])
    lines = []
    while left:
        line = _walk(left)
        if len(line) > EM // 16:
            lines.append(_forward(np.array(line, float) - middle))
    return tuple(sorted(lines, key=lambda line: line[0][1] + 0.6 * line[0][0]))


def _walk(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take one stroke out of the pixels that are `left`: from an end, going as straight on as they allow."""
    ends = [p for p in left if sum((p[0] + i, p[1] + j) in left for i in (-1, 0, 1) for j in (-1, 0, 1)) <= 2]
    here = min(ends or left, key=lambda p: p[0] + p[1])
    line = [here]
    left.discard(here)
    while True:
        back = line[max(0, len(line) - 6)]
        ahead = (here[0] - back[0], here[1] - back[1])
        near = [(here[0] + i, here[1] + j) for i in (-2, -1, 0, 1, 2) for j in (-2, -1, 0, 1, 2)]
        near = [p for p in near if p in left]
        if not near:
            return line
        here = max(near, key=lambda p: _straight(here, p, ahead))
        left.discard(here)
        line.append(here)


def _straight(here: tuple[int, int], there: tuple[int, int], ahead: tuple[int, int]) -> float:
    """How well `there` goes on in the direction `ahead`; nearer is better among equals."""
    step = np.array([there[0] - here[0], there[1] - here[1]], float)
    length = float(np.hypot(*step))
    return float(step @ ahead) / length / max(1.0, float(np.hypot(*ahead))) - 0.5 * length


def _forward(line: Line) -> Line:
    """The stroke as a hand draws it: downward, or to the right where it lies level."""
    along = line[-1] - line[0]
    return line if along[1] + 0.5 * along[0] >= 0 else line[::-1]


def _smooth(values: np.ndarray, reach: float) -> np.ndarray:
    """Gaussian mean along the first axis; both ends stay where they are."""
    pad = max(1, round(3 * reach))
    kernel = np.exp(-0.5 * (np.arange(-pad, pad + 1) / max(reach, 0.1)) ** 2)
    padded = np.concatenate([2 * values[:1] - values[pad:0:-1], values, 2 * values[-1:] - values[-2 : -pad - 2 : -1]])
    if len(padded) < len(values) + 2 * pad:  # a stroke shorter than the kernel is left alone
        return values
    return np.column_stack([np.convolve(column, kernel / kernel.sum(), "valid") for column in padded.T])


def _letter(char: str, font: Font, style: Style, lean: float, chance: np.random.Generator) -> list[Line]:
    """The strokes of one letter as written this time."""
    wide, tall = chance.normal(0.92, 0.05), chance.normal(0.92, 0.05)
    slant = lean + chance.normal(0, 0.03)
    linear = np.array([[wide, -slant], [chance.normal(-0.06, 0.03), tall]])
    written = []
    for line in strokes(char, font):
        bent = _smooth(line, style.round_off * EM)[::STEP]
        bent = bent @ linear.T
        turn, centre = chance.normal(0, style.wobble * 1.6), bent.mean(axis=0)
        spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        bent = (bent - centre) @ spin.T * chance.normal(1.0, style.wobble) + centre
        stray = np.cumsum(chance.normal(0, style.wobble * 2.2, bent.shape), axis=0)
        written.append(bent + _smooth(stray, 3) + chance.normal(0, style.wobble * 0.7, 2) * EM)
    return written


def _draw(sheet: np.ndarray, line: Line, last: Line | None, style: Style, chance: np.random.Generator) -> Line:
    """Draw one stroke, and now and then the trail that leads to it from where the `last` one ended."""
    width = style.width * EM * FINE
    if last is not None and chance.random() < style.joins and np.hypot(*(line[0] - last[-1])) < 0.5 * EM:
        share = np.linspace(0, 1, 10)[:, None]
        knee = (last[-1] + line[0]) / 2 + chance.normal(0, 0.06, 2) * EM
        trail = (1 - share) ** 2 * last[-1] + 2 * share * (1 - share) * knee + share**2 * line[0]
        _pen(sheet, trail, np.full(10, 0.4 * width))
    swing = _smooth(chance.random((len(line), 1)), 4)[:, 0]
    taper = np.minimum(1, np.linspace(1.5, 0, len(line)) + 0.35)
    _pen(sheet, line, width * (1 - style.swing * (1 - swing * taper)) * (1.15 if np.ptp(line[:, 1]) > 0.3 * EM else 1))
    return line


def _pen(sheet: np.ndarray, line: Line, widths: np.ndarray) -> None:
    points = np.round(line * FINE * 8).astype(np.int32)
    for start, end, width in zip(points, points[1:], widths, strict=False):
        cv2.line(sheet, start.tolist(), end.tolist(), 255, max(1, round(float(width))), cv2.LINE_AA, 3)
