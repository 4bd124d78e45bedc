"""Truth says where things stand: on the page as printed, and on what a scanner or a telephone made of it."""

import json
import zipfile

import numpy as np
import pymupdf
import pytest

from tests.kit import dossiers, paper, truth
from tests.kit.facts.makers import MAKERS, facts_of
from tests.kit.facts.world import world
from tests.kit.truth import Placed

HERE = np.eye(3)


def drawn(kind: str, hand: str = "first", seed: int = 5) -> paper.Sheet:
    who = world(seed)
    return paper.draw(hand, facts_of(kind, who)[0], who, seed)


def placed(sheet: paper.Sheet, grey: bool = False) -> list[Placed]:
    return [Placed("a.pdf", number, HERE, grey) for number in range(1, len(sheet.sizes) + 1)]


@pytest.mark.parametrize(("kind", "hand"), [(kind, hand) for kind in sorted(MAKERS) for hand in paper.hands_of(kind)])
def test_a_layout_marks_fields_of_its_kind_on_its_pages(kind, hand):
    sheet = drawn(kind, hand)
    entry = truth.entry(sheet, placed(sheet))
    assert entry["fields"] or kind == "catalogue"
    for places in entry["places"].values():
        for place in places:
            width, height = sheet.sizes[place["page"] - 1]
            x0, y0, x1, y1 = place["box"]
            assert -1 <= x0 < x1 <= width + 1, place
            assert -1 <= y0 < y1 <= height + 1, place


def test_the_pages_bear_no_links_that_would_give_the_truth_away():
    with pymupdf.open(stream=drawn("review_form").pdf, filetype="pdf") as pdf:
        assert not any(page.get_links() for page in pdf)


def test_a_value_stands_in_its_box():
    sheet = drawn("review_form")
    entry = truth.entry(sheet, placed(sheet))
    (place, *_) = entry["places"]["id_number"]
    with pymupdf.open(stream=sheet.pdf, filetype="pdf") as pdf:
        assert entry["fields"]["id_number"] in pdf[place["page"] - 1].get_textbox(place["box"])


def test_a_grey_copy_leaves_the_fields_of_its_seals_out():
    sheet = next(
        s for seed in range(9) if (s := drawn("publicity_notice", seed=seed)).seals and s.seals[0].state == "red"
    )
    seen = truth.entry(sheet, placed(sheet))
    copied = truth.entry(sheet, placed(sheet, grey=True))
    assert seen["fields"]["sealed"] is True
    assert seen["fields"]["seal_text"] == sheet.facts.fields["publisher"]
    assert "sealed" not in copied["fields"]
    assert [seal["state"] for seal in copied["seals"]] == ["grey"] * len(sheet.seals)


def test_a_forgotten_seal_is_a_no():
    sheet = next(s for seed in range(60) if not (s := drawn("publicity_notice", seed=seed)).seals)
    entry = truth.entry(sheet, placed(sheet))
    assert entry["fields"]["sealed"] is False
    assert "seal_text" not in entry["fields"]


def test_a_month_asked_for_is_all_that_is_asked():
    assert truth._shown("2021-06-30", "@month") == "2021-06"
    assert truth._shown("2021-06-30..2024-06-29", "@year") == "2021..2024"
    assert truth._shown([{"name": "甲", "title": "工程师"}], ":name") == [{"name": "甲"}]


def test_boxes_are_carried_to_where_a_page_was_laid():
    turned = np.array([[0.0, -1.0, 100.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    assert Placed("a.jpg", 1, turned).box((10, 20, 30, 40)) == [60.0, 10.0, 80.0, 30.0]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_an_upload_holds_every_page_the_truth_speaks_of(number, tmp_path, monkeypatch):
    monkeypatch.setattr(dossiers, "pile", lambda n: _small_pile(n))
    folder = dossiers.make(number, "office", tmp_path)
    said = json.loads((folder / "truth.json").read_text("utf-8"))
    pages = {(page["file"], page["page"]) for document in said["documents"] for page in document["pages"]}
    assert pages == _pages_in(folder / said["upload"])


def _small_pile(number):
    who = world(number)
    return who, [
        ("first", facts) for kind in ("catalogue", "pledge", "review_form", "degree") for facts in facts_of(kind, who)
    ]


def _pages_in(upload):
    if upload.suffix == ".pdf":
        with pymupdf.open(upload) as pdf:
            return {(upload.name, number) for number in range(1, len(pdf) + 1)}
    found = set()
    with zipfile.ZipFile(upload) as archive:
        for member in archive.infolist():
            name = member.filename if member.flag_bits & 0x800 else member.filename.encode("cp437").decode("gbk")
            with pymupdf.open(stream=archive.read(member), filetype=name.rpartition(".")[2]) as file:
                found |= {(name, number) for number in range(1, len(file) + 1)}
    return found
