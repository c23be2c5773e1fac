"""``{timetable}``: the week's grid of meetings, sections and office hours."""

from __future__ import annotations

from .course_view import CourseViewDirective


class Timetable(CourseViewDirective):
    """It stands in course.yml, in ``meetings`` and in the ``office_hours`` of ``staff``."""

    view = "timetable"
