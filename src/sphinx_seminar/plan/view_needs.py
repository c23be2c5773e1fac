"""What each directive needs of a course, and what to write where it is not there."""

from __future__ import annotations

from collections.abc import Callable

from ..facts import ViewFacts
from ..model.nearest import did_you_mean
from .planned_course import PlannedCourse


def missing_fact(view: ViewFacts, planned: PlannedCourse) -> str | None:
    """What is missing; ``{file}`` in it stands for the path of the course.yml."""
    needs = _NEEDS.get(view.view)
    return needs(view, planned) if needs else None


def _course_info(view: ViewFacts, planned: PlannedCourse) -> str | None:
    course = planned.course
    if course.term_name or course.patterns or course.staff or course.links:
        return None
    return "{file} has nothing to show there; write 'meetings:', 'staff:' or 'links:' there"


def _staff(view: ViewFacts, planned: PlannedCourse) -> str | None:
    if planned.course.staff:
        return None
    return "{file} names no staff; write 'staff:' there, a name for each"


def _grading(view: ViewFacts, planned: PlannedCourse) -> str | None:
    grading = planned.course.grading
    if grading is None:
        return "{file} has no grading; write 'grading:' there, parts and their weights"
    wanted = dict(view.options).get("scheme")
    names = [scheme.name for scheme in grading.schemes if scheme.name]
    if isinstance(wanted, str) and wanted.casefold() not in {name.casefold() for name in names}:
        hint = did_you_mean(wanted, names).replace("{", "{{").replace("}", "}}")
        quoted = repr(wanted).replace("{", "{{").replace("}", "}}")
        return f"{{file}} has no scheme {quoted}; {hint}"
    return None


def _timetable(view: ViewFacts, planned: PlannedCourse) -> str | None:
    course = planned.course
    if course.patterns or any(person.office_hours for person in course.staff):
        return None
    return "{file} has neither meetings nor office hours; write 'meetings:' there"


def _this_week(view: ViewFacts, planned: PlannedCourse) -> str | None:
    if not planned.course.dates_known:
        return None
    missing = [
        key
        for key, value in (
            ("timezone", planned.course.zone),
            ("start and end", planned.course.term),
        )
        if value is None
    ]
    if not missing:
        return None
    return f"{{file}} has no {' and no '.join(missing)}; write them there"


def _deadlines(view: ViewFacts, planned: PlannedCourse) -> str | None:
    if planned.facts.deadlines:
        return None
    return "no {{deadline}} stands in the course of {file}; write one"


def _announcements(view: ViewFacts, planned: PlannedCourse) -> str | None:
    if planned.facts.announcements or planned.facts.held_back:
        return None
    return "no {{announcement}} stands in the course of {file}; write one inside"


def _roles(view: ViewFacts, planned: PlannedCourse) -> str | None:
    if planned.course.presenting.roles:
        return None
    return "{file} names no presenting roles; write 'presenting:' and 'roles:' there"


def _places(view: ViewFacts, planned: PlannedCourse) -> str | None:
    if planned.presenting.places or planned.presenting.is_astray:
        return None
    return (
        "nobody presents in the course of {file}; write a {{presenters}} in a session, or name a "
        "sheet with 'signups:' under 'presenting:'"
    )


_NEEDS: dict[str, Callable[[ViewFacts, PlannedCourse], str | None]] = {
    "course-info": _course_info,
    "staff": _staff,
    "grading": _grading,
    "timetable": _timetable,
    "this-week": _this_week,
    "deadlines": _deadlines,
    "announcements": _announcements,
    "roles": _roles,
    "signups": _places,
    "my-presentations": _places,
}
