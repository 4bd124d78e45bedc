"""Whole samples: what is drawn is what the truth says, in every packaging, the same for the same seed."""

import json
import re
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from dossier.errors import UsageError
from dossier.sample import PACKAGINGS, Sample, story_names, write, write_samples
from dossier.sample.story import load_story

FOOT = "样例，人物与单位均为虚构"
NOT_IN_WORDS = {"sides", "venue", "outcome", "items"}
"""Fields whose values are codes."""
ITEM_WORDS = {
    "conditions_and_procedure": "评审条件和程序",
    "application_materials": "个人申报材料",
    "unit_opinion": "单位鉴定意见",
}
SHORT = {"catalogue", "pledge", "publicity_notice", "publicity_result", "publicity_photo"}
DIGITS = "〇一二三四五六七八九"


@pytest.fixture(scope="module")
def digital(tmp_path_factory) -> dict[str, Sample]:
    folder = tmp_path_factory.mktemp("digital")
    return {sample.name: sample for sample in write_samples(folder, packagings=["digital"])}


def scanned(folder: Path, name: str, packaging: str) -> Sample:
    """A dossier of four papers with the catalogue: enough for what is the same however many there are."""
    whole = load_story(name)
    short = replace(whole, papers=tuple(paper for paper in whole.papers if paper.kind in SHORT))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "load_story", lambda _: short)
        return write_samples(folder, only=[name], packagings=[packaging])[0]


@pytest.fixture(scope="module")
def scans(tmp_path_factory) -> Sample:
    return scanned(tmp_path_factory.mktemp("scans"), "identity", "scans")


@pytest.fixture(scope="module")
def merged(tmp_path_factory) -> Sample:
    return scanned(tmp_path_factory.mktemp("merged"), "publicity", "merged")


def truth_of(sample: Sample) -> dict[str, Any]:
    return json.loads(sample.truth.read_text("utf-8"))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def text_of(pdf: Path) -> str:
    return squeezed("".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)))


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (
        DIGITS[ones] if ones or not tens else ""
    )


def notations(iso: str) -> set[str]:
    parts = iso.split("-")
    year, rest = parts[0], [int(part) for part in parts[1:]]
    plain = f"{year}年" + "".join(f"{n}{unit}" for n, unit in zip(rest, "月日", strict=False))
    written = "".join(DIGITS[int(c)] for c in year) + "年"
    written += "".join(f"{chinese(n)}{unit}" for n, unit in zip(rest, "月日", strict=False))
    return {iso, ".".join(parts), plain, written}


def shown(value: Any, text: str) -> bool:
    """Whether a truth value stands in the text, in one of the notations of its type."""
    if isinstance(value, bool):
        return True
    if isinstance(value, dict):
        return all(shown(part, text) for part in value.values())
    if isinstance(value, list):
        return all(shown(part, text) for part in value)
    if isinstance(value, int):
        return str(value) in text or chinese(value) in text
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?(\.\.\d{4}-\d\d(-\d\d)?)?", value):
        return all(any(form in text for form in notations(day)) for day in value.split(".."))
    return squeezed(value) in text


@pytest.mark.parametrize("name", story_names())
def test_every_truth_value_stands_in_the_text_layer_of_its_document(digital, name):
    for document in truth_of(digital[name])["documents"]:
        files = {page["file"] for page in document["pages"]}
        if not all(file.endswith(".pdf") for file in files):
            continue
        text = "".join(text_of(digital[name].upload / file) for file in sorted(files))
        for field, value in document["fields"].items():
            assert field in NOT_IN_WORDS or shown(value, text), (name, document["kind"], field, value, text)


@pytest.mark.parametrize("name", story_names())
def test_the_published_items_are_named_on_notice_and_result(digital, name):
    for document in truth_of(digital[name])["documents"]:
        if document["kind"] in ("publicity_notice", "publicity_result"):
            text = text_of(digital[name].upload / document["pages"][0]["file"])
            named = {item for item, words in ITEM_WORDS.items() if words in text}
            assert named == set(document["fields"]["items"])


@pytest.mark.parametrize("name", story_names())
def test_every_digital_page_says_that_it_is_a_sample(digital, name):
    for pdf in sorted(digital[name].upload.glob("*.pdf")):
        for page in pypdfium2.PdfDocument(pdf):
            assert squeezed(FOOT) in squeezed(page.get_textpage().get_text_bounded())


@pytest.mark.parametrize("name", story_names())
def test_the_truth_names_every_page_of_a_folder_exactly_once(digital, name):
    told = [(page["file"], page["page"]) for doc in truth_of(digital[name])["documents"] for page in doc["pages"]]
    there = []
    for path in digital[name].upload.iterdir():
        pages = len(pypdfium2.PdfDocument(path)) if path.suffix == ".pdf" else 1
        there += [(path.name, number) for number in range(1, pages + 1)]
    assert sorted(told) == sorted(there)


