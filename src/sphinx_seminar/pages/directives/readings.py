"""``{readings}``: a reading list; with ``:optional:`` a collapsible one."""

from __future__ import annotations

from docutils import nodes

from ...locale import _
from ..nodes import seminar_readings
from .base import SeminarDirective, shows_something
from .collapsible import collapsible


class Readings(SeminarDirective):
    """Its content is lists, with headings (in reStructuredText, rubrics) that group them.

    What the items mean is found out after translation, by
    `sphinx_seminar.pages.transforms.reading_items`.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    known_options = ("optional", "release", "silent")

    def run(self) -> list[nodes.Node]:
        """Make a reading list of the content; an empty one is nothing."""
        self.check_options()
        is_optional = "optional" in self.options and self.says_yes("optional")
        default = _("Additional optional reading") if is_optional else ""
        if withheld := self.withheld("readings"):
            return withheld.note("optional" if is_optional else "readings", default_title=default)
        content = self.parse_content_to_nodes()
        if not any(map(shows_something, content)):
            return content
        if is_optional:
            return [collapsible(self, "seminar-optional", default, content)]
        node = seminar_readings()
        self.set_source_info(node)
        if self.arguments:
            heading = nodes.rubric()
            self.inline(heading, self.arguments[0])
            node += heading
        node += content
        return [node]
