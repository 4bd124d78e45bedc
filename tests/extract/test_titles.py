"""Certificates of professional titles: what was granted, to whom, since when and by which office."""

from __future__ import annotations

import pytest

from tests.extract.pages import Right, Table, Title, page, seal

OFFICE = "晋岭市人力资源和社会保障局"
COMMITTEE = "晋岭市工程中级职称评审委员会"
NUMBER = "149900198603050029"


def certificate(*rows, **more):
    return page(Title("专业技术职务任职资格证书"), "姓名：穆清和", f"身份证号：{NUMBER}", *rows, **more)


def test_the_office_that_grants_is_not_the_committee_that_judged(value):
    shown = certificate(f"评审组织：{COMMITTEE}", f"批准机关：{OFFICE}", "资格名称：工程师")
    assert value("issuer", shown) == OFFICE


def test_the_office_may_sign_without_a_label(value):
    shown = certificate("资格名称：工程师", f"评审委员会：{COMMITTEE}", Right(OFFICE), Right("2018年12月1日"))
    assert value("issuer", shown) == OFFICE


def test_the_office_may_be_named_by_its_seal_alone(value):
    shown = certificate("资格名称：工程师", f"评审委员会：{COMMITTEE}", seals=(seal(430, 600, OFFICE),))
    assert value("issuer", shown) == OFFICE


def test_a_committee_beside_a_seal_that_was_not_read_is_not_sure(document):
    shown = certificate("资格名称：工程师", f"评审委员会：{COMMITTEE}", seals=(seal(430, 600),))
    found = document(shown).get("issuer")
    assert (found.value, found.confidence) == (COMMITTEE, 0.8)


def test_a_committee_alone_is_the_issuer(document):
    found = document(certificate("资格名称：工程师", f"评审委员会：{COMMITTEE}")).get("issuer")
    assert found.value == COMMITTEE
    assert found.confidence >= 0.85


def test_a_unit_cut_by_its_seal_is_completed_from_it(document):
    shown = certificate("资格名称：工程师", "批准机关：社会保障局", seals=(seal(430, 600, OFFICE),))
    assert document(shown).get("issuer").value == OFFICE


def test_an_old_certificate_says_the_title_in_a_sentence(document):
    shown = page(
        Title("专业技术职务任职资格证书"),
        f"穆清和同志于2008年12月6日经{COMMITTEE}评审通过，具备工程师任职资格。",
        "证书编号：晋职20081234567",
        Right(OFFICE),
    )
    found = document(shown)
    read = {name: found.get(name).value for name in ("name", "title", "date", "certificate_number")}
    assert read == {
        "name": "穆清和",
        "title": "工程师",
        "date": "2008-12-06",
        "certificate_number": "晋职20081234567",
    }


@pytest.mark.parametrize("scraps", ["■", "■ IF", "\u3000mud"])
def test_marks_behind_a_title_are_no_part_of_it(value, scraps):
    shown = certificate(f"资格名称：工程师        {scraps}", f"批准机关：{OFFICE}")
    assert value("title", shown) == "工程师"


@pytest.mark.parametrize("label", ["持证人姓名", "持证人", "姓名"])
def test_the_holder_has_many_labels(value, label):
    rows = [[label, "穆清和", "职称名称", "工程师"], ["取得时间", "2018年12月1日", "专业名称", "环境工程"]]
    shown = page(Title("职称证书"), Table(rows))
    assert value("name", shown) == "穆清和"
    assert value("specialty", shown) == "环境工程"
