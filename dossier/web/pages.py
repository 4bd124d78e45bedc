"""Pages for people: send a dossier by hand and see what became of it. They work without JavaScript."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from dossier.jobs import State
from dossier.web.api import checks, job_of, state_of
from dossier.web.problem import Refused
from dossier.web.uploads import receive

VERDICTS = {"accept": "可以接收", "review": "人工核验", "return": "退回补正", "reject": "不予接收"}
_STAGES = {"read": "读取页面", "report": "生成报告"}
_REFRESH = 3
"""Seconds after which the page of an unfinished check looks again."""

pages = Blueprint("pages", __name__)


@pages.get("/")
def form() -> str:
    """The form to send a dossier."""
    return render_template("upload.html", limit=current_app.config["UPLOAD_MB"], problem=None)


@pages.post("/dossiers")
def send() -> Response | tuple[str, int]:
    """Begin a check and lead to its page; what is wrong with the form is said above it."""
    try:
        id = receive(checks(), request)
    except Refused as error:
        limit = current_app.config["UPLOAD_MB"]
        return render_template("upload.html", limit=limit, problem=error), error.status
    return redirect(url_for("pages.result", id=id), 303)


@pages.get("/dossiers/<id>")
def result(id: str) -> str:
    """What became of the check; looks again by itself until it is finished."""
    job = job_of(id)
    return render_template(
        "dossier.html",
        job=state_of(job),
        running=not job.finished,
        failed=job.state is State.FAILED,
        stage=_STAGES.get(job.stage, "排队等候"),
        verdict=VERDICTS.get(job.verdict or "", ""),
        refresh=_REFRESH,
    )


@pages.post("/dossiers/<id>/delete")
def delete(id: str) -> Response:
    """Delete and lead back to the form."""
    if not checks().delete(id):
        raise Refused("not-found")
    return redirect(url_for("pages.form"), 303)
