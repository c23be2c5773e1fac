"""``{deadlines}``: everything that is due in a course, in order of time."""

from __future__ import annotations

from .course_view import CourseViewDirective


class Deadlines(CourseViewDirective):
    """It gathers each `{deadline}` of the course's pages."""

    view = "deadlines"
