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


def test_a_title_of_two_kinds_speaks_for_both(dossier):
    (summary,) = dossier(page(Title("专业技术资格证书"), "姓名：张三\t资格名称：工程师")).pages
    assert "licence" in summary.may_be


def test_a_kind_far_behind_in_what_speaks_for_it_is_no_rival(dossier):
    shown = page(
        Title("专业技术人员继续教育学时证明"), "姓名：张三\t年度：2023\t公需科目：30学时\t专业科目：60学时\t总学时：90"
    )
    (summary,) = dossier(shown).pages
    assert (summary.kind, summary.may_be) == ("continuing_education", ())


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


CONTRACT = (Gap(150), Title("劳动合同书", 34), Gap(250), "甲方：山西晋原勘察设计有限公司", "乙方：张三")
CLAUSES = (
    "根据《中华人民共和国劳动法》，甲乙双方协商一致签订本合同，共同遵守。",
    "第一条 甲方：山西晋原勘察设计有限公司。",
    "第二条 乙方：张三 居民身份证号码：149900198603151234 住址：某省某市。",
    "第三条 固定期限：自2020年3月1日起至2025年2月28日止。",
    "第四条 乙方同意从事专业技术工作。",
)
SIGNED = ("第十条 本合同未尽事宜按有关规定执行。", "甲方（公章）\t乙方（签字）", "签订日期：2020年2月24日")


def test_cover_clauses_and_signatures_of_a_contract_are_one_document(dossier):
    pages = [page(*items, number=number) for number, items in enumerate((CONTRACT, CLAUSES, SIGNED), 1)]
    assert shape(dossier(*pages)) == [("employment_contract", 3)]


LETTER = (
    Title("关于委托评审高级工程师的函"),
    "现将张三等2名同志委托贵厅评审。",
    "附件：委托评审人员名单",
    Right("某某集团有限公司"),
)
LIST = Table([["序号", "姓名"], ["1", "张三"], ["2", "李四"]])


def test_a_list_annexed_to_a_letter_belongs_to_it(dossier):
    pages = page(*LETTER), page("附件", Title("委托评审人员名单"), LIST, number=2)
    assert shape(dossier(*pages)) == [("commission_letter", 2)]


def test_a_list_with_the_name_the_letter_gives_it_belongs_to_it(dossier):
    assert shape(dossier(page(*LETTER), page(Title("委托评审人员名单"), LIST, number=2))) == [("commission_letter", 2)]


def test_two_forms_headed_as_annexes_of_a_rule_stay_two(dossier):
    form = ("附件2", Title("同行专家推荐书"), "被推荐人：张三", "推荐意见：同意推荐。")
    assert [kind for kind, _ in shape(dossier(page(*form), page(*form, number=2)))] == ["peer_recommendation"] * 2


SUMMARY = ("申报系统 > 工作总结", Title("专业技术工作总结"), "本人长期从事某某工作，完成任务多项。")


def test_a_page_torn_off_is_put_back_by_its_number_and_running_title(dossier):
    first = page(*SUMMARY, At(280, 800, "第1页"))
    other = page(*FRONT, number=2)
    last = page("申报系统 > 工作总结", "今后继续努力。", At(280, 800, "第2页"), number=3)
    assert shape(dossier(first, other, last)) == [("work_summary", 2), ("id_card", 1)]


def test_a_page_torn_off_a_form_is_put_back_by_the_forms_headings(dossier):
    form = page(*FORM_1), page(*FORM_2, At(280, 800, "- 2 -"), number=2)
    between = page(Title("诚信承诺书"), "本人承诺材料真实。", number=3)
    last = page("七、评审、审批意见", *FORM_3, At(280, 800, "- 3 -"), number=4)
    assert shape(dossier(*form, between, last)) == [("review_form", 3), ("pledge", 1)]


def test_a_document_that_says_it_is_complete_is_not_gone_on_with(dossier):
    last = page(*SUMMARY, At(280, 800, "第1页 共1页"))
    assert [kind for kind, _ in shape(dossier(last, page("某某情况如下。", number=2)))] == ["work_summary", "unknown"]


def test_a_page_whose_number_does_not_follow_is_not_joined(dossier):
    first = page(*SUMMARY, At(280, 800, "第1页"))
    stray = page("某某情况如下。", At(280, 800, "第7页"), number=2)
    assert [kind for kind, _ in shape(dossier(first, stray))] == ["work_summary", "unknown"]


