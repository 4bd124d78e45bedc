"""FIL-01 to FIL-08."""

from dataclasses import replace

import pytest
from record_builder import add_pages, messages, outcome, page

from dossier.model import FileProblem, Outcome, Quality
from dossier.validate import validate


@pytest.mark.parametrize("code", ["FIL-01", "FIL-02", "FIL-03", "FIL-08"])
def test_what_intake_reports_becomes_a_defect_with_its_own_remedy(code, record, policy):
    problem = FileProblem(code, "毕业证书.pdf", "文件已加密，需要密码才能打开", "请取消密码后重新提交")
    judgement = validate(replace(record, problems=(problem,)), policy)
    finding = next(f for f in judgement.defects if f.rule == code)
    assert finding.message == "毕业证书.pdf：文件已加密，需要密码才能打开"
    assert finding.remedy == "请取消密码后重新提交"
    assert finding.locations[0].file == "毕业证书.pdf"
    assert judgement.decision == "return"
    assert outcome(code, record, policy) is Outcome.PASS


@pytest.mark.parametrize(("more", "expected"), [(-1, Outcome.FAIL), (0, Outcome.PASS), (1, Outcome.PASS)])
def test_more_pages_than_allowed_are_a_defect(more, expected, record, policy):
    limits = replace(policy.parameters["file_limits"], value={"pages": len(record.pages) + more})
    assert (
        outcome("FIL-03", record, replace(policy, parameters={**policy.parameters, "file_limits": limits})) is expected
    )


def test_poor_pages_are_advised_upon_by_what_is_wrong_with_them_and_pages_we_failed_to_read_are_not(record, policy):
    poor = add_pages(
        record,
        page("照片.jpg", kind="diploma", quality=Quality(problem="分辨率过低")),
        page("扫描.pdf", 2, "diploma", quality=Quality(problem="分辨率过低")),
        page("扫描.pdf", 3, "diploma", method="none"),
    )
    said = messages("FIL-04", validate(poor, policy))
    assert said == ["照片.jpg第1页，扫描.pdf第2页：分辨率过低"]
    assert outcome("FIL-04", record, policy) is Outcome.PASS


def test_the_same_page_twice_is_advised_upon_once(record, policy):
    twice = add_pages(record, page("甲.pdf", 1, "diploma", sha256="s"), page("乙.pdf", 3, "diploma", sha256="s"))
    assert messages("FIL-05", validate(twice, policy)) == ["页面内容相同：甲.pdf第1页，乙.pdf第3页"]


def test_the_same_file_twice_is_reported_as_a_file(record, policy):
    pages = add_pages(record, page("甲.pdf", kind="diploma", sha256="s"), page("乙.pdf", kind="diploma", sha256="s"))
    files = ({"name": "甲.pdf", "sha256": "f"}, {"name": "乙.pdf", "sha256": "f"}, {"name": "丙.pdf", "sha256": "g"})
    assert messages("FIL-05", validate(replace(pages, files=files), policy)) == ["文件内容相同：甲.pdf、乙.pdf"]


@pytest.mark.parametrize(
    ("prints", "kinds", "expected"),
    [
        (("8f3a0c", "8f3a0c"), ("diploma", "diploma"), Outcome.FAIL),
        (("8f3a0c", "8f3a0c"), ("diploma", "degree"), Outcome.PASS),
        (("8f3a0c", "8f3a0d"), ("diploma", "diploma"), Outcome.PASS),
        (("0000", "0000"), ("diploma", "diploma"), Outcome.PASS),
        (("", ""), ("diploma", "diploma"), Outcome.PASS),
    ],
)
def test_a_page_scanned_twice_is_told_by_its_fingerprint(prints, kinds, expected, record, policy):
    pages = [
        page(f"{n}.pdf", kind=kind, fingerprint=mark) for n, (mark, kind) in enumerate(zip(prints, kinds, strict=True))
    ]
    assert outcome("FIL-05", add_pages(record, *pages), policy) is expected


def test_blank_pages_are_advised_upon_and_not_taken_for_duplicates(record, policy):
    blank = Quality(blank=True)
    pages = [page("扫描.pdf", n, quality=blank, sha256="white", fingerprint="ffff") for n in (2, 4)]
    judgement = validate(add_pages(record, *pages), policy)
    assert messages("FIL-06", judgement) == ["扫描.pdf第2、4页为空白页"]
    assert {"FIL-04", "FIL-05", "FIL-07"} <= set(judgement.passed)


def test_pages_of_unknown_kind_are_advised_upon(record, policy):
    judgement = validate(add_pages(record, page("扫描.pdf", 7)), policy)
    assert messages("FIL-07", judgement) == ["扫描.pdf第7页未能识别为何种材料"]
    assert judgement.decision == "accept"
