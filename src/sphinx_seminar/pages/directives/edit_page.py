"""``{edit-page}``: a link that opens the page it is on for editing."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from ..nodes import seminar_edit_link


class EditPage(SphinxRole):
    """Its text is the link's; where the theme's repository settings are not known, text alone."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a placeholder: the settings are the theme's, and themes change."""
        return [seminar_edit_link(self.rawtext, self.text, docname=self.env.docname)], []
