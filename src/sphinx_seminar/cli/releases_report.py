"""What a course withholds, and when it comes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from ..plan.planned_course import PlannedCourse
from .shown_slot import shown_day


def release_lines(planned: PlannedCourse) -> Iterator[str]:
    """A line for each thing that is withheld, announcements among them, by time."""
    found: list[tuple[date, time, str]] = []
    for release in planned.facts.releases:
        facts, moment = release.facts, release.moment
        if not facts.is_out:
            silent = ", silent" if facts.is_silent and not facts.is_news else ""
            what = f"{facts.what} ({facts.source}{silent})"
            day, clock = (moment.day, moment.clock) if moment else (date.max, None)
            found.append((day, clock or time.min, what))
    if found:
        yield "comes out:"
    for day, clock, what in sorted(found):
        on = shown_day(day if day < date.max else None)
        at = f"{clock:%H:%M}" if clock > time.min else ""
        yield f"{'':>4}  {on:<14}  {at:<11}  {what}"
