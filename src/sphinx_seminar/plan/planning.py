"""Every course is planned: sessions get dates, and what is wrong across documents is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..load.loaded_file import LoadedFile
from ..model.course import Course
from ..model.nearest import did_you_mean
from ..model.problem import Problem, folded
from ..model.schedule import build_schedule
from ..pages.read.facts import DocumentFacts, ScheduleFacts, SessionFacts
from ..paths import governing_folder
from ..today import Today, today
from .course_facts import plan_facts
from .courses import Courses
from .planned_course import PlannedCourse, PlannedSession
from .presenting import empty_presenters, plan_presenting, unplanned_addresses


def plan(
    courses: Courses,
    documents: Mapping[str, DocumentFacts],
    order: Sequence[str],
    today: Today = today,
) -> list[Problem]:
    """Plan every course from the facts of the documents, taken in *order*.

    Returns what is wrong across documents: ids, roles, dates, schedules.
    """
    # Sphinx has a page that was edited last of all; a link finds the first of those with a name.
    documents = {docname: documents[docname] for docname in order if docname in documents}
    problems: list[Problem] = []
    by_folder: dict[str, list[SessionFacts]] = {folder: [] for folder in courses.loaded}
    alone: dict[str, list[SessionFacts]] = {}
    for docname, stated in documents.items():
        for named, source in stated.named_courses:
            if courses.folder_of(docname, named) is None:
                hint = did_you_mean(named, [folder or "/" for folder in courses.loaded])
                message = f"':course: {named}': no course.yml is in that folder; {hint}"
                problems.append(Problem("course", message, source))
        for facts in stated.sessions:
            folder = courses.folder_of(docname, facts.course)
            if folder is None:
                alone.setdefault(docname, []).append(facts)
            else:
                by_folder[folder].append(facts)
    courses.planned = {
        folder: _planned(folder, courses.loaded[folder], facts, courses, problems)
        for folder, facts in by_folder.items()
    }
    no_facts = LoadedFile(Course(), broken=False)
    courses.ungoverned = {
        docname: _planned(None, no_facts, alone.get(docname, ()), courses, problems)
        for docname in documents
        if docname in alone or governing_folder(docname, courses.loaded) is None
    }
    for docname, stated in documents.items():
        problems += _unknown_roles(courses, docname, stated)
    problems += _filled_twice(courses, documents)
    problems += _nothing_to_show(courses, documents)
    problems += _plan_presenting(courses, documents, today)
    problems += plan_facts(courses, documents, order, today)
    problems += _misnamed_kinds(courses)
    problems += _material_problems(courses)
    problems += unplanned_addresses(courses, documents)
    problems += empty_presenters(courses, documents, today)
    every = (*courses.planned.values(), *courses.ungoverned.values())
    courses.linkable = [
        course
        for course in every
        if course.sessions or course.course.staff or course.facts.has_objects
    ]
    return problems


def _plan_presenting(
    courses: Courses, documents: Mapping[str, DocumentFacts], today: Today
) -> Iterable[Problem]:
    for folder, planned in courses.planned.items():
        loaded = courses.loaded[folder]
        presenting, problems = plan_presenting(
            planned, loaded.sheet, loaded.roster, documents, today(planned.course.zone)
        )
        courses.planned[folder] = replace(planned, presenting=presenting)
        yield from problems


def _unknown_roles(courses: Courses, docname: str, facts: DocumentFacts) -> Iterable[Problem]:
    planned = courses.planned_for(docname, None)
    if planned is None or not planned.course.presenting.roles:
        return
    presenting = planned.course.presenting
    known = [role.name for role in presenting.roles]
    for use in facts.slots:
        if presenting.role(use.role) is None:
            message = f"course.yml knows no presenting role {use.role!r}; " + did_you_mean(
                use.role, known
            )
            cause = f"is {use.role!r} called otherwise in {planned.file} now?"
            yield Problem("roles", message, use.source, cause)


def _nothing_to_show(courses: Courses, documents: Mapping[str, DocumentFacts]) -> Iterable[Problem]:
    for docname, stated in documents.items():
        for schedule in stated.schedules:
            folder = courses.folder_of(docname, schedule.course)
            if folder is None and not schedule.filled and not schedule.course:
                yield Problem(
                    "schedule",
                    "no course.yml governs this page and no session is in the {schedule}; "
                    "write sessions inside, or name the course: ':course: folder'",
                    schedule.source,
                )
            planned = courses.planned.get(folder) if folder is not None else None
            if planned and not planned.broken and not planned.schedule.rows:
                yield Problem(
                    "schedule",
                    f"{planned.file} has no meetings and the course no session, so the "
                    "{schedule} is empty; write 'meetings:' there, or sessions",
                    schedule.source,
                )


def _misnamed_kinds(courses: Courses) -> Iterable[Problem]:
    for planned in courses.planned.values():
        kinds = [pattern.kind for pattern in planned.course.patterns if pattern.kind]
        if kinds or planned.course.kinds:
            from .kind_agreement import misnamed_kinds  # many courses know no kinds

            yield from misnamed_kinds(planned)


def _material_problems(courses: Courses) -> Iterable[Problem]:
    for planned in (*courses.planned.values(), *courses.ungoverned.values()):
        if planned.has_materials:
            from .materials import material_problems  # many courses have none

            yield from folded(material_problems(planned), by_form=True)


def _filled_twice(courses: Courses, documents: Mapping[str, DocumentFacts]) -> Iterable[Problem]:
    first: dict[str, ScheduleFacts] = {}
    for docname, stated in documents.items():
        for schedule in stated.schedules:
            folder = courses.folder_of(docname, schedule.course)
            if not schedule.filled or folder is None:
                continue
            if folder in first:
                other = first[folder].source
                yield Problem(
                    "schedule",
                    f"a second filled {{schedule}} in one course; the first is at "
                    f"{other}; move its sessions there, or empty it to "
                    "show the same sessions again",
                    schedule.source,
                )
            first.setdefault(folder, schedule)


def _planned(
    folder: str | None,
    loaded: LoadedFile,
    facts: Sequence[SessionFacts],
    courses: Courses,
    problems: list[Problem],
) -> PlannedCourse:
    sessions = _with_unique_ids(facts, problems)
    course = _with_clock(loaded.course, sessions)
    schedule = build_schedule(
        course, [replace(found.facts.session, id=found.id) for found in sessions]
    )
    problems += schedule.problems
    by_anchor = {(found.docname, found.anchor): found for found in sessions}
    return PlannedCourse(
        folder,
        course,
        loaded.broken,
        tuple(sessions),
        schedule,
        by_anchor,
        listings=courses.listings,
        photos=loaded.photos,
    )


def _with_clock(course: Course, sessions: Sequence[PlannedSession]) -> Course:
    """The course with the clock that its pages use, where course.yml has no time of day."""
    if any(pattern.start for pattern in course.patterns):
        return course
    times = (found.facts.session.times for found in sessions)
    return (
        replace(course, clock=12) if any(each and each.twelve_hours for each in times) else course
    )


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
