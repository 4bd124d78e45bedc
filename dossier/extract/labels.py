"""Find the place a label announces: beside it, below it, or behind it in the same run of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.extract.form_heads import heads_a_part
from dossier.extract.layout import BREAK, GAP, Cell, Flow, Layout, Spot, stacked
from dossier.extract.lost_cells import label_at_the_end, stacked_labels
from dossier.extract.places import (
    EMPTY,
    Home,
    beside_its_middle,
    first_run,
    heads_a_history,
    homes_of_cell,
    homes_of_joint_label,
    pairs_downward,
    rest_of_row,
    section,
    under,
)
from dossier.extract.runs import Run, runs_of, without_scraps
from dossier.extract.vocabulary import NUMBERED, OTHER, Hit, Vocabulary, bare
from dossier.model import Box
from dossier.policy import DocumentKind

_STUDIES, _STUDIED = frozenset(["education", "degree", "school", "graduated"]), "major"
"""Fields of one's studies, and the one beside them whose short label 专业 means another thing where none of them
stands: on the cover of a form."""
_APPLIED, _HELD, _OF_STUDIES_TOO = "specialty", "current_title", frozenset(["专业", "学科"])
_BEFORE_WHAT_IS_APPLIED = frozenset(["series", "title"])
"""A summary's bare 专业 is the one applied for behind these on their row; elsewhere it may be that of one's studies."""
_SCHOOL, _SCHOOL_LABEL, _EMPLOYER = "school", "学校", "employer"
_WHERE_SOME_WORK = frozenset([_SCHOOL_LABEL, "执业机构", "执业单位", "执业律师事务所"])
"""A form of teachers that asks for 毕业学校 means where they work by 学校."""
_SIGNATURE = "applicant_signature"
"""Shares 申报人 with the name, which is the name's alone where nothing asks to sign."""
_SHORT = 2
"""Letters of a label that two fields may have, each in its own part of a form."""
_PAIR = 2
"""Values of a joint label that may each have a cell of its own."""


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
    spare: bool = False
    """Taken only where the likelier place holds no such value."""
    sharers: tuple[str, ...] = ()
    """The fields whose values stand in this place together, in their order; empty where it is one field's."""
    surmised: bool = False
    """Whether it is this field's was told from its surroundings, or not at all."""


def _on_a_row(candidate: Candidate, other: Candidate | None) -> bool:
    """Whether two labels stand on one height of one page."""
    if other is None or candidate.label_spot.sheet != other.label_spot.sheet:
        return False
    return candidate.label_spot.box.overlap_y(other.label_spot.box) > _ROW


_ROW = 0.4
"""Share of their height that labels of one row have in common."""


