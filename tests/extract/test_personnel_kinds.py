"""Appointments, contracts, moves, proofs and letters of recommendation, in wordings of many offices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Period
from tests.extract.pages import At, Right, Table, Title, page

UNIT = "山西晋原勘察设计有限公司"


def test_an_appointment_names_person_title_term_unit_and_day(document):
    found = document(
        page(
            Title("聘书"),
            "张三同志：",
            "经研究，聘任您为高级工程师，聘期自2022年1月1日至2024年12月31日。",
            Right(UNIT),
            Right("2021年12月20日"),
        )
    )
    assert found.get("name").value == "张三"
    assert found.get("title").value == "高级工程师"
    assert found.get("period").value == Period("2022-01-01", "2024-12-31")
    assert found.get("employer").value == UNIT
    assert found.get("date").value == "2021-12-20"


def test_the_unit_appoints_where_its_personnel_office_signs(document):
    found = document(page(Title("聘书"), "张三同志：", Right(UNIT + "人力资源部"), Right("2021年12月20日")))
    assert found.get("employer").value == UNIT


def test_the_words_of_a_neighbouring_head_are_no_name(document):
    found = document(
        page(Title("校企合作协议"), "入企教师\t所在学科\t入企起止时间", "张三\t环境工程\t2023-09-01至2025-08-31")
    )
    assert found.get("name").value == "张三"
    assert found.get("period").value == Period("2023-09-01", "2025-08-31")


@pytest.mark.parametrize("said", ["任职以来未受到任何党纪政务处分。", "该同志不在处分影响期内。", "从未受过纪律处分。"])
def test_who_was_never_punished_is_not_under_discipline(document, said):
    assert document(page(Title("无违纪证明"), "兹有我单位职工张三（男）", said)).get("under_discipline").value is False


def test_a_punishment_named_is_discipline(document):
    found = document(page(Title("无违纪证明"), "该同志于2024年3月受到警告处分。"))
    assert found.get("under_discipline").value is True


def test_the_last_character_of_a_company_begins_no_name(document):
    said = "兹委托贵厅对江苏样例装备有限公司山西分公司钟璟、司念等2名同志申报工程系列高级职称进行评审。"
    found = document(page(Title("职称评审委托书"), "山西省人力资源和社会保障厅：", said))
    assert found.get("names").value == ["钟璟", "司念"]


@pytest.mark.parametrize(
    ("said", "raw"),
    [
        ("处分情况如下：2025年3月20日受记过处分，处分期12个月。特此证明。", "2025年3月20日受记过处分,处分期12个月"),
        ("该同志受到记过处分。处分期至2026年3月19日。特此证明。", "该同志受到记过处分。处分期至2026年3月19日"),
    ],
)
def test_a_punishment_is_shown_with_its_day_and_its_time(document, said, raw):
    found = document(page(Title("职工受处分情况证明"), said)).get("under_discipline")
    assert found.value is True
    assert found.raw.replace("，", ",").endswith(raw)


@pytest.mark.parametrize(
    "said",
    [
        "2025年3月18日，给予其政务记过处分，期限十二个月。除此以外，未发现其他违纪违法问题。",
        "2025年3月18日经研究，对其作出记过处分。无其他违纪行为。",
        "2025年3月18日，市教育局对该同志作出降低岗位等级的处分决定，期限24个月。",
        "该同志2024年受到警告处分，此外未受过其他处分。",
    ],
)
def test_nothing_else_denies_no_punishment_told_before(document, said):
    assert document(page(Title("廉政鉴定意见"), said)).get("under_discipline").value is True


def test_kinds_of_punishment_in_a_denial_are_none(document):
    said = "该同志自任职以来，未受过警告、记过、记大过处分，无其他违纪问题。"
    assert document(page(Title("廉政鉴定意见"), said)).get("under_discipline").value is False


def test_the_heading_of_a_proof_is_no_evidence(document):
    found = document(page(Title("无违纪处分证明"), "张三同志系我单位职工。"))
    assert found.get("under_discipline") is None


def test_a_proof_that_says_both_is_left_to_a_person(document):
    found = document(page(Title("无违纪证明"), "该同志2024年受到警告处分，现不在处分影响期内。"))
    assert found.get("under_discipline") is None or not found.get("under_discipline").known


@pytest.mark.parametrize(("ticks", "full"), [("☑全职　□在职", True), ("□全职　☑在职", False)])
def test_the_ticked_form_of_postdoctoral_work_counts(document, ticks, full):
    assert document(page(Title("博士后在站证明"), f"姓名：张三　进站类型：{ticks}")).get("full_time").value is full


def test_boxes_without_a_tick_say_nothing(document):
    found = document(page(Title("博士后在站证明"), "姓名：张三　进站类型：□全职　□在职"))
    assert found.get("full_time") is None or found.get("full_time").value is None


def test_a_result_is_not_dated_by_the_day_it_ends(document):
    found = document(page(Title("考试成绩合格证明"), "参加2024年度高级会计师资格考试", "有效期至：2027年12月31日"))
    assert found.get("valid_until").value == "2027-12-31"
    assert found.get("exam").value == "2024年度高级会计师资格考试"
    assert found.get("date") is None or found.get("date").value != "2027-12-31"


def test_a_changed_name_is_read_from_a_sentence(document):
    found = document(page(Title("姓名变更证明"), "该居民姓名由李小红变更为李思源，特此证明。"))
    assert (found.get("former_name").value, found.get("name").value) == ("李小红", "李思源")


def test_a_statement_names_both_units_of_a_dispatch(document):
    sent = "山西同人劳务派遣有限公司"
    found = document(page(Title("情况说明"), f"张三由{sent}派遣至{UNIT}工作。", "特此说明。", Right("2025年5月9日")))
    assert found.get("parties").value == [sent, UNIT]
    assert found.get("date").value == "2025-05-09"


def test_a_commission_lists_all_its_names_and_its_number(document):
    found = document(
        page(
            Title("关于委托评审工程系列高级职称的函"),
            "人资函〔2025〕8号",
            "山西省人力资源和社会保障厅：",
            "现委托贵厅代为评审，名单如下：",
            Table([["序号", "姓名", "申报专业"], ["1", "张三", "测绘"], ["2", "李四", "测绘"]]),
            Right(UNIT),
            Right("2025年8月6日"),
        )
    )
    assert found.get("names").value == ["张三", "李四"]
    assert found.get("document_number").value == "人资函〔2025〕8号"
    assert found.get("addressee").value == "山西省人力资源和社会保障厅"
    assert (found.get("series").value, found.get("level").value) == ("工程系列", "高级")
    assert (found.get("issuer").value, found.get("date").value) == (UNIT, "2025-08-06")


def test_a_letter_tells_who_recommends_from_who_is_recommended(document):
    found = document(
        page(
            Title("高级职称举荐书"),
            Table([["被举荐人", "姓名", "张三"], ["举荐人", "姓名", "李四"]]),
            "举荐人（签名）：",
            Right("2025年8月25日"),
        )
    )
    assert (found.get("name").value, found.get("recommender").value) == ("张三", "李四")
    assert found.get("signed").value is False


def test_a_ticked_class_of_enterprise_wins_over_the_ones_offered(document):
    found = document(
        page(Title("专精特新企业认定表"), f"企业名称：{UNIT}", "认定类别：□创新型中小企业　☑专精特新“小巨人”企业")
    )
    assert found.get("category").value == "little_giant"
    assert found.get("enterprise").value == UNIT


def test_a_contract_without_an_end_has_an_open_period(document):
    said = "本合同为无固定期限劳动合同，自2020年3月1日起，至法定终止条件出现时止。"
    found = document(page(Title("劳动合同"), f"甲方：{UNIT}", "乙方：张三", said))
    assert found.get("period").value == Period("2020-03-01", "长期")


def test_an_unfilled_choice_of_a_contract_without_an_end_is_none(document):
    rows = ("1.固定期限：自2020年3月1日起至2025年2月28日止。", "2.无固定期限：自　年　月　日起。")
    found = document(page(Title("劳动合同"), f"甲方：{UNIT}", "乙方：张三", *rows))
    assert found.get("period").value == Period("2020-03-01", "2025-02-28")


def test_a_school_sends_a_teacher_to_an_enterprise_in_a_sentence(document):
    said = f"经研究，决定选派机械学院教师张三到{UNIT}从事技术研发工作，期限自2023年9月1日至2024年8月31日。"
    found = document(page(Title("关于选派教师入企的通知"), said, Right("汾川大学"), Right("2023年8月20日")))
    assert [found.get(name).value for name in ("name", "school", "enterprise")] == ["张三", "汾川大学", UNIT]


def test_a_unit_states_who_was_sent_to_it(document):
    said = "张三同志由山西汇英人力资源服务有限公司派遣至我单位工作。特此说明。"
    found = document(page(Title("情况说明"), said, Right(UNIT), Right("2025年5月6日")))
    assert found.get("parties").value == ["山西汇英人力资源服务有限公司", UNIT]


@pytest.mark.parametrize(
    "text",
    [
        "根据工作需要，同意张三同志由你单位调入汾陂县农业技术推广中心工作。",
        "经研究决定，调张三同志到汾陂县农业技术推广中心工作，请办理手续。",
    ],
)
def test_a_transfer_leaves_the_unit_it_is_addressed_to(document, text):
    found = document(page(Title("调动通知"), "汾陂县林业工作站：", text, Right("汾陂县人力资源和社会保障局")))
    assert found.get("from").value == "汾陂县林业工作站"
    assert found.get("to").value == "汾陂县农业技术推广中心"


def test_both_units_that_signed_an_agreement_are_its_parties(value):
    text = f"晋原人力资源服务有限公司与{UNIT}签有劳务派遣协议，张三同志在我单位工作。"
    assert value("parties", page(Title("情况说明"), text, Right(UNIT))) == ["晋原人力资源服务有限公司", UNIT]


def test_words_may_stand_between_who_is_appointed_and_the_title(value):
    assert value("title", page(Title("聘书"), "兹聘请张三同志担任我单位专业技术职务：工程师(测绘)。")) == "工程师"


@pytest.mark.parametrize("words", ["专精特新中小企业", "“专精特新”中小企业", "“专精特新”企业", "专精特新示范企业"])
def test_a_class_of_enterprise_is_read_with_and_without_quotation_marks(document, words):
    found = document(page(Title(f"山西省{words}"), f"企业名称：{UNIT}", f"经审核，认定为山西省{words}。"))
    assert found.get("category").value == "specialised_sme"


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("兹委托贵厅对张三同志申报工程系列高级职称进行评审。", True),
        ("兹委托贵厅对张三、李四等2名同志申报工程系列高级职称进行评审。", True),
        ("兹委托贵厅对张三等5名同志申报工程系列高级职称进行评审。", False),
        ("兹委托贵厅对张三同志等申报工程系列高级职称进行评审（名单附后）。", False),
    ],
)
def test_names_of_a_letter_are_not_sure_where_it_speaks_of_more(document, said, sure):
    found = document(page(Title("委托评审函"), "山西省人力资源和社会保障厅：", said, Right(f"{UNIT}人力资源部")))
    assert "张三" in found.get("names").value
    assert (found.get("names").confidence >= 0.85) is sure


@pytest.mark.parametrize(
    ("sentence", "series", "level"),
    [
        ("兹委托贵单位对我公司綦远航同志申报工程系列副高级（高级工程师）职称进行评审。", "工程系列", "副高级"),
        ("现推荐我单位綦远航同志参加经济系列高级职称评审，请予受理。", "经济系列", "高级"),
    ],
)
def test_a_letters_title_and_addressee_are_no_part_of_the_series(dossier, sentence, series, level):
    head = ("关于委托评审的函", "山西省工程系列电力专业高级职称评审委员会：")
    known = page(
        Title("居民身份证"), "姓名 綦远航", "性别 男 民族 汉", "公民身份号码 149900198512303334", file="证.pdf"
    )
    record = dossier(known, page(Title(head[0]), head[1], sentence, Right("2025年8月29日"), file="函.pdf"))
    letter = next(one for one in record.documents if one.kind == "commission_letter")
    assert letter.get("series").value == series
    assert letter.get("level").value == level
    assert letter.get("names").value == ["綦远航"]


def test_a_place_alone_below_the_title_is_where_one_is_insured(value):
    shown = page(
        Title("社会保险个人权益记录单"), "太原市\t打印日期：2025-08-06", "姓名：张三", "缴费起止年月：2008.08-2025.07"
    )
    assert value("region", shown) == "太原市"


def test_what_a_bare_statement_is_about_stands_in_brackets_below_its_title(value):
    shown = page(Title("情况说明"), Title("(驻晋分公司隶属关系说明)", 12), "该公司属中央驻晋单位。", "特此说明。")
    assert value("subject", shown) == "驻晋分公司隶属关系说明"


@pytest.mark.parametrize(
    "said", ["聘任下列同志担任相应专业技术职务：", "聘任以下同志为相应职务：", "聘用上述同志担任："]
)
def test_an_appointment_of_people_on_a_list_names_none_of_its_words(dossier, said):
    record = dossier(
        page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]])),
        page(
            Title("关于聘任专业技术职务的通知"),
            "各科室：",
            f"经研究决定，{said}",
            "李四\t农艺师",
            "张三\t农艺师",
            "聘期三年，自2021年3月1日至2024年2月29日止。",
            Right(UNIT),
            Right("2021年2月24日"),
            number=2,
        ),
    )
    found = next(one for one in record.documents if one.kind == "appointment")
    assert found.get("name").value == "张三"


def test_a_clause_of_a_contract_names_the_title_in_it(document):
    shown = page(
        Title("事业单位岗位聘用合同"),
        "甲方（聘用单位）：" + UNIT,
        "乙方（受聘人）：张三",
        "一、聘期：2019年1月1日起至2021年12月31日",
        "二、岗位：乙方受聘在甲方主治医师岗位（专业技术十级）工作。",
    )
    assert document(shown).get("title").value == "主治医师"


def test_what_shows_through_beside_a_party_of_a_contract_gives_way_to_the_name_below_its_head(document):
    shown = page(
        Title("劳动合同书"),
        At(80, 120, "甲方"),
        At(320, 120, "乙方"),
        At(426, 120, "牛同合"),
        At(80, 140, "用人单位名称"),
        At(320, 140, "劳动者姓名"),
        At(80, 158, UNIT),
        At(320, 158, "卓玛·央金"),
        "第一条 合同期限自2019年3月1日起至2027年2月28日止。",
    )
    faint = [replace(line, confidence=0.72 if line.text == "牛同合" else 0.99) for line in shown.lines]
    assert document(replace(shown, lines=tuple(faint))).get("name").value == "卓玛·央金"


def test_the_level_of_a_post_gives_way_to_the_title_that_is_appointed(document):
    said = "甲方聘用乙方在手术室专业技术岗位工作，聘任专业技术职务为主管护师。聘期自2018年3月1日起至2021年2月28日止。"
    shown = page(Title("事业单位岗位聘用合同"), "受聘人员（乙方）：裴若兰", "聘用岗位：专业技术岗位十级", said)
    assert document(shown).get("title").value == "主管护师"
