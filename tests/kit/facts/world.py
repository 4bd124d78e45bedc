"""Who applies: an invented person, the unit, the career and the three publicity items, all out of one seed."""

import datetime
import random
import tomllib
from pathlib import Path
from typing import Any

import chinese_calendar

from tests.kit.facts import numbers

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
EDUCATION = {"博士研究生": "博士", "硕士研究生": "硕士", "大学本科": "学士", "大学专科": ""}
LEVELS = {"博士研究生": "博士研究生", "硕士研究生": "硕士研究生", "大学本科": "本科", "大学专科": "专科"}
DISCIPLINES = {
    "engineering": "工学",
    "economics": "经济学",
    "school_teacher": "教育学",
    "health": "医学",
    "agriculture": "农学",
    "library": "管理学",
    "university_teacher": "工学",
    "accounting": "管理学",
}
ITEMS = {
    "conditions_and_procedure": "评审条件和程序",
    "application_materials": "个人申报材料",
    "unit_opinion": "单位鉴定意见",
}
YEAR = 2025


def iso(*parts: int) -> str:
    """A date or a month as ISO 8601: iso(2025, 8) is 2025-08."""
    return "-".join(f"{part:02}" for part in parts)


def name(rng: random.Random) -> str:
    return rng.choice(WORDS["surnames"]) + rng.choice(WORDS["given"])


def day(rng: random.Random, year: int, first: int = 1, last: int = 12) -> str:
    return iso(year, rng.randint(first, last), rng.randint(1, 28))


def workday(start: datetime.date, count: int) -> datetime.date:
    """The last of `count` working days of which `start` or the next working day is the first."""
    at = start
    while True:
        count -= chinese_calendar.is_workday(at)
        if count <= 0:
            return at
        at += datetime.timedelta(1)


def world(seed: int) -> dict[str, Any]:
    """Everything the documents of a dossier agree on. Dates are ISO; words are as a form would print them."""
    rng = random.Random(f"world {seed}")
    unit = WORDS["unit"][seed % len(WORDS["unit"])]
    series = WORDS["series"][unit["series"]]
    place = rng.choice(WORDS["counties"])
    employer = rng.choice(unit["names"]).format(place=place)
    who, nation, sex = name(rng), "汉族", rng.choice("男女")
    if rng.random() < 0.12:
        who, nation, sex = rng.choice(WORDS["minority"])
    born = datetime.date(rng.randint(1972, 1988), rng.randint(1, 12), rng.randint(1, 28))
    step = rng.choice([1, 1, 1, 2])
    education = rng.choice(["大学本科", "大学本科", "硕士研究生", "博士研究生", "大学专科"])
    graduated = born.year + {"大学专科": 21, "大学本科": 22, "硕士研究生": 25, "博士研究生": 28}[education]
    titled = rng.randint(max(graduated + 3, 2013), 2020)
    index = rng.randrange(len(series["majors"]))
    degree = EDUCATION[education] and DISCIPLINES[unit["series"]] + EDUCATION[education]
    return {
        "seed": seed,
        "year": YEAR,
        "name": who,
        "former_name": name(rng) if rng.random() < 0.15 else None,
        "sex": sex,
        "ethnicity": nation,
        "birth_date": born.isoformat(),
        "id_number": numbers.identity(born, sex, rng.randrange(500)),
        "phone": f"1{rng.choice('3578')}0{rng.randrange(10**8):08}",
        "politics": rng.choice(["中共党员", "群众", "民盟盟员"]),
        "home": f"山西省{rng.choice(WORDS['city'])}{place}{rng.choice(WORDS['streets'])}{rng.randint(2, 188)}号{rng.randint(1, 9)}单元{rng.randint(101, 1802)}室",
        "place": place,
        "city": rng.choice(WORDS["city"]),
        "employer": employer,
        "employer_type": unit["type"],
        "ownership": unit["kind"],
        "office": rng.choice(unit["offices"]),
        "superior": f"{place}{rng.choice(['人力资源和社会保障局', '工业和信息化局', '教育局', '卫生健康局'])}",
        "work_since": iso(graduated, rng.choice([7, 8, 9])),
        "education": education,
        "level": LEVELS[education],
        "degree": degree or None,
        "school": rng.choice(WORDS["schools"]),
        "major": series["majors"][index],
        "graduated": iso(graduated, rng.choice([6, 7]), rng.choice([1, 20, 30])),
        "entered_school": iso(graduated - 4, 9, 1),
        "president": rng.choice(WORDS["presidents"]),
        "series_code": unit["series"],
        "series": series["zh"],
        "specialty": series["specialties"][index % len(series["specialties"])],
        "current_title": series["ladder"][step],
        "title": series["ladder"][step + 1],
        "rank": "正高级" if step == 2 else "副高级",
        "current_title_date": iso(titled, rng.choice([11, 12]), rng.randint(1, 28)),
        "appointed_since": iso(titled + 1, rng.choice([1, 3])),
        "topics": rng.sample(series["topics"], len(series["topics"])),
        "licence": series["licence"],
        "route": "正常申报",
        "committee": f"山西省{series['zh'].removesuffix('系列')}高级职称评审委员会",
        "leader": name(rng),
        "colleagues": [name(rng) for _ in range(8)],
        "events": _events(rng, who, series["ladder"][step + 1]),
        "venue_words": rng.choice(["办公楼一楼公示栏", "单位门口公告栏", "行政楼大厅宣传栏"]),
        "office_phone": f"035{rng.randint(0, 9)}-{rng.randint(2000000, 8999999)}",
    }


def _events(rng: random.Random, who: str, title: str) -> list[dict[str, Any]]:
    """One notice for the three items, or two, or three; each at least five working days, one after another."""
    split = rng.choice([[3], [3], [2, 1], [1, 1, 1]])
    codes, events = list(ITEMS), []
    start = workday(datetime.date(YEAR, rng.randint(5, 8), rng.randint(1, 20)), 1)
    for count in split:
        end = workday(start, rng.choice([5, 5, 6, 7]))
        issued = workday(end + datetime.timedelta(1), rng.choice([1, 2]))
        items, codes = codes[:count], codes[count:]
        others = [{"name": name(rng), "title": title} for _ in range(rng.choice([0, 0, 1, 3]))]
        applicants = [{"name": who, "title": title}, *others]
        rng.shuffle(applicants)
        venue = rng.choice([["conspicuous_place"], ["internal_website"], ["conspicuous_place", "internal_website"]])
        working = sum(chinese_calendar.is_workday(start + datetime.timedelta(d)) for d in range((end - start).days + 1))
        events.append(
            {
                "items": items,
                "item_words": [ITEMS[item] for item in items],
                "applicants": applicants,
                "start": start.isoformat(),
                "end": end.isoformat(),
                "days": working,
                "venue": venue,
                "issued": issued.isoformat(),
            }
        )
        start = workday(issued + datetime.timedelta(1), 1)
    return events
