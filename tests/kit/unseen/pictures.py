"""What is drawn rather than written: frames, identity cards, portraits, codes, browser windows."""

from __future__ import annotations

import io
from typing import Any

import pymupdf
import segno

from .pen import BLACK, Pen

INKS = {
    "red": (0.72, 0.1, 0.1),
    "gold": (0.72, 0.56, 0.2),
    "blue": (0.16, 0.3, 0.58),
    "green": (0.12, 0.42, 0.3),
    "grey": (0.5, 0.5, 0.5),
}


def _inner(box: Any, d: float) -> Any:
    return pymupdf.Rect(box.x0 + d, box.y0 + d, box.x1 - d, box.y1 - d)


def frame(page: Any, color: str, style: str = "double", inset: str = "26") -> None:
    """The ornamental border of a certificate."""
    ink, d = INKS[color], float(inset)
    box = _inner(page.rect, d)
    if style == "double":
        page.draw_rect(box, color=ink, width=3)
        page.draw_rect(_inner(box, 6), color=ink, width=0.8)
    elif style == "wave":
        for k in range(4):
            page.draw_rect(_inner(box, 3 * k), color=ink, width=0.7)
        for x in range(int(box.x0), int(box.x1), 14):
            for y in (box.y0 + 4.5, box.y1 - 4.5):
                page.draw_circle((x, y), 3.4, color=ink, width=0.6)
    else:
        page.draw_rect(box, color=ink, width=1.1)


def portrait(page: Any, box: Any, back: tuple[float, float, float] = (0.84, 0.9, 0.96)) -> None:
    """A head and shoulders where the photo is."""
    page.draw_rect(box, color=(0.6, 0.6, 0.6), fill=back, width=0.5)
    x, w, h = (box.x0 + box.x1) / 2, box.width, box.height
    skin, hair, coat = (0.9, 0.76, 0.66), (0.12, 0.1, 0.1), (0.2, 0.22, 0.3)
    shape = page.new_shape()
    shape.draw_bezier(
        (box.x0 + w * 0.08, box.y1),
        (x - w * 0.3, box.y0 + h * 0.6),
        (x + w * 0.3, box.y0 + h * 0.6),
        (box.x1 - w * 0.08, box.y1),
    )
    shape.finish(color=coat, fill=coat, closePath=True)
    shape.commit()
    for half, top, bottom, ink in ((0.23, 0.14, 0.66, hair), (0.19, 0.24, 0.7, skin)):
        oval = pymupdf.Rect(x - w * half, box.y0 + h * top, x + w * half, box.y0 + h * bottom)
        page.draw_oval(oval, color=ink, fill=ink)


def code(page: Any, at: tuple[float, float], text: str, side: float = 70) -> None:
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="png", scale=4, border=1)
    page.insert_image(pymupdf.Rect(at[0], at[1], at[0] + side, at[1] + side), stream=out.getvalue())


def tick(page: Any, at: tuple[float, float], pt: float, ticked: bool) -> None:
    """A box to tick, standing on a base line."""
    x, y = at[0] + pt * 0.1, at[1] + pt * 0.05
    page.draw_rect(pymupdf.Rect(x, y - pt * 0.82, x + pt * 0.82, y), color=BLACK, width=0.7)
    if ticked:
        points = [(x + pt * 0.12, y - pt * 0.45), (x + pt * 0.36, y - pt * 0.14), (x + pt * 0.85, y - pt * 0.88)]
        page.draw_polyline(points, color=BLACK, width=1.3)


