"""Untitled pages that go with the cover before them, though each page is a file of its own."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.extract.layout import Layout
from dossier.extract.vote import untitled_vote
from dossier.policy import DocumentKind
from dossier.text.regex import Regex

_HOURS = "continuing_education"
_HEADS = Regex(r"年[度份]?(?=[^。;]{0,24}(?:公需|公共))(?=[^。;]{0,24}专业)[^。;]{0,30}(?:合计|总|小计|学时|学分)")
"""The heads above the hours of several years."""


def goes_with_cover(kind: DocumentKind, layout: Layout, kinds: Mapping[str, DocumentKind]) -> bool:
    """Whether an untitled page says what a document of the kind says behind its cover."""
    text = layout.flow.prose.text
    if kind.kind == _HOURS and _HEADS.search(text):
        return True
    return kind.several_pages and untitled_vote(text, kinds) == kind.kind
