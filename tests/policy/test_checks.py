import json

import pytest
from jsonschema import Draft202012Validator

from dossier.model.wire import record_from_json, record_to_json
from dossier.policy.checks import validate_record_json, validate_report_json
from dossier.policy.resources import read_schema, schema_file
from dossier.policy.schemas import problems, registry


def every_schema():
    return sorted(path.relative_to(schema_file()).as_posix() for path in schema_file().rglob("*.schema.json"))


@pytest.mark.parametrize("name", every_schema())
def test_every_schema_is_a_schema_with_a_chinese_title_and_an_id_that_is_its_place(name):
    schema = read_schema(*name.split("/"))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"https://dossier.example/schemas/{name}"
    assert any("\u4e00" <= character <= "\u9fff" for character in schema["title"])
    assert schema["description"]


@pytest.mark.parametrize("name", every_schema())
def test_every_reference_leads_to_a_schema_of_this_folder(name):
    schema = read_schema(*name.split("/"))
    resolver = registry().resolver(schema["$id"])
    for reference in references(schema):
        assert isinstance(resolver.lookup(reference).contents, dict)


def references(node):
    if isinstance(node, dict):
        yield from [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from references(part)


@pytest.mark.parametrize(
    ("data", "schema"),
    [
        ("rules.json", "rules.schema.json"),
        ("documents.json", "documents.schema.json"),
        ("policies/shanxi-2025.json", "policy.schema.json"),
    ],
)
def test_the_data_of_the_program_conforms(data, schema):
    assert problems(read_schema(*data.split("/")), schema) == []


def test_a_record_without_faults_conforms(record):
    assert validate_record_json(record) == []


def test_a_record_that_went_through_the_model_conforms(record):
    assert validate_record_json(json.loads(json.dumps(record_to_json(record_from_json(record))))) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda record: record.update(format="dossier-record/2"), "format"),
        (lambda record: record.update(more=1), "more"),
        (lambda record: record["application"].update(submitted="2025-8-9"), "submitted"),
        (lambda record: record["application"]["title"].update(conf=1), "conf"),
        (lambda record: record["application"]["level"].update(value="highest"), "application/level"),
        (lambda record: record["application"]["title"].update(value=None), "reason"),
        (lambda record: record["application"]["title"].update(reason="blank"), "application/title"),
        (lambda record: record["application"]["title"].update(confidence=1.5), "confidence"),
        (lambda record: record["applicant"].update(age={"value": 1}), "age"),
        (lambda record: record["applicant"]["origin"].update(value="moon"), "origin"),
        (lambda record: record["publicity"][0]["period"].update(value={"start": "2025-08-04"}), "publicity/0/period"),
        (lambda record: record["publicity"][0]["items"].update(value=["all"]), "publicity/0/items"),
        (lambda record: record["documents"][0].update(kind="letter"), "letter"),
        (lambda record: record["documents"][0]["fields"].update(hobby={"value": "x"}), "hobby"),
        (lambda record: record["documents"][0]["fields"]["birth_date"].update(value="1986-03-17"), "birth_date"),
        (lambda record: record["documents"][0]["fields"]["unit_sealed"].update(value="yes"), "unit_sealed"),
        (lambda record: record["documents"][1]["fields"]["valid"].update(value="2016-2036"), "valid"),
        (lambda record: record["documents"][1]["fields"]["sides"].update(value="front"), "sides"),
        (lambda record: record["pages"][0].update(orientation=45), "orientation"),
        (lambda record: record["pages"][0]["quality"].update(nice=True), "nice"),
        (lambda record: record["files"][0].update(sha256="abc"), "sha256"),
        (lambda record: record["facts"].update(mood={"value": 1, "from": []}), "mood"),
    ],
)
def test_a_mistake_in_a_record_is_named_with_its_place(record, damage, said):
    damage(record)
    assert said in "\n".join(validate_record_json(record))


def test_facts_carry_their_places(record):
    item = {
        "start": "2025-08-04",
        "end": "2025-08-08",
        "days_inclusive": 5,
        "days_exclusive": 4,
        "compliant": True,
        "event": 0,
    }
    place = {"file": "a.pdf", "page": 3, "box": [1, 2, 3, 4]}
    record["facts"]["publicity"] = {"value": {"unit_opinion": item}, "from": [place]}
    record["facts"]["years_in_title"] = {"value": None, "from": [], "reason": "取得时间无法辨认"}
    assert validate_record_json(record) == []
    record["facts"]["publicity"] = {"value": {"anything": item}, "from": []}
    assert validate_record_json(record)


def report():
    finding = {
        "rule": "PUB-04",
        "severity": "reject",
        "title": "公示期少于5个工作日",
        "message": "公示期4个工作日",
        "clause": "560-8",
        "by": "employer",
        "remedy": "重新公示",
        "locations": [{"file": "a.pdf", "page": 3, "box": [1, 2, 3, 4], "text": "", "confidence": 0.9, "crop": None}],
    }
    counts = (
        "reject",
        "correct",
        "advise",
        "undecided",
        "passed",
        "not_applicable",
        "failures",
        "documents",
        "pages",
        "files",
    )
    application = dict.fromkeys(("submitted", "series", "level", "title", "specialty", "committee"))
    return {
        "format": "dossier-report/1",
        "id": "x",
        "created": "2025-08-29T10:00:00+08:00",
        "policy": {"id": "shanxi-2025", "version": "1.0.0", "document_number": "晋人社厅函〔2025〕560号"},
        "software": "dossier 0.1.0",
        "input": {"sha256": "0" * 64, "files": []},
        "applicant": {"name": "樊砚秋", "id_number": "149900********0119"},
        "application": {"policy": "shanxi-2025", "route": ["ordinary"]} | application,
        "verdict": "reject",
        "counts": dict.fromkeys(counts, 0),
        "defects": [finding],
        "undecided": [finding | {"reason": "印章无法辨认"}],
        "passed": ["PUB-01"],
        "not_applicable": [{"rule": "INI-01", "why": "不是初定"}],
        "failures": [{"stage": "read", "what": "第3页", "hint": "重试"}],
        "publicity": [],
        "certificates": [],
        "result_confirmation": {
            "committee_kind": None,
            "who": None,
            "why": "未加载评委会信息，无法确定",
            "clause": "560-7",
        },
    }


def test_a_report_without_faults_conforms():
    assert validate_report_json(report()) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda report: report.update(verdict="maybe"), "verdict"),
        (lambda report: report.pop("defects"), "defects"),
        (lambda report: report["defects"][0].pop("remedy"), "remedy"),
        (lambda report: report["defects"][0].update(rule="PUB4"), "defects/0/rule"),
        (lambda report: report["undecided"][0].pop("reason"), "reason"),
        (lambda report: report["counts"].update(reject=-1), "counts/reject"),
        (lambda report: report["defects"][0]["locations"][0].update(box=[1, 2]), "box"),
        (lambda report: report.update(passed=["PUB-01", "PUB-01"]), "passed"),
    ],
)
def test_a_mistake_in_a_report_is_named_with_its_place(damage, said):
    faulty = report()
    damage(faulty)
    assert said in "\n".join(validate_report_json(faulty))
