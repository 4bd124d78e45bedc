"""Seal impressions: where red ink has the shape of a seal, and what its ring and the line below its star say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import cv2
import numpy as np

from dossier.model.geometry import Box
from dossier.model.pages import Seal
from dossier.recognise.engine import Engine, Image
from dossier.recognise.ink import Grey, redness, seal_ink
from dossier.recognise.ring_text import cleaned, most_alike, read_ring
from dossier.recognise.shapes import Ellipse, coverage, filling, fit_ring, frame_coverage
from dossier.recognise.unwrap import BANDS, gap, strip
from dossier.recognise.view import View

CM = 72 / 2.54
SMALLEST_RING, LARGEST_RING = 2.0 * CM, 7.0 * CM
"""Seals are 3.8 to 5 cm wide; a photographed notice shows them smaller, a small sheet taken for A4 larger."""
STEEPEST = 40.0
"""Degrees by which an oval seal may lean. Portraits on red ground are ovals too, but upright."""
SMALLEST_SQUARE, LARGEST_SQUARE = 0.9 * CM, 5.0 * CM
LEAST_REDNESS = (70, 30, 15)
"""How much redder than the paper ink must be: first for fresh ink, then for faint impressions."""
LEAST_RING = 0.55
"""Share of its ring that an impression must show."""
MOST_INK = 0.62
"""A disc with more ink than this is a picture or an emblem."""
FEWEST = 2
"""Chinese characters that some reading of a ring must have, be it as faint as it may."""
_CHINESE = re.compile("[㐀-鿿]")
LEAST_CONFIDENCE = 0.5
LEAST_LENGTH = 4
"""A ring text shorter or less sure than this is called unreadable."""


@dataclass(frozen=True)
class Impression:
    """A seal's place in a view, before it is read."""

    bounds: tuple[float, float, float, float]
    """x0, y0, x1, y1 in pixels of the view."""
    ring: Ellipse | None
    """None for a square seal."""


