"""What the applicant has done: projects, papers, books, standards, patents, awards and their use."""

import random
from typing import Any

from tests.kit.facts import numbers
from tests.kit.facts.documents import Facts, Maker, stamp
from tests.kit.facts.world import WORDS, YEAR, day, iso, name


def _team(world: dict[str, Any], rng: random.Random, first: int = 3) -> tuple[list[str], int]:
    """The names in order, and the applicant's rank from 1."""
    others = rng.sample(world["colleagues"], rng.randint(1, 4))
    rank = rng.randint(1, min(first, len(others) + 1))
    return [*others[: rank - 1], world["name"], *others[rank - 1 :]], rank


def achievement(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    members, rank = _team(world, rng)
    year = rng.randint(2019, 2023)
    fields = {
        "title": f"{world['topics'][0]}技术开发与应用",
        "members": members,
        "role": rng.choice(["项目负责人", "主要完成人", "技术负责人"]),
        "period": f"{iso(year, 3)}..{iso(year + 1, 11)}",
    }
    extra = {"rank": rank, "benefit": f"累计新增产值{rng.randint(120, 960)}万元", "date": day(rng, year + 2, 1, 4), "client": f"{world['place']}同辉实业有限公司"}  # fmt: skip
    return [Facts("achievement", fields, extra, {"unit": stamp(rng, world["employer"])})]


def project(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    members, rank = _team(world, rng)
    year = rng.randint(2020, 2022)
    fields = {
        "title": f"{world['topics'][-1]}关键问题研究",
        "members": members,
        "role": "主持人" if rank == 1 else "参与人",
        "period": f"{iso(year, 1)}..{iso(year + 2, 12)}",
    }
    issuer = f"山西省{rng.choice(['科技', '教育', '社科'])}项目管理中心"
    extra = {
        "number": f"{year}{rng.choice('KYJG')}{rng.randint(100, 999)}",
        "fund": rng.randint(3, 40),
        "date": iso(year + 3, 3, 18),
        "issuer": issuer,
    }
    return [Facts("project", fields, extra, {"issuer": stamp(rng, issuer)})]


def paper(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """Two papers. `parts` is what a layout draws; an acceptance letter stands alone."""
    papers = []
    for topic in rng.sample(world["topics"], 2):
        journal, issn, cn = rng.choice(WORDS["journals"])
        authors, _ = _team(world, rng, 2)
        fields = {
            "title": f"{topic}{rng.choice(['研究', '的实践与思考', '优化策略探析'])}",
            "authors": authors,
            "journal": journal,
            "issn": numbers.issn(random.Random(issn)),
            "cn": cn,
            "published": iso(rng.randint(2019, 2025), rng.choice([2, 4, 6, 8])),
        }
        extra = {
            "issue": int(fields["published"][-2:]),
            "pages": f"{rng.randint(12, 60)}-{rng.randint(61, 66)}",
            "employer": world["employer"],
            "others": [f"{name(rng)} {other}若干问题" for other in ("设备管理", "制度建设", "人才培养", "质量评价", "数据治理", "成本控制")],
            "abstract": f"针对{topic}中存在的问题，结合实际案例进行分析，提出改进措施，并通过应用验证了其有效性。",
            "keywords": [topic[:4], "优化", "应用"],
            "supervisor": "山西省科学技术协会" if rng.random() < 0.5 else world["school"],
        }  # fmt: skip
        papers.append(Facts("paper", fields, extra))
    return papers


def book(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = {
        "title": f"{world['topics'][1]}：理论与实践",
        "authors": [world["name"], *rng.sample(world["colleagues"], rng.randint(0, 2))],
        "isbn": numbers.isbn(rng),
        "published": iso(rng.randint(2020, 2024), rng.randint(1, 12)),
    }
    extra = {"publisher": rng.choice(WORDS["publishers"]), "role": rng.choice(["著", "主编", "编著"]), "price": rng.randint(36, 98), "words": rng.randint(180, 420), "cip": f"{rng.randint(2019, 2024)}{rng.randrange(10**6):06}", "chapters": ["绪论", "理论基础", "现状与问题", "方法与模型", "案例分析", "结论与展望"]}  # fmt: skip
    return [Facts("book", fields, extra)]


def standard(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    members, _ = _team(world, rng, 4)
    level, code = rng.choice([("地方标准", "DB14/T"), ("团体标准", "T/SXXH"), ("行业标准", "MT/T")])
    year = rng.randint(2020, 2024)
    fields = {
        "title": f"{world['topics'][2 % len(world['topics'])]}技术规范",
        "standard_number": f"{code} {rng.randint(1001, 2999)}-{year}",
        "drafters": members,
        "date": iso(year, rng.randint(2, 9), 15),
    }
    return [Facts("standard", fields, {"level": level, "effective": iso(year, 12, 15), "units": [world["employer"], world["school"]]})]  # fmt: skip


def patent(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """A granted patent, and now and then a mere notice that an application was received."""
    drawn = []
    for stage in ["granted", *(["application"] if rng.random() < 0.4 else [])]:
        kind = rng.choice([1, 2])
        year = rng.randint(2019, 2022)
        members, _ = _team(world, rng, 2)
        number = numbers.patent(rng, year, kind)
        fields = {
            "title": f"一种{world['topics'][0][:6]}用{rng.choice(['检测装置', '辅助支架', '取样器', '控制方法'])}",
            "inventors": members,
            "owner": world["employer"],
            "patent_number": f"ZL{number}" if stage == "granted" else number,
            "granted": day(rng, year + 2),
            "stage": stage,
        }
        if stage == "application":
            del fields["granted"]
        extra = {"kind": {1: "发明", 2: "实用新型"}[kind], "filed": day(rng, year), "serial": rng.randint(3000000, 9000000), "publication": f"CN {rng.randint(100000000, 220000000)} {'BU'[kind - 1]}", "address": world["home"][:9], "issued": day(rng, year, 6)}  # fmt: skip
        drawn.append(Facts("patent", fields, extra))
    return drawn


def patent_use(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    benefit = f"自应用以来新增销售收入{rng.randint(80, 900)}万元，新增利润{rng.randint(10, 79)}万元"
    fields = {"patent_number": f"ZL{numbers.patent(rng, 2020, 1)}", "benefit": benefit}
    user = f"{world['place']}同辉实业有限公司"
    extra = {"patent_title": f"一种{world['topics'][0][:6]}用检测装置", "owner": world["employer"], "user": user, "since": iso(2022, 4), "date": day(rng, 2024)}  # fmt: skip
    return [Facts("patent_use", fields, extra, {"user": stamp(rng, user)})]


def award(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """A prize for work, and an honour to the person."""
    members, rank = _team(world, rng)
    year = rng.randint(2019, 2024)
    issuer = rng.choice([f"{world['city']}人民政府", "山西省职工技术创新协会", f"{world['place']}科学技术协会"])
    prize = {
        "title": f"{world['topics'][-1]}研究与应用",
        "recipients": members,
        "grade": rng.choice(["一等奖", "二等奖", "三等奖"]),
        "issuer": issuer,
        "date": day(rng, year),
    }
    unit = world["superior"]
    honour = {"recipients": [world["name"]], "issuer": unit, "date": day(rng, YEAR - 1)}
    return [
        Facts("award", prize, {"rank": rank, "prize": "科学技术进步奖", "number": f"{year}-J-{rng.randint(1, 90)}", "year": year}, {"issuer": stamp(rng, issuer)}),
        Facts("award", honour, {"honour": rng.choice(["先进工作者", "优秀科技工作者", "技术能手"]), "year": YEAR - 2}, {"issuer": stamp(rng, unit)}),
    ]  # fmt: skip


MAKERS: dict[str, Maker] = {
    f.__name__: f for f in (achievement, project, paper, book, standard, patent, patent_use, award)
}
