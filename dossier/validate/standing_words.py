"""Words that say a person is retired, a civil servant or under sanction, told from those that deny it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.text import squeeze
from dossier.text.regex import Regex

_NOT = "(?:不是|不属于|不属|并非|不系|非|未|无|没有|不含|不包括|不存在|不得为)"
_RETIRED = Regex("退休返聘|离退休|退休|离休")
_NOT_RETIRED = Regex(
    f"{_NOT}[^，。；]{{0,8}}(?:退休|离休)|(?:尚未|还未|未到|未达|不到|距|距离|临近|接近|即将|延迟|延长|推迟|提前|法定|达到?)[^，。；]{{0,6}}退休"
    "|退休(?:年龄|时间|年限|前|后|金|制度|政策|手续)|(?:离退休|退休)(?:人员|干部|职工|老干部)?(?:管理|服务|工作|活动|党)"
    "|离退休(?:处|科|办|部|中心)|是否[^，。；]{0,12}(?:退休|离休)"
)
_PENSIONED = Regex("(?:待遇|养老金)(?:正在)?(?:领取|享受|发放)|(?:领取|享受)(?:基本)?(?:养老)?(?:保险)?(?:待遇|养老金)")
_DELAYED = Regex("(?:延迟|延长|推迟|延缓)[^，。；]{0,6}退休")
_SERVANT = Regex("公务员|参公|参照《?(?:中华人民共和国)?公务员法》?")
_NOT_SERVANT = Regex(
    f"{_NOT}[^。；]{{0,16}}(?:公务员|参公)|(?:是否|参照公务员(?:年度)?考核|公务员(?:年度)?考核|公务员医疗|公务员补助|公务员工资)[^，。；]{{0,10}}"
    "|(?:报考|考录|考取|录用前|原为|曾任|曾为)[^，。；]{0,6}公务员|公务员(?:局|处|科|小区|培训)"
)
_SANCTION = Regex(
    "记大过|记过|降低岗位等级|降级|撤职|开除|撤销(?:党内)?职务|撤销(?:专业技术)?职务|留党察看|(?:政务|行政|党纪|组织)?处分期"
)
_LAW = Regex("《[^《》]*》")
"""A law named, 《事业单位工作人员处分规定》, says nothing of anybody."""
_NO_SANCTION = Regex(
    "(?:未曾?|没有|从未|无|不存在|未发现|不曾|没|否)[^。；]{0,24}(?:处分|记过|记大过|降级|降低岗位等级|撤职|开除|处理|影响期)"
    "|(?:处分|影响)期?[^，。；]{0,6}(?:已满|期满|届满|已解除|解除)|(?:如|若|凡|一经|将)[^。；]{0,30}(?:处分|开除|撤职|记过)"
    "|(?:(?<![校核比])对|按照?|根据|依据|依照)(?:(?!决定|经研究|对?其|该同志|[对予][㐀-鿿]{2,3}同志)[^。；]){0,30}(?:处分|开除|撤职|记过)"
    "|(?:处分|记过|撤职)[^，。；]{0,6}(?:规定|条例|办法|暂行)|是否[^，。；]{0,16}(?:处分|记过)"
)


@dataclass(frozen=True)
class Standing:
    """What a text says: `word` is what it names, empty where nothing or only a denial; `open` where it is not plain."""

    word: str = ""
    open: bool = False


def retired(text: str) -> Standing:
    """Whether a text says that somebody is retired; a delayed retirement is open."""
    said = squeeze(text)
    if _DELAYED.search(said):
        return Standing("延迟退休", open=True)
    return _named(_RETIRED, _NOT_RETIRED, said)


def pensioned(text: str) -> Standing:
    """Whether the state of an insurance says that a pension is drawn."""
    said = squeeze(text)
    found = _PENSIONED.search(said)
    return Standing(found[0]) if found and not re.match(_NOT, said) else retired(text)


def civil_servant(text: str) -> Standing:
    """Whether a text says 公务员 or 参照公务员法管理 of somebody."""
    return _named(_SERVANT, _NOT_SERVANT, squeeze(text))


def sanctioned(text: str) -> Standing:
    """Whether a text states a sanction of 记过 or heavier."""
    return _named(_SANCTION, _NO_SANCTION, _LAW.sub("《》", squeeze(text)))


def _named(word: Regex, denial: Regex, text: str) -> Standing:
    """The first mention that no denial covers. Beside a denial, a bare mention is not plain."""
    denied = [found.span() for found in denial.finditer(text)]
    for found in word.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in denied):
            return Standing(found[0], open=bool(denied))
    return Standing()
