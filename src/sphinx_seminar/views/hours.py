"""Office hours in words."""

from __future__ import annotations

from typing import Literal

from ..model.course import OfficeHours
from .dates import day_names, time_range


def hours_text(hours: OfficeHours, language: str, clock: Literal[12, 24]) -> str:
    """Days, times and place; as the author says it where that is in words."""
    if hours.text is not None:
        return f"{hours.text}, {hours.where}" if hours.where and not hours.days else hours.text
    text = day_names(hours.days, language)
    if hours.times:
        text += f", {time_range(hours.times.start, hours.times.end, clock)}"
    return f"{text}, {hours.where}" if hours.where else text
