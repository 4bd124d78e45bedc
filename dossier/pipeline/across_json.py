"""The clashes between dossiers as plain data, with the pictures that the dossiers' reports already hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.pipeline.season import report_of
from dossier.pipeline.uploads import DOSSIERS, Upload
from dossier.policy import Policy
from dossier.report import mask_text
from dossier.report.across import FORMAT
from dossier.report.plain import location_of
from dossier.validate.across import RULES, Clash, Comparison, Side

Report = Mapping[str, Any]
_REMEDIES = {rule.code: rule.page.remedy for rule in RULES}


def across_json(compared: Comparison, uploads: Sequence[Upload], policy: Policy, created: str) -> dict[str, Any]:
    """Every clash with its rule and its dossiers; paths are those from the folder of results.

    The reports must have been amended before: theirs are the pictures.
    """
    by_name = {upload.name: upload for upload in uploads}
    reports = {
        name: report_of(by_name[name])
        for name in dict.fromkeys(side.entry.name for clash in compared.clashes for side in clash.sides)
    }
    return {
        "format": FORMAT,
        "created": created,
        "dossiers": len(uploads),
        "clashes": [_clash(clash, policy, reports) for clash in compared.clashes],
        "failures": [dict(failure) for failure in compared.failures],
    }


def _clash(clash: Clash, policy: Policy, reports: Mapping[str, Report]) -> dict[str, Any]:
    info = policy.rules[clash.rule]
    return {
        "rule": clash.rule,
        "title": info.title,
        "severity": info.severity.value,
        "citation": policy.cite(info.clause),
        "message": mask_text(clash.message),
        "remedy": _REMEDIES[clash.rule],
        "dossiers": [_side(clash.rule, side, reports[side.entry.name]) for side in clash.sides],
    }


def _side(rule: str, side: Side, report: Report) -> dict[str, Any]:
    folder, applicant = f"{DOSSIERS}/{side.entry.name}", report.get("applicant", {})
    known = {
        _key(location): location
        for point in report.get("undecided", ())
        if point["rule"] == rule
        for location in point["locations"]
        if "dossier" not in location
    }
    places = [known.get(_key(place), place) for place in map(location_of, side.places)]
    return {
        "dossier": side.entry.name,
        "applicant": applicant.get("name"),
        "id_number": applicant.get("id_number"),
        "employer": applicant.get("employer"),
        "report": f"{folder}/report.html",
        "places": [{**place, "crop": f"{folder}/{place['crop']}" if place["crop"] else None} for place in places],
    }


def _key(location: Report) -> tuple[Any, ...]:
    return location["file"], location["page"], *(location["box"] or ())
