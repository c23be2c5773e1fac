"""Entries of ``meetings`` that are left from another term, or that double one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from ..model.course import Term
from ..model.meeting import MeetingPattern, dates_of_pattern
from .fault import Fault
from .meeting_pattern import pattern_of

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_entries import CourseEntries

_MOST_TOLD = 3


def check_bounds(entries: CourseEntries, term: Term) -> Iterator[Fault]:
    """The ``from`` before the start and the ``until`` after the end: neither does anything."""
    for number, meeting in enumerate(entries.entry.meetings):
        for key, day, bound, is_off in (
            ("from", meeting.from_, term.start, meeting.from_ and meeting.from_ < term.start),
            ("until", meeting.until, term.end, meeting.until and meeting.until > term.end),
        ):
            if is_off:
                edge = "before the term's start" if key == "from" else "after the term's end"
                text = f"{day} is {edge} {bound}; write a date within the term, or take it out"
                yield Fault(entries.path_of(("meetings", number, key)), text, "stale")


def check_doubles(entries: CourseEntries, term: Term) -> Iterator[Fault]:
    """The entries that meet while an earlier one does: sessions would be held at once."""
    by_day: dict[date, list[tuple[int, MeetingPattern]]] = {}
    first_day = (entries.entry.weeks.start if entries.entry.weeks else None) or 0
    doubles: dict[tuple[int, int], list[date]] = {}
    for number, meeting in enumerate(entries.entry.meetings):
        pattern = pattern_of(meeting)
        if not pattern.holds_sessions:
            continue
        for day in dates_of_pattern(pattern, term.start, term.end, first_day):
            for other_number, other in by_day.get(day, []):
                if _collide(other, pattern):
                    doubles.setdefault((number, other_number), []).append(day)
            by_day.setdefault(day, []).append((number, pattern))
    for (number, other_number), days in list(doubles.items())[:_MOST_TOLD]:
        more = f" and on {len(days) - 1} more" if len(days) > 1 else ""
        text = f"meets on {days[0]:%a} {days[0]}{more} while meetings[{other_number}] does; give "
        text += "one of the two a 'from' or 'until', or write 'sessions: no' with it"
        yield Fault(entries.path_of(("meetings", number)), text, "schedule")


def _collide(one: MeetingPattern, other: MeetingPattern) -> bool:
    """Whether two entries of one day overlap.

    Those with one start are one meeting. Where one of them lists its dates, that is how a day gets
    another room.
    """
    if one.start == other.start:
        return bool(one.days and other.days)
    if one.start is None or other.start is None:
        return False
    early, late = sorted((one, other), key=lambda pattern: pattern.start or time.min)
    return early.end is not None and late.start is not None and late.start < early.end
