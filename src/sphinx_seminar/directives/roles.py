"""``{roles}``: the presenting roles of a course, with what somebody does in them."""

from __future__ import annotations

from .course_view import CourseViewDirective


class Roles(CourseViewDirective):
    """They stand in course.yml; the body follows them."""

    view = "roles"
