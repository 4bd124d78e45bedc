"""Pages of passports and their translations: the machine-readable zone, days in English or with the day first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import Reading, date_in, first, pieces, said, under
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Value
from dossier.model.record import Period
from dossier.text import parse_date
from dossier.text.regex import Regex

_ZONE_NAME = Regex(r"P[A-Z<][A-Z]{3}(?P<s>[A-Z]+(?:<[A-Z]+)*)<<(?P<g>[A-Z]+(?:<[A-Z]+)*)<<")
"""The first row of the zone (ICAO 9303): P<DEULIND<<ANNA<MARIA<<<."""
_NATIONALITY = Regex(
    r"国籍(?:[/(或及和、]*地区\)?)?(?:为|是|系|:)?"
    r"(?P<v>(?!信息|情况|状况|代码|类别|变更|证明|所在|出生|性别|证件|护照|号码|日期|或|及|与|和)[㐀-鿿]{2,10})(?=[,。;)]|$)"
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY_FIRST = Regex(
    rf"(?i:(?P<d>\d{{1,2}})[\s./\-]*(?:(?P<word>{'|'.join(_MONTHS)})[A-Z]*(?:/[A-Z]+)?|(?<=[./\-])(?P<m>\d{{1,2}}))[\s./\-]*(?P<y>(?:19|20)\d\d))"
)
"""17 FEB 2021, 17 FEB/FEV 2021, 06.06.2032."""
_DAY = r"\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?"
_ISSUED = (
    Regex(rf"(?<!日)(?<!\d)(?:签发|发证|颁发|起始)(?:日期|时间)?(?:为|于|:)*(?P<v>{_DAY})"),
    Regex(rf"(?P<v>{_DAY})(?:签发|颁发|发证)"),
    Regex(rf"(?i:dateofissue):?(?P<v>{_DAY})"),
)
_EXPIRES = (
    Regex(rf"(?:有效期限?|截止日期|有效日期|到期日期?|失效日期?)(?:至|到|为|:)*(?P<v>{_DAY})(?!起)"),
    Regex(rf"(?P<v>{_DAY})(?:到期|届满|期满|失效)"),
    Regex(rf"(?i:dateofexpiry):?(?P<v>{_DAY})"),
)
_ISSUE_HEAD = r".{0,24}(?i:dateofissue|issuedate|dateissued).{0,24}"
_EXPIRY_HEAD = r".{0,24}(?i:dateofexpir(?:y|ation)|expirydate|expirationdate|validuntil).{0,24}"


def zone_name(prose: Prose) -> Value | None:
    """Surname and given names as the machine-readable zone has them."""
    match = prose.search(_ZONE_NAME)
    name = f"{match['s']} {match['g']}".replace("<", " ") if match else ""
    return prose.value(name, match.start("s"), match.end("g")) if match else None


def nationality_told(draft: Draft, reading: Reading) -> Value | None:
    """The country in Chinese, as a row of the page or of its translation says it: 国籍:德国."""
    for layout in draft.layouts:
        for flow, _ in pieces(layout):
            match = _NATIONALITY.search(flow.prose.text)
            country, spot = (reading(match["v"]), flow.prose.spot(*match.span("v"))) if match else (None, None)
            if country is not None and spot is not None:
                return valued(country, spot)
    return None


def validity_told(draft: Draft, prose: Prose) -> Value | None:
    """From the day of issue to the last day, each told for itself; its place is the last day's."""
    start = _day(draft, prose, _ISSUED, _ISSUE_HEAD)
    end = _day(draft, prose, _EXPIRES, _EXPIRY_HEAD)
    if start is None or end is None:
        return None
    sure = min(start.confidence, end.confidence)
    period = Period(str(start.value), str(end.value))
    return replace(end, value=period, confidence=sure)


def _day(draft: Draft, prose: Prose, patterns: Sequence[Regex], head: str) -> Value | None:
    return first(said(prose, patterns, date_in), under(draft, head, _passport_day))


def _passport_day(text: str) -> str | None:
    """The day a run of text is: the year first, or the day first and the month in figures or English."""
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        return date_in(text)
    month = _MONTHS.index(match["word"].upper()) + 1 if match["word"] else int(match["m"])
    return parse_date(f"{match['y']}-{month:02d}-{int(match['d']):02d}")
