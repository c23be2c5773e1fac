"""Dates and times in the language of the site, by Babel.

Digits are those of ASCII in every language, as Babel writes dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location

from ...locale import _
from ...model.meeting import Meeting

Clock = Literal[12, 24]

_ANY_DAY = date(2000, 1, 1)
# Narrow blanks of several kinds, which some fonts do not have.
_BLANKS = str.maketrans(dict.fromkeys("\u2009\u202f", " "))


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for a language of Sphinx; English where Babel knows none."""
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def short_date(day: date, language: str) -> str:
    """Day of the week, day and month: ``Mon, Feb 14``."""
    return _by_skeleton("MMMEd", day, locale_of(language))


def long_date(day: date, language: str) -> str:
    """Day of the week and date with the year: ``Mon, Feb 14, 2022``."""
    return _by_skeleton("yMMMEd", day, locale_of(language))


def day_text(day: date, language: str, *, has_year: bool) -> str:
    """The long date where a day needs its year, else the short one."""
    return long_date(day, language) if has_year else short_date(day, language)


# A session's page and every schedule show the same days.
@lru_cache(maxsize=4096)
def _by_skeleton(skeleton: str, day: date, locale: Locale) -> str:
    try:
        text = format_skeleton(skeleton, datetime.combine(day, time()), locale=locale)
    except KeyError:
        text = format_date(day, "medium", locale=locale)
    return text.translate(_BLANKS)


@cache
def range_pattern(language: str) -> str:
    """How a first and a last day are joined: ``{0} – {1}``."""
    pattern = locale_of(language).interval_formats.get(None, "{0} – {1}")
    return str(pattern).translate(_BLANKS)


def date_range(first: str, last: str, language: str) -> str:
    """``Mon, Feb 14 – Fri, Feb 18``, of two dates in words."""
    return range_pattern(language).format(first, last)


@cache
def date_time_pattern(language: str) -> str:
    """How a day, ``{1}``, and a time, ``{0}``, are joined: ``{1}, {0}``."""
    return str(locale_of(language).datetime_formats["medium"])


def with_time(day: str, times: str, language: str) -> str:
    """``Mon, Feb 14, 13:00``, of a day and a time in words."""
    return date_time_pattern(language).format(times, day)


@cache
def _time_patterns(language: str) -> tuple[str, str]:
    """The patterns of a time by 24 hours, and of one with am or pm where the language has it."""
    locale = locale_of(language)
    by_24 = _skeleton(locale, "Hm", "HH:mm")
    usual = re.sub("'[^']*'", "", locale.time_formats["short"].pattern)
    return by_24, _skeleton(locale, "hm", "h:mm a") if re.search("[abB]", usual) else by_24


def _skeleton(locale: Locale, skeleton: str, fallback: str) -> str:
    found = locale.datetime_skeletons.get(skeleton)
    return found.pattern if found else fallback


@cache
def _clock_text(at: time, pattern: str, language: str) -> str:
    moment = datetime.combine(_ANY_DAY, at)
    locale = locale_of(language)
    text: str = format_time(moment, pattern, locale=locale).translate(_BLANKS)
    # As authors write it; Babel's is PM.
    return text.lower() if locale.language == "en" else text


def clock_time(at: time, clock: Clock, language: str) -> str:
    """``13:00``; ``1:00 pm`` where the author writes times so and the language does too."""
    by_24, by_12 = _time_patterns(language)
    return _clock_text(at, by_12 if clock == 12 else by_24, language)


@cache
def time_range_parts(
    start: time, end: time | None, clock: Clock, language: str
) -> tuple[str, str, str]:
    """Start, dash and end; half of the day is named once where both times are in it."""
    if end is None:
        return clock_time(start, clock, language), "", ""
    by_24, by_12 = _time_patterns(language)
    first = last = by_12 if clock == 12 else by_24
    if clock == 12 and (start.hour >= 12) == (end.hour >= 12):
        first = re.sub(r"\s*[abB]+$", "", first)
        if first == last:
            last = re.sub(r"^[abB]+\s*", "", last)
    dash = range_pattern(language).format("", "").strip()
    return _clock_text(start, first, language), dash, _clock_text(end, last, language)


def time_range(start: time, end: time | None, clock: Clock, language: str) -> str:
    """``13:00–16:00``, or ``1:00–4:00 pm``."""
    return "".join(time_range_parts(start, end, clock, language))


def meeting_text(meeting: Meeting, language: str, clock: Clock, *, has_year: bool = False) -> str:
    """Date and times of a meeting in one line."""
    day = day_text(meeting.day, language, has_year=has_year)
    if meeting.start is None:
        return day
    return with_time(day, time_range(meeting.start, meeting.end, clock, language), language)


@cache
def zone_name(zone: ZoneInfo, language: str) -> str:
    """The city that a time zone is called by: ``Los Angeles``."""
    return get_timezone_location(zone, locale=locale_of(language), return_city=True)


def day_names(days: Iterable[int], language: str) -> str:
    """Days of the week in full, as of `datetime.date.weekday`: ``Tuesday, Thursday``."""
    names = locale_of(language).days["stand-alone"]["wide"]
    # For translators: between the items of a list
    return _(", ").join(names[day] for day in days)
