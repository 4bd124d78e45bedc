"""Who applies, and for what: from the form and the card, unless the upload states it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.extract.choices import Mention, chosen
from dossier.extract.employer import affiliation_of, ownership_of
from dossier.extract.plausible import NONE
from dossier.extract.ticks import BOXES, TICKS
from dossier.model import Application, Document, Value
from dossier.policy import Policy

FORMS = ("review_form", "initial_form", "summary_form")
_ROUTES = (
    ("postdoc", "博士后"),
    ("initial", "初定|考核认定|初聘"),
    ("recommendation", "举荐"),
    ("exceptional", "破格"),
    ("seconded_teacher", "入企|选派"),
    ("conversion", "转评|同级转"),
    ("direct", "直接申报|直评|高层次|重大贡献"),
    ("grassroots", "基层"),
    ("commissioned", "委托"),
    ("ordinary", "正常|晋升|逐级|常规|社会化"),
)
_IMPLIED = {"postdoc": ("initial",), "recommendation": ("direct",)}
"""Route → routes whose words its own name may hold: 博士后初定, 企业举荐直接申报."""
_ORIGINS = (("hong_kong_macao", "港澳"), ("taiwan", "台湾"), ("foreign", "外国人|护照"))


@dataclass(frozen=True)
class Statement:
    """What the upload itself says about the application. None: not stated, read it from the form."""

    submitted: str | None = None
    series: str | None = None
    title: str | None = None
    specialty: str | None = None
    route: str | None = None
    committee: str | None = None


def application_of(documents: Sequence[Document], statement: Statement, policy: Policy) -> Application:
    """Series, level and title applied for; stated values win, the form's are kept as read."""
    title = _stated(statement.title) or _first(documents, FORMS, "title")
    series = _series(documents, statement, title, policy)
    level = _level(title, series, policy)
    route = _route(documents, statement)
    return Application(
        policy=policy.id,
        submitted=statement.submitted,
        series=series,
        level=level,
        title=title,
        specialty=_stated(statement.specialty) or _first(documents, FORMS, "specialty"),
        route=route,
        committee=_stated(statement.committee),
    )


def _stated(text: object) -> Value | None:
    return Value(text, str(text), method="stated", confidence=1.0) if text else None


def _first(documents: Sequence[Document], kinds: Sequence[str], name: str) -> Value | None:
    """The first value that is known, in the order of the kinds."""
    values = [v for kind in kinds for d in documents if d.kind == kind and (v := d.get(name)) is not None]
    return next((value for value in values if value.known), values[0] if values else None)


def _series(documents: Sequence[Document], statement: Statement, title: Value | None, policy: Policy) -> Value | None:
    if statement.series:
        return _stated(statement.series if statement.series in policy.series else policy.find_series(statement.series))
    read = _first(documents, FORMS, "series")
    if read is not None and read.known:
        code = policy.find_series(str(read.value))
        if code:
            return replace(read, value=code)
    candidates = (
        {code for code, _ in policy.find_title(str(title.value))} if title is not None and title.known else set()
    )
    if title is not None and len(candidates) == 1:
        return replace(title, value=candidates.pop(), method="derived")
    return None


def _level(title: Value | None, series: Value | None, policy: Policy) -> Value | None:
    if title is None or not title.known:
        return None
    levels = {
        level
        for code, level in policy.find_title(str(title.value))
        if series is None or not series.known or code == series.value
    }
    return replace(title, value=levels.pop(), method="derived") if len(levels) == 1 else None


def _route(documents: Sequence[Document], statement: Statement) -> Value | None:
    if statement.route:
        return _stated(statement.route.split(","))
    read = _first(documents, ("review_form", "initial_form"), "route")
    if read is not None and read.known:
        boxed = re.search(f"[{TICKS}{BOXES}]", read.raw) is not None
        codes = (_routes_in(read.raw) if boxed else []) or _routes_in(str(read.value))
        return replace(read, value=codes) if codes else None
    if any(document.kind == "initial_form" for document in documents):
        form = next(document for document in documents if document.kind == "initial_form")
        place = form.pages[0]
        return Value(["initial"], form.title, place.file, place.page, None, "derived", 0.9)
    return None


