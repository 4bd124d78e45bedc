"""What an OFD file is made of (GB/T 33190-2016, chapter 7): pages in order, their templates, pictures and stamps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Box
from dossier.read.ofd_package import Element, Package

_A4 = Box(0, 0, 210, 297)
_MOST_SIDE = 4000.0
"""Millimetres. No sheet of a dossier comes near it."""
_MOST_PAGES = 5000
_WATERMARK = "Watermark"
"""Type of remarks that are printed across a page and say nothing of it."""
_WHOLE = 0.9
"""Of a stamp less is shown where one seal lies over the edges of all pages (骑缝章)."""


@dataclass(frozen=True)
class Layer:
    """Objects that lie on a page, moved by `x` and `y` (millimetres)."""

    element: Element
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True)
class Stamp:
    """The picture of an electronic seal where a signature shows it: its place in millimetres, the signed data."""

    place: Box
    data: bytes


@dataclass(frozen=True)
class Sheet:
    """One page: its frame in millimetres and what lies on it, lowest first."""

    frame: Box
    layers: tuple[Layer, ...]
    stamps: tuple[Stamp, ...]
    media: Mapping[str, str]
    """Parts of the package with pictures, by their number."""


@dataclass(frozen=True)
class Document:
    """One of the documents of a package; `signatures`: the part that lists them, empty where there are none."""

    package: Package
    part: str
    root: Element
    signatures: str


def sheets(package: Package) -> list[tuple[Document, Element]]:
    """The pages of all documents of a package, each with the document it belongs to. Raises as Package does."""
    root = package.xml("ofd.xml")
    found: list[tuple[Document, Element]] = []
    for body in root.all("DocBody"):
        part = package.located(body.said("DocRoot"), "ofd.xml")
        signatures = body.said("Signatures")
        document = Document(package, part, package.xml(part), signatures and package.located(signatures, "ofd.xml"))
        found += [(document, page) for page in document.root.all("Pages/Page")]
    if len(found) > _MOST_PAGES:
        raise ValueError("too many pages")
    return found


def sheet(document: Document, page: Element) -> Sheet:
    """A page with its templates below (or, where it says so, above) what is its own."""
    package = document.package
    part = package.located(page.get("BaseLoc"), document.part)
    content = package.xml(part)
    frame = _frame(content.first("Area")) or _frame(document.root.first("CommonData/PageArea")) or _A4
    templates = list(_templates(document, content))
    layers = [
        *(layer for layer, above in templates if not above),
        *map(Layer, content.all("Content/Layer")),
        *(layer for layer, above in templates if above),
        *_remarks(document, page.get("ID")),
    ]
    media: dict[str, str] = {}
    for path, owner, root in (
        ("CommonData/PublicRes", document.part, document.root),
        ("CommonData/DocumentRes", document.part, document.root),
        ("PageRes", part, content),
    ):
        for found in root.all(path):
            media |= _media(package, package.located(found.text, owner))
    return Sheet(frame, tuple(layers), tuple(_stamps(document, page.get("ID"))), media)


def numbers(text: str) -> list[float]:
    """Numbers of a list such as a box. Raises ValueError for what is none, infinite ones among it."""
    found = [float(word) for word in text.replace(",", " ").split()]
    if not all(map(math.isfinite, found)):
        raise ValueError("a number without end")
    return found


def box_of(text: str) -> Box | None:
    """A box given by corner, width and height; None where none is given."""
    if not text.strip():
        return None
    x, y, width, height = numbers(text)
    return Box(x, y, x + width, y + height)


def _frame(area: Element | None) -> Box | None:
    frame = None if area is None else box_of(area.said("PhysicalBox"))
    if frame is not None and not (0 < frame.width <= _MOST_SIDE and 0 < frame.height <= _MOST_SIDE):
        raise ValueError("no size of a page")
    return frame


def _templates(document: Document, content: Element) -> Iterator[tuple[Layer, bool]]:
    """The layers of the templates a page refers to, each once; whether they lie above the page."""
    known = {one.get("ID"): one for one in document.root.all("CommonData/TemplatePage")}
    wanted = {one.get("TemplateID"): one for one in content.all("Template")}
    for identifier, reference in wanted.items():
        if identifier not in known:
            raise KeyError(identifier)
        template = known[identifier]
        root = document.package.xml(document.package.located(template.get("BaseLoc"), document.part))
        above = (reference.get("ZOrder") or template.get("ZOrder")) == "Foreground"
        yield from ((Layer(one), above) for one in root.all("Content/Layer"))


def _media(package: Package, part: str) -> dict[str, str]:
    """Pictures of a list of resources. One that is not there leaves its pictures without pixels."""
    if not package.has(part):
        return {}
    root = package.xml(part)
    base = f"{root.get('BaseLoc') or '.'}/"
    return {
        one.get("ID"): package.located(base + one.said("MediaFile"), part) for one in root.all("MultiMedias/MultiMedia")
    }


def _remarks(document: Document, page: str) -> Iterator[Layer]:
    """What remarks (stamps as pictures, typed text) show on a page; watermarks are no part of it."""
    package = document.package
    for listed in document.root.all("Annotations"):
        part = package.located(listed.text, document.part)
        for one in package.xml(part).all("Page"):
            if one.get("PageID") != page:
                continue
            for remark in package.xml(package.located(one.said("FileLoc"), part)).all("Annot"):
                appearance = remark.first("Appearance")
                if appearance is None or remark.get("Type") == _WATERMARK or remark.get("Visible") == "false":
                    continue
                place = box_of(appearance.get("Boundary"))
                yield Layer(appearance, *((place.x0, place.y0) if place else (0.0, 0.0)))


def _stamps(document: Document, page: str) -> Iterator[Stamp]:
    """The seals signatures show on a page. Whether the signatures hold is not looked at."""
    package = document.package
    if not document.signatures:
        return
    for listed in package.xml(document.signatures).all("Signature"):
        part = package.located(listed.get("BaseLoc"), document.signatures)
        signature = package.xml(part)
        for stamp in signature.all("SignedInfo/StampAnnot"):
            place = box_of(stamp.get("Boundary"))
            clip = box_of(stamp.get("Clip"))
            if place is None or (clip is not None and clip.area < _WHOLE * place.area):
                continue
            if stamp.get("PageRef") == page:
                seal = signature.said("SignedInfo/Seal/BaseLoc") or signature.said("SignedValue")
                yield Stamp(place, package.data(package.located(seal, part)))
