"""What happens to a page on its way: office scanner, phone camera, fax. BGR arrays in and out; the seed decides."""

import cv2
import numpy as np

Picture = np.ndarray


def jpeg(page: Picture, quality: int) -> Picture:
    return cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)


def _turn(page: Picture, degrees: float, ground: int = 250) -> Picture:
    h, w = page.shape[:2]
    m = cv2.getRotationMatrix2D((w / 2, h / 2), degrees, 1)
    return cv2.warpAffine(page, m, (w, h), flags=cv2.INTER_CUBIC, borderValue=(ground,) * 3)


def _light(shape: tuple, rng: np.random.Generator, low: float) -> np.ndarray:
    small = rng.uniform(low, 1.0, (3, 3)).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)[..., None]


def office(page: Picture, rng: np.random.Generator, grey: bool = False, quarter: int = 0) -> Picture:
    """Skew up to 1.5 degrees, specks, paper tone, edge shadow, JPEG 60; `quarter` turns of the whole page."""
    page = _turn(page, rng.uniform(-1.5, 1.5)).astype(np.float32)
    page = page * 0.93 + rng.uniform(8, 16)
    page += rng.normal(0, 5, page.shape)
    edge = np.minimum(1, 0.55 + np.arange(page.shape[1]) / 40)[None, :, None]
    page = np.clip(page * edge, 0, 255).astype(np.uint8)
    for x, y in zip(rng.integers(0, page.shape[1], 60), rng.integers(0, page.shape[0], 60), strict=True):
        cv2.circle(page, (int(x), int(y)), int(rng.integers(1, 3)), (int(rng.integers(30, 140)),) * 3, -1)
    if grey:
        page = cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    return jpeg(np.ascontiguousarray(np.rot90(page, quarter)), 60)


def desk(shape: tuple, rng: np.random.Generator) -> Picture:
    """A table top or wall: a tone with grain and soft light."""
    tone = rng.integers(60, 190, 3).astype(np.float32)
    grain = cv2.GaussianBlur(rng.normal(0, 14, (*shape, 1)).astype(np.float32), (0, 0), sigmaX=12, sigmaY=1)
    return np.clip((tone + grain.reshape((*shape, 1))) * _light(shape, rng, 0.7), 0, 255).astype(np.uint8)


def warp_onto(ground: Picture, page: Picture, corners: np.ndarray) -> Picture:
    """Lay `page` on `ground` so that its corners (clockwise from top left) come to `corners` (pixels)."""
    h, w = page.shape[:2]
    m = cv2.getPerspectiveTransform(np.float32([[0, 0], [w, 0], [w, h], [0, h]]), np.float32(corners))
    size = (ground.shape[1], ground.shape[0])
    mask = cv2.warpPerspective(np.full((h, w), 255, np.uint8), m, size)[..., None] / 255
    return (ground * (1 - mask) + cv2.warpPerspective(page, m, size, flags=cv2.INTER_AREA) * mask).astype(np.uint8)


def photo(page: Picture, rng: np.random.Generator) -> Picture:
    """A phone above a desk: perspective, a hand's shadow, slight blur, colour cast, JPEG 45."""
    h, w = page.shape[:2]
    m = 0.06
    ground = desk((int(h * (1 + 2 * m)), int(w * (1 + 2 * m))), rng)
    base = np.float32([[0, 0], [w, 0], [w, h], [0, h]]) + np.float32([w * m, h * m])
    shot = warp_onto(ground, page, base + rng.uniform(-0.035, 0.035, (4, 2)) * [w, h]).astype(np.float32)
    shot *= _light(shot.shape, rng, 0.62)
    shot *= np.array([rng.uniform(0.9, 1), rng.uniform(0.96, 1), 1])
    shot = cv2.GaussianBlur(shot, (0, 0), rng.uniform(0.6, 1.0)) + rng.normal(0, 4, shot.shape)
    return jpeg(np.clip(shot, 0, 255).astype(np.uint8), 45)


def fax(page: Picture, rng: np.random.Generator) -> Picture:
    """One bit: threshold, lost and stray dots, a streak."""
    grey = cv2.cvtColor(_turn(page, rng.uniform(-0.8, 0.8), 255), cv2.COLOR_BGR2GRAY)
    noisy = cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32) + rng.normal(0, 22, grey.shape)
    bits = np.where(noisy > 165, 255, 0).astype(np.uint8)
    bits[rng.random(bits.shape) > 0.9992] = 0
    bits[:, int(rng.integers(40, bits.shape[1] - 40))] = 0
    return cv2.cvtColor(bits, cv2.COLOR_GRAY2BGR)
