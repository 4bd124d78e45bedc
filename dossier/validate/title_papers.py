"""TTL-06, TTL-10: who issued the current title, and whether the form says what its certificate says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import span, squeeze
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import Case
from dossier.validate.holding import FORMS, certificates_of, says_none
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided

_SOON = 3
"""Months that lie between the judgement of a committee, its publication and the certificate."""
_LEVEL_WORDS = {
    "正高级": "senior",
    "正高": "senior",
    "副高级": "associate_senior",
    "副高": "associate_senior",
    "中级": "intermediate",
    "助理级": "assistant",
    "初级": "assistant",
    "员级": "technician",
}


@rule("TTL-06", reads={"title_certificate": ("title", "issuer", "series")})
def title_from_elsewhere_is_not_confirmed(case: Case, policy: Policy) -> Iterator[Remark]:
    """现职称由外省或中央单位评定，未见本省确认。

    为什么：外省和中央单位评定的职称，在本省申报高一级职称前一般须经确认。
    例：工程师证书由陕西省人力资源和社会保障厅颁发。
    怎么改：按管理权限办理职称确认，并附确认文件或换发的证书；通过全国统一考试取得的不需要。
    """
    held = case.fact("current_title")
    papers = certificates_of(case, policy, held.value["title"]) if held.value else []
    issuers = [value for paper in papers if (value := paper.get("issuer")) is not None]
    if not issuers:
        yield not_applicable("没有载明发证机关的现职称证书")
    elif not any(value.known for value in issuers):
        yield undecided("现职称证书的发证机关无法辨认，不能确定是否须经确认", *issuers)
    else:
        places = [(value, policy.places.issuer_elsewhere(str(value.value))) for value in issuers if value.known]
        if all(where for _, where in places):
            value, where = places[0]
            yield fail(f"现职称由{value.value}评定，属于{where}，未见本省确认", *(value for value, _ in places), held)


@rule(
    "TTL-10",
    reads={
        "review_form": ("current_title", "current_title_date"),
        "initial_form": ("current_title", "current_title_date"),
        "summary_form": ("current_title",),
        "title_certificate": ("title", "date", "series"),
    },
)
def form_differs_from_the_title_certificate(case: Case, policy: Policy) -> Iterator[Remark]:
    """评审表填报的现职称或取得时间与职称证书不一致。

    为什么：评审表内容应当与证书一致；不一致时以证书为准计算任职年限。
    例：评审表现职称取得时间填2018年12月，证书为2019年12月。
    怎么改：按职称证书更正评审表；证书有误的，附发证机关的更正证明。
    """
    certificates = list(case.documents("title_certificate"))
    stated = [(form, value) for form in case.documents(*FORMS) if (value := form.get("current_title")) is not None]
    read = [(form, value) for form, value in stated if value.known and not says_none(value)]
    if not certificates or not stated:
        yield not_applicable("没有职称证书或没有填报现职称，无从比较")
    for form, value in read if certificates else ():
        own = certificates_of(case, policy, str(value.value)) or _of_level(certificates, str(value.value), policy)
        if not own:
            yield _other_title(value, certificates, case, policy)
        elif (date := form.get("current_title_date")) is not None and date.known:
            yield from _judge_date(date, own)


def _of_level(certificates: Sequence[Document], said: str, policy: Policy) -> list[Document]:
    """Certificates of the level that a form names without the title: 中级."""
    level = _LEVEL_WORDS.get(squeeze(said).removesuffix("职称"))
    return [paper for paper in certificates if level and level in {one for _, one in _found(paper, policy)}]


def _found(paper: Document, policy: Policy) -> list[tuple[str, str]]:
    value = paper.get("title")
    return policy.find_title(str(value.value)) if value is not None and value.known else []


def _other_title(stated: Value, certificates: Sequence[Document], case: Case, policy: Policy) -> Remark:
    titles = [value for paper in certificates if (value := paper.get("title")) is not None and value.known]
    if len(titles) < len(certificates):
        return undecided(f"填报现职称为{stated.value}，有职称证书的名称无法辨认", stated, *certificates)
    said = f"填报现职称为{stated.value}，证书为{'、'.join(dict.fromkeys(str(value.value) for value in titles))}"
    if not (policy.find_title(str(stated.value)) and all(policy.find_title(str(value.value)) for value in titles)):
        return undecided(f"{said}，其中有不在职称系列名称表内的名称", stated, *titles)
    return fail_unless_hidden(case, said, ("title_certificate",), stated, *titles)


def _judge_date(stated: Value, certificates: Sequence[Document]) -> Iterator[Remark]:
    """Certificates print the day of judgement, of publication or of issue: days close together stay open."""
    days = span(stated.value)
    printed = [value for paper in certificates if (value := paper.get("date")) is not None]
    read = [(value, found) for value in printed if (found := span(value.value))]
    if days is None or not read:
        return
    apart = [_months_apart(days.first.year, days.first.month, f.first.year, f.first.month) for _, f in read]
    if 0 in apart:
        return
    said = f"填报现职称取得时间为{stated.value}，证书为{read[0][0].value}"
    values = [value for value, _ in read]
    if len(read) < len(printed):
        yield undecided(f"{said}；有证书的时间无法辨认", stated, *printed)
    elif min(apart) <= _SOON:
        yield undecided(f"{said}，可能分别是评审通过、公布或发证的时间", stated, *values)
    else:
        yield fail(said, stated, *values)


def _months_apart(year: int, month: int, other_year: int, other_month: int) -> int:
    return abs((year - other_year) * 12 + month - other_month)


RULES = (title_from_elsewhere_is_not_confirmed, form_differs_from_the_title_certificate)
