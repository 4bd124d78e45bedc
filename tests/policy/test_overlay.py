"""An office's settings: what they may hold, what they do, and how errors in them are said."""

import json
from datetime import date

import pytest

from dossier.errors import PolicyError
from dossier.policy import CalendarUnknown, load_policy
from dossier.policy.overlay import overlay_problems

COMMITTEE = {
    "name": "临墟省工程系列机械专业高级职称评审委员会",
    "aliases": ["机械高评委"],
    "kind": "standard",
    "approved_by": "临墟省人力资源和社会保障厅",
    "scope": [{"series": "engineering", "levels": ["senior", "associate_senior"], "specialties": ["机械工程"]}],
}


def setting(value, note="本年度通知"):
    return {"value": value, "verified": True, "clause": "评委会通知", "note": note}


@pytest.fixture
def office(tmp_path):
    """Writes an overlay and files beside it; gives the path of the overlay."""

    def write(content, **files):
        for name, text in files.items():
            file = {"year": "2031.json"}.get(name, f"{name}.csv")
            (tmp_path / file).write_bytes(text if isinstance(text, bytes) else text.encode())
        path = tmp_path / "office.json"
        path.write_text(json.dumps({"title": "机械高评委办公室", **content}, ensure_ascii=False), encoding="utf-8")
        return path

    return write


def test_deadline_cycle_cut_off_limits_and_demands_are_parameters(office):
    limits = {"archive_mb": 500, "file_mb": 50, "pages": 300, "nesting": 2, "ratio": 100}
    values = {
        "deadline": "2025-09-30",
        "cycle": ["2025-03-01", "2025-10-31"],
        "tenure_cut_off": "2025-10-31",
        "file_limits": limits,
        "portrait_required": True,
        "copies_marked_as_original": True,
        "work_summary_characters": [3000, None],
        "minimum_achievements": 3,
    }
    policy = load_policy(overlay=office({"parameters": {name: setting(value) for name, value in values.items()}}))
    assert {name: policy.value(name) for name in values} == values
    assert policy.parameters["deadline"].clause == "评委会通知"


def test_the_register_knows_a_committee_by_all_its_names(office):
    register = load_policy(overlay=office({"committees": [COMMITTEE]})).office
    found = register.committee("机械高评委")
    assert found is not None
    assert found.name == COMMITTEE["name"]
    assert (found.kind, found.approved_by) == ("standard", "临墟省人力资源和社会保障厅")
    assert found.scope[0].specialties == ("机械工程",)
    assert register.committee("临墟省工程系列（机械专业）高级职称评审委员会") is found
    assert register.committee("别的评委会") is None
    assert register.committee("") is None


def test_the_only_committee_is_the_one_addressed(office):
    register = load_policy(overlay=office({"committees": [COMMITTEE]})).office
    assert register.addressed(None) is register.committees[0]
    assert register.addressed("别的评委会") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_directory_of_majors_is_read_as_spreadsheets_save_it(encoding, office):
    table = "系列,专业,备注\r\n工程系列,机械工程,\r\nengineering, 车辆工程 ,\r\n\r\n会计,会计学,本科\r\n"
    overlay = office({"initial_majors": "majors.csv"}, majors=table.encode(encoding))
    assert load_policy(overlay=overlay).office.initial_majors == {
        "engineering": ("机械工程", "车辆工程"),
        "accounting": ("会计学",),
    }


def test_related_majors_are_gathered_by_field(office):
    table = "领域,申报专业,所学专业\n机械类,机械工程,车辆工程\n机械类,,机械设计\n土建类,建筑工程,\n"
    related = load_policy(overlay=office({"related_majors": "related.csv"}, related=table)).office.related
    assert [(field.name, field.specialties, field.majors) for field in related] == [
        ("机械类", ("机械工程",), ("车辆工程", "机械设计")),
        ("土建类", ("建筑工程",), ()),
    ]


def test_specialties_of_a_series_hold_for_their_levels(office):
    tables = [
        {"series": "economics", "names": ["工商管理"], "levels": ["senior"], "source": "甲通知"},
        {"series": "economics", "names": ["工商管理", "金融"], "source": "乙通知"},
    ]
    loaded = load_policy(overlay=office({"specialties": tables})).office
    senior, junior = loaded.table("economics", "senior"), loaded.table("economics", "intermediate")
    assert senior is not None
    assert (senior.names, senior.source) == (("工商管理", "金融"), "甲通知、乙通知")
    assert junior is not None
    assert junior.source == "乙通知"
    assert loaded.table("library", None) is None


def test_a_year_and_single_days_change_the_calendar(office):
    year = json.dumps({"year": 2031, "days": [{"date": "2031-01-01", "isOffDay": True}]})
    days = [{"date": "2025-08-12", "isOffDay": True, "name": "某日停产"}]
    overlay = office({"calendar": {"years": ["2031.json"], "days": days}}, year=year)
    calendar = load_policy(overlay=overlay).calendar
    assert calendar.count(date(2025, 8, 11), date(2025, 8, 13)) == 2
    assert calendar.count(date(2031, 1, 1), date(2031, 1, 3)) == 2
    with pytest.raises(CalendarUnknown):
        load_policy().calendar.is_working_day(date(2031, 1, 1))


@pytest.mark.parametrize(
    ("accepted", "economics", "library"),
    [(False, False, False), (True, True, True), ({"economics": ["senior"]}, True, False), ({}, False, False)],
)
def test_unverified_tables_are_accepted_all_or_by_series_and_level(accepted, economics, library, office):
    policy = load_policy(overlay=office({"parameters": {"accept_unverified_tables": setting(accepted)}}))
    assert policy.may_reject("economics", "senior") is economics
    assert policy.may_reject("library", "senior") is library
    assert policy.may_reject("economics", "intermediate") is (accepted is True)


