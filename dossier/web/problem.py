"""The one shape of an error over HTTP: problem+json (RFC 9457) with a stable code and a hint in Chinese."""

from __future__ import annotations

import json
from http import HTTPStatus

from flask import Response

from dossier.errors import DossierError


def problem(status: int, error: DossierError) -> Response:
    """The answer with this status. Members besides those of RFC 9457: `code` and `hint`."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": error.code,
        "detail": error.message,
        "hint": error.hint,
    }
    text = json.dumps(body, ensure_ascii=False)
    return Response(text, status=status, content_type="application/problem+json; charset=utf-8")
