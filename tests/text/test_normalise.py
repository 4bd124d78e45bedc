import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text import is_rare, normalise, squeeze

chinese_office_text = st.text(
    alphabet=st.sampled_from(
        list("姓名职称公示山西省年月日号第1２90Ab　 \t\n，,：:；;（）()〔〕[]［］【】—–－~～·•。、“”!?！？\u200b")
    ),
    max_size=40,
)


@given(st.text(max_size=60) | chinese_office_text)
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(max_size=60) | chinese_office_text)
def test_squeezing_leaves_no_white_space_and_is_stable(text):
    squeezed = squeeze(text)
    assert not any(character.isspace() for character in squeezed)
    assert squeeze(squeezed) == squeezed


@given(
    st.text(alphabet="姓名出生年月职称", min_size=1, max_size=8),
    st.sampled_from(["", " ", "　", " \u3000 ", "\n", "\u200b"]),
)
def test_letter_spacing_does_not_change_a_label(label, gap):
    assert squeeze(gap.join(label)) == label == normalise(gap.join(label))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("晋人社厅发[2024]52号", "晋人社厅发〔2024〕52号"),
        ("晋人社厅发［2024］52 号", "晋人社厅发〔2024〕52号"),
        ("晋人社厅发【2024】52号", "晋人社厅发〔2024〕52号"),
        ("晋人社厅发（2024）52号", "晋人社厅发〔2024〕52号"),
        ("(2024)年", "（2024）年"),
    ],
)
def test_document_numbers_get_hexagonal_brackets(written, expected):
    assert normalise(written) == expected


@pytest.mark.parametrize("dash", list("‐‑–—―－−─~～〜"))
def test_every_dash_and_wave_becomes_a_hyphen(dash):
    assert normalise(f"2025年8月4日{dash}8日") == "2025年8月4日-8日"


@pytest.mark.parametrize("word", ["至", "到", "起至"])
def test_words_between_dates_stay(word):
    assert normalise(f"8月4日{word}8月8日") == f"8月4日{word}8月8日"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("姓名:张三", "姓名：张三"),
        ("公示期,不少于", "公示期，不少于"),
        ("10:30", "10:30"),
        ("1,000", "1,000"),
        ("http://example.org", "http://example.org"),
        ("电话: 0351", "电话：0351"),
        ("Hello, world", "Hello, world"),
    ],
)
def test_half_width_marks_become_full_width_only_beside_chinese(written, expected):
    assert normalise(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025 年 7 月 14 日", "2025年7月14日"),
        ("5 个工作日", "5个工作日"),
        ("第 8 条", "第8 条"),
        ("买买提 • 吐尔逊", "买买提·吐尔逊"),
        ("甲\n乙", "甲乙"),
        ("ISSN   1000-1234", "ISSN 1000-1234"),
        ("ＺＬ２０１７", "ZL2017"),
        ("⼯程师", "工程师"),
        ("中\u200b文\ufeff", "中文"),
    ],
)
def test_white_space_widths_and_invisible_characters_are_settled(written, expected):
    assert normalise(written) == expected


def test_a_label_is_the_same_with_either_colon():
    assert squeeze("姓　名: ") == squeeze("姓名：") == "姓名："


@pytest.mark.parametrize(("letter", "rare"), [("郭", False), ("舟", False), ("翀", True), ("㛃", True)])
def test_letters_beyond_daily_use_are_rare(letter, rare):
    assert is_rare(letter) is rare
