"""What readers of single kinds share: names, and the day a document bears."""

from __future__ import annotations

import pytest

from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import dated, name_in
from tests.extract.pages import Right, Title, layout


@pytest.mark.parametrize(
    "name", ["穆清和", "申屠澄", "漆雕若水", "万俟兰", "阿依古丽·买买提", "隋然", "Anna Lindqvist"]
)
def test_names_with_rare_and_double_surnames_are_names(name):
    assert name_in(name) == name


@pytest.mark.parametrize("text", ["联系电话", "工程师", "公示", "2025年"])
def test_other_words_are_no_names(text):
    assert name_in(text) is None


def day(*rows):
    value = dated(Draft("statement", "", [layout(*rows)]))
    return value.value if value else None


def test_a_department_behind_a_name_is_no_part_of_it():
    assert name_in("柏舟行·数据平台部") == "柏舟行"
    assert name_in("卓玛·央金") == "卓玛·央金"


def test_a_document_bears_the_day_that_signs_it():
    assert day(Title("证明"), "穆清和1986年3月5日出生。", "特此证明。", Right("2025年8月1日")) == "2025-08-01"


def test_a_day_behind_the_number_of_a_certificate_is_found():
    assert day("证书编号：9912342008123456二〇〇八年七月一日", "晋岭工程学院校长白若水") == "2008-07-01"


def test_a_day_above_the_closing_sentence_signs_nothing():
    assert day(Title("证明"), "2019年7月1日", "穆清和于2019年7月1日到岗。", "特此证明。") is None


def test_a_day_inside_a_sentence_signs_nothing():
    assert day("穆清和，女，1986年3月5日生，授予理学学士学位。") is None
