"""``{deadline}``: something due, at a time that may be relative to its session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..nodes import seminar_deadline, seminar_title
from ..words_of import words_of
from .base import SeminarDirective

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...model.deadline import When
    from ...model.section_when import SectionWhen


class DeadlineDirective(SeminarDirective):
    """Its argument is what is due, ``:when:`` when; the body tells more."""

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = (
        *("when", "out", "kind", "link", "session", "id", "course"),
        *("on-break", "after-term"),
        *("release", "silent"),
    )
    filled_options = ("out", "kind", "link", "session", "id", "course")

    def run(self) -> list[nodes.Node]:
        """Record what is due; when that is, the course's dates say."""
        self.check_options()
        withheld = self.withheld("deadline")
        if withheld and withheld.is_silent:
            return []
        content = withheld.note() if withheld else self.parse_content_to_nodes()
        if not self.arguments:
            self.problem(
                "option",
                f"{{{self.name}}} has no title; write what is due behind it, such as "
                "{deadline} Review of the paper",
            )
            return content
        title = self.inline(seminar_title(), self.arguments[0])
        if withheld:
            from ..withheld import plain_title  # few pages withhold something

            withheld.name_it(plain_title(title).astext())
        elif link := self.options.get("link"):
            inner = list(title.children)
            reference = nodes.reference("", "", *inner, refuri=link)
            reference.source, reference.line = title.source, self.option_line("link")
            title[:] = [reference]
        node = seminar_deadline(
            "",
            title,
            *content,
            docname=self.env.docname,
            course=self.options.get("course"),
            written_at=self.source(),
            **self._moments(),
            link=None,
            session_name=self.options.get("session"),
            kinds=self.kinds() if "kind" in self.options else (),
            on_break=self.says_yes("on-break"),
            after_term=self.says_yes("after-term"),
        )
        self.set_source_info(node)
        self.add_anchor(node, "deadline", words_of(title))
        return [node]

    def _moments(self) -> dict[str, object]:
        """When it is due and out: for all, or for each section."""
        due, out = self._when(), self._out()
        is_one_due, is_one_out = not isinstance(due, tuple), not isinstance(out, tuple)
        return {
            "when": due if is_one_due else None,
            "out": out if is_one_out else None,
            "when_of": () if is_one_due else due,
            "out_of": () if is_one_out else out,
        }

    def _when(self) -> When | tuple[SectionWhen, ...] | None:
        text = self.options.get("when", "")
        if not text:
            self.problem(
                "deadline",
                f"deadline {self.arguments[0]!r} has no ':when:'; write one, such as "
                "':when: 1 hour before class' or ':when: 2022-02-04 23:59'",
                self.option_line("when"),
            )
            return None
        from ...model.deadline import parse_when  # its many patterns take time to compile

        return self._read("when", text, parse_when)

    def _out(self) -> When | tuple[SectionWhen, ...] | None:
        if "out" not in self.options:
            return None
        from ...model.deadline import parse_out

        return self._read("out", self.options["out"], parse_out)

    def _read(
        self, option: str, text: str, parse: Callable[[str], When]
    ) -> When | tuple[SectionWhen, ...] | None:
        from ...model.section_when import parse_of_sections

        try:
            return parse_of_sections(text, parse)
        except ValueError as error:
            self.problem("deadline", f"':{option}:' {error}", self.option_line(option))
            return None
