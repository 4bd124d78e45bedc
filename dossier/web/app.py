"""The application: its routes, how it answers errors, and what every answer carries."""

from __future__ import annotations

from apiflask import APIFlask
from flask import Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from dossier import __version__
from dossier.config import load_settings
from dossier.errors import DossierError
from dossier.jobs import Checks, LocalChecks
from dossier.policy import load_policy
from dossier.policy.resources import template_file
from dossier.recognise import find_models
from dossier.web.api import api
from dossier.web.pages import pages
from dossier.web.problem import Refused, as_refused, problem, refusal
from dossier.web.uploads import Incoming

_MOST_FILES = 2000
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}


def create_app(checks: Checks | None = None) -> APIFlask:
    """A new application. Settings come from the environment; UsageError when a DOSSIER_ variable is wrong.

    `checks` runs the checks; without it they run in a process beside this one.
    """
    settings = load_settings()
    app = APIFlask(
        "dossier",
        title="dossier",
        version=__version__,
        docs_path=None,
        json_errors=False,
        template_folder=str(template_file("web")),
    )
    app.request_class = Incoming
    app.config |= {
        "MAX_CONTENT_LENGTH": settings.upload_mb << 20,
        "MAX_FORM_MEMORY_SIZE": 1 << 20,
        "MAX_FORM_PARTS": _MOST_FILES,
        "UPLOAD_MB": settings.upload_mb,
        "UPLOADS": settings.uploads_folder,
        "JSON_SORT_KEYS": False,
    }
    app.extensions["checks"] = checks or LocalChecks(settings.uploads_folder, settings)
    app.register_blueprint(api)
    app.register_blueprint(pages)

    @app.get("/healthz")
    def healthz() -> Response:
        """The process answers."""
        return jsonify(status="ok", version=__version__)

    @app.get("/readyz")
    def readyz() -> Response:
        """Dossiers can be checked: the policy pack loads and the OCR models are there. 503 and why otherwise."""
        try:
            policy = load_policy(settings.policy)
            find_models(settings.models_folder)
        except DossierError as error:
            return problem(503, error)
        return jsonify(status="ready", version=__version__, policy={"id": policy.id, "version": policy.version})

    app.register_error_handler(Refused, _refused)
    app.register_error_handler(HTTPException, lambda error: _refused(as_refused(error)))
    app.after_request(_with_headers)
    return app


def _refused(error: Refused) -> Response:
    """problem+json; a page where a person with a browser asked for one."""
    if request.path.startswith("/dossiers") and "text/html" in request.headers.get("Accept", ""):
        return Response(render_template("problem.html", problem=error), error.status)
    return refusal(error)


def _with_headers(answer: Response) -> Response:
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
