"""Word files: everything a reader would see, set on one page; pasted scans as pages of their own."""

from __future__ import annotations

import io
from copy import deepcopy

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from dossier.errors import ReadingError
from dossier.model import Box
from dossier.read import load_page, page_count
from dossier.recognise import read_without_ocr
from tests.read.conftest import DOCX, as_bytes, ink, photograph, read_or_refused


@pytest.fixture
def file(stored):
    """A document → the file of it."""

    def keep(document):
        buffer = io.BytesIO()
        document.save(buffer)
        return stored(buffer.getvalue(), DOCX, "样例.docx")

    return keep


@pytest.fixture
def lines(file):
    """A document → the text of its lines."""
    return lambda document: [line.text for line in load_page(file(document), 1, 200).lines]


def paragraph(document, xml: str) -> None:
    """A paragraph of raw WordprocessingML."""
    names = nsdecls("w", "wp", "a", "r") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.element.body.insert(0, parse_xml(f"<w:p {names}>{xml}</w:p>"))


def picture_of(width: int = 1240, height: int = 1754) -> io.BytesIO:
    return io.BytesIO(as_bytes(photograph(width, height), "PNG"))


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_a_file_with_macros_and_a_template_are_read_like_any_other(lines, kind):
    document = docx.Document()
    document.add_paragraph("公示情况证明")
    document.part._content_type = kind
    assert lines(document) == ["公示情况证明"]


def test_paragraphs_are_lines_from_the_top_down(lines):
    document = docx.Document()
    for text in ("公示", "现将张三同志的材料予以公示。", "山西晋原勘察设计有限公司"):
        document.add_paragraph(text)
    assert lines(document) == ["公示", "现将张三同志的材料予以公示。", "山西晋原勘察设计有限公司"]


def test_lines_are_drawn_where_their_boxes_are(file):
    document = docx.Document()
    document.add_heading("公示情况证明", 0)
    document.add_paragraph("公示期间未收到异议。" * 12)
    picture = load_page(file(document), 1, 200)
    assert len(picture.lines) > 3
    for line in picture.lines:
        assert ink(picture, line.box) > 0.03, line
        assert line.box.within(Box(0, 0, *picture.size)) == 1


def test_a_long_paragraph_is_broken_within_the_margins(lines):
    document = docx.Document()
    document.add_paragraph("公示" * 60)
    found = lines(document)
    assert "".join(found) == "公示" * 60
    assert max(map(len, found)) <= 43


def test_a_heading_is_larger_and_may_be_centred(file):
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("公示").font.size = Pt(22)
    document.add_paragraph("正文")
    first, second = load_page(file(document), 1, 200).lines
    assert first.box.height > 1.3 * second.box.height
    assert first.box.cx == pytest.approx(595 / 2, abs=1)


def test_a_signature_at_the_right_stays_at_the_right(file):
    document = docx.Document()
    document.add_paragraph("2025年8月11日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    (line,) = load_page(file(document), 1, 200).lines
    assert line.box.x1 == pytest.approx(595 - 60, abs=1)


def test_a_table_is_ruled_cells_with_their_text(file):
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("姓名", "张三", "工作单位", "山西晋原勘察设计有限公司"), strict=True):
        cell.text = text
    page = read_without_ocr(load_page(file(document), 1, 200))
    assert len(page.cells) == 4
    for line in page.lines:
        assert sum(line.box.within(cell) > 0.95 for cell in page.cells) == 1, line


def test_a_cell_over_several_columns_comes_once(file):
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "申报人基本情况"
    for column, text in enumerate(("姓名", "张三", "男")):
        table.cell(1, column).text = text
    page = read_without_ocr(load_page(file(document), 1, 200))
    assert [line.text for line in page.lines] == ["申报人基本情况", "姓名", "张三", "男"]
    assert len(page.cells) == 4


def test_a_cell_over_several_rows_comes_once_and_is_as_tall_as_they(file):
    document = docx.Document()
    table = document.add_table(3, 2)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "单位意见"
    for row, text in enumerate(("同意推荐。", "负责人：李四", "2025年8月11日")):
        table.cell(row, 1).text = text
    page = read_without_ocr(load_page(file(document), 1, 200))
    assert [line.text for line in page.lines].count("单位意见") == 1
    heights = sorted(cell.height for cell in page.cells)
    assert heights[-1] == pytest.approx(sum(heights[:-1]), rel=0.15)


