"""Pages drawn for these tests: print, tables, seals and signatures, and the damage a scanner does."""

from __future__ import annotations

import hashlib
import math
import os
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pylopdf_fonts_zh_cn
import pytest
from PIL import Image, ImageDraw, ImageFont

from dossier.errors import SetupError
from dossier.model.picture import Picture
from dossier.recognise import Reader, find_models
from dossier.recognise.engine import Engine

FONTS = {path.stem: path for path in Path(pylopdf_fonts_zh_cn.__file__).parent.rglob("*.otf")}
SERIF = next(path for name, path in FONTS.items() if "Serif" in name)
SANS = next(path for name, path in FONTS.items() if "Sans" in name)
DPI = 200
SCALE = DPI / 72


def font(points: float, path: Path = SERIF) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), round(points * SCALE))


class Sheet:
    """A page in points, drawn at 200 dpi."""

    def __init__(self, width: float = 595, height: float = 842, paper=(255, 255, 255)) -> None:
        self.image = Image.new("RGB", (round(width * SCALE), round(height * SCALE)), paper)
        self.draw = ImageDraw.Draw(self.image)

    def text(self, x: float, y: float, text: str, points: float = 12, fill=(25, 25, 25), path: Path = SERIF) -> None:
        self.draw.text((x * SCALE, y * SCALE), text, font=font(points, path), fill=fill)

    def line(self, x0: float, y0: float, x1: float, y1: float, fill=(20, 20, 20), points: float = 0.8) -> None:
        self.draw.line([v * SCALE for v in (x0, y0, x1, y1)], fill=fill, width=max(1, round(points * SCALE)))

    def table(self, x: float, y: float, columns: list[float], rows: list[float], fill=(20, 20, 20)) -> None:
        right, bottom = x + sum(columns), y + sum(rows)
        for i in range(len(rows) + 1):
            self.line(x, y + sum(rows[:i]), right, y + sum(rows[:i]), fill)
        for i in range(len(columns) + 1):
            self.line(x + sum(columns[:i]), y, x + sum(columns[:i]), bottom, fill)

    def rectangle(self, x0: float, y0: float, x1: float, y1: float, fill=None, outline=None, points: float = 1) -> None:
        box = [v * SCALE for v in (x0, y0, x1, y1)]
        self.draw.rectangle(box, fill=fill, outline=outline, width=max(1, round(points * SCALE)))

    def scrawl(self, x: float, y: float, width: float, fill=(30, 30, 60), seed: int = 1) -> None:
        """Something like a signature: joined strokes of a pen."""
        random = np.random.default_rng(seed)
        points = [(x + width * i / 14, y + random.uniform(-14, 14)) for i in range(15)]
        self.draw.line([(a * SCALE, b * SCALE) for a, b in points], fill=fill, width=round(1.3 * SCALE), joint="curve")

    def seal(self, x: float, y: float, text: str, **options) -> None:
        """A seal whose middle is at (x, y); see `draw_seal`."""
        self.image = press(self.image, draw_seal(text, **options), x * SCALE, y * SCALE, options.get("colour"))
        self.draw = ImageDraw.Draw(self.image)

    @property
    def pixels(self) -> np.ndarray:
        return np.ascontiguousarray(np.asarray(self.image)[:, :, ::-1])

    def picture(self, image: np.ndarray | None = None, **fields) -> Picture:
        pixels = self.pixels if image is None else image
        digest = hashlib.sha256(pixels.tobytes()).hexdigest()
        return Picture("样例.pdf", 1, pixels, fields.pop("dpi", DPI), digest, **fields)


