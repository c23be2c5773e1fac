"""Whether what Sphinx finds under a name is a session anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.util import docname_join

if TYPE_CHECKING:
    from .planned_course import PlannedSession


def is_found_without_us(
    env: BuildEnvironment, session: PlannedSession, target: str, node: pending_xref
) -> bool:
    """Whether *target* is a label or page that leads to the session, too.

    `{any}` and MyST's links ask everybody, and call it ambiguous where several answer.
    """
    label = env.domains.standard_domain.labels.get(target.lower())
    if label is not None:
        docname, anchor, title = label
        return (docname == session.docname and session.title in (title, anchor)) or (
            (docname, anchor) == (session.docname, session.anchor)
        )
    docname = docname_join(node.get("refdoc", session.docname), target)
    if docname != session.docname or docname not in env.titles:
        return False
    return env.titles[docname].astext() == session.title
