"""An announcement outside of ``{announcements}`` is shown as those inside are, from its date on."""

from __future__ import annotations

from sphinx.transforms import SphinxTransform

from ..nodes import seminar_announcement, seminar_view


class LoneAnnouncements(SphinxTransform):
    """Gives every announcement that stands alone a list of its own."""

    default_priority = 15

    def apply(self, **kwargs: object) -> None:
        """Without it the item would be on the page before its date."""
        for node in list(self.document.findall(seminar_announcement)):
            if isinstance(node.parent, seminar_view):
                continue
            view = seminar_view(
                "",
                view="announcements",
                docname=node["docname"],
                course=node["course"],
                settings=(),
            )
            node["course"] = None  # the list names it
            view.source, view.line = node.source, node.line
            node.replace_self(view)
            view += node
