"""Whose time or type it is: 任职时间 behind 行政职务 is not that of the title, nor is 授予时间 behind 学位."""

from __future__ import annotations

import re
from typing import NamedTuple

from dossier.extract.layout import Layout, Spot
from dossier.text import normalise
from dossier.text.regex import Regex


class _Subject(NamedTuple):
    """`generic`: labels that say nothing of their subject; `own`, `other`: words before them that do."""

    generic: Regex
    own: Regex
    other: Regex


_OWN = Regex(r"职称|专业技术|教师职务|任职资格|^(?:现|原|已|具)[^行执]{0,4}(?:资格|职务)(?!证书)")
_GENERIC = Regex(r"(?:取得|获得|批准|授予|评定)(?:时间|日期|年月)|何时(?:取得|获得|评定)")
_SUBJECTS = {
    "current_title_date": _Subject(
        _GENERIC,
        _OWN,
        Regex(
            r"学位|学历|毕业|执业|职业资格|教师资格|(?<!专业技术)(?<!任职)资格证书|荣誉|获奖|奖项|称号|专利|行政职务"
        ),
    ),
    "appointed_since": _Subject(
        Regex(r"任职(?:时间|日期|年月|起始)"),
        _OWN,
        Regex(r"(?:行政|党[内务政]|领导|社会|学术)(?:职务|兼职)|(?:现任|担任|所任)?职务(?!资格)"),
    ),
    "route": _Subject(
        Regex("类型"),
        Regex("申报|评审|参评|职称"),
        Regex(
            r"(?<!证件)(?<!单位)名称|题目|课题|论文|著作|刊物|成果|获奖|项目|专利"
            r"|^(?:发表|出版|完成|获奖|授权|取得|起止)?(?:时间|日期|年月)$"
        ),
    ),
}
_STUDIES = ("education", "degree", "school", "major", "graduated")
_FIRST, _LATER = Regex(r"第一学历|(?:初始|原始|原)学历"), Regex(r"最高|最后|后续|在职|现学历")
_NEAREST = 8
"""Cells and lines before a label that may tell its subject."""


def is_of_another(field: str, label: Spot, layout: Layout) -> bool:
    """Whether what stands before a label on its row gives it to something else than the field."""
    subject = _SUBJECTS.get(field)
    if subject is None or not subject.generic.fullmatch(re.sub(r"[\s:：]", "", normalise(label.text))):
        return False
    for text in _before(label, layout)[:_NEAREST]:
        if subject.own.search(text) and not re.search("执业|职业资格|教师资格", text):
            return False
        if subject.other.search(text):
            return True
    return False


def is_of_first_studies(field: str, label: Spot, layout: Layout) -> bool:
    """Whether a row of 第一学历 says it, which gives way to what another row says of the highest."""
    if field not in _STUDIES:
        return False
    told = (text for text in _before(label, layout)[:_NEAREST] if _FIRST.search(text) or _LATER.search(text))
    return bool(_FIRST.search(next(told, "")))


def _before(label: Spot, layout: Layout) -> list[str]:
    """The runs left of a label on its row, the nearest first."""
    cells = [(cell.box, cell.text) for cell in layout.cells if cell.text]
    row = [
        (box.x0, text)
        for box, text in [*cells, *((line.box, line.text) for line in layout.page.lines)]
        if box.overlap_y(label.box) > 0.5 and box.x0 < label.box.x0 - 2
    ]
    return [re.sub(r"\s", "", normalise(text)).split(label.text)[0] for _, text in sorted(row, reverse=True)]
