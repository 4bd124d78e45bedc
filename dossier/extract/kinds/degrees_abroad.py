"""What the certificate that recognises a degree from abroad says in its own way: its number, the holder's Latin name, a
school behind the name of its country."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import said
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.text.regex import Regex

_VERIFIED_NUMBER = (Regex(r"认证书?(?:编号|号码?)(?:为|是|:)*(?P<v>[㐀-鿿]{0,3}[A-Z]{0,4}\d(?:-?\d){5,15})"),)
_OF_ABROAD = Regex(r"(?:港澳台|香港|澳门|台湾|国外|国\(境\)外|境外)[㐀-鿿、()]{0,12}学历学位认证书")
_HOLDER = Regex(
    r"(?:兹证明)?(?P<v>[A-Z][A-Za-z'\-]+,?(?: [A-Z][A-Za-z.'\-]*){1,4})(?:\([^()]*\))?[,(](?:性别|男|女|国籍)"
)
"""A name in Latin letters with which a row begins, and the sex or the nationality behind it."""
_OF_COUNTRY = Regex(r"(?:系|是|为)(?P<c>[㐀-鿿]{2,8}?)(?:的)?(?:正规|国家|政府|教育|认可|公立|私立)")
"""Behind a school, of which country it is: 系德国正规高等学校."""


def number_in(text: str) -> str | None:
    """A certificate's number, if a run of text says nothing else."""
    bare = re.sub(r"\s", "", text).strip(":.")
    return bare if re.fullmatch(r"[㐀-鿿]{0,6}[A-Z]?[\dA-Z\-]{6,22}号?", bare) else None


def number_from_abroad(prose: Prose) -> Value | None:
    """The certificate's own number, before that of the degree from abroad or of a passport."""
    return said(prose, _VERIFIED_NUMBER, number_in) if prose.search(_OF_ABROAD) else None


def in_latin_letters(draft: Draft) -> Value | None:
    """The person with whom a row begins, where the name is not Chinese: LIND ANNA,女,国籍……"""
    for layout in draft.layouts:
        for row in layout.flow.rows():
            match = _HOLDER.match(row.text)
            spot = row.spot(*match.span("v")) if match else None
            if match is not None and spot is not None:
                return valued(match["v"], spot)
    return None


def without_its_country(school: Value | None, prose: Prose) -> Value | None:
    """The school without the country before its name, where the paper names it so and says of which country it is."""
    if school is None or not isinstance(school.value, str):
        return school
    for match in _OF_COUNTRY.finditer(prose.text):
        name = school.value.removeprefix(match["c"])
        if name != school.value and prose.text[: match.start()].endswith(name):
            return replace(school, value=name)
    return school
