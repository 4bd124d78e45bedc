"""Impressions of round official seals: ring, five-pointed star, the unit's name on the arc (国发〔1999〕25号: 42 mm for
companies and institutions of the county level up). Uneven ink, a little turned, see-through."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from dossier.sample import fonts

SIZE = 640
"""Pixels of the square picture; the ring's outer radius is 0.48 of it."""
_RED = (206, 26, 34)
_OUTER = 0.48 * SIZE
_LETTER_BASE = 0.80 * _OUTER
"""Radius on which the middle of the letters stands."""
_LETTER_HEIGHT = 0.27 * _OUTER
_WIDEST_ARC = math.radians(292)


def draw_seal(unit: str, chance: np.random.Generator) -> Image.Image:
    """The seal of a unit as an RGBA picture of SIZE × SIZE pixels that stand for the seal's diameter / 0.96."""
    shape = Image.new("L", (SIZE, SIZE), 0)
    _draw_ring_and_star(shape)
    _draw_name(shape, unit)
    turned = shape.rotate(float(chance.uniform(-9, 9)), Image.Resampling.BICUBIC)
    ink = np.asarray(turned, dtype=np.float32) / 255 * _ink_film(chance)
    picture = np.empty((SIZE, SIZE, 4), dtype=np.uint8)
    picture[..., :3] = _RED
    picture[..., 3] = (ink * 255).astype(np.uint8)
    return Image.fromarray(picture)


def _draw_ring_and_star(shape: Image.Image) -> None:
    pen = ImageDraw.Draw(shape)
    middle = SIZE / 2
    pen.circle((middle, middle), _OUTER, outline=255, width=round(0.036 * _OUTER))
    points = []
    for corner in range(10):
        radius = _OUTER * (0.30 if corner % 2 == 0 else 0.30 * 0.382)
        angle = math.radians(36 * corner - 90)
        points.append((middle + radius * math.cos(angle), middle + radius * math.sin(angle)))
    pen.polygon(points, fill=255)


def _draw_name(shape: Image.Image, unit: str) -> None:
    """Letters with their feet to the centre, from the lower left over the top; long names are condensed."""
    step = min(_WIDEST_ARC / max(len(unit) - 1, 1), math.radians(27))
    width = min(_LETTER_HEIGHT * 0.92, step * _LETTER_BASE * 0.88)
    for place, letter in enumerate(unit):
        angle = (place - (len(unit) - 1) / 2) * step
        tile = _letter(letter, round(width), round(_LETTER_HEIGHT)).rotate(
            -math.degrees(angle), Image.Resampling.BICUBIC, expand=True
        )
        x = SIZE / 2 + _LETTER_BASE * math.sin(angle) - tile.width / 2
        y = SIZE / 2 - _LETTER_BASE * math.cos(angle) - tile.height / 2
        shape.paste(255, (round(x), round(y)), tile)


def _letter(letter: str, width: int, height: int) -> Image.Image:
    side = 160
    tile = Image.new("L", (side, side), 0)
    ImageDraw.Draw(tile).text((side / 2, side / 2), letter, 255, fonts.serif(side - 24), anchor="mm", stroke_width=3)
    return tile.resize((width, height), Image.Resampling.LANCZOS)


def _ink_film(chance: np.random.Generator) -> NDArray[np.float32]:
    """How much ink lies where, 0 to 1: coarse unevenness of the pressure and fine grain of the paper."""
    coarse = chance.normal(0.82, 0.10, (6, 6)).astype(np.float32)
    pressure = cv2.resize(coarse, (SIZE, SIZE), interpolation=cv2.INTER_CUBIC)
    grain = cv2.GaussianBlur(chance.normal(0, 0.42, (SIZE, SIZE)).astype(np.float32), (0, 0), 1.6)
    return np.asarray(np.clip(pressure + grain, 0.25, 0.95), dtype=np.float32)
