"""What a file is, by its content and never by its name."""

from __future__ import annotations

import mmap
import re
from pathlib import Path

import filetype

from dossier.intake.archives import Damaged
from dossier.intake.zip_directory import ends_as_zip, read_directory

HEAD = 8192
"""Bytes from the start of a file that are looked at."""

ZIP = "application/zip"
SEVEN_ZIP = "application/x-7z-compressed"
TAR = "application/x-tar"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFD = "application/ofd"
SEALED_OFFICE = "application/x-ole-encrypted"
"""A DOCX, XLSX or PPTX that needs a password to open."""
OLD_OFFICE = "application/x-ole-storage"
UNKNOWN = "application/octet-stream"

_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"PK\x07\x08", ZIP),
    (b"PK00PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", SEVEN_ZIP),
    (b"CAJ\x00", "application/x-caj"),
    (b"HN\xc8\x00", "application/x-caj"),
    (b"KDH ", "application/x-caj"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "application/x-ms-shortcut"),
    (b"[InternetShortcut]", "application/x-ms-shortcut"),
    (b"{\\rtf", "application/rtf"),
    (b"<?xml", "application/xml"),
    (b"\xef\xbb\xbf<?xml", "application/xml"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
)
_INSIDE_ZIP = (
    ({b"word/document.xml"}, DOCX),
    ({b"xl/workbook.xml"}, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ({b"xl/workbook.bin"}, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ({b"ppt/presentation.xml"}, "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ({b"OFD.xml"}, OFD),
    ({b"mimetype", b"META-INF/container.xml"}, "application/epub+zip"),
    ({b"mimetype", b"content.xml"}, "application/vnd.oasis.opendocument"),
    ({b"Index/Document.iwa"}, "application/vnd.apple.iwork"),
)
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_AVIF_BRANDS = {b"avif", b"avis"}
"""Among the further brands of a file whose first brand is only the container's (mif1)."""
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)
_DECIDED_HERE = {"application/pdf", "image/webp", "image/bmp", *(media_type for _, media_type in _STARTS)}
"""Kinds with a stricter test here than the library's."""
_PDF = re.compile(rb"%PDF-[0-9]")
_PDF_WITHIN = 1024
"""Junk before the header of a PDF that readers put up with (ISO 32000-1, Annex H, note 13)."""
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<body|MIME-Version:)", re.IGNORECASE)


def sniff(path: Path) -> str:
    """The media type of a file's content; `UNKNOWN` when it is nothing that is known here."""
    with path.open("rb") as file:
        media_type = sniff_head(file.read(HEAD))
    if media_type == ZIP or (media_type == UNKNOWN and ends_as_zip(path)):
        return _inside_zip(path)
    if media_type == OLD_OFFICE and _mentions(path, "EncryptedPackage".encode("utf-16-le")):
        return SEALED_OFFICE
    return media_type


def sniff_head(head: bytes) -> str:
    """The media type as far as the first bytes tell: every document that is a ZIP inside is just a ZIP here."""
    for start, media_type in _STARTS:
        if head.startswith(start):
            return media_type
    if head[257:262] == b"ustar":
        return TAR
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        brands = {head[at : at + 4] for at in range(16, min(int.from_bytes(head[:4], "big"), 256), 4)}
        return "image/avif" if brands & _AVIF_BRANDS else "image/heic"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "image/bmp"
    if _PDF.search(head[: _PDF_WITHIN + len(b"%PDF-1")]):
        return "application/pdf"
    return _other(head)


def _other(head: bytes) -> str:
    """Kinds that are only named, to tell the applicant what was sent."""
    if _MARKUP.match(head):
        return "text/html"
    guess = filetype.guess(head)
    if guess is not None and guess.mime not in _DECIDED_HERE:
        return str(guess.mime)
    return "text/plain" if _is_text(head) else UNKNOWN


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return bool(head) and not any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)


def _inside_zip(path: Path) -> str:
    try:
        names = {entry.name for entry in read_directory(path).entries}
    except Damaged:
        return ZIP
    return next((media_type for parts, media_type in _INSIDE_ZIP if parts <= names), ZIP)


def _mentions(path: Path, needle: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data.find(needle) >= 0
