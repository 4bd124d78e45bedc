"""Invented dossiers for the report: a clean one, and the means to make it worse."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from dossier.model import (
    Application,
    Box,
    Decision,
    Document,
    Finding,
    Judgement,
    Outcome,
    PageRef,
    PageSummary,
    Period,
    Place,
    Quality,
    Record,
    Severity,
    Value,
)
from dossier.policy import Policy, load_policy
from dossier.report import build_report

CREATED = "2025-09-12T09:30:00+08:00"
ID_NUMBER = "149900199003071234"
FILES = ("01评审表.pdf", "02身份证.jpg", "03公示.pdf", "04学历.pdf", "05职称证书.pdf", "06其他材料.pdf")
DIPLOMA = "101121201205001234"
BOX = Box(72.04, 120.0, 260.0, 138.0)


def read(value: Any, file: str = FILES[0], page: int = 1, raw: str | None = None, **changes: Any) -> Value:
    return Value(value, raw if raw is not None else str(value), file, page, BOX, "ocr", 0.98, **changes)


def documents() -> tuple[Document, ...]:
    def document(id: str, kind: str, title: str, file: str, pages: range, **fields: Value) -> Document:
        return Document(id, kind, title, tuple(PageRef(file, page) for page in pages), fields)

    def named(file: str, number: str = "") -> dict[str, Value]:
        return {"name": read("李晓峰", file)} | ({"certificate_number": read(number, file)} if number else {})

    return (
        document("d01", "review_form", "专业技术职务任职资格评审表", FILES[0], range(1, 9), name=read("李晓峰")),
        document(
            "d02",
            "id_card",
            "居民身份证",
            FILES[1],
            range(1, 2),
            **named(FILES[1]),
            id_number=read(ID_NUMBER, FILES[1]),
        ),
        document("d03", "publicity_notice", "公示", FILES[2], range(1, 2)),
        document("d04", "publicity_photo", "公示照片", FILES[2], range(2, 4)),
        document("d05", "publicity_result", "公示情况证明", FILES[2], range(4, 5)),
        document("d06", "diploma", "毕业证书", FILES[3], range(1, 2), **named(FILES[3], DIPLOMA)),
        document("d07", "education_verification", "教育部学历证书电子注册备案表", FILES[3], range(2, 3)),
        document("d08", "title_certificate", "职称证书", FILES[4], range(1, 2), **named(FILES[4], "晋20190612345")),
        *(
            document(f"d{9 + i:02}", kind, title, FILES[5], range(2 * i + 1, 2 * i + 3))
            for i, (kind, title) in enumerate(
                [
                    ("unit_opinion", "单位鉴定意见"),
                    ("pledge", "诚信承诺书"),
                    ("annual_assessment", "年度考核登记表"),
                    ("annual_assessment", "年度考核登记表"),
                    ("continuing_education", "继续教育学时证明"),
                    ("social_insurance", "参保证明"),
                    ("work_summary", "专业技术工作总结"),
                    ("paper", "论文"),
                    ("award", "获奖证书"),
                    ("catalogue", "材料目录"),
                ]
            )
        ),
    )


def clean_record() -> Record:
    items = ["conditions_and_procedure", "application_materials", "unit_opinion"]
    event = {
        "items": read(items, FILES[2]),
        "applicants": read([{"name": "李晓峰", "title": "高级工程师"}], FILES[2]),
        "period": read(Period("2025-08-04", "2025-08-08"), FILES[2]),
        "venue": read(["conspicuous_place"], FILES[2], raw="办公楼一层公告栏"),
        "publisher": read("山西云岭智能装备有限公司", FILES[2]),
        "outcome": read("no_objection", FILES[2], 4),
        "sealed": read(True, FILES[2], 4),
        "seal_text": read("山西云岭智能装备有限公司", FILES[2], 4),
        "documents": ["d03", "d04", "d05"],
    }
    counted = {"start": "2025-08-04", "end": "2025-08-08", "days_inclusive": 5, "days_exclusive": 4}
    found = documents()
    return Record(
        application=Application(
            policy="shanxi-2025",
            submitted="2025-09-10",
            series=read("engineering"),
            level=read("associate_senior"),
            title=read("高级工程师"),
            specialty=read("机械工程"),
            route=read(["ordinary"]),
        ),
        applicant={
            "name": read("李晓峰"),
            "id_number": read(ID_NUMBER),
            "origin": read("mainland"),
            "employer": read("山西云岭智能装备有限公司"),
            "phone": read("13900000000"),
        },
        documents=found,
        publicity=(event,),
        facts={"publicity": {item: {**counted, "compliant": True, "event": 0} for item in items}},
        pages=tuple(
            PageSummary(ref.file, ref.page, d.kind, 0, "ocr", "0" * 64, Quality(), 595, 842)
            for d in found
            for ref in d.pages
        ),
        files=tuple(
            {"name": name, "sha256": f"{i:064x}", "size": 1000 + i, "media_type": "application/pdf", "pages": 4}
            for i, name in enumerate(FILES)
        ),
    )


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy("shanxi-2025")


@pytest.fixture
def record() -> Record:
    return clean_record()


@pytest.fixture
def finding(policy: Policy) -> Callable[..., Finding]:
    """A finding of a rule as the runner would fill it in."""

    def make(rule: str, message: str = "第三项未公示", *places: Place, outcome: Outcome = Outcome.FAIL) -> Finding:
        entry = policy.rules[rule]
        return Finding(
            rule=rule,
            outcome=outcome,
            severity=Severity(entry.severity),
            title=entry.title,
            message=message,
            clause=entry.clause,
            by=entry.by,
            remedy="补充公示后重新提交，并附公示照片和公示情况证明。",
            locations=places or (Place(FILES[2], 1, BOX, "公示时间：2025年8月4日至8月8日", 0.97),),
        )

    return make


@pytest.fixture
def judgement(policy: Policy) -> Judgement:
    """A clean dossier's: everything that could be looked at has passed."""
    passed = tuple(code for code in policy.rules if code.startswith(("PUB", "FIL", "IDN", "CON")))
    return Judgement(
        decision=Decision.ACCEPT,
        defects=(),
        undecided=(),
        passed=passed,
        not_applicable={"SPC-01": "未加载评委会名册", "COM-07": "未加载评委会名册"},
    )


