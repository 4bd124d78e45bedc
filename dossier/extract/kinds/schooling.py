"""What certificates of education say in running text: levels, subjects, schools, numbers. Text without white space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.extract.group import Draft
from dossier.extract.layout import Flow, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.extract.signing import sealed
from dossier.model import Value
from dossier.text import parse_date
from dossier.text.regex import Regex

SCHOOL = (
    r"(?![本我该][校院])(?:中共)?(?:(?!委员会|主席|[校院]长)[㐀-鿿()·]){2,24}?"
    r"(?:大学(?:[㐀-鿿]{2,8}学院|[㐀-鿿]{0,4}分校)?|学院|学校|研究院|研究所|党校|研究生部)"
)
_FOREIGN_SCHOOL = r"[A-Z][A-Za-z .,'&\-]{4,60}(?:University|College|Institute|School)[A-Za-z .,'&\-]{0,40}"
_SCHOOL = Regex(rf"{SCHOOL}|{_FOREIGN_SCHOOL}|[㐀-鿿·]{{2,20}}(?:大学|学院|工学院)\([A-Za-z .,'&\-]+\)")
_AS_LABELLED = Regex(r"^(?:(?:培养|办学|授予|发证)单位|(?:毕业)?(?:院校|学校)(?:名称)?)[\s:：]*(?=[㐀-鿿]{2})")
"""A label that ran into the name behind it."""
_UNSURE = 0.8
"""Confidence at most of a value that its own check speaks against."""

_LEVELS = (
    ("博士研究生", r"博士研究生|博士(?=学习|毕业|生|研究)"),
    ("硕士研究生", r"硕士研究生|硕士(?=学习|毕业|生|研究)"),
    ("第二学士学位", r"第二学士学位|二学位"),
    (
        "本科",
        r"(?:大?专科?|高中|中专)(?:毕业)?(?:起点|升|接|续)(?:升)?(?:本科?|的?本科)|专升本|独立本科段|本科(?!专业目录)",
    ),
    ("专科", r"(?:高职|高等职业教育|普通|成人)?(?:专科(?!学校)|大专)|高职(?=学习|层次|$)"),
    ("中专", r"中等专业(?!学校)|中专|中等职业"),
    ("技工", r"预备技师|高级工班|中级工班|技工(?!学校)"),
)
_LEVEL = Regex("|".join(f"(?P<g{i}>{pattern})" for i, (_, pattern) in enumerate(_LEVELS)))
_BY_TITLE = Regex(r"中等专业学校|中专|技工学校|技师学院|高等专科学校|党校")
_LEAD = (
    r"(?:攻读|修读|主修|修习|学习|参加|所学|就读于?|考入|进入|入|在|于|从事"
    r"|[本我该](?:校|院|所|党校)|大学|学院|学校|党校|(?:颁发|授予|取得|获得)的)"
)
_MAJOR = Regex(
    rf"{_LEAD}(?P<m>(?:(?!{_LEAD}|专业)[㐀-鿿A-Za-z()、·]){{2,26}}?)(?:学科)?\(?专业\)?(?!技术|学位|学校|证书|目录)"
)
_MAJOR_BEHIND = Regex(
    r"(?<!学科)专业(?:名称)?(?::|为|是)(?P<m>[㐀-鿿()、·]{2,26}?)(?=[,。;]|[二三四五六2-6](?:\.5)?年制|层次|学制|学历|学习|性别|毕业|证书|本科|专科|$)"
)
_BEFORE_MAJOR = Regex(
    r"^.*(?:自学考试|网络教育|成人教育|继续教育|远程教育|高等教育|函授|夜大学?|脱产|业余|全日制"
    r"|[㐀-鿿]{1,10}系(?![统列]))(?=[㐀-鿿]{2})"
)
_NO_MAJOR = Regex(
    r"日期|时间|名称|编号|形式|类别|层次|学制|姓名|性别|院校|成绩|课程|本科学习|有关|该|本|全部|其他|学信|学籍|备案|样[网表案]|网样"
)
_LABELLED_NUMBER = Regex(
    r"(?:毕业|学历|学位|结业)?(?:证书|学校|注册)?(?:编号|号码|证书号|证号)(?:\(?No\.?\)?)?[:为是]?|(?<![A-Za-z])N[oO][.:]+"
)
_SHORTEST = 6
_BETWEEN = Regex(r"[\s:.\-]*(?:N[oO][.:]*)?\s*")
_TOKEN = Regex(
    r"(?<![\dA-Za-z])(?!\d{4}[年./\-]\d{1,2}(?!\d))[A-Za-z]{0,2}\d[\dA-Za-z\-]*|[㐀-鿿]{1,6}[字〔\[(][^\t\n]{2,24}?号"
)


def level_in(text: str) -> str | None:
    """博士研究生, 硕士研究生, 第二学士学位, 本科, 专科, 中专 or 技工, where a text speaks of just one of them."""
    found = {level for level, _, _ in levels(text)}
    return found.pop() if len(found) == 1 else None


def levels(text: str) -> Iterator[tuple[str, int, int]]:
    """(level, start, end) of every mention; 专科起点本科 is 本科."""
    for match in _LEVEL.finditer(text):
        yield _LEVELS[int((match.lastgroup or "g0")[1:])][0], match.start(), match.end()


def level(prose: Prose) -> Value | None:
    """The level studied at: as said behind the subject, else the only one spoken of, else by the title."""
    found = list(levels(prose.text))
    studied = [
        one
        for one in found
        if re.match(r"(?:层次|阶段|班|段)?(?:的)?\)?(?:学习|毕业|培养|教育|考试)", prose.text[one[2] :])
    ]
    for mentions in (studied, found):
        if len({name for name, _, _ in mentions}) == 1:
            return prose.value(*mentions[0])
    if found:
        value = prose.value(*(studied or found)[0])
        return replace(value, confidence=min(value.confidence, _UNSURE)) if value else None
    title = prose.search(_BY_TITLE)
    if title is None or title.group() == "党校":
        return None
    name = "技工" if title.group()[:2] in ("技工", "技师") else "专科" if "高等" in title.group() else "中专"
    value = prose.value(name, *title.span())
    return replace(value, confidence=min(value.confidence, _UNSURE)) if value else None


def major_in(text: str) -> str | None:
    """A subject, if a run of text says nothing else."""
    bare = re.sub(r"\s", "", text).strip(":;,.。、_*")
    bare = re.sub(r"(?<=[㐀-鿿])专业$", "", bare)
    if not re.fullmatch(r"[㐀-鿿()、·A-Za-z]{2,26}", bare) or _NO_MAJOR.search(bare) or level_in(bare):
        return None
    return bare.replace("(", "（").replace(")", "）")


def major(prose: Prose) -> Value | None:
    """The subject before 专业, else behind 专业：."""
    for pattern in (_MAJOR, _MAJOR_BEHIND):
        for match in pattern.finditer(prose.text):
            start = match.start("m")
            lead = _BEFORE_MAJOR.match(match["m"])
            start += lead.end() if lead else 0
            value = major_in(prose.text[start : match.end("m")])
            if value is not None:
                return prose.value(value, start, match.end("m"))
    return None


def school_in(text: str) -> str | None:
    """A school, if a run of text names one and says nothing else."""
    bare = _AS_LABELLED.sub("", re.sub(r"\((?:盖章|公章|章)\)$", "", text.strip(" :;,、。._")))
    squeezed = bare if re.search("[A-Za-z]", bare) else re.sub(r"\s", "", bare)
    return squeezed.replace("(", "（").replace(")", "）") if _SCHOOL.fullmatch(squeezed) else None


def sealing_school(draft: Draft) -> Value | None:
    """The school as its seal says, where it is printed nowhere else."""
    seal = sealed(draft.layouts).get("seal_text")
    return seal if seal is not None and seal.known and school_in(str(seal.value)) else None


def number(draft: Draft, lengths: tuple[int, ...]) -> Value | None:
    """The number behind its label, on the label's row or the next; of several the first of a known length.

    Parts set apart or wrapped make up one number where together they have a known length.
    """
    read: list[tuple[bool, Value]] = []
    for layout in draft.layouts:
        rows = layout.flow.rows()
        for index, row in enumerate(rows):
            for label in _LABELLED_NUMBER.finditer(row.text):
                parts = _tokens([row.part(label.end(), len(row.text)), *rows[index + 1 : index + 2]])
                read += [made] if (made := _joined(parts, lengths)) is not None else []
    return min(read, key=lambda one: not one[0])[1] if read else None


def number_alone(draft: Draft, day: Value | None) -> Value | None:
    """The only run of a page that is a degree's number of 16 digits by the year in it, without a label before it."""
    year = str(day.value)[:4] if day is not None and day.known else None
    read = [
        valued(run.prose.text, spot)
        for layout in draft.layouts
        for run in layout.flow.runs()
        if re.fullmatch(r"\d{16}", run.prose.text) and (spot := run.spot()) is not None
    ]
    return read[0] if len(read) == 1 and year is not None and year_of(str(read[0].value)) == year else None


