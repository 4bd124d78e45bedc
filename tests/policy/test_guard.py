import pytest

from dossier.errors import PolicyError
from dossier.policy import load_policy
from dossier.policy.guard import refuse_patent_quota


def number_parameter(pack):
    pack["parameters"]["minimum_patent_applications"] = {
        "value": 2,
        "verified": False,
        "clause": "practice",
        "note": "件数",
    }


def number_in_words(pack):
    pack["parameters"]["cycle"]["note"] = "专利申请数量不少于3件"


@pytest.mark.parametrize("demand", [number_parameter, number_in_words])
def test_a_pack_that_demands_a_number_of_patent_applications_is_refused(law, change, demand):
    path = change(law / "policies" / "shanxi-2025.json", demand)
    with pytest.raises(PolicyError, match="专利数量") as raised:
        load_policy(str(path))
    assert "第五条" in raised.value.hint


def test_a_series_that_counts_patents_is_refused(law, change):
    count = {"properties": {"documents": {"contains": {"properties": {"kind": {"const": "patent"}}}, "minContains": 2}}}
    change(law / "series" / "engineering.schema.json", lambda schema: schema["allOf"].append(count))
    with pytest.raises(PolicyError, match="engineering"):
        load_policy(str(law / "policies" / "shanxi-2025.json"))


@pytest.mark.parametrize(
    "content",
    [
        {"minimum_patents": {"value": 1}},
        {"note": "至少2项专利申请"},
        {"rules": [{"reason": "专利申请数达到五件"}]},
        {"properties": {"patents": {"minItems": 1}}},
        {"properties": {"专利": {"minimum": 3}}},
    ],
)
def test_every_way_of_counting_is_found(content):
    with pytest.raises(PolicyError):
        refuse_patent_quota(content, "某包")


@pytest.mark.parametrize(
    "content",
    [
        {"note": "不得直接将专利申请数量作为主要条件"},
        {"note": "注重专利应用和成果转化的经济社会效益"},
        {"patent_use_required": {"value": True}},
        {"patents": {"value": 0}},
        {"documents": {"minItems": 1}},
    ],
)
def test_speaking_of_patents_without_counting_them_is_fine(content):
    refuse_patent_quota(content, "某包")
    assert content


def test_the_pack_and_series_of_the_program_pass(policy):
    assert all(refuse_patent_quota(series.schema, series.code) is None for series in policy.series.values())
