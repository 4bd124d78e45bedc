import pytest

from dossier.errors import PolicyError
from dossier.policy.clauses import cite, split_clauses
from dossier.text import normalise

NUMBER = "晋人社厅函〔2025〕560号"
OPENINGS = [
    "一、进一步规范专业技术人员职称初定工作。",
    "二、动态调整职称评审专业。",
    "三、创新职称申报方式。",
    "四、进一步拓宽职称评审绿色通道。",
    "五、推动职称制度与人才培养和科技创新制度有效衔接。",
    "六、严格职称委托评审程序。",
    "七、规范职称评审结果审核确认和备案工作。",
    "八、严格职称申报“三公示”制度。",
    "九、各级人力资源和社会保障部门、",
    "十、继续完善“山西省专业技术人才综合服务平台”功能，",
    "十一、各级人力资源和社会保障部门、",
    "十二、各市、各部门（单位）要切实加强领导，",
]


@pytest.mark.parametrize(("number", "opening"), list(enumerate(OPENINGS, 1)))
def test_each_of_the_twelve_paragraphs_begins_where_the_notice_begins_it(policy, number, opening):
    assert policy.clauses[f"560-{number}"].startswith(opening)


def test_there_are_exactly_twelve_paragraphs(policy):
    assert list(policy.clauses) == [f"560-{number}" for number in range(1, 13)]


def test_paragraphs_are_whole_sentences_in_one_spelling(policy):
    for text in policy.clauses.values():
        assert text.endswith("。")
        assert text == normalise(text)
        assert not set(" ,[]()\n") & set(text)


def test_the_publicity_paragraph_reads_as_published(policy):
    assert (
        "对评审条件和程序、个人申报材料、单位鉴定意见进行“三公示”，公示期不少于5个工作日。" in policy.clauses["560-8"]
    )
    assert "主管部门和各级评审委员会一律不得接收" in policy.clauses["560-8"]


def test_document_numbers_in_the_notice_have_one_kind_of_bracket(policy):
    assert "（晋人社厅发〔2024〕52号）" in policy.clauses["560-1"]
    assert "（人社部发〔2024〕56号）" in policy.clauses["560-9"]


def test_leftovers_of_the_word_processor_are_dropped(policy):
    assert not any("bookmark" in text for text in policy.clauses.values())


def test_blanks_inside_numerals_do_not_hide_a_paragraph():
    raw = (
        "前言。\n"
        + "".join(f"{number}、第{number}段。\n" for number in "一二三四五六七八九")
        + "十、甲。\n十 一 、乙\n丙。\n"
    )
    clauses = split_clauses(raw, "x")
    assert clauses["x-11"] == "十一、乙丙。"


@pytest.mark.parametrize("raw", ["", "没有条目", "一、甲。\n三、丙。", "二、乙。", "一、甲。\n一、甲。"])
def test_a_gap_in_the_numbers_is_a_policy_error(raw):
    with pytest.raises(PolicyError, match="条目编号不连续"):
        split_clauses(raw, "x")


@pytest.mark.parametrize(
    ("clause", "cited"),
    [
        ("560-8", f"{NUMBER}第八条"),
        ("560-1", f"{NUMBER}第一条"),
        ("560-10", f"{NUMBER}第十条"),
        ("560-11", f"{NUMBER}第十一条"),
        ("560-12", f"{NUMBER}第十二条"),
        ("560-6 · 人社部令第40号", f"{NUMBER}第六条 · 人社部令第40号"),
        ("practice", "评审工作惯例"),
        ("GB 11643-1999", "GB 11643-1999"),
        ("民法典第二百零一条", "民法典第二百零一条"),
    ],
)
def test_a_clause_is_cited_by_its_text_and_number(policy, clause, cited):
    assert policy.cite(clause) == cited


def test_every_clause_a_rule_names_can_be_cited_without_a_code(policy):
    for rule in policy.rules.values():
        assert "560-" not in policy.cite(rule.clause)


@pytest.mark.parametrize(("number", "ordinal"), [(9, "九"), (10, "十"), (19, "十九"), (20, "二十"), (21, "二十一")])
def test_long_notices_are_counted_on(number, ordinal):
    assert cite(f"7-{number}", "甲", "7") == f"甲第{ordinal}条"
