"""Draws a dossier, damages its pages, packs its files, and writes the truth."""

from __future__ import annotations

import io
import json
import random
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pymupdf

from . import damage, word
from .inline import Context
from .markup import Dossier, Source
from .pen import Fonts
from .script import draw
from .sheet import Sheet

Picture = damage.Picture


@dataclass
class Drawn:
    """A document with its pages: a PDF still with its text, and what is told of it."""

    source: Source
    pdf: Any
    fields: dict[str, Any]
    pages: list[dict[str, Any]] = field(default_factory=list)


def seed(*parts: object) -> int:
    """The same number for the same words, on every machine."""
    return zlib.crc32("/".join(map(str, parts)).encode())


def option(source: Source, name: str) -> str:
    """What stands behind the equals sign of a document's option, or nothing."""
    return next((o.split("=")[1] for o in source.options if o.startswith(name + "=")), "")


def _sheet(dossier: Dossier, source: Source, n: int, fonts: Fonts) -> Drawn:
    context = Context(dossier.words)
    sheet = Sheet(fonts, context, random.Random(seed(dossier.name, n)), dossier.bank)
    draw(sheet, [*dossier.head.get("style", "").replace(";", "\n").split("\n"), *source.lines])
    return Drawn(source, sheet.pdf, {**context.fields, **{k: json.loads(v) for k, v in source.extra.items()}})


def _catalogue(dossier: Dossier, drawn: list[Drawn], source: Source) -> tuple[Source, list[dict[str, Any]]]:
    """The catalogue's source with its rows filled in: an untitled document belongs to the entry before it."""
    entries: list[dict[str, Any]] = []
    for doc in drawn:
        if doc.source.kind == "catalogue":
            continue
        if doc.source.title:
            entries.append({"title": doc.source.title, "pages": 0, "order": int(option(doc.source, "order") or 0)})
        if entries:
            entries[-1]["pages"] += len(doc.pdf)
    entries.sort(key=lambda entry: (entry["order"], entry["title"] if entry["order"] else ""))
    for entry in entries:
        del entry["order"]
    lines, start = [], 1
    for line in source.lines:
        if not line.startswith("%each "):
            lines.append(line)
            continue
        for n, entry in enumerate(entries, 1):
            end = start + entry["pages"] - 1
            words = {"<n>": n, "<title>": entry["title"], "<pages>": entry["pages"], "<from>": start, "<to>": end}
            row = line[6:]
            for key, value in words.items():
                row = row.replace(key, str(value))
            lines.append(row)
            start = end + 1
    return Source(source.kind, source.file, source.title, source.options, lines, source.extra), entries


def _by_year(doc: Drawn) -> list[dict[str, Any]]:
    """The fields of a document; of an assessment of several years, written `+ years = […]`, those of each year."""
    if doc.source.kind != "annual_assessment" or "years" not in doc.fields:
        return [doc.fields]
    shared = {name: value for name, value in doc.fields.items() if name != "years"}
    return [{**shared, **year} for year in doc.fields["years"]]


def drawn_documents(dossier: Dossier, fonts: Fonts) -> list[Drawn]:
    """All documents of a dossier in their order, the catalogue with the pages the others have."""
    out = [_sheet(dossier, s, n, fonts) for n, s in enumerate(dossier.documents) if s.kind != "catalogue"]
    for n, source in enumerate(dossier.documents):
        if source.kind == "catalogue":
            filled, entries = _catalogue(dossier, out, source)
            doc = _sheet(dossier, filled, n, fonts)
            doc.fields = {"entries": entries}
            out.insert(n, doc)
    return out


