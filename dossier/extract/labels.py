"""Find the place a label announces: beside it, below it, or behind it in the same run of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.extract.layout import BREAK, GAP, Cell, Flow, Layout, Spot, stacked
from dossier.model import Box

_INNER = r"[\s·.,、\-]?"
"""Letter-spaced labels, specks between the letters included: 姓　名."""
_HINT = r"(?:\s?及(?:其)?(?:取得|聘任|任职|评定)?(?:时间|日期|年限))?(?:\([^()]{1,14}\)|[*＊])?"
"""A hint behind a label: 学历(全日制), 姓名*."""
_GLOSS = r"(?:[\s/]*[A-Z][A-Za-z .'&/]{1,36}(?=[:\t\n]|$))?"
"""The label again in English: 姓名 Name, 证书编号 Certificate No."""
_COMPOUND = re.compile("证书|证明|评审|考试|委员会|通知书?|名单")
"""What makes of a label's words a longer word, and no label: 专业技术资格 in 专业技术资格证书."""
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}|\(?[一二三四五六七八九十\d]{1,2}\)|\d{1,2})[、.,:]?")
_EMPTY = re.compile(r"[\s_＿—\-./:;,、。年月日()]*")


@dataclass(frozen=True)
class Candidate:
    """A value announced by a label. `flow` is None where the place is empty."""

    label: str
    label_spot: Spot
    flow: Flow | None
    place: Box
    """Where the value stands or should stand."""
    rank: int
    """How it was found; the lowest is the surest."""


