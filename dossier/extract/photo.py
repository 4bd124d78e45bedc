"""Photographs and screenshots of what was posted: told by their captions, addresses and surroundings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from statistics import median

from rapidfuzz import fuzz

from dossier.extract.announcing import announced
from dossier.extract.draft import Draft
from dossier.extract.layout import Layout
from dossier.extract.parts import names_papers
from dossier.extract.wording import BROWSER, CAPTION, CLOCK, NO_OBJECTION, OBJECTION
from dossier.model import Box, Page
from dossier.text.regex import Regex

_ANNEXED = Regex(r"附后|见附|后附|附有|附上")
_PUBLICITY = Regex(r"公示")
_SCENE = 0.12
"""More surroundings than the dossier's pages usually have, as a share of the page, above which a page with 公示 on it
is a photograph. In a dossier of phone photos every page has surroundings."""

_MORE_SCENE = 0.14
"""Share of surroundings by which a photograph exceeds a picture of the sheet alone."""
_SCREEN = 0.03
"""Share of surroundings below which a picture shows a screen or a scan and nothing else."""
_TALL_SCREEN = 1.6
"""The longer side over the shorter from which a picture is a telephone's screen rather than a sheet."""
_LARGE_STAMP = 1.3
"""How many times the page's print a date that a camera sets into its picture is high at least."""
_OPINIONS = 2
"""Cells for opinions that make a page one of a form."""
_OFF_SHEET = 0.05
"""How far the ratio of a page's sides may be from an A sheet's."""
_SMALLER = 0.87
"""Share of the other's area of print below which a picture shows more around the same words."""
_NAMES_A_SITE = Regex(r"(?:[在于]|通过|登录|网站|官网|门户|平台|主页|内网)[^,。;:(]{0,6}[(]?$")
"""Before an address in a sentence; not 不安全 or 网址, which stand before one in a browser's window."""
_PRINTED_OUT = Regex("公文打印|打印(?:人员?|时间|日期|者|部门|单位)?:|拟稿(?:人|部门|单位)?:?")
_SITE = Regex(r"https?:|www\.|\.(?:local|intra|lan|com|cn)(?:/|$|[:\d])")
_ADDRESS = Regex(r"(?:https?://)?[\w-]+(?:\.[\w-]+){1,4}(?::\d+)?/[\w/?=&.#%+-]{2,}", re.ASCII)
"""The address of a page on a row of its own, as above what a browser shows."""
_WORDS = 4
"""Letters of a line at least by which two pictures of a notice are compared."""
_ALIKE = 72
"""Similarity (0 to 100) of a notice and its photograph."""


def looks_like_photo(
    layout: Layout, usual_scene: float, titled_otherwise: bool = False, titled_as_result: bool = False
) -> bool:
    """A page about a publication that says it is a picture of it, or is one.

    `titled_otherwise`: the page bears the title of another kind of document, and only mentions a publication.
    `titled_as_result`: it bears that of the proof of its result; where it says what was the result, the surroundings
    in the picture are those of the desk it was taken on.
    """
    bare = layout.flow.prose.text
    published = _PUBLICITY.search(bare) is not None or announced([layout.flow]) is not None
    if not published and not CAPTION.search(bare):
        return False
    if _has_caption(layout) and not _is_list_of_documents(bare):
        return True
    if titled_otherwise or not published or _is_page_of_opinions(layout):
        return False
    more, printed = layout.page.quality.scene - usual_scene, _is_printed_out(layout)
    reports = titled_as_result and (NO_OBJECTION.search(bare) or OBJECTION.search(bare)) is not None
    return (
        (_address(layout) and not printed)
        or (more > max(_SCENE, usual_scene) and not reports)
        or _is_stamped(layout)
        or (CLOCK.search(layout.flow.text) is not None and more >= 0 and not reports and not printed)
    )


def _is_printed_out(layout: Layout) -> bool:
    """Whether an office system says that it printed the paper, which is the notice itself; a browser names its site."""
    return _PRINTED_OUT.search(layout.flow.prose.text) is not None and _SITE.search(layout.flow.text) is None


def _is_page_of_opinions(layout: Layout) -> bool:
    """Whether it is the page of a form on which unit and authorities write, which speaks of a publication too."""
    return sum(cell.text.endswith("意见") for cell in layout.cells) >= _OPINIONS


def _is_stamped(layout: Layout) -> bool:
    """Whether a camera has set the time into its picture: alone on its row, in larger letters than the page's."""
    usual = median(line.box.height for line in layout.page.lines)
    for row in layout.flow.rows():
        stamp = CLOCK.match(row.prose.text)
        spot = row.spot()
        if (
            stamp
            and spot
            and len(row.prose.text) - stamp.end() <= len(":00")
            and spot.box.height > _LARGE_STAMP * usual
        ):
            return True
    return False


