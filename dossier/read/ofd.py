"""OFD files (GB/T 33190-2016): their own text, set where it stands, on a plain drawing of the page.

Scans and outlined print hold no text: such files are refused with the request for a PDF, as are those whose seals or
pictures cannot be shown, so that nothing counts as absent that only an OFD viewer shows.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from dossier.errors import KindNotRead, ReadingError
from dossier.model import Box, Line, StoredFile
from dossier.model.picture import Picture
from dossier.read.image import may_hold_words
from dossier.read.ofd_content import POINTS, Letter, Placed, Thing, has_text, things
from dossier.read.ofd_document import Sheet, sheet, sheets
from dossier.read.ofd_package import Encrypted, opened
from dossier.read.ofd_sheet import CannotBeShown, Paper
from dossier.read.pdf import LARGEST_SIDE, PICTURE_SHARE
from dossier.read.text_layer import is_seen, joined, legible

MEDIA_TYPE = "application/ofd"
_AS_PDF = "请用 OFD 阅读器打开，导出或打印为 PDF 后上传。"
_LEAST_PICTURE = 10.0
"""Points. A picture with a shorter side is an ornament."""
_BROKEN = (
    BadZipFile,
    zlib.error,
    ParseError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    OverflowError,
)
"""What zipfile, the parser of XML and numbers that are none raise over damaged and foreign archives."""


def page_count(file: StoredFile) -> int:
    """Pages of the file. Raises ReadingError when it is encrypted or damaged, KindNotRead when no page has text."""
    with _told("OFD 文件已损坏，无法打开"):
        return _count(str(file.path))


@lru_cache(maxsize=2)
def _count(path: str) -> int:
    package = opened(path)
    pages = sheets(package)
    if pages and not any(has_text(sheet(*page)) for page in pages):
        raise KindNotRead("OFD 文件中没有文字（只有图片或空白页）", _AS_PDF)
    return len(pages)


def load_page(file: StoredFile, number: int, dpi: int) -> Picture:
    """Page `number` (from 1) drawn at `dpi`, its text as a trusted layer. Raises ReadingError and KindNotRead."""
    with _told(f"OFD 文件第 {number} 页已损坏，无法打开"):
        package = opened(str(file.path))
        one = sheet(*sheets(package)[number - 1])
        found = [thing for thing in things(one) if _is_shown(thing, one)]
        if not any(isinstance(thing, Letter) for thing in found):
            raise KindNotRead(f"OFD 文件第 {number} 页没有文字（只有图片或空白）", _AS_PDF)
        width, height = (side * POINTS for side in (one.frame.width, one.frame.height))
        resolution = max(int(min(dpi, LARGEST_SIDE * 72 / max(width, height))), 36)
        try:
            paper = _drawn(one, found, Paper(width, height, resolution), package.data)
        except CannotBeShown as error:
            raise KindNotRead(f"OFD 文件第 {number} 页的图片或印章图样无法显示", _AS_PDF) from error
    lines = _lines(found)
    if not legible(lines):
        raise KindNotRead(f"OFD 文件第 {number} 页的文字编码无法识别", _AS_PDF)
    pixels = paper.pixels
    boxes = tuple(thing.box for thing in found if isinstance(thing, Placed))
    covered = sum(box.area for box in boxes) / (width * height)
    wordless = covered <= PICTURE_SHARE and not any(may_hold_words(box.width, box.height) for box in boxes)
    trusted = wordless and all(is_seen(line.box, pixels, resolution) for line in lines)
    digest = hashlib.sha256(pixels.tobytes() + repr(lines).encode()).hexdigest()
    return Picture(file.name, number, pixels, float(resolution), digest, lines if trusted else None, boxes)


@contextmanager
def _told(damage: str) -> Iterator[None]:
    """What is wrong with the file, said to the applicant."""
    try:
        yield
    except Encrypted as error:
        raise ReadingError("OFD 文件已加密，无法打开", _AS_PDF) from error
    except _BROKEN as error:
        raise ReadingError(damage, _AS_PDF) from error


def _is_shown(thing: Thing, one: Sheet) -> bool:
    """Whether it lies on the page and is no ornament."""
    page = Box(0, 0, one.frame.width, one.frame.height).scaled(POINTS)
    match thing:
        case Letter():
            return page.contains(thing.box.cx, thing.box.cy)
        case Placed():
            large = min(thing.box.width, thing.box.height) >= _LEAST_PICTURE
            return large and page.intersection(thing.box) > 0
    return True


def _drawn(one: Sheet, found: Sequence[Thing], paper: Paper, data: Callable[[str], bytes]) -> Paper:
    parts = {thing.part for thing in found if isinstance(thing, Placed)}
    paper.draw(found, {part: data(part) for part in parts if part})
    for stamp in one.stamps:
        x, y = one.frame.x0, one.frame.y0
        place = Box(stamp.place.x0 - x, stamp.place.y0 - y, stamp.place.x1 - x, stamp.place.y1 - y)
        paper.stamp(stamp, place.scaled(POINTS))
    return paper


def _lines(found: Sequence[Thing]) -> tuple[Line, ...]:
    """Letters joined to lines as those of a PDF are, whatever objects they come in."""
    letters = [
        {
            "text": thing.text,
            "x0": thing.box.x0,
            "x1": thing.box.x1,
            "top": thing.box.y0,
            "bottom": thing.box.y1,
            "size": thing.box.height,
        }
        for thing in found
        if isinstance(thing, Letter)
    ]
    return joined(letters)
