"""What a form says of employer and title held beside the plain value: a nature in brackets, a shorter head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.kinds.licences import known
from dossier.extract.layout import Layout
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text.regex import Regex

_NATURE = Regex(
    r"(?P<unit>.{4,}?)[(（、，,/](?P<nature>(?:全额|差额|公益[一二]类|省属|市属|县属|中央)?(?:事业单位|国有企业|国企|民营企业|私营企业"
    r"|外资企业|合资企业|股份制企业|集体企业|机关|社会团体|民办非企业单位?|国有控股企业|国有独资企业))[)）]?"
)
_HELD = Regex(r"现任?(?:职务|岗位)")
_SINCE = Regex(r"(?:资格)?(?:取得|获得|评定|批准|通过)(?:资格)?(?:时间|日期|年月)|聘任(?:时间|日期|年月)")

_CLAUSES = Regex(r"[，,、;；。()（）/\n]+")
_A_MONTH = Regex(r"(?P<y>(?:19|20)\d\d)(?:年|[./-])(?P<m>1[0-2]|0?[1-9])(?:月(?:\d{1,2}日)?|[./-]\d{1,2}(?!\d))?")
_APPOINTED = Regex("聘|任职")
_GRANTED = Regex("取得|获得|获评|评定|评审|评为|通过|批准|授予|资格")
_SAID_OF_IT = Regex(
    r"(?:取得|获得|获评|评定|评审|评为|通过|批准|授予|聘任|聘用|受聘|首聘|聘为|任职|资格|至今|起|于|为|并|[:：])+"
)
"""Verbs of granting and appointing, of which none is the title's."""


def employer_and_nature(labelled: Mapping[str, Value]) -> dict[str, Value]:
    """The employer without its nature in brackets behind it, which is the nature where nothing else tells it."""
    employer = labelled.get("employer")
    told = _NATURE.fullmatch(employer.value) if employer is not None and isinstance(employer.value, str) else None
    if employer is None or told is None:
        return {}
    nature = labelled.get("employer_type")
    stated = {} if nature is not None and nature.known else {"employer_type": replace(employer, value=told["nature"])}
    return {"employer": replace(employer, value=told["unit"]), **stated}


def held_since(labelled: Mapping[str, Value], titles: Regex) -> dict[str, Value]:
    """What one place says of the title, the month it was granted and that of the appointment.

    工程师2020年10月取得,2020年11月聘任: read only where each month has its verb.
    """
    held = labelled.get("current_title")
    if held is None or not isinstance(held.value, str):
        return {}
    told: dict[str, list[str]] = {"current_title_date": [], "appointed_since": []}
    clauses = [clause for clause in _CLAUSES.split(held.value) if clause.strip()]
    for clause in clauses:
        appointed = _APPOINTED.search(clause) is not None
        for month in _A_MONTH.finditer(clause):
            if not appointed and _GRANTED.search(clause) is None:
                return {}
            name = "appointed_since" if appointed else "current_title_date"
            told[name].append(f"{month['y']}-{int(month['m']):02d}")
    bare = {_SAID_OF_IT.sub("", _A_MONTH.sub("", clause)).strip() for clause in clauses} - {""}
    title = bare.pop() if len(bare) == 1 else ""
    if any(len(each) != 1 for each in told.values()) or not titles.fullmatch(title):
        return {}
    months = {name: replace(held, value=each[0]) for name, each in told.items() if not known(labelled, name)}
    return {"current_title": replace(held, value=title), **months}


def title_held(layouts: Sequence[Layout], titles: Regex) -> dict[str, Value]:
    """The title behind 现任职务, where the same row says since when it is held; elsewhere that is a post."""
    for layout in layouts:
        for head in layout.cells:
            home = layout.right_of(head) if _HELD.fullmatch(head.text) else None
            spot = home.flow.spot() if home is not None else None
            if home is None or spot is None or not titles.fullmatch(home.text):
                continue
            if any(_SINCE.fullmatch(other.text) for other in layout.all_right_of(home)):
                return {"current_title": valued(home.text, spot)}
    return {}
