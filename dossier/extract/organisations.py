"""Names of units that a seal hides in part, put right by the names the dossier prints elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from dossier.extract.wording import ORG_END
from dossier.model import Document, Value
from dossier.text import a_letter_apart, fold_org, is_rare, tells_apart
from dossier.text.regex import Regex

_LABELLED = Regex(r"(?:用人|工作|所在)?单位(?=[㐀-鿿])|名称")
"""A label's end in front of a name: 用人 单位 parted, its second half read as the name's beginning."""
_PRINTED = (
    ("review_form", "employer"),
    ("initial_form", "employer"),
    ("summary_form", "employer"),
    ("pledge", "employer"),
)
_NAMING = ("employer", "publisher")
_SURE = 0.93
_CLEAR_SEAL = 0.85
_UNSURE = 0.6
"""Confidence below which a name was not read with any certainty."""
_OFTEN = 3
"""Documents that name a unit alike and surely, from which a name a letter apart may be that unit's, misread."""
_DOUBT = 0.8
"""Confidence at most of a name that may be another one misread."""
_MISREAD = 2
"""Characters at most in which a misread name differs from the one it is."""
_MISSPELT = Regex(
    r"(?<!人)力资源|人力资(?!源)|(?<=公司)资源部|社会保(?!障|险)|有限[责任]公司|(?<!有)限(?:责任)?公司|有限责任?公?$"
)
"""Words of an office that lack a letter, which a seal hides."""
_HEADLESS = Regex(r"[㐀-鿿]?省(?!级)|[市县](?!级|第|一|二|三|政|域|场|区|内|外)")
"""How the name of an office begins whose first letters a seal hides: 西省工业和信息化厅."""
_TAIL = Regex(
    r"(?:力?资?源?和)?(?:社会)?保障[厅局]|(?:和)?计划生育委员会"
    r"|和(?:社会保障|旅游|信息化|城乡建设|改革|体育|草原|生态)[㐀-鿿]{0,4}(?:厅|局|委员会)"
)
"""What is left of an office's name of which a seal hides all that tells whose it is."""
_LOST_TAIL = 4
"""Characters at most that it may have lost at its end, provided that what is left ends like no unit's name."""
_LOST_HEAD = 2
"""Characters at most that a line cut short by a seal may have lost at its beginning."""


def known_units(documents: Sequence[Document]) -> list[str]:
    """Units the dossier prints with certainty: the employer as the forms name it."""
    names: list[str] = []
    for kind, name in _PRINTED:
        for document in documents:
            value = document.get(name) if document.kind == kind else None
            if value is None or not value.known or value.confidence < _SURE or value.value in names:
                continue
            if not _LABELLED.match(str(value.value)):
                names.append(str(value.value))
    return names


def misread_units(documents: Sequence[Document], texts: Sequence[str]) -> dict[str, str]:
    """Misread name, folded → the unit it is: one that many documents name alike, but for a letter that is misread once.

    A name that stands anywhere a second time, in a seal that was read clearly for one, is no misreading, unless it was
    nowhere read with any certainty, or the letter is a common one where seals and papers have a rare one: that is
    misread for the common one however often.
    `texts`: all that each page says.
    """
    named = {
        (fold_org(str(value.value)), document.id): value
        for document in documents
        for name, value in document.fields.items()
        if name in _NAMING and isinstance(value.value, str) and value.method == "ocr"
    }
    sure = Counter(name for (name, _), value in named.items() if value.confidence >= _SURE)
    writing = {name: str(value.value) for (name, _), value in named.items() if sure[name] >= _OFTEN}
    seals = [seal.clear or seal.text for document in documents for _, seal in document.seals]
    said = [fold_org(text) for text in (*texts, *seals)]
    misread: dict[str, str] = {}
    for read in {name for name, _ in named} - {*writing}:
        units = [unit for unit in writing if a_letter_apart(read, unit)]
        doubtful = all(value.confidence < _UNSURE for (name, _), value in named.items() if name == read)
        if len(units) == 1 and (doubtful or sum(text.count(read) for text in said) == 1):
            misread[read] = writing[units[0]]
    return misread | _rare_misread({name for name, _ in named}, documents, said)


def _rare_misread(names: Set[str], documents: Sequence[Document], said: Sequence[str]) -> dict[str, str]:
    """Names with a common letter → the unit that a seal names with a rare one there, as pages or seals often do.

    A name that a seal bears as surely is another unit's.
    """
    sealed = {
        fold_org(seal.text): seal.text
        for document in documents
        for _, seal in document.seals
        if seal.confidence >= _CLEAR_SEAL and seal.shape != "square"
    }
    misread: dict[str, str] = {}
    for read in names - {*sealed}:
        units = [unit for unit in sealed if _rarer(read, unit) and sum(unit in text for text in said) >= _OFTEN]
        if len(units) == 1:
            misread[read] = sealed[units[0]]
    return misread


