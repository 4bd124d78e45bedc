"""Many dossiers in one run: a row each, whatever happens to one of them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
FAST = ("--ocr", "none", "--submitted", "2025-05-30")


@pytest.fixture(scope="session")
def season(papers, tmp_path_factory) -> Path:
    """A ZIP, a folder with the same papers, one paper as PDF, a damaged ZIP, an empty folder, and what is none."""
    folder = tmp_path_factory.mktemp("season") / "卷宗"
    (folder / "2.阚若溪").mkdir(parents=True)
    with zipfile.ZipFile(folder / "1.阚若溪.zip", "w") as archive:
        for path in papers:
            archive.write(path, path.name)
            shutil.copy(path, folder / "2.阚若溪")
    shutil.copy(papers[1], folder / "3.=公示 149900198802020021.pdf")
    (folder / "10.坏.zip").write_bytes(b"PK\x03\x04 nothing behind the head")
    (folder / "11.空").mkdir()
    (folder / "名单.txt").write_text("名单", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"")
    return folder


@pytest.fixture(scope="session")
def finished(dossier, season):
    out = season.parent / "结果"
    return dossier("bulk", season, "--out", out, *FAST), out


def rows(out: Path, sheet: str = "登记表") -> list[dict[str, object]]:
    found = list(openpyxl.load_workbook(out / "register.xlsx")[sheet].iter_rows(values_only=True))
    return [dict(zip(found[0], row, strict=True)) for row in found[1:]]


def test_every_dossier_has_its_row_in_the_order_of_the_folder(finished):
    done, out = finished
    assert done.status == 70, done.err
    names = [str(row["卷宗"]) for row in rows(out)]
    assert names[:2] == ["1.阚若溪.zip", "2.阚若溪"]
    assert names[2].startswith("3.=公示 149900")
    assert names[3:] == ["10.坏.zip", "11.空"]
    assert "名单.txt" in done.out


def test_a_row_says_what_the_report_says_and_leads_to_it(finished):
    _, out = finished
    first = rows(out)[0]
    report = json.loads((out / "dossiers" / "1.阚若溪.zip" / "report.json").read_text("utf-8"))
    assert first["结论"] == "不予接收"
    assert (first["申报人"], first["拒收"]) == ("阚若溪", report["counts"]["reject"])
    assert "PUB-04" in str(first["问题规则"])
    assert "公示期少于5个工作日" in str(first["问题"])
    assert "XDS-05" in str(first["需人工查看"])
    sheet = openpyxl.load_workbook(out / "register.xlsx")["登记表"]
    links = [cell.hyperlink.target for cell in sheet[2] if cell.hyperlink]
    assert links == ["dossiers/1.阚若溪.zip/cover.pdf", "dossiers/1.阚若溪.zip/report.html"]
    assert all((out / link).is_file() for link in links)


def test_identity_numbers_are_masked_in_names_and_cells(finished):
    _, out = finished
    assert "149900198802020021" not in (out / "register.json").read_text("utf-8")
    assert not [path for path in out.rglob("*") if "149900198802020021" in path.name]
    for sheet in openpyxl.load_workbook(out / "register.xlsx"):
        for row in sheet.iter_rows(values_only=True):
            assert not any("149900198802020021" in str(value) for value in row)


def test_a_dossier_that_cannot_be_checked_is_a_row_that_says_what_to_do(finished):
    empty = rows(finished[1])[4]
    assert empty["结论"] == "未能检查"
    assert "没有任何文件" in str(empty["问题"])
    assert empty["需人工查看"]


def test_a_damaged_archive_is_a_dossier_with_a_defect(finished):
    damaged = rows(finished[1])[3]
    assert damaged["结论"] in ("退回补正", "人工核验", "不予接收")
    assert "FIL-" in str(damaged["问题规则"])


def test_counts_by_rule_and_by_employer_agree_with_the_rows(finished):
    _, out = finished
    register = rows(out)
    by_rule = {row["规则"]: row for row in rows(out, "按规则统计")}
    assert by_rule["PUB-04"]["有此问题的卷宗"] == sum("PUB-04" in str(row["问题规则"]) for row in register)
    assert sum(int(str(row["卷宗"])) for row in rows(out, "按单位统计")) == len(register)


def test_the_sheets_can_be_used_as_they_are(finished):
    book = openpyxl.load_workbook(finished[1] / "register.xlsx")
    assert book.sheetnames == ["登记表", "按规则统计", "按单位统计", "跨卷宗比对"]
    for sheet in book:
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(sheet.column_dimensions[cell.column_letter].width for cell in sheet[1])
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_dossiers_with_the_same_pages_are_shown_in_both_reports_and_side_by_side(finished):
    _, out = finished
    for own, other in (("1.阚若溪.zip", "2.阚若溪"), ("2.阚若溪", "1.阚若溪.zip")):
        report = json.loads((out / "dossiers" / own / "report.json").read_text("utf-8"))
        (point,) = [point for point in report["undecided"] if point["rule"] == "XDS-05"]
        assert other in point["message"]
        assert {location.get("dossier") for location in point["locations"]} == {None, other}
        assert other in (out / "dossiers" / own / "report.html").read_text("utf-8")
    across = json.loads((out / "across.json").read_text("utf-8"))
    (clash,) = [clash for clash in across["clashes"] if clash["rule"] == "XDS-05"]
    pictures = [place["crop"] for side in clash["dossiers"] for place in side["places"]]
    assert len(pictures) == 2
    assert all((out / picture).is_file() for picture in pictures)
    assert "跨卷宗比对" in (out / "across.html").read_text("utf-8")
    assert len(rows(out, "跨卷宗比对")) == 2


def test_the_report_of_one_applicant_holds_no_picture_of_another(finished):
    report = json.loads((finished[1] / "dossiers" / "2.阚若溪" / "report.json").read_text("utf-8"))
    others = [at for point in report["undecided"] for at in point["locations"] if "dossier" in at]
    assert others
    assert all(location["crop"] is None for location in others)


def test_an_amended_report_is_intact_and_valid(finished, dossier):
    assert dossier("verify", finished[1] / "dossiers" / "1.阚若溪.zip").status == 0


def test_what_is_finished_is_not_done_again_and_a_changed_dossier_is(dossier, season, finished, papers):
    _, out = finished
    marks = {name: (out / "dossiers" / name / "bulk.json").stat().st_mtime_ns for name in ("1.阚若溪.zip", "2.阚若溪")}
    again = dossier("bulk", season, "--out", out, *FAST)
    assert "其中4份此前已完成" in again.out
    assert all((out / "dossiers" / name / "bulk.json").stat().st_mtime_ns == at for name, at in marks.items())
    other = dossier("bulk", season, "--out", out, "--ocr", "none", "--submitted", "2025-06-30", "--json")
    assert other.status == 70
    register = json.loads(other.out)
    assert [row["row"] for row in register["dossiers"]] == [1, 2, 3, 4, 5]
    assert "此前已完成" not in other.err


def test_a_clash_that_is_gone_leaves_the_report(dossier, season, finished, tmp_path, papers):
    folder, out = tmp_path / "卷宗", tmp_path / "结果"
    shutil.copytree(season / "2.阚若溪", folder / "一")
    shutil.copytree(season / "2.阚若溪", folder / "二")
    assert dossier("bulk", folder, "--out", out, *FAST).status == 0
    shutil.rmtree(folder / "二")
    assert dossier("bulk", folder, "--out", out, *FAST).status == 0
    report = json.loads((out / "dossiers" / "一" / "report.json").read_text("utf-8"))
    assert "XDS-05" not in {point["rule"] for point in report["undecided"]}


def test_without_a_day_the_first_run_decides(dossier, papers, tmp_path):
    (tmp_path / "卷宗" / "一").mkdir(parents=True)
    shutil.copy(papers[1], tmp_path / "卷宗" / "一")
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "run.json").write_text('{"submitted": "2025-05-30"}', encoding="utf-8")
    done = dossier("bulk", tmp_path / "卷宗", "--out", tmp_path / "结果", "--ocr", "none")
    assert "按 2025-05-30 计" in done.out


def test_a_folder_without_dossiers_is_wrong_use(dossier, tmp_path):
    done = dossier("bulk", tmp_path, "--out", tmp_path / "结果", *FAST)
    assert done.status == 64
    assert "没有卷宗" in done.err


def test_an_interrupted_run_leaves_a_register_and_goes_on_later(season, papers, tmp_path):
    folder, out = tmp_path / "卷宗", tmp_path / "结果"
    for number in range(12):
        (folder / f"{number}").mkdir(parents=True)
        shutil.copy(papers[1], folder / f"{number}")
    command = [sys.executable, "-m", "dossier", "bulk", str(folder), "--out", str(out), *FAST]
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    while not list(out.glob("dossiers/*/bulk.json")):
        assert running.poll() is None
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    said, _ = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "已中断" in said
    finished = len(list(out.glob("dossiers/*/bulk.json")))
    assert 1 <= finished < 12
    assert sum(row["问题"] == "尚未检查（本次运行中断）" for row in rows(out)) > 0
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert f"其中{finished}份此前已完成" in again.stdout
