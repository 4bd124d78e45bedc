"""Days and months as Chinese documents write them, read into ISO form."""

from __future__ import annotations

from dossier.text.moments import Moment, moments

_TRIM = " \t\r\n\u3000。，,;；"


def parse_date(text: str) -> str | None:
    """The day a text consists of, as YYYY-MM-DD; None when it is anything else or no day of the calendar.

    Read are 2025年7月14日, 2025.07.14, 2025-7-14, 2025/7/14, 20250714 and 二〇二五年七月十四日, with blanks
    anywhere, a weekday or a time of day behind.
    """
    moment = _only_moment(text)
    return moment.iso() if moment and moment.day is not None else None


def parse_month(text: str) -> str | None:
    """The month a text consists of, as YYYY-MM; a full date gives its month; None for anything else."""
    moment = _only_moment(text)
    written = moment.iso() if moment and not moment.forever else None
    return written[:7] if written else None


def find_dates(text: str) -> list[tuple[str, int, int]]:
    """Every full date in a text as (YYYY-MM-DD, start, end); runs of bare digits are not taken for dates."""
    found = []
    for moment in moments(text):
        written = None if moment.loose or moment.day is None else moment.iso()
        if written:
            found.append((written, moment.start, moment.end))
    return found


def _only_moment(text: str) -> Moment | None:
    text = text.strip(_TRIM)
    first = next(moments(text), None)
    return first if first and (first.start, first.end) == (0, len(text)) else None
