"""What whole dossiers of two more hands taught: second pages of forms, titles set downwards, lists in two blocks."""

from __future__ import annotations

import pytest

from dossier.extract.headlines import title_lines
from dossier.extract.parts import parts_of
from dossier.model import Period
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page
from tests.extract.test_group import shape

SECOND_PAGE = Table(
    [
        ["主管领导\n评语和考\n核等次", "考核等次定为：合格"],
        ["单位负责\n人或考核\n委员会\n意见", "同意考核结果。"],
        ["本人意见", "签名："],
        ["未确定等\n次或不参\n加考核情\n况说明", ""],
    ],
    [90, 360],
    60,
)


def test_the_second_page_of_an_assessment_belongs_to_it_and_not_to_the_form(dossier):
    form = page(
        Title("专业技术职务任职资格评审表"),
        Table([["姓名", "张三", "性别", "男"], ["工作单位", "某某中心", "申报职称", "一级翻译"]]),
        Table([["单位鉴定意见", "同意推荐"]]),
        file="全部.pdf", number=1,
    )  # fmt: skip
    first = page(
        Title("事业单位工作人员年度考核登记表"), "（2024年度）",
        Table([["姓名", "张三"], ["个人总结", "一年来认真学习"]]),
        file="全部.pdf", number=2,
    )  # fmt: skip
    record = dossier(form, first, page(Gap(10), SECOND_PAGE, file="全部.pdf", number=3))
    assert shape(record) == [("review_form", 1), ("annual_assessment", 2)]
    assert record.documents[1].get("grade").value == "合格"


def test_a_year_at_the_right_of_a_forms_title_is_no_part_of_it():
    lines = list(
        title_lines(layout(At(88, 60, "年度考核登记表", 16), At(475, 60, "2021年度", 12), Gap(60), "姓名：张三"))
    )
    assert "年度考核登记表" in [line.bare for line in lines]


def test_a_title_may_be_set_downwards(document):
    letters = [At(111, 60 + 27 * i, letter, 22) for i, letter in enumerate("专业技术工作总结")]
    text = [At(180, 115 + 20 * i, "近五年修复馆藏文物一百三十七件，其中珍贵文物二十一件。") for i in range(14)]
    assert document(page(*letters, *text)).kind == "work_summary"


def test_a_list_in_two_blocks_is_read_block_by_block(value):
    left = ["1. 专业技术职务任职资格评审表\t4页", "2. 评审简表\t1页", "3. 身份证\t1页", "4. 毕业证书\t1页"]
    right = ["5. 著作", "6. 课题立项、结题", "7. 获奖证书"]
    rows = [
        item
        for i, text in enumerate(left)
        for item in (
            At(68, 110 + 30 * i, text.split("\t")[0]),
            At(267, 110 + 30 * i, text.split("\t")[1]),
            *([At(312, 110 + 30 * i, right[i]), At(511, 110 + 30 * i, "2页")] if i < len(right) else []),
        )
    ]
    entries = value("entries", page(Title("申报材料目录"), *rows))
    assert [entry["title"] for entry in entries] == [
        "专业技术职务任职资格评审表", "评审简表", "身份证", "毕业证书", "著作", "课题立项、结题", "获奖证书"
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["考核结果为：良好。", "考核等次定为“良好”。"])
def test_companies_grade_good_between_excellent_and_passed(value, said):
    text = f"兹证明逄翀同志系我公司工艺技术部在职员工。经公司考核委员会评定，该同志2022年度{said}"
    shown = page(Title("年度考核证明"), text, Right("山西某某生化制药有限公司"), Right("2023年1月14日"))
    assert value("grade", shown) == "良好"
    assert value("employer", shown) == "山西某某生化制药有限公司"


def test_good_conduct_beside_a_grade_is_no_grade(value):
    rows = [["姓名", "张三"], ["考核结果", "工作表现良好，考核合格"]]
    assert value("grade", page(Title("2023年度考核登记表"), Table(rows))) == "合格"


def test_a_nurses_licence_is_its_cover_and_the_page_behind_it(dossier):
    cover = page(Gap(200), Title("护士执业证书"), "NURSE'S PRACTISING CERTIFICATE", file="1.jpg")
    inside = page(
        "姓名\t张三", "护士执业证书编号\t200814014637", "执业地点\t某某县中医医院", "首次注册日期\t2008年06月13日",
        "有效期2020年06月13日至2025年06月12日", "注册机关\t某某县行政审批服务管理局", file="2.jpg",
    )  # fmt: skip
    record = dossier(cover, inside)
    assert shape(record) == [("licence", 2)]
    assert record.documents[0].get("valid").value == Period("2020-06-13", "2025-06-12")


def test_a_period_may_stand_behind_labels_for_its_first_and_last_day(value):
    rows = [
        At(73, 222, "甲、职称评审条件和程序"), At(304, 222, "起：2025年9月8日（星期一）"),
        At(73, 246, "乙、申报人个人申报材料"), At(304, 246, "止：2025年9月16日（星期二）"),
        At(73, 268, "丙、单位鉴定意见"), At(304, 268, "计七个工作日"),
    ]  # fmt: skip
    assert value("period", page(Title("公示"), *rows)) == Period("2025-09-08", "2025-09-16")


def test_two_labels_side_by_side_with_a_value_below_each_are_two(document):
    rows = [
        At(56, 522, "现任专业技术资格", 9), At(221, 522, "取得时间", 9), At(388, 522, "聘任时间", 9),
        At(56, 535, "讲师", 11), At(221, 535, "2017-11", 11), At(388, 535, "2018-01", 11),
        At(56, 560, "学历", 9), At(221, 560, "学位", 9), At(388, 560, "毕业时间", 9),
        At(56, 573, "硕士研究生", 11), At(221, 573, "工学硕士", 11), At(388, 573, "2011-06", 11),
    ]  # fmt: skip
    form = document(page(Title("专业技术人员职称评审表"), "姓名：张三\t申报职称：副教授", *rows))
    read = {name: form.get(name).value for name in ("current_title", "current_title_date", "education", "degree")}
    assert read == {
        "current_title": "讲师", "current_title_date": "2017-11", "education": "硕士研究生", "degree": "工学硕士"
    }  # fmt: skip


def test_an_opening_is_no_box_to_tick(value):
    text = "实用新型名称：一种高含沙河流取水口导流排沙装置"
    assert value("title", page(Title("实用新型专利证书"), text, "专利号：ZL 2021 2 0436157.4")) == text[7:]


def test_a_diploma_may_tell_the_sex_without_a_comma(value):
    text = "研究生亓景澜男一九八六年五月二十三日生，于二〇〇九年九月至二〇一二年六月在我校水工结构工程专业学习"
    assert value("sex", page(Title("硕士研究生毕业证书"), text, "学校：样例水利大学", "2012年6月18日")) == "男"


@pytest.mark.parametrize("heading", ["样例译学2024年第3期目录", "目次（2022年第10期）", "2024年第3期目次"])
def test_contents_are_headed_with_their_journal_and_issue(heading):
    rows = ["地名处理\t郗柏舟\t19", "审校流程\t呼延静\t31", "译本的语气\t司空曙光\t44"]
    assert "contents" in parts_of("paper", layout(Title(heading, 14), *rows))


@pytest.mark.parametrize("name", ["宝音德力格尔", "乌云其木格", "斯琴高娃"])
def test_a_long_name_without_a_dot_is_read_whole(value, name):
    rows = [["姓名", name, "性别", "男"], ["工作单位", "某某档案馆", "申报职称", "馆员"]]
    assert value("name", page(Title("专业技术人员职称评审表"), Table(rows))) == name
