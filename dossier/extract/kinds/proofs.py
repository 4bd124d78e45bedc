"""Proofs a unit or an office writes about one person: conduct, postdoctoral work, examinations, a changed name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.options import left_unticked
from dossier.extract.kinds.seeking import (
    COMRADE,
    Values,
    date_in,
    first,
    kept,
    labelled_as,
    name_in,
    org_in,
    prose_of,
    said,
    signing,
    ticked,
    under,
)
from dossier.extract.kinds.whom import about
from dossier.extract.sentences import Prose
from dossier.extract.wording import A_UNIT, NAME
from dossier.model import Value
from dossier.text.regex import Regex

_EXAM = (
    Regex(r"(?P<v>20\d\d年(?:度)?(?!第)[㐀-鿿()]{2,40}?考试)(?!成绩管理|中心|院)"),
    Regex(r"(?:参加|通过)了?(?P<v>[㐀-鿿()]{4,36}?(?:资格|职称|职务)(?:\([㐀-鿿]{2,6}\))?考试)(?!成绩管理|中心|院)"),
)
_PASSED = Regex(rf"证明(?P<v>{NAME})[(,]")
_UNTIL = (Regex(r"有效(?:期限?)?(?:为|至|到|:|截止)+(?P<v>20\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)"),)
_DAY = (
    r"(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?:\d{4}|[一二][〇○零O一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日)"
)
_ENTERED = (
    Regex(rf"(?:于|自|[,)。]|^)(?P<v>{_DAY})(?:起)?(?:进入|进|入|到|在)[^,。;]{{0,40}}?(?:站|基地)"),
    Regex(rf"(?P<v>{_DAY})(?:起)?(?:正式)?(?:(?:办理|办结|完成|批准|获准|准予|同意)(?:了|其)?)?(?:进|入)站"),
)
_STATION = (
    Regex(r"(?:进入|入|在|到|为)(?P<v>[㐀-鿿()]{4,36}?博士后(?:科研)?(?:工作站|流动站|创新实践基地))"),
    Regex(r"(?:进入|在|到)(?P<v>[㐀-鿿()]{4,30}?(?:大学|学院|研究院|研究所|公司))(?:博士后|从事博士后)"),
)
_STATION_NAMED = Regex(
    rf"(?:设站|建站|招收|基地|进站)单位(?:名称)?(?:为|是|系|:)(?P<v>{A_UNIT})(?=[,。;(]|$|合作|进站|在站)"
)
_NO_OTHER_POST = Regex(r"(?:无|未|不(?!脱产)|没有)[^,。;]{0,8}(?:兼职|在职)")
"""Denies that somebody works elsewhere, too: 全职从事博士后研究，无兼职."""
_PART_TIME = Regex(r"非全|不脱产|在职|兼职")
_FORMER = (
    Regex(rf"(?:姓名|名字)(?:为|是)[“\"]?(?P<v>{NAME})[”\"]?(?:,[^。]{{0,24}}?)?(?:变更|更改|更名|改)为"),
    Regex(rf"(?:曾用名|原名|原姓名|(?:变更|更改)前姓名)(?:为|是|叫|:)*(?P<v>{NAME})(?=[,。;)、现]|更名|改名|变更|$)"),
    Regex(rf"(?:姓名)?由[“\"]?(?P<v>{NAME})[”\"]?(?:变更|更改|更正|改|更名)为"),
    Regex(
        rf"登记(?:的)?(?:姓名|名字)(?:为|是|:)?[“\"]?(?P<v>{NAME})[”\"]?,[^。]{{0,40}}?(?:变更|更改|更正|更名|改)(?:登记)?为"
    ),
)
_PRESENT = (
    Regex(rf"(?:变更|更改|更正|改|更名)为[“\"]?(?P<v>{NAME})(?=[”\",。;)、]|$)"),
    Regex(rf"(?:现用名|现名|现姓名)(?:为|是|叫|:)*(?P<v>{NAME})(?=[,。;)、]|$)"),
)
_HEADING = Regex(r"无[^。,;:]{0,8}(?:证明|鉴定)|是否[^。;□☐☑√■]{0,40}")
"""The name of the proof and the questions of a form: neither says anything of the person."""
_CLEAN = Regex(
    r"(?:未|没有|无|从未|均未|未曾)(?:曾)?(?:受到?过?|被给予|发现|有|发生)?[^。;,]{0,24}(?:处分|处罚|违纪|违法)"
    r"|不(?:在|处于|存在)[^。;,]{0,12}(?:处分|违纪|影响期)"
    r"|(?:未|没有|从未|均未|未曾)(?:曾)?受到?过?(?:任何)?[^。;,]{0,6}(?:党纪|政务|政纪|纪律)[^。;,]{0,14}处理"
)
_BESIDES = Regex(
    r"除(?:此|上述|前述)[^。;,]{0,8}(?:外|之外)[^。;]*|(?:未|没有|无)[^。;,]{0,6}(?:其[他它]|另外|新的)[^。;,]*"
)
"""Denies only what goes beyond a sanction told before: 除此以外，未发现其他违纪问题."""
_NAMED = Regex(r"(?:警告|记过|记大过|降级|降低岗位等级|撤职|留党察看|开除(?:党籍|公职)?)处分")
_DENIES = Regex(r"未|无|没|否|不(?:在|存|处|曾|得|会)")
_GUILTY = Regex(
    r"(?<![未无否有])(?:受到|受过|受|给予|被给予|作出)(?:了)?(?:其|本人|该同志)?(?:党内|行政|政务)?(?:严重)?(?:警告|记过|记大过|降级|降低岗位等级|撤职|留党察看|开除)"
    r"|(?<!否)(?:正|仍|尚|现)(?:在|处于)[^。;,]{0,10}(?:处分|影响)期|正在接受(?:纪律|监察|立案|组织)?审查(?!调查)"
)


def conduct(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    prose = prose_of(draft)
    values: Values = {
        "name": about(draft, labelled, found, context, r"姓名|申报人|被证明人", COMRADE),
        "under_discipline": _under_discipline(prose),
    }
    return kept(values)


def _under_discipline(prose: Prose) -> Value | None:
    """False where the proof says so and nothing in it speaks against it; None where it says both."""
    text = _hidden(_HEADING, prose.text)
    guilty, clean = _GUILTY.search(text), _CLEAN.search(_hidden(_BESIDES, text))
    guilty = guilty or _sanction_named(text)
    answers = [
        (option[0], start, end)
        for option, start, end in ticked(prose)
        if option[0] in "是否有无" and re.search(r"处分|违纪|违法|审查", prose.text[max(0, start - 34) : start])
    ]
    yes = [answer for answer in answers if answer[0] in "是有"]
    if guilty or yes:
        start, end = _passage(text, guilty) if guilty else yes[0][1:]
        return prose.value(True, start, end) if clean is None else None
    if clean is not None:
        return prose.value(False, clean.start(), clean.end())
    return prose.value(False, *answers[0][1:]) if answers else None


def _hidden(what: Regex, text: str) -> str:
    return what.sub(lambda match: "*" * len(match.group()), text)


def _sanction_named(text: str) -> re.Match[str] | None:
    """A sanction named in a clause that denies nothing before it: 对其作出政务记过处分."""
    for found in _NAMED.finditer(text):
        begin = max(text.rfind(mark, 0, found.start()) for mark in "。;:,") + 1
        if not _DENIES.search(text, begin, found.start()):
            return found
    return None


def _passage(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The sentence around what was found, with one behind it that says how long it holds: 处分期12个月."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。;:") + 1
    rest = re.match(r"[^。;]*(?:[。;](?:处分期|影响期|期限|为期)[^。;]*)?", text[found.end() :])
    return start, found.end() + (rest.end() if rest else 0)


def postdoc(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    prose = prose_of(draft)
    station = r"(?:设站单位|流动站|工作站|设站|博士后)[/㐀-鿿]{0,14}(?:名称|单位|站)?(?:Station)?"
    values: Values = {
        "name": about(draft, labelled, found, context, r"姓名(?:Name)?", COMRADE),
        "station": first(
            labelled_as("station", labelled, found, org_in),
            under(draft, station, org_in),
            said(prose, (_STATION_NAMED, *_STATION), org_in),
        ),
        "entered": first(
            labelled_as("entered", labelled, found, date_in),
            under(draft, r"[进入]站(?:时间|日期|年月)(?:DateofEntry)?", date_in),
            said(prose, _ENTERED, date_in),
        ),
        "full_time": _full_time(draft, prose),
    }
    return kept(values)


def _full_time(draft: Draft, prose: Prose) -> Value | None:
    """全职 as it is ticked, else as it is said, where only one of the two is."""
    ticks = [t for t in ticked(prose) if re.search(r"全职|脱产|在职|兼职", t[0])]
    if ticks:
        option, start, end = ticks[0]
        return (
            prose.value(not re.search(r"非全|不脱产|在职(?!人员)|兼职", option), start, end)
            if len(ticks) == 1
            else None
        )
    if re.search(r"[□☐]", prose.text):
        return left_unticked(draft, _is_full_time)
    full = prose.search(r"(?<!非)(?:全职|全脱产)")
    part = re.search(r"非全职|不脱产|在职(?:博士后|人员|进站|攻读)|兼职", _hidden(_NO_OTHER_POST, prose.text))
    match = full or part
    return prose.value(full is not None, match.start(), match.end()) if match and not (full and part) else None


def _is_full_time(option: str) -> bool | None:
    full = re.search(r"全职|脱产", option) is not None
    return False if _PART_TIME.search(option) and not re.match(r"[^(]*全", option) else full or None


def exam_result(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """Who passed what; the day is that on which it was made known, before that of the examination itself."""
    prose = prose_of(draft)
    until = first(labelled_as("valid_until", labelled, found, date_in), said(prose, _UNTIL, date_in))

    def day(text: str) -> str | None:
        iso = date_in(re.split("[。;]", text)[0])
        return iso if until is None or iso != until.value else None

    signed = signing(draft)[1]
    told = {"date": [place for place in found.get("date", ()) if "考试" not in place[1].label]}
    values: Values = {
        "name": about(draft, labelled, found, context, r"(?:考生)?姓名", _PASSED),
        "exam": first(said(prose, _EXAM), labelled.get("exam")),
        "date": first(
            labelled_as("date", {}, told, day),
            under(draft, r"[㐀-鿿]{0,4}(?:发证|签发|公布|发布)(?:时间|日期)", day),
            signed if signed is not None and day(str(signed.value)) else None,
            labelled_as("date", labelled, found, day),
            under(draft, r"[㐀-鿿]{0,4}考试(?:时间|日期)", day),
        ),
        "valid_until": until,
    }
    return kept(values)


def name_change_proof(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    prose = prose_of(draft)
    values: Values = {
        "former_name": first(
            labelled_as("former_name", labelled, found, name_in),
            under(draft, r"曾用(?:姓)?名|原姓?名|(?:变更|更改)前姓名", name_in),
            said(prose, _FORMER, name_in),
        ),
        "name": first(
            under(draft, r"现用?姓?名|(?:变更|更改)后姓名", name_in),
            said(prose, _PRESENT, name_in),
            labelled_as("name", labelled, found, name_in),
            said(prose, (COMRADE,), name_in),
        ),
    }
    return kept(values)
