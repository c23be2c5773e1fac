"""Something due, where it stands; and all of it as a list."""

from __future__ import annotations

from docutils import nodes

from ..course_facts import PlannedDeadline
from ..courses import PlannedCourse
from ..locale import _
from ..markup import Tag, tag
from ..model.course import Course
from ..nodes import child_of, element, fragment, seminar_deadline, seminar_title, seminar_view
from .context import ViewContext
from .due import due_tag, due_text, times_note, until_attributes, zone_text
from .notice import broken_notice
from .session_content import is_relative


def deadline_view(placeholder: seminar_deadline, context: ViewContext) -> list[nodes.Node]:
    """A line with the time and the title, then the description."""
    planned = context.planned(placeholder)
    anchor = placeholder["anchor_id"]
    found = planned.facts.deadline_at(placeholder["docname"], anchor) if planned else None
    course = planned.course if planned else Course()
    due = found.due if found else None
    title = child_of(placeholder, seminar_title)
    rest = [child for child in placeholder.children if child is not title]
    zone = zone_text(course, context.language)
    behind = f" ({zone}): " if zone and due else ": "
    own_id = (placeholder["ids"] or [None])[0]
    if not context.is_html:
        lead = _("Due {time}").format(time=due_text(due, course, context.language))
        kind = _plain_kind(placeholder["kind"])
        line = nodes.paragraph("", "", nodes.Text(lead + behind + kind), *title.children)
        target: list[nodes.Node] = [nodes.target("", "", ids=[own_id])] if own_id else []
        return [*target, line, *rest]
    when = due_tag(due, course, context.language)
    lead_ = fragment(_("Due"), " ", when, behind, *_label(placeholder["kind"]))
    line_ = element("p", {}, lead_, *title.children)
    attributes = {"class": "seminar-deadline", "id": own_id}
    return [element("div", attributes | until_attributes(due), line_, *rest)]


def deadlines_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """All that is due in the course, in order of time."""
    shown = broken_notice(planned)
    if planned.facts.deadlines:
        shown += times_note(planned.course, context.language)
        shown.append(deadline_list(planned.facts.deadlines, planned, context))
    return [*shown, *placeholder.children]


def deadline_list(
    deadlines: tuple[PlannedDeadline, ...], planned: PlannedCourse, context: ViewContext
) -> nodes.Element:
    """An item for each, with its session."""
    items: list[nodes.Node] = []
    for deadline in deadlines:
        link = _title(deadline, context)
        session = deadline.session
        behind: list[nodes.Node] = []
        if session is not None:
            label = nodes.Text(session.title)
            behind = [nodes.Text(" · "), context.link(session.docname, session.anchor, label)]
        if not context.is_html:
            when = due_text(deadline.due, planned.course, context.language)
            kind = _plain_kind(deadline.facts.kind)
            line = nodes.paragraph("", "", nodes.Text(f"{when}: {kind}"), link, *behind)
            items.append(nodes.list_item("", line))
            continue
        attributes = {"class": "seminar-deadline"} | until_attributes(deadline.due)
        when_ = due_tag(deadline.due, planned.course, context.language)
        session_ = [element("span", {"class": "seminar-muted"}, *behind)] if behind else []
        label_ = fragment(*_label(deadline.facts.kind))
        what = element("span", {}, label_, link, *session_)
        items.append(element("li", attributes, fragment(when_, " "), what))
    if context.is_html:
        return element("ul", {"class": "seminar-deadlines", "role": "list"}, *items)
    return nodes.bullet_list("", *items, bullet="-")


def _label(kind: str | None) -> tuple[Tag | str, ...]:
    """What sort of thing is due, before its title."""
    return (tag("span", {"class": "seminar-label"}, kind), " ") if kind else ()


def _plain_kind(kind: str | None) -> str:
    return f"{kind}: " if kind else ""


def _title(deadline: PlannedDeadline, context: ViewContext) -> nodes.Node:
    """The title, a link to where it is handed in, else to where it stands."""
    facts = deadline.facts
    if facts.link and not is_relative(facts.link) and not facts.link.startswith(("/", "#")):
        return nodes.reference("", facts.title, refuri=facts.link)
    return context.link(facts.docname, facts.anchor, nodes.Text(facts.title))
