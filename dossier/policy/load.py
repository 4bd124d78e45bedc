"""Reads a policy pack, its notice and its tables from `schemas/` and makes a Policy of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.errors import PolicyError
from dossier.model import Severity
from dossier.policy.clauses import split_clauses
from dossier.policy.guard import refuse_patent_quota
from dossier.policy.model import Confirmation, DocumentKind, FieldSpec, Parameter, Policy, RuleInfo
from dossier.policy.overlay import with_overlay
from dossier.policy.overrides import overridden
from dossier.policy.pack import codes_named, pack_problems, read_notice
from dossier.policy.places import make_places
from dossier.policy.problem import Problem, file_sha256, raise_first, read_checked
from dossier.policy.resources import schema_file
from dossier.policy.series import Series, TitleIndex, demanded_rules, load_series
from dossier.policy.workdays import WorkCalendar


def load_policy(name: str = "shanxi-2025", overlay: Path | None = None) -> Policy:
    """The policy pack of that name in `schemas/policies/`, or the one in the file `name` (ends in .json).

    A pack that lies in a folder `policies/` beside its own `rules.json`, `documents.json` and `series/` is read with
    those. An overlay holds an office's own settings (see `overlay`). PolicyError when anything is wrong.
    """
    path, root = locate(name)
    raise_first(pack_problems(path, root))
    pack = _checked(path, "policy.schema.json")
    catalogue = _checked(root / "rules.json", "rules.schema.json")
    documents = _checked(root / "documents.json", "documents.schema.json")
    series = _series(root / "series", catalogue["rules"])
    policy = Policy(
        id=pack["id"],
        version=pack["version"],
        document_number=pack["document_number"],
        title=pack["title"],
        description=pack["description"],
        source=pack["source"],
        verified=pack["verified"],
        clauses=split_clauses(read_notice(path.parent / pack["notice"]), pack["clause_prefix"]),
        parameters={key: Parameter(**spec) for key, spec in pack["parameters"].items()},
        rules=_rules(catalogue["rules"]),
        routes_off=_routes(pack, "off", catalogue["rules"]),
        routes_undecided=_routes(pack, "undecided", catalogue["rules"]),
        routes_while={
            route: spec["while_passing"] for route, spec in pack["routes"].items() if "while_passing" in spec
        },
        routes_demand={route: tuple(spec["demands"]) for route, spec in pack["routes"].items() if "demands" in spec},
        routes_told={kind: route for route, spec in pack["routes"].items() for kind in spec.get("told_by", ())},
        route_reasons={route: spec["reason"] for route, spec in pack["routes"].items()},
        calendar=WorkCalendar.from_folder(root / "calendar"),
        kinds=_kinds(documents["documents"]),
        other_labels=tuple(documents.get("other_labels", ())),
        series=series,
        codes=documents["codes"],
        families=catalogue["families"],
        titles=TitleIndex(series),
        places=make_places(_checked(_own(root, "places.json"), "places.schema.json"), pack.get("issuer", "")),
        confirmation=Confirmation(**pack["result_confirmation"]),
        files=_files(path, root, pack["notice"]),
    )
    policy = overridden(policy, pack["rules"])
    return with_overlay(policy, overlay) if overlay else policy


def policy_names() -> list[str]:
    """The names of the packs in `schemas/policies/`."""
    return sorted(path.stem for path in schema_file("policies").glob("*.json"))


def locate(name: str) -> tuple[Path, Path]:
    """The file of a pack, and the folder whose tables go with it."""
    path = Path(name) if name.endswith(".json") else schema_file("policies", f"{name}.json")
    if not path.is_file():
        raise PolicyError(f"没有政策包 {name}", f"可用的政策包：{'、'.join(policy_names())}")
    root = path.resolve().parent.parent
    return path, root if (root / "rules.json").is_file() else schema_file()


def _own(root: Path, name: str) -> Path:
    """The table that goes with a pack, else the one shipped."""
    return root / name if (root / name).is_file() else schema_file(name)


def series_problems(root: Path) -> list[Problem]:
    """What is wrong with the tables beside a pack: catalogue, kinds of document and series."""
    try:
        _series(root / "series", _checked(root / "rules.json", "rules.schema.json")["rules"])
        _checked(root / "documents.json", "documents.schema.json")
    except PolicyError as error:
        return [Problem(root.name, "", error.message, error.hint)]
    return []


def _series(folder: Path, rules: Mapping[str, Any]) -> dict[str, Series]:
    series = load_series(folder)
    for one in series.values():
        refuse_patent_quota(one.schema, f"系列 {one.code}")
        unknown = demanded_rules(one.schema) - set(rules)
        if unknown:
            raise PolicyError(
                f"系列 {one.code} 提到不存在的规则 {'、'.join(sorted(unknown))}", "规则代码见 schemas/rules.json"
            )
    return series


def _checked(path: Path, schema: str) -> dict[str, Any]:
    content, problems = read_checked(path, schema)
    raise_first(problems)
    return content


def _rules(entries: Mapping[str, Any]) -> dict[str, RuleInfo]:
    return {
        code: RuleInfo(code=code, **{**entry, "severity": Severity(entry["severity"])})
        for code, entry in entries.items()
    }


def _routes(pack: Mapping[str, Any], part: str, rules: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Route → codes, with a family (PUB) spelt out as its rules."""
    return {
        route: frozenset(code for entry in spec.get(part, ()) for code in codes_named(entry, rules))
        for route, spec in pack["routes"].items()
    }


def _files(path: Path, root: Path, notice: str) -> dict[str, str]:
    """Every file that a verdict under the pack may hang on, with its hash."""
    tables = [root / "rules.json", root / "documents.json"]
    tables += [*sorted((root / "series").glob("*.schema.json")), *sorted((root / "calendar").glob("*.json"))]
    named = {path.name: path, notice: path.parent / notice} | {str(one.relative_to(root)): one for one in tables}
    named |= {f"common/{one.name}": one for one in sorted(schema_file("common").glob("*.schema.json"))}
    named["places.json"] = _own(root, "places.json")
    return {name: file_sha256(one) for name, one in named.items()}


def _kinds(entries: Mapping[str, Any]) -> dict[str, DocumentKind]:
    fields = {
        kind: {
            name: FieldSpec(
                tuple(spec["labels"]),
                spec["type"],
                spec.get("note", ""),
                spec.get("zh", ""),
                spec.get("like", ""),
                spec.get("labels_like", ""),
            )
            for name, spec in entries[entry.get("fields_of", kind)]["fields"].items()
        }
        for kind, entry in entries.items()
    }
    return {
        kind: DocumentKind(
            kind=kind,
            zh=entry["zh"],
            titles=tuple(entry["titles"]),
            required=entry["required"],
            filled=tuple(entry["filled"]),
            fields=fields[kind],
            note=entry.get("note", ""),
            patterns=tuple(entry.get("patterns", ())),
            listed_as=tuple(entry.get("listed_as", ())),
            signs=tuple(tuple(words) for words in entry.get("signs", ())),
            phrases=tuple(entry.get("phrases", ())),
            hints=tuple(entry.get("hints", ())),
            sections=tuple(entry.get("sections", ())),
            several_pages=entry.get("several_pages", False),
        )
        for kind, entry in entries.items()
    }
