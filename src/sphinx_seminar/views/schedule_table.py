"""The schedule in html: a table with a body a week, and the instants that the script compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docutils import nodes
from sphinx.util.nodes import traverse_parent

from ..locale import _
from ..markup import Tag, tag
from ..model.schedule import BreakRow, MovedRow, OpenRow, SessionRow
from ..model.weeks import Week
from ..nodes import element, fragment, seminar_schedule
from ..plan.planned_course import PlannedCourse
from .breaks import break_title
from .context import ViewContext
from .dates import long_date, zone_name
from .pattern import filled
from .schedule_rows import ShownRow
from .session_cell import session_cell
from .times import date_range_tags, date_tag, marked_attributes, time_tags

Content = list[Tag | str]


def schedule_table(
    placeholder: seminar_schedule,
    planned: PlannedCourse,
    rows: Sequence[ShownRow],
    context: ViewContext,
) -> list[nodes.Node]:
    """A line that says where in the term one is, and the table."""
    level = 1 + len(list(traverse_parent(placeholder, nodes.section)))
    draw = _RowDrawer(planned, context, placeholder["show"], min(max(level, 2), 6))
    table = element(
        "table",
        {"role": "table", "aria-label": _("Schedule")},
        _head(),
        *(draw.week_body(week, list(group)) for week, group in groupby(rows, key=_week)),
    )
    if not any(shown.own for shown in rows):
        # All of it stands on other pages, where a search is to find it.
        table["classes"].append("no-search")
    compact = " seminar-compact" if not placeholder["show"] else ""
    attributes: dict[str, object] = {"class": f"seminar-schedule{compact}"}
    attributes |= marked_attributes(planned.schedule.term)
    return [element("div", attributes, *_now_line(planned, context), table)]


def _head() -> nodes.Node:
    heads = (
        tag("th", {"scope": "col", "role": "columnheader"}, word)
        for word in (_("Week"), _("Date"), _("Session"))
    )
    return fragment(tag("thead", {"role": "rowgroup"}, tag("tr", {"role": "row"}, *heads)))


def _now_line(planned: PlannedCourse, context: ViewContext) -> Iterator[nodes.Node]:
    """Before, during or after the term: the script shows the one that is true."""
    course = planned.course
    if course.zone is None or course.term is None or planned.schedule.term is None:
        return
    days = [row.meeting.day for row in planned.schedule.by_session.values() if row.meeting]
    first = long_date(course.term.start, context.language)
    last = long_date(max([course.term.end, *days]), context.language)
    states: tuple[tuple[str, Tag | str], ...] = (
        ("before", _("The term starts on {date}.").format(date=first)),
        ("during", tag("a", {"href": "#today"}, _("Jump to today"))),
        ("after", _("The term ended on {date}.").format(date=last)),
    )
    zone = _("Times are {city} time.").format(city=zone_name(course.zone, context.language))
    if not context.marks_now:
        yield fragment(tag("p", {"class": "seminar-now"}, zone))
        return
    # The states come last: what the longest of them leaves free is then at the end of the line.
    stack = tag(
        "span",
        {"class": "seminar-states"},
        *(tag("span", {"class": f"seminar-{name}", "hidden": ""}, text) for name, text in states),
    )
    yield fragment(tag("p", {"class": "seminar-now"}, f"{zone} ", stack))


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
        heads = [self._week_head(week, len(rows)), *([None] * (len(rows) - 1))]
        drawn = [self._row(shown, head) for shown, head in zip(rows, heads, strict=True)]
        # A row of text is found by its break; a session is found where it stands.
        breaks = [shown.row.break_ for shown in rows if isinstance(shown.row, BreakRow)]
        searched = " ".join(map(break_title, breaks))
        text_rows = [row for row in drawn if isinstance(row, Tag)]
        if len(text_rows) == len(drawn):
            return fragment(tag("tbody", {"role": "rowgroup"}, *text_rows), searched=searched)
        as_nodes = [fragment(row) if isinstance(row, Tag) else row for row in drawn]
        return element("tbody", {"role": "rowgroup"}, *as_nodes, fragment(searched=searched))

    def _week_head(self, week: Week | None, span: int) -> Tag:
        rowspan = span if span > 1 else None
        if week is None:
            return tag("td", {"class": "seminar-week", "role": "cell", "rowspan": rowspan})
        words: Content = []
        if week.number is not None:
            words = [*_week_number(week.number), " "]
        if week.marked is not None and self.context.marks_now:
            words.append(_mark(_("This week")))
        attributes = {
            "class": "seminar-week",
            "scope": "rowgroup",
            "role": "rowheader",
            "rowspan": rowspan,
        }
        return tag("th", attributes | marked_attributes(week.marked), *words)

    def _row(self, shown: ShownRow, week_head: Tag | None) -> nodes.Node | Tag:
        row = shown.row
        when = self._break_days(row) if isinstance(row, BreakRow) else self._when(row)
        date_head = tag("th", {"class": "seminar-date", "scope": "row", "role": "rowheader"}, *when)
        heads = [*([week_head] if week_head else []), date_head]
        cell = self._cell(shown)
        if isinstance(cell, Tag):
            return tag("tr", _row_attributes(row), *heads, cell)
        drawn = element("tr", _row_attributes(row), fragment(*heads), cell)
        if not shown.own:
            drawn["classes"].append("no-search")  # it is found where the session stands
        return drawn

    def _when(self, row: SessionRow | MovedRow | OpenRow) -> Content:
        when: Content = [_day(_("Date to be announced"))]
        if row.meeting is not None:
            when = [_day(date_tag(row.meeting.day, self.context.language))]
            course = self.course
            times = time_tags(row.meeting, course.clock, course.zone, self.context.language)
            if times:
                when += [" ", tag("span", {"class": "seminar-time"}, *times)]
        if isinstance(row, SessionRow) and row.next is not None and self.context.marks_now:
            when += [" ", _mark(_("Next"))]
        return when

    def _break_days(self, row: BreakRow) -> Content:
        days = date_range_tags(row.break_.start, row.break_.end, self.context.language)
        return [_day(*days)]

    def _cell(self, shown: ShownRow) -> nodes.Node | Tag:
        if isinstance(shown.row, OpenRow):
            return tag("td", {"role": "cell"}, _("To be announced"))
        if isinstance(shown.row, BreakRow):
            return tag("td", {"role": "cell"}, break_title(shown.row.break_))
        # Where a row holds content, its title is a heading.
        level = self.level if self.show else None
        return session_cell(shown, self.course, self.context, self.show, level)


def _row_attributes(row: SessionRow | MovedRow | OpenRow | BreakRow) -> dict[str, object]:
    if isinstance(row, BreakRow):
        date = row.break_.start.isoformat()
        return {"class": "seminar-break", "role": "row", "data-date": date}
    css_class = "seminar-tba" if isinstance(row, OpenRow) else "seminar-session"
    if isinstance(row, MovedRow):
        css_class += " seminar-moved"
    elif isinstance(row, SessionRow) and row.session.status == "cancelled":
        css_class += " seminar-cancelled"
    attributes: dict[str, object] = {"class": css_class, "role": "row"}
    if row.meeting is not None:
        attributes["data-date"] = row.meeting.day.isoformat()
    return attributes | (marked_attributes(row.next) if isinstance(row, SessionRow) else {})


def _week_number(number: int) -> Content:
    """The number; the words around it are for those who see no head of a column."""
    shown = tag("span", {"class": "seminar-number"}, str(number))
    pieces: Content = []
    for piece in filled(_("Week {number}"), number=shown):
        if isinstance(piece, Tag):
            pieces.append(piece)
            continue
        word = tag("span", {"class": "seminar-word"}, piece.strip())
        # The blank between word and number stays outside, where it is seen or not as it must be.
        before = [" "] if piece != piece.lstrip() else []
        after = [" "] if piece != piece.rstrip() else []
        pieces += [*before, word, *after]
    return pieces


def _day(*content: Tag | str) -> Tag:
    return tag("span", {"class": "seminar-day"}, *content)


def _mark(word: str) -> Tag:
    """A word that takes its room from the start, so that nothing moves when it is shown."""
    return tag("span", {"class": "seminar-mark", "hidden": ""}, word)


def _week(shown: ShownRow) -> Week | None:
    return shown.row.week
