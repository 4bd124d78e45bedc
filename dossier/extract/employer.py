"""What sort of unit the applicant works for, and to whom it belongs: as the form says, else as its name shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.extract.layout import Layout
from dossier.extract.readers import valued
from dossier.model import Document, Value
from dossier.text import BRANCH, at_home, elsewhere, normalise

_OWNERSHIP = (
    ("private", "民营|私营|民办|非公有制|非公"),
    ("foreign_invested", "外资|外商|合资"),
    ("state_owned", "国有|国企|央企|集体企业"),
    ("public_institution", "事业|公立|公办"),
    ("government", "机关|公务员"),
    ("freelance", "自由职业|灵活就业"),
)
_AFFILIATION = (
    ("other_province", "外省"),
    ("central", "中央|央企|部属|驻晋"),
    ("local", "省属|省直|市属|市直|县属|县直|区属|区直|乡镇|地方|本省"),
)
_STATED = re.compile(r"(?:隶属关系|隶属|所属系统|单位隶属)\)?:?(?P<said>[^。;:]{2,12})")
_AGENCY = re.compile("(?P<whether>是否)?(?:实行|办理)?人事(?:档案)?代理(?:(?:单位|机构)?:(?P<said>[^。;:]{1,12}))?")
_PLACE = re.compile(r"^(?!中国|国家|北京|上海|天津|重庆)[㐀-鿿]{2,4}(?:市|县|区)")
_OF_THE_STATE = re.compile(
    "^中国|^国家|^国网|^中央|^中铁|^中交|^中建|^中电|^中核|^中化|^中石|^中车|^中煤|^华能|^大唐|^华电|^国电|总局|铁路局|海关"
    "|烟草"
)
_SEALED_BY_SUPERIORS = ("review_form", "initial_form")
_DEPARTMENT = re.compile("(?:局|厅|委员会|政府|教育体育局|中心校)$")
_SURE_SEAL = 0.85
_BY_NAME = 0.9
"""Confidence of what a unit's name shows beyond doubt; of what it only suggests the other."""
_SUGGESTED = 0.7


def ownership_of(kind: Value | None) -> Value | None:
    """The code of employer_ownership that 单位性质 names; None where it names none, or several (no box is ticked)."""
    if kind is None or not kind.known:
        return None
    said = str(kind.value).replace("国有事业", "事业")
    codes = [code for code, words in _OWNERSHIP if re.search(words, said)]
    return replace(kind, value=codes[0]) if len(codes) == 1 else None


def affiliation_of(employer: Value | None, kind: Value | None, documents: Iterable[Document]) -> Value:
    """The code of employer_affiliation: as 单位性质 says, else as the name shows; `unknown` where neither does.

    A letter of commission is written for units from elsewhere only (560-6): beside one, a name proves nothing local.
    """
    if kind is not None and kind.known:
        code = next((code for code, words in _AFFILIATION if re.search(words, str(kind.value))), None)
        if code:
            return replace(kind, value=code)
    if employer is None or not employer.known:
        return Value("unknown", method="derived", confidence=1.0)
    documents = list(documents)
    commissioned = any(document.kind == "commission_letter" for document in documents)
    code, confidence = _by_name(str(employer.value), commissioned)
    if code == "unknown" and not commissioned and not BRANCH.search(str(employer.value)):
        code, confidence = _by_superior(documents, code, confidence)
    return replace(employer, value=code, method="derived", confidence=round(min(employer.confidence, confidence), 2))


def _by_name(name: str, commissioned: bool) -> tuple[str, float]:
    if _OF_THE_STATE.search(name):
        return "central", _BY_NAME if commissioned else _SUGGESTED
    if elsewhere(name):
        return "other_province", _BY_NAME if commissioned else _SUGGESTED
    if commissioned or BRANCH.search(name):
        return "unknown", _BY_NAME
    if at_home(name) or _PLACE.search(name):
        return "local", _BY_NAME
    return "unknown", _BY_NAME


def _by_superior(documents: Iterable[Document], code: str, confidence: float) -> tuple[str, float]:
    """A department of the province, a city or a county that seals the form as the superior one: a local unit."""
    for document in documents:
        for _, seal in document.seals if document.kind in _SEALED_BY_SUPERIORS else ():
            name = normalise(seal.text)
            if seal.confidence >= _SURE_SEAL and _DEPARTMENT.search(name) and (at_home(name) or _PLACE.search(name)):
                return "local", min(_BY_NAME, seal.confidence)
    return code, confidence


def shown_on_pages(layouts: Sequence[Layout]) -> dict[str, Value]:
    """What only a form's pages show: employer_affiliation behind 隶属关系, personnel_agency by the words 人事代理."""
    shown: dict[str, Value] = {}
    for layout in layouts:
        prose = layout.flow.prose
        for match in _STATED.finditer(prose.text):
            code = next((code for code, words in _AFFILIATION if re.search(words, match["said"])), None)
            spot = prose.spot(match.start("said"), match.end("said"))
            if code and spot:
                shown.setdefault("employer_affiliation", valued(code, spot))
        for match in _AGENCY.finditer(prose.text):
            said, spot = match["said"] or "", prose.spot(*match.span())
            if spot and (said or not match["whether"]):
                shown.setdefault("personnel_agency", valued(not re.match("[否无不]", said), spot))
    return shown
