"""What a view shows of a meeting."""

from __future__ import annotations

from dataclasses import replace

from ...model.meeting import Meeting


def shown_meeting(meeting: Meeting | None, *, has_room: bool = True) -> Meeting | None:
    """Its date and time, and the room where *has_room*; of what kind it is, its session says."""
    if meeting is None:
        return None
    return replace(meeting, kind=None, where=meeting.where if has_room else None)
