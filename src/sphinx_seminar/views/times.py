"""Dates and times as nodes: in html with their instants, elsewhere as text."""

from __future__ import annotations

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from docutils import nodes

from ..model.instant import Interval, local_instant, utc_text
from ..model.meeting import Meeting
from ..nodes import element
from .dates import clock_time, short_date, time_range


def date_node(day: date, language: str) -> nodes.Node:
    """``<time datetime="2022-02-14">Mon, Feb 14</time>``."""
    return element("time", {"datetime": day.isoformat()}, nodes.Text(short_date(day, language)))


def time_nodes(meeting: Meeting, clock: Literal[12, 24], zone: ZoneInfo | None) -> list[nodes.Node]:
    """Start and end of a meeting, each with its instant in UTC; nothing where it has no start."""
    if meeting.start is None:
        return []
    first, dash, last = time_range(meeting.start, meeting.end, clock).partition("–")
    shown: list[nodes.Node] = []
    for text, at in ((first, meeting.start), (last, meeting.end)):
        if at is None:
            continue
        instant = (
            utc_text(local_instant(meeting.day, at, zone))
            if zone
            else f"{meeting.day}T{clock_time(at, 24)}"
        )
        shown += [element("time", {"datetime": instant}, nodes.Text(text)), nodes.Text(dash)]
    return shown[: 3 if meeting.end else 1]


def marked_attrs(interval: Interval | None) -> dict[str, str | None]:
    """``data-from`` and ``data-until``: the UTC instants between which something is marked."""
    if interval is None:
        return {}
    return {
        "data-from": utc_text(interval.start) if interval.start else None,
        "data-until": utc_text(interval.end) if interval.end else None,
    }
