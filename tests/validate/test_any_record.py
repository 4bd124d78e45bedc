"""Whatever a record holds, judging it ends well and always the same way."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_builder import clean_record, page

from dossier.model import (
    Application,
    Box,
    Decision,
    Document,
    FileProblem,
    Finding,
    Outcome,
    PageRef,
    Period,
    Quality,
    Record,
    Seal,
    Severity,
    Value,
)
from dossier.model.wire import record_from_json, record_to_json
from dossier.policy import load_policy
from dossier.validate import decide, publicity_facts, validate

POLICY = load_policy()
ITEMS = ["conditions_and_procedure", "application_materials", "unit_opinion"]
WORDS = [
    "郭远舟",
    "郭远丹",
    "GUO YUANZHOU",
    "山西沁岳重工装备有限公司",
    "沁岳公司人力资源部",
    "",
    "高级工程师",
    "14990019880412003X",
]
DATES = ["2025-08-04", "2025-08-08", "2025-08", "2024-02-30", "2027-05-06", "1900-01-01"]

dates = st.sampled_from(DATES)
periods = st.builds(Period, dates, st.sampled_from([*DATES, "长期", ""]))
words = st.sampled_from(WORDS) | st.text(max_size=6)
people = st.lists(st.fixed_dictionaries({"name": words, "title": st.none() | words}), max_size=3)
confidences = st.floats(0, 1).map(lambda x: round(x, 2))

BY_FIELD = {
    "items": st.lists(st.sampled_from(ITEMS), unique=True),
    "applicants": people,
    "venue": st.lists(
        st.sampled_from(["conspicuous_place", "internal_website", "public_website", "other"]), unique=True
    ),
    "outcome": st.sampled_from(["no_objection", "objection", "not_stated"]),
    "complete_numbers": st.lists(words, max_size=2),
    "parts": st.lists(st.sampled_from(["cover", "contents", "body", "index", "acceptance_letter"]), unique=True),
    "entries": st.lists(st.fixed_dictionaries({"title": words, "pages": st.none() | st.integers(1, 9)}), max_size=3),
    "stage": st.sampled_from(["granted", "application"]),
    "patent_number": st.sampled_from(["ZL201710601862.3", "ZL201710601862.4", "US1234", ""]),
    "issn": st.sampled_from(["0378-5955", "0378-5954", "378"]),
    "cn": st.sampled_from(["14-1387/TH", "14-0001", "CN(HK)12"]),
}
EVENT_FIELDS = ("items", "applicants", "venue", "outcome")
BY_TYPE = {"date": dates, "month": dates, "period": periods, "bool": st.booleans(), "int": st.integers(0, 30)}


def contents(name, kind):
    """What a field of this name and type may hold."""
    if name in BY_FIELD:
        return BY_FIELD[name]
    if kind in BY_TYPE:
        return BY_TYPE[kind]
    return st.lists(words, max_size=2) if kind.startswith("list") else words


@st.composite
def values(draw, content):
    known = draw(st.booleans())
    reason = None if known else draw(st.sampled_from(["blank", "unreadable", "ambiguous"]))
    raw = draw(words | st.sampled_from(["自2025年8月4日起公示5个工作日", "2025年6月31日", "微信群"]))
    where = {"file": draw(st.sampled_from(["", "a.pdf"])), "page": draw(st.integers(0, 2)), "box": Box(1, 2, 3, 4)}
    return Value(draw(content) if known else None, raw, **where, confidence=draw(confidences), reason=reason)


seals = st.builds(
    lambda shape, state, text, sub: Seal(Box(0, 0, 9, 9), shape, state, text, sub, 0.9, (text,)),
    st.sampled_from(["round", "oval", "square"]),
    st.sampled_from(["red", "grey", "unreadable"]),
    words,
    st.sampled_from(["", "财务专用章"]),
)
KINDS = sorted(
    {kind for kind in POLICY.kinds if kind.startswith(("publicity", "id_", "name_", "objection", "review", "initial"))}
    | {"paper", "patent", "patent_use", "award", "project", "achievement", "book", "standard", "catalogue"}
    | {"unit_opinion", "pledge", "diploma", "statement", "secondment", "postdoc", "unknown"}
)


@st.composite
def documents(draw, number):
    kind = draw(st.sampled_from(KINDS))
    specs = POLICY.kinds[kind].fields
    chosen = draw(st.lists(st.sampled_from(sorted(specs)), unique=True, max_size=6)) if specs else []
    fields = {name: draw(values(contents(name, specs[name].type))) for name in chosen}
    refs = tuple(PageRef("a.pdf", n) for n in range(draw(st.integers(0, 2))))
    stamped = tuple((PageRef("a.pdf", 1), seal) for seal in draw(st.lists(seals, max_size=2)))
    return Document(f"d{number:02}", kind, kind, refs, fields, stamped)


@st.composite
def records(draw):
    papers = tuple(draw(documents(number)) for number in range(draw(st.integers(0, 6))))
    ids = [paper.id for paper in papers]
    event_fields = {name: values(content) for name, content in BY_FIELD.items() if name in EVENT_FIELDS}
    event = st.fixed_dictionaries(
        {"documents": st.lists(st.sampled_from([*ids, "d99"]), unique=True, max_size=4)},
        optional={
            **event_fields,
            "period": values(periods),
            "publisher": values(words),
            "sealed": values(st.booleans()),
        },
    )
    route = values(st.lists(st.sampled_from(["ordinary", "initial", "postdoc", "direct"]), unique=True))
    series = values(st.sampled_from(["engineering", "economics", "nonsense"]))
    application = st.builds(
        Application,
        st.just("shanxi-2025"),
        submitted=st.none() | st.sampled_from(["2025-08-29", "2025-08-04"]),
        series=st.none() | series,
        title=st.none() | values(words),
        route=st.none() | route,
    )
    person = st.dictionaries(st.sampled_from(["name", "former_name", "employer", "origin"]), values(words))
    qualities = st.builds(Quality, blank=st.booleans(), colour=st.booleans(), problem=st.sampled_from(["", "模糊"]))
    pages = st.builds(
        lambda n, kind, method, quality, maybe: page("a.pdf", n, kind, method=method, quality=quality, may_be=maybe),
        st.integers(1, 3),
        st.sampled_from(["unknown", "diploma"]),
        st.sampled_from(["ocr", "text", "none"]),
        qualities,
        st.just(()) | st.just(("publicity_notice",)),
    )
    problems = st.builds(FileProblem, st.sampled_from(["FIL-01", "FIL-08"]), words, words, words)
    return Record(
        draw(application),
        draw(person),
        papers,
        tuple(draw(st.lists(event, max_size=3))),
        {},
        tuple(draw(st.lists(pages, max_size=3))),
        (),
        tuple(draw(st.lists(problems, max_size=1))),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records())
def test_any_record_is_judged_without_a_crash_and_always_the_same(record):
    judgement = validate(record, POLICY)
    assert judgement.failures == ()
    assert judgement == validate(record, POLICY)
    assert judgement == validate(record_from_json(record_to_json(record)), POLICY)
    findings = (*judgement.defects, *judgement.undecided)
    assert judgement.decision is decide(findings)
    assert {f.outcome for f in judgement.defects} <= {Outcome.FAIL}
    assert {f.outcome for f in judgement.undecided} <= {Outcome.UNDECIDED}
    assert all(f.message and f.remedy and f.clause for f in findings)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records())
def test_nothing_read_without_certainty_is_a_defect(record):
    for finding in validate(record, POLICY).defects:
        assert all(place.confidence is None or place.confidence >= 0.85 for place in finding.locations)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records())
def test_facts_name_items_and_days_that_fit_together(record):
    for item, fact in publicity_facts(record, POLICY).items():
        assert item in ITEMS
        assert fact["compliant"] is not True or fact["days_inclusive"] >= 5
        assert (fact["start"] is None) == (fact["end"] is None)


GRAVITY = [Decision.ACCEPT, Decision.REVIEW, Decision.RETURN, Decision.REJECT]
findings = st.builds(
    lambda outcome, severity: Finding("PUB-04", outcome, severity, "", "", "", "", ""),
    st.sampled_from([Outcome.FAIL, Outcome.UNDECIDED]),
    st.sampled_from(list(Severity)),
)


@given(st.lists(findings), st.lists(findings))
def test_more_findings_never_make_the_decision_milder(some, more):
    assert GRAVITY.index(decide([*some, *more])) >= GRAVITY.index(decide(some))


@settings(max_examples=30)
@given(st.integers(0, 9), confidences)
def test_doubt_about_one_document_never_makes_a_clean_dossier_defective(number, confidence):
    from dataclasses import replace

    record = clean_record()
    papers = list(record.documents)
    doubted = {name: replace(value, confidence=confidence) for name, value in papers[number].fields.items()}
    papers[number] = replace(papers[number], fields=doubted)
    assert validate(replace(record, documents=tuple(papers)), POLICY).defects == ()
