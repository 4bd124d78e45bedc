"""XDS-04: nearly the same publicity photo under two employers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dossier.model import Place, Value
from dossier.policy import Policy
from dossier.text import fold_org
from dossier.validate.across.clash import Clash, Entry, Side, across_rule
from dossier.validate.likeness import Likeness, compare_organisations

NEAR = 28
"""Bits of 256 in which two takes of one picture differ at most: sent by phone, cut a little, made smaller."""
_BANDS, _WIDTH = 16, 16
"""Hashes up to 31 bits apart have a band of 16 bits in common, save for one bit of it: so the index finds them."""


@across_rule("XDS-04")
def same_publicity_photo_of_two_employers(entries: Sequence[Entry], policy: Policy) -> Iterator[Clash]:
    """不同用人单位的卷宗使用雷同的公示照片。

    为什么：公示照片应当反映本单位的张榜或网页公示，不同单位照片雷同，其中至少有一张不真实（评审工作惯例）。
    例：两家公司的申报人提交的公示照片是同一张，只是缩放不同。
    怎么改：由评委会办公室对照两张照片并向有关单位核实，要求提交本单位公示的原始照片。
    """
    for group in _alike(tuple(_photos(entries))):
        units = _units(group)
        if any(compare_organisations(units[0], unit) is Likeness.DIFFERENT for unit in units[1:]):
            sides = {photo.entry.name: Side(photo.entry, (photo.place,)) for photo in group}
            message = f"{len(sides)}份卷宗、不同用人单位的公示照片雷同"
            yield Clash("XDS-04", message, tuple(sides.values()))


@dataclass(frozen=True)
class _Photo:
    entry: Entry
    place: Place
    hash: int
    employer: Value


@dataclass
class _Cluster:
    """Photos near the one that came first."""

    leader: int
    photos: list[_Photo] = field(default_factory=list)


def _photos(entries: Sequence[Entry]) -> Iterator[_Photo]:
    for entry in entries:
        employer = entry.record.applicant.get("employer")
        if employer is None or not employer.known or not fold_org(str(employer.value)):
            continue
        for page in entry.record.pages:
            if page.picture_hash.strip("0"):
                place = Place(page.file, page.page, None, "公示照片")
                yield _Photo(entry, place, int(page.picture_hash, 16), employer)


def _alike(photos: Sequence[_Photo]) -> Iterator[list[_Photo]]:
    """Photos by likeness. Each is compared with the first of every cluster that shares a band, never with all."""
    clusters: list[_Cluster] = []
    index: dict[tuple[int, int], list[_Cluster]] = {}
    joined: dict[int, list[_Cluster]] = {}
    for photo in photos:
        if photo.hash not in joined:
            near = {id(c): c for key in _probes(photo.hash) for c in index.get(key, ())}
            joined[photo.hash] = [c for c in near.values() if (c.leader ^ photo.hash).bit_count() <= NEAR]
            if not joined[photo.hash]:
                cluster = _Cluster(photo.hash)
                clusters.append(cluster)
                joined[photo.hash] = [cluster]
                for key in _bands(photo.hash):
                    index.setdefault(key, []).append(cluster)
        for cluster in joined[photo.hash]:
            cluster.photos.append(photo)
    return (c.photos for c in clusters if len({photo.entry.name for photo in c.photos}) > 1)


def _bands(value: int) -> Iterator[tuple[int, int]]:
    mask = (1 << _WIDTH) - 1
    return ((band, value >> band * _WIDTH & mask) for band in range(_BANDS))


def _probes(value: int) -> Iterator[tuple[int, int]]:
    """Every band as it is and with each single bit turned."""
    for band, bits in _bands(value):
        yield band, bits
        yield from ((band, bits ^ 1 << bit) for bit in range(_WIDTH))


def _units(group: Sequence[_Photo]) -> list[Value]:
    """The employers of the group, each once."""
    return list({fold_org(str(photo.employer.value)): photo.employer for photo in group}.values())


RULES = (same_publicity_photo_of_two_employers,)