def _tokens(flows: Sequence[Flow]) -> list[tuple[str, Spot]]:
    """Runs of letters and digits with nothing but blanks between them. A row that is only a day holds none."""
    parts: list[tuple[str, Spot]] = []
    for flow in flows:
        if not parts and parse_date(flow.text.strip(" :\t")):
            continue
        end = 0
        for match in _TOKEN.finditer(flow.text):
            spot = flow.spot(*match.span())
            if spot is None or not _BETWEEN.fullmatch(flow.text, end, match.start()):
                return parts
            parts.append((match.group(), spot))
            end = match.end()
    return parts


def _joined(parts: Sequence[tuple[str, Spot]], lengths: tuple[int, ...]) -> tuple[bool, Value] | None:
    for end in range(1, len(parts) + 1):
        joined = "".join(text for text, _ in parts[:end])
        if len(joined.replace("-", "")) in lengths:
            return True, valued(joined, parts[0][1], min(spot.confidence for _, spot in parts[:end]))
    if not parts or len(parts[0][0]) < _SHORTEST:
        return None
    value = valued(*parts[0])
    return False, value if not parts[0][0].isdigit() else doubted(value)


def year_of(number: str) -> str | None:
    """The year inside a diploma's number of 17 or 18 digits or a degree's of 16: the seventh digit and on."""
    bare = re.sub(r"^[A-Z]", "", number)
    if len(bare) not in (16, 17, 18) or not re.fullmatch(r"\d{10}[\dSEZ]\d+", bare):
        return None
    return bare[6:10] if "1950" <= bare[6:10] <= "2050" else None


def doubted(value: Value) -> Value:
    """The value, no surer than one that its own check speaks against."""
    return replace(value, confidence=min(value.confidence, _UNSURE))
