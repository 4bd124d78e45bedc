"""What stamps, pens and thumbs leave on paper, as pictures on a clear ground. Seals are drawn here.

Every picture is drawn at `DOTS` pixels to the millimetre and trimmed to what is drawn, so its natural width
is `picture.width / DOTS` millimetres. The same generator state gives the same pixels.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from tests.kit.faces import VARIABLE, Font, choose
from tests.kit.hand import signature
from tests.kit.pictures import emblem, fingerprint, portrait
from tests.kit.pigment import DOTS, Mask, clouds, tinted, trimmed

__all__ = ["DOTS", "SEAL_MM", "cross_page_seal", "emblem", "fingerprint", "grey", "portrait", "seal", "signature"]

MARGIN = 3  # millimetres around a seal on the plate, so that a turned one is not cut
SEAL_MM = {"round": (38.0, 45.0), "oval": (44.0, 46.0), "square": (18.0, 21.0)}  # shape -> least, greatest width
FLATNESS = {"round": 1.0, "oval": 2 / 3, "square": 1.0}  # height as a share of the width
Pair = tuple[float, float]  # across, down
WEAR = ("good", "good", "uneven", "uneven", "pale", "worn", "ghost")
COARSE_WEAR = (*WEAR, "dry", "blotted")  # narrow letters would not outlive these
MANY = 16  # letters on a ring from which on they are narrow
EM = 96  # pixels of the square in which a letter is first drawn


@dataclass(frozen=True)
class Plate:
    """The rubber of a seal: its mask (0..1, height x width, cut in place), centre and half axes in pixels, and by how
    many pixels of the em the strokes of its letters are fattened."""

    mask: Mask
    x: float
    y: float
    a: float
    b: float
    bold: int


def seal(
    text: str,
    sub_text: str,
    shape: str,
    chance: np.random.Generator,
    fonts: Path | None = None,
    colour: tuple[int, int, int] = (205, 32, 40),
) -> Image.Image:
    """A stamped seal, RGBA. `shape` round (ring, star, `sub_text` in a line below it), oval (ring, `sub_text` in the
    middle, one line for each line of it) or square (`text` alone, for a person's name)."""
    width, share = chance.uniform(*SEAL_MM[shape]), FLATNESS[shape]
    high, wide = round((width * share + 2 * MARGIN) * DOTS), round((width + 2 * MARGIN) * DOTS)
    font = choose("seal", text + sub_text, EM, chance, fonts)
    bold = 0 if font.path == str(VARIABLE) else int(chance.integers(1, 3 if len(text) > MANY else 5))
    blank = np.zeros((high, wide), np.float32)
    plate = Plate(blank, wide / 2, high / 2, width * DOTS / 2, width * share * DOTS / 2, bold)
    {"round": _round, "oval": _oval, "square": _square}[shape](plate, text, sub_text, font, chance)
    wear = str(chance.choice(WEAR if len(text) > MANY else COARSE_WEAR))
    return _stamped(plate.mask, wear, colour, chance)


def cross_page_seal(text: str, parts: int, chance: np.random.Generator, fonts: Path | None = None) -> list[Image.Image]:
    """One round seal set across the edges of `parts` fanned pages: the strip that each page carries, in order."""
    whole = seal(text, "", "round", chance, fonts)
    cuts = np.linspace(0, whole.width, parts + 1).round().astype(int).tolist()
    return [whole.crop((left, 0, right, whole.height)) for left, right in pairwise(cuts)]


def grey(image: Image.Image) -> Image.Image:
    """The same picture as a black-and-white copier gives it; what was clear stays clear."""
    return image.convert("LA").convert("RGBA")


def _letter(
    plate: Plate, char: str, font: Font, at: tuple[float, float], size: tuple[float, float], turn: float
) -> None:
    """Cut `char` into the plate: centre `at`, `size` (width, height) in pixels, `turn` degrees clockwise."""
    em = Image.new("L", (EM * 5 // 4, EM * 5 // 4))
    ImageDraw.Draw(em).text((em.width / 2, em.height / 2), char, 255, font, "mm", stroke_width=plate.bold)
    sx, sy = size[0] / EM, size[1] / EM
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    linear = np.array([[c * sx, -s * sy], [s * sx, c * sy]])
    shift = np.array(at) - linear @ [em.width / 2, em.height / 2]
    h, w = plate.mask.shape
    cut = cv2.warpAffine(np.asarray(em), np.column_stack([linear, shift]), (w, h), flags=cv2.INTER_AREA)
    np.maximum(plate.mask, cut.astype(np.float32) / 255, out=plate.mask)


def _ring(plate: Plate, inset: float, width: float) -> None:
    axes = (round((plate.a - inset) * 16), round((plate.b - inset) * 16))
    centre = (round(plate.x * 16), round(plate.y * 16))
    cv2.ellipse(plate.mask, centre, axes, 0, 0, 360, 1.0, max(1, round(width)), cv2.LINE_AA, 4)


def _border(plate: Plate, chance: np.random.Generator) -> float:
    """Draw the single or double ring; how far in (pixels) it reaches."""
    width = chance.uniform(0.7, 1.3) * DOTS
    _ring(plate, width / 2, width)
    if chance.random() < 0.25:
        thin = chance.uniform(0.25, 0.4) * DOTS
        _ring(plate, width + 0.8 * DOTS, thin)
        return width + 0.8 * DOTS + thin
    return width


def _along(plate: Plate, inset: float, span: float, count: int, lower: bool = False) -> Iterator[tuple[float, ...]]:
    """`count` places evenly spaced over `span` degrees of the ring, `inset` pixels in: x, y, turn in degrees. The upper
    arc is read with heads outward, the lower with heads inward, both from left to right."""
    a, b = plate.a - inset, plate.b - inset
    angles = np.radians(np.linspace(-span / 2, span / 2, 721))
    xs, ys = a * np.sin(angles), -b * np.cos(angles)
    run = np.concatenate([[0], np.cumsum(np.hypot(np.diff(xs), np.diff(ys)))])
    for target in (np.arange(count) + 0.5) / count * run[-1]:
        angle = float(np.interp(target, run, angles))
        x, y = a * math.sin(angle), -b * math.cos(angle)
        turn = math.degrees(math.atan2(x / a**2, -y / b**2))
        yield (plate.x + x, plate.y - y, -turn) if lower else (plate.x + x, plate.y + y, turn)


def _ring_text(
    plate: Plate, text: str, font: Font, inset: float, span: float, tall: float, lower: bool = False
) -> None:
    """Letters `tall` pixels high, `inset` from the edge, narrowed until they fit `span` degrees."""
    a, b = plate.a - inset - tall / 2, plate.b - inset - tall / 2
    wide = min(0.9 * math.radians(span) * (a + b) / 2 / len(text), tall)
    for char, (x, y, turn) in zip(text, _along(plate, inset + tall / 2, span, len(text), lower), strict=True):
        _letter(plate, char, font, (x, y), (wide, tall), turn)


def _line(plate: Plate, text: str, font: Font, y: float, room: float, tall: float) -> None:
    """A level line centred at height `y`, at most `room` pixels wide."""
    step = min(room / len(text), tall * 1.05)
    for place, char in enumerate(text):
        x = plate.x + (place - (len(text) - 1) / 2) * step
        _letter(plate, char, font, (x, y), (0.94 * step, tall), 0.0)


def _span(text: str, most: float, chance: np.random.Generator) -> float:
    """Degrees of the ring that a name takes: short ones stay at the top, long ones go nearly round."""
    return float(min(most, chance.uniform(18.5, 22) * len(text) + 20))


def _star(plate: Plate, radius: float, chance: np.random.Generator) -> None:
    lean = chance.uniform(-0.04, 0.04)
    turns = np.arange(10) * math.pi / 5 + lean
    reach = np.where(np.arange(10) % 2, 0.382, 1.0) * radius
    points = np.column_stack([plate.x + reach * np.sin(turns), plate.y - reach * np.cos(turns)])
    cv2.fillPoly(plate.mask, [np.round(points * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)


def _round(plate: Plate, text: str, sub_text: str, font: Font, chance: np.random.Generator) -> None:
    inset = _border(plate, chance) + chance.uniform(0.8, 1.5) * DOTS
    tall = plate.a * chance.uniform(0.24, 0.31)
    span = _span(text, 236 if sub_text else 306, chance)
    _ring_text(plate, text, font, inset, span, tall)
    _star(plate, plate.a * chance.uniform(0.26, 0.34), chance)
    if sub_text:
        inner, low = plate.a - inset - (tall if span > 190 else 0), plate.a * 0.48
        _line(plate, sub_text, font, plate.y + low, 1.9 * math.sqrt(inner**2 - low**2), plate.a * 0.2)
    if span < 250 and chance.random() < 0.5:
        number = "1499" + "".join(map(str, chance.integers(0, 10, 9)))
        _ring_text(
            plate, number, font, inset * 0.95, min(300 - span, 60 if sub_text else 84), plate.a * 0.1, lower=True
        )


def _oval(plate: Plate, text: str, sub_text: str, font: Font, chance: np.random.Generator) -> None:
    inset = _border(plate, chance) + chance.uniform(0.7, 1.2) * DOTS
    tall = plate.b * chance.uniform(0.27, 0.32)
    _ring_text(plate, text, font, inset, _span(text, 290, chance), tall)
    lines = sub_text.split("\n") if sub_text else []
    size = plate.b * (0.26 if len(lines) == 1 else 0.22)
    for row, line in enumerate(lines):
        y = plate.y + plate.b * 0.12 + (row - (len(lines) - 1) / 2) * size * 1.25
        _line(plate, line, font, y, plate.a * 1.1, size)


def _square(plate: Plate, text: str, sub_text: str, font: Font, chance: np.random.Generator) -> None:
    """Two columns read from the right, or two rows; carved in the line or, now and then, in the ground."""
    upright = chance.random() < 0.6
    if len(text) == 3 and (not upright or chance.random() < 0.5):
        text += "印"
    columns = 2 if len(text) <= 4 else math.ceil(math.sqrt(len(text)))
    rows = math.ceil(len(text) / columns)
    frame = chance.uniform(0.6, 1.1) * DOTS
    cell = (2 * (plate.a - frame) * 0.95 / columns, 2 * (plate.b - frame) * 0.95 / rows)
    for place, char in enumerate(text):
        column, row = divmod(place, rows) if upright else (place % columns, place // columns)
        column = columns - 1 - column if upright else column
        deep = 2 if upright and len(text) == 3 and place == 2 else 1  # the given name's second letter, alone, runs tall
        x = plate.x + (column - (columns - 1) / 2) * cell[0]
        y = plate.y + (row + (deep - 1) / 2 - (rows - 1) / 2) * cell[1]
        _letter(plate, char, font, (x, y), (cell[0] * 0.9, cell[1] * 0.9 * deep), 0.0)
    if chance.random() < 0.3:
        np.subtract(1, plate.mask, out=plate.mask)
    edge = np.zeros_like(plate.mask)
    corners = [
        (round(plate.x + s * (plate.a - frame / 2)), round(plate.y + s * (plate.b - frame / 2))) for s in (-1, 1)
    ]
    cv2.rectangle(edge, corners[0], corners[1], 1.0, -1)
    np.multiply(plate.mask, edge, out=plate.mask)
    cv2.rectangle(plate.mask, corners[0], corners[1], 1.0, round(frame))


def _pressed(mask: Mask, wear: str, chance: np.random.Generator) -> Mask:
    """How much ink (0..1) a plate leaves, after the state of pad and hand."""
    shape = mask.shape
    swell = {"blotted": 0.2, "dry": -0.1}.get(wear, 0.0)
    soft = cv2.GaussianBlur(mask, (0, 0), 2.0 if wear == "blotted" else 1.1)
    edge = soft + swell + 0.22 * (clouds(shape, 5, chance) - 0.5)
    ink = np.clip((edge - 0.5) * 4 + 0.5, 0, 1)
    pressure = 1 - {"good": 0.2, "uneven": 0.6, "ghost": 0.3}.get(wear, 0.4) * clouds(shape, 160, chance)
    grain = {"dry": 0.75, "worn": 0.5, "pale": 0.4}.get(wear, 0.25) * clouds(shape, 2.2, chance)
    ink = ink * pressure * (1 - grain)
    if wear in ("worn", "uneven"):
        bare = np.clip((clouds(shape, 90, chance) - 0.72) * 6, 0, 1)
        ink = ink * (1 - (0.75 if wear == "worn" else 0.4) * bare)
    return ink * {"pale": 0.6, "dry": 0.85}.get(wear, 0.97)


def _turned(mask: Mask, degrees: float, shift: Pair = (0.0, 0.0)) -> Mask:
    h, w = mask.shape
    matrix = cv2.getRotationMatrix2D((w / 2, h / 2), degrees, 1.0)
    matrix[:, 2] += shift
    return cv2.warpAffine(mask, matrix, (w, h), flags=cv2.INTER_LINEAR)


def _stamped(mask: Mask, wear: str, colour: tuple[int, int, int], chance: np.random.Generator) -> Image.Image:
    angle = float(np.clip(chance.normal(0, 5), -12, 12))
    ink = _pressed(_turned(mask, angle), wear, chance)
    if wear == "ghost":
        away = (float(chance.uniform(-1, 1) * DOTS), float(chance.uniform(-1, 1) * DOTS))
        echo = _pressed(_turned(mask, angle + chance.uniform(-1.5, 1.5), away), "dry", chance)
        ink = np.maximum(ink, 0.3 * echo)
    return trimmed(tinted(ink, np.array(colour) + chance.integers(-14, 15, 3), chance))
