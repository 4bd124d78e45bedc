"""A dossier that is in order, made in code, and the ways tests put one thing about it wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dossier.facts import facts_of
from dossier.model import (
    Application,
    Box,
    Document,
    Judgement,
    Outcome,
    PageRef,
    PageSummary,
    Period,
    Quality,
    Record,
    Seal,
    Value,
)
from dossier.policy import Policy, load_policy
from dossier.validate import validate

NAME, EMPLOYER = "郭远舟", "山西沁岳重工装备有限公司"
ITEMS = ["conditions_and_procedure", "application_materials", "unit_opinion"]
PERIOD = Period("2025-08-11", "2025-08-20")
BOX = Box(72, 100, 300, 120)


def check_digit(first17: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(first17, weights, strict=True)) % 11]


NUMBER = "14990019880412003"
NUMBER += check_digit(NUMBER)


def read(value: Any, confidence: float = 0.97, **changes: Any) -> Value:
    """A value as read by OCR on page 1 of a file."""
    known = {"raw": "" if value is None else str(value), "file": "a.pdf", "page": 1, "box": BOX}
    return Value(value, **{**known, "confidence": confidence, **changes})


def unread(reason: str = "unreadable", confidence: float = 0.3, **changes: Any) -> Value:
    return read(None, confidence, reason=reason, **changes)


def seal(text: str = EMPLOYER, **changes: Any) -> Seal:
    return replace(Seal(Box(350, 600, 460, 710), "round", "red", text, "", 0.93, (text,)), **changes)


def document(id: str, kind: str, fields: Mapping[str, Any], seals: tuple[Seal, ...] = (), title: str = "") -> Document:
    """A document of one page in a file of its own; plain field values are read there."""
    file = f"{id}.pdf"
    values = {
        name: replace(value, file=file) if isinstance(value, Value) else read(value, file=file)
        for name, value in fields.items()
    }
    ref = PageRef(file, 1)
    return Document(id, kind, title or kind, (ref,), values, tuple((ref, seal) for seal in seals))


def page(file: str, number: int = 1, kind: str = "unknown", **changes: Any) -> PageSummary:
    digest = hashlib.sha256(f"{file} {number}".encode()).hexdigest()
    known = PageSummary(file, number, kind, 0, "ocr", digest, Quality(), 595, 842)
    return replace(known, **changes)


PUBLISHED = {
    "items": ITEMS,
    "applicants": [{"name": NAME, "title": "高级工程师"}],
    "period": PERIOD,
    "venue": ["conspicuous_place"],
    "publisher": EMPLOYER,
    "sealed": True,
    "seal_text": EMPLOYER,
}


def publication(number: int, photo: bool = True, **changes: Any) -> list[Document]:
    """Notice, photo and result of one publication; changes go to notice and result."""
    said = {**PUBLISHED, **changes}
    after = "2025-08-21" if said["period"] == PERIOD else "2025-09-09"
    notice = document(f"d{number}01", "publicity_notice", {**said, "phone": "0351-5550120"}, (seal(),), "公示")
    shown = {"items": said["items"], "period": said["period"]}
    picture = document(f"d{number}02", "publicity_photo", shown, (), "公示照片")
    outcome = {"outcome": "no_objection", "date": after}
    result = document(f"d{number}03", "publicity_result", {**said, **outcome}, (seal(),), "公示情况证明")
    return [notice, *([picture] if photo else []), result]


def event(documents: list[Document]) -> dict[str, Any]:
    """What extraction sums up of a publication."""
    carrier = documents[-1]
    names = ("items", "applicants", "period", "venue", "publisher", "outcome", "sealed", "seal_text")
    fields = {name: carrier.fields[name] for name in names if name in carrier.fields}
    return {**fields, "documents": [d.id for d in documents]}


def listed(record: Record) -> Record:
    """With a list of materials that names every other document, its rows numbered from 1."""
    kinds = _policy().kinds
    others = [document for document in record.documents if document.kind != "catalogue"]
    titles = dict.fromkeys(d.title if d.title != d.kind else kinds[d.kind].zh for d in others)
    raw = "、".join(f"{number:02} {title} 1页" for number, title in enumerate(titles, 1))
    return change(record, "catalogue", entries=read([{"title": title, "pages": 1} for title in titles], raw=raw))


@cache
def clean_record() -> Record:
    """Everything in order: nothing to say but what is said by nobody."""
    return listed(with_career(bare_record()))


@cache
def bare_record() -> Record:
    """The papers of a dossier in order, with nothing said in them of education and current title."""
    person = {"name": NAME, "employer": EMPLOYER}
    form = {**person, "id_number": NUMBER, "title": "高级工程师", "series": "工程系列"}
    opinion = {"unit_opinion": "该同志业绩突出，同意推荐申报高级工程师。", "unit_sealed": read(True, box=seal().box)}
    form |= {**opinion, "unit_seal_text": EMPLOYER, "unit_signed": True, "applicant_signature": True}
    papers = [
        document("d01", "review_form", form, (seal(),), "职称评审表"),
        document("d02", "summary_form", {**person, "id_number": NUMBER, "title": "高级工程师"}, (), "评审简表"),
        document(
            "d03",
            "id_card",
            {"name": NAME, "id_number": NUMBER, "valid": Period("2018-01-01", "2038-01-01")},
            (),
            "居民身份证",
        ),
        document("d04", "diploma", {"name": NAME}, (), "毕业证书"),
        document("d05", "title_certificate", {"name": NAME, "id_number": NUMBER}, (), "职称证书"),
        document("d06", "unit_opinion", {**person, "agrees": True, "date": "2025-08-07"}, (seal(),), "单位鉴定意见"),
        document("d07", "pledge", {**person, "signed": True}, (), "诚信承诺书"),
        document("d08", "catalogue", {}, (), "材料目录"),
        document("d09", "employment_contract", person, (), "劳动合同"),
        document("d10", "social_insurance", person, (), "参保缴费证明"),
        document("d11", "continuing_education", {"name": NAME}, (), "继续教育证书"),
        document("d12", "work_summary", {"name": NAME, "characters": 2600}, (), "专业技术工作总结"),
        document("d13", "achievement", {"title": "重载减速机改造"}, (), "业绩证明"),
    ]
    published = publication(1)
    documents = (*papers, *published)
    record = Record(
        application=Application(
            "shanxi-2025",
            "2025-09-10",
            series=read("engineering"),
            level=read("associate_senior"),
            title=read("高级工程师"),
            route=read(["ordinary"]),
        ),
        applicant={
            "name": papers[0].fields["name"],
            "id_number": papers[0].fields["id_number"],
            "employer": papers[0].fields["employer"],
            "employer_ownership": read("private"),
            "origin": read("mainland"),
        },
        documents=documents,
        publicity=(event(published),),
        facts={},
        pages=tuple(page(d.pages[0].file, 1, d.kind) for d in documents),
    )
    return listed(with_yearly_papers(record))


YEARS = range(2020, 2025)


def hours(year: int, total: int = 96, professional: int = 66, number: str | None = None, **more: Any) -> dict[str, Any]:
    """A year's row of a certificate of continuing education."""
    counted = {"total": total, "public": total - professional, "professional": professional, "unit": "学时"}
    return {"year": year, **counted, "certificate_number": number, **more}


