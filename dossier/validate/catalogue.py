"""The page of a rule that people read."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.errors import UsageError
from dossier.policy import Policy
from dossier.validate.across import RULES as ACROSS
from dossier.validate.across import AcrossRule
from dossier.validate.demand_pages import PAGES
from dossier.validate.registry import RULES
from dossier.validate.rule import Reads, Rule, RulePage

SEVERITIES: Mapping[str, str] = {"reject": "拒收", "correct": "补正", "advise": "提示"}
ACTORS: Mapping[str, str] = {
    "applicant": "申报人",
    "employer": "用人单位",
    "authority": "主管部门",
    "office": "评委会办公室",
}
_ALL: tuple[Rule | AcrossRule, ...] = (*RULES, *ACROSS)
_BY_CODE: Mapping[str, Rule | AcrossRule] = {rule.code: rule for rule in _ALL}


def catalogue_page(code: str, policy: Policy) -> str:
    """The rule in words: title, severity, clause with its text, who acts, why, an example, the remedy, what it reads.

    A rule of the catalogue that this version does not check says so. UsageError for codes that do not exist.
    """
    info = policy.rules.get(code)
    if info is None:
        raise UsageError(f"没有规则 {code}", "用 dossier rules 查看全部规则")
    lines = [f"{code} {info.title}", "", f"级别：{SEVERITIES[info.severity]}", f"依据：{policy.cite(info.clause)}"]
    if info.clause in policy.clauses:
        lines.append(f"条文：{policy.clauses[info.clause]}")
    lines.append(f"由谁处理：{ACTORS[info.by]}")
    if info.regraded:
        lines.append(f"政策包调整了级别：{info.regraded}")
    if info.off:
        lines.append(f"政策包停用：{info.off}")
    return "\n".join([*lines, "", *_body(code, policy)]) + "\n"


def catalogue_of(code: str) -> RulePage:
    """The page of a rule, taken apart; an empty one for rules that are not checked."""
    rule = _BY_CODE.get(code)
    return rule.page if rule else PAGES.get(code, RulePage("", "", "", ""))


def reads_of(code: str, policy: Policy) -> Reads:
    """Kind of document → fields that a rule reads, by its code or by the schemas of the policy's series.

    A kind without fields counts by its being there.
    """
    if rule := _BY_CODE.get(code):
        return rule.reads
    kinds = (
        (policy.kinds[kind], fields) for kind, fields in policy.demands.reads(code).items() if kind in policy.kinds
    )
    return {kind.kind: tuple(name for name in kind.fields if name in fields) for kind, fields in kinds}


def checked_codes() -> tuple[str, ...]:
    """The codes this version checks, in the order of the alphabet."""
    return tuple(sorted({*_BY_CODE, *PAGES}))


def across_codes() -> tuple[str, ...]:
    """The codes among them that compare many dossiers: the check of a single one says nothing about them."""
    return tuple(sorted(rule.code for rule in ACROSS))


def _body(code: str, policy: Policy) -> list[str]:
    rule = _BY_CODE.get(code)
    page = rule.page if rule else PAGES.get(code)
    if page is None:
        return ["本版本尚未检查此条，请人工核对。"]
    parts = (("情形", page.condition), ("为什么", page.why), ("例", page.example), ("怎么改", page.remedy))
    lines = [f"{name}：{text}" for name, text in parts]
    reads = reads_of(code, policy)
    return lines + ([f"读取：{_in_words(reads, policy)}"] if reads else [])


def _in_words(reads: Reads, policy: Policy) -> str:
    """公示（公告原件）的公示内容、公示对象；有无“初定表”"""
    kinds = [(policy.kinds[kind], fields) for kind, fields in reads.items()]
    named = [f"{kind.zh}的{'、'.join(kind.fields[name].name for name in fields)}" for kind, fields in kinds if fields]
    bare = "".join(f"“{kind.zh}”" for kind, fields in kinds if not fields)
    return "；".join([*named, f"有无{bare}"] if bare else named)
