"""Where the value of a label stands: the cell beside or below it, the run beside or below it, the rows of a section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from dossier.extract.form_heads import heads_a_part
from dossier.extract.layout import BREAK, GAP, Cell, Flow, Layout, Spot, stacked
from dossier.extract.lost_cells import own_rows, unruled_beside
from dossier.extract.runs import Run, without_scraps
from dossier.extract.vocabulary import Vocabulary
from dossier.model import Box
from dossier.text.regex import Regex

EMPTY = Regex(r"(?!\s*(?:/|[—\-]{1,2})\s*$)[\s_＿—\-./:;,、。年月日()]*")
"""What stands in a place that waits to be filled in. A stroke alone was written there and says 无."""
_SUBHEAD = Regex(r"(?:职务|资格|职称|专业技术职务|具体)?名称|职务|资格|职称")
"""Heads below a head that spans several columns; the first one's column is the value's."""
_STUDIES = ("最高学历", "在职教育", "在职", "全日制教育", "全日制", "第一学历")
"""Rows that 学历 may be parted into, the one that counts first."""
_OWN_NAME = Regex(r"(?:单位|企业|公司|受聘人员?)?(?:名称|全称|姓名)|受聘人员?|劳动者")
"""The row of a party's group that names it: 名称 beside 甲方."""
_SEAL = Regex(r"[㐀-鿿]{2,6}\((?:公章|盖章|签章|印章|章)\)")
"""Asks for the seal below an opinion, though it is a label of other places, too."""
_GROUP = 0.75
"""A cell that heads a group of rows is higher than each of them: they have this share of its height at most."""
_NEAR = 2.2
"""A value begins so many heights below its label at most."""
_ALIGNED = 14.0
"""Points by which the beginnings of a label and its value below may differ."""
_PAIRED = 0.75
"""A run pairs with the one below rather than above, where the room below is so much less."""
_LARGER = 1.12
"""A value in print so much larger than its label's belongs to it where no row above tells the rhythm."""


_TIMES = Regex(
    r"自|至|起|止|(?:起止|起始|开始|截止|结束)(?:时间|年月|日期)|时间|年月|(?:教育|学习|工作)?(?:经历|简历)\(起止(?:时间|年月)?\)"
)
_SCHOOL_AND_MORE = Regex(r"(?:学校|院校)[、及和与]|[、及和与](?:学校|院校)")


class Home(NamedTuple):
    """A place that may hold a value. `spare`: only where the likelier one holds no such value."""

    flow: Flow | None
    box: Box
    spare: bool = False


def heads_a_history(label: str, box: Box, others: Iterable[tuple[str, Box]]) -> bool:
    """Whether 单位 heads a column of former employers, or 学校、专业 one of studies.

    Times head another column, and no row is a person's.
    """
    row = [text for text, other in others if other.overlap_y(box) > 0.6]
    told = "单位" in label or _SCHOOL_AND_MORE.search(label) is not None
    return told and any(_TIMES.fullmatch(text) for text in row) and "姓名" not in row


def homes_of_cell(cell: Cell, layout: Layout, words: Vocabulary) -> list[Home]:
    """The cells that may hold the value of a label's cell, the likeliest first. A group's heading has none."""
    stacked = _stacked_beside(cell, layout)
    if stacked:
        return _homes_in_group(stacked, layout, words)
    right = own_rows(layout.right_of(cell) or unruled_beside(cell, layout), cell, layout, words)
    below = _below(cell, layout, words)
    beside = right if right is not None and not words.is_label(right.text) else None
    if beside is None:
        if below is None and right is not None and _ends_a_pair(right, layout, words):
            return [_home(right, spare=True)]
        return [_home(below)] if below is not None else []
    if below is None or not (_in_row_of_heads(cell, layout, words) or words.heads(beside.text)):
        spare = [] if below is None or not beside.text else [_home(below, spare=True)]
        return [_home(beside), *spare]
    return [_home(below), *([_home(beside, spare=True)] if below.text else [])]


