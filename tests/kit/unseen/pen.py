"""Fonts, and ink on a page: lines of runs, signatures, rings and stars of seals."""

from __future__ import annotations

import math
import random
from pathlib import Path
from typing import Any

import pymupdf

BLACK = (0.06, 0.06, 0.07)
FILES = {
    "song": ["gbsn00lp.ttf"],
    "serif": ["gbsn00lp.ttf"],
    "hei": ["wqy-zenhei.ttc"],
    "yahei": ["wqy-microhei.ttc"],
    "droid": ["DroidSansFallbackFull.ttf"],
    "noto": ["DroidSansFallbackFull.ttf"],
    "kai": ["gkai00mp.ttf"],
    "wen": ["LXGWWenKai-Regular.ttf"],
    "thin": ["LXGWWenKai-Light.ttf"],
    "latin": ["LiberationSerif-Regular.ttf"],
}


class Fonts:
    """The typefaces by their part; one that is not on this machine becomes pymupdf's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._faces: dict[str, Any] = {}
        self._advance: dict[tuple[str, str], float] = {}

    def face(self, name: str) -> Any:
        if name not in self._faces:
            self._faces[name] = self._load(name)
        return self._faces[name]

    def _load(self, name: str) -> Any:
        for file in FILES.get(name, []):
            for path in sorted(self.folder.rglob(file)):
                return pymupdf.Font(fontfile=str(path))
        return pymupdf.Font("china-s")

    def of(self, name: str, ch: str) -> str:
        """The name of the face that has the character: the wished one, or the fallback."""
        return name if self.face(name).has_glyph(ord(ch)) else "fallback"

    def width(self, name: str, ch: str) -> float:
        key = (name, ch)
        if key not in self._advance:
            self._advance[key] = self.face(self.of(name, ch)).glyph_advance(ord(ch))
        return self._advance[key]

    def measure(self, name: str, text: str, size: float) -> float:
        return sum(self.width(name, c) for c in text) * size


class Pen:
    """Writes on one page of a PDF."""

    def __init__(self, page: Any, fonts: Fonts, rng: random.Random) -> None:
        self.page, self.fonts, self.rng = page, fonts, rng

    def text(
        self,
        at: tuple[float, float],
        text: str,
        face: str,
        size: float,
        color: tuple[float, ...] = BLACK,
        bold: bool = False,
    ) -> float:
        """Write from the left end of the base line; the width is given back."""
        x, y = at
        start, i = x, 0
        while i < len(text):
            name = self.fonts.of(face, text[i])
            j = i
            while j < len(text) and self.fonts.of(face, text[j]) == name:
                j += 1
            writer = pymupdf.TextWriter(self.page.rect, color=color)
            writer.append((x, y), text[i:j], font=self.fonts.face(name), fontsize=size)
            writer.write_text(self.page, color=color, render_mode=2 if bold else 0)
            x += self.fonts.measure(face, text[i:j], size)
            i = j
        return x - start

    def turned(
        self,
        at: tuple[float, float],
        ch: str,
        face: str,
        size: float,
        degrees: float,
        color: tuple[float, ...],
        opacity: float = 1.0,
        stretch: float = 1.0,
    ) -> None:
        """One character with the middle of its base line at a point, turned clockwise."""
        name = self.fonts.of(face, ch)
        writer = pymupdf.TextWriter(self.page.rect, color=color, opacity=opacity)
        writer.append(
            (at[0] - self.fonts.width(face, ch) * size / 2, at[1]), ch, font=self.fonts.face(name), fontsize=size
        )
        matrix = pymupdf.Matrix(1, stretch) * pymupdf.Matrix(-degrees)
        writer.write_text(self.page, color=color, opacity=opacity, morph=(pymupdf.Point(at), matrix))

    def signature(self, at: tuple[float, float], name: str, size: float, blue: bool = True) -> None:
        """A name written by hand: a running face, slanted, with its characters out of line."""
        x, y = at
        color = (0.08, 0.1, 0.42) if blue else (0.12, 0.12, 0.14)
        lean = self.rng.uniform(-12, -3)
        for ch in name:
            big = size * self.rng.uniform(0.92, 1.18)
            self.turned(
                (x + big / 2, y + self.rng.uniform(-2, 2)), ch, "kai", big, lean + self.rng.uniform(-5, 5), color
            )
            x += big * self.rng.uniform(0.8, 0.95)

    def written(self, at: tuple[float, float], text: str, size: float, blue: bool) -> float:
        """A value filled in by hand, its characters a little turned and out of line; the width is given back."""
        x, y = at
        color = (0.1, 0.14, 0.5) if blue else (0.1, 0.1, 0.13)
        for ch in text:
            w = self.fonts.width("kai", ch) * size
            place = (x + w / 2, y + self.rng.uniform(-0.8, 0.8))
            self.turned(place, ch, "kai", size * self.rng.uniform(1.0, 1.1), self.rng.uniform(-7, 3), color)
            x += w
        return x - at[0]

    def star(self, middle: tuple[float, float], r: float, color: tuple[float, ...], opacity: float) -> None:
        points = []
        for k in range(10):
            a = math.radians(-90 + 36 * k)
            q = r if k % 2 == 0 else r * 0.382
            points.append((middle[0] + q * math.cos(a), middle[1] + q * math.sin(a)))
        shape = self.page.new_shape()
        shape.draw_polyline([*points, points[0]])
        shape.finish(color=None, fill=color, fill_opacity=opacity, closePath=True)
        shape.commit()

    def seal(self, middle: tuple[float, float], text: str, sub: str = "", shape: str = "round", r: float = 56) -> None:
        """A red seal: a ring of text round a star, a second line below it; or an oval one without a star."""
        red = (0.83 + self.rng.uniform(-0.05, 0.08), self.rng.uniform(0.05, 0.14), 0.12)
        opacity = self.rng.uniform(0.62, 0.85)
        tilt = self.rng.uniform(-11, 11)
        ratio = 0.7 if shape == "oval" else 1.0
        box = pymupdf.Rect(middle[0] - r, middle[1] - r * ratio, middle[0] + r, middle[1] + r * ratio)
        drawn = self.page.new_shape()
        drawn.draw_oval(box)
        drawn.finish(color=red, width=2.4, stroke_opacity=opacity)
        drawn.commit()
        span = min(275.0, 23.0 * (len(text) - 1) if len(text) < 11 else 262.0)
        size = min(15.5, math.radians(span) * r * 0.8 / max(len(text) - 1, 1) * 0.95)
        for k, ch in enumerate(text):
            a = tilt - span / 2 + span * k / max(len(text) - 1, 1)
            rad = math.radians(a)
            q = r - size * 1.3
            self.turned(
                (middle[0] + q * math.sin(rad), middle[1] - q * ratio * math.cos(rad)),
                ch,
                "song",
                size,
                a,
                red,
                opacity,
                1.25,
            )
        if shape == "round":
            self.star(middle, r * 0.3, red, opacity)
        if sub:
            size = min(11.0, r * 1.3 / len(sub))
            x = middle[0] - self.fonts.measure("song", sub, size) / 2
            self.text((x, middle[1] + r * (0.62 if shape == "round" else 0.1)), sub, "song", size, red)
