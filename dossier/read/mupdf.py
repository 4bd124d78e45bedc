"""PyMuPDF without its models of layouts: at import they would cost a second and 70 MB, and nothing here uses them."""

from __future__ import annotations

import sys

_MODELS = ("pymupdf.layout", "pymupdf4llm")

if "pymupdf" not in sys.modules:
    _kept_out = [name for name in _MODELS if name not in sys.modules]
    sys.modules.update(dict.fromkeys(_kept_out))  # type: ignore[arg-type]
    try:
        import pymupdf
    finally:
        for _name in _kept_out:
            del sys.modules[_name]
else:
    import pymupdf

__all__ = ["pymupdf"]
