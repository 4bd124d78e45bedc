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
    "微徵 徽徵 因囡 全仝 靠霏 邮郦 都郗 邀邈 贵贲 责贲 营訾 暂皙 薄溥 度庹 妹姝 下卞 卡卞 间闾 间阆 阅阆 江冮 香杳 "
    "查杳 杏杳 逸逯 澧澶 蒙荥 简蔺 植楂 闽阆 闻阆 阔闾 闻闾 漏濡 凑溱 漆溱 抵坻 笼茏 茂茏 娇峤 锌铧 驿骅 霞葭 峰嶂 "
    "胸驷 拟枞 源塬"
)
_FOR_SMALL = (
    "轻轾 哲晢 错锴 凯觊 法沄 洗冼 逢逄 赞赟 湘缃 库厍 赦赪 俱佴 仇仉 骆辂 析炘 忻炘 活湉 消洧 "
    "微徵 题飏 顾颀 斜钭 抖钭 铎钭 坤珅 潞澔 浩澔 元亓 妹姝 责贲 间闾 间阆 江冮 华芈 半芈 查杳 "
    "杏杳 母毋 媛嫒 昇昪 翻翾 亿仉 桢赪 颍赪 劫劼 猴缑 緱缑 洽浛 饵佴 俾佴 涡呙 芮呙 糕禚 咎昝 "
    "锤锺 缤缑 缎缑 纵缑 醇崞 淳滹 邢邗 潍濉 滩濉 黔黟 淑溆 叙溆 浦沭 郊郯 在茌 峰峄 胸朐 郑郏 "
    "浙淅 孟盂 邹郇 沪浐 绳渑 涌渑 浦洧 潮漷 潭澴 潜漤 激溵 潢滍 澧澶 研岍 场墕 墙墕 埔埇 笼茏 "
    "茂茏 龙茏 蒙荥 幢橦 闽阆 闵阌 阔闾 鄂鄠 徽瀔 堤堽 墙垴 培垴 鑫蠡 泾陉 隆陉 绘浍 来耒 源塬 "
    "绿渌 滦涞 驿骅 简蔺 葡蔺"
)
"""Pairs: the letter a model says, and the rarer one that may be printed."""
TRAPS = frozenset(
    "仇饥饵俱斜邬猴篁删削赞劫璃铬坤爽坛娴姬潘啧肿桑粲琏瑶晏鄂煜蔡翱唻桢糕郁邰芸芒顾骋骁鄞邺黎鳌钰绮镓淖溥霖溧昇曼昱翩"
    "洽烜渲姗峻幢妍墒捻蛹荪阕缎缤"
)
"""What the tiny model says for letters it does not know: 仉, 佴, 钭, 郇, 缑, 笪, 蒯, 赟, 劼, 瑀, 镕, 珅, 奭, 姵,
湉, 翀, 禚, 苌, 颀, 骢, 酆, 鋆, 钲, 锜, 滹, 霂, 昪, 旻, 翮, 浛, 洹, 婳, 崚, 橦, 岍, 垴, 埫, 埝, 埇, 菰, 阌."""

_CLOSE = frozenset("好开元省或部因全都度下间贵责营法活消题错轻银杏緱咎锤在来研源绿场激茂龙胸孟笼滦徽")
_LEAST, _LEAST_OF_CLOSE = 10**-1.8, 10**-0.7
"""Probability of the rarer letter over the common one's from which it is believed; higher beside letters that
are everywhere in running text and those that themselves make the rarer one seem likely."""


def pairs(listed: str) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Common letter → its rarer look-alikes, each with the least probability over the common one's."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for pair in listed.split():
        common, rare = pair[0], pair[1]
        least = _LEAST_OF_CLOSE if common in _CLOSE else _LEAST
        found[common] = (*found.get(common, ()), (rare, least))
    return found


RARER_FOR_TINY, RARER_FOR_SMALL = pairs(_FOR_TINY), pairs(_FOR_SMALL)
