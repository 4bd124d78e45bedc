"""Who made a work for the stage or the screen, and as what, one after the other: 由张三编剧、李四导演、王五作曲."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from dossier.extract.persons import UNSURE
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME, NOT_A_NAME
from dossier.model import Value
from dossier.text.regex import Regex

_CRAFT = (
    r"(?:(?:总|副|联合|助理|执行|领衔|舞蹈|音乐|唱腔|舞美|灯光|服装|造型|化妆|音响)?"
    r"(?:编剧|导演|编导|编舞|作曲|作词|配器|指挥|设计|舞美|灯光|主演|摄影|摄像|剪辑|录音|制片|撰稿|策划))"
)
_AS = r"(?:担?任)?"
_WHO = rf"(?:(?={NAME})[㐀-鿿]{{2}}(?={_AS}{_CRAFT})|{NAME})"
"""A name of which 任 or what sort of craft it is are no letters: 张三任导演, 李四总导演."""
_ONE = rf"{_WHO}{_AS}{_CRAFT}(?:\([^()]{{2,10}}\))?"
_CREDITS = Regex(rf"(?:由|[。;:》]){_ONE}(?:[、,;和]{_ONE})+")
_EACH = Regex(rf"(?P<n>{_WHO}){_AS}(?P<craft>{_CRAFT})(?:\((?P<share>[^()]{{2,10}})\))?(?=[、,;和。]|$)")
"""One of them: name, craft and, in brackets, which share of it was theirs."""
_GOES_ON = Regex(rf"[、,;和与及][^。]{{0,40}}?(?:{_CRAFT}|负责|承担|担任|主演|参演|参与|演奏|伴奏)|[、和与及]")
"""Behind the credits: more people, told in another way, 赵六和张三主演, or not read to the end."""


def credited(prose: Prose) -> Value | None:
    """The names of all to whom a work is credited, in their order; unsure to be all where the sentence credits on."""
    match = prose.search(_CREDITS)
    names = list(dict.fromkeys(one["n"] for one in _each(match))) if match else []
    value = prose.value(names, *match.span()) if match and len(names) > 1 else None
    if match is None or value is None or not _GOES_ON.match(prose.text, match.end()):
        return value
    return replace(value, confidence=min(UNSURE, value.confidence))


def craft_of(prose: Prose, known: Collection[str]) -> Value | None:
    """As what somebody known is credited: 独立编剧 of 张三编剧(独立编剧)."""
    match = prose.search(_CREDITS)
    for one in _each(match) if match else ():
        if one["n"] in known and match is not None:
            return prose.value(one["share"] or one["craft"], match.start() + one.start("n"), match.start() + one.end())
    return None


def _each(match: re.Match[str]) -> list[re.Match[str]]:
    return [one for one in _EACH.finditer(match.group()) if not NOT_A_NAME.search(one["n"])]