def test_a_form_that_bears_its_title_on_every_page_is_one(dossier):
    second = page(Title("专业技术职务任职资格评审表"), *FORM_2, number=2)
    assert shape(dossier(page(*FORM_1), second)) == [("review_form", 2)]


def test_two_whole_forms_are_two(dossier):
    record = dossier(page(*FORM_1), page(*FORM_1, number=2))
    assert shape(record) == [("review_form", 1), ("review_form", 1)]


def test_a_sheet_for_every_year_is_a_document_for_every_year(dossier):
    years = [
        page(Title("年度考核登记表"), f"{year}年度", Table([["姓名", "张三"], ["考核等次", "合格"]]), number=n)
        for n, year in enumerate((2022, 2023, 2024), 1)
    ]
    assert shape(dossier(*years)) == [("annual_assessment", 1)] * 3


def test_a_titled_page_in_a_file_of_its_own_is_no_section_of_the_form_before(dossier):
    own = page(
        Title("工作人员无处分证明"),
        Table([["姓名", "张三"], ["性别", "男"], ["单位意见", "属实"], ["单位推荐意见", "同意"]]),
        file="2.pdf",
    )
    assert [kind for kind, _ in shape(dossier(page(*FORM_1, file="1.pdf"), own))] == ["review_form", "conduct"]


def test_a_certificate_that_mentions_a_publication_is_no_photograph_of_one(dossier):
    framed = Quality(scene=0.3)
    text = "经公示无异议，聘任您担任以下专业技术岗位。"
    record = dossier(
        page(Title("聘任书"), text, quality=framed), page(*FORM_1, file="2.pdf"), page(*FRONT, file="3.pdf")
    )
    assert shape(record)[0] == ("appointment", 1)


def test_a_date_that_a_camera_set_into_the_picture_makes_a_photograph(dossier):
    stamped = page(*NOTICE, At(20, 760, "2025.08.04 16:17", 30))
    assert [kind for kind, _ in shape(dossier(stamped))] == ["publicity_photo"]


def test_in_a_dossier_of_phone_photos_surroundings_make_no_photograph_of_a_notice(dossier):
    pages = [page(*NOTICE, file="1.jpg", quality=Quality(scene=0.28))]
    pages += [
        page(*form, file=f"{n}.jpg", quality=Quality(scene=0.17)) for n, form in enumerate((FORM_1, FRONT, BACK), 2)
    ]
    assert shape(dossier(*pages))[0] == ("publicity_notice", 1)


def test_an_upright_page_without_a_title_does_not_go_on_with_one_that_lies_across(dossier):
    across = replace(page(Title("聘任书"), "聘任张三同志为工程师。"), width=842.0, height=595.0)
    upright = page("八、其他", "参与制定管理制度两项。", number=2)
    assert [kind for kind, _ in shape(dossier(across, upright))] == ["appointment", "unknown"]


SUMMARY = (
    Title("专业技术工作总结"),
    "一、基本情况",
    "本人长期从事岩土工程工作。",
    "二、主要业绩",
    "完成勘察项目十余项。",
)
REST = ("三、今后打算", "今后将继续学习，为单位的发展作出贡献。", "述职人：张三")


def test_a_photo_whose_first_heading_follows_the_last_one_goes_on(dossier):
    record = dossier(page(*SUMMARY, file="1.jpg"), page(*REST, file="2.jpg"))
    assert shape(record) == [("work_summary", 2)]


def test_a_page_whose_heading_follows_that_of_an_earlier_document_is_put_back_there(dossier):
    record = dossier(page(*SUMMARY), page(*FORM_1, number=2), page(*REST, number=3))
    assert shape(record) == [("work_summary", 2), ("review_form", 1)]


def test_a_title_that_ends_as_those_of_documents_do_heads_no_section_of_a_form(dossier):
    hours = page(
        Title("继续教育学时登记证明", 15), Table([["姓名", "张三"], ["总学时", "104"], ["证书编号", "1"]]), number=2
    )
    assert shape(dossier(page(*FORM_1), hours)) == [("review_form", 1), ("continuing_education", 1)]


