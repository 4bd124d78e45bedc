"""What can be wrong with a policy pack: its shape, its notice, the rules, clauses and codes it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.errors import PolicyError
from dossier.policy.clauses import split_clauses
from dossier.policy.overrides import override_problems, value_problems
from dossier.policy.problem import Problem, read_checked
from dossier.policy.resources import read_object

DERIVED_ROUTES = ("origin_hk_mo_tw_foreign", "digital_title", "mobility")
"""Routes that no application declares: they follow from what the dossier holds."""


def pack_problems(path: Path, root: Path) -> list[Problem]:
    """Everything that is wrong with a pack, under the catalogue and the code lists in `root`."""
    pack, problems = read_checked(path, "policy.schema.json")
    if problems:
        return problems
    rules = read_object(root / "rules.json").get("rules", {})
    documents = read_object(root / "documents.json")
    codes = documents.get("codes", {})
    return [
        *_identity_problems(pack, path),
        *_clause_problems(pack, path),
        *_route_problems(pack, rules, codes, path.name),
        *_paper_problems(pack, documents.get("documents", {}), path.name),
        *_confirmation_problems(pack, codes, path.name),
        *override_problems(pack["rules"], rules, path.name),
        *value_problems(pack["parameters"], path.name),
    ]


def read_notice(path: Path) -> str:
    """The raw text of a notice. PolicyError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"读不到通知原文 {path.name}", "通知原文须为 UTF-8 文本，放在政策包旁边") from error


def codes_named(entry: str, rules: Collection[str]) -> list[str]:
    """The rules an entry of a route stands for: a rule itself, or all of a family."""
    return [code for code in rules if entry in (code, code.partition("-")[0])]


def _identity_problems(pack: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    if pack["id"] != path.stem:
        yield Problem(path.name, "id", f"政策包的 id 是 {pack['id']}，与文件名不同", "id 应与文件名相同")


def _clause_problems(pack: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    """A notice that cannot be split, and clauses of it that do not exist."""
    try:
        clauses = split_clauses(read_notice(path.parent / pack["notice"]), pack["clause_prefix"])
    except PolicyError as error:
        yield Problem(path.name, "notice", error.message, error.hint)
        return
    named = {f"parameters/{name}/clause": spec["clause"] for name, spec in pack["parameters"].items()}
    named["result_confirmation/clause"] = pack["result_confirmation"]["clause"]
    own = re.compile(rf"(?<![0-9a-z]){re.escape(pack['clause_prefix'])}-\d+")
    for place, clause in named.items():
        for code in own.findall(clause):
            if code not in clauses:
                hint = f"通知共{len(clauses)}条，代号为 {next(iter(clauses))} 至 {[*clauses][-1]}"
                yield Problem(path.name, place, f"通知没有第 {code} 条", hint)


def _route_problems(
    pack: Mapping[str, Any], rules: Collection[str], codes: Mapping[str, Any], file: str
) -> Iterator[Problem]:
    for route, spec in pack["routes"].items():
        if route not in codes.get("routes", {}) and route not in DERIVED_ROUTES:
            known = "、".join((*codes.get("routes", {}), *DERIVED_ROUTES))
            yield Problem(file, f"routes/{route}", f"没有申报途径 {route}", f"可写的有：{known}")
        for part in ("off", "undecided"):
            for entry in spec.get(part, ()):
                if not codes_named(entry, rules):
                    yield Problem(file, f"routes/{route}/{part}", f"不存在的规则 {entry}", "规则代码见 dossier rules")
        condition = spec.get("while_passing")
        if condition is not None and condition not in rules:
            yield Problem(
                file, f"routes/{route}/while_passing", f"不存在的规则 {condition}", "规则代码见 dossier rules"
            )


def _paper_problems(pack: Mapping[str, Any], kinds: Collection[str], file: str) -> Iterator[Problem]:
    """Kinds of document that do not exist, and one that would tell two routes."""
    told: dict[str, str] = {}
    for route, spec in pack["routes"].items():
        for part in ("demands", "told_by"):
            for kind in spec.get(part, ()):
                if kind not in kinds:
                    yield Problem(file, f"routes/{route}/{part}", f"没有材料种类 {kind}", "材料种类见 documents.json")
        for kind in spec.get("told_by", ()):
            if kind in told:
                place, said = f"routes/{route}/told_by", f"{kind} 已是途径 {told[kind]} 的特有材料"
                yield Problem(file, place, said, "一种材料只能是一个途径特有的")
            told[kind] = route


def _confirmation_problems(pack: Mapping[str, Any], codes: Mapping[str, Any], file: str) -> Iterator[Problem]:
    given, kinds = pack["result_confirmation"]["by_committee"], codes.get("committee_kinds", {})
    for kind in given:
        if kind not in kinds:
            place = f"result_confirmation/by_committee/{kind}"
            yield Problem(file, place, f"没有评委会类别 {kind}", f"可写的有：{'、'.join(kinds)}")