def homes_of_joint_label(cell: Cell, layout: Layout, words: Vocabulary) -> list[Home]:
    """As `homes_of_cell`, for a label of two values that may have a cell for each: 学历/学位 | 本科 | 工学学士."""
    homes = homes_of_cell(cell, layout, words)
    right = layout.right_of(cell)
    second = layout.right_of(right) if right is not None else None
    if right is None or second is None or not homes or homes[0].flow is None or homes[0].box != right.box:
        return homes
    if words.heads(second.text) or EMPTY.fullmatch(second.text) or not _ends_a_pair(second, layout, words):
        return homes
    return [Home(stacked([right.flow, second.flow]), Box.around((right.box, second.box))), *homes[1:]]


def _ends_a_pair(cell: Cell, layout: Layout, words: Vocabulary) -> bool:
    """Whether a value that reads like a label (主要完成人 as somebody's part) is followed by a label or by nothing."""
    following = layout.right_of(cell)
    return following is None or words.heads(following.text)


def _home(cell: Cell, spare: bool = False) -> Home:
    return Home(None if EMPTY.fullmatch(cell.text) else cell.flow, cell.box, spare)


def _stacked_beside(cell: Cell, layout: Layout) -> list[Cell]:
    """The cells right of one that heads a group of rows; none where a single cell stands beside it."""
    beside = [
        other
        for other in layout.cells
        if other is not cell and -6 <= other.box.x0 - cell.box.x1 <= 8 and other.box.overlap_y(cell.box) > 0.6
    ]
    lower = all(other.box.height <= _GROUP * cell.box.height for other in beside)
    return beside if len(beside) > 1 and lower else []


def _homes_in_group(stacked: Sequence[Cell], layout: Layout, words: Vocabulary) -> list[Home]:
    """Of a group of rows: 学历 over 全日制教育 and 在职教育, or values one below the other."""
    for wanted in _STUDIES:
        for part in stacked:
            home = layout.right_of(part) if part.text == wanted else None
            if home is not None and not EMPTY.fullmatch(home.text):
                return [_home(home)]
    named = next((part for part in stacked if _OWN_NAME.fullmatch(part.text)), None)
    home = layout.right_of(named) if named is not None else None
    if home is not None and not EMPTY.fullmatch(home.text):
        return [_home(home)]
    own = list(takewhile(lambda part: not (words.heads(part.text) or words.hits(part.flow)), stacked))
    labelled = any(words.is_label(part.text) for part in stacked)
    return [] if labelled else [_home(part) for part in own]


def _below(cell: Cell, layout: Layout, words: Vocabulary) -> Cell | None:
    """The cell below, or below the first of the heads that part the column; None where a label stands there."""
    below = layout.below(cell)
    if below is not None and _SUBHEAD.fullmatch(below.text) and below.box.width < cell.box.width - 4:
        below = layout.below(below)
    return below if below is not None and not (words.is_label(below.text) or heads_a_part(below.text)) else None


def _in_row_of_heads(cell: Cell, layout: Layout, words: Vocabulary) -> bool:
    """Whether another label stands right before it: in rows of pairs a value would."""
    left = layout.left_of(cell)
    return left is not None and words.is_label(left.text) and left.box.height < 1.5 * cell.box.height


def under(label: Box, runs: Sequence[Run], words: Vocabulary) -> Run | None:
    """The run below a label in its column, unless it is a label itself or another label's."""
    near = [
        run
        for run in runs
        if run.spot.box.cy > label.y1
        and run.spot.box.y0 - label.y1 < _NEAR * max(label.height, run.spot.box.height)
        and (run.spot.box.overlap_x(label) > 0.3 or abs(run.spot.box.x0 - label.x0) < _ALIGNED)
    ]
    if not near:
        return None
    found = min(near, key=lambda run: (round(run.spot.box.y0 / label.height), _apart(run.spot.box, label)))
    if words.is_label(found.text) or words.hits(found.flow):
        return None
    rivals = [run for run in runs if run.spot.box.overlap_y(label) > 0.5 and not run.spot.box.overlap_x(label) > 0.5]
    nearer = any(_apart(found.spot.box, rival.spot.box) < _apart(found.spot.box, label) for rival in rivals)
    return None if nearer else found


