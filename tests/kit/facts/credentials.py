"""What the applicant has been granted: education, titles, licences, examinations, yearly assessment and education."""

import random
from typing import Any

from tests.kit.facts.documents import Facts, Maker, pick, sign, stamp
from tests.kit.facts.world import YEAR, day, iso

_LEVEL_CODES = {"博士研究生": "01", "硕士研究生": "02", "本科": "05", "专科": "06"}


def _diploma_number(world: dict[str, Any], rng: random.Random) -> str:
    return (
        f"{rng.randint(90001, 99999)}1{world['graduated'][:4]}{_LEVEL_CODES[world['level']]}{rng.randrange(10**6):06}"
    )


def diploma(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = pick(world, "name", "sex", "school", "major") | {
        "education": world["level"],
        "graduated": world["graduated"][:7],
        "certificate_number": _diploma_number(world, rng),
    }
    extra = pick(world, "birth_date", "entered_school", "president") | {"issued": world["graduated"], "years": rng.choice(["三", "四"])}  # fmt: skip
    return [Facts("diploma", fields, extra, {"school": stamp(rng, world["school"])})]


def degree(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    kind = world["degree"] or "工学学士"
    code = {"博": "2", "硕": "3", "学": "4"}[kind[-2]]
    fields = pick(world, "name", "school") | {
        "degree": kind,
        "certificate_number": f"{rng.randint(90001, 99999)}{code}{world['graduated'][:4]}{rng.randrange(10**6):06}",
        "date": world["graduated"],
    }
    extra = pick(world, "sex", "birth_date", "major", "president")
    return [Facts("degree", fields, extra, {"school": stamp(rng, world["school"])})]


def education_verification(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    code = "".join(rng.choice("ABCDEFGHJKMNPQRSTUVWXYZ0123456789") for _ in range(16))
    fields = pick(world, "name", "school", "major", "graduated") | {
        "education": world["level"],
        "certificate_number": _diploma_number(world, rng),
        "verification_code": code,
        "valid_until": iso(YEAR + 1, rng.randint(1, 6), rng.randint(1, 28)),
    }
    extra = pick(world, "sex", "birth_date", "entered_school", "president") | {"updated": day(rng, YEAR, 6, 8)}
    return [Facts("education_verification", fields, extra)]


def title_certificate(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    issuer = rng.choice([f"{world['city']}人力资源和社会保障局", "山西省人力资源和社会保障厅"])
    fields = pick(world, "name", "id_number", "series", "specialty") | {
        "title": world["current_title"],
        "date": world["current_title_date"],
        "certificate_number": f"{rng.choice(['晋职', 'SX', ''])}{world['current_title_date'][:4]}{rng.randrange(10**7):07}",
        "issuer": issuer,
    }
    extra = pick(world, "sex", "birth_date", "employer") | {
        "committee": f"{world['city']}{world['series'].removesuffix('系列')}中级职称评审委员会",
        "document": f"晋人社职字〔{world['current_title_date'][:4]}〕{rng.randint(8, 160)}号",
    }
    return [
        Facts(
            "title_certificate",
            fields,
            extra,
            {"issuer": stamp(rng, issuer, "职称专用章" if rng.random() < 0.3 else "")},
        )
    ]


def licence(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    heading, kind = world["licence"]
    start = rng.randint(2019, 2024)
    fields = {
        "name": world["name"],
        "kind": heading,
        "number": f"{rng.choice(['', 'A'])}{start}14{rng.randrange(10**9):09}",
        "valid": f"{iso(start, 4, 1)}..{iso(start + 5, 3, 31)}",
        "unit": world["employer"],
        "scope": kind,
    }
    issuer = f"{world['place']}行政审批服务管理局"
    extra = pick(world, "sex", "birth_date", "id_number") | {"issued": iso(start, 4, 1), "issuer": issuer}
    return [Facts("licence", fields, extra, {"issuer": stamp(rng, issuer)})]


def exam_result(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    taken = rng.randint(YEAR - 2, YEAR)
    exam = f"{taken}年度{world['title']}专业技术资格考试"
    fields = {
        "name": world["name"],
        "exam": exam,
        "date": iso(taken, 7, rng.randint(1, 28)),
        "valid_until": iso(taken + 3, 12, 31),
    }
    issuer = "山西省人事考试中心"
    extra = pick(world, "id_number", "specialty") | {"score": rng.randint(60, 92), "number": f"{taken}14{rng.randrange(10**8):08}", "issuer": issuer}  # fmt: skip
    return [Facts("exam_result", fields, extra, {"issuer": stamp(rng, issuer)})]


def digital_engineer(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    issuer = "三晋数字人才评价中心"
    fields = pick(world, "name") | {
        "occupation": rng.choice(["人工智能工程技术人员", "大数据工程技术人员", "工业互联网工程技术人员"]),
        "grade": rng.choice(["初级", "中级", "高级"]),
        "certificate_number": f"S{rng.randrange(10**12):012}",
        "date": day(rng, 2024),
        "issuer": issuer,
    }
    return [Facts("digital_engineer", fields, pick(world, "id_number"), {"issuer": stamp(rng, issuer)})]


def continuing_education(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """One sheet for all years, or a sheet a year."""
    years = []
    for year in range(YEAR - 4, YEAR + 1):
        public, professional = rng.choice([30, 32, 36]), rng.choice([60, 62, 66, 72])
        years.append(
            {
                "year": year,
                "total": public + professional,
                "public": public,
                "professional": professional,
                "unit": "学时",
                "certificate_number": f"{year}14{rng.randrange(10**8):08}",
            }
        )
    issuer = f"{world['city']}专业技术人员继续教育基地"
    extra = pick(world, "id_number", "employer") | {"issuer": issuer, "issued": day(rng, YEAR, 7, 8)}
    groups = [years] if rng.random() < 0.6 else [[row] for row in years[:3]]
    return [
        Facts("continuing_education", {"name": world["name"], "years": group}, extra, {"issuer": stamp(rng, issuer)})
        for group in groups
    ]


def annual_assessment(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    return [
        Facts(
            "annual_assessment",
            pick(world, "name", "employer") | {"year": year, "grade": rng.choice(["合格", "合格", "优秀"])},
            pick(world, "sex", "birth_date", "current_title", "politics")
            | {"summary": f"本年度围绕{world['topics'][0]}等重点任务，认真履行岗位职责，按期完成各项工作。", "date": iso(year + 1, 1, rng.randint(8, 26))},
            {"unit": stamp(rng, world["employer"])},
            {"applicant": sign(rng, world["name"]), "leader": sign(rng, world["leader"])},
        )
        for year in (YEAR - 2, YEAR - 1)
    ]  # fmt: skip


MAKERS: dict[str, Maker] = {
    f.__name__: f
    for f in (
        diploma,
        degree,
        education_verification,
        title_certificate,
        licence,
        exam_result,
        digital_engineer,
        continuing_education,
        annual_assessment,
    )
}
