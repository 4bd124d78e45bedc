"""XDS-02, XDS-03: one certificate of two people, and two applications of one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import fold_org, mask_id
from dossier.validate.across.clash import Clash, Entry, Side, across_rule, text_of
from dossier.validate.across.people import Claim, of_one_matter, several_people, shared, sides_of
from dossier.validate.case import DOUBTFUL

_CERTIFICATES: Mapping[str, tuple[str, str, str, str]] = {
    "diploma": ("education", "毕业证书", "certificate_number", "school"),
    "education_verification": ("education", "毕业证书", "certificate_number", "school"),
    "degree": ("degree", "学位证书", "certificate_number", "school"),
    "title_certificate": ("title", "职称证书", "certificate_number", "issuer"),
    "licence": ("licence", "职业资格证书", "number", "kind"),
    "digital_engineer": ("digital", "数字技术工程师证书", "certificate_number", "occupation"),
}
"""Kind → what its numbers are shared with, its name, the number, and what tells two of the same number apart."""


@across_rule("XDS-02", reads={kind: ("name", number, apart) for kind, (_, _, number, apart) in _CERTIFICATES.items()})
def certificate_number_under_two_names(entries: Sequence[Entry], policy: Policy) -> Iterator[Clash]:
    """不同申报人的证书是同一编号。

    为什么：证书编号一证一号，两人使用同一编号，其中至少有一份证书或编号有误（评审工作惯例）。
    例：两名申报人的中级职称证书编号都是SX2018G0512087。
    怎么改：由评委会办公室对照证书原件并向发证机关核实，请有关申报人说明。
    """
    keyed = ((key, claim) for entry in entries for key, claim in _numbered(entry))
    for (_, zh, number), group in shared(keyed, lambda claim: claim.entry):
        for claims in of_one_matter(group):
            sides = sides_of(claims)
            if len(sides) > 1 and several_people(claims):
                yield Clash("XDS-02", f"{zh}编号{number}出现在{len(sides)}份卷宗、不同姓名之下", sides)


def _numbered(entry: Entry) -> Iterator[tuple[tuple[str, str, str], Claim]]:
    for document in entry.record.documents:
        if document.kind not in _CERTIFICATES:
            continue
        group, zh, field, apart = _CERTIFICATES[document.kind]
        number = _number(document, field)
        if number is None or not (key := _folded(text_of(number))):
            continue
        name = document.get("name") or entry.record.applicant.get("name")
        yield (group, zh, key), Claim(entry, (number, name, document), name, document.get(apart))


def _number(document: Document, field: str) -> Value | None:
    value = document.get(field)
    return value if value is not None and value.known and value.confidence >= DOUBTFUL else None


def _folded(text: str) -> str:
    """The number without signs between its characters; empty where it is masked or too short to be one of a kind."""
    folded = re.sub(r"[^\w*]|_", "", unicodedata.normalize("NFKC", text).upper())
    return folded if "*" not in folded and sum(c.isdigit() for c in folded) >= 6 else ""


@across_rule("XDS-03", reads={"id_card": ("id_number",), "review_form": ("id_number", "series", "title")})
def one_person_applies_twice(entries: Sequence[Entry], policy: Policy) -> Iterator[Clash]:
    """同一人在同一年度申报两个系列、两个层级或向两个评委会申报。

    为什么：同一年度一般只能申报一个系列的一个职称，多头申报属于不如实申报（人社部令第40号）。
    例：同一证件号码的两份卷宗，一份申报工程系列，一份申报经济系列。
    怎么改：由评委会办公室与申报人和用人单位核实，只保留一份申报；属于同级转评或更正后重报的，注明情况。
    """
    keyed = (((entry.id_number, *_cycle(entry)), entry) for entry in entries if entry.id_number)
    for (number, *_), group in shared(keyed, lambda entry: entry):
        if differing := [zh for zh, name in _ASPECTS if len(_said(group, name)) > 1]:
            message = f"证件号码{mask_id(number)}在{len(group)}份卷宗中申报，{'、'.join(differing)}不同"
            yield Clash("XDS-03", message, tuple(_application(entry) for entry in group))


_ASPECTS = (("系列", "series"), ("层级", "level"), ("评委会", "committee"))


def _cycle(entry: Entry) -> tuple[str, str]:
    """The policy and the year of submission: applications of other years are no second ones."""
    application = entry.record.application
    return application.policy, (application.submitted or "")[:4]


def _said(group: Sequence[Entry], name: str) -> set[str]:
    values = (text_of(getattr(entry.record.application, name)) for entry in group)
    return {fold_org(value) for value in values if value}


def _application(entry: Entry) -> Side:
    application = entry.record.application
    form = next(entry.record.of_kind("review_form", "initial_form", "id_card"), None)
    return Side.of(entry, entry.record.applicant.get("id_number"), application.series, application.title, form)


RULES = (certificate_number_under_two_names, one_person_applies_twice)
