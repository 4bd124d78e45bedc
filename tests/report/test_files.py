"""The files of a report: one folder that can be kept, sent and opened anywhere."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dossier.model import Box, Outcome, Place
from dossier.policy.checks import validate_report_json
from dossier.report import report_html, verify, write_reports

BOX = Box(10, 20, 110, 40)


class Page(HTMLParser):
    """The tags of a page in order, its addresses and its visible text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "img", "br", "link"):
            self.open.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture
def reject_report(record, judged, finding, report_of):
    return report_of(
        record,
        judged(
            finding("PUB-03", "无公示", Place("03公示.pdf", 1, BOX, "公示", 0.9)),
            finding("PUB-12", "无公章", Place("03公示.pdf", 1, BOX), Place("missing.pdf", 2, BOX)),
            finding("IDN-03", "看不清", Place("02身份证.jpg", 1), Place("", 0), outcome=Outcome.UNDECIDED),
        ),
    )


def test_all_files_are_written(reject_report, picture, tmp_path):
    files = write_reports(reject_report, tmp_path / "a" / "b", picture)
    assert {path.name for path in (tmp_path / "a" / "b").iterdir()} == {
        "report.json",
        "report.html",
        "cover.pdf",
        "cover.docx",
        "defects.xlsx",
        "crops",
    }
    assert files.cover.read_bytes().startswith(b"%PDF")
    assert json.loads(files.json.read_text(encoding="utf-8")) == files.report


def test_the_written_report_is_sound_and_confirmed(reject_report, picture, tmp_path):
    files = write_reports(reject_report, tmp_path, picture)
    written = json.loads(files.json.read_text(encoding="utf-8"))
    assert validate_report_json(written) == []
    assert verify(written)


def test_places_are_pictured_once_and_those_without_a_picture_say_so(reject_report, picture, tmp_path):
    files = write_reports(reject_report, tmp_path, picture)
    crops = [
        [location["crop"] for location in entry["locations"]]
        for entry in (*files.report["defects"], *files.report["undecided"])
    ]
    assert crops == [["crops/001.png"], ["crops/001.png", None], ["crops/002.png", None]]
    assert [path.relative_to(tmp_path).as_posix() for path in files.crops] == ["crops/001.png", "crops/002.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in files.crops)


def test_a_place_without_a_box_is_pictured_as_its_whole_page(reject_report, tmp_path):
    asked = []
    write_reports(reject_report, tmp_path, lambda *place: asked.append(place))
    assert ("02身份证.jpg", 1, None) in asked
    assert ("03公示.pdf", 1, BOX) in asked


def test_the_report_handed_in_is_left_as_it_was(reject_report, picture, tmp_path):
    before = json.dumps(reject_report)
    write_reports(reject_report, tmp_path, picture)
    assert json.dumps(reject_report) == before


def test_a_second_run_leaves_no_crops_of_the_first(reject_report, clean_report, picture, tmp_path):
    write_reports(reject_report, tmp_path, picture)
    write_reports(clean_report, tmp_path, picture)
    assert list((tmp_path / "crops").iterdir()) == []


def test_the_same_report_gives_the_same_files(reject_report, picture, tmp_path):
    one, two = (write_reports(reject_report, tmp_path / name, picture) for name in ("one", "two"))
    assert one.json.read_bytes() == two.json.read_bytes()
    assert one.html.read_bytes() == two.html.read_bytes()
    assert one.cover.read_bytes() == two.cover.read_bytes()
    assert one.cover_docx.read_bytes() == two.cover_docx.read_bytes()


def test_the_page_needs_nothing_from_outside(reject_report, picture, tmp_path):
    html = write_reports(reject_report, tmp_path, picture).html.read_text(encoding="utf-8")
    page = Page(html)
    assert page.open == []
    assert len(page.addresses) == 4
    assert all(address.startswith("data:image/") for address in page.addresses)
    assert not re.search(r"<script|@import|url\(|https?://(?!www\.w3\.org)", html)


def test_the_page_tells_everything_the_report_holds(reject_report):
    text = Page(report_html(reject_report, {})).text
    for entry in (*reject_report["defects"], *reject_report["undecided"]):
        for said in (entry["rule"], entry["title"], entry["message"], entry["citation"], entry["remedy"]):
            assert said in text, said
    assert all(code in text for code in reject_report["passed"])
    assert "未加载评委会名册" in text
    assert reject_report["digest"] in text
    assert "149900********1234" in text


def test_markup_in_a_dossier_stays_text_on_the_page(record, judged, finding, report_of):
    evil = "<script>alert(1)</script>\"'&{{ 7*7 }}"
    report = report_of(record, judged(finding("PUB-03", evil, Place(evil, 1, BOX, evil))))
    html = report_html(report, {})
    assert "<script" not in html
    assert evil in Page(html).text


def test_our_own_failures_are_told_apart_from_defects(record, judgement, report_of):
    failed = replace(judgement, failures=({"stage": "read", "what": "第3页未能读取", "hint": "重新扫描"},))
    text = Page(report_html(report_of(record, failed), {})).text
    assert "系统未能处理" in text
    assert "第3页未能读取" in text
    assert "未发现不符合项" in text


def test_the_page_marks_parameters_that_no_text_says_and_quotes_the_clauses(record, judged, finding, report_of):
    judgement = replace(judged(finding("PUB-04")), consulted={"PUB-04": ("count_first_day",)})
    text = Page(report_html(report_of(record, judgement), {})).text
    assert "未核实参数" in text
    assert "八、严格职称申报“三公示”制度" in text
