"""Everything that is said to an applicant names what is wrong and what to do."""

from __future__ import annotations

import re

import pytest

from dossier.intake import problems
from dossier.intake.sniff import OLD_OFFICE, SEALED_OFFICE, UNKNOWN
from dossier.model import FileProblem

EVERY = [
    problems.empty_file("a"),
    problems.unreadable_file("a", "文件夹无法打开"),
    problems.not_a_file("a"),
    problems.too_large("a", 250 * 2**20, 200),
    problems.beyond_dossier("a", "文件数量超过 5 个的上限"),
    problems.archive_damaged("a", "压缩包已损坏"),
    problems.archive_entry_damaged("a", "数据已损坏"),
    problems.archive_encrypted("a"),
    problems.archive_entry_encrypted("a"),
    problems.archive_empty("a"),
    problems.archive_too_deep("a", 3),
    problems.archive_entry_inflated("a", 200),
    problems.archive_overflows("a", "解压后的总大小超过 9 MB 的上限"),
    *(
        problems.unsupported("a", media_type)
        for media_type in (
            *(OLD_OFFICE, SEALED_OFFICE, UNKNOWN, "application/vnd.rar", "application/x-tar"),
            *("image/heic", "image/x-icon", "video/mp4", "audio/mpeg", "text/plain", "text/html"),
        )
    ),
]


@pytest.mark.parametrize("problem", EVERY, ids=lambda problem: problem.reason)
def test_a_problem_has_a_rule_a_reason_and_a_remedy_in_chinese(problem: FileProblem) -> None:
    assert problem.rule in {"FIL-01", "FIL-02", "FIL-03", "FIL-08"}
    assert problem.file == "a"
    assert problem.remedy.startswith("请")
    for text in (problem.reason, problem.remedy):
        assert len(re.findall(r"[\u4e00-\u9fff]", text)) >= 4
        assert not text.endswith(("。", "，"))


@pytest.mark.parametrize(
    ("media_type", "rule", "remedy"),
    [
        (OLD_OFFICE, "FIL-02", "PDF 或 DOCX"),
        (SEALED_OFFICE, "FIL-01", "取消文件的打开密码"),
        ("application/vnd.rar", "FIL-02", "请改用 ZIP 打包"),
        ("application/vnd.ms-cab-compressed", "FIL-02", "请改用 ZIP 打包"),
        ("image/avif", "FIL-02", "JPG"),
        ("application/x-caj", "FIL-02", "PDF"),
    ],
)
def test_the_remedy_fits_the_kind_of_file(media_type: str, rule: str, remedy: str) -> None:
    problem = problems.unsupported("a", media_type)
    assert problem.rule == rule
    assert remedy in problem.remedy


def test_a_size_over_the_limit_is_stated_in_megabytes() -> None:
    assert problems.too_large("a", 250 * 2**20, 200).reason == "文件大小为 250.0 MB，超过 200 MB 的上限"
