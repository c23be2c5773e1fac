"""Which calendars a course has, for readers to subscribe to, and what tells their events apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeGuard

from ..model.compared import compared
from ..model.presenting_role import role_key
from ..model.schedule import MovedRow, Row, SessionRow
from ..pages.title_id import free_id, title_id
from .planned_course import PlannedCourse, PlannedSession

CALENDAR = "calendar.ics"

DUE_SPAN = timedelta(minutes=15)
"""How long before its moment something due begins in a calendar.

Of a moment alone, calendars show a line without room for its title.
"""


_MOST_ROLES = 12
"""A course of more roles gets a calendar for none: nobody would look through the list of them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of session one is."""

    name: str
    """As its author writes it."""
    label: str
    """As readers see it."""


@dataclass(frozen=True, slots=True)
class CourseCalendar:
    """A calendar: of the whole course, or of what it holds of one kind."""

    file: str
    """Its name in the folder of the course."""
    kind: str | None = None
    """As its author writes it."""
    label: str | None = None
    """The kind or the section as readers see it."""
    section: str | None = None
    """The section that it is for; the events of all are in the others."""
    role: str | None = None
    """The key of the presenting role whose sessions it holds."""


def course_calendars(planned: PlannedCourse) -> tuple[CourseCalendar, ...]:
    """The calendar of all, and those of sections, of several kinds of sessions, of roles in use.

    There is none where nothing has a date yet, nor where dates are not to be trusted: without the
    time zone an event would be hours off for somebody.
    """
    course = planned.course
    if planned.folder is None or course.zone is None or not course.dates_known:
        return ()
    rows = [row for row in planned.schedule.rows if is_event(row)]
    if not rows and not any(found.due for found in planned.facts.deadlines):
        return ()
    of_rows = [kinds_of(planned.session_of(row.session.id), planned) for row in rows]
    found = [CourseCalendar(CALENDAR)]
    taken = {CALENDAR.removesuffix(".ics")}
    if course.sections:
        files = _file_names(course.sections, taken)
        found += [
            CourseCalendar(file, None, course.section_name(section), section)
            for file, section in zip(files, course.sections, strict=True)
        ]
    kinds: dict[str, Kind] = {}
    for kind in (kind for of_row in of_rows for kind in of_row):
        kinds.setdefault(compared(kind.name), kind)
    # Where all sessions are of the same kinds, a calendar of one of them would hold them all.
    if len({tuple(compared(kind.name) for kind in of_row) for of_row in of_rows}) > 1:
        files = _file_names([kind.name for kind in kinds.values()], taken)
        found += [
            CourseCalendar(file, kind.name, kind.label)
            for file, kind in zip(files, kinds.values(), strict=True)
        ]
    if course.presenting.roles and planned.presenting.slots:
        found += _of_roles(planned, {row.session.id for row in rows}, taken)
    return tuple(found)


def _of_roles(
    planned: PlannedCourse, sessions: Set[str], taken: set[str]
) -> Iterator[CourseCalendar]:
    slots = planned.presenting.slots
    taken_roles = {slot.role for slot in slots if slot.takers}
    held_roles = {slot.role for slot in slots if slot.session in sessions}
    course = planned.course
    used = {role_key(name) for name in taken_roles} & {role_key(name) for name in held_roles}
    roles = [role for role in course.presenting.roles if role.key in used]
    if len(roles) <= _MOST_ROLES:
        files = _file_names([f"role {role.name}" for role in roles], taken)
        for role, file in zip(roles, files, strict=True):
            yield CourseCalendar(file, label=course.role_name(role.name), role=role.key)


def is_event(row: Row) -> TypeGuard[SessionRow | MovedRow]:
    """Whether a row of the schedule is the one by which a session is in the calendars.

    A session that is moved to a date which is not known yet is there at its old one, cancelled.
    """
    if isinstance(row, MovedRow):
        return row.moved_to is None
    return isinstance(row, SessionRow) and row.meeting is not None


def kinds_of(session: PlannedSession, planned: PlannedCourse) -> tuple[Kind, ...]:
    """Of what kinds a session is: by its own words, else by those of its meeting."""
    labels = planned.schedule.labels.get(session.id, ())
    if labels:
        return tuple(Kind(label.name, label.text) for label in labels)
    meeting = planned.row_of(session).meeting
    if meeting is None or meeting.kind is None:
        return ()
    return (Kind(meeting.kind, planned.course.kind_name(meeting.kind)),)


def session_keys(planned: PlannedCourse) -> dict[str, str]:
    """What tells each session of a course from the others, wherever it is; by its id.

    Its ``:id:``, else one made of the title before it was translated. The ids that pages use will
    not do: they depend on what else is on the page.
    """
    explicit = {found.id for found in planned.sessions if found.facts.explicit_id}
    taken: set[str] = set()
    keys = {}
    for session in planned.sessions:
        if session.facts.explicit_id:
            keys[session.id] = session.id
            continue
        title = session.title if session.facts.is_untold else session.own_title
        base = title_id(title) or session.id
        key, number = base, 1
        while key in taken or key in explicit:
            number += 1
            key = f"{base}-{number}"
        taken.add(key)
        keys[session.id] = key
    return keys


def _file_names(kinds: Iterable[str], taken: set[str]) -> Iterator[str]:
    for kind in kinds:
        # Behind a word a number stays: sections are called 001 (morning) and 002 (morning).
        name = free_id(title_id(kind, "calendar"), taken)
        taken.add(name)
        yield f"{name}.ics"
