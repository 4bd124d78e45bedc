"""Photographs and screenshots of what was posted: told by their captions, addresses and surroundings."""

from __future__ import annotations

import re

from dossier.extract.layout import Layout
from dossier.extract.wording import BROWSER, CAPTION, CLOCK

_ANNEXED = re.compile(r"附后|见附|后附|附有|附上")
_PUBLICITY = re.compile(r"公示")
_SCENE = 0.12
"""More surroundings than the dossier's pages usually have, as a share of the page, above which a page with 公示 on it
is a photograph. In a dossier of phone photos every page has surroundings."""


def looks_like_photo(layout: Layout, usual_scene: float) -> bool:
    """A page about a publication that says it is a picture of it, or is one."""
    text = layout.flow.text
    bare = layout.flow.prose.text
    if not _PUBLICITY.search(bare) and not CAPTION.search(bare):
        return False
    if _has_caption(layout) and not _is_list_of_documents(bare):
        return True
    if _PUBLICITY.search(bare) is None:
        return False
    more = layout.page.quality.scene - usual_scene
    return _address(text) or more > _SCENE or (CLOCK.search(text) is not None and more >= 0)


def _has_caption(layout: Layout) -> bool:
    """A caption, not the mention of photographs that are annexed. An annex may be captioned so in its first row."""
    for index, row in enumerate(layout.flow.rows()):
        text = row.prose.text
        if CAPTION.search(text) and not _ANNEXED.search(text) and (index == 0 or "附件" not in text):
            return True
    return False


def _address(text: str) -> bool:
    """Words of a browser window: an address, a path of links, a counter of views. Two, or an address on its own."""
    hits = {match.group()[:4] for match in BROWSER.finditer(text.replace("\n", " ").replace("\t", " "))}
    return len(hits) >= 2 or any(hit.startswith(("http", "www.")) for hit in hits)


def _is_list_of_documents(text: str) -> bool:
    return "材料目录" in text or "材料清单" in text or text.count("证书") >= 3
