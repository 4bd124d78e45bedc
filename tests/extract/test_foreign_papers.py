"""Papers of applicants from abroad: passports in their own language, permits in two, forms that ask for both names."""

from __future__ import annotations

import pytest

from dossier.model import Period
from tests.extract.pages import Table, Title, page

PASSPORT = (
    Title("PASSPORT"),
    "Type P\tPassport Number",
    "Surname / Given Names\tE7412903",
    "LINDQVIST ANNA",
    "Nationality\tDate of Birth",
    "SWEDISH\t08 MAR 1986",
    "Date of Issue\tDate of Expiry",
    "17 FEB 2021\t16 FEB 2031",
    "P<SWELINDQVIST<<ANNA<MARIA<<<<<<<<<<<<<<<<<<",
    "译注：国籍瑞典；出生地略。",
)


def test_a_passport_in_english_gives_number_name_country_and_both_days(document):
    found = document(page(*PASSPORT))
    read = {name: found.get(name).value for name in ("id_number", "name", "nationality", "valid")}
    assert read == {
        "id_number": "E7412903",
        "name": "LINDQVIST ANNA MARIA",
        "nationality": "瑞典",
        "valid": Period("2021-02-17", "2031-02-16"),
    }


@pytest.mark.parametrize(
    ("issue", "expiry"),
    [("06.06.2022", "05.06.2032"), ("06 JUN/JUIN 2022", "05 JUN/JUIN 2032"), ("6-6-2022", "5-6-2032")],
)
def test_a_day_with_the_day_first_is_read_below_its_head(document, issue, expiry):
    found = document(page(Title("护照 / PASSPORT"), "Date of issue\tDate of expiry", f"{issue}\t{expiry}"))
    assert found.get("valid").value == Period("2022-06-06", "2032-06-05")


def test_a_translation_tells_when_a_passport_was_issued_and_ends(document):
    rows = ("姓名：阿列克谢·索林", "国籍：白俄罗斯", "2022年6月6日签发", "2032年6月5日到期")
    found = document(page(Title("护照（译文）"), *rows))
    assert found.get("valid").value == Period("2022-06-06", "2032-06-05")
    assert found.get("nationality").value == "白俄罗斯"


def test_a_passport_without_a_title_makes_a_foreigner_and_none_from_hong_kong(dossier):
    record = dossier(page("护照复印件（资料页）", *PASSPORT[1:], file="护照.pdf"))
    assert record.documents[0].kind == "id_alternative"
    assert record.applicant["origin"].value == "foreign"


def test_a_notice_of_permission_gives_the_name_without_the_sex_and_the_term_of_work(document):
    rows = [
        ["姓名/性别", "LINDQVIST ANNA / 女"],
        ["聘用单位", "晋岭歌舞剧院"],
        ["来华工作期限", "2024年9月1日至2027年8月31日"],
    ]
    found = document(page(Title("外国人工作许可通知"), Table(rows, widths=[120, 300])))
    assert found.get("name").value == "LINDQVIST ANNA"
    assert found.get("valid").value == Period("2024-09-01", "2027-08-31")


def test_a_permit_on_a_screen_is_no_identity_card(document):
    rows = (
        "穆清和 LIND ANNA",
        "许可号码 DE310119790042",
        "签发机关 某市外国专家局",
        "有效期限 2024年1月10日-2026年1月9日",
    )
    found = document(page("15:42", "外国人来华工作许可", *rows))
    assert found.kind == "work_permit"
    assert found.get("name").value == "穆清和"


def test_a_form_for_foreigners_gives_the_chinese_name_and_the_passport_s_number(document):
    rows = [
        ["中文姓名", "阿列克谢·索林", "护照用名", "SORIN ALEKSEI"],
        ["证件名称及号码", "护照MC4417283", "所在单位", "晋岭材料研究院"],
        ["申报职称", "助理研究员", "申报类型", "正常申报"],
    ]
    found = document(page(Title("职称评审表"), Table(rows)))
    assert found.get("name").value == "阿列克谢·索林"
    assert found.get("id_number").value == "MC4417283"


POSTDOC = (
    Title("博士后在站证明"),
    "兹证明研究人员甘棠在我院科研工作站工作，设站单位为晋岭材料研究院，",
    "于二〇二四年十月八日办理进站手续，全职从事博士后研究，无兼职。",
    "特此证明。",
)


def test_a_proof_that_denies_other_posts_says_full_time(document):
    found = document(page(*POSTDOC))
    read = {name: found.get(name).value for name in ("station", "entered", "full_time")}
    assert read == {"station": "晋岭材料研究院", "entered": "2024-10-08", "full_time": True}


def test_a_proof_of_other_posts_leaves_full_time_open(document):
    rows = [row.replace("无兼职", "另在校外兼职") if isinstance(row, str) else row for row in POSTDOC]
    assert document(page(*rows)).get("full_time") is None


def test_a_pledge_names_the_employer_behind_a_name_in_two_scripts(document):
    said = "本人阿列克谢·索林（Aleksei Sorin），现在晋岭材料研究院从事研究工作，所交材料真实。"
    assert document(page(Title("承诺书"), said)).get("employer").value == "晋岭材料研究院"
