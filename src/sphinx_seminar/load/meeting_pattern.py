"""An entry of ``meetings`` as the model has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.meeting import MeetingPattern

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_schema import MeetingEntry


def pattern_of(meeting: MeetingEntry) -> MeetingPattern:
    """The pattern that an entry states."""
    return MeetingPattern(
        days=tuple(sorted({day for days in meeting.days for day in days})),
        dates=tuple(sorted(meeting.dates)),
        start=meeting.time.start if meeting.time else None,
        end=meeting.time.end if meeting.time else None,
        where=meeting.where,
        kind=meeting.kind,
        every=meeting.every or 1,
        first=meeting.from_,
        last=meeting.until,
        holds_sessions=meeting.sessions is not False,
    )
