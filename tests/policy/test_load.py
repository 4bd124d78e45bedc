import hashlib
import json
from dataclasses import replace

import pytest

from dossier.errors import PolicyError
from dossier.model import Severity
from dossier.policy import load_policy, policy_names
from dossier.policy.resources import schema_file
from dossier.report.grounds import policy_sha256


def test_the_pack_of_the_program_is_the_notice_560(policy):
    assert (policy.id, policy.document_number) == ("shanxi-2025", "晋人社厅函〔2025〕560号")
    assert policy.title == "关于做好2025年度全省职称评审工作的通知"
    assert "shanxi-2025" in policy_names()


def test_a_pack_says_what_it_is_and_what_it_rests_on(policy):
    assert "2025" in policy.description
    assert policy.document_number in policy.source
    assert policy.verified == all(parameter.verified for parameter in policy.parameters.values())


def test_the_hashes_cover_every_file_that_decides(policy):
    decides = ["rules.json", "documents.json", "places.json", "shanxi-2025.json", "shanxi-2025.notice.txt"]
    decides += [f"{kind}/{path.name}" for kind in ("common", "series") for path in schema_file(kind).glob("*.json")]
    assert set(decides) <= set(policy.files)
    assert all(len(digest) == 64 for digest in policy.files.values())
    of_common = policy.files["common/achievements.schema.json"]
    assert of_common == hashlib.sha256(schema_file("common", "achievements.schema.json").read_bytes()).hexdigest()


def test_a_file_that_decides_changes_the_hash_of_the_policy(policy):
    other = replace(policy, files={**policy.files, "common/achievements.schema.json": "0" * 64})
    assert policy_sha256(other) != policy_sha256(policy)


def test_the_catalogue_has_all_rules_with_all_their_entries(policy):
    assert len(policy.rules) == 143
    for code, rule in policy.rules.items():
        assert rule.code == code
        assert code.startswith(rule.family + "-")
        assert rule.family in policy.families
        assert all((rule.title, rule.clause, rule.check))
        assert rule.by in ("applicant", "employer", "authority", "office")
        assert (rule.off, rule.regraded) == ("", "")


def test_every_clause_of_the_notice_that_a_rule_rests_on_exists(policy):
    named = {rule.clause for rule in policy.rules.values() if rule.clause.startswith("560-")}
    assert {clause.split(" ")[0] for clause in named} <= set(policy.clauses)


def test_only_what_the_notice_says_is_marked_verified(policy):
    verified = {name for name, parameter in policy.parameters.items() if parameter.verified}
    assert verified == {"minimum_publicity_working_days"}
    assert policy.parameters["minimum_publicity_working_days"].clause == "560-8"
    assert policy.value("minimum_publicity_working_days") == 5


def test_an_unknown_parameter_is_a_policy_error(policy):
    with pytest.raises(PolicyError, match="没有参数 nothing"):
        policy.value("nothing")


def test_every_parameter_says_what_it_means(policy):
    assert all(parameter.note and parameter.clause for parameter in policy.parameters.values())


def test_a_pack_by_name_that_does_not_exist_is_a_policy_error_that_names_the_others():
    with pytest.raises(PolicyError, match="没有政策包 nowhere") as raised:
        load_policy("nowhere-2025")
    assert "shanxi-2025" in raised.value.hint


def test_a_pack_can_be_given_as_a_file(law, policy):
    loaded = load_policy(str(law / "policies" / "shanxi-2025.json"))
    assert loaded.clauses == policy.clauses
    assert loaded.rules == policy.rules


def test_a_pack_elsewhere_is_read_with_the_tables_of_the_program(law, tmp_path, policy):
    elsewhere = tmp_path / "mine"
    (law / "policies").rename(elsewhere)
    assert load_policy(str(elsewhere / "shanxi-2025.json")).kinds == policy.kinds


def test_a_new_year_is_a_new_file_and_no_code(law, change):
    folder = law / "policies"
    (folder / "elsewhere-2027.notice.txt").write_text("一、公示\n期不少于 7 个工作日。\n二、其他。\n", encoding="utf-8")
    (folder / "elsewhere-2027.json").write_text(
        (folder / "shanxi-2025.json").read_text(encoding="utf-8"), encoding="utf-8"
    )

    def renew(pack):
        pack |= {"id": "elsewhere-2027", "document_number": "某人社发〔2027〕9号", "clause_prefix": "9"}
        pack["notice"] = "elsewhere-2027.notice.txt"
        pack["parameters"]["minimum_publicity_working_days"] |= {"value": 7, "clause": "9-1"}

    loaded = load_policy(str(change(folder / "elsewhere-2027.json", renew)))
    assert loaded.value("minimum_publicity_working_days") == 7
    assert loaded.clauses == {"9-1": "一、公示期不少于7个工作日。", "9-2": "二、其他。"}
    assert loaded.cite("9-1") == "某人社发〔2027〕9号第一条"


def test_a_new_kind_of_document_is_an_entry_and_no_code(law, change):
    kind = {"zh": "新材料", "titles": ["新材料表"], "required": "never", "filled": [], "fields": {}}
    change(law / "documents.json", lambda tables: tables["documents"].update(new_kind=kind))
    assert load_policy(str(law / "policies" / "shanxi-2025.json")).kinds["new_kind"].zh == "新材料"


