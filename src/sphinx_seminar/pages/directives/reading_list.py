"""``{reading-list}``: every reading of a course; ``:by:`` says in which order."""

from __future__ import annotations

from ...model.nearest import did_you_mean
from .course_view import CourseViewDirective

_ORDERS = ("session", "venue", "first use")


class ReadingList(CourseViewDirective):
    """Its option is checked here, so that the view knows every order that it may have."""

    view = "reading-list"
    known_options = ("by", "course")
    filled_options = ("by", "course")

    def settings(self) -> dict[str, object]:
        """The order: by session where none is said, or none that is known."""
        order = " ".join(self.options.get("by", _ORDERS[0]).casefold().replace("-", " ").split())
        if order not in _ORDERS:
            message = f"':by: {self.options['by']}' is no order; {did_you_mean(order, _ORDERS)}"
            self.problem("option", message, self.option_line("by"))
            order = _ORDERS[0]
        return {"by": order}
