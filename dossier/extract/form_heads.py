"""Words that head something on a form and are no value: of a column, of a part."""

from __future__ import annotations

from dossier.text.regex import Regex

ORNAMENT = r"[▍▎▌◆◇►▶▪※★☆▼■●•◼◾]\s?"
_HEAD = Regex(
    r"[㐀-鿿]{0,8}(?:时间|日期|年月|年限|起止|编号|号码|文号|机关|机构|部门|方式|情况|名称|类型|类别|性质|程度|状况|面貌"
    r"|形式|地址|地点|电话|邮箱|邮编|等次|等级|名次|结果|签名|签字|签章|意见|备注|说明|内容|排名|作用|角色|学时|学分"
    r"|合计|人数|次数|月数|基数|标志|专长|兼职|区间|环节)"
)
"""How a head reads that no list names: 取得方式, 审批机关."""
_SECTION = Regex(
    rf"^(?:{ORNAMENT}|[一二三四五六七八九十]{{1,3}}[、.](?![一二三四五六七八九十])|\([一二三四五六七八九十]{{1,2}}\))"
)
"""How the heading of a form's part begins."""
_NO_HEADING, _LONGEST = Regex(r"[□☐囗○。;,:]"), 20
"""Boxes beside one that is filled, and marks of a sentence; letters of a heading at most."""
_PART = Regex(
    r"(?:基本|个人|本人|申报|申请|学历|学位|教育|培训|现?职称|现任|职务|任职|聘任|岗位|单位|工作|人员|资格|证书|毕业|身份|联系|考核"
    r"|业绩|成果|其他|家庭|履历){1,3}(?:信息|情况|概况|简况)"
)
"""The heading of a form's part without a number."""
_SAID = Regex(
    r"同意|推荐|合格|优秀|称职|属实|真实|符合|通过|无异议|正常|破格|全日制|条件|程序|材料|[师员授士]$|^[是否有无]$"
)
"""What is said or chosen behind a number or a filled box, and heads nothing: 一、同意推荐, ■合格, ●正常申报."""


def is_head(text: str) -> bool:
    """Whether a text without its hints reads as heads do: 取得方式, 审批机关, ■ 现职称信息."""
    return _HEAD.fullmatch(text) is not None or _PART.fullmatch(_SECTION.sub("", text, count=1)) is not None


def heads_a_part(text: str) -> bool:
    """Whether a text below a label is the heading of a form's next part: ■ 工作自述, 三、现任职务, 学历信息."""
    if _SECTION.match(text) is None:
        return _PART.fullmatch(text) is not None
    words = _SECTION.sub("", text, count=1)
    says = _SAID.search(words) is not None and not is_head(words)
    return len(text) <= _LONGEST and not _NO_HEADING.search(text) and not says
