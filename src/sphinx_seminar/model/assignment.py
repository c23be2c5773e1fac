"""Which session takes which meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from .course import Break, Term
from .meeting import Meeting
from .notation import TimeRange
from .pinned_day import odd_day
from .problem import OTHER_TERM, Problem
from .session import Session


@dataclass(frozen=True, slots=True)
class Assignment:
    """Meetings given to sessions."""

    meetings: dict[str, Meeting]
    """By the session's id; a session without a date has none."""
    moved_from: dict[str, Meeting]
    """The meeting that a moved session leaves, by the session's id."""
    free: tuple[Meeting, ...]
    """Meetings that no break covers and no session has taken."""
    left_over: frozenset[str]
    """The ids of sessions that need a meeting where none is left."""
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Dates:
    """The meetings of a term while they are being given away."""

    term: Term | None
    open: list[Meeting]
    """Those that no break covers."""
    by_day: dict[date, list[Meeting]]
    """All of them, breaks or not."""
    breaks: tuple[Break, ...] = ()
    given: dict[str, Meeting] = field(default_factory=dict)
    left: dict[str, Meeting] = field(default_factory=dict)
    taken: dict[tuple[date, time | None], Session] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    """The ids of moved sessions whose old meeting would else go to the next one."""
    left_over: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, session: Session, meeting: Meeting) -> None:
        self.taken[meeting.key] = session
        self.given[session.id] = _as_held(session, meeting)

    def report(self, session: Session, message: str, cause: str) -> None:
        text = f"session {session.title!r}: {message}"
        self.problems.append(Problem("date", text, session.source, cause))


def assign(
    sessions: Sequence[Session],
    meetings: Iterable[Meeting],
    breaks: tuple[Break, ...],
    term: Term | None,
    *,
    expected: bool,
) -> Assignment:
    """Give *meetings* (in order) to *sessions* (in document order).

    A pinned session has its date whatever the pattern says. A moved one keeps the meeting that it
    leaves, so that nothing reflows; until it has a ``:date:`` it has none. Every other dated
    session takes the next meeting that is left and that no break covers. That none is left is a
    problem where meetings are *expected*; a course that states none has sessions without dates.
    """
    by_day: dict[date, list[Meeting]] = {}
    for meeting in meetings:
        by_day.setdefault(meeting.day, []).append(meeting)
    open_ = [
        meeting
        for day, on_day in by_day.items()
        if not any(day in break_ for break_ in breaks)
        for meeting in on_day
    ]
    dates = _Dates(term, open_, by_day, breaks)
    # Those that name their time come first, so that none of the others sits on the meeting meant.
    for session in sorted(sessions, key=lambda session: session.times is None):
        if session.pinned and not session.undated:
            _pin(session, session.pinned, dates)
    for session in sessions:
        if session.moved_from:
            _leave(session, session.moved_from, dates)
    _fill(sessions, dates, expected)
    free = tuple(meeting for meeting in dates.open if meeting.key not in dates.taken)
    return Assignment(
        dates.given, dates.left, free, frozenset(dates.left_over), tuple(dates.problems)
    )


def _pin(session: Session, day: date, dates: _Dates) -> None:
    if dates.term and day not in dates.term:
        dates.report(
            session,
            f"':date: {day}' is outside the term ({dates.term.start} to {dates.term.end}); "
            "write a date within it, or correct start and end in course.yml",
            OTHER_TERM,
        )
    elif odd := odd_day(session, day, sorted(dates.by_day), dates.breaks):
        dates.problems.append(odd)
    on_day = dates.by_day.get(day, [])
    if session.times:
        times = session.times
        candidates = [meeting for meeting in on_day if meeting.start == times.start]
        candidates = candidates or [meeting for meeting in on_day if _overlap(meeting, times)]
    else:
        candidates = on_day
    # A date off the pattern is a meeting of its own; so is a time beside those of a meeting's day.
    candidates = candidates or [_as_held(session, Meeting(day))]
    for meeting in candidates:
        if meeting.key not in dates.taken:
            dates.take(session, meeting)
            return
    other = dates.taken[candidates[-1].key]
    dates.report(
        session,
        f"':date: {day}' is taken by session {other.title!r} ({other.source}); "
        "pin one of the two to another date, or give one a ':time:' of its own",
        "do the same sessions stand twice?",
    )
    dates.given[session.id] = _as_held(session, candidates[-1])


def _overlap(meeting: Meeting, times: TimeRange) -> bool:
    """Whether both cannot be held: then *times* are those of the meeting, changed."""
    if meeting.start is None:
        return True
    if meeting.start <= times.start:
        return meeting.end is not None and times.start < meeting.end
    return times.end is not None and meeting.start < times.end


def _leave(session: Session, day: date, dates: _Dates) -> None:
    on_day = dates.by_day.get(day, [])
    if not on_day and dates.by_day:
        dates.report(
            session,
            f"':moved-from: {day}' is not a day on which the course meets; "
            "write the date that the session had before",
            OTHER_TERM if dates.term and day not in dates.term else "",
        )
    meeting = next(
        (meeting for meeting in on_day if meeting.key not in dates.taken),
        on_day[0] if on_day else Meeting(day),
    )
    dates.left[session.id] = meeting
    if meeting in dates.open and meeting.key not in dates.taken:
        dates.kept.add(session.id)
    dates.taken.setdefault(meeting.key, session)


def _fill(sessions: Sequence[Session], dates: _Dates, expected: bool) -> None:
    untaken = [meeting for meeting in dates.open if meeting.key not in dates.taken]
    flowing = [
        session
        for session in sessions
        if not (session.pinned or session.undated or session.id in dates.kept)
    ]
    for session, meeting in zip(flowing, untaken, strict=False):
        dates.take(session, meeting)
    if not expected:
        return
    for session in flowing[len(untaken) :]:
        dates.left_over.add(session.id)
        dates.report(
            session,
            f"no meeting is left for it: {len(flowing)} sessions need one and {len(untaken)} "
            "are free; end the term later, take out a break, or write ':date: none'",
            "the term has too few meetings for them",
        )


def _as_held(session: Session, meeting: Meeting) -> Meeting:
    """*meeting* with the time and room that the session states itself."""
    if session.times:
        meeting = replace(meeting, start=session.times.start, end=session.times.end)
    return replace(meeting, where=session.where) if session.where else meeting
