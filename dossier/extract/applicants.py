"""Whom a notice, letter or list speaks of: names with the title they apply for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import dropwhile, takewhile

from dossier.extract.applicant_tables import first_title, from_tables, loses_somebody, tells_present_titles
from dossier.extract.applying import applying, several_titles
from dossier.extract.layout import Layout, Spot, stacked
from dossier.extract.persons import MISREAD, UNSURE, counts_more, leaves_some_out, may_be_misread, stands_for_a_rarer
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import (
    APPLIES,
    BEFORE_A_NAME,
    BEHIND_A_NAME,
    LISTED_NAME,
    NAME,
    NOT_A_NAME,
    OF_A_UNIT,
)
from dossier.model import Box, Value
from dossier.text.regex import Regex

_Span = tuple[str, int, int]  # a name and where it stands in the text


def read_applicants(
    prose: Prose, layouts: Sequence[Layout], titles: Collection[str], known: Collection[str]
) -> Value | None:
    """[{name, title}] as published, in the order of the page. A title may be None.

    Names the dossier gives elsewhere are found whatever their surname. A name that differs from such a one in a single
    character may be that one misread: it is not sure.
    """
    listed = [*from_tables(layouts, titles), *_below_titles(prose, titles)]
    people: dict[str, str | None] = {}
    read: list[tuple[str, Spot]] = []
    holds = bool(listed) and tells_present_titles(layouts)
    for name, title, spot in [*listed, *_from_prose(prose, titles, known, not listed, not holds)]:
        if name not in people or (people[name] is None and title):
            people[name] = title
            read.append((name, spot))
    if not people:
        return None
    shared = None if holds else _shared_title(prose.text, titles, people)
    said = shared if len(people) == 1 and not any(title for _, title, _ in listed) else None
    people = {name: said or title or shared for name, title in people.items()}
    spot = read[0][1]
    box = Box.around(place.box for _, place in read if place.sheet == spot.sheet)
    sure = _sureness(read, known)
    misread = any(may_be_misread(name, other) for name in people for other in known if other not in people)
    if misread or any(stands_for_a_rarer(name, known) for name in people):
        sure = min(sure, MISREAD)
    if counts_more(prose.text, people) or loses_somebody(layouts, titles):
        sure = min(sure, UNSURE)
    raw = "、".join(people) + ("等" if leaves_some_out(prose.text, people) else "")
    joined = Spot(raw, spot.file, spot.page, box, sure, spot.method)
    return valued([{"name": name, "title": title} for name, title in people.items()], joined)


def _sureness(read: Sequence[tuple[str, Spot]], known: Collection[str]) -> float:
    """That of the name read least surely, of those that may be a known one misread: they have a letter in common."""
    near = [spot.confidence for name, spot in read if not known or any({*name} & {*other} for other in known)]
    return min(near, default=max(spot.confidence for _, spot in read))


def _below_titles(prose: Prose, titles: Collection[str]) -> Iterator[tuple[str, str | None, Spot]]:
    """People put together by their titles: 二、申报高级农艺师四人：张三、李四；三、……"""
    for match in re.finditer(rf"(?P<title>{_any_of(titles)}){_COUNTED_AND_LISTED}", prose.text):
        start = match.start("names")
        if not any(re.fullmatch(NAME, name) for name in match["names"].split("、")):
            continue
        for name in re.finditer(LISTED_NAME, match["names"]):
            spot = prose.spot(start + name.start(), start + name.end())
            if spot is not None and not NOT_A_NAME.search(name.group()):
                yield name.group(), match["title"], spot


def _any_of(titles: Collection[str]) -> str:
    """A pattern for any of the titles, the longest that fits; nothing where there are none."""
    return "|".join(map(re.escape, sorted(titles, key=len, reverse=True))) or "(?!)"


def _shared_title(text: str, titles: Collection[str], people: Collection[str]) -> str | None:
    """The one title that the page says is applied for; None where it names several or none. 工程师张三 bears his."""
    named = {
        title
        for match in re.finditer(APPLIES, text)
        for title in several_titles(re.split(r"[。;,]|公示|条件", text[match.end() : match.end() + 28])[0], titles)
        if not any(title + name in text[match.end() :] for name in people)
    }
    others = {match["t"] for match in _ANOTHER_TITLE.finditer(text) if first_title(match["t"], titles) is None}
    return named.pop() if len(named) == 1 and not others else None


def _from_prose(
    prose: Prose, titles: Collection[str], known: Collection[str], alone: bool, adjacent: bool
) -> Iterator[tuple[str, str | None, Spot]]:
    """`alone`: no table names anybody, so that less sure wordings count; `adjacent`: the title right behind counts."""
    body = _without_labels(prose)
    text = body.text
    spans = [(name, m.start(), m.end()) for name in known for m in re.finditer(re.escape(name), text)]
    for pattern in _SURE_OF_A_NAME:
        spans += _named(pattern, text, 0)
    for row in body.row_starts:
        if _OPENS_A_SENTENCE.search(text[:row]):
            spans += _named(_ROW_BEGINS_WITH_A_COMRADE, text[row : row + 16], row)
    told = {(one.name, one.start, one.end): one.title for one in applying(text, titles)}
    spans += told
    if alone:
        for row in body.row_starts:
            spans += _named(_ROW_BEGINS_WITH_A_NAME, text[row : row + 48], row)[:1]
        spans = spans or _named(_PERHAPS_A_NAME, text, 0)
    spans += [one for run in _enumerations(text) if alone and _is_of_people(run, text, spans, titles) for one in run]
    with_titles = _before_titles(body, titles)
    if any(one in spans for one in with_titles):
        spans += with_titles
    spans = [one for one in spans if not (_holds(one, known) or _ENDS_A_TITLE.match(text, max(one[1] - 1, 0)))]
    borne = [match.span() for match in re.finditer(_any_of(titles), text)]
    for name, start, end in _longest(spans):
        if any(a < start < b for a, b in borne):
            continue
        if (NOT_A_NAME.search(name.replace("·", "")) and name not in known) or name in titles:
            continue
        spot = body.spot(start, end)
        if spot:
            yield name, told.get((name, start, end)) or _title_behind(text[end : end + 60], titles, adjacent), spot


def _holds(span: _Span, known: Collection[str]) -> bool:
    """Whether a known name is only a part of what was taken for one: 李玉兰 of 李玉兰等."""
    return span[0] not in known and "·" not in span[0] and any(name in span[0] for name in known)


def _longest(spans: Sequence[_Span]) -> list[_Span]:
    """In the order of the text, without those that lie within a longer one: 卓玛 in 卓玛·央金."""
    return sorted(
        {
            one
            for one in spans
            if not any(other[1] <= one[1] and one[2] <= other[2] and other[1:] != one[1:] for other in spans)
        },
        key=lambda one: one[1:],
    )


def _without_labels(prose: Prose) -> Prose:
    """Without rows that are but a label: one that stands in the middle of its value's height parts it."""
    rows = [[row for row in flow.rows() if not _LABEL_ROW.fullmatch(row.prose.text)] for flow in prose.whole]
    return Prose([stacked(kept) for kept in rows if kept])


