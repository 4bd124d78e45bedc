"""QR codes: found as square blocks of fine black modules, then decoded one by one."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp

from dossier.model.geometry import Box
from dossier.recognise.ink import strokes, without_red
from dossier.recognise.view import View

SMALLEST, LARGEST = 30.0, 180.0
"""Points along a side."""
LEAST_INK, MOST_INK = 0.3, 0.75
MARGIN = 8.0


def find_qr_codes(view: View) -> tuple[tuple[str, Box], ...]:
    """What each QR code says, "" where it cannot be decoded, and its box in points."""
    factor = 1 / view.scale
    ink = cv2.resize(
        strokes(without_red(view.image), view.dpi), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA
    )
    blocks = cv2.morphologyEx(np.where(ink > 80, 255, 0).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    blocks = cv2.morphologyEx(blocks, cv2.MORPH_OPEN, np.ones((25, 25), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(blocks, connectivity=4)
    found = []
    for x, y, w, h, _area in stats[1:count]:
        share = float((ink[y : y + h, x : x + w] > 80).mean())
        if min(w, h) >= SMALLEST and max(w, h) <= min(LARGEST, 1.3 * min(w, h)) and LEAST_INK <= share <= MOST_INK:
            box = view.box(*(float(v) / factor for v in (x, y, x + w, y + h)))
            text = _decoded(view, box)
            if text is not None:
                found.append((text, box.rounded()))
    return tuple(found)


def _decoded(view: View, box: Box) -> str | None:
    """The text of the code in the box, "" when it is one but cannot be decoded, None when it is none."""
    x0, y0, x1, y1 = view.pixels(box.grown(MARGIN))
    crop = view.image[y0:y1, x0:x1]
    seen = False
    for factor in (1.0, 2.0, 3.0):
        large = cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        codes = zxingcpp.read_barcodes(large, formats=zxingcpp.BarcodeFormat.QRCode, return_errors=True)
        if text := next((code.text for code in codes if code.valid and code.text), ""):
            return str(text)
        seen = seen or bool(codes)
    return "" if seen else None
