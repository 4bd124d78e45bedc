"""Letters and statements a unit or the applicant signs."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.seeking import kept, prose_of
from dossier.extract.layout import Flow, Layout
from dossier.extract.sentences import Prose, closing, signing_rows
from dossier.extract.signing import sealed, signed
from dossier.extract.wording import AGREES, NAME, REFUSES
from dossier.model import Value


def signed_off(draft: Draft) -> tuple[Value | None, Value | None]:
    """(unit, date) at the end of the document."""
    rows = [row for layout in draft.layouts for row in signing_rows([*layout.rows, *_cell_rows(layout)])]
    return closing(rows)


def _cell_rows(layout: Layout) -> list[Flow]:
    """Rows inside cells: many letters are set in a ruled frame."""
    return [row for cell in layout.cells for row in cell.flow.rows()]


def unit_opinion(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """A unit's opinion on its own sheet: whom it is about, whether it recommends, who signs it."""
    prose = prose_of(draft)
    employer, date = signed_off(draft)
    values: dict[str, Value | None] = dict(sealed(draft.layouts))
    values |= {"employer": employer or labelled.get("employer"), "date": date, "agrees": _agrees(prose)}
    values["name"] = labelled.get("name") if labelled.get("name") else person(prose, context)
    return kept(values)


def _agrees(prose: Prose) -> Value | None:
    refuses, agrees = prose.search(REFUSES), prose.search(AGREES)
    match = refuses or agrees
    return prose.value(refuses is None, match.start(), match.end()) if match else prose.value(False, 0, len(prose.text))


def person(prose: Prose, context: Context) -> Value | None:
    """The person a letter is about: a name the dossier knows, else the first 某某同志."""
    for name in context.names:
        at = prose.text.find(name)
        if at >= 0:
            return prose.value(name, at, at + len(name))
    match = prose.search(rf"(?P<n>{NAME})(?:同志|老师|,(?:男|女)[,,])")
    return prose.value(match["n"], match.start("n"), match.end("n")) if match else None


def objection_report(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    publisher, date = signed_off(draft)
    values: dict[str, Value | None] = {"sealed": sealed(draft.layouts)["sealed"], "publisher": publisher, "date": date}
    prose = prose_of(draft)
    match = prose.search(
        r"(?:经|通过)?(?:调查)?(?:核实|核查|查证|调查)[^。]{0,60}(?:不属实|属实|不存在|不成立|成立|未发现)[^。]{0,40}"
    )
    if match and ("conclusion" not in labelled or not labelled["conclusion"].known):
        values["conclusion"] = prose.value(match.group(), match.start(), match.end())
    return kept(values)


def pledge(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    prose = prose_of(draft)
    _, date = signed_off(draft)
    values: dict[str, Value | None] = {"date": date}
    values["name"] = person(prose, context) or labelled.get("name")
    if found.get("name"):
        signatures = [signed(candidate, layout.page) for layout, candidate in found["name"]]
        values["signed"] = next((value for value in signatures if value.value is True), signatures[0])
    return kept(values)