def _enumerations(text: str) -> Iterator[list[_Span]]:
    """Names with 、 or the like between them, each perhaps with a title in brackets."""
    for match in _ENUMERATION.finditer(text):
        run = [
            (one["n"], match.start() + one.start("n"), match.start() + one.end("n"))
            for one in _MEMBER.finditer(match.group())
        ]
        named = dropwhile(lambda one: NOT_A_NAME.search(one[0]) is not None, run)
        people = list(takewhile(lambda one: not NOT_A_NAME.search(one[0]), named))
        if len(people) > 1:
            yield people


def _before_titles(prose: Prose, titles: Collection[str]) -> list[_Span]:
    """Names with a title right behind them, each at the beginning of a row or behind a mark: 张三高级工程师、李四……"""
    found: list[_Span] = []
    for match in re.finditer(_any_of(titles), prose.text):
        for length in (2, 3, 4):
            start = match.start() - length
            name = prose.text[max(start, 0) : match.start()]
            opens = start >= 0 and (start in prose.row_starts or re.match(r"[、,;:/.)\d]", prose.text[start - 1]))
            if opens and re.fullmatch(NAME, name) and not NOT_A_NAME.search(name):
                found.append((name, start, match.start()))
    return found


def _is_of_people(run: Sequence[_Span], text: str, spans: Sequence[_Span], titles: Collection[str]) -> bool:
    """One of them is known to be a person, or titles stand in brackets behind them."""
    if any(start == other[1] for _, start, _ in run for other in spans):
        return True
    bracket = re.match(r"\(([^()]{2,20})\)", text[run[0][2] :])
    return bracket is not None and first_title(bracket[1], titles) is not None


