"""truth.json as data."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import UsageError
from dossier.model import Box, PageRef
from dossier.score import Truth, read_truth, truth_from_json
from tests.score.builders import BOX, FILE, SEAL_BOX, true_document, truth_of

PLACE = {"file": FILE, "page": 1, "box": BOX, "text": "8月11日至15日", "how": "prose"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["upload", "submitted", "documents", "kind", "pages", "fields", "box"]), inner
        )
    ),
    max_leaves=12,
)


def test_the_short_form_says_nothing_of_rules_blanks_or_seals():
    truth = truth_of(true_document(fields={"name": "郭远舟"}))
    assert truth.verdict is None
    assert truth.must is None
    assert truth.files == {FILE}
    (document,) = truth.documents
    assert document.fields == {"name": "郭远舟"}
    assert (document.blank, document.places, document.seals, document.signatures) == ((), {}, (), ())
    assert not document.held_out


def test_the_long_form_is_read_in_full():
    seal = {
        "file": FILE,
        "page": 1,
        "box": SEAL_BOX,
        "text": "某公司",
        "sub_text": "",
        "shape": "round",
        "state": "grey",
    }
    signature = {"file": FILE, "page": 1, "box": BOX, "state": "empty", "name": ""}
    (document,) = truth_of(
        true_document(
            blank=["phone"], layout="second", held_out=True, places={"period": [PLACE]}, seals=[seal],
            signatures=[signature],
        )
    ).documents  # fmt: skip
    assert document.blank == ("phone",)
    assert (document.layout, document.held_out) == ("second", True)
    assert document.places["period"][0].page == PageRef(FILE, 1)
    assert document.places["period"][0].box == Box(*BOX)
    assert document.seals[0].state == "grey"
    assert document.signatures[0].state == "empty"


def test_a_field_is_written_as_its_place_says_and_else_beside_a_label():
    (document,) = truth_of(true_document(places={"period": [PLACE], "venue": []})).documents
    assert document.how("period") == "prose"
    assert document.how("venue") == document.how("name") == "label"


def test_a_field_that_is_null_is_not_stated():
    assert truth_of(true_document(fields={"name": None})).documents[0].fields == {}


def test_seals_and_signatures_of_pages_without_fixed_places_are_left_out():
    seal = {"file": FILE, "page": 1, "box": None, "text": "某公司", "state": "red"}
    signature = {"file": FILE, "page": 1, "box": None, "state": "signed"}
    (document,) = truth_of(true_document(seals=[seal], signatures=[signature])).documents
    assert (document.seals, document.signatures) == ((), ())


@pytest.mark.parametrize(
    "change",
    [
        {"upload": 3},
        {"submitted": "29.8.2025"},
        {"documents": {}},
        {"documents": [{"kind": "diploma"}]},
        {"documents": [true_document(pages=["one"])]},
        {"documents": [true_document(fields=["name"])]},
        {"documents": [true_document(places={"name": [PLACE | {"box": [1, 2, 3]}]})]},
        {"must": "PUB-03"},
    ],
)
def test_a_truth_of_another_form_is_refused(change):
    with pytest.raises(UsageError, match=r"truth\.json"):
        truth_of(**({"documents": []} | change))


def test_a_truth_that_lacks_what_is_needed_is_refused():
    with pytest.raises(UsageError, match="submitted"):
        truth_from_json({"upload": "a.zip", "documents": []})


@given(JSON)
def test_any_json_is_a_truth_or_refused(data):
    try:
        truth = truth_from_json(data)
    except UsageError:
        truth = None
    assert truth is None or (isinstance(truth, Truth) and truth.upload == data["upload"])


def test_a_file_is_read(tmp_path):
    path = tmp_path / "truth.json"
    path.write_text(json.dumps({"upload": "a.zip", "submitted": "2025-08-29", "documents": []}), encoding="utf-8")
    assert read_truth(path) == Truth("a.zip", "2025-08-29", "", ())


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_json_is_refused(tmp_path, content):
    path = tmp_path / "truth.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="不是 JSON"):
        read_truth(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UsageError, match="无法读取"):
        read_truth(tmp_path / "truth.json")
