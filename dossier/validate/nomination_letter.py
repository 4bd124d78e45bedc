"""NOM-05 … NOM-09: the letter of nomination, who signs it and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.model import Document
from dossier.policy import Policy
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import missing
from dossier.validate.case import Case, why_hard_to_read
from dossier.validate.event import codes
from dossier.validate.likeness import Likeness, compare_people, nearly_same
from dossier.validate.nomination import ROUTE
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided
from dossier.validate.special import best_of, on_route

_LETTER = "recommendation_letter"
_ENTITLED = Regex(
    "(?<![副原前代理誉])董事长(?!助理|秘书|特别助理|办公室)|技术带头人|(?:研发|创新|科研)(?:创新)?团队(?:的)?带头人|研发带头人"
)
"""董事长 and 研发团队技术带头人 (560-3), as letters put it."""
_MAY_BE_ENTITLED = Regex(
    "执行董事|法定代表人|法人|首席(?!执行|财务|运营)|CTO|(?<!副)总工|技术总监|(?<!副)负责人|带头人|学术带头|(?<!副)研发总监"
    "|(?:研发|技术)中心主任|董事(?:会|局)主席|(?:代理?|名誉)董事长|^(?:董事|事长|董长|重事长|董事会)$"
)
"""Offices that may go with either, or be one of them misread: a person asks."""
_GROUNDS = {
    "技术创新能力": (Regex("创新能力|技术创新|科技创新"), Regex("创新|攻关|研发")),
    "原创性科技成果": (Regex("原创"), Regex("首创|首次|首台|首套|自主研|自主知识产权|空白|发明|成果")),
    "重大贡献": (Regex("(?:重大|突出|重要|显著)(?:的)?贡献"), Regex("贡献|效益|产值|产业化")),
}
"""What a nomination rests on (560-3): the words for it, and words that may mean it."""
_EXCEPTION = Regex("破格|不受学历|学历、?资历限制")
_PART = Regex("^[（(]?[一1①]|[^。！!.）)]$")
"""Words that may be the first of several paragraphs, or break off."""
_ENCLOSED = Regex("(?:见|附)(?:附件|附页|后|另页)|另附|附后")


@rule("NOM-05", reads={"review_form": ("route",)})
def nomination_letter_is_missing(case: Case, policy: Policy) -> Iterator[Remark]:
    """没有提交举荐信。

    为什么：企业举荐须经企业董事长或研发团队技术带头人署名举荐（560-3），举荐信是以这种方式申报的依据。
    例：申报类型为企业举荐，卷宗中没有举荐信。
    怎么改：由企业董事长或研发团队技术带头人写明举荐理由，亲笔署名后提交。
    """
    yield from on_route(ROUTE, case, policy, _judge_presence(case))


def _judge_presence(case: Case) -> Iterator[Remark]:
    others = list(case.documents("peer_recommendation"))
    if any(case.documents(_LETTER)):
        return
    if others and "exceptional" not in codes(case.record.application.route):
        yield undecided("未见举荐信；卷宗中有专家推荐书，是否为举荐信需人工认定", *others)
    else:
        yield missing(case, "没有提交举荐信", [_LETTER], case.first_page_of("review_form", "initial_form"))


def _letters(case: Case, judge: Callable[[Document, Case], Iterator[Remark]]) -> Iterator[Remark]:
    """What the letters leave to say; one good letter is enough."""
    letters = list(case.documents(_LETTER))
    if letters:
        yield from best_of(case, [_LETTER], (judge(letter, case) for letter in letters))
    else:
        yield not_applicable("没有举荐信")


@rule("NOM-06", reads={_LETTER: ("recommender_role",)})
def nominated_by_somebody_else(case: Case, policy: Policy) -> Iterator[Remark]:
    """举荐人既不是企业董事长，也不是研发团队技术带头人。

    为什么：举荐须由企业董事长（或研发团队技术带头人）署名（560-3），其他人举荐不能作为直接申报的依据。
    例：举荐人职务为总经理。
    怎么改：改由企业董事长或研发团队技术带头人署名举荐；举荐人同时担任这类职务的，在举荐信中写明并附任职证明。
    """
    yield from on_route(ROUTE, case, policy, _letters(case, _judge_role))


def _judge_role(letter: Document, case: Case) -> Iterator[Remark]:
    role = letter.get("recommender_role")
    if role is None or not role.known:
        if not any(_ENTITLED.search(squeeze(str(one.get("place") or ""))) for one in letter.signatures):
            yield undecided("举荐信上的举荐人职务无法辨认", role, letter)
        return
    said = squeeze(str(role.value)).upper()
    if _ENTITLED.search(said):
        return
    if _MAY_BE_ENTITLED.search(said):
        yield undecided(f"举荐人职务为{role.value}，是否为企业董事长或研发团队技术带头人需核实", role)
    else:
        yield fail(f"举荐人职务为{role.value}，不是企业董事长或研发团队技术带头人", role)


@rule("NOM-07", reads={_LETTER: ("recommender", "signed")})
def nomination_is_not_signed(case: Case, policy: Policy) -> Iterator[Remark]:
    """举荐信没有举荐人署名。

    为什么：举荐须由企业董事长或研发团队技术带头人署名（560-3），没有署名的举荐信不能说明是谁举荐。
    例：举荐信“举荐人（签名）”处空白，只盖了单位公章。
    怎么改：由举荐人在举荐信上亲笔署名。
    """
    yield from on_route(ROUTE, case, policy, _letters(case, _judge_signature))


def _judge_signature(letter: Document, case: Case) -> Iterator[Remark]:
    signed = letter.get("signed")
    states = {one.get("state") for one in letter.signatures}
    if signed is not None and signed.value is True:
        return
    if signed is None and "signed" in states:
        return
    if _signed_electronically(letter, case):
        yield undecided("举荐信未见手写署名，文件带有电子签名，需核实是否为举荐人的签名", signed, letter)
    elif signed is None or not signed.known:
        printed = f"（此处为打印的“{signed.raw}”）" if signed is not None and signed.raw else ""
        yield undecided(f"不能确定举荐信是否由举荐人署名{printed}", signed, letter)
    elif "signed" in states:
        yield undecided("举荐信的举荐人署名处空白，另有一处签名，需核实是否为举荐人署名", signed, letter)
    elif hard := why_hard_to_read(case, letter):
        yield undecided(f"举荐信未见举荐人署名，但页面不清晰（{hard}）", signed, letter)
    else:
        yield fail("举荐信没有举荐人署名", signed)


def _signed_electronically(letter: Document, case: Case) -> bool:
    files = {page.file for page in letter.pages}
    return any(row.get("name") in files and row.get("signatures") for row in case.record.files)


@rule("NOM-08", reads={_LETTER: ("name", "recommender"), "review_form": ("name",)})
def nominated_by_the_applicant(case: Case, policy: Policy) -> Iterator[Remark]:
    """举荐人就是申报人本人。

    为什么：举荐是企业对他人的推荐（560-3），本人举荐本人不构成举荐。
    例：被举荐人和举荐人都是郭远舟。
    怎么改：申报人本人是董事长或研发团队技术带头人的，由另一位有举荐资格的人署名举荐。
    """
    yield from on_route(ROUTE, case, policy, _letters(case, _judge_recommender))


def _judge_recommender(letter: Document, case: Case) -> Iterator[Remark]:
    recommender, nominee, name = letter.get("recommender"), letter.get("name"), case.applicant("name")
    if recommender is None or recommender.reason == "blank":
        yield not_applicable("举荐信上没有举荐人姓名")
    elif not recommender.known or name is None or not name.known:
        yield undecided("举荐人或申报人的姓名无法辨认", recommender, name)
    elif compare_people(recommender, name) is Likeness.SAME:
        if nominee is None or not nominee.known:
            yield undecided(f"举荐人读作{recommender.value}，与申报人相同；被举荐人未能读出，请核对", recommender, name)
        else:
            yield fail(f"举荐人与申报人都是{name.value}", recommender, name)
    elif nearly_same(str(recommender.value), str(name.value)):
        yield undecided(f"举荐人为{recommender.value}，与申报人{name.value}姓名相近，可能是识别误差", recommender, name)


@rule("NOM-09", reads={_LETTER: ("grounds",), "exceptional_case": ("clause",)})
def grounds_of_nomination_are_incomplete(case: Case, policy: Policy) -> Iterator[Remark]:
    """举荐信没有写明技术创新能力、原创性科技成果、重大贡献，或者没有写明符合的破格条件。

    为什么：可以举荐的是具有突出技术创新能力、取得原创性科技成果以及作出重大贡献，符合破格条件的优秀工程技术人才
    （560-3），各项都应写明。
    例：举荐理由只有“工作认真负责，同意举荐”。
    怎么改：在举荐信中逐项写明技术创新能力、原创性科技成果和重大贡献，并写明符合哪一条破格条件，或者附破格申报表。
    """
    yield from on_route(ROUTE, case, policy, _letters(case, _judge_grounds))


def _judge_grounds(letter: Document, case: Case) -> Iterator[Remark]:
    grounds = letter.get("grounds")
    if grounds is None or not grounds.known:
        yield undecided("举荐信的举荐理由无法辨认", grounds, letter)
        return
    said = squeeze(str(grounds.value))
    absent = [name for name, words in _GROUNDS.items() if not any(word.search(said) for word in words)]
    vague = [name for name, (plain, _) in _GROUNDS.items() if name not in absent and not plain.search(said)]
    if _ENCLOSED.search(said):
        yield undecided("举荐理由另附，请核对是否写明技术创新能力、原创性科技成果、重大贡献和破格条件", grounds)
        return
    if absent and _PART.search(said):
        yield undecided(f"读到的举荐理由没有写明{'、'.join(absent)}，可能没有读全，请核对原件", grounds)
    elif absent:
        yield fail(f"举荐理由没有写明{'、'.join(absent)}", grounds)
    if vague:
        yield undecided(f"举荐理由没有明确写出{'、'.join(vague)}，请核对其内容", grounds)
    if not _EXCEPTION.search(said):
        yield from _judge_exception(letter, case)


def _judge_exception(letter: Document, case: Case) -> Iterator[Remark]:
    """Where the letter is silent the applicant's own papers may cite the condition."""
    papers = list(case.documents("exceptional_case"))
    clauses = [paper.get("clause") for paper in papers]
    if any(clause is not None and clause.known for clause in clauses):
        return
    if papers:
        yield undecided("举荐理由没有写明破格条件，破格申报材料中的破格条件无法辨认", *clauses, *papers)
    else:
        said = "举荐信没有写明符合的破格条件，也没有破格申报材料"
        yield missing(case, said, ["exceptional_case"], letter.get("grounds"))


RULES = (
    nomination_letter_is_missing,
    nominated_by_somebody_else,
    nomination_is_not_signed,
    nominated_by_the_applicant,
    grounds_of_nomination_are_incomplete,
)