@pytest.mark.parametrize("name", story_names())
def test_the_catalogue_lists_all_other_documents_with_their_page_counts(digital, name):
    documents = truth_of(digital[name])["documents"]
    assert documents[0]["kind"] == "catalogue"
    entries = documents[0]["fields"]["entries"]
    assert [entry["pages"] for entry in entries] == [len(document["pages"]) for document in documents[1:]]
    assert all(entry["title"] in doc["pages"][0]["file"] for entry, doc in zip(entries, documents[1:], strict=True))


def test_photographs_stay_pictures_in_every_packaging(digital, scans):
    assert [path.suffix for path in digital["identity"].upload.glob("*照片*")] == [".jpg"]
    with zipfile.ZipFile(scans.upload) as archive:
        names = [name.encode("cp437").decode("gbk") for name in archive.namelist()]
    assert [name for name in names if name.endswith(".jpg")] == ["04公示现场照片.jpg"]


def test_the_scans_are_a_sound_zip_with_gbk_names_and_the_pages_of_the_truth(scans):
    documents = truth_of(scans)["documents"]
    with zipfile.ZipFile(scans.upload) as archive:
        assert archive.testzip() is None
        contents = {n.encode("cp437").decode("gbk"): archive.read(n) for n in archive.namelist()}
    assert set(contents) == {page["file"] for document in documents for page in document["pages"]}
    for document in documents:
        file = document["pages"][0]["file"]
        if file.endswith(".pdf"):
            assert len(pypdfium2.PdfDocument(contents[file])) == len(document["pages"])


def test_the_merged_scan_is_one_pdf_whose_pages_the_truth_counts_through(merged):
    pages = [(page["file"], page["page"]) for doc in truth_of(merged)["documents"] for page in doc["pages"]]
    pdf = pypdfium2.PdfDocument(merged.upload)
    assert pages == [("merged.pdf", number) for number in range(1, len(pdf) + 1)]
    assert all(page.get_textpage().get_text_bounded() == "" for page in pdf)


def test_a_turned_page_lies_on_its_side_in_the_merged_scan(merged):
    by_kind = {doc["kind"]: doc["pages"][0]["page"] for doc in truth_of(merged)["documents"]}
    width, height = pypdfium2.PdfDocument(merged.upload)[by_kind["publicity_photo"] - 1].get_size()
    assert width > height


def test_the_same_seed_gives_the_same_bytes(tmp_path, scans, digital):
    assert bytes_of(scanned(tmp_path, "identity", "scans")) == bytes_of(scans)
    again = write_samples(tmp_path, only=["identity"], packagings=["digital"])[0]
    assert bytes_of(again) == bytes_of(digital["identity"])


def test_another_seed_gives_other_ink_but_the_same_truth(tmp_path, digital):
    other = write_samples(tmp_path, only=["publicity"], packagings=["digital"], seed=2)[0]
    assert truth_of(other) == truth_of(digital["publicity"])
    assert bytes_of(other) != bytes_of(digital["publicity"])


def bytes_of(sample: Sample) -> dict[str, bytes]:
    files = [sample.upload] if sample.upload.is_file() else sorted(sample.upload.iterdir())
    return {path.name: path.read_bytes() for path in [*files, sample.truth]}


def test_a_sample_tells_what_its_truth_file_tells(digital):
    for name, sample in digital.items():
        truth = truth_of(sample)
        assert sample.upload == sample.truth.parent / truth["upload"]
        assert (sample.name, sample.packaging, sample.submitted) == (name, "digital", truth["submitted"])
        assert (list(sample.verdict), list(sample.must)) == (truth["verdict"], truth["must"])
        assert truth["strength"] == "clean"


def test_the_planted_faults_are_the_announced_ones(digital):
    expected = {"clean": [], "publicity": ["PUB-03", "PUB-04"], "identity": ["PUB-11", "IDN-03"]}
    assert {name: list(sample.must) for name, sample in digital.items()} == expected
    assert {name: sample.verdict for name, sample in digital.items()} == {
        "clean": ("accept",),
        "publicity": ("reject",),
        "identity": ("reject",),
    }


def test_a_dossier_or_packaging_that_does_not_exist_is_refused_with_the_choice(tmp_path):
    with pytest.raises(UsageError) as wrong_name:
        write_samples(tmp_path, only=["nobody"])
    assert "clean" in wrong_name.value.hint
    with pytest.raises(UsageError) as wrong_packaging:
        write_samples(tmp_path, packagings=["fax"])
    assert all(packaging in wrong_packaging.value.hint for packaging in PACKAGINGS)
    assert list(tmp_path.iterdir()) == []
