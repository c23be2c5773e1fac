"""The presenting roles of a course with what somebody does in them."""

from __future__ import annotations

from docutils import nodes

from ..locale import _, ngettext
from ..model.presenting_role import PresentingRole
from ..nodes import seminar_view
from ..plan.planned_course import PlannedCourse
from .context import ViewContext
from .notice import broken_notice


def roles_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """A list of terms: a role, how many take it, and its description."""
    course = planned.course
    items = [_item(role, course.role_name(role.name)) for role in course.presenting.roles]
    shown = broken_notice(planned)
    if items:
        shown.append(nodes.definition_list("", *items, classes=["seminar-roles"]))
    return [*shown, *placeholder.children]


def _item(role: PresentingRole, name: str) -> nodes.Element:
    term = nodes.term("", "", nodes.Text(name))
    note = _("; ").join(_notes(role))
    if note:
        term += [nodes.Text(" "), nodes.inline("", f"({note})", classes=["seminar-muted"])]
    body = nodes.definition("", nodes.paragraph("", role.description or ""))
    return nodes.definition_list_item("", term, body)


def _notes(role: PresentingRole) -> list[str]:
    notes = []
    if role.most is not None and role.most == role.least and role.most > 1:
        people = ngettext("{count} person", "{count} people", role.most)
        notes.append(people.format(count=role.most))
    elif role.most is not None and role.most > 1:
        people = ngettext("up to {count} person", "up to {count} people", role.most)
        notes.append(people.format(count=role.most))
    elif role.least > 1:
        people = ngettext("at least {count} person", "at least {count} people", role.least)
        notes.append(people.format(count=role.least))
    if role.per == "paper":
        notes.append(_("for each paper"))
    if role.least == 0:
        notes.append(_("optional"))
    if role.backup:
        notes.append(_("steps in for others"))
    return notes
