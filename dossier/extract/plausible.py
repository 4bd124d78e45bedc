"""Whether a value looks like what its field holds: a sex is 男 or 女, a title is a title, no value is another label."""

from __future__ import annotations

import re

from dossier.extract.vocabulary import key, reads_as_head
from dossier.extract.wording import NAME, TRANSLITERATED
from dossier.model import Value
from dossier.policy import DocumentKind, Policy
from dossier.text.regex import Regex

NONE = "无"
"""What a form says where there is nothing to say; / and — say the same."""
_RARE = "尉妫佴郤仝亓妥逮盍芈冼揭占邸奉么牟"
"""Surnames too rare, or too much words of their own, to be looked for in prose."""
_NAME = Regex(rf"{NAME}|[{_RARE}][㐀-鿿\U00020000-\U0003ffff]{{1,2}}|[A-Za-z][A-Za-z .,'·-]+")
_DIGITAL = Regex("(?:初级|中级|高级)?数字技术工程师")
"""What the certificate of a digital engineer makes of its holder: no title of a series, but written in its place."""
_WORDS = ("text", "name", "org")


class Plausible:
    """The expectations of one kind's fields: `like` of documents.json, the titles and series of the policy."""

    def __init__(self, kind: DocumentKind, policy: Policy, titles: Regex, labels: frozenset[str]) -> None:
        """`titles`: every professional title; `labels`: the words that announce values."""
        self._kind, self._policy, self._titles, self._labels = kind, policy, titles, labels

    def __call__(self, name: str, value: object) -> bool:
        spec = self._kind.fields[name]
        if spec.type not in _WORDS or not isinstance(value, str) or value == NONE:
            return True
        if key(value) in self._labels:
            return False
        if spec.type == "name":
            return _NAME.fullmatch(value) is not None or TRANSLITERATED.fullmatch(value) is not None
        if spec.like == "title":
            return self._names_a_title(value)
        if spec.like == "series":
            return value.endswith("系列") or self._policy.find_series(value) is not None
        if spec.like:
            return re.search(spec.like, value) is not None
        return not reads_as_head(value)

    def doubted(self, name: str, value: Value) -> bool:
        """Whether a value was read that does not look right."""
        return value.known and not self(name, value.value)

    def _names_a_title(self, value: str) -> bool:
        bare = re.sub(r"[（(][^（()）]*[)）]|职称|资格$", "", value)
        known = self._titles.match(bare) or _DIGITAL.fullmatch(bare)
        return known is not None or self._policy.find_title(value) != []
