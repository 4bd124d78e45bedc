"""A thumb's print, a portrait and an emblem, none of them anybody's: drawn from the generator alone."""

import cv2
import numpy as np
from PIL import Image

from tests.kit.pigment import DOTS, clouds, tinted, trimmed


def fingerprint(chance: np.random.Generator) -> Image.Image:
    """A red thumb print, about 16 x 21 mm, RGBA: ridges around a whorl, pressed unevenly."""
    high, wide = 24 * DOTS, 19 * DOTS
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32) / DOTS
    u, v = x - wide / DOTS / 2, y - high / DOTS / 2
    drift = 3.2 * (clouds((high, wide), 90, chance) - 0.5)
    cx, cy = chance.uniform(-1.5, 1.5), chance.uniform(-2, 2)
    radius = np.hypot((u - cx) * 1.25, v - cy) + 0.12 * chance.choice([-1, 1]) * np.arctan2(v - cy, u - cx)
    flow = np.where(v > 3.5 + cy, radius + 0.5 * (v - 3.5 - cy), radius) + drift
    ridges = np.clip(0.5 + 1.6 * np.sin(flow * 2 * np.pi / chance.uniform(0.55, 0.7)), 0, 1)
    rim = np.hypot(u / 8, v / 10.4) + 0.16 * (clouds((high, wide), 40, chance) - 0.5)
    pressed = np.clip((1 - rim) * 7, 0, 1) * (0.45 + 0.5 * clouds((high, wide), 70, chance))
    grain = 1 - 0.5 * clouds((high, wide), 3, chance)
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), chance.uniform(-30, 30), 1.0)
    ink = cv2.warpAffine(
        (cv2.GaussianBlur(ridges, (0, 0), 0.8) * pressed * grain).astype(np.float32), turn, (wide, high)
    )
    return trimmed(tinted(ink, np.array([206, 36, 44]) + chance.integers(-12, 13, 3), chance))


def portrait(chance: np.random.Generator) -> Image.Image:
    """A one-inch photograph, 25 x 35 mm, RGB: head and shoulders of nobody before a plain ground."""
    wide, high = 25 * DOTS, 35 * DOTS
    ground = np.array([(250, 250, 250), (67, 142, 219), (190, 30, 40)][int(chance.integers(3))], np.float32)
    picture = np.broadcast_to(ground, (high, wide, 3)).copy()
    skin = np.array([224, 182, 152]) + chance.integers(-16, 17, 3)
    hair = np.array([34, 28, 26]) + chance.integers(-8, 9, 3)
    coat = [(38, 42, 58), (64, 66, 70), (24, 24, 28), (92, 38, 46)][int(chance.integers(4))]
    middle, eyes, broad = wide / 2 + chance.uniform(-4, 4), high * 0.4, wide * chance.uniform(0.2, 0.235)
    long_hair = chance.random() < 0.45

    def blob(x: float, y: float, a: float, b: float, colour: object) -> None:
        axes = (round(a * 16), round(b * 16))
        shade = tuple(float(value) for value in np.asarray(colour))
        cv2.ellipse(picture, (round(x * 16), round(y * 16)), axes, 0, 0, 360, shade, -1, cv2.LINE_AA, 4)

    if long_hair:
        blob(middle, eyes + broad * 0.5, broad * 1.35, broad * 2.0, hair)
    blob(middle, high * 1.02, wide * 0.47, high * 0.3, coat)
    blob(middle, high * 0.72, broad * 0.62, broad * 0.9, skin * 0.92)
    blob(middle, eyes - broad * 0.25, broad * 1.1, broad * 1.3, hair)
    blob(middle, eyes + broad * 0.2, broad, broad * 1.32, skin)
    for side in (-1, 1):
        blob(middle + side * broad * 0.42, eyes - broad * 0.22, broad * 0.24, broad * 0.045, hair)
        blob(middle + side * broad * 0.42, eyes + broad * 0.02, broad * 0.16, broad * 0.08, hair * 0.9)
        blob(middle + side * broad * 0.5, high * 0.8, broad * 0.42, broad * 0.12, (244, 244, 244))
    blob(middle, eyes + broad * 0.52, broad * 0.14, broad * 0.08, skin * 0.86)
    blob(middle, eyes + broad * 0.92, broad * 0.32, broad * 0.07, (176, 92, 88))
    light = 0.9 + 0.2 * clouds((high, wide), 120, chance)[..., None]
    picture = cv2.GaussianBlur(picture, (0, 0), 1.6) * light + chance.normal(0, 3, picture.shape)
    return Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))


def emblem(chance: np.random.Generator) -> Image.Image:
    """A round ornament where a certificate carries an emblem, 22 mm, RGBA: cogs, sheaves, a gate; no real one."""
    side = 24 * DOTS
    gold, red = (214, 164, 52), (196, 38, 36)
    picture = np.zeros((side, side, 4), np.float32)
    middle, unit = side / 2, side / 24
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    angle, radius = np.arctan2(y - middle, x - middle), np.hypot(x - middle, y - middle) / unit
    teeth = int(chance.integers(18, 30))
    picture[radius < 10.2 + 0.6 * np.sign(np.sin(teeth * angle))] = (*gold, 255)
    picture[radius < 9.2] = (*red, 255)
    leaves = (radius > 6.8) & (radius < 8.8) & (np.sin(angle * 40 + radius * 2) > 0) & (np.sin(angle) > -0.6)
    picture[leaves] = (*gold, 255)
    for level, half in enumerate((4.2, 3.2, 2.0)):
        top, left = round(middle + (1.6 - 1.9 * level) * unit), round(middle - half * unit)
        cv2.rectangle(picture, (left, top), (side - left, top + round(0.9 * unit)), (*gold, 255), -1)
    cv2.circle(picture, (round(middle), round(middle - 4.6 * unit)), round(0.9 * unit), (*gold, 255), -1, cv2.LINE_AA)
    return trimmed(Image.fromarray(cv2.GaussianBlur(picture, (0, 0), 1.0).astype(np.uint8)))
