"""Dated changes of the schedule: sessions that were moved or cancelled on a day that is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..model.problem import OTHER_TERM, Problem
from .planned_course import PlannedCourse, PlannedSession

_NEAR = timedelta(days=92)
"""So long before the term a change may be decided on; else its date is of another term."""


def changed_sessions(planned: PlannedCourse, today: date) -> tuple[PlannedSession, ...]:
    """The sessions whose change is out on the day *today*, the last one that was decided first."""
    out = [(found, day) for found, day in _days(planned) if day <= today]
    out.sort(key=lambda each: each[1], reverse=True)
    return tuple(found for found, _day in out)


def change_problems(planned: PlannedCourse) -> Iterator[Problem]:
    """The days of changes that are not those of this term."""
    term = planned.course.term
    if term is None or not planned.course.dates_known:
        return
    for found, day in _days(planned):
        if not term.start - _NEAR <= day <= term.end:
            text = f"':changed-on: {day}' is neither within the term ({term.start} to {term.end}) "
            text += "nor in the three months before it; write the day on which you decided it"
            text = f"session {found.title!r}: {text}"
            yield Problem("date", text, found.facts.session.source, OTHER_TERM)


def _days(planned: PlannedCourse) -> Sequence[tuple[PlannedSession, date]]:
    """The sessions that name the day of a change, in their order; none whose title is withheld."""
    return [
        (found, found.facts.session.changed_on)
        for found in planned.sessions
        if found.facts.session.changed_on and not found.facts.is_untold
    ]
