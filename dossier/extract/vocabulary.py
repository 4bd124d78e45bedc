"""The words that announce values: which labels a kind has, what else heads a column, where labels stand in a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from dossier.extract.form_heads import ORNAMENT, is_head
from dossier.extract.layout import BREAK, GAP, Flow
from dossier.extract.spellings import LEAST, MOST, alternatives, gapped, misspellings
from dossier.text.regex import Regex

_LATER = Regex(r"及(?:其)?(?:取得|聘任|任职|评定)?(?:时间|日期|年限)$")
_COMPOUND = Regex("证书|证明|评审|考试|委员会|通知书?|名单|人员(?!:)")
"""What makes of a label's words a longer word, and no label: 专业技术资格 in 专业技术资格证书."""
_OPENING = "〔[【"
"""Brackets around a label: 〔刊名〕 is 刊名 with a colon."""
OTHER = ""
"""Stands for a field that is not read, where a label joins it to one that is."""
NUMBERED = Regex(
    rf"^(?:{ORNAMENT})?(?:表?[一二三四五六七八九十]{{1,3}}|表\d{{1,2}}|\(?[一二三四五六七八九十\d]{{1,2}}\)|\d{{1,2}}"
    rf"|[壹贰叁肆伍陆柒捌玖拾]{{1,2}}|[IVX]{{1,5}}(?![A-Z])|[A-Z]|#{{1,3}})[、.,:]?|^{ORNAMENT}"
)
"""How headings are counted: 一、 (二) 3. 表4 伍 F #."""
_JOINED = Regex(r"\s?(?:及|和|与|/|、)\s?[㐀-鿿]{1,6}(?:[:\t\n]|$)")
"""What makes of a label's words one of two joined labels."""
_COUNTED_ON = Regex(r"^\d{1,2}[.、].*[^\d.](?P<n>\d{1,2})[.、]$")
_COUNT, _NEXT_COUNT = Regex(r"\d{1,2}[.、]"), Regex(r"(?<![\d.])\d{1,2}[.、]\s?")
"""A run of counted fields up to the number of another: 1. 姓名 张三 2.; the first number, and any other."""
_CHAINED, _VALUE, _LONG = 4, 24, 4
"""Letters at most between two labels of one run where the second is short and where it is long; of a long one."""
_DAY = Regex(r"(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|([./-])\d{1,2}(?:\1\d{1,2})?)")
"""A day or a month, which ends before any word."""
_LONGEST = 16
"""Letters of a label that is known by how it reads."""
_EDGES = ":;*、,。.#'`^~|·"
"""Marks and specks that may stand before or behind a label."""
_SPECKS = ".·`'^~|"
"""Dirt before a label that was read as a mark."""
_HAN = Regex(r"[㐀-鿿]+")
_SORT_OF_SCHOOL, _OF_A_SCHOOL = Regex(r"(?:[中高初]等|职业|技工|技师|教育|普通|特殊|重点|[中小])$"), ("学校", "院校")
"""Before 学校 where that is no label but the end of a word: 中等职业学校教师."""


class Hit(NamedTuple):
    """A label in a run of text: text[start:end], `colon`: announced by one."""

    start: int
    end: int
    label: str
    colon: bool


_JOINT = Regex(r"[㐀-鿿]{2,8}(?:及其?|与|和)$")
"""What a label is joined to from the left: 毕业院校及专业 is no 专业."""


