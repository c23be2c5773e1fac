"""Rows of a schedule for what is due, and for what is handed out, on the day of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ...model.weeks import Week
from ...plan.planned_course import PlannedCourse
from ..deadlines import shown_deadlines
from .rows import ShownRow


def with_due_rows(rows: Iterable[ShownRow], planned: PlannedCourse) -> Iterator[ShownRow]:
    """*rows*, and one for each deadline at the end of its day, and of the day that it is out."""
    pending = deque(sorted(_due_rows(planned), key=_order))
    for row in rows:
        while pending and row.days and pending[0].days[0] < row.days[0]:
            yield pending.popleft()
        yield row
    yield from pending


def _order(row: ShownRow) -> tuple[date, bool]:
    return row.days[0], row.sort == "due"


def _due_rows(planned: PlannedCourse) -> Iterator[ShownRow]:
    """Those that are due in order of time."""
    found = planned.facts.deadlines
    due = shown_deadlines(found, planned, has_out=False)
    out = shown_deadlines(found, planned)
    for deadline, shown, handed_out in zip(found, due, out, strict=True):
        if deadline.out:
            week = _week_of(deadline.out, planned)
            yield ShownRow("out", week, deadline=handed_out)
        if deadline.due:
            day = deadline.due.day
            week = _week_of(day, planned)
            yield ShownRow("due", week, day=day, deadline=shown)


def _week_of(day: date, planned: PlannedCourse) -> Week | None:
    """The week of a day, which has no number once the term is over."""
    calendar, term = planned.schedule.calendar, planned.course.term
    if calendar is None:
        return None
    week = calendar.week_of(day)
    return week if term is None or week.start <= term.end else replace(week, number=None)
