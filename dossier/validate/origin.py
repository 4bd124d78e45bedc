"""Where an applicant comes from, as far as the papers show it, and what the papers of foreigners are."""

from __future__ import annotations

import re

from dossier.model import Document, Value
from dossier.text import id_number_facts, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case

HONG_KONG_MACAO_TAIWAN = ("hong_kong_macao", "taiwan")
_NUMBERED = ("id_card", "review_form", "initial_form", "summary_form", "title_certificate", "social_insurance")
_NOT_CITIZENS = ("81", "82", "83", "9")
"""How the numbers of residents from 港澳台 and of foreigners begin."""
_CHINESE = Regex("^(?:中国|中华人民共和国|CHN|CHINA|CHINESE|P\\.?R\\.?CHINA)", re.IGNORECASE)
_CHINESE_PASSPORT = Regex("中华人民共和国(?:.{2}特别行政区)?护照")


def origin_of(case: Case) -> str:
    """A code of origins. A sound citizen number outweighs a passport; so does a passport that says it is Chinese."""
    origin = case.applicant("origin")
    code = str(origin.value) if origin is not None and origin.known else "unknown"
    if code in ("foreign", "unknown") and _has_citizen_number(case):
        return "mainland"
    if code == "foreign" and any(map(is_chinese_passport, case.documents("id_alternative"))):
        return "unknown"
    return code


def _has_citizen_number(case: Case) -> bool:
    values = [document.get("id_number") for document in case.documents(*_NUMBERED)]
    numbers = [squeeze(str(value.value)).upper() for value in values if value is not None and value.known]
    return any(id_number_facts(number) and not number.startswith(_NOT_CITIZENS) for number in numbers)


def kind_of_paper(paper: Document) -> str:
    """What an identity paper calls itself: its type as read and its title."""
    named = paper.get("document_type")
    return f"{named.value if named is not None and named.known else ''} {paper.title}"


def is_chinese_passport(paper: Document) -> bool:
    return bool(_CHINESE_PASSPORT.search(kind_of_paper(paper)) or _CHINESE.search(_country(paper)))


def is_foreign(paper: Document) -> bool:
    """Whether the paper prints the nationality of another country."""
    return bool(_country(paper)) and not _CHINESE.search(_country(paper))


def _country(paper: Document) -> str:
    nationality: Value | None = paper.get("nationality")
    return squeeze(str(nationality.value)) if nationality is not None and nationality.known else ""