def _rarer(read: str, unit: str) -> bool:
    """Whether a name is the unit's but for one common letter in the place of a rare one."""
    if len(read) != len(unit) or not a_letter_apart(read, unit):
        return False
    (pair,) = [(a, b) for a, b in zip(read, unit, strict=True) if a != b]
    return is_rare(pair[1]) and not is_rare(pair[0])


def with_known_units(document: Document, units: Collection[str], misread: Mapping[str, str]) -> Document:
    """The document with units that a seal cut short written in full, and misread ones put right.

    `raw` keeps the reading. `misread`: see `misread_units`.
    """
    fields = dict(document.fields)
    for name, value in document.fields.items():
        if not isinstance(value.value, str):
            continue
        if name in ("publisher", "issuer") and _TAIL.fullmatch(str(value.value)):
            fields[name] = replace(value, value=None, confidence=0.0, reason="ambiguous")
            continue
        lacking = _MISSPELT.search(str(value.value)) or (name != "employer" and _HEADLESS.match(str(value.value)))
        if lacking and name in ("publisher", "issuer", "addressee", "employer"):
            value = fields[name] = replace(value, confidence=min(value.confidence, _DOUBT))
        if name in ("publisher", "employer", "issuer") and value.method != "stated":
            whole = _put_right(value, misread) or _sealed_so(document, value, units) or _under_seal(document, value)
            fields[name] = whole or _completed(value, units)
            if name != "issuer" and any(_cut(fold_org(str(value.value)), fold_org(unit)) for unit in units):
                fields[name] = replace(fields[name], confidence=min(value.confidence, _DOUBT))
    return replace(document, fields=fields)


def _put_right(value: Value, misread: Mapping[str, str]) -> Value | None:
    """A name that is another one misread, as that; a name that the file itself has as text is none."""
    unit = misread.get(fold_org(str(value.value))) if value.method == "ocr" else None
    return replace(value, value=unit, confidence=min(value.confidence, 0.9)) if unit is not None else None


def _sealed_so(document: Document, value: Value, units: Collection[str]) -> Value | None:
    """A name a character off a known unit's is that unit's where the seal of the document bears it."""
    seal = document.get("seal_text")
    if seal is None or not seal.known or value is seal:
        return None
    read, sealed = fold_org(str(value.value)), fold_org(str(seal.value))
    unit = next((unit for unit in units if fold_org(unit) == sealed and _misread(read, sealed)), None)
    return replace(value, value=unit, confidence=min(value.confidence, 0.9)) if unit is not None else None


def _under_seal(document: Document, value: Value) -> Value | None:
    """A name read unsurely that lacks its first letters, where a seal of the document that was surely read has them."""
    read = fold_org(str(value.value))
    for _, seal in document.seals if value.confidence < _SURE else ():
        whole = fold_org(seal.text)
        lost = len(whole) - len(read)
        if whole.endswith(read) and 0 < lost <= _LOST_HEAD and len(read) >= _LOST_TAIL and seal.confidence >= _SURE:
            return replace(value, value=seal.text, confidence=0.9)
    return None


def _completed(value: Value, units: Collection[str]) -> Value:
    """A name that lacks only its first characters, or breaks off within a word, was cut by the seal over it."""
    read = fold_org(str(value.value))
    for unit in units:
        whole = fold_org(unit)
        if whole.endswith(read) and 0 < len(whole) - len(read) <= _LOST_HEAD and len(read) >= 6:
            return replace(value, value=unit, confidence=min(value.confidence, 0.9))
        broken = not re.search(f"(?:{ORG_END})$", read)
        if whole.startswith(read) and 0 < len(whole) - len(read) <= _LOST_TAIL and len(read) >= 6 and broken:
            return replace(value, value=unit, confidence=min(value.confidence, 0.9))
    doubtful = any(_misread(read, fold_org(unit)) for unit in units) and read not in map(fold_org, units)
    return replace(value, confidence=min(value.confidence, _DOUBT)) if doubtful else value


def _cut(read: str, unit: str) -> bool:
    """Whether a name is only how a known one begins, as its parent's may be. Letters from above are their parent's."""
    return read != unit and len(read) >= 4 and unit.startswith(read)


def _misread(read: str, unit: str) -> bool:
    """Whether a name is a known one with a character or two misread, or but the end of it."""
    if read == unit:
        return False
    edits = [one for one in Levenshtein.opcodes(read, unit) if one.tag != "equal"]
    changes = [(read[e.src_start : e.src_end], unit[e.dest_start : e.dest_end]) for e in edits]
    sisters = any(tells_apart(was, becomes) for was, becomes in changes)
    near = len(unit) >= 6 and Levenshtein.distance(read, unit) <= _MISREAD and not sisters
    return near or (len(read) >= 2 and unit.endswith(read))
