"""ACH-01 to ACH-04 and ACH-12: papers, each judged by itself."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Place, Value
from dossier.policy import Policy
from dossier.text import cn_serial_problem, issn_problem
from dossier.text.regex import Regex
from dossier.validate.case import Case, why_hard_to_read, why_not_proven_absent
from dossier.validate.persons import are_others, standing_in
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, rule, undecided
from dossier.validate.works import Paper, other_papers, papers_of, same_title

_DUE = {"cover": "封面", "contents": "目录", "body": "正文"}
_UNTITLED = ("book", "standard")
"""Kinds whose pages bear no title either."""
_HAN = Regex("[㐀-鿿]")


def _published(case: Case) -> list[Paper]:
    return [paper for paper in papers_of(case) if not paper.is_letter]


@rule("ACH-01", reads={"paper": ("parts", "title", "journal")})
def paper_without_one_of_its_parts(case: Case, policy: Policy) -> Iterator[Remark]:
    """论文缺少封面、目录或正文。

    为什么：封面证明发表在哪一期刊物，目录证明刊物收录了该文，正文用于评审，缺一不可核对。
    例：只提交了论文正文，没有期刊封面和目录页。
    怎么改：补充该期刊物的封面、目录页和论文正文，按顺序合为一份文件提交。
    """
    papers = _published(case)
    if not papers:
        yield not_applicable("没有已发表的论文")
    for paper in papers:
        missing = "、".join(word for part, word in _DUE.items() if part not in paper.parts)
        if missing:
            yield _judge_missing(paper, f"{paper.name}未见{missing}", case)


def _judge_missing(paper: Paper, said: str, case: Case) -> Remark:
    at: tuple[Evidence, ...] = (*paper.values("parts"), *paper.documents)
    if gap := why_not_proven_absent(case, "paper"):
        return undecided(f"{said}；{gap[0]}", *at, *gap[1])
    if reason := why_hard_to_read(case, *paper.documents):
        return undecided(f"{said}；页面不清晰（{reason}）", *at)
    if beside := _untold_beside(paper, case):
        shown = "、".join(f"{page.file}第{page.page}页" for page in beside)
        return undecided(f"{said}；相邻的{shown}可能属于该论文", *at, *beside)
    if not paper.told or (len(paper.parts) < 2 and paper.value("title") is None):
        return undecided(f"{said}；各页属于论文的哪一部分未能全部辨认", *at)
    if _is_foreign(paper):
        return undecided(f"{said}；为外文期刊论文，可能只有电子版，需人工核对", *at)
    return fail(said, *at)


def _untold_beside(paper: Paper, case: Case) -> tuple[Place, ...]:
    """Pages of no known kind right before or behind those of a paper, and last pages of a book or a standard: its
    parts bear no title that would tell them.
    """
    own = {(ref.file, ref.page) for document in paper.documents for ref in document.pages}
    others = [document for document in case.record.documents if document.kind in _UNTITLED]
    inner = {(ref.file, ref.page) for document in others for ref in document.pages[1:]}
    pages = [page for page in case.record.pages if not page.quality.blank]
    is_own = [(page.file, page.page) in own for page in pages]
    doubtful = [page.kind == "unknown" or (page.file, page.page) in inner for page in pages]
    untold = [open_ and page.method != "none" and not page.seen for open_, page in zip(doubtful, pages, strict=True)]
    near = {at for i, mine in enumerate(is_own) if mine for at in (i - 1, i + 1) if 0 <= at < len(pages)}
    return tuple(Place(pages[at].file, pages[at].page) for at in sorted(near) if untold[at])


@rule("ACH-02", reads={"paper": ("parts", "title")})
def paper_without_its_index_page(case: Case, policy: Policy) -> Iterator[Remark]:
    """论文缺少检索页。

    为什么：知网、万方、维普等平台的检索页或检索报告证明论文确已发表，便于核验真伪。
    例：提交了论文封面、目录和正文，没有检索页。
    怎么改：补充论文在知网、万方、维普等平台的检索页，外文论文补充检索报告。
    """
    papers = _published(case)
    if not papers:
        yield not_applicable("没有已发表的论文")
    for paper in papers:
        if "index" not in paper.parts:
            yield _judge_missing(paper, f"{paper.name}未见检索页", case)


@rule("ACH-03", reads={"paper": ("issn", "cn", "journal", "title", "parts")})
def journal_number_not_sound(case: Case, policy: Policy) -> Iterator[Remark]:
    """论文所载刊物的刊号不合法。

    为什么：ISSN末位是校验码（ISO 3297），国内公开发行的期刊另有国内统一刊号（GB/T 9999）；刊号不对的可能是非法刊物。
    例：ISSN为1674-2185，按前7位计算校验码应为4；或只有CN（HK）刊号。
    怎么改：与期刊版权页核对刊号；确属非法刊物或增刊、论文集的，更换其他成果。
    """
    papers = _published(case)
    read = [paper for paper in papers if paper.values("issn") or paper.values("cn")]
    if not papers:
        yield not_applicable("没有已发表的论文")
    elif not read and not any("copyright" in paper.parts for paper in papers):
        yield not_applicable("论文材料中没有刊号")
    for paper in papers:
        yield from _judge_issn(paper)
        yield from _judge_cn(paper)


def _judge_issn(paper: Paper) -> Iterator[Remark]:
    values = paper.values("issn")
    known = [value for value in values if value.known]
    if any(issn_problem(str(value.value)) is None for value in known):
        return
    if not known:
        if values and not any(value.reason == "blank" for value in values):
            yield undecided(f"{paper.name}的ISSN无法辨认", *values)
        return
    said = f"{paper.name}的ISSN为{known[0].value}，{issn_problem(str(known[0].value))}"
    if len("".join(character for character in str(known[0].value) if character.isalnum())) < 8:
        yield undecided(f"{said}，可能漏读", *known)
    else:
        yield fail(said, known[0])


def _judge_cn(paper: Paper) -> Iterator[Remark]:
    """A CN number is for a reviewer to judge: nothing about it is a defect by itself."""
    values = paper.values("cn")
    known = [value for value in values if value.known]
    problems = [(value, problem) for value in known if (problem := cn_serial_problem(str(value.value)))]
    if known:
        for value, problem in problems[:1] if len(problems) == len(known) else []:
            yield undecided(f"{paper.name}的刊号{value.value}{problem}，是否认可需人工核对", value)
    elif values:
        yield undecided(f"{paper.name}的国内统一刊号无法辨认", *values)
    elif not _is_foreign(paper) and (paper.values("issn") or "copyright" in paper.parts):
        said = f"{paper.name}未见国内统一刊号（CN），是否为国内合法期刊需人工核对"
        yield undecided(said, *paper.values("issn")[:1], *paper.documents)


def _is_foreign(paper: Paper) -> bool:
    """Whether the journal, or else the title, is in another language."""
    named = [value for field in ("journal", "title") if (value := paper.value(field)) is not None and value.known]
    return bool(named) and not _HAN.search(str(named[0].value))


@rule("ACH-04", reads={"paper": ("authors", "title")})
def applicant_not_among_the_authors(case: Case, policy: Policy) -> Iterator[Remark]:
    """论文作者中没有申报人。

    为什么：不是作者的论文不能作为本人的业绩成果。
    例：论文作者为贲致远、厍小禾，申报人为郭远舟。
    怎么改：核对是否误放了他人的论文；作者为曾用名或拼音的，附更名证明或期刊的说明。
    """
    papers = papers_of(case)
    if not papers:
        yield not_applicable("没有论文")
    later = _not_first(papers, case)
    for paper in papers:
        if (remark := _judge_authors(paper, case, later)) is not None:
            yield remark


def _judge_authors(paper: Paper, case: Case, later: str) -> Remark | None:
    values = paper.values("authors")
    known = [value for value in values if value.known]
    if not known:
        return None if paper.is_letter else undecided(f"{paper.name}的作者无法辨认", *values, *paper.documents)
    standings = [standing_in(value, case) for value in known]
    if any(standing.listed for standing in standings):
        return None
    said = f"{paper.name}的作者为{_list(known[0])}"
    reasons = [standing.reason for standing in standings if standing.reason]
    name = case.applicant("name")
    if reasons:
        return undecided(f"{said}，未能确认其中有申报人：{reasons[0]}{later}", *known, name)
    at = (known[0],) if are_others(known[0], case) else (known[0], name)
    return fail(f"{said}，其中没有申报人{name.value if name else ''}{later}", *at)


def _not_first(papers: list[Paper], case: Case) -> str:
    """In which papers the applicant is an author, but not the first."""
    found = []
    for paper in papers:
        ranks = [standing_in(value, case).rank or 0 for value in paper.values("authors") if value.known]
        if ranks and max(ranks) > 1:
            found.append(f"{paper.name}（第{max(ranks)}作者）")
    return f"；另外申报人不是第一作者的有：{'、'.join(found)}" if found else ""


def _list(value: Value) -> str:
    return "、".join(map(str, value.value)) if isinstance(value.value, list | tuple) else str(value.value)


@rule("ACH-12", reads={"paper": ("parts", "title")})
def only_a_letter_of_acceptance(case: Case, policy: Policy) -> Iterator[Remark]:
    """以录用通知代替论文发表。

    为什么：录用通知只表明刊物准备刊登，论文尚未发表，不能作为已发表的成果。
    例：只有编辑部的用稿通知，没有期刊封面、目录和正文。
    怎么改：论文已刊出的，补充封面、目录、正文和检索页；尚未刊出的，不作为本次申报的成果。
    """
    papers = papers_of(case)
    letters = [paper for paper in papers if paper.is_letter]
    if not papers:
        yield not_applicable("没有论文")
    for letter in letters:
        if (remark := _judge_letter(letter, papers, case)) is not None:
            yield remark


def _judge_letter(letter: Paper, papers: list[Paper], case: Case) -> Remark | None:
    title = letter.value("title")
    others = [same_title(title, other.value("title")) for other in other_papers(papers, letter)]
    if True in others:
        return None
    said = f"{letter.name}只有录用通知，未见已发表的论文"
    at = letter.values("parts")
    if None in others:
        return undecided(f"{said}；卷宗中另有论文，是否为同一篇未能确定", *at, title, *letter.documents)
    if gap := why_not_proven_absent(case, "paper"):
        return undecided(f"{said}；{gap[0]}", *at, *gap[1])
    if not letter.told:
        return undecided(f"{said}；是否为录用通知未能确定", *at, *letter.documents)
    return fail(said, *at, title, *letter.documents)


RULES = (
    paper_without_one_of_its_parts,
    paper_without_its_index_page,
    journal_number_not_sound,
    applicant_not_among_the_authors,
    only_a_letter_of_acceptance,
)
