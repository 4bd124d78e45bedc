"""The review form: its signatures, the unit's opinion with its stamp, date and signature."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.held_and_employed import employer_and_nature, held_since, title_held
from dossier.extract.kinds.opinion_places import below_authority, below_unit, day_below
from dossier.extract.kinds.promises import signing_places
from dossier.extract.kinds.studies import highest_studies
from dossier.extract.labels import Candidate
from dossier.extract.layout import Flow, Layout
from dossier.extract.readers import unknown, valued
from dossier.extract.sentences import org_name
from dossier.extract.signing import sealed, signed
from dossier.model import Box, Value
from dossier.text import find_dates, normalise
from dossier.text.regex import Regex

_SIGN_OFF = Regex(
    r"(?:单位|部门|主要|分管)?(?:负责人|领导|主管|[院校所局厂台站团园馆]长|主任|总?经理)(?:\(?签(?:字|名|章)\)?)?(?:$|:)|签\s?[字名章]:?|(?:经办|审核|审批|复核|填表|承办)人?(?:\(?签(?:字|名|章)\)?)?:"
    r"|(?:审核|审批|办理|当前)(?:环节|部门|状态|时间):|\((?:单位|部门)?(?:盖章|公章|签章|签字|章)\)|(?:单位)?(?:盖章|公章):|法定代表人|经办人|审核人"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日$|年月日$|(?:填表)?说明:|备?注:|提示:"
)
_MONTH = Regex(r"(?<!\d)(?P<y>(?:19|20)\d\d)[./-](?P<m>1[0-2]|0?[1-9])(?![\d./-])")
_SHORT = 7
"""Fewer characters that give no verdict are no opinion: what was read of a seal, or of a heading."""
_ENDS_A_SENTENCE = Regex(r"[。!！]")
_GOES_ON = Regex(r"(?:至|到|起|止|-|—|~|,|在|于|期间|公示|入|取得|评|经|召开|被)")
"""What follows a day that the opinion speaks of, and none that signs it."""
_OF_PART_OR_ABOVE = Regex(r"(?:二级|所在)?(?:学院|系|分公司|[支分]行|集团|[县市区]?局|社)[^单校]{0,8}意见")
"""Heads the opinion of a part of the unit, or of what is above it, where the unit gives its own elsewhere."""
_EMPTY_BRACKETS = Regex(r"[(（]\s*(?:取得|评定|评审|聘任|任职)?\s*[)）]")
_DATED_BRACKETS = Regex(r"\s*[(（][^()（）]*(?:19|20)\d\d[^()（）]*[)）]")
_LABELLED = Regex(r"^\s*(?:审核|审查|推荐|鉴定|考核|单位|部门|具体)?(?:意见|结论):")
"""The label of an opinion inside its own box."""
_HEAD = Regex(r"[㐀-鿿()]{2,12}意见(?:栏)?:?")
"""The head of an opinion in place of the opinion."""
_ROOM = 3.0
"""In heights of its label: a place beside it that is lower holds no more than a row."""
_AUTHORITY = Regex(r"[一二三四五六七八九十]{0,2}[、.]?(?:上级)?(?:主管|呈报)(?:部门|单位)")
_OPINION = r"同意|属实|盖章|公章|签[字名章]"
"""What only the place of an opinion holds."""
_SIGNS_HERE = Regex(
    r"负责人(?:\(?签(?:字|名|章)\)?)?:?|[㐀-鿿]{0,4}(?:领导|主任|[院校所局厂站台馆园]长|经理|书记)\(?签(?:字|名|章)\)?:?"
    r"|签(?:字|名):|(?:^|(?<=[\n。!]))[㐀-鿿]{0,4}(?:领导|主任|[院校所局厂站台馆园]长|经理|书记):"
)
"""What announces the signature below an opinion."""
_VERDICT = Regex(r"同意|推荐|上报|申报|属实|真实|符合|合格|初定|认定")


def review_form(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context) -> Mapping[str, Value]:
    """Fields of the form that are not a word behind a label."""
    values: dict[str, Value] = held_since(labelled, context.title_pattern) or title_and_date(labelled)
    for name in ("education", "degree"):
        if name in labelled and isinstance(read := labelled[name].value, str):
            values[name] = replace(labelled[name], value=_DATED_BRACKETS.sub("", read) or read)
    values |= employer_and_nature(labelled) | highest_studies(draft.layouts)
    if "current_title" not in labelled:
        values |= title_held(draft.layouts, context.title_pattern)
    if signing := [*signing_places(draft.layouts), *found.get("applicant_signature", ())]:
        values["applicant_signature"] = _first_signed(signing)
    opinion = _opinion(_of_whole_unit(found.get("unit_opinion", ()))) or _opinion(below_unit(draft))
    asked = found.get("superior_opinion", ())
    apart = [one for one in asked if opinion is None or one[1].label_spot.box != opinion[1].label_spot.box]
    superior = _opinion(apart or asked or below_authority(draft))
    if opinion is not None:
        layout, candidate = opinion
        above = superior[1].place if superior is not None and superior[0] is layout else None
        values |= _read_opinion(layout, candidate, draft, above if above != candidate.place else None)
        values |= _signed_by(found.get("unit_signed", ()), layout, candidate)
    if superior is not None and (opinion is None or superior[1].place != opinion[1].place):
        beside = opinion[1].place if opinion is not None and opinion[0] is superior[0] else None
        values |= {f"superior_{name}": value for name, value in _superior(*superior, beside).items()}
    elif "superior_opinion" in labelled and superior is not None:
        values["superior_opinion"] = values.get("unit_opinion", labelled["superior_opinion"])
    for name in ("unit_opinion", "superior_opinion"):
        if name not in values and name in labelled and _is_head(str(labelled[name].value)):
            values[name] = replace(labelled[name], value=None, confidence=0.0, reason="ambiguous")
    return values


WITH_ITS_YEAR = Regex(r"(?P<v>[㐀-鿿]{2,14})[（(][^()（）]*(?:19|20)\d\d年[^()（）]*[，,][^()（）]*[)）]")
"""What somebody holds, with when and what else in brackets: 硕士研究生（2006年，采矿工程）."""


def title_and_date(labelled: Mapping[str, Value]) -> dict[str, Value]:
    """现任专业技术职务及取得时间 holds both: 工程师 2017年11月."""
    title, since = labelled.get("current_title"), labelled.get("current_title_date")
    if title is None or not isinstance(title.value, str):
        return {}
    if told := WITH_ITS_YEAR.fullmatch(title.value):
        values = {"current_title": replace(title, value=told["v"])}
        day = _MONTH.search(title.value)
        if day is not None and (since is None or not since.known):
            values["current_title_date"] = replace(title, value=f"{day['y']}-{int(day['m']):02d}")
        return values
    month = _MONTH.search(title.value)
    if month is not None:
        iso, start, end = f"{month['y']}-{int(month['m']):02d}", *month.span()
    elif dates := find_dates(title.value):
        iso, start, end = dates[0]
    else:
        return {}
    around = title.value[:start] + re.sub(r"^(?:取得|评定|评审|聘任|任职|起)+", "", title.value[end:])
    bare = (_EMPTY_BRACKETS.split(around)[0] or around).strip("，,;；、/()（） ")
    values = {"current_title": replace(title, value=bare or None)}
    if since is None or not since.known:
        values["current_title_date"] = replace(title, value=iso[:7])
    return values


def _first_signed(candidates: Sequence[tuple[Layout, Candidate]]) -> Value:
    readings = [signed(candidate, layout.page) for layout, candidate in candidates]
    return next((value for value in readings if value.value is True), readings[0])


def _of_whole_unit(candidates: Sequence[tuple[Layout, Candidate]]) -> Sequence[tuple[Layout, Candidate]]:
    """The places without those of a college, a branch or an authority, where the unit has a place of its own.

    A label without words or room of its own heads a list, and is no place.
    """
    own = [one for one in candidates if not _OF_PART_OR_ABOVE.fullmatch(one[1].label)]
    said = any(one.flow is not None and not _is_head(one.flow.prose.text) for _, one in own)
    roomy = any(one.flow is None and one.place.height > _ROOM * one.label_spot.box.height for _, one in own)
    return own if said or roomy else candidates


def _opinion(candidates: Sequence[tuple[Layout, Candidate]]) -> tuple[Layout, Candidate] | None:
    """The place with the most room or words: the label also heads lists and instructions.

    A place that holds the head of another opinion alone is that one's, not this one's.
    """
    own = [(layout, one) for layout, one in candidates if one.flow is None or not _is_head(one.flow.prose.text)]
    if not own:
        return None
    return max(own, key=lambda found: (len(found[1].flow.text) if found[1].flow else 0, found[1].place.area))


def _is_head(text: str) -> bool:
    return bool(_HEAD.fullmatch(text))


def _read_opinion(layout: Layout, candidate: Candidate, draft: Draft, superior: Box | None = None) -> dict[str, Value]:
    """What stands in the unit's place; `superior` is the place of the superior's opinion on the same page."""
    place = candidate.place
    values = {f"unit_{name}": value for name, value in sealed(draft.layouts, place, layout.page, superior).items()}
    if candidate.flow is None:
        return {**values, "unit_opinion": _nothing(layout, candidate)}
    body = _body(candidate.flow)
    written = body.spot()
    if not _says_something(body):
        values["unit_opinion"] = _nothing(layout, candidate)
    elif written is not None:
        values["unit_opinion"] = valued(normalise(re.sub(r"\s", "", body.text)), written)
    date = _last_date(candidate.flow) or day_below(layout, candidate)
    if date is not None:
        values["opinion_date"] = date
    return values


def _body(flow: Flow) -> Flow:
    """The opinion without the lines that sign it."""
    label = _LABELLED.match(flow.text)
    flow = flow.part(label.end(), len(flow.text)) if label else flow
    end = len(flow.text)
    for match in re.finditer(r"[^\n]+", flow.text):
        row = re.sub(r"\s", "", match.group())
        dates = find_dates(row)
        only_date = len(dates) == 1 and len(row) - (dates[0][2] - dates[0][1]) <= 2
        if _SIGN_OFF.match(row) or only_date or org_name(match.group().split("\t")[0].strip()):
            end = match.start()
            break
    first = _SIGN_OFF.search(flow.text, max(0, 1))
    if first is not None and first.start() < end and flow.text[: first.start()].rstrip().endswith(("。", ".", "!")):
        end = first.start()
    said = [match.end() for match in _ENDS_A_SENTENCE.finditer(flow.text, 0, end)]
    if said and not _VERDICT.search(flow.text, said[-1], end):
        end = said[-1]
    return flow.part(0, end)


def _says_something(body: Flow) -> bool:
    """Whether any row is more than the printed places for signature, seal and date, and the unit's name."""
    rows = [row.prose.text for row in body.rows()]
    if len(body.prose.text) < _SHORT and not _VERDICT.search(body.prose.text):
        return False
    return any(
        re.search(r"[㐀-鿿]{2}", re.sub(r"[年月日]", "", row)) and not _SIGN_OFF.match(row) and org_name(row) is None
        for row in rows
    )


