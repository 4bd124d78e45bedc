"""COM-02, COM-03, COM-05: who issues a commission letter, to whom, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from rapidfuzz.distance import Levenshtein

from dossier.model import Document, Value
from dossier.policy import Policy
from dossier.text import BRANCH, fold_org, squeeze
from dossier.text.regex import Regex
from dossier.validate.case import Case
from dossier.validate.commission import DEPARTMENT, LETTER
from dossier.validate.employer import Employer, employer_of
from dossier.validate.likeness import nearly_same
from dossier.validate.persons import names_of, standing_in
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import HIGH, best_of, is_high

_PERSONNEL = Regex(
    r"(?:党委|党组)?(?:人力资源|劳动人事|组织人事|人事教育|干部人事|人事人才|人事|干部|组织)(?:管理|开发|教育|与[㐀-鿿]{2,6})?"
    r"(?:总部|中心|部|处|司|局|科|办公室)(?:[㐀-鿿]{0,4}章)?$"
)
"""The department of personnel at the end of a unit's name."""
_HEADQUARTERS = Regex("总部|总公司|总局|总院|集团")
_DEPENDENT = Regex("分公司|子公司|分院|分局|分中心|项目(?:经理)?部|办事处|驻晋|驻太原")
_FULL_NAME = "山西省人力资源和社会保障厅"
_NEAR = 3
"""Characters at most in which a misread name of the department differs from it."""
_TITLES_OFFICE = Regex("^(?:山西)?省职称|职改办|职称(?:改革)?工作领导小组|厅$")
_LEVEL_WORDS = (
    ("正高", ("senior",)),
    ("副高", ("associate_senior",)),
    ("高级", HIGH),
    ("中级", ("intermediate",)),
    ("助理", ("assistant",)),
    ("初级", ("assistant", "technician")),
    ("员级", ("technician",)),
)


class Issuer(Enum):
    """What a name says of who issues a letter."""

    FITTING = "fitting"
    DEPENDENT = "dependent"
    """A branch or a subsidiary: not enough for 高级."""
    UNCLEAR = "unclear"


@rule("COM-02", reads={LETTER: ("issuer", "seal_text"), "review_form": ("employer",)})
def commission_is_not_by_the_headquarters(case: Case, policy: Policy) -> Iterator[Remark]:
    """高级职称的委托评审函不是由总部出具的。

    为什么：高级职称由中央驻晋单位总部人力资源管理部门或外省驻晋单位的总部出具委托评审函（560-6），分公司、子公司出具的不行。
    例：委托评审函由某集团有限公司山西分公司出具。
    怎么改：请总部（中央驻晋单位为总部人力资源管理部门）重新出具委托评审函。
    """
    letters, unit = list(case.documents(LETTER)), employer_of(case)
    if away := _why_not_to_judge(letters, unit, case):
        yield not_applicable(away)
    elif is_high(case) is None:
        yield undecided("未能确定申报级别，不能确定委托函应由谁出具", *letters)
    else:
        yield from best_of(case, [LETTER], (_judge_issuer(letter, unit, case, policy) for letter in letters))


def _why_not_to_judge(letters: Sequence[Document], unit: Employer, case: Case) -> str:
    """Why issuer and addressee of letters are not judged; empty where they are: at 高级, or where that is not known."""
    if not letters:
        return "没有委托评审函"
    if unit.affiliation == "local" or unit.private is True:
        return "工作单位不适用委托评审"
    return "中级、初级职称按评审管理权限委托" if is_high(case) is False else ""


def _judge_issuer(letter: Document, unit: Employer, case: Case, policy: Policy) -> Iterator[Remark]:
    read = [v for v in (letter.get("issuer"), letter.get("seal_text")) if v is not None and v.known]
    said = {value: _standing(value, unit, case.applicant("employer"), policy) for value in read}
    dependent = [value for value in read if said[value] is Issuer.DEPENDENT]
    if not read:
        yield undecided("委托评审函的出具单位无法辨认", letter.get("issuer"), letter)
    elif dependent and Issuer.FITTING not in said.values():
        why = () if all(_is_branch(_house(value)) for value in dependent) else unit.values
        yield fail(f"委托评审函由{dependent[0].value}出具，不是{_due(unit)}", *dependent, *why)
    elif dependent:
        yield undecided("委托评审函的落款与印章不是同一单位，需核实是否由总部出具", *read)
    elif Issuer.FITTING not in said.values():
        yield undecided(f"委托评审函由{read[0].value}出具，是否为{_due(unit)}需核实", *read)


def _due(unit: Employer) -> str:
    return {"central": "总部人力资源管理部门", "other_province": "总部"}.get(
        unit.affiliation, "总部（中央单位为总部人力资源管理部门）"
    )


def _house(issuer: Value) -> str:
    """The name without the department of personnel that signs for it."""
    return _PERSONNEL.sub("", fold_org(str(issuer.value)))


def _is_branch(house: str) -> bool:
    return bool(BRANCH.search(house) or _DEPENDENT.search(house))


def _standing(issuer: Value, unit: Employer, employer: Value | None, policy: Policy) -> Issuer:
    """Where the name places the issuer.

    A unit whose name lies in the province is not the headquarters of one that belongs elsewhere.
    """
    house, own = _house(issuer), fold_org(str(employer.value)) if employer is not None and employer.known else ""
    if _is_branch(house) or (unit.away and policy.places.names_home(house)):
        return Issuer.DEPENDENT
    if not house or house == own:
        return Issuer.UNCLEAR
    head = own.startswith(house) or policy.places.elsewhere(house) or bool(_HEADQUARTERS.search(house))
    personnel = _PERSONNEL.search(fold_org(str(issuer.value)))
    fitting = {"central": personnel, "other_province": head}.get(unit.affiliation, personnel and head)
    return Issuer.FITTING if fitting else Issuer.UNCLEAR


