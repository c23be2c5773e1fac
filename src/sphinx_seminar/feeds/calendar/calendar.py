"""``calendar.ics``, and one calendar a section, a kind of sessions, a presenting role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...locale import _
from ...model.clock_changes import Change, changes
from ...model.compared import compared
from ...model.instant import is_shown_once
from ...plan.calendars import course_calendars
from ...plan.news import course_name
from ...plan.planned_course import PlannedCourse
from ..feed import Feed, Site
from ..text import clean
from .events import Event, course_events, revised

if TYPE_CHECKING:
    from icalendar import Component, vCategory, vDDDTypes, vText, vUri

    Value = vCategory | vDDDTypes | vText | vUri

_PRODUCT = "-//sphinx-seminar//sphinx-seminar//EN"
# How often clients look for what is new. Sites are built once a day, or at a change.
_REFRESH = timedelta(hours=12)
_LONGEST = 75


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that a file says."""

    name: str
    url: str | None
    zone: ZoneInfo
    changes: tuple[Change, ...]
    """How the clocks of the zone are set while it lasts."""
    revised: datetime
    events: tuple[Event, ...]


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, Calendar]]:
    """The calendars of a course."""
    calendars = course_calendars(planned)
    zone, front = planned.course.zone, planned.facts.front_page
    if not calendars or zone is None:
        return
    events = course_events(planned, site)
    url = site.page(front) if front else None
    when = revised(planned, events)
    for calendar in calendars:
        own = events if calendar.kind is None else tuple(_of_kind(events, calendar.kind))
        if calendar.section is not None:
            own = tuple(event for event in events if event.section in {None, calendar.section})
        if calendar.role is not None:
            from .role_events import role_events  # few courses have roles

            own = tuple(role_events(events, calendar, planned))
        years = {event.start.year for event in own}
        clocks = changes(zone, min(years), max(years) + 1)
        name = _name(planned, calendar.label)
        yield calendar.file, Calendar(name, url, zone, clocks, when, own)


def _of_kind(events: Iterable[Event], kind: str) -> Iterator[Event]:
    """The sessions of a kind and what is due for them; breaks are in the calendar of all."""
    wanted = compared(kind)
    return (event for event in events if wanted in {compared(kind.name) for kind in event.kinds})


def _name(planned: PlannedCourse, kind: str | None) -> str:
    name = course_name(planned)
    return _("{label}: {text}").format(label=name, text=kind) if kind else name


def write(calendar: Calendar) -> bytes:
    """The file. An event that another calendar has too is written once."""
    import icalendar

    file = icalendar.Calendar()
    file.add("version", "2.0")
    file.add("prodid", _PRODUCT)
    file.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        file.add(key, icalendar.vText(_clean(calendar.name)))
    if calendar.url:
        file.add("url", calendar.url)
    file.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    file.add("x-published-ttl", "PT12H")  # the same, as clients knew it before RFC 7986
    head, end, rest = _folded(file).rpartition(b"END:VCALENDAR")
    zone = b"" if calendar.zone.key == "UTC" else _time_zone(calendar.zone.key, calendar.changes)
    events = (_event(event, calendar.zone, calendar.revised) for event in calendar.events)
    return b"".join((head, zone, *events, end, rest))


FEED = Feed(contents, write)


@lru_cache(maxsize=64)  # the calendars of a course have the same
def _time_zone(key: str, clocks: tuple[Change, ...]) -> bytes:
    import icalendar

    zone = icalendar.Timezone()
    zone.add("tzid", key)
    for change in clocks:
        part: Component = (
            icalendar.TimezoneDaylight() if change.is_daylight else icalendar.TimezoneStandard()
        )
        part.add("dtstart", change.onset)
        part.add("tzoffsetfrom", change.before)
        part.add("tzoffsetto", change.after)
        part.add("tzname", change.name)
        if change.yearly:
            month, day = change.yearly
            part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": day})
        zone.add_component(part)
    return _folded(zone)


@lru_cache(maxsize=4096)
def _event(event: Event, zone: ZoneInfo, stamp: datetime) -> bytes:
    """The lines of an event, in the order in which icalendar writes them.

    They are made one by one: an `icalendar.Event` looks up again and again of what sort each is,
    and took three times as long.
    """
    from icalendar import vCategory, vText, vUri

    lines = [
        b"BEGIN:VEVENT\r\n",
        _text("SUMMARY", event.summary),
        _times(event.start, event.end, zone),
        _stamp(stamp),
        _text("UID", event.uid),
        _text("SEQUENCE", str(event.sequence)),
    ]
    if event.kinds:
        lines.append(_line("CATEGORIES", vCategory([_clean(kind.label) for kind in event.kinds])))
    if event.description:
        lines.append(_line("DESCRIPTION", vText(_clean(event.description))))
    if event.where:
        lines.append(_text("LOCATION", event.where))
    lines.append(_text("STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED"))
    is_free = event.is_free or event.is_cancelled
    lines.append(_text("TRANSP", "TRANSPARENT" if is_free else "OPAQUE"))
    if event.url and event.url.isprintable() and " " not in event.url:
        lines.append(_line("URL", vUri(event.url)))
    return b"".join((*lines, b"END:VEVENT\r\n"))


def _line(name: str, value: Value) -> bytes:
    """A line of an event, folded; a value knows how it is written, and its parameters."""
    head = f"{name};".encode() + value.params.to_ical() if value.params else name.encode()
    return _fold(b"%b:%b" % (head, value.to_ical()))


# Many events have the same place and state, and those of a kind or a role are in two calendars.
@lru_cache(maxsize=4096)
def _text(name: str, text: str) -> bytes:
    from icalendar import vText

    return _line(name, vText(_clean(text)))


@lru_cache(maxsize=4096)
def _times(start: date | datetime, end: date | datetime | None, zone: ZoneInfo) -> bytes:
    from icalendar import vDDDTypes

    moments = [("DTSTART", _by_clock(start, zone))]
    if end is not None:
        moments.append(("DTEND", _by_clock(end, zone)))
    if not all(is_shown_once(moment) for _name, moment in moments if isinstance(moment, datetime)):
        moments = [(name, _by_clock(moment, UTC)) for name, moment in moments]
    return b"".join(_line(name, vDDDTypes(moment)) for name, moment in moments)


@lru_cache(maxsize=16)
def _stamp(moment: datetime) -> bytes:
    from icalendar import vDDDTypes

    return _line("DTSTAMP", vDDDTypes(moment))


# icalendar folds a line with a letter that is not ASCII letter by letter (7.3): for a list of
# readings that took as long as all the rest.
def _folded(component: Component) -> bytes:
    """The lines of a component, none of more than 75 octets (RFC 5545, 3.1)."""
    return b"".join(_fold(line.encode()) for line in component.content_lines() if line)


def _fold(line: bytes) -> bytes:
    pieces = []
    while len(line) > _LONGEST:
        end = _LONGEST
        while line[end] & 0b1100_0000 == 0b1000_0000:  # within a letter
            end -= 1
        pieces.append(line[:end])
        line = b" " + line[end:]
    return b"\r\n".join((*pieces, line, b""))


def _by_clock(moment: date | datetime, zone: tzinfo) -> date | datetime:
    return moment.astimezone(zone) if isinstance(moment, datetime) else moment


def _clean(text: str) -> str:
    # icalendar takes a backslash and an N of the author's for the end of a line (7.3).
    return clean(text).replace("\\N", "\\\u200bN")
