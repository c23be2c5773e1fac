"""``{roles}``: the presenting roles of a course with what somebody does in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docutils import nodes

from ...locale import _, ngettext
from ...plan.planned_course import PlannedCourse
from ..page import Page
from ..view import Body, Options, View
from ..words.notice import Notice, notice_nodes, notice_of


@dataclass(frozen=True, slots=True)
class ShownRole:
    """A role and how many take it, as `sphinx_seminar.model.presenting_role` has it."""

    name: str
    """What readers see for it."""
    description: str | None
    least: int
    most: int | None
    per: Literal["session", "paper"] | None
    backup: bool


@dataclass(frozen=True, slots=True)
class ShownRoles:
    """The roles in the order of course.yml."""

    notice: Notice | None
    roles: tuple[ShownRole, ...]


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where course.yml names no presenting roles."""
    if planned.course.presenting.roles:
        return None
    return f"{planned.file} names no presenting roles; write 'presenting:' and 'roles:' there"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownRoles:
    """The roles that course.yml declares."""
    course = planned.course
    roles = (
        ShownRole(
            name=course.role_name(role.name),
            description=role.description,
            least=role.least,
            most=role.most,
            per=role.per if role.per == "paper" else None,
            backup=role.backup,
        )
        for role in course.presenting.roles
    )
    return ShownRoles(notice_of(planned), tuple(roles))


def draw(shown: ShownRoles, body: Body, page: Page) -> list[nodes.Node]:
    """A list of terms: a role, how many take it, and its description."""
    drawn = notice_nodes(shown.notice)
    if shown.roles:
        items = map(_item, shown.roles)
        drawn.append(nodes.definition_list("", *items, classes=["seminar-roles"]))
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _item(role: ShownRole) -> nodes.Element:
    term = nodes.term("", "", nodes.Text(role.name))
    note = _("; ").join(_notes(role))
    if note:
        term += [nodes.Text(" "), nodes.inline("", f"({note})", classes=["seminar-muted"])]
    body = nodes.definition("", nodes.paragraph("", role.description or ""))
    return nodes.definition_list_item("", term, body)


def _notes(role: ShownRole) -> list[str]:
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
