"""``{this-week}``: sessions, readings, presenters and deadlines of the current week."""

from __future__ import annotations

from .course_view import CourseViewDirective


class ThisWeek(CourseViewDirective):
    """Every week of the course is in the page; the script shows one."""

    view = "this-week"
