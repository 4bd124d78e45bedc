"""XDS-01: the same achievement, claimed by two applicants with the same rank."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Document
from dossier.policy import Policy
from dossier.text.regex import Regex
from dossier.validate.across.clash import Clash, Entry, across_rule, text_of, without_space
from dossier.validate.across.people import Claim, of_one_matter, several_people, shared, sides_of
from dossier.validate.case import DOUBTFUL


@dataclass(frozen=True)
class Sort:
    """How achievements of a kind are found again in another dossier."""

    zh: str
    people: str
    """The field that lists people in their order."""
    first: str
    """What the first of them is called."""
    number: str = ""
    apart: str = ""
    """The field by which two of the same title are told apart."""
    role: str = ""
    """The field that tells the applicant's part, where the kind has one."""


SORTS: Mapping[str, Sort] = {
    "paper": Sort("论文", "authors", "第一作者", apart="journal"),
    "book": Sort("著作", "authors", "第一作者", number="isbn"),
    "patent": Sort("专利", "inventors", "第一发明人", number="patent_number"),
    "award": Sort("获奖成果", "recipients", "第一完成人", apart="issuer"),
    "project": Sort("课题", "members", "第一完成人", role="role"),
    "achievement": Sort("业绩成果", "members", "第一完成人", role="role"),
    "standard": Sort("标准", "drafters", "第一起草人", number="standard_number"),
}
_SHORTEST = 8
"""Characters of a title that can name one achievement: 工作总结 is none."""
_HONOUR = Regex("先进|优秀|模范|标兵|能手|骨干|带头人|名师|劳动奖|三八|五一|个人|称号|工作者|党员|园丁|荣誉|教师$")
_FIRST_ROLE = Regex(r"^(?:第一|第1)(?!\d)|独著|独立完成|^(?:课题|项目)?主持人?$|^(?:课题|项目)?总?负责人$")
_NOT_TEXT = Regex(r"[\W_]+")


@across_rule(
    "XDS-01",
    reads={
        kind: tuple(name for name in ("title", sort.people, sort.number, sort.apart, sort.role) if name)
        for kind, sort in SORTS.items()
    },
)
def achievement_claimed_first_twice(entries: Sequence[Entry], policy: Policy) -> Iterator[Clash]:
    """不同申报人都以第一完成人（第一作者、第一发明人）申报同一成果。

    为什么：一项成果只有一个第一完成人，两份材料中至少有一份的排名不实（评审工作惯例）。
    例：两份卷宗都有论文《煤矿综采设备的优化设计》，各自的作者栏都把本人排在第一。
    怎么改：由评委会办公室对照成果原件和检索页核实排名，请有关申报人说明。
    """
    keyed = ((key, claim) for entry in entries for key, claim in _claims(entry))
    said: set[tuple[str, ...]] = set()
    for (kind, _, shown), group in shared(keyed, lambda claim: claim.entry):
        sort = SORTS[kind]
        for claims in of_one_matter(group):
            sides = sides_of(claims)
            names = (kind, *(side.entry.name for side in sides))
            if len(sides) > 1 and several_people(claims) and names not in said:
                said.add(names)
                yield Clash("XDS-01", f"{sort.zh}{shown}在{len(sides)}份卷宗中均以{sort.first}申报", sides)


def _claims(entry: Entry) -> Iterator[tuple[tuple[str, str, str], Claim]]:
    """The achievements of a dossier that name its applicant first, by number and by title."""
    for document in entry.record.documents:
        sort = SORTS.get(document.kind)
        if sort is None or not _is_first(document, sort, entry):
            continue
        title, people = document.get("title"), document.get(sort.people)
        number = document.get(sort.number) if sort.number else None
        claim = Claim(
            entry,
            (title, number, people, document),
            entry.record.applicant.get("name"),
            document.get(sort.apart) if sort.apart else None,
        )
        if digits := folded_number(text_of(number)):
            yield (document.kind, "number", digits), claim
        if (text := folded_title(text_of(title))) and not (document.kind == "award" and _HONOUR.search(text)):
            yield (document.kind, "title", f"《{text}》"), claim


def _is_first(document: Document, sort: Sort, entry: Entry) -> bool:
    """Whether the document puts the applicant first, by its list of people or by the role it names."""
    listed, role = document.get(sort.people), document.get(sort.role) if sort.role else None
    if not entry.person:
        return False
    if listed is not None and listed.known and listed.value and listed.confidence >= DOUBTFUL:
        return without_space(str(listed.value[0])) == entry.person
    return bool(role is not None and role.known and _FIRST_ROLE.search(text_of(role)))


def folded_title(text: str) -> str:
    """The title without punctuation and 一种 before it; empty where it is too short to name one achievement."""
    folded = re.sub("^(?:一种|种)", "", _NOT_TEXT.sub("", unicodedata.normalize("NFKC", text))).upper()
    return folded if len(folded) >= _SHORTEST else ""


def folded_number(text: str) -> str:
    """The number's letters and digits, without ZL; empty where it holds too few digits to be one of a kind."""
    folded = re.sub("^ZL", "", re.sub("[^0-9A-Z]", "", unicodedata.normalize("NFKC", text).upper()))
    return folded if sum(c.isdigit() for c in folded) >= 6 else ""


RULES = (achievement_claimed_first_twice,)
