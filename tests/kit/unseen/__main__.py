"""python -m tests.kit.unseen OUTDIR: draw the dossiers."""

from __future__ import annotations

import argparse
from pathlib import Path

from .markup import load, names
from .pack import write
from .pen import Fonts


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(prog="python -m tests.kit.unseen", description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of dossier names")
    parser.add_argument("--strength", choices=["clean", "office", "photo"], default="office")
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"))
    given = parser.parse_args()
    for name in names():
        if not given.only or name.startswith(tuple(given.only)):
            truth = write(load(name), given.outdir, Fonts(given.fonts), given.strength)
            print(name, sum(len(d["pages"]) for d in truth["documents"]), "pages")


if __name__ == "__main__":
    main()
