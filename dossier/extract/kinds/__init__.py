"""Small functions per kind of document, where labels are not enough and prose or layout must be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds import cards, certificates, forms, letters, publications
from dossier.model import Value

Reader = Callable[[Draft, Mapping[str, Value], Found, Context], Mapping[str, Value]]
"""(document, labelled values, label places, context) → values to add or replace."""

READERS: Mapping[str, Reader] = {
    "review_form": forms.review_form,
    "initial_form": forms.review_form,
    "id_card": cards.id_card,
    "diploma": certificates.diploma,
    "degree": certificates.degree,
    "publicity_notice": publications.notice,
    "publicity_photo": publications.photo,
    "publicity_result": publications.result,
    "objection_report": letters.objection_report,
    "unit_opinion": letters.unit_opinion,
    "pledge": letters.pledge,
}
