"""Draw layouts to look at, and print their marks: `python -m tests.kit.proof HAND KIND… [--seed N] [--out DIR]`.

One PNG a document (its pages side by side), named HAND-KIND-NUMBER.png.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from tests.kit import paper
from tests.kit.facts.makers import facts_of
from tests.kit.facts.world import world


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hand")
    parser.add_argument("kinds", nargs="+")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--fonts", type=Path)
    parser.add_argument("--out", type=Path, default=Path("proofs"))
    parser.add_argument("--dpi", type=int, default=70)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    who = world(asked.seed)
    for kind in asked.kinds:
        for number, facts in enumerate(facts_of(kind, who)):
            sheet = paper.draw(asked.hand, facts, who, asked.seed + number, asked.fonts)
            pages = [paper.picture(sheet, page, asked.dpi) for page in range(len(sheet.sizes))]
            high = max(page.shape[0] for page in pages)
            padded = [np.pad(page, ((0, high - page.shape[0]), (0, 12), (0, 0)), constant_values=150) for page in pages]
            path = asked.out / f"{asked.hand}-{kind}-{number}.png"
            Image.fromarray(np.hstack(padded)).save(path)
            shown = {mark.what for mark in sheet.marks if mark.how in ("label", "prose", "blank")}
            print(f"{path}: {len(pages)} pages; marked {sorted(shown)}; not shown {sorted(set(facts.fields) - shown)}")
            for mark in sheet.marks:
                print(
                    f"  p{mark.page + 1} {mark.how}/{mark.what}{mark.rest} {[round(v) for v in mark.box]} {mark.text}"
                )


if __name__ == "__main__":
    main()
