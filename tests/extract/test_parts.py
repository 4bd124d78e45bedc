"""Parts of papers, books and standards, and which pages make one of them."""

from __future__ import annotations

import pytest

from dossier.extract.parts import parts_of
from tests.extract.pages import At, Gap, Title, layout, page

COVER = ("ISSN 1711-7119\tCN 14-1306/G4", Title("某某学刊", 44), "2023年第2期", "双月刊", "主管 某大学", "主办 某学会")
IMPRINT = (
    Title("某某学刊"),
    "主管单位：某学会",
    "主办单位：某学会",
    "编辑出版：某某学刊编辑部",
    "地址：某市某路1号",
    "国际标准刊号：ISSN 1711-7119",
    "国内统一刊号：CN 14-1306/G4",
    "邮发代号：22-66",
    "定价：15.00元",
)
CONTENTS = (
    "某某学刊\t2023年第2期（总第102期）",
    Title("目　次"),
    "某某问题研究……李四（1）",
    "某某策略探析……张三（32）",
)
HEAD = (
    "2023年第2期\t某某学刊\tNo.2 2023",
    Title("某某节点优化策略探析", 18),
    "张三，李四",
    "（某某研究院，山西 太原）",
    "摘　要：针对某某问题提出改进措施。",
    "关键词：优化；应用",
    "中图分类号：G25　文献标识码：A　文章编号：1711-7119（2023）02-0032-05",
)
TAIL = ("某某学刊", "措施切合实际。", "参考文献", "［1］李四．某某问题［J］．2017（3）：12-15．")
RECORD = ("期刊 学位论文 会议\t检索|文献详情", "某某节点优化策略探析", "来源期刊\t某某学刊 2023,(02)", "下载频次\t46")
ACCEPTED = (Title("录用通知书"), "张三同志：", "您的论文经专家审阅，已被我刊录用，拟刊于2023年第4期。")
BOOK_COVER = (
    Gap(60),
    Title("某某教学：理论与实践", 26),
    Gap(40),
    Title("张三 李四 编著", 14),
    Gap(300),
    "某某科学出版社",
)
COPYRIGHT = (
    "图书在版编目（CIP）数据",
    "某某教学：理论与实践/张三，李四编著．—太原：某某科学出版社，2022.3",
    "ISBN 978-7-5203-1234-5",
    "版　次：2022年3月第1版",
)
CHAPTERS = (Title("目　录"), *(f"第{n}章 某某问题……{i * 30 + 1}" for i, n in enumerate("一二三四五")), "参考文献……208")
NORM_COVER = (
    "ICS 03.100.30",
    "CCS A 01",
    Title("山西省地方标准"),
    "DB14/T 1766—2022",
    "2022-05-15 发布\t2022-12-15 实施",
)
FOREWORD = ("DB14/T 1766—2022", Title("前　言"), "本文件按照GB/T 1.1—2020起草。", "本文件主要起草人：张三、李四。")
NORM = ("DB14/T 1766—2022", "1 范围", "本文件规定了某某要求。", "2 规范性引用文件", "3 术语和定义")


@pytest.mark.parametrize(
    ("kind", "items", "expected"),
    [
        ("paper", COVER, ["cover"]),
        ("paper", IMPRINT, ["copyright"]),
        ("paper", CONTENTS, ["contents"]),
        ("paper", (*CONTENTS, *IMPRINT[1:]), ["contents", "copyright"]),
        ("paper", HEAD, ["body"]),
        ("paper", TAIL, ["body"]),
        ("paper", RECORD, ["index"]),
        ("paper", ("论文检索报告", "检索词：某某", "收录数据库：CNKI", "被引频次：3"), ["index"]),
        ("paper", ("某某学刊", "2023年第2期目录", "某某问题研究 李四 1", "某某策略探析 张三 32"), ["contents"]),
        ("paper", ("某某数字图书馆", "期刊文献检索结果", "某某策略探析", "张三", "某某学刊，2023（2）：32"), ["index"]),
        ("paper", ACCEPTED, ["acceptance_letter"]),
        ("paper", COPYRIGHT, []),
        ("book", BOOK_COVER, ["cover"]),
        ("book", COPYRIGHT, ["copyright"]),
        ("book", CHAPTERS, ["contents"]),
        ("book", CONTENTS, []),
        ("book", COVER, []),
        ("standard", NORM_COVER, ["cover"]),
        ("standard", FOREWORD, ["foreword"]),
        ("standard", NORM, ["body"]),
        (
            "standard",
            ("标准编号 DB14/T 1766-2022", "标准状态 现行", "发布日期 2022-05-15", "实施日期 2022-12-15"),
            ["entry"],
        ),
        ("award", COVER, []),
    ],
)
def test_a_page_shows_the_parts_that_its_words_make(kind, items, expected):
    assert parts_of(kind, layout(*items)) == expected


def shape(record) -> list[tuple[str, int]]:
    return [(document.kind, len(document.pages)) for document in record.documents]


def pile(*pages, file="1.pdf"):
    return [page(*items, file=file, number=number) for number, items in enumerate(pages, 1)]


def test_cover_imprint_contents_article_and_record_are_one_paper(dossier):
    assert shape(dossier(*pile(COVER, CONTENTS, IMPRINT, HEAD, TAIL, RECORD))) == [("paper", 6)]


