"""Directives that show facts of course.yml: each a line in `sphinx_seminar.views.registry`."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from ..nodes import seminar_view
from .base import SeminarDirective


class CourseViewDirective(SeminarDirective):
    """Leaves a `seminar_view` with the content of its body."""

    known_options: ClassVar[tuple[str, ...]] = ("course",)
    view: ClassVar[str]
    """Its name, by which the view is found that takes its place."""

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
        return {name: text for name, text in self.options.items() if name != "course"}


def course_view_directive(name: str, options: tuple[str, ...]) -> type[CourseViewDirective]:
    """The directive of a view that needs no code of its own; *options* are texts."""
    own = {"view": name, "known_options": options, "filled_options": options}
    return type(f"CourseViewDirective_{name}", (CourseViewDirective,), own)
