"""What an enterprise has been recognised as: 专精特新, 小巨人, 单项冠军, by whom and until when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Piece, open_piece, read_piece, rows_under
from dossier.extract.kinds.commissions import addressee
from dossier.extract.kinds.options import left_unticked
from dossier.extract.kinds.sealing import settled_by_seal
from dossier.extract.kinds.seeking import (
    Values,
    first,
    kept,
    labelled_as,
    only_period,
    org_in,
    period_in,
    pieces,
    prose_of,
    said,
    signing,
    ticked,
    under,
)
from dossier.extract.kinds.signers import as_headed
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import ORG_END
from dossier.model import Value
from dossier.text import fold_org, is_enterprise
from dossier.text.regex import Regex

_CATEGORIES = {
    "champion_product": r"单项冠军产品",
    "single_champion": r"单项冠军",
    "little_giant": r"小巨人",
    "specialised_sme": r"专精特新[”\"]?(?:中小|示范)?企业",
    "innovative_sme": r"创新型中小企业",
}
_NAMED = (
    Regex(
        r"(?:认定|授予|批准|确定|评定|公布)(?:你公司|你单位|贵公司|贵单位)?[“\"]?"
        rf"(?P<v>[㐀-鿿()]{{4,40}}?(?:{ORG_END}))(?=为|被|[,”\"])"
    ),
)


_HEADS = r"(?:入选|认定|获评|申报|被认定|获认定|拟认定)?(?:企业|单位|公司)(?:名称|全称)?"
_COMPANY = Regex(r"(?:公司|集团|厂|中心|研究院|研究所|合作社|矿)$")
_NOTE = Regex(r"[（(][^（）()]*[）)]$")
"""Behind a unit's name: of what kind it is, where one place of a form holds both."""
_TAKEN_AWAY = Regex(r"(?:取消|撤销|终止|摘除|暂停|未通过|不再)[^。;]*$")
"""Before a unit: that it holds the name no longer."""
_LEAST = 2
"""Enterprises below one head that make a list."""


def enterprise_qualification(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    prose = prose_of(draft)
    issuer = as_headed(
        settled_by_seal(first(labelled_as("issuer", labelled, found, org_in), signing(draft)[0]), draft), draft
    )
    listed = _listed(draft)
    values: Values = {
        "category": _category(draft, prose),
        "enterprise": (
            _own_of(listed, context)
            if len(listed) >= _LEAST
            else _enterprise(draft, prose, labelled, found, context, issuer)
        ),
        "valid": first(
            labelled_as("valid", labelled, found, period_in),
            under(draft, r"(?:证书)?有效(?:期限?|时间)", period_in),
            only_period(prose),
        ),
        "issuer": issuer
        if issuer is None or issuer.value not in {_noted_unit(piece.text) for piece in listed}
        else None,
    }
    return kept(values)


def _enterprise(
    draft: Draft, prose: Prose, labelled: Mapping[str, Value], found: Found, context: Context, issuer: Value | None
) -> Value | None:
    """The enterprise a certificate is for."""
    return first(
        labelled_as("enterprise", labelled, found, org_in),
        under(draft, r"(?:企业|单位|公司)(?:名称|全称)", org_in),
        said(prose, _NAMED, org_in),
        addressee(draft),
        _alone(draft, issuer),
        _employer_named(prose, context),
    )


def _own_of(listed: Sequence[Piece], context: Context) -> Value | None:
    """Of the enterprises that a notice lists the applicant's own, never another."""
    units = {fold_org(_NOTE.sub("", unit)) for unit in context.units}
    own = [piece for piece in listed if fold_org(_NOTE.sub("", piece.text)) in units]
    return read_piece(own[0], _noted_unit) if own else open_piece(listed[0])


def _listed(draft: Draft) -> list[Piece]:
    """The enterprises below the head of a column, each once."""
    rows = rows_under(draft.layouts, {"enterprise": _HEADS, "number": r"序号|编号"}, ("enterprise",))
    named = [row["enterprise"] for row in rows if "enterprise" in row]
    return list({piece.text: piece for piece in named if _COMPANY.search(_noted_unit(piece.text) or "")}.values())


def _noted_unit(text: str) -> str | None:
    """The unit a run of text names, without a note behind it."""
    return org_in(_NOTE.sub("", text))


def _employer_named(prose: Prose, context: Context) -> Value | None:
    """The unit the applicant works at, where a list in running text names it: 认定甲公司、乙公司等12家企业为……"""
    for unit in context.units:
        at = prose.text.find(unit.replace("（", "(").replace("）", ")"))
        if at >= 0 and is_enterprise(unit) and not _TAKEN_AWAY.search(prose.text, 0, at):
            return prose.value(unit, at, at + len(unit))
    return None


def _alone(draft: Draft, issuer: Value | None) -> Value | None:
    """The one company that is named in a run of its own, besides who issues."""
    runs = [(org_in(flow.text), spot) for layout in draft.layouts for flow, spot in pieces(layout)]
    named = [(name, spot) for name, spot in runs if name and _COMPANY.search(name)]
    named = [(name, spot) for name, spot in named if issuer is None or name != issuer.value]
    return valued(*named[0]) if len({name for name, _ in named}) == 1 else None


def _category(draft: Draft, prose: Prose) -> Value | None:
    """The ticked class, else the one class the document names (the heading before the text)."""
    options: Iterable[tuple[str, int, int]] = ticked(prose)
    chosen = [(code, start, end) for option, start, end in options if (code := _code(option)) is not None]
    if chosen:
        code, start, end = chosen[0]
        return prose.value(code, start, end) if len({code for code, *_ in chosen}) == 1 else None
    if re.search(r"[□☐]", prose.text):
        return left_unticked(draft, _code)
    places = sorted(
        (match.start(), -(match.end() - match.start()), match.end(), code)
        for code, words in _CATEGORIES.items()
        for match in re.finditer(words, prose.text)
    )
    if not places:
        return None
    start, _, end, code = places[0]
    return prose.value(code, start, end)


def _code(text: str) -> str | None:
    return next((code for code, words in _CATEGORIES.items() if re.search(words, text)), None)
