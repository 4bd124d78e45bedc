"""同意推荐, its negations and what only sounds like it."""

import pytest

from dossier.text import Agreement, agreement


@pytest.mark.parametrize(
    "text",
    [
        "该同志工作扎实，业绩突出，同意推荐申报高级工程师。",
        "同意。",
        "同意呈报",
        "情况属实，同意上报",
        "公示无不同意见，同意推荐",
        "未收到不同意见，同意申报",
        "经研究，推荐其申报高级工程师",
        "符合条件，特此推荐",
        "☑同意推荐 □不同意推荐",
        "同意推荐☑ 不同意推荐□",
        "同意初定工程师职称",
        "一致同意其晋升高级工程师职务",
    ],
)
def test_a_recommendation_is_heard(text):
    assert agreement(text) is Agreement.AGREES


@pytest.mark.parametrize(
    "text",
    [
        "不同意推荐。",
        "暂不推荐",
        "不建议推荐",
        "□同意 ☑不同意推荐",
        "不符合申报条件",
        "未达到申报条件，暂缓推荐",
        "未同意其申报",
    ],
)
def test_a_refusal_is_heard(text):
    assert agreement(text) is Agreement.REFUSES


@pytest.mark.parametrize("text", ["该同志工作认真，业绩突出。", "材料真实，符合申报条件。", "情况属实", ""])
def test_praise_and_truth_are_no_recommendation(text):
    assert agreement(text) is Agreement.NONE


@pytest.mark.parametrize(
    "text",
    [
        "□同意 □不同意",
        "可以申报",
        "请予评审",
        "部分专家不同意推荐，单位同意推荐",
        "支持该同志参评",
        "建议晋升高级工程师",
    ],
)
def test_what_may_be_either_is_left_open(text):
    assert agreement(text) is Agreement.UNCLEAR
