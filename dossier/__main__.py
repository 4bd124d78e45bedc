"""`python -m dossier` and the console script. Says how to mend an OpenCV that does not load, before it is needed."""

from __future__ import annotations

import gc
import sys

_MEND = "pip install --no-deps --force-reinstall opencv-contrib-python-headless==4.10.0.84"


def main() -> None:
    """Run the command line. Exit status 70 where OpenCV cannot be loaded (no libGL on the machine)."""
    try:
        import cv2  # noqa: F401  the one library known to install and then not load
    except ImportError as error:
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        sys.stderr.write(f"错误：图像库 OpenCV 无法加载（{error}）\n怎么办：运行 {_MEND}\n")
        sys.exit(70)
    gc.disable()  # what is imported stays: looking through it for what can go costs a tenth of a short command
    from dossier.cli import main as run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
