"""Scores what was read against what is there: dossiers with a truth.json.

`score` is pure: a truth and a record in, observations out. Every table is a grouping of observations.
"""

from dossier.score.figures import FIGURES, READING, RULES, Figure
from dossier.score.folders import Scored, check_dossier, find_dossiers, load_results
from dossier.score.interval import Share, wilson
from dossier.score.observation import Observation
from dossier.score.scoring import score
from dossier.score.tables import all_tables, by_kind, overview, reliability
from dossier.score.truth import Truth, read_truth, truth_from_json

__all__ = [
    "FIGURES",
    "READING",
    "RULES",
    "Figure",
    "Observation",
    "Scored",
    "Share",
    "Truth",
    "all_tables",
    "by_kind",
    "check_dossier",
    "find_dossiers",
    "load_results",
    "overview",
    "read_truth",
    "reliability",
    "score",
    "truth_from_json",
    "wilson",
]