class Vocabulary:
    """All labels of one kind of document, and the words that end a value."""

    def __init__(
        self,
        labels: Mapping[str, Sequence[str]],
        stops: Iterable[str] = (),
        others: Iterable[str] = (),
        like: Mapping[str, str] | None = None,
    ) -> None:
        """`stops`: labels of other kinds, which end a value; `others`: labels any form may have.

        `like`: how labels of a field read that no list names, by regular expressions.
        """
        self._like = {name: Regex(pattern) for name, pattern in (like or {}).items()}
        self._fields: dict[str, list[str]] = {}
        for name, spellings in labels.items():
            for spelling in spellings:
                names = self._fields.setdefault(key(spelling), [])
                names += [name] if name not in names else []
        self._announced = {*self._fields, *(key(other) for other in others)}
        known = {*self._announced, *(key(stop) for stop in stops)}
        self._known = frozenset(word for word in known if word)
        self._pattern = alternatives(self._known)

    def fields_of(self, text: str) -> tuple[str, ...]:
        """The fields a text announces as a whole: 姓名, (2)姓名, 毕业院校及专业; OTHER for one not read: 单位及职务."""
        for spelling in (text, NUMBERED.sub("", text, count=1)):
            names = self._fields.get(key(spelling)) or self._fields.get(bare(spelling))
            names = names or self._fields.get(self._meant(bare(spelling)))
            if names:
                return tuple(names)
        alike = self._alike(bare(text)) or self._alike(bare(NUMBERED.sub("", text, count=1)))
        if alike:
            return alike
        parts = [self._whole(part, text) for part in _joined(text)] or self._run_together(bare(text))
        each = [
            self._fields.get(part) or list(self._alike(part)) or ([OTHER] if part in self._known else [])
            for part in parts
        ]
        known = any(name != OTHER for names in each for name in names)
        told = [name for names in each for name in names] if all(each) and known else []
        return tuple(name for at, name in enumerate(told) if name == OTHER or name not in told[:at])

    def _run_together(self, text: str) -> list[str]:
        """The two labels that stand as one, nothing between them: 最高学历学位."""
        cuts = ([text[:at], text[at:]] for at in range(2, len(text) - 1)) if len(text) <= MOST else ()
        return next((parts for parts in cuts if all(part in self._fields for part in parts)), [])

    def _alike(self, text: str) -> tuple[str, ...]:
        """The fields whose labels read like a text that is none of those listed for such a form."""
        if text in self._announced or len(text) > _LONGEST:
            return ()
        if text not in self._alike_known:
            self._alike_known[text] = tuple(name for name, like in self._like.items() if like.fullmatch(text))
        return self._alike_known[text]

    @cached_property
    def _alike_known(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _whole(self, part: str, label: str) -> str:
        """A joined label's part as it would stand alone: 时间 of 毕业院校、专业及时间 is 毕业时间."""
        if part in self._fields and len(part) > 2:
            return part
        full = (f"{_squeezed(label)[:length]}{part}" for length in (2, 3))
        return next((one for one in full if one in self._fields or one in self._known), part)

    def is_label(self, text: str) -> bool:
        """Whether a text as a whole is a label, of this kind or another."""
        if key(text) in self._known or bare(text) in self._known:
            return True
        parts = _joined(text)
        numbered = bare(NUMBERED.sub("", text, count=1))
        if self._meant(bare(text)) or self._alike(bare(text)) or self._alike(numbered):
            return True
        return numbered in self._known or (bool(parts) and self._known.issuperset(parts))

    def heads(self, text: str) -> bool:
        """Whether a text is a label or reads like one, of whatever form."""
        return self.is_label(text) or reads_as_head(text)

    def _meant(self, text: str) -> str:
        """The label of such a form a text is, but for one misread letter; empty where it is none or may be several."""
        if text in self._known or not LEAST <= len(text) <= MOST or not _HAN.fullmatch(text):
            return ""
        near = {label for spelling in gapped(text) if (label := self._spelled(spelling)) is not None}
        meant = near.pop() if len(near) == 1 else ""
        return meant if meant in self._announced else ""

    def _spelled(self, gapped: str) -> str | None:
        """The label that one letter left open makes this; empty where labels of several fields read so."""
        labels = self._misspellings.get(gapped)
        if labels is None:
            return None
        fields = self._fields.get(labels[0])
        return labels[0] if all(self._fields.get(label) == fields for label in labels[1:]) else ""

    @cached_property
    def _misspellings(self) -> Mapping[str, Sequence[str]]:
        return misspellings(self._known)

    def hits(self, strip: Flow) -> list[Hit]:
        """Labels in a run without overlaps, left to right.

        A label without a colon counts only at the start of a row, behind a gap, or right behind another value of a
        row that began with a label (as on an identity card: 性别男民族汉).
        """
        found: list[Hit] = []
        for match in self._pattern.finditer(strip.text.replace("、", ",")):
            start, end = match.span()
            colon = match.group("colon") is not None
            if match.group("bracket"):
                if start == 0 or strip.text[start - 1] not in _OPENING:
                    continue
                start, colon = start - 1, True
            before = _run_before(strip.text, start)
            numbered = NUMBERED.fullmatch(before) is not None
            if (count := _COUNTED_ON.search(before)) is not None and not colon:
                start, colon = strip.text.rindex(count["n"], 0, start), True
            elif not colon and _COUNT.fullmatch(before) and self._is_counted_on(strip.text, end):
                colon = True
            opening = start == 0 or strip.text[start - 1] in GAP + BREAK or numbered or not before.strip(_SPECKS)
            ends = end == len(strip.text) or strip.text[end] in GAP + BREAK
            closing = ends or strip.text[end] == " "
            ended = ends or _NEXT_COUNT.match(strip.text, end) is not None
            chained = bool(found) and not ended and self._is_chained(strip.text, found[-1].end, match)
            row_end = strip.text.find(BREAK, end)
            left = (row_end if row_end >= 0 else len(strip.text)) - end
            short = end - start <= 2 and len(self._fields.get(key(match.group("label")), ())) != 1
            joined = _JOINED.match(strip.text, end)
            plain = opening and (closing or (left <= 40 and not numbered and not short and not joined))
            if not (colon or closing) and self._begins_a_value(strip.text, found, match):
                continue
            if colon or ((plain or chained) and not _COMPOUND.match(strip.text, end)):
                joint = _JOINT.search(strip.text, 0, start) if colon and not match.group("bracket") else None
                label = (joint.group() if joint else "") + match.group("label")
                found.append(Hit(joint.start() if joint else start, end, key(label), colon))
        found = _together(found)
        whole = list(self._misread(strip, found))
        found = [hit for hit in found if not any(one.start <= hit.start and hit.end <= one.end for one in whole)]
        return sorted([*found, *whole])

    def _begins_a_value(self, text: str, found: Sequence[Hit], match: re.Match[str]) -> bool:
        """Whether words that no field of the kind has begin what stands beside a label: 申报专业 | 计算机软件."""
        bare_before = bool(found) and not text[found[-1].end : match.start()].strip(GAP)
        return bare_before and key(match.group("label")) not in self._fields

    def _is_counted_on(self, text: str, end: int) -> bool:
        """Whether another counted label follows in the same run: 1. 姓名 张三 2. 性别 男."""
        rest = re.split(f"[{GAP}{BREAK}]", text[end:])[0]
        return any(self._pattern.match(rest, one.end()) for one in _NEXT_COUNT.finditer(rest))

    def _is_chained(self, text: str, before: int, match: re.Match[str]) -> bool:
        """Whether a label stands right behind the value of the one that ended at `before`: after a short value, where
        the label is a long one (汾川大学所学专业…), behind a day (1983.11民族…), or between figures (…0610手机152…)."""
        start, end = match.span()
        between = text[before:start]
        if not between or key(match.group("label")) not in self._announced:
            return False
        if match.group("label").endswith(_OF_A_SCHOOL) and _SORT_OF_SCHOOL.search(between):
            return False
        if len(between) <= _CHAINED or set(between) & {*GAP, *BREAK}:
            return len(between) <= _CHAINED
        if _DAY.fullmatch(between):
            return True
        return (end - start >= _LONG and len(between) <= _VALUE) or (between[-1].isdigit() and text[end].isdigit())

    def _misread(self, strip: Flow, found: Sequence[Hit]) -> Iterator[Hit]:
        """Whole runs, or what stands before a colon in one, that are labels but for one letter, or read like one."""
        for run in re.finditer(rf"(?P<words>[^{GAP}{BREAK}:]+)(?P<colon>:)?", strip.text):
            starts = run.start() == 0 or strip.text[run.start() - 1] in GAP + BREAK
            ends = run.end() == len(strip.text) or strip.text[run.end()] in GAP + BREAK
            if not starts or not (ends or run["colon"]):
                continue
            words = _LATER.sub("", bare(run["words"]))
            within = [hit for hit in found if hit.start < run.end() and run.start() < hit.end]
            meant = self._meant(words) if not within else ""
            if (
                not meant
                and self._alike(words)
                and all(run.start() <= hit.start and hit.end <= run.end() for hit in within)
            ):
                meant = words
            if meant:
                yield Hit(run.start(), run.end(), meant, run["colon"] is not None)


def _run_before(text: str, start: int) -> str:
    """What stands before a place in its run of text."""
    return text[max(text.rfind(mark, 0, start) for mark in (*GAP, *BREAK)) + 1 : start].rstrip()


def _together(hits: Sequence[Hit]) -> list[Hit]:
    """The labels, those one that stand without anything between them before one colon: 最高学历学位:."""
    found: list[Hit] = []
    for hit in hits:
        last = found[-1] if found else None
        if last is not None and last.end == hit.start and hit.colon and not last.colon:
            found[-1] = Hit(last.start, hit.end, last.label + hit.label, True)
        else:
            found.append(hit)
    return found


def reads_as_head(text: str) -> bool:
    """Whether a text ends as heads do: 取得方式, 审批机关; or heads a part of a form: 现职称信息."""
    return is_head(bare(text))


@lru_cache(1 << 14)
def key(spelling: str) -> str:
    """A label as it is matched: without its hint, unless hardly anything is left: 本人(签字) stays whole."""
    short = bare(spelling)
    return short if len(short) > 2 else _squeezed(spelling)


def bare(text: str) -> str:
    """A label without its hint in brackets, its English gloss and the colon behind it."""
    squeezed = re.sub(r"(?<=[㐀-鿿])/?[A-Z][A-Za-z.'&/]*$", "", _squeezed(text))
    return re.sub(r"\([^()]{1,14}\)$", "", squeezed).strip(_EDGES)


def _joined(text: str) -> list[str]:
    """The labels that 学历/学位 or 毕业时间及专业 joins; none where it is one label."""
    parts = [key(part) for part in re.split(r"[/、]|及其?|和|与", re.sub(r"\s", "", text).strip(":"))]
    return parts if 1 < len(parts) < 4 else []


def _squeezed(text: str) -> str:
    """Without white space and specks between letters."""
    return re.sub(r"\s+|(?<=[㐀-鿿])[·.,、\-](?=[㐀-鿿])", "", text).strip(_EDGES)
