"""What a source says apart from its sessions: the week, and the days of class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.notation import parse_days
from .day import Day
from .findings import Findings
from .imported import Imported, ImportedBreak, ImportedSession, sessions_of
from .meetings import NewMeetings
from .sessions import break_of
from .table import ClassDays

_USUAL = {"lecture", "class", "seminar", "meeting", ""}


def on_class_days(
    imported: Sequence[Imported], days: ClassDays | None, findings: Findings
) -> list[Imported]:
    """The sessions, those without a day on the days of class in their order.

    A day of class that is left gets a session without a title, as the source counts it too.
    """
    found = list(imported)
    if days is None:
        return found
    off = {one.day for one in found if isinstance(one, ImportedBreak)}
    free = [day for each in days.days if (day := Day(each.month, each.day, each.year)) not in off]
    undated = [one for one in sessions_of(found) if one.day is None]
    for session, day in zip(undated, free, strict=False):
        session.day = day
        if off_day := break_of(session):
            found[found.index(session)] = off_day
    if undated:
        text = f"{days.place}: sessions without a date are on the days of class, in their order"
        findings.guesses.append(text)
    if len(undated) > len(free):
        text = f"{undated[len(free)].place}: no day of class is left for this session"
        findings.guesses.append(text)
    held = {one.day for one in found}
    left = [day for day in free if day not in held]
    found += [ImportedSession(days.place, day=day) for day in left]
    if left:
        text = f"{days.place}: {len(left)} days of class have no title yet"
        findings.guesses.append(text)
    return sorted(found, key=_order)


def _order(one: Imported) -> tuple[int, int, int]:
    return (one.day.year or 0, one.day.month, one.day.day) if one.day else (9999, 0, 0)


def in_week(imported: Sequence[Imported], meetings: Sequence[NewMeetings]) -> list[NewMeetings]:
    """Give sessions the time and the room of their kind; returns the meetings without sessions."""
    usual = next((one.kind for one in meetings if one.kind.casefold() in _USUAL), None)
    if usual is None and meetings:
        usual = meetings[0].kind
    taken: set[int] = set()
    for session in sessions_of(imported):
        if session.date is None:
            continue
        kind = (session.kind or usual or "").casefold()
        for number, one in enumerate(meetings):
            if one.kind.casefold() != kind or session.date.weekday() not in parse_days(one.days):
                continue
            taken.add(number)
            session.time = session.time or one.time
            session.where = session.where or one.where
            break
    return [
        replace(one, sessions=False) for number, one in enumerate(meetings) if number not in taken
    ]