@pytest.fixture
def judged(judgement: Judgement) -> Callable[..., Judgement]:
    """The clean judgement with findings added: the rules they come from have not passed."""

    def make(*findings: Finding, decision: Decision = Decision.REJECT) -> Judgement:
        codes = {f.rule for f in findings}
        return replace(
            judgement,
            decision=decision,
            defects=tuple(f for f in findings if f.outcome is Outcome.FAIL),
            undecided=tuple(f for f in findings if f.outcome is Outcome.UNDECIDED),
            passed=tuple(code for code in judgement.passed if code not in codes),
        )

    return make


@pytest.fixture
def report_of(policy: Policy) -> Callable[..., dict[str, Any]]:
    def make(record: Record, judgement: Judgement, **changes: Any) -> dict[str, Any]:
        arguments = {"created": CREATED, "input_sha256": "ab" * 32, **changes}
        return build_report(record, judgement, policy, **arguments)

    return make


@pytest.fixture
def clean_report(record: Record, judgement: Judgement, report_of: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    return report_of(record, judgement)


@pytest.fixture
def picture() -> Callable[[str, int, Box | None], bytes | None]:
    """Pictures of places: a plain PNG of the box's size; none of a file called missing.pdf."""

    def crop(file: str, page: int, box: Box | None) -> bytes | None:
        if file == "missing.pdf":
            return None
        png = io.BytesIO()
        Image.new("RGB", (int(box.width), int(box.height)) if box else (595, 842), "white").save(png, "PNG")
        return png.getvalue()

    return crop
