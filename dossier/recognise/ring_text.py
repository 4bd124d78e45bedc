"""The text along a seal's ring, letter by letter: several unrollings are read, and every letter is put to the vote.

Letters on a ring stand at equal distances. So each character of each reading has a place of its own, a letter that one
reading skips leaves a hole there, and what the readings do not agree on is not sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from dossier.model.pages import UNCLEAR
from dossier.recognise.engine import Engine, Image, Reading
from dossier.recognise.ink import Grey
from dossier.recognise.shapes import Ellipse
from dossier.recognise.unwrap import ENLARGED, longest_run, unrolled

OUTER, INNER = 1.0, 0.36
"""Edges of the band in which the text is looked for, as shares of the smaller radius."""
LEAST_TALL, USUAL_TALL, MOST_TALL = 0.19, 0.28, 0.36
"""Height of the letters as shares of the smaller radius."""
PALEST = 180
"""Grey level up to which a pixel is ink; seals are pressed unevenly, and half of a text may be pale."""
RING_SHARE = 0.75
"""Share of the fullest row's ink from which a row belongs to the ring; bold letters fill more than half of theirs."""
LETTERS = 0.5
"""Over how many letters' width the strongest ink tells how dark a stretch of the ring is."""
PALE, PALEST_SHARE = 0.8, 0.12
"""Shares of the usual darkness: stretches below the first are darkened, those below the second by no more than it."""
SHAPES = (1.0, 1.25)
"""Width over height that letters are given before they are read; seals have narrow ones, models learnt square ones."""
LEAST_VOTES = 0.75
"""Share of the readings that a letter needs to be sure without another look."""
LEAST_SCORE = 0.9
"""The best probability that a letter needs for it."""
DOUBTED = 0.8
"""Greatest confidence of a text of which one letter stays in doubt."""


@dataclass(frozen=True)
class RingText:
    """The text, how sure it is (0 to 1), every reading, best first, and what was read clearly."""

    text: str
    confidence: float
    readings: tuple[str, ...]
    clear: str = ""
    """One character a letter of the ring, `UNCLEAR` where none was read or the readings do not agree."""


