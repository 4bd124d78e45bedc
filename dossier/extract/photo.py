"""Photographs and screenshots of what was posted: told by their captions, addresses and surroundings."""

from __future__ import annotations

import re

from dossier.extract.layout import Layout

_CAPTION = re.compile(
    r"公示(?:栏|现场|张贴|张榜|期间)?(?:的)?(?:照片|图片|影像|截图|截屏|实景|留影)|(?:张贴|张榜|现场|网页|网站|内网|OA|系统)(?:公示)?(?:照片|图片|截图|截屏)"
    r"|拍摄(?:时间|地点|日期|于|人)|照片(?:说明|拍摄)|截图(?:时间|日期|说明)|水印相机"
)
_BROWSER = re.compile(
    r"https?:|www\.|\.(?:local|intra|lan|com|cn)(?:/|$|[:\d])|浏览(?:量|次数)|点击(?:量|数|次数)|阅读(?:量|次数|数)"
    r"|当前位置|您(?:的|现在|当前)?(?:所在)?的?位置|首页[>》/]|信息来源|发布(?:人|者|部门|单位|日期|时间):|【?字体:|打印本页|关闭窗口|收藏本页"
)
_PUBLICITY = re.compile(r"公示")
_CLOCK = re.compile(r"20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?\s?\d{1,2}:\d\d|\d\d/\d\d/\d\d\s?\d{1,2}:\d\d")
"""A camera's stamp: a date with a time of day."""
_SCENE = 0.12
"""More surroundings than the dossier's pages usually have, as a share of the page, above which a page with 公示 on it
is a photograph. In a dossier of phone photos every page has surroundings."""


def looks_like_photo(layout: Layout, usual_scene: float) -> bool:
    """A page about a publication that says it is a picture of it, or is one."""
    text = layout.flow.text
    bare = layout.flow.prose.text
    if not _PUBLICITY.search(bare) and not _CAPTION.search(bare):
        return False
    if _CAPTION.search(bare) and not _is_list_of_documents(bare):
        return True
    if _PUBLICITY.search(bare) is None:
        return False
    more = layout.page.quality.scene - usual_scene
    return _address(text) or more > _SCENE or (_CLOCK.search(text) is not None and more > 0)


def _address(text: str) -> bool:
    """Words of a browser window: an address, a path of links, a counter of views. Two, or an address on its own."""
    hits = {match.group()[:4] for match in _BROWSER.finditer(text.replace("\n", " ").replace("\t", " "))}
    return len(hits) >= 2 or any(hit.startswith(("http", "www.")) for hit in hits)


def _is_list_of_documents(text: str) -> bool:
    return "材料目录" in text or "材料清单" in text or text.count("证书") >= 3
