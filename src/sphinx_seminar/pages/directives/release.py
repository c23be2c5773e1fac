"""``{release}``: anything, from a moment on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .base import SeminarDirective, shows_something

if TYPE_CHECKING:
    from ..withheld import Withheld


class Release(SeminarDirective):
    """Its argument is the moment; before, its content is not read."""

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = ("title", "silent", "course")
    filled_options = ("title", "course")

    def run(self) -> list[nodes.Node]:
        """The content, or a line that says when it comes."""
        from ..withheld import tell_lost, withheld_until

        self.check_options()
        tell_lost(self)
        text = self.arguments[0] if self.arguments else ""
        withheld = withheld_until(self, text, "{release}", f"{{{self.name}}} ")
        if withheld:
            self._name(withheld)
            return withheld.note()
        content = self.parse_content_of_course()
        if not any(map(shows_something, content)):
            self.problem("option", "{release} is empty; write inside what comes out, or remove it")
        return content

    def _name(self, withheld: Withheld) -> None:
        if "title" not in self.options:
            return
        if withheld.is_silent:
            text = "':title:' is not shown, as ':silent:' is there; take one of them out"
            self.problem("option", text, self.option_line("title"))
        else:
            withheld.name_it(self.options["title"])
