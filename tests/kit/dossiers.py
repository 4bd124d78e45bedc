"""Draw dossier number n at one strength of damage, pack it, and write its truth beside it."""

import json
import random
import shutil
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from tests.kit import damage, packing, paper, scenes, truth, word
from tests.kit.facts.documents import Facts
from tests.kit.packing import NAMES, SCAN_DPI, Leaf, Upload
from tests.kit.piles import pile
from tests.kit.truth import Placed

STRENGTHS = ("clean", "office", "photo")
PACKAGINGS = ("files", "merged", "shuffled", "several", "photos", "mixed")
QUALITY = {"clean": 90, "office": 60, "photo": 40}
TURNED = {"clean": 0.0, "office": 0.05, "photo": 0.05}
GREY_COPIES = 0.08
"""The share of an office's pages that are black-and-white copies."""
DIGITAL = ("education_verification", "social_insurance", "exam_result", "enterprise_qualification", "summary_form")
"""Kinds that come as the PDF a platform gives out, where a dossier is packed `mixed`."""
SUBMITTED = "2025-11-20"
_POINTS_TO_PIXELS = np.diag([SCAN_DPI / 72, SCAN_DPI / 72, 1.0])


@dataclass
class Drawn:
    """A document ready to be packed: its leaves, or the file it already is."""

    kind: str
    leaves: list[Leaf]
    carries: list[np.ndarray]
    greys: list[bool]
    sheet: paper.Sheet | None
    stamped: dict[int, np.ndarray]
    file: bytes = b""
    entry: dict[str, Any] | None = None


def is_fax(number: int, strength: str) -> bool:
    """A quarter of the worst dossiers came over a fax line instead of a telephone's camera."""
    return strength == "photo" and number % 4 == 3


def packaging(number: int) -> str:
    return PACKAGINGS[number % len(PACKAGINGS)]


def folder_name(number: int, strength: str) -> str:
    return f"{number:03}-{strength}"


def is_drawn(folder: Path) -> bool:
    """truth.json is written last."""
    return (folder / "truth.json").is_file()