def test_the_version_hangs_on_every_byte_of_the_overlay_and_its_files(office):
    table = "系列,专业\n工程,机械工程\n"
    first = load_policy(overlay=office({"initial_majors": "majors.csv"}, majors=table))
    again = load_policy(overlay=office({"initial_majors": "majors.csv"}, majors=table))
    other = load_policy(overlay=office({"initial_majors": "majors.csv"}, majors=table + "工程,车辆工程\n"))
    assert first.version == again.version == f"{load_policy().version}+{first.office.sha256[:8]}"
    assert other.version != first.version
    assert set(first.office.files) == {"office.json", "majors.csv"}


def bad(**scope):
    return {"committees": [{**COMMITTEE, "scope": [{"series": "engineering", **scope}]}]}


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ({"parameters": {"deadline": setting("9月30日")}}, "parameters/deadline/value", "9月30日"),
        ({"parameters": {"deadline": setting("2025-02-30")}}, "parameters/deadline/value", "2025-02-30 不存在"),
        ({"parameters": {"deadline": {"value": "2025-09-30"}}}, "parameters/deadline", "缺少 verified"),
        ({"parameters": {"dead_line": setting(1)}}, "parameters/dead_line", "不存在"),
        ({"parameters": {"cycle": setting(["2025-12-31", "2025-01-01"])}}, "parameters/cycle/value", "之后"),
        ({"parameters": {"portrait_required": setting("是")}}, "parameters/portrait_required/value", "true 或 false"),
        ({"parameters": {"accept_unverified_tables": setting({"nope": ["senior"]})}}, "nope", "没有系列 nope"),
        ({"parameters": {"minimum_achievements": setting({"patent_applications": 2})}}, "", "专利"),
        ({"rules": {"PUB-99": {"off": True, "reason": "没有这条"}}}, "rules/PUB-99", "PUB-99"),
        ({"rules": {"PUB-05": {"severity": "correct"}}}, "rules/PUB-05", "缺少 reason"),
        ({"rules": {"PUB-05": {"reason": "不写怎么改"}}}, "rules/PUB-05", "off 或 severity"),
        ({"committee": []}, "（整体）", "不认识 committee"),
        (bad(series="enginering"), "committees/0/scope/0/series", "没有系列 enginering"),
        (bad(levels=["technician"], series="news"), "committees/0/scope/0/levels", "没有员级"),
        (bad(levels=["高级"]), "committees/0/scope/0/levels/0", "应为其中之一"),
        ({"committees": [COMMITTEE | {"kind": "other"}]}, "committees/0/kind", "没有评委会类别 other"),
        ({"committees": [COMMITTEE, COMMITTEE]}, "committees/1/name", "相同"),
        ({"committees": [COMMITTEE | {"kind": "industry_mid_junior"}]}, "committees/0/scope/0/levels", "不能评审高级"),
        ({"initial_majors": "none.csv"}, "", "读不到文件"),
        ({"initial_majors": "../majors.csv"}, "initial_majors", "写法不对"),
        ({"calendar": {"years": ["2031.json"]}}, "calendar", "读不到文件"),
        ({"calendar": {"days": [{"date": "2025-02-30", "isOffDay": True}]}}, "calendar", "节假日"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_how_to_mend_it(content, place, said, office, policy):
    path = office(content)
    problems = overlay_problems(policy, path)
    assert any(place in problem.place and said in problem.message for problem in problems), problems
    assert all(problem.hint for problem in problems)
    with pytest.raises(PolicyError):
        load_policy(overlay=path)


@pytest.mark.parametrize(
    ("table", "place", "said"),
    [
        ("系列,所学专业\n工程,机械\n", "第1行", "缺少列 专业"),
        ("系列,专业\n工程,机械\n工程,\n", "第3行", "“专业”一栏是空的"),
        ("系列,专业\n工程,机械\n\n政工,党务\n", "第4行", "没有系列 政工"),
        ("系列,专业\n", "", "没有内容"),
        ("", "第1行", "缺少列"),
        (b"\xff\xff\xff\xff", "", "编码"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_by_line(table, place, said, office, policy):
    problems = overlay_problems(policy, office({"initial_majors": "majors.csv"}, majors=table))
    assert [(p.file, p.place) for p in problems][:1] == [("majors.csv", place)]
    assert said in problems[0].message


def test_a_link_to_a_file_elsewhere_is_refused(office, policy, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "majors.csv").write_text("系列,专业\n工程,机械\n", encoding="utf-8")
    path = office({"initial_majors": "majors.csv"})
    (tmp_path / "majors.csv").symlink_to(elsewhere / "majors.csv")
    assert "不在设置文件所在的文件夹内" in overlay_problems(policy, path)[0].message


def test_everything_wrong_is_said_at_once(office, policy):
    content = {"parameters": {"dead_line": setting(1)}, **bad(series="nope"), "initial_majors": "none.csv"}
    assert len(overlay_problems(policy, office(content))) == 3


def test_a_calendar_of_a_year_holds_no_days_of_another(office, policy):
    year = json.dumps({"days": [{"date": "2030-01-01", "isOffDay": True}]})
    problems = overlay_problems(policy, office({"calendar": {"years": ["2031.json"]}}, year=year))
    assert "其他年份" in problems[0].message
