"""Text lines of a view: found, cut at the borders of table cells, set upright and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.recognise.engine import Engine, Image, Quad, Reading
from dossier.recognise.ink import strokes, without_red

SIDE = 1280
"""Pixels of the longer side at which text is looked for; more costs time and finds nothing more on office scans."""
LOWEST = 0.85
"""A cell is as high as the text in it; what is lower lies between the strokes of a large heading."""
UPRIGHT = 1.6
"""A text box this many times higher than wide is a column of characters, one below the other."""


@dataclass(frozen=True)
class Piece:
    """One text line in pixels of the picture it was found in, with what it says."""

    box: Box
    reading: Reading
    raw: str = ""
    stamped: bool = False


def find_lines(
    engine: Engine, image: Image, borders: Sequence[Box], side: int = SIDE, small: bool = False
) -> list[Box]:
    """Boxes of text lines in pixels, none across a side border of the given cells (also in pixels)."""
    boxes: list[Box] = []
    for quad in engine.detect(image, side, small):
        boxes.extend(cut_at_borders(_around(quad), borders))
    return boxes


def read_lines(engine: Engine, image: Image, boxes: Sequence[Box], small: bool = False) -> list[Piece]:
    """What stands in each box; boxes in which nothing is read are left out."""
    readings = engine.recognise([crop(image, box) for box in boxes], small)
    return [Piece(box, r) for box, r in zip(boxes, readings, strict=True) if r.text.strip()]


def crop(image: Image, box: Box) -> Image:
    """The picture inside the box; a column of characters is laid out as a row."""
    height, width = image.shape[:2]
    x0, y0 = max(0, min(int(box.x0), width - 2)), max(0, min(int(box.y0), height - 2))
    x1, y1 = min(width, max(int(np.ceil(box.x1)), x0 + 2)), min(height, max(int(np.ceil(box.y1)), y0 + 2))
    cut = image[y0:y1, x0:x1]
    return column_as_row(cut) if box.height >= UPRIGHT * box.width else cut


def cut_at_borders(box: Box, cells: Sequence[Box]) -> list[Box]:
    """The box cut where a side border of a cell runs through it; parts too thin to hold a character are dropped."""
    margin = 0.3 * box.height
    borders = {
        x
        for cell in cells
        if cell.height > LOWEST * box.height and cell.overlap_y(box) > 0.5 and cell.y0 < box.cy < cell.y1
        for x in (cell.x0, cell.x1)
        if box.x0 + margin < x < box.x1 - margin
    }
    if not borders or box.height >= UPRIGHT * box.width:
        return [box]
    parts, start = [], box.x0
    for x in [*sorted(borders), box.x1]:
        if x - start > margin:
            parts.append(Box(start, box.y0, x, box.y1))
        start = x
    return parts


def column_as_row(column: Image) -> Image:
    """Characters that stand one below the other, set side by side; turned left when they do not stand apart."""
    width = column.shape[1]
    inked = (strokes(without_red(column), 200) > 0).sum(axis=1) > 0
    gaps = np.flatnonzero(~inked)
    cuts = [0]
    for row in gaps:
        if 0.6 * width <= row - cuts[-1]:
            cuts.append(int(row))
    tiles = [column[a:b] for a, b in zip(cuts, [*cuts[1:], column.shape[0]], strict=True) if b - a >= 0.3 * width]
    if len(tiles) < 2 or max(len(tile) for tile in tiles) > 2.2 * width:
        return np.asarray(cv2.rotate(column, cv2.ROTATE_90_COUNTERCLOCKWISE), dtype=np.uint8)
    tallest = max(len(tile) for tile in tiles)
    paper = tuple(float(v) for v in np.percentile(column, 90, axis=(0, 1)))
    padded = [
        cv2.copyMakeBorder(
            t, (tallest - len(t)) // 2, (tallest - len(t) + 1) // 2, 0, 0, cv2.BORDER_CONSTANT, value=paper
        )
        for t in tiles
    ]
    return np.asarray(np.hstack(padded), dtype=np.uint8)


def _around(quad: Quad) -> Box:
    x0, y0 = quad.min(axis=0)
    x1, y1 = quad.max(axis=0)
    return Box(float(x0), float(y0), float(x1), float(y1))
