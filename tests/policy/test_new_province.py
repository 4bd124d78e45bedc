"""A province and a year are files and no code: both made from scratch, in a folder of their own."""

import json
from datetime import date

import pytest

from dossier.policy import load_policy
from dossier.policy.inspect import file_problems, is_overlay, load_named

NOTICE = """某省人力资源和社会保障厅
关于开展2027年度职称评审工作的通知
一、申报条件按各系列标准
条件执行。
二 、用人单位对申报材料公示不少于 7 个工作日。
三、评审结果由省厅公布；自主评审的由单位公布。
"""


def parameter(value, clause="practice", verified=False):
    return {"value": value, "verified": verified, "clause": clause, "note": "某省的规定"}


def pack():
    """A pack written without a look at another."""
    return {
        "id": "elsewhere-2027",
        "version": "1.0.0",
        "document_number": "某人社发〔2027〕12号",
        "title": "关于开展2027年度职称评审工作的通知",
        "description": "某省2027年度的规定",
        "source": "某人社发〔2027〕12号",
        "verified": False,
        "clause_prefix": "12",
        "notice": "elsewhere-2027.notice.txt",
        "parameters": {
            "minimum_publicity_working_days": parameter(7, "12-2", verified=True),
            "count_first_day": parameter(False),
            "cycle": parameter(["2027-01-01", "2027-12-31"]),
            "tenure_cut_off": parameter("2027-12-31"),
            "deadline": parameter(None),
            "assessment_years": parameter(3),
            "continuing_education_years": parameter(3),
            "peer_recommendations_for_exceptional": parameter(3),
            "portrait_required": parameter(True),
            "copies_marked_as_original": parameter(True),
            "work_summary_characters": parameter([3000, None]),
            "file_limits": parameter({"archive_mb": 500, "file_mb": 50, "pages": 500, "nesting": 2, "ratio": 100}),
            "accept_unverified_tables": parameter(False),
            "minimum_achievements": parameter(2),
        },
        "routes": {"initial": {"off": ["PUB", "TTL-03"], "reason": "初定由单位办理（12-1）"}},
        "result_confirmation": {
            "clause": "12-3",
            "unknown": "评委会类别不明",
            "by_committee": {"standard": {"who": "省厅公布", "why": "一般评委会的结果由省厅公布"}},
        },
        "rules": {"PUB-18": {"severity": "advise", "reason": "本省不要求附公示照片"}},
    }


@pytest.fixture
def province(tmp_path):
    """The file of the pack; the notice beside it, a year of holidays in an overlay."""
    (tmp_path / "elsewhere-2027.notice.txt").write_text(NOTICE, encoding="utf-8")
    path = tmp_path / "elsewhere-2027.json"
    path.write_text(json.dumps(pack(), ensure_ascii=False), encoding="utf-8")
    return path


def test_a_new_province_is_a_notice_and_a_pack(province):
    assert file_problems(province, "shanxi-2025") == []
    policy = load_policy(str(province))
    assert policy.clauses["12-2"] == "二、用人单位对申报材料公示不少于7个工作日。"
    assert policy.cite("12-2") == "某人社发〔2027〕12号第二条"
    assert policy.value("minimum_publicity_working_days") == 7
    assert policy.why_off("PUB-04", ["initial"], None) == "初定由单位办理（12-1）"
    assert policy.why_off("PUB-04", ["ordinary"], None) is None
    assert policy.rules["PUB-18"].regraded == "本省不要求附公示照片"
    assert policy.confirmation.by_committee["standard"]["who"] == "省厅公布"


def test_a_new_year_is_a_file_of_holidays(province):
    holidays = {"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": True, "name": "元旦"}]}
    (province.parent / "2027.json").write_text(json.dumps(holidays), encoding="utf-8")
    office = province.parent / "office.json"
    office.write_text(json.dumps({"title": "某办公室", "calendar": {"years": ["2027.json"]}}), encoding="utf-8")
    calendar = load_named(f"{province}+{office}", "shanxi-2025").calendar
    assert calendar.count(date(2027, 1, 1), date(2027, 1, 5)) == 2


def test_a_new_year_of_the_same_province_is_a_copy_with_another_notice(law, change):
    folder = law / "policies"
    notice = (folder / "shanxi-2025.notice.txt").read_text(encoding="utf-8").replace("2025年", "2026年")
    (folder / "shanxi-2026.notice.txt").write_text(notice, encoding="utf-8")
    old = json.loads((folder / "shanxi-2025.json").read_text(encoding="utf-8"))
    old["parameters"]["cycle"]["value"] = ["2026-01-01", "2026-12-31"]
    new = old | {
        "id": "shanxi-2026",
        "document_number": "晋人社厅函〔2026〕1号",
        "notice": "shanxi-2026.notice.txt",
    }
    path = folder / "shanxi-2026.json"
    path.write_text(json.dumps(new, ensure_ascii=False), encoding="utf-8")
    assert file_problems(path, "shanxi-2025") == []
    policy = load_policy(str(path))
    assert policy.value("cycle") == ["2026-01-01", "2026-12-31"]
    assert policy.cite("560-8") == "晋人社厅函〔2026〕1号第八条"


def test_everything_wrong_with_a_pack_is_said_at_once_with_place_and_remedy(province, change):
    def damage(content):
        content["parameters"]["cycle"]["clause"] = "12-9"
        content["routes"]["initial"]["off"].append("XYZ-01")
        content["routes"]["unknown"] = {"off": ["PUB"], "reason": "没有这个途径"}
        content["rules"]["PUB-99"] = {"off": True, "reason": "没有这条规则"}
        content["result_confirmation"]["by_committee"]["city"] = {"who": "甲", "why": "乙"}
        content["parameters"]["tenure_cut_off"]["value"] = "2027-02-30"

    problems = file_problems(change(province, damage), "shanxi-2025")
    assert [problem.place for problem in problems] == [
        "parameters/cycle/clause",
        "routes/initial/off",
        "routes/unknown",
        "result_confirmation/by_committee/city",
        "rules/PUB-99",
        "parameters/tenure_cut_off/value",
    ]
    assert all(problem.hint for problem in problems)


def test_a_pack_without_its_notice_or_with_gaps_in_it_says_so(province):
    notice = province.parent / "elsewhere-2027.notice.txt"
    notice.write_text("一、甲\n三、乙\n", encoding="utf-8")
    assert "不连续" in file_problems(province, "shanxi-2025")[0].message
    notice.unlink()
    assert "读不到通知原文" in file_problems(province, "shanxi-2025")[0].message


def test_a_file_that_is_no_json_is_one_problem(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    [problem] = file_problems(path, "shanxi-2025")
    assert "不是有效的 JSON" in problem.message


def test_an_overlay_is_told_from_a_pack(province, tmp_path):
    office = tmp_path / "office.json"
    office.write_text('{"title": "某办公室"}', encoding="utf-8")
    assert is_overlay(office)
    assert not is_overlay(province)
    assert load_named(str(office), "shanxi-2025").office.title == "某办公室"
    assert load_named(str(province), "shanxi-2025").id == "elsewhere-2027"