@rule("COM-03", reads={LETTER: ("addressee",)})
def commission_is_addressed_to_somebody_else(case: Case, policy: Policy) -> Iterator[Remark]:
    """高级职称的委托评审函不是写给省人力资源和社会保障厅的。

    为什么：高级职称的委托评审函应向省人力资源和社会保障厅出具，由省厅向相应评审委员会推荐（560-6）。
    例：委托评审函主送某高级职称评审委员会。
    怎么改：请总部重新出具主送山西省人力资源和社会保障厅的委托评审函。
    """
    letters, unit = list(case.documents(LETTER)), employer_of(case)
    if away := _why_not_to_judge(letters, unit, case):
        yield not_applicable(away)
    else:
        sure = is_high(case) is True
        yield from best_of(case, [LETTER], (_judge_addressee(letter, sure, policy) for letter in letters))


def _judge_addressee(letter: Document, high: bool, policy: Policy) -> Iterator[Remark]:
    addressee = letter.get("addressee")
    if addressee is None or not addressee.known:
        yield undecided("委托评审函的主送单位无法辨认", addressee, letter)
        return
    name = fold_org(str(addressee.value))
    said = f"委托评审函主送{addressee.value}，应为{_FULL_NAME}"
    if DEPARTMENT.search(name):
        return
    near = Levenshtein.distance(name, _FULL_NAME, score_cutoff=_NEAR) <= _NEAR and not policy.places.elsewhere(name)
    if near or (_TITLES_OFFICE.search(name) and not policy.places.elsewhere(name)):
        yield undecided(f"{said}；是否为同一部门或识别误差需核实", addressee)
    elif not high:
        yield undecided(f"{said}；未能确定申报级别，中级、初级职称按评审管理权限委托", addressee)
    else:
        yield fail(said, addressee)


@rule("COM-05", reads={LETTER: ("names", "series", "level"), "review_form": ("name", "series", "title")})
def commission_is_for_others(case: Case, policy: Policy) -> Iterator[Remark]:
    """委托评审函中没有申报人，或者系列、级别与申报的不一致。

    为什么：委托评审函是委托对具体人员、具体系列和级别进行评审（560-6），没有列入的人员不在委托范围内。
    例：委托评审函所列人员中没有申报人；或者委托评审中级职称，申报的是高级职称。
    怎么改：请委托单位重新出具写明申报人姓名、申报系列和级别的委托评审函；人员名单另附的，一并提交名单。
    """
    letters = list(case.documents(LETTER))
    if letters:
        yield from best_of(case, [LETTER], (_judge_scope(letter, case, policy) for letter in letters))
    else:
        yield not_applicable("没有委托评审函")


def _judge_scope(letter: Document, case: Case, policy: Policy) -> Iterator[Remark]:
    yield from _judge_names(letter, case)
    yield from _judge_series(letter, case, policy)
    yield from _judge_level(letter, case, policy)


def _judge_names(letter: Document, case: Case) -> Iterator[Remark]:
    names, name = letter.get("names"), case.applicant("name")
    if names is None or not names_of(names) or name is None or not name.known:
        yield undecided("委托评审函所列人员或申报人姓名无法辨认，不能核对申报人是否在内", names, name, letter)
        return
    standing = standing_in(names, case)
    said = f"委托评审函所列人员为{'、'.join(names_of(names))}，没有申报人{name.value}"
    if not standing.listed and any(nearly_same(one, str(name.value)) for one in names_of(names)):
        yield undecided(f"{said}；有相近的姓名，可能是识别误差", names, name)
    elif standing.reason:
        yield undecided(f"{said}：{standing.reason}", names, name)
    elif not standing.listed:
        yield fail(said, names, name)


def _judge_series(letter: Document, case: Case, policy: Policy) -> Iterator[Remark]:
    written, applied = letter.get("series"), case.record.application.series
    if written is None or not written.known or applied is None or not applied.known:
        return
    said, series = squeeze(str(written.value)), policy.series.get(str(applied.value))
    named = policy.find_series(said)
    if named == applied.value or series is None or any(name in said for name in (series.zh, *series.aliases)):
        return
    message = f"委托评审函的系列为{written.value}，申报系列为{series.zh}"
    yield fail(message, written, applied) if named else undecided(f"{message}，是否一致需核实", written, applied)


def _judge_level(letter: Document, case: Case, policy: Policy) -> Iterator[Remark]:
    written, applied = letter.get("level"), case.record.application.level
    if written is None or not written.known or applied is None or not applied.known:
        return
    said = squeeze(str(written.value))
    titled = {level for _, level in policy.find_title(said)}
    levels = titled or next((set(found) for word, found in _LEVEL_WORDS if word in said), set())
    if applied.value in levels:
        return
    name = policy.codes["levels"].get(str(applied.value), str(applied.value))
    message = f"委托评审函的级别为{written.value}，申报级别为{name}"
    yield fail(message, written, applied) if levels else undecided(f"{message}，是否一致需核实", written, applied)


RULES = (
    commission_is_not_by_the_headquarters,
    commission_is_addressed_to_somebody_else,
    commission_is_for_others,
)
