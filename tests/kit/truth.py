"""What one sees on a drawn document, as truth.json says it: values, their places, seals, signatures."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.kit.paper import Mark, Rect, Sheet

SEAL_FIELDS = {
    ("review_form", "unit"): ("unit_sealed", "unit_seal_text"),
    ("initial_form", "unit"): ("unit_sealed", "unit_seal_text"),
    ("publicity_notice", "unit"): ("sealed", "seal_text"),
    ("publicity_result", "unit"): ("sealed", "seal_text"),
    ("unit_opinion", "unit"): ("sealed", "seal_text"),
    ("commission_letter", "issuer"): ("sealed", "seal_text"),
    ("objection_report", "unit"): ("sealed",),
    ("authority_recommendation", "issuer"): ("sealed",),
    ("statement", "unit"): ("sealed",),
}
"""Kind and slot → the fields a seal there answers: whether it is there, and whose it is."""
SIGNATURE_FIELDS = {
    ("review_form", "applicant"): "applicant_signature",
    ("review_form", "unit"): "unit_signed",
    ("review_form", "superior"): "superior_signed",
    ("initial_form", "applicant"): "applicant_signature",
    ("initial_form", "unit"): "unit_signed",
    ("initial_form", "superior"): "superior_signed",
    ("pledge", "applicant"): "signed",
    ("recommendation_letter", "recommender"): "signed",
    ("peer_recommendation", "recommender"): "signed",
}
HELD_OUT = {"held_out", "fresh"}
"""Hands whose pages nobody looks at who mends the reading: they measure it blind."""
PARTS = {"id_card": "sides", "paper": "parts", "book": "parts"}
"""Kinds whose pages say what part they are → the field that lists them."""
_PRECISION = {"@month": 7, "@year": 4}


@dataclass(frozen=True)
class Placed:
    """Where a page of a document has come to lie. `carry` takes points of the printed page to points of that page as it
    stands upright in the upload (3 × 3, homogeneous); None where the page has no fixed places (DOCX)."""

    file: str
    page: int
    carry: np.ndarray | None
    grey: bool = False
    """The page is a copy without colour: every seal on it is grey."""

    def box(self, rect: Rect) -> list[float] | None:
        if self.carry is None:
            return None
        x0, y0, x1, y1 = rect
        corners = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]], float) @ self.carry.T
        points = corners[:, :2] / corners[:, 2:]
        return [round(float(v), 1) for v in (*points.min(axis=0), *points.max(axis=0))]

    def ref(self) -> dict[str, Any]:
        return {"file": self.file, "page": self.page}


def entry(sheet: Sheet, placed: list[Placed], stamped: dict[int, list[float]] | None = None) -> dict[str, Any]:
    """The document as an entry of truth.json. `stamped`: page from 0 → box of the day a camera printed there."""
    kind, facts = sheet.facts.kind, sheet.facts.fields
    fields: dict[str, Any] = {}
    places: dict[str, list[dict[str, Any]]] = {}
    blank = []
    for mark in sheet.marks:
        if mark.how == "blank":
            blank.append(mark.what)
        elif mark.how in ("label", "prose"):
            fields[mark.what] = _shown(facts[mark.what], mark.rest)
            places.setdefault(mark.what, []).append(_place(mark, placed[mark.page], mark.how))
    if kind in PARTS:
        fields[PARTS[kind]] = list(dict.fromkeys(mark.what for mark in sheet.marks if mark.how == "part"))
    if facts.get("outcome") == "not_stated":
        fields["outcome"] = "not_stated"
    for page, box in (stamped or {}).items():
        fields["date"] = facts["date"]
        places["date"] = [placed[page].ref() | {"box": box, "text": "", "how": "photo"}]
    _add_signatures(sheet, placed, fields, places)
    seals = _add_seals(sheet, placed, fields, places)
    return {
        "kind": kind,
        "pages": [page.ref() for page in placed],
        "fields": fields,
        "blank": [name for name in blank if name not in fields],
        "layout": sheet.hand,
        "held_out": sheet.hand in HELD_OUT,
        "places": places,
        "seals": seals,
        "signatures": [
            placed[mark.page].ref()
            | {"box": placed[mark.page].box(mark.box), "state": signature.state, "name": signature.name}
            for mark in sheet.marks
            if mark.how == "sign" and (signature := sheet.facts.signatures[mark.what])
        ],
    }


def _shown(value: Any, rest: str) -> Any:
    """The part of a fact a layout shows: a date to the month (@month), rows with some of their keys (:name,title)."""
    if rest in _PRECISION:
        return "..".join(end[: _PRECISION[rest]] for end in value.split(".."))
    if rest.startswith(":"):
        keys = rest[1:].split(",")
        return [{key: row[key] for key in keys} for row in value]
    return value


def _place(mark: Mark, placed: Placed, how: str) -> dict[str, Any]:
    return placed.ref() | {"box": placed.box(mark.box), "text": mark.text, "how": how}


def _add_signatures(sheet: Sheet, placed: list[Placed], fields: dict[str, Any], places: dict[str, Any]) -> None:
    """A printed name is neither signed nor not: only its state is asked."""
    for mark in sheet.marks:
        name = SIGNATURE_FIELDS.get((sheet.facts.kind, mark.what)) if mark.how == "sign" else None
        if name and (state := sheet.facts.signatures[mark.what].state) != "printed":
            fields[name] = state == "signed"
            places[name] = [_place(mark, placed[mark.page], "signature")]


def _add_seals(
    sheet: Sheet, placed: list[Placed], fields: dict[str, Any], places: dict[str, Any]
) -> list[dict[str, Any]]:
    """The seals; their fields too, but for grey ones, which a reader can only leave open."""
    seals = []
    for seal in sheet.seals:
        page = placed[seal.page]
        state = "grey" if page.grey else seal.state
        box = page.box(seal.box)
        seals.append(
            page.ref() | {"box": box, "text": seal.text, "sub_text": seal.sub_text, "shape": seal.shape, "state": state}
        )
        for name in SEAL_FIELDS.get((sheet.facts.kind, seal.slot), ()) if state == "red" else ():
            fields[name] = seal.text if name.endswith("text") else True
            places[name] = [page.ref() | {"box": box, "text": "", "how": "seal"}]
    for mark in sheet.marks:
        if mark.how == "stamp" and sheet.facts.seals[mark.what].state == "none":
            for name in SEAL_FIELDS.get((sheet.facts.kind, mark.what), ()):
                if not name.endswith("text"):
                    fields[name] = False
                    places[name] = [_place(mark, placed[mark.page], "seal")]
    return seals
