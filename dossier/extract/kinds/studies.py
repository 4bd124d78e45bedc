"""The highest of several studies that a form lists one below the other: by its level, then by when it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.extract.kinds.columns import Piece, bands, named_heads, pieces, read_piece
from dossier.extract.layout import Layout
from dossier.model import Box, Value
from dossier.text import education_level, parse_month
from dossier.text.regex import Regex

_HEADS = {
    "education": r"(?:最高|所获|取得)?学历(?:层次|及学位|学位)?",
    "graduated": r"(?:毕业|毕\(肄\)业|毕结业|取得)(?:时间|日期|年月)",
    "school": r"毕业?(?:院校|学校)(?:名称)?|毕业院校\(?系?\)?|(?:院校|学校)名称",
    "major": r"(?:所学|毕业)?专业(?:名称)?",
    "degree": r"(?:所获|取得)?学位",
}
_LEVELS = ("secondary", "college", "bachelor", "master", "doctor")
_UPPER_SCHOOL = Regex("高中|职高")
"""A study below those that count as education, and yet one of a list."""
_BRACKETS = Regex(r"[(（][^()（）]*[)）]")
_DEGREE = Regex(r"[㐀-鿿]{1,8}(?:学士|硕士|博士)(?!研究生)")
_NEEDED = ("education", "graduated", "school")
_LEAST, _BELOW = 2, 0.5
"""Studies that make a list; share of a head's width, or of what stands below it, that the two have in common."""


def highest_studies(layouts: Sequence[Layout]) -> dict[str, Value]:
    """The fields of the highest study where a table lists at least two, none where it lists fewer."""
    rows = _studies(layouts)
    if len(rows) < _LEAST:
        return {}
    best = max(rows, key=lambda row: (_level(row["education"]), _ended(row)))
    degree = read_piece(best.get("degree"), _plain) or read_piece(best["education"], _degree_within)
    read = {
        "education": read_piece(best["education"], _plain),
        "graduated": read_piece(best["graduated"], parse_month),
        "school": read_piece(best["school"], _plain),
        "major": read_piece(best.get("major"), _plain),
        "degree": degree,
    }
    return {name: value for name, value in read.items() if value is not None}


def _studies(layouts: Sequence[Layout]) -> list[Mapping[str, Piece]]:
    """The rows below a row of heads that tell a level and when it ended, up to the first that does not."""
    for layout in layouts:
        heads: dict[str, Box] = {}
        found: list[Mapping[str, Piece]] = []
        for band in bands(pieces(layout)):
            named = named_heads(band, _HEADS)
            if not heads and all(name in named for name in _NEEDED):
                heads = named
                continue
            row = {name: one for name, head in heads.items() for one in band if one.box.overlap_x(head) > _BELOW}
            if all(name in row for name in _NEEDED) and _level(row["education"]) and _ended(row):
                found.append(row)
            elif found:
                break
        if found:
            return found
    return []


def _ended(row: Mapping[str, Piece]) -> str:
    return parse_month(row["graduated"].text) or ""


def _level(piece: Piece) -> int:
    """1 to 5 by the level a text names; 0 where it names none."""
    level = education_level(piece.text)
    return _LEVELS.index(level) + 1 if level is not None else int(_UPPER_SCHOOL.search(piece.text) is not None)


def _plain(text: str) -> str | None:
    return _BRACKETS.sub("", text).strip() or None


def _degree_within(text: str) -> str | None:
    """The degree in the brackets behind a level: 大学本科(工学学士)."""
    found = _DEGREE.search(text)
    return found.group() if found else None
