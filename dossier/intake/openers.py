"""The kinds of archive that are unpacked, each with what opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from dossier.intake.archives import Contents
from dossier.intake.rar_archive import RAR, open_rar
from dossier.intake.scratch import Scratch
from dossier.intake.seven_zip import open_7z
from dossier.intake.sniff import SEVEN_ZIP, TAR, ZIP
from dossier.intake.tar_archive import COMPRESSED, open_compressed_tar, open_tar
from dossier.intake.zip_archive import open_zip

OPENERS: Mapping[str, Callable[[Path, Scratch], Contents]] = {
    ZIP: lambda path, _: open_zip(path),
    SEVEN_ZIP: open_7z,
    TAR: lambda path, _: open_tar(path),
    RAR: lambda path, _: open_rar(path),
    **{kind: partial(open_compressed_tar, media_type=kind) for kind in COMPRESSED},
}
"""The applicant is asked to send any other kind as a ZIP."""
