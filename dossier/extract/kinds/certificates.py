"""Certificates of education in running text: the diploma, the degree, and what verifies them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds import schooling
from dossier.extract.kinds.degrees_abroad import (
    in_latin_letters,
    number_from_abroad,
    number_in,
    without_its_country,
)
from dossier.extract.kinds.schooling import SCHOOL, doubted, level_in, major_in, school_in
from dossier.extract.kinds.sealing import settled_by_seal
from dossier.extract.kinds.seeking import (
    Reading,
    Values,
    date_in,
    dated,
    first,
    kept,
    labelled_as,
    name_in,
    prose_of,
    said,
    under,
)
from dossier.extract.kinds.signers import signed_off
from dossier.extract.kinds.whom import known_person
from dossier.extract.sentences import Prose
from dossier.extract.wording import NAME
from dossier.model import Value
from dossier.text import parse_month
from dossier.text.regex import Regex

_HAN = "[㐀-鿿\\U00020000-\\U0003ffff]"
_STUDENT = (
    Regex(
        rf"(?:学生|学员|研究生|博士生|硕士生|毕业生|兹有|兹证明|姓名:?)"
        rf"(?P<v>(?:(?!性别){_HAN}){{2,4}}(?:·{_HAN}{{1,8}})*),?[(]?(?:性别|男|女)"
    ),
    Regex(rf"(?:学生|学员|研究生|毕业生|兹有|兹证明|[,。:]|^)?(?P<v>{NAME})[,(]?(?:性别:?)?(?:男|女)"),
    Regex(rf"(?:学生|学员|研究生|兹有|兹证明|授予|经核查,|经认证,)(?P<v>{NAME})(?=系|现年|[,(])"),
)
_SEX = (
    Regex(r"性别:?(?P<v>男|女)"),
    Regex(r"[,(](?P<v>男|女)(?=[,)。;])"),
    Regex(r"[㐀-鿿](?P<v>男|女),"),
    Regex(r"(?<=[㐀-鿿])(?<![子男儿妇美少])(?P<v>男|女)(?=(?:19|20|一九|二[〇○零])[\d〇○零一二三四五六七八九]{2}年)"),
)
_STUDIED_AT = Regex(rf"(?:在|于|考入|进入|就读于?)(?P<v>{SCHOOL})")
_GRANTED_BY = Regex(
    rf"(?:提交|持有?|获得?|取得|出示)的?(?:由)?(?P<v>{SCHOOL})(?:\([^()]*\))?(?:于|所?颁发|所?授予|出具)"
)
_EXAMINED_BY = Regex(rf"主考(?:院校|学校):?(?P<v>{SCHOOL})")
_FIELD = r"哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术|交叉"
_DEGREE = Regex(
    rf"(?P<v>(?:(?:{_FIELD})学|(?:(?![授予获得取符合规定颁其年月日])[㐀-鿿]){{2,8}}?)(?:学士|硕士|博士))(?:专业)?学位"
    r"(?!证书|评定|条例|法|论文|授予|课程|委员)"
)
_NUMERAL = r"[\d〇○◯零Oo一二三四五六七八九十]"
_STUDIED_TO = Regex(rf"[至到\-—~](?P<y>{_NUMERAL}{{2,4}})年(?P<m>{_NUMERAL}{{1,2}})月")
_LEFT = Regex(rf"(?P<y>{_NUMERAL}{{4}})年(?P<m>{_NUMERAL}{{1,2}})月(?:{_NUMERAL}{{1,3}}日)?(?:毕业|结业)")
_VERIFIED_TO = (
    Regex(r"毕(?:\(结\))?业(?:日期?|时间):?(?P<v>\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)"),
    Regex(r"(?<!期)(?<!期限)[至到\-—~](?P<v>\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2})"),
    Regex(
        r"(?P<v>\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:本科|专科|研究生)?(?:毕业|结业|获|所?(?:颁发|授予|颁授)(?=的|其|[㐀-鿿、]{0,12}(?:学位|学历|毕业证|文凭))(?!本|此))"
    ),
)
_CODE = Regex(r"[A-Z0-9]{8,20}")
_SAID_CODE = (
    Regex(r"验证码(?:为|是|:)*(?P<v>(?:[A-Z0-9]{4}-?){2,5})"),
    Regex(r"(?:报告编号|认证报告编号|认证书编号)(?:为|是|:)*(?P<v>[A-Z0-9]{8,20})"),
)
_UNTIL = (
    Regex(
        r"有效期(?:限)?(?:至|到|截止|截至|为|:|自[\d年月日.\-/]{6,12}[至到])+(?P<v>\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)"
    ),
    Regex(r"(?:至|到|于)(?P<v>\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)(?:之?前|止)?(?:内)?(?:有效|失效|止)"),
)
_SHORT = 6
_LOOK_ALIKE = Regex("[OIL]")
"""Letters that codes without a check digit avoid; one that was read may be a figure."""


def diploma(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """毕业证书: whose, of which school, in what, at which level, when."""
    prose = prose_of(draft)
    school, issued = signed_off(draft)
    number = first(schooling.number(draft, (18, 17)), _long_enough(labelled.get("certificate_number")))
    values: Values = {
        "name": _student(prose, labelled, found, context),
        "sex": said(prose, _SEX),
        "school": _school(draft, prose, labelled, found, school),
        "major": first(schooling.major(prose), _labelled("major", labelled, found, major_in)),
        "education": first(schooling.level(prose), _labelled("education", labelled, found, level_in)),
        "graduated": _graduated(prose, issued or dated(draft), number),
        "certificate_number": number,
    }
    return kept(_checked(values, "graduated"))


def degree(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """学位证书: whose, which degree, of which school, when."""
    prose = prose_of(draft)
    school, issued = signed_off(draft)
    day = first(issued or dated(draft), labelled.get("date"))
    values: Values = {
        "name": _student(prose, labelled, found, context),
        "degree": _granted(prose) or _unread(labelled.get("degree")),
        "school": _school(draft, prose, labelled, found, school),
        "certificate_number": first(
            schooling.number(draft, (16, 17)),
            _long_enough(labelled.get("certificate_number")),
            schooling.number_alone(draft, day),
        ),
        "date": day,
    }
    return kept(_checked(values, "date"))


def education_verification(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """备案表 and 认证报告: a table of labels, or a report in sentences."""
    prose = prose_of(draft)
    graduated = said(prose, _VERIFIED_TO, _day_or_month)
    number = first(labelled_as("certificate_number", labelled, found, number_in), schooling.number(draft, (18, 17, 16)))
    values: Values = {
        "name": _student(prose, labelled, found, context) or in_latin_letters(draft),
        "school": without_its_country(_school(draft, prose, labelled, found, None), prose),
        "major": first(_labelled("major", labelled, found, major_in), schooling.major(prose), _ground(labelled)),
        "education": first(_labelled("education", labelled, found, level_in), schooling.level(prose)),
        "graduated": first(labelled_as("graduated", labelled, found, _day_or_month), graduated),
        "certificate_number": first(number_from_abroad(prose), number),
        "verification_code": _code(prose, labelled, found),
        "valid_until": first(said(prose, _UNTIL, date_in), labelled_as("valid_until", labelled, found, date_in)),
    }
    return kept(_checked(values, "graduated"))


def _checked(values: Values, day: str) -> Values:
    """The number and the day, less sure where the year inside the number is another."""
    number, date = values.get("certificate_number"), values.get(day)
    year = schooling.year_of(str(number.value)) if number is not None and number.known else None
    if number is not None and date is not None and date.known and year is not None and year != str(date.value)[:4]:
        return values | {"certificate_number": doubted(number), day: doubted(date)}
    return values


def _long_enough(number: Value | None) -> Value | None:
    """A number behind its label, in doubt where it is no longer than a year."""
    short = number is not None and number.known and len(str(number.value)) < _SHORT
    return doubted(number) if number is not None and short else number


def _labelled(name: str, labelled: Mapping[str, Value], found: Found, reading: Reading) -> Value | None:
    value = labelled_as(name, labelled, found, reading)
    return value if value is not None and value.known else None


def _ground(labelled: Mapping[str, Value]) -> Value | None:
    """The subject left open, where only the words of the paper's ground were read in its place."""
    given = labelled.get("major")
    printed = given is not None and re.search(r"学信|备案", str(given.value)) is not None
    return replace(given, value=None, confidence=0.0, reason="ambiguous") if given is not None and printed else None


