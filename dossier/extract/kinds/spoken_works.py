"""The works that letters speak of in whole sentences: what is said of one, and what part somebody had in it."""

from __future__ import annotations

import re

from dossier.extract.sentences import Prose
from dossier.text.regex import Regex

_WORK = r"(?:项目|工程|课题|工作)"
_SPOKEN_OF = Regex(
    r"(?:证明|说明|[。:])(?P<t>(?!该|本|此|其)[㐀-鿿A-Za-z0-9“”()·-]{6,40}?)(?:系|是)(?:我|本)(?:集团|公司|单位|院|校|局|所|厂|馆|站)?"
    rf"[^。,;]{{0,16}}{_WORK}"
)
"""A letter that says of a work what it is: 某平台建设系我集团重点项目."""
_PART_TAKEN = Regex(
    r"(?:在|参与|参加|承担|主持|负责)(?:了)?(?:(?:我|本)(?:集团|公司|单位|院|校|局|所|厂|馆|站))?"
    rf"(?P<t>(?!该|本|此|上述|以上|(?:19|20)\d\d年)[㐀-鿿A-Za-z0-9“”()·-]{{6,40}}?){_WORK}(?:中)?,?(?:担任|任|作为)"
)
"""A letter that says in what work someone had which part: 在某电站建设项目中担任技术负责人."""
_QUOTED_PART = Regex(
    r"(?:在|参与|参加|承担)(?:了)?(?:由?(?:我|本)[㐀-鿿]{1,8})?[“\"《](?P<t>[^”\"》]{4,40})[”\"》]"
    rf"{_WORK}?(?:的[^,。;]{{0,8}})?(?:中)?,?(?:担任|任(?!务)|作为|负责|(?:排名)?为?(?=第[一二三四五六七八九十\d]{{1,2}}(?:完成人|参与人|位)))"
)
"""The same with the name of the work in quotation marks: 在“某某整理工程”中担任责任编辑."""
_CARRIED_OUT = Regex(
    r"作为(?:[㐀-鿿]{0,4})?(?:负责人|主持人|牵头人|骨干),(?:于|自|从)?[^,。;]{0,24}?(?:组织实施|组织开展|主持完成|实施完成|实施|完成)(?:了)?"
    r"(?P<t>(?!该|本|此|其|上述|以上|完成|学校|上级|领导|各项|单位|公司)[㐀-鿿A-Za-z0-9“”()·-]{6,40}?)(?=[,。;])"
)
"""A letter that says what someone carried out, and as what: 作为项目负责人,于……组织实施某某改革."""
_LED = Regex(
    r"(?:担任|主持|牵头)(?:了)?(?:(?:我|本|全)(?:集团|公司|单位|院|校|局|所|厂|馆|站|镇|乡|县|市|区))?"
    r"(?P<t>(?!该|本|此|其|上述|以上)[㐀-鿿A-Za-z0-9“”()·-]{4,30}?)(?=(?:活动|项目|工程|课题|工作)?(?:中)?的?(?:牵头|负责|主持|主讲|带头)人"
    r"|(?<=[班坊室]),)"
)
"""A letter that says what someone leads: 担任我镇五校联片教研活动牵头人, 主持技艺传承班,为……."""


def spoken_of(prose: Prose) -> re.Match[str] | None:
    """The work a letter speaks of, as group t; None where it speaks of none."""
    for pattern in (_SPOKEN_OF, _PART_TAKEN, _QUOTED_PART, _CARRIED_OUT, _LED):
        if match := prose.search(pattern):
            return match
    return None
