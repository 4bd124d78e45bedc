"""XDS-05: a dossier that was submitted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dossier.model import Place
from dossier.policy import Policy
from dossier.validate.across.clash import Clash, Entry, Side, across_rule
from dossier.validate.across.people import grouped, shared

_SHARE = 0.8
"""Of all pages of two dossiers, the share they must have in common."""
_COMMON = 20
"""A page that more dossiers hold (a notice for all colleagues) leads to no pair."""


@across_rule("XDS-05")
def dossier_submitted_twice(entries: Sequence[Entry], policy: Policy) -> Iterator[Clash]:
    """同一份材料提交了两次。

    为什么：重复的卷宗会重复登记和送审（评审工作惯例）。
    例：“郭远舟.zip”和“郭远舟（新）.zip”中的文件完全相同。
    怎么改：由评委会办公室核对后只保留一份；补正后重新提交的，以后一份为准。
    """
    pages = {entry.name: _pages(entry) for entry in entries}
    whole = {name: frozenset(own.items()) for name, own in pages.items() if own}
    same = list(shared(((whole[e.name], e) for e in entries if e.name in whole), lambda entry: entry))
    for _, group in same:
        yield Clash("XDS-05", f"{len(group)}份卷宗的页面完全相同", tuple(map(_side, group)))
    twins = {entry.name: number for number, (_, group) in enumerate(same) for entry in group}
    by_name = {entry.name: entry for entry in entries}
    for (a, b), common in _pairs(pages).items():
        share = common / (pages[a].total() + pages[b].total() - common)
        if share >= _SHARE and (a not in twins or twins[a] != twins.get(b)):
            message = f"两份卷宗有{common}页完全相同，占{share:.0%}"
            yield Clash("XDS-05", message, (_side(by_name[a]), _side(by_name[b])))


def _pages(entry: Entry) -> Counter[str]:
    """The dossier's pages by what they show, however they are cut into files; blank ones left out."""
    return Counter(page.sha256 for page in entry.record.pages if page.sha256 and not page.quality.blank)


def _pairs(pages: Mapping[str, Counter[str]]) -> dict[tuple[str, str], int]:
    """Pairs of dossiers that share a page few others hold → how many pages they share."""
    holders = grouped((page, name) for name, own in pages.items() for page in own)
    pairs = {
        (a, b)
        for names in holders.values()
        if 1 < len(names) <= _COMMON
        for number, a in enumerate(names)
        for b in names[number + 1 :]
    }
    return {(a, b): (pages[a] & pages[b]).total() for a, b in sorted(pairs)}


def _side(entry: Entry) -> Side:
    first = next((page for page in entry.record.pages if not page.quality.blank), None)
    return Side(entry, (Place(first.file, first.page),) if first else ())


RULES = (dossier_submitted_twice,)
