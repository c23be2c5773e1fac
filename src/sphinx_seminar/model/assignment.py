"""Which session takes which meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from .course import Break, Term
from .meeting import Meeting, MeetingKey
from .meeting_kinds import MeetingKinds, kind_of_meeting
from .notation import TimeRange
from .pinned_day import class_text, date_text, odd_day
from .problem import OTHER_TERM, Problem
from .session import Session

if TYPE_CHECKING:
    from .fixed_day import FixedDay
    from .weeks import WeekCalendar


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
    kinds: MeetingKinds = field(default_factory=MeetingKinds)
    weeks: WeekCalendar | None = None
    """None where no session is fixed to a day of a week."""
    given: dict[str, Meeting] = field(default_factory=dict)
    left: dict[str, Meeting] = field(default_factory=dict)
    taken: dict[MeetingKey, Session] = field(default_factory=dict)
    parts: dict[MeetingKey, list[Session]] = field(default_factory=dict)
    """All that are in a meeting, where there is more than one."""
    kept: set[str] = field(default_factory=set)
    """The ids of moved sessions whose old meeting would else go to the next one."""
    left_over: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, session: Session, meeting: Meeting) -> None:
        self.taken[meeting.key] = session
        self.given[session.id] = _as_held(session, meeting)

    def fitting(self, session: Session, day: date) -> list[Meeting]:
        """The meetings of a day that are of the kind that the session takes."""
        return [found for found in self.by_day.get(day, []) if self.kinds.fits(session, found)]

    def others(self, session: Session, day: date) -> list[Meeting]:
        """The other ones of the day; one that names its kind of meetings takes none of these."""
        if self.kinds.stated_by(session):
            return []
        return [found for found in self.by_day.get(day, []) if not self.kinds.fits(session, found)]

    def class_days(self, session: Session) -> list[date]:
        """The days on which the meetings are that the session may take, in order."""
        stated = bool(self.kinds.stated_by(session))
        return sorted(day for day in self.by_day if not stated or bool(self.fitting(session, day)))

    def kind_name(self, session: Session) -> str | None:
        """What course.yml calls the meetings that the session names."""
        return next((self.kinds.names[kind] for kind in self.kinds.stated_by(session)), None)

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
    kinds: MeetingKinds | None = None,
    weeks: WeekCalendar | None = None,
) -> Assignment:
    """Give *meetings* (in order) to *sessions* (in document order).

    Each kind of meetings is given to sessions of its own: a break on a lab moves labs alone. A
    pinned session has its date whatever the pattern says, and so has one that is fixed to a day of
    *weeks*; to a day of the week of the session before, once that has its date. A moved one keeps
    the meeting that it leaves, so that nothing reflows; until it has a ``:date:`` it has none.
    Every other dated session takes the next meeting that is left and that no break covers. That
    none is left is a problem where meetings are *expected*; a course that states none has sessions
    without dates.
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
    dates = _Dates(term, open_, by_day, breaks, kinds or MeetingKinds(), weeks)
    # Those that name their time come first, so that none of the others sits on the meeting meant.
    for session in sorted(sessions, key=lambda session: session.times is None):
        if session.undated:
            continue
        if session.pinned:
            _pin(session, session.pinned, dates)
        elif session.fixed and session.fixed.week is not None and weeks:
            _fix(session, session.fixed, session.fixed.week, weeks, dates)
    for session in sessions:
        if session.moved_from:
            _leave(session, session.moved_from, dates)
    _fill(sessions, dates, expected)
    free = tuple(meeting for meeting in dates.open if meeting.key not in dates.taken)
    return Assignment(
        dates.given, dates.left, free, frozenset(dates.left_over), tuple(dates.problems)
    )


def _fix(session: Session, fixed: FixedDay, week: int, weeks: WeekCalendar, dates: _Dates) -> None:
    """Give a session its day of the week that has a number."""
    day = weeks.day_of(week, fixed.week_day)
    if day:
        _pin(session, day, dates)
        return
    dates.report(
        session,
        f"':date: {fixed.text}': the course has no week {week}, as it has no meetings; "
        "write meetings in course.yml, or a date",
        "weeks are counted from the first meeting",
    )


def _fix_after(session: Session, fixed: FixedDay, before: Session | None, dates: _Dates) -> None:
    """Give a session its day of the week of the last one *before* it that is to have a date."""
    if fixed.week is not None or dates.weeks is None:
        return  # it has its day already, or no date is known
    if before:
        if meeting := dates.given.get(before.id):  # else that it has none is reported already
            _pin(session, dates.weeks.day_in(meeting.day, fixed.week_day), dates)
    else:
        dates.report(
            session,
            f"':date: {fixed.text}' is of the week of the session before, and none with a "
            f"date is there; write its week, such as week 1 {fixed.day_name}, or a date",
            "which week is meant?",
        )


