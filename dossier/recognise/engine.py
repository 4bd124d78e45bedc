"""PaddleOCR's models behind four plain calls: how a page lies, where text is, what it says, where seal text is.

One engine per process: a shared engine under threads has returned another request's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import yaml
from numpy.typing import NDArray

from dossier.config import prepare_paddle
from dossier.errors import SetupError
from dossier.recognise.memory import keep_freed_memory
from dossier.recognise.models import ModelPaths
from dossier.recognise.rare_letters import RARER_FOR_SMALL, RARER_FOR_TINY

Image = NDArray[np.uint8]
Quad = NDArray[np.float32]
"""Four corners (x, y) in pixels: top left, top right, bottom right, bottom left."""

HEIGHT = 48
NARROWEST, WIDEST = 48, 3200
STRIDE = 8
"""The recognition models see a crop 48 pixels high, 48 to 3,200 wide, and say at most one character per 8 pixels."""
PADDING, LEAST_WIDTH = 16, 240
"""Grey to the right of the widest crop of a batch, and the least width of a batch: a short word alone reads badly.

PaddleOCR itself pads to 320 pixels, which costs time and reads no better."""
BATCH_PIXELS = 48 * 320 * 10
"""Bounds a batch's memory: ten short lines or one of the widest."""

RARE = 0.85
"""The most a letter is worth that was chosen over a commoner one the model gave more."""


@dataclass(frozen=True)
class Reading:
    """What one crop says."""

    text: str
    scores: tuple[float, ...] = ()
    """Probability of each character, 0 to 1."""
    centres: tuple[float, ...] = ()
    """Middle of each character as a share of the crop's width, 0 to 1."""

    @property
    def confidence(self) -> float:
        """Mean over the characters; 0 when nothing was read."""
        return round(sum(self.scores) / len(self.scores), 4) if self.scores else 0.0

    @property
    def weakest(self) -> float:
        return min(self.scores, default=0.0)


class Engine:
    """The models, each loaded when it is first needed."""

    def __init__(self, models: ModelPaths, threads: int = 1) -> None:
        self._models = models
        self._config = {
            "intra_op_num_threads": threads,
            "inter_op_num_threads": 1,
            "enable_cpu_mem_arena": False,
            "enable_mem_pattern": False,
            "log_severity_level": 3,
        }
        cv2.setNumThreads(threads)
        keep_freed_memory()
        prepare_paddle(models.orientation.parent.parent)

    def orientation(self, image: Image) -> dict[int, float]:
        """Probability of each clockwise turn (0, 90, 180, 270) that the picture seems to have been given."""
        result = self._orientation.predict(np.ascontiguousarray(image))[0]
        return {int(name): float(score) for name, score in zip(result["label_names"], result["scores"], strict=True)}

    def detect(self, image: Image, side: int, small: bool = False) -> list[Quad]:
        """Corners of every text line, in pixels of `image`. Its longer side is scaled down to `side` first."""
        model = self._small_detection if small else self._tiny_detection
        result = model.predict(np.ascontiguousarray(image), limit_side_len=side, limit_type="max")[0]
        return [np.asarray(quad, dtype=np.float32) for quad in result["dt_polys"]]

    def detect_seal_text(self, image: Image) -> list[NDArray[np.float32]]:
        """Outlines (polygons) of text on a seal, in pixels of `image`, a crop around one seal."""
        result = self._seal_detection.predict(np.ascontiguousarray(image))[0]
        return [np.asarray(polygon, dtype=np.float32) for polygon in result["dt_polys"]]

    def recognise(self, crops: Sequence[Image], small: bool = False) -> list[Reading]:
        """What each crop (one upright text line) says, in the order given."""
        predictor = (self._small_recognition if small else self._tiny_recognition).paddlex_predictor
        decode = _Decoder(predictor.post_op.character, RARER_FOR_SMALL if small else RARER_FOR_TINY)
        widths = [_scaled_width(crop) for crop in crops]
        readings = [Reading("")] * len(crops)
        for batch in _batches(widths):
            frames = predictor.runner(x=[_tensor([crops[i] for i in batch], [widths[i] for i in batch])])[0]
            for i, frame in zip(batch, frames, strict=True):
                readings[i] = decode(frame, widths[i])
        return readings

    def reads(self, character: str) -> bool:
        """Whether the tiny model knows the character at all; rare ones of names it does not."""
        return character in self._tiny_characters

    @cached_property
    def _tiny_characters(self) -> frozenset[str]:
        return frozenset(self._tiny_recognition.paddlex_predictor.post_op.character)

    @cached_property
    def _orientation(self) -> Any:
        return self._load("DocImgOrientationClassification", "PP-LCNet_x1_0_doc_ori", self._models.orientation)

    @cached_property
    def _tiny_detection(self) -> Any:
        return self._load("TextDetection", "PP-OCRv6_tiny_det", self._models.tiny_detection)

    @cached_property
    def _small_detection(self) -> Any:
        return self._load("TextDetection", "PP-OCRv6_small_det", self._models.small_detection)

    @cached_property
    def _seal_detection(self) -> Any:
        return self._load("SealTextDetection", "PP-OCRv4_mobile_seal_det", self._models.seal_detection)

    @cached_property
    def _tiny_recognition(self) -> Any:
        return self._load("TextRecognition", "PP-OCRv6_tiny_rec", self._models.tiny_recognition)

    @cached_property
    def _small_recognition(self) -> Any:
        return self._load("TextRecognition", "PP-OCRv6_small_rec", self._models.small_recognition)

    def _load(self, task: str, name: str, directory: Path) -> Any:
        try:
            import paddleocr
        except ImportError as error:
            raise SetupError(f"无法加载 PaddleOCR：{error}", _hint_for(error)) from error
        maker = getattr(paddleocr, task)
        with _yaml_read_fast():
            return maker(
                model_name=name,
                model_dir=str(directory),
                engine="onnxruntime",
                engine_config=self._config,
                device="cpu",
            )


