"""Entries of ``meetings`` that are left from another term, or that double one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from ..model.compared import compared
from ..model.course import Term
from ..model.meeting import MeetingPattern, dates_of_pattern
from .fault import Fault, KeyPath, quoted
from .meeting_pattern import all_meetings, pattern_of

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_entries import CourseEntries
    from .course_schema import MeetingEntry, SectionEntry

_MOST_TOLD = 3


def check_bounds(entries: CourseEntries, term: Term) -> Iterator[Fault]:
    """The ``from`` before the start and the ``until`` after the end: neither does anything."""
    for path, meeting in all_meetings(entries.entry):
        for key, day, bound, is_off in (
            ("from", meeting.from_, term.start, meeting.from_ and meeting.from_ < term.start),
            ("until", meeting.until, term.end, meeting.until and meeting.until > term.end),
        ):
            if is_off:
                edge = "before the term's start" if key == "from" else "after the term's end"
                text = f"{day} is {edge} {bound}; write a date within the term, or take it out"
                yield Fault(entries.path_of((*path, key)), text, "stale")


def check_doubles(entries: CourseEntries, term: Term) -> Iterator[Fault]:
    """The entries that meet while an earlier one does: sessions would be held at once."""
    yield from _doubles(entries, ("meetings",), entries.entry.meetings, term)
    for number, section in enumerate(entries.entry.sections):
        yield from _doubles(entries, ("sections", number, "meetings"), section.meetings, term)


def _doubles(
    entries: CourseEntries, path: KeyPath, meetings: Iterable[MeetingEntry], term: Term
) -> Iterator[Fault]:
    by_day: dict[date, list[tuple[int, MeetingPattern]]] = {}
    first_day = (entries.entry.weeks.start if entries.entry.weeks else None) or 0
    doubles: dict[tuple[int, int], list[date]] = {}
    for number, meeting in enumerate(meetings):
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
        yield Fault(entries.path_of((*path, number)), text, "schedule")


def check_kinds(entries: CourseEntries) -> Iterator[Fault]:
    """The sections with meetings of other kinds than the first one: sessions need them in all."""
    if ("sections",) in entries.touched:
        return
    kinds = [_kinds_of(section) for section in entries.entry.sections]
    for number, own in enumerate(kinds[1:], start=1):
        path = entries.path_of(("sections", number))
        if lacks := [name for kind, name in kinds[0].items() if kind not in own]:
            text = f"the section has no {_meetings_text(lacks[0])}, as the first one has"
        elif more := [name for kind, name in own.items() if kind not in kinds[0]]:
            text = f"the section has {_meetings_text(more[0])}, and the first one has none"
        else:
            continue
        yield Fault(path, f"{text}; write the same kinds in all", "date")


def _kinds_of(section: SectionEntry) -> dict[str, str]:
    kinds = (each.kind or "" for each in section.meetings if each.sessions is not False)
    return {compared(kind): kind for kind in kinds}


def _meetings_text(kind: str) -> str:
    return f"meetings of the kind {quoted(kind)}" if kind else "meetings without a kind"


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
