"""Something due, where it stands; and all of it as a list."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..markup import Tag, tag
from ..model.course import Course
from ..model.deadline import Due
from ..nodes import child_of, element, fragment, seminar_deadline, seminar_title, seminar_view
from ..plan.planned_course import PlannedCourse, PlannedDeadline
from .context import ViewContext
from .copied_addresses import is_relative
from .due import due_tag, due_text, times_note, until_attributes, zone_text
from .notice import broken_notice
from .pattern import line_of_nodes


def deadline_view(placeholder: seminar_deadline, context: ViewContext) -> list[nodes.Node]:
    """A line with the time and the title, then the description."""
    planned = context.planned(placeholder)
    anchor = placeholder["anchor_id"]
    found = planned.facts.deadline_at(placeholder["docname"], anchor) if planned else None
    course = planned.course if planned else Course()
    due = found.due if found else None
    title = child_of(placeholder, seminar_title)
    rest = [child for child in placeholder.children if child is not title]
    own_id = (placeholder["ids"] or [None])[0]
    named = _with_kind(placeholder["kind"], list(title.children), context)
    line = _line(due, named, course, context)
    if not context.is_html:
        target: list[nodes.Node] = [nodes.target("", "", ids=[own_id])] if own_id else []
        return [*target, nodes.paragraph("", "", *line), *rest]
    attributes = {"class": "seminar-deadline", "id": own_id} | until_attributes(due)
    return [element("div", attributes, element("p", {}, *line), *rest)]


def _line(
    due: Due | None, title: list[nodes.Node], course: Course, context: ViewContext
) -> list[nodes.Node]:
    zone = zone_text(course, context.language)
    # For translators: the time may be "date to be announced"
    pattern = _("Due {time}: {title}")
    if zone and due:
        pattern = _("Due {time} ({zone}): {title}")
    time = due_tag(due, course, context.language)
    return line_of_nodes(pattern, is_html=context.is_html, time=time, zone=zone, title=title)


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
            title = _with_kind(deadline.facts.kind, [link], context)
            line = line_of_nodes(_("{when}: {title}"), is_html=False, when=when, title=title)
            items.append(nodes.list_item("", nodes.paragraph("", "", *line, *behind)))
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


def _with_kind(kind: str | None, title: list[nodes.Node], context: ViewContext) -> list[nodes.Node]:
    if not kind:
        return title
    if context.is_html:
        return [fragment(*_label(kind)), *title]
    return line_of_nodes(_("{label}: {text}"), is_html=False, label=kind, text=title)


def _title(deadline: PlannedDeadline, context: ViewContext) -> nodes.Node:
    """The title, a link to where it is handed in, else to where it stands."""
    facts = deadline.facts
    is_checked = context.checks_links  # where the deadline stands, which has the link, too
    is_outside = not is_relative(facts.link or "") and not (facts.link or "").startswith(("/", "#"))
    if facts.link and is_outside and not is_checked:
        return nodes.reference("", facts.title, refuri=facts.link)
    return context.link(facts.docname, facts.anchor, nodes.Text(facts.title))
