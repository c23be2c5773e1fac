"""The schedule in html: a table with a body a week, and the instants that the script compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docutils import nodes

from ..courses import PlannedCourse
from ..locale import _
from ..model.schedule import BreakRow, MovedRow, OpenRow, SessionRow
from ..model.weeks import Week
from ..nodes import element, seminar_schedule
from .context import ViewContext
from .dates import long_date, zone_name
from .schedule_rows import ShownRow
from .session_cell import session_cell
from .times import date_node, marked_attrs, time_nodes


def schedule_table(
    placeholder: seminar_schedule,
    planned: PlannedCourse,
    rows: Sequence[ShownRow],
    context: ViewContext,
) -> list[nodes.Node]:
    """A line that says where in the term one is, and the table."""
    heads: list[nodes.Node] = [
        element("th", {"scope": "col", "role": "columnheader"}, nodes.Text(word))
        for word in (_("Week"), _("Date"), _("Session"))
    ]
    level = 1 + sum(isinstance(node, nodes.section) for node in _ancestors(placeholder))
    draw = _RowDrawer(planned, context, placeholder["show"], min(max(level, 2), 6))
    bodies = [draw.week_body(week, list(group)) for week, group in groupby(rows, key=_week)]
    table = element(
        "table",
        {"role": "table", "aria-label": _("Schedule")},
        element(
            "thead",
            {"role": "rowgroup"},
            element("tr", {"role": "row"}, *heads),
        ),
        *bodies,
    )
    table["classes"] = ["no-search"] if rows and not any(shown.own for shown in rows) else []
    compact = " seminar-compact" if not placeholder["show"] else ""
    attrs: dict[str, object] = {"class": f"seminar-schedule{compact}"}
    if planned.schedule.term:
        attrs |= marked_attrs(planned.schedule.term)
    return [element("div", attrs, *_now_line(planned, context), table)]


def _now_line(planned: PlannedCourse, context: ViewContext) -> Iterator[nodes.Node]:
    """Before, during or after the term: the script shows the one that is true."""
    course, span = planned.course, planned.schedule.term
    if course.zone is None or course.term is None or span is None or span.end is None:
        return
    first = long_date(course.term.start, context.language)
    rows = [row.meeting for row in planned.schedule.by_session.values() if row.meeting]
    last_day = max([course.term.end, *(meeting.day for meeting in rows)])
    last = long_date(last_day, context.language)
    states: list[tuple[str, list[nodes.Node]]] = [
        ("before", [nodes.Text(_("The term starts on {date}.").format(date=first))]),
        ("during", [element("a", {"href": "#today"}, nodes.Text(_("Jump to today")))]),
        ("after", [nodes.Text(_("The term ended on {date}.").format(date=last))]),
    ]
    stack = element(
        "span",
        {"class": "seminar-states"},
        *(
            element("span", {"class": f"seminar-{name}", "hidden": ""}, *shown)
            for name, shown in states
        ),
        search=False,
    )
    zone = _("Times are {city} time.").format(city=zone_name(course.zone, context.language))
    # The states come last: what the longest of them leaves free is then at the end of the line.
    yield element("p", {"class": "seminar-now"}, nodes.Text(f"{zone} "), stack)


class _RowDrawer:
    """Draws the rows of one schedule."""

    def __init__(
        self, planned: PlannedCourse, context: ViewContext, show: tuple[str, ...], level: int
    ) -> None:
        self.course = planned.course
        self.context = context
        self.show = show
        self.level = level

    def week_body(self, week: Week | None, rows: list[ShownRow]) -> nodes.Node:
        """The rows of a week; its head spans them all."""
        first, *rest = (self._row(shown) for shown in rows)
        first.insert(0, self._week_head(week, len(rows)))
        return element("tbody", {"role": "rowgroup"}, first, *rest)

    def _week_head(self, week: Week | None, span: int) -> nodes.Element:
        attrs: dict[str, object] = {
            "class": "seminar-week",
            "scope": "rowgroup",
            "role": "rowheader",
            "rowspan": span if span > 1 else None,
        }
        if week is None:
            return element("td", {**attrs, "scope": None, "role": "cell"})
        words: list[nodes.Node] = []
        if week.number is not None:
            word = element("span", {"class": "seminar-word"}, nodes.Text(_("Week")))
            number = element("span", {"class": "seminar-number"}, nodes.Text(str(week.number)))
            words = [word, nodes.Text(" "), number, nodes.Text(" ")]
        if week.marked is not None:
            words.append(_mark(_("This week")))
        return element("th", attrs | marked_attrs(week.marked), *words)

    def _row(self, shown: ShownRow) -> nodes.Element:
        row = shown.row
        if isinstance(row, BreakRow):
            return self._break_row(row)
        attrs: dict[str, object] = {"class": "seminar-session", "role": "row"}
        meeting = row.meeting
        if meeting is not None:
            attrs["data-date"] = meeting.day.isoformat()
        if isinstance(row, SessionRow):
            attrs |= marked_attrs(row.next)
            if row.session.status == "cancelled":
                attrs["class"] = "seminar-session seminar-cancelled"
        elif isinstance(row, MovedRow):
            attrs["class"] = "seminar-session seminar-moved"
        else:
            attrs["class"] = "seminar-tba"
        when: list[nodes.Node] = [_day(nodes.Text(_("Date to be announced")))]
        if meeting is not None:
            times = time_nodes(meeting, self.course.clock, self.course.zone)
            when = [_day(date_node(meeting.day, self.context.language))]
            when += [element("span", {"class": "seminar-time"}, *times)] if times else []
        if isinstance(row, SessionRow) and row.next is not None:
            when.append(_mark(_("Next")))
        return element("tr", attrs, self._date_head(when), self._cell(shown))

    def _break_row(self, row: BreakRow) -> nodes.Element:
        first, last = row.break_.start, row.break_.end
        when = [date_node(first, self.context.language)]
        if last != first:
            when += [nodes.Text(" – "), date_node(last, self.context.language)]
        attrs = {"class": "seminar-break", "role": "row", "data-date": first.isoformat()}
        title = element("td", {"role": "cell"}, nodes.Text(row.break_.title))
        return element("tr", attrs, self._date_head([_day(*when)]), title)

    def _date_head(self, content: list[nodes.Node]) -> nodes.Element:
        attrs = {"class": "seminar-date", "scope": "row", "role": "rowheader"}
        return element("th", attrs, *content)

    def _cell(self, shown: ShownRow) -> nodes.Element:
        if isinstance(shown.row, OpenRow):
            return element("td", {"role": "cell"}, nodes.Text(_("To be announced")))
        return session_cell(shown, self.course, self.context, self.show, self.level)


def _day(*content: nodes.Node) -> nodes.Node:
    return element("span", {"class": "seminar-day"}, *content)


def _mark(word: str) -> nodes.Node:
    """A word that takes its room from the start, so that nothing moves when it is shown."""
    return element("span", {"class": "seminar-mark", "hidden": ""}, nodes.Text(word), search=False)


def _week(shown: ShownRow) -> Week | None:
    return shown.row.week


def _ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    current = node.parent
    while current is not None:
        yield current
        current = current.parent
