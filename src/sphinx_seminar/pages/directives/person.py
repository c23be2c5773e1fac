"""``{person}``: a link to somebody of the staff, by name."""

from __future__ import annotations

from docutils import nodes
from sphinx.roles import XRefRole

from ..nodes import seminar_person


class PersonRole(XRefRole):
    """Leads to the card that a `{staff}` shows, else to the person's own page."""

    nodeclass = seminar_person
    innernodeclass = nodes.inline
