"""What is in the calendars of a course: its sessions, what is due, its breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ...locale import _
from ...model.instant import DAY
from ...model.meeting import Meeting
from ...model.presenting_role import role_key
from ...model.schedule import BreakRow, MovedRow, SessionRow
from ...model.span import span
from ...pages.read.facts import ReadingFacts
from ...pages.read.reading_facts import leads_away
from ...plan.calendars import DUE_SPAN, Kind, is_event, kinds_of
from ...plan.planned_course import PlannedCourse, PlannedDeadline, PlannedSession
from ...plan.uids import Uids
from ...views.words.breaks import break_title
from ...views.words.dates import short_date
from ...views.words.label import labels_text
from ..feed import Site


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of a calendar."""

    uid: str
    summary: str
    start: date | datetime
    """A UTC instant; a date for all of its day."""
    end: date | datetime | None = None
    """Of a date the day behind the last one (RFC 5545, 3.6.1); None where it is not known."""
    description: str = ""
    where: str | None = None
    url: str | None = None
    kinds: tuple[Kind, ...] = ()
    sequence: int = 0
    is_cancelled: bool = False
    is_free: bool = False
    """Whether it takes nobody's time: a break."""
    section: str | None = None
    """The section that has it; None where all have."""
    is_due: bool = False
    session: str | None = None
    """The id in the plan of the session that it is, or that it is due for."""
    roles: tuple[str, ...] = ()
    """The keys of the presenting roles that it is for; empty where it is for all."""


def course_events(planned: PlannedCourse, site: Site) -> tuple[Event, ...]:
    """The events of a course, in the order of its schedule, those that are due behind these."""
    assert planned.course.zone is not None
    return tuple(_Events(planned, planned.course.zone, site).all())


