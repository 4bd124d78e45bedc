"""Applications in order, of any series, level, unit and route: what every paper says agrees with all the others.

The kit's makers invent each paper by itself; here their facts are made to agree, so that every rule has to pass.
"""

import datetime
import random
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dossier.policy import Policy
from tests.kit import packing, paper
from tests.kit.facts import numbers
from tests.kit.facts.documents import Facts, Seal, Signature
from tests.kit.facts.makers import facts_of
from tests.kit.facts.world import EDUCATION, LEVELS, workday, world
from tests.kit.rules.changes import Change, change_papers, change_world

WORDS = tomllib.loads(Path(__file__).with_name("series.toml").read_text("utf-8"))
LADDER = ("assistant", "intermediate", "associate_senior", "senior")
RANKS = {"assistant": "助理级", "intermediate": "中级", "associate_senior": "副高级", "senior": "正高级"}
UNITS = {
    "private": "民营企业",
    "state_owned": "国有企业",
    "public_institution": "事业单位",
    "central": "中央驻晋国有企业",
    "other_state_owned": "外省驻晋国有企业",
    "other_private": "外省驻晋民营企业",
}
SUBMITTED = "2025-11-20"
YEARS = range(2020, 2025)
"""The full years before the cycle: assessments and continuing education."""
HANDS = ("first", "second", "third")
_WHOLE_PAPERS = ("second", "third")
"""These draw a paper's index page as well."""
_OF_A_UNIT = {
    "private": ["employment_contract", "social_insurance"],
    "state_owned": ["appointment", "employment_contract", "social_insurance"],
    "public_institution": ["appointment"],
}
_OF_A_UNIT |= {"central": _OF_A_UNIT["state_owned"], "other_state_owned": _OF_A_UNIT["state_owned"]}
_OF_A_UNIT |= {"other_private": _OF_A_UNIT["private"]}


@dataclass(frozen=True)
class Base:
    """An application to start from. `changes` are those of `changes.py`, made before any case's own."""

    name: str
    series: str = "engineering"
    level: str = "associate_senior"
    unit: str = ""
    """A key of UNITS; the one of the series where it is empty."""
    education: str = "大学本科"
    route: str = "正常申报"
    kinds: tuple[str, ...] = ("paper", "project", "award")
    """Works and papers of the route, besides those that all bring."""
    without: tuple[str, ...] = ()
    seed: int = 0
    hands: tuple[str, ...] = HANDS
    submitted: str = SUBMITTED
    open: tuple[str, ...] = ()
    """Rules that the contract leaves to a person here: a table is not loaded, a day is not given by the notice."""
    changes: tuple[Change, ...] = ()
    """What is otherwise than usual in this application, as in `changes.py`."""


@dataclass(frozen=True)
class Application:
    """Who applies, and the papers in the order of the catalogue, each with the hand that draws it."""

    base: Base
    world: dict[str, Any]
    papers: tuple[tuple[str, Facts], ...]


def application(base: Base, policy: Policy, changes: Sequence[Change] = ()) -> Application:
    """The papers of an application in order, but for `changes`; the same for the same base and changes."""
    who = change_world(_world(base, policy), [*base.changes, *changes])

    def make(kind: str) -> list[tuple[str, Facts]]:
        return [(_hand(base, facts), facts) for facts in _in_order(kind, base, who, policy)]

    papers = [paper for kind in _kinds(base, policy) for paper in make(kind)]
    papers = change_papers(papers, [*base.changes, *changes], make)
    whole = Application(base, who, tuple(papers))
    listed = any(change.get("paper") == "catalogue" for change in changes)
    return whole if listed else with_catalogue(whole)


def with_catalogue(application: Application) -> Application:
    """Its catalogue lists the papers that are there, alike ones in one row; pages are counted by drawing them."""
    rows: dict[str, int] = {}
    for _, facts in application.papers:
        if facts.kind != "catalogue":
            rows[packing.NAMES[facts.kind]] = rows.get(packing.NAMES[facts.kind], 0) + 1
    entries = [{"title": title, "pages": count} for title, count in rows.items()]
    papers = [
        (hand, replace(facts, fields={"entries": entries}) if facts.kind == "catalogue" else facts)
        for hand, facts in application.papers
    ]
    return replace(application, papers=tuple(papers))


def _hand(base: Base, facts: Facts) -> str:
    hands = [hand for hand in base.hands if hand in paper.hands_of(facts.kind)]
    hands = [hand for hand in hands if facts.kind != "paper" or hand in _WHOLE_PAPERS]
    return random.Random(f"{base.name} {facts.kind}").choice(hands)


def title_at(series: str, level: str, policy: Policy) -> str:
    """A title of the series at the level, as one writes it on a form."""
    if titles := WORDS[series].get("titles"):
        return titles[LADDER.index(level)]
    return policy.series[series].titles[level][0]