def draw_seal(
    text: str,
    sub: str = "",
    radius: float = 57,
    flatness: float = 1.0,
    rotation: float = 0,
    star: bool = True,
    colour=None,
    fading: float = 0.25,
    seed: int = 0,
) -> np.ndarray:
    """Ink of a seal, 0 to 1, as a square picture. Radius in points (57 points are 2 cm); flatness 0.7 makes it oval."""
    side = round(radius * SCALE * 2.2)
    ink = Image.new("L", (side, side), 0)
    draw, middle, r = ImageDraw.Draw(ink), side / 2, radius * SCALE
    draw.ellipse([middle - r, middle - r, middle + r, middle + r], outline=255, width=round(r * 0.045))
    sweep = min(270.0, 23.0 * (len(text) - 1))
    glyph = ImageFont.truetype(str(SERIF), round(r * min(0.30, 4.2 / max(len(text), 1))))
    for i, character in enumerate(text):
        angle = -sweep / 2 + sweep * i / max(len(text) - 1, 1)
        tile = Image.new("L", (round(r * 0.5),) * 2, 0)
        ImageDraw.Draw(tile).text((r * 0.25, r * 0.25), character, font=glyph, fill=255, anchor="mm", stroke_width=1)
        tile = tile.rotate(-angle, resample=Image.Resampling.BICUBIC)
        at = math.radians(angle - 90)
        x, y = middle + 0.77 * r * math.cos(at) - r * 0.25, middle + 0.77 * r * math.sin(at) - r * 0.25
        ink.paste(255, (round(x), round(y)), tile)
    if star:
        points = [
            (middle + d * r * math.cos(a), middle + d * r * math.sin(a))
            for a, d in ((math.radians(-90 + 36 * k), 0.27 if k % 2 == 0 else 0.105) for k in range(10))
        ]
        draw.polygon(points, fill=255)
    if sub:
        draw.text(
            (middle, middle + 0.52 * r),
            sub,
            font=ImageFont.truetype(str(SERIF), round(r * 0.19)),
            fill=255,
            anchor="mm",
            stroke_width=1,
        )
    ink = ink.resize((side, round(side * flatness))).rotate(-rotation, resample=Image.Resampling.BICUBIC)
    random = np.random.default_rng(seed)
    cloud = cv2.resize(random.random((9, 9)).astype(np.float32), ink.size, interpolation=cv2.INTER_CUBIC)
    return np.asarray(ink, dtype=np.float32) / 255 * np.clip(1 - fading * cloud, 0.2, 1)


def press(page: Image.Image, ink: np.ndarray, x: float, y: float, colour=None) -> Image.Image:
    """The page with ink over it; what is black below stays black."""
    pixels = np.asarray(page, dtype=np.float32).copy()
    height, width = ink.shape
    top, left = round(y - height / 2), round(x - width / 2)
    tint = np.array(colour or (215, 35, 45), dtype=np.float32) / 255
    part = pixels[top : top + height, left : left + width]
    cover = 0.85 * ink[: part.shape[0], : part.shape[1], None]
    pixels[top : top + height, left : left + width] = part * (1 - cover) + part * tint * cover
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def scanned(
    image: np.ndarray, seed: int = 0, skew: float = 0.0, noise: float = 5.0, jpeg: int = 60, light: float = 0.06
):
    """What an office scanner makes of a page: askew, unevenly lit, grainy, blurred a little, JPEG."""
    random = np.random.default_rng(seed)
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1)
    image = cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(250, 250, 250))
    shade = 1 - light * np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    grainy = cv2.GaussianBlur(image, (0, 0), 0.7) * shade - 6 + random.normal(0, noise, image.shape).astype(np.float32)
    encoded = cv2.imencode(".jpg", grainy.clip(0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, jpeg])[1]
    return cv2.imdecode(encoded, cv2.IMREAD_COLOR)


@pytest.fixture(scope="session")
def drawing() -> SimpleNamespace:
    """The tools above, for tests to draw with."""
    return SimpleNamespace(Sheet=Sheet, scanned=scanned, SANS=SANS, SERIF=SERIF, DPI=DPI)


@pytest.fixture(scope="session")
def models():
    cache = Path(os.environ.get("DOSSIER_CACHE", Path(__file__).parents[2] / ".venv" / "cache"))
    try:
        return find_models(cache / "models")
    except SetupError as error:
        pytest.skip(f"OCR models are not installed: {error.message}")


@pytest.fixture(scope="session")
def engine(models) -> Engine:
    return Engine(models)


@pytest.fixture(scope="session")
def reader(models) -> Reader:
    return Reader(models)
