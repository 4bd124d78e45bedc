"""FRM-03, FRM-06, FRM-10, FRM-12, FRM-13: signatures, marks and papers that go with the form."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Box, Document, Place, Value
from dossier.policy import Policy
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.opinions import FORMS
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.seals import without_colour

_APPLICANT_SIGNS = Regex("申报人|申请人|本人|承诺人|保证人|声明人|具结人|填表人|被评审人|被考核人")
_COPIED = ("id_card", "diploma", "degree", "title_certificate", "licence", "exam_result", "award", "patent")
_QUOTA = Regex("岗位.{0,14}(?:核准|空缺|使用|设置)")
_SIGNED, _PRINTED, _EMPTY = "signed", "printed", "empty"


def _state(value: Value | None) -> str:
    """What a yes/no field says of a place to sign: signed, empty, printed, unreadable; "" where there is none."""
    if value is None:
        return ""
    if isinstance(value.value, bool):
        return _SIGNED if value.value else _EMPTY
    return {"blank": _EMPTY, "ambiguous": _PRINTED}.get(value.reason or "", "unreadable")


def _signature_places(document: Document, own: Regex) -> Iterator[tuple[str, Place]]:
    """(state, place) of the places for a signature on a document whose label fits."""
    for one in document.signatures:
        if own.search(str(one.get("place") or "")) and one.get("file"):
            said, box = f"{one['place']}：{one.get('name') or ''}", one.get("box")
            yield str(one["state"]), Place(one["file"], one.get("page") or 1, Box(*box) if box else None, said)


def _judge_signature(document: Document, value: Value | None, where: str, case: Case, own: Regex) -> Remark | None:
    """A pen's writing at any of the places will do; a printed name or one that cannot be told is for a person."""
    beside = list(_signature_places(document, own))
    states = {_state(value), *(state for state, _ in beside)} - {""}
    at = (value, *(place for _, place in beside), document)
    if _SIGNED in states:
        return None
    if not states:
        return undecided(f"没有找到{where}", document)
    if _PRINTED in states:
        return undecided(f"{where}为打印姓名或难以分辨是否手写，是否有效需人工认定", *at)
    if states != {_EMPTY}:
        return undecided(f"{where}有无签名无法辨认", *at)
    if reason := why_hard_to_read(case, document):
        return undecided(f"{where}未见签名，但页面不清晰（{reason}）", *at)
    return fail(f"{where}为空", *at)


@rule("FRM-03", reads={"review_form": ("applicant_signature",), "initial_form": ("applicant_signature",)})
def form_not_signed_by_the_applicant(case: Case, policy: Policy) -> Iterator[Remark]:
    """评审表上申报人没有签名。

    为什么：申报人签名表示对所填内容的真实性负责。
    例：评审表“申报人签名”处为空。
    怎么改：由申报人本人手写签名并填写日期，重新扫描该页后提交。
    """
    forms = list(case.documents(*FORMS))
    if not forms:
        yield not_applicable("没有评审表")
    remarks = [
        _judge_signature(form, form.get("applicant_signature"), f"{form.title}的申报人签名处", case, _APPLICANT_SIGNS)
        for form in forms
    ]
    if None not in remarks:
        yield from (remark for remark in remarks[:1] if remark is not None)


