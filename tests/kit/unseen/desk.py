"""What lies on an office's papers besides text and tables: letterheads, stamps, running heads, screens."""

from __future__ import annotations

from typing import Any

import pymupdf

from .pen import Fonts, Pen

RED = (0.8, 0.08, 0.08)
STAMPS = {"red": RED, "blue": (0.16, 0.22, 0.6), "violet": (0.4, 0.16, 0.5)}


def letterhead(pen: Pen, y: float, left: float, wide: float, name: str) -> float:
    """A unit's name in red as wide as the text; the height it takes is given back."""
    size = min(40.0, wide / pen.fonts.measure("song", "一" * len(name), 1))
    gap = (wide - size * len(name)) / max(len(name) - 1, 1)
    for n, ch in enumerate(name):
        pen.text((left + n * (size + gap), y + size), ch, "song", size, RED, True)
    return size * 1.5


def stamp(pen: Pen, at: tuple[float, float], size: float, color: str, text: str) -> None:
    """A rubber stamp of one or more lines in a box, a little askew."""
    ink, lines = STAMPS[color], text.split("/")
    wide = max(pen.fonts.measure("hei", line, size) for line in lines) + size
    box = pymupdf.Rect(at[0], at[1], at[0] + wide, at[1] + size * (1.35 * len(lines) + 0.6))
    turn = (pymupdf.Point(at), pymupdf.Matrix(pen.rng.uniform(-4, 4)))
    shape = pen.page.new_shape()
    shape.draw_rect(box)
    shape.finish(color=ink, width=1.4, stroke_opacity=0.8, morph=turn)
    shape.commit()
    for n, line in enumerate(lines):
        writer = pymupdf.TextWriter(pen.page.rect)
        place = (at[0] + size / 2, at[1] + size * (1.25 + 1.35 * n))
        writer.append(place, line, font=pen.fonts.face("hei"), fontsize=size)
        writer.write_text(pen.page, color=ink, opacity=0.85, morph=turn)


def chop(pen: Pen, at: tuple[float, float], name: str, size: float) -> None:
    """The square seal of a person, read from right to left in two columns."""
    x, y = at
    box = pymupdf.Rect(x, y, x + size * 2.3, y + size * 2.3)
    pen.page.draw_rect(box, color=RED, width=1.6)
    cells = (name if len(name) > 3 else (name + "印之印")[: len(name) + 1] if len(name) == 3 else name + "之印")[:4]
    for n, ch in enumerate(cells):
        column, row = 1 - n // 2, n % 2
        pen.text((x + size * (0.12 + 1.06 * column), y + size * (0.98 + 1.06 * row)), ch, "kai", size, RED, True)


def running_head(pen: Pen, text: str, wide: float, margin: float) -> None:
    """Small print over a thin line at the head of a page."""
    pen.text((margin, 32), text, "song", 9, (0.3, 0.3, 0.3))
    pen.page.draw_line((margin, 37), (wide - margin, 37), color=(0.3, 0.3, 0.3), width=0.5)


def telephone(pen: Pen, clock: str, title: str) -> float:
    """The head of a telephone's screen; the height it takes is given back."""
    page, w = pen.page, pen.page.rect.width
    page.draw_rect(page.rect, color=None, fill=(1, 1, 1))
    pen.text((18, 22), clock, "yahei", 11)
    pen.text((w - 88, 22), "5G  ▮▮▯ 76%", "yahei", 10)
    pen.text((16, 54), "‹", "yahei", 24)
    pen.text(((w - pen.fonts.measure("yahei", title, 15)) / 2, 53), title, "yahei", 15)
    page.draw_line((0, 68), (w, 68), color=(0.85, 0.85, 0.85), width=0.8)
    return 78


def bubble(pen: Pen, y: float, who: str, lines: list[str]) -> float:
    """One message of a chat, with its sender's square picture; the height it takes is given back."""
    size = 13.0
    wide = max(pen.fonts.measure("yahei", line, size) for line in lines) + 24
    tall = size * 1.5 * len(lines) + 16
    pen.page.draw_rect(pymupdf.Rect(14, y, 50, y + 36), color=None, fill=(0.55, 0.66, 0.78), radius=0.15)
    pen.text((18, y + 23), who[:2], "yahei", 13, (1, 1, 1))
    pen.text((62, y + 10), who, "yahei", 9.5, (0.5, 0.5, 0.5))
    box = pymupdf.Rect(60, y + 17, 60 + wide, y + 17 + tall)
    pen.page.draw_rect(box, color=(0.86, 0.86, 0.86), fill=(0.96, 0.97, 0.96), radius=0.06, width=0.6)
    for n, line in enumerate(lines):
        pen.text((72, y + 40 + n * size * 1.5), line, "yahei", size)
    return tall + 34


def watermark(page: Any, fonts: Fonts, text: str) -> None:
    """Pale slanting words all over a page."""
    for row, y in enumerate(range(120, int(page.rect.height), 190)):
        for x in range(30 + row % 2 * 110, int(page.rect.width), 240):
            writer = pymupdf.TextWriter(page.rect)
            writer.append((x, y), text, font=fonts.face("hei"), fontsize=17)
            place = (pymupdf.Point(x, y), pymupdf.Matrix(30))
            writer.write_text(page, color=(0.6, 0.65, 0.72), opacity=0.28, morph=place)
