"""Reads a policy pack, its notice and its tables from `schemas/` and makes a Policy of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.errors import PolicyError
from dossier.model import Severity
from dossier.policy.clauses import split_clauses
from dossier.policy.guard import refuse_patent_quota
from dossier.policy.model import DocumentKind, FieldSpec, Parameter, Policy, RuleInfo
from dossier.policy.places import make_places
from dossier.policy.resources import read_object, schema_file
from dossier.policy.schemas import problems
from dossier.policy.series import Series, TitleIndex, demanded_rules, load_series
from dossier.policy.workdays import WorkCalendar


def load_policy(name: str = "shanxi-2025", overlay: Path | None = None) -> Policy:
    """The policy pack of that name in `schemas/policies/`, or the one in the file `name` (ends in .json).

    A pack that lies in a folder `policies/` beside its own `rules.json`, `documents.json` and `series/` is read with
    those. An overlay changes parameters and rules of the pack, giving its reasons. PolicyError when anything is wrong.
    """
    path, root = _locate(name)
    pack = _checked(path, "policy.schema.json")
    if pack["id"] != path.stem:
        raise PolicyError(f"政策包 {path.name} 的 id 是 {pack['id']}", "id 应与文件名相同")
    catalogue = _checked(root / "rules.json", "rules.schema.json")
    documents = _checked(root / "documents.json", "documents.schema.json")
    series = _series(root / "series", catalogue["rules"])
    policy = Policy(
        id=pack["id"],
        version=pack["version"],
        document_number=pack["document_number"],
        title=pack["title"],
        clauses=split_clauses(_notice(path.parent / pack["notice"]), pack["clause_prefix"]),
        parameters={key: Parameter(**spec) for key, spec in pack["parameters"].items()},
        rules=_rules(catalogue["rules"]),
        routes_off=_routes(pack, "off", catalogue["rules"]),
        routes_undecided=_routes(pack, "undecided", catalogue["rules"]),
        routes_while={
            route: spec["while_passing"] for route, spec in pack["routes"].items() if "while_passing" in spec
        },
        route_reasons={route: spec["reason"] for route, spec in pack["routes"].items()},
        calendar=WorkCalendar.from_folder(root / "calendar"),
        kinds=_kinds(documents["documents"]),
        other_labels=tuple(documents.get("other_labels", ())),
        series=series,
        codes=documents["codes"],
        families=catalogue["families"],
        titles=TitleIndex(series),
        places=make_places(_checked(_own(root, "places.json"), "places.schema.json"), pack.get("issuer", "")),
    )
    policy = _overridden(policy, pack["rules"])
    return _overlaid(policy, overlay) if overlay else policy


def policy_names() -> list[str]:
    """The names of the packs in `schemas/policies/`."""
    return sorted(path.stem for path in schema_file("policies").glob("*.json"))


def _locate(name: str) -> tuple[Path, Path]:
    """The file of a pack, and the folder whose tables go with it."""
    path = Path(name) if name.endswith(".json") else schema_file("policies", f"{name}.json")
    if not path.is_file():
        raise PolicyError(f"没有政策包 {name}", f"可用的政策包：{'、'.join(policy_names())}")
    root = path.resolve().parent.parent
    return path, root if (root / "rules.json").is_file() else schema_file()


def _own(root: Path, name: str) -> Path:
    """The table that goes with a pack, else the one shipped."""
    return root / name if (root / name).is_file() else schema_file(name)


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
    content = read_object(path)
    found = problems(content, schema)
    if found:
        raise PolicyError(f"{path.name} 不符合 {schema}：{found[0]}", "请按该模式文件修正")
    refuse_patent_quota(content, path.name)
    return content


def _notice(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"读不到通知原文 {path.name}", "通知原文须为 UTF-8 文本，放在政策包旁边") from error


def _rules(entries: Mapping[str, Any]) -> dict[str, RuleInfo]:
    return {
        code: RuleInfo(code=code, **{**entry, "severity": Severity(entry["severity"])})
        for code, entry in entries.items()
    }


def _routes(pack: Mapping[str, Any], part: str, rules: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Route → codes, with a family (PUB) spelt out as its rules."""
    return {
        route: frozenset(code for entry in spec.get(part, ()) for code in _codes(entry, rules, pack["id"]))
        for route, spec in pack["routes"].items()
    }


def _codes(entry: str, rules: Mapping[str, Any], pack: str) -> list[str]:
    codes = [code for code in rules if entry in (code, code.partition("-")[0])]
    if not codes:
        raise PolicyError(f"政策包 {pack} 提到不存在的规则 {entry}", "规则代码见 schemas/rules.json")
    return codes


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


def _overlaid(policy: Policy, path: Path) -> Policy:
    """The policy with the parameters and rules of an overlay file (a committee's or city's own)."""
    overlay = _checked(path, "overlay.schema.json")
    parameters = dict(policy.parameters)
    for key, spec in overlay.get("parameters", {}).items():
        if key not in parameters:
            raise PolicyError(f"{path.name} 的参数 {key} 在政策包 {policy.id} 中不存在", "请核对参数名")
        parameters[key] = replace(parameters[key], **spec)
    return _overridden(replace(policy, parameters=parameters), overlay.get("rules", {}))


def _overridden(policy: Policy, overrides: Mapping[str, Any]) -> Policy:
    rules = dict(policy.rules)
    for code, change in overrides.items():
        if code not in rules:
            raise PolicyError(f"{policy.id} 提到不存在的规则 {code}", "规则代码见 schemas/rules.json")
        reason = change["reason"]
        if change.get("off"):
            rules[code] = replace(rules[code], off=reason)
        else:
            rules[code] = replace(rules[code], severity=Severity(change["severity"]), regraded=reason)
    return replace(policy, rules=rules)
