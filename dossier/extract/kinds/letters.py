"""Letters and statements a unit or the applicant signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.extract.choices import TICK_NOT_READ, Mention, chosen
from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.promises import handwriting_places
from dossier.extract.kinds.seeking import first, kept, labelled_as, name_in, org_in, prose_of, said
from dossier.extract.kinds.signers import signed_off, speaking_unit
from dossier.extract.kinds.whom import about
from dossier.extract.readers import unknown
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed, signed
from dossier.extract.wording import A_UNIT, NAME, ORG_END
from dossier.model import Value
from dossier.text import normalise
from dossier.text.agreement import AGREES, REFUSES
from dossier.text.regex import Regex


def unit_opinion(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A unit's opinion on its own sheet: whom it is about, whether it recommends, who signs it."""
    values: dict[str, Value | None] = dict(sealed(draft.layouts))
    values |= {
        "employer": speaking_unit(draft, "employer", labelled, found),
        "date": signed_off(draft)[1],
        "agrees": _agrees(prose_of(draft)),
        "name": about(draft, labelled, found, context, _PERSON_HEAD, _PERSON),
    }
    return kept(values)


_PERSON_HEAD = r"(?:被推荐人|被鉴定人|申报人|推荐人选|推荐对象)?姓名|被推荐人|被鉴定人|申报人|推荐人选|推荐对象"
_PERSON = Regex(rf"(?P<v>{NAME})(?:同志|老师|,(?:男|女)[,,])")
_SPEAKS_OF_IT = Regex(
    r"同意|拟推荐|特推荐|推荐(?!意见|表|书|报告|函|单位|人|理由|情况|工作|领导|结论)|建议[^。;,]{0,8}(?:晋升|晋级|评为|评定|评聘|聘任)"
)


def _agrees(prose: Prose) -> Value | None:
    """Whether the unit recommends, by the box that is ticked; an opinion that only praises does not. None: unclear."""
    refuses = [Mention("refuses", *match.span()) for match in REFUSES.finditer(prose.text)]
    agrees = [Mention("agrees", *match.span()) for match in AGREES.finditer(prose.text)]
    both = [*refuses, *(one for one in agrees if not any(one.start < no.end and no.start < one.end for no in refuses))]
    both.sort(key=lambda one: one.start)
    if not both:
        unclear = _SPEAKS_OF_IT.search(prose.text)
        return _open(prose, *unclear.span()) if unclear else prose.value(False, 0, len(prose.text))
    choice = chosen(prose.text, both, prose.row_starts)
    if choice is None or (_offered(both) and len({one.code for one in choice.mentions}) > 1):
        return _open(prose, both[0].start, both[-1].end)
    decisive = next((one for one in choice.mentions if one.code == "refuses"), choice.mentions[0])
    value = prose.value(decisive.code == "agrees", decisive.start, decisive.end)
    return value if value is None or choice.sure else replace(value, confidence=min(value.confidence, TICK_NOT_READ))


def _offered(both: Sequence[Mention]) -> bool:
    """Whether agreement and refusal stand side by side, to choose from: 同意推荐 不同意推荐."""
    return any(a.code != b.code and b.start - a.end <= 2 for a, b in pairwise(both))


def _open(prose: Prose, start: int, end: int) -> Value | None:
    spot = prose.spot(start, end)
    return unknown("ambiguous", spot.file, spot.page, spot.box, spot.text) if spot else None


def person(prose: Prose, context: Context) -> Value | None:
    """The person a letter is about: a name the dossier knows, else the first 某某同志."""
    for name in context.names:
        at = prose.text.find(name)
        if at >= 0:
            return prose.value(name, at, at + len(name))
    match = prose.search(rf"(?P<n>{NAME})(?:同志|老师|,(?:男|女)[,,])")
    return prose.value(match["n"], match.start("n"), match.end("n")) if match else None


_JUDGES = Regex(r"属实|失实|不实|成立|不存在|无据|有效|未发现")
_CONCLUDED = Regex(
    r"(?:(?:核实|调查|核查|查证|认定|处理)(?:结论|结果|意见)(?:如下|是|为)?|(?:据此|由此|综上)(?:所述)?,?[㐀-鿿]{0,6}(?:认定|认为|判定))"
    rf"[:,]?(?P<v>[^。:]{{2,40}}?(?:{_JUDGES.pattern})[^。;]{{0,40}})(?=[。;])"
)
"""What an inquiry came to, behind what announces it."""