def _pin(session: Session, day: date, dates: _Dates) -> None:
    if dates.term and day not in dates.term:
        dates.report(
            session,
            f"{date_text(session, day)} is outside the term "
            f"({dates.term.start} to {dates.term.end}); write a date within it, "
            "or correct start and end in course.yml",
            OTHER_TERM,
        )
    elif odd := odd_day(
        session, day, dates.class_days(session), dates.breaks, dates.kind_name(session)
    ):
        dates.problems.append(odd)
    times = session.times
    own = dates.fitting(session, day)
    if times:
        # With a time of its own it may be held in place of a meeting of another kind, too.
        others = [meeting for meeting in dates.by_day.get(day, []) if meeting not in own]
        candidates = (
            [meeting for meeting in own if meeting.start == times.start]
            or [meeting for meeting in others if meeting.start == times.start]
            or [meeting for meeting in own if overlap(meeting, times)]
            or [meeting for meeting in others if overlap(meeting, times)]
        )
    else:
        candidates = own or dates.others(session, day)
    # A date off the pattern is a meeting of its own; so is a time beside those of a meeting's day.
    candidates = candidates or [_as_held(session, Meeting(day))]
    for meeting in candidates:
        if meeting.key not in dates.taken:
            dates.take(session, meeting)
            return
    key = candidates[-1].key
    dates.given[session.id] = _as_held(session, candidates[-1])
    there = dates.parts.setdefault(key, [dates.taken[key]])
    other = next((one for one in there if not _are_apart(one.times, times)), None)
    there.append(session)
    if other is None:
        return  # the meeting is parted between them
    # Where both have one, their times are what is wrong.
    hint = "give one a ':time:' of its own"
    if times and other.times:
        hint = "correct one of their times"
    elif times or other.times:
        hint = "give both a ':time:', one after the other"
    dates.report(
        session,
        f"{date_text(session, day)} is taken by session {other.title!r} ({other.source}); "
        f"pin one of the two to another date, or {hint}",
        "are the same sessions there twice?",
    )


def _are_apart(one: TimeRange | None, other: TimeRange | None) -> bool:
    """Whether the earlier one has ended when the later one starts."""
    if one is None or other is None:
        return False
    first, second = sorted((one, other), key=lambda times: times.start)
    return first.end is not None and first.end <= second.start


def overlap(meeting: Meeting, times: TimeRange) -> bool:
    """Whether both cannot be held: then *times* are those of the meeting, changed."""
    if meeting.start is None:
        return True
    if meeting.start <= times.start:
        return meeting.end is not None and times.start < meeting.end
    return times.end is not None and meeting.start < times.end


def _leave(session: Session, day: date, dates: _Dates) -> None:
    on_day = [*dates.fitting(session, day), *dates.others(session, day)]
    if not on_day and dates.by_day:
        dates.report(
            session,
            f"':moved-from: {day}' is not a day on which "
            f"{class_text(dates.kind_name(session), 'the course meets')}; "
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
    untaken: dict[str | None, list[Meeting]] = {}
    for meeting in reversed(dates.open):  # the next one is the last of its list
        kind = kind_of_meeting(meeting) if meeting.kind else None
        untaken.setdefault(kind, []).append(meeting)
    flowing: dict[str | None, list[Session]] = {}
    before: Session | None = None
    for session in sessions:
        if session.fixed:
            _fix_after(session, session.fixed, before, dates)
        elif not (session.undated or session.pinned or session.id in dates.kept):
            kind = dates.kinds.of(session) if session.kinds else dates.kinds.default
            flowing.setdefault(kind, []).append(session)
            free = untaken.get(kind, [])
            while free and free[-1].key in dates.taken:
                free.pop()
            if free:
                dates.take(session, free.pop())
            elif expected:
                dates.left_over.add(session.id)
        if session.id in dates.given or session.id in dates.left_over:
            before = session
    if dates.left_over:
        _tell_left_over(flowing, untaken, dates)


def _tell_left_over(
    flowing: Mapping[str | None, Sequence[Session]],
    untaken: Mapping[str | None, Sequence[Meeting]],
    dates: _Dates,
) -> None:
    """Tell each session that is one too many, and which other meetings are free."""
    spare = {
        dates.kinds.names[kind]: len([found for found in free if found.key not in dates.taken])
        for kind, free in untaken.items()
        if kind is not None
    }
    free = next(((name, count) for name, count in spare.items() if count), None)
    for kind, of_kind in flowing.items():
        _tell_too_many(dates.kinds.names.get(kind), of_kind, free, dates)


def _tell_too_many(
    name: str | None, of_kind: Sequence[Session], spare: tuple[str, int] | None, dates: _Dates
) -> None:
    """Tell each session that is one too many of a kind."""
    left = [session for session in of_kind if session.id in dates.left_over]
    what, sessions = (name, "such sessions") if name else ("meeting", "sessions")
    for session in left:
        text = (
            f"no {what} is left for it: {len(of_kind)} {sessions} need one and "
            f"{len(of_kind) - len(left)} are free; "
            "end the term later, take out a break, or write ':date: none'"
        )
        if spare and not session.kinds:
            other, count = spare
            text += f"; {count} of {other} are free: is it one, with ':kind: {other}'?"
        dates.report(session, text, "the term has too few meetings for them")


def _as_held(session: Session, meeting: Meeting) -> Meeting:
    """*meeting* with the time and room that the session states itself."""
    if session.times:
        meeting = replace(meeting, start=session.times.start, end=session.times.end)
    return replace(meeting, where=session.where) if session.where else meeting
