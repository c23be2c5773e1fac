"""The head of a session that is a page or a section: when, where, who."""

from __future__ import annotations

from docutils import nodes

from ..locale import _
from ..nodes import seminar_session_head
from .context import ViewContext
from .notice import broken_notice
from .times import date_node, time_nodes


def session_head_view(placeholder: seminar_session_head, context: ViewContext) -> list[nodes.Node]:
    """A line with week, date, time and place, then speaker and link."""
    planned = context.planned(placeholder)
    anchor = placeholder.get("anchor")
    session = planned.session_at(placeholder["docname"], anchor) if planned and anchor else None
    shown: list[nodes.Node] = []
    if planned is not None and session is not None:
        row = planned.row_of(session)
        facts: list[list[nodes.Node]] = []
        if row.week and row.week.number is not None:
            facts.append([nodes.Text(_("Week {number}").format(number=row.week.number))])
        if row.meeting:
            facts.append([date_node(row.meeting.day, context.language)])
            facts.append(time_nodes(row.meeting, planned.course.clock, planned.course.zone))
            facts.append([nodes.Text(row.meeting.where or "")])
        elif planned.folder is not None:
            facts.append([nodes.Text(_("Date to be announced"))])
        facts.append([nodes.Text(placeholder["kind"] or "")])
        if row.session.status == "cancelled":
            facts.append([nodes.strong("", _("Cancelled"))])
        line = _parted(facts)
        if line:
            shown.append(nodes.paragraph("", "", *line, classes=["seminar-session-head"]))
        if not planned.course.dates_known:
            shown += broken_notice(planned)
    for child in placeholder.children:
        assert isinstance(child, nodes.Element)  # a speaker, a link
        css_class = child.tagname.replace("_", "-")
        shown.append(nodes.paragraph("", "", *child.children, classes=[css_class]))
    return shown


def _parted(facts: list[list[nodes.Node]]) -> list[nodes.Node]:
    line: list[nodes.Node] = []
    for fact in facts:
        if any(node.astext() for node in fact):
            line += [*([nodes.Text(" · ")] if line else []), *fact]
    return line