def assessment(year: int, grade: Any = "合格", **fields: Any) -> Document:
    return document(f"d{year}", "annual_assessment", {"name": NAME, "year": year, "grade": grade, **fields})


def with_yearly_papers(record: Record) -> Record:
    """With assessments and hours of five years, insurance, and forms that say the same of studies and specialty."""
    said = {"specialty": "机械设计", "education": "大学本科", "series": "工程系列"}
    record = change(record, "review_form", **said, sex="男", birth_date="1988-04", work_since="2009-07")
    record = change(record, "summary_form", specialty="机械设计", education="本科", series="工程系列")
    record = change(record, "continuing_education", years=[hours(year) for year in YEARS])
    insured = {"employer": EMPLOYER, "status": "参保缴费", "period": Period("2009-08", "2025-07"), "date": "2025-08-05"}
    record = add(change(record, "social_insurance", id_number=NUMBER, **insured), *map(assessment, YEARS))
    return replace(record, facts=facts_of(record, _policy()))


STUDY = {"school": "晋东理工大学", "major": "机械设计制造及其自动化", "education": "本科", "graduated": "2009-07"}
TITLED = {"title": "工程师", "series": "工程系列", "date": "2018-12-15", "issuer": "山西省人力资源和社会保障厅"}


def appointed(number: int, start: str, end: str, **fields: Any) -> Document:
    """A letter of appointment to the current title."""
    said = {"name": NAME, "title": "工程师", "period": Period(start, end), **fields}
    return document(f"d3{number}", "appointment", said, (), "聘书")


def with_career(record: Record) -> Record:
    """With what form and certificates say of education and current title, and the appointments to it."""
    held = {"current_title": "工程师", "current_title_date": "2018-12", "appointed_since": "2019-01"}
    record = change(record, "review_form", **STUDY, **held, degree="工学学士", work_since="2009-07")
    record = change(record, "diploma", **STUDY, certificate_number="190211200905001327")
    record = change(record, "title_certificate", **TITLED)
    verified = {**STUDY, "graduated": "2009-07-01", "certificate_number": "190211200905001327"}
    papers = [
        document("d31", "degree", {"name": NAME, "degree": "工学学士", "school": STUDY["school"]}, (), "学士学位证书"),
        document("d32", "education_verification", {"name": NAME, **verified, "valid_until": "2026-02-10"}),
        appointed(3, "2019-01-01", "2021-12-31"),
        appointed(4, "2022-01-01", "2025-12-31"),
    ]
    return add(record, *papers)


@cache
def _policy() -> Policy:
    return load_policy()


