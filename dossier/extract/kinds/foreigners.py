"""Papers of applicants from 港澳台 and abroad: travel permits, passports, permanent residence cards, work permits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.passports import nationality_told, validity_told, zone_name
from dossier.extract.kinds.seeking import (
    Values,
    first,
    kept,
    labelled_as,
    name_in,
    org_in,
    period_in,
    pieces,
    prose_of,
    said,
    under,
)
from dossier.extract.readers import UNPROVEN, valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME, ORG_END
from dossier.model import Value
from dossier.text import id_number_problem
from dossier.text.identity import MIXED_PASSPORT
from dossier.text.regex import Regex

_TYPES = (
    ("外国人永久居留身份证", r"外国人永久居留(?:身份)?证|PERMANENTRESIDENCE"),
    ("港澳居民来往内地通行证", r"港澳居民来往内地通行证"),
    ("台湾居民来往大陆通行证", r"台湾居民来往大陆通行证"),
    ("港澳居民居住证", r"港澳居民居住证"),
    ("台湾居民居住证", r"台湾居民居住证"),
    ("护照", r"护照|PASSPORT"),
)
_NUMBER = Regex(
    r"(?<![0-9A-Z])(?:[1-9]\d{16}[\dX]|[A-Z]{3}\d{12}|[HM]\d{10}|[HM]\d{8}|[A-Z]{1,2}\d{7,8}|\d{10}[A-Z]?|\d{8,9}"
    rf"|{MIXED_PASSPORT})(?![0-9A-Z])"
)
_NUMBER_HEADS = (
    r"(?:证件|通行证|护照|居留证|身份|公民身份|永久居留证)?(?:号码?|编号)(?:/?[A-Za-z.]+)?"
    r"|(?i:(?:passport)?(?:number|no\.?))|.{2,20}/(?i:passport(?:number|no\.?))"
)
_NAME_HEADS = r"(?:中文)?姓名(?:[/A-Za-z]*)|(?:Full)?Name"
_NATIONALITY_HEADS = r"国籍(?:[/(]?地区\)?)?(?:/?Nationality)?|(?:.{2,24}/)?(?i:Nationality)"
_SEX_BEHIND = Regex(r"(?:[\s/,(，]+[男女][MF]?|\s*[/(]\s*[MF])\)?$")
"""The sex, where one place holds both: 姓名/性别 | LIND ANNA / 女. F alone may be an initial."""
_COUNTRY = Regex(r"[㐀-鿿]{2,10}|[A-Z][A-Za-z ]{2,30}")
_VALID_HEADS = r"(?:证件|许可|工作许可|聘用|工作)?(?:有效)?(?:期限?|日期|时间)(?:至)?(?:/?[A-Za-z\-]+)?"
_MRZ = Regex(r"(?P<n>[A-Z0-9]{7,9})<*(?P<c>\d)[A-Z]{1,3}<{0,2}\d{7}[MF<]\d{7}")
_WEIGHTS = (7, 3, 1)
_VALID_SAID = (
    Regex(
        r"有效(?:期限?|期间)?(?:/?[A-Za-z]+)?(?:为|:|自|从|由)*(?P<v>[\d年月日.\-/〇一二三四五六七八九十]{6,14}[至到\-—~起]+(?:[\d年月日.\-/]{6,14}|长期))"
    ),
    Regex(r"(?:自|从)(?P<v>\d{4}年\d{1,2}月\d{1,2}日(?:起)?[至到]\d{4}年\d{1,2}月\d{1,2}日)"),
)
_HELD = (
    Regex(rf"(?:许可|批准|同意|准予|兹证明|聘用|聘请)(?:外国人)?(?:[A-Z][A-Za-z]+)*(?P<v>{NAME})(?=[(,先女在到来于])"),
)
_EMPLOYED = (
    Regex(rf"(?:在|到|受聘于|聘于|被)(?P<v>[㐀-鿿()]{{4,40}}?(?:{ORG_END}))(?=工作|任职|从事|担任|就业|聘|,|。)"),
    Regex(
        rf"(?:聘用|用人|聘请|工作)单位(?:名称)?(?:为|:)*(?P<v>[㐀-鿿()]{{4,40}}?(?:{ORG_END}))(?=[,。;]|许可|有效|$)"
    ),
)
_BOTH = Regex(rf"\s*(?P<v>{NAME})\s*[A-Z]{{2,}}[A-Z ,'\-]*")
_SURMISED = 0.6
"""Confidence at most of a name that no label announces and the dossier does not know: 许可 PERMIT, 韩国 KOREA."""
_PERMIT = (Regex(r"(?:许可证?(?:号码?|编号)|编号|证号|PermitNo\.?):?(?P<v>[A-Z]?\d{8,20}[A-Z]?)"),)


def id_alternative(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """What paper it is, whose, of which country, with which number, until when."""
    prose = prose_of(draft)
    nationalities = (
        labelled_as("nationality", labelled, found, _country),
        under(draft, _NATIONALITY_HEADS, _country),
    )
    values: Values = {
        "document_type": _type(prose),
        "name": first(_name(draft, labelled, found), zone_name(prose)),
        "id_number": _number(draft, prose, labelled, found),
        "nationality": first(nationality_told(draft, _country), *nationalities),
        "valid": _valid(draft, prose, labelled, found),
    }
    return kept(values)


def work_permit(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """Who may work, for whom, until when: a card, a notice in sentences, or a screen."""
    prose = prose_of(draft)
    heads = r"(?:工作|聘用|用人|聘请|用工)单位(?:名称)?(?:/?[A-Za-z]+)?|雇主|Employer"
    values: Values = {
        "name": first(_name(draft, labelled, found), said(prose, _HELD, name_in), _in_two_scripts(draft, context)),
        "permit_number": first(
            said(prose, _PERMIT, str), labelled_as("permit_number", labelled, found, _permit_number)
        ),
        "employer": first(
            labelled_as("employer", labelled, found, org_in),
            under(draft, heads, org_in),
            said(prose, _EMPLOYED, org_in),
        ),
        "valid": _valid(draft, prose, labelled, found),
    }
    return kept(values)


def _type(prose: Prose) -> Value | None:
    for name, words in _TYPES:
        match = prose.search(words)
        if match is not None:
            return prose.value(name, *match.span())
    return None


def person_in(text: str) -> str | None:
    """The Chinese name a run begins or ends with, else the Latin one: 靳钊 WU, PEI CHEN."""
    bare = _SEX_BEHIND.sub("", text.strip(" :/"))
    han = re.fullmatch(
        r"(?P<n>[㐀-鿿·]{2,12})[\s/(]*[A-Z][A-Za-z ,.'\-)]*|[A-Z][A-Za-z ,.'\-]*[\s/(]*(?P<m>[㐀-鿿·]{2,12})\)?", bare
    )
    if han is not None:
        return name_in(han["n"] or han["m"])
    latin = re.fullmatch(r"[A-Z][A-Za-z'\-]+,?(?: [A-Z][A-Za-z.'\-]*){1,4}", bare)
    return latin.group() if latin else name_in(bare)


def _name(draft: Draft, labelled: Mapping[str, Value], found: Found) -> Value | None:
    """The Chinese name, where there is one beside the Latin."""
    chinese = {"name": [place for place in found.get("name", ()) if "中文" in place[1].label]}
    read = first(labelled_as("name", {}, chinese, name_in), under(draft, r"中文姓名(?:/?[A-Za-z]+)*", name_in))
    return first(read, labelled_as("name", labelled, found, person_in), under(draft, _NAME_HEADS, person_in))


def _in_two_scripts(draft: Draft, context: Context) -> Value | None:
    """The name that stands without a label, in Chinese and in Latin letters: 穆清和 LIND ANNA.

    One that the dossier knows goes before others, which are not sure.
    """
    runs = [flow for layout in draft.layouts for flow, _ in pieces(layout)]
    both = [(match, flow) for flow in runs if (match := _BOTH.fullmatch(flow.text))]
    named = [(name_in(match["v"]), flow.spot(*match.span("v"))) for match, flow in both]
    read = [valued(name, spot) for name, spot in named if name is not None and spot is not None]
    known = next((name for name in read if name.value in context.names), None)
    return known or next((replace(name, confidence=min(name.confidence, _SURMISED)) for name in read), None)


def _country(text: str) -> str | None:
    bare = text.strip(" :/")
    head = re.match(r"[㐀-鿿]{2,10}(?=[\s/(]+[A-Z])", bare) or re.search(r"(?<=[A-Z(/ ])[㐀-鿿]{2,10}(?=\)?$)", bare)
    bare = head.group() if head else bare
    return bare if _COUNTRY.fullmatch(bare) and not re.search(r"国籍|地区$|日期|性别|签发|机关", bare) else None


def _number_in(text: str) -> str | None:
    bare = re.sub(r"^/?(?:ID|CARD|DOCUMENT|PERMIT)?NO\.?:?", "", re.sub(r"[\s\-()]", "", text).upper())
    match = _NUMBER.fullmatch(bare)
    return match.group() if match else None


def _permit_number(text: str) -> str | None:
    bare = re.sub(r"\s", "", text).strip(":")
    return bare if re.fullmatch(r"[A-Z]{0,4}\d{8,20}[A-Z]?", bare) else None


def _number(draft: Draft, prose: Prose, labelled: Mapping[str, Value], found: Found) -> Value | None:
    """The labelled number; a passport's machine-readable zone proves it, or proves another reading of it."""
    value = first(
        labelled_as("id_number", labelled, found, _number_in), under(draft, _NUMBER_HEADS, _number_in), _alone(draft)
    )
    zone = next(iter(_zones(prose)), None)
    if zone is None and value is not None and re.fullmatch(MIXED_PASSPORT, str(value.value)):
        return replace(value, confidence=min(value.confidence, UNPROVEN))
    if zone is None or value is None or not value.known:
        return first(value, prose.value(zone["n"], zone.start("n"), zone.end("n")) if zone else None)
    if str(value.value) == zone["n"]:
        return replace(value, confidence=max(value.confidence, 0.99))
    return replace(value, confidence=min(value.confidence, 0.8))


