"""Names are decoded as they were meant, cleaned for showing, and ordered as a person counts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.intake.names import (
    LONGEST_PART,
    NAMELESS,
    clean,
    decode_name,
    decode_names,
    is_litter,
    natural_key,
    repaired,
)

hanzi = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=12)


def test_gbk_names_are_read_as_chinese() -> None:
    names = ["01公示/公示照片.jpg", "图1.jpg", "表.pdf"]
    assert decode_names([name.encode("gbk") for name in names]) == names


def test_utf_8_names_without_a_flag_are_read_as_utf_8() -> None:
    names = ["01公示/公示照片.jpg", "A4×2.jpg"]
    assert decode_names([name.encode() for name in names]) == names


def test_a_single_gbk_character_that_is_valid_utf_8_is_still_read_as_gbk() -> None:
    assert decode_names(["图.jpg".encode("gbk")]) == ["图.jpg"]


def test_an_archive_written_by_two_tools_is_decided_name_by_name() -> None:
    assert decode_names(["公示.pdf".encode(), "身份证.pdf".encode("gbk")]) == ["公示.pdf", "身份证.pdf"]


def test_a_name_with_rare_characters_of_gbk_is_read() -> None:
    assert decode_name("张喆堃.pdf".encode("gbk")) == "张喆堃.pdf"


def test_a_western_name_in_code_page_437_is_kept() -> None:
    assert decode_name("Müller.pdf".encode("cp437")) == "Müller.pdf"


def test_a_gbk_name_cut_within_a_character_is_read_up_to_there() -> None:
    assert decode_name("继续教育证明".encode("gbk")[:-1]) == "继续教育证\ufffd"


@given(hanzi)
def test_every_chinese_name_survives_gbk_and_utf_8(name: str) -> None:
    assert decode_name(name.encode()) == name
    assert repaired(name) == name


@given(st.binary(max_size=40))
def test_any_bytes_give_some_name(raw: bytes) -> None:
    assert isinstance(decode_name(raw), str)
    assert len(decode_names([raw, raw])) == 2


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_a_name_once_read_as_code_page_437_is_repaired(encoding: str) -> None:
    assert repaired("张三的公示.pdf".encode(encoding).decode("cp437")) == "张三的公示.pdf"


@pytest.mark.parametrize("name", ["Müller.pdf", "café.pdf", "Ünlü Öz.pdf", "plan.pdf", "買買提·艾力.pdf", "№5.pdf"])
def test_names_that_are_right_are_not_repaired(name: str) -> None:
    assert repaired(name) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/var/材料.pdf", "var/材料.pdf"),
        ("D:\\申报\\公示.pdf", "申报/公示.pdf"),
        ("\\\\server\\share\\a.pdf", "server/share/a.pdf"),
        ("./a//b/./c.pdf", "a/b/c.pdf"),
        (" 公示 / 结果.pdf ", "公示/结果.pdf"),
        ("a\x00b\x1f.pdf", "ab.pdf"),
        ("公示\u202efdp.exe", "公示fdp.exe"),
        ("e\u0301.pdf", "é.pdf"),
        ("..", NAMELESS),
        ("", NAMELESS),
        ("C:", NAMELESS),
        ("说明:1.pdf", "说明:1.pdf"),
    ],
)
def test_a_name_is_shown_as_a_harmless_relative_path(name: str, shown: str) -> None:
    assert clean(name) == shown


def test_a_very_long_name_keeps_its_beginning_and_its_suffix() -> None:
    shown = clean("公" * 5000 + "示.pdf")
    assert len(shown) == LONGEST_PART
    assert shown.startswith("公公")
    assert shown.endswith("示.pdf")


@given(st.text(max_size=300))
def test_a_clean_name_never_leaves_its_folder(name: str) -> None:
    shown = clean(name)
    parts = shown.split("/")
    assert ".." not in parts
    assert "" not in parts
    assert "\\" not in shown
    assert clean(shown) == shown == unicodedata.normalize("NFC", shown)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "__MACOSX/公示.pdf",
        "材料/__MACOSX/._a.pdf",
        "材料/.DS_Store",
        "._公示.pdf",
        "Thumbs.db",
        "a/THUMBS.DB",
        "desktop.ini",
        "~$评审表.docx",
        ".~评审表.docx",
        "$RECYCLE.BIN/x.pdf",
    ],
)
def test_what_systems_leave_behind_is_litter(name: str) -> None:
    assert is_litter(name)


@pytest.mark.parametrize("name", ["公示.pdf", "MACOSX/a.pdf", "~评审表.docx", "thumbs.db/a.pdf", ".公示.pdf"])
def test_what_a_person_could_have_meant_is_no_litter(name: str) -> None:
    assert not is_litter(name)


@pytest.mark.parametrize(
    "ordered",
    [
        ["1.pdf", "2.pdf", "10.pdf"],
        ["IMG_9.jpg", "IMG_0010.jpg", "IMG_11.jpg"],
        ["公示 第一页.jpg", "公示 第二页.jpg", "公示 第十页.jpg", "公示 第十一页.jpg", "公示 第二十页.jpg"],
        ["一、目录.pdf", "二、申报表.pdf", "三、身份证.pdf", "九、其他.pdf", "一百零一、附件.pdf"],
        ["１.pdf", "2.pdf", "１０.pdf"],
        ["a.jpg", "a (2).jpg", "a (10).jpg"],
        ["2/9.pdf", "2/10.pdf", "10/1.pdf"],
        ["2023年度.pdf", "2024年度.pdf", "二〇二五年度.pdf"],
        ["扫描.pdf", "扫描1.pdf", "扫描2.pdf"],
    ],
)
def test_paths_are_ordered_as_a_person_counts(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=natural_key) == ordered


@given(st.lists(st.text("一十百零09aB./ ²٣", max_size=8), max_size=6))
def test_any_names_can_be_ordered_and_their_order_does_not_depend_on_where_they_began(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=natural_key) == sorted(backwards, key=natural_key)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_in_names_are_ordered_by_value(a: int, b: int) -> None:
    assert (natural_key(f"第{a}页.jpg") < natural_key(f"第{b}页.jpg")) == (a < b)