@rule("FRM-06", reads={"pledge": ("signed",)})
def pledge_missing_or_not_signed(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有诚信承诺书，或承诺书没有签名。

    为什么：申报人须书面承诺材料真实；没有签名的承诺书无效。
    例：承诺书的承诺人处为空。
    怎么改：由申报人本人在诚信承诺书上手写签名、写明日期后提交。
    """
    pledges = list(case.documents("pledge"))
    if not pledges:
        yield _without_pledge(case)
    remarks = [_judge_pledge(pledge, case) for pledge in pledges]
    if None not in remarks:
        yield from (remark for remark in remarks[:1] if remark is not None)


def _judge_pledge(pledge: Document, case: Case) -> Remark | None:
    anybody = Regex("")
    return _judge_signature(pledge, pledge.get("signed"), f"{pledge.title}的承诺人签名处", case, anybody)


def _without_pledge(case: Case) -> Remark:
    said = "未见诚信承诺书"
    if gap := why_not_proven_absent(case, "pledge"):
        return undecided(f"{said}；{gap[0]}", *gap[1])
    pledging = Regex("承诺|保证")
    inside = [place for form in case.documents(*FORMS) for _, place in _signature_places(form, pledging)]
    if inside:
        return undecided(f"{said}，评审表内有承诺签名处，是否可以代替需人工认定", *inside)
    return fail(said, case.first_page_of(*FORMS, "catalogue"))


@rule("FRM-10", reads=dict.fromkeys(_COPIED, ()))
def copy_not_marked_as_true_to_the_original(case: Case, policy: Policy) -> Iterator[Remark]:
    """复印件没有注明与原件一致。

    为什么：评委会要求复印件由单位核对后注明，以证明与原件相符。
    例：毕业证书复印件上没有“与原件一致”字样和核对人签名。
    怎么改：由用人单位核对原件，在复印件上注明“与原件一致”，核对人签名并加盖公章。
    """
    if not policy.value("copies_marked_as_original"):
        yield not_applicable("政策未要求复印件注明与原件一致")
        return
    papers = list(case.documents(*_COPIED))
    if not papers:
        yield not_applicable("没有证书类材料")
    for paper in papers:
        mark = paper.copy_mark
        if mark is not None and mark.value is True:
            continue
        said = f"{paper.title}未见“与原件一致”的注明"
        if mark is not None and not mark.known:
            yield undecided(f"{paper.title}上的注明无法辨认", mark, paper)
        elif not without_colour(paper, case):
            yield undecided(f"{said}，是原件还是复印件需人工认定", mark, paper)
        else:
            yield fail(said, mark, paper)


@rule(
    "FRM-12",
    reads=dict.fromkeys(FORMS, ("superior_opinion", "superior_signed", "unit_signed", "unit_opinion", "unit_sealed")),
)
def place_of_superior_or_responsible_person_empty(case: Case, policy: Policy) -> Iterator[Remark]:
    """表上的主管部门意见或负责人签名处为空。

    为什么：表上设有主管部门意见或负责人签名处的，须逐级审核签署，空着说明没有走完程序。
    例：评审表“主管部门意见”栏为空，没有签名和盖章。
    怎么改：由主管部门签署意见、签名盖章并写明日期；单位负责人在单位意见处签名。
    """
    forms = list(case.documents(*FORMS))
    places = [form for form in forms if any(map(form.get, ("superior_opinion", "superior_signed", "unit_signed")))]
    if not places:
        yield not_applicable("表上没有主管部门或负责人签署处")
    for form in places:
        yield from _judge_superior(form, case)
        yield from _judge_responsible(form, case)


def _judge_superior(form: Document, case: Case) -> Iterator[Remark]:
    opinion, signed, own = form.get("superior_opinion"), form.get("superior_signed"), form.get("unit_opinion")
    if (
        own is not None
        and opinion is not None
        and (opinion.file, opinion.page, opinion.box) == (own.file, own.page, own.box)
    ):
        return
    states = {_state(signed), "" if opinion is None else _EMPTY if opinion.reason == "blank" else "written"} - {""}
    if not states or _SIGNED in states:
        return
    where, at = f"{form.title}的主管部门意见栏", (opinion, signed, form)
    if states & {"unreadable", _PRINTED}:
        yield undecided(f"{where}有无签名盖章无法辨认", *at)
    elif _EMPTY in states and (signed is not None or states == {_EMPTY}):
        said = f"{where}没有签名盖章" if "written" in states else f"{where}为空"
        yield _unless_unclear(said, form, case, *at)


def _judge_responsible(form: Document, case: Case) -> Iterator[Remark]:
    signed, own = form.get("unit_signed"), form.get("unit_opinion")
    state, at = _state(signed), (signed, form)
    where = f"{form.title}单位意见处的负责人签名"
    if state in ("unreadable", _PRINTED) and not _is_executed(form, signed):
        yield undecided(f"{where}为打印姓名或无法辨认", *at)
    elif state == _EMPTY and not (own is not None and own.reason == "blank"):
        yield _unless_unclear(f"{where}为空", form, case, *at)


def _is_executed(form: Document, signed: Value | None) -> bool:
    """Whether a name stands at the place, written or printed, and the unit's seal on the opinion: it is not empty."""
    seal = form.get("unit_sealed")
    return signed is not None and bool(signed.raw.strip()) and seal is not None and seal.value is True


def _unless_unclear(said: str, form: Document, case: Case, *at: Value | Document | None) -> Remark:
    if reason := why_hard_to_read(case, form):
        return undecided(f"{said}，但页面不清晰（{reason}）", *at)
    return fail(said, *at)


@rule("FRM-13", reads={"statement": ("subject",)})
def post_quota_not_approved(case: Case, policy: Policy) -> Iterator[Remark]:
    """事业单位没有岗位空缺核准材料。

    为什么：评委会要求事业单位在核准的岗位空缺内推荐申报。
    例：事业单位推荐申报高级职称，没有岗位空缺核准表。
    怎么改：由用人单位提交人力资源社会保障部门或主管部门核准的岗位空缺材料。
    """
    required = policy.parameters.get("post_quota_approval")
    ownership = case.applicant("employer_ownership")
    known = str(ownership.value) if ownership is not None and ownership.known else "unknown"
    if required is None or not required.value:
        yield not_applicable("政策未要求岗位空缺核准材料")
    elif known not in ("public_institution", "unknown"):
        yield not_applicable("用人单位不是事业单位")
    elif not any(_is_quota(document) for document in case.documents("statement")):
        gap = why_not_proven_absent(case, "statement")
        if gap:
            yield undecided(f"未见岗位空缺核准材料；{gap[0]}", *gap[1])
        elif known == "unknown":
            yield undecided("未见岗位空缺核准材料；用人单位是否为事业单位无法确定", ownership)
        else:
            yield fail("未见岗位空缺核准材料", ownership, case.first_page_of(*FORMS, "catalogue"))


def _is_quota(document: Document) -> bool:
    subject = document.get("subject")
    return bool(_QUOTA.search(document.title + (str(subject.value) if subject is not None else "")))


RULES = (
    form_not_signed_by_the_applicant,
    pledge_missing_or_not_signed,
    copy_not_marked_as_true_to_the_original,
    place_of_superior_or_responsible_person_empty,
    post_quota_not_approved,
)
