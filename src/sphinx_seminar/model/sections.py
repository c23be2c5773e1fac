"""Parallel sections of a course: groups that share its sessions, each with meetings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from .assignment import Assignment, assign, overlap
from .course import Course
from .instant import Interval, next_intervals
from .meeting import Meeting, meetings
from .meeting_kinds import MeetingKinds, kind_of_meeting, meeting_kinds
from .problem import Problem
from .session import Session
from .weeks import WeekCalendar


@dataclass(frozen=True, slots=True)
class SectionDate:
    """When a section has a session."""

    section: str
    """Its name, as course.yml has it."""
    meeting: Meeting | None
    """None where it has no date for the session."""
    next: Interval | None = None
    """When the session is the section's *next*; None where it has no date or is cancelled."""


@dataclass(frozen=True)
class SectionDates:
    """The meetings of all sections, given to the sessions that they share."""

    assignment: Assignment
    """Each session with the first of its meetings."""
    by_session: Mapping[str, tuple[SectionDate, ...]]
    """A date for each section, in the order of course.yml; none where no section has one."""
    moved_from: Mapping[str, tuple[SectionDate, ...]]
    """The meetings that a moved session leaves, of the sections that it had them in."""
    free: tuple[tuple[SectionDate, ...], ...]
    """The meetings that no session has taken: the first ones of all sections, and so on."""
    days: frozenset[date]
    """Those on which some section has a session."""
    count: int
    """How many sections the course has."""

    def is_one(self, dates: Sequence[SectionDate]) -> bool:
        """Whether all sections are there, at the same meeting."""
        return len(dates) == self.count and len({each.meeting for each in dates}) == 1


def assign_sections(
    course: Course, sessions: Sequence[Session], weeks: WeekCalendar | None
) -> SectionDates:
    """Give the meetings of each section to *sessions*, in document order, as `assign` does.

    The nth session is at the nth meeting of each section, so a break on a meeting of one moves the
    dates of that section alone. A date that a session states is that of the sections which meet
    then; where none does, it is that of all.
    """
    given = {name: _assignment(name, course, sessions, weeks) for name in course.sections}
    found = given.values()
    marks = {name: _marks(each, sessions, course.zone) for name, each in given.items()}
    by_session = {
        session.id: tuple(
            SectionDate(name, each.meetings.get(session.id), marks[name].get(session.id))
            for name, each in given.items()
        )
        for session in sessions
        if any(session.id in each.meetings for each in found)
    }
    free = _side_by_side({name: each.free for name, each in given.items()})
    left = {
        session.id: tuple(
            SectionDate(name, each.moved_from[session.id])
            for name, each in given.items()
            if session.id in each.moved_from
        )
        for session in sessions
        if session.moved_from
    }
    assignment = Assignment(
        meetings={own_id: _first(dates) for own_id, dates in by_session.items()},
        moved_from={own_id: _first(dates) for own_id, dates in left.items()},
        free=tuple(map(_first, free)),
        left_over=frozenset().union(*(each.left_over for each in found)),
        problems=tuple(told_of_sections({name: each.problems for name, each in given.items()})),
    )
    days_ = frozenset(meeting.day for each in found for meeting in each.meetings.values())
    return SectionDates(assignment, by_session, left, free, days_, len(course.sections))


def _assignment(
    name: str, course: Course, sessions: Sequence[Session], weeks: WeekCalendar | None
) -> Assignment:
    patterns = [pattern for pattern in course.patterns if pattern.section == name]
    kinds, term = meeting_kinds(patterns), course.term
    own = meetings(patterns, term.start, term.end, course.weeks.first_day) if term else ()
    others = [each for each in course.patterns if each.section != name]
    elsewhere = (
        meetings(others, term.start, term.end, course.weeks.first_day) if term and others else ()
    )
    return assign(
        [_of_section(session, own, elsewhere, kinds, weeks) for session in sessions],
        own,
        course.breaks,
        term,
        expected=term is not None and bool(kinds.names),
        kinds=kinds,
        weeks=weeks,
    )


def _of_section(
    session: Session,
    own: Sequence[Meeting],
    elsewhere: Sequence[Meeting],
    kinds: MeetingKinds,
    weeks: WeekCalendar | None,
) -> Session:
    """The session as one section has it: without a date, time and room that are those of others."""
    day = session.moved_from or session.pinned
    if day is None and session.fixed and session.fixed.week is not None and weeks:
        day = weeks.day_of(session.fixed.week, session.fixed.week_day)
    if day is None:
        return session
    if _meets(session, day, own, kinds) or not _meets(session, day, elsewhere, kinds):
        return session
    return replace(
        session,
        pinned=None,
        fixed=None,
        moved_from=None,
        on_break=False,
        times=None,
        where=None,
    )


def _meets(session: Session, day: date, found: Sequence[Meeting], kinds: MeetingKinds) -> bool:
    """Whether one of the meetings is on that day, and may be the one that the session names."""
    on_day = [meeting for meeting in found if meeting.day == day]
    if kinds.stated_by(session):
        on_day = [meeting for meeting in on_day if kinds.fits(session, meeting)]
    times = session.times
    if times and not session.moved_from:  # else they are those of its new date
        on_day = [meeting for meeting in on_day if overlap(meeting, times)]
    return bool(on_day)


def _marks(
    given: Assignment, sessions: Sequence[Session], zone: ZoneInfo | None
) -> dict[str, Interval]:
    """When each session that is held is *next* in a section, by its id."""
    if zone is None:
        return {}
    held = {
        session.id: given.meetings[session.id].day
        for session in sessions
        if session.status != "cancelled" and session.id in given.meetings
    }
    marked = next_intervals(sorted(set(held.values())), zone)
    return {own_id: marked[day] for own_id, day in held.items()}


def _first(dates: Sequence[SectionDate]) -> Meeting:
    return min((each.meeting for each in dates if each.meeting), key=lambda found: found.order)


def _side_by_side(
    free: Mapping[str, Sequence[Meeting]],
) -> tuple[tuple[SectionDate, ...], ...]:
    """The first meetings of all sections, then the second ones, each kind for itself."""
    found: dict[tuple[str | None, int], list[SectionDate]] = {}
    for name, own in free.items():
        count: dict[str | None, int] = {}
        for meeting in own:
            kind = kind_of_meeting(meeting)
            count[kind] = count.get(kind, 0) + 1
            found.setdefault((kind, count[kind]), []).append(SectionDate(name, meeting))
    return tuple(sorted(map(tuple, found.values()), key=lambda dates: _first(dates).order))


def told_of_sections(found: Mapping[str, Sequence[Problem]]) -> Iterator[Problem]:
    """What is wrong in all sections, told once, and what is wrong in some, with their names.

    *found* has what is wrong by the name of each section.
    """
    sections: dict[Problem, list[str]] = {}
    for name, problems in found.items():
        for problem in problems:
            sections.setdefault(problem, []).append(name)
    for problem, names in sections.items():
        if len(names) == len(found):
            yield problem
        else:
            of = ", ".join(map(repr, names))
            yield replace(problem, message=f"section {of}: {problem.message}")
