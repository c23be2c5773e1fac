"""``{courses}``: the courses, or the terms of one, that a site holds, as cards."""

from __future__ import annotations

from .course_view import CourseViewDirective


class CourseList(CourseViewDirective):
    """Every course of the site, or those in the folder that ``:in:`` names."""

    view = "courses"
    known_options = ("in",)
    filled_options = known_options

    def settings(self) -> dict[str, object]:
        return {"in": self.options["in"]} if "in" in self.options else {}
