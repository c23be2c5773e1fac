"""From when to when a meeting is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from .instant import DAY, local_instant
from .meeting import Meeting


def span(meeting: Meeting, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """Start and end of a meeting as UTC instants; None where one is not known.

    It ends the next day where its end is before its start.
    """
    if meeting.start is None:
        return None, None
    start = local_instant(meeting.day, meeting.start, zone)
    if meeting.end is None:
        return start, None
    day = meeting.day if meeting.end > meeting.start else meeting.day + DAY
    end = local_instant(day, meeting.end, zone)
    # In the hour that clocks leave out, an end may come before its start.
    return start, end if end > start else None
