"""Forms that no list names: labels told by how they read, heads under heads, parties in groups, sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.fields import all_labels, find_labels, read_labelled
from dossier.extract.layout import lay_out
from dossier.extract.photo import looks_like_photo
from dossier.model import Box, Page
from dossier.policy import Policy
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page, seal
from tests.extract.test_works import read as read_kind

UNIT = "汾南县水利局"


@pytest.fixture
def labelled(policy: Policy):
    """(kind, items of a page) → its labelled fields."""

    def fields(kind: str, *items):
        shown = items[0] if len(items) == 1 and isinstance(items[0], Page) else page(*items)
        found = find_labels(policy.kinds[kind], [lay_out(shown)], all_labels(policy.kinds), policy.other_labels)
        return read_labelled(policy.kinds[kind], found)

    return fields


@pytest.mark.parametrize(
    ("kind", "name", "label", "shown", "value"),
    [
        ("review_form", "id_number", "有效身份证件编号", "149900198603050029", "149900198603050029"),
        ("review_form", "current_title", "现聘专业技术职务资格", "工程师", "工程师"),
        ("review_form", "employer_type", "所在单位属性", "事业单位", "事业单位"),
        ("summary_form", "specialty", "从事专业名称", "水文地质", "水文地质"),
        ("title_certificate", "issuer", "核发机关", "晋岭市人力资源和社会保障局", "晋岭市人力资源和社会保障局"),
        ("social_insurance", "date", "下载日期", "2025年6月2日", "2025-06-02"),
    ],
)
def test_a_label_no_list_names_is_told_by_how_it_reads(labelled, kind, name, label, shown, value):
    table = Table([[label, shown, "民族", "汉族"]], widths=[120, 200, 60, 60])
    assert labelled(kind, table)[name].value == value
    assert labelled(kind, f"{label}：{shown}")[name].value == value


def test_an_office_held_is_no_professional_title(labelled):
    assert "current_title" not in labelled("review_form", Table([["现任职务", "科长"]], widths=[120, 200]))


def test_a_label_in_brackets_announces_a_value(labelled):
    found = labelled("paper", "【刊名】汾河水利", "【作者】宋立")
    assert found["journal"].value == "汾河水利"


def test_a_value_whose_cell_was_not_found_stands_before_the_next_cell_of_the_row(policy):
    sheet = page(Table([["姓名", "", "性别", "男"]], widths=[60, 160, 60, 60]), At(165, 68, "宋立"))
    label, room, *rest = sheet.cells
    assert room.x0 > label.x1 - 2
    shown = lay_out(replace(sheet, cells=(label, *rest)))
    found = find_labels(policy.kinds["summary_form"], [shown], all_labels(policy.kinds), policy.other_labels)
    assert read_labelled(policy.kinds["summary_form"], found)["name"].value == "宋立"


def test_a_party_is_named_in_a_row_of_its_group(policy):
    cells = Table([["名称", UNIT], ["法定代表人", "郭怀远"]], widths=[100, 250], x=120)
    sheet = page(cells, At(85, 75, "甲方"))
    top, bottom = min(cell.y0 for cell in sheet.cells), max(cell.y1 for cell in sheet.cells)
    shown = lay_out(replace(sheet, cells=(Box(70, top, 119, bottom), *sheet.cells)))
    found = find_labels(policy.kinds["employment_contract"], [shown], all_labels(policy.kinds), policy.other_labels)
    assert read_labelled(policy.kinds["employment_contract"], found)["employer"].value == UNIT


def test_a_value_that_reads_like_a_label_is_one_where_a_label_follows():
    rows = [["本人承担任务", "主要完成人", "个人排名", "第2名"], ["主要完成人", "宋立、郭怀远", "联系电话", "无"]]
    shown = layout(Table(rows, widths=[110, 130, 100, 100]))
    assert read_kind("achievement", shown)["role"].value == "主要完成人"


def test_a_sum_below_a_subject_is_that_subject_s(value):
    heads = [["年度", "专业科目(学时)", "公需科目", "小计", "证书编号"]]
    parts = [["", "线上", "合计", "", "", ""], ["2022", "40", "60", "30", "90", "20221400000001"]]
    shown = page(
        Title("专业技术人员继续教育情况表"),
        "姓名：宋立",
        Table(heads, widths=[70, 140, 70, 70, 110], height=20),
        Table(parts, widths=[70, 70, 70, 70, 70, 110], height=20),
    )
    (year,) = value("years", shown)
    assert (year["public"], year["professional"], year["total"]) == (30, 60, 90)


def test_those_who_did_the_work_a_prize_is_for_stand_before_it():
    shown = layout(
        Title("奖励证书"), "宋立、郭怀远完成的“渠道防渗技术研究”成果，经评审获2021年度", "科学技术进步奖二等奖。"
    )
    values = read_kind("award", shown)
    assert values["recipients"].value == ["宋立", "郭怀远"]
    assert (values["title"].value, values["grade"].value) == ("渠道防渗技术研究", "二等奖")


def test_one_of_several_names_is_not_surely_the_only_one_honoured():
    shown = layout(Title("荣誉证书"), "授予郭怀远、宋立同志先进工作者称号。")
    recipients = read_kind("award", shown, names=("宋立",))["recipients"]
    assert recipients.value != ["宋立"] or recipients.confidence <= 0.6


def test_a_sentence_grants_a_title_in_a_series_and_a_specialty(document):
    shown = page(
        Title("专业技术职称证书"),
        "宋立(身份证号:149900198603050029)，经晋岭市工程中级职称评审委员会评审，",
        "于2016.11.18取得工程系列水利工程专业工程师任职资格。",
    )
    found = document(shown)
    assert (found.get("series").value, found.get("specialty").value) == ("工程系列", "水利工程")
    assert (found.get("date").value, found.get("title").value) == ("2016-11-18", "工程师")


def test_the_option_ticked_in_brackets_is_the_grade_though_a_seal_and_a_day_stand_below(value):
    cell = "优秀( )合格(√)基本合格( )不合格( )\n(盖章) 2024.1.12"
    assert (
        value("grade", page(Title("2023年度工作人员考核表"), Table([["考核结果", cell]], widths=[90, 370]))) == "合格"
    )


def test_a_number_in_brackets_behind_whom_to_turn_to_is_the_telephone(value):
    shown = page(Title("职称申报公示"), "有不同意见的，请于公示期内与人事科联系(0351-4567890)。", Right(UNIT))
    assert value("phone", shown) == "0351-4567890"


def test_a_day_signs_though_a_speck_stands_behind_it(document):
    shown = page(Title("单位鉴定意见"), "宋立同志符合条件，同意推荐。", Gap(30), Right(UNIT), "2025.7.10\t1")
    assert document(shown).get("date").value == "2025-07-10"


def test_a_unit_that_lost_a_letter_under_its_seal_is_spelt_as_the_seal(dossier):
    lost = "华垣电力集团有限公司力资源部"
    whole = "华垣电力集团有限公司人力资源部"
    shown = page(Title("职称评审委托函"), "山西省人力资源和社会保障厅：", Gap(30), Right(lost), Right("2025年6月2日"))
    stamped = replace(shown, seals=(seal(430, 250, whole),))
    for sheet, names in ((stamped, {whole}), (shown, {lost})):
        (letter,) = dossier(sheet).documents
        issuer = letter.get("issuer")
        assert issuer.value in names
        assert issuer.value == whole or issuer.confidence <= 0.8


def test_an_office_whose_first_letter_is_hidden_is_not_sure(dossier):
    shown = page(
        Title("认定证明"),
        "你单位列入专精特新中小企业名单。",
        Gap(30),
        Right("西省工业和信息化厅"),
        Right("2024年7月1日"),
    )
    (letter,) = dossier(shown).documents
    assert letter.kind == "enterprise_qualification"
    assert letter.get("issuer").confidence <= 0.8


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("申报人员考核鉴定表", "unit_opinion"),
        ("职称申报个人承诺", "pledge"),
        ("专业技术人员聘任审批表", "appointment"),
        ("技术成果完成情况证明表", "achievement"),
        ("推荐评审高级职称人员情况简介表", "summary_form"),
        ("职称评审材料一览", "catalogue"),
        ("任期工作述职", "work_summary"),
        ("2023年度工作人员考核表", "annual_assessment"),
        ("破格申报举荐表", "recommendation_letter"),
        ("破格申报推荐表", "exceptional_case"),
    ],
)
def test_titles_no_list_names_tell_the_kind(dossier, title, kind):
    (only,) = dossier(page(Title(title), "姓名：宋立", Gap(40), "测试")).documents
    assert only.kind == kind


def test_labels_in_a_column_whose_rulings_were_lost_have_their_values_beside_them(labelled):
    rows = [("姓名", "宋立"), ("毕业日期", "2003年6月30日"), ("学历层次", "本科"), ("院校名称", "汾河大学")]
    runs = [At(x, 106 + 25 * n, row[column]) for n, row in enumerate(rows) for column, x in ((0, 75), (1, 156))]
    column, values = Box(70, 100, 150, 200), [Box(151, 100 + 25 * n, 300, 125 + 25 * n) for n in range(len(rows))]
    found = labelled("education_verification", replace(page(*runs), cells=(column, *values)))
    read = {name: found[name].value for name in ("name", "graduated", "education", "school")}
    assert read == {"name": "宋立", "graduated": "2003-06-30", "education": "本科", "school": "汾河大学"}


def test_a_list_with_fewer_names_than_it_counts_is_not_sure(document):
    shown = page(
        Title("公示证明"),
        "公示对象：穆清和、宋立等四人，申报高级工程师。公示期满无异议。",
        Gap(30),
        Right(UNIT),
        Right("2025年7月10日"),
    )
    applicants = document(shown).get("applicants")
    assert len(applicants.value) == 2
    assert applicants.confidence <= 0.6


def test_a_name_with_a_character_a_rarer_one_is_read_as_makes_a_list_unsure(document):
    shown = page(Title("公示"), "公示对象：武种同志，申报高级工程师。", Gap(30), Right(UNIT))
    assert document(shown).get("applicants").confidence <= 0.8


def test_a_sentence_that_ends_with_a_day_signs_nothing(document):
    shown = page(
        Title("认定证明"),
        f"{UNIT}：",
        "你单位列入专精特新中小企业名单，有效期自2024年7月1日至",
        "2027年6月30日。",
        Gap(30),
        Right("山西省工业和信息化厅"),
        Right("2024年7月日"),
    )
    assert document(shown).get("issuer").value == "山西省工业和信息化厅"


def test_the_page_of_a_form_with_two_opinions_is_no_photograph():
    shown = layout(
        Table([["用人单位审核意见", "经公示无异议，同意申报。"], ["主管部门审核意见", "同意推荐。"]], widths=[130, 300])
    )
    shown = replace(shown, page=replace(shown.page, quality=replace(shown.page.quality, scene=0.6)))
    assert not looks_like_photo(shown, 0.0)


@pytest.mark.parametrize(
    ("field", "label"), [("unit_opinion", "学校考核推荐意见"), ("superior_opinion", "县级教育行政部门意见")]
)
def test_opinions_are_known_by_any_body_that_gives_them(labelled, field, label):
    values = labelled("review_form", label, "经研究，同意推荐其申报高级教师职称。", "校长签字：", "2025年9月19日")
    assert "同意推荐" in str(values[field].value)


def test_labels_that_run_on_in_a_line_without_a_gap_end_one_anothers_values(labelled):
    values = labelled(
        "review_form",
        "出生年月1984年3月参加工作2006年8月政治面貌中共党员",
        "身份证号149900198603050029手机15200000846",
        "毕业院校汾东样本大学所学专业工商管理",
    )
    said = {name: values[name].value for name in ("birth_date", "work_since", "phone", "school", "major")}
    assert said == {
        "birth_date": "1984-03",
        "work_since": "2006-08",
        "phone": "15200000846",
        "school": "汾东样本大学",
        "major": "工商管理",
    }