class LabelFinder:
    """All labels of one kind of document, and the words that end a value."""

    def __init__(
        self,
        labels: Mapping[str, Sequence[str]],
        stops: Iterable[str] = (),
        others: Iterable[str] = (),
        like: Mapping[str, str] | None = None,
    ) -> None:
        """`stops`: labels of other kinds, which end a value; `others`: labels any form may have.

        `like`: how labels of a field read that no list names.
        """
        self.words = Vocabulary(labels, stops, others, like)
        self._order = {name: index for index, name in enumerate(labels)}

    @classmethod
    def of(cls, kind: DocumentKind, stops: Iterable[str] = (), others: Iterable[str] = ()) -> LabelFinder:
        """The finder of a kind's labels."""
        labels = {name: spec.labels for name, spec in kind.fields.items() if spec.labels}
        like = {name: spec.labels_like for name, spec in kind.fields.items() if spec.labels_like}
        return cls(labels, stops, others, like)

    def candidates(self, layout: Layout) -> Iterator[tuple[str, Candidate]]:
        """(field, candidate) for every label of the kind on the page.

        A short label that several fields have, 专业, is that of the field next to the one announced before it; of one
        field it counts behind what goes with it.
        """
        before, last = "", None
        found = list(self._all(layout))
        studies = any(name in _STUDIES for name, candidate in found if len(candidate.sharers) < 2)
        of_summary = _HELD in self._order and _STUDIED not in self._order
        graduated = any(name == _SCHOOL for name, _ in found)
        for name, candidate in found:
            if len(candidate.label) <= _SHORT and len(candidate.sharers) > 1:
                sharers = [one for one in candidate.sharers if studies or one != _STUDIED] or candidate.sharers
                if name != self._nearest(before, sharers):
                    continue
                yield name, replace(candidate, sharers=(), spare=True, surmised=True)
            elif name == _EMPLOYER and bare(candidate.label) in _WHERE_SOME_WORK:
                if graduated or bare(candidate.label) != _SCHOOL_LABEL:
                    yield name, replace(candidate, spare=True)
            elif of_summary and name == _APPLIED and bare(candidate.label) in _OF_STUDIES_TOO:
                if before in _BEFORE_WHAT_IS_APPLIED and _on_a_row(candidate, last):
                    yield name, replace(candidate, spare=True)
            else:
                before, last = name, candidate
                yield name, candidate

    def _nearest(self, before: str, names: Sequence[str]) -> str:
        at = self._order.get(before, 0)
        return min(names, key=lambda name: abs(self._order[name] - at))

    def _all(self, layout: Layout) -> Iterator[tuple[str, Candidate]]:
        for cell in layout.cells:
            yield from self._in_cell(cell, layout)
        runs = runs_of(layout.rows)
        for index, row in enumerate(layout.rows):
            yield from self._in_strip(row, runs, rank=2)
            yield from self._heading(row, layout.rows[index + 1 :], layout)

    def _in_cell(self, cell: Cell, layout: Layout) -> Iterator[tuple[str, Candidate]]:
        names = self.words.fields_of(cell.text)
        if not names:
            stack = stacked_labels(cell, self.words)
            for part in stack:
                yield from self._in_cell(part, layout)
            end = None if stack else label_at_the_end(cell, layout, self.words)
            if end is not None:
                yield from self._in_cell(end, layout)
            if not stack:
                yield from self._in_strip(cell.flow, runs_of(cell.flow.rows()), rank=1, frame=cell.box)
            return
        spot = cell.flow.spot()
        row = ((other.text, other.box) for other in layout.cells)
        if spot is not None and not heads_a_history(cell.text, cell.box, row):
            homes = homes_of_joint_label if len(names) == _PAIR and _SIGNATURE not in names else homes_of_cell
            for home in homes(cell, layout, self.words):
                yield from _announced(names, bare(cell.text), spot, home, 0)

    def _heading(self, row: Flow, following: Sequence[Flow], layout: Layout) -> Iterator[tuple[str, Candidate]]:
        """六、单位意见 as a heading of its own, its text in the ruled box or the rows below.

        Headings side by side (七、单位意见 | 八、主管部门意见) have each its own column.
        """
        runs = without_scraps(row)
        if len(runs) > 1 and self.words.fields_of(bare(NUMBERED.sub("", row.prose.text))):
            runs = [row]
        alone = len(runs) < 2
        for run in runs if alone else [one for one in runs if bare(one.prose.text).endswith("意见")]:
            yield from self._below_heading(run, following, layout, alone)

    def _below_heading(
        self, heading: Flow, following: Sequence[Flow], layout: Layout, alone: bool
    ) -> Iterator[tuple[str, Candidate]]:
        """`alone`: nothing else stands on its row, so the rows below are its text where no box is ruled."""
        label = bare(NUMBERED.sub("", heading.prose.text))
        names, spot = self.words.fields_of(label), heading.spot()
        if not names or spot is None:
            return
        home = min(
            (c for c in layout.cells if -4 <= c.box.y0 - spot.box.y1 <= 26 and c.box.overlap_x(spot.box) > 0.5),
            key=lambda cell: cell.box.y0,
            default=None,
        )
        if home is not None and not label.endswith("意见") and self.words.hits(home.flow):
            return
        if home is not None and not self.words.is_label(home.text):
            flow = None if EMPTY.fullmatch(home.text) else home.flow
            yield from _announced(names, label, spot, Home(flow, home.box), 1)
        elif home is None and label.endswith("意见") and alone:
            rows, place = section(spot, following, layout, self.words)
            yield from _announced(names, label, spot, Home(stacked(rows) if rows else None, place), 3)

    def _in_strip(
        self, strip: Flow, runs: Sequence[Run], rank: int, frame: Box | None = None
    ) -> Iterator[tuple[str, Candidate]]:
        """Labels inside a run of text: 姓名：张三 性别：男. `runs`: all there are; `frame`: the cell around them."""
        hits = self._apart(self.words.hits(strip), strip, runs)
        row = [(run.text, run.spot.box) for run in runs] if hits else []
        for index, hit in enumerate(hits):
            names, spot = self.words.fields_of(hit.label), strip.spot(hit.start, hit.end)
            if not names or spot is None or heads_a_history(hit.label, spot.box, row):
                continue
            if frame is not None and hit.label.endswith("意见"):
                yield from self._opinion_in_cell(strip, hits[index:], frame, spot)
                continue
            stop = hits[index + 1].start if index + 1 < len(hits) else len(strip.text)
            for home, step in self._homes_in_strip(strip, hit, stop, spot, runs):
                yield from _announced(names, hit.label, spot, home, rank + step)

    def _apart(self, hits: Sequence[Hit], strip: Flow, runs: Sequence[Run]) -> list[Hit]:
        """The labels, one that runs over a gap as the two it is where each has its own value below: 学历 | 学位."""
        found: list[Hit] = []
        for hit in hits:
            pieces = [
                (hit.start + one.start(), hit.start + one.end())
                for one in re.finditer(f"[^{GAP}]+", strip.text[hit.start : hit.end])
            ]
            spots = [strip.spot(*piece) for piece in pieces] if len(pieces) > 1 and not hit.colon else []
            below = [under(spot.box, runs, self.words) for spot in spots if spot is not None]
            parted = len(below) > 1 and None not in below and len({id(run) for run in below}) == len(pieces)
            if parted and all(self.words.is_label(strip.text[a:b]) for a, b in pieces):
                found += [Hit(a, b, bare(strip.text[a:b]), False) for a, b in pieces]
            else:
                found.append(hit)
        return found

    def _homes_in_strip(
        self, strip: Flow, hit: Hit, stop: int, spot: Spot, runs: Sequence[Run]
    ) -> Iterator[tuple[Home, int]]:
        """(place, how much less sure than the strip itself): behind the label, or in its column below."""
        value = strip.part(hit.end, stop)
        heading = self.words.is_label(NUMBERED.sub("", value.prose.text)) and value.prose.text.endswith("意见")
        flow = None if EMPTY.fullmatch(value.text) or heading else value
        beside = Home(flow, rest_of_row(spot.box, strip, stop))
        alone = hit.end == len(strip.text) or strip.text[hit.end] in GAP + BREAK
        wrapped = beside_its_middle(spot.box, runs) if alone and flow is None else None
        if wrapped is not None:
            yield wrapped, 1
            return
        above_all = flow is not None and value.text.startswith(BREAK) and not _shares_its_row(spot.box, runs)
        below = under(spot.box, runs, self.words) if alone and not above_all else None
        if below is not None and flow is not None and heads_a_part(below.text):
            below = None
        if below is None:
            yield beside, 0 if hit.colon else 1
            return
        column = Home(None if EMPTY.fullmatch(below.text) else below.flow, below.spot.box)
        if flow is None or EMPTY.fullmatch(value.text.split(BREAK)[0]):
            yield column, 2
        elif not hit.colon and (
            self.words.heads(first_run(value).prose.text) or pairs_downward(spot.box, below.spot.box, runs, self.words)
        ):
            yield column, 2
            yield beside._replace(spare=True), 1
        else:
            yield beside, 0 if hit.colon else 1
            yield column._replace(spare=True), 2

    def _opinion_in_cell(
        self, strip: Flow, hits: Sequence[Hit], frame: Box, spot: Spot
    ) -> Iterator[tuple[str, Candidate]]:
        """An opinion fills its cell, signature and date included, up to the next opinion."""
        hit = hits[0]
        following = next((other.start for other in hits[1:] if other.label.endswith("意见")), len(strip.text))
        part = strip.part(hit.end, following)
        after = strip.spot(following, len(strip.text))
        place = Box(frame.x0, spot.box.y0, frame.x1, after.box.y0 if after else frame.y1)
        flow = None if EMPTY.fullmatch(part.text) else part
        yield from _announced(self.words.fields_of(hit.label), hit.label, spot, Home(flow, place), 1)


def _announced(names: Sequence[str], label: str, spot: Spot, home: Home, rank: int) -> Iterator[tuple[str, Candidate]]:
    several = len(names) > 1 and not label.endswith("意见")
    for name in names:
        if name == OTHER:
            continue
        sharers = tuple(one for one in names if one != _SIGNATURE or name == _SIGNATURE or "签" in spot.text)
        yield name, Candidate(label, spot, home.flow, home.box, rank, home.spare, sharers if several else ())


def _shares_its_row(label: Box, runs: Sequence[Run]) -> bool:
    """Whether anything else stands on a label's row; where nothing does, all that follows is its value."""
    return any(run.spot.box.overlap_y(label) > 0.5 and run.spot.box.overlap_x(label) < 0.5 for run in runs)