class _Events:
    """Makes the events of one course."""

    def __init__(self, planned: PlannedCourse, zone: ZoneInfo, site: Site) -> None:
        self.planned = planned
        self.zone = zone
        self.site = site
        self.uids = Uids(planned)
        self.readings = site.readings_of(planned)
        self.roles = {role.key for role in planned.course.presenting.roles}

    def all(self) -> Iterator[Event]:
        for row in self.planned.schedule.rows:
            if isinstance(row, BreakRow) and not row.goes_on:
                yield self.of_break(row)
            elif is_event(row):
                yield from self.of_sections(row) if row.sections else [self.of_session(row)]
        for deadline in self.planned.facts.deadlines:
            if deadline.sections:
                yield from self.of_section_dues(deadline)
            elif deadline.due and deadline.due.instant:
                yield self.of_deadline(deadline, deadline.due.instant)

    def of_sections(self, row: SessionRow | MovedRow) -> Iterator[Event]:
        """An event for each section that has the session at a date."""
        planned = self.planned
        for each in row.sections:
            if each.meeting is None:
                continue
            event = self.of_session(replace(row, meeting=each.meeting))
            label = planned.course.section_name(each.section)
            yield replace(
                event,
                uid=self.uids.of_section(planned.session_of(row.session.id), each.section),
                summary=_("{label}: {text}").format(label=label, text=event.summary),
                section=each.section,
            )

    def of_session(self, row: SessionRow | MovedRow) -> Event:
        session, facts = self.planned.session_of(row.session.id), row.session
        assert row.meeting is not None
        start, end = self.span(row.meeting)
        is_unknown = isinstance(row, MovedRow)
        is_cancelled = facts.status == "cancelled" or is_unknown
        title = session.title
        if facts.status == "cancelled":
            title = _("{label}: {text}").format(label=_("Cancelled"), text=title)
        return Event(
            uid=self.uids.of_session(session),
            summary=title,
            start=start,
            end=end,
            description="\n".join(self.lines(session, is_unknown=is_unknown)),
            where=row.meeting.where,
            url=self.site.page(session.docname, session.anchor),
            kinds=kinds_of(session, self.planned),
            # What an earlier build said is not known: only changes that the author writes down
            # count. Where a session is moved and cancelled, it is likely that both happened.
            sequence=(facts.moved_from is not None) + (facts.status == "cancelled"),
            is_cancelled=is_cancelled,
            session=session.id,
        )

    def of_break(self, row: BreakRow) -> Event:
        return Event(
            uid=self.uids.of_break(row.break_),
            summary=break_title(row.break_),
            start=row.break_.start,
            end=row.break_.end + DAY,
            is_free=True,
        )

    def of_section_dues(self, deadline: PlannedDeadline) -> Iterator[Event]:
        """An event for each section that has it at a moment of its own."""
        for each in deadline.sections:
            if each.due is None or each.due.instant is None:
                continue
            label = self.planned.course.section_name(each.section)
            event = self.of_deadline(
                deadline, each.due.instant, self.uids.of_section_due(deadline, each.section)
            )
            yield replace(
                event,
                summary=_("{label}: {text}").format(label=label, text=event.summary),
                section=each.section,
            )

    def of_deadline(
        self, deadline: PlannedDeadline, instant: datetime, uid: str | None = None
    ) -> Event:
        facts, session = deadline.facts, deadline.session
        lines = [labels_text(deadline.labels)] if deadline.labels else []
        lines += [session.title] if session else []
        link = facts.link if leads_away(facts.link) else None
        names = [label.name for label in deadline.labels]
        return Event(
            uid=uid or self.uids.of_deadline(deadline),
            summary=_("Due: {title}").format(title=facts.title),
            start=instant - DUE_SPAN,
            end=instant,
            description="\n".join(lines),
            url=link or self.site.page(facts.docname, facts.anchor),
            kinds=kinds_of(session, self.planned) if session else (),
            is_due=True,
            session=session.id if session else None,
            roles=tuple(key for key in map(role_key, names) if key in self.roles) if names else (),
        )

    def span(self, meeting: Meeting) -> tuple[date | datetime, date | datetime | None]:
        """From when to when a meeting is; all day where its time is not known."""
        start, end = span(meeting, self.zone)
        return (meeting.day, meeting.day + DAY) if start is None else (start, end)

    def lines(self, session: PlannedSession, *, is_unknown: bool) -> Iterator[str]:
        """What there is to know of a session, as text."""
        facts = session.facts
        if labels := self.planned.schedule.labels.get(session.id):
            yield labels_text(labels)
        if is_unknown:
            yield _("Moved; the new date is to be announced")
        elif facts.session.moved_from:
            day = short_date(facts.session.moved_from, self.site.language)
            yield _("Moved from {date}").format(date=day)
        yield from (text for text in (facts.speaker, facts.link) if text)
        yield from self.materials(session) if facts.materials else ()
        readings = self.readings.get((session.docname, session.anchor), ())
        for is_optional in (False, True):
            of_sort = [found for found in readings if found.is_optional is is_optional]
            if of_sort:
                label = _("Additional optional reading") if is_optional else _("Readings")
                yield _("{label}: {text}").format(label=label, text="").rstrip()
                yield from map(reading_line, of_sort)

    def materials(self, session: PlannedSession) -> Iterator[str]:
        from ...views.materials_line import announced_text
        from ..materials import session_materials  # many sessions have none

        for found in session_materials(self.planned, session, self.site, None):
            if found.links:
                addresses = _(", ").join(address for _text, address in found.links)
                yield _("{label}: {text}").format(label=found.word, text=addresses)
            elif found.release:
                yield announced_text(found.word, found.release, self.site.language)


def reading_line(reading: ReadingFacts) -> str:
    """A reading as a line of text: remark, title, venue and address."""
    title = f"{reading.before} {reading.title}".strip()
    venue = f" [{reading.venue}]" if reading.venue else ""
    address = f" {reading.address}" if reading.address else ""
    return f"- {title}{venue}{address}"


def revised(planned: PlannedCourse, events: tuple[Event, ...]) -> datetime:
    """When the facts of the course are taken to be from: as its term begins.

    No build knows when they were written, and the time of the build would make another file of
    the same facts (RFC 5545, 3.8.7.2, wants the time of the last change where no METHOD is given).
    """
    term = planned.course.term
    day = term.start if term else min(_day(event.start) for event in events)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _day(start: date | datetime) -> date:
    return start.date() if isinstance(start, datetime) else start
