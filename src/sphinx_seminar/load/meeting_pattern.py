"""An entry of ``meetings`` as the model has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.meeting import MeetingPattern

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_schema import CourseEntry, MeetingEntry, SectionEntry
    from .fault import KeyPath


def all_meetings(entry: CourseEntry) -> list[tuple[KeyPath, MeetingEntry]]:
    """The meetings of the course, or of its sections, each with its path."""
    found: list[tuple[KeyPath, MeetingEntry]] = [
        (("meetings", number), meeting) for number, meeting in enumerate(entry.meetings)
    ]
    for number, section in enumerate(entry.sections):
        path = ("sections", number, "meetings")
        found += [((*path, own), meeting) for own, meeting in enumerate(section.meetings)]
    return found


def patterns_of(entry: CourseEntry) -> tuple[MeetingPattern, ...]:
    """The patterns of the course, or of its sections."""
    found = [pattern_of(meeting) for meeting in entry.meetings]
    for section in entry.sections:
        found += [pattern_of(meeting, section) for meeting in section.meetings]
    return tuple(found)


def pattern_of(meeting: MeetingEntry, section: SectionEntry | None = None) -> MeetingPattern:
    """The pattern that an entry states."""
    return MeetingPattern(
        days=tuple(sorted({day for days in meeting.days for day in days})),
        dates=tuple(sorted(meeting.dates)),
        start=meeting.time.start if meeting.time else None,
        end=meeting.time.end if meeting.time else None,
        where=meeting.where or (section.where if section else None),
        kind=meeting.kind,
        every=meeting.every or 1,
        first=meeting.from_,
        last=meeting.until,
        holds_sessions=meeting.sessions is not False,
        section=section.name if section else None,
    )