def _last_date(flow: Flow) -> Value | None:
    for part in (flow.prose, flow):
        dates = [one for one in find_dates(part.text) if not _GOES_ON.match(part.text, one[2])]
        spot = part.spot(*dates[-1][1:]) if dates else None
        if spot is not None:
            return valued(dates[-1][0], spot)
    return None


def _signed_by(candidates: Sequence[tuple[Layout, Candidate]], layout: Layout, opinion: Candidate) -> dict[str, Value]:
    inside = [
        (page, candidate)
        for page, candidate in candidates
        if page is layout and candidate.label_spot.box.within(opinion.place.grown(6)) > 0.5
    ]
    chosen = inside or list(candidates[:1])
    if not chosen and opinion.flow is not None:
        match = _SIGNS_HERE.search(opinion.flow.text)
        spot = opinion.flow.spot(match.start(), match.end()) if match else None
        if match and spot:
            rest = re.match(r"[^\n]*", opinion.flow.text[match.end() :])
            end = match.end() + (rest.end() if rest else 0)
            box = Box(spot.box.x1, spot.box.y0 - 6, spot.box.x1 + 150, spot.box.y1 + 6)
            part = opinion.flow.part(match.end(), end)
            chosen = [(layout, Candidate("负责人", spot, part if part.prose.text else None, box, 1))]
    return {"unit_signed": _first_signed(chosen)} if chosen else {}


