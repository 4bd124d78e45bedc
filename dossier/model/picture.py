"""A page before recognition: its picture and, where it can be trusted, its text layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dossier.model.geometry import Box
from dossier.model.pages import Line


@dataclass(frozen=True)
class Picture:
    """One page as it lies in its file, not yet turned upright."""

    file: str
    number: int
    """From 1 within its file."""
    image: NDArray[np.uint8]
    """Height × width × 3, blue-green-red."""
    dpi: float
    """Pixels per 72 points of the page as it lies."""
    sha256: str
    lines: tuple[Line, ...] | None = None
    """The trusted text layer in points of the page as it lies; None where the words must be read from the picture."""
    pictures: tuple[Box, ...] = ()
    """Photographs and large images set into a born-digital page, in points."""
    embedded_dpi: float | None = None
    """Resolution of the scan itself, before it was rendered at `dpi`."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        height, width = self.image.shape[:2]
        return width * 72 / self.dpi, height * 72 / self.dpi