def beside_its_middle(label: Box, runs: Sequence[Run]) -> Home | None:
    """The two rows of a value that wrapped, where the label stands at half their height and nothing else does."""
    right = [
        run for run in runs if run.spot.box.x0 > label.x1 - 2 and abs(run.spot.box.cy - label.cy) < 1.3 * label.height
    ]
    first = min((run.spot.box.x0 for run in right), default=0.0)
    value = sorted((run for run in right if run.spot.box.x0 - first < 3), key=lambda run: run.spot.box.cy)
    if len(value) != 2:
        return None
    upper, lower = (run.spot.box for run in value)
    tight = -0.3 * label.height < lower.y0 - upper.y1 < 0.6 * label.height
    if not tight or abs((upper.cy + lower.cy) / 2 - label.cy) > 0.3 * label.height:
        return None
    if any(
        run.spot.box.x1 < first and max(run.spot.box.overlap_y(box) for box in (upper, lower)) > 0.6 for run in runs
    ):
        return None
    return Home(stacked([run.flow for run in value]), Box.around((upper, lower)))


def _apart(one: Box, other: Box) -> float:
    """How far two boxes are from being aligned, at their beginnings or their middles."""
    return min(abs(one.x0 - other.x0), abs(one.cx - other.cx))


def pairs_downward(label: Box, below: Box, runs: Sequence[Run], words: Vocabulary) -> bool:
    """Whether a label goes with the run below it: there is less room between them than to the run above.

    It does not where that run stands right behind a label of its own row.
    """
    before = [run for run in runs if run.spot.box.x1 <= below.x0 and run.spot.box.overlap_y(below) > 0.5]
    nearest = max(before, key=lambda run: run.spot.box.x1, default=None)
    if nearest is not None and words.is_label(nearest.text):
        return False
    above = [
        label.y0 - run.spot.box.y1
        for run in runs
        if run.spot.box.cy < label.y0 and (run.spot.box.overlap_x(label) > 0.3 or abs(run.spot.box.x0 - label.x0) < 6)
    ]
    room = min(above, default=None)
    if room is None or room > 4 * label.height:
        return below.height > _LARGER * label.height
    return below.y0 - label.y1 < _PAIRED * room


def section(heading: Spot, following: Iterable[Flow], layout: Layout, words: Vocabulary) -> tuple[list[Flow], Box]:
    """The rows below a heading down to the next one, and the room they stand in."""
    rows: list[Flow] = []
    bottom = 0.93 * layout.page.height
    for row in following:
        spot = row.spot()
        if spot is None or spot.box.cy < heading.box.y1:
            continue
        text = "".join(run.prose.text for run in without_scraps(row))
        if (words.is_label(text) and not _SEAL.fullmatch(text)) or spot.box.y0 > bottom:
            bottom = min(bottom, spot.box.y0)
            break
        rows.append(row)
    right = max([heading.box.x1 + 300, *(spot.box.x1 for row in rows if (spot := row.spot()))])
    return rows, Box(heading.box.x0, heading.box.y1, min(right, layout.page.width), bottom)


def rest_of_row(label: Box, strip: Flow, stop: int) -> Box:
    """From the label's end to the next label or the end of the strip."""
    after = strip.spot(stop, min(stop + 1, len(strip.text))) if stop < len(strip.text) else None
    whole = strip.spot()
    right = after.box.x0 if after and after.box.x0 > label.x1 else max(label.x1 + 160, whole.box.x1 if whole else 0)
    return Box(label.x1, label.y0 - 0.6 * label.height, right, label.y1 + 0.6 * label.height)


def first_run(flow: Flow) -> Flow:
    """The flow up to its first gap behind a character."""
    match = re.match(rf"[{GAP}{BREAK}]*[^{GAP}]*", flow.text)
    return flow.part(0, match.end()) if match else flow
