"""Directives that show facts of course.yml: each a line in `sphinx_seminar.views.registry`."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from ...model.nearest import did_you_mean
from ..nodes import seminar_view
from .base import SeminarDirective


class CourseViewDirective(SeminarDirective):
    """Leaves a `seminar_view` with the content of its body."""

    known_options: ClassVar[tuple[str, ...]] = ("course",)
    view: ClassVar[str]
    """Its name, by which the view is found that takes its place."""
    orders: ClassVar[tuple[str, ...]] = ()
    """The orders that ``:by:`` may name; where it is not there, the first holds."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        self.check_options()
        node = seminar_view(
            "",
            view=self.view,
            docname=self.env.docname,
            course=self.options.get("course"),
            settings=tuple(sorted(self.settings().items())),
        )
        self.set_source_info(node)
        node += self.parse_content_of_course()
        return [node]

    def settings(self) -> dict[str, object]:
        """What the options say, beside the course."""
        said: dict[str, object] = {
            name: text for name, text in self.options.items() if name != "course"
        }
        return {**said, "by": self._order()} if self.orders else said

    def _order(self) -> str:
        order = self.options.get("by", self.orders[0])
        order = " ".join(order.casefold().replace("-", " ").split())
        if order not in self.orders:
            message = f"':by: {self.options['by']}' is no order; {did_you_mean(order, self.orders)}"
            self.problem("option", message, self.option_line("by"))
            order = self.orders[0]
        return order


def course_view_directive(
    name: str, options: tuple[str, ...], orders: tuple[str, ...] = ()
) -> type[CourseViewDirective]:
    """The directive of a view that needs no code of its own; *options* are texts."""
    own = {"view": name, "known_options": options, "filled_options": options, "orders": orders}
    return type(f"CourseViewDirective_{name}", (CourseViewDirective,), own)
