"""Why fields were read wrong: every miss of a field under one cause, told from the observations alone."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from dossier.score import Observation
from dossier.score.compare import plain_text

CAUSES = {
    "kind": "the page was taken for another kind of document",
    "grouping": "the document's pages were not put together, and the field was not read",
    "seal": "a seal's field is missing or wrong",
    "signature": "the state of a signature is missing or wrong",
    "list": "a list or table is missing, incomplete or wrong in a row",
    "absent prose": "a field in running text was not read",
    "absent label": "a field with a label was not read",
    "photo": "the day a camera printed was not read",
    "cut": "the value is cut, or runs on into what follows",
    "letters": "single letters are misread",
    "other": "another value than the one on the page",
}


def cause_of(miss: Observation, wrong_kind: set[tuple[str, int]], torn: set[tuple[str, int]]) -> str:
    """A key of CAUSES. `wrong_kind`, `torn`: pages (file, number) whose kind, or whose document's pages, are wrong."""
    page = (miss.file, miss.page)
    if page in wrong_kind:
        return "kind"
    if miss.got is None and page in torn:
        return "grouping"
    if miss.how in ("seal", "signature", "photo"):
        return miss.how
    if isinstance(miss.want, list):
        return "list"
    if miss.got is None:
        return f"absent {'prose' if miss.how == 'prose' else 'label'}"
    want, got = plain_text(miss.want), plain_text(miss.got)
    if want in got or got in want:
        return "cut"
    return "letters" if Levenshtein.distance(want, got) <= max(1, len(want) // 6) else "other"


def misses(observations: Sequence[Observation]) -> list[tuple[str, Observation]]:
    """Every field that was not read right, with its cause. The observations are those of ONE dossier."""
    wrong_kind = {(one.file, one.page) for one in observations if one.measure == "kind" and not one.right}
    torn = {(one.file, one.page) for one in observations if one.measure == "grouping" and not one.right}
    return [(cause_of(one, wrong_kind, torn), one) for one in observations if one.measure == "field" and not one.right]


def table(found: Iterable[tuple[str, Observation]]) -> str:
    """Markdown: causes by their number, each with the fields it struck most."""
    found = [(cause, one) for cause, one in found]
    counts = Counter(cause for cause, _ in found)
    lines = ["| cause | misses | most in |", "| --- | --- | --- |"]
    for cause, count in counts.most_common():
        struck = Counter(f"{one.kind}.{one.field}" for its, one in found if its == cause)
        most = ", ".join(f"{name} {times}" for name, times in struck.most_common(5))
        lines.append(f"| {CAUSES[cause]} | {count} | {most} |")
    return "\n".join(lines) + "\n"