def test_two_papers_in_a_file_are_two(dossier):
    assert shape(dossier(*pile(COVER, CONTENTS, HEAD, COVER, CONTENTS, HEAD))) == [("paper", 3), ("paper", 3)]


def test_two_articles_without_covers_are_two_papers(dossier):
    assert shape(dossier(*pile(HEAD, TAIL, HEAD, TAIL))) == [("paper", 2), ("paper", 2)]


def test_pages_of_another_journal_are_another_paper(dossier):
    other = tuple(item.replace("1711-7119", "1002-1027") if isinstance(item, str) else item for item in IMPRINT)
    assert shape(dossier(*pile(COVER, other))) == [("paper", 1), ("paper", 1)]


def test_a_notice_of_acceptance_is_a_paper_of_its_own(dossier):
    assert shape(dossier(*pile(COVER, HEAD, ACCEPTED))) == [("paper", 2), ("paper", 1)]


def test_cover_cataloguing_data_and_chapters_are_one_book(dossier):
    assert shape(dossier(*pile(BOOK_COVER, COPYRIGHT, CHAPTERS))) == [("book", 3)]


def test_a_book_behind_a_paper_is_none_of_it(dossier):
    assert shape(dossier(*pile(COVER, HEAD, BOOK_COVER, COPYRIGHT))) == [("paper", 2), ("book", 2)]


def test_cover_foreword_and_text_are_one_standard_though_each_is_a_photo_of_its_own(dossier):
    photos = [page(*items, file=f"{n}.jpg") for n, items in enumerate((NORM_COVER, FOREWORD, NORM), 1)]
    assert shape(dossier(*photos)) == [("standard", 3)]


def test_a_record_of_the_paper_that_lies_elsewhere_is_put_back(dossier):
    notice = (Title("公示"), "现将张三同志申报高级工程师的个人申报材料予以公示。")
    record = (*RECORD, "ISSN\t1711-7119")
    assert shape(dossier(*pile(COVER, HEAD, notice, record))) == [("paper", 3), ("publicity_notice", 1)]


def test_a_catalogue_of_the_dossier_is_no_list_of_chapters(dossier):
    rows = [At(70, 120 + 24 * n, f"{n} {name}\t{n}") for n, name in enumerate(("身份证", "毕业证书", "职称证书"), 1)]
    assert shape(dossier(page(Title("职称申报材料目录"), *rows))) == [("catalogue", 1)]


def test_pages_of_a_paper_that_show_no_part_leave_its_parts_unsure(dossier):
    sure = dossier(*pile(COVER, CONTENTS, HEAD, TAIL, RECORD)).documents[0].fields["parts"]
    assert sure.confidence > 0.85
    stray = dossier(*pile(COVER, ("某某学刊 增刊",), HEAD, TAIL)).documents[0].fields["parts"]
    assert stray.confidence <= 0.6


SHORT_IMPRINT = (
    "《某某学刊》2023年第2期",
    "主办：某学会",
    "刊号：ISSN 1711-7119",
    "出版：2023年3月10日",
    "印刷：某某印刷厂",
)
PLAIN_HEAD = (
    Title("某某节点优化策略探析", 18),
    "张三",
    "（某某研究院，山西 太原）",
    "内容提要：针对某某问题提出改进措施。",
    *[f"第{n}个措施经过两年的应用，取得了较好的效果，现场数据表明方法可行。" for n in range(12)],
)


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        (SHORT_IMPRINT, ["copyright"]),
        (("三\t次", "某某问题研究", "李四\t1", "某某策略探析", "张三\t32", "某某述评", "王五\t40"), ["contents"]),
        (("本期目录", "某某问题研究\t李四\t1", "某某策略探析\t张三\t32"), ["contents"]),
        (PLAIN_HEAD, ["body"]),
        (("某某学术搜索\t共1条结果", "某某策略探析", "张三 | 某某学刊 | 2023年02期 | 32-35页"), ["index"]),
    ],
)
def test_parts_of_a_paper_with_few_words_are_told(rows, parts):
    assert parts_of("paper", layout(*rows)) == parts


def test_the_number_of_a_report_of_retrieval_is_no_journal_s(dossier):
    report = (
        "某馆检索中心 检索证明（编号2025-0733）",
        "经检索中文期刊数据库，下列论文已被收录：",
        "1.张三.某问题研究[J].某某学刊,2023(2):38-46.",
    )
    (paper,) = dossier(*pile(COVER, CONTENTS, HEAD, TAIL, report)).documents
    assert paper.get("issn").value == "1711-7119"
    (alone,) = dossier(page(*report)).documents
    assert alone.get("issn") is None


def test_a_number_that_says_it_is_an_ISSN_is_one_though_its_check_digit_is_wrong(dossier):
    (paper,) = dossier(*pile(("国际标准刊号：ISSN 1711-7118", *COVER[1:]), HEAD)).documents
    assert paper.get("issn").value == "1711-7118"


def test_contents_are_headed_in_two_languages_in_either_order():
    rows = ("04\t某问题研究\t张三", "09\t另一问题研究\t李四")
    for heading in ("CONTENTS 目次", "目录 CONTENTS", "CONTENTS\t目录"):
        assert parts_of("paper", layout(Title(heading), *rows)) == ["contents"]
