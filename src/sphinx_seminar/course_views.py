"""The views of a course's facts: what draws each, and what it shows, for its page's digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from docutils import nodes
from sphinx.environment import BuildEnvironment

from .courses import PlannedCourse
from .domain import SeminarDomain
from .facts import ViewFacts
from .nodes import seminar_view
from .photos import photo_state
from .views.announcements import announcements_view
from .views.context import ViewContext
from .views.courses import courses_view, listed_courses
from .views.deadline import deadlines_view
from .views.grading import grading_view
from .views.staff import staff_view
from .views.this_week import this_week_view
from .views.timetable import timetable_view

Draw = Callable[[seminar_view, PlannedCourse, ViewContext], list[nodes.Node]]

_DRAW: dict[str, Draw] = {
    "staff": staff_view,
    "grading": grading_view,
    "deadlines": deadlines_view,
    "this-week": this_week_view,
    "timetable": timetable_view,
    "announcements": announcements_view,
}


def course_view(placeholder: seminar_view, context: ViewContext) -> list[nodes.Node]:
    """What a placeholder stands for; its body alone where no course governs it."""
    if placeholder["view"] == "courses":
        return courses_view(placeholder, context)
    planned = context.planned(placeholder)
    if planned is None or (planned.folder is None and placeholder["view"] != "announcements"):
        return [child for child in placeholder.children if placeholder["view"] != "announcements"]
    return _DRAW[placeholder["view"]](placeholder, planned, context)


def shown_by_view(view: ViewFacts, domain: SeminarDomain, env: BuildEnvironment) -> object:
    """What a view shows that does not stand on its own page."""
    if view.view == "courses":
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
    common = (view.view, view.options, planned.broken)
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


def _deadlines(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    course = planned.course
    due = [
        (found.facts, found.due, found.session and (found.session.title, found.session.anchor))
        for found in planned.facts.deadlines
    ]
    return [due, course.zone, course.clock, course.dates_known]


def _this_week(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    facts = planned.facts
    return [
        *_deadlines(planned, env),
        planned.schedule.rows,
        planned.course.term,
        planned.course.weeks,
        [(found.docname, found.anchor, found.title) for found in planned.sessions],
        (facts.schedule_page, facts.front_page),
    ]


def _timetable(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    course = planned.course
    hours = [(person.name, person.office_hours) for person in course.staff]
    return [course.patterns, hours, course.weeks, course.term, course.zone, course.clock]


def _announcements(planned: PlannedCourse, env: BuildEnvironment) -> list[object]:
    facts = planned.facts
    return [facts.announcements, facts.held_back, facts.announcements_page]


_SHOWN: dict[str, Callable[[PlannedCourse, BuildEnvironment], list[object]]] = {
    "staff": _staff,
    "grading": _grading,
    "deadlines": _deadlines,
    "this-week": _this_week,
    "timetable": _timetable,
    "announcements": _announcements,
}
