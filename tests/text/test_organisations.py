import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import a_letter_apart, fold_org, same_org, tells_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("山西晋工（集团）有限公司", "山西晋工(集团)有限公司"),
        ("山西晋工（集团）有限公司", "山西晋工集团有限公司"),
        ("山西晋工 有限公司", "山西晋工有限公司"),
        ("山西晋工有限公司（盖章）", "山西晋工有限公司"),
        ("山西晋工有限公司：", "山西晋工有限公司"),
        ("“某某”研究院", "某某研究院"),
        ("ＡＢＣ公司", "abc公司"),
    ],
)
def test_brackets_blanks_and_notes_do_not_make_another_organisation(one, other):
    assert same_org(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("山西晋工有限公司", "山西晋工有限公司太原分公司"),
        ("山西晋工有限公司", "山西晋工有限责任公司"),
        ("太原市第一中学", "太原市第二中学"),
        ("山西晋工集团有限公司", "山西晋工有限公司"),
        ("", ""),
        ("（）", " "),
    ],
)
def test_different_names_are_never_the_same_organisation(one, other):
    assert not same_org(one, other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(name):
    assert fold_org(fold_org(name)) == fold_org(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("汾限县农业技术推广中心", "汾陂县农业技术推广中心"),
        ("中国华垣能源集团有限公司西分公司", "中国华垣能源集团有限公司山西分公司"),
        ("山西（矿锋）重工机械有限公司", "山西砺锋重工机械有限公司"),
        ("某中市第一中学校", "某申市第一中学校"),
        ("山西某某能源有限公司山西分公司", "山西某某能源有限公司山四分公司"),
    ],
)
def test_a_letter_that_tells_no_units_apart_may_be_misread(one, other):
    assert a_letter_apart(one, other)
    assert a_letter_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("太原市第一中学校", "太原市第二中学校"),
        ("某某建设东方有限公司", "某某建设南方有限公司"),
        ("某某县人民医院", "某某市人民医院"),
        ("某某矿业公司甲厂", "某某矿业公司乙厂"),
        ("某某重工有限公司", "某某重工有限分公司"),
        ("某某机械A公司", "某某机械B公司"),
        ("晋原公司", "晋源公司"),
        ("晋原某某勘察设计公司", "晋源某某勘寨设计公司"),
        ("山西晋原勘察设计公司", "山西晋原勘察设计公司"),
    ],
    ids=["numeral", "quarter", "rank of a place", "order", "branch", "letter", "short", "two letters", "the same"],
)
def test_letters_that_tell_units_apart_are_no_misreading(one, other):
    assert not a_letter_apart(one, other)
    assert not a_letter_apart(other, one)


def test_letters_that_print_alike_tell_no_units_apart():
    assert tells_apart("一", "二")
    assert tells_apart("东", "西")
    assert not tells_apart("四", "西")
    assert not tells_apart("", "西")