def objection_report(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    values: dict[str, Value | None] = {
        "sealed": sealed(draft.layouts)["sealed"],
        "publisher": speaking_unit(draft, "publisher", labelled, found),
        "date": signed_off(draft)[1],
    }
    prose = prose_of(draft)
    match = prose.search(
        r"(?:经查|(?:经|通过)?(?:调查)?(?:核实|核查|查证|调查))[^。]{0,60}(?:不属实|属实|不存在|不成立|成立|未发现)[^。]{0,40}"
    )
    if match and ("conclusion" not in labelled or not labelled["conclusion"].known):
        values["conclusion"] = prose.value(match.group(), match.start(), match.end())
    told = values.get("conclusion") or labelled.get("conclusion")
    concluded = None if told is not None and _JUDGES.search(str(told.value)) else prose.search(_CONCLUDED)
    if concluded is not None:
        values["conclusion"] = prose.value(normalise(concluded["v"]), *concluded.span("v"))
    given = values.get("conclusion") or labelled.get("conclusion")
    if given is not None and isinstance(given.value, str):
        values["conclusion"] = replace(given, value=given.value.rstrip("。.;；"))
    return kept(values)


_EMPLOYED = Regex(
    rf"(?:本人|我(?=是|系|为|叫|现|在|,)|承诺人(?={NAME},))(?:[^。;()]{{0,14}}\([^()]{{1,40}}\))?[^。;]{{0,16}}?(?:系|是|为|现任职于|任职于|就职于|供职于|工作于|现在|(?<!所)在)(?P<v>[㐀-鿿A-Za-z()]{{2,40}}?(?:{ORG_END}))"
    rf"(?=(?:在职|在岗|正式|的)*(?:职工|员工|教师|工作人员|干部|人员|工作|任职|从事|做|上班|担任|任教|执教|负责|[,。])|的{NAME}|{NAME}[,。]|的[㐀-鿿]{{2,8}}[,。])"
)
_BESIDE_THE_NAME = Regex(
    rf"本人{NAME}(?:\((?P<v>[㐀-鿿A-Za-z]{{4,40}}?(?:{ORG_END}))(?=(?:在站|[㐀-鿿]{{0,4}}(?:职工|员工|教师|博士后|[师员长授])|[,)]))"
    rf"|,(?P<w>[㐀-鿿A-Za-z]{{4,40}}?(?:{ORG_END}))(?!(?:股份|责任|集团)*(?:有限|公司))(?=[㐀-鿿]{{2,8}},(?:拟|现|自愿)?(?:申报|申请|参评|参加)))"
)
"""The unit beside the name of who promises, in brackets or before the title: 本人张三,某某院助理研究员,申报."""
_WORKS_AS = Regex(
    rf"(?:我|本人|承诺人|声明人|申报人)[,:]?(?:{NAME}|[㐀-鿿]{{2,3}})(?:\([^()]{{1,20}}\))?,(?:系|是|为)?(?P<v>[㐀-鿿A-Za-z()]{{2,40}}"
    r"(?:公司|集团|医院|卫生院|学院|学校|大学|中学|小学|幼儿园|研究[院所]|委员会|政府|中心|[局厅台院校馆站所厂矿社园团]))"
    r"(?:[㐀-鿿]{1,8}(?:科|部|室|处|组|队|车间|工段|班|股))?(?:的)?(?:一名)?(?:正式|在职|在岗|在编)?"
    r"(?:职工|员工|教师|教职工|工作人员|干部|技术人员|人员)(?=[,。;])"
)
"""The unit and what one is there, right behind the name: 我,张三,某某电视台录音科工作人员,承诺."""
_UNIT_BESIDE = Regex(
    rf"(?:承诺人|声明人|申报人|本人|我|姓名)[,:]?[㐀-鿿·]{{2,8}}(?:\([^()]{{1,20}}\))?,(?:工作|所在|现)?单位(?:名称)?(?:为|是|系|:)?"
    rf"(?P<v>[㐀-鿿A-Za-z()]{{4,40}}?(?:{ORG_END}))(?=[,。;]|$)"
)
"""The unit behind its label, next to the name: 承诺人张三,单位某某中心."""
_OF_UNIT = Regex(
    rf"(?:工作|所在|现|任职)单位(?:名称)?(?:为|是|系|:)?(?P<v>[㐀-鿿A-Za-z()]{{2,40}}?(?:{ORG_END}))(?=[,。;]|$)"
)
"""The unit a person says to work for."""


def _beside_the_name(prose: Prose) -> Value | None:
    match = prose.search(_BESIDE_THE_NAME)
    group = "v" if match and match["v"] else "w"
    unit = org_in(match[group]) if match else None
    return prose.value(unit, *match.span(group)) if match and unit else None


_ADDRESSEE = Regex(
    rf"^(?:[㐀-鿿]{{0,14}}?(?:承诺书?|保证书|声明))?(?P<u>{A_UNIT})(?:(?:并[转报送]|、)[^:,。]{{2,24}})?:"
)
_ITS_PART = Regex("[㐀-鿿]{2,12}(?:中心|[部科室处系组队股])")


def _addressed(employer: Value | None, prose: Prose) -> Value | None:
    """The unit a pledge is addressed to, where the one who gives it works in a part of it."""
    match = prose.search(_ADDRESSEE)
    if employer is None or match is None:
        return employer
    part = str(employer.value).removeprefix(match["u"])
    return replace(employer, value=match["u"]) if _ITS_PART.fullmatch(part) and part != employer.value else employer


def pledge(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    prose = prose_of(draft)
    _, date = signed_off(draft)
    values: dict[str, Value | None] = {"date": date}
    values["name"] = person(prose, context) or labelled_as("name", labelled, found, name_in)
    values["employer"] = first(
        labelled_as("employer", labelled, found, org_in),
        said(prose, (_EMPLOYED, _OF_UNIT, _UNIT_BESIDE, _WORKS_AS), org_in),
        _beside_the_name(prose),
    )
    values["employer"] = _addressed(values["employer"], prose)
    if places := [*handwriting_places(draft.layouts), *found.get("name", ())]:
        signatures = [signed(candidate, layout.page) for layout, candidate in places]
        values["signed"] = next((value for value in signatures if value.value is True), signatures[0])
    return kept(values)
