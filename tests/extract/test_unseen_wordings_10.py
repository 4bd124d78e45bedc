"""Licences beside other dates, credits by columns of years, passports with letters in their numbers, degrees from
abroad in sentences, people and parts in lists without a head of the usual name."""

from __future__ import annotations

import pytest

from dossier.extract.kinds.seeking import org_in
from dossier.text import id_number_problem
from tests.extract.pages import At, Gap, Right, Table, Title, page
from tests.extract.test_unseen_wordings_6 import FORM, UNIT, of_kind


def test_a_licence_names_its_unit_up_to_the_day_of_the_first_registration(dossier):
    rows = [["执业地点\n汾州市第四医院\n首次注册日期 2010年9月17日\n注册机关 汾州市卫生局"]]
    shown = page(Title("护士执业证书"), "姓名：张三", Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "licence").get("unit").value == "汾州市第四医院"


@pytest.mark.parametrize("said", ["资格级别：中级（主管护师）", "资格等级：中级／主管护师"])
def test_a_title_stands_in_the_brackets_of_its_level(dossier, said):
    shown = page(Title("卫生专业技术资格证书"), "姓名：张三", "专业名称：内科护理", said, number=2)
    assert of_kind(dossier(FORM, shown), "title_certificate").get("title").value == "主管护师"


@pytest.mark.parametrize("head", ["发布日期", "成绩公布日期", "签发日期"])
def test_an_examination_counts_from_the_day_it_was_made_known(dossier, head):
    rows = [["考生姓名", "张三", "考试名称", "卫生专业高级技术资格考试"], ["考试日期", "2024年6月15日", "总分", "361"]]
    shown = page(Title("成绩通知单"), Table(rows), f"{head}：2024年8月1日", number=2)
    assert of_kind(dossier(FORM, shown), "exam_result").get("date").value == "2024-08-01"


def test_an_examination_has_its_own_day_where_no_other_is_told(dossier):
    rows = [["考生姓名", "张三", "考试名称", "卫生专业高级技术资格考试"], ["考试日期", "2024年6月15日", "总分", "361"]]
    shown = page(Title("成绩通知单"), Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "exam_result").get("date").value == "2024-06-15"


def test_credits_of_medicine_are_summed_below_columns_of_years(dossier):
    rows = [
        ["年度", "2022", "2023", "2024"],
        ["国家级Ⅰ类", "5", "10", "8"],
        ["省级Ⅰ类", "5", "5", "4"],
        ["Ⅱ类", "16", "20", "18"],
        ["合计（学分）", "26", "35", "30"],
    ]
    record = dossier(FORM, page(Title("继续教育合格证书"), "张三同志：", Table(rows), number=2))
    years = of_kind(record, "continuing_education").get("years").value
    assert [(one["year"], one["total"], one["unit"]) for one in years] == [
        (2022, 26, "学分"),
        (2023, 35, "学分"),
        (2024, 30, "学分"),
    ]


def test_a_sum_of_years_alone_is_no_answer_where_its_subjects_were_not_read(dossier):
    rows = [["年度", "2023", "2024"], ["公需科日", "30", "32"], ["专业科日", "62", "60"], ["合计", "92", "92"]]
    record = dossier(FORM, page(Title("继续教育学时证明"), "张三", Table(rows), number=2))
    years = of_kind(record, "continuing_education").get("years")
    assert years is None or years.confidence < 0.9


def test_hours_of_professional_subjects_need_no_word_for_the_subject(dossier):
    said = "张三参加学习，2023年公需30学时、专业60学时，合计90学时；2024年公需32学时、专业66学时，合计98学时。"
    record = dossier(FORM, page(Title("继续教育证明"), said, "特此证明。", number=2))
    years = of_kind(record, "continuing_education").get("years").value
    assert [(one["year"], one["public"], one["professional"], one["total"]) for one in years] == [
        (2023, 30, 60, 90),
        (2024, 32, 66, 98),
    ]


WRONG, NUMBER = "202110735182.3", "ZL 2021 1 0735182.3"


def _use(number: str):
    said = f"兹证明“一种撕裂识别装置”（专利号：{number}，第一发明人张三）自2023年5月起在我公司使用，避免损失约640万元。"
    return page(Title("专利应用证明"), said, Right("汾州选煤有限公司"), Right("2025年7月21日"), number=3)


def _patent(number: str):
    shown = (f"专利号：{number}", "发明名称：一种撕裂识别装置", "授权公告日：2023年3月14日")
    return page(Title("发明专利证书"), *shown, number=2)


def test_a_patents_number_ends_before_what_else_stands_in_its_brackets(dossier):
    found = of_kind(dossier(FORM, _use(NUMBER)), "patent_use").get("patent_number")
    assert found.value.endswith(WRONG)
    assert found.confidence < 0.9


def test_a_number_with_a_wrong_check_digit_is_sure_where_two_papers_print_it_alike(dossier):
    assert of_kind(dossier(FORM, _patent(NUMBER)), "patent").get("patent_number").confidence < 0.9
    assert of_kind(dossier(FORM, _patent(NUMBER), _use(NUMBER)), "patent").get("patent_number").confidence >= 0.9
    other = _use("ZL 2021 1 0735183.3")
    assert of_kind(dossier(FORM, _patent(NUMBER), other), "patent").get("patent_number").confidence < 0.9


