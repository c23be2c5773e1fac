"""When something is due, in words and with its instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docutils import nodes

from ...locale import _
from ...model.course import Course
from ...model.instant import utc_text
from ...pages.html import Tag, tag
from .dates import Clock, clock_time, day_text, short_date, with_time, zone_name
from .times import now_tag

if TYPE_CHECKING:
    from ...model.deadline import Due
    from ..page import Page


@dataclass(frozen=True, slots=True)
class ShownDue:
    """A moment, and how it is written."""

    due: Due
    clock: Clock
    has_year: bool = False
    """Whether its day has the year: the course lasts so long that it comes again."""


def shown_due(due: Due | None, course: Course) -> ShownDue | None:
    """What is shown of when something is due; None where that is not known."""
    return ShownDue(due, course.clock, course.has_years) if due else None


def due_text(shown: ShownDue | None, language: str) -> str:
    """``Fri, Feb 4, 23:59``."""
    if shown is None:
        return _("date to be announced")
    day = day_text(shown.due.day, language, has_year=shown.has_year)
    return with_time(day, clock_time(shown.due.clock, shown.clock, language), language)


def zone_text(zone: ZoneInfo | None, language: str) -> str:
    """``Los Angeles time``; empty where the zone is not known."""
    if zone is None:
        return ""
    # For translators: the time zone of a city, such as "Los Angeles time"
    return _("{city} time").format(city=zone_name(zone, language))


def out_words(out: date | None, language: str) -> str:
    """`` · out Fri, Feb 4``, to be behind something; empty where no day is stated."""
    if out is None:
        return ""
    # For translators: the day on which an exercise is handed out
    words = _("out {date}").format(date=short_date(out, language))
    return f" · {words}"


def clock_tag(shown: ShownDue, language: str) -> Tag:
    """The time of day alone, with its instant."""
    text = clock_time(shown.due.clock, shown.clock, language)
    return tag("time", {"datetime": _instant(shown.due)}, text)


def due_tag(shown: ShownDue | None, language: str) -> Tag | str:
    """The same, as a ``<time>`` with its instant."""
    text = due_text(shown, language)
    if shown is None:
        return text
    return tag("time", {"datetime": _instant(shown.due)}, text)


def _instant(due: Due) -> str:
    return utc_text(due.instant) if due.instant else f"{due.day}T{due.clock:%H:%M}"


def until_attributes(shown: ShownDue | None) -> dict[str, object]:
    """``data-until``: the UTC instant from which on it is past."""
    return {"data-until": utc_text(shown.due.instant)} if shown and shown.due.instant else {}


def due_now(shown: ShownDue | None, page: Page) -> tuple[Tag, ...]:
    """What lets the script tell whether it is past; nothing where that is not known."""
    return (now_tag(),) if page.marks_now and until_attributes(shown) else ()


def times_note(zone: ZoneInfo | None, language: str) -> list[nodes.Node]:
    """In which zone the times are that follow; nothing where that is not known."""
    if zone is None:
        return []
    text = _("Times are {city} time.").format(city=zone_name(zone, language))
    return [nodes.paragraph("", text, classes=["seminar-muted"])]