def tell_photos_from_notices(drafts: Sequence[Draft], pages: Sequence[Page]) -> None:
    """Of two drafts with the same notice, the one with more around its print, or of another shape, is the photograph.

    One taken for a photograph by its surroundings alone is the notice where the others show more around the same print:
    it lay on a coloured desk. `pages`: all of the dossier, for where every page was taken by a telephone the shape says
    nothing.
    """
    scenes = sorted(page.quality.scene for page in pages)
    flat = bool(pages) and median(scenes) < _SCENE / 2
    taken = bool(pages) and scenes[len(scenes) // 4] >= _SCENE / 2
    published = [draft for draft in drafts if draft.kind in ("publicity_notice", "publicity_photo")]
    for draft in published:
        for other in published:
            if draft is other or draft.kind != "publicity_notice" or not _alike(draft, other):
                continue
            mine, its = draft.layouts[0].page, other.layouts[0].page
            if other.kind == "publicity_notice" and _shows_more(mine, its, flat, taken):
                draft.kind = "publicity_photo"
            elif other.kind == "publicity_photo" and _prints_smaller(mine, its) and not _tells(other.layouts[0]):
                draft.kind, other.kind = other.kind, draft.kind
    _tell_the_notice(published)


def _tell_the_notice(published: Sequence[Draft]) -> None:
    """Of pictures of the same notice, none of which is the notice, the one with the largest print is, unless it tells.

    What its own words or a stamp say is not doubted.
    """
    for draft in published:
        same = [other for other in published if other is not draft and _alike(draft, other)]
        pictures = same and all(one.kind == "publicity_photo" for one in (draft, *same))
        page = draft.layouts[0].page
        if (
            pictures
            and not _tells(draft.layouts[0])
            and all(_prints_smaller(other.layouts[0].page, page) or _tells(other.layouts[0]) for other in same)
        ):
            draft.kind = "publicity_notice"


def _alike(draft: Draft, other: Draft) -> bool:
    """Whether two drafts say the same."""
    return fuzz.ratio(draft.layouts[0].flow.prose.text, other.layouts[0].flow.prose.text) > _ALIKE


def _tells(layout: Layout) -> bool:
    """Whether words or a stamp on a picture say that it is a photograph or a screen."""
    return _has_caption(layout) or _address(layout) or _is_stamped(layout) or CLOCK.search(layout.flow.text) is not None


def _prints_smaller(page: Page, other: Page) -> bool:
    """Whether the same print takes clearly less of one picture, both upright or both across: it shows more around."""
    if (page.width > page.height) != (other.width > other.height):
        return False
    common = {line.text for line in page.lines} & {line.text for line in other.lines if len(line.text) >= _WORDS}
    mine, its = (_print_share(one, common) for one in (page, other))
    return 0 < mine < _SMALLER * its


def _print_share(page: Page, common: Collection[str]) -> float:
    """Which share of a picture the lines take that another has too, the widest of them by all their height."""
    lines = [line for line in page.lines if line.text in common] or list(page.lines)
    if not lines:
        return 0.0
    around = Box.around(line.box for line in lines)
    return max(line.box.width for line in lines) * around.height / (page.width * page.height)


def _shows_more(page: Page, other: Page, flat: bool, taken: bool) -> bool:
    """Whether a page has more around its sheet than the other, or is no sheet where the other is one.

    `flat`, `taken`: most pages of the dossier are scans, photographs. Among photographs a tall page with nothing around
    it is a telephone's screen; else the one whose print is smaller shows the wall.
    """
    more = page.quality.scene - other.quality.scene
    flatter = page if more < 0 else other
    if taken and flatter.quality.scene < _SCREEN < abs(more) and _shape(flatter) > _TALL_SCREEN:
        return flatter is page
    smaller, larger = _prints_smaller(page, other), _prints_smaller(other, page)
    if taken and smaller != larger:
        return smaller
    shaped = flat and abs(_shape(page) - 2**0.5) > _OFF_SHEET >= abs(_shape(other) - 2**0.5)
    return more > _MORE_SCENE or (shaped and more >= 0)


def _shape(page: Page) -> float:
    """The longer side over the shorter."""
    return max(page.width, page.height) / max(min(page.width, page.height), 1.0)


def _has_caption(layout: Layout) -> bool:
    """A caption, not the mention of photographs that are annexed. An annex may be captioned so in its first row."""
    for index, row in enumerate(layout.flow.rows()):
        text = row.prose.text
        if CAPTION.search(text) and not _ANNEXED.search(text) and (index == 0 or "附件" not in text):
            return True
    return False


def _address(layout: Layout) -> bool:
    """Words of a browser window: an address, a path of links, a counter of views. Two, or an address on its own.

    One that a sentence names, as where a notice was published, is none: 在我馆官方网站(www.…)公示. The times above
    talk count once: a notice may tell when it begins and ends in rows of their own.
    """
    rows = [row.text for row in layout.flow.rows()]
    if any(_ADDRESS.fullmatch(run.strip()) for row in rows for run in row.split("\t")):
        return True
    shown = (match for row in rows for match in BROWSER.finditer(row) if not _in_sentence(row, match))
    hits = {"clock" if match["clock"] else match.group()[:4] for match in shown}
    return len(hits) >= 2 or any(hit.startswith(("http", "www.")) for hit in hits)


def _in_sentence(row: str, hit: re.Match[str]) -> bool:
    before = row[: hit.start()].rpartition("\t")[2]
    return hit.group().startswith(("http", "www.")) and _NAMES_A_SITE.search(before) is not None


def _is_list_of_documents(text: str) -> bool:
    return "材料目录" in text or "材料清单" in text or text.count("证书") >= 3 or names_papers(text)
