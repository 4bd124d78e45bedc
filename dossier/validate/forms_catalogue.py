"""FRM-08: the dossier's own list of materials against what is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Document, Value
from dossier.policy import Policy, kinds_listed
from dossier.text import squeeze
from dossier.text.regex import Regex
from dossier.validate.absence import fail_unless_hidden
from dossier.validate.case import CERTAIN, Case
from dossier.validate.event import field_values
from dossier.validate.opinions import opinions_of
from dossier.validate.rule import Evidence, Remark, fail, not_applicable, rule, undecided
from dossier.validate.works import papers_of, same_title

_BUNDLES: tuple[frozenset[str], ...] = (
    frozenset(["publicity_notice", "publicity_photo", "publicity_result", "objection_report", "unit_opinion"]),
    frozenset(["diploma", "degree", "education_verification"]),
    frozenset(["id_card", "id_alternative", "work_permit", "name_change_proof"]),
    frozenset(["title_certificate", "licence", "exam_result", "digital_engineer", "appointment"]),
    frozenset(["appointment", "employment_contract", "mobility", "statement", "social_insurance"]),
    frozenset(
        ["achievement", "project", "paper", "patent", "patent_use", "award", "book", "standard", "work_summary"],
    ),
    frozenset(["review_form", "initial_form", "summary_form", "unit_opinion", "pledge", "exceptional_case"]),
    frozenset(["recommendation_letter", "peer_recommendation", "authority_recommendation", "commission_letter"]),
    frozenset(["recommendation_letter", "exceptional_case", "enterprise_qualification"]),
    frozenset(["annual_assessment", "conduct", "work_summary", "unit_opinion"]),
    frozenset(["secondment", "statement", "appointment", "postdoc"]),
    frozenset(["continuing_education", "licence", "exam_result"]),
)
"""Kinds that lists put under one heading, or that are named for one another."""
_PUBLISHED = frozenset(["publicity_notice", "publicity_photo", "publicity_result"])
"""What an entry 三公示 stands for."""
_HEADED: tuple[frozenset[str], ...] = (
    frozenset(["publicity_notice", "publicity_result", "objection_report"]),
    frozenset(["diploma", "degree", "education_verification"]),
    frozenset(["review_form", "initial_form", "unit_opinion", "pledge"]),
    frozenset(["id_card", "id_alternative", "work_permit"]),
)
"""Kinds of which one entry often speaks for all."""
_COUNTED = frozenset(["diploma", "degree", "education_verification", "title_certificate", "licence", "exam_result"])
"""Kinds of one document an entry: one more than the list has may be another of them, told wrongly."""
_GENERAL = Regex("材料$|资料$|情况$|等$|相关|有关|佐证|附件|其他|其它")
"""An entry that may stand for several kinds of its bundle."""
_TITLED = ("paper", "patent", "award", "project", "achievement", "book", "standard")
_TITLE = Regex(r"《([^》]{4,})》|[(（〔“\"]([^)）〕”\"]{4,})[)）〕”\"]")
_HINT = Regex(r"[(（〔]([^)）〕]{2,})[)）〕]")
_NO_TITLE = Regex(
    "年度|[0-9]{4}|原件|复印|封面|前言|目录|正文|版权|检索|首页|扫描|元$|^[第共]?[一二三四五六七八九十0-9]+[页份项篇件]"
    "|^(?:实用新型|发明|外观设计)(?:专利)?$|电子(?:证|版)|^(?:主要)?(?:业绩|验收|应用|效益)(?:证明|材料|证书|报告)$"
)
"""What brackets say of the papers rather than of the work: 论文（封面、目录、正文）, 专利证书（发明）."""
_GENUS = r"(?:建设)?(?:项目|工程|课题|论文|成果|专利|杂志|期刊|业绩)$"
_HINTED = ("paper", "project", "achievement")
_SHORTEST_HINT = 2
"""Letters of a hint at least, without what kind of work it is."""
_ROW_NUMBER = Regex(r"(?:^|、)\s*(\d{1,2})(?![\d年页])")
_HEADING, _OWN_TITLE = 4, 6
"""Letters at least of a heading, and of a work's title, by which an entry lists a document."""
_PART_OF_A_LIST = 4
"""So many kinds left out make it likely that a page of the list was not read."""
_RESERVED = ("catalogue", "unknown", "portrait", "publicity_photo")


@rule("FRM-08", reads={"catalogue": ("entries",)})
def catalogue_and_materials_differ(case: Case, policy: Policy) -> Iterator[Remark]:
    """材料目录与实际所附材料不符。

    为什么：评委会按目录清点材料，目录有而卷宗没有的视为漏交，应交材料未列入目录的容易漏审。
    例：目录第6项为学位证书，卷宗中没有学位证书。
    怎么改：补交目录所列材料，或更正目录，使目录与实附材料逐项一致。
    """
    lists = list(case.documents("catalogue"))
    read = [value for value in field_values(lists, "entries") if value.known]
    if not lists:
        yield not_applicable("没有材料目录")
    elif not read:
        yield undecided("材料目录的条目无法辨认", *field_values(lists, "entries"), *lists)
    else:
        entries = _entries(read, policy)
        yield from _judge_missing(entries, read, case)
        yield from _judge_titles(entries, read, case, policy)
        yield from _judge_unlisted(entries, read, case, policy)


