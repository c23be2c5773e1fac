"""``{schedule}``: all sessions of a course, with its breaks in place."""

from __future__ import annotations

from docutils import nodes

from ...model.nearest import did_you_mean
from ..nodes import seminar_schedule, seminar_session
from ..read.facts import DUE, PARTS
from .base import SeminarDirective, shows_something


class Schedule(SeminarDirective):
    """With sessions inside it shows these; empty, it gathers those of the course's pages."""

    known_options = ("show", "course")

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder that holds the sessions; other text comes out before it."""
        self.check_options()
        content = self.parse_content_to_nodes()
        sessions = [node for node in content if isinstance(node, seminar_session)]
        others = [node for node in content if not isinstance(node, seminar_session)]
        shown = next(filter(shows_something, others), None)
        if shown is not None:
            self.problem(
                "schedule",
                "something that is no session stands in the {schedule}; "
                "write it before or after the schedule",
                self.line_of_node(shown),
            )
        schedule = seminar_schedule(
            "",
            *sessions,
            docname=self.env.docname,
            course=self.options.get("course"),
            show=self._show(),
            has_due=DUE in self._names(),
        )
        self.set_source_info(schedule)
        return [*self.beside(others), schedule]

    def _names(self) -> list[str]:
        text: str = self.options.get("show", "")
        return text.replace(",", " ").split()

    def _show(self) -> tuple[str, ...]:
        if "show" not in self.options:
            return PARTS
        names = self._names()
        known = ("title", *PARTS, DUE)
        for name in names:
            if name not in known:
                self.problem(
                    "option",
                    f"':show:' knows no {name!r}; " + did_you_mean(name, known),
                    self.option_line("show"),
                )
        return tuple(part for part in PARTS if part in names)
