"""OFD files put together of strings: the least of GB/T 33190 that a page needs."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def text(x: float, y: float, words: str, size: float = 4, code: str = "", **attributes: str) -> str:
    """Words whose letters begin at `x` and whose print begins at `y` (millimetres); `code`: of the TextCode."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    inside = f'<ofd:TextCode X="0" Y="{size * 0.88}" {code}>{words}</ofd:TextCode>'
    place = f'Boundary="{x} {y} 150 {size * 1.2}"'
    return f'<ofd:TextObject ID="9" {place} Font="1" Size="{size}"{more}>{inside}</ofd:TextObject>'


def image(x: float, y: float, width: float, height: float, resource: str = "50") -> str:
    return f'<ofd:ImageObject ID="8" Boundary="{x} {y} {width} {height}" ResourceID="{resource}"/>'


def page(objects: str, head: str = "") -> str:
    layer = f'<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content>'
    return f"{HEAD}<ofd:Page {NAMES}>{head}{layer}</ofd:Page>"


def parts(
    pages: Sequence[str], common: str = "", document: str = "", body: str = "", box: str = "0 0 210 297"
) -> dict[str, str | bytes]:
    """The parts of a file by name; `common`, `document` and `body` are set into CommonData, Document and DocBody."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    area = f"<ofd:PageArea><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
    root = f"<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody>"
    content = f"<ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{document}"
    return {
        "OFD.xml": f'{HEAD}<ofd:OFD {NAMES} Version="1.0" DocType="OFD">{root}</ofd:OFD>',
        "Doc_0/Document.xml": f"{HEAD}<ofd:Document {NAMES}>{content}</ofd:Document>",
        **{f"Doc_0/Pages/Page_{n}/Content.xml": one for n, one in enumerate(pages)},
    }


def packed(found: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ofd(*pages: str, **how: str) -> bytes:
    return packed(parts(pages, **how))
