"""The application: is it alive, is it ready."""

from __future__ import annotations

from flask import Flask, Response, jsonify

from dossier import __version__
from dossier.config import load_settings
from dossier.errors import DossierError
from dossier.policy import load_policy
from dossier.recognise import find_models
from dossier.web.problem import problem


def create_app() -> Flask:
    """A new application. Settings come from the environment; UsageError when a DOSSIER_ variable is wrong."""
    settings = load_settings()
    app = Flask("dossier")

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

    return app
