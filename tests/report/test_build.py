"""report.json: what it holds and in which order."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dossier import __version__
from dossier.model import Application, Box, Decision, Outcome, Place, Record, Severity, Value
from dossier.policy import Office
from dossier.policy.checks import validate_report_json
from dossier.policy.model import Confirmation
from dossier.report import build_report, terminal_lines, to_json
from dossier.report.confirmation import result_confirmation
from dossier.report.html import report_html

CREATED = "2025-09-12T09:30:00+08:00"


def test_a_clean_report_has_the_public_shape(clean_report):
    assert validate_report_json(clean_report) == []


def test_a_report_full_of_findings_has_the_public_shape(record, judged, finding, report_of):
    worse = judged(finding("PUB-03"), finding("PUB-13", outcome=Outcome.UNDECIDED))
    worse = replace(worse, failures=({"stage": "read", "what": "第3页未能读取", "hint": "重新扫描"},))
    assert validate_report_json(report_of(record, worse)) == []


def test_a_report_over_an_empty_record_has_the_public_shape(judgement, report_of):
    empty = Record(Application("shanxi-2025"), {}, (), (), {}, ())
    report = report_of(empty, replace(judgement, decision=Decision.REVIEW))
    assert validate_report_json(report) == []
    assert report["applicant"] == {}
    assert report["application"]["title"] is None
    assert report["application"]["route"] == ["ordinary"]


def test_codes_come_with_their_chinese_names(clean_report):
    application = clean_report["application"]
    assert (application["series"], application["series_name"]) == ("engineering", "工程技术人员")
    assert (application["level"], application["level_name"]) == ("associate_senior", "副高级")
    assert application["route_names"] == ["正常申报"]


def test_the_software_names_its_version(clean_report):
    assert clean_report["software"] == f"dossier {__version__}"


def test_without_an_id_the_number_is_the_id(record, judgement, report_of):
    assert report_of(record, judgement)["id"] == report_of(record, judgement)["number"]
    assert report_of(record, judgement, report_id="r-17")["id"] == "r-17"


def test_the_same_input_gives_the_same_bytes(record, judged, finding, report_of):
    findings = [finding("PUB-03"), finding("PUB-12"), finding("IDN-03", outcome=Outcome.UNDECIDED)]
    first = report_of(record, judged(*findings))
    again = report_of(record, judged(*findings), created="2026-01-01T00:00:00", report_id="other")
    assert to_json(first | {"id": "", "created": ""}) == to_json(again | {"id": "", "created": ""})


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_rules_ran_leaves_no_trace(record, judged, finding, report_of, seed):
    findings = [finding(rule, message) for rule in ("PUB-05", "PUB-12", "PUB-03", "IDN-03") for message in ("乙", "甲")]
    shuffled = random.Random(seed).sample(findings, len(findings))
    report = report_of(record, judged(*shuffled))
    assert report == report_of(record, judged(*findings))
    assert [d["severity"] for d in report["defects"]] == ["reject"] * 2 + ["correct"] * 4 + ["advise"] * 2


def test_defects_of_one_severity_follow_the_catalogue(record, judged, finding, report_of):
    report = report_of(record, judged(finding("IDN-03"), finding("PUB-12"), finding("CON-01")))
    assert [d["rule"] for d in report["defects"]] == ["PUB-12", "IDN-03", "CON-01"]


def test_passed_and_not_applicable_rules_follow_the_catalogue(record, judgement, report_of, policy):
    shuffled = replace(judgement, passed=tuple(reversed(judgement.passed)))
    report = report_of(record, shuffled)
    order = list(policy.rules)
    assert report["passed"] == sorted(report["passed"], key=order.index)
    assert [entry["rule"] for entry in report["not_applicable"]] == ["SPC-01", "COM-07"]


def test_a_defect_cites_its_clause_in_words(record, judged, finding, report_of):
    [defect] = report_of(record, judged(finding("PUB-04")))["defects"]
    assert defect["clause"] == "560-8"
    assert defect["citation"] == "晋人社厅函〔2025〕560号第八条"


def test_an_open_point_says_why_it_is_open(record, judged, finding, report_of):
    open_point = finding("PUB-13", "印文识别把握不足", outcome=Outcome.UNDECIDED)
    [entry] = report_of(record, judged(open_point, decision=Decision.REVIEW))["undecided"]
    assert entry["reason"] == "印文识别把握不足"


def test_a_place_named_twice_is_listed_once(record, judged, finding, report_of):
    place = Place("03公示.pdf", 1, Box(1, 2, 3, 4), "公示", 0.956)
    [defect] = report_of(record, judged(finding("PUB-12", "无公章", place, place)))["defects"]
    assert defect["locations"] == [
        {"file": "03公示.pdf", "page": 1, "box": [1, 2, 3, 4], "text": "公示", "confidence": 0.96, "crop": None}
    ]


def test_the_counts_add_up(record, judged, finding, report_of):
    report = report_of(record, judged(finding("PUB-03"), finding("PUB-12"), finding("PUB-05"), finding("PUB-17")))
    counts = report["counts"]
    assert (counts["reject"], counts["correct"], counts["advise"], counts["undecided"]) == (1, 1, 2, 0)
    assert (counts["documents"], counts["files"]) == (len(record.documents), len(record.files))
    assert counts["pages"] == sum(len(material["pages"]) for material in report["materials"])


def test_an_unread_value_is_null_and_an_absent_one_is_left_out(record, judgement, report_of):
    unread = replace(record, applicant={"name": Value(None, reason="unreadable")})
    assert report_of(unread, judgement)["applicant"] == {"name": None}


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("standard", "人力资源和社会保障行政部门审核确认公布"),
        ("city_delegated", "各市人力资源和社会保障局审核确认公布"),
        ("self_review", "报评审委员会核准备案部门备案后，由评审委员会组建单位审核确认公布"),
        ("industry_mid_junior", "报评审委员会核准备案部门备案后，由省行业主管部门或评审委员会组建单位审核确认公布"),
    ],
)
def test_the_kind_of_committee_decides_who_confirms_the_result(record, judgement, report_of, kind, who):
    known = replace(record, facts={**record.facts, "committee_kind": {"value": kind, "from": []}})
    confirmation = report_of(known, judgement)["result_confirmation"]
    assert (confirmation["committee_kind"], confirmation["who"]) == (kind, who)
    assert confirmation["citation"] == "晋人社厅函〔2025〕560号第七条"


@pytest.mark.parametrize("facts", [{}, {"committee_kind": {"value": "unknown", "from": []}}, {"committee_kind": None}])
def test_an_unknown_committee_leaves_the_confirmation_open_and_says_so(record, judgement, report_of, facts):
    confirmation = report_of(replace(record, facts=facts), judgement)["result_confirmation"]
    assert confirmation["who"] is None
    assert confirmation["why"] == "未加载评委会登记册或未说明申报的评委会，无法确定"


def test_the_wording_of_confirmation_is_that_of_the_notice(policy):
    said = [result_confirmation(kind, policy)["who"] for kind in policy.codes["committee_kinds"]]
    assert all(who.split("，")[-1].removeprefix("由") in policy.clauses["560-7"] for who in said)


def test_the_policy_hash_follows_the_rules(record, judgement, policy):
    before = build_report(record, judgement, policy, created=CREATED, input_sha256="0" * 64)
    changed = replace(policy, rules={**policy.rules, "PUB-05": replace(policy.rules["PUB-05"], off="本年度不执行")})
    after = build_report(record, judgement, changed, created=CREATED, input_sha256="0" * 64)
    assert before["policy"]["sha256"] != after["policy"]["sha256"]
    assert before["number"] != after["number"]


def test_a_confirmation_is_what_the_pack_says(policy):
    other = replace(policy, confirmation=Confirmation("560-8", "不明", {"standard": {"who": "某厅", "why": "某理由"}}))
    assert result_confirmation("standard", other) == {
        "committee_kind": "standard",
        "who": "某厅",
        "why": "某理由",
        "clause": "560-8",
        "citation": "晋人社厅函〔2025〕560号第八条",
    }
    assert result_confirmation("self_review", other)["why"] == "不明"


def test_a_parameter_without_a_source_is_shown_where_it_decided_something(record, judged, finding, report_of):
    worse = replace(judged(finding("PUB-04"), finding("PUB-11")), consulted={"PUB-04": ("count_first_day", "cycle")})
    report = report_of(record, worse)
    shown = {entry["rule"]: entry.get("unverified") for entry in report["defects"]}
    assert shown["PUB-11"] is None
    assert [one["parameter"] for one in shown["PUB-04"]] == ["count_first_day", "cycle"]
    assert shown["PUB-04"][0]["citation"] == "评审工作惯例"
    assert validate_report_json(report) == []


def test_a_verified_parameter_is_not_shown(record, judged, finding, report_of):
    worse = replace(judged(finding("PUB-04")), consulted={"PUB-04": ("minimum_publicity_working_days",)})
    assert "unverified" not in report_of(record, worse)["defects"][0]


def test_rules_that_were_switched_off_or_regraded_are_listed_with_their_reasons(record, judgement, policy):
    rules = {
        **policy.rules,
        "PUB-05": replace(policy.rules["PUB-05"], severity=Severity.CORRECT, regraded="本市规定"),
        "FRM-10": replace(policy.rules["FRM-10"], off="窗口核对"),
    }
    changed = replace(policy, rules=rules)
    report = build_report(record, judgement, changed, created=CREATED, input_sha256="0" * 64)
    assert [(one["rule"], one["severity"], one["reason"]) for one in report["policy"]["adjustments"]] == [
        ("PUB-05", "correct", "本市规定"),
        ("FRM-10", None, "窗口核对"),
    ]
    assert validate_report_json(report) == []
    html = report_html(report, {})
    assert "窗口核对" in html
    assert "停用" in html


def test_an_office_s_settings_are_named_with_the_hashes_of_their_files(record, judgement, policy):
    office = Office("机械高评委办公室", "a" * 64, {"office.json": "b" * 64})
    report = build_report(record, judgement, replace(policy, office=office), created=CREATED, input_sha256="0" * 64)
    assert report["policy"]["overlay"]["files"] == [{"name": "office.json", "sha256": "b" * 64}]
    assert validate_report_json(report) == []
    assert "机械高评委办公室" in report_html(report, {})
    lines = [str(line) for line in terminal_lines(report)]
    assert any("机械高评委办公室" in line for line in lines)


def test_the_policy_hash_follows_the_files_of_the_office(record, judgement, policy):
    def hashed(**files):
        changed = replace(policy, office=Office("甲", "a" * 64, files))
        return build_report(record, judgement, changed, created=CREATED, input_sha256="0" * 64)["policy"]["sha256"]

    assert hashed(one="a" * 64) == hashed(one="a" * 64)
    assert hashed(one="a" * 64) != hashed(one="b" * 64)