_ENDS_A_TITLE = Regex("[教程医药护律讲农艺计会经]师")
"""A title's end, of which 师 is a surname as well: 教师王明."""
_SURE_OF_A_NAME = (
    Regex(
        rf"(?:公示对象|公示人员|申报人(?:员)?|参评人员|姓名)(?:为|是)?:?(?P<n>{NAME})(?=同志|等|[,。、;:(]|性别|申报|$)"
    ),
    Regex(rf"(?:^|[,.。、;:)为对将])(?P<n>{NAME})同志"),
    Regex(rf"(?:^|[;。见论])(?P<n>{NAME}):(?=[^:;。]{{0,60}}{APPLIES}[^:;。]{{2,14}}(?:[;。]|$))"),
    Regex(rf"(?P<n>{NAME})(?=\(拟?(?:申报|申请|参评|晋升)[^()]{{2,16}}\))"),
    Regex(
        rf"(?:^|[、,。;:了对为将及和与]|中心|[部科室系处所院队组])(?P<n>(?!严格|应当|单独|干部|人员|同事){NAME})"
        r"(?=拟?(?:申报|申请晋升|参评)(?!人|材料|条件)[^、,。;]{2,12}[、,。;的])"
    ),
    Regex(rf"{APPLIES}[㐀-鿿()]{{2,16}}(?:人员|人选|对象|的同志):(?P<n>{LISTED_NAME})(?=[(、。;,]|同志|$)"),
)
_ROW_BEGINS_WITH_A_COMRADE = Regex(rf"^(?P<n>{NAME})同志(?!联系|反映|担任|负责|受理|[、,](?!男|女|现|拟|19))")
_OPENS_A_SENTENCE = Regex(r"(?:^|[。;:!)]|公示|公告|通告|启事|公示书)$")
_ROW_BEGINS_WITH_A_NAME = Regex(rf"^(?:\(?\d{{1,2}}[.、)])?(?P<n>{NAME}){BEHIND_A_NAME}[,(]?[^。;]{{0,16}}?{APPLIES}")
_PERHAPS_A_NAME = Regex(rf"(?:{BEFORE_A_NAME}|^)(?P<n>{NAME}){BEHIND_A_NAME}(?=[^。;]{{0,24}}?{APPLIES})")
_COUNTED_AND_LISTED = (
    rf"(?:职称|资格|职务)?(?:人员)?\(?(?:[\d一二三四五六七八九十两]{{1,3}}[人名位])?\)?:"
    rf"(?P<names>{LISTED_NAME}(?:、{LISTED_NAME})*)(?=[;。]|$)"
)
"""What stands behind a title under which people are listed: 四人：张三、李四；"""
_APPLIES_NEXT = Regex(rf"[,(]?[㐀-鿿]{{0,3}}?{APPLIES}(?!人|对象|材料)")
"""Behind the title that somebody holds, what he applies for: 张三工程师,破格申报高级工程师."""
_OF_A_NUMBER = Regex(r"[㐀-鿿]{0,6}[〔(\[](?:19|20)\d\d[〕)\]]")
"""What stands behind the letters with which a document's number begins: 云杉数科〔2025〕18号."""
_BRACKET = r"(?:\([^()]{2,24}\))?"
_MEMBER = Regex(rf"(?P<n>{NAME})(?:同志)?{_BRACKET}(?=[、,;/和及与等]|同志|申报|(?<=\))|$)")
_ENUMERATION = Regex(rf"(?:{NAME})(?!·){_BRACKET}(?:(?:[、,;/]|和|及|与|(?<=\)))(?:{NAME})(?!·){_BRACKET})+")
_ANOTHER_TITLE = Regex(
    r"(?:拟?申报|申请|参评|晋升)(?P<t>[^,。;:、(]{1,12}?(?:师|员|教授|编审|记者|编辑))(?=[,。;、的]|职称|资格)"
)
"""A title applied for, which may be of no series of the country's list: 申报政工师."""
_LABEL_ROW = Regex(
    r"(?:公示|申报|参评|推荐|被推荐|评审)?(?:对象|人员|人员?姓名|人选|名单|人|内容|事项|时间|期限|地点|方式|渠道|范围|结果)(?:及(?:拟?申报)?(?:职务|职称|资格))?"
)


def _named(pattern: Regex, text: str, offset: int) -> list[tuple[str, int, int]]:
    return [
        (m["n"], offset + m.start("n"), offset + m.end("n"))
        for m in pattern.finditer(text)
        if not NOT_A_NAME.search(m["n"]) and not _runs_on(text, m.start("n"), m.end("n"))
    ]


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a word that is no name goes on behind it: 和本单 in 和本单位; 祁连 before 同志 is a name."""
    within = any(hit.start() < end - start for hit in NOT_A_NAME.finditer(text[start : end + 1]))
    goes_on = OF_A_UNIT.match(text, end) or _OF_A_NUMBER.match(text, end)
    return not text.startswith("同志", end) and (within or goes_on is not None)


_ONE_OF_SEVERAL = Regex(r"[、和及与]|[两二三四五六七八九十\d]{1,3}[位名人]")
"""Behind a name in a list, or the last of those that are counted."""


def _title_behind(text: str, titles: Collection[str], adjacent: bool) -> str | None:
    """The title applied for: the one that follows the verb of applying, else none; nor where several people share
    several titles: 张三、李四2人申报高级教师和一级教师."""
    behind = first_title(text[:8], titles)
    if adjacent and behind is not None and text.startswith(behind) and not _APPLIES_NEXT.match(text, len(behind)):
        return behind
    bracket = re.match(r"\((?P<inside>[^()]{2,20})\)", text)
    if bracket and first_title(bracket["inside"], titles):
        return first_title(bracket["inside"], titles)
    sentence = re.split(r"[。;]", text)[0]
    applies = re.search(APPLIES, sentence) if _ONE_OF_SEVERAL.match(text) else None
    clause = re.split(rf",|{APPLIES}", sentence[applies.end() :])[0] if applies else ""
    if len(set(several_titles(clause, titles))) > 1:
        return None
    marks = (APPLIES, "参加|(?<![现原])职称:|(?<![现原])资格:")
    told = (first_title(sentence[match.end() :], titles) for mark in marks for match in re.finditer(mark, sentence))
    return next((title for title in told if title is not None), None)
