"""The views of a course's facts: what draws each, and what it shows, for its page's digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.environment import BuildEnvironment

from .domain import SeminarDomain
from .facts import ViewFacts
from .late_import import function
from .nodes import seminar_view
from .photos import photo_state
from .presenting_shown import shown_of_sessions

if TYPE_CHECKING:
    from .plan.planned_course import PlannedCourse, PlannedSession
    from .views.context import ViewContext

VIEWS = {
    "staff": "views.staff:staff_view",
    "grading": "views.grading:grading_view",
    "deadlines": "views.deadline:deadlines_view",
    "this-week": "views.this_week:this_week_view",
    "timetable": "views.timetable:timetable_view",
    "announcements": "views.announcements:announcements_view",
    "roles": "views.roles:roles_view",
    "signups": "views.signups:signups_view",
    "my-presentations": "views.my_presentations:my_presentations_view",
}


def course_view(placeholder: seminar_view, context: ViewContext) -> list[nodes.Node]:
    """What a placeholder stands for; its body alone where no course governs it."""
    if placeholder["view"] == "courses":
        from .views.courses import courses_view

        return courses_view(placeholder, context)
    planned = context.planned(placeholder)
    if planned is None or (planned.folder is None and placeholder["view"] != "announcements"):
        return [child for child in placeholder.children if placeholder["view"] != "announcements"]
    view: list[nodes.Node] = function(VIEWS[placeholder["view"]])(placeholder, planned, context)
    return view


def shown_by_view(view: ViewFacts, domain: SeminarDomain, env: BuildEnvironment) -> object:
    """What a view shows that does not stand on its own page."""
    if view.view == "courses":
        from .views.courses import listed_courses

        listed = listed_courses(domain.courses, view.docname, dict(view.options).get("in"))
        return [
            (
                *(planned.folder, planned.course.title, planned.course.code),
                *(planned.course.term_name, planned.course.term, planned.course.dates_known),
                planned.facts.front_page,
            )
            for planned in listed
        ]
    planned = domain.planned(view.docname, view.course)
    if planned is None:
        return None
    # A notice says which of a course.yml's facts are missing, so both decide what it says.
    common = (view.view, view.options, planned.broken, planned.course.dates_known)
    return (*common, *_SHOWN[view.view](planned, env))


def gathered_by_view(view: ViewFacts, domain: SeminarDomain) -> Iterator[str]:
    """The documents whose content a view shows."""
    planned = domain.planned(view.docname, view.course)
    if planned is None:
        return
    if view.view == "this-week":
        yield from (found.docname for found in planned.sessions)
    elif view.view == "announcements":
        yield from (found.docname for found in planned.facts.announcements)


def _staff(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    # A photo may come, go and change, and nothing else with it.
    photos = [photo_state(planned, person, Path(env.srcdir)) for person in planned.course.staff]
    return [planned.course.staff, planned.course.clock, planned.facts.staff_page, photos]


def _grading(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    return [planned.course.grading]


def _linked(session: PlannedSession) -> tuple[str, str, str]:
    """What a link to a session shows."""
    return session.title, session.docname, session.anchor


def _deadlines(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    course = planned.course
    due = [
        (found.facts, found.due, found.session and _linked(found.session))
        for found in planned.facts.deadlines
    ]
    return [due, course.zone, course.clock, course.dates_known]


def _this_week(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    facts = planned.facts
    return [
        *_deadlines(planned, env),
        planned.schedule.rows,
        planned.schedule.calendar,
        planned.course.breaks,
        planned.course.term,
        planned.course.weeks,
        [_linked(found) for found in planned.sessions],
        (facts.schedule_page, facts.front_page),
        shown_of_sessions(planned, planned.sessions),
    ]


def _timetable(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    course = planned.course
    hours = [(person.name, person.office_hours) for person in course.staff]
    return [course.patterns, hours, course.weeks, course.term, course.zone, course.clock]


def _announcements(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    facts = planned.facts
    return [facts.announcements, facts.held_back, facts.announcements_page]


def _roles(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    return [planned.course.presenting.roles, planned.course.role_names]


def _signups(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    presenting = planned.presenting
    people = [(key.key, presenting.names.shown(key.key)) for key in presenting.participants]
    places = [
        (
            *(place.session, place.paper, place.role, place.open),
            [(taker.key, presenting.names.shown(taker.key), taker.note) for taker in place.takers],
        )
        for place in presenting.places
    ]
    findings = [
        (found.rule, found.person, found.missing, found.amount, found.roles)
        for found in presenting.findings
    ]
    sheet = presenting.sheet and presenting.sheet.source.path
    anchors = [(found.id, found.docname, found.anchor) for found in planned.sessions]
    rules = planned.course.presenting
    return [
        *(people, places, findings, sheet, anchors, tuple(presenting.sessions.values())),
        ([role.name for role in rules.roles], rules.names, rules.each_student.count_backups),
        # A reader's choice is remembered by course.
        (planned.course.role_names, planned.folder),
    ]


_SHOWN: dict[str, Callable[[PlannedCourse, BuildEnvironment], list[object]]] = {
    "staff": _staff,
    "grading": _grading,
    "deadlines": _deadlines,
    "this-week": _this_week,
    "timetable": _timetable,
    "announcements": _announcements,
    "roles": _roles,
    "signups": _signups,
    "my-presentations": _signups,
}
