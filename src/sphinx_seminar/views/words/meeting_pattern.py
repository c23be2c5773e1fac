"""When a course meets, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from ...locale import _, ngettext
from ...model.course import Course
from ...model.meeting import MeetingPattern
from .dates import Clock, date_range, day_names, long_date, short_date, time_range, with_time
from .due import zone_text


@dataclass(frozen=True, slots=True)
class ShownPattern:
    """An entry of ``meetings:``; its parts as `sphinx_seminar.model.meeting.MeetingPattern`."""

    kind: str | None
    days: tuple[int, ...]
    dates: tuple[date, ...]
    every: int
    start: time | None
    end: time | None
    clock: Clock
    zone: ZoneInfo | None
    """None where there is no time."""
    first: date | None
    last: date | None
    """From when and until when it meets; None where that is not said of this entry."""
    where: str | None


def shown_pattern(
    pattern: MeetingPattern, course: Course, *, with_term: bool = True, with_room: bool = False
) -> ShownPattern:
    """What is shown of an entry of ``meetings:``.

    *with_term* says whether the days of the term are its first and last day where it has none of
    its own; *with_room* whether the room is shown of one that holds sessions, too.
    """
    term = course.term if with_term and pattern.days else None
    return ShownPattern(
        kind=course.pattern_name(pattern) if pattern.kind or pattern.section else None,
        days=pattern.days,
        dates=pattern.dates,
        every=pattern.every,
        start=pattern.start,
        end=pattern.end,
        clock=course.clock if pattern.start else 24,
        zone=course.zone if pattern.start else None,
        first=pattern.first or (term.start if term else None),
        last=pattern.last or (term.end if term else None),
        where=pattern.where if with_room or not pattern.holds_sessions else None,
    )


def pattern_text(pattern: ShownPattern, language: str) -> str:
    """Days, times, the first and the last day, and the room."""
    if pattern.days:
        days = day_names(pattern.days, language)
        if pattern.every == 2:
            days = _("every other week on {days}").format(days=days)
        elif pattern.every > 2:
            days = ngettext(
                "every {count} week on {days}", "every {count} weeks on {days}", pattern.every
            ).format(days=days, count=pattern.every)
    else:
        days = _("; ").join(_dates_with_years(pattern.dates, language))
    if pattern.start:
        times = time_range(pattern.start, pattern.end, pattern.clock, language)
        days = with_time(days, times, language)
        if pattern.zone:
            days += f" ({zone_text(pattern.zone, language)})"
    parts = [days]
    first, last = (day and long_date(day, language) for day in (pattern.first, pattern.last))
    if first and last:
        parts.append(date_range(first, last, language))
    elif first:
        parts.append(_("from {date}").format(date=first))
    elif last:
        parts.append(_("until {date}").format(date=last))
    if pattern.where:
        parts.append(pattern.where)
    return _("; ").join(parts)


def _dates_with_years(dates: tuple[date, ...], language: str) -> list[str]:
    """Each date; the last one of a year has the year."""
    following = (*dates[1:], None)
    return [
        short_date(day, language)
        if after is not None and after.year == day.year
        else long_date(day, language)
        for day, after in zip(dates, following, strict=True)
    ]
