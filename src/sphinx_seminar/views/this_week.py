"""The current week: all weeks are in the page, one above the other, and the script shows one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from docutils import nodes

from ..locale import _
from ..markup import tag
from ..model.instant import Interval
from ..model.meeting import week_start
from ..model.schedule import BreakRow, MovedRow, OpenRow, Row, SessionRow
from ..model.weeks import Week
from ..nodes import element, fragment, seminar_view
from ..plan.planned_course import PlannedCourse
from .breaks import break_title
from .context import ViewContext
from .dates import date_range, long_date, meeting_text, short_date
from .deadline import deadline_list
from .due import times_note
from .lists import heading
from .notice import broken_notice
from .pattern import Piece, filled
from .session_content import gathered_content
from .times import date_range_tags, marked_attributes, meeting_tags

SHOWN = ("speakers", "readings", "optional", "presenters")
_WEEK = timedelta(days=7)


def this_week_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """A stack of weeks, and a link to the schedule; where no script shows one, the link alone."""
    shown = broken_notice(planned)
    link = _schedule_link(planned, context)
    weeks = list(_weeks(planned))
    if context.marks_now and weeks:
        draw = _Drawer(planned, context)
        panels = [draw.before(weeks[0]), *map(draw.week, weeks), draw.after(weeks[-1])]
        stack = element("div", {"class": "seminar-panels"}, *panels)
        stack["classes"].append("no-search")  # all of it stands on other pages
        shown.append(stack)
    return [*shown, *link, *placeholder.children]


def _schedule_link(planned: PlannedCourse, context: ViewContext) -> list[nodes.Node]:
    page = planned.facts.schedule_page
    label = nodes.Text(_("See the whole schedule"))
    if page is not None:
        docname, anchor = page
        link: nodes.Node = context.link(docname, anchor or "", label)
    elif planned.facts.front_page:
        link = context.link(planned.facts.front_page, "", label)
    else:
        return []
    return [nodes.paragraph("", "", link, classes=["seminar-text"])]


def _weeks(planned: PlannedCourse) -> Iterator[Week]:
    """Every calendar week of the term, to that of the last session or deadline."""
    course, calendar = planned.course, planned.schedule.calendar
    if course.term is None or course.zone is None or calendar is None:
        return
    days = [course.term.start, course.term.end]
    days += [row.meeting.day for row in planned.schedule.by_session.values() if row.meeting]
    start = week_start(min(days), course.weeks.first_day)
    last = max(days)
    while start <= last:
        yield calendar.week_of(start)
        start += _WEEK


class _Drawer:
    """Draws the panels of one course."""

    def __init__(self, planned: PlannedCourse, context: ViewContext) -> None:
        self.planned = planned
        self.course = planned.course
        self.context = context
        self.sessions = {session.id: session for session in planned.sessions}

    def before(self, first: Week) -> nodes.Node:
        assert first.marked is not None
        assert self.course.term is not None
        text = _("The term starts on {date}.").format(
            date=long_date(self.course.term.start, self.context.language)
        )
        content: list[nodes.Node] = [nodes.paragraph("", text)]
        rows = [
            row
            for row in self.planned.schedule.rows
            if isinstance(row, SessionRow) and row.meeting and row.session.status != "cancelled"
        ]
        if rows:
            content.append(heading(_("First session")))
            content.append(self._session(rows[0]))
        return _panel(Interval(None, first.marked.start), content)

    def after(self, last: Week) -> nodes.Node:
        assert last.marked is not None
        assert self.course.term is not None
        days = [row.meeting.day for row in self.planned.schedule.by_session.values() if row.meeting]
        end = max([self.course.term.end, *days])
        text = _("The term ended on {date}.").format(date=long_date(end, self.context.language))
        return _panel(Interval(last.marked.end, None), [nodes.paragraph("", text)])

    def week(self, week: Week) -> nodes.Node:
        last = week.start + _WEEK - timedelta(days=1)
        first_day, last_day = (short_date(day, self.context.language) for day in (week.start, last))
        days = date_range(first_day, last_day, self.context.language)
        title = days
        if week.number is not None:
            number = _("Week {number}").format(number=week.number)
            title = f"{number} · {days}"
        content: list[nodes.Node] = [heading(title)]
        rows = [row for row in self.planned.schedule.rows if _is_in(row, week)]
        content += [self._row(row) for row in rows]
        if not any(isinstance(row, SessionRow | OpenRow) for row in rows):
            content.append(nodes.paragraph("", _("No session this week.")))
        due = tuple(
            found
            for found in self.planned.facts.deadlines
            if found.due and week.start <= found.due.day <= last
        )
        if due:
            content.append(heading(_("Due")))
            content.append(deadline_list(due, self.planned, self.context))
            content += times_note(self.course, self.context.language)
        return _panel(week.marked, content)

    def _row(self, row: Row) -> nodes.Node:
        if isinstance(row, SessionRow):
            return self._session(row)
        if isinstance(row, BreakRow):
            break_ = row.break_
            days = date_range_tags(break_.start, break_.end, self.context.language)
            return _line(days, [break_title(break_)])
        if isinstance(row, OpenRow):
            return _line(self._when(row), [_("To be announced")])
        text = _("Moved; the new date is to be announced")
        if row.moved_to:
            when = meeting_text(row.moved_to, self.context.language, self.course.clock)
            text = _("Moved to {date}").format(date=when)
        return _line(self._when(row), [tag("s", {}, row.session.title), f" ({text})"])

    def _session(self, row: SessionRow) -> nodes.Node:
        session = self.sessions[row.session.id]
        found = gathered_content(session, SHOWN, self.context)
        title = context_link(self.context, session.docname, session.anchor, found.title)
        content: list[nodes.Node] = [element("p", {"class": "seminar-name"}, title)]
        facts = self._when(row)
        if row.meeting and row.meeting.where:
            facts += [_(", "), row.meeting.where]
        if row.session.status == "cancelled":
            facts += [" · ", tag("strong", {}, _("Cancelled"))]
        content.append(fragment(tag("p", {"class": "seminar-muted"}, *facts)))
        for part, node in found.shown(SHOWN):
            if part == "speakers":
                content.append(element("p", {"class": "seminar-speaker"}, *node.children))
            else:
                content.append(node)
        return element("div", {"class": "seminar-entry"}, *content)

    def _when(self, row: SessionRow | MovedRow | OpenRow) -> list[Piece]:
        if row.meeting is None:
            return [_("Date to be announced")]
        course = self.course
        return meeting_tags(row.meeting, course.clock, course.zone, self.context.language)


def context_link(
    context: ViewContext, docname: str, anchor: str, title: list[nodes.Node]
) -> nodes.Node:
    """A title that leads to its session; one with a link in it stays as it is."""
    if any(found for node in title for found in node.findall(nodes.reference)):
        return element("span", {}, *title)
    return context.link(docname, anchor, *title)


def _is_in(row: Row, week: Week) -> bool:
    """Whether a row is about a week; a long break is about each of its weeks."""
    if isinstance(row, BreakRow):
        last = week.start + _WEEK - timedelta(days=1)
        return row.break_.start <= last and row.break_.end >= week.start
    return row.week is not None and row.week.start == week.start and row.meeting is not None


def _line(when: list[Piece], title: list[Piece]) -> nodes.Node:
    return fragment(tag("p", {}, *filled(_("{when}: {title}"), when=when, title=title)))


def _panel(shown: Interval | None, content: list[nodes.Node]) -> nodes.Node:
    attributes: dict[str, object] = {"class": "seminar-panel", "hidden": ""}
    return element("div", attributes | marked_attributes(shown), *content)
