"""The regular expressions whose time grows fastest with the text they are given.

    python tests/benchmarks/bench_patterns.py [--letters 2000]

Every pattern of the reading and the rules is asked for all its matches in texts of one repeated piece, half as long and
in full: twice the text for twice the time is as it should be, four times is borne for what is asked of single rows,
more must be mended.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import dossier
from dossier.text.regex import Regex

PIECES = (
    "张",
    "张三、",
    "1",
    "2023年",
    "12、张三 ",
    "单位",
    "《张》",
    "a1",
    "（张",
    "张 ",
    "：张",
    "张三2023年5月1日，",
)
SLOW = 0.01
"""Seconds for half the text from which on the whole is tried."""
_PACKAGES = ("extract", "facts", "policy", "report", "text", "validate")


def patterns() -> Iterator[tuple[str, Regex | re.Pattern[str]]]:
    """Every pattern that stands in a module, with its place; alike ones once."""
    seen: set[str] = set()
    for package in _PACKAGES:
        for module in pkgutil.walk_packages([f"{dossier.__path__[0]}/{package}"], f"dossier.{package}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Regex | re.Pattern) and value.pattern not in seen:
                    seen.add(value.pattern)
                    yield f"{module.name}.{name}", value


def seconds(pattern: Regex | re.Pattern[str], text: str) -> float:
    begun = time.perf_counter()
    for _ in pattern.finditer(text):
        pass
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=2000)
    letters = parser.parse_args().letters
    found: list[tuple[float, float, str, str]] = []
    count = 0
    for place, pattern in patterns():
        count += 1
        pattern.search("")  # compiled before it is timed
        for piece in PIECES:
            text = piece * (letters // len(piece))
            half = seconds(pattern, text[: len(text) // 2])
            if half > SLOW:
                whole = seconds(pattern, text)
                found.append((whole / half, whole, place, piece))
    print(f"{count} patterns, {letters} letters | growth | seconds | text")
    for growth, whole, place, piece in sorted(found, reverse=True)[:20]:
        print(f"{place} | {growth:.1f} | {whole:.2f} | {piece}")


if __name__ == "__main__":
    main()
