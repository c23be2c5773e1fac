"""What is said of a pinned session's day: a break on it, or no class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from .course import Break
from .problem import Problem
from .session import Session


def break_on(day: date, breaks: Iterable[Break]) -> Break | None:
    """The break that holds *day*."""
    return next((break_ for break_ in breaks if day in break_), None)


def break_text(break_: Break) -> str:
    """How a message names a break."""
    return f"a break ({break_.title})" if break_.title else "a break"


def break_cause(break_: Break) -> str:
    """What all that is on a break may have in common."""
    return f"are the days of {break_text(break_)} right?"


def class_text(kind: str | None, course_meets: str) -> str:
    """How a message says that there is class: *course_meets*, or which *kind* of class."""
    return f"there is a {kind}" if kind else course_meets


def date_text(session: Session, day: date) -> str:
    """How a message names what gives a session its date."""
    return f"':date: {session.fixed.text}' ({day})" if session.fixed else f"':date: {day}'"


def odd_day(
    session: Session,
    day: date,
    class_days: Sequence[date],
    breaks: Iterable[Break],
    kind: str | None = None,
) -> Problem | None:
    """What is odd about *day*, to which *session* is pinned, where its author does not mean it.

    *class_days* are those of the meetings that it may take, in order; empty where the course states
    none. *kind* is theirs, where the session names it.
    """
    if session.status == "cancelled":
        return None
    name = f"session {session.title!r}: {date_text(session, day)}"
    found = break_on(day, breaks)
    if found:
        if session.on_break:
            return None
        text = (
            f"{name} is on {break_text(found)}; write another date, or ':on-break:' if it is meant"
        )
        return Problem("break", text, session.source, break_cause(found))
    if session.times or session.fixed or not class_days or day in class_days:
        return None
    before = [other for other in class_days if other < day][-1:]
    after = [other for other in class_days if other > day][:1]
    near = " and ".join(f"{other:%a} {other}" for other in (*before, *after))
    no_class = f"there is no {kind}" if kind else "the course does not meet"
    which = "meeting is on" if len((*before, *after)) == 1 else "meetings are on"
    text = f"{name} is a {day:%A}, and {no_class} then; the nearest {which} {near}; "
    text += "write one of these, or a ':time:' if it is meant"
    return Problem("date", text, session.source, "are the days of meetings right?")
