"""`/api/v1/dossiers`: send a dossier, ask how far it is, fetch its results, delete it."""

from __future__ import annotations

import re
from typing import Any

from apiflask import APIBlueprint
from flask import Response, current_app, jsonify, request, send_file, url_for

from dossier.jobs import Checks, Job, State
from dossier.web.problem import Refused
from dossier.web.uploads import receive

RESULTS = {
    "report.json": "application/json",
    "report.html": "text/html",
    "record.json": "application/json",
    "cover.pdf": "application/pdf",
    "cover.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "defects.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The files of a result that can be fetched, with their media types."""
_LONGEST_WAIT = 120
_WAIT = re.compile(r"(?:^|[,;\s])wait=(\d{1,4})(?=$|[,;\s])")

api = APIBlueprint("api", __name__, url_prefix="/api/v1", tag="dossiers")


def checks() -> Checks:
    """Whoever runs the checks of this application."""
    found: Checks = current_app.extensions["checks"]
    return found


def job_of(id: str) -> Job:
    job = checks().get(id)
    if job is None:
        raise Refused("not-found")
    return job


@api.post("/dossiers")
@api.doc(summary="Send a dossier: one ZIP or many files", responses={200: "the report", 202: "accepted, see Location"})
def send() -> Response:
    """202 with Location; with `Prefer: wait=N` the report, where it is there within N seconds (120 at most)."""
    id = receive(checks(), request)
    asked = _WAIT.search(request.headers.get("Prefer", ""))
    seconds = min(int(asked[1]), _LONGEST_WAIT) if asked else 0
    job = checks().wait(id, seconds) if seconds else checks().get(id)
    if job is None:
        raise Refused("not-found")
    if seconds and job.state is State.FAILED:
        raise _failed(job)
    answer = _result(id, "report.json") if seconds and job.state is State.DONE else jsonify(state_of(job))
    answer.status_code = 200 if seconds and job.state is State.DONE else 202
    answer.headers["Location"] = url_for("api.state", id=id)
    if asked:
        answer.headers["Preference-Applied"] = f"wait={seconds}"
    return answer


@api.get("/dossiers/<id>")
@api.doc(summary="How far the check is")
def state(id: str) -> Response:
    """State, stage, pages done of all; once done the verdict and the files that can be fetched."""
    return jsonify(state_of(job_of(id)))


@api.get("/dossiers/<id>/<any('report.json','report.html','record.json','cover.pdf','cover.docx','defects.xlsx'):name>")
@api.doc(summary="A file of the results")
def result(id: str, name: str) -> Response:
    """The file; 409 while the check is not finished, 404 where the result has none of that name."""
    job = job_of(id)
    if job.state is State.FAILED:
        raise _failed(job)
    if not job.finished:
        raise Refused("not-finished")
    return _result(id, name)


@api.delete("/dossiers/<id>")
@api.doc(summary="Delete upload and results", responses={204: "deleted"})
def delete(id: str) -> Response:
    """Delete the upload and its results; a check that is waiting is not begun, one that runs is thrown away."""
    if not checks().delete(id):
        raise Refused("not-found")
    return Response(status=204)


def state_of(job: Job) -> dict[str, Any]:
    """A check as it is told to callers."""
    said: dict[str, Any] = {
        "id": job.id,
        "state": job.state.value,
        "created": job.created,
        "stage": job.stage or None,
        "pages": {"done": job.done, "total": job.total},
        "verdict": job.verdict,
        "number": job.number,
        "files": {},
    }
    if job.state is State.DONE:
        found = [name for name in RESULTS if checks().result(job.id, name)]
        said["files"] = {name: url_for("api.result", id=job.id, name=name) for name in found}
    return said | ({"error": dict(job.error)} if job.error else {})


def _result(id: str, name: str) -> Response:
    path = checks().result(id, name)
    if path is None:
        raise Refused("no-such-result")
    answer = send_file(path.resolve(), mimetype=RESULTS[name], conditional=True)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _failed(job: Job) -> Refused:
    return Refused("check-failed", job.error.get("message", ""), job.error.get("hint", ""))
