"""Pages become documents: where one ends, where the next begins, and what an unknown page may be."""

from __future__ import annotations

from dataclasses import replace

from dossier.model import Quality
from tests.extract.pages import At, Gap, Right, Table, Title, page

FORM_1 = (Title("专业技术职务任职资格评审表"), Table([["姓名", "张三"], ["性别", "男"]], widths=[90, 365]))
FORM_2 = (Table([["工作经历", "2010.07-2025.07 山西晋原勘察设计有限公司"], ["获奖情况", "无"]], widths=[90, 365]),)
FORM_3 = (Table([["单位推荐意见", "同意推荐。"], ["主管部门意见", "同意上报。"]], widths=[110, 345], height=120),)
NOTICE = (
    Title("公示"),
    "现将张三同志申报高级工程师的评审条件和程序、个人申报材料、单位鉴定意见予以公示。",
    "公示时间：2025年8月4日至2025年8月8日",
    Right("山西晋原勘察设计有限公司"),
)
FRONT = (
    "姓名 张三",
    "性别 男 民族 汉",
    "出生 1986年3月15日",
    "住址 某省某市某区某路1号",
    "公民身份号码 149900198603151234",
)
BACK = ("中华人民共和国", "居民身份证", "签发机关 某市公安局", "有效期限 2015.03.02-2035.03.02")


def shape(record) -> list[tuple[str, int]]:
    """(kind, pages) of every document."""
    return [(document.kind, len(document.pages)) for document in record.documents]


def test_pages_of_a_form_are_one_document(dossier):
    record = dossier(page(*FORM_1), page(*FORM_2, number=2), page(*FORM_3, number=3))
    assert shape(record) == [("review_form", 3)]


def test_a_section_of_a_form_is_no_document_of_its_own(dossier):
    section = page(Gap(150), "单位推荐意见", Table([["同意推荐。"]], height=200), number=2)
    assert shape(dossier(page(*FORM_1), section)) == [("review_form", 2)]


def test_a_title_of_its_own_begins_a_document(dossier):
    record = dossier(page(*FORM_1), page(*NOTICE, number=2))
    assert shape(record) == [("review_form", 1), ("publicity_notice", 1)]


def test_a_form_ends_with_its_file(dossier):
    record = dossier(page(*FORM_1, file="01.pdf"), page("某某情况说明如下。", file="02.pdf"))
    assert [kind for kind, _ in shape(record)] == ["review_form", "unknown"]


def test_photos_of_a_form_one_page_a_file_go_on_by_their_page_numbers(dossier):
    first = page(*FORM_1, At(280, 800, "第1页"), file="01.jpg")
    second = page(*FORM_2, At(280, 800, "第2页"), file="02.jpg")
    assert shape(dossier(first, second)) == [("review_form", 2)]


def test_a_photo_with_the_form_s_own_labels_goes_on(dossier):
    labels = Table([["毕业院校", "某大学"], ["所学专业", "岩土工程"], ["申报系列", "工程"], ["申报职称", "高级工程师"]])
    record = dossier(page(*FORM_1, file="01.jpg"), page(labels, file="02.jpg"))
    assert shape(record) == [("review_form", 2)]


def test_a_page_numbered_one_begins_anew(dossier):
    first = page(*FORM_1, At(280, 800, "第1页"))
    second = page(*FORM_1, At(280, 800, "第1页"), number=2)
    assert shape(dossier(first, second)) == [("review_form", 1), ("review_form", 1)]


def test_two_sides_of_a_card_on_two_pages_are_one_card(dossier):
    record = dossier(page(*FRONT, file="01.jpg"), page(*BACK, file="02.jpg"))
    assert shape(record) == [("id_card", 2)]


def test_two_sides_of_a_card_are_one_card_whichever_comes_first_and_whatever_lies_between(dossier):
    record = dossier(page(*BACK, file="1.jpg"), page(*NOTICE, file="2.pdf"), page(*FRONT, file="3.jpg"))
    assert shape(record) == [("id_card", 2), ("publicity_notice", 1)]


