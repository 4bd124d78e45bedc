"""A page of an OFD file drawn: for reading what its text does not say (rules, seals) and for showing places."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, UnidentifiedImageError

from dossier.model import Box
from dossier.read.ofd_content import Letter, Placed, Shape, Thing
from dossier.read.ofd_document import Stamp
from dossier.read.setting import font

_MOST_PIXELS = 400_000_000
"""Of all pictures on a page."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"GIF8")
"""What the picture of a seal begins with, somewhere in the seal's data."""
_MOST_TRIES = 20


class CannotBeShown(Exception):
    """A picture of a kind that is not drawn, or a damaged one."""


class Paper:
    """A white page of `width` × `height` points, drawn on at `dpi`."""

    def __init__(self, width: float, height: float, dpi: float) -> None:
        self._scale = dpi / 72
        self._page = Image.new(
            "RGB", (max(1, round(width * self._scale)), max(1, round(height * self._scale))), "white"
        )
        self._pixels_left = _MOST_PIXELS

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """Blue-green-red."""
        return np.asarray(self._page)[:, :, ::-1].copy()

    def draw(self, things: Iterable[Thing], pictures: dict[str, bytes]) -> None:
        """Lowest first. Raises CannotBeShown over a picture whose pixels are not there."""
        for thing in things:
            pen = ImageDraw.Draw(self._page)
            match thing:
                case Letter():
                    typeface = font(round(thing.box.height * self._scale))
                    place = (thing.box.x0 * self._scale, thing.box.cy * self._scale)
                    pen.text(place, thing.text, fill=thing.colour, font=typeface, anchor="lm")
                case Shape():
                    self._shape(pen, thing)
                case Placed():
                    self._paste(self._opened(pictures.get(thing.part, b"")), thing.box, ink=False)

    def stamp(self, stamp: Stamp, box: Box) -> None:
        """A seal over what is printed. Raises CannotBeShown where its picture is none of pixels."""
        for content in _pictures_in(stamp.data):
            try:
                image = self._opened(content)
            except CannotBeShown:
                continue
            self._paste(image, box, ink=True)
            return
        raise CannotBeShown

    def _shape(self, pen: ImageDraw.ImageDraw, shape: Shape) -> None:
        points = [(x * self._scale, y * self._scale) for x, y in shape.points]
        if shape.width is not None:
            pen.line(points, fill=shape.colour, width=max(1, min(100, round(shape.width * self._scale))))
        else:
            pen.polygon(points, fill=shape.colour, outline=shape.colour)

    def _opened(self, content: bytes) -> Image.Image:
        try:
            image = Image.open(io.BytesIO(content))
            self._pixels_left -= image.width * image.height
            if self._pixels_left < 0:
                raise CannotBeShown
            return image.convert("RGBA")
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, UnidentifiedImageError) as error:
            raise CannotBeShown from error

    def _paste(self, image: Image.Image, box: Box, *, ink: bool) -> None:
        """A picture at its place; `ink` lets through what is printed below."""
        x, y = round(box.x0 * self._scale), round(box.y0 * self._scale)
        size = (round(box.width * self._scale), round(box.height * self._scale))
        if not (0 < size[0] <= 2 * self._page.width and 0 < size[1] <= 2 * self._page.height):
            raise CannotBeShown
        seen = image.resize(size)
        if ink:
            flat = Image.new("RGBA", size, "white")
            flat.alpha_composite(seen)
            over = ImageChops.darker(self._page.crop((x, y, x + size[0], y + size[1])), flat.convert("RGB"))
            self._page.paste(over, (x, y))
        else:
            self._page.paste(seen, (x, y), seen)


def _pictures_in(data: bytes) -> Iterator[bytes]:
    """What may be the picture within the data of a seal (GB/T 38540), from where it begins on."""
    for start in _PICTURES:
        at = -1
        for _ in range(_MOST_TRIES):
            at = data.find(start, at + 1)
            if at < 0:
                break
            yield data[at:]
