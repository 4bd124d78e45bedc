"""公示: notices, their photographs, results, objections; the unit's opinion."""

import random
from typing import Any

from tests.kit.facts.documents import Facts, Maker, pick, stamp
from tests.kit.facts.world import YEAR, day


def _shared(event: dict[str, Any]) -> dict[str, Any]:
    return {
        "items": event["items"],
        "applicants": event["applicants"],
        "period": f"{event['start']}..{event['end']}",
        "venue": event["venue"],
    }


def _extra(world: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    return {
        "item_words": event["item_words"],
        "places": world["venue_words"],
        "office": world["office"],
        "start": event["start"],
        "end": event["end"],
        "days": event["days"],
        "series": world["series"],
    }


def publicity_notice(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    drawn = []
    for event in world["events"]:
        fields = _shared(event) | {
            "stated_days": event["days"],
            "publisher": world["employer"],
            "phone": world["office_phone"],
            "date": event["start"],
        }
        extra = _extra(world, event) | {"mail": f"{rng.randint(1000, 9999)}@example.cn"}
        drawn.append(Facts("publicity_notice", fields, extra, {"unit": stamp(rng, world["employer"])}))
    return drawn


def publicity_photo(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """The day is the camera's, printed on the photograph, or the web page's day of publication."""
    event = world["events"][0]
    fields = {"items": event["items"], "period": f"{event['start']}..{event['end']}", "date": event["start"]}
    extra = _extra(world, event) | {
        "applicants": event["applicants"],
        "publisher": world["employer"],
        "clock": f"{rng.randint(8, 17):02}:{rng.randint(0, 59):02}",
        "views": rng.randint(20, 400),
    }
    return [Facts("publicity_photo", fields, extra, {"unit": stamp(rng, world["employer"])})]


def publicity_result(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    drawn = []
    for event in world["events"]:
        outcome = rng.choices(["no_objection", "objection", "not_stated"], [88, 6, 6])[0]
        fields = _shared(event) | {"outcome": outcome, "publisher": world["employer"], "date": event["issued"]}
        drawn.append(Facts("publicity_result", fields, _extra(world, event), {"unit": stamp(rng, world["employer"])}))
    return drawn


def objection_report(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    conclusion = rng.choice(["反映问题不属实，不影响申报", "经查，所反映的论文署名问题不属实，维持推荐意见"])
    fields = {"conclusion": conclusion, "publisher": world["employer"], "date": day(rng, YEAR, 8, 9)}
    extra = _extra(world, world["events"][-1]) | pick(world, "name", "title")
    extra |= {"matter": "反映其代表性论文署名排序不实", "received": world["events"][-1]["end"]}
    return [Facts("objection_report", fields, extra, {"unit": stamp(rng, world["employer"])})]


def unit_opinion(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = pick(world, "name", "employer") | {"agrees": rng.random() < 0.93, "date": world["events"][-1]["start"]}
    extra = pick(world, "sex", "birth_date", "current_title", "title", "specialty", "leader", "topics")
    return [Facts("unit_opinion", fields, extra, {"unit": stamp(rng, world["employer"])})]


MAKERS: dict[str, Maker] = {
    f.__name__: f for f in (publicity_notice, publicity_photo, publicity_result, objection_report, unit_opinion)
}
