"""Compares the records of many dossiers with each other (XDS-01 – XDS-05).

`validate_across` takes the records of a season and returns the clashes between them; `findings_of` says them to each
dossier concerned. Pure like the rules of one dossier: no file, no clock. Every rule works through indexes (number,
title, hash), never by comparing all with all. Two dossiers that clash show that one of them may be wrong, never which:
every clash is undecided and left to a person.
"""

from dossier.validate.across.clash import AcrossRule, Clash, Entry, Side
from dossier.validate.across.runner import RULES, Comparison, findings_of, trimmed, validate_across

__all__ = ["RULES", "AcrossRule", "Clash", "Comparison", "Entry", "Side", "findings_of", "trimmed", "validate_across"]
