"""Texts and links within a line: what counts as a link, and what is announced without one."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from .locale import _
from .nodes import seminar_forthcoming

LINKS = (nodes.reference, addnodes.pending_xref, addnodes.download_reference)


def join_texts(element: nodes.Element) -> None:
    """Make one text node of those that adjoin: a parser may cut text at any bracket."""
    joined: list[nodes.Node] = []
    for child in element.children:
        if isinstance(child, nodes.Text) and joined and isinstance(joined[-1], nodes.Text):
            joined[-1] = nodes.Text(joined[-1].astext() + child.astext())
            continue
        # The last text of what is forthcoming is our own word.
        if isinstance(child, nodes.Element) and not isinstance(child, seminar_forthcoming):
            join_texts(child)
        joined.append(child)
    if len(joined) < len(element.children):
        element[:] = joined


def forthcoming(*children: nodes.Node, empty_link: bool = False) -> seminar_forthcoming:
    """What is announced, with a visible word that says so."""
    words = nodes.Text(" " + _("(to come)"))
    return seminar_forthcoming("", "", *children, words, empty_link=empty_link)
