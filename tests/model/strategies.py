"""Courses, breaks and sessions of every shape, for property tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from sphinx_seminar.model.course import Break, Course, Term, WeekCount
from sphinx_seminar.model.meeting import MeetingPattern, meetings
from sphinx_seminar.model.notation import TimeRange
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.session import Session

# East and west, half hours, both hemispheres, clocks that jump at midnight.
ZONES = (
    "UTC",
    "America/Los_Angeles",
    "America/New_York",
    "America/Santiago",
    "America/Havana",
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Pacific/Honolulu",
    "Pacific/Kiritimati",
)

HOURS = st.sampled_from([None, time(9), time(13), time(16, 30)])


def zones() -> st.SearchStrategy[ZoneInfo]:
    return st.sampled_from(ZONES).map(ZoneInfo)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    start = draw(st.dates(date(2019, 1, 1), date(2028, 12, 31)))
    return Term(start, start + timedelta(days=draw(st.integers(0, 120))))


@st.composite
def patterns(draw: st.DrawFn, term: Term) -> MeetingPattern:
    start = draw(HOURS)
    end = time(start.hour + 2) if start and draw(st.booleans()) else None
    if draw(st.integers(0, 4)) == 0:
        dates = draw(st.lists(st.dates(term.start, term.end), min_size=1, max_size=6))
        return MeetingPattern(dates=tuple(dates), start=start, end=end)
    days = draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))
    every = draw(st.sampled_from([1, 1, 1, 2, 3]))
    holds = draw(st.integers(0, 9)) > 0
    return MeetingPattern(
        days=tuple(sorted(days)), start=start, end=end, every=every, holds_sessions=holds
    )


@st.composite
def breaks(draw: st.DrawFn, term: Term) -> Break:
    first = draw(st.dates(term.start - timedelta(days=10), term.end + timedelta(days=10)))
    return Break(first, first + timedelta(days=draw(st.integers(0, 12))), "Break")


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """A course whose term, time zone and meetings are known."""
    term = draw(terms())
    return Course(
        zone=draw(zones()),
        term=term,
        patterns=tuple(draw(st.lists(patterns(term), min_size=1, max_size=3))),
        weeks=WeekCount(draw(st.sampled_from([0, 6])), draw(st.booleans())),
        breaks=tuple(draw(st.lists(breaks(term), max_size=3))),
    )


@st.composite
def partial_courses(draw: st.DrawFn) -> Course:
    """A course of which some facts may be missing or doubtful."""
    course = draw(courses())
    if draw(st.booleans()):
        course = replace(course, zone=None)
    if draw(st.booleans()):
        course = replace(course, term=None)
    if draw(st.booleans()):
        course = replace(course, patterns=())
    return replace(course, dates_known=draw(st.booleans()))


def plain_sessions(least: int = 0) -> st.SearchStrategy[list[Session]]:
    """Sessions without any option."""
    return st.integers(least, 40).map(
        lambda count: [
            Session(f"s{n}", f"Session {n}", Source("index.md", n)) for n in range(count)
        ]
    )


@st.composite
def sessions(draw: st.DrawFn, course: Course) -> list[Session]:
    """Sessions with any options, sensible together or not."""
    term = course.term or Term(date(2022, 1, 24), date(2022, 5, 13))
    near = st.dates(term.start - timedelta(days=20), term.end + timedelta(days=20))
    if on_pattern := meetings(course.patterns, term.start, term.end, course.weeks.first_day):
        near |= st.sampled_from([meeting.day for meeting in on_pattern])
    rarely = st.integers(0, 3).map(lambda number: number == 0)
    found = []
    for plain in draw(plain_sessions())[:14]:
        start = draw(HOURS) if draw(rarely) else None
        found.append(
            replace(
                plain,
                pinned=draw(near) if draw(rarely) else None,
                undated=draw(rarely),
                times=TimeRange(start, time(start.hour + 1)) if start else None,
                status="cancelled" if draw(rarely) else "held",
                moved_from=draw(near) if draw(rarely) else None,
            )
        )
    return found


@st.composite
def courses_with_sessions(draw: st.DrawFn) -> tuple[Course, list[Session]]:
    course = draw(courses())
    return course, draw(sessions(course))
