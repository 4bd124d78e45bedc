"""Letters of persons who speak of themselves, lists of enterprises, papers about teachers sent to one."""

from __future__ import annotations

import pytest

from dossier.model import Period
from tests.extract.pages import Right, Table, Title, page

UNIT = "晋岭精工机械有限公司"
FORM = page(
    Title("职称评审表"),
    Table([["姓名", "甘棠", "性别", "男"], ["工作单位", UNIT, "申报职称", "高级工程师"]]),
    file="表.pdf",
)


@pytest.mark.parametrize(
    "said",
    [
        f"我是{UNIT}的董事长牛慕白。今举荐本公司甘棠同志申报高级工程师。",
        f"我现任{UNIT}董事长，现举荐甘棠同志申报高级工程师。",
        f"本人系{UNIT}董事长，特举荐甘棠同志申报高级工程师。",
    ],
)
def test_a_recommender_tells_in_the_first_person_what_he_is_and_of_which_enterprise(document, said):
    found = document(page(Title("举荐信"), said, "特此举荐。", "举荐人（亲笔）：牛慕白", "2025年9月22日"))
    assert (found.get("enterprise").value, found.get("recommender_role").value) == (UNIT, "董事长")
    assert found.get("recommender").value == "牛慕白"


def test_a_recommender_of_our_company_is_of_the_one_the_letter_opens_with(document):
    rows = (
        f"{UNIT}是国内较早生产精密主轴的企业。本人牛慕白，任公司总经理，对甘棠十分了解，",
        "现署名举荐他申报高级工程师，理由如下：一是创新能力突出；二是贡献重大。如评审需要，本人愿到会说明。",
    )
    found = document(page(Title("署名举荐意见"), *rows, "举荐人签名：牛慕白", "2025年9月15日"))
    assert (found.get("enterprise").value, found.get("recommender_role").value) == (UNIT, "总经理")
    assert found.get("grounds").value.replace(";", "；") == "一是创新能力突出；二是贡献重大。"


def test_the_grounds_are_what_a_letter_says_of_the_person_before_it_vouches_for_it(document):
    grounds = "甘先生有突出的创新能力，攻克了主轴热变形难题。产品已替代进口，效益显著。"
    rows = (f"我是{UNIT}的董事长牛慕白，今举荐甘棠先生申报高级工程师。", grounds, "以上所述，本人均已核实。")
    found = document(page(Title("举荐信"), *rows, "举荐人（亲笔）：牛慕白"))
    assert found.get("grounds").value.replace(",", "，") == grounds


@pytest.mark.parametrize(
    "said",
    [
        "乌仁其格，晋岭艺术大学教授，从事弦乐教学三十年，愿就甘棠同志破格申报说几句话。",
        "我是晋岭艺术大学教授乌仁其格，愿推荐甘棠同志破格申报二级演奏员。",
    ],
)
def test_a_peer_gives_his_title_beside_a_name_of_four_letters(document, said):
    found = document(page(Title("推荐书"), said, "谨此推荐。", "推荐人：乌仁其格", "2025年10月16日"))
    assert (found.get("recommender").value, found.get("recommender_title").value) == ("乌仁其格", "教授")


NOTICE = page(
    Title("关于公布2023年度专精特新中小企业名单的通知"),
    "各市主管部门：现认定186家企业为专精特新中小企业，有效期自2023年11月20日至2026年11月19日。",
    "附件：名单",
    Right("晋岭省中小企业局"),
    Right("2023年11月2日"),
    file="企业.pdf",
)


def annex(*names: str):
    rows = [["序号", "企业", "所在市"], *([str(index), name, "某市"] for index, name in enumerate(names, 1))]
    return page("附件", Title("2023年度专精特新中小企业名单（共186家）"), Table(rows), file="企业.pdf", number=2)


def qualification(record):
    (found,) = (one for one in record.documents if one.kind == "enterprise_qualification")
    return found


def test_of_the_enterprises_that_an_annex_lists_the_applicant_s_own_counts(dossier):
    found = qualification(dossier(FORM, NOTICE, annex("南原铸管有限公司", UNIT, "北岭镀膜科技有限公司")))
    assert len(found.pages) == 2
    assert (found.get("enterprise").value, found.get("issuer").value) == (UNIT, "晋岭省中小企业局")


def test_the_applicant_s_enterprise_is_found_though_the_form_adds_of_what_kind_it_is(dossier):
    table = Table([["姓名", "甘棠"], ["工作单位", f"{UNIT}（民营企业）"], ["申报职称", "高级工程师"]])
    form = page(Title("职称评审表"), table, file="表.pdf")
    found = qualification(dossier(form, NOTICE, annex("南原铸管有限公司", UNIT)))
    assert found.get("enterprise").value == UNIT


