"""Certificates of education in running text: the diploma and the degree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.letters import person, signed_off
from dossier.extract.kinds.seeking import dated, kept, prose_of
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME
from dossier.model import Value
from dossier.text import parse_month

SCHOOL = r"[㐀-鿿]{2,20}?(?:大学|学院|学校|研究院|研究所|党校)"
_STUDENT = re.compile(rf"(?:学生|学员|研究生|兹有|毕业生|姓名:?)?(?P<n>{NAME}),?(?:性别:?)?(?P<s>男|女)")
_SEX = re.compile(r"性别:?(?P<s>男|女)|,(?P<t>男|女)[,。]|[㐀-鿿](?P<u>男|女),")
_LEVEL = re.compile(
    r"博士研究生|硕士研究生|(?P<b>(?:普通|成人|自考)?(?:全日制)?本科)|(?P<c>(?:高职|普通|成人)?(?:专科|大专))|(?P<d>中专|中等专业)"
)
_MAJOR = re.compile(
    r"(?:本校|我校|本院|我院|该校|大学|学院|系|攻读|修读|学习|参加|专业:|在)(?P<m>(?:(?!攻读|修读|学习|参加|大学|学院|[本我该][校院])[㐀-鿿()、]){2,20}?)(?:学科)?\(?专业"
)
_MAJOR_BEHIND = re.compile(r"专业:?(?P<m>[㐀-鿿()]{2,20}?)(?:[,。]|(?:[二三四五2345]年制)|层次|学制|本科|专科|$)")
_DEGREE = re.compile(r"(?:授予(?:其)?)?(?P<d>[㐀-鿿]{1,10}?(?:学士|硕士|博士))学位(?!证书|评定|条例|法|论文|授予)")
_NUMBER = re.compile(r"(?:证书编号|编号|学位证书编号|学历证书编号)(?:No\.?)?:?(?P<n>[A-Z]?\d{10,20})")
_STUDIED_TO = re.compile(r"[至到\-—~](?P<d>[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,2}月)")


def diploma(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """毕业证书: whose, of which school, in what, at which level, when."""
    prose = prose_of(draft)
    school, issued = signed_off(draft)
    values: dict[str, Value | None] = {
        "name": _student(prose, labelled, context),
        "sex": _sex(prose),
        "school": _school(prose, labelled.get("school"), school),
        "major": _major(prose),
        "education": _level(prose),
        "graduated": _graduated(prose, issued),
        "certificate_number": _number(prose),
    }
    return kept(values)


def degree(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """学位证书: whose, which degree, of which school, when."""
    prose = prose_of(draft)
    school, issued = signed_off(draft)
    granted = [match for match in _DEGREE.finditer(prose.text) if not re.search(r"符合|条例|国家", match["d"])]
    last = granted[-1] if granted else None
    values: dict[str, Value | None] = {
        "name": _student(prose, labelled, context),
        "degree": _bare_degree(prose, last) if last else None,
        "school": _school(prose, labelled.get("school"), school),
        "certificate_number": _number(prose),
        "date": issued or dated(draft),
    }
    if last is None and "degree" in labelled:
        values["degree"] = replace(labelled["degree"], value=None, reason="ambiguous", confidence=0.0)
    return kept(values)


def _bare_degree(prose: Prose, match: re.Match[str]) -> Value | None:
    """The degree without what leads up to it: 经审核合格授予工学学士学位 → 工学学士."""
    words = re.search(
        r"(?:(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术|交叉)学|[㐀-鿿]{2,6}?)(?:学士|硕士|博士)$",
        match["d"],
    )
    shortest = re.search(
        r"(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术|交叉)学(?:学士|硕士|博士)$", match["d"]
    )
    words = shortest or words
    if words is None:
        return None
    start = match.start("d") + words.start()
    return prose.value(words.group(), start, match.end("d"))


def _student(prose: Prose, labelled: Mapping[str, Value], context: Context) -> Value | None:
    """A name the dossier knows, else the one before the sex, else the labelled one."""
    known = person(prose, context)
    if known is not None:
        return known
    match = prose.search(_STUDENT)
    if match:
        return prose.value(match["n"], match.start("n"), match.end("n"))
    return labelled.get("name")


def _sex(prose: Prose) -> Value | None:
    match = prose.search(_SEX)
    if match is None:
        return None
    group = match.lastgroup or "s"
    return prose.value(match[group], match.start(group), match.end(group))


def _school(prose: Prose, labelled: Value | None, signed: Value | None) -> Value | None:
    """The unit that signs, else the one behind 校名, without what follows it there."""
    if labelled is not None and isinstance(labelled.value, str) and (match := re.match(SCHOOL, labelled.value)):
        return replace(labelled, value=match.group())
    if signed is not None and re.fullmatch(SCHOOL, str(signed.value)):
        return signed
    match = re.search(rf"(?:在|于)(?P<s>{SCHOOL})", prose.text)
    return prose.value(match["s"], match.start("s"), match.end("s")) if match else signed


def _major(prose: Prose) -> Value | None:
    match = prose.search(_MAJOR) or prose.search(_MAJOR_BEHIND)
    return prose.value(match["m"], match.start("m"), match.end("m")) if match else None


def _level(prose: Prose) -> Value | None:
    """博士研究生, 硕士研究生, 本科, 专科 or 中专."""
    match = prose.search(_LEVEL)
    if match is None:
        return None
    level = {"b": "本科", "c": "专科", "d": "中专"}.get(match.lastgroup or "", match.group())
    return prose.value(level, *match.span())


def _graduated(prose: Prose, issued: Value | None) -> Value | None:
    """The month the studies ended: the date behind 至, else the day of issue."""
    match = prose.search(_STUDIED_TO)
    month = parse_month(match["d"]) if match else None
    if match and month:
        return prose.value(month, match.start("d"), match.end("d"))
    if issued is not None and isinstance(issued.value, str):
        return replace(issued, value=issued.value[:7])
    return None


def _number(prose: Prose) -> Value | None:
    match = prose.search(_NUMBER)
    return prose.value(match["n"], match.start("n"), match.end("n")) if match else None
