"""The session that a node of a finished doctree is in."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.nodes import traverse_parent

from ..nodes import seminar_session, seminar_session_head


def session_around(node: nodes.Node) -> tuple[str | None, str | None]:
    """The anchor of the session that *node* is in, and the course that the session names."""
    for parent in traverse_parent(node.parent):
        if isinstance(parent, seminar_session):
            schedule_course = parent.parent.get("course") if parent.parent else None
            return parent.get("anchor"), parent["course"] or schedule_course
        if isinstance(parent, nodes.section):
            for child in parent.children:
                if isinstance(child, seminar_session_head) and child.get("anchor"):
                    return child["anchor"], child["course"]
    return None, None
