"""What in a course file does not go together, though each value alone is right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..model.course import Term
from ..model.problem import OTHER_TERM
from .fault import Fault, KeyPath
from .meeting_checks import check_bounds, check_doubles, check_kinds
from .meeting_pattern import all_meetings

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_entries import CourseEntries
    from .course_schema import CourseEntry, MeetingEntry

# A longer term is a typing error in a year, and every view would have a row for each meeting.
# A reading club may go on for ten.
_LONGEST_YEARS = 15
_LONGEST = timedelta(days=_LONGEST_YEARS * 366)
# A course that meets every day for two years has less than half of these meetings.
_MOST_MEETINGS = 2_000
# Those of a seminar in one block are given their topics in the term before it.
_SIGNED_UP_BEFORE = timedelta(weeks=26)


def term_of(entry: CourseEntry) -> Term | None:
    """The term: its start and end, or the first and last of the dates where all are listed."""
    start, end = entry.start, entry.end
    meetings = [meeting for _path, meeting in all_meetings(entry)]
    if meetings and not any(meeting.days for meeting in meetings):
        dates = [day for meeting in meetings for day in meeting.dates]
        start, end = start or min(dates), end or max(dates)
    return Term(start, end) if start and end and start <= end else None


def check_dates(entries: CourseEntries, given: frozenset[str]) -> Iterator[Fault]:
    """The problems between keys of the file, of which *given* are there.

    What only follows from a value that is wrong by itself is not reported.
    """
    yield from _missing(entries, given)
    yield from check_kinds(entries)
    entry, term = entries.entry, term_of(entries.entry)
    if entry.start and entry.end and entry.end < entry.start:
        yield _wrong(
            ("end",), f"{entry.end} is before the start {entry.start}", "correct one of the two"
        )
    if term is None:
        return
    if term.end - term.start > _LONGEST:
        yield _wrong(
            ("end",) if entry.end else (_meetings_key(entry),),
            f"{term.end} is more than {_LONGEST_YEARS} years after the term's start {term.start}",
            "check the years",
        )
    meetings = all_meetings(entry)
    key = _meetings_key(entry)
    count = sum(_most_meetings(meeting, term) for _path, meeting in meetings)
    if count > _MOST_MEETINGS:
        text = f"up to {count:,} meetings are in the term, more than {_MOST_MEETINGS:,}"
        yield _wrong((key,), text, "write fewer, or 'sessions: no' with those without any")
    for path, meeting in meetings:
        for at, text in _outside(meeting, term):
            yield Fault(
                entries.path_of((*path, *at)), f"{text}; {_WITHIN}", "date", cause=OTHER_TERM
            )
    yield from check_bounds(entries, term)
    if count <= _MOST_MEETINGS and (key,) not in entries.touched:
        yield from check_doubles(entries, term)
    yield from _left_over(entries, term)


def _left_over(entries: CourseEntries, term: Term) -> Iterator[Fault]:
    """Breaks, and a last day to sign up, that are those of another term."""
    entry = entries.entry
    for number, break_ in enumerate(entry.breaks):
        first, last = break_.date or break_.start, break_.date or break_.end
        if first and last and (first > term.end or last < term.start):
            day = last if last < term.start else first
            # Left from another term: it is reported while this one lasts, and no date hangs on it.
            text = f"{_outside_text(day, term)}; {_WITHIN}"
            yield Fault(entries.path_of(("breaks", number)), text, "stale", cause=OTHER_TERM)
    due = entry.presenting.due if entry.presenting else None
    if due and not term.start - _SIGNED_UP_BEFORE <= due <= term.end:
        yield _wrong_due(due, term)


def check_materials(entries: CourseEntries) -> Iterator[Fault]:
    """The kinds of sessions that are to have materials, and that the file does not know."""
    entry = entries.entry
    if not entry.materials:
        return
    from .material_entries import unknown_kinds

    kinds = [meeting.kind for _path, meeting in all_meetings(entry) if meeting.kind]
    for name, text in unknown_kinds(entry.materials, dict.fromkeys([*kinds, *(entry.kinds or {})])):
        yield Fault(entries.path_of(("materials", name, "expected")), text)


def _wrong_due(due: date, term: Term) -> Fault:
    """A last day to sign up that is after the term, or so long before it that it is of another."""
    if due > term.end:
        text = f"{due} is after the term's end {term.end}, so no missing sign-up would be reported"
        return Fault(("presenting", "due"), f"{text}; write a date within the term", "date")
    text = f"{_outside_text(due, term)}; {_WITHIN}"
    return Fault(("presenting", "due"), text, "stale", cause=OTHER_TERM)


def _meetings_key(entry: CourseEntry) -> str:
    """The key that the meetings are behind."""
    return "sections" if entry.sections else "meetings"


_WITHIN = "write a date within it, take it out, or correct start and end"


def _most_meetings(meeting: MeetingEntry, term: Term) -> int:
    """How many rows of the schedule a pattern can make, counted without making them."""
    if meeting.sessions is False:
        return 0
    weeks = (term.end - term.start).days // 7 + 1
    days = len({day for days in meeting.days for day in days})
    return len(meeting.dates) + -(-weeks // (meeting.every or 1)) * days


def _outside(meeting: MeetingEntry, term: Term) -> Iterator[tuple[KeyPath, str]]:
    for number, day in enumerate(meeting.dates):
        if day not in term:
            yield ("dates", number), _outside_text(day, term)
    if meeting.from_ and meeting.from_ > term.end:
        yield ("from",), _outside_text(meeting.from_, term)
    if meeting.until and meeting.until < term.start:
        yield ("until",), _outside_text(meeting.until, term)


def _outside_text(day: date, term: Term) -> str:
    return f"{day} is outside the term ({term.start} to {term.end})"


def _missing(entries: CourseEntries, given: frozenset[str]) -> Iterator[Fault]:
    entry, touched = entries.entry, entries.touched
    meetings = all_meetings(entry)
    has_meetings = bool(meetings) or not touched.isdisjoint({("meetings",), ("sections",)})
    on_days = any(meeting.days for _path, meeting in meetings)

    def lacks(key: str) -> bool:
        return getattr(entry, key) is None and (key,) not in touched

    def path_of(key: str, other: str) -> KeyPath:
        return (key,) if key in given else (other,)

    if has_meetings and lacks("timezone"):
        yield _wrong(
            path_of("timezone", _meetings_key(entry)),
            "a time zone is missing",
            "write one, such as timezone: America/Los_Angeles",
        )
    for key, other, name, example in (
        ("start", "end", "first", "2022-01-24"),
        ("end", "start", "last", "2022-05-13"),
    ):
        is_half = not has_meetings and getattr(entry, other) is not None
        if lacks(key) and (on_days or is_half):
            yield _wrong(
                path_of(key, other if is_half else _meetings_key(entry)),
                f"the {name} day of the term is missing",
                f"write it, such as {key}: {example}",
            )


def _wrong(path: KeyPath, text: str, instead: str) -> Fault:
    return Fault(path, f"{text}; {instead}", "date")
