"""Whatever is read from a page that is hard to read counts for less, and only that."""

from dataclasses import replace

from dossier.extract.worth import weighed
from dossier.model import Box, Document, PageRef, Quality, Seal, Value
from tests.extract.pages import Table, Title, page

PAGES = (PageRef("甲.pdf", 1), PageRef("甲.pdf", 2))
DOCUMENT = Document(
    "d01",
    "diploma",
    "毕业证书",
    PAGES,
    {
        "name": Value("尉迟样", file="甲.pdf", page=1, confidence=0.99),
        "school": Value("样例大学", file="甲.pdf", page=2, confidence=0.99),
        "study": Value("full_time", confidence=0.99, method="derived"),
    },
    seals=((PAGES[0], Seal(Box(0, 0, 9, 9), "round", "red", "样例大学", confidence=0.95)),),
)


def test_values_and_seals_of_a_poor_page_are_worth_less_and_those_of_the_other_page_are_not():
    less = weighed(DOCUMENT, {("甲.pdf", 1): 0.8, ("甲.pdf", 2): 1.0})
    assert {name: value.confidence for name, value in less.fields.items()} == {
        "name": 0.792, "school": 0.99, "study": 0.792,
    }  # fmt: skip
    assert less.seals[0][1].confidence == 0.76


def test_a_document_of_fine_pages_stays_as_it_is():
    assert weighed(DOCUMENT, {("甲.pdf", 1): 1.0}) is DOCUMENT


def test_nothing_read_from_an_unreliable_page_can_carry_a_defect(dossier):
    form = page(Title("毕业证书"), Table([["姓名", "张三"], ["性别", "男"]]))
    fine = dossier(form)
    poor = dossier(replace(form, quality=Quality(problem="图像模糊", worth=0.8)))
    assert any(value.confidence >= 0.85 for value in fine.documents[0].fields.values())
    assert all(value.confidence < 0.85 for value in poor.documents[0].fields.values())
    assert poor.applicant.keys() == fine.applicant.keys()
    assert all(value.confidence < 0.85 for value in poor.applicant.values() if value.file)