def make(
    number: int, strength: str, out: Path, fonts: Path | None = None, kinds: Collection[str] | None = None
) -> Path:
    """Write OUT/<number>-<strength>/ with the upload and truth.json; the folder. `kinds`: draw no others."""
    folder = out / folder_name(number, strength)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rng = np.random.default_rng([number, STRENGTHS.index(strength)])
    who, documents = pile(number)
    mixed = packaging(number) == "mixed"
    drawn = [
        _draw(hand, facts, who, number, strength, mixed, rng, fonts, place)
        for place, (hand, facts) in enumerate(documents)
        if facts.kind != "catalogue" and (kinds is None or facts.kind in kinds)
    ]
    hand, first = documents[0]
    listed = replace(first, fields={"entries": _entries(drawn)})
    drawn.insert(0, _draw(hand, listed, who, number, strength, mixed, rng, fonts, 0))
    upload, entries = _pack(drawn, number, rng)
    facts = {
        "upload": upload.write(folder, _merged(number), number % 2 == 1),
        "strength": strength,
        "submitted": SUBMITTED,
        "packaging": packaging(number),
        "documents": entries,
    }
    (folder / "truth.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), "utf-8")
    return folder


def _draw(
    hand: str,
    facts: Facts,
    who: dict[str, Any],
    number: int,
    strength: str,
    mixed: bool,
    rng: np.random.Generator,
    fonts: Path | None,
    place: int,
) -> Drawn:
    if mixed and facts.kind in word.KINDS:
        data, entry = word.write(facts)
        return Drawn(facts.kind, [], [None], [False], None, {}, data, entry)
    sheet = paper.draw(hand, facts, who, number * 100 + place, fonts)
    if mixed and facts.kind in DIGITAL:
        count = len(sheet.sizes)
        return Drawn(facts.kind, [], [np.eye(3)] * count, [False] * count, sheet, {}, sheet.pdf)
    drawn = Drawn(facts.kind, [], [], [], sheet, {})
    for page in range(len(sheet.sizes)):
        _damage(drawn, sheet, page, number, strength, rng)
    return drawn


def _damage(drawn: Drawn, sheet: paper.Sheet, page: int, number: int, strength: str, rng: np.random.Generator) -> None:
    """Append the page's leaf, how points are carried to its pixels, and whether it lost its colour."""
    image = paper.picture(sheet, page, SCAN_DPI)
    style = next((mark for mark in sheet.marks if mark.page == page and mark.how == "scene"), None)
    grey, two_valued = False, False
    if style is not None:
        shot = scenes.board(image, rng, style.what, style.rest.removeprefix("?") or None)
        if shot.stamp_box is not None:
            drawn.stamped[page] = np.asarray(shot.stamp_box, float)
        result = damage.Damaged(shot.image, shot.matrix)
    elif is_fax(number, strength):
        result, grey, two_valued = damage.fax(image, rng), True, True
    elif strength == "office" and rng.random() < GREY_COPIES:
        result, grey = damage.grey_copy(image, rng), True
    else:
        result = {"clean": damage.clean, "office": damage.office, "photo": damage.photo}[strength](image, rng)
    turns = int(rng.integers(1, 4)) if rng.random() < TURNED[strength] else 0
    drawn.leaves.append(Leaf(damage.quarter(result.image, turns), QUALITY[strength], two_valued))
    drawn.carries.append(result.matrix @ _POINTS_TO_PIXELS)
    drawn.greys.append(grey)


def _entries(drawn: list[Drawn]) -> list[dict[str, Any]]:
    """The rows of the catalogue: kinds in their order, the pages of equal ones together."""
    rows: dict[str, int] = {}
    for document in drawn:
        rows[NAMES[document.kind]] = rows.get(NAMES[document.kind], 0) + len(document.carries)
    return [{"title": title, "pages": pages} for title, pages in rows.items()]


def _merged(number: int) -> str | None:
    return "职称申报材料.pdf" if packaging(number) in ("merged", "shuffled") else None


def _pack(drawn: list[Drawn], number: int, rng: np.random.Generator) -> tuple[Upload, list[dict[str, Any]]]:
    """The upload, and the entries of truth.json in its order."""
    upload, chance = Upload(), random.Random(int(rng.integers(2**31)))
    if packaging(number) == "shuffled":
        chance.shuffle(drawn)
    where: dict[int, list[tuple[str, int]]] = {}
    match packaging(number):
        case "merged" | "shuffled":
            order = [(i, p) for i, document in enumerate(drawn) for p in range(len(document.leaves))]
            if packaging(number) == "shuffled":
                order = _parted(order, drawn, chance)
            upload.add_pdf(_merged(number), [drawn[i].leaves[p] for i, p in order])
            at = {page: n for n, page in enumerate(order, 1)}
            where = {i: [(_merged(number), at[i, p]) for p in range(len(d.leaves))] for i, d in enumerate(drawn)}
        case "several":
            for n, members in enumerate(packing.dealt(len(drawn), chance), 1):
                name = f"{chance.choice(['一', '二', '三'])}批/scan{n:04}.pdf"
                upload.add_pdf(name, [leaf for i in members for leaf in drawn[i].leaves])
                count = iter(range(1, 1000))
                for i in members:
                    where[i] = [(name, next(count)) for _ in drawn[i].leaves]
        case "photos":
            count = iter(range(4021, 9999))
            for i, document in enumerate(drawn):
                where[i] = [(f"IMG_{next(count)}.{'png' if leaf.two_valued else 'jpg'}", 1) for leaf in document.leaves]
                for (name, _), leaf in zip(where[i], document.leaves, strict=True):
                    upload.files[name] = leaf.data()
        case "files" | "mixed":
            style = ("material", "scanner", "folder")[number // len(PACKAGINGS) % 3]
            for i, document in enumerate(drawn):
                name = packing.file_name(style, i + 1, document.kind, chance)
                if document.file:
                    name = name.removesuffix(".pdf") + (".pdf" if document.sheet else ".docx")
                    upload.files[name] = document.file
                else:
                    upload.add_pdf(name, document.leaves)
                where[i] = [(name, p) for p in range(1, len(document.carries) + 1)]
    return upload, [_entry(document, where[i]) for i, document in enumerate(drawn)]


def _parted(order: list[tuple[int, int]], drawn: list[Drawn], chance: random.Random) -> list[tuple[int, int]]:
    """One document of several pages is torn apart: its last page comes to lie two documents further on."""
    torn = [i for i, document in enumerate(drawn) if len(document.leaves) > 1]
    if not torn:
        return order
    last = (chosen := chance.choice(torn), len(drawn[chosen].leaves) - 1)
    rest = [page for page in order if page != last]
    after = min(chosen + 2, len(drawn) - 1)
    cut = next((n for n, (a, b) in enumerate(pairwise(rest), 1) if a[0] == after and b[0] != after), len(rest))
    return [*rest[:cut], last, *rest[cut:]]


def _entry(document: Drawn, where: list[tuple[str, int]]) -> dict[str, Any]:
    """The document's entry in truth.json, its places in points as they stand in the upload."""
    if document.sheet is None:
        entry = {**document.entry, "pages": [{"file": file, "page": page} for file, page in where]}
        for places in entry["places"].values():
            places[0]["file"] = where[0][0]
        return entry
    placed = []
    stamped = {}
    for number, (file, page) in enumerate(where):
        scale = 1.0
        if document.leaves:
            alone = not file.endswith(".pdf")
            scale = packing.photo_scale(document.leaves[number].image) if alone else 72 / SCAN_DPI
        carry = np.diag([scale, scale, 1.0]) @ document.carries[number]
        placed.append(Placed(file, page, carry, document.greys[number]))
        if number in document.stamped:
            stamped[number] = [round(float(v), 1) for v in document.stamped[number] * scale]
    return truth.entry(document.sheet, placed, stamped)
