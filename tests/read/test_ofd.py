"""OFD files: their text where it stands, and a request for a PDF wherever a page holds what is not read."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from dossier.errors import KindNotRead, ReadingError
from dossier.model import Box
from dossier.read import load_page, page_count
from dossier.recognise import read_without_ocr
from tests.read.conftest import as_bytes, ink, photograph, read_or_refused
from tests.read.ofd_builder import HEAD, NAMES, image, ofd, packed, page, parts, text

OFD = "application/ofd"
MM = 72 / 25.4
MEDIA = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
SIGNED = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"


@pytest.fixture
def read(stored):
    """The bytes of an OFD file → a page of it."""
    return lambda content, number=1: load_page(stored(content, OFD, "学历.ofd"), number, 100)


@pytest.fixture
def words(read):
    return lambda content, number=1: [line.text for line in read(content, number).lines]


@pytest.fixture
def refused(stored):
    """Why the file, or its first page, is not read."""

    def why(content: bytes) -> ReadingError:
        file = stored(content, OFD, "学历.ofd")
        with pytest.raises(ReadingError) as raised:
            load_page(file, page_count(file), 100)
        assert "PDF" in raised.value.hint
        return raised.value

    return why


def with_picture(objects: str, content: bytes) -> bytes:
    """A page with pictures of these bytes as resource 50."""
    listed = '<ofd:MultiMedia ID="50" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>'
    resources = f'{HEAD}<ofd:Res {NAMES} BaseLoc="Res"><ofd:MultiMedias>{listed}</ofd:MultiMedias></ofd:Res>'
    found = parts([page(objects)], common=MEDIA)
    return packed(found | {"Doc_0/DocumentRes.xml": resources, "Doc_0/Res/a.png": content})


def stamped(seal: bytes, attributes: str = "") -> bytes:
    """A page of words with an electronic seal of a signature on it."""
    listed = '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
    place = f'<ofd:StampAnnot ID="1" PageRef="0" Boundary="120 200 42 42" {attributes}/>'
    signed = f"<ofd:SignedInfo>{place}</ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue>"
    found = parts([page(text(20, 30, "参保缴费证明") + text(120, 218, "晋原市社会保险中心"))], body=SIGNED)
    found |= {
        "Doc_0/Signs/Signatures.xml": f"{HEAD}<ofd:Signatures {NAMES}>{listed}</ofd:Signatures>",
        "Doc_0/Signs/Sign_0/Signature.xml": f"{HEAD}<ofd:Signature {NAMES}>{signed}</ofd:Signature>",
        "Doc_0/Signs/Sign_0/SignedValue.dat": b"\x30\x82BM\x01" + seal + b"\x02\x01",
    }
    return packed(found)


def red_ring() -> bytes:
    seal = Image.new("RGBA", (420, 420), (0, 0, 0, 0))
    ImageDraw.Draw(seal).ellipse([10, 10, 410, 410], outline=(220, 20, 20, 255), width=16)
    ImageDraw.Draw(seal).regular_polygon((210, 210, 60), 5, fill=(220, 20, 20, 255))
    return as_bytes(seal, "PNG")


def test_words_stand_where_the_page_says_in_points(read):
    picture = read(ofd(page(text(20, 30, "姓名：张三", 5))))
    (line,) = picture.lines
    assert (line.text, line.confidence, line.method) == ("姓名：张三", 1.0, "text")
    assert (line.box.x0, line.box.y0) == pytest.approx((20 * MM, 30 * MM), abs=0.1)
    assert (line.box.width, line.box.height) == pytest.approx((25 * MM, 5 * MM), abs=0.1)
    assert picture.size == pytest.approx((595.3, 841.9), abs=1)
    assert ink(picture, line.box) > 0.03


def test_a_page_may_have_its_own_size_and_corner(read):
    area = "<ofd:Area><ofd:PhysicalBox>10 10 297 210</ofd:PhysicalBox></ofd:Area>"
    picture = read(ofd(page(text(30, 40, "毕业证书"), head=area)))
    assert picture.size == pytest.approx((841.9, 595.3), abs=1)
    assert picture.lines[0].box.x0 == pytest.approx(20 * MM, abs=0.1)


@pytest.mark.parametrize("steps", ["g 3 8", "8 8 8", "8 g 2 8", "8 g 900000000 8"])
def test_steps_may_be_repeated_by_number(read, steps):
    (line,) = read(ofd(page(text(20, 30, "普通全日制"[:4], 8, f'DeltaX="{steps}"')))).lines
    assert line.text == "普通全日"
    assert line.box.width == pytest.approx(32 * MM, abs=0.1)


def test_a_wide_step_begins_another_run(words):
    assert words(ofd(page(text(20, 30, "姓名张三", 4, 'DeltaX="4 20 4"')))) == ["姓名", "张三"]


def test_a_word_spaced_out_with_blanks_is_one_and_wider_blanks_part_words(words):
    assert words(ofd(page(text(20, 30, "姓　　名")))) == ["姓　　名"]
    assert words(ofd(page(text(20, 30, "姓名　　　　张三")))) == ["姓名", "张三"]


def test_letters_below_each_other_are_lines_of_their_own(read):
    first, second = read(ofd(page(text(20, 30, "姓名", 4, 'DeltaY="8"')))).lines
    assert (first.text, second.text) == ("姓", "名")
    assert second.box.y0 - first.box.y0 == pytest.approx(8 * MM, abs=0.1)


def test_letters_in_objects_of_their_own_are_joined_along_the_baseline(words):
    letters = "".join(text(20 + 4 * at, 30, letter) for at, letter in enumerate("山西晋原勘察设计"))
    assert words(ofd(page(letters))) == ["山西晋原勘察设计"]


def test_rows_of_one_object_are_lines_from_the_top_down(words):
    one = text(20, 30, "第一行").replace(
        "</ofd:TextObject>", '<ofd:TextCode X="0" Y="20">第二行</ofd:TextCode></ofd:TextObject>'
    )
    assert words(ofd(page(one))) == ["第一行", "第二行"]


def test_a_matrix_scales_print_and_steps(read):
    (line,) = read(ofd(page(text(20, 30, "姓名张三", 1, 'DeltaX="g 3 1"', CTM="5 0 0 5 2 1")))).lines
    assert line.box.x0 == pytest.approx(22 * MM, abs=0.1)
    assert line.box.y0 == pytest.approx(31 * MM, abs=0.1)
    assert (line.box.width, line.box.height) == pytest.approx((20 * MM, 5 * MM), abs=0.1)


def test_print_on_its_side_is_left_out(words):
    assert words(ofd(page(text(20, 30, "姓名张三") + text(20, 60, "水印", CTM="0 1 -1 0 0 0")))) == ["姓名张三"]


def test_blocks_within_blocks_are_read_and_hidden_ones_are_not(words):
    inner = f'<ofd:PageBlock ID="4"><ofd:PageBlock ID="5">{text(20, 30, "层次：本科")}</ofd:PageBlock></ofd:PageBlock>'
    hidden = f'<ofd:PageBlock ID="6" Visible="false">{text(20, 50, "作废")}</ofd:PageBlock>'
    assert words(ofd(page(inner + hidden + text(20, 70, "透明", Alpha="0")))) == ["层次：本科"]


def test_a_template_is_read_on_the_pages_that_refer_to_it(stored, words):
    common = '<ofd:TemplatePage ID="70" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    used = page(text(60, 30, "张三"), head='<ofd:Template TemplateID="70" ZOrder="Background"/>' * 2)
    found = parts([used, page(text(60, 30, "李四"))], common=common)
    content = packed(found | {"Doc_0/Tpls/Tpl_0/Content.xml": page(text(20, 30, "姓名"))})
    assert words(content) == ["姓名", "张三"]
    assert words(content, 2) == ["李四"]
    assert page_count(stored(content, OFD)) == 2


def test_remarks_are_read_and_watermarks_are_not(words):
    remark = '<ofd:Annot ID="1" Type="{0}"><ofd:Appearance Boundary="20 80 100 10">{1}</ofd:Appearance></ofd:Annot>'
    shown = remark.format("Stamp", text(5, 0, "与原件一致")) + remark.format("Watermark", text(0, 60, "样本"))
    listed = '<ofd:Page PageID="0"><ofd:FileLoc>Page_0/A.xml</ofd:FileLoc></ofd:Page>'
    found = parts([page(text(20, 30, "毕业证书"))], document="<ofd:Annotations>Annots/All.xml</ofd:Annotations>")
    found |= {
        "Doc_0/Annots/All.xml": f"{HEAD}<ofd:Annotations {NAMES}>{listed}</ofd:Annotations>",
        "Doc_0/Annots/Page_0/A.xml": f"{HEAD}<ofd:PageAnnot {NAMES}>{shown}</ofd:PageAnnot>",
    }
    assert words(packed(found)) == ["毕业证书", "与原件一致"]


def test_another_namespace_and_locations_from_the_root_are_read(words):
    found = {name: content.replace("/2016", "") for name, content in parts([page(text(20, 30, "毕业证书"))]).items()}
    found["Doc_0/Document.xml"] = found["Doc_0/Document.xml"].replace('"Pages/', '"/Doc_0/Pages/')
    assert words(packed(found)) == ["毕业证书"]


def test_ruled_cells_are_found(read):
    outline = "<ofd:AbbreviatedData>M 0 0 L 40 0 L 40 10 L 0 10 C</ofd:AbbreviatedData>"
    square = '<ofd:PathObject ID="7" Boundary="{0} 28 40 10" LineWidth="0.5">{1}</ofd:PathObject>'
    drawn = "".join(square.format(x, outline) for x in (20, 60))
    found = read_without_ocr(read(ofd(page(drawn + text(22, 30, "姓名") + text(62, 30, "张三")))))
    assert len(found.cells) == 2
    assert [line.text for line in found.lines] == ["姓名", "张三"]


def test_white_print_on_a_dark_ground_is_seen_and_on_white_is_not_trusted(read):
    white = text(22, 30, "学历学位信息", FillX="").replace(
        "<ofd:TextCode", '<ofd:FillColor Value="255 255 255"/><ofd:TextCode'
    )
    ground = (
        '<ofd:PathObject ID="7" Boundary="20 28 80 10" Fill="true" Stroke="false"><ofd:FillColor Value="0 60 160"/>'
        "<ofd:AbbreviatedData>M 0 0 L 80 0 L 80 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    assert [line.text for line in read(ofd(page(ground + white))).lines] == ["学历学位信息"]
    assert read(ofd(page(white))).lines is None


def test_a_portrait_beside_words_is_a_picture_of_the_page(read):
    picture = read(
        with_picture(text(20, 30, "姓名：张三") + image(150, 30, 30, 40), as_bytes(photograph(90, 120), "PNG"))
    )
    assert [line.text for line in picture.lines] == ["姓名：张三"]
    (box,) = picture.pictures
    assert box == pytest.approx(Box(150, 30, 180, 70).scaled(MM), abs=0.1)


def test_a_large_picture_beside_words_is_left_to_recognition(read):
    content = as_bytes(photograph(400, 560), "PNG")
    picture = read(with_picture(text(20, 10, "扫描件第1页") + image(10, 20, 190, 266), content))
    assert picture.lines is None
    assert ink(picture, Box(25, 40, 100, 90).scaled(MM)) > 0


def test_the_seal_of_a_signature_is_seen_and_words_below_it_are_read(read):
    found = read_without_ocr(read(stamped(red_ring())))
    (seal,) = found.seals
    assert seal.box.cx == pytest.approx(141 * MM, abs=3)
    assert [line.text for line in found.lines] == ["参保缴费证明", "晋原市社会保险中心"]


def test_a_slice_of_a_seal_over_the_edges_is_no_seal(read):
    assert read_without_ocr(read(stamped(red_ring(), 'Clip="0 0 8 42"'))).seals == ()


def test_a_seal_that_cannot_be_shown_is_never_taken_for_none(refused):
    why = refused(stamped(b"PK\x03\x04 a drawing"))
    assert isinstance(why, KindNotRead)
    assert "印章图样" in why.message


@pytest.mark.parametrize("resource", ["50", "51"])
def test_a_picture_that_cannot_be_shown_is_said(refused, resource):
    why = refused(with_picture(text(20, 30, "姓名：张三") + image(150, 30, 30, 40, resource), b"JBIG2"))
    assert isinstance(why, KindNotRead)
    assert "图片" in why.message


def test_pages_of_pictures_alone_are_a_kind_that_is_not_read(refused):
    why = refused(with_picture(image(0, 0, 210, 297), as_bytes(photograph(400, 560), "PNG")))
    assert isinstance(why, KindNotRead)
    assert "没有文字" in why.message


def test_an_empty_page_is_a_kind_that_is_not_read(refused):
    assert isinstance(refused(ofd(page(""))), KindNotRead)


def test_a_page_without_text_behind_one_with_text_is_said(refused):
    why = refused(ofd(page(text(20, 30, "毕业证书")), page("")))
    assert isinstance(why, KindNotRead)
    assert "第 2 页" in why.message


def test_characters_of_a_font_of_its_own_are_not_taken_for_words(refused):
    assert "编码" in refused(ofd(page(text(20, 30, "\ue001\ue002\ue003\ue004")))).message


GOOD = parts([page(text(20, 30, "毕业证书"))])
LAUGHS = '<!DOCTYPE a [<!ENTITY b "哈哈哈哈哈哈"><!ENTITY c "&b;&b;&b;&b;">]>'
CONTENT = "Doc_0/Pages/Page_0/Content.xml"


@pytest.mark.parametrize(
    "change",
    [
        {CONTENT: GOOD[CONTENT][:-20]},
        {CONTENT: GOOD[CONTENT].replace("?>", f"?>{LAUGHS}", 1).replace("毕业证书", "&c;")},
        {CONTENT: GOOD[CONTENT].replace("UTF-8", "UTF-16").replace("?>", f"?>{LAUGHS}", 1).encode("utf-16")},
        {CONTENT: page("<ofd:PageBlock>" * 5000 + "</ofd:PageBlock>" * 5000)},
        {CONTENT: GOOD[CONTENT] + " " * 20_000_000},
        {CONTENT: page(text(20, 30, "毕业证书", code='DeltaX="g x 4"'))},
        {CONTENT: page(text(20, 30, "毕业证书", CTM="nan 0 0 1 0 0"))},
        {CONTENT: page(text(20, 30, "毕业证书"), head='<ofd:Template TemplateID="7"/>')},
        {"OFD.xml": b"\x00\x01"},
        {
            "Doc_0/Document.xml": parts([], box="0 0 1e9 297")["Doc_0/Document.xml"].replace(
                "<ofd:Pages>", '<ofd:Pages><ofd:Page ID="0" BaseLoc="Pages/Page_0/Content.xml"/>'
            )
        },
    ],
)
def test_a_damaged_file_is_an_error_that_asks_for_a_pdf(refused, change):
    why = refused(packed(GOOD | change))
    assert why.rule == "FIL-01"
    assert "已损坏" in why.message


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", packed({"a": "b"}), ofd(page(text(1, 1, "毕")))[:400]])
def test_what_is_no_archive_of_this_kind_is_an_error_that_asks_for_a_pdf(refused, content):
    assert "已损坏" in refused(content).message


def test_an_encrypted_file_is_said_to_be_encrypted(refused):
    sealed = bytearray(packed(GOOD))
    at = sealed.rfind(b"PK\x01\x02", 0, sealed.find(b"OFD.xml", sealed.find(b"PK\x01\x02")))
    sealed[at + 8] |= 1
    assert "加密" in refused(bytes(sealed)).message
    assert "加密" in refused(packed(GOOD | {"Encryptions.xml": HEAD + "<a/>"})).message


WHOLE = packed(GOOD)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255))
def test_however_a_file_is_damaged_it_is_read_or_it_is_an_error_of_reading(stored, at, byte):
    damaged = bytearray(WHOLE)
    damaged[at] = byte
    assert read_or_refused(stored(bytes(damaged), OFD))
