"""Which rules a route switches off, and when that cannot be relied on."""

from __future__ import annotations

from collections.abc import Collection

from dossier.model import Document, Record
from dossier.policy import Policy
from dossier.validate.case import CERTAIN
from dossier.validate.derived_routes import digital_title
from dossier.validate.event import codes

ORDINARY = ("ordinary",)


class Routes:
    """The routes declared, those borne out by papers, and those the papers speak of without being declared.

    A dossier may be on several routes. `digital_title` is never declared: it follows from the papers. `mobility`
    excuses a part of the tenure only: no rule is off for it, TTL-03 and TTL-05 themselves leave out those years.
    """

    def __init__(self, record: Record, policy: Policy, passed: Collection[str] | None = None) -> None:
        """`passed`: the rules that pass, of those on which routes rest (`while_passing`); None: not yet judged."""
        self._policy = policy
        route = record.application.route
        origin = record.applicant.get("origin")
        self.origin = str(origin.value) if origin is not None and origin.known else None
        self.declared = codes(route) or ORDINARY
        self.unread = route is not None and not route.known and route.reason != "blank"
        papers, told = policy.routes_demand, policy.routes_told
        present = {document.kind for document in record.documents}
        self.unsure = route is not None and route.known and route.method != "stated" and route.confidence < CERTAIN
        self.borne_out = tuple(
            r for r in self.declared if not self.unsure and (r not in papers or present & {*papers[r]})
        )
        self.unproven = tuple(
            r for r in self.borne_out if passed is not None and policy.routes_while.get(r, "") not in ("", *passed)
        )
        self.derived = digital_title(record, policy)
        sure = (self.derived.route,) if self.derived is not None and not self.derived.doubt else ()
        self.borne_out = (*(r for r in self.borne_out if r not in self.unproven), *sure)
        self.telling: list[tuple[Document, str]] = [
            (document, told[document.kind])
            for document in record.documents
            if document.kind in told and told[document.kind] not in self.declared
        ]

    def told_by(self, route: str) -> Document | None:
        """The paper that speaks of a route which is not declared."""
        return next((document for document, told in self.telling if told == route), None)

    def why_off(self, code: str) -> str | None:
        """Why the rule does not apply, where routes switch it off that papers bear out."""
        return self._policy.why_off(code, self.borne_out or ORDINARY, self.origin)

    def why_doubtful(self, code: str) -> tuple[str, Document | None] | None:
        """Why a fail of the rule cannot stand although it applies, and the paper that raises the doubt."""
        for route in self.unproven:
            if self._policy.why_off(code, (route,), self.origin):
                condition = self._policy.routes_while[route]
                return f"申报类型的前提（{condition}）未通过，本条是否适用待核实", None
        if self._policy.why_off(code, self.declared, self.origin):
            return "申报类型会使本条不适用，但卷宗中未见相应的证明材料", None
        if self.derived is not None and self._policy.why_off(code, (self.derived.route,), self.origin):
            return (
                f"卷宗中有“{self.derived.paper.title}”，是否作为现职称待核实：{self.derived.doubt}",
                self.derived.paper,
            )
        if reason := self._policy.why_undecided(code, (*self.declared, *self.borne_out), self.origin):
            return reason, None
        for document, route in self.telling:
            if self._policy.why_off(code, (*self.declared, route), self.origin):
                return f"卷宗中有“{document.title}”，若按该类型申报则本条不适用，但未见申报该类型", document
        if self.unread and any(
            self._policy.why_off(code, (route,), self.origin) for route in self._policy.routes_demand
        ):
            return "申报类型无法辨认，无法确定本条是否适用", None
        return None