def _day_or_month(text: str) -> str | None:
    return date_in(text) or parse_month(text.strip(" :"))


def _unread(labelled: Value | None) -> Value | None:
    return replace(labelled, value=None, reason="ambiguous", confidence=0.0) if labelled is not None else None


def _granted(prose: Prose) -> Value | None:
    """The degree without what leads up to it: 经审核合格授予工学学士学位 → 工学学士. The last is the one granted."""
    found = list(_DEGREE.finditer(prose.text))
    if not found:
        return None
    match = found[-1]
    bare = re.search(rf"(?:{_FIELD})学(?:学士|硕士|博士)$", match["v"])
    start = match.start("v") + (bare.start() if bare else 0)
    return prose.value(prose.text[start : match.end("v")], start, match.end("v"))


def _student(prose: Prose, labelled: Mapping[str, Value], found: Found, context: Context) -> Value | None:
    """A name the dossier knows, else the labelled one, else the one before the sex."""
    known = known_person(prose, context)
    if known is not None:
        return known
    return first(
        said(prose, _STUDENT[:1], name_or_rare),
        _labelled("name", labelled, found, name_in),
        said(prose, _STUDENT, name_in),
        labelled.get("name"),
    )


def name_or_rare(text: str) -> str | None:
    """A name in the place of a name, whatever its surname."""
    return name_in(text) or (text if 2 <= len(text) <= 4 else None)


