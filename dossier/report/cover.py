"""What the cover sheet says, as PDF and as Word file. How it looks is templates/cover_sheet.typ and .docx."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import segno

from dossier.report.digest import qr_text
from dossier.report.fonts import printable
from dossier.report.wording import (
    ACTORS,
    CHECKS,
    COMPLIANCE,
    CONSISTENCY,
    DECISIONS,
    OUTCOMES,
    PUBLICITY_ITEMS,
    SEVERITIES,
    VENUES,
    adjustment_words,
    date_words,
    place_words,
    unverified_words,
    word,
    yes_no,
)

LONGEST_MESSAGE = 100
"""Characters; a longer message is cut on the sheet and whole in the report."""
NOT_READ = "（未识别）"
NOT_THERE = "—"

Report = Mapping[str, Any]


def cover_data(report: Report) -> dict[str, Any]:
    """The sheet as nested texts, every character of which some font can print, with the QR code as SVG."""
    sheet: dict[str, Any] = _printable(cover_texts(report))
    return sheet | {"qr": qr_svg(report)}


def cover_texts(report: Report) -> dict[str, Any]:
    """The sheet as nested texts."""
    return {
        "title": "职称申报材料审核封面",
        "number": report["number"],
        "software": report["software"],
        "created": date.fromisoformat(report["created"][:10]).timetuple()[:3],
        "particulars": _particulars(report),
        "verdict": [{"word": zh, "chosen": code == report["verdict"]} for code, zh in DECISIONS.items()],
        "decisions": [zh for code, zh in DECISIONS.items() if code != "review"],
        "summary": _summary(report),
        "publicity": [_publicity(row) for row in report["publicity"]],
        "publicity_note": "工作日按国家法定安排计算，首日计入",
        "certificates": [_certificate(entry) for entry in report["certificates"]],
        "materials": _materials(report),
        "materials_note": "共{files}个文件，{documents}份材料，{pages}页".format(**report["counts"]),
        "defects": [_finding(entry) for entry in report["defects"]],
        "defects_note": _by_severity(report["counts"]) if report["defects"] else "",
        "undecided": [_finding(entry) | {"severity": "核验"} for entry in report["undecided"]],
        "undecided_note": "机器不能确定，由审核人对照原件判定" if report["undecided"] else "",
        "confirmation": _confirmation(report["result_confirmation"]),
        "clauses": _clauses(report),
        "colophon": _colophon(report),
    }


def qr_svg(report: Report) -> str:
    """The QR code with number and digest as an SVG."""
    svg = BytesIO()
    segno.make_qr(qr_text(report), error="m").save(svg, kind="svg", border=1, xmldecl=False)
    return svg.getvalue().decode()


def _particulars(report: Report) -> list[dict[str, Any]]:
    applicant, application = report["applicant"], report["application"]
    return [
        _field("姓名", _read(applicant, "name")),
        _field("证件号码", _read(applicant, "id_number"), span=3),
        _field("工作单位", _read(applicant, "employer"), span=5),
        _field("申报系列", application["series_name"] or NOT_READ),
        _field("申报专业", application["specialty"] or NOT_READ),
        _field("申报级别", application["level_name"] or NOT_READ),
        _field("申报职称", application["title"] or NOT_READ),
        _field("申报方式", "、".join(application["route_names"])),
        _field("提交日期", date_words(application["submitted"]) or "（未提供）"),
    ]


def _field(label: str, value: object, span: int = 1) -> dict[str, Any]:
    return {"label": label, "value": str(value), "span": span}


def _read(values: Mapping[str, Any], name: str) -> object:
    return NOT_READ if values.get(name) is None else values[name]


def _summary(report: Report) -> str:
    counts = report["counts"]
    text = f"{_by_severity(counts)}；须人工核验{counts['undecided']}项；通过{counts['passed']}项。"
    if report["corrections"]:
        text += f"读取结果经人工更正{len(report['corrections'])}处。"
    if counts["failures"]:
        text += f"另有{counts['failures']}处系统未能处理，见报告。"
    return text


def _by_severity(counts: Mapping[str, int]) -> str:
    return "，".join(f"{zh}{counts[code]}项" for code, zh in SEVERITIES.items())


def _publicity(row: Mapping[str, Any]) -> dict[str, Any]:
    read = {
        "period": _period(row["period"]),
        "working_days": NOT_READ if row["working_days"] is None else str(row["working_days"]),
        "venue": "、".join(word(VENUES, code) for code in row["venue"]) or row["venue_text"] or NOT_READ,
        "publisher": row["publisher"] or NOT_READ,
        "outcome": word(OUTCOMES, row["outcome"]) or NOT_READ,
        "seal": _seal(row),
    }
    if not row["documents"] and row["period"] is None:
        read = dict.fromkeys(read, NOT_THERE) | {"period": [NOT_THERE]}
    return {
        "item": word(PUBLICITY_ITEMS, row["item"]),
        "compliance": word(COMPLIANCE, row["compliance"]),
        **read,
    }


def _period(period: Mapping[str, str] | None) -> list[str]:
    return [date_words(period["start"]), f"至{date_words(period['end'])}"] if period else [NOT_READ]


def _seal(row: Mapping[str, Any]) -> str:
    if row["sealed"] is True and row["seal_text"]:
        same = row["seal_text"] == row["publisher"]
        return "有，印文同公示单位" if same else str(row["seal_text"])
    return yes_no(row["sealed"], "有，印文未识别", "无")


def _certificate(entry: Mapping[str, Any]) -> list[str]:
    return [
        entry["name"],
        entry["number"] or NOT_READ,
        word(CHECKS, entry["check"]),
        word(CONSISTENCY, entry["consistent"]),
        place_words(entry),
    ]


def _materials(report: Report) -> list[list[str]]:
    """Name, number of copies and of pages by kind, in the order of the dossier."""
    kinds: dict[str, list[int]] = {}
    for material in report["materials"]:
        tally = kinds.setdefault(material["name"], [0, 0])
        tally[0] += 1
        tally[1] += len(material["pages"])
    return [[name, str(copies), str(pages)] for name, (copies, pages) in kinds.items()]


def _finding(entry: Mapping[str, Any]) -> dict[str, str]:
    message = entry["message"]
    if len(message) > LONGEST_MESSAGE:
        message = message[:LONGEST_MESSAGE] + "……（全文见报告）"
    return {
        "severity": word(SEVERITIES, entry["severity"]),
        "rule": entry["rule"],
        "title": entry["title"],
        "message": message,
        "citation": entry["citation"],
        "by": word(ACTORS, entry["by"]),
        "remedy": entry["remedy"],
        "unverified": "；".join(unverified_words(one) for one in entry.get("unverified", ())),
        "place": _places(entry["locations"]),
    }


def _clauses(report: Report) -> list[dict[str, str]]:
    """The words of the clauses cited, each under the name by which it is cited."""
    prefix = report["policy"]["document_number"]
    return [{"citation": prefix, "text": text} for text in report.get("clauses", {}).values()]


def _places(locations: Sequence[Mapping[str, Any]]) -> str:
    places = list(dict.fromkeys(place_words(location) for location in locations))
    return (places[0] + (f" 等{len(places)}处" if len(places) > 1 else "")) if places else NOT_THERE


def _confirmation(confirmation: Mapping[str, Any]) -> dict[str, str]:
    return {"text": confirmation["who"] or confirmation["why"], "citation": confirmation["citation"]}


def _colophon(report: Report) -> list[str]:
    policy = report["policy"]
    office = f"；本单位设置：{policy['overlay']['title']}" if "overlay" in policy else ""
    changed = "、".join(f"{one['rule']}{adjustment_words(one)}" for one in policy["adjustments"])
    return [
        f"依据：{policy['document_number']}《{policy['title']}》{office}"
        + (f"；规则调整：{changed}" if changed else ""),
        f"规则 {policy['id']} {policy['version']}；软件 {report['software']}；预审日期 {date_words(report['created'])}",
        f"校验值 sha256：{report['digest']}",
        "本表由软件预审生成，仅供审核人员参考，是否接收由审核人决定。扫描二维码所得编号和校验值可用于核对本表。",
    ]


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    return [_printable(item) for item in value] if isinstance(value, list | tuple) else value
