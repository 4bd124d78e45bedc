"""`dossier check`: what it prints, what it writes, and how it leaves."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dossier.cli.check import result_folder, shown
from dossier.policy.schemas import problems
from tests.cli.conftest import Run
from tests.read.ofd_builder import image, ofd, page, text

FAST = ("--ocr", "none", "--submitted", "2025-05-30")


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[[dict], Path]:
    """Write an overlay with these changes of rules."""

    def write(rules: dict) -> Path:
        path = tmp_path / "overlay.json"
        path.write_text(json.dumps({"title": "试用", "rules": rules}, ensure_ascii=False), encoding="utf-8")
        return path

    return write


@pytest.fixture
def said(run: Run) -> dict:
    """The report of the run."""
    return json.loads((run.result / "report.json").read_text(encoding="utf-8"))


def regraded(entries: list[dict], **change: object) -> dict:
    return {entry["rule"]: {**change, "reason": "试用"} for entry in entries}


def test_a_dossier_that_must_not_be_accepted_leaves_with_3(run):
    assert run.outcome.status == 3
    assert "不予接收" in run.outcome.out
    assert "PUB-04" in run.outcome.out


def test_a_dossier_that_goes_back_for_correction_leaves_with_2(dossier, run, said, overlay):
    rules = regraded([entry for entry in said["defects"] if entry["severity"] == "reject"], severity="correct")
    assert dossier("check", run.upload, *FAST, "--json", "--overlay", overlay(rules)).status == 2


def test_a_dossier_that_a_person_must_look_at_leaves_with_1(dossier, run, said, overlay):
    assert said["undecided"]
    rules = regraded(said["defects"], off=True)
    done = dossier("check", run.upload, *FAST, "--json", "--overlay", overlay(rules))
    assert (done.status, json.loads(done.out)["verdict"]) == (1, "review")


def test_a_dossier_in_order_leaves_with_0(dossier, run, said, overlay):
    rules = regraded([*said["defects"], *said["undecided"]], off=True)
    done = dossier("check", run.upload, *FAST, "--json", "--overlay", overlay(rules))
    assert (done.status, json.loads(done.out)["verdict"]) == (0, "accept")


def test_json_prints_the_report_and_nothing_else(dossier, upload):
    done = dossier("check", upload, *FAST, "--json")
    report = json.loads(done.out)
    assert problems(report, "report.schema.json") == []
    assert report["verdict"] == "reject"
    assert done.err == ""


def test_json_without_out_writes_no_file(dossier, upload):
    dossier("check", upload, *FAST, "--json")
    assert [path.name for path in upload.parent.iterdir()] == [upload.name]


def test_json_with_a_date_of_today_says_so_on_standard_error(dossier, upload):
    done = dossier("check", upload, "--ocr", "none", "--json")
    assert json.loads(done.out)["format"] == "dossier-report/1"
    assert date.today().isoformat() in done.err


def test_without_a_date_today_is_assumed_and_said(dossier, upload):
    done = dossier("check", upload, "--ocr", "none")
    assert f"按今天 {date.today().isoformat()} 计" in done.out


def test_the_files_of_the_result_lie_beside_the_upload(run):
    names = {path.name for path in run.result.iterdir()}
    assert {"record.json", "report.json", "report.html", "cover.pdf"} <= names
    assert str(run.result / "cover.pdf") in run.outcome.out
    assert (run.result / "cover.pdf").read_bytes().startswith(b"%PDF-")


def test_the_files_go_where_out_says(dossier, upload, tmp_path):
    dossier("check", upload, *FAST, "--out", tmp_path / "结果")
    assert (tmp_path / "结果" / "report.json").is_file()
    assert not (upload.parent / "材料-预审结果").exists()


def test_the_folder_of_a_zip_is_named_after_it_without_its_suffix(tmp_path):
    upload = tmp_path / "张三.zip"
    upload.touch()
    assert result_folder(upload) == tmp_path / "张三-预审结果"


def test_a_path_below_the_working_folder_is_shown_from_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "cover.pdf") == Path("a/cover.pdf")
    assert shown(tmp_path.parent / "cover.pdf") == tmp_path.parent / "cover.pdf"


def test_a_kept_work_folder_holds_the_record_and_the_report(dossier, upload, tmp_path):
    dossier("check", upload, *FAST, "--json", "--keep-work", tmp_path / "work")
    assert {"30_record.json", "40_report.json"} <= {path.name for path in (tmp_path / "work").iterdir()}


def test_the_number_in_full_is_in_the_record_only(run):
    number = json.loads((run.result / "record.json").read_text(encoding="utf-8"))["applicant"]["id_number"]["value"]
    assert len(number) == 18
    assert number not in run.outcome.out
    for name in ("report.json", "report.html"):
        assert number not in (run.result / name).read_text(encoding="utf-8")


def test_what_is_stated_goes_before_what_is_read(dossier, upload):
    done = dossier("check", upload, *FAST, "--json", "--series", "经济系列", "--title", "经济师", "--specialty", "金融")
    application = json.loads(done.out)["application"]
    assert (application["series"], application["title"], application["specialty"]) == ("economics", "经济师", "金融")


def test_several_paths_are_one_dossier(dossier, upload):
    paths = sorted(upload.iterdir())
    report = json.loads(dossier("check", *paths, *FAST, "--json").out)
    assert len(report["input"]["files"]) == len(paths)


@pytest.mark.parametrize("text", ["2025-13-01", "30.05.2025", "去年", ""])
def test_a_date_that_is_none_leaves_with_64_and_an_example(dossier, upload, text):
    done = dossier("check", upload, "--submitted", text)
    assert done.status == 64
    assert "2025-08-29" in done.err


def test_a_path_that_does_not_exist_leaves_with_64(dossier, tmp_path):
    done = dossier("check", tmp_path / "无.zip")
    assert done.status == 64
    assert "无.zip" in done.err


def test_no_path_at_all_leaves_with_64(dossier):
    assert dossier("check").status == 64


def test_an_empty_folder_leaves_with_64(dossier, tmp_path):
    (tmp_path / "空").mkdir()
    done = dossier("check", tmp_path / "空", *FAST)
    assert done.status == 64
    assert done.err.startswith("错误：")


def test_a_policy_that_does_not_exist_leaves_with_64_and_names_those_that_do(dossier, upload):
    done = dossier("check", upload, *FAST, "--policy", "hebei-1999")
    assert done.status == 64
    assert "shanxi-2025" in done.err


def test_an_overlay_that_is_wrong_leaves_with_64(dossier, upload, overlay):
    done = dossier("check", upload, *FAST, "--overlay", overlay({"XXX-99": {"off": True, "reason": "试用"}}))
    assert done.status == 64
    assert "XXX-99" in done.err


def test_without_models_it_leaves_with_70_and_says_how_to_get_them(dossier, upload, tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_MODELS", str(tmp_path / "none"))
    done = dossier("check", upload, "--submitted", "2025-05-30")
    assert done.status == 70
    assert "怎么办：运行 dossier models install" in done.err


def test_a_wrong_setting_leaves_with_64(dossier, upload, monkeypatch):
    monkeypatch.setenv("DOSSIER_WORKERS", "two")
    done = dossier("check", upload, *FAST)
    assert done.status == 64
    assert "DOSSIER_WORKERS" in done.err


def test_a_file_that_cannot_be_opened_is_a_defect_and_no_error(dossier, upload):
    (upload / "99坏文件.pdf").write_bytes(b"%PDF-1.7\nnothing behind the head")
    report = json.loads(dossier("check", upload, *FAST, "--json").out)
    assert "FIL-01" in {defect["rule"] for defect in report["defects"]}


MM = 72 / 25.4
VERIFIED = (
    *("姓  名", "李喆", "性  别", "女", "出生日期", "1985年3月12日", "入学日期", "2003年9月1日"),
    *("毕（结）业日期", "2007年7月1日", "学历类别", "普通高等教育", "层  次", "本科", "学  制", "4年"),
    *("学习形式", "普通全日制", "院校名称", "晋原工程大学", "专  业", "土木工程", "证书编号", "149901200705001234"),
)


def test_a_verification_sheet_as_ofd_is_read_like_any_other_paper(dossier, upload, tmp_path):
    rows = "".join(
        text(30 if at % 2 == 0 else 80, 60 + 10 * (at // 2), word)
        for at, word in enumerate(word.replace(" ", "\u3000") for word in VERIFIED)
    )
    (upload / "学历备案表.ofd").write_bytes(ofd(page(text(55, 30, "教育部学历证书电子注册备案表", 7) + rows)))
    out = tmp_path / "out"
    dossier("check", upload, *FAST, "--out", out)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert not {"FIL-01", "FIL-02"} & {one["rule"] for one in report["defects"]}
    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    (sheet,) = (one for one in record["documents"] if one["kind"] == "education_verification")
    read = {name: sheet["fields"][name]["value"] for name in ("name", "school", "major", "education", "graduated")}
    assert read == {
        "name": "李喆",
        "school": "晋原工程大学",
        "major": "土木工程",
        "education": "本科",
        "graduated": "2007-07-01",
    }
    assert sheet["fields"]["name"]["box"] == pytest.approx([80 * MM, 60 * MM, 88 * MM, 64 * MM], abs=0.2)


def test_an_ofd_of_scans_is_a_defect_that_asks_for_a_pdf(dossier, upload, tmp_path):
    (upload / "学历备案表.ofd").write_bytes(ofd(page(image(0, 0, 210, 297))))
    dossier("check", upload, *FAST, "--out", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    (defect,) = (one for one in report["defects"] if one["rule"] == "FIL-02")
    assert "没有文字" in defect["message"]
    assert "PDF" in defect["remedy"]
