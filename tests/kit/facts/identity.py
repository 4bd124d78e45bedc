"""Who the applicant is: cards, permits, a change of name."""

import datetime
import random
from typing import Any

from tests.kit.facts.documents import Facts, Maker, pick, stamp
from tests.kit.facts.world import WORDS, YEAR, day, iso


def id_card(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    start = rng.randint(2010, 2021)
    end = rng.choice(["长期", iso(start + 20, 5, 20), iso(start + 20, 11, 3)])
    fields = pick(world, "name", "sex", "birth_date", "id_number") | {
        "ethnicity": world["ethnicity"].removesuffix("族"),
        "address": world["home"],
        "authority": f"{world['place']}{WORDS['authority']}",
        "valid": f"{iso(start, 5, 20) if not end.endswith('11-03') else iso(start, 11, 3)}..{end}",
        "sides": ["front", "back"],
    }
    return [Facts("id_card", fields)]


def id_alternative(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    start = rng.randint(2018, 2022)
    document, number, nation, latin = rng.choice(
        [
            ("港澳居民来往内地通行证", f"H{rng.randrange(10**8):08}", None, "LAM, CHI HIN"),
            ("台湾居民来往大陆通行证", f"{rng.randrange(10**8):08}", None, "WU, PEI CHEN"),
            ("护照", f"E{rng.randrange(10**8):08}", "德国", "MUELLER ANNA"),
        ]
    )
    fields = {
        "name": world["name"],
        "id_number": number,
        "document_type": document,
        "nationality": nation,
        "valid": f"{iso(start, 3, 8)}..{iso(start + 10, 3, 7)}",
    }
    extra = {"latin": latin, "sex": world["sex"], "birth_date": world["birth_date"], "issuer": "国家移民管理局"}
    return [Facts("id_alternative", {k: v for k, v in fields.items() if v}, extra)]


def work_permit(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    start = day(rng, 2024)
    end = (datetime.date.fromisoformat(start) + datetime.timedelta(729)).isoformat()
    fields = pick(world, "name", "employer") | {
        "permit_number": f"1400{rng.randrange(10**8):08}",
        "valid": f"{start}..{end}",
    }
    extra = {"nationality": "德国", "passport": f"C{rng.randrange(10**8):08}", "category": rng.choice("ABC"), "issuer": f"{world['city']}外国专家局"}  # fmt: skip
    return [Facts("work_permit", fields, extra, {"issuer": stamp(rng, f"{world['city']}外国专家局")})]


def name_change_proof(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = {
        "name": world["name"],
        "former_name": world["former_name"] or f"{world['name'][0]}小{rng.choice('军红明芳')}",
    }
    office = f"{world['place']}公安局城关派出所"
    extra = pick(world, "sex", "id_number", "birth_date") | {"changed": day(rng, 2008), "issued": day(rng, YEAR), "office": office}  # fmt: skip
    return [Facts("name_change_proof", fields, extra, {"issuer": stamp(rng, office)})]


MAKERS: dict[str, Maker] = {f.__name__: f for f in (id_card, id_alternative, work_permit, name_change_proof)}
