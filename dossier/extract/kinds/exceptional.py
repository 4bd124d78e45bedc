"""Applications that ask for an exception: whose, and by which condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import Values, first, kept, prose_of, said
from dossier.extract.kinds.whom import about
from dossier.model import Value
from dossier.text.regex import Regex

_SORT = Regex(r"[□☐☑√■\s]*[㐀-鿿]{0,6}破格")
_UNSURE = 0.6
_CLAUSE = Regex(r"破格(?:依据|条件|条款|理由)(?:为)?:(?P<v>[^。;]{6,120})")


def exceptional_case(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    prose = prose_of(draft)
    values: Values = {
        "name": about(draft, labelled, found, context, r"(?:申报人)?姓名|申报人"),
        "clause": _clause(labelled.get("clause"), said(prose, (_CLAUSE,))),
    }
    return kept(values)


def _clause(labelled: Value | None, told: Value | None) -> Value | None:
    """The words of the condition; a mere sort of exception (学历破格) among boxes is not sure to be them."""
    if labelled is None or not labelled.known or not _SORT.fullmatch(str(labelled.value)):
        cut = labelled is not None and told is not None and str(told.value).startswith(str(labelled.value))
        return told if cut else first(labelled, told)
    return first(told, replace(labelled, confidence=min(labelled.confidence, _UNSURE)))
