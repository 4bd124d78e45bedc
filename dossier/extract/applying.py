"""Sentences that say who applies for which title, whatever stands before the name: 我院主管护师张三今年报副主任护师."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.applicant_tables import first_title
from dossier.extract.wording import COMPOUND_SURNAMES, LISTED_NAME, NAME, NOT_A_NAME


@dataclass(frozen=True)
class Applying:
    """One person and, where the sentence tells it, the title applied for; places are those of the name in the text."""

    name: str
    title: str | None
    start: int
    end: int


_BRACKET = r"(?:\((?P<bracket>[^()]{2,16})\))?"
_HONOUR = r"(?:同志|老师|先生|女士|医生|教师)?"
_VERB = (
    r"(?:现|今年|本年度|本次|此次|分别|一并|均|破格|正常|[,、])*(?:拟)?"
    r"(?:申报|申请晋升|申请|参评|晋升|竞聘|评审|申评|晋|报)"
)
_APPLIES = re.compile(rf"{_HONOUR}{_BRACKET}{_HONOUR}{_VERB}(?!名|送|表|告|酬|价|到)(?=(?P<what>[^,。;:、]{{2,26}}))")
"""Behind a name: what he applies for."""
_OPENS = re.compile(
    r"(?:^|[,.。、;:)》\"”▲●◆■\d]|推荐|同意|决定|确定|[本我该](?:单位|公司|集团|院|校|局|所|厂|站|中心|馆|社|园|台|厅|处|队)|职工|员工|教师"
    r"|同事|干部|人员|人选|对象|医生|了|对|为|将|和|及|与|、|中心|[部科室处所院校局站厂馆组社队系班园台厅坊矿企店库])$"
)
"""What may stand right before a name in a sentence."""
_COUNTS = re.compile(r"[二两三四五六七八九十几数][位名人]$")
"""No end of a name but of how many there are: 张三、李四两位."""
_LISTED = re.compile(
    rf"(?:(?<=[,、。;:)于对为将和及与▲])|^)(?:[对将为及与](?={NAME}\())?(?P<n>{LISTED_NAME})\((?P<t>[^()]{{2,12}})\)"
)
"""A name with a title in brackets behind it, in a list."""
_RESPECTIVELY = re.compile(
    r"(?:等)?(?:[二两三四五六七八九十\d]{1,3}[位名人])?(?:同志|老师|教师|职工|员工|人)?(?:,)?(?:现|拟|今年|本年度)*分别(?:拟)?(?:申报|晋升|参评|申请)"
    r"(?P<what>[^。;]{4,60})"
)


_NAMES_IN_TURN = re.compile(
    rf"(?P<names>{NAME}(?:[、和及与]{NAME})+)(?:等)?(?:[二两三四五六七八九十\d]{{1,3}}[位名人])?(?:同志|老师|职工)?"
    r"[^。;]{0,40}?分别(?:拟?申报|申请|晋升|参评|为)(?P<what>[^。;]{4,60})"
)


def applying(text: str, titles: Collection[str]) -> list[Applying]:
    """Everybody of whom the text says that he applies, in its order; nobody twice at one place.

    A title must follow the verb, so that any letters a surname begins may be a name, and in a list any letters at all.
    """
    found = {one.start: one for one in [*_listed(text, titles), *_in_sentences(text, titles), *_in_turn(text, titles)]}
    return [found[start] for start in sorted(found)]


def _in_sentences(text: str, titles: Collection[str]) -> Iterator[Applying]:
    for match in _APPLIES.finditer(text):
        title = first_title(match["what"], titles)
        name = _name_before(text, match.start(), titles) if title is not None else None
        if name is not None:
            yield Applying(name, title, match.start() - len(name), match.start())


def _name_before(text: str, end: int, titles: Collection[str]) -> str | None:
    """The name that ends here and begins behind a word or mark that may stand before one."""
    for length in (3, 2, 4):
        name = text[max(end - length, 0) : end]
        before = text[: end - length]
        if len(name) < length or NOT_A_NAME.search(name) or name in titles:
            continue
        if re.fullmatch(LISTED_NAME, name) and before.endswith("、") and not _COUNTS.search(name):
            return name
        if not re.fullmatch(NAME, name) or (length == 4 and not re.match(COMPOUND_SURNAMES, name)):
            continue
        if _OPENS.search(before) or before.endswith(tuple(titles)):
            return name
    return None


def _listed(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names with titles in brackets; where the text goes on with (分别)申报, those are the titles they hold."""
    for run in _runs(list(_LISTED.finditer(text)), text, titles):
        told = _RESPECTIVELY.match(text, run[-1].end())
        wanted = _several_titles(told["what"], titles) if told else []
        shared = _goes_on_applying(text, run[-1].end(), titles)
        for index, one in enumerate(run):
            title = first_title(one["t"], titles) if shared is None else shared
            if told:
                title = wanted[index] if len(wanted) == len(run) else None
            yield Applying(one["n"], title, one.start("n"), one.end("n"))


def _in_turn(text: str, titles: Collection[str]) -> Iterator[Applying]:
    """Names in a list and behind them, in the same order, what each applies for: 张三、李四两位同志分别申报……"""
    for match in _NAMES_IN_TURN.finditer(text):
        names = list(re.finditer(r"[^、和及与]+", match["names"]))
        wanted = _several_titles(match["what"], titles)
        if len(names) == len(wanted):
            for one, title in zip(names, wanted, strict=True):
                start = match.start("names") + one.start()
                yield Applying(one.group(), title, start, start + len(one.group()))


def _runs(found: Sequence[re.Match[str]], text: str, titles: Collection[str]) -> Iterator[list[re.Match[str]]]:
    """Those that bear a title, in runs with at most a mark between them."""
    run: list[re.Match[str]] = []
    for one in found:
        if first_title(one["t"], titles) is None or NOT_A_NAME.search(one["n"].replace("·", "")):
            continue
        if run and not re.fullmatch(r"[、,;和及与]{0,2}", text[run[-1].end() : one.start()]):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _goes_on_applying(text: str, at: int, titles: Collection[str]) -> str | None:
    """The title applied for behind the ones in brackets, which are held: 墨玉(工程师)拟申报高级工程师."""
    behind = re.compile(rf"{_HONOUR}{_VERB}(?P<what>[^,。;:、]{{2,26}})").match(text, at)
    return first_title(behind["what"], titles) if behind else None


def _several_titles(text: str, titles: Collection[str]) -> list[str]:
    """The titles a text names one after the other: 编审、副编审."""
    named = (first_title(part, titles) for part in re.split(r"[、,和及与]", text))
    return [title for title in named if title is not None]
