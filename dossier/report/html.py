"""report.html: the whole report in one file that needs no network and prints well."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from dossier.policy.resources import template_file
from dossier.report import wording
from dossier.report.cover import qr_svg


def report_html(report: Mapping[str, Any], crops: Mapping[str, bytes]) -> str:
    """The report as a self-contained page; `crops` holds the PNG of every crop the report names."""
    return page(
        "report.html",
        report=report,
        words=wording,
        pictures={path: _data_uri(png, "image/png") for path, png in crops.items()},
        qr=_data_uri(qr_svg(report).encode(), "image/svg+xml"),
    )


def page(name: str, **content: Any) -> str:
    """The template of that name below `templates/`, filled in. Everything put in is escaped."""
    template = Path(template_file(name))
    environment = Environment(
        loader=FileSystemLoader(template.parent),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "word": lambda code, words: wording.word(words, code),
        "date": wording.date_words,
        "said": wording.said,
    }
    return environment.get_template(template.name).render(content)


def _data_uri(content: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
