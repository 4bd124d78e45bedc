"""Summary forms: one person's row under headings, or a sheet of pairs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.columns import Row, pieces, rows_under
from dossier.extract.kinds.forms import WITH_ITS_YEAR, title_and_date
from dossier.extract.layout import Layout, Spot
from dossier.extract.readers import read_value, unknown, valued
from dossier.extract.sentences import org_name
from dossier.extract.vocabulary import bare
from dossier.extract.wording import NAME, NOT_A_NAME
from dossier.model import Box, Value
from dossier.policy import FieldSpec
from dossier.text import id_number_problem
from dossier.text.regex import Regex

_UNIT = Regex(r"(?:工作|申报|呈报|填报)?单位(?:名称)?(?:\([^()]{1,8}\))?:(.+)")
_CURRENT_TITLE = Regex(r"(?:现任|现有|现聘|现|已取得)(?:的)?(?:专业技术)?(?:职务|资格|职称)(?:名称|情况)?")
_HEADING = Regex(
    r"(?:推荐|申报|评审|晋升|申请|拟评)+(?P<t>[㐀-鿿]{3,16}?)(?:任职)?(?:资格|职务|职称)?(?:人员|人选|申报|推荐|对象)[^,。;:]{0,12}表$"
)
_HEAD_ROWS = 4
"""Rows among which a form's heading stands."""
_SURE = 0.85
"""Confidence below which a title gives way to the one that is found in its column."""
_BELOW = 0.25
"""Share of the page's height below a heading in which its column's first entry stands: a row may be tall."""


def summary_form(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """An employer must read as an organisation; a number with a right check digit is the person's if it is alone.

    Where the form lists several people, the applicant's own row is read and no other.
    """
    people, fields = _people(draft.layouts, context, draft.kind), context.policy.kinds[draft.kind].fields
    if len(people) > 1:
        return _own_row(people, labelled, draft, context)
    values: dict[str, Value] = title_and_date(labelled)
    studied = labelled.get("education")
    if studied is not None and (told := WITH_ITS_YEAR.fullmatch(str(studied.value))):
        values["education"] = replace(studied, value=told["v"])
    employer = labelled.get("employer")
    if employer is not None and employer.known and org_name(re.sub("[（）()]", "", str(employer.value))) is None:
        values["employer"] = _organisation(draft.layouts) or unknown(
            "ambiguous", employer.file, employer.page, employer.box or Box(0, 0, 0, 0), employer.raw
        )
    if (number := labelled.get("id_number")) is None or not number.known:
        numbers = [one for layout in draft.layouts for one in pieces(layout) if _is_id_number(one.text)]
        spot = numbers[0].spot if len({one.text for one in numbers}) == 1 else None
        values |= {"id_number": valued(numbers[0].text, spot)} if spot else {}
    if (title := labelled.get("current_title")) is None or title.confidence < _SURE:
        held = _title_below(draft.layouts, context)
        values |= {"current_title": held} if held else {}
    if (wanted := labelled.get("title")) is None or not wanted.known:
        headed = _title_of_heading(draft.layouts[0], context)
        values |= {"title": headed} if headed else {}
    known = {**labelled, **values}
    return values | _from_the_only_row(people, {name: known.get(name) for name in fields}, fields)


def _title_of_heading(layout: Layout, context: Context) -> Value | None:
    """The professional title that the form's own heading says it is for: 推荐评审高级畜牧师资格人员情况表."""
    for row in layout.flow.rows()[:_HEAD_ROWS]:
        text = row.prose.text
        headed = _HEADING.search(text)
        title = context.title_pattern.match(text, headed.start("t")) if headed else None
        spot = row.prose.spot(*title.span()) if title else None
        if title is not None and spot is not None:
            return valued(title.group(), spot)
    return None


def _from_the_only_row(
    people: Mapping[str, Row], known: Mapping[str, Value | None], fields: Mapping[str, FieldSpec]
) -> dict[str, Value]:
    """What a list of one person has below its heads, where the labels alone did not tell it."""
    row = next(iter(people.values()), {})
    open_ones = [name for name, value in known.items() if value is not None and not value.known]
    pieces_of = {name: row[name] for name in open_ones if name in row and row[name].spot is not None}
    read = {name: read_value(fields[name].type, piece.flow, piece.box) for name, piece in pieces_of.items()}
    return {name: value for name, value in read.items() if value.known}


def _people(layouts: Sequence[Layout], context: Context, kind: str) -> dict[str, Row]:
    """The rows of a list of people, by their names; of a sheet of pairs, labels stand in the column of the name."""
    heads = {name: _heads(spec) for name, spec in context.policy.kinds[kind].fields.items() if spec.labels}
    label = Regex("|".join(heads.values()))
    rows = {row["name"].text: row for row in rows_under(layouts, heads, ("name",)) if "name" in row}
    return {
        name: row
        for name, row in rows.items()
        if re.fullmatch(NAME, name)
        and not (label.fullmatch(name) or NOT_A_NAME.search(name) or name in context.policy.other_labels)
    }


def _heads(spec: FieldSpec) -> str:
    labels = "|".join(re.escape(bare(label)) for label in spec.labels)
    return f"{labels}|{spec.labels_like}" if spec.labels_like else labels


def _own_row(
    people: Mapping[str, Row], labelled: Mapping[str, Value], draft: Draft, context: Context
) -> dict[str, Value]:
    """What the list says of the applicant; open where it is not known which of the people that is."""
    fields = context.policy.kinds[draft.kind].fields
    own = next((people[name] for name in context.names if name in people), None)
    values: dict[str, Value] = {}
    for name in fields:
        piece = own.get(name) if own is not None else None
        if piece is not None and piece.spot is not None:
            values[name] = read_value(fields[name].type, piece.flow, piece.box)
        elif name in labelled:
            at = labelled[name]
            values[name] = unknown("ambiguous", at.file, at.page, at.box or Box(0, 0, 0, 0), at.raw)
    return values


def _is_id_number(text: str) -> bool:
    return re.fullmatch(r"\d{17}[\dX]", text) is not None and id_number_problem(text) is None


def _title_below(layouts: Sequence[Layout], context: Context) -> Value | None:
    """The one professional title in the columns below 现任专业技术职务, which may be a heading over several."""
    for layout in layouts:
        found = pieces(layout)
        for head in (one for one in found if _CURRENT_TITLE.fullmatch(one.text)):
            below = [
                one
                for one in found
                if one.text in context.titles
                and head.box.x0 - 4 <= one.box.cx <= head.box.x1 + 4
                and 0 <= one.box.y0 - head.box.y1 <= _BELOW * layout.page.height
            ]
            spot = below[0].spot if len({one.text for one in below}) == 1 else None
            if spot:
                return valued(below[0].text, spot)
    return None


def _organisation(layouts: Sequence[Layout]) -> Value | None:
    """The organisation behind 单位(公章): above or below the table, when all such places name the same."""
    named: dict[str, Spot] = {}
    for piece in (one for layout in layouts for one in pieces(layout)):
        match = _UNIT.match(piece.text)
        name = org_name(match[1]) if match else None
        if name and piece.spot:
            named[name] = piece.spot
    return valued(*named.popitem()) if len(named) == 1 else None
