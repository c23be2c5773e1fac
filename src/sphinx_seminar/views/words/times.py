"""Dates and times in html, with their instants."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from ...model.instant import Interval, local_instant, utc_text
from ...model.meeting import Meeting
from ...pages.html import Tag, tag
from .dates import Clock, date_time_pattern, day_text, long_date, range_pattern, time_range_parts
from .filled_pattern import Piece, filled


def date_tag(day: date, language: str, *, has_year: bool = False) -> Tag:
    """``<time datetime="2022-02-14">Mon, Feb 14</time>``."""
    text = day_text(day, language, has_year=has_year)
    return tag("time", {"datetime": day.isoformat()}, text)


def date_range_tags(
    first: date, last: date, language: str, *, has_year: bool = False
) -> list[Piece]:
    """The first day and the last one; a single one where they are the same."""
    tags = [date_tag(day, language, has_year=has_year) for day in (first, last)]
    if first == last:
        return [tags[0]]
    positions = {"0": tags[0], "1": tags[1]}
    return filled(range_pattern(language), **positions)


def time_tags(meeting: Meeting, clock: Clock, zone: ZoneInfo | None, language: str) -> list[Piece]:
    """Start and end of a meeting, each with its instant in UTC; nothing where it has no start."""
    if meeting.start is None:
        return []
    first, dash, last = time_range_parts(meeting.start, meeting.end, clock, language)
    shown: list[Piece] = [_time_tag(first, meeting.day, meeting.start, zone)]
    if meeting.end:
        shown += [dash, _time_tag(last, meeting.day, meeting.end, zone)]
    return shown


def meeting_tags(
    meeting: Meeting, clock: Clock, zone: ZoneInfo | None, language: str
) -> list[Piece]:
    """Date and times of a meeting in one line."""
    day = date_tag(meeting.day, language)
    times = time_tags(meeting, clock, zone, language)
    if not times:
        return [day]
    pieces: dict[str, Tag | list[Piece]] = {"0": times, "1": day}
    return filled(date_time_pattern(language), **pieces)


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


_NOW = tag("seminar-now")


def now_tag() -> Tag:
    """What the script looks for: it marks the element around it as soon as it is parsed.

    It comes first in what it marks, as a page may be painted while a row of it has half arrived;
    once more behind a word of which it says whether it is shown.
    """
    return _NOW


def long_date_tag(day: date, language: str) -> Tag:
    """``<time datetime="2022-02-14">Mon, Feb 14, 2022</time>``."""
    return tag("time", {"datetime": day.isoformat()}, long_date(day, language))
