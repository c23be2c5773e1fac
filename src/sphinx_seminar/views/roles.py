"""The presenting roles of a course with what somebody does in them."""

from __future__ import annotations

from docutils import nodes

from ..courses import PlannedCourse
from ..locale import _
from ..model.presenting_role import PresentingRole
from ..model.vocabulary import VOCABULARIES
from ..nodes import seminar_view
from .context import ViewContext
from .notice import broken_notice

_READY = {role.description for roles in VOCABULARIES.values() for role in roles}


def roles_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """A list of terms: a role, how many take it, and its description."""
    items = [_item(role) for role in planned.course.presenting.roles]
    shown = broken_notice(planned)
    if items:
        shown.append(nodes.definition_list("", *items, classes=["seminar-roles"]))
    return [*shown, *placeholder.children]


def _item(role: PresentingRole) -> nodes.Element:
    term = nodes.term("", "", nodes.Text(role.name))
    note = "; ".join(_notes(role))
    if note:
        term += [nodes.Text(" "), nodes.inline("", f"({note})", classes=["seminar-muted"])]
    text = role.description or ""
    # A description of ours comes in the language of the site; an author's is the author's.
    shown = _(text) if text in _READY else text
    body = nodes.definition("", nodes.paragraph("", shown) if shown else nodes.paragraph())
    return nodes.definition_list_item("", term, body)


def _notes(role: PresentingRole) -> list[str]:
    notes = []
    if role.most is not None and role.most == role.least and role.most > 1:
        notes.append(_("{count} people").format(count=role.most))
    elif role.most is not None and role.most > 1:
        notes.append(_("up to {count} people").format(count=role.most))
    elif role.least > 1:
        notes.append(_("at least {count} people").format(count=role.least))
    if role.per == "paper":
        notes.append(_("for each paper"))
    if role.least == 0:
        notes.append(_("optional"))
    if role.backup:
        notes.append(_("steps in for others"))
    return notes
