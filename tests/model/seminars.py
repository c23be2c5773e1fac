"""Small courses and sessions for tests of the model, and a schedule as lines to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sphinx_seminar.model.course import Break, Course, Term, WeekCount
from sphinx_seminar.model.fixed_day import parse_fixed_day
from sphinx_seminar.model.instant import Interval, utc_text
from sphinx_seminar.model.label import WrittenKind, kind_names
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.notation import parse_date, parse_days, parse_times
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import (
    BreakRow,
    MovedRow,
    OpenRow,
    Row,
    Schedule,
    SessionRow,
    build_schedule,
)
from sphinx_seminar.model.session import Session

MONDAY, SUNDAY = 0, 6


def day(text: str) -> date:
    return parse_date(text)


def instant(text: str) -> datetime:
    """A UTC instant, written with its ``Z``."""
    found = datetime.fromisoformat(text)
    assert found.tzinfo == UTC
    return found


def weekly(days: str, times: str | None = "13:00-16:00", **facts: Any) -> MeetingPattern:
    parsed = parse_times(times) if times else None
    return MeetingPattern(
        days=parse_days(days),
        start=parsed.start if parsed else None,
        end=parsed.end if parsed else None,
        **facts,
    )


def on_dates(*dates: str, times: str | None = None) -> MeetingPattern:
    parsed = parse_times(times) if times else None
    return MeetingPattern(
        dates=tuple(map(day, dates)),
        start=parsed.start if parsed else None,
        end=parsed.end if parsed else None,
    )


def pause(first: str, last: str | None = None, title: str = "Break") -> Break:
    return Break(day(first), day(last or first), title)


def course(
    *patterns: MeetingPattern,
    start: str = "2022-01-24",
    end: str = "2022-03-14",
    breaks: Sequence[Break] = (),
    zone: str = "America/Los_Angeles",
    first_day: int = MONDAY,
    count_breaks: bool = True,
    **facts: Any,
) -> Course:
    """A course that meets on Mondays, in eight weeks without a break, unless told otherwise."""
    return Course(
        zone=ZoneInfo(zone),
        term=Term(day(start), day(end)),
        patterns=patterns or (weekly("Mon"),),
        weeks=WeekCount(first_day, count_breaks),
        breaks=tuple(breaks),
        **facts,
    )


def session(title: str, **facts: Any) -> Session:
    """A session with *facts*, its dates and times as an author writes them."""
    for name in ("pinned", "moved_from"):
        if name in facts:
            facts[name] = day(facts[name])
    if "fixed" in facts:
        facts["fixed"] = parse_fixed_day(facts["fixed"])
    if "kind" in facts:
        names = kind_names(facts.pop("kind"))
        facts["kinds"] = tuple(WrittenKind(name, name) for name in names)
    if "times" in facts:
        facts["times"] = parse_times(facts["times"])
    return Session(id=title.lower(), title=title, source=Source("index.md", 10), **facts)


def sessions(titles: str) -> list[Session]:
    """Sessions without any option, their titles apart by blanks."""
    return [session(title) for title in titles.split()]


def outline(schedule: Schedule) -> list[str]:
    """A line a row: its day, and what is there."""
    return [_line(row) for row in schedule.rows]


def _line(row: Row) -> str:
    match row:
        case SessionRow(session, meeting):
            cancelled = " (cancelled)" if session.status == "cancelled" else ""
            return f"{meeting.day if meeting else 'undated'} {session.title}{cancelled}"
        case MovedRow(session, meeting, _, moved_to):
            return f"{meeting.day} {session.title} moved to {moved_to.day if moved_to else 'TBA'}"
        case BreakRow(break_):
            return f"{break_.start} - {break_.title}"
        case OpenRow(meeting):
            return f"{meeting.day} TBA"


def scheduled(of: Course, given: Sequence[Session]) -> list[str]:
    return outline(build_schedule(of, given))


def messages(schedule: Schedule) -> list[str]:
    return [problem.message for problem in schedule.problems]


def beside_odd_days(schedule: Schedule) -> list[str]:
    """The messages, without those of a pinned day without class or on a break."""
    return [
        message
        for message in messages(schedule)
        if "does not meet then" not in message and "is on a break" not in message
    ]


def dates(schedule: Schedule) -> dict[str, str | None]:
    """The day of each session, by its title, in the order of the rows."""
    return {
        row.session.title: str(row.meeting.day) if row.meeting else None
        for row in schedule.rows
        if isinstance(row, SessionRow)
    }


def week_numbers(schedule: Schedule) -> list[int | None]:
    """The week number of each row."""
    return [row.week.number if row.week else None for row in schedule.rows]


def text(interval: Interval | None) -> tuple[str | None, str | None] | None:
    """*interval* as a page carries it."""
    if interval is None:
        return None
    start, end = interval.start, interval.end
    return utc_text(start) if start else None, utc_text(end) if end else None


def hours(interval: Interval) -> float:
    assert interval.start is not None
    assert interval.end is not None
    return (interval.end - interval.start) / timedelta(hours=1)


def marked_next(schedule: Schedule, at: datetime) -> list[str]:
    """The titles of the sessions that are *next* at an instant."""
    return [
        row.session.title
        for row in schedule.rows
        if isinstance(row, SessionRow) and row.next and at in row.next
    ]


def marked_weeks(schedule: Schedule, at: datetime) -> set[date]:
    """The starts of the weeks in the schedule that are *this week* at an instant."""
    weeks = [row.week for row in schedule.rows if row.week]
    return {week.start for week in weeks if week.marked and at in week.marked}


def with_break(of: Course, break_: Break) -> Course:
    return replace(of, breaks=(*of.breaks, break_))
