"""Where an organisation is, as far as its name tells: in the province of the notice or in another one."""

from __future__ import annotations

import re

_HOME = "山西|太原|阳泉|晋城|朔州|晋中|运城|忻州|临汾|吕梁"
_AT_HOME = re.compile(f"^(?:{_HOME}|大同|长治)")
_NAMES_HOME = re.compile(f"{_HOME}|(?:大同|长治)市")
"""大同 and 长治 are words too: within a name they are cities only with 市."""
_ELSEWHERE = re.compile(
    "^(?:北京|天津|上海|重庆|河北|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    "|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|石家庄|沈阳|长春|哈尔滨|南京|杭州|合肥|福州|南昌|济南|郑州|武汉|长沙|广州|海口|成都"
    "|贵阳|昆明|西安|兰州|西宁|呼和浩特|南宁|拉萨|银川|乌鲁木齐|大连|青岛|宁波|厦门|深圳|苏州|无锡)"
)
BRANCH = re.compile("(?:分公司|分院|分校|分局|分厂|分所|分行|分店|分中心|支行|项目部|办事处)$")
"""How the names of dependent parts of a unit end."""


def at_home(name: str) -> bool:
    """Whether the name begins with the province or one of its cities."""
    return bool(_AT_HOME.search(name))


def names_home(name: str) -> bool:
    """Whether the name speaks of the province or one of its cities anywhere."""
    return bool(_NAMES_HOME.search(name))


def elsewhere(name: str) -> bool:
    """Whether the name begins with another province or one of the cities everybody knows to lie in one."""
    return bool(_ELSEWHERE.search(name))
