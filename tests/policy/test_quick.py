"""The quick validator accepts and rejects what the plain one does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dossier.policy import load_policy
from dossier.policy.quick import QuickValidator, kinds_required

POLICY = load_policy()
KINDS = [*sorted(POLICY.kinds), "nonsense"]
words = st.sampled_from(
    ["博士研究生", "本科", "无", "工程师", "初级", "高级", "医师执业证书", "执业证书", "护士执业证书"]
)
values = st.one_of(
    st.builds(lambda word: {"value": word}, words),
    st.sampled_from([{"value": None, "reason": "blank"}, {"value": None, "reason": "unreadable"}, {}]),
)
names = st.sampled_from(["education", "degree", "kind", "grade", "current_title", "name", "sex", "scope", "characters"])
documents = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.sampled_from(KINDS)}, optional={"title": words, "fields": st.dictionaries(names, values)}
    ),
    st.sampled_from([{}, None, "x", {"kind": None}]),
)
records = st.fixed_dictionaries(
    {
        "application": st.fixed_dictionaries(
            {
                "level": st.builds(lambda one: {"value": one}, st.sampled_from([*POLICY.codes["levels"], None])),
                "route": st.builds(lambda one: {"value": [one]}, st.sampled_from(sorted(POLICY.codes["routes"]))),
                "title": st.builds(lambda one: {"value": one}, st.sampled_from(["副主任医师", "高级工程师", "公证员"])),
            }
        ),
        "applicant": st.fixed_dictionaries(
            {"employer_ownership": st.builds(lambda one: {"value": one}, st.sampled_from(["private", "unknown"]))}
        ),
        "documents": st.lists(documents, max_size=6),
    }
)


@settings(max_examples=25)
@given(records)
def test_every_unit_of_every_series_says_the_same_of_a_record(record):
    seen = set()
    for series in POLICY.series:
        for unit in POLICY.demands.units(series):
            if unit.key not in seen:
                seen.add(unit.key)
                quick, plain = (
                    sorted((error.schema["x-defect"], *map(str, error.absolute_path)) for error in found)
                    for found in (
                        unit.validator.iter_errors(record),
                        Draft202012Validator(unit.validator.schema).iter_errors(record),
                    )
                )
                assert quick == plain


OF_KIND = {"properties": {"kind": {"const": "paper"}}, "required": ["kind"]}


@pytest.mark.parametrize(
    ("schema", "kinds"),
    [
        (OF_KIND, {"paper"}),
        ({"properties": {"kind": {"enum": ["paper", "book"]}}, "required": ["kind"]}, {"paper", "book"}),
        ({"properties": {"kind": {"const": "paper"}}}, None),
        ({"properties": {"kind": {"type": "string"}}, "required": ["kind"]}, None),
        ({"anyOf": [OF_KIND, {}]}, None),
        ({"anyOf": [OF_KIND, OF_KIND]}, {"paper"}),
        ({"allOf": [{}, OF_KIND]}, {"paper"}),
        ({}, None),
        (True, None),
    ],
)
def test_kinds_are_required_only_where_no_other_kind_can_pass(schema, kinds):
    assert kinds_required(schema) == kinds


@pytest.mark.parametrize(
    "schema",
    [
        {"contains": OF_KIND, "minContains": 0},
        {"contains": OF_KIND, "minContains": 2},
        {"contains": OF_KIND, "maxContains": 1},
        {"contains": {"type": "object"}},
        {"items": {"if": OF_KIND, "then": {"required": ["title"]}}},
        {"items": {"if": OF_KIND, "then": False, "else": False}},
        {"items": False, "prefixItems": [True]},
        {"items": True},
    ],
)
@pytest.mark.parametrize(
    "instance",
    [
        [],
        "x",
        [{"kind": "paper"}],
        [{"kind": "paper", "title": "t"}] * 2,
        [{"kind": "book"}, 3],
        [{"kind": "paper"}] * 3,
    ],
)
def test_the_two_keywords_mean_what_the_draft_says(schema, instance):
    assert QuickValidator(schema).is_valid(instance) is Draft202012Validator(schema).is_valid(instance)