def test_a_titled_page_without_a_table_is_no_section_of_a_ruled_form(dossier):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三"], ["性别", "男"], ["民族", "汉族"]]))
    opinion = page(Title("考核推荐意见"), "该同志拥护党的路线，同意推荐上报，请予评审。", number=2)
    assert shape(dossier(form, opinion)) == [("review_form", 1), ("unit_opinion", 1)]


COVER = (Title("现代某技术"), "2022·8\t月刊", "总第208期", "主管：某科技大学\tISSN 1999-7031", "CN 19-1329/TD")
IMPRINT = (
    "现代某技术\t投稿须知",
    "一、来稿应附中文摘要和关键词，参考文献按国家标准著录。",
    "主管\t某科技大学",
    "主办\t某研究所",
    "《现代某技术》编辑部",
    "主编\t李四",
    "出版日期\t2022年8月",
    "ISSN 1999-7031",
    "定价\t20.00",
)
ARTICLE = (Title("某问题研究"), "张三", "〔摘要〕针对某问题进行分析。", "〔关键词〕分析；应用", "一、引言")
FOUND = (
    "学术文献检索平台\t检索日期：2025-06-18",
    "题名\t作者\t来源\t发表时间\t被引\t下载",
    "某问题研究\t张三\t现代某技术\t2022-08\t3\t126",
    At(200, 800, "第1页/共1页"),
)


def test_what_a_journal_asks_of_authors_is_part_of_its_imprint(dossier):
    pages = [page(*items, number=number) for number, items in enumerate((COVER, IMPRINT, ARTICLE), 1)]
    (paper,) = dossier(*pages).documents
    assert paper.get("parts").value == ["cover", "copyright", "body"]


def test_a_speck_read_as_a_figure_in_the_margin_is_no_number_of_a_page(dossier):
    whole = page(
        "他们的做法在实际工作中行之有效。", "参考文献", "[1]张三.某问题[J].某学报,2019.", At(42, 8, "1"), number=2
    )
    speck = tuple(replace(line, confidence=0.5) if line.text == "1" else line for line in whole.lines)
    assert shape(dossier(page(*ARTICLE), replace(whole, lines=speck))) == [("paper", 2)]
    assert len(dossier(page(*ARTICLE), whole).documents) == 2


def test_each_part_of_a_paper_counts_its_own_pages(dossier):
    record = dossier(*(page(*items, number=number) for number, items in enumerate((COVER, ARTICLE, FOUND), 1)))
    assert shape(record) == [("paper", 3)]


def test_a_catalogue_behind_a_form_is_its_own_though_it_names_what_forms_have_as_sections(dossier):
    rows = ("1.评审表……4页", "2.单位推荐意见……1页", "3.公示情况证明……1页", "4.主管部门意见……1页")
    record = dossier(page(*FORM_1), page(*FORM_3, number=2), page(Title("申报材料目录"), *rows, number=3))
    assert shape(record) == [("review_form", 2), ("catalogue", 1)]


def test_an_application_for_an_exception_is_no_review_form(dossier):
    rows = [["姓名", "张三", "申报职称", "高级工程师"], ["破格依据", "获省级科学技术奖二等奖1项", "单位意见", "同意"]]
    assert shape(dossier(page(Title("专业技术职称破格申报表"), Table(rows)))) == [("exceptional_case", 1)]


def test_a_file_s_name_breaks_a_tie_and_nothing_more(dossier):
    tied, clear = (Title("更名说明"), "某某内容一行。"), (Title("公示情况证明"), "某某内容一行。")
    assert shape(dossier(page(*tied, file="03单位更名说明.pdf"))) == [("statement", 1)]
    assert shape(dossier(page(*tied, file="03更名证明.pdf"))) == [("name_change_proof", 1)]
    assert shape(dossier(page(*clear, file="03单位更名说明.pdf"))) == [("publicity_result", 1)]


def test_a_page_of_a_form_that_lies_apart_goes_to_the_form(dossier):
    form = page(
        Title("专业技术人员职称评审表"),
        Table([["姓名", "冀晓峰", "性别", "男"], ["身份证号", "149900199003070311", "申报职称", "工程师"]]),
        file="a.jpg",
    )
    other = page(Title("劳动合同书"), "甲方：山西云冶环保科技有限公司", "乙方：冀晓峰", file="b.jpg")
    tail = page(
        "论文、专利",
        "申报人声明",
        "本人保证上述内容真实，如有虚假自愿承担责任。",
        "单位推荐意见",
        "经研究，同意推荐申报工程师职称。",
        "评审意见",
        "评审委员会（公章）：",
        file="c.jpg",
    )
    assert shape(dossier(form, other, tail)) == [("review_form", 2), ("employment_contract", 1)]


