"""The ways a case puts something about an application otherwise: one inline table each in `cases.toml`.

Before the papers are made, on what they all agree on:
  {world = "title", to = …}                 a word of the world
  {event = 0, end = …, items = […] …}       a publication (`event = "all"`: every one); `days` follows from its dates
Afterwards, on papers of one kind (`paper`; `nth` counts from 0 and means every one where it is left out):
  {drop = "pledge"}                          the paper is not there
  {add = "patent"}                           one more, as its maker makes it; changed by later changes with nth = -1
  {copy = "paper"}                           the first once more, behind it
  {paper = "id_card", fields = {…}, extra = {…}}
  {paper = "diploma", blank = ["major"]}     its place is empty
  {paper = "award", replace = ["recipients", "old", "new"]}   within a text or a list of texts
  {paper = "unit_opinion", seal = "unit", state = "none"}     or text = …, sub_text = …
  {paper = "pledge", sign = "applicant", state = "empty"}
  {paper = "id_card", hand = "odd"}          drawn by another hand; `odd` draws papers that others do not
  {paper = "paper", without = ["index"]}     pages that show nothing but these parts are left out
  {everywhere = "name", to = …, but = ["id_card"]}            a field on every paper that has it
Last, on the file of the first paper of a kind, when it is written:
  {file = "award", as = "encrypted"}         see `spoilt.py`
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import chinese_calendar

from tests.kit.facts.documents import Facts
from tests.kit.facts.world import ITEMS

Change = Mapping[str, Any]
Papers = list[tuple[str, Facts]]


def change_world(who: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The world with the words and publications of the changes that concern it."""
    changed = {**who, "events": [dict(event) for event in who["events"]]}
    for change in changes:
        if "world" in change:
            changed[change["world"]] = change["to"]
        if "event" in change:
            which = change["event"]
            chosen = changed["events"] if which == "all" else [changed["events"][which]]
            for event in chosen:
                event |= {name: value for name, value in change.items() if name != "event"}
    changed["events"] = [_told(event) for event in changed["events"]]
    return changed


def _told(event: dict[str, Any]) -> dict[str, Any]:
    """The words that follow from the event's codes and dates."""
    first, last = (datetime.date.fromisoformat(event[end]) for end in ("start", "end"))
    days = [first + datetime.timedelta(n) for n in range((last - first).days + 1)]
    count = sum(chinese_calendar.is_workday(day) for day in days)
    return {**event, "item_words": [ITEMS[item] for item in event["items"]], "days": event.get("stated", count)}


def change_papers(papers: Papers, changes: Iterable[Change], make: Any) -> Papers:
    """The papers as the changes leave them. `make` makes the papers of one kind, each with its hand.

    KeyError or LookupError where a change means no paper that is there: a case that changes nothing proves nothing.
    """
    for change in changes:
        papers = _changed(list(papers), change, make)
    return papers


def _changed(papers: Papers, change: Change, make: Any) -> Papers:
    if "drop" in change:
        return [papers[at] for at in range(len(papers)) if at not in _places(papers, change["drop"], change)]
    if "add" in change:
        return [*papers, *make(change["add"])[:1]]
    if "copy" in change:
        at = _places(papers, change["copy"], change)[0]
        return [*papers[: at + 1], papers[at], *papers[at + 1 :]]
    if "everywhere" in change:
        return _everywhere(papers, change)
    if "paper" in change:
        for at in _places(papers, change["paper"], change):
            papers[at] = (change.get("hand", papers[at][0]), _otherwise(papers[at][1], change))
    return papers


def _places(papers: Papers, kind: str, change: Change) -> list[int]:
    places = [at for at, (_, facts) in enumerate(papers) if facts.kind == kind]
    if not places:
        raise LookupError(f"no {kind} among the papers")
    return [places[change["nth"]]] if "nth" in change else places


def _everywhere(papers: Papers, change: Change) -> Papers:
    name, but = change["everywhere"], change.get("but", [])
    return [
        (hand, replace(facts, fields={**facts.fields, name: change["to"]}))
        if name in facts.fields and facts.kind not in but
        else (hand, facts)
        for hand, facts in papers
    ]


def _otherwise(facts: Facts, change: Change) -> Facts:
    fields = {**facts.fields, **change.get("fields", {}), **dict.fromkeys(change.get("blank", ()))}
    for name, old, new in [change["replace"]] if "replace" in change else []:
        fields[name] = _replaced(fields[name], old, new)
    extra = {**facts.extra, **change.get("extra", {})}
    if "without" in change:
        extra["left_out"] = change["without"]
    seals, signatures = dict(facts.seals), dict(facts.signatures)
    said = {name: change[name] for name in ("state", "text", "sub_text", "shape", "name") if name in change}
    if "seal" in change:
        seals[change["seal"]] = replace(seals[change["seal"]], **said)
    if "sign" in change:
        signatures[change["sign"]] = replace(signatures[change["sign"]], **said)
    return replace(facts, fields=fields, extra=extra, seals=seals, signatures=signatures)


def _replaced(value: Any, old: Any, new: Any) -> Any:
    if isinstance(value, list):
        return [_replaced(item, old, new) for item in value]
    if isinstance(value, dict):
        return {name: _replaced(item, old, new) for name, item in value.items()}
    return (
        value.replace(old, new) if isinstance(value, str) and isinstance(old, str) else (new if value == old else value)
    )
