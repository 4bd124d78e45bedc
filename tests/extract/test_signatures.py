"""Every place for a signature is listed with what is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract.layout import lay_out
from dossier.extract.signatures import agreeing, signatures_of
from dossier.model import Box, Line, Value
from tests.extract.pages import At, Table, Title, layout, page, place_of, seal

TEXT = "本人承诺所交材料真实有效，如有虚假愿意承担责任。"


def states(*items, kind="pledge", **fields):
    return [
        (one["place"], one["state"]) for one in signatures_of([layout(Title("承诺书"), TEXT, *items, **fields)], kind)
    ]


@pytest.mark.parametrize(
    "label",
    ["本人签名", "申报人签字", "承诺人(签字)", "举荐人(亲笔签名)", "推荐专家签名", "单位负责人(签章)"],
)
def test_whoever_has_to_sign_has_a_place(label):
    assert states(f"{label}：") == [(label, "empty")]


def test_a_printed_name_is_printed_and_is_told():
    (found,) = signatures_of([layout(Title("承诺书"), TEXT, "承诺人签名：张三")], "pledge")
    assert (found["state"], found["name"]) == ("printed", "张三")


def test_what_ocr_made_of_handwriting_is_no_name():
    shown = layout(Title("承诺书"), TEXT, "承诺人签名：", At(150, 108, "张王", 28))
    (found,) = signatures_of([shown], "pledge")
    assert (found["state"], found["name"]) == ("signed", None)


def test_ink_that_no_one_could_read_is_a_signature():
    label = place_of(page(Title("承诺书"), TEXT, "承诺人签名："), "承诺人签名")
    pen = Box(label.x1 + 6, label.y0 - 6, label.x1 + 80, label.y1 + 6)
    assert states("承诺人签名：", marks=(pen,)) == [("承诺人签名", "signed")]


def test_print_a_little_taller_than_the_rest_is_left_open():
    shown = layout(Title("承诺书"), TEXT, TEXT, "承诺人签名：", At(150, 132, "张三", 12 * 1.45))
    assert [one["state"] for one in signatures_of([shown], "pledge")] == ["unreadable"]


def test_under_a_seal_an_empty_place_cannot_be_told():
    label = place_of(page(Title("承诺书"), TEXT, "承诺人签名："), "承诺人签名")
    assert states("承诺人签名：", seals=(seal(label.x1 + 90, label.cy),)) == [("承诺人签名", "unreadable")]


@pytest.mark.parametrize(
    ("likely", "state"), [(0.9, "signed"), (0.32, "unreadable"), (0.38, "signed"), (0.1, "printed")]
)
def test_a_name_no_taller_than_print_is_told_by_its_strokes(likely, state):
    shown = layout(Title("承诺书"), TEXT, TEXT, "承诺人签名：", At(150, 132, "张三", 12))
    lines = tuple(replace(line, handwritten=likely if line.text == "张三" else 0.02) for line in shown.page.lines)
    shown = replace(shown, page=replace(shown.page, lines=lines))
    assert [one["state"] for one in signatures_of([shown], "pledge")] == [state]


def test_a_place_that_some_ink_touches_is_not_called_empty():
    label = place_of(page(Title("承诺书"), TEXT, "承诺人签名："), "承诺人签名")
    trace = Box(label.x1 + 20, label.y0, label.x1 + 27, label.y1)
    assert states("承诺人签名：", traces=(trace,)) == [("承诺人签名", "unreadable")]


def test_whoever_wrote_a_text_signs_at_its_foot():
    long = "本人任现职以来认真履行岗位职责，主持完成多项工程设计任务，现将有关工作情况总结如下，请予审查批准。"
    shown = layout(Title("工作总结"), long, "述职人：", "2025年8月4日")
    assert [one["place"] for one in signatures_of([shown], "work_summary")] == ["述职人"]
    headed = layout(Title("工作总结"), "述职人：张三", long, long)
    assert signatures_of([headed], "work_summary") == ()


@pytest.mark.parametrize("label", ["持证人签名", "项目主持人(签字)", "董事长(签章)", "同行专家签名", "法定代表人签字"])
def test_other_roles_with_a_hint_to_sign_have_a_place(label):
    assert states(f"{label}：") == [(label, "empty")]


def test_a_role_with_a_colon_signs_forms_and_is_a_fact_elsewhere():
    assert states("单位负责人：", kind="review_form") == [("单位负责人", "empty")]
    assert states("单位负责人：", kind="licence") == []


def test_prose_about_signing_is_no_place():
    assert states("本协议经双方签字盖章后生效，签名无效的不予受理。") == []


def test_a_text_layer_holds_no_handwriting():
    shown = layout(Title("承诺书"), TEXT, "承诺人签名：", At(150, 108, "张王", 28), method="text")
    lines = tuple(replace(line, method="text") for line in shown.page.lines)
    shown = replace(shown, page=replace(shown.page, lines=lines))
    assert [one["state"] for one in signatures_of([shown], "pledge")] == ["printed"]


def test_a_document_signed_at_another_place_is_not_called_unsigned():
    denied = {"signed": Value(False, "", "a.pdf", 1, Box(0, 0, 9, 9), "ocr", 0.9)}
    assert agreeing(denied, [{"place": "本人", "state": "signed"}])["signed"].reason == "ambiguous"
    assert agreeing(denied, [{"place": "本人", "state": "empty"}])["signed"].value is False


@pytest.mark.parametrize(("confidence", "known"), [(0.6, False), (0.95, True)])
def test_a_name_made_of_a_pens_strokes_is_left_open_unless_it_is_read_with_certainty(confidence, known):
    box = (476.0, 540.0, 526.0, 576.0)
    name = Value("希图散", "希图散", "总结.pdf", 1, Box(*box), "ocr", confidence)
    at = {"place": "总结人", "state": "signed", "page": 1, "box": (459.0, 540.0, 526.0, 577.0)}
    assert agreeing({"name": name}, [at])["name"].known is known
    assert agreeing({"name": name}, [{**at, "page": 2}])["name"].known
    assert agreeing({"name": name}, [at], ["希图散"])["name"].known


def test_where_a_name_is_printed_at_the_head_the_place_for_ones_own_signature_goes():
    printed = {"signed": Value(None, "张三", "承诺书.pdf", 1, Box(180, 143, 220, 163), "ocr", 0.0, "ambiguous")}
    own = {"place": "本人签字", "state": "signed", "file": "承诺书.pdf", "page": 1, "box": (342, 395, 400, 426)}
    assert agreeing(printed, [own])["signed"].value is True
    assert not agreeing(printed, [{**own, "place": "单位负责人"}])["signed"].known
    assert not agreeing(printed, [{**own, "state": "empty"}])["signed"].known


def test_a_label_without_a_colon_heads_the_cell_beside_it_however_wide_its_own():
    shown = page(Title("承诺书"), TEXT, Table([["签名", ""]], widths=[130, 250], height=40))
    pen = Line("晁立新", Box(310.0, shown.cells[1].y0 + 8, 370.0, shown.cells[1].y0 + 32), 0.99, handwritten=0.9)
    found = signatures_of([lay_out(replace(shown, lines=(*shown.lines, pen)))], "pledge")
    assert [(one["place"], one["state"]) for one in found] == [("签名", "signed")]
