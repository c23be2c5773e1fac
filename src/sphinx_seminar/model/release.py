"""From when on something is published, as authors write it and as an instant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property

from .course import Course
from .deadline import NotDue, When, due_of, parse_when
from .meeting import meetings
from .weeks import WeekCalendar, week_calendar

_WRITE = "2022-02-04, 2022-02-04 17:00, or a day of the term such as week 5 Fri"
_END_OF_DAY = re.compile(r"\b(?:eod|end\s+of\s+(?:the\s+)?day)\b")
# Where a day begins last (the zone of the ocean around Baker Island): what is to come out at a time
# of which the zone is not known comes out nowhere too early.
_LAST = timezone(timedelta(hours=-12))


@dataclass(frozen=True, slots=True)
class Moment:
    """When something comes out: by the clock of the course's time zone, and as a UTC instant."""

    day: date
    clock: time | None
    """None for the start of the day."""
    instant: datetime


def parse_release(text: str) -> When:
    """The moment that *text* describes: a date, a date and a time, or a day of the term.

    A day without a clock time means its start.

    Raises:
        ValueError: it is not understood; says what to write instead.
    """
    words = " ".join(text.casefold().split())
    if not words:
        raise ValueError(f"is empty; write {_WRITE}")
    if _END_OF_DAY.search(words):
        raise ValueError(f"{text!r} is the end of a day; write 23:59, or the next day alone")
    try:
        when = parse_when(text)
    except ValueError as error:
        message = str(error)
        if "is not understood" in message:
            message = f"{text!r} is not understood; write {_WRITE}"
        raise ValueError(message) from None
    if when.needs_session:
        raise ValueError(f"{text!r} names no day of the term by itself; write {_WRITE}")
    return when


@dataclass(frozen=True)
class Releases:
    """Says of each moment that the pages of a course name when it is.

    Weeks are those of the meetings: no session of a page moves what is withheld there.
    """

    course: Course

    @cached_property
    def _weeks(self) -> WeekCalendar | None:
        course = self.course
        if course.term is None or not course.dates_known:
            return None
        all_meetings = meetings(
            course.patterns, course.term.start, course.term.end, course.weeks.first_day
        )
        return week_calendar(all_meetings, course.breaks, course.weeks, course.zone, ())

    def start_of_week(self, number: int) -> date | None:
        """The first day of the week that has a number; None where none has it."""
        return self._weeks.start_of(number) if self._weeks else None

    def moment(self, when: When) -> Moment:
        """The moment that an author describes. Raises `NotDue` where it is not known."""
        if when.day is None and not self.course.dates_known:
            raise NotDue("the dates of the course are not known")
        at_start = replace(when, clock=when.clock or time())
        due = due_of(at_start, self.course, None, self.start_of_week)
        instant = due.instant
        if instant is None:
            instant = datetime.combine(due.day, due.clock, _LAST).astimezone(UTC)
        return Moment(due.day, when.clock, instant)

    def is_out(self, when: When | None, now: datetime) -> bool:
        """Whether the moment has come; what cannot be read, or is not known, is withheld."""
        if when is None:
            return False
        try:
            return self.moment(when).instant <= now
        except NotDue:
            return False
