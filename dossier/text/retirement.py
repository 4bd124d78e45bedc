"""When the law has a person retire, so that a very old applicant is looked at by a person.

国务院关于渐进式延迟法定退休年龄的办法 (in force from 2025-01-01): men from 60 to 63, women who were to retire at 55
to 58, one month later for every four months of birth. Postponement by agreement is not known here.
"""

from __future__ import annotations

from datetime import date

_BEFORE = {"男": 60, "女": 55}
_REFORMED = 2025
_MOST_MONTHS = 36


def retirement_month(born: date, sex: str) -> tuple[int, int] | None:
    """(year, month) of statutory retirement of a professional; None where the sex is not 男 or 女."""
    if sex not in _BEFORE:
        return None
    months = (born.year + _BEFORE[sex] - _REFORMED) * 12 + born.month - 1
    delay = min(months // 4 + 1, _MOST_MONTHS) if months >= 0 else 0
    total = (born.year + _BEFORE[sex]) * 12 + born.month - 1 + delay
    return total // 12, total % 12 + 1