def _entries(read: list[Value], policy: Policy) -> dict[str, frozenset[str]]:
    """Each entry with the kinds its words name."""
    rows = [row for value in read for row in value.value if isinstance(row, Mapping) and row.get("title")]
    titles = [str(row["title"]) for row in rows]
    return {one: kinds_listed(one, policy) | (_PUBLISHED if "三公示" in one else frozenset()) for one in titles}


def _judge_missing(entries: Mapping[str, frozenset[str]], read: list[Value], case: Case) -> Iterator[Remark]:
    """An entry whose document may be there under another name is for a person; one without any may be missing."""
    there = {document.kind for document in case.record.documents}
    missing = [title for title, kinds in entries.items() if kinds and not kinds & there]
    spare = [title for title in missing if _may_be_another(entries[title], entries, case)]
    plain = [title for title in missing if title not in spare]
    if spare:
        yield undecided(f"目录所列{_quote(spare)}未见同名材料，可能为卷宗中名称不同的材料", *read)
    if plain:
        wanted = sorted({kind for title in plain for kind in entries[title]})
        yield fail_unless_hidden(case, f"目录所列{_quote(plain)}在卷宗中未见", wanted, *read)
    if unclear := [title for title, kinds in entries.items() if not kinds and not _shown(title, case)]:
        unknown = [d for d in case.record.documents if d.kind == "unknown"]
        if unknown or case.record.problems:
            yield undecided(f"目录所列{_quote(unclear)}未能与卷宗中的材料对应", *read, *unknown)


def _shown(title: str, case: Case) -> bool:
    """Whether a document bears the entry's words as its heading, or a file as its name."""
    words = _words(title)
    names = [_words(d.title) for d in case.record.documents] + [_words(page.file) for page in case.record.pages]
    return len(words) >= 3 and any(words in name or (len(name) >= 3 and name in words) for name in names)


def _words(text: str) -> str:
    return re.sub(r"[\d\s()（）.、,，\-_《》]|页|复印件", "", squeeze(text))


def _may_be_another(kinds: frozenset[str], entries: Mapping[str, frozenset[str]], case: Case) -> bool:
    """Whether there is a document that the list does not account for, of a kind named for one of these or unknown."""
    related = {kind for bundle in _BUNDLES if bundle & kinds for kind in bundle}
    documents = [document for document in case.record.documents if document.kind in related]
    covered = {kind for named in entries.values() for kind in named}
    counted = [document for document in documents if document.kind in _COUNTED]
    naming = [named for named in entries.values() if named & {document.kind for document in counted}]
    return (
        any(document.kind not in covered for document in documents)
        or len(counted) > len(naming)
        or any(document.kind == "unknown" for document in case.record.documents)
        or ("unit_opinion" in kinds and any(opinion.said is not None for opinion in opinions_of(case)))
    )


def _judge_titles(
    entries: Mapping[str, frozenset[str]], read: list[Value], case: Case, policy: Policy
) -> Iterator[Remark]:
    """Of works listed by their titles: those that no work in the dossier bears."""
    for kind in _TITLED:
        listed = [(entry, title) for entry, kinds in entries.items() if kinds == {kind} and (title := _work(entry))]
        works = _titles_of(kind, case)
        if not listed or not works:
            continue
        lacking = [entry for entry, title in listed if not any(same_title(title, work) for work in works)]
        free = [work for work in works if not any(same_title(title, work) for _, title in listed)]
        lacking = _without_hinted(lacking, free, kind, case)
        if len(lacking) <= sum(not work.known for work in works):
            continue
        said = f"目录所列{_quote(lacking)}在卷宗中未见同名的{policy.kinds[kind].zh}"
        if len(lacking) <= len(free) or any(not work.known or work.confidence < CERTAIN for work in works):
            yield undecided(said, *read, *works)
        else:
            yield fail_unless_hidden(case, said, [kind], *read, *works)


def _work(entry: str) -> Value | None:
    found = _TITLE.search(entry)
    title = (found[1] or found[2]) if found else ""
    return Value(title, title, confidence=1.0) if title and not _NO_TITLE.search(title) else None


