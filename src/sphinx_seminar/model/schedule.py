"""The schedule of a course: a pure function of its facts and its sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from .assignment import Assignment, assign
from .compared import compared
from .course import Break, Course
from .instant import Interval, days, next_intervals
from .meeting import Meeting, meetings
from .meeting_kinds import MeetingKinds, kind_of_meeting, meeting_kinds
from .problem import Problem
from .session import Session
from .weeks import Week, WeekCalendar, week_calendar

if TYPE_CHECKING:
    from .label import Label
    from .sections import SectionDate, SectionDates

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session, with its meeting where it has one."""

    session: Session
    meeting: Meeting | None = None
    week: Week | None = None
    number: int | None = None
    """The session's own number, from 1 in order of date; None without a date."""
    next: Interval | None = None
    """When it is *next*; None where it has no date or is cancelled. Where the course has sections
    it begins at no instant: each of *sections* has its own."""
    sections: tuple[SectionDate, ...] = ()
    """The date of each section, where these differ; *meeting* is the first of them."""
    marks: tuple[SectionDate, ...] = ()
    """Where all sections have it at *meeting*: when it is *next* for each of them, if that differs,
    as what was before it has other dates."""


@dataclass(frozen=True, slots=True)
class MovedRow:
    """The struck row that a moved session leaves behind."""

    session: Session
    meeting: Meeting
    week: Week | None
    moved_to: Meeting | None
    """None where the new date is not known yet."""
    sections: tuple[SectionDate, ...] = ()
    """Those that had the session then, where not all of the course's had it at *meeting*."""


@dataclass(frozen=True, slots=True)
class BreakRow:
    """A break, at its first day."""

    break_: Break
    week: Week | None
    goes_on: bool = False
    """Whether it is the part in a later week of a break that has a row at its first day."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A meeting without a session yet."""

    meeting: Meeting
    week: Week | None
    sections: tuple[SectionDate, ...] = ()
    """The meeting of each section, where these differ; *meeting* is the first of them."""


Row = SessionRow | MovedRow | BreakRow | OpenRow


@dataclass(frozen=True)
class Schedule:
    """What happens when, in order."""

    rows: tuple[Row, ...] = ()
    term: Interval | None = None
    """All of the term's days, stretched to the last session's where that is later."""
    problems: tuple[Problem, ...] = field(default=())
    calendar: WeekCalendar | None = field(default=None, compare=False)
    """None where the dates of the course are not known."""
    labels: Mapping[str, tuple[Label, ...]] = field(default_factory=dict)
    """The kinds that readers see at a session, by its id."""

    @cached_property
    def by_session(self) -> Mapping[str, SessionRow]:
        """The row of each session, by the session's id."""
        return {row.session.id: row for row in self.rows if isinstance(row, SessionRow)}

    def start_of_week(self, number: int) -> date | None:
        """The first day of the week that has a number; None where none has it."""
        return self.calendar.start_of(number) if self.calendar else None


def build_schedule(course: Course, sessions: Sequence[Session]) -> Schedule:
    """The schedule of *course* with *sessions* in document order; their ids differ.

    Where the dates of the course are not known, only pinned sessions have one, and no week or
    session is marked: a page without dates is better than one with wrong dates.
    """
    if not course.dates_known:
        course = replace(course, term=None, zone=None, breaks=(), sections=())
    term, zone = course.term, course.zone
    all_meetings = (
        meetings(course.patterns, term.start, term.end, course.weeks.first_day) if term else ()
    )
    expected = term is not None and any(pattern.holds_sessions for pattern in course.patterns)
    kinds = meeting_kinds(course.patterns)
    fixed: WeekCalendar | None = None
    if course.dates_known and [session for session in sessions if session.fixed]:
        pinned = [session.pinned for session in sessions if session.pinned]
        fixed = week_calendar(all_meetings, course.breaks, course.weeks, zone, pinned)
    sections: SectionDates | None = None
    if course.sections:
        from .sections import assign_sections  # few courses have some

        sections = assign_sections(course, sessions, fixed)
        assignment, dates = sections.assignment, sorted(sections.days)
    else:
        assignment = assign(
            sessions, all_meetings, course.breaks, term, expected=expected, kinds=kinds, weeks=fixed
        )
        dates = sorted({meeting.day for meeting in assignment.meetings.values()})
    calendar: WeekCalendar | None = None
    if course.dates_known:
        calendar = week_calendar(all_meetings, course.breaks, course.weeks, zone, dates)
    rows = _rows(course, sessions, assignment, calendar)
    if sections:
        rows = tuple(_with_sections(rows, sections))
    span = days(term.start, max([term.end, *dates]), zone) if term and zone else None
    # Without the course's meetings, two sessions of one day only seem to share one.
    problems = assignment.problems if course.dates_known else ()
    has_labels = course.kinds or [session for session in sessions if session.kinds]
    labels = _labels(course, sessions, assignment.meetings, kinds) if has_labels else {}
    return Schedule(rows, span, problems, calendar, labels)