@contextmanager
def _yaml_read_fast() -> Iterator[None]:
    """PaddleX asks PyYAML's own parser, which takes a second for the alphabets; libyaml reads the same in a tenth."""
    plain = yaml.FullLoader
    yaml.FullLoader = getattr(yaml, "CFullLoader", plain)  # type: ignore[misc]
    try:
        yield
    finally:
        yaml.FullLoader = plain  # type: ignore[misc]


def _hint_for(error: ImportError) -> str:
    if "libGL" in str(error):
        return "OpenCV 缺少图形库：运行 pip install --no-deps --force-reinstall -r requirements/opencv.lock"
    return "重新安装 dossier 的依赖：pip install paddleocr onnxruntime"


@dataclass(frozen=True)
class _Decoder:
    """Best path through a model's frames (CTC), keeping each character's own probability and place."""

    alphabet: Sequence[str]
    rarer: Mapping[str, Sequence[tuple[str, float]]] = field(default_factory=dict)
    """Letters that may stand for a rarer one, see `rare_letters`."""

    def __call__(self, frames: NDArray[np.float32], width: int) -> Reading:
        best = frames.argmax(axis=-1)
        starts = np.flatnonzero(np.diff(best, prepend=-1))
        ends = np.append(starts[1:], len(best)) - 1
        peaks = np.maximum.reduceat(frames.max(axis=-1), starts)
        said = best[starts] != 0
        letters = [self.alphabet[character] for character in best[starts][said]]
        scores = peaks[said].tolist()
        for i in (i for i, letter in enumerate(letters) if letter in self.rarer):
            start, end = starts[said][i], ends[said][i]
            letters[i], scores[i] = self._rarer(letters[i], scores[i], frames[max(start - 1, 0) : end + 2])
        middles = ((starts + ends) / 2 + 0.5) * STRIDE / width
        return Reading("".join(letters), tuple(scores), tuple(np.minimum(1.0, middles[said]).tolist()))

    def _rarer(self, letter: str, score: float, frames: NDArray[np.float32]) -> tuple[str, float]:
        """The rarer letter that is likely printed here, no surer than the two together; else the letter as read."""
        for rare, least in self.rarer[letter]:
            if rare in self.alphabet:
                seen = float(frames[:, self.alphabet.index(rare)].max())
                if seen >= least * score:
                    return rare, min(score + seen, RARE)
        return letter, score


def _scaled_width(crop: Image) -> int:
    """Width of the crop at 48 pixels' height."""
    height, width = int(crop.shape[0]), int(crop.shape[1])
    return max(NARROWEST, min(WIDEST, round(width * HEIGHT / max(height, 1))))


def _batches(widths: Sequence[int]) -> list[list[int]]:
    """Indices grouped by similar width, since every crop of a batch is padded to the widest one."""
    batches: list[list[int]] = []
    for i in sorted(range(len(widths)), key=lambda i: widths[i]):
        full = batches and (len(batches[-1]) + 1) * widths[i] * HEIGHT > BATCH_PIXELS
        if not batches or full or widths[i] > 1.25 * widths[batches[-1][0]] + 16:
            batches.append([])
        batches[-1].append(i)
    return batches


def _tensor(crops: Sequence[Image], widths: Sequence[int]) -> NDArray[np.float32]:
    """Crops as one batch, −1 to 1, padded with grey on the right."""
    batch = np.zeros((len(crops), 3, HEIGHT, max(max(widths) + PADDING, LEAST_WIDTH)), np.float32)
    for i, (crop, width) in enumerate(zip(crops, widths, strict=True)):
        batch[i, :, :, :width] = cv2.resize(crop, (width, HEIGHT)).transpose(2, 0, 1) / 127.5 - 1
    return batch