def _without_hinted(lacking: list[str], free: list[Value], kind: str, case: Case) -> list[str]:
    """The entries but those whose brackets hold a part of a work's title or its journal: 业绩证明（黑驼岭项目）.

    Each speaks for one work that no other entry names; `free` loses it. Patents are listed by their full titles.
    """
    left = []
    for entry in lacking:
        found = _HINT.search(entry) if kind in _HINTED and "《" not in entry else None
        hint = re.sub(_GENUS, "", squeeze(found[1])) if found else ""
        work = next((one for one in free if len(hint) >= _SHORTEST_HINT and hint in _names(one, kind, case)), None)
        if work is None:
            left.append(entry)
        else:
            free.remove(work)
    return left


def _names(work: Value, kind: str, case: Case) -> str:
    """A work's title and, of a paper, its journal."""
    papers = papers_of(case) if kind == "paper" else []
    journals = [paper.value("journal") for paper in papers if paper.value("title") is work]
    return " ".join(squeeze(str(value.value)) for value in (work, *journals) if value is not None and value.known)


def _titles_of(kind: str, case: Case) -> list[Value]:
    """The title of each work of a kind; an unknown one where it bears none."""
    none = Value(None, reason="unreadable")
    if kind == "paper":
        return [paper.value("title") or none for paper in papers_of(case)]
    return [document.get("title") or none for document in case.documents(kind)]


def _judge_unlisted(
    entries: Mapping[str, frozenset[str]], read: list[Value], case: Case, policy: Policy
) -> Iterator[Remark]:
    """Required papers that are there and that no entry names, not even together with others."""
    covered = {kind for kinds in entries.values() for kind in kinds} | _published_by_pages(entries, read, case)
    general = {kind for title, kinds in entries.items() if _GENERAL.search(title) for kind in kinds}
    bundled = covered | {kind for bundle in _BUNDLES if bundle & general for kind in bundle}
    documents: dict[str, Document] = {}
    for document in case.record.documents:
        if document.kind not in bundled and _is_due(document.kind, policy) and not _is_listed(document, entries):
            documents.setdefault(document.kind, document)
    if not documents:
        return
    said = f"卷宗中的{'、'.join(policy.kinds[kind].zh for kind in documents)}未列入材料目录"
    at: list[Evidence] = [*read, *documents.values()]
    headed = {kind for family in _HEADED if family & covered for kind in family}
    if unnamed := [title for title, kinds in entries.items() if not kinds]:
        yield undecided(f"{said}，可能包含在{_quote(unnamed)}中", *at)
    elif set(documents) <= headed:
        yield undecided(f"{said}，可能与同类材料列为一项", *at)
    elif len(documents) >= _PART_OF_A_LIST or not all(map(_read_whole, read)):
        yield undecided(f"{said}，目录可能缺页或有条目未读全", *at)
    elif not all(_names_itself(document, policy) for document in documents.values()):
        yield undecided(f"{said}，材料种类需人工核对", *at)
    else:
        yield fail(said, *at)


def _published_by_pages(entries: Mapping[str, frozenset[str]], read: list[Value], case: Case) -> frozenset[str]:
    """What is published, with photographs and results, where the entries for it count the pages of all: 公示一，3页."""
    rows = [row for value in read for row in value.value if isinstance(row, Mapping) and row.get("title")]
    counts = [row.get("pages") for row in rows if entries[str(row["title"])] & _PUBLISHED]
    pages = sum(len(document.pages) for document in case.record.documents if document.kind in _PUBLISHED)
    listed = sum(count for count in counts if isinstance(count, int))
    return _PUBLISHED if pages and None not in counts and listed >= pages else frozenset()


def _is_listed(document: Document, entries: Iterable[str]) -> bool:
    """Whether an entry is the document's heading or bears its work's title: 竣工验收证明：城西片区供热改造工程."""
    title = document.get("title")
    work = squeeze(str(title.value)) if title is not None and title.known else ""
    heading = _words(document.title)
    for entry in entries:
        parts = [_words(part) for part in re.split("[:：—]", entry)]
        headed = any(len(part) >= _HEADING and (part in heading or heading in part) for part in parts)
        if (headed and len(heading) >= _HEADING) or (len(work) >= _OWN_TITLE and work in squeeze(entry)):
            return True
    return False


def _read_whole(entries: Value) -> bool:
    """Whether no row of the list can have been lost: numbered without a gap from 1, or unnumbered in a text layer."""
    numbers = [int(number) for number in _ROW_NUMBER.findall(entries.raw)]
    if len(numbers) > 1:
        return numbers == list(range(1, len(numbers) + 1))
    return entries.method != "ocr"


def _names_itself(document: Document, policy: Policy) -> bool:
    """Whether the heading of a document is one of its kind, so that the kind is no guess."""
    heading = squeeze(document.title)
    return any(squeeze(title) in heading for title in policy.kinds[document.kind].titles)


def _is_due(kind: str, policy: Policy) -> bool:
    return kind not in _RESERVED and policy.kinds[kind].required not in ("never", "policy parameter")


def _quote(titles: list[str]) -> str:
    return "、".join(f"“{title}”" for title in titles)


RULES = (catalogue_and_materials_differ,)