def test_columns_are_as_wide_as_the_document_says(file):
    document = docx.Document()
    table = document.add_table(1, 2)
    grid = table._tbl.tblGrid.gridCol_lst
    for column, width in zip(grid, ("1000", "3000"), strict=True):
        column.set(qn("w:w"), width)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "张三"
    left, right = load_page(file(document), 1, 200).lines
    assert right.box.x0 - left.box.x0 == pytest.approx((595 - 120) / 4, abs=1)


def test_a_table_inside_a_cell_is_read(lines):
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "外层"
    cell.add_table(1, 1).cell(0, 0).text = "内层"
    found = lines(document)
    assert sorted(found) == ["内层", "外层"]


def test_what_is_filled_into_content_controls_is_read(lines):
    document = docx.Document()
    xml = "<w:r><w:t>姓名：</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>张三</w:t></w:r></w:sdtContent></w:sdt>"
    paragraph(document, xml)
    assert lines(document) == ["姓名：张三"]


def test_whole_paragraphs_in_content_controls_are_read(lines):
    document = docx.Document()
    xml = "<w:sdt {0}><w:sdtContent><w:p><w:r><w:t>同意推荐。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(xml.format(nsdecls("w"))))
    assert lines(document) == ["同意推荐。"]


def test_insertions_are_read_and_deletions_are_not(lines):
    document = docx.Document()
    inserted = "<w:ins w:id='1' w:author='a'><w:r><w:t>高级工程师</w:t></w:r></w:ins>"
    deleted = "<w:del w:id='2' w:author='a'><w:r><w:delText>工程师</w:delText></w:r></w:del>"
    paragraph(document, f"<w:r><w:t>申报</w:t></w:r>{deleted}{inserted}")
    assert lines(document) == ["申报高级工程师"]


def test_ticked_symbols_are_ticks(lines):
    document = docx.Document()
    xml = '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>无异议</w:t></w:r>'
    paragraph(document, xml + '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>有异议</w:t></w:r>')
    assert lines(document) == ["☑无异议□有异议"]


def test_a_text_box_is_read_once(lines):
    document = docx.Document()
    inside = "<w:txbxContent><w:p><w:r><w:t>监督电话：6789012</w:t></w:r></w:p></w:txbxContent>"
    choice = f'<mc:Choice Requires="wps">{inside}</mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>'
    paragraph(document, f"<w:r><w:t>公示</w:t></w:r><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")
    assert lines(document) == ["公示", "监督电话：6789012"]


def test_letterheads_and_footers_are_read_once(lines):
    document = docx.Document()
    document.add_paragraph("公示情况证明")
    document.add_section()
    for section, footer in zip(document.sections, ("联系电话：6789012", "2"), strict=True):
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = "山西晋原勘察设计有限公司"
        section.footer.paragraphs[0].text = footer
    found = lines(document)
    assert found == ["山西晋原勘察设计有限公司", "公示情况证明", "联系电话：6789012"]


def test_a_logo_in_the_letterhead_is_drawn(file):
    document = docx.Document()
    document.add_paragraph("公示情况证明")
    heading = document.sections[0].header.paragraphs[0]
    heading.add_run("山西晋原").add_picture(picture_of(60, 60), width=Pt(30))
    assert len(load_page(file(document), 1, 200).pictures) == 1


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        ("<w:checked/>", "☑"),
        ('<w:checked w:val="0"/>', "□"),
        ('<w:default w:val="1"/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="false"/>', "□"),
        ("", "□"),
    ],
)
def test_boxes_of_old_form_fields_are_ticked_or_empty(lines, state, mark):
    document = docx.Document()
    box = f"<w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar>"
    paragraph(document, f"<w:r>{box}</w:r><w:r><w:t>无异议</w:t></w:r>")
    assert lines(document) == [f"{mark}无异议"]


def test_a_box_of_a_content_control_is_as_it_shows(lines):
    document = docx.Document()
    xml = "<w:sdt><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
    paragraph(document, f"{xml}<w:r><w:t>全职</w:t></w:r>")
    assert lines(document) == ["☒全职"]


@pytest.mark.parametrize(("width", "height"), [("400pt", "560pt"), ("14cm", "198mm"), ("5.5in", "7.8in")])
def test_a_scan_placed_by_an_old_program_is_a_page_whatever_its_size_is_told_in(file, width, height):
    document = docx.Document()
    identifier, _ = document.part.get_or_add_image(picture_of(300, 424))
    names = nsdecls("w", "r") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    image = f'<v:imagedata r:id="{identifier}"/>'
    shape = f'<v:shape style="width:{width};height:{height}">{image}</v:shape>'
    document.element.body.insert(0, parse_xml(f"<w:p {names}><w:r><w:pict>{shape}</w:pict></w:r></w:p>"))
    assert load_page(file(document), 1, 200).lines is None


