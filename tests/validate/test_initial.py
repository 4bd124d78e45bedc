"""INI-01 to INI-04: initial titles."""

import pytest
from offices import with_office
from record_builder import (
    EMPLOYER,
    add,
    applying,
    bare_record,
    change,
    document,
    drop,
    messages,
    outcome,
    page,
    read,
    unread,
)

from dossier.model import Outcome, Value
from dossier.validate import validate

FAIL, UNDECIDED, PASS, AWAY = Outcome.FAIL, Outcome.UNDECIDED, Outcome.PASS, Outcome.NOT_APPLICABLE
DIRECTORY = {"engineering": ("机械工程", "车辆工程"), "accounting": ("会计学",)}


@pytest.fixture
def record():
    """Nothing is said of studies but what a test says."""
    return bare_record()


@pytest.fixture
def initial(record):
    """An application for an initial title with everything it needs."""
    form = document("d30", "initial_form", {"major": "机械工程", "title": "助理工程师"})
    return add(applying(change(record, "diploma", major="机械工程"), route=["initial"], level="assistant"), form)


@pytest.fixture
def postdoc(record):
    """A postdoctoral researcher's application with everything it needs."""
    proof = {"station": f"{EMPLOYER}博士后科研工作站", "entered": "2024-09-01", "full_time": True}
    papers = [document("d30", "postdoc", proof), document("d31", "degree", {"degree": "工学博士"})]
    return add(applying(record, route=["postdoc"], level="intermediate", title="工程师"), *papers)


@pytest.fixture
def office(policy):
    return with_office(policy, initial_majors=DIRECTORY)


@pytest.mark.parametrize("code", ["INI-01", "INI-02", "INI-03", "INI-04"])
def test_an_ordinary_application_is_none_of_them(code, record, office):
    assert outcome(code, record, office) is AWAY


@pytest.mark.parametrize(
    ("major", "expected"),
    [
        ("车辆工程", PASS),
        ("机械工程专业", PASS),
        ("机械工程（卓越班）", UNDECIDED),
        ("汉语言文学", FAIL),
        (read("汉语言文学", 0.6), UNDECIDED),
        (unread(), PASS),
        (None, PASS),
    ],
)
def test_the_major_of_the_certificate_must_be_in_the_directory(major, expected, initial, office):
    assert outcome("INI-01", change(initial, "diploma", major=major), office) is expected


def test_where_no_certificate_shows_a_major_the_form_is_judged(initial, office):
    stated = change(change(initial, "diploma", major=None), "initial_form", major="汉语言文学")
    assert outcome("INI-01", stated, office) is FAIL
    assert outcome("INI-01", change(stated, "initial_form", major=unread()), office) is UNDECIDED


def test_one_of_several_diplomas_is_enough_and_an_unread_one_leaves_it_open(initial, office):
    other = change(initial, "diploma", major="汉语言文学")
    assert (
        outcome("INI-01", add(other, document("d40", "education_verification", {"major": "车辆工程"})), office) is PASS
    )
    second = document("d41", "education_verification", {"major": unread()})
    assert outcome("INI-01", add(other, second), office) is UNDECIDED


def test_without_a_directory_or_a_series_the_major_is_left_open(initial, office, policy):
    assert outcome("INI-01", initial, policy) is UNDECIDED
    assert outcome("INI-01", applying(initial, series="library"), office) is UNDECIDED
    assert outcome("INI-01", applying(initial, series=unread()), office) is UNDECIDED


def test_a_route_that_was_not_read_leaves_it_open_where_the_form_is_there(initial, record, office):
    assert outcome("INI-01", applying(initial, route=unread()), office) is UNDECIDED
    assert outcome("INI-01", applying(record, route=unread()), office) is AWAY


def test_a_postdoctoral_researcher_needs_no_directory(postdoc, office):
    assert outcome("INI-01", change(postdoc, "diploma", major="汉语言文学"), office) is AWAY


def test_complete_papers_of_a_postdoctoral_researcher_pass(postdoc, policy):
    assert outcome("INI-02", postdoc, policy) is PASS


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"full_time": False}, FAIL),
        ({"full_time": unread()}, UNDECIDED),
        ({"full_time": None}, UNDECIDED),
        ({"entered": unread("blank", 0.95)}, FAIL),
        ({"entered": None}, UNDECIDED),
        ({"station": EMPLOYER}, PASS),
        ({"station": f"{EMPLOYER}机械工程博士后科研流动站"}, PASS),
        ({"station": "临墟大学"}, FAIL),
        ({"station": "山西沁岳重工集团有限公司"}, UNDECIDED),
        ({"station": unread()}, UNDECIDED),
    ],
)
def test_entry_full_time_and_station_must_be_proven(fields, expected, postdoc, policy):
    assert outcome("INI-02", change(postdoc, "postdoc", **fields), policy) is expected


def test_proofs_that_contradict_each_other_are_left_open(postdoc, policy):
    second = document("d50", "postdoc", {"station": EMPLOYER, "entered": "2024-09-01", "full_time": False})
    assert outcome("INI-02", add(postdoc, second), policy) is UNDECIDED


@pytest.mark.parametrize(
    ("degree", "expected"), [("工学硕士", FAIL), (unread(), UNDECIDED), (None, UNDECIDED), ("理学博士", PASS)]
)
def test_a_doctor_s_degree_must_be_proven(degree, expected, postdoc, policy):
    educated = change(change(postdoc, "diploma", education="硕士研究生"), "degree", degree=degree)
    assert outcome("INI-02", educated, policy) is expected


def test_a_diploma_of_doctoral_studies_proves_the_degree(postdoc, policy):
    assert outcome("INI-02", change(drop(postdoc, "degree"), "diploma", education="博士研究生"), policy) is PASS


def test_a_missing_proof_is_a_defect_unless_an_unknown_page_may_be_it(postdoc, policy):
    bare = drop(postdoc, "postdoc")
    assert messages("INI-02", validate(bare, policy)) == ["未见博士后进站（在站）证明"]
    hidden = add(bare)
    hidden = type(bare)(**{**vars(hidden), "pages": (*hidden.pages, page("x.pdf", method="none"))})
    assert outcome("INI-02", hidden, policy) is UNDECIDED


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("assistant", FAIL),
        ("intermediate", PASS),
        ("associate_senior", FAIL),
        (unread(), UNDECIDED),
        (read("associate_senior", 0.6), UNDECIDED),
    ],
)
def test_a_postdoctoral_researcher_is_given_an_intermediate_title(level, expected, postdoc, policy):
    assert outcome("INI-03", applying(postdoc, level=level), policy) is expected


@pytest.mark.parametrize(("committee", "expected"), [(None, PASS), ("省工程系列高级职称评审委员会", FAIL)])
def test_an_initial_title_goes_to_no_committee(committee, expected, initial, policy):
    stated = Value(committee, method="stated", confidence=1.0) if committee else None
    assert outcome("INI-04", applying(initial, committee=stated), policy) is expected
