"""``{announcements}`` and ``{announcement}``: dated news."""

from __future__ import annotations

from datetime import date

from docutils import nodes

from ...model.notation import parse_date
from ..nodes import seminar_announcement, seminar_title
from ..words_of import words_of
from .base import SeminarDirective, shows_something
from .course_view import CourseViewDirective

_LATEST = 3


class Announcements(CourseViewDirective):
    """With items inside it shows these; empty, the latest few of the course's pages."""

    view = "announcements"
    known_options = ("latest", "course")

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder that holds the items; other text comes out before it."""
        (node,) = super().run()
        assert isinstance(node, nodes.Element)
        others = [child for child in node.children if not isinstance(child, seminar_announcement)]
        shown = next(filter(shows_something, others), None)
        if shown is not None:
            self.problem(
                "announcement",
                "something that is no announcement is in the {announcements}; write it before "
                "or after, or into an {announcement}",
                self.line_of_node(shown),
            )
        node[:] = [child for child in node.children if isinstance(child, seminar_announcement)]
        if "latest" not in dict(node["settings"]) and not node.children:
            node["settings"] = (("latest", _LATEST),)
        return [*self.beside(others), node]

    def settings(self) -> dict[str, object]:
        text = self.options.get("latest")
        if text is None:
            return {}
        if text.isascii() and text.isdecimal() and int(text[:6]) > 0:
            return {"latest": int(text[:6])}
        self.problem(
            "option",
            f"':latest: {text}' is not a number of announcements; write one such as {_LATEST}",
            self.option_line("latest"),
        )
        return {}


class Announcement(SeminarDirective):
    """Its argument is its title, ``:date:`` the day from which on it is shown."""

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = ("date", "id", "course")

    def run(self) -> list[nodes.Node]:
        """Record the item, or that there is one."""
        self.check_options()
        if not self.arguments:
            self.problem("option", f"{{{self.name}}} has no title; write it behind {{{self.name}}}")
            return []
        from ...model.deadline import When  # its many patterns take time to compile
        from ..withheld import withheld_from

        day = self._day()
        when = None if day is None else When(day=day)
        withheld = withheld_from(self, when, "announcement", None, is_silent=True, is_news=True)
        # Before its day, that there is one is all that a build knows.
        content = [] if withheld else self.parse_content_to_nodes()
        title = seminar_title() if withheld else self.inline(seminar_title(), self.arguments[0])
        node = seminar_announcement(
            "",
            title,
            *content,
            docname=self.env.docname,
            course=self.options.get("course"),
            written_at=self.source(),
            day=day,
            is_out=withheld is None,
        )
        self.set_source_info(node)
        self.add_anchor(node, "announcement", words_of(title))
        return [node]

    def _day(self) -> date | None:
        text = self.options.get("date", "")
        name = f"announcement {self.arguments[0]!r}"
        if not text:
            self.problem(
                "announcement",
                f"{name} has no date and is left out; write one, such as ':date: 2022-01-24'",
                self.option_line("date"),
            )
            return None
        try:
            return parse_date(text)
        except ValueError as error:
            self.problem(
                "announcement", f"{name} is left out: ':date:' {error}", self.option_line("date")
            )
            return None
