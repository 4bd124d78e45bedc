"""Chinese words for the codes a report carries. Codes are the contract; these words are what people see."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

DECISIONS: Mapping[str, str] = {
    "accept": "可以接收",
    "review": "人工核验",
    "return": "退回补正",
    "reject": "不予接收",
}
"""In the order in which the cover sheet offers them."""

SEVERITIES: Mapping[str, str] = {"reject": "拒收", "correct": "补正", "advise": "提示"}
"""Heaviest first: the order of every list of defects."""

ACTORS: Mapping[str, str] = {
    "applicant": "申报人",
    "employer": "用人单位",
    "authority": "主管部门",
    "office": "评委会办公室",
}

PUBLICITY_ITEMS: Mapping[str, str] = {
    "conditions_and_procedure": "评审条件和程序",
    "application_materials": "个人申报材料",
    "unit_opinion": "单位鉴定意见",
}
"""The three items of 560-8, in its order."""

VENUES: Mapping[str, str] = {
    "conspicuous_place": "单位显著位置",
    "internal_website": "单位内部网站",
    "public_website": "单位门户网站",
    "other": "其他方式",
}

OUTCOMES: Mapping[str, str] = {"no_objection": "无异议", "objection": "有异议", "not_stated": "未说明"}

COMPLIANCE: Mapping[str, str] = {
    "compliant": "符合",
    "not_compliant": "不符合",
    "undecided": "待核验",
    "not_applicable": "不适用",
}

CHECKS: Mapping[str, str] = {"pass": "通过", "fail": "不通过", "undecided": "待核验", "not_checked": "未校验"}

CONSISTENCY: Mapping[str, str] = {"yes": "一致", "no": "不一致", "undecided": "待核验", "not_checked": "未核对"}

UNREAD: Mapping[str, str] = {"blank": "空白", "unreadable": "无法识别", "ambiguous": "有歧义"}
"""Why a value that was looked for is not there."""


def word(words: Mapping[str, str], code: object) -> str:
    """The Chinese word for a code; a code without one is shown as it is, no code as nothing."""
    return "" if code is None else words.get(str(code), str(code))


def date_words(iso: str | None) -> str:
    """2025-08-04 as 2025年8月4日, 2025-08 as 2025年8月; anything else as it is."""
    parts = (iso or "").split("T")[0].split("-")
    if not 1 < len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return iso or ""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def place_words(location: Mapping[str, object]) -> str:
    """A location as 03公示.pdf 第2页, behind the name of its dossier where that is another one."""
    file, page = location.get("file"), location.get("page")
    place = f"{file} 第{page}页" if file and page else str(file or "")
    return f"卷宗“{location['dossier']}” {place}" if location.get("dossier") else place


def yes_no(value: object, yes: str, no: str, unknown: str = "待核验") -> str:
    """The word for True, for False and for anything else."""
    return {True: yes, False: no}.get(value, unknown) if isinstance(value, bool) else unknown


def said(value: object, nothing: str = "未识别") -> str:
    """A value as people write it: days in words, a period from … to …, lists with 、, yes and no as 是 and 否."""
    if value is None or value == "":
        return nothing
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        if set(value) == {"start", "end"}:
            return f"{date_words(value['start'])}至{date_words(value['end'])}"
        return " ".join(said(part) for part in value.values() if part not in (None, ""))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(said(part) for part in value)
    return date_words(str(value))


def adjustment_words(entry: Mapping[str, Any]) -> str:
    """停用, or the severity that a rule was given: 改为提示."""
    return "停用" if entry["severity"] is None else f"改为{word(SEVERITIES, entry['severity'])}"


def unverified_words(entry: Mapping[str, Any]) -> str:
    """What a parameter without an official source means, with its value."""
    return f"{entry['note']}（{entry['parameter']} = {json.dumps(entry['value'], ensure_ascii=False)}）"
