"""``{my-presentations}``: who presents what, by person."""

from __future__ import annotations

from .course_view import CourseViewDirective


class MyPresentations(CourseViewDirective):
    """A reader picks a name, which their browser alone remembers."""

    view = "my-presentations"
