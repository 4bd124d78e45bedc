"""Whether a paper was valid on the day of submission."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Value
from dossier.text import span
from dossier.validate.case import DOUBTFUL, Case
from dossier.validate.dates import bounds, say
from dossier.validate.rule import Remark, fail, undecided


def expiry(value: Value | None, paper: str, case: Case) -> Iterator[Remark]:
    """Remarks where the paper's validity ended before submission or that cannot be told. Papers without end have none.

    A paper that prints no period of validity (value None) is not judged.
    """
    if value is None:
        return
    end = (bounds(value) or ("", ""))[1]
    days, submitted = span(end), case.submitted
    if end == "长期" and value.confidence >= DOUBTFUL:
        return
    if days is None or value.confidence < DOUBTFUL:
        yield undecided(f"{paper}的有效期限无法辨认", value)
    elif submitted is None:
        yield undecided(f"不知道申报材料的提交日期，无法核对{paper}是否在有效期内", value)
    elif days.last < submitted.first:
        yield fail(f"{paper}有效期至{say(days.last)}，{say(submitted.first)}提交申报材料时已过期", value)
    elif days.first < submitted.last:
        yield undecided(f"{paper}有效期至{end}，与提交日期先后无法确定", value)
