"""Carries out the lines of a document on a sheet.

Of the commands, %letterhead NAME is a red head, %stamp X Y SIZE COLOUR TEXT a rubber stamp (/ parts its lines), %phone
CLOCK TITLE a telephone's screen, %bubble NAME TEXT a message of a chat (/ parts its lines), %head and %mark what every
later page bears: small print above, pale words across.
"""

from __future__ import annotations

from typing import Any

import pymupdf

from . import desk, pictures
from .inline import runs
from .sheet import BLACK, SIZES, Sheet

CELLS = "|"


def draw(sheet: Sheet, lines: list[str]) -> None:
    """Draw a document; its pages stand in sheet.pdf afterwards."""
    rows: list[tuple[list[str], float]] = []
    for line in lines:
        if line.startswith("|") and not line.startswith(("|w ", "|h ")):
            rows.append(([c.strip() for c in line.strip()[1:-1].split(CELLS)], sheet.height))
            sheet.height = 0.0
            continue
        if line.startswith("|h "):
            sheet.height = float(line[3:])
            continue
        if rows:
            sheet.table(rows)
            rows = []
        _line(sheet, line)
    if rows:
        sheet.table(rows)
    sheet.press()


def _line(sheet: Sheet, line: str) -> None:
    if line.startswith("|w "):
        sheet.widths = [float(x) for x in line[3:].split()]
    elif line.startswith("%"):
        _command(sheet, line[1:].split())
    elif line.startswith("# "):
        sheet.paragraph(line[2:], "centre", sheet.heading, "title")
        sheet.y += sheet.heading * 0.5
    elif line.startswith("## "):
        sheet.paragraph(line[3:], "centre", sheet.pt + 3, "title")
    elif line.startswith("^ "):
        sheet.paragraph(line[2:], "centre")
    elif line.startswith("> "):
        sheet.paragraph(line[2:], "right", pad=36)
    elif line.startswith("= "):
        sheet.paragraph(line[2:], "left", style="bold")
    elif line.startswith("- "):
        sheet.paragraph(line[2:], "left")
    elif line.startswith("~fill "):
        for _ in range(int(line[6:])):
            picked = sheet.rng.sample(sheet.bank, min(4, len(sheet.bank)))
            sheet.paragraph("".join(picked))
    elif line == "---":
        sheet.turn()
    elif not line.strip():
        sheet.y += sheet.pt * 0.7
    else:
        sheet.paragraph(line)


def _set(sheet: Sheet, name: str, values: list[str]) -> bool:
    numbers = {"size": "pt", **{n: n for n in ("lead", "border", "indent", "heading", "margin")}}
    texts = {"font": "face", "title": "title", "label": "label", "value": "value", "hand": "hand", "foot": "foot"}
    texts |= {"head": "head", "mark": "mark"}
    if name in numbers:
        setattr(sheet, numbers[name], float(values[0]))
    elif name in texts:
        setattr(sheet, texts[name], " ".join(values))
    elif name == "date":
        sheet.context.dates = values[0]
        sheet.context.joint = values[1].replace("_", " ") if len(values) > 1 else sheet.context.joint
    elif name == "page":
        sheet.size = SIZES[values[0]]
        sheet.margin = float(values[1]) if len(values) > 1 else sheet.margin
    elif name == "back":
        sheet.back = tuple(float(v) for v in values)
    elif name == "shade":
        sheet.shade = tuple(float(v) for v in values) or None
    elif name == "frame":
        sheet.frame = values
    elif name == "whole":
        sheet.whole = True
    elif name == "pen":
        sheet.blue = values[0] == "blue"
    else:
        return False
    return True


def _command(sheet: Sheet, words: list[str]) -> None:
    name, values = words[0], words[1:]
    if _set(sheet, name, values):
        return
    pen = sheet.ink()
    page: Any = pen.page
    if name == "space":
        sheet.y += float(values[0])
    elif name == "at":
        sheet.y = float(values[0])
    elif name == "rule":
        y = sheet.y + 4
        color = pictures.INKS.get(values[1], BLACK) if len(values) > 1 else BLACK
        page.draw_line((sheet.margin, y), (sheet.size[0] - sheet.margin, y), color=color, width=float(values[0]))
        sheet.y += 9
    elif name == "cols":
        sheet.columns, sheet.column, sheet.top = (int(values[0]), 20.0), 0, sheet.y
    elif name == "columns":
        sheet.column, sheet.top = 0, sheet.y
    elif name == "portrait":
        x, y, w, h = (float(v) for v in values)
        pictures.portrait(page, pymupdf.Rect(x, y, x + w, y + h))
    elif name == "qr":
        pictures.code(page, (float(values[0]), float(values[1])), values[2])
    elif name == "browser":
        sheet.y = sheet.top = pictures.browser(pen, values[0], values[1], "   ".join(values[2:]))
    elif name == "letterhead":
        sheet.y += desk.letterhead(pen, sheet.y, sheet.margin, sheet.size[0] - 2 * sheet.margin, values[0])
    elif name == "stamp":
        desk.stamp(pen, (float(values[0]), float(values[1])), float(values[2]), values[3], " ".join(values[4:]))
    elif name == "phone":
        sheet.y = sheet.top = desk.telephone(pen, values[0], values[1])
    elif name == "bubble":
        sheet.y += desk.bubble(pen, sheet.y, values[0], " ".join(values[1:]).split("/"))
    elif name in ("front", "back_side"):
        _card(sheet, name, float(values[0]), float(values[1]))
    elif name == "box":
        x, y, w, h = (float(v) for v in values[:4])
        page.draw_rect(pymupdf.Rect(x, y, x + w, y + h), color=BLACK, width=0.8)
    elif name == "band":
        x, y, w, h = (float(v) for v in values[:4])
        page.draw_rect(pymupdf.Rect(x, y, x + w, y + h), color=None, fill=tuple(float(v) for v in values[4:7]))
    elif name == "line":
        x, y, x1, y1 = (float(v) for v in values[:4])
        page.draw_line((x, y), (x1, y1), color=pictures.INKS.get(values[4], BLACK), width=float(values[5]))
    elif name == "next":
        sheet.column += 1
        sheet.y = sheet.top
    elif name == "text":
        _text(sheet, values)
    elif name == "vtext":
        for n, ch in enumerate("".join(values[4:])):
            _text(sheet, [values[0], str(float(values[1]) + n * float(values[2]) * 1.25), *values[2:4], ch])
    else:
        raise ValueError(name)


def _text(sheet: Sheet, values: list[str]) -> None:
    """%text x y size face words: write at a place."""
    x, y, size = float(values[0]), float(values[1]), float(values[2])
    kept, sheet.face = sheet.face, values[3]
    sheet.put(x, y, runs(" ".join(values[4:]), sheet.context), size)
    sheet.face = kept


def _card(sheet: Sheet, side: str, x: float, y: float) -> None:
    words, fields = sheet.context.words, sheet.context.fields
    if side == "front":
        pictures.card_front(sheet.ink(), x, y, words)
        fields.update({k: words[k] for k in ("name", "sex", "address", "id_number")})
        fields.update(ethnicity=words.get("ethnic", "汉"), birth_date=words["born"])
    else:
        pictures.card_back(sheet.ink(), x, y, words)
        fields.update(authority=words["authority"], valid=words["valid"])
    fields.setdefault("sides", []).append("front" if side == "front" else "back")