def _zones(prose: Prose) -> Iterator[re.Match[str]]:
    for match in _MRZ.finditer(prose.text):
        worth = [int(c, 36) for c in match["n"].ljust(9, "<").replace("<", "0")]
        if sum(w * _WEIGHTS[i % 3] for i, w in enumerate(worth)) % 10 == int(match["c"]):
            yield match


def _alone(draft: Draft) -> Value | None:
    """The one number on the page that stands alone and proves itself."""
    runs = [(flow, spot) for layout in draft.layouts for flow, spot in pieces(layout)]
    numbers = [(number, spot) for flow, spot in runs if (number := _number_in(flow.text)) is not None]
    proven = [(n, spot) for n, spot in numbers if len(n) == 18 and id_number_problem(n) is None]
    if len({n for n, _ in proven}) != 1:
        return None
    number, spot = proven[0]
    return Value(number, spot.text, spot.file, spot.page, spot.box.rounded(), "ocr", min(spot.confidence, 0.9))


def _valid(draft: Draft, prose: Prose, labelled: Mapping[str, Value], found: Found) -> Value | None:
    """The period of validity; of a paper that names its last day alone, from its day of issue."""
    period = first(
        labelled_as("valid", {}, found, period_in),
        under(draft, _VALID_HEADS, period_in),
        said(prose, _VALID_SAID, period_in),
    )
    if period is not None and period.known:
        return period
    return validity_told(draft, prose) or period or labelled.get("valid")