def test_a_list_without_the_applicant_s_enterprise_names_none(dossier):
    found = qualification(dossier(FORM, NOTICE, annex("南原铸管有限公司", "北岭镀膜科技有限公司")))
    assert found.get("enterprise").value is None


def test_a_list_on_a_page_of_its_own_is_issued_by_none_of_the_listed(dossier):
    found = qualification(dossier(FORM, annex("南原铸管有限公司", UNIT, "北岭镀膜科技有限公司")))
    assert found.get("enterprise").value == UNIT
    assert found.get("issuer") is None


def test_a_degree_from_abroad_is_read_in_the_certificate_s_sentences(document):
    said = (
        "甘棠，性别：男，所提交的香港维岭大学（Wellridge University）于2009年11月18日颁发的精密测量工程专业"
        "理学硕士学位证书，经核查，层次为硕士研究生。"
    )
    found = document(page(Title("港澳台学历学位认证书"), "认证编号：港2016041873", said, "2016年4月11日"))
    read = {name: found.get(name).value for name in ("school", "graduated", "major", "certificate_number")}
    assert read == {
        "school": "香港维岭大学",
        "graduated": "2009-11-18",
        "major": "精密测量工程",
        "certificate_number": "港2016041873",
    }


def test_a_decision_names_the_enterprise_behind_the_post_that_is_held_there(document):
    said = f"经研究，选派讲师甘棠等七名教师入企。其中甘棠同志到{UNIT}任技术专员，时间为2023年9月1日至2025年8月31日。"
    found = document(page(Title("关于选派教师到企业工作的决定"), said, Right("晋岭理工学院"), Right("2023年7月6日")))
    assert found.get("enterprise").value == UNIT


def test_an_agreement_of_three_parties_is_a_secondment(document):
    rows = ("甲方（派出方）：晋岭理工学院", f"乙方（接收方）：{UNIT}", "丙方（教师本人）：甘棠")
    found = document(page(Title("教师驻企协议"), *rows, "期限自2023年9月1日至2025年8月31日止。"))
    read = {name: found.get(name).value for name in ("school", "enterprise", "name", "period")}
    assert read == {
        "school": "晋岭理工学院",
        "enterprise": UNIT,
        "name": "甘棠",
        "period": Period("2023-09-01", "2025-08-31"),
    }


def test_an_opinion_on_the_work_in_an_enterprise_is_the_unit_s_and_no_achievement(document):
    said = "甘棠老师两年间完成主轴热误差补偿课题，经研究，我公司同意推荐甘棠老师参加高级工程师评审。"
    found = document(page(Title("驻企教师工作鉴定及推荐意见"), said, Right(UNIT), Right("2025年9月4日")))
    assert found.kind == "unit_opinion"
    assert (found.get("name").value, found.get("employer").value, found.get("agrees").value) == ("甘棠", UNIT, True)


def test_an_approval_of_vacant_posts_joins_the_unit_and_the_authority(document):
    table = Table([["岗位类别", "核定数", "已聘数", "空缺数"], ["副高级", "126", "117", "9"]])
    rows = ("单位：晋岭理工学院（公章）", table, "同意使用副高级岗位7个。", Right("晋岭市人力资源和社会保障局"))
    found = document(page(*rows, Right("2025年6月12日")))
    assert found.kind == "statement"
    assert found.get("parties").value == ["晋岭理工学院", "晋岭市人力资源和社会保障局"]


def test_a_statement_joins_the_branch_and_the_company_that_pays_its_insurance(document):
    branch = f"{UNIT}某市分公司"
    said = f"甘棠同志在我分公司工作，2012年4月至2017年12月由总公司{UNIT}代缴社会保险。"
    found = document(page(Title("关于参保单位名称的情况说明"), said, Right(branch), Right("2025年9月25日")))
    assert found.get("parties").value == [branch, UNIT]


def test_an_issuer_that_lost_letters_under_its_seal_is_read_from_the_letterhead(document):
    rows = ("晋岭省中小企业发展局文件", "晋企字〔2023〕8号", Title("关于公布专精特新中小企业名单的通知"))
    said = f"现认定{UNIT}为专精特新中小企业。"
    found = document(page(*rows, said, Right("晋岭省小企业发展局"), Right("2023年11月2日")))
    assert found.get("issuer").value == "晋岭省中小企业发展局"