def _superior(layout: Layout, candidate: Candidate, unit: Box | None) -> dict[str, Value]:
    """What stands in the superior's place; `unit` is the place of the unit's opinion on the same page."""
    body = _body(candidate.flow) if candidate.flow is not None else None
    written = body.spot() if body is not None and _says_something(body) else None
    if body is not None and written is not None:
        opinion = valued(normalise(re.sub(r"\s", "", body.text)), written)
    else:
        opinion = _nothing(layout, candidate)
    if opinion.reason == "unreadable":
        return {"opinion": opinion, "signed": opinion}
    signs = _signed_by((), layout, candidate).get("unit_signed")
    if signs is None or signs.value is not True:
        signs = sealed([layout], candidate.place, layout.page, unit)["sealed"]
    return {"opinion": opinion, "signed": signs}


def _nothing(layout: Layout, candidate: Candidate) -> Value:
    """That a place is blank; unreadable where it is a row beside its label while words begin right below that."""
    spot, place = candidate.label_spot, candidate.place
    tall = spot.box.height
    below = place.height < _ROOM * tall and any(
        0 <= line.box.y0 - spot.box.y1 < 1.5 * tall
        and abs(line.box.x0 - spot.box.x0) < 2 * tall
        and _VERDICT.search(line.text)
        and not _is_head(normalise(line.text))
        for line in layout.page.lines
    )
    return unknown("unreadable" if below else "blank", spot.file, spot.page, place)