def _kinds(base: Base, policy: Policy) -> list[str]:
    form = "initial_form" if base.route in ("初定", "博士后初定") else "review_form"
    kinds = ["catalogue", form, "summary_form", "id_card", "diploma", "degree", "education_verification"]
    kinds += ["title_certificate", *_OF_A_UNIT[_unit(base)]]
    kinds += ["annual_assessment", "continuing_education", "work_summary", "pledge"]
    kinds += ["licence"] if "licence" in WORDS[base.series] else []
    row = policy.series[base.series].qualification.get(base.level, {})
    kinds += ["exam_result"] if row.get("exam") or row.get("with_exam") else []
    kinds += [*base.kinds, "publicity_notice", "publicity_photo", "publicity_result", "unit_opinion"]
    kinds = [kind for kind in dict.fromkeys(kinds) if kind not in base.without]
    return [kind for kind in kinds if kind != "degree" or EDUCATION[base.education]]


def _unit(base: Base) -> str:
    return base.unit or WORDS[base.series]["unit"][0]


def _world(base: Base, policy: Policy) -> dict[str, Any]:
    """The kit's world of the seed, bent to the base: one career, one unit, dates in their order."""
    who, words = world(1000 + base.seed), WORDS[base.series]
    below = LADDER[LADDER.index(base.level) - 1] if base.level != "assistant" else "assistant"
    born = datetime.date(1986, 1 + base.seed % 12, 3 + base.seed % 25)
    graduated = {"大学专科": 2007, "大学本科": 2008, "硕士研究生": 2011, "博士研究生": 2014}[base.education]
    title = title_at(base.series, base.level, policy)
    degree = EDUCATION[base.education] and words["degree"] + EDUCATION[base.education]
    employer = words["unit"][1] if _unit(base) == words["unit"][0] else "山西砺锋重工机械有限公司"
    who |= {
        "former_name": None,
        "birth_date": born.isoformat(),
        "id_number": numbers.identity(born, who["sex"], base.seed),
        "employer": employer,
        "employer_type": UNITS[_unit(base)],
        "ownership": _unit(base),
        "work_since": f"{graduated}-07",
        "education": base.education,
        "level": LEVELS[base.education],
        "degree": degree or None,
        "major": words["major"],
        "graduated": f"{graduated}-07-01",
        "entered_school": f"{graduated - 4}-09-01",
        "series_code": base.series,
        "series": words["zh"],
        "specialty": words["specialty"],
        "current_title": title_at(base.series, below, policy),
        "title": title,
        "rank": RANKS[base.level],
        "current_title_date": "2019-11-08",
        "appointed_since": "2020-01",
        "topics": words["topics"],
        "licence": words.get("licence"),
        "route": base.route,
        "committee": f"山西省{words['zh'].removesuffix('系列')}高级职称评审委员会",
    }
    return who | {"events": _six_days_each(who)}


def _six_days_each(who: dict[str, Any]) -> list[dict[str, Any]]:
    """The publications one after another, six working days each, so that five are full however one counts."""
    events = []
    start = workday(datetime.date.fromisoformat(who["events"][0]["start"]), 1)
    for event in who["events"]:
        end = workday(start, 6)
        issued = workday(end + datetime.timedelta(1), 1)
        applicants = [{**applicant, "title": who["title"]} for applicant in event["applicants"]]
        dates = {"start": start.isoformat(), "end": end.isoformat(), "issued": issued.isoformat()}
        events.append({**event, **dates, "applicants": applicants})
        start = workday(issued + datetime.timedelta(1), 1)
    return events


def _in_order(kind: str, base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    made = facts_of(kind, _drawable(who))
    mended = _MEND.get(kind, lambda made, base, who, policy: made)(made, base, who, policy)
    return [_stamped_and_signed(facts) for facts in mended]


def _drawable(who: dict[str, Any]) -> dict[str, Any]:
    """The makers know the series of the kit alone; their words are put right afterwards."""
    known = who["series_code"] if who["series_code"] in ("engineering", "economics", "health") else "engineering"
    return who | {"series_code": known, "licence": who["licence"] or ("", "")}


def _stamped_and_signed(facts: Facts) -> Facts:
    seals = {slot: Seal(seal.text) for slot, seal in facts.seals.items()}
    signatures = {slot: Signature(each.name) for slot, each in facts.signatures.items()}
    return replace(facts, seals=seals, signatures=signatures)


def put(facts: Facts, extra: dict[str, Any] | None = None, **fields: Any) -> Facts:
    """The facts with other fields and other words around them."""
    return replace(facts, fields={**facts.fields, **fields}, extra={**facts.extra, **(extra or {})})


Mend = Callable[[list[Facts], Base, dict[str, Any], Policy], list[Facts]]


def _forms(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    opinion = f"经审核，{who['name']}同志申报材料真实有效，经公示无异议，同意推荐其申报{who['title']}职称。"
    career = {
        "jobs": [
            {"start": who["work_since"], "end": "至今", "unit": who["employer"], "role": who["current_title"]},
        ],
        "grades": [{"year": year, "grade": "合格"} for year in YEARS],
    }
    agreed = {"unit_opinion": opinion, "superior_opinion": "经审核，同意推荐。"}
    agreed = {name: said for name, said in agreed.items() if name in made[0].fields}
    return [put(made[0], {**career}, title=who["title"], route=who["route"], **agreed)]


def _summary(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], {"grades": [{"year": year, "grade": "合格"} for year in YEARS]})]


