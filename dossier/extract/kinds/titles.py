"""Certificates of a professional title: tables of labels, and old ones that say it in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.sealing import settled_by_seal
from dossier.extract.kinds.seeking import (
    Values,
    date_in,
    dated,
    first,
    kept,
    labelled_as,
    only_number,
    org_in,
    pieces,
    prose_of,
    said,
    signing,
    under,
)
from dossier.extract.kinds.whom import about
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed
from dossier.extract.wording import NAME
from dossier.model import Value
from dossier.text.regex import Regex

_GRANTS = Regex(r"^[证准发]机关|发证|颁发|颁证|批准|审批|核准|核发|制发|公布|签发|授予")
_OFFICE = Regex(r"(?:厅|局|部|办公室|办|政府|党委|司|人事处|职改办)$")
"""What grants titles, by the end of its name; a unit that grants its own people's is known by its seal."""
_HOLDER = Regex(rf"(?:兹有|证明|确认|认定|授予|批准|[,。:]|^|书|资格证)(?P<v>{NAME})(?:同志)?(?=,|于|经|具备|取得)")
_SENTENCE = Regex(r"[。]|特发|此证|委员会|评审|通过|具备|^的")
"""Words of the sentence that grants a title, and of no title, series or specialty."""
_BEHIND = Regex(r"(?P<title>[㐀-鿿]{2,12})[^㐀-鿿()\d]{1,8}")
"""A title and marks or Latin letters behind it."""
_COMMITTEE = (Regex(r"(?:[㐀-鿿]{2,3}[省市])(?P<v>[㐀-鿿]{2,10}?)系列(?=[^。,;]{0,14}(?:评审委员会|评委会))"),)
"""The series of the committee that judged."""
_UNIT = r"[㐀-鿿()]{2,30}?(?:厅|局|委员会|办公室|部|集团有限公司)"
_GRANTED_BY = (Regex(rf"(?:经(?!济|营|费|贸|纪)|由)(?P<v>{_UNIT})(?:批准|审批|核准|授予|确认)"),)
_JUDGED_BY = (Regex(r"经(?!济|营|费|贸|纪)(?P<v>[㐀-鿿()]{4,34}?委员会)(?:评审|评定|审定|考核)"),)
_DAY = (
    r"(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?"
    r"|[一二][〇○零O\d一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)"
)
_PASSED = (
    Regex(rf"(?:于|自)(?P<v>{_DAY})(?:起)?,?[^。;]{{0,40}}?(?:评审|评定|批准|考试|确认|通过|具备|取得|获得)"),
    Regex(rf"(?:评审|批准|授予|取得|通过|资格)(?:时间|日期):?(?P<v>{_DAY})"),
    Regex(rf"(?:委员会|评委会|小组)(?P<v>{_DAY})(?:评审|评定|审定|考核|认定)"),
)


