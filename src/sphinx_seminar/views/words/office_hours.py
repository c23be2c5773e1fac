"""Office hours in words."""

from __future__ import annotations

from ...locale import _
from ...model.course import OfficeHours
from .dates import Clock, day_names, time_range, with_time


def hours_text(hours: OfficeHours, language: str, clock: Clock | None) -> str:
    """Days, times and room; as the author says it where that is in words.

    *clock* may be None where no office hours of somebody have a time.
    """
    if hours.text is not None:
        text = hours.text
        return _(", ").join([text, hours.where]) if hours.where and not hours.days else text
    text = day_names(hours.days, language)
    if hours.times:
        times = time_range(hours.times.start, hours.times.end, clock or 24, language)
        text = with_time(text, times, language)
    return _(", ").join([text, hours.where]) if hours.where else text
