"""Rare letters of names that the models read as common ones, and how far to follow them.

A model that has seen 逢 a hundred times for each 逄 gives 逄 a tenth of the probability even where 逄 is printed. In
application papers names are far more frequent than in what the models were trained on, so a rare letter is believed
from a lower probability on. Measured on 1,050 letters of names in five typefaces, three times each, faint, blurred and
compressed: where the rare one is printed its probability is seldom below a fiftieth of the common one's, where the
common one is printed always below a hundredth, mostly below a ten-thousandth.
"""

from __future__ import annotations

from collections.abc import Mapping

_FOR_TINY = (
    "错锴 凯觊 好妤 洗冼 银锟 逢逄 逢逯 库厍 铺镛 余佘 妨妫 埋埕 开亓 元亓 管昝 答昝 省昝 或彧 部郜 部邰 "
    "微徵 徽徵 因囡 全仝 靠霏 邮郦 都郗 邀邈 贵贲 责贲 营訾 暂皙 薄溥 度庹 妹姝 下卞 间闾"
)
_FOR_SMALL = (
    "轻轾 哲晢 错锴 凯觊 法沄 洗冼 逢逄 赞赟 湘缃 库厍 赦赪 俱佴 仇仉 骆辂 析炘 忻炘 活湉 消洧 微徵 题飏 顾颀 "
    "斜钭 坤珅 潞澔 浩澔 元亓 妹姝 责贲 间闾"
)
"""Pairs: the letter a model says, and the rarer one that may be printed."""
TRAPS = frozenset("仇饥饵俱斜邬猴篁删削赞劫璃铬坤爽坛娴姬潘啧肿桑粲琏瑶晏鄂煜蔡翱唻桢")
"""What the tiny model says for letters it does not know: 仉, 佴, 钭, 郇, 缑, 笪, 蒯, 赟, 劼, 瑀, 镕, 珅, 奭, 姵,
湉, 翀."""

_FREQUENT = frozenset("好开元省或部因全都度下间贵责营法活消题错轻银")
_LEAST, _LEAST_OF_FREQUENT = 10**-1.8, 10**-0.7
"""Probability of the rarer letter over the common one's from which it is believed; higher beside letters that
are everywhere in running text."""


def pairs(listed: str) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Common letter → its rarer look-alikes, each with the least probability over the common one's."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for pair in listed.split():
        common, rare = pair[0], pair[1]
        least = _LEAST_OF_FREQUENT if common in _FREQUENT else _LEAST
        found[common] = (*found.get(common, ()), (rare, least))
    return found


RARER_FOR_TINY, RARER_FOR_SMALL = pairs(_FOR_TINY), pairs(_FOR_SMALL)
