"""What a form says of employer and title held beside the plain value: a nature in brackets, a shorter head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.layout import Layout
from dossier.extract.readers import valued
from dossier.model import Value
from dossier.text.regex import Regex

_NATURE = Regex(
    r"(?P<unit>.{4,}?)[(（](?P<nature>(?:全额|差额|公益[一二]类|省属|市属|县属|中央)?(?:事业单位|国有企业|国企|民营企业|私营企业"
    r"|外资企业|合资企业|股份制企业|集体企业|机关|社会团体|民办非企业单位?|国有控股企业|国有独资企业))[)）]"
)
_HELD = Regex(r"现任?(?:职务|岗位)")
_SINCE = Regex(r"(?:资格)?(?:取得|获得|评定|批准|通过)(?:资格)?(?:时间|日期|年月)|聘任(?:时间|日期|年月)")


def employer_and_nature(labelled: Mapping[str, Value]) -> dict[str, Value]:
    """The employer without its nature in brackets behind it, which is the nature where nothing else tells it."""
    employer = labelled.get("employer")
    told = _NATURE.fullmatch(employer.value) if employer is not None and isinstance(employer.value, str) else None
    if employer is None or told is None:
        return {}
    nature = labelled.get("employer_type")
    stated = {} if nature is not None and nature.known else {"employer_type": replace(employer, value=told["nature"])}
    return {"employer": replace(employer, value=told["unit"]), **stated}


def title_held(layouts: Sequence[Layout], titles: Regex) -> dict[str, Value]:
    """The title behind 现任职务, where the same row says since when it is held; elsewhere that is a post."""
    for layout in layouts:
        for head in layout.cells:
            home = layout.right_of(head) if _HELD.fullmatch(head.text) else None
            spot = home.flow.spot() if home is not None else None
            if home is None or spot is None or not titles.fullmatch(home.text):
                continue
            if any(_SINCE.fullmatch(other.text) for other in layout.all_right_of(home)):
                return {"current_title": valued(home.text, spot)}
    return {}
