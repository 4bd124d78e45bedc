"""Records and pages written as JSON come back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    Application,
    Box,
    Document,
    FileProblem,
    Line,
    Page,
    PageRef,
    PageSummary,
    Period,
    Quality,
    Record,
    Seal,
    Value,
)
from dossier.model.wire import (
    page_from_json,
    page_to_json,
    record_from_json,
    record_to_json,
    value_from_json,
    value_to_json,
)

text = st.text("公示张三工程师ABC019（）·\n", max_size=8)
names = st.sampled_from(["name", "title", "period", "items", "sealed"])
points = st.integers(0, 11900).map(lambda tenths: tenths / 10)
boxes = st.builds(Box, points, points, points, points)
shares = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
numbers = st.floats(0, 5000, allow_nan=False)
days = st.dates().map(str)
plain = st.one_of(
    text,
    st.booleans(),
    st.integers(-5, 3000),
    st.builds(Period, days, st.one_of(days, st.just("长期"))),
    st.lists(text, max_size=3),
    st.lists(st.fixed_dictionaries({"name": text, "title": st.none() | text}), max_size=3),
)
methods = st.sampled_from(["text", "ocr", "seal", "qr", "stated", "derived"])
places = {"raw": text, "file": text, "page": st.integers(0, 200), "box": st.none() | boxes, "method": methods}
values = st.builds(Value, plain, confidence=shares, **places) | st.builds(
    Value, st.none(), confidence=shares, reason=st.sampled_from(["blank", "unreadable", "ambiguous"]), **places
)
seals = st.builds(
    Seal,
    boxes,
    st.sampled_from(["round", "oval", "square"]),
    st.sampled_from(["red", "grey", "unreadable"]),
    text,
    text,
    shares,
    st.lists(text, max_size=3).map(tuple),
    text,
)
qualities = st.builds(
    Quality, st.none() | numbers, st.none() | numbers, st.none() | numbers, st.booleans(), shares, st.booleans(), text
)
refs = st.builds(PageRef, text, st.integers(1, 300))
documents = st.builds(
    Document,
    id=text,
    kind=text,
    title=text,
    pages=st.lists(refs, min_size=1, max_size=3).map(tuple),
    fields=st.dictionaries(names, values, max_size=3),
    seals=st.lists(st.tuples(refs, seals), max_size=2).map(tuple),
    signatures=st.lists(
        st.fixed_dictionaries({"place": text, "state": text, "page": st.integers(1, 9)}), max_size=2
    ).map(tuple),
    qr=st.lists(text, max_size=2).map(tuple),
    copy_mark=st.none() | values,
)
summaries = st.builds(
    PageSummary,
    file=text,
    page=st.integers(1, 300),
    kind=text,
    orientation=st.sampled_from([0, 90, 180, 270]),
    method=st.sampled_from(["text", "ocr", "none"]),
    sha256=text,
    quality=qualities,
    width=numbers,
    height=numbers,
    may_be=st.lists(text, max_size=2).map(tuple),
    fingerprint=text,
)
stated = st.none() | values
records = st.builds(
    Record,
    application=st.builds(Application, text, st.none() | days, stated, stated, stated, stated, stated, stated),
    applicant=st.dictionaries(names, values, max_size=3),
    documents=st.lists(documents, max_size=2).map(tuple),
    publicity=st.lists(
        st.builds(
            lambda fields, ids: {**fields, "documents": ids}, st.dictionaries(names, values, max_size=3), st.lists(text)
        ),
        max_size=2,
    ).map(tuple),
    facts=st.dictionaries(text, text, max_size=2),
    pages=st.lists(summaries, max_size=2).map(tuple),
    files=st.lists(st.fixed_dictionaries({"name": text, "size": st.integers(0)}), max_size=2).map(tuple),
    problems=st.lists(st.builds(FileProblem, text, text, text, text), max_size=2).map(tuple),
)
lines = st.builds(Line, text, boxes, numbers, st.sampled_from(["text", "ocr"]), text, st.booleans())
some_boxes = st.lists(boxes, max_size=2).map(tuple)
pages = st.builds(
    Page,
    file=text,
    number=st.integers(1, 300),
    width=numbers,
    height=numbers,
    method=st.sampled_from(["text", "ocr", "none"]),
    sha256=text,
    lines=st.lists(lines, max_size=3).map(tuple),
    cells=some_boxes,
    seals=st.lists(seals, max_size=2).map(tuple),
    marks=some_boxes,
    pictures=some_boxes,
    qr=st.lists(st.tuples(text, boxes), max_size=2).map(tuple),
    orientation=st.sampled_from([0, 90, 180, 270]),
    skew=st.floats(-5, 5),
    quality=qualities,
    fingerprint=text,
)
WHOLE = Page(
    "a.pdf", 1, 595.0, 842.0, "ocr", "0", (Line("公示", Box(1, 2, 3, 4), 0.9),), qr=(("https", Box(1, 2, 3, 4)),)
)


def through_json(data):
    return json.loads(json.dumps(data, ensure_ascii=False))


@given(records)
def test_a_record_comes_back_the_same(record):
    assert record_from_json(through_json(record_to_json(record))) == record


@given(values)
def test_a_value_comes_back_the_same(value):
    assert value_from_json(through_json(value_to_json(value))) == value


@given(pages)
def test_a_page_comes_back_the_same_to_the_last_digit(page):
    assert page_from_json(through_json(page_to_json(page))) == page


def test_a_page_written_before_strokes_were_looked_at_is_read():
    page = Page("a.pdf", 1, 595, 842, "ocr", "0" * 64, lines=(Line("张三", Box(1, 2, 3, 4), 0.9),))
    written = through_json(page_to_json(page))
    del written["traces"], written["lines"][0]["handwritten"]
    assert page_from_json(written) == page


def test_boxes_are_written_with_one_decimal_and_confidence_with_two():
    written = value_to_json(Value("张三", "张三", "a.pdf", 1, Box(1.04, 2.06, 3, 4), "ocr", 0.98765))
    assert (written["box"], written["confidence"]) == ([1.0, 2.1, 3, 4], 0.99)


def test_a_value_that_is_not_there_keeps_its_null_and_its_reason():
    written = value_to_json(Value(None, reason="blank"))
    assert (written["value"], written["reason"], "box" in written) == (None, "blank", False)


def test_a_period_is_written_with_start_and_end():
    assert value_to_json(Value(Period("2015-03-02", "长期")))["value"] == {"start": "2015-03-02", "end": "长期"}


def test_what_nobody_stated_is_left_out():
    empty = Record(Application("shanxi-2025"), {}, (), (), {}, ())
    assert record_to_json(empty)["application"] == {"policy": "shanxi-2025"}


@pytest.mark.parametrize(
    "name", [*list(page_to_json(WHOLE))[:6], "lines", "cells", "seals", "marks", "pictures", "qr", "quality"]
)
def test_data_that_lacks_a_part_is_no_page(name):
    data = through_json(page_to_json(WHOLE))
    del data[name]
    with pytest.raises((KeyError, TypeError)):
        page_from_json(data)


@pytest.mark.parametrize(
    "change", [{"cells": [[1, 2, 3]]}, {"cells": [["a", 2, 3, 4]]}, {"lines": "text"}, {"more": 1}, {"qr": [1]}]
)
def test_data_of_another_shape_is_no_page(change):
    with pytest.raises((KeyError, TypeError, ValueError)):
        page_from_json({**through_json(page_to_json(WHOLE)), **change})
