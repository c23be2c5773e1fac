"""The link that opens a page for editing."""

from __future__ import annotations

from docutils import nodes

from ..nodes import seminar_edit_link
from ..repository import edit_address
from .context import ViewContext


def edit_link_view(placeholder: seminar_edit_link, context: ViewContext) -> list[nodes.Node]:
    """A link where the theme's repository settings are known, else the text alone."""
    docname = placeholder["docname"]
    path = str(context.env.doc2path(docname, base=False))
    address = edit_address(context.env.config, path)
    if address is None or not context.is_html:
        return [nodes.Text(placeholder.rawsource and placeholder.astext())]
    return [nodes.reference("", "", *placeholder.children, refuri=address)]