@dataclass(frozen=True)
class _Band:
    """The stretch of an unrolled ring that holds its text: columns (from the gap on) and rows."""

    start: int
    left: int
    right: int
    top: int
    bottom: int
    whole: bool
    """Whether no ink worth a letter stands beside it, as where a faint letter parts the text in two."""

    def cut(self, flat: Grey) -> Grey:
        margin = max(2, (self.bottom - self.top) // 14)
        turned = np.roll(flat, -self.start, axis=1)
        left, right = max(0, self.left - 3 * margin), self.right + 3 * margin
        return np.asarray(turned[max(0, self.top - margin) : self.bottom + margin, left:right], dtype=np.uint8)


def read_ring(engine: Engine, inks: Sequence[Grey], ring: Ellipse) -> RingText:
    """The ring's text from pictures of its ink, dark on white, whose faults differ; the first finds where it is."""
    radius = ring.b * ENLARGED
    flats = [_levelled(unrolled(ink, ring, INNER, OUTER)[0], radius) for ink in inks]
    band = _text_band(flats[0], radius)
    strips = [band.cut(flat) for flat in flats]
    count = _letters(engine.recognise([_bgr(_shaped(strip, 1.0)) for strip in strips], small=True))
    crops = [_bgr(_shaped(strip, _stretch(strip, count, shape))) for strip in strips for shape in SHAPES]
    said = vote([cleaned(reading) for reading in engine.recognise(crops, small=True)])
    return said if band.whole else replace(said, confidence=min(DOUBTED, said.confidence))


def most_alike(engine: Engine, strips: Sequence[Grey]) -> RingText:
    """For a ring whose letters were not found one by one: the reading most like the others, and never a sure one."""
    readings = [cleaned(reading) for reading in engine.recognise([_bgr(strip) for strip in strips], small=True)]
    readings = [reading for reading in readings if reading.text]
    if not readings:
        return RingText("", 0.0, ())

    def support(reading: Reading) -> float:
        return sum(fuzz.ratio(reading.text, other.text) * other.confidence for other in readings) * reading.confidence

    ranked = sorted(readings, key=support, reverse=True)
    texts = tuple(dict.fromkeys(reading.text for reading in ranked))
    return RingText(ranked[0].text, round(min(DOUBTED, ranked[0].confidence), 3), texts)


def vote(readings: Sequence[Reading]) -> RingText:
    """What several readings of one strip say together; their centres are shares of its width."""
    readings = [reading for reading in readings if reading.text]
    slots = _slots(readings)
    if not slots:
        return RingText("", 0.0, ())
    letters = [_Letter.of(slot, len(readings)) for slot in slots]
    text = "".join(letter.character for letter in letters)
    said = Counter(reading.text for reading in readings)
    clear = "".join(letter.character if letter.strength >= 1 else UNCLEAR for letter in letters)
    alike = tuple(dict.fromkeys([text, *(t for t, _ in said.most_common())]))
    return RingText(text, _confidence(letters), alike, clear)


def cleaned(reading: Reading) -> Reading:
    """Without spaces and the star; digits at either end are the seal's number, not its text."""
    kept = [i for i, character in enumerate(reading.text) if character.isalnum() or character in "()（）·"]
    while kept and reading.text[kept[0]].isascii():
        kept.pop(0)
    while kept and reading.text[kept[-1]].isascii() and reading.text[kept[-1]] not in ")":
        kept.pop()
    centres = reading.centres or tuple((i + 0.5) / len(reading.text) for i in range(len(reading.text)))
    return Reading(
        "".join(reading.text[i] for i in kept),
        tuple(reading.scores[i] for i in kept),
        tuple(centres[i] for i in kept),
    )


@dataclass(frozen=True)
class _Letter:
    character: str
    score: float
    votes: float
    """Share of the readings that say it."""

    @property
    def strength(self) -> float:
        """From 1 on the letter is sure; below, the less the more doubtful."""
        return min(self.votes / LEAST_VOTES, self.score / LEAST_SCORE)

    @classmethod
    def of(cls, slot: Sequence[tuple[str, float]], readings: int) -> _Letter:
        sums: dict[str, float] = {}
        for character, score in slot:
            sums[character] = sums.get(character, 0.0) + score
        if not sums:
            return cls("", 0.0, 0.0)
        best = max(sums, key=sums.__getitem__)
        scores = [score for character, score in slot if character == best]
        return cls(best, max(scores), len(scores) / readings)


def _confidence(letters: Sequence[_Letter]) -> float:
    weakest = min(letter.strength for letter in letters)
    mean = sum(letter.score for letter in letters) / len(letters)
    return round(mean if weakest >= 1 else min(DOUBTED, mean * weakest), 3)


def _slots(readings: Sequence[Reading]) -> list[list[tuple[str, float]]]:
    """Characters with their scores at each place of the ring, first to last; a place may be empty."""
    steps = [b - a for r in readings for a, b in zip(r.centres, r.centres[1:], strict=False)]
    if not steps:
        return [[(r.text, r.scores[0]) for r in readings]] if readings else []
    pitch, phase = _grid([c for r in readings for c in r.centres], float(np.median(steps)))
    placed: dict[int, list[tuple[str, float]]] = {}
    for reading in readings:
        seen: dict[int, tuple[str, float]] = {}
        for character, score, centre in zip(reading.text, reading.scores, reading.centres, strict=True):
            place = round((centre - phase) / pitch)
            if place not in seen or seen[place][1] < score:
                seen[place] = (character, score)
        for place, said in seen.items():
            placed.setdefault(place, []).append(said)
    kept = [place for place, said in placed.items() if len(said) > len(readings) / 4]
    return [placed.get(place, []) for place in range(min(kept), max(kept) + 1)] if kept else []


def _grid(centres: Sequence[float], step: float) -> tuple[float, float]:
    """Pitch and phase of the equal places nearest to the centres; `step` is a first guess of the pitch."""
    points = np.asarray(centres)
    best = (np.inf, step, float(points.min()))
    for pitch in step * np.linspace(0.9, 1.1, 41):
        turns = np.exp(2j * np.pi * points / pitch)
        phase = float(np.angle(turns.mean()) / (2 * np.pi) * pitch)
        off = float(1 - abs(turns.mean()))
        if off < best[0]:
            best = (off, float(pitch), phase)
    return best[1], best[2]


def _letters(readings: Iterable[Reading]) -> int:
    return max((len(cleaned(reading).text) for reading in readings), default=0)


def _stretch(strip: Grey, count: int, shape: float) -> float:
    """By how much to widen a strip of `count` letters for each to be `shape` times as wide as the strip is high."""
    return float(np.clip(shape * 0.9 * strip.shape[0] * count / strip.shape[1], 0.5, 2.5)) if count else shape


def _shaped(strip: Grey, stretch: float) -> Grey:
    width = max(16, round(strip.shape[1] * stretch))
    return np.asarray(cv2.resize(strip, (width, strip.shape[0]), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _bgr(grey: Grey) -> Image:
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def _levelled(flat: Grey, radius: float) -> Grey:
    """An unrolled ring with its pale stretches darkened: a seal pressed aslant is strong on one side only."""
    top, bottom = _rows((flat < PALEST).mean(axis=1), radius)
    depth = 255 - flat.astype(np.float32)
    strongest = np.percentile(depth[top:bottom], 95, axis=0)
    near = cv2.dilate(np.tile(strongest, 3)[None], np.ones((1, round(LETTERS * USUAL_TALL * radius) | 1), np.uint8))
    near = cv2.blur(near, (round(LETTERS * USUAL_TALL * radius) | 1, 1))[0, len(strongest) : 2 * len(strongest)]
    usual = float(np.percentile(near, 75))
    gain = np.where(near < PALE * usual, usual / np.maximum(near, PALEST_SHARE * usual + 1e-6), 1.0)
    return np.asarray(255 - np.clip(depth * gain, 0, 255), dtype=np.uint8)


def _text_band(flat: Grey, radius: float) -> _Band:
    """Where the text runs in an unrolled ring; `radius` is the ring's smaller one in rows of it."""
    dark = (flat < PALEST).astype(np.float32)
    rows = _rows(dark.mean(axis=1), radius)
    start, left, right = _columns(dark[rows[0] + (rows[1] - rows[0]) // 3 : rows[1]], rows[1] - rows[0])
    text = np.roll(dark, -start, axis=1)[:, left:right]
    top, bottom = _rows(text.mean(axis=1), radius)
    start, left, right = _columns(dark[top + (bottom - top) // 3 : bottom], bottom - top)
    beside = np.roll(dark, -start, axis=1)[top:bottom]
    beside[:, left:right] = 0
    inked = int((beside.mean(axis=0) > 0.1).sum())
    return _Band(start, left, right, top, bottom, inked <= 0.4 * (bottom - top))


def _rows(share: NDArray[np.float32], radius: float) -> tuple[int, int]:
    """First and last row of the letters, from the share of ink in each row, outermost first."""
    edge = round(0.3 * radius)
    ring = np.flatnonzero(share[:edge] > max(0.4, RING_SHARE * float(share[:edge].max())))
    inside = int(ring[-1]) + 1 if len(ring) else 0
    inside += int(np.argmin(share[inside : inside + round(0.08 * radius) + 1]))
    level = float(np.percentile(share[inside : inside + round(MOST_TALL * radius)], 70))
    inky = share[inside : inside + round((MOST_TALL + 0.12) * radius)] > 0.3 * level
    first = int(np.argmax(inky))
    after = np.flatnonzero(~inky[first + round(LEAST_TALL * radius) :])
    tall = round(LEAST_TALL * radius) + (int(after[0]) if len(after) else len(inky))
    if tall > MOST_TALL * radius:
        tall = round(USUAL_TALL * radius * 1.1)
    return inside + first, min(len(share), inside + first + tall)


def _columns(dark: NDArray[np.float32], tall: int) -> tuple[int, int, int]:
    """Where the widest gap ends, and first and last column of the letters from there on."""
    ink = np.convolve(np.tile(dark.mean(axis=0), 3), np.ones(5) / 5, mode="same")[dark.shape[1] : 2 * dark.shape[1]]
    level = float(np.percentile(ink, 80))
    bare = ink < 0.2 * level
    start, length = longest_run(bare)
    begin = int((start + length // 2) % len(ink))
    inked = np.flatnonzero(np.roll(~bare, -begin))
    if not len(inked):
        return begin, 0, len(ink)
    runs = np.split(inked, np.flatnonzero(np.diff(inked) > 1.5 * tall) + 1)
    longest = max(runs, key=len)
    return begin, int(longest[0]), int(longest[-1]) + 1
