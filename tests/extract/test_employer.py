"""Ownership and affiliation of the employer: as the form says, else as its name shows, else unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.employer import affiliation_of, ownership_of, shown_on_pages
from dossier.model import Box, Document, PageRef, Seal, Value
from dossier.policy import load_policy
from tests.extract.pages import Table, Title, layout


def read(text: str) -> Value:
    return Value(text, text, "a.pdf", 1, Box(70, 100, 200, 112), "ocr", 0.98)


LETTER = Document("d09", "commission_letter", "委托评审函", (PageRef("b.pdf", 1),))
PLACES = load_policy().places


def letter(issuer: str | None = None, confidence: float = 0.98, title: str = "委托评审函", **fields: Value) -> Document:
    said = {"issuer": replace(read(issuer), confidence=confidence)} if issuer else {}
    return replace(LETTER, title=title, fields={**said, **fields})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("事业单位", "public_institution"),
        ("国有事业单位", "public_institution"),
        ("国有企业", "state_owned"),
        ("民营企业（非公有制）", "private"),
        ("外商投资企业", "foreign_invested"),
        ("机关、事业单位、国有企业、民营企业", None),
        ("其他", None),
    ],
)
def test_ownership_is_one_code_or_none(text: str, code: str | None):
    value = ownership_of(read(text))
    assert (value.value if value else None) == code


@pytest.mark.parametrize(
    ("name", "kind", "commissioned", "code"),
    [
        ("山西沁岳重工装备有限公司", None, False, "local"),
        ("云陉县第二中学校", None, False, "local"),
        ("山西沁岳重工装备有限公司", "央企驻晋单位", False, "central"),
        ("国网山西省电力公司", None, True, "central"),
        ("江苏同岳建设集团有限公司", None, True, "other_province"),
        ("江苏同岳建设集团有限公司太原分公司", None, False, "other_province"),
        ("恒岳集团有限公司山西分公司", None, False, "unknown"),
        ("山西沁岳重工装备有限公司", None, True, "unknown"),
        ("恒岳集团有限公司", None, False, "unknown"),
    ],
)
def test_affiliation_follows_the_form_then_the_name(name: str, kind: str | None, commissioned: bool, code: str):
    letters = [LETTER] if commissioned else []
    assert affiliation_of(read(name), read(kind) if kind else None, letters, PLACES).value == code


def test_a_name_that_only_suggests_a_unit_from_elsewhere_proves_nothing():
    assert affiliation_of(read("国网山西省电力公司"), None, [], PLACES).confidence < 0.85
    assert affiliation_of(read("国网山西省电力公司"), None, [LETTER], PLACES).confidence >= 0.85


@pytest.mark.parametrize(
    ("seal", "confidence", "code"),
    [
        ("榆陉县教育局", 0.93, "local"),
        ("山西省教育厅", 0.93, "local"),
        ("榆陉县教育局", 0.6, "unknown"),
        ("恒岳集团有限公司", 0.93, "unknown"),
        ("河北省教育厅", 0.93, "unknown"),
        ("山西省气象局", 0.93, "central"),
    ],
)
def test_a_local_department_that_seals_the_form_as_the_superior_shows_a_local_unit(seal: str, confidence: float, code):
    ref = PageRef("a.pdf", 3)
    stamped = Seal(Box(70, 100, 200, 230), "round", "red", seal, "", confidence, (seal,))
    form = Document("d01", "review_form", "职称评审表", (ref,), seals=((ref, stamped),))
    assert affiliation_of(read("云中应用技术学院"), None, [form], PLACES).value == code


@pytest.mark.parametrize(
    ("employer", "seal", "code"),
    [
        ("云中日报社", "中共云中市委宣传部", "local"),
        ("云中技师学院", "山西省云中市人力资源和社会保障局", "local"),
        ("云中技师学院", "恒州市交通运输局", "unknown"),
        ("云中技师学院", "云中市恒岳集团有限公司", "unknown"),
        ("云中恒岳集团有限公司山西分公司", "云中市教育局", "unknown"),
    ],
)
def test_a_name_that_begins_with_the_town_of_an_authority_on_the_papers_is_local(employer: str, seal: str, code: str):
    ref = PageRef("a.pdf", 3)
    stamped = Seal(Box(70, 100, 200, 230), "round", "red", seal, "", 0.7, (seal,))
    form = Document("d01", "review_form", "职称评审表", (ref,), seals=((ref, stamped),))
    assert affiliation_of(read(employer), None, [form], PLACES).value == code


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        ("中国华垣能源集团有限公司人力资源部", "central"),
        ("国家能源集团人力资源部", "central"),
        ("农业农村部人事司", "central"),
        ("河北砺远建设集团有限公司", "other_province"),
        ("西安恒拓重工有限责任公司", "other_province"),
        ("恒岳集团有限公司人力资源部", "unknown"),
        ("山西沁岳集团有限公司", "unknown"),
        ("山西省烟草公司人事处", "unknown"),
        ("北京铁路局", "unknown"),
    ],
)
def test_who_writes_a_letter_of_commission_shows_whose_unit_it_is(issuer: str, code: str):
    shown = affiliation_of(read("沁岳重工装备有限公司"), None, [letter(issuer)], PLACES)
    assert shown.value == code
    assert affiliation_of(None, None, [letter(issuer)], PLACES).value == code
    if code != "unknown":
        assert (shown.raw, shown.method) == (issuer, "derived")
        assert shown.confidence >= 0.85


def test_a_letters_seal_and_heading_show_it_too():
    stamped = letter(seal_text=read("中国华垣能源集团有限公司人力资源部"))
    assert affiliation_of(read("沁岳重工"), None, [stamped], PLACES).value == "central"
    headed = letter(title="江苏衡远智能装备有限公司关于委托评审高级职称的函")
    assert affiliation_of(read("沁岳重工"), None, [headed], PLACES).value == "other_province"


def test_a_letter_that_is_not_surely_read_or_contradicts_shows_nothing():
    unsure = letter("河北砺远建设集团有限公司", 0.7)
    assert affiliation_of(read("沁岳重工"), None, [unsure], PLACES).value == "unknown"
    both = letter("河北砺远建设集团有限公司", seal_text=read("中国华垣能源集团有限公司人力资源部"))
    assert affiliation_of(read("沁岳重工"), None, [both], PLACES).value == "unknown"
    other = letter("中国华垣能源集团有限公司人力资源部")
    assert affiliation_of(read("江苏同岳建设有限公司"), None, [other], PLACES).value == "unknown"
    assert affiliation_of(read("中国华垣能源集团有限公司山西分公司"), None, [other], PLACES).value == "central"


def test_what_the_form_says_goes_before_any_letter():
    kind = read("省属国有企业")
    assert affiliation_of(read("沁岳重工"), kind, [letter("河北砺远建设集团有限公司")], PLACES).value == "local"


def test_affiliation_and_agency_are_read_from_the_form():
    form = layout(Title("职称评审表"), Table([["隶属关系", "市属"], ["档案管理", "由晋陵市人才服务中心人事代理"]]))
    shown = shown_on_pages([form])
    assert (shown["employer_affiliation"].value, shown["personnel_agency"].value) == ("local", True)


def test_a_question_without_an_answer_says_nothing_of_an_agency():
    assert shown_on_pages([layout(Title("职称评审表"), Table([["是否人事代理", ""]]))]) == {}
