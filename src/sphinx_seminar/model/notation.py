"""Dates, times and days as authors write them.

Every function raises `ValueError` with a message that says what to write instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Names of the days, in the order of `datetime.date.weekday`."""

_DAY_NAMES = {
    spelling: number
    for number, names in enumerate(
        (
            "m mo mon monday",
            "t tu tue tues tuesday",
            "w we wed weds wednesday",
            "r th thu thur thurs thursday",
            "f fr fri friday",
            "sa sat saturday",
            "su sun sunday",
        )
    )
    for spelling in names.split()
}
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?(?:m\.?)?)?", re.ASCII | re.IGNORECASE)
# Blanks are stripped afterward: matched here, a long run of them would cost its length squared.
_RANGE = re.compile(r"[-\u2010-\u2015\u2212]|\bto\b", re.IGNORECASE)
# A date further away than this is a typing error, and the arithmetic of time zones ends at 9999.
_YEARS = range(1970, 2200)
# Nobody teaches at these hours: 1:00 most likely means the afternoon; 01:00 says what it means.
_NIGHT = range(1, 6)


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A time of day, with an end or without, in the course's time zone."""

    start: time
    end: time | None = None
    twelve_hours: bool = False
    """Whether it was written with am or pm; times are shown the way they are written."""


def parse_date(text: str) -> date:
    """The date that *text* names in ISO 8601's extended form; leading zeros may be missing."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a date; write year-month-day, such as 2022-01-24")
    year, month, day = map(int, match.groups())
    if year not in _YEARS:
        raise ValueError(
            f"{text!r}: the year is out of range; write one from {_YEARS[0]} to {_YEARS[-1]}"
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is not in the calendar; check month and day") from None


def is_date(text: str) -> bool:
    """Whether *text* has the form of a date, be it in the calendar or not."""
    return _DATE.fullmatch(text.strip()) is not None


def parse_days(text: str) -> tuple[int, ...]:
    """The days of the week in *text*, such as ``Mon Wed``, ``Tuesdays, Thursdays`` or ``TuTh``.

    Numbers as of `datetime.date.weekday`, in the week's order, each once. ``T`` and ``R`` are
    Tuesday and Thursday, as registrars have it.
    """
    days: set[int] = set()
    for word in re.findall(r"[^\s,;/&+.]+", text):
        found = _day(word) if word.casefold() != "and" else ()
        if found is None:
            raise ValueError(f"{word!r} is not a day; write {' '.join(DAYS)}")
        days.update(found)
    if not days:
        raise ValueError(f"no day is named; write {' '.join(DAYS)}")
    return tuple(sorted(days))


def _day(word: str) -> tuple[int, ...] | None:
    folded = word.casefold()
    for spelling in (folded, folded.removesuffix("s")):
        if spelling in _DAY_NAMES:
            return (_DAY_NAMES[spelling],)
    # Registrars glue days together (TuTh, MWF). Each part starts with a capital letter.
    parts = re.findall(r"[A-Z][a-z]*", word)
    if "".join(parts) == word:
        numbers = [_DAY_NAMES[part.casefold()] for part in parts if part.casefold() in _DAY_NAMES]
        # A day twice in one word is a guess gone wrong: the second T of MTWTF means Thursday.
        if len(set(numbers)) == len(parts):
            return tuple(numbers)
    return None


def parse_times(text: str) -> TimeRange:
    """The start and, if it is there, the end in *text*: ``13:00-16:00``, ``1-2:30pm``, ``9:00``.

    Where one side alone says am or pm, it says so for both, unless the end would then come first.
    """
    parts = _RANGE.split(text)
    parsed = [_time(part.strip()) for part in parts]
    if len(parts) > 2 or None in parsed:
        raise ValueError(f"{text!r} is not a time; write start-end, such as 13:00-16:00")
    (start, start_half), *rest = [part for part in parsed if part is not None]
    says_half = start_half or (rest and rest[0][1])
    if start[0] in _NIGHT and not says_half and not text.lstrip().startswith("0"):
        raise ValueError(
            f"{text!r} is at night; write {start[0] + 12}:{start[1]:02} or add am or pm"
        )
    if not rest:
        return TimeRange(_on_clock(start, start_half, text), None, bool(start_half))
    end, end_half = rest[0]
    first = _on_clock(start, start_half or end_half, text)
    last = _on_clock(end, end_half or start_half, text)
    if not start_half and end_half == "p" and first > last:
        first = _on_clock(start, "a", text)  # 11-1pm starts in the morning
    elif start_half == "a" and not end_half and first > last:
        last = _on_clock(end, "p", text)  # 11am-1 ends in the afternoon
    if last <= first:
        raise ValueError(f"{text!r} ends before it starts; write start-end, such as 13:00-16:00")
    return TimeRange(first, last, bool(start_half or end_half))


def _time(text: str) -> tuple[tuple[int, int], str | None] | None:
    if text.casefold() in {"noon", "midnight"}:
        return (12, 0), "p" if text.casefold() == "noon" else "a"
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, half = match.groups()
    half = half.casefold() if half else None
    if half == "a" and int(hour) > 12:
        return None  # 14:00pm is said twice, 14:00am contradicts itself
    return (int(hour), int(minute or 0)), half


def _on_clock(hour_minute: tuple[int, int], half: str | None, text: str) -> time:
    hour, minute = hour_minute
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        hint = "23:59, or 00:00 of the day after" if hour == 24 else "it such as 13:00"
        raise ValueError(f"{text!r} is not on the clock; write {hint}") from None
