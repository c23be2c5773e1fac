"""Dates and times in html, with their instants."""

from __future__ import annotations

from datetime import date, time
from typing import Literal
from zoneinfo import ZoneInfo

from ..markup import Tag, tag
from ..model.instant import Interval, local_instant, utc_text
from ..model.meeting import Meeting
from .dates import long_date, short_date, time_range


def date_tag(day: date, language: str) -> Tag:
    """``<time datetime="2022-02-14">Mon, Feb 14</time>``."""
    return tag("time", {"datetime": day.isoformat()}, short_date(day, language))


def time_tags(meeting: Meeting, clock: Literal[12, 24], zone: ZoneInfo | None) -> list[Tag | str]:
    """Start and end of a meeting, each with its instant in UTC; nothing where it has no start."""
    if meeting.start is None:
        return []
    first, dash, last = time_range(meeting.start, meeting.end, clock).partition("–")
    shown: list[Tag | str] = [_time_tag(first, meeting.day, meeting.start, zone)]
    if meeting.end:
        shown += [dash, _time_tag(last, meeting.day, meeting.end, zone)]
    return shown


def _time_tag(text: str, day: date, at: time, zone: ZoneInfo | None) -> Tag:
    instant = utc_text(local_instant(day, at, zone)) if zone else f"{day}T{at:%H:%M}"
    return tag("time", {"datetime": instant}, text)


def marked_attributes(interval: Interval | None) -> dict[str, object]:
    """``data-from`` and ``data-until``: the UTC instants between which something is marked."""
    if interval is None:
        return {}
    return {
        "data-from": utc_text(interval.start) if interval.start else None,
        "data-until": utc_text(interval.end) if interval.end else None,
    }


def long_date_tag(day: date, language: str) -> Tag:
    """``<time datetime="2022-02-14">Mon, Feb 14, 2022</time>``."""
    return tag("time", {"datetime": day.isoformat()}, long_date(day, language))
