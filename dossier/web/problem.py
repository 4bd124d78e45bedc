"""The one shape of an error over HTTP: problem+json (RFC 9457) with a stable code and a hint in Chinese."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from flask import Response
from werkzeug.exceptions import HTTPException

from dossier.errors import DossierError

PROBLEMS: Mapping[str, tuple[int, str, str]] = {
    "bad-request": (400, "请求不合要求", "请对照 README 的 HTTP 一节检查请求。"),
    "no-files": (400, "没有收到任何文件", "请以 multipart/form-data 提交，文件字段名为 file，可多个。"),
    "bad-statement": (400, "申报说明有误", "submitted 写成 2025-08-29 的样子；ocr 只能是 auto 或 none。"),
    "not-found": (404, "没有这份卷宗或这个地址", "请核对编号；已删除的卷宗不能再查看。"),
    "no-such-result": (404, "没有这个结果文件", "可取的文件见卷宗状态中的 files。"),
    "method-not-allowed": (405, "该地址不支持这种请求方法", "请对照 README 的 HTTP 一节。"),
    "not-finished": (409, "检查尚未完成", "请稍后再取，或在提交时使用 Prefer: wait=N。"),
    "too-large": (413, "上传超过大小限制", "请压缩或分卷后上传，或请管理员调整 DOSSIER_UPLOAD_MB。"),
    "key-reused": (422, "该 Idempotency-Key 已用于另一份内容", "内容不同的提交请换一个 Idempotency-Key。"),
    "check-failed": (500, "检查未能完成", "请重新提交；仍不行的，请联系管理员。"),
    "internal": (500, "服务内部出错", "请稍后重试；仍不行的，请联系管理员。"),
}
"""Code → status, detail and hint."""
_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "too-large"}


class Refused(Exception):
    """A request that cannot be served, by the code of PROBLEMS; `detail` and `hint` where more can be said."""

    def __init__(self, code: str, detail: str = "", hint: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.status, self.detail, self.hint = PROBLEMS[code]
        self.detail, self.hint = detail or self.detail, hint or self.hint


def as_refused(error: HTTPException) -> Refused:
    """What the framework refused, in our words."""
    status = error.code or 500
    return Refused(_BY_STATUS.get(status, "bad-request" if status < 500 else "internal"))


def problem(status: int, error: DossierError) -> Response:
    """The answer with this status. Members besides those of RFC 9457: `code` and `hint`."""
    return _answer(status, error.code, error.message, error.hint)


def refusal(error: Refused) -> Response:
    return _answer(error.status, error.code, error.detail, error.hint)


def _answer(status: int, code: str, detail: str, hint: str) -> Response:
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "hint": hint,
    }
    text = json.dumps(body, ensure_ascii=False)
    return Response(text, status=status, content_type="application/problem+json; charset=utf-8")
