"""What is told of a pinned session's day: a break on it, or no class."""

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


def odd_day(
    session: Session, day: date, class_days: Sequence[date], breaks: Iterable[Break]
) -> Problem | None:
    """What is odd about *day*, to which *session* is pinned, where its author does not mean it.

    *class_days* are those of the pattern, in order; empty where the course states none.
    """
    if session.status == "cancelled":
        return None
    name = f"session {session.title!r}: ':date: {day}'"
    found = break_on(day, breaks)
    if found:
        if session.on_break:
            return None
        text = (
            f"{name} is on {break_text(found)}; write another date, or ':on-break:' if it is meant"
        )
        return Problem("break", text, session.source, break_cause(found))
    if session.times or not class_days or day in class_days:
        return None
    before = [other for other in class_days if other < day][-1:]
    after = [other for other in class_days if other > day][:1]
    near = " and ".join(f"{other:%a} {other}" for other in (*before, *after))
    which = "meeting is on" if len((*before, *after)) == 1 else "meetings are on"
    text = f"{name} is a {day:%A}, and the course does not meet then; the nearest {which} {near}; "
    text += "write one of these, or a ':time:' if it is meant"
    return Problem("date", text, session.source, "are the days of meetings right?")