class LabelFinder:
    """All labels of one kind of document, and the words that end a value."""

    def __init__(
        self, labels: Mapping[str, Sequence[str]], stops: Iterable[str] = (), others: Iterable[str] = ()
    ) -> None:
        """`stops`: labels of other kinds, which end a value; `others`: labels any form may have."""
        self.fields: dict[str, list[str]] = {}
        for name, spellings in labels.items():
            for spelling in spellings:
                self.fields.setdefault(_key(spelling), []).append(name)
        self.announced = {*self.fields, *(_key(other) for other in others)}
        known = {*self.announced, *(_key(stop) for stop in stops)}
        self.known = frozenset(word for word in known if word)
        self._pattern = _alternatives(self.known)

    def candidates(self, layout: Layout) -> Iterator[tuple[str, Candidate]]:
        """(field, candidate) for every label of the kind on the page."""
        for cell in layout.cells:
            yield from self._in_cell(cell, layout)
        for index, row in enumerate(layout.rows):
            below = layout.rows[index + 1] if index + 1 < len(layout.rows) else None
            yield from self._in_strip(row, below, rank=2)
            yield from self._heading(row, layout.rows[index + 1 :], layout)

    def is_label(self, text: str) -> bool:
        return _key(text) in self.known or _bare(text) in self.known

    def _in_cell(self, cell: Cell, layout: Layout) -> Iterator[tuple[str, Candidate]]:
        names = self.fields.get(_key(cell.text)) or self.fields.get(_bare(cell.text))
        if names is None:
            yield from self._in_strip(cell.flow, None, rank=1, frame=cell.box)
            return
        spot = cell.flow.spot()
        home = self._value_cell(cell, layout)
        if spot is None or home is None:
            return
        flow = None if _EMPTY.fullmatch(home.text) else home.flow
        for name in names:
            yield name, Candidate(_bare(cell.text), spot, flow, home.box, 0)

    def _heading(self, row: Flow, following: Sequence[Flow], layout: Layout) -> Iterator[tuple[str, Candidate]]:
        """六、单位意见 as a heading of its own, its text in the ruled box or the rows below."""
        label = _bare(_NUMBER.sub("", row.prose.text))
        names, spot = self.fields.get(label), row.spot()
        if names is None or spot is None:
            return
        home = min(
            (c for c in layout.cells if -4 <= c.box.y0 - spot.box.y1 <= 26 and c.box.overlap_x(spot.box) > 0.5),
            key=lambda cell: cell.box.y0,
            default=None,
        )
        if home is not None and not label.endswith("意见") and self._hits(home.flow):
            return
        if home is not None and not self.is_label(home.text):
            flow = None if _EMPTY.fullmatch(home.text) else home.flow
            yield from ((name, Candidate(label, spot, flow, home.box, 1)) for name in names)
        elif home is None and label.endswith("意见"):
            section, place = self._section(spot, following, layout)
            yield from ((name, Candidate(label, spot, section, place, 3)) for name in names)

    def _section(self, heading: Spot, following: Sequence[Flow], layout: Layout) -> tuple[Flow | None, Box]:
        """The rows below a heading, down to the next one."""
        rows: list[Flow] = []
        bottom = 0.93 * layout.page.height
        for row in following:
            spot = row.spot()
            if spot is None or spot.box.y0 < heading.box.y1:
                continue
            if self.is_label(_NUMBER.sub("", row.prose.text)) or spot.box.y0 > bottom:
                bottom = min(bottom, spot.box.y0)
                break
            rows.append(row)
        right = max([heading.box.x1 + 300, *(spot.box.x1 for row in rows if (spot := row.spot()))])
        place = Box(heading.box.x0, heading.box.y1, min(right, layout.page.width), bottom)
        return (stacked(rows) if rows else None), place

    def _value_cell(self, cell: Cell, layout: Layout) -> Cell | None:
        """To the right, else (a heading above a column) below."""
        right, below = layout.right_of(cell), layout.below(cell)
        if right is not None and not self.is_label(right.text):
            return right
        if below is not None and not self.is_label(below.text) and not self._heads_a_row(below, layout):
            return below
        return None

    def _heads_a_row(self, cell: Cell, layout: Layout) -> bool:
        right = layout.right_of(cell)
        return right is not None and self.is_label(cell.text)

    def _in_strip(
        self, strip: Flow, below: Flow | None, rank: int, frame: Box | None = None
    ) -> Iterator[tuple[str, Candidate]]:
        """Labels inside a run of text: 姓名：张三 性别：男. `frame`: the cell that holds it."""
        hits = self._hits(strip)
        for index, (start, end, label, sure) in enumerate(hits):
            names = self.fields.get(label)
            spot = strip.spot(start, end)
            if not names or spot is None:
                continue
            stop = hits[index + 1][0] if index + 1 < len(hits) else len(strip.text)
            if frame is not None and label.endswith("意见"):
                yield from self._opinion_in_cell(strip, hits[index:], frame, spot)
                continue
            value = strip.part(end, stop)
            next_row = self._row_below(strip, hits, end) or below
            if next_row is not None and _EMPTY.fullmatch(value.text.split(BREAK)[0]) and not self._hits(next_row):
                under = _under(next_row, spot.box)
                if under is not None:
                    for name in names:
                        yield name, Candidate(label, spot, under, spot.box, rank + 2)
                    continue
            flow = None if _EMPTY.fullmatch(value.text) else value
            place = _rest_of_row(spot.box, strip, stop)
            for name in names:
                yield name, Candidate(label, spot, flow, place, rank if sure else rank + 1)

    def _opinion_in_cell(
        self, strip: Flow, hits: Sequence[tuple[int, int, str, bool]], frame: Box, spot: Spot
    ) -> Iterator[tuple[str, Candidate]]:
        """An opinion fills its cell, signature and date included, up to the next opinion."""
        _, end, label, _ = hits[0]
        following = next((hit[0] for hit in hits[1:] if hit[2].endswith("意见")), len(strip.text))
        part = strip.part(end, following)
        after = strip.spot(following, len(strip.text))
        place = Box(frame.x0, spot.box.y0, frame.x1, after.box.y0 if after else frame.y1)
        flow = None if _EMPTY.fullmatch(part.text) else part
        yield from ((name, Candidate(label, spot, flow, place, 1)) for name in self.fields[label])

    def _row_below(self, strip: Flow, hits: Sequence[tuple[int, int, str, bool]], end: int) -> Flow | None:
        """The next row inside a strip, where the label's own row holds several labels and nothing else."""
        row_end = strip.text.find(BREAK, end)
        if row_end < 0:
            return None
        row_start = strip.text.rfind(BREAK, 0, end) + 1
        if sum(row_start <= hit[0] < row_end for hit in hits) < 2:
            return None
        next_end = strip.text.find(BREAK, row_end + 1)
        return strip.part(row_end + 1, next_end if next_end > 0 else len(strip.text))

    def _hits(self, strip: Flow) -> list[tuple[int, int, str, bool]]:
        """(start, end, label, announced by a colon) without overlaps, left to right.

        A label without a colon counts only at the start of a row, behind a gap, or right behind another value of a
        row that began with a label (as on an identity card: 性别男民族汉).
        """
        found: list[tuple[int, int, str, bool]] = []
        for match in self._pattern.finditer(strip.text):
            start, end = match.span()
            colon = match.group("colon") is not None
            opening = (
                start == 0 or strip.text[start - 1] in GAP + BREAK or _NUMBER.fullmatch(strip.text[:start]) is not None
            )
            closing = end == len(strip.text) or strip.text[end] in GAP + BREAK + " "
            chained = (
                bool(found)
                and start - found[-1][1] <= 4
                and not closing
                and _key(match.group("label")) in self.announced
            )
            row_end = strip.text.find(BREAK, end)
            left = (row_end if row_end >= 0 else len(strip.text)) - end
            plain = opening and (closing or (left <= 40 and not _NUMBER.fullmatch(strip.text[:start])))
            if colon or ((plain or chained) and not _COMPOUND.match(strip.text, end)):
                found.append((start, end, _key(match.group("label")), colon))
        return found


