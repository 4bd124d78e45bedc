"""Catalogues as offices lay them out: brackets, beginnings instead of counts, specks and stamps, several pages."""

from __future__ import annotations

import pytest

from tests.extract.pages import At, Table, Title, page

NAMES = ["评审表", "情况一览表", "居民身份证", "毕业证书", "聘任文件（2022年）"]


def entries(dossier, *pages):
    record = dossier(*pages)
    found = [one for one in record.documents if one.kind == "catalogue"]
    assert len(found) == 1
    return [(one["title"], one["pages"]) for one in found[0].get("entries").value]


@pytest.mark.parametrize("written", ["〔{n}〕{t}……\t第{p}页", "[{n}]{t}\t…\t第{p}页", "{n}.{t}……{p}"])
def test_where_each_material_begins_tells_how_many_pages_it_takes(dossier, written):
    begins = (1, 4, 5, 7, 8)
    rows = [written.format(n=n, t=t, p=p) for n, (t, p) in enumerate(zip(NAMES, begins, strict=True), 1)]
    read = entries(dossier, page(Title("送审材料目录"), *rows))
    assert [pages for _, pages in read] == [3, 1, 2, 1, None]


def test_a_title_may_begin_with_its_year(dossier):
    rows = ["1\t评审表\t3页", "2\t2020年度考核登记表\t1页", "32021年度考核登记表\t1页", "4\t2022年继续教育证书\t2页"]
    read = entries(dossier, page(Title("材料目录"), *rows))
    assert read[1:] == [("2020年度考核登记表", 1), ("2021年度考核登记表", 1), ("2022年继续教育证书", 2)]


def test_a_page_that_counts_on_is_the_catalogues(dossier):
    head = ["序号", "材料名称", "页数"]
    first = Table([head, *([str(n), t, "1"] for n, t in enumerate(NAMES, 1))])
    second = Table([["6", "公示", "1"], ["7", "公示照片", "1"], ["8", "公示结果证明", "1"]])
    read = entries(dossier, page(Title("材料目录"), first), page(second, number=2))
    assert [title for title, _ in read[5:]] == ["公示", "公示照片", "公示结果证明"]


def test_words_behind_the_number_of_a_row_are_its_title(dossier):
    rows = ["1\t论文\t5", "2\t公示张贴照片\t1", "3\t承诺书\t1"]
    read = entries(dossier, page(Title("材料目录"), "序号\t材料名称（按此顺序装订成册）\t页数", *rows))
    assert read == [("论文", 5), ("公示张贴照片", 1), ("承诺书", 1)]


def test_the_pages_may_stand_in_brackets(dossier):
    rows = ["1、\t评审表\t（2页）", "2、\t聘用文件（2020年）\t（1页）", "3、\t公示：评审条件、程序\t（1页）"]
    read = entries(dossier, page(Title("申报材料清单"), *rows))
    assert read == [("评审表", 2), ("聘用文件(2020年)", 1), ("公示:评审条件、程序", 1)]


def test_a_count_and_the_page_it_begins_at_stand_beside_each_other(dossier):
    rows = ["1\t评审表\t4页\tP1", "2\t2020年度考核结果\t1页\tP5", "3张贴照片三张\t3页\tP6"]
    for head in (["序\t材料\t页数\t起页"], []):
        read = entries(dossier, page(Title("材料目录"), *head, *rows))
        assert read == [("评审表", 4), ("2020年度考核结果", 1), ("张贴照片三张", 3)]


def test_running_numbers_before_the_names_of_the_last_column_count_on(dossier):
    head = ["起止页码", "页数", "材料题名"]
    first = Table([head, *([f"{n}~{n}", "1", f"{n}.{t}"] for n, t in enumerate(NAMES, 1))])
    second = Table([["6~6", "1", "6.首次公示"], ["7~7", "1", "7.承诺书"]])
    read = entries(dossier, page(Title("申报材料目录"), first), page(second, number=2))
    assert [title for title, _ in read[5:]] == ["首次公示", "承诺书"]


def test_names_left_of_a_centred_head_stand_before_how_many_pages_and_where_they_begin(dossier):
    rows = ["1) 评审表\t\t2页\t1起", "2) 聘用合同\t\t2页\t3起", "3) 2020年度考核登记表\t\t1页\t5起"]
    read = entries(dossier, page(Title("送审材料清单"), "\t材料\t数量\t在第几页", *rows))
    assert read == [("评审表", 2), ("聘用合同", 2), ("2020年度考核登记表", 1)]


def test_a_column_of_quantities_counts_pages_where_its_unit_says_so(dossier):
    table = Table([["序号", "材料名称", "数量"], ["1", "评审表", "2页"], ["2", "毕业证书", "1页"]])
    assert entries(dossier, page(Title("材料目录"), table)) == [("评审表", 2), ("毕业证书", 1)]


def test_titles_left_of_a_heading_in_the_middle_of_their_column_are_in_it(value):
    rows = (("1.委托评审函", "1"), ("2.省厅转荐函", "1"), ("3.专业技术职务任职资格评审表", "3"))
    head = (At(180, 130, "材料内容"), At(397, 130, "张数"), At(471, 130, "核对"))
    placed = [At(x, 154 + 24 * n, text) for n, row in enumerate(rows) for x, text in zip((66, 406), row, strict=True)]
    entries = value("entries", page(Title("材料目录（随卷）"), *head, *placed))
    assert [one["title"] for one in entries] == ["委托评审函", "省厅转荐函", "专业技术职务任职资格评审表"]


def test_numbers_whose_heading_ran_into_the_next_are_no_titles(value):
    head = (At(57, 121, "序号材料名称"), At(390, 121, "格式"), At(449, 121, "页数"))
    rows = [("1", "职称评审表", "PDF", "4"), ("2", "居民身份证", "PDF", "1"), ("3", "毕业证书", "PDF", "1")]
    columns = (50, 96, 390, 456)
    placed = [At(columns[at], 144 + 22 * n, row[at]) for n, row in enumerate(rows) for at in range(4)]
    entries = value("entries", page(Title("申报材料清单"), *head, *placed))
    assert [one["title"] for one in entries] == ["职称评审表", "居民身份证", "毕业证书"]
