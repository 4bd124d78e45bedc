"""Options with boxes before them, as read: ticked, empty, or with a tick that was not read at all."""

from __future__ import annotations

import re

TICKS, BOXES = "☑√✓✔■☒", "□☐口囗○"
_TICK = re.compile(f"[{TICKS}]")
_OPTION = re.compile(f"[{BOXES}][^{TICKS}{BOXES}。;]{{1,14}}")


def is_ticked(text: str) -> bool:
    """Whether any tick is seen in the text."""
    return _TICK.search(text) is not None


def without_unticked(text: str) -> str:
    """The text with every option behind an empty box blanked out; places stay the same: ☑无异议 □有异议."""
    return _OPTION.sub(lambda option: "□" * len(option.group()), text)
