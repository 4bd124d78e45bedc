"""Pages as they are written: in simplified characters where the others were misread."""

from __future__ import annotations

from dataclasses import replace

from dossier.model import Page
from dossier.text.script import misread_traditional


def in_one_script(page: Page) -> Page:
    """The page with the traditional characters that recognition wrote among simplified ones put right."""
    if page.method != "ocr":
        return page
    wrong = misread_traditional("".join(line.text for line in page.lines))
    if not wrong:
        return page
    lines = (
        line
        if (text := line.text.translate(wrong)) == line.text
        else replace(line, text=text, raw=line.raw or line.text)
        for line in page.lines
    )
    return replace(page, lines=tuple(lines))