def test_a_gain_is_told_with_what_was_found_in_time(dossier):
    said = "使用以来提前发现隐患11次，避免停产损失约640万元，年节约更换费用58万元。"
    shown = page(Title("专利应用证明"), "专利号：ZL 2021 1 0735182.7", said, number=2)
    gain = of_kind(dossier(FORM, shown), "patent_use").get("benefit").value
    assert "隐患11次" in gain
    assert gain.endswith("58万元")


def test_a_certificate_of_a_digital_engineer_names_its_holder_in_a_sentence(dossier):
    said = "张三（证件号码149900198603093715）参加智能制造方向培育，考核评价合格，特发此证。"
    shown = page(Title("专业技术等级证书"), said, "职业名称：智能制造工程技术人员", "专业技术等级：中级", number=2)
    assert of_kind(dossier(FORM, shown), "digital_engineer").get("name").value == "张三"


def test_a_day_may_stand_behind_a_signature_and_a_unit_on_one_row(dossier):
    shown = page(
        Title("破格推荐书"),
        "被推荐人：张三\t推荐人：李四\t职称：研究员",
        "本人审阅了张三提交的专著，认为其符合破格条件，同意推荐。",
        "工作单位：汾州水研究院\t签字：李四\t2025年10月9日",
        number=2,
    )
    assert of_kind(dossier(FORM, shown), "peer_recommendation").get("date").value == "2025-10-09"


def test_a_part_stands_in_a_column_of_contributions(dossier):
    rows = [
        ["排名", "姓名", "职称", "主要贡献"],
        ["1", "张三", "副教授", "项目主持人，总体设计"],
        ["2", "李四", "讲师", "试验"],
    ]
    shown = page(Title("鉴定证书"), "成果名称：尾水湿地净化技术", Table(rows), number=2)
    assert of_kind(dossier(FORM, shown), "achievement").get("role").value == "项目主持人"


def test_what_sort_of_post_it_is_is_not_its_name(dossier):
    shown = page(
        Title("聘用合同书"), f"甲方：{UNIT}", "乙方：张三", "二、岗位：教学研究人员，属专业技术岗位。", number=2
    )
    assert of_kind(dossier(FORM, shown), "appointment").get("title").value == "教学研究人员"


def _letter(*table: list[str]):
    rows = [*table]
    return page(
        Title("关于推荐评审的函"),
        "汾州通信专业高级职称评审委员会：",
        "同意推荐下列人员参加你委2025年度高级工程师评审：",
        Table(rows, widths=(60, 260, 130)),
        "评审结果请报我厅。",
        Right("汾州省人力资源和社会保障厅"),
        Right("2025年10月31日"),
        number=2,
    )


def test_a_table_without_heads_names_people_beside_their_titles(dossier):
    found = of_kind(dossier(FORM, _letter(["张三", UNIT, "高级工程师"])), "authority_recommendation").get("names")
    assert found.value == ["张三"]
    assert found.confidence >= 0.9


def test_people_of_a_table_are_not_sure_to_be_all_where_a_row_has_no_name(dossier):
    table = (["张三", UNIT, "高级工程师"], ["□□", UNIT, "高级工程师"])
    assert of_kind(dossier(FORM, _letter(*table)), "authority_recommendation").get("names").confidence < 0.9


def test_a_committee_that_is_not_formed_tells_series_and_level(dossier):
    said = "因我集团本年度不组建工程技术人员系列正高级评审委员会，现商请贵厅代为评审张三同志的正高级工程师任职资格。"
    shown = page(Title("委托评审函"), "汾州省人力资源和社会保障厅：", said, Right("晋岭集团有限公司"), number=2)
    found = of_kind(dossier(FORM, shown), "commission_letter")
    assert (found.get("series").value, found.get("level").value) == ("工程技术人员系列", "正高级")


def test_a_letter_that_takes_somebody_on_is_from_the_new_unit(dossier):
    said = "感谢来函应聘。经面试，同意录用您担任工程师。您目前受雇于汾州光学仪器厂，离职手续请自行办理。"
    shown = page(Title("录用通知"), "张三先生：", said, Right("晋岭光电有限公司"), Right("2021年6月18日"), number=2)
    found = of_kind(dossier(FORM, shown), "mobility")
    assert (found.get("from").value, found.get("to").value) == ("汾州光学仪器厂", "晋岭光电有限公司")


def test_a_pledge_names_a_unit_whose_group_is_part_of_its_name(dossier):
    said = "本人张三，单位汾州市桥梁建设集团有限公司，申报工程师资格。现承诺材料真实。"
    shown = page(Title("个人承诺书"), said, "承诺人：张三", number=2)
    assert of_kind(dossier(FORM, shown), "pledge").get("employer").value == org_in("汾州市桥梁建设集团有限公司")


PASSPORT = "C7JXK2N54"


