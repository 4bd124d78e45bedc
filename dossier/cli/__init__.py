"""The command line. Errors are translated here, once, into a line on standard error and an exit status."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from dossier import __version__
from dossier.cli.bulk import bulk
from dossier.cli.catalogue import rules, series
from dossier.cli.check import check
from dossier.cli.exchange import export, import_
from dossier.cli.explain import explain
from dossier.cli.machine import doctor, models
from dossier.cli.policies import policies
from dossier.cli.sample_list import sample_list
from dossier.cli.samples import demo, sample
from dossier.cli.score import score
from dossier.cli.verify import verify
from dossier.errors import DossierError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def cli() -> None:
    """读取职称评审申报材料，核查三公示等接收条件，给出审核封面和问题清单。"""


for _command in (
    bulk,
    check,
    demo,
    doctor,
    explain,
    export,
    import_,
    models,
    policies,
    rules,
    sample,
    sample_list,
    score,
    series,
    verify,
):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command, that of the process by default, and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        _make_fit_for_chinese(stream)
    try:
        status = cli.main(arguments, standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.UsageError as error:
        error.show()
        sys.exit(64)
    except click.ClickException as error:
        error.show()
        sys.exit(70)
    except DossierError as error:
        click.echo(f"错误：{error.message}", err=True)
        if error.hint:
            click.echo(f"怎么办：{error.hint}", err=True)
        sys.exit(error.exit_status)
    sys.exit(status if isinstance(status, int) else 0)


def _make_fit_for_chinese(stream: TextIO) -> None:
    """UTF-8 where the locale's own encoding has no Chinese; no character ever ends a command."""
    if isinstance(stream, io.TextIOWrapper):
        try:
            "职称评审".encode(stream.encoding)
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="backslashreplace")
