"""Electronic signatures of a PDF: who signed, when, and whether the file is still as it was signed.

Nothing is fetched and no certificate is trusted beforehand, so who really holds a certificate stays unknown.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from dossier.model import StoredFile

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)
"""They report every certificate that is not trusted, which here is all of them."""

_BROKEN = (
    PdfError,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    NotImplementedError,
    RecursionError,
    OSError,
)
"""What pyhanko and asn1crypto raise over damaged signatures and those of other makes."""
_SM2 = bytes.fromhex("2a811ccf55")
"""How the identifiers of the Chinese algorithms SM2 and SM3 (1.2.156.10197) begin in DER."""
_SM2_NOTE = "采用国密算法（SM2），本机不能核验"
_OTHER_NOTE = "签名格式或算法不受支持，不能核验"
_CHANGED_NOTE = "签名之后文件内容被改动"
_ADDED_NOTE = "签名之后文件又追加了内容"


def signatures(file: StoredFile) -> tuple[Mapping[str, Any], ...]:
    """The signatures of a PDF in the order in which they were made.

    {signer: name in the certificate, time: as the signer states it (ISO), intact: what was signed is unchanged,
    whole_file: nothing was added afterwards, trust: unknown, note: in Chinese, what a person should know}; None where
    it cannot be told. Never raises for what is in the file.
    """
    with file.path.open("rb") as content:
        return tuple(_read(content))


def _read(content: BinaryIO) -> Iterator[Mapping[str, Any]]:
    try:
        found = list(PdfFileReader(content, strict=False).embedded_regular_signatures)
    except _BROKEN:
        yield _row(note=_OTHER_NOTE)
        return
    for signature in found:
        row = _row(signer=_signer(signature), time=_time(signature))
        try:
            yield {**row, **_checked(signature)}
        except _BROKEN:
            yield {**row, "note": _SM2_NOTE if _is_sm2(signature) else _OTHER_NOTE}


def _row(signer: str | None = None, time: str | None = None, note: str = "") -> dict[str, Any]:
    return {"signer": signer, "time": time, "intact": None, "whole_file": None, "trust": "unknown", "note": note}


def _checked(signature: Any) -> dict[str, Any]:
    """Raises one of _BROKEN where the signature cannot be checked."""
    if _is_sm2(signature):
        return {"note": _SM2_NOTE}
    context = ValidationContext(trust_roots=[], allow_fetching=False)
    status = validate_pdf_signature(signature, context, skip_diff=True)
    intact = bool(status.intact and status.valid)
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    note = _CHANGED_NOTE if not intact else "" if whole else _ADDED_NOTE
    return {"intact": intact, "whole_file": whole, "note": note}


def _is_sm2(signature: Any) -> bool:
    return _SM2 in bytes(signature.pkcs7_content)


def _signer(signature: Any) -> str | None:
    try:
        subject = signature.signer_cert.subject
        name = subject.native.get("common_name") or subject.human_friendly
    except _BROKEN:
        return None
    return str(name[-1] if isinstance(name, list) else name)


def _time(signature: Any) -> str | None:
    try:
        stated = signature.self_reported_timestamp
    except _BROKEN:
        return None
    return stated.isoformat() if stated is not None else None
