"""report.json: everything the software has to say about one dossier, as plain data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dossier import __version__
from dossier.model import Document, Finding, Judgement, Record
from dossier.policy import Policy
from dossier.report.certificates import certificates
from dossier.report.confirmation import result_confirmation
from dossier.report.digest import digest_of, number_of
from dossier.report.grounds import policy_of, unverified_of
from dossier.report.plain import applicant_of, fact, location_of, plain
from dossier.report.privacy import known_numbers, mask_tree
from dossier.report.publicity import publicity_table
from dossier.report.wording import SEVERITIES, word

_CITED = re.compile(r"(?<![0-9])[0-9]+-[0-9]{1,2}(?![0-9])")
FORMAT = "dossier-report/1"


def build_report(
    record: Record,
    judgement: Judgement,
    policy: Policy,
    *,
    created: str,
    input_sha256: str,
    report_id: str | None = None,
    software: str = f"dossier {__version__}",
) -> dict[str, Any]:
    """The report as plain JSON data, identity numbers masked, every list in a fixed order.

    `created` is an ISO date and time; `input_sha256` covers names and contents of all files. Without a `report_id`
    the number serves as one. Same record, judgement and policy give the same report, `id` and `created` aside.
    """
    content = {
        "format": FORMAT,
        "policy": policy_of(policy),
        "software": software,
        "input": {"sha256": input_sha256, "files": [plain(file) for file in record.files]},
        "applicant": applicant_of(record),
        "application": _application(record, policy),
        "verdict": judgement.decision.value,
        "counts": _counts(record, judgement),
        "defects": [_entry(finding, judgement, policy) for finding in _sorted(judgement.defects, policy)],
        "undecided": [
            {**_entry(finding, judgement, policy), "reason": finding.message}
            for finding in _sorted(judgement.undecided, policy)
        ],
        "passed": _in_catalogue_order(judgement.passed, policy),
        "not_applicable": [
            {"rule": rule, "why": judgement.not_applicable[rule]}
            for rule in _in_catalogue_order(judgement.not_applicable, policy)
        ],
        "clauses": _clauses((*judgement.defects, *judgement.undecided), policy),
        "failures": [dict(failure) for failure in judgement.failures],
        "publicity": publicity_table(record, judgement),
        "certificates": certificates(record, judgement, policy),
        "materials": [_material(document, policy) for document in record.documents],
        "corrections": [_correction(entry, record, policy) for entry in record.corrections],
        "result_confirmation": result_confirmation(fact(record, "committee_kind"), policy),
    }
    masked: dict[str, Any] = mask_tree(content, known_numbers(record))
    digest = digest_of(masked)
    number = number_of(policy.id, digest)
    return {"id": report_id or number, "created": created, "number": number, "digest": digest, **masked}


def _application(record: Record, policy: Policy) -> dict[str, Any]:
    stated = record.application
    series, level, routes = plain(stated.series), plain(stated.level), plain(stated.route) or ["ordinary"]
    return {
        "policy": stated.policy,
        "submitted": stated.submitted,
        "series": series,
        "series_name": policy.series[series].zh if series in policy.series else series,
        "level": level,
        "level_name": word(policy.codes["levels"], level) or None,
        "title": plain(stated.title),
        "specialty": plain(stated.specialty),
        "route": routes,
        "route_names": [word(policy.codes["routes"], route) for route in routes],
        "committee": plain(stated.committee),
    }


def _counts(record: Record, judgement: Judgement) -> dict[str, int]:
    severities = Counter(finding.severity.value for finding in judgement.defects)
    return {
        **{severity: severities[severity] for severity in SEVERITIES},
        "undecided": len(judgement.undecided),
        "passed": len(judgement.passed),
        "not_applicable": len(judgement.not_applicable),
        "failures": len(judgement.failures),
        "documents": len(record.documents),
        "pages": len(record.pages),
        "files": len(record.files),
    }


def _clauses(findings: Iterable[Finding], policy: Policy) -> dict[str, str]:
    """The words of every clause of the notice that a finding rests on, by code."""
    cited = {code for finding in findings for code in _CITED.findall(finding.clause)}
    return {code: text for code, text in policy.clauses.items() if code in cited}


def _entry(finding: Finding, judgement: Judgement, policy: Policy) -> dict[str, Any]:
    places = dict.fromkeys(finding.locations)
    unverified = unverified_of(finding, judgement, policy)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title,
        "message": finding.message,
        "clause": finding.clause,
        "citation": policy.cite(finding.clause),
        "by": finding.by,
        "remedy": finding.remedy,
        "locations": [location_of(place) for place in places],
    } | ({"unverified": unverified} if unverified else {})


def _material(document: Document, policy: Policy) -> dict[str, Any]:
    kind = policy.kinds.get(document.kind)
    return {
        "id": document.id,
        "kind": document.kind,
        "name": kind.zh if kind else document.kind,
        "title": document.title,
        "pages": [{"file": page.file, "page": page.page} for page in document.pages],
    }


def _correction(entry: Mapping[str, Any], record: Record, policy: Policy) -> dict[str, Any]:
    """What a person put right, in words for people; the reading it replaced stays beside it."""
    document = next(one for one in record.documents if one.id == entry["document"])
    before, value, kind = entry["before"], entry["value"], policy.kinds[document.kind]
    field: str | None = entry.get("field")
    if field is None:
        names = {code: one.zh for code, one in policy.kinds.items()}
        before, value = names.get(before, before), names.get(value, value)
    elif before is not None:
        before = before["value"]
    return {
        "document": document.id,
        "title": document.title,
        "field": kind.fields[field].name if field else "材料种类",
        "before": plain(before),
        "value": plain(value),
        "by": entry["by"],
        "at": entry["at"],
        "note": entry.get("note", ""),
    }


def _sorted(findings: Iterable[Finding], policy: Policy) -> list[Finding]:
    """Heaviest first, then as in the catalogue; findings of one rule by message and place."""
    rank = {severity: i for i, severity in enumerate(SEVERITIES)}
    order = _catalogue_order(policy)
    return sorted(
        findings,
        key=lambda f: (rank[f.severity.value], order.get(f.rule, len(order)), f.rule, f.message, _place_key(f)),
    )


def _place_key(finding: Finding) -> Sequence[tuple[str, int]]:
    return [(place.file, place.page) for place in finding.locations]


def _in_catalogue_order(codes: Iterable[str], policy: Policy) -> list[str]:
    order = _catalogue_order(policy)
    return sorted(set(codes), key=lambda code: (order.get(code, len(order)), code))


def _catalogue_order(policy: Policy) -> dict[str, int]:
    return {code: i for i, code in enumerate(policy.rules)}
