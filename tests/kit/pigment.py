"""Ink and paper as fields of numbers: smooth patches, and a field of ink turned into a picture."""

import cv2
import numpy as np
from PIL import Image

Mask = np.ndarray  # height x width, float32, 0 (nothing) to 1 (all)
DOTS = 12  # pixels to the millimetre of everything drawn in ink: 305 dpi


def clouds(shape: tuple[int, ...], scale: float, chance: np.random.Generator) -> Mask:
    """Smooth patches of 0..1 about `scale` pixels across."""
    small = chance.random((max(3, round(shape[0] / scale)), max(3, round(shape[1] / scale))), np.float32)
    return np.clip(cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC), 0, 1)


def tinted(ink: Mask, colour: np.ndarray, chance: np.random.Generator) -> Image.Image:
    """Ink of one colour, a little darker where there is more of it; RGBA."""
    shade = 1.06 - 0.14 * clouds(ink.shape, 40, chance) * ink
    rgb = np.clip(colour * shade[..., None], 0, 255).astype(np.uint8)
    return Image.fromarray(np.dstack([rgb, (ink * 255).astype(np.uint8)]))


def trimmed(image: Image.Image) -> Image.Image:
    """An RGBA picture cut down to what can be seen of it."""
    return image.crop(image.getchannel("A").point(lambda alpha: 255 if alpha > 10 else 0).getbbox())
