"""What becomes of files between the scanner and the office: each way takes a scanned PDF and leaves other files."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import cv2
import numpy as np
import py7zr
import pymupdf
import typst
from PIL import Image

from tests.kit import packing, typefaces
from tests.kit.packing import SCAN_DPI, Leaf, Upload
from tests.kit.rules.changes import Change

_OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 4096
"""The beginning of a .doc as Word wrote it until 2003."""


def spoil(files: list[Path], changes: Iterable[Change]) -> list[Path]:
    """The files of an upload as the changes leave them; LookupError where a change means no file that is there."""
    for change in changes:
        if "file" in change:
            files = WAYS[change["as"]](files, _place(files, change["file"]))
    return files


def _place(files: list[Path], kind: str) -> int:
    name = packing.NAMES[kind]
    for at, path in enumerate(files):
        if path.stem[2:] == name:
            return at
    raise LookupError(f"no file of {kind}")


def _replaced(files: list[Path], at: int, suffix: str, data: bytes) -> list[Path]:
    files[at].unlink()
    path = files[at].with_suffix(suffix)
    path.write_bytes(data)
    return [*files[:at], path, *files[at + 1 :]]


def _encrypted(files: list[Path], at: int) -> list[Path]:
    with pymupdf.open(files[at]) as pdf:
        data = pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="user")
    return _replaced(files, at, ".pdf", data)


def _cut_off(files: list[Path], at: int) -> list[Path]:
    """A photograph of which the upload broke off."""
    data = _images(files[at])[0]
    return _replaced(files, at, ".jpg", data[: len(data) // 40])


def _twice(files: list[Path], at: int) -> list[Path]:
    """The same file under another name."""
    again = files[-1].with_name("99获奖情况.pdf")
    again.write_bytes(files[at].read_bytes())
    return [*files, again]


def _old_word(files: list[Path], at: int) -> list[Path]:
    return _replaced(files, at, ".doc", _OLD_WORD)


def _blurred(files: list[Path], at: int) -> list[Path]:
    return _drawn_anew(files, at, lambda image: cv2.GaussianBlur(image, (0, 0), 9))


def _grey(files: list[Path], at: int) -> list[Path]:
    return _drawn_anew(
        files, at, lambda image: cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    )


def _with_empty_page(files: list[Path], at: int) -> list[Path]:
    """The back of the last sheet was scanned too."""
    rng = np.random.default_rng(7)
    paper = np.clip(rng.normal(250, 1.5, (2339, 1654, 3)), 0, 255).astype(np.uint8)
    return _written(files, at, [*_pictures(files[at]), paper])


def _with_stranger(files: list[Path], at: int) -> list[Path]:
    """A page of nothing an application needs lies behind the file."""
    words = "春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明。江流宛转绕芳甸，月照花林皆似霰。"
    face = typefaces.chosen(0, None)["song"][0]
    source = f'#set page(margin: 40mm)\n#set text(font: "{face}", size: 18pt)\n#set par(leading: 2em)\n{words}'
    drawn = typst.compile(source.encode(), font_paths=typefaces.book(None), format="png", ppi=SCAN_DPI)
    page = np.asarray(Image.open(io.BytesIO(drawn)).convert("RGB"))
    path = files[-1].with_name("99其他.pdf")
    _write(path, [page])
    return [*files, path]


def _archive_cut_off(files: list[Path], at: int) -> list[Path]:
    """The material was packed once more, and the archive did not arrive whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.write(files[at], files[at].name)
    return _replaced(files, at, ".zip", out.getvalue()[: len(out.getvalue()) // 2])


def _archive_locked(files: list[Path], at: int) -> list[Path]:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w", password="2025", header_encryption=True) as archive:
        archive.write(files[at], files[at].name)
    return _replaced(files, at, ".7z", out.getvalue())


def _drawn_anew(files: list[Path], at: int, change: Callable[[np.ndarray], np.ndarray]) -> list[Path]:
    return _written(files, at, [change(image) for image in _pictures(files[at])])


def _written(files: list[Path], at: int, pictures: list[np.ndarray]) -> list[Path]:
    _write(files[at], pictures)
    return files


def _write(path: Path, pictures: list[np.ndarray]) -> None:
    upload = Upload()
    upload.add_pdf("scan.pdf", [Leaf(picture, 90) for picture in pictures])
    path.write_bytes(upload.files["scan.pdf"])


def _pictures(path: Path) -> list[np.ndarray]:
    return [np.asarray(Image.open(io.BytesIO(data)).convert("RGB")) for data in _images(path)]


def _images(path: Path) -> list[bytes]:
    """The pages of a scanned PDF, each as the picture it holds."""
    with pymupdf.open(path) as pdf:
        return [pdf.extract_image(page.get_images()[0][0])["image"] for page in pdf]


WAYS: dict[str, Callable[[list[Path], int], list[Path]]] = {
    "encrypted": _encrypted,
    "cut off": _cut_off,
    "twice": _twice,
    "old word": _old_word,
    "blurred": _blurred,
    "grey": _grey,
    "with empty page": _with_empty_page,
    "with stranger": _with_stranger,
    "archive cut off": _archive_cut_off,
    "archive locked": _archive_locked,
}
