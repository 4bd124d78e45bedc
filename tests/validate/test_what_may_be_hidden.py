"""What was not found is no defect while a page that may hold it was not read, or is hard to read."""

import pytest
from record_builder import (
    EMPLOYER,
    NAME,
    add,
    add_pages,
    applying,
    change,
    change_both,
    document,
    drop,
    outcome,
    page,
    read,
    replace_page,
)

from dossier.model import Outcome, Quality

ANOTHER = "云州恒信物流有限公司"
BLURRED = Quality(problem="图像模糊，请重新扫描")
LETTER = {"name": NAME, "enterprise": EMPLOYER, "recommender": "尉迟岳", "recommender_role": "董事长"}


def nominated(record, *papers, **letter):
    sent = document("d70", "recommendation_letter", {**LETTER, "signed": True, **letter}, (), "举荐信")
    return add(applying(record, route=["recommendation"]), sent, *papers)


def qualified(record):
    said = {"enterprise": ANOTHER, "category": "specialised_sme", "issuer": "山西省工业和信息化厅"}
    return nominated(record, document("d71", "enterprise_qualification", said, (), "专精特新中小企业证书"))


def hired(record):
    bare = drop(record, "employment_contract", "social_insurance")
    return nominated(bare, document("d73", "employment_contract", {"name": NAME, "employer": ANOTHER}, (), "劳动合同"))


def applied_for_a_patent(record):
    said = {"title": "一种减速装置", "stage": "application"}
    return add(record, document("d31", "patent", said, (), "专利申请受理通知书"))


def suspended(record):
    paid = [f"2024-{month:02}" for month in range(8, 13)] + ["2025-05", "2025-06", "2025-07"]
    return change(record, "social_insurance", months=paid, period=None)


def exceptional(record):
    said = {"recommender_title": "正高级工程师", "signed": True}
    papers = [document("d70", "exceptional_case", {"clause": "第二项"}, (), "破格申报表")]
    for number, (name, signed) in enumerate((("卜云舒", True), ("沈若川", False)), 1):
        papers.append(document(f"d7{number}", "peer_recommendation", {**said, "recommender": name, "signed": signed}))
    return add(applying(record, route=["exceptional"]), *papers)


@pytest.mark.parametrize(
    ("code", "make", "kind"),
    [
        ("PUB-07", lambda r: drop(change_both(r, venue=None), "publicity_result"), "publicity_result"),
        ("PUB-08", lambda r: change_both(r, publisher=ANOTHER), "statement"),
        ("CON-01", lambda r: change(r, "diploma", name="石敬安"), "name_change_proof"),
        ("CON-03", lambda r: change(r, "pledge", employer=ANOTHER), "statement"),
        ("NOM-03", qualified, "statement"),
        ("NOM-10", hired, "statement"),
        ("ACH-06", applied_for_a_patent, "patent"),
        ("EMP-03", suspended, "social_insurance"),
    ],
)
def test_a_page_that_may_be_the_missing_paper_leaves_the_defect_open(code, make, kind, record, policy):
    assert outcome(code, make(record), policy) is Outcome.FAIL
    assert outcome(code, add_pages(make(record), page("z.pdf", may_be=(kind,))), policy) is Outcome.UNDECIDED
    assert outcome(code, add_pages(make(record), page("z.pdf", may_be=("conduct",))), policy) is Outcome.FAIL


@pytest.mark.parametrize(
    ("code", "make", "file"),
    [
        ("PUB-07", lambda r: change_both(r, venue=None), "d103.pdf"),
        ("PUB-09", lambda r: change(r, "publicity_result", outcome="not_stated"), "d103.pdf"),
        ("PUB-14", lambda r: change_both(r, applicants=read([{"name": "石敬安"}])), "d101.pdf"),
        ("PUB-20", lambda r: change(r, "publicity_notice", phone=None), "d101.pdf"),
        ("NOM-07", lambda r: nominated(r, signed=False), "d70.pdf"),
        ("EXC-01", exceptional, "d72.pdf"),
    ],
)
def test_what_was_not_found_on_a_page_that_is_hard_to_read_may_be_there(code, make, file, record, policy):
    assert outcome(code, make(record), policy) is Outcome.FAIL
    assert outcome(code, replace_page(make(record), file, quality=BLURRED), policy) is Outcome.UNDECIDED
