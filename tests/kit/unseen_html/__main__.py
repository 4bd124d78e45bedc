"""python -m tests.kit.unseen_html OUTDIR: draw the dossiers."""

from __future__ import annotations

import argparse
from pathlib import Path

from .draw import names, write


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(prog="python -m tests.kit.unseen_html", description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of dossier names")
    given = parser.parse_args()
    for name in names():
        if not given.only or name.startswith(tuple(given.only)):
            truth = write(name, given.outdir)
            print(name, sum(len(d["pages"]) for d in truth["documents"]), "pages", flush=True)


if __name__ == "__main__":
    main()
