"""How many characters of a printed text were read, wherever in the line they stand."""

from __future__ import annotations

from collections import Counter


def characters_read(text: str, line: str) -> int:
    """Length of the text less the edits (one character put in, left out or changed) that make it from `line`.

    The line may hold more than the text: it is compared with the stretch of the line that is nearest to it. Never
    below 0.
    """
    return max(0, len(text) - _edits_to_a_stretch(text, line))


def characters_there(text: str, lines: str) -> int:
    """How many characters of a text of several rows, such as a table, stand in the lines, in whatever order.

    The cells of a table have no one order in which they are read, so their characters are counted, not aligned.
    """
    return (Counter(text) & Counter(lines)).total()


def _edits_to_a_stretch(text: str, line: str) -> int:
    """Sellers' algorithm: the edit distance of the text to the nearest stretch of the line."""
    if text in line:
        return 0
    previous = [0] * (len(line) + 1)
    for row, wanted in enumerate(text, start=1):
        current = [row]
        for column, found in enumerate(line, start=1):
            changed = previous[column - 1] + (wanted != found)
            current.append(min(changed, previous[column] + 1, current[-1] + 1))
        previous = current
    return min(previous)
