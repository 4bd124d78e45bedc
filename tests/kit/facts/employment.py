"""Where the applicant works, worked, or is sent to: appointments, contracts, insurance, certificates of the unit."""

import random
from typing import Any

from tests.kit.facts.documents import Facts, Maker, pick, stamp
from tests.kit.facts.world import WORDS, YEAR, day, iso, name


def appointment(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    start = rng.choice([2021, 2022, 2023])
    fields = pick(world, "name", "employer") | {
        "title": world["current_title"],
        "period": f"{iso(start, 1, 1)}..{iso(start + rng.choice([3, 5]) - 1, 12, 31)}",
        "date": iso(start - 1, 12, rng.randint(20, 29)),
    }
    extra = {"number": f"聘字〔{start}〕第{rng.randint(1, 90):03}号", "specialty": world["specialty"]}
    return [Facts("appointment", fields, extra, {"unit": stamp(rng, world["employer"])})]


def employment_contract(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    start = rng.choice([2019, 2020, 2022, 2023])
    fields = pick(world, "name", "employer") | {
        "period": f"{iso(start, 3, 1)}..{iso(start + rng.choice([3, 5, 8]), 2, 28)}"
    }
    extra = pick(world, "id_number", "home", "phone", "leader", "specialty") | {"signed": iso(start, 2, rng.randint(10, 28)), "salary": rng.randint(52, 130) * 100}  # fmt: skip
    return [Facts("employment_contract", fields, extra, {"unit": stamp(rng, world["employer"])})]


def social_insurance(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """A certificate of a period, or a list of paid months."""
    first = rng.randint(1, 3)
    months = [iso(YEAR, month) for month in range(first, first + rng.choice([5, 6]))]
    office = f"{world['city']}{rng.choice(WORDS['insurers'])}"
    fields = pick(world, "name", "id_number", "employer") | {
        "period": f"{months[0]}..{months[-1]}",
        "months": months,
        "status": rng.choice(["参保缴费", "正常参保", "正常缴费"]),
        "region": world["city"],
        "date": day(rng, YEAR, int(months[-1][-2:]) + 1, 9),
    }
    extra = {"office": office, "base": rng.randint(3800, 9800), "personal_number": f"{rng.randrange(10**10):010}", "code": f"{rng.randrange(10**12):012}"}  # fmt: skip
    return [Facts("social_insurance", fields, extra, {"office": stamp(rng, office)})]


def mobility(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    former = f"{world['place']}方德技术服务有限公司"
    issuer = f"{world['place']}人力资源和社会保障局"
    fields = {"name": world["name"], "from": former, "to": world["employer"], "date": day(rng, 2022)}
    return [Facts("mobility", fields, {"issuer": issuer, "number": f"{2022}年第{rng.randint(3, 90)}号"}, {"issuer": stamp(rng, issuer)})]  # fmt: skip


def conduct(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = {"name": world["name"], "under_discipline": False}
    extra = pick(world, "employer", "sex", "id_number", "current_title") | {"date": day(rng, YEAR, 6, 8)}
    return [Facts("conduct", fields, extra, {"unit": stamp(rng, world["employer"])})]


def statement(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """A change of the unit's name, or insurance paid by a labour agency."""
    former = f"{world['place']}{rng.choice(['晋岭', '同泽', '宏拓'])}实业有限公司"
    agency = f"山西{rng.choice(['聚才', '汇英'])}人力资源服务有限公司"
    subject, parties = rng.choice(
        [("单位更名说明", [former, world["employer"]]), ("劳务派遣情况说明", [agency, world["employer"]])]
    )
    fields = {"subject": subject, "parties": parties, "date": day(rng, YEAR, 5, 8)}
    extra = {"renamed": subject.startswith("单位"), "since": iso(2021, 9, 1), "name": world["name"]}
    return [Facts("statement", fields, extra, {"unit": stamp(rng, world["employer"])})]


def secondment(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    enterprise = f"山西{rng.choice(['砺远', '晟科', '岳泰'])}智能装备股份有限公司"
    fields = pick(world, "name", "school") | {
        "enterprise": enterprise,
        "period": f"{iso(2023, 9, 1)}..{iso(2025, 8, 31)}",
    }
    extra = {
        "number": f"校人字〔2023〕{rng.randint(11, 88)}号",
        "date": iso(2023, 8, rng.randint(10, 28)),
        "post": "技术副总监",
    }
    return [Facts("secondment", fields, extra, {"school": stamp(rng, world["school"]), "enterprise": stamp(rng, enterprise)})]  # fmt: skip


def postdoc(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    station = f"{world['school']}{rng.choice(['博士后科研流动站', '博士后科研工作站'])}"
    fields = {"name": world["name"], "station": station, "entered": day(rng, 2024), "full_time": True}
    extra = pick(world, "sex", "id_number", "major") | {"host": name(rng), "number": f"{rng.randint(200000, 399999)}", "date": day(rng, YEAR, 5, 8)}  # fmt: skip
    return [Facts("postdoc", fields, extra, {"unit": stamp(rng, world["school"])})]


MAKERS: dict[str, Maker] = {
    f.__name__: f
    for f in (appointment, employment_contract, social_insurance, mobility, conduct, statement, secondment, postdoc)
}
