"""What looking into a complaint came to, as offices write it."""

from __future__ import annotations

from dossier.text.regex import Regex

_UNTRUE = Regex(
    r"(?:反映|举报|异议|投诉|问题|情况|内容|来信)[^,。;]{0,8}(?:不属实|失实|不成立|与事实不符)|不属实|查无实据|没有事实依据|无事实依据"
)
_OPEN = Regex(r"若|如果|是否|待[^,。;]{0,8}(?:查|核|调)|不能|并非|尚未|正在|另行")
_TRUE = Regex(r"属实|确有|存在|成立|不实|取消|撤销")
_RECEIVED = Regex(r"(?:收到|接到|受理)[^,。;]{0,6}?(?:\d+|[一二两三四五六七八九十]+)[件条起份次人封]")


def is_found_untrue(text: str) -> bool:
    """Whether a text says of one complaint that it was looked into and found untrue, and nothing that casts doubt."""
    if not _UNTRUE.search(text) or _OPEN.search(text) or len(_RECEIVED.findall(text)) > 1:
        return False
    return not _TRUE.search(_UNTRUE.sub("", text))
