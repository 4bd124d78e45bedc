"""Who confirms and publishes the result of the review: clause 7 of the notice, by kind of committee."""

from __future__ import annotations

from typing import Any

CLAUSE = "560-7"

_BY_COMMITTEE = {
    "standard": (
        "人力资源和社会保障行政部门审核确认公布",
        "一般评审委员会的评审结果由人力资源和社会保障行政部门审核确认公布",
    ),
    "city_delegated": (
        "各市人力资源和社会保障局审核确认公布",
        "下放至各市的高级职称评审委员会（含各市自主评审三甲综合医院）的评审结果由各市人力资源和社会保障局审核确认公布",
    ),
    "self_review": (
        "报评审委员会核准备案部门备案后，由评审委员会组建单位审核确认公布",
        "开展自主评审单位的评审结果先报备案，再由评审委员会组建单位审核确认公布",
    ),
    "industry_mid_junior": (
        "报评审委员会核准备案部门备案后，由省行业主管部门或评审委员会组建单位审核确认公布",
        "省行业主管部门核准备案的中、初级评审委员会的评审结果先报备案，再由省行业主管部门或组建单位审核确认公布",
    ),
}


def result_confirmation(committee_kind: str | None) -> dict[str, Any]:
    """{committee_kind, who, why, clause}; `who` is None where the kind of committee is not known."""
    who, why = _BY_COMMITTEE.get(committee_kind or "", (None, "未加载评委会信息，无法确定"))
    kind = committee_kind if who else None
    return {"committee_kind": kind, "who": who, "why": why, "clause": CLAUSE}