def test_a_scan_pasted_into_word_is_a_page_of_its_own(file):
    document = docx.Document()
    document.add_paragraph("附件：毕业证书")
    document.add_picture(picture_of(), width=Pt(400))
    kept = file(document)
    assert page_count(kept) == 2
    sheet, scan = (load_page(kept, number, 200) for number in (1, 2))
    assert [line.text for line in sheet.lines] == ["附件：毕业证书"]
    assert sheet.pictures == ()
    assert (scan.lines, scan.number, scan.image.shape[:2]) == (None, 2, (1754, 1240))


def test_a_file_of_scans_alone_has_no_empty_page(file):
    document = docx.Document()
    for _ in range(3):
        document.add_picture(picture_of(300, 424), width=Pt(400))
    kept = file(document)
    assert page_count(kept) == 3
    assert all(load_page(kept, number, 200).lines is None for number in (1, 2, 3))


def test_a_signature_pasted_into_its_place_stays_there(file):
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "负责人签字"
    table.cell(0, 1).paragraphs[0].add_run().add_picture(picture_of(160, 60), width=Pt(80))
    kept = file(document)
    assert page_count(kept) == 1
    picture = load_page(kept, 1, 200)
    (box,) = picture.pictures
    assert box.width == pytest.approx(80, abs=1)
    assert any(box.within(cell) > 0.95 for cell in read_without_ocr(picture).cells)


def test_a_signature_behind_its_label_stands_beside_it(file):
    document = docx.Document()
    document.add_paragraph("上一行")
    document.add_paragraph("负责人签字：").add_run().add_picture(picture_of(160, 120), width=Pt(80))
    document.add_paragraph("下一行")
    picture = load_page(file(document), 1, 200)
    above, label, below = picture.lines
    (box,) = picture.pictures
    assert box.cy == pytest.approx(label.box.cy, abs=1)
    assert label.box.x1 < box.x0 < label.box.x1 + 10
    assert above.box.y1 <= box.y0 <= box.y1 <= below.box.y0


def test_print_is_not_taken_for_handwriting(file):
    document = docx.Document()
    for text in ("公示情况证明", "公示期间未收到异议，贵单位意见及（gjpqy）附后；", "山西晋原勘察设计有限公司"):
        document.add_paragraph(text)
    assert read_without_ocr(load_page(file(document), 1, 200)).marks == ()


def test_a_picture_without_pixels_is_passed_over(file):
    document = docx.Document()
    document.add_picture(picture_of(160, 60), width=Pt(80))
    relation = next(one for one in document.part.rels.values() if "image" in one.reltype)
    relation.target_part._blob = b"no picture"
    kept = file(document)
    assert page_count(kept) == 1
    assert load_page(kept, 1, 200).pictures == ()


def test_an_empty_document_is_one_blank_page(file):
    kept = file(docx.Document())
    assert page_count(kept) == 1
    picture = load_page(kept, 1, 200)
    assert (picture.lines, int(picture.image.min())) == ((), 255)


def test_an_endless_table_ends_somewhere(file):
    document = docx.Document()
    row = document.add_table(1, 1)._tbl.tr_lst[0]
    for _ in range(3000):
        row.addnext(deepcopy(row))
    assert load_page(file(document), 1, 200).image.shape[0] < 18_000


def test_a_page_the_file_does_not_have_is_an_error(file):
    document = docx.Document()
    document.add_picture(picture_of(300, 424), width=Pt(400))
    with pytest.raises(ReadingError):
        load_page(file(document), 2, 200)


WHOLE = io.BytesIO()
docx.Document().save(WHOLE)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no archive", WHOLE.getvalue()[:2000], as_bytes(Image.new("L", (5, 5)), "PNG")]
)
def test_a_damaged_file_is_an_error_that_says_what_to_do(stored, content):
    with pytest.raises(ReadingError) as raised:
        page_count(stored(content, DOCX))
    assert "PDF" in raised.value.hint


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(WHOLE.getvalue()) - 1), byte=st.integers(0, 255))
def test_however_a_file_is_damaged_it_is_read_or_it_is_an_error_of_reading(stored, at, byte):
    damaged = bytearray(WHOLE.getvalue())
    damaged[at] = byte
    assert read_or_refused(stored(bytes(damaged), DOCX))
