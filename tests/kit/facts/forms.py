"""The applicant's own forms: review form, initial form, summary, exceptional case, pledge, work summary, catalogue."""

import random
from typing import Any

from tests.kit.facts.documents import Facts, Maker, pick, sign, stamp
from tests.kit.facts.world import YEAR, day, iso

_FORM = [
    "name",
    "former_name",
    "sex",
    "birth_date",
    "ethnicity",
    "id_number",
    "employer",
    "employer_type",
    "work_since",
    "education",
    "degree",
    "school",
    "major",
    "graduated",
    "current_title",
    "current_title_date",
    "appointed_since",
    "series",
    "specialty",
    "title",
    "route",
    "phone",
]
_MONTHS = ("birth_date", "graduated", "current_title_date")


def _form_fields(world: dict[str, Any]) -> dict[str, Any]:
    fields = pick(world, *_FORM)
    return fields | {name: fields[name][:7] for name in _MONTHS}


def _opinion(world: dict[str, Any], rng: random.Random) -> str:
    return rng.choice(
        [
            f"经审核，{world['name']}同志申报材料真实有效，经公示无异议，符合申报条件，同意推荐其申报{world['title']}职称。",
            f"该同志政治立场坚定，业务能力突出，任现职以来工作扎实，成绩显著。经单位公示无异议，同意推荐参加{world['title']}评审。",
            "所填内容属实，经公示五个工作日以上，未收到不同意见，同意申报。",
        ]
    )


def _career(world: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    began = int(world["work_since"][:4])
    changed = rng.randint(began + 1, YEAR - 4)
    return {
        "jobs": [
            {"start": world["work_since"], "end": iso(changed, 6), "unit": f"{world['place']}方德技术服务有限公司", "role": "技术员"},
            {"start": iso(changed, 7), "end": "至今", "unit": world["employer"], "role": world["current_title"]},
        ],
        "training": [{"start": day(rng, YEAR - 1), "hours": 24, "what": f"{world['specialty']}专业技术人员高级研修班", "where": world["city"]}],
        "works": [
            {"date": iso(YEAR - n, rng.randint(1, 12)), "what": f"{topic}研究与应用", "role": rng.choice(["主持", "第一完成人", "主要参与"])}
            for n, topic in enumerate(world["topics"][:3], 1)
        ],
        "grades": [{"year": YEAR - n, "grade": rng.choice(["合格", "合格", "优秀"])} for n in range(5, 0, -1)],
        "filled": day(rng, YEAR, 8, 9),
    }  # fmt: skip


def review_form(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = _form_fields(world) | {
        "unit_opinion": _opinion(world, rng),
        "opinion_date": world["events"][-1]["issued"],
        "superior_opinion": rng.choice(["同意上报。", "经审核，同意推荐。", None]),
    }
    return [
        Facts(
            "review_form",
            fields,
            _career(world, rng),
            {"unit": stamp(rng, world["employer"]), "superior": stamp(rng, world["superior"])},
            {
                "applicant": sign(rng, world["name"]),
                "unit": sign(rng, world["leader"]),
                "superior": sign(rng, world["colleagues"][5]),
            },
        )
    ]


def initial_form(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    (form,) = review_form(world, rng)
    gone = ("current_title", "current_title_date", "appointed_since", "superior_opinion")
    fields = {name: value for name, value in form.fields.items() if name not in gone}
    fields |= {"title": WITHIN[world["series_code"]], "route": "初定"}
    fields["unit_opinion"] = f"{world['name']}同志见习期满，经考核合格，同意初定{fields['title']}资格。"
    return [Facts("initial_form", fields, form.extra, form.seals, form.signatures)]


WITHIN = {
    "engineering": "助理工程师",
    "economics": "助理经济师",
    "school_teacher": "二级教师",
    "health": "医师",
    "agriculture": "助理农艺师",
    "library": "助理馆员",
    "university_teacher": "助教",
    "accounting": "助理会计师",
}


def summary_form(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = pick(world, "name", "id_number", "employer", "current_title", "title", "education", "series", "specialty")
    return [Facts("summary_form", fields, _career(world, rng), {"unit": stamp(rng, world["employer"])})]


def exceptional_case(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    clause = rng.choice(
        [
            "不具备规定学历，但取得现职称后获省部级科学技术奖二等奖以上奖励1项（前五名）",
            "任现职年限不足，作为第一发明人取得发明专利2项以上并已转化应用",
            "主持完成省级重点工程项目1项，经鉴定达到国内先进水平",
        ]
    )
    fields = {"name": world["name"], "clause": clause}
    return [
        Facts(
            "exceptional_case",
            fields,
            _career(world, rng) | {"date": day(rng, YEAR, 7, 9)},
            {"unit": stamp(rng, world["employer"])},
            {"applicant": sign(rng, world["name"])},
        )
    ]


def pledge(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    fields = pick(world, "name", "employer") | {"date": day(rng, YEAR, 6, 9)}
    return [Facts("pledge", fields, {}, {}, {"applicant": sign(rng, world["name"])})]


def work_summary(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    sentences = [
        f"本人现任{world['current_title']}，长期从事{world['specialty']}工作。",
        *(f"围绕{topic}开展研究，形成技术方案并在本单位推广。" for topic in world["topics"]),
        "工作中坚持理论联系实际，注重总结提炼，先后解决现场技术难题十余项。",
        "积极承担青年技术人员培养任务，指导三名助理人员独立开展业务。",
        "今后将继续加强学习，不断提高专业技术水平，为单位高质量发展作出贡献。",
        "任现职以来，严格遵守职业道德和各项规章制度，年度考核均为合格以上等次。",
        "参与制定本单位技术管理制度两项，组织技术交流与培训二十余场次。",
    ]
    paragraphs = ["".join(rng.sample(sentences, 5)) for _ in range(rng.randint(4, 7))]
    extra = {"paragraphs": [sentences[0], *paragraphs], "date": day(rng, YEAR, 6, 9)}
    return [Facts("work_summary", {"name": world["name"]}, extra, {}, {"applicant": sign(rng, world["name"])})]


def catalogue(world: dict[str, Any], rng: random.Random) -> list[Facts]:
    """Its entries are filled in when the dossier is put together."""
    return [Facts("catalogue", {"entries": []})]


MAKERS: dict[str, Maker] = {
    f.__name__: f for f in (review_form, initial_form, summary_form, exceptional_case, pledge, work_summary, catalogue)
}
