"""A course as it is planned: its sessions with their dates, what is due, who presents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ..model.compared import compared
from ..model.course import Course
from ..model.meeting import Meeting
from ..model.meeting_kinds import MeetingKinds, meeting_kinds
from ..model.name_digest import name_digest
from ..model.presenting_check import Participant, UnmetRule
from ..model.schedule import Schedule, SessionRow
from ..model.slot import PresentingSession, Slot
from ..pages.read.facts import AnnouncementFacts, DeadlineFacts, ReleaseFacts, SessionFacts
from .presenter_names import PresenterNames

if TYPE_CHECKING:
    from ..model.deadline import Due
    from ..model.label import Label
    from ..model.photo import Photo
    from ..model.release import Moment
    from ..model.roster import Roster
    from ..model.signup import SignupRow, SignupSheet
    from ..pages.read.facts import ReadingFacts
    from ..pages.read.listings import Listing
    from .deadlines import SectionDue
    from .objects import Object
    from .readings import CourseReadings
    from .units import Unit

NameKind = Literal["id", "own_title", "title"]
"""What a cross-reference may call a session by."""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session with the id that names it in its whole course."""

    id: str
    title: str
    docname: str
    anchor: str
    facts: SessionFacts

    @property
    def own_title(self) -> str:
        """The title as its author wrote it; while that is withheld, as a `name_digest`."""
        return self.facts.own_title


@dataclass(frozen=True, slots=True)
class PlannedDeadline:
    """Something due, with its instant where that is known."""

    facts: DeadlineFacts
    due: Due | None
    """The first of *sections*, where these differ."""
    session: PlannedSession | None
    labels: tuple[Label, ...] = ()
    """Its kinds, counted by time where the course numbers them."""
    out: date | None = None
    """The day on which it is handed out, where that is said and known."""
    sections: tuple[SectionDue, ...] = ()
    """When it is due for each section, where that is not the same for all."""


@dataclass(frozen=True, slots=True)
class PlannedRelease:
    """Something that is withheld for a while, with its moment where that is known."""

    facts: ReleaseFacts
    moment: Moment | None


@dataclass(frozen=True)
class CourseFacts:
    """What the documents of one course say beside its sessions."""

    deadlines: tuple[PlannedDeadline, ...] = ()
    """In order of time; those without one last."""
    announcements: tuple[AnnouncementFacts, ...] = ()
    """Those that are out, the newest first."""
    changed: tuple[PlannedSession, ...] = ()
    """The sessions that were moved or cancelled on a day that is named and has come, the last one
    first."""
    has_news_to_come: bool = False
    """Whether there are others, which are not out yet."""
    releases: tuple[PlannedRelease, ...] = ()
    """In order of time; those without one last."""
    staff_page: str | None = None
    """The document with the first ``{staff}``."""
    schedule_page: tuple[str, str | None] | None = None
    """The document with the schedule, and the section there."""
    week_ids: str = "seminar-week-"
    """What the ids of its weeks begin with on that document; no heading *Week 3* has one."""
    announcements_page: str | None = None
    readings: Mapping[str, tuple[ReadingFacts, ...]] = field(default_factory=dict)
    """The items of reading lists, by the document that they are on."""
    front_page: str | None = None

    @property
    def withholds(self) -> bool:
        """Whether something is withheld that may be what a view lacks."""
        return any(
            not (found.facts.is_out or found.facts.is_news or found.facts.is_material)
            for found in self.releases
        )

    def deadline_at(self, docname: str, anchor: str) -> PlannedDeadline | None:
        """The deadline at an anchor of a document."""
        return self._by_anchor.get((docname, anchor))

    @cached_property
    def _by_anchor(self) -> dict[tuple[str, str], PlannedDeadline]:
        return {(found.facts.docname, found.facts.anchor): found for found in self.deadlines}

    @property
    def has_objects(self) -> bool:
        """Whether there is something to link to beside sessions and people."""
        return bool(self.readings or self.deadlines or self.announcements)


