"""The node that `{readings}` and `{details}` share: something that opens at a click."""

from __future__ import annotations

from docutils import nodes

from ..nodes import seminar_collapsible, seminar_summary
from .base import SeminarDirective


def collapsible(
    directive: SeminarDirective, css_class: str, default_title: str, content: list[nodes.Node]
) -> seminar_collapsible:
    """A native ``<details>``, its title the directive's argument or *default_title*."""
    node = seminar_collapsible("", classes=[css_class])
    directive.set_source_info(node)
    summary = seminar_summary()
    if directive.arguments:
        directive.inline(summary, directive.arguments[0])
    else:
        # Without a source it stays out of authors' catalogs: our own has its translation.
        summary += nodes.Text(default_title)
    node += [summary, *content]
    return node
