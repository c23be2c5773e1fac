"""``{release}``: anything, from a moment on."""

from __future__ import annotations

from docutils import nodes

from .base import SeminarDirective, shows_something


class Release(SeminarDirective):
    """Its argument is the moment; before, its content is not read."""

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = ("silent", "course")

    def run(self) -> list[nodes.Node]:
        """The content, or a line that says when it comes."""
        from ..withheld import tell_lost, withheld_until

        self.check_options()
        tell_lost(self)
        text = self.arguments[0] if self.arguments else ""
        withheld = withheld_until(self, text, "{release}", f"{{{self.name}}} ")
        if withheld:
            return withheld.note()
        content = self.parse_content_of_course()
        if not any(map(shows_something, content)):
            self.problem("option", "{release} is empty; write inside what comes out, or remove it")
        return content
