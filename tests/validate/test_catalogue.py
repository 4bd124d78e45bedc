"""The contract between rules, catalogue and kinds of document."""

import pytest

from dossier.errors import UsageError
from dossier.validate import RULES as SINGLE
from dossier.validate import across_codes, catalogue_page, checked_codes, reads_of
from dossier.validate.across import RULES as ACROSS
from dossier.validate.demand_pages import PAGES

RULES = (*SINGLE, *ACROSS)


def test_no_code_is_used_twice():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


def test_what_compares_dossiers_is_the_family_of_its_own(policy):
    assert set(across_codes()) == {code for code, info in policy.rules.items() if info.family == "XDS"}


def test_publicity_files_and_comparisons_are_covered_whole(policy):
    due = {code for code, info in policy.rules.items() if info.family in ("PUB", "FIL", "XDS")}
    assert due <= set(checked_codes())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_in_the_catalogue_and_reads_what_exists(rule, policy):
    assert rule.code in policy.rules
    for kind, fields in rule.reads.items():
        assert set(fields) <= set(policy.kinds[kind].fields), kind


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_demand_of_the_schemas_reads_what_exists(code, policy):
    reads = policy.demands.reads(code)
    assert reads
    for kind, fields in reads.items():
        assert set(fields) <= set(policy.kinds[kind].fields), kind
    assert set(policy.demands.parameters(code)) <= set(policy.parameters)


def test_a_demand_reads_what_its_constraints_and_their_conditions_name(policy):
    assert reads_of("FRM-09", policy) == {"work_summary": ("characters",)}
    assert reads_of("EMP-01", policy) == {"social_insurance": (), "review_form": ("employer_type", "route")}
    assert reads_of("TTL-07", policy) == {"review_form": ("title",)}
    assert set(reads_of("TTL-01", policy)["digital_engineer"]) == {"grade"}
    assert set(reads_of("FRM-02", policy)["review_form"]) >= set(policy.kinds["review_form"].filled)
    assert set(reads_of("ACH-13", policy)) >= {"paper", "book", "standard", "patent", "award", "project", "achievement"}


def test_a_rule_in_code_reads_what_it_declares(policy):
    assert reads_of("PUB-11", policy) == next(rule.reads for rule in RULES if rule.code == "PUB-11")
    assert reads_of("PUB-99", policy) == {}


def test_a_page_tells_of_which_kinds_only_the_presence_counts(policy):
    assert "读取：专业技术工作总结的字数\n" in catalogue_page("FRM-09", policy)
    assert "评审表的单位性质、申报类型；有无“社会保险缴费证明”\n" in catalogue_page("EMP-01", policy)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_states_the_bad_condition_why_an_example_and_the_remedy(rule):
    page = rule.page
    assert page.condition.endswith("。")
    assert "\n" not in page.condition
    assert page.why
    assert page.example
    assert page.remedy


@pytest.mark.parametrize("code", checked_codes())
def test_every_checked_rule_has_a_page(code, policy):
    page = catalogue_page(code, policy)
    assert page.startswith(f"{code} {policy.rules[code].title}\n")
    for heading in ("级别：", "依据：", "由谁处理：", "情形：", "为什么：", "例：", "怎么改："):
        assert heading in page


def test_a_page_quotes_the_clause_and_names_what_is_read(policy):
    page = catalogue_page("PUB-11", policy)
    assert "晋人社厅函〔2025〕560号第八条" in page
    assert policy.clauses["560-8"] in page
    assert "公示情况（结果）证明的" in page


def test_a_rule_not_checked_yet_says_so(policy):
    from dataclasses import replace

    known = replace(policy, rules={**policy.rules, "PUB-99": replace(policy.rules["PUB-01"], code="PUB-99")})
    assert "尚未检查" in catalogue_page("PUB-99", known)


def test_a_page_tells_what_the_pack_changed(policy):
    from dataclasses import replace

    info = replace(policy.rules["PUB-05"], regraded="本市从严掌握", off="试点")
    page = catalogue_page("PUB-05", replace(policy, rules={**policy.rules, "PUB-05": info}))
    assert "本市从严掌握" in page
    assert "试点" in page


def test_a_code_that_does_not_exist_is_wrong_use(policy):
    with pytest.raises(UsageError, match="ABC-99"):
        catalogue_page("ABC-99", policy)