def find_impressions(view: View) -> list[Impression]:
    """Red impressions of seal size. Headings, banners, filled pictures and emblems are not among them."""
    factor = 1 / view.scale
    red = cv2.resize(redness(view.image), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    paper = float(np.median(red))
    seen: list[tuple[float, Impression]] = []
    for least in LEAST_REDNESS:
        mask = np.where(red > paper + least, 255, 0).astype(np.uint8)
        seen += [(_whole(mask, impression), impression) for impression in _in_mask(mask)]
    found: list[Impression] = []
    for _, impression in sorted(seen, key=lambda item: -item[0]):
        scaled = _enlarged(impression, view.scale)
        if not any(_same(scaled, other) for other in found):
            found.append(scaled)
    return found


def read_seal(engine: Engine, view: View, impression: Impression) -> Seal:
    """The impression with its texts. Several ways of unrolling the ring are read; `readings` has them all."""
    box = view.box(*impression.bounds).rounded()
    crop, ring = _around(view.image, impression)
    ink, sharp, coloured = seal_ink(crop)
    if ring is None:
        return Seal(box, "square", "red" if (text := _square_text(engine, ink)) else "unreadable", text)
    said = read_ring(engine, [ink, sharp, coloured], ring)
    if said.confidence < LEAST_CONFIDENCE or len(said.text) < LEAST_LENGTH:
        strips = [strip(ink, ring, *band) for band in BANDS] + [strip(sharp, ring, *BANDS[0])]
        whole = most_alike(engine, strips)
        said = replace(whole, readings=tuple(dict.fromkeys(whole.readings + said.readings)), clear=said.clear)
    sub_text = _sub_text(engine, np.maximum(ink, sharp), ring)
    if said.confidence < LEAST_CONFIDENCE or len(said.text) < LEAST_LENGTH:
        return Seal(box, ring.shape, "unreadable", sub_text=sub_text, readings=said.readings, clear=said.clear)
    return Seal(box, ring.shape, "red", said.text, sub_text, said.confidence, said.readings, said.clear)


def has_letters(seal: Seal) -> bool:
    """Whether anything on it reads like Chinese: a portrait or a banner in the shape of a seal says nothing."""
    if seal.text or seal.sub_text or seal.shape == "square":
        return True
    counts = [(len(_CHINESE.findall(reading)), len(reading)) for reading in seal.readings]
    return any(chinese >= FEWEST and chinese > length / 2 for chinese, length in counts)


def unread_seal(view: View, impression: Impression) -> Seal:
    """The impression where no models are at hand to read it."""
    shape = impression.ring.shape if impression.ring else "square"
    return Seal(view.box(*impression.bounds).rounded(), shape, "unreadable")


def as_box(seal: Seal | Impression) -> Box:
    """Where it lies: points for a seal that was read, pixels for an impression."""
    return seal.box if isinstance(seal, Seal) else Box(*seal.bounds)


def _in_mask(mask: Grey) -> list[Impression]:
    """Impressions in a mask of one pixel per point: clusters of ink of a seal's size and make."""
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[Impression] = []
    for label in range(1, count):
        x, y, w, h, _area = (int(v) for v in stats[label])
        if max(w, h) < SMALLEST_SQUARE:
            continue
        part = np.where(labels[y : y + h, x : x + w] == label, mask[y : y + h, x : x + w], 0).astype(np.uint8)
        if _is_square(part):
            found.append(Impression((x, y, x + w, y + h), None))
        elif ring := _ring_of(part, mask[y : y + h, x : x + w]):
            placed = ring.scaled(1.0, x, y)
            found.append(Impression(placed.bounds, placed))
    return found


def _ring_of(part: Grey, ink: Grey) -> Ellipse | None:
    """The seal ring of a cluster; `part` is the cluster alone, `ink` all red ink inside its bounds."""
    height, width = part.shape
    if not min(height, width) >= SMALLEST_RING * 0.5 or max(height, width) < SMALLEST_RING:
        return None
    fitted = fit_ring(part) if max(height, width) <= LARGEST_RING * 1.3 else None
    if fitted is not None and _is_seal_ring(part, ink, fitted):
        return fitted
    good = [ring for ring in _hough(part) if _is_seal_ring(part, ink, ring)]
    return max(good, key=lambda ring: coverage(part, ring), default=None)


def _whole(mask: Grey, impression: Impression) -> float:
    """How much of its outline an impression shows, 0 to 1: what tells a ring from a circle across its letters."""
    return coverage(mask, impression.ring, 0.97, 1.03) if impression.ring else 0.5


def _hough(part: Grey) -> list[Ellipse]:
    """Circles where a seal hangs together with other red print."""
    blurred = cv2.GaussianBlur(cv2.copyMakeBorder(part, 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=0), (3, 3), 0)
    circles = cv2.HoughCircles(
        blurred,
        cv2.HOUGH_GRADIENT,
        1.5,
        30,
        param1=150,
        param2=40,
        minRadius=int(SMALLEST_RING / 2),
        maxRadius=int(LARGEST_RING / 2),
    )
    found = [] if circles is None else circles[0][:6]
    return [Ellipse(float(x) - 8, float(y) - 8, float(r), float(r), 0.0) for x, y, r in found]


def _is_seal_ring(part: Grey, ink: Grey, ring: Ellipse) -> bool:
    if not (SMALLEST_RING <= 2 * ring.a <= LARGEST_RING and 2 * ring.b >= SMALLEST_RING * 0.6):
        return False
    if ring.shape == "oval" and abs(ring.angle) > STEEPEST:
        return False
    inside = filling(np.ascontiguousarray(ink), ring, 0.1, 0.9)
    return coverage(part, ring) >= LEAST_RING and 0.04 <= inside <= MOST_INK


def _is_square(part: Grey) -> bool:
    height, width = part.shape
    if not (min(height, width) >= SMALLEST_SQUARE and max(height, width) <= LARGEST_SQUARE):
        return False
    if max(height, width) > 1.6 * min(height, width):
        return False
    edge = max(2, min(height, width) // 6)
    inner = part[edge:-edge, edge:-edge] > 127
    return frame_coverage(part) > 0.85 and 0.08 < inner.mean() < 0.75


def _enlarged(impression: Impression, factor: float) -> Impression:
    x0, y0, x1, y1 = (v * factor for v in impression.bounds)
    return Impression((x0, y0, x1, y1), impression.ring.scaled(factor) if impression.ring else None)


def _same(one: Impression, other: Impression) -> bool:
    a, b = as_box(one), as_box(other)
    return a.intersection(b) > 0.5 * min(a.area, b.area)


def _around(image: Image, impression: Impression) -> tuple[Image, Ellipse | None]:
    """A crop around the impression, and its ring in that crop."""
    x0, y0, x1, y1 = impression.bounds
    margin = 0.06 * (x1 - x0)
    left, top = max(0, int(x0 - margin)), max(0, int(y0 - margin))
    crop = image[top : int(y1 + margin) + 1, left : int(x1 + margin) + 1]
    return crop, impression.ring.scaled(1.0, -left, -top) if impression.ring else None


def _bgr(grey: Grey) -> Image:
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def _sub_text(engine: Engine, ink: Grey, ring: Ellipse) -> str:
    """The level line below the star, once the seal is turned so that the gap of its ring is at the bottom."""
    tilt = ring.angle if ring.shape == "oval" else gap(ink, ring, *BANDS[0]) - 90
    tilt = tilt if abs(tilt) <= 40 else 0.0
    turn = cv2.getRotationMatrix2D((ring.x, ring.y), tilt, 2.0)
    turn[:, 2] += ring.a * 2 - np.array([ring.x, ring.y])
    side = round(ring.a * 4)
    level = cv2.warpAffine(ink, turn, (side, side), flags=cv2.INTER_CUBIC, borderValue=255)
    top, bottom = round(side / 2 + ring.b * 2 * 0.30), round(side / 2 + ring.b * 2 * 0.74)
    left, right = round(side / 2 - ring.a * 2 * 0.62), round(side / 2 + ring.a * 2 * 0.62)
    band = level[top:bottom, left:right]
    rows = np.flatnonzero((band < 150).mean(axis=1) > 0.03)
    if len(rows) < 0.2 * len(band):
        return ""
    band = band[max(0, rows[0] - 4) : rows[-1] + 5]
    reading = cleaned(engine.recognise([_bgr(band)], small=True)[0])
    return reading.text if len(reading.text) >= 3 and reading.confidence >= 0.7 else ""


def _square_text(engine: Engine, ink: Grey) -> str:
    large = _bgr(np.asarray(cv2.resize(ink, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), dtype=np.uint8))
    quads = sorted(engine.detect(large, 640, small=True), key=lambda quad: float(quad[:, 1].min()))
    boxes = [(quad.min(axis=0).astype(int), quad.max(axis=0).astype(int)) for quad in quads]
    readings = engine.recognise([large[y0:y1, x0:x1] for (x0, y0), (x1, y1) in boxes], small=True)
    return "".join(cleaned(reading).text for reading in readings if reading.confidence >= LEAST_CONFIDENCE)
