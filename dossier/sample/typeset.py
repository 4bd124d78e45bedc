"""Pages out of `pages/<kind>.typ`. All words reach typst as data; pictures lie beside the templates while it runs."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import Image

from dossier.sample.chance import dice
from dossier.sample.fonts import typesetting_fonts
from dossier.sample.handwriting import draw_portrait, draw_signature
from dossier.sample.seal import draw_seal
from dossier.sample.story import Paper

PAGES = Path(__file__).parent / "pages"
SCAN_DPI = 200
_DRAWN_AT = 1735689600
"""The creation date written into PDFs: 2025-01-01T00:00:00Z, so that equal samples have equal bytes."""


@dataclass(frozen=True)
class Sheets:
    """A drawn document: its PDF, and its pages as RGB pictures."""

    pdf: bytes
    images: tuple[Image.Image, ...]


def typeset(paper: Paper, person: str, seed: int, dpi: int = SCAN_DPI) -> Sheets:
    """Draw a document of `person`'s dossier, its page pictures at `dpi`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for template in PAGES.glob("*.typ"):
            shutil.copy(template, root)
        document = {
            "kind": paper.kind,
            "design": paper.design,
            "title": paper.title,
            "person": person,
            "fields": paper.fields,
            "extra": paper.extra,
            "pictures": _draw_pictures(paper, root, seed),
        }
        template = root / f"{paper.kind}.typ"
        (pdf,) = _compile(template, document, "pdf", dpi)
        return Sheets(pdf, tuple(_opened(page) for page in _compile(template, document, "png", dpi)))


def _compile(template: Path, document: Mapping[str, Any], form: Literal["pdf", "png"], dpi: int) -> list[bytes]:
    result = typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=typesetting_fonts(),
        format=form,
        ppi=dpi,
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
        timestamp=_DRAWN_AT,
    )
    return list(result) if isinstance(result, list) else [result]


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("RGB")


def _draw_pictures(paper: Paper, root: Path, seed: int) -> dict[str, str]:
    """Seals, signatures and portraits as PNG files in `root`: what a template calls `seal:<unit>` → file name."""
    drawn = {}
    for unit in paper.seals:
        drawn[f"seal:{unit}"] = draw_seal(unit, dice(seed, "seal", unit, paper.title))
    for name in paper.signatures:
        drawn[f"signature:{name}"] = draw_signature(name, dice(seed, "signature", name, paper.title))
    for name in paper.portraits:
        drawn[f"portrait:{name}"] = draw_portrait(dice(seed, "portrait", name))
    files = {}
    for number, (key, image) in enumerate(drawn.items()):
        files[key] = f"picture-{number}.png"
        image.save(root / files[key])
    return files
