"""Small functions per kind of document, where labels are not enough and prose or layout must be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds import (
    assessment,
    cards,
    catalogue,
    certificates,
    commissions,
    education,
    employment,
    enterprises,
    exceptional,
    foreigners,
    forms,
    insurance,
    letters,
    licences,
    patents,
    proofs,
    publications,
    publishing,
    recommendations,
    secondments,
    standards,
    statements,
    summary,
    titles,
    work_summary,
    works,
)
from dossier.model import Value

Reader = Callable[[Draft, Mapping[str, Value], Found, Context], Mapping[str, Value]]
"""(document, labelled values, label places, context) → values to add or replace."""

READERS: Mapping[str, Reader] = {
    "review_form": forms.review_form,
    "initial_form": forms.review_form,
    "id_card": cards.id_card,
    "id_alternative": foreigners.id_alternative,
    "work_permit": foreigners.work_permit,
    "diploma": certificates.diploma,
    "degree": certificates.degree,
    "education_verification": certificates.education_verification,
    "title_certificate": titles.title_certificate,
    "publicity_notice": publications.notice,
    "publicity_photo": publications.photo,
    "publicity_result": publications.result,
    "objection_report": letters.objection_report,
    "unit_opinion": letters.unit_opinion,
    "pledge": letters.pledge,
    "commission_letter": commissions.commission_letter,
    "authority_recommendation": commissions.authority_recommendation,
    "recommendation_letter": recommendations.recommendation_letter,
    "peer_recommendation": recommendations.peer_recommendation,
    "enterprise_qualification": enterprises.enterprise_qualification,
    "exceptional_case": exceptional.exceptional_case,
    "appointment": employment.appointment,
    "employment_contract": employment.employment_contract,
    "mobility": employment.mobility,
    "conduct": proofs.conduct,
    "statement": statements.statement,
    "secondment": secondments.secondment,
    "postdoc": proofs.postdoc,
    "exam_result": proofs.exam_result,
    "name_change_proof": proofs.name_change_proof,
    "catalogue": catalogue.catalogue,
    "continuing_education": education.continuing_education,
    "social_insurance": insurance.social_insurance,
    "annual_assessment": assessment.annual_assessment,
    "summary_form": summary.summary_form,
    "paper": publishing.paper,
    "book": publishing.book,
    "patent": patents.patent,
    "patent_use": patents.patent_use,
    "standard": standards.standard,
    "work_summary": work_summary.work_summary,
    "award": works.award,
    "project": works.project,
    "achievement": works.project,
    "licence": licences.licence,
    "digital_engineer": licences.digital_engineer,
}
