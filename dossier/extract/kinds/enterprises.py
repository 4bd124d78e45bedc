"""What an enterprise has been recognised as: 专精特新, 小巨人, 单项冠军, by whom and until when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.options import left_unticked
from dossier.extract.kinds.recommendations import addressee
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
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.wording import ORG_END
from dossier.model import Value
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


def enterprise_qualification(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    prose = prose_of(draft)
    issuer = settled_by_seal(first(labelled_as("issuer", labelled, found, org_in), signing(draft)[0]), draft)
    values: Values = {
        "category": _category(draft, prose),
        "enterprise": first(
            labelled_as("enterprise", labelled, found, org_in),
            under(draft, r"(?:企业|单位|公司)(?:名称|全称)", org_in),
            said(prose, _NAMED, org_in),
            addressee(draft),
            _alone(draft, issuer),
        ),
        "valid": first(
            labelled_as("valid", labelled, found, period_in),
            under(draft, r"(?:证书)?有效(?:期限?|时间)", period_in),
            only_period(prose),
        ),
        "issuer": issuer,
    }
    return kept(values)


def _alone(draft: Draft, issuer: Value | None) -> Value | None:
    """The one company that is named in a run of its own, besides who issues."""
    runs = [(org_in(flow.text), spot) for layout in draft.layouts for flow, spot in pieces(layout)]
    named = [(name, spot) for name, spot in runs if name and re.search(r"(?:公司|集团|厂|中心|研究院|研究所)$", name)]
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
