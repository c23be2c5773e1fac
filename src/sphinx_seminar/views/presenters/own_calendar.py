"""What a script needs to make the calendar of one presenter, beside the table of all."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ...locale import _
from ...model.clock_changes import Change, changes
from ...model.instant import DAY, is_shown_once
from ...model.meeting import Meeting
from ...model.schedule import SessionRow
from ...model.span import span
from ...pages.html import Tag, tag
from ...plan.calendars import CALENDAR, DUE_SPAN, course_calendars
from ...plan.news import course_name
from ...plan.planned_course import PlannedCourse, PlannedDeadline, PlannedSession
from ...plan.uids import Uids
from ..page import Page
from ..session_link import ShownSession, shown_session


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """A session that somebody presents in, or something due for it."""

    session: ShownSession
    uid: str
    """That of the calendar of the course."""
    start: date | datetime
    """A UTC instant; a date for all of its day."""
    end: date | datetime | None
    sequence: int
    where: str | None = None
    due: str | None = None
    """What is due; None for the session itself."""
    docname: str = ""
    anchor: str = ""
    """Where it is."""
    section: int | None = None
    """The number of the section whose students have it; None where theirs is not known."""
    label: str = ""
    """What readers see for the section that has it then, where the event may be another's."""


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """The events of all who present."""

    name: str
    zone: ZoneInfo
    clocks: tuple[Change, ...]
    """How the clocks of the zone are set while it lasts."""
    revised: date
    events: tuple[OwnEvent, ...]


Wanted = Mapping[str, Collection[str | None]]
"""By the id of a session, the sections of those who present in it; None where it is not known."""


def own_calendar(planned: PlannedCourse, wanted: Wanted) -> OwnCalendar | None:
    """The calendar of those who present in sessions with these ids.

    There is none where the course has none: it says no more than that one does.
    """
    zone, term = planned.course.zone, planned.course.term
    if zone is None or not course_calendars(planned):
        return None
    events = tuple(_events(planned, wanted, zone))
    if not events:
        return None
    days = [
        event.start.date() if isinstance(event.start, datetime) else event.start for event in events
    ]
    clocks = changes(zone, min(days).year, max(days).year + 1)
    return OwnCalendar(
        course_name(planned), zone, clocks, term.start if term else min(days), events
    )


def section_number(section: str, planned: PlannedCourse) -> int:
    """The number of a section, from 1 on: pages have it in place of a name that would tell more."""
    return planned.course.sections.index(section) + 1


def _events(planned: PlannedCourse, wanted: Wanted, zone: ZoneInfo) -> Iterator[OwnEvent]:
    uids = Uids(planned)
    due: dict[str, list[tuple[str | None, OwnEvent]]] = {}
    for deadline in planned.facts.deadlines:  # of all: UIDs count what repeats
        for section, event in _dues(deadline, uids):
            if deadline.session:
                due.setdefault(deadline.session.id, []).append((section, event))
    for row in planned.schedule.by_session.values():
        if row.session.id in wanted:
            events = list(_dates(row, planned, uids, zone))
            if row.meeting:
                events += due.get(row.session.id, ())
            yield from _for_presenters(events, wanted[row.session.id], planned)


def _dates(
    row: SessionRow, planned: PlannedCourse, uids: Uids, zone: ZoneInfo
) -> Iterator[tuple[str | None, OwnEvent]]:
    """A session as an event of each section, or one of all sections, under None."""
    session = planned.session_of(row.session.id)
    for each in row.sections:
        if each.meeting:
            uid = uids.of_section(session, each.section)
            yield each.section, _event(session, each.meeting, uid, zone)
    if not row.sections and row.meeting:
        yield None, _event(session, row.meeting, uids.of_session(session), zone)


def _for_presenters(
    events: Iterable[tuple[str | None, OwnEvent]],
    sections: Collection[str | None],
    planned: PlannedCourse,
) -> Iterator[OwnEvent]:
    """The events of the sections of presenters; all of them for one whose section is not known."""
    for own in planned.course.sections:
        if own in sections:
            number = section_number(own, planned)
            yield from (replace(event, section=number) for of, event in events if of in {None, own})
    if None in sections:
        for of, event in events:
            yield replace(event, label=planned.course.section_name(of)) if of else event


def _event(session: PlannedSession, meeting: Meeting, uid: str, zone: ZoneInfo) -> OwnEvent:
    start, end = span(meeting, zone)
    return OwnEvent(
        shown_session(session),
        uid,
        start or meeting.day,
        end if start else meeting.day + DAY,
        sequence=int(session.facts.session.moved_from is not None),
        where=meeting.where,
        docname=session.docname,
        anchor=session.anchor,
    )


