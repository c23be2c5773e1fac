"""The term, the meetings and the breaks that the dates of a source follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..model.notation import DAYS
from .dates import breaks_of
from .findings import Findings
from .imported import Imported, ImportedSession, sessions_of
from .meetings import NewMeetings

_REGULAR = 0.6
"""The share of the days of a pattern on which class is held, at the least, where it is one."""
_SURE = 0.85
_LEAST = 4
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewBreak:
    """An entry of ``breaks``."""

    start: date
    end: date
    title: str
    """Empty where the source says none."""


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What ``course.yml`` says of the dates."""

    start: date
    end: date
    meetings: tuple[NewMeetings, ...]
    breaks: tuple[NewBreak, ...]


def infer_term(imported: Sequence[Imported], findings: Findings) -> NewTerm | None:
    """The term of the sessions, in which each gets its date in order; None where none has one."""
    sessions = [session for session in sessions_of(imported) if session.date]
    held = Counter(session.date for session in sessions if session.date)
    off = breaks_of(imported)
    if not held:
        for one in off:
            findings.leave_out(one.place, one.title, "no class, in a course without dates")
        return None
    start = min([*held, *(one.start for one in off if one.start)])
    end = max([*held, *(one.end for one in off if one.end)])
    free = {day for one in off for day in _days(one.start, one.end)}
    days = _regular_days(held, free)
    expected = {day for day in _days(start, end) if day.weekday() in days}
    first = None if days else _every_other_week(held, free)
    if first:
        days = [first.weekday()]
        expected = {day for day in _days(first, end) if (day - first).days % 14 == 0}
    time, where = _common(sessions, "time"), _common(sessions, "where")
    meetings = []
    if days:
        names = " ".join(DAYS[day] for day in days)
        kept, all_days = len(expected & set(held)), len(expected - (free - set(held)))
        sure = "sure" if kept >= _SURE * all_days else "likely"
        findings.guesses.append(
            f"the class meets on {names}{' every other week' if first else ''}: {kept} of "
            f"{all_days} such days from {start} to {end} have a session ({sure})"
        )
        begins = first if first and first - 7 * _DAY >= start else None
        every = 2 if first else 1
        meetings.append(NewMeetings(names, (), time, where, every=every, first=begins))
    others = tuple(sorted(day for day in held if day not in expected))
    if others:
        meetings.append(NewMeetings("", others, time, where))
        findings.guesses.append(f"meetings on other days: {', '.join(map(str, others))}")
    breaks = _breaks(imported, expected, held, findings)
    return NewTerm(start, end, tuple(meetings), breaks)


def in_order_of_dates(imported: Sequence[Imported], findings: Findings) -> list[ImportedSession]:
    """The sessions, each in the place that its date has among the others."""
    sessions = list(sessions_of(imported))
    before: date | None = None
    keys = []
    for session in sessions:
        day = session.date or before or date.min
        if session.date and before and session.date < before:
            findings.guesses.append(
                f"{session.place}: its date, {session.date}, is before that of a row above; the "
                "sessions are in the order of their dates"
            )
        before = max(before, day) if before and session.date else day
        keys.append(day)
    order = sorted(range(len(sessions)), key=lambda number: keys[number])
    return [sessions[number] for number in order]


def one_a_day(imported: Sequence[Imported], findings: Findings) -> list[Imported]:
    """The sessions and breaks, with sessions of one day as one."""
    found: list[Imported] = []
    by_day: dict[date, ImportedSession] = {}
    for one in imported:
        first = by_day.get(one.date) if isinstance(one, ImportedSession) and one.date else None
        if not isinstance(one, ImportedSession) or first is None:
            found.append(one)
            if isinstance(one, ImportedSession) and one.date:
                by_day[one.date] = one
            continue
        findings.guesses.append(
            f"{one.place}: is of the same day as {first.place}; the two are one session"
        )
        first.add(one)
    return found


def _regular_days(held: Counter[date], off: set[date]) -> list[int]:
    start, end = min(held), max(held)
    counts = Counter(day.weekday() for day in held)
    regular = []
    for weekday, count in counts.items():
        possible = [day for day in _days(start, end) if day.weekday() == weekday and day not in off]
        if count > 1 and count >= _REGULAR * len(possible):
            regular.append(weekday)
    return sorted(regular)


def _every_other_week(held: Counter[date], off: set[date]) -> date | None:
    """The first of the days of a class that meets every other week; None where it does not."""
    weekday, _ = Counter(day.weekday() for day in held).most_common(1)[0]
    on_it = sorted(day for day in held if day.weekday() == weekday)
    first, last = on_it[0], on_it[-1]
    possible = [day for day in _days(first, last)[::14] if day not in off]
    kept = sum(day in held for day in possible)
    # Of a few days that are two weeks apart, nothing can be said.
    is_regular = kept >= _LEAST and kept >= _REGULAR * len(possible) and 2 * kept > len(held)
    return first if is_regular and kept == len(on_it) else None


def _breaks(
    imported: Sequence[Imported], expected: set[date], held: Counter[date], findings: Findings
) -> tuple[NewBreak, ...]:
    found: list[NewBreak] = []
    covered: set[date] = set()
    for one in breaks_of(imported):
        assert one.start
        assert one.end
        days = [day for day in _days(one.start, one.end) if day not in held]
        if not days:
            findings.leave_out(one.place, one.title, "no class on a day that has a session")
            continue
        findings.guesses.append(f"{one.place}: no class, {one.title}")
        found += [NewBreak(first, last, one.title) for first, last in _runs(days)]
        covered |= set(days)
    open_days = sorted(expected - set(held) - covered)
    for day in open_days:
        found.append(NewBreak(day, day, ""))
    if open_days:
        findings.guesses.append(
            f"no row has these days, so they are breaks: {', '.join(map(str, open_days))} (a guess)"
        )
    return tuple(_together(sorted(found, key=lambda one: one.start), held))


def _together(breaks: Sequence[NewBreak], held: Counter[date]) -> list[NewBreak]:
    """The breaks, those of one name in one week as one, where no session is between them."""
    found: list[NewBreak] = []
    for one in breaks:
        last = found[-1] if found else None
        if (
            last
            and last.title == one.title
            and (one.start - last.end).days < 7
            and not any(day in held for day in _days(last.start, one.end))
        ):
            found[-1] = NewBreak(last.start, max(last.end, one.end), last.title)
        else:
            found.append(one)
    return found


def _runs(days: Sequence[date]) -> list[tuple[date, date]]:
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and runs[-1][1] + _DAY == day:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _days(first: date | None, last: date | None) -> list[date]:
    if first is None or last is None:
        return []
    return [first + n * _DAY for n in range((last - first).days + 1)]


def _common(sessions: Sequence[ImportedSession], name: str) -> str:
    """What at least half of the sessions have; a fact of one session is no fact of the course."""
    values = Counter(value for one in sessions if (value := getattr(one, name)))
    value, count = values.most_common(1)[0] if values else ("", 0)
    return value if count * 2 >= len(sessions) else ""
