"""The objects on a page of an OFD file, in points: letters, shapes and pictures (GB/T 33190-2016, chapters 8 to 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dossier.model import Box
from dossier.read.ofd_document import Layer, Sheet, box_of, numbers
from dossier.read.ofd_package import Element
from dossier.read.setting import extent

POINTS = 72 / 25.4
"""Points in a millimetre."""
_ABOVE, _BELOW = 0.88, 0.12
"""Shares of the print's size above and below the baseline."""
_OBJECTS_WITHIN = ("Layer", "PageBlock", "Appearance")
_MOST_THINGS, _MOST_PICTURES = 60_000, 500
"""Of a page; the densest sheet has some five thousand letters."""
_THIN = 2.0
"""Points. A filled shape no thicker is a rule."""
_LARGEST = 500.0
"""Points. No print is larger."""
_FAR = 20_000.0
"""Points, beyond every page."""
_STEPS = re.compile(r"[MSLQBAC]|[^\sMSLQBAC]+")
_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_SPACED_OUT = 2.5
"""Sizes of the print."""
_TAKES = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Letter:
    """A printed letter, its box and the colour it is printed in (red, green, blue)."""

    text: str
    box: Box
    colour: tuple[int, int, int]


@dataclass(frozen=True)
class Shape:
    """A line from point to point in its colour; `width` in points, None where what it encloses is filled."""

    points: tuple[tuple[float, float], ...]
    colour: tuple[int, int, int]
    width: float | None


@dataclass(frozen=True)
class Placed:
    """A picture at its place. `part`: where its pixels are; empty where it has none that can be shown."""

    part: str
    box: Box


Thing = Letter | Shape | Placed


def things(sheet: Sheet) -> list[Thing]:
    """Everything seen on a page, lowest first. Raises ValueError, TypeError or KeyError over what is no OFD."""
    every = (thing for layer in sheet.layers for thing in _within(layer.element, layer, sheet))
    found = list(islice(every, _MOST_THINGS + 1))
    if len(found) > _MOST_THINGS or sum(isinstance(thing, Placed) for thing in found) > _MOST_PICTURES:
        raise ValueError("more than a page can hold")
    return found


def has_text(sheet: Sheet) -> bool:
    """Whether any letter is printed on the page."""
    return any(isinstance(thing, Letter) for layer in sheet.layers for thing in _within(layer.element, layer, sheet))


def _within(block: Element, layer: Layer, sheet: Sheet) -> Iterator[Thing]:
    for one in block:
        if one.get("Visible") == "false" or one.get("Alpha") == "0":
            continue
        if one.name in _OBJECTS_WITHIN:
            yield from _within(one, layer, sheet)
        elif one.name == "TextObject":
            yield from _letters(one, _placing(one, layer, sheet))
        elif one.name == "PathObject":
            yield from _shapes(one, _placing(one, layer, sheet))
        elif one.name in ("ImageObject", "CompositeObject"):
            place = box_of(one.get("Boundary"))
            if place is not None:
                part = sheet.media.get(one.get("ResourceID"), "") if one.name == "ImageObject" else ""
                yield Placed(part, _on_page(place, layer, sheet))


def _on_page(place: Box, layer: Layer, sheet: Sheet) -> Box:
    dx, dy = layer.x - sheet.frame.x0, layer.y - sheet.frame.y0
    return Box(place.x0 + dx, place.y0 + dy, place.x1 + dx, place.y1 + dy).scaled(POINTS)


def _placing(one: Element, layer: Layer, sheet: Sheet) -> Matrix:
    """From the object's own millimetres to points of the page."""
    a, b, c, d, e, f = numbers(one.get("CTM")) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    place = box_of(one.get("Boundary")) or Box(0, 0, 0, 0)
    e += place.x0 + layer.x - sheet.frame.x0
    f += place.y0 + layer.y - sheet.frame.y0
    return a * POINTS, b * POINTS, c * POINTS, d * POINTS, e * POINTS, f * POINTS


