"""The law as data: the notice, its parameters, the rule catalogue, kinds of document, series, official calendar."""

from dossier.policy.consulted import consulting
from dossier.policy.corrections import load_corrections
from dossier.policy.listing import NEVER_LISTED, kinds_listed, kinds_named
from dossier.policy.load import load_policy, policy_names
from dossier.policy.model import DocumentKind, FieldSpec, Parameter, Policy, RuleInfo
from dossier.policy.office import Committee, Office, RelatedField, Scope, SpecialtyTable
from dossier.policy.series import Series
from dossier.policy.workdays import CalendarUnknown, WorkCalendar

__all__ = [
    "NEVER_LISTED",
    "CalendarUnknown",
    "Committee",
    "DocumentKind",
    "FieldSpec",
    "Office",
    "Parameter",
    "Policy",
    "RelatedField",
    "RuleInfo",
    "Scope",
    "Series",
    "SpecialtyTable",
    "WorkCalendar",
    "consulting",
    "kinds_listed",
    "kinds_named",
    "load_corrections",
    "load_policy",
    "policy_names",
]
