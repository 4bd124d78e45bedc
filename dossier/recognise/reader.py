"""How a page is read, step by step. The page a newcomer reads first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.model.pages import Line, Page, Quality, Seal
from dossier.model.picture import Picture
from dossier.recognise.cells import Rulings, cells, rulings
from dossier.recognise.checkboxes import with_check_boxes
from dossier.recognise.engine import Engine, Reading
from dossier.recognise.grey_seals import find_grey_seals
from dossier.recognise.handwriting import handwritten, page_ink
from dossier.recognise.ink import Grey
from dossier.recognise.lines import Piece, find_lines, read_lines
from dossier.recognise.losses import lost_print
from dossier.recognise.marks import find_marks
from dossier.recognise.models import ModelPaths
from dossier.recognise.orientation import turn_needed
from dossier.recognise.qr import find_qr_codes
from dossier.recognise.quality import measure, with_losses
from dossier.recognise.seals import as_box, find_impressions, has_letters, read_seal, unread_seal
from dossier.recognise.second_pass import SHORT, SURE, reread
from dossier.recognise.skew import straightened
from dossier.recognise.stamped import reread_under
from dossier.recognise.view import View, turned, turned_box

LEAST_CONFIDENCE = 0.5
MOST_DPI = 240.0
SIGNATURE_HEIGHT = 60.0
"""Points. Pictures set into a born-digital page that are no higher may be signatures."""
SCAN_SHARE = 0.4
"""A picture that covers more of its page than this is what was scanned."""
_NAMES = re.compile(r"[\u3400-\u9fff](?<![年月日])")


class Reader:
    """Reads pages with the OCR models. One per process; not for use by several threads."""

    def __init__(self, models: ModelPaths, threads: int = 1) -> None:
        self._engine = Engine(models, threads)

    def read(self, picture: Picture) -> Page:
        """Words, table cells, seals and marks of a page, in points of the page turned upright."""
        quality = measure(picture)
        if quality.blank:
            return _page(picture, 0, quality)
        picture = _no_larger_than_needed(picture)
        turn = 0 if picture.lines is not None else turn_needed(self._engine, picture.image)
        upright = turned(picture.image, turn)
        view = View(upright, picture.dpi) if picture.lines is not None else straightened(upright, picture.dpi)
        ruled = rulings(view)
        boxes = cells(view, ruled)
        looked_at = [(one, read_seal(self._engine, view, one)) for one in find_impressions(view)]
        impressions = [one for one, seal in looked_at if has_letters(seal)]
        seals = tuple(seal for _, seal in looked_at if has_letters(seal))
        page = replace(_page(picture, turn, quality), cells=boxes, seals=seals, qr=find_qr_codes(view), skew=view.skew)
        if picture.lines is None:
            stamps = [as_box(impression) for impression in impressions]
            lines = self._words(view, boxes, stamps)
        else:
            lines = [_marked(line, seals) for line in picture.lines]
        return _completed(replace(page, lines=tuple(lines)), view, ruled)

    def _words(self, view: View, boxes: Sequence[Box], stamps: Sequence[Box]) -> list[Line]:
        borders = [Box(*map(float, view.pixels(box))) for box in boxes]
        first = read_lines(self._engine, view.image, find_lines(self._engine, view.image, borders))
        bared = reread_under(self._engine, view.image, first, stamps, borders)
        second = reread(self._engine, view.image, bared)
        return [_line(view, piece) for piece in in_reading_order(with_check_boxes(view, second, borders))]


def read_without_ocr(picture: Picture) -> Page:
    """What can be said of a page without the models: its text layer if it has one, cells, quality, where seals are."""
    quality = measure(picture)
    page = _page(picture, 0, quality)
    if quality.blank:
        return page
    if picture.lines is None:
        page = replace(page, method="none")
    view = View(picture.image, picture.dpi)
    ruled = rulings(view)
    seals = tuple(unread_seal(view, impression) for impression in find_impressions(view))
    lines = tuple(_marked(line, seals) for line in picture.lines or ())
    page = replace(page, lines=lines, cells=cells(view, ruled), seals=seals, qr=find_qr_codes(view))
    return _completed(page, view, ruled)


def _completed(page: Page, view: View, ruled: Rulings) -> Page:
    """The page with grey seals and marks, which are looked for where nothing else was found."""
    photographs = [box for box in page.pictures if box.height > SIGNATURE_HEIGHT and not _is_scan(box, page)]
    taken = [*(seal.box for seal in page.seals), *(box for _, box in page.qr)]
    lines = tuple(
        line for line in page.lines if not _is_noise(line) and all(line.box.within(box) < 0.5 for _, box in page.qr)
    )
    sure = [line.box for line in lines if line.confidence > SURE and len(line.text) >= SHORT]
    grey = find_grey_seals(view, ruled, taken, sure)
    taken += [*(seal.box for seal in grey), *photographs]
    page = replace(page, lines=lines, seals=page.seals + grey)
    if page.method == "ocr":
        page = replace(page, quality=with_losses(page.quality, lost_print(view, page)))
    return page if page.method == "none" else _with_pen(page, view, page_ink(view, ruled.both), taken)


def _with_pen(page: Page, view: View, ink: Grey, taken: Sequence[Box]) -> Page:
    """The page with what a pen wrote on it; nothing is looked for in `taken`."""
    boxes = [line.box for line in page.lines]
    found = find_marks(view, ink, boxes, taken)
    if page.method == "ocr":
        likely = handwritten(view, ink, boxes)
        lines = tuple(replace(line, handwritten=one) for line, one in zip(page.lines, likely, strict=True))
        page = replace(page, lines=lines)
    return replace(page, marks=found.marks, traces=found.traces)


def _is_scan(box: Box, page: Page) -> bool:
    """Whether a picture is the scan of the page itself, or of a good part of it, rather than a photograph on it."""
    return box.area > SCAN_SHARE * page.width * page.height


def _is_noise(line: Line) -> bool:
    """One or two characters that nobody can be sure of are specks or strokes of a pen, not a line of text."""
    return line.method == "ocr" and len(line.text.strip()) <= 2 and line.confidence < LEAST_CONFIDENCE


def _no_larger_than_needed(picture: Picture) -> Picture:
    """The picture at 240 dpi or less: more pixels take time and memory and read no better."""
    if picture.dpi <= MOST_DPI:
        return picture
    factor = MOST_DPI / picture.dpi
    image = cv2.resize(picture.image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return replace(picture, image=np.asarray(image, dtype=np.uint8), dpi=picture.dpi * factor)


def _marked(line: Line, seals: Sequence[Seal]) -> Line:
    return replace(line, stamped=any(line.box.intersection(seal.box) > 0 for seal in seals))


def in_reading_order(pieces: list[Piece]) -> list[Piece]:
    """Top to bottom and, among pieces on one baseline, left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.cy):
        if rows and rows[-1][-1].box.overlap_y(piece.box) > 0.5:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda piece: piece.box.x0)]


def _line(view: View, piece: Piece) -> Line:
    box = view.box(*piece.box).rounded()
    reading = piece.reading
    worth = reading.confidence
    if piece.stamped:
        worth = min(worth, max(LEAST_CONFIDENCE, _least_of_names(reading)))
    return Line(reading.text, box, round(worth, 3), "ocr", piece.raw, piece.stamped)


def _least_of_names(reading: Reading) -> float:
    """Probability of the least sure Chinese character that is no part of a day: what is left of a seal's ink turns one
    character into another, of which the mean over a line shows nothing."""
    pairs = zip(reading.text, reading.scores, strict=True)
    return min((score for character, score in pairs if _NAMES.match(character)), default=1.0)


def _page(picture: Picture, turn: int, quality: Quality) -> Page:
    width, height = picture.size
    if turn in (90, 270):
        width, height = height, width
    method: Literal["text", "ocr"] = "text" if picture.lines is not None else "ocr"
    return Page(
        picture.file,
        picture.number,
        round(width, 1),
        round(height, 1),
        method,
        picture.sha256,
        pictures=tuple(turned_box(box, turn, *picture.size) for box in picture.pictures),
        orientation=turn,
        quality=quality,
    )
