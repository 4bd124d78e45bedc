"""Photographs and screenshots of what was posted are told from the notice itself."""

from __future__ import annotations

import pytest

from dossier.extract.photo import looks_like_photo
from dossier.model import Quality
from tests.extract.pages import At, Table, Title, layout, page

NOTICE = (Title("公示"), "现将张三同志申报高级工程师的材料予以公示。")


@pytest.mark.parametrize(
    "caption",
    [
        "公示照片",
        "公示栏张贴照片",
        "公示网页截图",
        "张贴现场照片",
        "内网公示截图",
        "拍摄时间：2025年8月4日",
        "公示现场图片",
    ],
)
def test_a_caption_tells_a_photograph(caption):
    assert looks_like_photo(layout(*NOTICE, caption), 0.0)


def test_a_notice_is_no_photograph():
    assert not looks_like_photo(layout(*NOTICE), 0.0)


@pytest.mark.parametrize(
    "address", ["http://oa.jinyuan.local/notice/12", "www.jinyuan.cn", "首页>通知公告 浏览次数：35"]
)
def test_the_address_of_a_page_tells_a_screenshot(address):
    assert looks_like_photo(layout(*NOTICE, address), 0.0)


def test_one_word_that_browsers_show_is_not_enough():
    assert not looks_like_photo(layout(*NOTICE, "发布日期：2025年8月4日"), 0.0)


def test_surroundings_tell_a_photograph_of_a_notice():
    assert looks_like_photo(layout(*NOTICE, quality=Quality(scene=0.4)), 0.0)


def test_in_a_dossier_of_phone_photos_surroundings_tell_nothing():
    assert not looks_like_photo(layout(*NOTICE, quality=Quality(scene=0.4)), 0.38)


def test_surroundings_of_another_document_tell_nothing():
    assert not looks_like_photo(layout(Title("毕业证书"), quality=Quality(scene=0.4)), 0.0)


@pytest.mark.parametrize("stamp", ["2025-08-04 09:31", "2025/08/04 09:31:22", "2025年8月4日 9:31"])
def test_a_camera_s_stamp_and_some_surroundings_tell_a_photograph(stamp):
    assert looks_like_photo(layout(*NOTICE, stamp, quality=Quality(scene=0.05)), 0.0)


def test_a_list_of_documents_that_names_photographs_is_none():
    rows = [["1", "公示照片", "2页"], ["2", "毕业证书", "1页"]]
    assert not looks_like_photo(layout(Title("申报材料目录"), Table(rows)), 0.0)


def test_a_certificate_that_mentions_photographs_of_the_publication_is_none():
    body = "公示期间未收到异议。公示照片附后。"
    assert not looks_like_photo(layout(Title("公示情况证明"), body), 0.0)


def test_a_notice_that_lists_its_photographs_as_annex_is_none():
    assert not looks_like_photo(layout(*NOTICE, "附件：公示现场照片"), 0.0)


RESULT = (Title("关于张三同志申报职称的公示情况说明"), "个人申报材料已在公示栏公示，公示期内未收到任何异议。")


def test_a_result_taken_by_telephone_on_a_desk_is_no_picture_of_a_notice(dossier):
    record = dossier(page(*RESULT, quality=Quality(scene=0.2)))
    assert [document.kind for document in record.documents] == ["publicity_result"]


def test_a_notice_of_the_result_with_a_caption_is_a_picture():
    shown = layout(*RESULT, "公示现场照片")
    assert looks_like_photo(shown, 0.0, titled_as_result=True)


def test_the_window_of_a_chat_tells_a_screenshot():
    head = ("17:03\t5G 76%", "某中心工作群(23)")
    assert looks_like_photo(layout(*head, "各位同事：张三的个人申报材料已在二楼宣传栏公示。"), 0.0)
    assert not looks_like_photo(layout(*head, "各位同事：会议改到下午。"), 0.0)


def taken(name, width, scene, *more):
    """A photograph of a notice whose print is so wide, in points."""
    text = "现将张三同志申报高级工程师的评审条件和程序、个人申报材料予以公示"
    size = width / len(text)
    rows = [
        At(90, 150 + 40 * i, line, size) for i, line in enumerate([text, "公示时间：2025年8月4日至8月8日", "某单位"])
    ]
    return page(Title("公示"), *rows, *more, file=name, quality=Quality(scene=scene))


def kinds(dossier, *pages):
    return {document.pages[0].file: document.kind for document in dossier(*pages).documents}


@pytest.mark.parametrize(("desk", "wall"), [(0.15, 0.0), (0.37, 0.34), (0.22, 0.33)])
def test_of_two_photographs_of_a_notice_the_one_with_smaller_print_shows_the_wall(dossier, desk, wall):
    others = [page(Title("诚信承诺书"), "本人承诺", file=f"{i}.jpg", quality=Quality(scene=0.2)) for i in range(3)]
    told = kinds(dossier, taken("desk.jpg", 430, desk), taken("wall.jpg", 340, wall), *others)
    assert (told["desk.jpg"], told["wall.jpg"]) == ("publicity_notice", "publicity_photo")


def test_an_address_that_a_sentence_names_makes_no_screenshot():
    assert not looks_like_photo(layout(*NOTICE, "公示方式：在我馆官方网站（www.example.com）公示。"), 0.0)
    assert looks_like_photo(layout(*NOTICE, "www.example.com/tzgg/4471.html"), 0.0)
