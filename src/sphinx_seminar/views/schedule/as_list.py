"""The schedule outside html: a table of dates and titles, then the sessions' content whole.

The text and man writers know no table in a table, and LaTeX can neither nest its long tables nor
break a row of one over two pages: what is in a session is below the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ..copied.session_content import SessionContent, adopt, materials_line
from ..deadline import with_labels
from ..deadlines import ShownDeadline, deadline_link, deadline_text, session_behind
from ..page import Page
from ..plain_table import Cell, plain_table
from ..view import Body
from ..words.breaks import break_title
from ..words.dates import date_range, day_text, meeting_text
from ..words.due import times_note
from ..words.filled_pattern import line_of_nodes
from ..words.label import label_text, labels_text
from .rows import ShownRow, ShownSchedule, content_of
from .session_notes import session_notes

if TYPE_CHECKING:
    from .units import ShownUnit

_DATE = len("Mon, Jan 24, 13:00–16:00")
_ALL = 60


def schedule_list(shown: ShownSchedule, body: Body, page: Page) -> list[nodes.Node]:
    """The zone, a table with a row for each of the course, and an item for each with content."""
    if not shown.rows:
        return []
    draw = _Drawer(shown, page)
    head = [[nodes.Text(word)] for word, _width in draw.columns]
    cells: list[list[Cell]] = []
    below: list[nodes.Node] = []
    unit_head: list[nodes.Node] = []  # until something is under it
    anchor = ""
    headed: set[str] = set()
    for row in shown.rows:
        if row.unit:
            from .units import unit_content  # most courses have no units

            unit, description = unit_content(row.unit, body, page)
            cells.append(draw.unit_cells(row.unit, unit))
            if row.unit.goes_on and row.unit.anchor not in headed:
                # Its first sessions have no content, so there is no heading to continue.
                title_ = nodes.Text(row.unit.title)
                unit = [page.link(row.unit.docname, row.unit.anchor, title_)]
            unit_head = [nodes.rubric("", "", *unit)]
            anchor = row.unit.anchor
            if description:
                below += [*unit_head, *description]
                unit_head = []
                headed.add(anchor)
        found = content_of(row, shown, body, page) if row.session else _NO_CONTENT
        title, content = draw.title(row, found), draw.content(row, found)
        if content:
            if unit_head or not below or not isinstance(below[-1], nodes.definition_list):
                below += [*unit_head, nodes.definition_list()]
                if unit_head:
                    headed.add(anchor)
                unit_head = []
            items = below[-1]
            assert isinstance(items, nodes.definition_list)
            items += draw.item(row, title, content)
        cells.append(draw.cells(row, title, is_copy=bool(content)))
    table = plain_table(head, cells, [width for _word, width in draw.columns])
    if isinstance(body.parent, nodes.section):
        # LaTeX may go on with it on the next page, which it can do with no table in a box.
        table["classes"].append("longtable")
    return [*times_note(shown.zone, page.language), table, *below]


class _Drawer:
    """Draws the rows of one schedule."""

    def __init__(self, shown: ShownSchedule, page: Page) -> None:
        self.shown = shown
        self.page = page
        self.has_weeks = shown.has_week_numbers
        self.columns = self._columns()

    def _columns(self) -> list[tuple[str, int]]:
        """The heads of the columns, with their shares."""
        columns = []
        if self.has_weeks:
            # LaTeX sets the head of the narrow column in one line only where its share is ample.
            columns.append((_("Week"), max(6, len(_("Week")) + 2)))
        if self.shown.has_dates:
            columns.append((_("Date"), _DATE))
        return [*columns, (_("Session"), _ALL - sum(width for _word, width in columns))]

    def content(self, row: ShownRow, found: SessionContent) -> list[nodes.Node]:
        """What a row has beside its title."""
        content: list[nodes.Node] = []
        for part, node in found.shown(self.shown.parts):
            if part in {"speakers", "link"}:
                content.append(nodes.paragraph("", "", *node.children))
            elif part == "materials":
                content += materials_line(node, row.materials, self.page)
            else:
                content.append(node)
        return content

    def item(self, row: ShownRow, title: list[nodes.Node], content: list[nodes.Node]) -> nodes.Node:
        """A session under its date and title."""
        week = _week_number(row)
        lead = [_("Week {number}").format(number=week)] if week else []
        when = _(", ").join([*lead, *self._when(row)])
        # For translators: the time may be "Week 3, Mon, Feb 14, 13:00"
        text = _("{when}: {title}")
        line = line_of_nodes(text, is_html=False, when=when, title=title) if when else title
        term = nodes.term("", "", *line)
        if anchor := _own_anchor(row):
            term["ids"] = [anchor]
        return nodes.definition_list_item("", term, nodes.definition("", *content))

    def cells(self, row: ShownRow, content: list[nodes.Node], *, is_copy: bool) -> list[Cell]:
        """The row of a table; a copy where the same title is over the session's content."""
        title = nodes.inline("", "", *content)
        if is_copy:
            title = title.deepcopy()
            adopt(title, self.page.docname, self.page)
        elif anchor := _own_anchor(row):
            title.insert(0, nodes.target("", "", ids=[anchor]))
        if row.week and row.week.number is not None and self.shown.week_ids:
            anchor = f"{self.shown.week_ids}{row.week.number}"
            if self.page.claim(self.page.docname, anchor):
                title.insert(0, nodes.target("", "", ids=[anchor]))
        texts = [*([_week_number(row)] if self.has_weeks else []), *self._when(row)]
        return [*([nodes.Text(text)] for text in texts), title.children]

    def unit_cells(self, unit: ShownUnit, title: list[nodes.Node]) -> list[Cell]:
        """The row of a table over those of a unit; what is under it is below the table."""
        copy = nodes.inline("", "", *title).deepcopy()
        adopt(copy, self.page.docname, self.page)
        cell = nodes.strong("", "", *copy.children)
        if unit.is_own and not unit.goes_on:
            cell.insert(0, nodes.target("", "", ids=[unit.anchor]))
        return [*([] for _column in self.columns[1:]), [cell]]

    def _when(self, row: ShownRow) -> list[str]:
        """The date of a row, where the course has dates."""
        language, has_year = self.page.language, self.shown.has_years
        if not self.shown.has_dates:
            return []
        if row.break_:
            first, last = (day_text(day, language, has_year=has_year) for day in row.days)
            return [first if first == last else date_range(first, last, language)]
        if row.deadline is not None:
            if row.sort == "due":
                return [deadline_text(row.deadline, language, has_year=has_year)]
            if any(each.out for each in row.deadline.sections):
                from ..words.section_dues import section_out_text

                return [section_out_text(row.deadline.sections, language)]
            return [day_text(row.days[0], language, has_year=has_year)]
        if row.sections:
            from ..words.section_dates import date_texts

            has_year = self.shown.has_years
            texts = date_texts(row.sections, self.shown.clock, language, has_year=has_year)
            return [_("; ").join(texts)]
        if row.meeting is None:
            return [_("Date to be announced")]
        has_year = self.shown.has_years
        return [meeting_text(row.meeting, language, self.shown.clock, has_year=has_year)]

    def title(self, row: ShownRow, found: SessionContent) -> list[nodes.Node]:
        """What a row is called, with what is noted of it."""
        if row.break_:
            return [nodes.Text(break_title(row.break_))]
        if row.deadline is not None:
            return self._due(row, row.deadline)
        if row.session is None:
            # For translators: the label may be "Lab"
            text = _("{label}: {text}") if row.labels else "{text}"
            words = {"label": labels_text(row.labels), "text": _("To be announced")}
            return [nodes.Text(text.format(**words))]
        title = list(found.title)
        if not row.is_own:
            title = [self.page.link(row.session.docname, row.session.anchor, *title)]
        notes = [label_text(label) for label in row.labels]
        clock, has_year = self.shown.clock, self.shown.has_years
        told = session_notes(row, clock, self.page.language, has_year=has_year)
        notes += [text for _class, text in told]
        if not notes:
            return title
        text = _("; ").join(notes)
        return [*title, nodes.Text(f" ({text})")]

    def _due(self, row: ShownRow, deadline: ShownDeadline) -> list[nodes.Node]:
        """What is due or out, with its kinds and its session; if out, when it is due."""
        title = with_labels(deadline.labels, [deadline_link(deadline, self.page)], self.page)
        pattern = _("Due: {title}") if row.sort == "due" else _("Out: {title}")
        line = line_of_nodes(pattern, is_html=False, title=title)
        line += session_behind(deadline, self.page)
        if row.sort == "out":
            due = _("due {time}").format(
                time=deadline_text(deadline, self.page.language, has_out=False)
            )
            line.append(nodes.Text(f" · {due}"))
        return line


_NO_CONTENT = SessionContent([], [])


def _week_number(row: ShownRow) -> str:
    return "" if row.week is None or row.week.number is None else str(row.week.number)


def _own_anchor(row: ShownRow) -> str | None:
    """The id by which links find a session that is in this schedule."""
    if not row.is_own or row.session is None or row.sort == "moved":
        return None
    return row.session.anchor
