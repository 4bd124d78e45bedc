"""Both READMEs name everything there is: commands, options, variables, statuses, errors and rules."""

from __future__ import annotations

import re

import click
import pytest

from dossier.cli import cli
from dossier.cli.shared import EXIT_STATUS
from dossier.config import _VARIABLES
from dossier.errors import DossierError
from dossier.policy import load_policy
from dossier.validate import checked_codes
from dossier.web import create_app
from dossier.web.api import RESULTS
from dossier.web.problem import PROBLEMS
from tests.contract.source import ROOT


@pytest.fixture(params=["README.md", "README.zh-CN.md"])
def readme(request: pytest.FixtureRequest) -> str:
    return (ROOT / request.param).read_text(encoding="utf-8")


def leaves(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    """Every command that does something, with all its words."""
    if not isinstance(command, click.Group):
        return [(path, command)]
    return [leaf for name, sub in command.commands.items() for leaf in leaves(sub, f"{path} {name}")]


def tree(error: type[DossierError]) -> set[type[DossierError]]:
    return {error}.union(*(tree(sub) for sub in error.__subclasses__()))


def test_every_command_is_in_the_readme(readme):
    missing = [path for path, _ in leaves(cli, "dossier") if f"| `{path}" not in readme]
    assert missing == []


def test_the_readme_names_no_command_that_does_not_exist(readme):
    named = set(re.findall(r"^\| `dossier ([a-z-]+)", readme, re.MULTILINE))
    assert named == set(cli.commands)


def test_every_option_is_in_the_readme(readme):
    options = {
        option
        for _, command in leaves(cli, "dossier")
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
    assert [option for option in sorted(options) if f"`{option}" not in readme] == []


def test_the_readme_names_no_option_that_does_not_exist(readme):
    tables = "\n".join(line for line in readme.splitlines() if line.startswith("|"))
    known = {option for _, command in leaves(cli, "dossier") for p in command.params for option in p.opts}
    assert set(re.findall(r"`(--[a-z-]+)", tables)) <= known


def test_every_variable_is_in_the_readme_and_no_other(readme):
    assert set(re.findall(r"DOSSIER_[A-Z_]+[A-Z]", readme)) == set(_VARIABLES)


def test_every_exit_status_is_in_the_readme(readme):
    statuses = {*EXIT_STATUS.values(), *(error.exit_status for error in tree(DossierError))}
    assert [status for status in sorted(statuses) if f"\n| {status} |" not in readme] == []


def test_every_error_is_in_the_readme_with_its_status(readme):
    for error in tree(DossierError):
        assert re.search(rf"^\| `{error.code}` \|.*\| {error.exit_status} \|$", readme, re.MULTILINE), error.code


def test_every_route_is_in_the_readme_and_no_other(readme):
    routes = set()
    for rule in create_app().url_map.iter_rules():
        if rule.endpoint != "static":
            path = re.sub(r"<any\(.*\):(\w+)>", r"<\1>", rule.rule)
            routes |= {f"{method} {path}" for method in set(rule.methods or ()) - {"HEAD", "OPTIONS"}}
    assert set(re.findall(r"^\| `((?:GET|POST|PUT|PATCH|DELETE) [^`]+)`", readme, re.MULTILINE)) == routes


def test_every_problem_is_in_the_readme_with_its_status_and_no_other(readme):
    named = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \|", readme, re.MULTILINE)
    assert {code: int(status) for code, status in named} == {code: one[0] for code, one in PROBLEMS.items()}


def test_every_file_of_a_result_is_in_the_readme(readme):
    assert [name for name in RESULTS if f"`{name}`" not in readme] == []


def test_the_table_of_rules_names_exactly_those_that_are_checked(readme):
    rows = "\n".join(re.findall(r"^\| [A-Z]{3} \|(.*?)\|", readme, re.MULTILINE))
    named = set(re.findall(r"[A-Z]{3}-\d\d", rows))
    for family, first, last in re.findall(r"([A-Z]{3})-(\d\d) – [A-Z]{3}-(\d\d)", rows):
        named |= {f"{family}-{number:02}" for number in range(int(first), int(last) + 1)}
    assert named == set(checked_codes())


def test_every_rule_of_the_catalogue_is_checked_as_the_readme_says(readme):
    rules = load_policy().rules
    assert set(checked_codes()) == set(rules)
    assert re.search(rf"{len(rules)} rules, and all of them are checked|共{len(rules)}条，全部检查", readme)


def test_every_make_target_is_in_the_readme(readme):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets is not None
    assert [target for target in targets[1].split() if f"make {target}" not in readme] == []