def _put(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _letters(one: Element, matrix: Matrix) -> Iterator[Letter]:
    """Letters that stand upright; print on its side or on its head is left out, as in PDFs."""
    a, b, c, d, _, _ = matrix
    size = _number(one.get("Size"), 0.0)
    if size <= 0 or one.get("CharDirection", "0") != "0":
        return
    if a <= 0 or not 0 < size * d <= _LARGEST or abs(b) > 0.1 * a or abs(c) > 0.5 * d:
        return
    stretch, colour = _number(one.get("HScale"), 1.0), _colour(one.first("FillColor"))
    x = y = 0.0
    for code in one.all("TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        kept = _kept(code.text)
        for number, (left, base) in enumerate(_places(code, x, y, size * stretch)):
            letter = code.text[number]
            if number not in kept:
                continue
            at, level = _put(matrix, left, base)
            width, height = extent(letter, size * stretch) * a, size * d
            yield Letter(letter, Box(at, level - _ABOVE * height, at + width, level + _BELOW * height), colour)


def _kept(text: str) -> set[int]:
    """The places of letters and of the blanks that space out one word (姓　　名); wider blanks part words."""
    kept = {number for number, letter in enumerate(text) if letter.strip()}
    for blank in _BLANKS.finditer(text):
        if extent(blank.group(), 1) <= _SPACED_OUT:
            kept |= set(range(*blank.span()))
    return kept


def _places(code: Element, x: float, y: float, size: float) -> Iterator[tuple[float, float]]:
    """Where each letter of a run begins on its baseline; without steps each follows the one before."""
    text = code.text
    across, down = (_steps(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
    for number, letter in enumerate(text):
        yield x, y
        if number < len(across):
            x += across[number]
        elif not down:
            x += extent(letter, size)
        y += down[number] if number < len(down) else 0.0


def _steps(text: str, most: int) -> list[float]:
    """The distances of a run: `g 3 4.5` stands for 4.5 three times. No more than there are letters."""
    words, found = iter(text.split()), list[float]()
    for word in words:
        count = 1
        if word == "g":
            count, word = int(next(words, "")), next(words, "")
        found += numbers(word) * max(0, min(count, most - len(found)))
    return found


def _colour(fill: Element | None) -> tuple[int, int, int]:
    """Black where none is given, or in another space of colours than grey or red, green, blue."""
    values = re.findall(r"\d+", fill.get("Value")) if fill is not None else []
    if len(values) not in (1, 3):
        return 0, 0, 0
    red, green, blue = (min(255, int(value[:3])) for value in (values * 3)[:3])
    return red, green, blue


def _shapes(one: Element, matrix: Matrix) -> Iterator[Shape]:
    """The lines of a path; a filled one in its colour, where that is told here or the shape is as thin as a line."""
    lines = [tuple(_bounded(_put(matrix, x, y)) for x, y in line) for line in _lines(one.said("AbbreviatedData"))]
    lines = [line for line in lines if len(line) > 1]
    fill = one.first("FillColor")
    if one.get("Fill") == "true" and one.get("Alpha", "255") == "255":
        for line in lines:
            box = Box.around(Box(x, y, x, y) for x, y in line)
            if (fill is not None and fill.get("Value")) or min(box.width, box.height) <= _THIN:
                yield Shape(line, _colour(fill), None)
    if one.get("Stroke", "true") != "false":
        width = _number(one.get("LineWidth"), 0.353) * max(abs(matrix[0]), abs(matrix[3]))
        yield from (Shape(line, _colour(one.first("StrokeColor")), width) for line in lines)


def _bounded(point: tuple[float, float]) -> tuple[float, float]:
    return max(-_FAR, min(_FAR, point[0])), max(-_FAR, min(_FAR, point[1]))


def _lines(data: str) -> Iterator[list[tuple[float, float]]]:
    """The points of a path line by line; of a curve only where it ends."""
    line: list[tuple[float, float]] = []
    words = iter(_STEPS.findall(data))
    for word in words:
        taken = numbers(" ".join(islice(words, _TAKES[word])))
        if word in "MS":
            yield line
            line = []
        if word == "C":
            line += line[:1]
        else:
            line.append((taken[-2], taken[-1]))
    yield line


def _number(text: str, default: float) -> float:
    found = numbers(text)
    return found[0] if found else default
