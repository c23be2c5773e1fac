"""Reading items are understood: after translation, before their document's facts are read."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..nodes import (
    seminar_collapsible,
    seminar_node,
    seminar_readings,
    seminar_summary,
)
from .inline_content import LINKS

LIST_CLASS = "seminar-readings"


class ReadingItems(SphinxTransform):
    """Sets venues apart, marks what is announced, and counts the optional readings."""

    # After Locale (20), which parses a translated item anew; before SphinxDomains (850).
    default_priority = 840

    def apply(self, **kwargs: object) -> None:
        """Understand the items of every reading list in the document."""
        containers = list(filter(is_reading_list, self.document.findall(seminar_node)))
        if not containers:
            return
        from .reading_marks import mark_item

        for container in containers:
            assert isinstance(container, nodes.Element)
            _paragraphs_with_links_become_items(container)
            count = 0
            for listing in lists_of(container):
                if LIST_CLASS not in listing["classes"]:
                    listing["classes"].append(LIST_CLASS)
                for item in listing.children:
                    mark_item(item, self.document)
                    count += 1
            for summary in container.children[:1]:
                if isinstance(summary, seminar_summary):
                    summary["count"] = count
            for child in container.children:
                if isinstance(child, nodes.rubric):
                    child["classes"].append("seminar-group")


def is_reading_list(node: nodes.Node) -> bool:
    """Whether *node* is what a ``{readings}`` leaves."""
    return isinstance(node, seminar_readings) or (
        isinstance(node, seminar_collapsible) and "seminar-optional" in node["classes"]
    )


def lists_of(container: nodes.Element) -> Iterator[nodes.Element]:
    """The lists of a ``{readings}``, whose items are readings."""
    return (
        child
        for child in container.children
        if isinstance(child, nodes.bullet_list | nodes.enumerated_list)
    )


def _paragraphs_with_links_become_items(container: nodes.Element) -> None:
    for child in list(container.children):
        if isinstance(child, nodes.paragraph) and (_has_link(child) or child.astext()[:1] == "@"):
            listing = nodes.bullet_list("", bullet="-")
            container.replace(child, listing)
            listing += nodes.list_item("", child)


def _has_link(node: nodes.Node) -> bool:
    return any(isinstance(found, LINKS) for found in node.findall())
