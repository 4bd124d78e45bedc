"""The applicant's signature below the promise that all is true, where its label says no more than 签名."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.extract.labels import Candidate
from dossier.extract.layout import Flow, Layout
from dossier.extract.places import rest_of_row
from dossier.text.regex import Regex

_PROMISE = Regex(r"承诺|声明|保证|如有(?:虚假|不实|弄虚作假)|(?:后果|责任)(?:由本人)?(?:自负|承担)|愿(?:意)?承担")
_OTHERS = Regex(r"意见|单位|部门|盖章|公章|负责人|主任|评委|专家|经办|审核")
"""Words of those who sign elsewhere on a form."""
_SIGNS = Regex(r"(?<![㐀-鿿])签\s*[名字](?:\s*[(（][^()（）]{1,6}[)）])?\s*[:：]?")
_BY_HAND = Regex(
    r"(?:承诺|申报|声明)?(?:本?人)?\(?(?:手写|亲笔)\)?\s*签\s*[名字章署](?:处)?\s*(?:[:：]|(?![㐀-鿿,，。、]))"
)
_REACH = 8
"""Rows below the promise in which it is signed."""


def signing_places(layouts: Sequence[Layout]) -> list[tuple[Layout, Candidate]]:
    """Where a promise is signed behind a bare 签名."""
    return [(layout, candidate) for layout in layouts for candidate in _on_page(layout)]


def handwriting_places(layouts: Sequence[Layout]) -> Iterator[tuple[Layout, Candidate]]:
    """Where a page asks for a signature by hand, besides the name in print: 手写签名, 本人亲笔签字."""
    for layout in layouts:
        for row in layout.flow.rows():
            if label := _BY_HAND.match(row.text):
                for candidate in _candidate(row, *label.span()):
                    yield layout, candidate


def _on_page(layout: Layout) -> Iterator[Candidate]:
    for cell in layout.cells:
        promised = list(_PROMISE.finditer(cell.flow.text))
        label = _SIGNS.search(cell.flow.text, promised[-1].end()) if promised else None
        if label is not None and not _OTHERS.search(cell.text):
            yield from _candidate(cell.flow, *label.span())
    since = _REACH + 1
    for row in layout.flow.rows():
        promised = list(_PROMISE.finditer(row.text))
        since = 0 if promised else since + 1
        if not promised and _OTHERS.search(row.prose.text):
            since = _REACH + 1
        if since <= _REACH:
            label = _SIGNS.search(row.text, promised[-1].end() if promised else 0)
            if label is not None:
                yield from _candidate(row, *label.span())


def _candidate(flow: Flow, start: int, end: int) -> Iterator[Candidate]:
    spot = flow.spot(start, end)
    if spot is not None:
        behind = flow.part(end, len(flow.text))
        place = rest_of_row(spot.box, flow, len(flow.text))
        yield Candidate("签名", spot, behind if behind.prose.text else None, place, 3)
