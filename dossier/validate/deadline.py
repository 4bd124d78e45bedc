"""DDL-01: whether the dossier came in time."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.policy import Policy
from dossier.text import span
from dossier.validate.case import Case
from dossier.validate.dates import say
from dossier.validate.rule import Remark, fail, not_applicable, rule, undecided


@rule("DDL-01")
def submitted_after_the_deadline(case: Case, policy: Policy) -> Iterator[Remark]:
    """提交日期晚于评委会规定的截止日期。

    为什么：各项任务应当在规定的时间节点前完成（560-12），评委会按自己公布的截止日期受理，逾期不再受理。
    例：评委会通知规定9月30日截止，10月1日提交。
    怎么改：本年度不再受理，可在下一年度申报；确有规定的延期情形的，附评委会办公室同意延期的证明。
    """
    deadline = span(policy.value("deadline"))
    if deadline is None:
        yield not_applicable("未设定受理截止日期")
    elif case.submitted is None:
        yield undecided(f"不知道申报材料的提交日期，无法核对是否在{say(deadline.last)}截止之前")
    elif case.submitted.first > deadline.last:
        yield fail(f"受理截止日期为{say(deadline.last)}，{say(case.submitted.first)}提交，已逾期")
    elif case.submitted.last > deadline.last:
        yield undecided(f"提交日期与截止日期{say(deadline.last)}的先后无法确定")


RULES = (submitted_after_the_deadline,)