@dataclass(frozen=True)
class PlannedPresenting:
    """The slots of a course, who takes them, and which rules do not hold."""

    names: PresenterNames = field(default_factory=PresenterNames)
    slots: tuple[Slot, ...] = ()
    """In the order of the schedule, of the papers, and of the roles as the course declares them."""
    sessions: Mapping[str, PresentingSession] = field(default_factory=dict)
    """By id, in the order of the schedule."""
    participants: tuple[Participant, ...] = ()
    """All students: those of the roster, else those who take a slot."""
    unmet_rules: tuple[UnmetRule, ...] = ()
    sheet: SignupSheet | None = None
    is_sheet_lost: bool = False
    """Whether course.yml names a sheet that is not there, or is not read as a whole."""
    roster: Roster | None = None
    sheet_rows: Mapping[str, tuple[SignupRow, ...]] = field(default_factory=dict)
    """The rows of the sheet, by the id of their session."""
    are_some_withheld: bool = False
    """Whether a page withholds presenters: no rule says what is missing then."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """By the key of a student, the section that the roster says."""

    @property
    def is_astray(self) -> bool:
        """Whether the sheet is lost, or none of its rows finds a session.

        No rule says what is missing then.
        """
        has_rows = self.sheet is not None and bool(self.sheet.rows)
        return self.is_sheet_lost or (has_rows and not self.written_rows)

    @property
    def written_rows(self) -> dict[str, tuple[SignupRow, ...]]:
        """The rows that are in the sheet, by the id of their session."""
        return {key: rows for key, rows in self.sheet_rows.items() if rows[0].line}

    @cached_property
    def _by_session(self) -> dict[str, list[Slot]]:
        found: dict[str, list[Slot]] = {}
        for slot in self.slots:
            found.setdefault(slot.session, []).append(slot)
        return found

    def slots_of(self, session_id: str) -> list[Slot]:
        """The slots of a session."""
        return self._by_session.get(session_id, [])


@dataclass(frozen=True)
class PlannedCourse:
    """A course with the sessions that its documents hold, and their schedule."""

    folder: str | None
    """None for what no ``course.yml`` governs."""
    course: Course
    broken: bool = False
    sessions: tuple[PlannedSession, ...] = ()
    schedule: Schedule = field(default_factory=Schedule)
    _by_anchor: dict[tuple[str, str], PlannedSession] = field(default_factory=dict, repr=False)
    facts: CourseFacts = field(default_factory=CourseFacts)
    presenting: PlannedPresenting = field(default_factory=PlannedPresenting)
    listings: Mapping[str, Listing] = field(default_factory=dict, repr=False)
    """Where documents are listed, if that says which units its sessions are in."""
    photos: Mapping[str, Photo] = field(default_factory=dict)
    """Those of the staff that are there, by their path in course.yml."""

    @property
    def file(self) -> str:
        """The path of its course.yml, for messages."""
        return f"{self.folder}/course.yml" if self.folder else "course.yml"

    @property
    def has_dates(self) -> bool:
        """Whether its sessions have dates, or will have some; else anybody takes it at any time."""
        course = self.course
        if course.term or course.patterns or not course.dates_known:
            return True
        sessions = (found.facts.session for found in self.sessions)
        return any(found.pinned or found.fixed or found.undated for found in sessions)

    @property
    def last_day(self) -> date | None:
        """The last day of the term, or of a session that is later; None without a term."""
        term = self.course.term
        rows = self.schedule.by_session.values()
        days = [row.meeting.day for row in rows if row.meeting]
        if self.course.sections:  # the first of their dates are in already
            dates = (each.meeting for row in rows for each in row.sections)
            days += [meeting.day for meeting in dates if meeting]
        return max([term.end, *days]) if term else None

    def open_labels(self, meeting: Meeting) -> tuple[Label, ...]:
        """The kind of a meeting without a session, where the course has meetings of several."""
        if meeting.kind is None or len(self.meeting_kinds.names) < 2:
            return ()
        from ..model.label import Label

        kind = self.course.kind_named(meeting.kind)
        color = kind.color if kind else None
        return (Label(meeting.kind, self.course.kind_name(meeting.kind), None, color),)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """By the id of a session, the unit that it is in."""
        from .units import units_of  # many courses show none

        return units_of(self.sessions, self.listings)

    @cached_property
    def readings(self) -> CourseReadings:
        """What is read in it; to be asked for when all of it is planned."""
        from .readings import plan_readings  # many courses have none

        return plan_readings(self, self.facts.readings)

    @cached_property
    def objects(self) -> tuple[Object, ...]:
        """What other pages and sites may link to; to be asked for when all of it is planned."""
        from .objects import objects_of

        return tuple(objects_of(self))

    def objects_called(self, name: str) -> Sequence[Object]:
        """The people, units, deadlines and announcements of a name, or of an id on their page."""
        return self._objects_by_name.get(compared(name), ())

    @cached_property
    def _objects_by_name(self) -> dict[str, list[Object]]:
        from .objects import SPOKEN_OF_BY_NAME

        found: dict[str, list[Object]] = {}
        for each in self.objects:
            if each.kind in SPOKEN_OF_BY_NAME:
                for name in dict.fromkeys((compared(each.name), compared(each.anchor))):
                    found.setdefault(name, []).append(each)
        return found

    @cached_property
    def meeting_kinds(self) -> MeetingKinds:
        """The kinds of its meetings."""
        return meeting_kinds(self.course.patterns)

    @cached_property
    def has_materials(self) -> bool:
        """Whether a session states some, or has an option that nobody knows."""
        return any(session.facts.materials for session in self.sessions)

    def numbered_title_of(self, session: PlannedSession) -> str:
        """The title of a session, numbered where it is the one of another session too."""
        return self.numbered_titles.get(session.id, session.title)

    @cached_property
    def numbered_titles(self) -> dict[str, str]:
        """By id, the numbered titles of sessions that have the title of one before them."""
        taken = {session.title for session in self.sessions}
        if len(taken) == len(self.sessions):
            return {}
        found: dict[str, str] = {}
        seen: set[str] = set()
        for session in self.sessions:
            title, number = session.title, 1
            while title in seen or (number > 1 and title in taken):
                number += 1
                title = f"{session.title} {number}"
            seen.add(title)
            if number > 1:
                found[session.id] = title
        return found

    def session_at(self, docname: str, anchor: str) -> PlannedSession | None:
        """The session that is at an anchor of a document."""
        return self._by_anchor.get((docname, anchor))

    def session_of(self, session_id: str) -> PlannedSession:
        """The session of an id."""
        return self._by_id[session_id]

    @property
    def documents(self) -> Iterable[str]:
        """The documents that its sessions are written on, in their order."""
        return self._by_document.keys()

    def sessions_on(self, docname: str) -> list[PlannedSession]:
        """The sessions that are on a document."""
        return self._by_document.get(docname, [])

    def session_by(self, kind: NameKind, name: str) -> PlannedSession | None:
        """The first session of a name of that kind; letter case and blanks do not matter."""
        found = self._by_name[kind]
        return found.get(compared(name)) or found.get(name_digest(name))

    @cached_property
    def _by_id(self) -> dict[str, PlannedSession]:
        return {session.id: session for session in self.sessions}

    @cached_property
    def _by_document(self) -> dict[str, list[PlannedSession]]:
        found: dict[str, list[PlannedSession]] = {}
        for session in self.sessions:
            found.setdefault(session.docname, []).append(session)
        return found

    @cached_property
    def _by_name(self) -> dict[NameKind, dict[str, PlannedSession]]:
        found: dict[NameKind, dict[str, PlannedSession]] = {"id": {}, "own_title": {}, "title": {}}
        for session in self.sessions:
            found["id"].setdefault(compared(session.id), session)
            found["own_title"].setdefault(compared(session.own_title), session)
            found["title"].setdefault(compared(session.title), session)
        return found

    def row_of(self, session: PlannedSession) -> SessionRow:
        """The row in which a session is held, or cancelled."""
        return self.schedule.by_session[session.id]