def _rows(
    course: Course,
    sessions: Sequence[Session],
    assignment: Assignment,
    calendar: WeekCalendar | None,
) -> tuple[Row, ...]:
    def week_of(day: date) -> Week | None:
        return calendar.week_of(day) if calendar else None

    held = [
        assignment.meetings[session.id].day
        for session in sessions
        if session.status != "cancelled" and session.id in assignment.meetings
    ]
    marked = next_intervals(sorted(set(held)), course.zone) if course.zone else {}
    # Where some dates are not known, what pinned sessions would count up to is wrong.
    numbers = _numbers(sessions, assignment.meetings) if course.dates_known else {}
    # Breaks come before the sessions of their first day, and open meetings after them. A struck
    # row comes before the session that has its meeting now. What is left over from another term
    # has no row.
    keyed: list[tuple[tuple[date, time, int, int], Row]] = [
        ((break_.start, time.min, 0, index), BreakRow(break_, week_of(break_.start)))
        for index, break_ in enumerate(course.breaks)
        if course.term is None or break_.touches(course.term)
    ]
    keyed += [
        ((*meeting.order, 3, index), OpenRow(meeting, week_of(meeting.day)))
        for index, meeting in enumerate(assignment.free)
    ]
    before = (date.min, time.min)
    for index, session in enumerate(sessions):
        row = SessionRow(session)
        left = assignment.moved_from.get(session.id)
        if meeting := assignment.meetings.get(session.id):
            before = meeting.order
            mark = marked.get(meeting.day) if session.status != "cancelled" else None
            row = SessionRow(session, meeting, week_of(meeting.day), numbers.get(session.id), mark)
        elif session.id in assignment.left_over:
            before = (date.max, time.max)
        elif left:
            before = left.order
        # A session without a date stays behind the one that it follows in its document, or behind
        # the struck row that it leaves.
        keyed.append(((*before, 2, index), row))
        if left:
            struck = MovedRow(session, left, week_of(left.day), meeting)
            keyed.append(((*left.order, 1, index), struck))
    if calendar:
        last = course.term.end if course.term else date.max
        keyed += _later_weeks_of_breaks([row for _key, row in keyed], calendar, last)
    keyed.sort(key=lambda entry: entry[0])
    return tuple(row for _, row in keyed)


def _with_sections(rows: Sequence[Row], found: SectionDates) -> Iterator[Row]:
    """The same rows with the dates of each section."""
    free = iter(found.free)  # in the same order
    for row in rows:
        if isinstance(row, SessionRow):
            dates = found.by_session.get(row.session.id, ())
            ends = [each.next.end for each in dates if each.next and each.next.end]
            until = Interval(None, max(ends)) if ends else None
            if found.is_one(dates):
                marks = {each.next for each in dates}
                one = marks.pop() if len(marks) == 1 else until
                yield replace(row, marks=dates if marks else (), next=one)
            else:
                yield replace(row, sections=dates, next=until)
        elif isinstance(row, MovedRow):
            left = found.moved_from[row.session.id]
            dates = found.by_session.get(row.session.id, ())
            # The other sections have it at meetings of their own.
            to = [each.meeting for each in dates if each.section == left[0].section]
            shown = () if found.is_one(left) else left
            yield replace(row, sections=shown, moved_to=to[0] if to else None)
        elif isinstance(row, OpenRow):
            dates = next(free)
            yield replace(row, sections=() if found.is_one(dates) else dates)
        else:
            yield row


def _later_weeks_of_breaks(
    rows: Sequence[Row], calendar: WeekCalendar, last: date
) -> Iterator[tuple[tuple[date, time, int, int], Row]]:
    """A row for each week with a number, to that of *last*, that a break leaves without any.

    Without it no row would be marked in that week.
    """
    shown = {row.week.start for row in rows if row.week}
    for row in rows:
        if not isinstance(row, BreakRow) or row.week is None:
            continue
        start, end = row.week.start + _WEEK, min(row.break_.end, last)
        while start <= end:
            week = calendar.week_of(start)
            if week.number is not None and start not in shown:
                shown.add(start)
                part = replace(
                    row.break_, start=start, end=min(end, start + _WEEK - timedelta(days=1))
                )
                yield (start, time.min, 0, 0), BreakRow(part, week, goes_on=True)
            start += _WEEK


def _labels(
    course: Course,
    sessions: Sequence[Session],
    given: Mapping[str, Meeting],
    kinds: MeetingKinds,
) -> dict[str, tuple[Label, ...]]:
    """What readers see of the kind of each session.

    They are counted by date. A cancelled one is counted, as it keeps its meeting: what comes after
    it has been announced by its number. Where no session has a date, and none is to have one, their
    order is that of their documents.
    """
    from .label import WrittenKind, count_labels  # many courses have no kinds

    def kinds_of(session: Session) -> tuple[WrittenKind, ...]:
        # A meeting labels its session only where course.yml says something of its kind: where all
        # meet in one way, a word at each session would say nothing.
        if session.kinds:
            return session.kinds
        meeting = given.get(session.id)
        kind = kind_of_meeting(meeting) if meeting else kinds.default
        if kind is None or kind not in stated or kind not in kinds.names:
            return ()
        return (WrittenKind(kinds.names[kind], kinds.names[kind]),)

    stated = frozenset(compared(kind.name) for kind in course.kinds)
    is_dated = bool(given) or bool(kinds.names)
    ordered = sorted(sessions, key=lambda found: _order(given.get(found.id)))
    return count_labels(
        course,
        (
            (
                session.id,
                kinds_of(session),
                course.dates_known and (session.id in given or not is_dated),
            )
            for session in ordered
        ),
    )


def _order(meeting: Meeting | None) -> tuple[date, time]:
    return meeting.order if meeting else (date.max, time.max)


def _numbers(sessions: Sequence[Session], given: Mapping[str, Meeting]) -> dict[str, int]:
    dated = [session for session in sessions if session.id in given]
    dated.sort(key=lambda session: given[session.id].order)
    return {session.id: number for number, session in enumerate(dated, start=1)}
