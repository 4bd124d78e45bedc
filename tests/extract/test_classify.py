"""A page's kind is told by its title line, then by words that only one kind has."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.extract.classify import classify
from dossier.extract.group import group
from dossier.extract.headlines import title_lines
from dossier.extract.layout import lay_out
from dossier.model import Box
from tests.extract.pages import At, Gap, Right, Table, Title, layout, page

BODY = "经单位考核推荐，现将申报人员的有关情况予以公布，请广大职工予以监督，并于规定时间内向人力资源部反映。"


@pytest.fixture
def kind(policy):
    """Items of a page → the kind it is taken for, None where nothing speaks for any."""

    def tell(*items) -> str | None:
        guesses = classify(layout(*items), policy.kinds)
        return guesses[0].kind if guesses and guesses[0].score >= 12 else None

    return tell


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("公示", "publicity_notice"),
        ("公　示", "publicity_notice"),
        ("关于张三同志申报高级工程师的公示", "publicity_notice"),
        ("职称评审“三公示”公告", "publicity_notice"),
        ("公示情况证明", "publicity_result"),
        ("公示结果证明", "publicity_result"),
        ("关于张三同志职称申报公示情况的证明", "publicity_result"),
        ("公示无异议证明", "publicity_result"),
        ("山西省专业技术职务任职资格评审表", "review_form"),
        ("（2025年度）职称申报评审表", "review_form"),
        ("山西省高级专业技术职务任职资格评审简表", "summary_form"),
        ("申报专业技术职务任职资格人员情况一览表", "summary_form"),
        ("初定专业技术职务任职资格审批表", "initial_form"),
        ("单位推荐意见", "unit_opinion"),
        ("关于张三同志申报高级工程师的推荐报告", "unit_opinion"),
        ("个人诚信承诺书", "pledge"),
        ("职称申报材料真实性承诺书", "pledge"),
        ("关于公示异议调查核实情况的报告", "objection_report"),
        ("关于公示异议的调查核实报告", "objection_report"),
        ("专利实施应用证明", "patent_use"),
        ("专业技术职称破格申报表", "exceptional_case"),
        ("普通高等学校毕业证书", "diploma"),
        ("学士学位证书", "degree"),
        ("教育部学历证书电子注册备案表", "education_verification"),
        ("年度考核登记表", "annual_assessment"),
    ],
)
def test_a_page_is_what_its_title_says(kind, title, expected):
    assert kind(Title(title), BODY, Right("2025年8月4日")) == expected


def test_a_title_with_the_unit_before_it_counts(kind):
    assert kind(Title("山西晋原勘察设计有限公司公示情况证明", 16), BODY) == "publicity_result"


def test_a_title_over_two_rows_counts(kind):
    assert kind(Title("山西晋原勘察设计有限公司"), Title("职称申报公示情况证明"), BODY) == "publicity_result"


def test_a_title_with_one_character_misread_counts(kind):
    assert kind(Title("专业技术职务任职资格评审袁"), BODY) == "review_form"


@pytest.mark.parametrize("second", [".证书", "'证书", "证书."])
def test_a_speck_in_a_title_does_not_change_it(kind, second):
    assert kind(Title("林业专业技术资格"), Title(second), BODY) == "title_certificate"


def test_words_of_a_title_in_prose_do_not_count(kind):
    assert (
        kind("本人郑重声明，所交的毕业证书、评审表和公示情况证明均真实有效，如有虚假，愿承担一切后果和责任。") is None
    )


def test_a_title_low_on_the_page_does_not_count(kind):
    assert kind("前文", Gap(600), Title("个人诚信承诺书")) is None


@pytest.mark.parametrize("number", ["一、", "六、", "（三）", "2.", "1、"])
def test_a_numbered_heading_is_no_title(kind, number):
    assert kind(f"{number}单位推荐意见", "同志们一致认为其工作认真。") != "unit_opinion"


@pytest.mark.parametrize("entry", ["3毕业证书", "毕业证书 2份", "公示情况证明 15页", "12个人诚信承诺书1"])
def test_an_entry_of_a_list_is_no_title(entry):
    assert entry.replace(" ", "") not in [line.text for line in title_lines(layout(entry))]


def test_a_list_of_documents_is_a_list_and_none_of_them(kind):
    rows = [["1", "评审表", "12页"], ["2", "毕业证书", "1页"], ["3", "公示情况证明", "1页"]]
    assert kind(Title("申报材料目录"), Table([["序号", "材料名称", "页数"], *rows])) == "catalogue"


def test_words_that_only_one_kind_has_tell_it_without_a_title(kind):
    assert kind("姓名 张三", "公民身份号码 149900198603151234") == "id_card"
    assert kind("在本校学习期满，成绩合格，准予毕业。") == "diploma"


def test_a_title_outweighs_words_of_another_kind(kind):
    assert kind(Title("公示"), BODY, "监督人公民身份号码：略") == "publicity_notice"


def test_of_two_titles_the_longer_one_wins(policy):
    best = classify(layout(Title("公示情况证明"), BODY), policy.kinds)
    assert best[0].kind == "publicity_result"
    assert best[0].score > best[1].score if len(best) > 1 else True


def test_a_title_in_the_top_cell_of_a_form_counts(kind):
    title = Table([["专业技术职务任职资格评审表"]])
    assert kind(title, Table([["姓名", "张三"], ["性别", "男"]])) == "review_form"


def test_a_page_of_digits_is_nothing(kind):
    assert kind("- 12 -") is None


def test_an_empty_page_is_nothing(kind):
    assert kind() is None


def test_a_sentence_is_no_title():
    assert list(title_lines(layout(At(200, 80, "我单位对其进行了公示。", 20)))) == []


def test_the_title_knows_how_high_it_stands_and_how_large_it_is(policy):
    best = classify(layout(Title("个人承诺书", 22), BODY, BODY, BODY), policy.kinds)[0]
    assert best.title == "个人承诺书"
    assert best.fraction < 0.12
    assert best.prominence >= 2.6


TITLES = tomllib.loads(Path(__file__).with_name("titles.toml").read_text("utf-8"))
UNTITLED = TITLES.pop("untitled")


@pytest.mark.parametrize(("expected", "title"), [(kind, title) for kind in TITLES for title in TITLES[kind]])
def test_titles_met_in_the_field_tell_the_kind(kind, expected, title):
    assert kind(Title(title), "某某内容一行。") == expected


@pytest.mark.parametrize("page", UNTITLED, ids=lambda page: f"{page['kind']}: {page['rows'][-1][:12]}")
def test_a_page_whose_title_says_nothing_is_told_by_what_it_says(policy, page):
    first, *rest = page["rows"]
    head = Title(first) if len(first) <= 4 else first
    (draft,) = group([layout(head, *(piece for row in rest for piece in _broken(row)))], policy.kinds)
    assert draft.kind == page["kind"]


def _broken(row: str) -> list[str]:
    return [row[start : start + 34] for start in range(0, len(row), 34)]


@pytest.mark.parametrize(
    "rows",
    [
        ("证明", "兹证明张三同志为我单位职工，自2010年起在我单位工作。"),
        ("证明", "张三同志未受过处分，无违法犯罪记录。专利技术已实施应用，该专利新增利润三百万元。"),
    ],
)
def test_a_page_that_speaks_for_no_kind_or_for_several_stays_unknown(policy, rows):
    title, *rest = rows
    (draft,) = group([layout(Title(title), *(piece for row in rest for piece in _broken(row)))], policy.kinds)
    assert draft.kind == "unknown"


def test_what_several_kinds_say_names_what_the_page_may_be(policy):
    text = ("张三同志未受过处分，无违法犯罪记录。", "专利技术已实施应用，该专利新增利润三百万元。")
    (draft,) = group([layout(Title("证明"), *text)], policy.kinds)
    assert {"conduct", "patent_use"} <= set(draft.may_be)


def test_below_a_salutation_stands_no_title(kind):
    letter = (Title("说明"), "某某省职称评审委员会：", At(200, 160, "公示情况证明", 14))
    assert kind(*letter) is None


def test_a_title_beside_notes_in_small_print_counts(kind):
    row = (At(60, 50, "2025年度职称申报综合情况（公示）表", 20), At(430, 54, "表单编号 GS-0128", 10))
    assert kind(*row, Gap(40), "申报人 张三", "审核部门 人力资源部") == "summary_form"


def test_a_title_that_reading_cut_in_two_counts(kind):
    row = (At(60, 50, "2025年度职称申", 20), At(240, 50, "综合情兄公示表", 20), At(440, 54, "表单编号 GS-0128", 10))
    assert kind(*row, Gap(40), "申报人 张三", "审核部门 人力资源部") == "summary_form"


def test_a_literal_title_outweighs_the_words_of_a_longer_pattern(kind):
    assert kind(Title("专业技术人员职称评审", 14), Title("破格申报审批表", 20), "姓名 张三") == "exceptional_case"


def test_an_article_of_a_contract_is_no_title(kind):
    assert kind("第十条 双方解除、终止劳动合同，应当依照《劳动合同法》", "第十一条 其他事项。") is None


def test_a_page_of_prose_with_a_cards_words_is_no_card(kind):
    clauses = [f"第{n}条 甲乙双方应当遵守国家有关规定。" for n in "三四五六"]
    assert kind("乙方居民身份证号码：149900198603151234", "住址：某省某市", *clauses) is None


@pytest.mark.parametrize(
    "rows",
    [
        ("PASSPORT 护照", "姓名/Name 张三", "签发机关 某局", "有效期限 2022.03.08-2032.03.07"),
        ("港澳居民来往内地通行证", "姓名 张三", "签发机关 某局", "有效期限 2022.03.08-2032.03.07"),
        ("P<CHNZHANG<<SAN<<<<<<<<<<<<", "E696129034CHN8601237M3203072<<<<"),
    ],
)
def test_other_identity_papers_are_not_taken_for_an_identity_card(kind, rows):
    assert kind(*rows) == "id_alternative"


def test_an_electronic_licence_is_told_by_its_own_labels(kind):
    assert kind("证照详情", "资格种类", "注册会计师", "证书编号", "201914107458905") == "licence"


def test_a_certificate_headed_by_nothing_but_its_sort_is_told_by_what_it_says(kind):
    rows = (
        "按照职称申报有关要求，张三、李四等2人申报高级工程师相关",
        "材料（单位鉴定意见）经本单位在内部网站（OA系统）公示，公示",
        "时间2025年8月4日至8月8日，期间没有接到异议及投诉举报。",
    )
    assert kind(Title("证明"), *rows, Right("2025年8月11日"), "经办人：") == "publicity_result"


@pytest.mark.parametrize("title", ["技术服务项目验收单", "工程竣工验收确认书", "科研项目验收表"])
def test_a_sheet_that_accepts_a_piece_of_work_is_an_achievement(kind, title):
    assert kind(Title(title), Table([["项目名称", "某小区改造"], ["委托单位", "样例中心"]])) == "achievement"


def test_the_title_in_the_frame_of_one_page_of_an_open_booklet_counts(policy):
    from_booklet = [
        At(60, 80, "专业技术资格证书", 22),
        At(40, 290, "编号：SL20191130-046"),
        At(324, 60, "姓名张三"),
        At(324, 150, "专业名称建筑工程"),
        At(324, 180, "资格名称工程师"),
    ]
    drawn = page(*from_booklet)
    opened = replace(drawn, width=595.0, height=420.0, cells=(Box(21, 21, 284, 399),))
    assert classify(lay_out(opened), policy.kinds)[0].kind == "title_certificate"