def test_a_photograph_titled_like_a_proof_may_be_the_proof(dossier):
    scan = page(*NOTICE, file="a.pdf")
    proof = page(Title("公示情况说明"), "公示期内未收到任何异议。", file="b.jpg", quality=Quality(scene=0.6))
    kinds = {summary.file: (summary.kind, summary.may_be) for summary in dossier(scan, scan, proof).pages}
    kind, may_be = kinds["b.jpg"]
    assert kind == "publicity_result" or "publicity_result" in may_be


def test_a_page_headed_as_a_section_of_the_form_goes_on_with_it_in_a_file_of_its_own(dossier):
    record = dossier(
        page(
            Title("职称评审表"),
            Table([["姓名", "张三", "性别", "男"], ["工作单位", "汾南县水利站", "学历", "本科"]]),
            file="1.jpg",
        ),
        page("任现职期间工作业绩", Table([["一、主持渠道改造项目，通过验收。"]]), "申报人签字：", file="2.jpg"),
    )
    assert [(one.kind, len(one.pages)) for one in record.documents] == [("review_form", 2)]


def test_the_place_of_the_authority_is_that_of_its_own_label(dossier):
    record = dossier(
        page(
            Title("专业技术职务任职资格评审表"),
            Table([["姓名", "张三"], ["工作单位", "汾南县水利站"]]),
            Table(
                [
                    ["呈报单位意见", "张三同志扎根基层，业务扎实，同意推荐申报。\n负责人：李四\n2025.9.29"],
                    ["主管部门意见", "经审核情况属实，同意上报。\n负责人：王五\n2025.10.20"],
                ],
                height=80.0,
            ),
        )
    )
    form = record.documents[0]
    assert form.get("unit_opinion").value.startswith("张三同志")
    assert form.get("superior_opinion").value == "经审核情况属实，同意上报。"


def test_a_ruled_page_of_a_form_that_only_tells_what_one_has_achieved_goes_on_with_it(dossier):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "申报职称", "工程师"]]), file="1.jpg")
    rows = [["主要业绩", "1.主持完成某课题。"], ["年度", "2023"], ["等次", "合格"], ["声明", "以上填写内容属实。"]]
    assert shape(dossier(form, page(Table(rows), file="2.jpg"))) == [("review_form", 2)]


def test_a_page_with_hardly_a_word_but_those_beside_a_portrait_is_one(dossier):
    portrait = page(Gap(300), "照片背面书写姓名", file="2.jpg")
    assert shape(dossier(page(*FORM_1, file="1.jpg"), portrait)) == [("review_form", 1), ("portrait", 1)]
    form = page("登记表", Table([["姓名", "张三", "近期免冠照片"], ["性别", "男", ""], ["民族", "汉", ""]]), "说明：")
    assert all(document.kind != "portrait" for document in dossier(form).documents)


def test_a_section_of_the_form_may_be_headed_behind_a_square(dossier):
    said = "张三同志业务熟练，同意推荐申报高级工程师。"
    record = dossier(
        page(
            Title("专业技术职务任职资格评审表"),
            Table([["姓名", "张三"], ["工作单位", "汾南县水利站"]]),
            "■ 单位鉴定意见",
            said,
            Right("2025-09-29"),
        )
    )
    assert record.documents[0].get("unit_opinion").value == said


def test_a_page_that_nothing_tells_between_two_pages_of_a_form_is_the_form_s(dossier):
    work = "1.任班主任十一年，2018级3班、2021级6班被评为县先进班集体。"
    middle = page(work, "2.论文一篇，2022年5月发表。", "以上内容真实。", "申报人签字：", file="02.jpg")
    last = page(Table([["单位推荐意见", "同意推荐。"], ["主管部门意见", "同意上报。"]], height=120), file="03.jpg")
    assert shape(dossier(page(*FORM_1, file="01.jpg"), middle, last)) == [("review_form", 3)]
