"""The schedule outside html: a table of titles, or a list of sessions with their content whole.

The text and man writers know no table in a table, and LaTeX cannot nest its long tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..courses import PlannedCourse
from ..locale import _
from ..model.schedule import BreakRow, MovedRow, OpenRow
from ..nodes import seminar_schedule
from .breaks import break_title
from .context import ViewContext
from .dates import date_range, meeting_text, short_date
from .pattern import line_of_nodes
from .plain_table import Cell, plain_table
from .schedule_rows import ShownRow
from .session_notes import session_notes


def schedule_list(
    placeholder: seminar_schedule,
    planned: PlannedCourse,
    rows: Sequence[ShownRow],
    context: ViewContext,
) -> list[nodes.Node]:
    """A row or an item for each row of the course."""
    if not rows:
        return []
    if not placeholder["show"]:
        head = [[nodes.Text(word)] for word in (_("Week"), _("Date"), _("Session"))]
        body: list[list[Cell]] = [
            [
                [nodes.Text(_week_number(shown))],
                [nodes.Text(_when(shown, planned, context))],
                _title(shown, planned, context),
            ]
            for shown in rows
        ]
        return [plain_table(head, body, [1, 3, 6])]
    items = nodes.definition_list()
    for shown in rows:
        week = _week_number(shown)
        lead = [_("Week {number}").format(number=week)] if week else []
        when = _(", ").join([*lead, _when(shown, planned, context)])
        title = _title(shown, planned, context)
        # For translators: the time may be "Week 3, Mon, Feb 14, 13:00"
        line = line_of_nodes(_("{when}: {title}"), is_html=False, when=when, title=title)
        term = nodes.term("", "", *line)
        if shown.own and shown.session and not isinstance(shown.row, MovedRow):
            term["ids"] = [shown.session.anchor]
        content: list[nodes.Node] = []
        for part, node in shown.content.shown(placeholder["show"]) if shown.content else ():
            if part in {"speakers", "link"}:
                content.append(nodes.paragraph("", "", *node.children))
            else:
                content.append(node)
        items += nodes.definition_list_item("", term, nodes.definition("", *content))
    return [items]


def _week_number(shown: ShownRow) -> str:
    week = shown.row.week
    return "" if week is None or week.number is None else str(week.number)


def _when(shown: ShownRow, planned: PlannedCourse, context: ViewContext) -> str:
    row = shown.row
    if isinstance(row, BreakRow):
        first, last = row.break_.start, row.break_.end
        text = short_date(first, context.language)
        if first == last:
            return text
        return date_range(text, short_date(last, context.language), context.language)
    if row.meeting is None:
        return _("Date to be announced")
    return meeting_text(row.meeting, context.language, planned.course.clock)


def _title(shown: ShownRow, planned: PlannedCourse, context: ViewContext) -> list[nodes.Node]:
    row = shown.row
    if isinstance(row, BreakRow):
        return [nodes.Text(break_title(row.break_))]
    if isinstance(row, OpenRow):
        return [nodes.Text(_("To be announced"))]
    assert shown.session is not None
    assert shown.content is not None
    title = list(shown.content.title)
    if not shown.own:
        title = [context.link(shown.session.docname, shown.session.anchor, *title)]
    notes = [text for _class, text in session_notes(shown, planned.course, context)]
    if not notes:
        return title
    text = _("; ").join(notes)
    return [*title, nodes.Text(f" ({text})")]
