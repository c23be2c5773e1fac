"""Dates and times in the language of the site, by Babel."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location

from ..model.meeting import Meeting


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for a language of Sphinx; English where Babel knows none."""
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def short_date(day: date, language: str) -> str:
    """Day of the week, day and month: ``Mon, Feb 14``."""
    return _by_skeleton("MMMEd", day, locale_of(language)).replace("\u202f", " ")


def long_date(day: date, language: str) -> str:
    """Day of the week and date with the year: ``Mon, Feb 14, 2022``."""
    return _by_skeleton("yMMMEd", day, locale_of(language)).replace("\u202f", " ")


def _by_skeleton(skeleton: str, day: date, locale: Locale) -> str:
    try:
        return format_skeleton(skeleton, datetime.combine(day, time()), locale=locale)
    except KeyError:
        return format_date(day, "medium", locale=locale)


def clock_time(at: time, clock: Literal[12, 24]) -> str:
    """``13:00``, or ``1:00 pm`` where the author writes times so."""
    if clock == 24:
        return format_time(at, "HH:mm", locale="en")
    return f"{at.hour % 12 or 12}:{at.minute:02} {'pm' if at.hour >= 12 else 'am'}"


def time_range(start: time, end: time | None, clock: Literal[12, 24]) -> str:
    """``13:00–16:00``; half of the day is named once where both times are in it."""
    first = clock_time(start, clock)
    if end is None:
        return first
    if clock == 12 and (start.hour >= 12) == (end.hour >= 12):
        first = first[:-3]
    return f"{first}–{clock_time(end, clock)}"


def meeting_text(meeting: Meeting, language: str, clock: Literal[12, 24]) -> str:
    """Date and times of a meeting in one line."""
    text = short_date(meeting.day, language)
    if meeting.start:
        text += f", {time_range(meeting.start, meeting.end, clock)}"
    return text


@cache
def zone_name(zone: ZoneInfo, language: str) -> str:
    """The place that a time zone is called by: ``Los Angeles``."""
    return get_timezone_location(zone, locale=locale_of(language), return_city=True)


def day_names(days: tuple[int, ...], language: str) -> str:
    """Days of the week in full, as of `datetime.date.weekday`: ``Tuesday, Thursday``."""
    names = locale_of(language).days["stand-alone"]["wide"]
    return ", ".join(names[day] for day in days)
