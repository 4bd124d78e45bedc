"""What came of publications told in a table: 公示内容 | 起止时间 | 收到异议 | 投诉举报, an answer in each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.extract.kinds.columns import Piece, bands, head_over, named_heads, open_piece, piece_value, pieces
from dossier.extract.layout import Flow, Layout, stacked
from dossier.extract.outcome import read_outcome
from dossier.extract.sentences import Prose
from dossier.model import Box, Value
from dossier.text.regex import Regex

_COMPLAINTS = r"(?:异议|投诉|举报|反映|来信|来访|来电|及|和|或|、|/)+(?:情况|件数|数量|次数|数)?(?:\([件次]\))?"
_HEADS = {
    "objections": rf"(?:有无|是否有|是否收到|收到|接到|受理)?(?=[^投举来]*异议){_COMPLAINTS}",
    "complaints": rf"(?:有无|是否有|是否收到|收到|接到|受理)?(?!.*异议)(?=.*[诉报映来]){_COMPLAINTS}",
}
_LEAST = 3
"""Columns of such a table at least."""
_FOOT = Regex(
    r"(?:经办|审核|复核|填表|制表|负责|记录|统计|监督|联系)人?[员者]?(?:\(?签[名字章]\)?)?[:：]?|单位(?:\(.{1,4}\))?|盖章|备注|日期"
)
"""What begins a row below such a table that answers nothing: 经办人 | 李四 | 审核人 | 王五."""
_NONE = Regex(
    r"(?:均|暂|尚)?(?:无|没有|未收到|未接到|未发生)(?:任何)?(?:异议|投诉|举报|反映|[、及和或])*[,。]?(?:通过)?|[0零〇Oo](?:[件条起次份例人])?"
)
_SOME = Regex(r"有|收到|(?:[1-9]\d?|[一二两三四五])[件条起次份例人]|[1-9]\d?")


def outcome_of(prose: Prose, layouts: Sequence[Layout], labelled: Value | None) -> Value | None:
    """What the sentences say, the heads of such a table apart, and the table; open where the two disagree.

    A head 收到异议 would be read as an objection that was received.
    """
    answers = list(_answers(layouts))
    if not answers:
        return read_outcome(prose, labelled)
    said = read_outcome(_without_heads(layouts), None)
    first = answers[0]
    if not all(_NONE.fullmatch(one.text) or _SOME.fullmatch(one.text) for one in answers):
        return open_piece(first)
    some = next((one for one in answers if _SOME.fullmatch(one.text)), None)
    told = piece_value(some or first, "objection" if some is not None else "no_objection")
    if told is None or said is None or said.value in ("not_stated", told.value):
        return told
    return replace(told, value=None, reason="ambiguous")


def _answers(layouts: Sequence[Layout]) -> Iterator[Piece]:
    """The pieces below such heads, as long as rows have one below each of them."""
    for layout in layouts:
        heads: dict[str, Box] = {}
        for band in bands(pieces(layout)):
            named = _heads(band)
            if named:
                heads = named
                continue
            below = [piece for piece in band if head_over(piece.box, heads) is not None] if heads else []
            if len(below) < len(heads) or _FOOT.fullmatch(band[0].heading):
                heads = {}
            yield from below if heads else []


def _heads(band: Sequence[Piece]) -> dict[str, Box]:
    """The heads of answers in a row of a table; none where other columns are missing, or the answer stands beside."""
    named = named_heads(band, _HEADS)
    answered = any(_NONE.fullmatch(piece.text) or _SOME.fullmatch(piece.text) for piece in band)
    return named if len(band) >= max(_LEAST, len(named) + 1) and not answered else {}


def _without_heads(layouts: Sequence[Layout]) -> Prose:
    """The pages' text without the rows of such heads."""
    flows: list[Flow] = []
    for layout in layouts:
        boxes = [box for band in bands(pieces(layout)) for box in _heads(band).values()]
        rows = [row for row in layout.flow.rows() if not any(_lies_in(row, box) for box in boxes)]
        flows += [stacked(rows)] if rows else []
    return Prose(flows)


def _lies_in(row: Flow, head: Box) -> bool:
    spot = row.spot()
    return spot is not None and (spot.box.y0 <= head.cy <= spot.box.y1 or head.y0 <= spot.box.cy <= head.y1)