def with_facts(record: Record) -> Record:
    """With the facts that follow from it, as a check keeps them."""
    return replace(record, facts=facts_of(record, _policy()))


def change(record: Record, kind: str, **fields: Any) -> Record:
    """The fields replaced on every document of the kind, and in the events where they are summed up from it."""
    changed = {d.id: _changed(d, fields) if d.kind == kind else d for d in record.documents}
    events = []
    for old in record.publicity:
        mine = [changed[id] for id in old["documents"] if id in changed]
        carriers = [d for d in mine if d.kind in ("publicity_result", "publicity_notice")]
        kept = {key: value for key, value in old.items() if key not in fields}
        fresh = {key: d.fields[key] for d in carriers for key in fields if key in d.fields and key in old}
        events.append({**kept, **fresh})
    return with_facts(replace(record, documents=tuple(changed.values()), publicity=tuple(events)))


def change_both(record: Record, **fields: Any) -> Record:
    """The fields replaced on notice and result alike."""
    return change(change(record, "publicity_notice", **fields), "publicity_result", **fields)


def _changed(document: Document, fields: Mapping[str, Any]) -> Document:
    """None takes a field off the document; a plain value is read where the document lies."""
    values = dict(document.fields)
    for name, value in fields.items():
        values.pop(name, None)
        if value is not None:
            file = document.pages[0].file
            values[name] = replace(value, file=file) if isinstance(value, Value) else read(value, file=file)
    return replace(document, fields=values)


def reseal(record: Record, kind: str, *seals: Seal) -> Record:
    """Other seals on every document of the kind."""
    return replace(
        record,
        documents=tuple(
            replace(d, seals=tuple((d.pages[0], one) for one in seals)) if d.kind == kind else d
            for d in record.documents
        ),
    )


def drop(record: Record, *kinds: str) -> Record:
    """Without the documents of these kinds, their pages and their part in events."""
    gone = {d.id: d.pages for d in record.documents if d.kind in kinds}
    pages = {ref for refs in gone.values() for ref in refs}
    events = [{**e, "documents": [id for id in e["documents"] if id not in gone]} for e in record.publicity]
    return with_facts(
        replace(
            record,
            documents=tuple(d for d in record.documents if d.id not in gone),
            publicity=tuple(e for e in events if e["documents"]),
            pages=tuple(p for p in record.pages if (p.file, p.page) not in pages),
        )
    )


def add(record: Record, *documents: Document, as_event: bool = False) -> Record:
    """More documents, with their pages; together one more publication if `as_event`."""
    events = (*record.publicity, event(list(documents))) if as_event else record.publicity
    pages = tuple(page(d.pages[0].file, 1, d.kind) for d in documents)
    more = {"documents": (*record.documents, *documents), "pages": (*record.pages, *pages)}
    return with_facts(replace(record, publicity=events, **more))


def add_pages(record: Record, *pages: PageSummary) -> Record:
    return replace(record, pages=(*record.pages, *pages))


def replace_page(record: Record, file: str, **changes: Any) -> Record:
    """Other things known of the pages of a file."""
    return replace(record, pages=tuple(replace(p, **changes) if p.file == file else p for p in record.pages))


def applying(record: Record, **changes: Any) -> Record:
    """Another application; plain values are read, but for the submission date."""
    wrapped = {k: v if k == "submitted" or v is None or isinstance(v, Value) else read(v) for k, v in changes.items()}
    return with_facts(replace(record, application=replace(record.application, **wrapped)))


def applicant(record: Record, **changes: Any) -> Record:
    wrapped = {name: value if isinstance(value, Value) else read(value) for name, value in changes.items()}
    kept = {**record.applicant, **wrapped}
    known = {name: value for name, value in kept.items() if value.value is not None or value.reason}
    return with_facts(replace(record, applicant=known))


def judged(record: Record, policy: Policy) -> Judgement:
    """The judgement of a record that keeps its facts, as a check makes it: every defect shows the facts it rests on."""
    from facts_shown import unshown_facts  # here: tests elsewhere use only what builds documents

    record = replace(record, facts=facts_of(record, policy))
    judgement = validate(record, policy)
    unshown = unshown_facts(record, judgement, policy)
    assert not unshown, unshown
    return judgement


def outcome(code: str, record: Record, policy: Policy) -> Outcome:
    """What became of a rule; a fail outweighs an undecided point beside it."""
    judgement = judged(record, policy)
    if messages(code, judgement):
        return Outcome.FAIL
    if doubts(code, judgement):
        return Outcome.UNDECIDED
    if code in judgement.passed:
        return Outcome.PASS
    assert code in judgement.not_applicable, f"{code} is nowhere in the judgement"
    return Outcome.NOT_APPLICABLE


def messages(code: str, judgement: Judgement) -> list[str]:
    return [finding.message for finding in judgement.defects if finding.rule == code]


def doubts(code: str, judgement: Judgement) -> list[str]:
    return [finding.message for finding in judgement.undecided if finding.rule == code]
