"""The twelve paragraphs of the notice, and what shows on pages that each is kept."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.kit.rules.cases import Case, cases

_FILE = Path(__file__).with_name("paragraphs.toml")
PARAGRAPHS = range(1, 13)


@dataclass(frozen=True)
class Demand:
    """One thing that a paragraph asks. One of `base`, `case` and `test` says what shows it."""

    paragraph: int
    says: str
    decision: str = ""
    """What the whole dossier is told: accept, review, return or reject."""
    base: str = ""
    case: str = ""
    confirmed: str = ""
    """The kind of committee by which the report says who confirms and publishes the result (560-7)."""
    test: str = ""
    """A test in the repository, as pytest names it."""

    def shown_by(self) -> Case | None:
        """The case; None where an application in order shows it. KeyError where there is none of that name."""
        return {each.name: each for each in cases()}[self.case] if self.case else None


@cache
def demands() -> tuple[Demand, ...]:
    """In the order of the file, which is that of the paragraphs."""
    return tuple(Demand(**row) for row in tomllib.loads(_FILE.read_text("utf-8"))["demand"])


def table(seen: dict[tuple[str, str], tuple[str, str | None]], strength: str) -> Sequence[str]:
    """Lines of Markdown. `seen`: by base and case (empty: in order), the decision and the kind of committee."""
    lines = [
        f"## By paragraph of the notice: {strength}\n",
        "| paragraph | what it asks | shown by | decision | kept |",
    ]
    lines.append("|---|---|---|---|---|")
    for each in demands():
        if each.test:
            lines.append(f"| {each.paragraph} | {each.says} | `{each.test.partition('::')[2]}` | – | by the test |")
            continue
        case = each.shown_by()
        place = (case.base, case.name) if case else (each.base, "")
        if place in seen:
            decision, confirmed = seen[place]
            kept = decision == each.decision and each.confirmed in ("", confirmed)
            lines.append(f"| {each.paragraph} | {each.says} | {place[1] or place[0]} | {decision} | {_said(kept)} |")
    return lines


def _said(kept: bool) -> str:
    return "yes" if kept else "**no**"
