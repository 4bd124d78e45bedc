"""The figures of a score, each defined once for the tables, the terminal and the JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.score.compare import dates
from dossier.score.interval import Share
from dossier.score.observation import Measure, Observation


@dataclass(frozen=True)
class Figure:
    """A share of observations, or (with `count`) how many of them should not be."""

    name: str
    """In JSON."""
    en: str
    zh: str
    over: Callable[[Observation], bool]
    hits: Callable[[Observation], int] = lambda one: one.hits
    count: bool = False

    def share(self, observations: Iterable[Observation]) -> Share:
        taken = [one for one in observations if self.over(one)]
        return Share(sum(map(self.hits, taken)), sum(one.of for one in taken))

    def text(self, observations: Iterable[Observation]) -> str:
        """97.4 % (96.1–98.3) n=812; for a count the bare number; – where nothing was looked at."""
        share = self.share(observations)
        return str(share.hits) if self.count and share.of else str(share)


def _of(*measures: Measure) -> Callable[[Observation], bool]:
    return lambda one: one.measure in measures


def _field(how: str) -> Callable[[Observation], bool]:
    return lambda one: one.measure == "field" and one.how == how


def _covered(one: Observation) -> int:
    return int(one.covered)


def _surely_wrong(one: Observation) -> int:
    return int(one.confidently_wrong)


def _left_open(one: Observation) -> int:
    return int(one.outcome != "missed" and not one.covered)


def _dated_under_seal(one: Observation) -> bool:
    return one.measure == "field" and one.under_seal and dates(one.want) is not None


def _is(measure: Measure) -> Callable[[Observation], int]:
    return lambda one: int(one.measure == measure)


KIND = Figure("kind", "pages: kind", "页面种类", _of("kind"))
GROUPING = Figure("grouping", "documents: exactly their pages", "材料分合", _of("grouping"))
FIELD = Figure("field", "fields: exact", "栏目读对", _of("field"))
COVERAGE = Figure("coverage", "fields: read with certainty", "栏目读出且有把握", _of("field"), _covered)
COVERED_RIGHT = Figure(
    "covered_right", "of those: right", "其中读对", lambda one: one.measure == "field" and one.covered
)
CONFIDENTLY_WRONG = Figure(
    "confidently_wrong",
    "fields: confidently wrong (number)",
    "有把握而读错的栏目（个）",
    _of("field"),
    _surely_wrong,
    count=True,
)

READING = (
    KIND,
    GROUPING,
    FIELD,
    COVERAGE,
    COVERED_RIGHT,
    CONFIDENTLY_WRONG,
    Figure("field_prose", "fields in prose: exact", "行文中的栏目读对", _field("prose")),
    Figure("coverage_prose", "fields in prose: read with certainty", "行文中的栏目有把握", _field("prose"), _covered),
    Figure("field_seal", "fields in seals: exact", "印章中的栏目读对", _field("seal")),
    Figure("coverage_seal", "fields in seals: read with certainty", "印章中的栏目有把握", _field("seal"), _covered),
    Figure("blank", "empty places: read as empty", "空栏判为空", _of("blank")),
    Figure("place", "fields read right: box on the place", "读对的栏目位置正确", _of("place")),
    Figure("characters", "characters", "字符", _of("characters")),
    Figure("date_under_seal", "dates under a seal: exact", "印章下的日期读对", _dated_under_seal),
    Figure(
        "coverage_under_seal",
        "dates under a seal: read with certainty",
        "印章下的日期有把握",
        _dated_under_seal,
        _covered,
    ),
    Figure("seal", "seals: text read, or a grey one left open", "印章", _of("seal")),
    Figure(
        "seal_sure",
        "seals: text right and sure",
        "印章读对且有把握",
        _of("seal"),
        lambda one: int(one.covered and one.right),
    ),
    Figure("seal_open", "seals: left open (number)", "印章待核（个）", _of("seal"), _left_open, count=True),
    Figure(
        "seal_wrong",
        "seals: wrong and sure (number)",
        "有把握而读错的印章（个）",
        _of("seal"),
        _surely_wrong,
        count=True,
    ),
    Figure("signature", "signatures: state", "签名状态", _of("signature")),
)
RULES = (
    Figure("verdict", "verdicts", "结论", _of("verdict")),
    Figure("must", "planted defects: found", "应有问题查出", _of("must")),
    Figure("open", "planted open points: left open", "应核验的列出", _of("open")),
    Figure(
        "extra", "defects not planted (number)", "多报问题（个）", _of("verdict", "must", "extra"), _is("extra"), True
    ),
    Figure(
        "open_extra",
        "open points not planted (number)",
        "多列核验（个）",
        _of("verdict", "open", "open_extra"),
        _is("open_extra"),
        True,
    ),
)
FIGURES = (*RULES, *READING)
BY_KIND = (KIND, GROUPING, FIELD, COVERAGE, CONFIDENTLY_WRONG)
_STRENGTHS = ("clean", "office", "photo", "fax")


def strengths(observations: Sequence[Observation]) -> list[str]:
    """How hard the pages are to read, easiest first; unknown words come last in their own order."""
    known = {name: number for number, name in enumerate(_STRENGTHS)}
    return sorted({one.strength for one in observations}, key=lambda name: (known.get(name, len(known)), name))
