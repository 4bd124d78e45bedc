"""Sentences that say who applies for which title, whatever stands before the name: 我院主管护师张三今年报副主任护师."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from dossier.extract.applicant_tables import first_title
from dossier.extract.wording import COMPOUND_SURNAMES, LISTED_NAME, NAME, NOT_A_NAME
from dossier.text import chinese_number
from dossier.text.regex import Regex


@dataclass(frozen=True)
class Applying:
    """One person and, where the sentence tells it, the title applied for; places are those of the name in the text."""

    name: str
    title: str | None
    start: int
    end: int


_BRACKET = r"\([^()]{2,16}\)"
_HONOUR = r"(?:同志|老师|先生|女士|医生)"
_VERB = (
    r"(?:现|今年|本年度|本次|此次|分别|一并|均|破格|正常)*(?:拟)?"
    r"(?:申报|申请晋升|申请|参评|晋升|竞聘|评审|申评|晋|报)(?!名|送|表|告|酬|价|到)"
)
_BEHIND_A_NAME = rf"(?:(?:{_HONOUR}(?:{_BRACKET})?|{_BRACKET}{_HONOUR}?)[,、]?|等{_HONOUR}?)?"
_APPLIES = Regex(rf"{_BEHIND_A_NAME}{_VERB}(?=(?P<what>[^,。;:、]{{2,26}}))")
"""Behind a name: what he applies for."""
_OPENS = Regex(
    r"(?:^|[,.。;:)》\"”▲●◆■\d]|推荐|同意|决定|确定|[本我该](?:单位|公司|集团|院|校|局|所|厂|站|中心|馆|社|园|台|厅|处|队)|职工|员工|教师"
    r"|同事|干部|人员|人选|对象|医生|了|[对为将就和及与即]|分别是|包括|中心|[部科室处所院校局站厂馆组社队系班园台厅坊矿企店库])$"
)
"""What may stand right before a name in a sentence."""
_AFTER_A_NAME = Regex(
    rf"(?:^|[,。;:、)]|推荐|同意|[对为将就]|人员|对象|职工|教师|[部科室处所院校局站厂馆组]|中心)(?P<n>{NAME}){_HONOUR}?"
    rf"(?:{_BRACKET})?(?:{_VERB}[^,。;、]{{2,26}})?、$"
)
"""Before a name in a list: another one, perhaps with its title or what it applies for."""
_NO_PERSON = Regex(
    "党员|学士|硕士|博士|本科|专科|推荐|评议|评定|考评|岗位|[部科室厅局处组院校系班]$|等$|共$|[二两三四五六七八九十几数][位名人]$"
)
"""No name, or no end of one but of how many there are: 张三、李四两位."""
_IN_BRACKETS = Regex(rf"(?P<n>{LISTED_NAME})\((?P<t>[^()]{{2,12}})\)")
"""A name with a title in brackets behind it, and perhaps words before it."""
_GOES_ON = Regex(
    r"(?:等)?(?:[二两三四五六七八九十\d]{1,3}[位名人])?(?:同志|老师|教师|职工|员工|人)?,?(?P<turn>(?:现|拟|今年|本年度)*分别)?"
    rf"{_VERB}(?P<what>[^。;]{{2,60}})"
)
_NAMES_IN_TURN = Regex(
    rf"(?<![教医药护律讲农艺程计会经工、和及与])(?P<names>{NAME}(?:[、和及与]{NAME})+)等?"
    r"(?:[二两三四五六七八九十\d]{1,3}[位名人])?(?:同志|老师|职工)?[^。;]{0,40}?分别(?:拟?申报|申请|晋升|参评|为)(?P<what>[^。;]{4,60})"
)
_OF_WHOM = Regex(rf"{_VERB}(?P<what>[^,。;:、的]{{2,20}})的(?P<n>{NAME})(?={_HONOUR}|等|[、,。;和与及]|$)")
"""Before a name: what its bearer applies for. 申报高级教师的张三、申报一级教师的李四."""
_COUNTED_NAMES = Regex(
    rf"(?P<names>(?:(?<=[、,;:。(])(?:(?![和及与])[㐀-鿿]){{3}}|{NAME})(?:[、和及与](?:(?![和及与])[㐀-鿿]){{2,4}})+)"
    rf"(?P<n>[二两三四五六七八九十\d]{{1,3}})[位名]?(?:人|同志|老师|教师|职工)[(,]?{_VERB}(?P<what>[^,。;:()]{{2,20}})"
)
_CLAUSE = Regex(r"[^,。;:]+")
_BY_PLACES = Regex(rf"{_VERB}(?P<what>[^,。;:、]{{2,14}}):(?P<list>[^,。;:]{{6,90}})(?=[。;])")
"""甲乙两名教师申报高级教师:前峪教学点张三、中心小学李四."""
_AT_A_PLACE = Regex(
    rf"[㐀-鿿]{{2,16}}(?:[校园点站所部科室队厂院处组馆]|中心|小学|中学|大学|公司)(?P<n>{NAME})(?:{_HONOUR})?"
)
_EACH_HIS_OWN = Regex(rf"(?<=[(:;])(?P<n>{NAME}),(?:{_VERB}|拟评)(?P<what>[^,;。:()]{{2,16}})(?=[;)。])")
"""(张三,拟评工程师;李四,拟评高级工程师)"""
_ANOTHER_APPLIES = Regex(rf"[,、](?=[^,、]{{2,8}}?{_VERB})")


def applying(text: str, titles: Collection[str]) -> list[Applying]:
    """Everybody of whom the text says that he applies, in its order; nobody twice at one place.

    A title must follow the verb or stand in brackets, so that any letters a surname begins may be a name, and in a
    list of names any letters at all.
    """
    found = {one.start: one for one in _in_turn(text, titles)}
    found |= {one.start: one for one in _in_sentences(text, titles)}
    found |= {one.start: one for one in _listed(text, titles)}
    found |= {one.start: one for one in _of_whom(text, titles)}
    found |= {one.start: one for one in _all_of_them(text, titles)}
    found |= {one.start: one for one in _by_places(text, titles)}
    found |= {one.start: one for one in _one_by_one(text, titles)}
    return [found[start] for start in sorted(found)]


def _in_sentences(text: str, titles: Collection[str]) -> Iterator[Applying]:
    for match in _APPLIES.finditer(text):
        title = first_title(match["what"], titles)
        name = _name_before(text, match.start(), titles) if title is not None else None
        if name is not None:
            yield Applying(name, title, match.start() - len(name), match.start())


def _of_whom(text: str, titles: Collection[str]) -> Iterator[Applying]:
    for match in _OF_WHOM.finditer(text):
        title = first_title(match["what"], titles)
        if title is not None and _may_be_a_name(match["n"], titles):
            yield Applying(match["n"], title, *match.span("n"))


def _all_of_them(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names in a list, how many they are, and in brackets or right behind what all of them apply for: one title."""
    for match in _COUNTED_NAMES.finditer(text):
        behind = _CLAUSE.match(text, match.start("what"))
        title = first_title(match["what"], titles)
        if behind is not None and len(set(several_titles(behind.group(), titles))) > 1:
            continue
        listed = re.finditer(r"[^、和及与]+", match["names"])
        names = list(dropwhile(lambda one: not _may_be_a_name(one.group(), titles), listed))
        counted = chinese_number(match["n"].replace("两", "二"))
        if (
            title is None
            or not names
            or len(names) != counted
            or not _opens_a_list(text, match.start() + names[0].start())
        ):
            continue
        if not all(_may_be_a_name(one.group(), titles) for one in names):
            continue
        for one in names:
            start = match.start("names") + one.start()
            yield Applying(one.group(), title, start, start + len(one.group()))


