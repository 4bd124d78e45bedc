"""Travel permits, passports, residence cards and work permits."""

from __future__ import annotations

import pytest

from dossier.model import Period
from tests.extract.pages import At, Table, Title, page

UNIT = "晋岭精工机械有限公司"


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("港澳居民来往内地通行证", "H1234567800"),
        ("港澳居民来往内地通行证", "M12345678"),
        ("台湾居民来往大陆通行证", "68233167"),
        ("外国人永久居留身份证", "914033199001010013"),
        ("外国人永久居留证", "CAN110081080310"),
    ],
)
def test_the_numbers_of_all_permits_are_read(document, kind, number):
    found = document(
        page(
            Title(kind),
            "姓名\t穆清和 MU, QINGHE",
            "有效期限\t2019.03.08-2029.03.07",
            f"证件号码\t{number}",
            "换证次数\t01",
        )
    )
    assert found.kind == "id_alternative"
    assert (found.get("name").value, found.get("id_number").value) == ("穆清和", number)
    assert found.get("valid").value == Period("2019-03-08", "2029-03-07")


def test_a_card_of_2017_is_read_through_its_second_language(document):
    found = document(
        page(
            Title("中华人民共和国外国人永久居留身份证"),
            At(250, 112, "LINDQVIST ANNA 穆清", 11),
            At(140, 119, "姓名/Name", 11),
            At(250, 126, "和", 11),
            At(140, 150, "性别/Sex", 11),
            At(250, 150, "女", 11),
            At(140, 170, "有效期限/Period of Validity2019.03.08-2029.03.07", 11),
            At(140, 190, "证件号码/ID No. DEU149986041816", 11),
        )
    )
    read = {name: found.get(name).value for name in ("name", "id_number", "valid")}
    assert read == {"name": "穆清和", "id_number": "DEU149986041816", "valid": Period("2019-03-08", "2029-03-07")}


PASSPORT = (
    Title("护照 REISEPASS / PASSPORT"),
    "护照号/Passport No.\t国家码/Code",
    "E69612903\tD",
    "姓名/Name\t中文姓名/Chinese name",
    "LINDQVIST ANNA\t穆清和",
    "国籍/Nationality\t性别/Sex",
    "德国\tF",
    "有效期限\t签发机关",
    "2022.03.08-2032.03.07\tBERLIN",
)


def test_a_passport_gives_its_values_below_two_languages(document):
    found = document(page(*PASSPORT))
    read = {name: found.get(name).value for name in ("document_type", "name", "id_number", "nationality")}
    assert read == {"document_type": "护照", "name": "穆清和", "id_number": "E69612903", "nationality": "德国"}


def test_the_machine_readable_zone_proves_the_number(document):
    zone = "E696129038D<<8601237F3203072<<<<<<<<<<<<<0"
    assert document(page(*PASSPORT, zone, confidence=0.9)).get("id_number").confidence == 0.99
    misread = [row.replace("E69612903", "E69612908") if isinstance(row, str) else row for row in PASSPORT]
    assert document(page(*misread, zone)).get("id_number").confidence < 0.85


PERMIT = {"name": "穆清和", "employer": UNIT, "valid": Period("2024-05-01", "2026-04-30")}


def permit(found) -> dict[str, object]:
    return {name: found.get(name).value if found.get(name) else None for name in PERMIT}


def test_a_work_permit_s_card_is_read(document):
    rows = [
        ["姓名 Name", "穆清和", "许可号码 Permit No.", "A20241234567"],
        ["工作单位 Employer", UNIT, "有效期 Validity", "2024年5月1日至2026年4月30日"],
    ]
    found = document(page(Title("中华人民共和国外国人工作许可证"), Table(rows, widths=[90, 140, 90, 135])))
    assert permit(found) == PERMIT
    assert found.get("permit_number").value == "A20241234567"


def test_a_notice_of_permission_in_sentences_is_read(document):
    found = document(
        page(
            Title("外国人工作许可通知"),
            f"{UNIT}：",
            f"经审查，准予外国人穆清和（护照号码E69612903）在{UNIT}工作，许可有效期自2024年5月1日至2026年4月30日。",
        )
    )
    assert permit(found) == PERMIT


def test_a_permit_with_labels_above_its_values_is_read(document):
    rows = ("姓名\t国籍", "穆清和\t德国", "聘用单位", UNIT, "有效期限", "2024.05.01—2026.04.30")
    assert permit(document(page(Title("外国人工作许可证"), *rows))) == PERMIT


def test_a_number_behind_a_label_in_two_languages_is_read(document):
    found = document(
        page(
            Title("港澳居民来往内地通行证"), "姓名/Name", "穆清和 MU, QINGHE", "证件号码/No.\tH04518827", "换证次数 01"
        )
    )
    assert found.get("id_number").value == "H04518827"
