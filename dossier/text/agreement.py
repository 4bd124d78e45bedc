"""Whether an opinion agrees to recommend: 同意推荐, with its negations and what only sounds like it."""

from __future__ import annotations

from enum import Enum

from dossier.text.regex import Regex

_END = "。；，;,"
AGREES = Regex(
    rf"(?<![不否未])同意(?:其|该同志|该申报人|我单位|单位|上报|按|予以|向|参加)?[^{_END}不□☑√■]{{0,14}}(?:推荐|申报|上报|参评|报送|评审|呈报|晋升|晋级)"
    r"|(?<![不未])(?:予以|特此|特予|一致|特|现|拟|准予|(?<!不)建议|积极|郑重)推荐(?!意见|表|人)"
    rf"|(?<![不未])(?<!不同意)(?<!不予同意)推荐(?:其|该同志)[^{_END}]{{0,12}}(?:申报|参评|评审)"
    rf"|(?<![不否未])同意(?=[{_END}!！(（□☑√■)）]|不同意|负责人|单位|签|年|20\d\d|$)"
)
"""That a unit recommends, in texts with punctuation of either width."""
REFUSES = Regex(
    r"(?<!无)(?<!没有)(?<!未收到)不(?:予|宜)?同意(?!见|[0〇零]票)|暂不(?:同意|推荐)|不予推荐|不推荐|(?:不宜|不能|不应|不再|不建议|建议不)(?:予以?)?推荐|未(?:予)?同意|暂缓推荐"
)
"""That it does not. 公示无不同意见 and no vote against (不同意0票) are no refusal."""
_INITIAL = Regex(rf"(?<![不否未])同意[^{_END}不□☑√■]{{0,14}}(?:初定|认定|聘任|确认)")
_UNFIT = Regex(r"(?:不|未|尚未)(?:具备|符合|达到|满足)[^。；;，,]{0,16}(?:条件|要求|资格)")
_TICKED = "☑☒√■✓✔"
_BOXES = f"□{_TICKED}"
_BOX = Regex(rf"(?P<mark>[{_BOXES}])(?P<said>[^{_BOXES}。；;，,]*)")
_BOX_BEHIND = Regex(rf"(?P<said>[^{_BOXES}。；;，,]+)(?P<mark>[{_BOXES}])")
"""Boxes before and behind the words they belong to."""
_NO_VERDICT = Regex(
    r"(?:符合|具备|达到|满足)[^。；;，,]{0,20}(?:条件|要求|资格)|(?:申报|推荐|评审)(?:材料|人|表|条件|意见|程序|工作|职称|的)"
)
_LEANS = Regex(
    r"同意|推荐|呈报|上报|报送|报请|请予|准予|申报|参评|评审|支持|可以|通过|合格|胜任"
    r"|建议[^。；;，,]{0,8}(?:晋升|晋级|评为|评定|评聘|聘任)"
)


class Agreement(Enum):
    """What an opinion amounts to."""

    AGREES = "agrees"
    REFUSES = "refuses"
    UNCLEAR = "unclear"
    """Words that may mean a recommendation, boxes of which none is ticked, or both yes and no."""
    NONE = "none"
    """Only praise, or a statement that the material is true: no recommendation."""


def agreement(text: str) -> Agreement:
    """What a unit's opinion says about recommending the applicant."""
    said = _chosen("".join(text.split()))
    if said is None:
        return Agreement.UNCLEAR
    refuses = REFUSES.search(said) is not None or _UNFIT.search(said) is not None
    agrees = any(not REFUSES.match(said, max(0, m.start() - 1)) for m in AGREES.finditer(said)) or _INITIAL.search(said)
    if refuses and agrees:
        return Agreement.UNCLEAR
    if refuses or agrees:
        return Agreement.REFUSES if refuses else Agreement.AGREES
    return Agreement.UNCLEAR if _LEANS.search(_NO_VERDICT.sub("", said)) else Agreement.NONE


def _chosen(text: str) -> str | None:
    """The text without options that are not ticked; None where there are boxes and none of them is."""
    box = _BOX_BEHIND if _BOX_BEHIND.match(text) and text[-1] in _BOXES else _BOX
    marks = [found["mark"] for found in box.finditer(text)]
    if marks and not any(mark in _TICKED for mark in marks):
        return None
    return box.sub(lambda found: found["said"] if found["mark"] in _TICKED else "", text)
