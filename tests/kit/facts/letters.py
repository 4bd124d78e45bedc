"""Letters that carry an application somewhere: commission, recommendation, the enterprise's standing."""

import random
from typing import Any

from tests.kit.facts.documents import Facts, Maker, pick, sign, stamp
from tests.kit.facts.world import YEAR, day, iso, name


def commission_letter(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    issuer = f"{rng.choice(['中陆', '华垣', '国砺'])}{rng.choice(['能源', '铁建', '电力'])}集团有限公司人力资源部"
    fields = {
        "issuer": issuer,
        "addressee": "山西省人力资源和社会保障厅",
        "names": [world["name"], *rng.sample(world["colleagues"], rng.choice([0, 0, 2]))],
        "series": world["series"],
        "level": rng.choice(["高级", world["rank"]]),
        "document_number": f"人资函〔{YEAR}〕{rng.randint(3, 120)}号",
        "date": day(rng, YEAR, 5, 8),
    }
    extra = pick(world, "employer", "title", "specialty") | {
        "contact": name(rng),
        "contact_phone": world["office_phone"],
    }
    return [Facts("commission_letter", fields, extra, {"issuer": stamp(rng, issuer)})]


def authority_recommendation(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    issuer = rng.choice(["山西省人力资源和社会保障厅", f"{world['city']}人力资源和社会保障局"])
    fields = {
        "issuer": issuer,
        "addressee": world["committee"],
        "names": [world["name"], *rng.sample(world["colleagues"], rng.choice([0, 1]))],
        "date": day(rng, YEAR, 8, 9),
    }
    extra = pick(world, "employer", "title", "series") | {"number": f"晋人社荐〔{YEAR}〕{rng.randint(3, 120)}号"}
    return [Facts("authority_recommendation", fields, extra, {"issuer": stamp(rng, issuer)})]


def recommendation_letter(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    recommender = world["leader"]
    fields = {
        "name": world["name"],
        "enterprise": world["employer"],
        "recommender": recommender,
        "recommender_role": rng.choice(["董事长", "研发团队技术带头人"]),
        "grounds": f"该同志具有突出的技术创新能力，主持{world['topics'][0]}攻关，取得原创性科技成果，为企业发展作出重大贡献。",
        "date": day(rng, YEAR, 6, 8),
    }
    extra = pick(world, "title", "specialty", "birth_date", "sex", "current_title")
    return [
        Facts(
            "recommendation_letter",
            fields,
            extra,
            {"unit": stamp(rng, world["employer"])},
            {"recommender": sign(rng, recommender)},
        )
    ]


def enterprise_qualification(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    category, words = rng.choice(
        [
            ("specialised_sme", "山西省专精特新中小企业"),
            ("little_giant", "国家级专精特新“小巨人”企业"),
            ("single_champion", "制造业单项冠军企业"),
            ("innovative_sme", "创新型中小企业"),
        ]
    )
    start, issuer = rng.randint(2022, 2024), "山西省工业和信息化厅"
    fields = {
        "enterprise": world["employer"],
        "category": category,
        "valid": f"{iso(start, 7, 1)}..{iso(start + 3, 6, 30)}",
        "issuer": issuer,
    }
    extra = {"category_words": words, "number": f"{start}14{rng.randrange(10**4):04}", "issued": iso(start, 7, 1)}
    return [Facts("enterprise_qualification", fields, extra, {"issuer": stamp(rng, issuer)})]


def peer_recommendation(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """Two experts, a letter each."""
    drawn = []
    for expert in rng.sample(world["colleagues"], 2):
        fields = {
            "name": world["name"],
            "recommender": expert,
            "recommender_title": rng.choice(["正高级工程师", "教授", "研究员"]),
            "date": day(rng, YEAR, 6, 8),
        }
        extra = pick(world, "title", "specialty", "employer", "topics") | {"expert_unit": world["school"]}
        drawn.append(Facts("peer_recommendation", fields, extra, {}, {"recommender": sign(rng, expert)}))
    return drawn


MAKERS: dict[str, Maker] = {
    f.__name__: f
    for f in (
        commission_letter,
        authority_recommendation,
        recommendation_letter,
        enterprise_qualification,
        peer_recommendation,
    )
}
