"""Links to a reading lead somewhere in formats whose writers give the item of a list no id."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..nodes import seminar_node
from .reading_items import is_reading_list, lists_of


class ReadingTargets(SphinxPostTransform):
    """Puts the id of a reading at the start of its text."""

    # After views have gathered content of other pages, whose ids are not theirs.
    default_priority = 6
    formats = ("latex", "texinfo")

    def run(self, **kwargs: Any) -> None:
        """Give every reading that has an id a target."""
        for container in list(filter(is_reading_list, self.document.findall(seminar_node))):
            assert isinstance(container, nodes.Element)
            for listing in lists_of(container):
                for item in listing.children:
                    if isinstance(item, nodes.list_item) and item["ids"] and item.children:
                        paragraph = item.children[0]
                        assert isinstance(paragraph, nodes.Element)
                        paragraph.insert(0, nodes.target("", "", ids=list(item["ids"])))
