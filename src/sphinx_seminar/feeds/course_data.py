"""``course.json``: what a course holds, for the programs of others."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..model.compared import compared
from ..model.label import Label
from ..model.schedule import BreakRow, SessionRow
from ..model.span import span
from ..pages.read.facts import ReadingFacts
from ..pages.read.reading_facts import leads_away
from ..plan.calendars import kinds_of
from ..plan.planned_course import PlannedCourse, PlannedDeadline, PlannedSession
from ..plan.readings import published_of
from ..plan.uids import Uids
from ..views.words.breaks import break_title
from .course_data_format import (
    FILE,
    SCHEMA_ADDRESS,
    VERSION,
    BreakData,
    CourseData,
    DateData,
    DeadlineData,
    DueData,
    KindData,
    LabelData,
    MaterialData,
    PresentersData,
    ReadingData,
    SessionData,
)
from .feed import Feed, Site

if TYPE_CHECKING:
    from ..model.meeting import Meeting
    from ..plan.deadlines import SectionDue


def contents(planned: PlannedCourse, site: Site) -> Iterator[tuple[str, str]]:
    """The file of a course, as text."""
    yield FILE, _Data(planned, site).text()


def write(text: str) -> bytes:
    """The file."""
    return text.encode("utf-8", "replace")  # half of a surrogate pair cannot be written as UTF-8


FEED = Feed(contents, write)


class _Data:
    """Gathers the data of one course."""

    def __init__(self, planned: PlannedCourse, site: Site) -> None:
        self.planned = planned
        self.site = site
        self.path = posixpath.join(planned.folder or "", FILE)
        self.zone = planned.course.zone if planned.course.dates_known else None
        self.uids = Uids(planned)
        self.readings = site.readings_of(planned)
        # Other pages may have the same ids.
        self.same = {
            (use.docname, use.facts.anchor): reading
            for reading in (planned.readings if self.readings else ())
            for use in reading.uses
            if use.facts.anchor
        }
        self.changed = planned.facts.changed
        """The dated changes whose day has come; readers may not know of the others yet."""
        self.pages: dict[str, str] = {}

    def text(self) -> str:
        """One line for each item: what has changed is found in the history of a site."""
        deadlines = self.planned.facts.deadlines
        lists = {
            "kinds": map(_dumped, self.kinds()),
            "sessions": map(_dumped, self.sessions()),
            "deadlines": (_dumped(self.deadline(each)) for each in deadlines),
            "breaks": map(_dumped, self.breaks()),
        }
        head = {"$schema": SCHEMA_ADDRESS, "version": VERSION, "course": self.course()}
        lines = [f'"{name}": {_dumped(value)}' for name, value in head.items()]
        lines += [f'"{name}": [{_below(items)}]' for name, items in lists.items()]
        return "{\n" + ",\n".join(lines) + "\n}\n"

    def course(self) -> CourseData:
        course, front = self.planned.course, self.planned.facts.front_page
        term = course.term if course.dates_known else None
        return {
            "id": course.id,
            "title": course.title,
            "code": course.code,
            "term": course.term_name,
            "start": _day(term.start if term else None),
            "end": _day(term.end if term else None),
            "timezone": course.zone.key if course.zone else None,
            "language": self.site.language.replace("_", "-"),
            "page": self.address(front) if front else None,
            "staff": [{"name": person.name, "role": person.role} for person in course.staff],
            "sections": [
                {"name": name, "label": course.section_name(name)} for name in course.sections
            ],
        }

    def kinds(self) -> Iterator[KindData]:
        """The kinds that course.yml states, then the others that sessions and deadlines are of."""
        course = self.planned.course
        names = [kind.name for kind in course.kinds]
        for session in self.planned.sessions:
            names += [kind.name for kind in kinds_of(session, self.planned)]
        for deadline in self.planned.facts.deadlines:
            names += [label.name for label in deadline.labels]
        first: dict[str, str] = {}
        for name in names:
            first.setdefault(compared(name), name)
        for name in first.values():
            kind = course.kind_named(name)
            assert kind
            yield {
                "name": name,
                "label": course.kind_name(name),
                "color": kind.color,
                "numbered": kind.is_numbered,
            }

    def sessions(self) -> Iterator[SessionData]:
        for session_id, row in self.planned.schedule.by_session.items():
            yield self.session(self.planned.session_of(session_id), row)

    def session(self, session: PlannedSession, row: SessionRow) -> SessionData:
        facts, meeting = session.facts, row.meeting
        start, end = span(meeting, self.zone) if meeting and self.zone else (None, None)
        moved_from = row.session.moved_from
        status = "moved" if moved_from else "held"
        return {
            "id": self.uids.keys[session.id],
            "uid": (uid := self.uids.of_session(session)),
            "number": row.number,
            "title": session.title,
            "kinds": self.kinds_of(session),
            "unit": unit.title if (unit := self.planned.units.get(session.id)) else None,
            "status": "cancelled" if row.session.status == "cancelled" else status,
            "week": row.week.number if row.week else None,
            "date": _day(meeting.day if meeting else None),
            "start": self.moment(start),
            "end": self.moment(end),
            "moved_from": _day(moved_from),
            "changed_on": _day(row.session.changed_on if session in self.changed else None),
            "place": meeting.where if meeting else row.session.where,
            "sections": list(self.dates(session, row, uid)),
            "speaker": facts.speaker or None,
            "link": facts.link or None,
            "page": self.address(session.docname, session.anchor),
            "materials": list(self.materials(session)) if facts.materials else [],
            "readings": [
                self.reading(found, session.docname)
                for found in self.readings.get((session.docname, session.anchor), ())
            ],
            "presenters": list(self.presenters(session)),
        }

    def dates(self, session: PlannedSession, row: SessionRow, uid: str) -> Iterator[DateData]:
        for each in row.sections:
            own = self.uids.of_section(session, each.section)
            yield self.date(each.section, each.meeting, own)
        if row.meeting and not row.sections:  # all have it at once
            for section in self.planned.course.sections:
                yield self.date(section, row.meeting, uid)

    def date(self, section: str, meeting: Meeting | None, uid: str) -> DateData:
        start, end = span(meeting, self.zone) if meeting and self.zone else (None, None)
        return {
            "section": section,
            "uid": uid,
            "date": _day(meeting.day if meeting else None),
            "start": self.moment(start),
            "end": self.moment(end),
            "place": meeting.where if meeting else None,
        }

    def kinds_of(self, session: PlannedSession) -> list[LabelData]:
        labels = self.planned.schedule.labels.get(session.id)
        if labels:
            return _labels(labels)
        kinds = kinds_of(session, self.planned)
        return [{"name": kind.name, "label": kind.label, "number": None} for kind in kinds]

    def reading(self, facts: ReadingFacts, docname: str) -> ReadingData:
        """An item of a list, with what all items about the same reading tell of it."""
        same = self.same.get((docname, facts.anchor or ""))
        published = same.published if same else published_of(facts)
        return {
            "id": same.id if same else None,
            "title": facts.title,
            "remark": facts.before or None,
            "label": facts.venue,
            "venue": published.venue,
            "year": published.year,
            "doi": published.doi,
            "arxiv": published.arxiv,
            "address": facts.address,
            "links": [{"text": text, "address": address} for text, address in facts.links],
            "optional": facts.is_optional,
            "page": self.address(docname, facts.anchor) if facts.anchor else None,
        }

    def materials(self, session: PlannedSession) -> Iterator[MaterialData]:
        from .materials import session_materials  # many sessions have none

        for found in session_materials(self.planned, session, self.site, self.path):
            yield {
                "name": found.option,
                "label": found.word,
                "soon": found.is_soon,
                "release": self.moment(found.release.instant if found.release else None),
                "links": [{"text": text, "address": address} for text, address in found.links],
            }

    def presenters(self, session: PlannedSession) -> Iterator[PresentersData]:
        """The slots of a session, with as much of their names as the course shows."""
        presenting = self.planned.presenting
        for slot in presenting.slots_of(session.id):
            yield self.slot(
                slot.role, slot.paper, map(presenting.names.show, slot.takers), slot.open
            )
        if presenting.sessions:
            return
        # No presenting is planned: there is what the page says.
        for facts in self.site.domain.documents[session.docname].slots:
            if facts.session_anchor == session.anchor:
                people = [named for cell in facts.names for named in presenting.names.of(cell)]
                shown = map(presenting.names.show, people)
                yield self.slot(facts.role, facts.paper, shown, 0 if people else 1)

    def slot(self, role: str, paper: str, people: Iterable[str], free: int) -> PresentersData:
        return {
            "role": role,
            "label": self.planned.course.role_name(role),
            "paper": paper or None,
            "people": [name for name in people if name],
            "open": free,
        }

    def deadline(self, deadline: PlannedDeadline) -> DeadlineData:
        facts, due = deadline.facts, deadline.due
        return {
            "uid": self.uids.of_deadline(deadline),
            "title": facts.title,
            "kinds": _labels(deadline.labels),
            "session": self.uids.keys[deadline.session.id] if deadline.session else None,
            "out": _day(deadline.out),
            "date": _day(due.day if due else None),
            "due": self.moment(due.instant if due else None),
            "sections": [self.due(deadline, each) for each in deadline.sections],
            "link": facts.link if leads_away(facts.link) else None,
            "page": self.address(facts.docname, facts.anchor),
        }

    def due(self, deadline: PlannedDeadline, found: SectionDue) -> DueData:
        due = found.due
        return {
            "section": found.section,
            "uid": self.uids.of_section_due(deadline, found.section),
            "out": _day(found.out),
            "date": _day(due.day if due else None),
            "due": self.moment(due.instant if due else None),
        }

    def breaks(self) -> Iterator[BreakData]:
        for row in self.planned.schedule.rows:
            if isinstance(row, BreakRow) and not row.goes_on:
                yield {
                    "uid": self.uids.of_break(row.break_),
                    "title": break_title(row.break_),
                    "start": row.break_.start.isoformat(),
                    "end": row.break_.end.isoformat(),
                }

    def moment(self, instant: datetime | None) -> str | None:
        """As the clock of the classroom shows it, with its offset from UTC."""
        if instant is None or self.zone is None:
            return None
        return instant.astimezone(self.zone).isoformat(timespec="seconds")

    def address(self, docname: str, anchor: str | None = None) -> str:
        if docname not in self.pages:
            self.pages[docname] = self.site.link(self.path, docname)
        page = self.pages[docname]
        return f"{page}#{anchor}" if anchor else page


def _labels(labels: Iterable[Label]) -> list[LabelData]:
    return [{"name": label.name, "label": label.text, "number": label.number} for label in labels]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


_dumped = json.JSONEncoder(ensure_ascii=False).encode


def _below(items: Iterable[str]) -> str:
    text = ",\n".join(f"  {item}" for item in items)
    return f"\n{text}\n" if text else ""
