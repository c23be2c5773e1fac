"""Meetings of a week, as ``course.yml`` has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NewMeetings:
    """An entry of ``meetings``; it has days of the week, or dates."""

    days: str = ""
    dates: tuple[date, ...] = ()
    time: str = ""
    where: str = ""
    kind: str = ""
    sessions: bool = True
    """Whether sessions of the schedule are held there."""
    every: int = 1
    """2 for every other week, and so on."""
    first: date | None = None
    """The first day, where the weeks are not counted from that of the term."""
