"""What no policy pack may demand: the number of patent applications (560-5).

晋人社厅函〔2025〕560号第五条：不得直接将专利申请数量作为主要条件。
"""

from __future__ import annotations

import json
import re
from typing import Any

from dossier.errors import PolicyError

_COUNTING = {"minimum", "exclusiveMinimum", "minItems", "minContains", "minProperties"}
_PATENT = re.compile(r"patent|专利", re.IGNORECASE)
_APPLICATIONS = re.compile(r"patent_?applications?|applications?_for_patents?|专利申请", re.IGNORECASE)
_DEMAND = re.compile(
    r"专利申请.{0,6}(?:不少于|不低于|至少|达到|满|≥|>=)\s*[0-9一二两三四五六七八九十]"
    r"|(?:不少于|不低于|至少|≥|>=)\s*[0-9一二两三四五六七八九十]+\s*[件项个].{0,4}专利申请"
)


def refuse_patent_quota(content: Any, where: str) -> None:
    """PolicyError if a pack, overlay or series schema counts patents: as a parameter, a constraint or in words."""
    if _demands(content, ""):
        raise PolicyError(
            f"{where} 对专利数量提出了要求",
            "通知第五条规定不得直接将专利申请数量作为主要条件，请改为考察专利应用和成果转化效益",
        )


def _demands(node: Any, name: str) -> bool:
    if isinstance(node, str):
        return bool(_DEMAND.search(node))
    if isinstance(node, list):
        return any(_demands(item, name) for item in node)
    if not isinstance(node, dict):
        return False
    if _PATENT.search(name) and _is_count(node.get("value")):
        return True
    if any(_APPLICATIONS.search(key) and _is_count(value) for key, value in node.items()):
        return True
    if any(_is_count(node.get(key)) for key in _COUNTING) and _PATENT.search(
        name + json.dumps(node, ensure_ascii=False)
    ):
        return True
    return any(_demands(value, key) for key, value in node.items())


def _is_count(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0