def _card(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], valid="2016-05-20..2036-05-20")]


def _verification(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    (diploma,) = facts_of("diploma", _drawable(who))
    return [put(made[0], certificate_number=diploma.fields["certificate_number"])]


def _title_certificate(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    issuer = "山西省人力资源和社会保障厅"
    return [replace(put(made[0], issuer=issuer), seals={"issuer": Seal(issuer)})]


def _appointment(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], period="2020-01-01..2025-12-31", date="2019-12-24")]


def _contract(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], {"signed": "2019-02-20"}, period="2019-03-01..2027-02-28")]


def _insurance(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    months = [f"2024-{month:02}" for month in (11, 12)] + [f"2025-{month:02}" for month in range(1, 11)]
    return [put(made[0], months=months, period="2024-11..2025-10", date="2025-11-03", status="参保缴费")]


def _assessments(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [
        put(made[0], {"date": f"{year + 1}-01-{8 + year % 7:02}"}, year=year, grade="优秀" if year == 2022 else "合格")
        for year in YEARS
    ]


def _hours(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    asked = policy.series[base.series].continuing_education
    unit, total = asked["unit"], asked["total"]
    years = [
        {
            "year": year,
            "total": total + 6,
            "public": total + 6 - (total * 2 // 3 + 4),
            "professional": total * 2 // 3 + 4,
            "unit": unit,
            "certificate_number": f"{year}14{(year * 7919 + base.seed) % 10**8:08}",
        }
        for year in YEARS
    ]
    return [put(made[0], years=years)]


def _licence(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], valid="2022-04-01..2027-03-31")]


def _exam(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    exam = f"2024年度{who['title']}专业技术资格考试"
    return [put(made[0], exam=exam, date="2024-07-05", valid_until="2027-12-31")]


def _pledge(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], date="2025-05-06")]


def _opinion(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    covered = [event for event in who["events"] if "unit_opinion" in event["items"]]
    first = min(event["start"] for event in covered or who["events"])
    return [put(made[0], agrees=True, date=first)]


def _results(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(facts, outcome="no_objection") for facts in made]


def _photos(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    """A photograph of every notice, not of the first alone."""
    photos = []
    for event in who["events"]:
        (photo,) = facts_of("publicity_photo", _drawable(who) | {"events": [event]})
        photos.append(photo)
    return photos


def _paper(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], authors=[who["name"], who["colleagues"][0]], published="2022-06")]


def _member(field: str, **more: Any) -> Mend:
    def mend(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
        return [put(made[0], {"rank": 1}, **{field: [who["name"], who["colleagues"][1]]}, **more)]

    return mend


def _patent(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    return [put(made[0], inventors=[who["name"], who["colleagues"][2]], granted="2022-05-17")]


def _patent_use(made: list[Facts], base: Base, who: dict[str, Any], policy: Policy) -> list[Facts]:
    (patent, *_) = facts_of("patent", _drawable(who))
    words = {"patent_title": patent.fields["title"]}
    return [put(made[0], words, patent_number=patent.fields["patent_number"])]


_MEND: dict[str, Mend] = {
    "review_form": _forms,
    "initial_form": _forms,
    "summary_form": _summary,
    "id_card": _card,
    "education_verification": _verification,
    "title_certificate": _title_certificate,
    "appointment": _appointment,
    "employment_contract": _contract,
    "social_insurance": _insurance,
    "annual_assessment": _assessments,
    "continuing_education": _hours,
    "licence": _licence,
    "exam_result": _exam,
    "pledge": _pledge,
    "unit_opinion": _opinion,
    "publicity_result": _results,
    "publicity_photo": _photos,
    "paper": _paper,
    "project": _member("members", role="主持人", period="2021-01..2023-12"),
    "achievement": _member("members", role="项目负责人", period="2021-03..2023-11"),
    "award": _member("recipients", date="2023-06-12"),
    "book": _member("authors", published="2022-08"),
    "standard": _member("drafters", date="2023-05-15"),
    "patent": _patent,
    "patent_use": _patent_use,
}
