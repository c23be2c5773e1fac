"""``{staff}``: the people who teach the course, as cards."""

from __future__ import annotations

from .course_view import CourseViewDirective


class Staff(CourseViewDirective):
    """They stand in course.yml; the body follows the cards."""

    view = "staff"