def _key(spelling: str) -> str:
    """A label as it is matched: without its hint, unless hardly anything is left: 本人(签字) stays whole."""
    bare = _bare(spelling)
    return bare if len(bare) > 2 else _squeezed(spelling)


def _bare(text: str) -> str:
    squeezed = re.sub(r"(?<=[㐀-鿿])/?[A-Z][A-Za-z.'&/]*$", "", _squeezed(text))
    return re.sub(r"\([^()]{1,14}\)$", "", squeezed).strip(":;*、,。.")


def _squeezed(text: str) -> str:
    """Without white space and specks between letters."""
    return re.sub(r"\s+|(?<=[㐀-鿿])[·.,、\-](?=[㐀-鿿])", "", text).strip(":;*、,。.")


@lru_cache(maxsize=128)
def _alternatives(labels: frozenset[str]) -> re.Pattern[str]:
    ordered = sorted(labels, key=lambda label: (-len(label), label))
    spelled = "|".join(_INNER.join(map(re.escape, label)) for label in ordered)
    return re.compile(rf"(?P<label>{spelled}){_HINT}{_GLOSS}(?:\s?(?P<colon>:))?")


def _under(below: Flow, label: Box) -> Flow | None:
    """The part of the next row that stands under a label."""
    start = None
    for index, character in enumerate(below.text + GAP):
        if character in GAP + BREAK:
            if start is not None:
                spot = below.spot(start, index)
                beside = spot is not None and (spot.box.overlap_x(label) > 0.3 or abs(spot.box.x0 - label.x0) < 14)
                if spot and beside and spot.box.y0 - label.y1 < 2.2 * label.height:
                    return below.part(start, index)
            start = None
        elif start is None:
            start = index
    return None


def _rest_of_row(label: Box, strip: Flow, stop: int) -> Box:
    """From the label's end to the next label or the end of the strip."""
    after = strip.spot(stop, min(stop + 1, len(strip.text))) if stop < len(strip.text) else None
    whole = strip.spot()
    right = after.box.x0 if after and after.box.x0 > label.x1 else max(label.x1 + 160, whole.box.x1 if whole else 0)
    return Box(label.x1, label.y0 - 0.6 * label.height, right, label.y1 + 0.6 * label.height)