def picture(doc: Drawn, number: int, strength: str, rng: np.random.Generator) -> Picture:
    """One page as the scanner or telephone gives it."""
    page = doc.pdf[number]
    dpi = 150 if page.rect.width < 1000 else 130
    pix = page.get_pixmap(dpi=dpi, alpha=False)
    image = np.frombuffer(pix.samples, np.uint8).reshape(pix.height, pix.width, 3).copy()
    options = doc.source.options
    scene = option(doc.source, "scene")
    if scene:
        return damage.board(image, rng, scene, option(doc.source, "stamp").replace("_", " "))
    if "copy" in options:
        image = damage.copied(image, rng)
    if "mono" in options:
        image = damage.mono(image, rng)
    if option(doc.source, "turn"):
        image = np.rot90(image, int(option(doc.source, "turn")) // 90).copy()
    if "flat" in options:
        strength = "office"
    born = "born" in options and number + 1 < int(option(doc.source, "inked") or 999)
    if strength == "office" and not born:
        return damage.office(image, rng)
    return damage.photo(image, rng, option(doc.source, "light")) if strength == "photo" else image


def write(dossier: Dossier, out: Path, fonts: Fonts, strength: str) -> dict[str, Any]:
    """Draw one dossier into OUT/NAME and give its truth. A dossier's own strength comes before the wished one."""
    name, head = dossier.name, dossier.head
    strength = head.get("strength", strength)
    docs = drawn_documents(dossier, fonts)
    files: dict[str, Any] = {}
    merged = head["upload"] if head["upload"].endswith(".pdf") else ""
    shots = 0
    for n, doc in enumerate(docs):
        if doc.source.file.endswith(".docx"):
            files[doc.source.file] = word.document(doc.source, dossier)
            doc.pages = [{"file": doc.source.file, "page": 1}]
            continue
        for number in range(len(doc.pdf)):
            rng = np.random.default_rng(seed(name, n, number))
            if head.get("jpg"):
                shots += 1
                file = head["jpg"].replace("#", f"{int(head.get('first', '1')) + shots * 3 + shots % 2:04d}")
                files[file] = damage.jpeg(picture(doc, number, strength, rng), int(rng.integers(62, 84)))
                doc.pages.append({"file": file, "page": 1})
                continue
            file = merged or doc.source.file
            if file.endswith(".jpg"):
                file = file if number == 0 else f"{file[:-4]} ({number + 1}).jpg"
                files[file] = damage.jpeg(picture(doc, number, strength, rng), int(rng.integers(62, 84)))
                doc.pages.append({"file": file, "page": 1})
                continue
            pdf = files.setdefault(file, pymupdf.open())
            _add(pdf, doc, number, strength, rng)
            doc.pages.append({"file": file, "page": len(pdf)})
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    _pack(files, folder / head["upload"], head.get("names", "utf-8"))
    truth = {
        "upload": head["upload"],
        "strength": strength,
        "submitted": head["submitted"],
        **{k: head.get(k, "").split() for k in ("verdict", "must", "undecided", "tolerated")},
        "documents": [
            {"kind": d.source.kind, "pages": d.pages, "fields": fields} for d in docs for fields in _by_year(d)
        ],
    }
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return truth


def _add(pdf: Any, doc: Drawn, number: int, strength: str, rng: np.random.Generator) -> None:
    page = doc.pdf[number]
    inked = int(option(doc.source, "inked") or 999)
    if "born" in doc.source.options and number + 1 < inked:
        pdf.insert_pdf(doc.pdf, from_page=number, to_page=number)
        return
    image = picture(doc, number, strength, rng)
    h, w = image.shape[:2]
    wide, high = page.rect.width, page.rect.height
    photographed = strength == "photo" and "flat" not in doc.source.options
    if option(doc.source, "scene") or option(doc.source, "turn") or photographed:
        wide, high = 595, 595 * h / w
    new = pdf.new_page(width=wide, height=high)
    new.insert_image(new.rect, stream=damage.jpeg(image, int(rng.integers(60, 82))))


def _bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    if any(page.get_fonts() for page in content):
        content.subset_fonts()
    out = io.BytesIO()
    content.save(out, garbage=3, deflate=True, no_new_id=True)
    return out.getvalue()


class _GbInfo(zipfile.ZipInfo):
    """An archive's entry whose name stands in GB 18030 without the UTF-8 flag, as Chinese Windows writes it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gb18030"), self.flag_bits


def _pack(files: dict[str, Any], target: Path, encoding: str) -> None:
    if target.suffix == ".pdf":
        target.write_bytes(_bytes(next(iter(files.values()))))
        return
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            kind = _GbInfo if encoding == "gb18030" else zipfile.ZipInfo
            info = kind(file, (2025, 10, 24, 9, 30, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if encoding == "gbk":
                info.filename = file.encode("gbk").decode("cp437")
                info.flag_bits &= ~0x800
            archive.writestr(info, _bytes(content))
