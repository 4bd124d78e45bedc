"""Covers that bear a name only, contents in two languages, lists with whose papers they are, months in bare strips."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.items import read_items
from dossier.extract.venues import read_venue
from dossier.model import Box
from dossier.policy import kinds_named
from dossier.text import parse_date
from tests.extract.pages import At, Gap, Right, Table, Title, page, prose
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind

ARTICLE = (
    Title("湖区冬泳救护的分级响应", 16),
    "张三",
    "（汾州样本学校，山西汾州 046000）",
    "摘要：拟定分级办法，按水温评分。关键词：冬泳；救护",
    "救护员在岸边待命，每小时轮换，备足热饮，并与卫生院约定转运。",
)


def _article(number: int):
    return page(*ARTICLE, number=number)


def _cover(*items, number: int):
    return page(Gap(120), Title("样本水上运动", 44), *items, number=number)


def _imprint(number: int):
    rows = ("刊名：样本水上运动（月刊）", "主管：汾州市体育局", "编辑：《样本水上运动》编辑部", "ISSN 1008-8156")
    return page(*rows, "CN 14-1352/R", "出版日期：2024年2月15日", "定价：10元", number=number)


def _contents(heading: str, number: int):
    entries = ("船桨养护札记\t王五\t12", "湖区冬泳救护的分级响应\t张三\t18", "水温记录\t赵六\t25")
    return page(Title(heading), *entries, number=number)


def test_a_journals_cover_behind_a_standard_is_that_of_the_next_paper(dossier):
    standard = page(Title("山西省地方标准"), "DB14/T 2716-2023", Title("矿用压力变送器校准规范"), number=2)
    drafted = page("主要起草单位：汾州样本学校", "主要起草人：", "张三（汾州样本学校）", number=3)
    cover = _cover("2024年第2期", "ISSN 1008-8156  CN 14-1352/R", number=4)
    record = dossier(FORM, standard, drafted, cover, _contents("目次", 5), _article(6))
    assert {"cover", "contents", "body"} <= set(of_kind(record, "paper").get("parts").value)
    assert [at.page for at in of_kind(record, "standard").pages] == [2, 3]


@pytest.mark.parametrize("heading", ["CONTENTS / 目录", "目录 / CONTENTS", "目次·CONTENTS", "目录 CONTENTS"])
def test_contents_are_headed_in_two_languages(dossier, heading):
    cover = _cover("2024年第2期", "ISSN 1008-8156", number=2)
    record = dossier(FORM, cover, _contents(heading, 3), _article(4))
    assert "contents" in of_kind(record, "paper").get("parts").value


@pytest.mark.parametrize("issue", ["2024年4月号", "2024年春季号", "2024/02", ""])
def test_a_cover_that_bears_a_name_only_is_told_by_the_pages_behind_it(dossier, issue):
    rows = (issue,) if issue else ()
    record = dossier(FORM, _cover(*rows, number=2), _imprint(3), _contents("目录", 4), _article(5))
    paper = of_kind(record, "paper")
    assert {"cover", "copyright", "contents", "body"} <= set(paper.get("parts").value)
    assert paper.get("parts").confidence >= 0.9


def test_a_page_with_another_name_in_large_print_is_no_cover_of_the_paper(dossier):
    divider = page(Gap(120), Title("代表性论文", 44), number=2)
    record = dossier(FORM, divider, _imprint(3), _contents("目录", 4), _article(5))
    assert "cover" not in of_kind(record, "paper").get("parts").value


def test_the_day_of_a_retrieval_is_not_when_a_paper_came_out(dossier):
    index = page(
        Title("文献检索证明", 14), "题名：湖区冬泳救护的分级响应", "作者：张三", "检索日期：2025年6月10日", number=4
    )
    cover = _cover("2022年第6期", "ISSN 1008-8156", number=2)
    published = of_kind(dossier(FORM, cover, _article(3), index), "paper").get("published")
    assert published is None or not published.known


def test_the_month_of_a_monthly_is_counted_from_its_number_and_not_sure(dossier):
    imprint = page("期刊名称：样本水上运动", "刊期：月刊", "CN 14-1352/R", "ISSN 1008-8156", "定价10元", number=3)
    cover = _cover("2022年第6期", number=2)
    published = of_kind(dossier(FORM, cover, imprint, _article(4)), "paper").get("published")
    assert (published.value, published.confidence <= 0.8) == ("2022-06", True)


NOTICE = (
    "公司各部门：",
    "依据职称评审工作通知，公司对下列事项进行公示：",
    "评审条件和程序",
    "个人申报材料（张三，拟评工程师；李四，拟评工程师）",
    "单位鉴定意见",
    "起止：2025年9月22日（周一）至9月28日（周日，调休上班），共6个工作日。",
)


def test_an_item_with_whose_it_is_in_brackets_is_no_text_of_the_item_above_it():
    items = read_items(prose(*NOTICE), None)
    assert items.value == ["conditions_and_procedure", "application_materials", "unit_opinion"]
    assert items.confidence >= 0.6


def test_people_parted_by_semicolons_each_apply_for_what_follows_their_comma(dossier):
    shown = page(Title("职称申报公示"), *NOTICE, Right("汾州样本学校"), Right("2025年9月22日"), number=2)
    assert of_kind(dossier(FORM, shown), "publicity_notice").get("applicants").value == [
        {"name": "张三", "title": "工程师"},
        {"name": "李四", "title": "工程师"},
    ]


@pytest.mark.parametrize("label", ["位置", "张贴处", "张贴位置"])
def test_a_place_is_announced_by_more_labels(dossier, label):
    rows = (*NOTICE, f"{label}：办公楼一层公告栏；OA系统", Right(UNIT), Right("2025年9月22日"))
    venue = of_kind(dossier(FORM, page(Title("职称申报公示"), *rows, number=2)), "publicity_notice").get("venue")
    assert venue.value == ["conspicuous_place", "internal_website"]


def test_an_opinion_named_below_the_head_of_a_notice_heads_no_opinion(dossier):
    rows = (At(60, 60, "待办3"), At(220, 56, "职称申报公示", 20), Gap(40), *NOTICE[1:4], Title("单位鉴定意见", 16))
    record = dossier(FORM, page(*rows, "汾州样本学校", "2025年9月22日", number=2))
    assert all(document.kind != "unit_opinion" for document in record.documents)


def test_hours_stand_below_heads_of_their_own_beside_each_year(dossier):
    heads = ("公需科目", "专业科目", "学时合计", "证书编号")
    cells = []
    for at, (year, public, professional) in enumerate([(2023, 30, 62), (2024, 32, 70)]):
        top = 120 + 70 * at
        own = (f"{public}学时", f"{professional}学时", f"{public + professional}学时", f"FZ{year}00{at}")
        cells += [At(60, top + 16, f"{year}年度")]
        cells += [At(180 + 100 * i, top, head, 10) for i, head in enumerate(heads)]
        cells += [At(180 + 100 * i, top + 34, text, 10) for i, text in enumerate(own)]
    shown = page(Title("继续教育合格证书"), "学员张三完成下列年度学习任务。", *cells, number=2)
    ruled = [box for at in range(2) for box in _ruled(120 + 70 * at)]
    record = dossier(FORM, _with_cells(shown, ruled))
    years = of_kind(record, "continuing_education").get("years").value
    assert [(one["year"], one["public"], one["professional"], one["certificate_number"]) for one in years] == [
        (2023, 30, 62, "FZ2023000"),
        (2024, 32, 70, "FZ2024001"),
    ]


def _ruled(top: float):
    yield Box(50, top - 10, 170, top + 54)
    for row in (top - 10, top + 23):
        yield from (Box(172 + 100 * i, row, 270 + 100 * i, row + 31) for i in range(4))


def _with_cells(shown, cells):
    return replace(shown, cells=tuple(cells))


@pytest.mark.parametrize(
    ("marks", "paid"),
    [
        (["√", "√", "√"], ["2024-10", "2024-11", "2024-12"]),
        (["√", "未缴", "√"], ["2024-10", "2024-12"]),
        (["已缴", "×", "已缴"], ["2024-10", "2024-12"]),
    ],
)
def test_months_in_a_row_without_a_head_are_paid_where_the_row_below_marks_them(dossier, marks, paid):
    table = Table([["2024-10", "2024-11", "2024-12"], marks])
    shown = page(Title("参保证明"), "姓名：张三", "最近三个月（√为已缴）", table, number=2)
    assert of_kind(dossier(FORM, shown), "social_insurance").get("months").value == paid


@pytest.mark.parametrize(
    "said",
    [
        "助理工程师2020年10月取得，2020年11月聘任",
        "2020.10取得助理工程师，2020.11聘任",
        "助理工程师（2020年10月取得；2020年11月受聘）",
        "助理工程师、2020年10月22日评定、2020年11月1日聘任",
    ],
)
def test_a_place_may_say_the_title_its_month_and_that_of_the_appointment(dossier, said):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三"], ["现任专业技术职务及取得时间", said]]))
    read = of_kind(dossier(form), "review_form")
    names = ("current_title", "current_title_date", "appointed_since")
    assert [read.get(name).value for name in names] == ["助理工程师", "2020-10", "2020-11"]


@pytest.mark.parametrize(
    ("written", "day"),
    [("二二五年十月九日", "2025-10-09"), ("二〇二五年十月九日", "2025-10-09"), ("二〇五年十月九日", None)],
)
def test_a_year_whose_circle_was_not_read_is_known_where_it_can_be_no_other(written, day):
    assert parse_date(written) == day


def test_a_day_whose_circle_was_not_read_is_not_sure(dossier):
    rows = (*NOTICE, Right(UNIT), Right("二二五年九月二十二日"))
    day = of_kind(dossier(FORM, page(Title("职称申报公示"), *rows, number=2)), "publicity_notice").get("date")
    assert (day.value, day.confidence <= 0.8) == ("2025-09-22", True)


def test_a_venue_is_not_read_from_where_one_may_complain():
    assert read_venue(prose(*NOTICE, "如有异议，请通过公司OA系统反映。"), None) is None


@pytest.mark.parametrize(
    "people", ["1.张三2.李四3.王五", "①张三②李四③王五", "1)张三 2)李四 3)王五", "(1)张三(2)李四(3)王五"]
)
def test_names_may_be_parted_by_their_numbers(dossier, people):
    table = Table([["成果名称", "压力校准技术"], ["主要完成人", people]])
    found = of_kind(dossier(FORM, page(Title("应用证明"), table, number=2)), "achievement")
    assert found.get("members").value == ["张三", "李四", "王五"]


def test_a_role_beside_its_label_is_told_with_the_share_behind_its_comma(dossier):
    table = Table([["成果名称", "压力校准技术"], ["本人作用", "第一完成人，负责方案与主要操作"]])
    found = of_kind(dossier(FORM, page(Title("应用证明"), table, number=2)), "achievement")
    assert found.get("role").value == "第一完成人，负责方案与主要操作"


def test_what_somebody_led_is_told_in_a_column_of_a_list(dossier):
    heads = ["排名", "姓名", "职称", "分工"]
    rows = [heads, ["1", "张三", "工程师", "项目主持"], ["2", "李四", "高级工程师", "结构设计"]]
    shown = page(Title("项目验收证书"), "项目名称：压力仪表现场校准装置研制", Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "project").get("role").value == "项目主持"


def test_makers_of_a_work_for_the_stage_are_told_with_their_crafts(dossier):
    said = "新编蒲剧《河边的渡船》由张三编剧（独立编剧）、李四导演、王五作曲，已演出一百余场。"
    found = of_kind(dossier(FORM, page(Title("业绩证明"), said, "特此证明。", Right(UNIT), number=2)), "achievement")
    assert found.get("members").value == ["张三", "李四", "王五"]
    assert found.get("role").value == "独立编剧"


def test_those_who_are_spoken_to_together_are_not_surely_one(dossier):
    rows = ("张三李四：", "你们完成的“压力校准技术”荣获2023年度汾州市科学技术奖三等奖。", Right("汾州市科学技术局"))
    found = of_kind(dossier(FORM, page(Title("荣誉证书"), *rows, number=2)), "award")
    recipients = found.get("recipients")
    assert recipients.value == ["张三", "李四"] or recipients.confidence < 0.85


@pytest.mark.parametrize("head", ["主要起草人：", "本标准主要起草人：", "编制人员："])
def test_drafters_stand_in_rows_of_their_own_with_their_units(dossier, head):
    cover = page(Title("山西省地方标准"), "DB14/T 2716-2023", Title("矿用压力变送器校准规范"), number=2)
    drafted = page(head, "张三（汾州样本学校）", "李四（汾州市计量所）", number=3)
    found = of_kind(dossier(FORM, cover, drafted), "standard")
    assert found.get("drafters").value == ["张三", "李四"]


@pytest.mark.parametrize("label", ["手写签名", "本人亲笔签字", "承诺人（手写）签名："])
def test_a_promise_is_signed_where_it_asks_for_a_hand(dossier, label):
    rows = ("本人提交的材料真实有效。", "承诺人\t张三", At(70, 200, label), At(220, 190, "张三", 36))
    found = of_kind(dossier(FORM, page(Title("诚信承诺书"), *rows, number=2)), "pledge")
    assert found.get("signed").value is True


def test_series_and_specialty_stand_before_the_title_that_is_granted(dossier):
    said = "张三，于2020年10月22日经评审，取得工程技术人员风景园林专业助理工程师职称。"
    found = of_kind(dossier(FORM, page(Title("职称证书"), said, number=2)), "title_certificate")
    assert (found.get("series").value, found.get("specialty").value) == ("工程技术人员", "风景园林")


def test_the_name_of_an_office_may_wrap_below_its_label(dossier):
    marks = (At(300, 200, "发证机关Issued by"), At(300, 218, "汾州市人力资源和社会保障"), At(300, 236, "局"))
    found = of_kind(dossier(FORM, page(Title("电子职称证书"), "姓名：张三", *marks, number=2)), "title_certificate")
    assert found.get("issuer").value == "汾州市人力资源和社会保障局"


@pytest.mark.parametrize("unit", ["汾州样本公司（国有企业）", "汾州样本公司，国有企业"])
def test_a_place_for_unit_and_nature_holds_both(dossier, unit):
    form = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三"], ["工作单位及性质", unit]]))
    found = of_kind(dossier(form), "review_form")
    assert (found.get("employer").value, found.get("employer_type").value) == ("汾州样本公司", "国有企业")


@pytest.mark.parametrize(
    ("entry", "kind"),
    [("三级编剧证书", "title_certificate"), ("二级导演职称证书", "title_certificate"), ("二级建造师证书", None)],
)
def test_an_entry_names_a_certificate_by_the_title_it_grants(entry, kind, policy):
    named = kinds_named(entry, policy.kinds)
    assert ("title_certificate" in named) is (kind is not None)
