"""When something is due, in words and with its instant."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..markup import Tag, tag
from ..model.course import Course
from ..model.deadline import Due
from ..model.instant import utc_text
from .dates import clock_time, short_date, with_time, zone_name


def due_text(due: Due | None, course: Course, language: str) -> str:
    """``Fri, Feb 4, 23:59``."""
    if due is None:
        return _("date to be announced")
    day = short_date(due.day, language)
    return with_time(day, clock_time(due.clock, course.clock, language), language)


def zone_text(course: Course, language: str) -> str:
    """``Los Angeles time``; empty where the zone is not known."""
    if course.zone is None:
        return ""
    # For translators: the time zone of a city, such as "Los Angeles time"
    return _("{city} time").format(city=zone_name(course.zone, language))


def due_tag(due: Due | None, course: Course, language: str) -> Tag | str:
    """The same, as a ``<time>`` with its instant."""
    text = due_text(due, course, language)
    if due is None:
        return text
    instant = utc_text(due.instant) if due.instant else f"{due.day}T{due.clock:%H:%M}"
    return tag("time", {"datetime": instant}, text)


def until_attributes(due: Due | None) -> dict[str, object]:
    """``data-until``: the UTC instant from which on it is past."""
    return {"data-until": utc_text(due.instant)} if due and due.instant else {}


def times_note(course: Course, language: str) -> list[nodes.Node]:
    """In which zone the times are that follow."""
    if course.zone is None:
        return []
    city = zone_name(course.zone, language)
    text = _("Times are {city} time.").format(city=city)
    return [nodes.paragraph("", text, classes=["seminar-muted"])]