@pytest.mark.parametrize("number", [PASSPORT, "12AB34567", "NU12P4567"])
def test_a_passports_number_may_have_letters_among_its_figures(number):
    assert id_number_problem(number) is None


@pytest.mark.parametrize("number", ["21NOV1984", "PASSPORTS", "14990019860309"])
def test_days_words_and_cut_numbers_are_no_passports(number):
    assert id_number_problem(number) is not None


def _foreigners_form(number: int = 1):
    rows = [["姓名", "WEBER TOBIAS", "国籍", "德国"], ["证件号码", PASSPORT, "工作单位", UNIT]]
    return page(Title("职称评审表"), Table(rows), number=number)


def _passport_page():
    return page(
        Title("护照"),
        At(60, 120, "Name"),
        At(320, 120, "Pass-Nr. / Passport No."),
        At(60, 142, "WEBER TOBIAS"),
        At(320, 142, PASSPORT),
        At(60, 200, "Staatsangehoerigkeit / Nationality"),
        At(60, 222, "DEUTSCH（德国）"),
        Gap(200),
        number=2,
    )


def test_a_passport_is_read_below_heads_in_two_languages(dossier):
    found = of_kind(dossier(_passport_page()), "id_alternative")
    assert (found.get("id_number").value, found.get("nationality").value) == (PASSPORT, "德国")
    assert found.get("id_number").confidence < 0.9


def test_a_passports_number_is_sure_where_two_papers_print_it_alike(dossier):
    found = of_kind(dossier(_foreigners_form(), _passport_page()), "review_form").get("id_number")
    assert found.value == PASSPORT
    assert found.confidence >= 0.9


def test_a_degree_from_abroad_is_told_in_sentences(dossier):
    shown = page(
        Title("国外学历学位认证书"),
        f"WEBER TOBIAS，男，国籍德国，护照号码{PASSPORT}。",
        "该人于2010年9月17日在德国北岭工业大学毕业，专业为精密光学，获颁硕士学位证书，证书号MA-2010-0871。",
        "经核查，北岭工业大学系德国正规高等学校，表明其具有相应的硕士研究生学历。",
        "认证编号：2021-0339271",
        number=2,
    )
    found = of_kind(dossier(_foreigners_form(), shown), "education_verification")
    read = {name: found.get(name).value for name in ("name", "school", "major", "certificate_number")}
    assert read == {
        "name": "WEBER TOBIAS",
        "school": "北岭工业大学",
        "major": "精密光学",
        "certificate_number": "2021-0339271",
    }


ITEMS = ["conditions_and_procedure", "application_materials", "unit_opinion"]
POSTED = (
    "今年我校有两名教师申报高级教师：前峪教学点张三、中心小学李四。按规定把以下三样东西贴出来让大家看：",
    "一张是印发的评审条件和评审程序；",
    "一张是两位老师交的评审表、证书、论文等申报材料复印件；",
    "一张是学校写的鉴定推荐意见。",
    "贴的地方：中心小学大门口宣传栏。公示期限：2025年10月27日至11月2日。",
)


def test_a_notice_in_plain_words_tells_items_place_and_people(dossier):
    shown = page(Title("职称申报公示"), *POSTED, Right(UNIT), Right("2025年10月27日"), number=2)
    found = of_kind(dossier(FORM, shown), "publicity_notice")
    assert found.get("items").value == ITEMS
    assert found.get("venue").value == ["conspicuous_place"]
    assert [one["name"] for one in found.get("applicants").value] == ["张三", "李四"]


def test_people_counted_before_their_names_are_not_all_named(dossier):
    told = (POSTED[0].replace("、中心小学李四", "等"), *POSTED[1:])
    shown = page(Title("职称申报公示"), *told, Right(UNIT), Right("2025年10月27日"), number=2)
    assert of_kind(dossier(FORM, shown), "publicity_notice").get("applicants").confidence < 0.9


@pytest.mark.parametrize("people", ["张三和李四两人（均申报高级教师）", "张三、李四二人申报高级教师"])
def test_a_proof_counts_its_people_and_says_what_all_of_them_apply_for(dossier, people):
    said = f"我校将评审条件和程序、{people}的申报材料以及学校鉴定推荐意见在宣传栏张贴，时间是2025年10月27日至11月2日。"
    shown = page(Title("公示情况说明"), said, "期间未收到异议。", Right(UNIT), Right("2025年11月3日"), number=2)
    found = of_kind(dossier(FORM, shown), "publicity_result").get("applicants").value
    assert found == [{"name": "张三", "title": "高级教师"}, {"name": "李四", "title": "高级教师"}]


def test_the_third_entry_of_a_list_may_be_an_opinion_behind_other_words(dossier):
    rows = [
        ["公示对象", "张三 申报高级会计师"],
        ["公示内容", "一、评审条件与评审程序；、张三个人申报材料；三、公司鉴定和推荐意见。"],
        ["公示期限", "2025年9月28日至2025年10月10日"],
    ]
    shown = page(Title("职称申报公示"), Table(rows, widths=(90, 360), height=40), Right(UNIT), number=2)
    assert of_kind(dossier(FORM, shown), "publicity_notice").get("items").value == ITEMS
