"""Signatures and portraits: thin glyphs bent out of shape until they look written, and faces that are nobody's."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from dossier.sample import fonts

_INK = ((24, 26, 34), (22, 34, 92))
_LETTER = 190


def draw_signature(name: str, chance: np.random.Generator) -> Image.Image:
    """A handwritten name as an RGBA picture, cut to its ink."""
    advance = round(_LETTER * float(chance.uniform(0.68, 0.8)))
    strip = Image.new("L", (advance * len(name) + 160, _LETTER + 140), 0)
    pen = ImageDraw.Draw(strip)
    for place, letter in enumerate(name):
        size = round(_LETTER * float(chance.uniform(0.82, 1.08)))
        lift = float(chance.uniform(-16, 16))
        pen.text((70 + place * advance, 70 + lift), letter, 255, fonts.thin(size), stroke_width=1)
    ink = _bent(np.asarray(strip), chance)
    box = Image.fromarray(ink).getbbox() or (0, 0, 1, 1)
    color = _INK[int(chance.integers(len(_INK)))]
    picture = Image.new("RGBA", strip.size, (*color, 0))
    picture.putalpha(Image.fromarray(ink))
    return picture.crop(box)


def _bent(strip: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Slanted, waved and jolted; stroke width varies as the hand presses."""
    height, width = strip.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    slant = float(chance.uniform(0.14, 0.3))
    jolt = [
        cv2.resize(chance.normal(0, 8, (5, 9)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        for _ in "xy"
    ]
    phase = float(chance.uniform(0, 6))
    map_x = xs + slant * (ys - height / 2) + jolt[0]
    map_y = ys + 0.1 * (xs - width / 2) + 7 * np.sin(xs / 46 + phase).astype(np.float32) + jolt[1]
    bent = cv2.remap(strip, map_x.astype(np.float32), map_y.astype(np.float32), cv2.INTER_LINEAR)
    thick = cv2.dilate(bent, np.ones((3, 3), np.uint8))
    pressure = cv2.resize(
        chance.uniform(0, 1, (3, 12)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    return np.where(pressure > 0.45, thick, bent).astype(np.uint8)


def draw_portrait(chance: np.random.Generator) -> Image.Image:
    """A blurred bust on a pale ground, 250 × 350: plainly a photograph, plainly of nobody."""
    skin = tuple(int(v) for v in np.array([226, 188, 160]) + chance.integers(-12, 12))
    coat = tuple(int(v) for v in chance.integers(30, 90, 3))
    bust = Image.new("RGB", (250, 350), (214, 226, 238))
    pen = ImageDraw.Draw(bust)
    pen.ellipse((70, 46, 180, 176), fill=(34, 28, 26))
    pen.rounded_rectangle((103, 170, 147, 250), 14, fill=skin)
    pen.ellipse((20, 226, 230, 470), fill=coat)
    pen.polygon(((103, 234), (147, 234), (125, 286)), fill=(240, 240, 240))
    pen.ellipse((80, 74, 170, 200), fill=skin)
    for x in (106, 144):
        pen.ellipse((x - 7, 128, x + 7, 136), fill=(52, 42, 40))
    pen.arc((108, 152, 142, 176), 20, 160, fill=(150, 90, 84), width=4)
    return bust.filter(ImageFilter.GaussianBlur(2.2))
