"""``{grading}``: parts and weights, and the letters that come out of them."""

from __future__ import annotations

from .course_view import CourseViewDirective


class GradingDirective(CourseViewDirective):
    """It stands in course.yml; ``:scheme:`` names the one to show, where there are several."""

    view = "grading"
    known_options = ("scheme", "course")
    filled_options = known_options

    def settings(self) -> dict[str, object]:
        return {"scheme": self.options["scheme"]} if "scheme" in self.options else {}
