"""The hash and the number by which a printed sheet is confirmed.

The digest covers everything a report says (the input's hash and the rules' hash are in it) except what names this
one run: `id`, `created`, and the digest and number themselves. `crop` is left out as well: it says whether a picture
could be written beside the report, not what was found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_NOT_COVERED = frozenset({"id", "created", "number", "digest"})
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are misread on paper."""


def to_json(value: Any) -> str:
    """JSON as it is written to files: keys sorted, Chinese as it is, two blanks of indent, a final line feed."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def sha256_of(value: Any) -> str:
    """SHA-256 (hex) over the compact JSON of a plain value, keys sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(report: Mapping[str, Any]) -> str:
    """The SHA-256 (hex) over what the report says."""
    return sha256_of(_without_crops({key: value for key, value in report.items() if key not in _NOT_COVERED}))


def number_of(policy_id: str, digest: str) -> str:
    """The short number of a sheet, such as SHANXI2025-7F3K-9Q2M: the policy's name and 40 bits of the digest."""
    prefix = "".join(c for c in policy_id.upper() if c.isascii() and c.isalnum())[:12]
    bits = int(digest[:10], 16)
    tail = "".join(_ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{prefix}-{tail[:4]}-{tail[4:]}"


def verify_number(report: Mapping[str, Any]) -> str:
    """The number this report must carry, computed anew from what it says."""
    return number_of(str(report["policy"]["id"]), digest_of(report))


def verify(report: Mapping[str, Any]) -> bool:
    """Whether the report still says what it said when its digest and number were made."""
    return report.get("digest") == digest_of(report) and report.get("number") == verify_number(report)


def qr_text(report: Mapping[str, Any]) -> str:
    """What the QR code of the sheet holds: number and digest, in the QR alphanumeric set."""
    return f"{report['number']} {str(report['digest']).upper()}"


def _without_crops(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_crops(item) for key, item in value.items() if key != "crop"}
    if isinstance(value, list | tuple):
        return [_without_crops(item) for item in value]
    return value