def _school(
    draft: Draft, prose: Prose, labelled: Mapping[str, Value], found: Found, signed: Value | None
) -> Value | None:
    """The labelled school, else the one that signs, else the one studied at, else the seal's."""
    signing = _as_school(signed)
    school = first(
        _labelled("school", labelled, found, _school_before_gap),
        signing,
        said(prose, (_EXAMINED_BY, _GRANTED_BY, _STUDIED_AT), school_in),
        under(draft, r"(?:毕业)?(?:院校|学校)(?:名称)?|学位授予单位|校名", school_in),
        schooling.sealing_school(draft),
    )
    return _without_board(settled_by_seal(school, draft))


def _as_school(unit: Value | None) -> Value | None:
    """The unit that signs, where it is a school, without a label that ran into its name."""
    school = school_in(str(unit.value)) if unit is not None else None
    return replace(unit, value=school) if unit is not None and school is not None else None


def _without_board(school: Value | None) -> Value | None:
    """The school, where its board of degrees seals for it."""
    if school is None or not isinstance(school.value, str):
        return school
    return replace(school, value=re.sub(r"(?<=[学院校所])(?:学位评定|学位|学术)委员会$", "", school.value))


def _school_before_gap(text: str) -> str | None:
    """The school a place begins with: 晋岭工程学院 校长白若水."""
    match = re.match(SCHOOL, text)
    return school_in(text) or (school_in(match.group()) if match else None)


def _graduated(prose: Prose, issued: Value | None, number: Value | None) -> Value | None:
    """The month the studies ended: the date behind 至, else before 毕业, else the day of issue."""
    for pattern in (_STUDIED_TO, _LEFT):
        for match in pattern.finditer(prose.text):
            month = parse_month(f"{match['y']}年{match['m']}月") or _completed(match, number)
            if month:
                value = prose.value(month, match.start("y"), match.end("m") + 1)
                return _supported(value, issued, number)
    if issued is not None and isinstance(issued.value, str):
        return replace(issued, value=issued.value[:7])
    return None


def _supported(value: Value | None, issued: Value | None, number: Value | None) -> Value | None:
    """A month that the day of issue repeats and whose year the number holds is no longer in doubt."""
    if value is None or issued is None or number is None:
        return value
    repeated = str(issued.value)[:7] == value.value and schooling.year_of(str(number.value)) == str(value.value)[:4]
    return replace(value, confidence=max(value.confidence, 0.9)) if repeated else value


def _completed(match: re.Match[str], number: Value | None) -> str | None:
    """A month whose year lost a figure, or all its noughts, where the number's year has the others in order: 二八年."""
    year = schooling.year_of(str(number.value)) if number is not None and number.known else None
    read = parse_month(f"2000年{match['m']}月")
    digits = match["y"].translate(str.maketrans("〇○◯零Oo一二三四五六七八九", "000000123456789"))
    if year is None or read is None or len(digits) == len(year):
        return None
    fits = year.replace("0", "") == digits or any(year[:skip] + year[skip + 1 :] == digits for skip in range(4))
    return year + read[4:] if fits else None


def _code(prose: Prose, labelled: Mapping[str, Value], found: Found) -> Value | None:
    """The code for verification online, else the report's number."""

    def code_in(text: str) -> str | None:
        bare = re.sub(r"[\s\-]", "", text).strip(":").upper()
        return bare if _CODE.fullmatch(bare) and re.search(r"\d", bare) else None

    value = first(said(prose, _SAID_CODE, code_in), labelled_as("verification_code", labelled, found, code_in))
    return doubted(value) if value is not None and value.known and _LOOK_ALIKE.search(str(value.value)) else value
