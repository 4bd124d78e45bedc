"""Names of persons, weighed against the names that the dossier's own papers print with certainty."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dossier.model import Document, Value
from dossier.policy import DocumentKind
from dossier.text import SURNAMES_ALIKE, chinese_number, is_rare
from dossier.text.regex import Regex

NAMING = ("id_card", "id_alternative", "review_form", "initial_form", "summary_form")
"""Kinds that say who the applicant is."""
_SURE = 0.85
_TWICE = 0.9
"""Confidence of a name that was read surely elsewhere and here letter for letter the same."""
MISREAD = 0.8
"""Confidence at most of a name that differs from a sure one by a character seldom seen in print."""
_WIDE = 1.05
"""Width of a character over the height of its line from which one more character stands in the place."""
LOOK_ALIKE = {"赞": "赟", "肿": "翀", "种": "翀", "粟": "栗"}
"""Characters that stand for a rarer one of names when it is misread."""
UNSURE = 0.6
"""Confidence of names that stand without a mark between them and could be parted in more than one way."""
_AND_OTHERS = r"(?:同志)?(?:\([^()]*\))?等(?![级次额奖])共?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})?"
_COUNT = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_COUNTED = rf"(?:同志)?(?:等|共|等共){_COUNT}[名位]?(?:人|同志)"
_COUNTED_BEFORE = Regex(
    rf"有{_COUNT}[名位](?:同志|[㐀-鿿]{{0,4}}(?:教师|老师|职工|员工|人员|干部))?(?:拟|现)?(?:申报|参评|申请)"
)
"""How many apply, told before their names: 今年我校有两名教师申报."""


def sure_names(documents: Sequence[Document]) -> list[str]:
    """The names that the applicant's own papers state beyond doubt; not one that may be another of them misread."""
    values = [document.get("name") for document in documents if document.kind in NAMING]
    sure = [str(value.value) for value in values if value is not None and value.known and value.confidence >= _SURE]
    return [name for name in dict.fromkeys(sure) if not any(may_be_misread(name, other) for other in sure)]


def with_known_names(
    document: Document,
    names: Collection[str],
    kinds: Mapping[str, DocumentKind],
    printed: str,
    respelled: bool = False,
) -> Document:
    """The document, its names surer where they repeat a sure one and less sure where they may misread it.

    `printed`: all that was read on its pages, in both readings of a line; a sure name that stands there is what a
    misreading of it means. `respelled`: one was written in the place of what was read, so that repeating it proves
    nothing; where neither reading had its letters it is derived.
    """
    specs = kinds[document.kind].fields if document.kind in kinds else {}
    fields = dict(document.fields)
    here = [name for name in names if name in printed]
    for name, value in document.fields.items():
        of = specs[name].type if name in specs else ""
        if isinstance(value.value, str) and of == "name":
            weighed = _weighed(replace(value, value=_spelled(value.value, here)), names)
            fields[name] = _as_respelled(weighed, value, here) if respelled else weighed
        elif isinstance(value.value, list) and of == "list[name]":
            listed = [_spelled(str(one), here) for one in value.value]
            doubt = any(may_be_misread(one, other) for one in listed for other in names)
            fields[name] = replace(
                value, value=listed, confidence=min(value.confidence, MISREAD) if doubt else value.confidence
            )
        elif isinstance(value.value, list) and name == "applicants":
            people = [{**one, "name": _spelled(str(one["name"]), here)} for one in value.value]
            fields[name] = replace(value, value=people)
    return replace(document, fields=fields)


def _as_respelled(weighed: Value, value: Value, here: Collection[str]) -> Value:
    weighed = replace(weighed, confidence=min(weighed.confidence, value.confidence))
    written = value.value in here or value.confidence > MISREAD
    return weighed if written else replace(weighed, method="derived")


def _spelled(read: str, here: Collection[str]) -> str:
    """A name as the document itself spells it elsewhere, where this reading of it has a common letter for a rare."""
    return next((name for name in here if may_be_misread(read, name)), read)


def published_names(documents: Sequence[Document]) -> set[str]:
    """Everybody whom notices and certificates list."""
    return {name for document in documents for name in _listed(document)}


def with_doubted_applicants(document: Document, published: Collection[str]) -> Document:
    """The document, its list of applicants not sure where another page may have read one of them rightly."""
    if not any(may_be_misread(read, other) for read in _listed(document) for other in published):
        return document
    value = document.fields["applicants"]
    doubted = replace(value, confidence=min(value.confidence, MISREAD))
    return replace(document, fields={**document.fields, "applicants": doubted})


def _listed(document: Document) -> list[str]:
    value = document.get("applicants")
    return [str(one["name"]) for one in value.value] if value is not None and value.known else []


def _weighed(value: Value, names: Collection[str]) -> Value:
    read = str(value.value)
    whole = next((name for name in names if _is_more_than(read, name) or _lacks_its_surname(value, name)), None)
    if whole is not None:
        return replace(value, value=whole, confidence=min(value.confidence, MISREAD))
    if any(may_be_misread(read, name) for name in names):
        return replace(value, confidence=min(value.confidence, MISREAD))
    return replace(value, confidence=max(value.confidence, _TWICE)) if read in names else value


def _is_more_than(read: str, name: str) -> bool:
    """Whether words before a name of several parts were taken for its first: 兹聘请卓玛·央金."""
    return "·" in name and read != name and read.endswith(name)


def _lacks_its_surname(value: Value, name: str) -> bool:
    """Whether a name is a known one without its first character, and the place is wide enough for the whole of it."""
    read = str(value.value)
    if value.box is None or not name.endswith(read) or len(name) != len(read) + 1 or len(read) < 2:
        return False
    return value.box.width > _WIDE * len(read) * value.box.height


def may_be_misread(read: str, name: str) -> bool:
    """Whether one character parts the two, and it is one that the models seldom saw: 赟 is read as 赞."""
    if len(read) != len(name):
        return False
    parted = [(a, b) for a, b in zip(read, name, strict=True) if a != b]
    return len(parted) == 1 and is_rare(parted[0][1]) and not is_rare(parted[0][0])


def as_known(name: str, known: Collection[str]) -> str:
    """The name, or the known one that it is but for a character that stands for a rarer one."""
    whole = "".join(LOOK_ALIKE.get(character, character) for character in name)
    whole = SURNAMES_ALIKE.get(whole[:1], whole[:1]) + whole[1:]
    return whole if whole in known else name


def stands_for_a_rarer(name: str, known: Collection[str]) -> bool:
    """Whether an unknown name has a character behind its first that a rarer one is often read as."""
    return name not in known and bool(LOOK_ALIKE.keys() & {*name[1:]})


def leaves_some_out(text: str, people: Collection[str]) -> bool:
    """Whether 等 stands behind one of these names and the page does not count all of them: 张三、李四等同志."""
    return any(
        (count := chinese_number(match["n"] or "")) is None or count > len(people)
        for name in people
        for match in re.finditer(re.escape(name) + _AND_OTHERS, text)
    )


def counts_more(text: str, people: Collection[str]) -> bool:
    """Whether the page counts more persons behind one of these names, or before them, than there are: 张三等四人."""
    behind = [match for name in people for match in re.finditer(re.escape(name) + _COUNTED, text)]
    counts = [_counted(match["n"]) for match in (*behind, *_COUNTED_BEFORE.finditer(text))]
    return any(count > len(people) for count in counts)


def _counted(text: str) -> int:
    return chinese_number(text.replace("两", "二")) or 0
