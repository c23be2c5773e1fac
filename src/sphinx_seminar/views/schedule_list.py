"""The schedule outside html: a table of dates and titles, then the sessions' content whole.

The text and man writers know no table in a table, and LaTeX can neither nest its long tables nor
break a row of one over two pages: what stands in a session stands below the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..locale import _
from ..model.schedule import BreakRow, MovedRow, OpenRow
from ..nodes import seminar_schedule
from ..plan.planned_course import PlannedCourse
from .breaks import break_title
from .context import ViewContext
from .dates import date_range, meeting_text, short_date
from .pattern import line_of_nodes
from .plain_table import Cell, plain_table
from .schedule_rows import ShownRow
from .session_content import adopt
from .session_notes import session_notes

_DATE = len("Mon, Jan 24, 13:00–16:00")
_ALL = 60


def schedule_list(
    placeholder: seminar_schedule,
    planned: PlannedCourse,
    rows: Sequence[ShownRow],
    context: ViewContext,
) -> list[nodes.Node]:
    """A table with a row for each row of the course, and an item for each with content."""
    if not rows:
        return []
    draw = _Drawer(planned, context)
    head = [[nodes.Text(word)] for word in (_("Week"), _("Date"), _("Session"))]
    body: list[list[Cell]] = []
    items = nodes.definition_list()
    for shown in rows:
        content = draw.content(shown, placeholder["show"])
        if content:
            items += draw.item(shown, content)
        body.append(draw.cells(shown, is_copy=bool(content)))
    # LaTeX sets the head of the narrow column in one line only where its share is ample.
    week = max(6, len(_("Week")) + 2)
    widths = [week, _DATE, _ALL - _DATE - week]
    table = plain_table(head, body, widths)
    if isinstance(placeholder.parent, nodes.section):
        # LaTeX may go on with it on the next page, which it can do with no table in a box.
        table["classes"].append("longtable")
    return [table, *([items] if items.children else [])]


class _Drawer:
    """Draws the rows of one schedule."""

    def __init__(self, planned: PlannedCourse, context: ViewContext) -> None:
        self.planned = planned
        self.context = context

    def content(self, shown: ShownRow, show: tuple[str, ...]) -> list[nodes.Node]:
        """What a row has beside its title."""
        found = shown.content.shown(show) if shown.content else ()
        return [
            nodes.paragraph("", "", *node.children) if part in {"speakers", "link"} else node
            for part, node in found
        ]

    def item(self, shown: ShownRow, content: list[nodes.Node]) -> nodes.Node:
        """A session under its date and title."""
        week = _week_number(shown)
        lead = [_("Week {number}").format(number=week)] if week else []
        when = _(", ").join([*lead, self._when(shown)])
        # For translators: the time may be "Week 3, Mon, Feb 14, 13:00"
        text = _("{when}: {title}")
        line = line_of_nodes(text, is_html=False, when=when, title=self._title(shown))
        term = nodes.term("", "", *line)
        if anchor := _own_anchor(shown):
            term["ids"] = [anchor]
        return nodes.definition_list_item("", term, nodes.definition("", *content))

    def cells(self, shown: ShownRow, *, is_copy: bool) -> list[Cell]:
        """The row of a table; a copy where the same title stands over the session's content."""
        title = nodes.inline("", "", *self._title(shown))
        if is_copy:
            title = title.deepcopy()
            adopt(title, self.context.docname, self.context)
        elif anchor := _own_anchor(shown):
            title.insert(0, nodes.target("", "", ids=[anchor]))
        return [
            [nodes.Text(_week_number(shown))],
            [nodes.Text(self._when(shown))],
            list(title.children),
        ]

    def _when(self, shown: ShownRow) -> str:
        row, language = shown.row, self.context.language
        if isinstance(row, BreakRow):
            first, last = row.break_.start, row.break_.end
            text = short_date(first, language)
            if first == last:
                return text
            return date_range(text, short_date(last, language), language)
        if row.meeting is None:
            return _("Date to be announced")
        return meeting_text(row.meeting, language, self.planned.course.clock)

    def _title(self, shown: ShownRow) -> list[nodes.Node]:
        row = shown.row
        if isinstance(row, BreakRow):
            return [nodes.Text(break_title(row.break_))]
        if isinstance(row, OpenRow):
            return [nodes.Text(_("To be announced"))]
        assert shown.session is not None
        assert shown.content is not None
        title = list(shown.content.title)
        if not shown.own:
            title = [self.context.link(shown.session.docname, shown.session.anchor, *title)]
        notes = [text for _class, text in session_notes(shown, self.planned.course, self.context)]
        if not notes:
            return title
        text = _("; ").join(notes)
        return [*title, nodes.Text(f" ({text})")]


def _week_number(shown: ShownRow) -> str:
    week = shown.row.week
    return "" if week is None or week.number is None else str(week.number)


def _own_anchor(shown: ShownRow) -> str | None:
    """The id by which links find a session that stands in this schedule."""
    if not shown.own or shown.session is None or isinstance(shown.row, MovedRow):
        return None
    return shown.session.anchor