def test_a_pack_can_switch_a_rule_off_or_regrade_it_with_its_reasons(law, change):
    overrides = {
        "PUB-05": {"severity": "correct", "reason": "本市规定首日不计入"},
        "FRM-10": {"off": True, "reason": "复印件由窗口核对"},
    }
    loaded = load_policy(
        str(change(law / "policies" / "shanxi-2025.json", lambda pack: pack["rules"].update(overrides)))
    )
    assert loaded.rules["PUB-05"].severity is Severity.CORRECT
    assert loaded.rules["PUB-05"].regraded == "本市规定首日不计入"
    assert loaded.rules["FRM-10"].off == "复印件由窗口核对"
    assert "复印件由窗口核对" in (loaded.why_off("FRM-10", ["ordinary"], "mainland") or "")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda pack: pack.pop("version"), "version"),
        (lambda pack: pack.update(extra=1), "extra"),
        (lambda pack: pack.update(document_number="560号"), "document_number"),
        (lambda pack: pack.update(notice="nothing.txt"), "nothing.txt"),
        (lambda pack: pack.update(notice="../rules.json"), "notice"),
        (lambda pack: pack.update(id="other"), "id"),
        (lambda pack: pack["rules"].update({"PUB-99": {"off": True, "reason": "没有这条"}}), "PUB-99"),
        (lambda pack: pack["rules"].update({"PUB-05": {"off": True}}), "reason"),
        (lambda pack: pack["rules"].update({"PUB-05": {"severity": "fatal", "reason": "太重"}}), "severity"),
        (lambda pack: pack["routes"]["initial"]["off"].append("XYZ"), "routes/initial/off：不存在的规则 XYZ"),
        (lambda pack: pack["routes"].update({"new": {"off": ["PUB"], "reason": "没有"}}), "没有申报途径 new"),
        (lambda pack: pack["routes"]["exceptional"].update(while_passing="EXC-99"), "EXC-99"),
        (lambda pack: pack["routes"]["postdoc"].update(demands=["nothing"]), "没有材料种类 nothing"),
        (lambda pack: pack["routes"]["initial"].update(told_by=["postdoc"]), "postdoc 已是途径 initial 的特有材料"),
        (lambda pack: pack["parameters"]["cycle"].update(value=["2025-12-31", "2025-01-01"]), "2025-12-31 在"),
        (lambda pack: pack["parameters"]["tenure_cut_off"].update(value="2025-02-30"), "2025-02-30 不存在"),
        (lambda pack: pack["parameters"]["file_limits"]["value"].pop("pages"), "缺少 pages"),
        (lambda pack: pack["parameters"]["assessment_years"].update(clause="560-13"), "没有第 560-13 条"),
        (lambda pack: pack["result_confirmation"]["by_committee"].update(new={"who": "甲", "why": "乙"}), "类别 new"),
        (lambda pack: pack["parameters"]["cycle"].pop("note"), "note"),
    ],
)
def test_a_damaged_pack_is_a_policy_error_that_names_the_place(law, change, damage, said):
    path = change(law / "policies" / "shanxi-2025.json", damage)
    with pytest.raises(PolicyError, match=said):
        load_policy(str(path))


@pytest.mark.parametrize(("content", "said"), [(b"{", "JSON"), (b"[]", "JSON"), (b"\xff\xfe", "UTF-8")])
def test_a_file_that_is_no_json_object_is_a_policy_error(tmp_path, content, said):
    path = tmp_path / "pack.json"
    path.write_bytes(content)
    with pytest.raises(PolicyError, match=said):
        load_policy(str(path))


def test_an_overlay_changes_parameters_and_rules_of_the_pack(tmp_path, policy):
    overlay = tmp_path / "city.json"
    content = {
        "title": "某市补充",
        "parameters": {"assessment_years": {"value": 3, "verified": True, "clause": "某市通知", "note": "近三年"}},
        "rules": {"PUB-18": {"severity": "advise", "reason": "本市不要求照片"}},
    }
    overlay.write_text(json.dumps(content), encoding="utf-8")
    loaded = load_policy(overlay=overlay)
    assert loaded.value("assessment_years") == 3
    assert loaded.rules["PUB-18"].severity is Severity.ADVISE
    assert (policy.value("assessment_years"), policy.rules["PUB-18"].severity) == (5, Severity.CORRECT)


@pytest.mark.parametrize(
    "content",
    [
        {"title": "甲", "parameters": {"unknown": {"value": 1, "verified": False, "clause": "甲", "note": "乙"}}},
        {"title": "甲", "rules": {"ZZZ-01": {"off": True, "reason": "没有"}}},
        {"title": "甲", "anything": {}},
        {},
    ],
)
def test_an_overlay_that_does_not_fit_the_pack_is_a_policy_error(tmp_path, content):
    overlay = tmp_path / "city.json"
    overlay.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(PolicyError):
        load_policy(overlay=overlay)


def test_an_overlay_that_is_not_there_is_a_policy_error(tmp_path):
    with pytest.raises(PolicyError, match="读不到文件"):
        load_policy(overlay=tmp_path / "none.json")