def card_front(pen: Pen, x: float, y: float, w: dict[str, str]) -> None:
    """The side of an identity card with the person on it."""
    page, k = pen.page, 1.12
    box = pymupdf.Rect(x, y, x + 243 * k, y + 153 * k)
    page.draw_rect(box, color=(0.55, 0.65, 0.75), fill=(0.93, 0.96, 0.97), radius=0.05, width=0.8)
    for j in range(9):
        level = y + 16 * k * j + 12
        page.draw_line((x + 8, level), (box.x1 - 8, level + (j % 3) * 3), color=(0.86, 0.92, 0.95))
    blue = (0.2, 0.42, 0.66)
    pt = 9.2 * k
    born = w["born"].split("-")
    born = [born[0], str(int(born[1])), str(int(born[2]))]

    def say(dx: float, dy: float, label: str, value: str) -> None:
        pen.text((x + dx * k, y + dy * k), label, "yahei", 7.4 * k, blue)
        pen.text((x + (dx + 32) * k, y + dy * k), value, "yahei", pt, BLACK)

    say(16, 27, "姓 名", w["name"])
    say(16, 46, "性 别", w["sex"])
    pen.text((x + 82 * k, y + 46 * k), "民 族", "yahei", 7.4 * k, blue)
    pen.text((x + 110 * k, y + 46 * k), w.get("ethnic", "汉"), "yahei", pt)
    pen.text((x + 16 * k, y + 66 * k), "出 生", "yahei", 7.4 * k, blue)
    at = x + 48 * k
    for number, unit in zip(born, "年月日", strict=True):
        at += pen.text((at, y + 66 * k), number, "yahei", pt) + 4
        at += pen.text((at, y + 66 * k), unit, "yahei", 7.4 * k, blue) + 6
    pen.text((x + 16 * k, y + 87 * k), "住 址", "yahei", 7.4 * k, blue)
    for n in range(0, len(w["address"]), 11):
        pen.text((x + 48 * k, y + (87 + 13 * n / 11) * k), w["address"][n : n + 11], "yahei", pt)
    pen.text((x + 16 * k, y + 138 * k), "公民身份号码", "yahei", 7.4 * k, blue)
    pen.text((x + 82 * k, y + 138 * k), w["id_number"], "noto", 11.2 * k)
    portrait(page, pymupdf.Rect(x + 166 * k, y + 22 * k, x + 226 * k, y + 104 * k), (0.95, 0.97, 0.98))


def card_back(pen: Pen, x: float, y: float, w: dict[str, str]) -> None:
    """The side of an identity card with the emblem, the issuer and the validity."""
    page, k = pen.page, 1.12
    box = pymupdf.Rect(x, y, x + 243 * k, y + 153 * k)
    page.draw_rect(box, color=(0.55, 0.65, 0.75), fill=(0.94, 0.96, 0.95), radius=0.05, width=0.8)
    page.draw_circle((x + 38 * k, y + 38 * k), 21 * k, color=(0.75, 0.15, 0.12), fill=(0.86, 0.3, 0.22), width=1.5)
    pen.star((x + 38 * k, y + 34 * k), 10 * k, (0.95, 0.8, 0.3), 1)
    pen.text((x + 78 * k, y + 36 * k), "中华人民共和国", "song", 16 * k, BLACK, True)
    pen.text((x + 70 * k, y + 66 * k), "居 民 身 份 证", "song", 20 * k, BLACK, True)
    pen.text((x + 46 * k, y + 116 * k), "签发机关", "yahei", 7.6 * k)
    pen.text((x + 92 * k, y + 116 * k), w["authority"], "yahei", 9 * k)
    pen.text((x + 46 * k, y + 136 * k), "有效期限", "yahei", 7.6 * k)
    start, end = w["valid"].split("..")
    pen.text((x + 92 * k, y + 136 * k), f"{start.replace('-', '.')}-{end.replace('-', '.')}", "yahei", 9 * k)


def browser(pen: Pen, url: str, site: str, menu: str) -> float:
    """The window of a browser round the page; the height it takes is given back."""
    page, w = pen.page, pen.page.rect.width
    page.draw_rect(page.rect, color=None, fill=(1, 1, 1))
    page.draw_rect(pymupdf.Rect(0, 0, w, 30), color=None, fill=(0.87, 0.89, 0.92))
    page.draw_rect(pymupdf.Rect(10, 7, 250, 30), color=None, fill=(1, 1, 1))
    pen.text((20, 22), site[:16], "yahei", 9.5)
    page.draw_rect(pymupdf.Rect(0, 30, w, 58), color=None, fill=(0.97, 0.97, 0.98))
    page.draw_rect(pymupdf.Rect(90, 34, w - 90, 54), color=(0.8, 0.8, 0.82), fill=(1, 1, 1), radius=0.4)
    pen.text((104, 48), url, "noto", 9.5, (0.3, 0.3, 0.32))
    pen.text((22, 49), "←  →  ↻", "yahei", 12, (0.35, 0.35, 0.38))
    page.draw_rect(pymupdf.Rect(0, 58, w, 112), color=None, fill=(0.1, 0.3, 0.58))
    pen.text((40, 94), site, "hei", 22, (1, 1, 1))
    page.draw_rect(pymupdf.Rect(0, 112, w, 136), color=None, fill=(0.88, 0.91, 0.96))
    pen.text((40, 128), menu, "yahei", 10.5, (0.15, 0.25, 0.45))
    return 146
