"""Whether papers were valid on the day of submission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Value
from dossier.text import parse_date, span
from dossier.text.regex import Regex
from dossier.validate.case import DOUBTFUL, Case
from dossier.validate.dates import bounds, say
from dossier.validate.rule import Remark, fail, undecided

_FOR_GOOD = ("长期", "永久", "长期有效")
_UP_TO = Regex(r"[至到]([^至到]+)")


def expiry(value: Value | None, paper: str, case: Case) -> Iterator[Remark]:
    """Remarks where the paper's validity ended before submission or that cannot be told. Papers without end have none.

    A paper that prints no period of validity (value None) is not judged.
    """
    return last_expiry([value] if value is not None else [], paper, case)


def last_expiry(values: Sequence[Value], paper: str, case: Case) -> Iterator[Remark]:
    """The same of several papers, of which the one that is valid longest counts."""
    ends = [(value, _end(value)) for value in values]
    if any(end in _FOR_GOOD for _, end in ends):
        return
    read = [(value, end) for value, end in ends if span(end)]
    unread = [value for value, end in ends if not span(end)]
    if read and case.submitted is None:
        why = f"不知道申报材料的提交日期，无法核对{paper}是否在有效期内"
        yield undecided(why, *(value for value, _ in read))
    elif read:
        yield from _judge(*max(read, key=lambda found: found[1]), unread, paper, case)
    elif unread and not any(_ends_later(value, case) for value in unread):
        yield undecided(f"{paper}的有效期限无法辨认", *unread)


def _judge(value: Value, end: str, unread: Sequence[Value], paper: str, case: Case) -> Iterator[Remark]:
    days, submitted = span(end), case.submitted
    if days is None or submitted is None:
        return
    if days.last < submitted.first:
        said = f"{paper}有效期至{say(days.last)}，{say(submitted.first)}提交申报材料时已过期"
        yield undecided(f"{said}；另有一份的有效期限无法辨认", value, *unread) if unread else fail(said, value)
    elif days.first < submitted.last:
        yield undecided(f"{paper}有效期至{end}，与提交日期先后无法确定", value)


def _ends_later(value: Value, case: Case) -> bool:
    """Whether a period of which the beginning is lost, under a seal for instance, says a last day after submission."""
    said = _UP_TO.search(value.raw) if value.reason == "ambiguous" else None
    days = span(parse_date(said[1])) if said else None
    return days is not None and case.submitted is not None and days.first > case.submitted.last


def _end(value: Value) -> str:
    """The last day or month, or a word for good; empty where it was not read, or too doubtfully."""
    if not value.known or value.confidence < DOUBTFUL:
        return ""
    said = bounds(value)
    return said[1] if said else str(value.value)
