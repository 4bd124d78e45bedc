"""Flows the lines of a document into pages: titles, paragraphs, tables, and the seals over them."""

from __future__ import annotations

import random
from typing import Any

import pymupdf

from . import desk, pictures
from .inline import Context, Run, runs
from .pen import BLACK, Fonts, Pen

SIZES = {"A4": (595, 842), "A4L": (842, 595), "A3L": (1191, 842), "A5L": (595, 420), "screen": (960, 720)}
SIZES |= {"A5": (420, 595), "phone": (450, 920), "B5": (499, 709)}
NO_HEAD = "，。、；：）》”！？"
MARKS = ("seal", "sign", "tick", "chop")
GREY = (0.4, 0.4, 0.42)
Piece = tuple[str, str]


class Sheet:
    """One document on its pages."""

    def __init__(self, fonts: Fonts, context: Context, rng: random.Random, bank: list[str]) -> None:
        self.fonts, self.context, self.rng, self.bank = fonts, context, rng, bank
        self.pdf = pymupdf.open()
        self.size: tuple[float, float] = SIZES["A4"]
        self.margin = 64.0
        self.face, self.title, self.label, self.value, self.hand = "song", "hei", "", "", "kai"
        self.pt, self.lead, self.indent, self.border = 12.0, 1.7, 2, 0.7
        self.heading = 20.0
        self.back: tuple[float, ...] | None = None
        self.frame: list[str] = []
        self.shade: tuple[float, ...] | None = None
        self.pen: Pen | None = None
        self.pending: list[tuple[float, float, str]] = []
        self.widths: list[float] = []
        self.height = 0.0
        self.foot, self.head, self.mark = "", "", ""
        self.columns = (1, 20.0)
        self.column, self.top, self.y = 0, 0.0, 0.0
        self.blue, self.whole = True, False

    # ---- pages
    def ink(self) -> Pen:
        if self.pen is None:
            self.turn()
        assert self.pen is not None
        return self.pen

    def turn(self) -> None:
        """Begin a new page."""
        self.press()
        page = self.pdf.new_page(width=self.size[0], height=self.size[1])
        self.pen = Pen(page, self.fonts, self.rng)
        if self.back:
            page.draw_rect(page.rect, color=None, fill=self.back)
        if self.frame:
            pictures.frame(page, *self.frame)
        if self.mark:
            desk.watermark(page, self.fonts, self.mark)
        if self.head:
            desk.running_head(self.pen, self.head, self.size[0], self.margin)
        if self.foot:
            text = self.foot.replace("#", str(len(self.pdf)))
            self.pen.text((self.size[0] / 2 - len(text) * 3, self.size[1] - 28), text, "song", 9, GREY)
        self.column, self.top, self.y = 0, self.margin, self.margin

    def press(self) -> None:
        """Press the seals that wait: they lie over all ink of the page."""
        for x, y, text in self.pending:
            parts = [*text.split(";"), "", "", "", ""]
            dx, dy = float(parts[2] or 0), float(parts[3] or 0)
            assert self.pen is not None
            radius = {"oval": 54, "small": 42, "big": 64}.get(parts[4], 56)
            self.pen.seal((x + dx, y + dy), parts[0], parts[1], "oval" if parts[4] == "oval" else "round", radius)
        self.pending = []

    def left(self) -> float:
        _, gap = self.columns
        return self.margin + self.column * (self.span() + gap)

    def span(self) -> float:
        n, gap = self.columns
        return (self.size[0] - 2 * self.margin - gap * (n - 1)) / n

    def room(self, height: float) -> None:
        """Go to the next column or page when the height does not fit."""
        self.ink()
        if self.y + height > self.size[1] - min(self.margin, 60):
            if self.column + 1 < self.columns[0]:
                self.column += 1
                self.y = self.top
            else:
                self.turn()

    # ---- runs
    def face_of(self, style: str) -> str:
        value, label = self.value or self.face, self.label or self.face
        faces = {"value": value, "line": value, "label": label, "bold": self.label or "hei"}
        return {**faces, "kai": "kai", "hand": self.hand, "ink": "kai", "inked": "kai", "title": self.title}.get(
            style, self.face
        )

    def wrap(self, text: list[Run], width: float, pt: float, first: float = 0.0) -> list[list[Run]]:
        """Runs broken into lines of one-character runs."""
        lines: list[list[Run]] = [[]]
        x = first
        for run in text:
            if run.style in MARKS:
                lines[-1].append(run)
                x += self.mark_width(run, pt, 1.2)
                continue
            for ch in run.text:
                w = self.fonts.width(self.face_of(run.style), ch) * pt
                if x + w > width + 0.1 and lines[-1] and ch not in NO_HEAD:
                    tail = self.tail(lines[-1], ch)
                    lines.append(tail)
                    x = self.line_width(tail, pt)
                lines[-1].append(Run(ch, run.style))
                x += w
        return lines

    def tail(self, line: list[Run], ch: str) -> list[Run]:
        """The digits at a line's end that go to the next line with the one that follows, where numbers stay whole."""
        n = 0
        while self.whole and ch.isascii() and n < len(line) - 1 and line[-1 - n].text in "0123456789-/.":
            n += 1
        n = n if n < len(line) - 1 else 0
        moved = line[len(line) - n :]
        del line[len(line) - n :]
        return moved

    @staticmethod
    def mark_width(run: Run, pt: float, wide: float = 1.1) -> float:
        return {"sign": pt * wide * len(run.text), "tick": pt * 1.15, "seal": 0.0, "chop": pt * 2.4}[run.style]

    def line_width(self, line: list[Run], pt: float) -> float:
        return sum(
            self.mark_width(r, pt) if r.style in MARKS else self.fonts.measure(self.face_of(r.style), r.text, pt)
            for r in line
        )

    def put(self, x: float, base: float, line: list[Run], pt: float) -> None:
        """Write one line from the left end of its base line."""
        pen = self.ink()
        i = 0
        while i < len(line):
            run = line[i]
            if run.style == "seal":
                self.pending.append((x, base - pt / 3, run.text))
                i += 1
                continue
            if run.style == "sign":
                pen.signature((x + 3, base + 2), run.text, pt * 1.35, self.blue)
                x += pt * 1.1 * len(run.text) + 6
                i += 1
                continue
            if run.style == "chop":
                desk.chop(pen, (x, base - pt * 1.6), run.text, pt)
                x += pt * 2.4
                i += 1
                continue
            if run.style == "tick":
                pictures.tick(pen.page, (x, base), pt, bool(run.text))
                x += pt * 1.15
                i += 1
                continue
            j = i
            while j < len(line) and line[j].style == run.style:
                j += 1
            text = "".join(r.text for r in line[i:j])
            color = (0.1, 0.12, 0.4) if run.style == "hand" and self.blue else GREY if run.style == "grey" else BLACK
            bold = run.style == "bold" and not self.label
            if run.style in ("ink", "inked"):
                wide = pen.written((x, base), text, pt, self.blue)
            else:
                wide = pen.text((x, base), text, self.face_of(run.style), pt, color, bold)
            if run.style in ("line", "inked"):
                pen.page.draw_line((x, base + 3), (x + wide, base + 3), color=BLACK, width=0.6)
            x += wide
            i = j

    # ---- blocks
    def paragraph(self, text: str, align: str = "both", pt: float = 0, style: str = "", pad: float = 0) -> None:
        pt = pt or self.pt
        plain = ("", "value") if style else ()
        given = [Run(r.text, style if r.style in plain else r.style) for r in runs(text, self.context)]
        first = self.indent * pt if align == "both" else 0.0
        for n, line in enumerate(self.wrap(given, self.span() - pad, pt, first)):
            self.room(pt * self.lead)
            w = self.line_width(line, pt)
            x = self.left() + (first if n == 0 else 0)
            if align == "centre":
                x = self.left() + (self.span() - w) / 2
            elif align == "right":
                x = self.left() + self.span() - w - pad
            self.y += pt * self.lead
            self.put(x, self.y - pt * (self.lead - 1) / 2 - pt * 0.12, line, pt)

    def table(self, rows: list[tuple[list[str], float]]) -> None:
        """Ruled rows; a cell `<` belongs to its left neighbour, `^` to the one above."""
        n = max(len(cells) for cells, _ in rows)
        shares = (self.widths + [1.0] * n)[:n]
        total = self.span()
        edge = [0.0]
        for share in shares:
            edge.append(edge[-1] + total * share / sum(shares))
        cells = self._cells(rows, n)
        heights = [max(least, self.pt * 1.3 + 8) for _, least in rows]
        for (r, c), (text, rows_n, cols_n) in cells.items():
            lines = self._lines(text, edge[c + cols_n] - edge[c])
            need = len(lines) * self.pt * 1.35 + 9
            have = sum(heights[r : r + rows_n])
            if need > have:
                heights[r + rows_n - 1] += need - have
        start = 0
        while start < len(rows):
            self.room(heights[start])
            end, tall = start, 0.0
            while end < len(rows) and self.y + tall + heights[end] <= self.size[1] - min(self.margin, 60) + 1:
                tall += heights[end]
                end += 1
            end = max(end, start + 1)
            self._draw_rows(cells, edge, heights, start, end)
            self.y += sum(heights[start:end])
            start = end
            if start < len(rows):
                self.turn()

    @staticmethod
    def _cells(rows: list[tuple[list[str], float]], n: int) -> dict[tuple[int, int], tuple[str, int, int]]:
        grid = [[*cells, *["<"] * (n - len(cells))] for cells, _ in rows]
        out: dict[tuple[int, int], tuple[str, int, int]] = {}
        for r, row in enumerate(grid):
            for c, text in enumerate(row):
                if text in ("<", "^"):
                    continue
                wide = 1
                while c + wide < n and row[c + wide] == "<":
                    wide += 1
                tall = 1
                while r + tall < len(grid) and grid[r + tall][c] == "^":
                    tall += 1
                out[r, c] = (text, tall, wide)
        return out

    def _lines(self, text: str, width: float) -> list[list[Run]]:
        pad = 8 if width > 40 else 4
        style = "label" if text.startswith("!") else ""
        out: list[list[Run]] = []
        for part in text.lstrip("!:").split("//"):
            given = [Run(r.text, r.style or style) for r in runs(part, self.context)]
            out += self.wrap(given, width - pad, self.pt)
        return out

    def _draw_rows(
        self,
        cells: dict[tuple[int, int], tuple[str, int, int]],
        edge: list[float],
        heights: list[float],
        start: int,
        end: int,
    ) -> None:
        page = self.ink().page
        tops = {start: self.y}
        for r in range(start, end):
            tops[r + 1] = tops[r] + heights[r]
        for (r, c), (text, tall, wide) in cells.items():
            if not start <= r < end:
                continue
            bottom = tops[min(r + tall, end)]
            box = pymupdf.Rect(self.left() + edge[c], tops[r], self.left() + edge[c + wide], bottom)
            if self.shade and text.startswith("!"):
                page.draw_rect(box, color=None, fill=self.shade)
            if self.border > 0:
                page.draw_rect(box, color=BLACK, width=self.border)
            elif self.border < 0:
                page.draw_line(box.bl, box.br, color=GREY, width=0.5)
            self._fill_cell(box, text)

    def _fill_cell(self, box: Any, text: str) -> None:
        lines = self._lines(text, box.width)
        pad = 4 if box.width > 40 else 2
        step = self.pt * 1.35
        flush = text.startswith(":") or (len(lines) > 3 and box.width > 120)
        y = box.y0 + (box.height - step * len(lines)) / 2 + self.pt * 1.02
        if text.startswith(":") and box.height > step * len(lines) + 40:
            y = box.y0 + 6 + self.pt
        for line in lines:
            w = self.line_width(line, self.pt)
            self.put(box.x0 + pad if flush else box.x0 + (box.width - w) / 2, y, line, self.pt)
            y += step