def _dues(deadline: PlannedDeadline, uids: Uids) -> Iterator[tuple[str | None, OwnEvent]]:
    """A deadline as an event of each section, or one of all sections, under None."""
    for each in deadline.sections:
        if each.due and each.due.instant:
            uid = uids.of_section_due(deadline, each.section)
            if deadline.session:
                yield each.section, _deadline(deadline, uid, each.due.instant)
    if not deadline.sections and deadline.due and deadline.due.instant:
        uid = uids.of_deadline(deadline)
        if deadline.session:
            yield None, _deadline(deadline, uid, deadline.due.instant)


def _deadline(deadline: PlannedDeadline, uid: str, instant: datetime) -> OwnEvent:
    assert deadline.session
    return OwnEvent(
        shown_session(deadline.session),
        uid,
        instant - DUE_SPAN,
        instant,
        sequence=0,
        due=deadline.facts.title,
        docname=deadline.facts.docname,
        anchor=deadline.facts.anchor,
    )


def button(calendar: OwnCalendar | None, page: Page) -> Iterator[Tag]:
    """What a reader who has picked a name saves their own calendar by; a script shows it."""
    if calendar is None or not page.offers(CALENDAR):
        return
    data = {
        "name": calendar.name,
        "zone": list(_zone_lines(calendar)),
        "stamp": f"{calendar.revised:%Y%m%d}T000000Z",
        "said": _("{label}: {text}"),
        "events": [_data(event, calendar.zone, page) for event in calendar.events],
    }
    attributes = {
        "type": "button",
        "hidden": "",
        "data-calendar": json.dumps(data, ensure_ascii=False, separators=(",", ":")),
    }
    yield tag(
        "p", {"class": "seminar-calendars"}, tag("button", attributes, _("Add mine to a calendar"))
    )


def session_mark(session: ShownSession, section: int | None) -> str:
    """What tells the script which session a row, or an event, is about, and for which section."""
    mark = f"{session.docname}#{session.anchor}"
    return f"{mark} {section}" if section else mark


def _data(event: OwnEvent, zone: ZoneInfo, page: Page) -> dict[str, object]:
    title = _("Due: {title}").format(title=event.due) if event.due else event.session.title
    if event.label:
        title = _("{label}: {text}").format(label=event.label, text=title)
    return {
        "of": session_mark(event.session, event.section),
        "title": title,
        "text": event.session.title if event.due else None,
        "where": event.where,
        "page": _address(event, page),
        "lines": [
            f"UID:{event.uid}",
            *_times(event, zone),
            f"SEQUENCE:{event.sequence}",
            "STATUS:CONFIRMED",
        ],
    }


def _address(event: OwnEvent, page: Page) -> str | None:
    address = page.address(event.docname, event.anchor)
    # Where all documents are one page, Sphinx puts the document before the place in it.
    return f"#{event.anchor}" if address and address.startswith("#") else address


def _times(event: OwnEvent, zone: ZoneInfo) -> Iterator[str]:
    moments = {"DTSTART": event.start, "DTEND": event.end}
    local = [found.astimezone(zone) for found in moments.values() if isinstance(found, datetime)]
    in_utc = zone.key == "UTC" or not all(map(is_shown_once, local))
    for name, moment in moments.items():
        if isinstance(moment, datetime) and in_utc:
            yield f"{name}:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        elif isinstance(moment, datetime):
            yield f"{name};TZID={zone.key}:{moment.astimezone(zone):%Y%m%dT%H%M%S}"
        elif moment is not None:
            yield f"{name};VALUE=DATE:{moment:%Y%m%d}"


def _zone_lines(calendar: OwnCalendar) -> Iterator[str]:
    """The time zone as calendars define one (RFC 5545, 3.6.5): Outlook shows UTC as UTC."""
    if calendar.zone.key == "UTC":
        return
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{calendar.zone.key}"
    for change in calendar.clocks:
        part = "DAYLIGHT" if change.is_daylight else "STANDARD"
        yield f"BEGIN:{part}"
        yield f"DTSTART:{change.onset:%Y%m%dT%H%M%S}"
        yield f"TZOFFSETFROM:{_offset(change.before)}"
        yield f"TZOFFSETTO:{_offset(change.after)}"
        yield f"TZNAME:{change.name}"
        if change.yearly:
            month, day = change.yearly
            yield f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={day}"
        yield f"END:{part}"
    yield "END:VTIMEZONE"


def _offset(offset: timedelta) -> str:
    """Hours and minutes with a sign (RFC 5545, 3.3.14)."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"
