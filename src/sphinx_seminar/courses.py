"""The courses of a site: what was loaded from files, and the schedules planned from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from .course_facts import CourseFacts, Today, plan_facts
from .facts import DocumentFacts, ScheduleFacts, SessionFacts
from .model.course import Course
from .model.nearest import did_you_mean
from .model.problem import Problem
from .model.schedule import Schedule, SessionRow, build_schedule
from .places import governing_folder, named_folder
from .presenting_plan import PlannedPresenting, empty_presenters, plan_presenting
from .today import today

if TYPE_CHECKING:
    from .model.roster import Roster
    from .model.signup import SignupSheet

NameKind = Literal["id", "own_title", "title"]
"""What a cross-reference may call a session by."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A ``course.yml`` as it was loaded."""

    course: Course
    broken: bool
    """Whether it has problems, so that its pages must say so."""
    sheet: SignupSheet | None = None
    roster: Roster | None = None


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
        """The title as its author wrote it."""
        return self.facts.own_title


@dataclass(frozen=True)
class PlannedCourse:
    """A course with the sessions that its documents hold, and their schedule."""

    folder: str | None
    """None for what no ``course.yml`` governs."""
    course: Course
    broken: bool = False
    sessions: tuple[PlannedSession, ...] = ()
    schedule: Schedule = field(default_factory=Schedule)
    _by_place: dict[tuple[str, str], PlannedSession] = field(default_factory=dict, repr=False)
    facts: CourseFacts = field(default_factory=CourseFacts)
    presenting: PlannedPresenting = field(default_factory=PlannedPresenting)

    def session_at(self, docname: str, anchor: str) -> PlannedSession | None:
        """The session that stands at an anchor of a document."""
        return self._by_place.get((docname, anchor))

    def sessions_on(self, docname: str) -> list[PlannedSession]:
        """The sessions that stand on a document."""
        return self._by_document.get(docname, [])

    def session_by(self, kind: NameKind, name: str) -> PlannedSession | None:
        """The first session of a name of that kind; letter case and blanks do not matter."""
        return self._by_name[kind].get(_folded(name))

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
            found["id"].setdefault(_folded(session.id), session)
            found["own_title"].setdefault(_folded(session.own_title), session)
            found["title"].setdefault(_folded(session.title), session)
        return found

    def row_of(self, session: PlannedSession) -> SessionRow:
        """The row in which a session is held, or cancelled."""
        return self.schedule.by_session[session.id]


