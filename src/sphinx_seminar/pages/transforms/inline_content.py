"""Texts and links within a line: what counts as a link, and what is announced without one."""

from __future__ import annotations

from itertools import groupby

from docutils import nodes
from sphinx import addnodes

from ...locale import _
from ..nodes import seminar_forthcoming

LINKS = (nodes.reference, addnodes.pending_xref, addnodes.download_reference)


def join_texts(element: nodes.Element) -> None:
    """Make one text node of those that adjoin: a parser may cut text at any bracket."""
    if len(element.children) > 1:
        joined: list[nodes.Node] = []
        for is_text, adjoining in groupby(element.children, _is_text):
            found = list(adjoining)
            if is_text and len(found) > 1:
                joined.append(nodes.Text("".join(map(str, found))))
            else:
                joined += found
        if len(joined) < len(element.children):
            element[:] = joined
    for child in element.children:
        if child.__class__ is nodes.Text:
            continue
        # The last text of what is forthcoming is our own word.
        if isinstance(child, nodes.Element) and not isinstance(child, seminar_forthcoming):
            join_texts(child)


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text)


def forthcoming(*children: nodes.Node, empty_link: bool = False) -> seminar_forthcoming:
    """What is announced, with a visible word that says so."""
    words = nodes.Text(" " + _("(to come)"))
    return seminar_forthcoming("", "", *children, words, empty_link=empty_link)
