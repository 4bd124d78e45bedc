"""The values that flow between the stages. Frozen, free of I/O, importable from everywhere."""

from dossier.model.bundle import Bundle, FileProblem, StoredFile
from dossier.model.correction import Correction, Corrections
from dossier.model.geometry import Box
from dossier.model.pages import UNCLEAR, Line, Page, Quality, Seal
from dossier.model.record import Application, Document, PageRef, PageSummary, Period, Record, Value
from dossier.model.verdict import Decision, Finding, Judgement, Outcome, Place, Severity

__all__ = [
    "UNCLEAR",
    "Application",
    "Box",
    "Bundle",
    "Correction",
    "Corrections",
    "Decision",
    "Document",
    "FileProblem",
    "Finding",
    "Judgement",
    "Line",
    "Outcome",
    "Page",
    "PageRef",
    "PageSummary",
    "Period",
    "Place",
    "Quality",
    "Record",
    "Seal",
    "Severity",
    "StoredFile",
    "Value",
]