@dataclass
class Courses:
    """All courses of a site; their folders are relative to the sources, ``""`` the root."""

    loaded: dict[str, LoadedFile] = field(default_factory=dict)
    planned: dict[str, PlannedCourse] = field(default_factory=dict)
    ungoverned: dict[str, PlannedCourse] = field(default_factory=dict)
    """By document: sessions that no course governs are a schedule of their page alone."""
    linkable: list[PlannedCourse] = field(default_factory=list)
    """Those of all these that have a session or a person to link to."""

    def folder_of(self, docname: str, named: str | None) -> str | None:
        """The folder of the course that a document's directive speaks of."""
        if named:
            return named_folder(docname, named, self.loaded)
        return governing_folder(docname, self.loaded)

    def planned_for(self, docname: str, named: str | None) -> PlannedCourse | None:
        """The course that governs a document, or the one that it names."""
        folder = self.folder_of(docname, named)
        if folder is not None:
            return self.planned.get(folder)
        return self.ungoverned.get(docname)

    def plan(
        self,
        documents: Mapping[str, DocumentFacts],
        order: Sequence[str],
        today: Today = today,
    ) -> list[Problem]:
        """Plan every course from the facts of the documents, taken in *order*.

        Returns what is wrong across documents: ids, roles, dates, schedules.
        """
        problems: list[Problem] = []
        by_folder: dict[str, list[SessionFacts]] = {folder: [] for folder in self.loaded}
        alone: dict[str, list[SessionFacts]] = {}
        for docname in order:
            if docname not in documents:
                continue
            for named, source in documents[docname].named_courses:
                if self.folder_of(docname, named) is None:
                    hint = did_you_mean(named, [folder or "/" for folder in self.loaded])
                    message = f"':course: {named}': no course.yml is in that folder; {hint}"
                    problems.append(Problem("course", message, source))
            for facts in documents[docname].sessions:
                folder = self.folder_of(docname, facts.course)
                if folder is None:
                    alone.setdefault(docname, []).append(facts)
                else:
                    by_folder[folder].append(facts)
        self.planned = {
            folder: _planned(folder, self.loaded[folder], facts, problems)
            for folder, facts in by_folder.items()
        }
        no_facts = LoadedFile(Course(), broken=False)
        self.ungoverned = {
            docname: _planned(None, no_facts, alone.get(docname, ()), problems)
            for docname in documents
            if docname in alone or governing_folder(docname, self.loaded) is None
        }
        for docname in order:
            if docname in documents:
                problems += self._unknown_roles(docname, documents[docname])
        problems += self._filled_twice(documents, order)
        problems += self._nothing_to_show(documents, order)
        problems += self._plan_presenting(documents, today)
        problems += plan_facts(self, documents, order, today)
        problems += empty_presenters(self, documents, order)
        every = (*self.planned.values(), *self.ungoverned.values())
        self.linkable = [course for course in every if course.sessions or course.course.staff]
        return problems

    def _plan_presenting(
        self, documents: Mapping[str, DocumentFacts], today: Today
    ) -> Iterable[Problem]:
        for folder, planned in self.planned.items():
            loaded = self.loaded[folder]
            presenting, problems = plan_presenting(
                planned, loaded.sheet, loaded.roster, documents, today(planned.course.zone)
            )
            self.planned[folder] = replace(planned, presenting=presenting)
            yield from problems

    def _unknown_roles(self, docname: str, facts: DocumentFacts) -> Iterable[Problem]:
        planned = self.planned_for(docname, None)
        if planned is None or not planned.course.presenting.roles:
            return
        presenting = planned.course.presenting
        known = [role.name for role in presenting.roles]
        for use in facts.places:
            if presenting.role(use.role) is None:
                message = f"course.yml knows no presenting role {use.role!r}; " + did_you_mean(
                    use.role, known
                )
                yield Problem("roles", message, use.source)

    def _nothing_to_show(
        self, documents: Mapping[str, DocumentFacts], order: Sequence[str]
    ) -> Iterable[Problem]:
        for docname in order:
            for schedule in documents[docname].schedules if docname in documents else ():
                folder = self.folder_of(docname, schedule.course)
                if folder is None and not schedule.filled and not schedule.course:
                    yield Problem(
                        "schedule",
                        "no course.yml governs this page and no session stands in the {schedule}; "
                        "write sessions inside, or name the course: ':course: folder'",
                        schedule.source,
                    )
                planned = self.planned.get(folder) if folder is not None else None
                if planned and not planned.broken and not planned.schedule.rows:
                    path = f"{folder}/course.yml" if folder else "course.yml"
                    yield Problem(
                        "schedule",
                        f"{path} has no meetings and the course no session, so the {{schedule}} "
                        "is empty; write 'meetings:' there, or sessions",
                        schedule.source,
                    )

    def _filled_twice(
        self, documents: Mapping[str, DocumentFacts], order: Sequence[str]
    ) -> Iterable[Problem]:
        first: dict[str, ScheduleFacts] = {}
        for docname in order:
            for schedule in documents[docname].schedules if docname in documents else ():
                folder = self.folder_of(docname, schedule.course)
                if not schedule.filled or folder is None:
                    continue
                if folder in first:
                    other = first[folder].source
                    yield Problem(
                        "schedule",
                        f"a second filled {{schedule}} in one course; the first is at "
                        f"{other.path}:{other.line}; move its sessions there, or empty it to "
                        "show the same sessions again",
                        schedule.source,
                    )
                first.setdefault(folder, schedule)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _planned(
    folder: str | None,
    loaded: LoadedFile,
    facts: Sequence[SessionFacts],
    problems: list[Problem],
) -> PlannedCourse:
    sessions = _with_unique_ids(facts, problems)
    schedule = build_schedule(
        loaded.course, [replace(found.facts.session, id=found.id) for found in sessions]
    )
    problems += schedule.problems
    by_place = {(found.docname, found.anchor): found for found in sessions}
    return PlannedCourse(folder, loaded.course, loaded.broken, tuple(sessions), schedule, by_place)


def _with_unique_ids(
    facts: Sequence[SessionFacts], problems: list[Problem]
) -> list[PlannedSession]:
    """Sessions in order; an id that repeats is numbered, and told where an author gave it."""
    explicit = {found.session.id for found in facts if found.explicit_id}
    taken: set[str] = set()
    sessions = []
    for found in facts:
        base, number = found.session.id, 1
        session_id = base
        while session_id in taken or (not found.explicit_id and session_id in explicit):
            number += 1
            session_id = f"{base}-{number}"
        if found.explicit_id and session_id != base:
            message = f"':id: {base}' names another session of the course; write another one"
            problems.append(Problem("option", message, found.session.source))
        taken.add(session_id)
        sessions.append(
            PlannedSession(session_id, found.session.title, found.docname, found.anchor, found)
        )
    return sessions
