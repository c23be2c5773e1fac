"""The head of a session that is a page or a section: when, where, who."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ..locale import _
from ..markup import Tag, tag, text_of
from ..model.schedule import SessionRow
from ..nodes import fragment, seminar_session_head
from ..plan.planned_course import PlannedCourse
from .context import ViewContext
from .notice import broken_notice
from .times import date_tag, time_tags


def session_head_view(placeholder: seminar_session_head, context: ViewContext) -> list[nodes.Node]:
    """A line with week, date, time and place, then speaker and link."""
    planned = context.planned(placeholder)
    anchor = placeholder.get("anchor")
    session = planned.session_at(placeholder["docname"], anchor) if planned and anchor else None
    shown: list[nodes.Node] = []
    if planned is not None and session is not None:
        facts = list(_facts(planned.row_of(session), planned, placeholder["kind"], context))
        if facts:
            parted = [piece for fact in facts for piece in (*fact, " · ")][:-1]
            shown.append(_line(parted, context))
        if not planned.course.dates_known:
            shown += broken_notice(planned)
    for child in placeholder.children:
        assert isinstance(child, nodes.Element)  # a speaker, a link
        css_class = child.tagname.replace("_", "-")
        shown.append(nodes.paragraph("", "", *child.children, classes=[css_class]))
    return shown


Fact = list[Tag | str]


def _facts(
    row: SessionRow, planned: PlannedCourse, kind: str | None, context: ViewContext
) -> Iterator[Fact]:
    course = planned.course
    if row.week and row.week.number is not None:
        yield [_("Week {number}").format(number=row.week.number)]
    if row.meeting:
        yield [date_tag(row.meeting.day, context.language)]
        if times := time_tags(row.meeting, course.clock, course.zone, context.language):
            yield times
        if row.meeting.where:
            yield [row.meeting.where]
    elif planned.folder is not None:
        yield [_("Date to be announced")]
    if kind:
        yield [kind]
    if row.session.status == "cancelled":
        yield [tag("strong", {}, _("Cancelled"))]


def _line(content: Fact, context: ViewContext) -> nodes.Node:
    if context.is_html:
        return fragment(tag("p", {"class": "seminar-session-head"}, *content))
    return nodes.paragraph("", text_of(*content))
