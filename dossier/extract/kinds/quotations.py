"""Titles in quotation marks whose row ends before the marks do."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.extract.persons import UNSURE
from dossier.extract.sentences import Prose
from dossier.model import Value


def closed(title: Value | None, prose: Prose) -> Value | None:
    """The title with the rest of what it puts in quotation marks, where its row ends within them."""
    said = str(title.value) if title is not None and title.known else ""
    opened = re.search(r"“[^”]*$|《[^》]*$", said)
    if title is None or opened is None:
        return title
    mark = "”" if opened.group()[0] == "“" else "》"
    whole = prose.search(rf"{re.escape(said)}[^“《。;]{{0,40}}?{mark}[^,。;:)”“《》]{{0,30}}(?=[,。;:)”》])")
    return (
        prose.value(whole.group(), *whole.span()) if whole else replace(title, confidence=min(UNSURE, title.confidence))
    )
