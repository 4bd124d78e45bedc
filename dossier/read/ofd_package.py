"""The archive of an OFD file: its parts by location, with bounds on what they expand to, and no entities in its XML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

_MOST_XML = 16 * 1024 * 1024
"""Bytes of one part. The page of a certificate has some ten thousand, that of a dense table a million."""
_MOST_DATA = 64 * 1024 * 1024
"""Bytes of a picture or a seal."""
_MOST_PARTS = 50_000
_SEALED = ("encryptions.xml", "encryptinfo.xml", "encryptions.dat")
"""Names at the root of packages that are encrypted after GM/T 0099."""
_DEEPEST = 60


class Encrypted(Exception):
    """The package, or a part of it, needs a key."""


class Element:
    """An element of a part by local names: programs write OFD with and without a prefix, and with two namespaces."""

    def __init__(self, node: ElementTree.Element) -> None:
        self._node = node

    @property
    def name(self) -> str:
        return self._node.tag.rpartition("}")[2]

    @property
    def text(self) -> str:
        return self._node.text or ""

    def get(self, attribute: str, default: str = "") -> str:
        return self._node.get(attribute, default)

    def __iter__(self) -> Iterator[Element]:
        return map(Element, self._node)

    def all(self, path: str) -> Iterator[Element]:
        """The elements at a path of local names, such as Pages/Page."""
        found = self._node.findall("/".join(f"{{*}}{step}" for step in path.split("/")))
        return map(Element, found)

    def first(self, path: str) -> Element | None:
        return next(self.all(path), None)

    def said(self, path: str) -> str:
        """The text at a path; empty where there is none."""
        found = self.first(path)
        return "" if found is None else found.text.strip()


class _Plain(ElementTree.TreeBuilder):
    """Refuses documents that declare anything (entities that expand) or are nested beyond all reason."""

    depth = 0

    def doctype(self, *_: Any) -> None:
        raise ValueError("a part of an OFD has no document type")

    def start(self, tag: Any, attrs: Any, /) -> ElementTree.Element:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ValueError("elements nested too deeply")
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> ElementTree.Element:
        self.depth -= 1
        return super().end(tag)


class Package:
    """An opened OFD file. Raises Encrypted, and what zipfile and the parser raise over damaged ones."""

    def __init__(self, path: str) -> None:
        self._zip = ZipFile(path)
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS:
            raise BadZipFile("too many parts")
        self._parts = {_key(entry.filename): entry for entry in entries}
        if any(name in self._parts for name in _SEALED):
            raise Encrypted

    def located(self, location: str, part: str) -> str:
        """The part a location stands for: from the root, or from the folder of the part that names it."""
        location = location.strip().replace("\\", "/")
        if location.startswith("/"):
            return _key(location)
        beside = _key(posixpath.join(posixpath.dirname(part), location))
        return beside if beside in self._parts else _key(location)

    def has(self, part: str) -> bool:
        return part in self._parts

    def xml(self, part: str) -> Element:
        """The root of a part. Raises KeyError when it is not there."""
        parser = ElementTree.XMLParser(target=_Plain())
        parser.feed(self._read(part, _MOST_XML))
        return Element(parser.close())

    def data(self, part: str) -> bytes:
        """The bytes of a part that is no XML; none where it is missing."""
        return self._read(part, _MOST_DATA) if part in self._parts else b""

    def _read(self, part: str, most: int) -> bytes:
        entry = self._parts[_key(part)]
        if entry.flag_bits & 1:
            raise Encrypted
        with self._zip.open(entry) as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            raise ValueError("a part expands beyond all reason")
        return content


@lru_cache(maxsize=2)
def opened(path: str) -> Package:
    """The package, kept open for its next page."""
    return Package(path)


def _key(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").casefold()