def title_certificate(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """Who holds which title, since when, and who granted it, which is not always the committee that judged."""
    prose = prose_of(draft)
    values: Values = {
        "name": about(draft, labelled, found, context, r"(?:持证人)?姓名|持证人", _HOLDER),
        "title": _title(prose, labelled, found, context),
        "date": first(labelled.get("date"), said(prose, _PASSED, date_in), dated(draft)),
        "id_number": labelled.get("id_number") or only_number(prose),
        "issuer": _issuer(draft, prose, labelled, found),
        **_field(prose, labelled, context),
    }
    return kept(values)


def _title(prose: Prose, labelled: Mapping[str, Value], found: Found, context: Context) -> Value | None:
    """The labelled title, else the one a sentence grants: 具备高级工程师任职资格."""
    titles = context.title_pattern.pattern
    granted = (
        Regex(rf"(?:具备|取得|获得|授予|具有|评为|认定为?|确认|评审通过|晋升为?)[^。;,]{{0,12}}?(?P<v>{titles})"),
        Regex(rf"(?P<v>{titles})(?:专业技术)?(?:职务)?任?职?资格(?!证书|名称|证|审查|评审)"),
        Regex(rf"(?:级别|等级|层级):?(?:[正副]?高|中|初|[师员]|助理)级[(/:,](?P<v>{titles})(?![㐀-鿿])"),
    )
    given = _without_scraps(labelled.get("title"), found, context)
    sure = given is not None and given.known and not _SENTENCE.search(str(given.value))
    return given if sure else first(said(prose, granted), given)


def _without_scraps(title: Value | None, found: Found, context: Context) -> Value | None:
    """A known title without what was read of a code or a stamp behind it: 工程师 ■ IF."""
    told = _BEHIND.fullmatch(str(title.value)) if title is not None and title.known else None
    if title is None or told is None or not context.title_pattern.fullmatch(told["title"]):
        return title
    for flow in (candidate.flow for _, candidate in found.get("title", ())):
        runs = flow.runs() if flow is not None else []
        spot = runs[0].spot() if runs and runs[0].prose.text == told["title"] else None
        if spot is not None:
            return valued(told["title"], spot)
    return replace(title, value=told["title"])


def _field(prose: Prose, labelled: Mapping[str, Value], context: Context) -> Values:
    """Series and specialty, labelled or as a sentence grants the title in them: 取得卫生系列内科专业主治医师资格."""
    titles = context.title_pattern.pattern
    granted = Regex(
        rf"(?:具备|取得|获得|授予|评为|确认|通过)(?P<s>[㐀-鿿()]{{2,14}}?系列|[㐀-鿿]{{2,10}}?(?<!申报)(?<!从业)人员(?=[㐀-鿿()]{{2,14}}?(?:专业|学科)))?"
        r"(?:[㐀-鿿]{1,3}级)?"
        rf"(?:(?P<p>(?:(?!取得|获得|同志)[㐀-鿿()]){{2,14}}?)(?:专业|学科))?(?={titles})"
    )
    match = prose.search(granted)
    said_of = {"series": "s", "specialty": "p"}
    values: Values = {
        name: first(
            None if _is_part_of_sentence(labelled.get(name), context) else labelled.get(name),
            prose.value(match[group], *match.span(group)) if match and match[group] else None,
        )
        for name, group in said_of.items()
    }
    return values | {"series": first(values["series"], said(prose, _COMMITTEE))}


def _is_part_of_sentence(value: Value | None, context: Context) -> bool:
    """Whether a sentence's word was taken for a label: 小学语文 学科 一级教师, 系列 高级评审委员会评审通过."""
    if value is None or not value.known:
        return False
    text = str(value.value)
    return context.title_pattern.fullmatch(text) is not None or _SENTENCE.search(text) is not None


def _issuer(draft: Draft, prose: Prose, labelled: Mapping[str, Value], found: Found) -> Value | None:
    """The office that grants: labelled, signing, in a sentence or on the seal; else the committee that judged."""
    places = found.get("issuer", [])
    granting = {"issuer": [place for place in places if _GRANTS.search(place[1].label)]}
    judging = {"issuer": [place for place in places if not _GRANTS.search(place[1].label)]}
    heads = r"(?:发证|颁证|批准|审批|核准|签发|公布|授予)(?:机关|机构|单位|部门)(?:\(.{1,6}\))?(?:[A-Za-z.]{3,20})?"
    seal, signed = sealed(draft.layouts).get("seal_text"), signing(draft)[0]
    office = first(
        labelled_as("issuer", {}, granting, org_in),
        under(draft, heads, org_in),
        said(prose, _GRANTED_BY, org_in),
        signed if signed is not None and _OFFICE.search(str(signed.value)) else None,
        _standing_alone(draft),
        _proven(seal, prose) if seal is not None and seal.known and org_in(str(seal.value)) else None,
    )
    if office is not None and office.known:
        return _spelt(settled_by_seal(office, draft) or office)
    committee = first(labelled_as("issuer", {}, judging, org_in), signed, said(prose, _JUDGED_BY, org_in))
    if committee is None:
        return labelled.get("issuer")
    other = bool(granting["issuer"]) or any(layout.page.seals for layout in draft.layouts)
    return replace(committee, confidence=min(committee.confidence, _JUDGED_ONLY)) if other else committee


def _standing_alone(draft: Draft) -> Value | None:
    """The office on one of the last rows, where no day stands with it."""
    runs = [run for layout in draft.layouts for run in pieces(layout)]
    for flow, spot in reversed(runs[-_LAST:]):
        unit = org_in(flow.text)
        if unit is not None and _OFFICE.search(unit):
            return valued(unit, spot)
    return None


def _proven(seal: Value, prose: Prose) -> Value:
    """The seal's office, surer where its name is a known one of a place that the certificate prints."""
    office = str(seal.value)
    place = office[: office.find(_LABOUR)] if _LABOUR in office else ""
    printed = len(place) > 2 and place in prose.text and office.endswith(("厅", "局"))
    return replace(seal, confidence=max(seal.confidence, _PRINTED_PLACE)) if printed else seal


def _spelt(office: Value) -> Value:
    """The office, in doubt where it resembles the name that all offices of its kind have and is not spelt so."""
    name = str(office.value)
    misspelt = _LABOUR not in name and fuzz.partial_ratio(_LABOUR, name) >= _RESEMBLES
    return replace(office, confidence=min(office.confidence, _MISSPELT)) if misspelt else office


_LAST = 4
"""Runs at the end of a certificate among which the office that grants it stands."""
_LABOUR = "人力资源和社会保障"
_RESEMBLES = 60.0
"""Similarity (0 to 100) from which a name is a misread one."""
_PRINTED_PLACE, _MISSPELT = 0.88, 0.8
_JUDGED_ONLY = 0.8
"""Confidence at most of a committee where the certificate has a place or a seal of another office that was not read."""
