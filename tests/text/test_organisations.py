import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import fold_org, same_org


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