def _routes_in(text: str) -> list[str]:
    """The routes written or ticked, in the order of _ROUTES; the ordinary one only where it is the only one."""
    spots = [Mention(code, *m.span()) for code, words in _ROUTES for m in re.finditer(f"(?<![非不])(?:{words})", text)]
    choice = chosen(text, sorted(spots, key=lambda spot: spot.start))
    named = {mention.code for mention in choice.mentions} if choice is not None else set()
    implied = {code for one in named for code in _IMPLIED.get(one, ())}
    codes = [code for code, _ in _ROUTES if code in named - implied]
    return [code for code in codes if code != "ordinary"] or codes


SHOWN = ("employer_affiliation", "personnel_agency")
"""What is read from a form's pages and is no field of the form: see `shown_on_pages`."""


def applicant_of(documents: Sequence[Document], shown: Mapping[str, Value], policy: Policy) -> Mapping[str, Value]:
    """The applicant as the dossier's form and identity papers show them; `shown`: what their pages say besides."""
    employer = _first(documents, ("review_form", "initial_form", "summary_form"), "employer")
    kind = _first(documents, ("review_form", "initial_form"), "employer_type")
    values: dict[str, Value | None] = {
        "name": _name(documents),
        "former_name": _some(_first(documents, FORMS, "former_name")),
        "id_number": _first(documents, ("id_card", "id_alternative", "review_form", "initial_form"), "id_number"),
        "sex": _first(documents, ("id_card", "review_form", "initial_form"), "sex"),
        "birth_date": _first(documents, ("id_card", "review_form", "initial_form"), "birth_date"),
        "employer": employer,
        "phone": _first(documents, ("review_form", "initial_form"), "phone"),
        "employer_ownership": ownership_of(kind),
        "employer_affiliation": affiliation_of(employer, kind, documents, policy.places),
        "origin": _origin(documents),
        **shown,
    }
    return {name: value for name, value in values.items() if value is not None}


def _name(documents: Sequence[Document]) -> Value | None:
    """As the form says; where that is a part of a name that the identity card has in whole (卓玛·央金), as the card."""
    stated = _first(documents, ("review_form", "initial_form", "id_card", "id_alternative", "summary_form"), "name")
    card = _first(documents, ("id_card", "id_alternative"), "name")
    stated = _agreed(stated, documents)
    if stated is None or card is None or not card.known:
        return stated
    whole, part = str(card.value), str(stated.value)
    return card if part != whole and part in whole.split("·") else stated


def _agreed(stated: Value | None, documents: Sequence[Document]) -> Value | None:
    """The name as the summary and other papers have it, where the card alone is a letter apart: it was misread.

    A review form's name stands.
    """
    summary = _first(documents, ("summary_form",), "name")
    form = _first(documents, ("review_form", "initial_form"), "name")
    if stated is None or not stated.known or form is not None or summary is None or not summary.known:
        return stated
    read = [value for document in documents if (value := document.get("name")) is not None and value.known]
    alike = [one for one in read if _parted_by_a_letter(str(one.value), str(stated.value))]
    same = [one for one in read if one.value == stated.value]
    most = Counter(str(one.value) for one in alike).most_common(1)
    if len(same) > 1 or not most or most[0][1] < _AGREE:
        return stated
    return summary if summary.value == most[0][0] else stated


def _parted_by_a_letter(name: str, other: str) -> bool:
    return len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) == 1


_AGREE = 3
"""Papers at least that have the same name otherwise than the applicant's card alone."""


def _some(value: Value | None) -> Value | None:
    """The value, unless it says that there is none."""
    return None if value is not None and value.value == NONE else value


def _origin(documents: Sequence[Document]) -> Value:
    """内地 where an identity card is there: a citizen number outweighs a passport. `unknown` where nothing shows it.

    A paper's own name counts, not that of its kind, which stands for a title it lacks and names 港澳台 and foreigners.
    """
    card = next((d for d in documents if d.kind == "id_card"), None)
    if card is not None:
        return Value("mainland", "居民身份证", card.pages[0].file, card.pages[0].page, None, "derived", 0.99)
    for paper in (d for d in documents if d.kind == "id_alternative"):
        named = paper.get("document_type")
        kind = str(named.value) if named is not None and named.known else paper.title
        code = next((code for code, words in _ORIGINS if re.search(words, kind)), None)
        if code:
            return Value(code, paper.title, paper.pages[0].file, paper.pages[0].page, None, "derived", 0.9)
    return Value("unknown", method="derived", confidence=1.0)