def test_two_whole_cards_stay_two(dossier):
    record = dossier(page(*FRONT, *BACK, file="01.jpg"), page(*FRONT, *BACK, file="02.jpg"))
    assert shape(record) == [("id_card", 1), ("id_card", 1)]


def test_every_photograph_is_a_document_of_its_own(dossier):
    photos = [page(*NOTICE, "公示栏照片", number=number) for number in (1, 2, 3)]
    assert shape(dossier(*photos)) == [("publicity_photo", 1)] * 3


def test_every_notice_is_a_document_of_its_own(dossier):
    assert shape(dossier(page(*NOTICE), page(*NOTICE, number=2))) == [("publicity_notice", 1)] * 2


def test_of_two_equal_notices_the_one_with_surroundings_is_the_photograph(dossier):
    scan = page(*NOTICE, file="a.pdf", quality=Quality(scene=0.0))
    shot = page(*NOTICE, file="b.jpg", quality=Quality(scene=0.45))
    other = page(*FORM_1, file="c.jpg", quality=Quality(scene=0.45))
    assert [kind for kind, _ in shape(dossier(scan, shot, other))] == [
        "publicity_notice",
        "publicity_photo",
        "review_form",
    ]


def test_of_two_equal_notices_the_one_that_is_no_sheet_is_the_photograph(dossier):
    scan, shot = page(*NOTICE, file="a.pdf"), replace(page(*NOTICE, file="b.jpg"), height=1060.0)
    assert [kind for kind, _ in shape(dossier(scan, shot))] == ["publicity_notice", "publicity_photo"]


def test_two_different_notices_stay_notices_whatever_their_shape(dossier):
    other = page(
        Title("公示"), "评审条件和程序如下，请全体职工知悉并监督。", "一、学历条件。二、资历条件。", file="b.jpg"
    )
    record = dossier(page(*NOTICE, file="a.pdf"), replace(other, height=1060.0))
    assert [kind for kind, _ in shape(record)] == ["publicity_notice", "publicity_notice"]


def test_every_page_is_in_exactly_one_document(dossier):
    pages = [page(*FORM_1), page(*FORM_2, number=2), page("？？？", number=3), page(*NOTICE, number=4), page(number=5)]
    record = dossier(*pages)
    held = sorted(ref.page for document in record.documents for ref in document.pages)
    assert held == [1, 2, 3, 4, 5]
    assert [summary.page for summary in record.pages] == [1, 2, 3, 4, 5]


def test_a_legible_page_of_no_kind_may_be_what_its_words_allow(dossier):
    (summary,) = dossier(page("关于该同志获得奖项和论文发表情况的补充材料，已由单位核对无误，现予提交。")).pages
    assert summary.kind == "unknown"
    assert "id_card" not in summary.may_be


def test_a_page_that_speaks_of_publication_may_be_a_notice(dossier):
    (summary,) = dossier(page("该同志的材料已在单位张榜，现将有关情况予以记录存档，以备查验之用。")).pages
    assert {"publicity_notice", "publicity_photo"} <= set(summary.may_be)


def test_a_page_that_cannot_be_read_may_be_anything(dossier, policy):
    (summary,) = dossier(page(method="none", quality=Quality(problem="图像模糊"))).pages
    assert set(summary.may_be) == set(policy.kinds) - {"unknown"}


def test_a_page_read_with_little_confidence_may_be_anything(dossier, policy):
    (summary,) = dossier(page("苎仝丶囗曱甴", confidence=0.3)).pages
    assert set(summary.may_be) == set(policy.kinds) - {"unknown"}


def test_a_blank_page_can_be_nothing(dossier):
    (summary,) = dossier(page(quality=Quality(blank=True))).pages
    assert summary.may_be == ()


def test_a_blank_back_between_two_pages_of_a_form_does_not_part_them(dossier):
    blank = page(number=2, quality=Quality(blank=True))
    record = dossier(page(*FORM_1), blank, page(*FORM_2, number=3))
    form = next(document for document in record.documents if document.kind == "review_form")
    assert [ref.page for ref in form.pages] in ([1, 3], [1, 2, 3])


def test_a_dossier_without_pages_has_no_documents(dossier):
    assert dossier().documents == ()
