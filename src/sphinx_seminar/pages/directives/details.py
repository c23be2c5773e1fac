"""``{details}``: a collapsible detailed description."""

from __future__ import annotations

from docutils import nodes

from ...locale import _
from .base import SeminarDirective, shows_something
from .collapsible import collapsible


class Details(SeminarDirective):
    """Its argument is the title, "Detailed description" where there is none."""

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = ("release", "silent")

    def run(self) -> list[nodes.Node]:
        """Make a collapsible of the content."""
        self.check_options()
        title = _("Detailed description")
        if withheld := self.withheld("details"):
            return withheld.note(default_title=title)
        content = self.parse_content_to_nodes()
        if not any(map(shows_something, content)):
            self.problem("option", "{details} is empty; write the description inside, or remove it")
            return content
        return [collapsible(self, "seminar-details", title, content)]
