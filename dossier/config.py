"""Settings: one frozen dataclass. The only module that reads the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from dossier.errors import UsageError


@dataclass(frozen=True)
class Settings:
    """What an administrator may set. Every field has its environment variable in `_VARIABLES`."""

    cache: Path = field(default_factory=lambda: Path(platformdirs.user_cache_dir("dossier")))
    """DOSSIER_CACHE: where models, page results and Paddle's own files are kept."""
    models: Path | None = None
    """DOSSIER_MODELS: a folder of OCR models to use instead of the installed ones (`cache`/models)."""
    workers: int = 0
    """DOSSIER_WORKERS: OCR processes; 0 = one for each processor core."""
    policy: str = "shanxi-2025"
    """DOSSIER_POLICY: name or path of the policy pack."""
    render_dpi: int = 200
    """DOSSIER_RENDER_DPI: resolution at which PDF pages are drawn, in dots per inch."""
    page_cache: bool = True
    """DOSSIER_PAGE_CACHE: keep what was read from each page, found again by the page's content (0 or 1)."""
    uploads: Path | None = None
    """DOSSIER_UPLOADS: where dossiers sent over HTTP and their results are kept (`cache`/uploads)."""
    upload_mb: int = 1024
    """DOSSIER_UPLOAD_MB: size of one upload over HTTP, MB of 1,048,576 bytes."""

    @property
    def uploads_folder(self) -> Path:
        return self.uploads or self.cache / "uploads"

    @property
    def models_folder(self) -> Path:
        return self.models or self.cache / "models"

    @property
    def worker_count(self) -> int:
        return self.workers or os.cpu_count() or 1


_VARIABLES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "DOSSIER_CACHE": ("cache", Path),
    "DOSSIER_MODELS": ("models", Path),
    "DOSSIER_WORKERS": ("workers", int),
    "DOSSIER_POLICY": ("policy", str),
    "DOSSIER_RENDER_DPI": ("render_dpi", int),
    "DOSSIER_UPLOADS": ("uploads", Path),
    "DOSSIER_UPLOAD_MB": ("upload_mb", int),
    "DOSSIER_PAGE_CACHE": ("page_cache", lambda text: bool(int(text))),
}


def load_settings() -> Settings:
    """Settings from the environment; an unknown DOSSIER_… variable or a bad value is a UsageError."""
    given = {name: value for name, value in os.environ.items() if name.startswith("DOSSIER_")}
    unknown = sorted(set(given) - set(_VARIABLES))
    if unknown:
        raise UsageError(f"不认识的环境变量：{'、'.join(unknown)}", f"可用的有：{'、'.join(_VARIABLES)}")
    values: dict[str, Any] = {}
    for name, text in given.items():
        attribute, convert = _VARIABLES[name]
        try:
            values[attribute] = convert(text)
        except ValueError as error:
            raise UsageError(f"环境变量 {name} 的值“{text}”不对", "请填写数字。") from error
    return Settings(**values)


def prepare_paddle(cache: Path) -> None:
    """Keep Paddle's files out of the home directory and its hands off the network. Before its first import."""
    os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(cache / "paddle"))
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
