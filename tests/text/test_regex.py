"""Patterns are compiled when they are first asked."""

import re

import pytest

from dossier.text.regex import Regex


def test_it_answers_as_a_compiled_pattern_does():
    text, pattern = "张三、李四;王五", r"[^、;]+"
    lazy, compiled = Regex(pattern), re.compile(pattern)
    assert lazy.pattern == compiled.pattern
    assert lazy.search(text)[0] == compiled.search(text)[0]
    assert lazy.search(text, 3)[0] == compiled.search(text, 3)[0]
    assert lazy.match(text, 0, 1)[0] == compiled.match(text, 0, 1)[0]
    assert lazy.fullmatch(text) is compiled.fullmatch(text) is None
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in compiled.finditer(text)]
    assert lazy.findall(text) == compiled.findall(text)
    assert lazy.split(text) == compiled.split(text)
    assert lazy.sub("某", text, count=2) == compiled.sub("某", text, count=2)


def test_it_is_compiled_at_its_first_use_and_no_sooner():
    wrong = Regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_flags_count():
    assert Regex("issn", re.IGNORECASE).search("ISSN 1000-0000")
