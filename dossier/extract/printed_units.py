"""Names of units as the dossier prints them, and how often; what was read of seals is none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.extract.ring_names import verified, without_misreadings
from dossier.extract.sentences import org_name
from dossier.model import Box, Document, Page, PageRef, Seal, Value
from dossier.text import fold_org
from dossier.text.regex import Regex

_PIECES = Regex(r"[\s:：,，。；;、]+")
_OTHER = Regex(r"[㐀-鿿()（）]{4,30}(?:基地|派出所|编辑部|出版社|专家局|管理处|服务站)")
_SURE_LINE, _SURE_FIELD = 0.97, 0.9
_SHORTEST = 4


def printed_units(
    documents: Sequence[Document], pages: Iterable[Page], fields: Mapping[str, frozenset[str]]
) -> dict[str, int]:
    """Names → how often each is printed. `fields`: kind → its fields that name a unit.

    Lines under a seal count too: they were read without its ink.
    """
    counted: Counter[str] = Counter()
    for page in pages:
        for line in page.lines:
            if line.confidence >= _SURE_LINE:
                counted.update(
                    piece for piece in _PIECES.split(line.text) if org_name(piece) or _OTHER.fullmatch(piece)
                )
    for document in documents:
        values = [v for name, v in document.fields.items() if name in fields.get(document.kind, ())]
        for value in values:
            if value.known and value.method != "seal" and value.confidence >= _SURE_FIELD:
                counted.update([str(x) for x in value.value] if isinstance(value.value, list) else [str(value.value)])
    return without_misreadings(_folded(counted))


def with_verified_seals(document: Document, names: Mapping[str, int]) -> Document:
    """The document with its seals, and the fields that are a seal's text, verified against printed names."""
    seals = tuple((page, verified(seal, names)) for page, seal in document.seals)
    changed: dict[tuple[PageRef, Box | None], Seal] = {
        (page, seal.box.rounded()): after
        for (page, seal), (_, after) in zip(document.seals, seals, strict=True)
        if after is not seal
    }
    fields = {name: _field(value, changed) for name, value in document.fields.items()}
    return replace(document, seals=seals, fields=fields)


def _field(value: Value, changed: Mapping[tuple[PageRef, Box | None], Seal]) -> Value:
    """A value that is a seal's text, as verified; `raw` keeps what was read."""
    seal = changed.get((PageRef(value.file, value.page), value.box)) if value.method == "seal" else None
    if seal is None or not isinstance(value.value, str) or value.value != value.raw:
        return value
    return replace(value, value=seal.text, confidence=round(seal.confidence, 2))


def _folded(counted: Mapping[str, int]) -> dict[str, int]:
    """Names that differ only in brackets and the like put together, by the first writing."""
    writing: dict[str, str] = {}
    times: Counter[str] = Counter()
    for name, number in counted.items():
        folded = fold_org(name)
        if len(folded) >= _SHORTEST:
            times[writing.setdefault(folded, name)] += number
    return dict(times)