def _opens_a_list(text: str, at: int) -> bool:
    """Whether a name may begin here, which no letter before it belongs to."""
    return text[:at].endswith("、") or _OPENS.search(text[:at]) is not None


def _by_places(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names behind the title that is applied for, each behind where its bearer works; none unless all are read so."""
    for match in _BY_PLACES.finditer(text):
        title = first_title(match["what"], titles)
        people = [_AT_A_PLACE.fullmatch(part) for part in match["list"].split("、")]
        names = [one["n"] for one in people if one is not None and _may_be_a_name(one["n"], titles)]
        if title is None or len(names) < len(people):
            continue
        at = match.start("list")
        for name in names:
            at = text.index(name, at)
            yield Applying(name, title, at, at + len(name))
            at += len(name)


def _one_by_one(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names parted by semicolons, each with a comma and what its bearer applies for behind it."""
    for match in _EACH_HIS_OWN.finditer(text):
        title = first_title(match["what"], titles)
        if title is not None and _may_be_a_name(match["n"], titles):
            yield Applying(match["n"], title, *match.span("n"))


def _name_before(text: str, end: int, titles: Collection[str]) -> str | None:
    """The name that ends here and begins behind a word or mark that may stand before one."""
    for length in (3, 2, 4):
        name, before = text[max(end - length, 0) : end], text[: max(end - length, 0)]
        if len(name) < length or not _may_be_a_name(name, titles):
            continue
        if before.endswith("、"):
            listed = _AFTER_A_NAME.search(before[-60:])
            if listed and _may_be_a_name(listed["n"], titles) and re.fullmatch(LISTED_NAME, name):
                return name
            continue
        if not re.fullmatch(NAME, name) or (length == 4 and not re.match(COMPOUND_SURNAMES, name)):
            continue
        if _OPENS.search(before) or before.endswith(tuple(titles)):
            return name
    return None


def _may_be_a_name(name: str, titles: Collection[str]) -> bool:
    return not NOT_A_NAME.search(name.replace("·", "")) and not _NO_PERSON.search(name) and name not in titles


def _listed(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names with titles in brackets; where the text goes on with (分别)申报, those are the titles they hold."""
    for run in _runs(text, titles):
        last = run[-1][2]
        told = _GOES_ON.match(text, text.index(")", last) + 1)
        wanted = _wanted(told, titles) if told else []
        for index, (name, start, end, bracket) in enumerate(run):
            if not told:
                title = first_title(bracket, titles)
            elif len(wanted) == 1 and not told["turn"]:
                title = wanted[0]
            else:
                title = wanted[index] if len(wanted) == len(run) else None
            yield Applying(name, title, start, end)


def _wanted(told: re.Match[str], titles: Collection[str]) -> list[str]:
    """The titles behind 申报, up to the next who applies."""
    what = _ANOTHER_APPLIES.split(told["what"])[0]
    return several_titles(what if told["turn"] else what.split(",")[0], titles)


def _runs(text: str, titles: Collection[str]) -> Iterator[list[tuple[str, int, int, str]]]:
    """(name, start, end, what its brackets say) of those that bear a title, in runs with at most a mark between."""
    run: list[tuple[str, int, int, str]] = []
    closed = 0
    for one in _IN_BRACKETS.finditer(text):
        name = _within(one["n"], text[: one.start()], titles) if first_title(one["t"], titles) else None
        if name is None:
            continue
        start = one.end("n") - len(name)
        if run and not re.fullmatch(r"[、,;和及与]{0,2}", text[closed:start]):
            yield run
            run = []
        run.append((name, start, one.end("n"), one["t"]))
        closed = one.end()
    if run:
        yield run


def _within(letters: str, before: str, titles: Collection[str]) -> str | None:
    """The name at the end of some letters: 王芳 of 现对王芳. A rare surname needs a mark of lists before it."""
    for at in range(len(letters) - 1):
        name = letters[at:]
        behind = before + letters[:at]
        opens = _OPENS.search(behind) or behind.endswith("、")
        if re.fullmatch(NAME, name) and opens and _may_be_a_name(name, titles):
            return name
    listed = before[-1:] in ("、", ";", ")", "▲", ",")
    return letters if listed and _may_be_a_name(letters, titles) else None


def _in_turn(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names in a list and behind them, in the same order, what each applies for: 张三、李四两位同志分别申报……"""
    for match in _NAMES_IN_TURN.finditer(text) if "分别" in text else ():
        names = list(re.finditer(r"[^、和及与]+", match["names"]))
        wanted = several_titles(match["what"], titles)
        if len(names) == len(wanted):
            for one, title in zip(names, wanted, strict=True):
                start = match.start("names") + one.start()
                yield Applying(one.group(), title, start, start + len(one.group()))


def several_titles(text: str, titles: Collection[str]) -> list[str]:
    """The titles a text names one after the other: 编审、副编审."""
    named = (first_title(part, titles) for part in re.split(r"[、,和及与]", text))
    return [title for title in named if title is not None]
