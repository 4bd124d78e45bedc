"""What sort of unit the applicant works for, and to whom it belongs: as the form says, else as its name shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.extract.layout import Layout
from dossier.extract.readers import valued
from dossier.model import Document, Value
from dossier.policy.places import Places
from dossier.text import BRANCH, normalise
from dossier.text.regex import Regex

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
_STATED = Regex(r"(?:隶属关系|隶属|所属系统|单位隶属)\)?:?(?P<said>[^。;:]{2,12})")
_AGENCY = Regex("(?P<whether>是否)?(?:实行|办理)?人事(?:档案)?代理(?:(?:单位|机构)?:(?P<said>[^。;:]{1,12}))?")
_PLACE = Regex(r"^(?!中国|国家|北京|上海|天津|重庆)[㐀-鿿]{2,4}(?:市|县|区)")
_SEALED_BY_SUPERIORS = ("review_form", "initial_form")
_HEADING = Regex("(?P<who>.{6,40}?(?:公司|集团|总部|总局|总院|总队|部|局|院|所|大学))(?:关于|委托)")
"""Who writes, at the beginning of a letter's heading: 某某集团有限公司关于委托评审……的函."""
_DEPARTMENT = Regex("(?:局|厅|委员会|政府|教育体育局|中心校)$|[省市县区]委[㐀-鿿]{0,10}部$")
_TOWN = Regex(r"^(?:中共)?(?:[㐀-鿿]{2,3}省)?(?P<town>(?!中国|国家|本|全|我|该)[㐀-鿿]{2,3})[市县区](?!立)")
"""The town that a name begins with."""
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


def affiliation_of(employer: Value | None, kind: Value | None, documents: Iterable[Document], places: Places) -> Value:
    """The code of employer_affiliation: as 单位性质 says, else as the name shows, else who writes the commission.

    A letter of commission is written for units from elsewhere only (560-6): beside one, a name proves nothing local.
    `unknown` where nothing shows it, and where name and letter contradict each other.
    """
    if kind is not None and kind.known:
        code = next((code for code, words in _AFFILIATION if re.search(words, str(kind.value))), None)
        if code:
            return replace(kind, value=code)
    documents = list(documents)
    letters = [document for document in documents if document.kind == "commission_letter"]
    written = commissioned_by(letters, places)
    if employer is None or not employer.known:
        return written or Value("unknown", method="derived", confidence=1.0)
    code, confidence = _by_name(str(employer.value), bool(letters), places)
    if written is not None and code == "unknown":
        return written
    if written is not None and code != written.value:
        code = "unknown"
    if code == "unknown" and not letters and not BRANCH.search(str(employer.value)):
        code, confidence = _by_superior(documents, places)
        if code == "unknown" and _is_named_for_a_town(str(employer.value), documents, places):
            code, confidence = "local", _BY_NAME
    return replace(employer, value=code, method="derived", confidence=round(min(employer.confidence, confidence), 2))


def commissioned_by(letters: Iterable[Document], places: Places) -> Value | None:
    """What letters of commission show of the unit they are written for, by issuer, seal and heading; None: nothing.

    The headquarters that write are the unit's own. What lies in the province, or is called in a way that any unit may
    be, shows nothing.
    """
    shown = [
        replace(value, value=code, method="derived", confidence=round(min(value.confidence, _BY_NAME), 2))
        for letter in letters
        for value in _writers(letter)
        if (code := _origin(str(value.value), places))
    ]
    return shown[0] if len({value.value for value in shown}) == 1 else None


def _writers(letter: Document) -> Iterator[Value]:
    """Who signs, seals and heads a letter, as far as surely read."""
    signed = (value for name in ("issuer", "seal_text") if (value := letter.get(name)) is not None)
    yield from (value for value in signed if value.known and value.confidence >= _SURE_SEAL)
    heading = _HEADING.match(normalise(letter.title))
    if heading and letter.pages:
        yield Value(heading["who"], letter.title, *letter.pages[0], None, "derived", _BY_NAME)


def _origin(name: str, places: Places) -> str | None:
    """central or other_province, where the name shows one of them and not the other."""
    name = normalise(name)
    central, away = places.like_central(name), places.elsewhere(name)
    if central == away or places.at_home(name):
        return None
    return "central" if central else "other_province"


def _by_name(name: str, commissioned: bool, places: Places) -> tuple[str, float]:
    if places.like_central(name):
        return "central", _BY_NAME if commissioned else _SUGGESTED
    if places.elsewhere(name):
        return "other_province", _BY_NAME if commissioned else _SUGGESTED
    if commissioned or BRANCH.search(name):
        return "unknown", _BY_NAME
    if places.at_home(name) or _PLACE.search(name):
        return "local", _BY_NAME
    return "unknown", _BY_NAME


def _by_superior(documents: Iterable[Document], places: Places) -> tuple[str, float]:
    """A department of the province, a city or a county that seals the form as the superior one: a local unit.

    A seal whose letters are in doubt shows it where each of its readings does.
    """
    for document in documents:
        for _, seal in document.seals if document.kind in _SEALED_BY_SUPERIORS else ():
            name, sure = normalise(seal.text), seal.confidence
            if sure < _SURE_SEAL and len(seal.readings) > 1:
                every = (normalise(reading) for reading in seal.readings)
                sure = _SURE_SEAL if all(_is_local_department(one, places) for one in every) else sure
            if sure >= _SURE_SEAL and _is_local_department(name, places):
                central = places.like_central(name)
                return ("central", _SUGGESTED) if central else ("local", min(_BY_NAME, sure))
    return "unknown", _BY_NAME


def _is_named_for_a_town(employer: str, documents: Iterable[Document], places: Places) -> bool:
    """Whether a unit's name begins with a town that authorities on the dossier's papers are of, and lies nowhere else.

    潞川日报社 beside the seal of 潞川市人力资源和社会保障局 is what 潞川市日报社 would be.
    """
    for document in documents:
        signed = (document.get(name) for name in ("authority", "issuer", "publisher"))
        names = [str(value.value) for value in signed if value is not None and value.known]
        names += [seal.text for _, seal in document.seals if seal.text]
        for name in map(normalise, names):
            town = _TOWN.match(name) if _DEPARTMENT.search(name) and not places.elsewhere(name) else None
            if town is not None and normalise(employer).startswith(town["town"]):
                return True
    return False


def _is_local_department(name: str, places: Places) -> bool:
    """Whether a name is that of a department of the province, or of a city or county not known to lie elsewhere."""
    here = places.at_home(name) or (_PLACE.search(name) is not None and not places.elsewhere(name))
    return _DEPARTMENT.search(name) is not None and here


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
