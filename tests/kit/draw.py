"""Draw measured dossiers: `python -m tests.kit.draw OUT [--from N] [--count N] [--strength S] [--fonts DIR]`.

Each OUT/<number>-<strength>/ holds an upload (a ZIP or a merged PDF) and truth.json: what one sees, and where.
"""

import argparse
from pathlib import Path

from tests.kit.dossiers import STRENGTHS, make


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--strength", choices=STRENGTHS, action="append")
    parser.add_argument("--fonts", type=Path, help="a folder with more typefaces")
    asked = parser.parse_args()
    for number in range(asked.first, asked.first + asked.count):
        for strength in asked.strength or STRENGTHS:
            print(make(number, strength, asked.out, asked.fonts))


if __name__ == "__main__":
    main()
