"""What a README shows is what the program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readme.sessions import READMES, commands, comparable, run, sessions

ENGLISH, CHINESE = READMES


def test_every_session_of_the_readme_prints_what_the_readme_shows(tmp_path: Path):
    shown = sessions(ENGLISH.read_text(encoding="utf-8"))
    assert shown
    for session in shown:
        assert comparable(run(session, tmp_path)) == comparable(session)


def test_both_readmes_show_the_same_sessions():
    english, chinese = (sessions(readme.read_text(encoding="utf-8")) for readme in READMES)
    assert [comparable(session) for session in english] == [comparable(session) for session in chinese]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_a_session_is_one_of_this_program(readme: Path):
    typed = [command for session in sessions(readme.read_text(encoding="utf-8")) for command in commands(session)]
    assert any(command.startswith("dossier check") for command in typed)
    assert all(command.split()[0] in ("dossier", "echo") for command in typed)


@pytest.mark.parametrize(("readme", "other"), [(ENGLISH, CHINESE), (CHINESE, ENGLISH)], ids=("english", "chinese"))
def test_each_readme_leads_to_the_other(readme: Path, other: Path):
    assert f"({other.name})" in readme.read_text(encoding="utf-8")


def test_a_session_that_would_print_something_else_is_noticed(tmp_path: Path):
    assert run("$ echo one\ntwo\n", tmp_path) == "$ echo one\none\n"


def test_the_status_of_a_command_can_be_asked_for_by_the_next(tmp_path: Path):
    assert run("$ (exit 3)\n$ echo $?\n", tmp_path) == "$ (exit 3)\n$ echo $?\n3\n"
