"""Deadlines: when something is due, as authors write it and as instants."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .course import Course
from .instant import local_instant
from .meeting import Meeting, week_start
from .notation import parse_date, parse_days, parse_times
from .span import span

_END_OF_DAY = time(23, 59)
_EXAMPLE = "2022-02-04 23:59, 1 hour before class, day before class 23:59, or Friday 23:59"
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "half": 0.5}
_COUNT = r"(?P<count>\d{1,3}(?:\.\d)?|an?|one|two|three|half an)"
_CLASS = r"(?:the\s+)?(?:class|session|lecture|meeting)"
_STARTS = re.compile(
    rf"(?:(?:at|before|by)\s+)?(?:the\s+)?(?:start\s+of\s+)?{_CLASS}(?:\s+starts)?"
)
_ENDS = re.compile(
    rf"(?:(?:at|before|by)\s+)?(?:(?:the\s+)?end\s+of\s+{_CLASS}|(?:when\s+)?{_CLASS}\s+ends)"
)
_SIDE = rf"(?P<side>before|after)\s+{_CLASS}"
_SPAN = re.compile(rf"{_COUNT}\s*(?P<unit>minutes?|mins?|hours?|hrs?|h)\s+{_SIDE}")
_DAYS_FROM = re.compile(
    rf"(?:(?:by\s+)?(?P<end>(?:the\s+)?end\s+of\s+))?(?:the\s+)?(?:{_COUNT}\s+)?"
    rf"(?P<unit>days?|nights?|weeks?)\s+{_SIDE}(?:[\s,]+(?:at\s+)?(?P<clock>.+))?"
)
_DAY_OF = re.compile(rf"(?:the\s+)?day\s+of\s+{_CLASS}(?:[\s,]+(?:at\s+)?(?P<clock>.+))?")
_WEEK = re.compile(
    r"week\s+(?P<week>\d{1,2})[\s,:]+(?P<day>[a-z]+)\.?(?:[\s,]+(?:at\s+)?(?P<clock>.+))?"
)
_DAY = re.compile(r"(?:on\s+)?(?P<day>[a-z]+)\.?(?:[\s,]+(?:at\s+)?(?P<clock>.+))?")
_ABSOLUTE = re.compile(
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:(?:[\s,T]+)(?:at\s+)?(?P<clock>.+))?", re.I
)


@dataclass(frozen=True, slots=True)
class When:
    """When something is due, as it is written; one of the first four says from where."""

    day: date | None = None
    """A date: pinned."""
    week_day: int | None = None
    """A day of the week, as of `datetime.date.weekday`."""
    before: timedelta | None = None
    """How long before the session starts."""
    after: timedelta | None = None
    """How long after the session ends."""
    days_after: int = 0
    """With none of these: how many days after the day of the session, negative before it."""
    week: int | None = None
    """The number of the week of *week_day*; None for that of the session."""
    clock: time | None = None

    @property
    def needs_session(self) -> bool:
        """Whether it is counted from a session."""
        return self.day is None and self.week is None


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: by the clock of the course's time zone, and as a UTC instant."""

    day: date
    clock: time
    instant: datetime | None
    """None where the time zone is not known."""


class NotDue(ValueError):
    """A deadline has no instant; the message says why."""


def parse_when(text: str) -> When:
    """The moment that *text* describes.

    A day without a clock time means its end, 23:59.

    Raises:
        ValueError: it is not understood; says what to write instead.
    """
    words = " ".join(text.casefold().split()).removesuffix(".")
    if match := _ABSOLUTE.fullmatch(words):
        return When(day=parse_date(match["date"]), clock=_clock(match["clock"]))
    if _STARTS.fullmatch(words):
        return When(before=timedelta())
    if _ENDS.fullmatch(words):
        return When(after=timedelta())
    if match := _SPAN.fullmatch(words):
        unit = "minutes" if match["unit"].startswith("m") else "hours"
        apart = timedelta(**{unit: _count(match["count"])})
        return When(before=apart) if match["side"] == "before" else When(after=apart)
    if match := _DAYS_FROM.fullmatch(words):
        return _days_from(match)
    if match := _DAY_OF.fullmatch(words):
        return When(clock=_clock(match["clock"]))
    if match := _WEEK.fullmatch(words):
        return When(
            week_day=parse_days(match["day"])[0],
            week=int(match["week"]),
            clock=_clock(match["clock"]),
        )
    match = _DAY.fullmatch(words)
    if match and _is_day(match["day"]):
        return When(week_day=parse_days(match["day"])[0], clock=_clock(match["clock"]))
    raise ValueError(f"{text!r} is not understood; write such as {_EXAMPLE}")


