"""DDL-01: the deadline of the committee."""

import pytest
from offices import with_parameter
from record_builder import applying, messages, outcome

from dossier.model import Outcome
from dossier.validate import validate


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        ("2025-09-29", Outcome.PASS),
        ("2025-09-30", Outcome.PASS),
        ("2025-10-01", Outcome.FAIL),
        ("2025-09", Outcome.PASS),
        ("2025-10", Outcome.FAIL),
        (None, Outcome.UNDECIDED),
    ],
)
def test_the_day_before_the_deadline_the_day_itself_and_the_day_after(submitted, expected, record, policy):
    office = with_parameter(policy, "deadline", "2025-09-30")
    assert outcome("DDL-01", applying(record, submitted=submitted), office) is expected


def test_a_month_that_straddles_the_deadline_is_left_open(record, policy):
    office = with_parameter(policy, "deadline", "2025-09-15")
    assert outcome("DDL-01", applying(record, submitted="2025-09"), office) is Outcome.UNDECIDED


def test_without_a_deadline_nothing_is_late(record, policy):
    assert validate(record, policy).not_applicable["DDL-01"] == "未设定受理截止日期"


def test_the_defect_names_both_days(record, policy):
    late = validate(applying(record, submitted="2025-10-01"), with_parameter(policy, "deadline", "2025-09-30"))
    assert messages("DDL-01", late) == ["受理截止日期为2025年9月30日，2025年10月1日提交，已逾期"]
