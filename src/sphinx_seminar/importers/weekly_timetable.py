"""The week of a course in just-the-class, as its ``_data/schedule.yml`` has it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from ..model.notation import DAYS, parse_days
from .findings import Findings
from .meetings import NewMeetings
from .plain_time import plain_time
from .table import SourcePage
from .yaml_cell import YamlCells
from .yaml_nodes import items, pairs, text_of


def read_week(root: yaml.Node | None, cells: YamlCells, findings: Findings) -> SourcePage | None:
    """The meetings of the week; None where the file has none."""
    named = {text_of(key): (key, value) for key, value in pairs(root)}
    weeks = [value for _, value in named.values() if _has_events(value)]
    if _has_events(root):
        assert root is not None
        weeks, named = [root], {}
    if not weeks:
        return None
    meetings: dict[NewMeetings, list[int]] = {}
    for week in weeks:
        for day, one in _events(week, cells, findings):
            meetings.setdefault(one, []).append(day)
    for key, value in named.values():
        if value in weeks:
            findings.readings.append(f"{cells.place(key)}: {text_of(key)} is of the week")
        else:
            cells.leave_out(value, f"{text_of(key)}, which is not known")
    found = tuple(
        NewMeetings(
            " ".join(DAYS[day] for day in sorted({*days})), (), one.time, one.where, one.kind
        )
        for one, days in meetings.items()
    )
    return SourcePage(meetings=found)


def _has_events(node: yaml.Node | None) -> bool:
    keys = {text_of(key): value for key, value in pairs(node)}
    days = [*items(keys.get("schedule"))]
    return any(text_of(key) == "events" for day in days for key, _ in pairs(day))


def _events(
    week: yaml.Node, cells: YamlCells, findings: Findings
) -> Iterator[tuple[int, NewMeetings]]:
    for key, value in pairs(week):
        if text_of(key) == "schedule":
            for day in items(value):
                yield from _of_day(day, cells, findings)
        elif text_of(key) == "timeline":
            text = ", ".join(text_of(item) for item in items(value))
            findings.readings.append(f"{cells.place(key)}: timeline, computed anew: {text}")
        else:
            cells.leave_out(value, f"{text_of(key)}, which is not known")


def _of_day(
    node: yaml.Node, cells: YamlCells, findings: Findings
) -> Iterator[tuple[int, NewMeetings]]:
    facts = {text_of(key): value for key, value in pairs(node)}
    name = text_of(facts.pop("name", None))
    events = facts.pop("events", None)
    for key, value in facts.items():
        cells.leave_out(value, f"{key} of a day of the week")
    findings.readings.append(f"{cells.place(node)}: events of {name}")
    try:
        [day] = parse_days(name)
    except ValueError:
        cells.leave_out(node, "no day of the week")
        return
    if events is not None and not isinstance(events, yaml.SequenceNode):
        cells.leave_out(events, "events, which are no list")
    for event in items(events):
        known = {text_of(key): value for key, value in pairs(event)}
        keys = f"{cells.place(event)}: an event by its {', '.join(known)}"
        kind, start, end, where, style = (
            " ".join(text_of(known.pop(name, None)).split())
            for name in ("name", "start", "end", "location", "class")
        )
        time = f"{start}-{end}" if end else start
        findings.readings.append(f"{keys}: {kind} ({style}), {start}, {end}")
        if not kind or plain_time(time) is None:
            cells.leave_out(event, "an event without a name, or with no time that can be read")
            continue
        for key, value in known.items():
            cells.leave_out(value, f"{key} of an event")
        yield day, NewMeetings("", (), time, where, kind)