def parse_out(text: str) -> When:
    """The day, in place of a moment, on which something is handed out.

    Raises:
        ValueError: it is not understood, or has a time; says what to write instead.
    """
    days = "such as 2022-02-04, Friday, week 5 Fri or day of class"
    try:
        when = parse_when(text)
    except ValueError as error:
        # What may be written for a moment is no advice here.
        message = (
            f"{text!r} is not understood; write {days}" if _EXAMPLE in str(error) else str(error)
        )
        raise ValueError(message) from None
    if when.clock or when.before is not None or when.after is not None:
        raise ValueError(f"{text!r} has a time; write a day, {days}")
    return when


def due_of(
    when: When,
    course: Course,
    meeting: Meeting | None,
    week_of_number: Callable[[int], date | None],
) -> Due:
    """When something is due whose session is held at *meeting*.

    Raises:
        NotDue: it is counted from what has no date or no time yet, or is not there.
    """
    if when.day is not None:
        return _at(when.day, when.clock, course)
    if when.week is not None:
        start = week_of_number(when.week)
        if start is None:
            raise NotDue(f"the term has no week {when.week}")
        return _at(_in_week(start, when, course), when.clock, course)
    if meeting is None:
        raise NotDue("its session has no date")
    if when.week_day is not None:
        start = week_start(meeting.day, course.weeks.first_day)
        return _at(_in_week(start, when, course), when.clock, course)
    if when.before is None and when.after is None:
        return _at(meeting.day + timedelta(days=when.days_after), when.clock, course)
    # Hours are counted in UTC: clocks may change between the two.
    start, end = span(meeting, course.zone or ZoneInfo("UTC"))
    if when.before is not None:
        if start is None:
            raise NotDue("its session has no time")
        return _at_instant(start - when.before, course)
    assert when.after is not None
    if end is None:
        raise NotDue("its session has no end")
    return _at_instant(end + when.after, course)


def _at_instant(instant: datetime, course: Course) -> Due:
    local = instant.astimezone(course.zone or ZoneInfo("UTC"))
    return Due(local.date(), local.time(), instant if course.zone else None)


def _at(day: date, clock: time | None, course: Course) -> Due:
    clock = clock or _END_OF_DAY
    return Due(day, clock, local_instant(day, clock, course.zone) if course.zone else None)


def _in_week(start: date, when: When, course: Course) -> date:
    assert when.week_day is not None
    return start + timedelta(days=(when.week_day - course.weeks.first_day) % 7)


def _days_from(match: re.Match[str]) -> When:
    if match["end"] and match["clock"]:
        raise ValueError(f"{match[0]!r} says two times; write one, such as 23:59")
    days = _count(match["count"]) * (7 if match["unit"].startswith("week") else 1)
    if days != int(days):
        raise ValueError(f"{match[0]!r} is not a number of days; write such as 12 hours")
    sign = -1 if match["side"] == "before" else 1
    return When(days_after=sign * int(days), clock=_clock(match["clock"]))


def _count(text: str | None) -> float:
    word = (text or "one").split()[0]
    return _COUNTS[word] if word in _COUNTS else float(word)


def _clock(text: str | None) -> time | None:
    if not text or text.strip("() ") in {"end of day", "end of the day", "eod"}:
        return None
    text = text.strip()
    if text == "midnight":
        raise ValueError("midnight may be the start or the end of a day; write 00:00 or 23:59")
    try:
        times = parse_times(text)
    except ValueError as error:
        if "start-end" not in str(error):
            raise
        raise ValueError(f"{text!r} is not a time of day; write one, such as 23:59") from None
    if times.end:
        raise ValueError(f"{text!r} has a start and an end; write one time, such as 23:59")
    return times.start


def _is_day(word: str) -> bool:
    try:
        parse_days(word)
    except ValueError:
        return False
    return True
