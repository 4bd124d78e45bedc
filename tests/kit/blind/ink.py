"""What a pen and a stamp leave on paper: fonts by role, round seals and signatures as pictures with a clear ground."""

import base64
import io
import math
from pathlib import Path

import cv2
import numpy as np
import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFont

NOTO = Path(pylopdf_fonts_zh_cn.__file__).parent
SERIF, SANS = NOTO / "NotoSerifSC-Regular.otf", NOTO / "NotoSansSC-Regular.otf"
# Role of a typeface in Chinese paperwork -> files that fill it, looked for in the optional folder, else the last one.
FACES = {
    "song": ["FandolSong-Regular.otf", "gbsn00lp.ttf", SERIF],
    "bold": ["FandolSong-Bold.otf", "FandolHei-Bold.otf", SANS],
    "hei": ["FandolHei-Regular.otf", SANS],
    "kai": ["FandolKai-Regular.otf", "gkai00mp.ttf", SERIF],
    "fang": ["FandolFang-Regular.otf", SERIF],
    "hand": ["zhi-mang-xing.ttf", "long-cang.ttf", "ma-shan-zheng.ttf", "liu-jian-mao-cao.ttf", SERIF],
}


def faces(folder: Path | None, turn: int) -> dict[str, Path]:
    """One file for each role; `turn` moves through the choices so that units do not all look alike."""
    chosen = {}
    for role, names in FACES.items():
        there = [folder / n for n in names[:-1] if folder and (folder / n).is_file()]
        there = [*there, Path(names[-1])] if role != "hand" or not there else there
        chosen[role] = there[turn % len(there)]
    return chosen


def uri(image: Image.Image) -> str:
    """A picture as the source of an <img>."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def _turned(char: str, font: ImageFont.FreeTypeFont, degrees: float) -> Image.Image:
    box = Image.new("L", (font.size * 2, font.size * 2))
    ImageDraw.Draw(box).text((font.size, font.size), char, 255, font, "mm")
    return box.rotate(degrees, Image.Resampling.BICUBIC)


def seal(unit: str, face: Path, seed: int, below: str = "", colour: tuple = (205, 28, 38)) -> Image.Image:
    """A round seal, 520 px across: the unit on the ring, a star, what it is for below; ink uneven, a little turned."""
    rng = np.random.default_rng(seed)
    ink = Image.new("L", (520, 520))
    pen = ImageDraw.Draw(ink)
    pen.ellipse((8, 8, 512, 512), outline=255, width=int(rng.integers(8, 14)))
    points = [
        (260 + r * math.sin(a), 260 - r * math.cos(a))
        for i in range(10)
        for r, a in [((78, 31)[i % 2], i * math.pi / 5)]
    ]
    pen.polygon(points, fill=255)
    span = min(280, 22 * len(unit) + 30)
    size = int(min(62, 3.0 * span / max(len(unit) - 1, 1)))
    font = ImageFont.truetype(str(face), size)
    for i, char in enumerate(unit):
        turn = -span / 2 + span * i / max(len(unit) - 1, 1)
        x, y = 260 + 198 * math.sin(math.radians(turn)), 260 - 198 * math.cos(math.radians(turn))
        glyph = _turned(char, font, -turn)
        ink.paste(255, (int(x - glyph.width / 2), int(y - glyph.height / 2)), glyph)
    if below:
        pen.text((260, 395), below, 255, ImageFont.truetype(str(face), min(46, 300 // len(below))), "mm")
    patches = cv2.GaussianBlur(rng.random((520, 520)).astype(np.float32), (0, 0), 22)
    patches = (patches - patches.min()) / (patches.max() - patches.min())
    grain = 1 - 0.35 * (rng.random((520, 520)) > 0.85)
    alpha = np.asarray(ink, np.float32) * (0.55 + 0.4 * patches) * grain
    layer = np.dstack([np.full((520, 520, 3), colour, np.uint8), alpha.astype(np.uint8)])
    return Image.fromarray(layer).rotate(float(rng.uniform(-9, 9)), Image.Resampling.BICUBIC)


def signature(name: str, face: Path, seed: int) -> Image.Image:
    """A name written by hand: joined, slanting, on no line."""
    rng = np.random.default_rng(seed)
    font = ImageFont.truetype(str(face), 120)
    ink = Image.new("L", (130 * len(name) + 120, 240))
    pen, x = ImageDraw.Draw(ink), 50
    for char in name:
        if char == "·":
            pen.ellipse((x + 8, 100, x + 22, 114), fill=255)
            x += 34
            continue
        pen.text((x, 45 + int(rng.integers(-14, 14))), char, 255, font, stroke_width=int(rng.integers(0, 2)))
        x += int(rng.integers(88, 112))
    h, w = ink.height, ink.width
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    bend = 7 * np.sin(xx / rng.uniform(40, 70) + rng.uniform(0, 6)) + 0.05 * xx - 6
    lean = rng.uniform(-0.25, 0.1) * (yy - h / 2) + 5 * np.sin(yy / 35)
    alpha = cv2.remap(np.asarray(ink), xx + lean.astype(np.float32), yy + bend.astype(np.float32), cv2.INTER_LINEAR)
    colour = [(25, 25, 35), (20, 35, 110)][int(rng.integers(2))]
    return Image.fromarray(np.dstack([np.full((h, w, 3), colour, np.uint8), alpha]))
