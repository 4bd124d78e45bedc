"""Which kinds of document an entry of a list of materials names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from dossier.policy.model import DocumentKind, Policy
from dossier.text import squeeze

NEVER_LISTED = ("catalogue", "unknown", "portrait")
_CERTIFIES = re.compile(
    r"(?:专业技术|职称|任职|职务|电子|资格){0,3}证书?(?:复印件|原件|扫描件)?(?:[(（][^()（）]*[)）])?$"
)
"""Behind the title that a certificate bears."""


def kinds_listed(entry: str, policy: Policy) -> frozenset[str]:
    """As `kinds_named`; an entry that no kind's words name may be the certificate of a title: 三级录音师证书."""
    named = kinds_named(entry, policy.kinds)
    if named:
        return named
    words = squeeze(entry)
    told = _CERTIFIES.search(words)
    certified = told is not None and bool(policy.find_title(words[: told.start()]))
    return frozenset(["title_certificate"]) if certified else named


def kinds_named(title: str, kinds: Mapping[str, DocumentKind]) -> frozenset[str]:
    """The kinds of document an entry of a list names: 学历、学位证书 names two. The longest words win."""
    words = tuple((kind.kind, (kind.zh, *kind.titles), tuple(kind.listed_as)) for kind in kinds.values())
    return _named(squeeze(title), words)


@lru_cache(maxsize=4096)
def _named(text: str, words: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]) -> frozenset[str]:
    hits = [(start, end, kind) for kind, names, listed_as in words for start, end in _places(text, names, listed_as)]
    inside = [
        hit for hit in hits
        if not any(a <= hit[0] and hit[1] <= b and b - a > hit[1] - hit[0] for a, b, _ in hits)
    ]  # fmt: skip
    return frozenset(kind for _, _, kind in inside if kind not in NEVER_LISTED)


def _places(text: str, names: tuple[str, ...], listed_as: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in names:
        start = text.find(name)
        while start >= 0:
            yield start, start + len(name)
            start = text.find(name, start + 1)
    for pattern in listed_as:
        yield from (match.span() for match in _compiled(pattern).finditer(text))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
