"""``{this-week}``: all weeks are in the page, one above the other, and the script shows one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ...model.meeting import week_start
from ...model.schedule import BreakRow, OpenRow, Row, SessionRow
from ...model.weeks import Week
from ...pages.nodes import element, fragment
from ...plan.planned_course import PlannedCourse, PlannedDeadline
from ..copied.session_content import shown_materials
from ..deadlines import shown_deadlines
from ..page import Page
from ..session_link import shown_session
from ..view import Body, Options, View
from ..words.notice import notice_nodes, notice_of
from ..words.shown_meeting import shown_meeting
from .panels import WeekPanels
from .shown_weeks import ShownEntry, ShownWeek, ShownWeeks

if TYPE_CHECKING:
    from ...model.sections import SectionDate

_WEEK = timedelta(days=7)


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where course.yml lacks the term or the time zone."""
    course = planned.course
    if not course.dates_known:
        return None
    facts = {"timezone": course.zone, "start and end": course.term}
    lacking = [key for key, value in facts.items() if value is None]
    if not lacking:
        return None
    return f"{planned.file} has no {' and no '.join(lacking)}; write them there"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownWeeks:
    """Every calendar week of the term, to that of the last session."""
    term = planned.course.term
    weeks = tuple(_shown_week(week, planned) for week in _weeks(planned))
    first = _first_after(None, planned)
    first_session = _shown_entry(first, planned) if first and weeks else None
    choice = None
    if planned.course.sections and weeks:
        from ..words.section_dates import shown_choice

        choice = shown_choice(planned)
        if first and first_session:
            first_session = _with_dates(first_session, first, planned)
    return ShownWeeks(
        notice=notice_of(planned),
        weeks=weeks,
        first=term.start if term and weeks else None,
        first_session=first_session,
        last=planned.last_day if weeks else None,
        clock=planned.course.clock if weeks else 24,
        zone=planned.course.zone if weeks else None,
        link=_link(planned),
        choice=choice,
    )


def _link(planned: PlannedCourse) -> tuple[str, str] | None:
    if planned.facts.schedule_page is not None:
        docname, anchor = planned.facts.schedule_page
        return docname, anchor or ""
    return (planned.facts.front_page, "") if planned.facts.front_page else None


def _weeks(planned: PlannedCourse) -> Iterator[Week]:
    course, calendar = planned.course, planned.schedule.calendar
    if course.term is None or course.zone is None or calendar is None:
        return
    days = [course.term.start, course.term.end]
    days += [row.meeting.day for row in planned.schedule.by_session.values() if row.meeting]
    if course.sections and planned.last_day:  # of any of them
        days.append(planned.last_day)
    start = week_start(min(days), course.weeks.first_day)
    last = max(days)
    while start <= last:
        yield calendar.week_of(start)
        start += _WEEK


def _shown_week(week: Week, planned: PlannedCourse) -> ShownWeek:
    last = week.start + _WEEK - timedelta(days=1)
    rows = [row for row in planned.schedule.rows if _is_in(row, week)]
    has_session = any(isinstance(row, SessionRow | OpenRow) for row in rows)
    next_ = None if has_session else _first_after(last, planned)
    shown_next = _shown_entry(next_, planned) if next_ else None
    entries = tuple(_shown_entry(row, planned) for row in rows)
    if planned.course.sections:
        pairs = zip(entries, rows, strict=True)
        entries = tuple(_with_dates(entry, row, planned, week) for entry, row in pairs)
        if next_ and shown_next:
            shown_next = _with_dates(shown_next, next_, planned)
    return ShownWeek(
        start=week.start,
        number=week.number,
        marked=week.marked,
        entries=entries,
        has_session=has_session,
        next=shown_next,
        deadlines=shown_deadlines(_due_in(week, planned), planned, has_out=False),
        handed_out=shown_deadlines(_out_in(week, planned), planned),
    )


def _due_in(week: Week, planned: PlannedCourse) -> Iterator[PlannedDeadline]:
    """What is due on a day of a week, for all sections or for some."""
    for found in planned.facts.deadlines:
        if found.sections:
            own = tuple(each for each in found.sections if each.due and week.holds(each.due.day))
            if own:
                yield replace(found, sections=own)
        elif found.due and week.holds(found.due.day):
            yield found


def _out_in(week: Week, planned: PlannedCourse) -> Iterator[PlannedDeadline]:
    """What is handed out on a day of a week, to all sections or to some."""
    for found in planned.facts.deadlines:
        if found.sections:
            own = tuple(each for each in found.sections if each.out and week.holds(each.out))
            if own:
                yield replace(found, sections=own)
        elif found.out and week.holds(found.out):
            yield found


def _first_after(day: date | None, planned: PlannedCourse) -> SessionRow | None:
    """The first session after a day that is not cancelled; the first of all without a day."""
    for row in planned.schedule.rows:
        if not isinstance(row, SessionRow) or row.session.status == "cancelled":
            continue
        if row.meeting and (day is None or row.meeting.day > day):
            return row
        if day and any(each.meeting and each.meeting.day > day for each in row.sections):
            return row
    return None


def _is_in(row: Row, week: Week) -> bool:
    """Whether a row is about a week; a long break is about each of its weeks."""
    if isinstance(row, BreakRow):
        if row.goes_on:
            return False  # the whole break is here already
        last = week.start + _WEEK - timedelta(days=1)
        return row.break_.start <= last and row.break_.end >= week.start
    if row.sections:
        return bool(_dates_in(row.sections, week))
    return row.week is not None and row.week.start == week.start and row.meeting is not None


def _dates_in(dates: tuple[SectionDate, ...], week: Week) -> tuple[SectionDate, ...]:
    from ..words.section_dates import in_week  # few courses have sections

    return in_week(dates, week)


def _with_dates(
    entry: ShownEntry, row: Row, planned: PlannedCourse, week: Week | None = None
) -> ShownEntry:
    """The entry with the date of each section that has it in the week."""
    if isinstance(row, BreakRow) or not row.sections:
        return entry
    from ..words.section_dates import shown_dates

    dates = _dates_in(row.sections, week) if week else row.sections
    has_room = isinstance(row, SessionRow)
    return replace(entry, sections=shown_dates(dates, planned.course, has_room=has_room))


def _shown_entry(row: Row, planned: PlannedCourse) -> ShownEntry:
    if isinstance(row, BreakRow):
        return ShownEntry(break_=row.break_)
    if isinstance(row, OpenRow):
        labels = planned.open_labels(row.meeting)
        return ShownEntry(shown_meeting(row.meeting, has_room=False), labels=labels)
    session = planned.session_of(row.session.id)
    if isinstance(row, SessionRow):
        is_cancelled = row.session.status == "cancelled"
        return ShownEntry(
            shown_meeting(row.meeting),
            session=shown_session(session),
            is_cancelled=is_cancelled,
            labels=planned.schedule.labels.get(session.id, ()),
            numbered_title=planned.numbered_titles.get(session.id),
            materials=shown_materials(planned, session),
        )
    return ShownEntry(
        shown_meeting(row.meeting, has_room=False),
        session=shown_session(session),
        is_moved=True,
        moved_to=shown_meeting(row.moved_to, has_room=False),
    )


def gathers(shown: ShownWeeks) -> Iterable[str]:
    """The pages of the sessions."""
    entries = [entry for week in shown.weeks for entry in (*week.entries, week.next)]
    return {
        entry.session.docname
        for entry in [*entries, shown.first_session]
        if entry and entry.session and not entry.is_moved
    }


def draw(shown: ShownWeeks, body: Body, page: Page) -> list[nodes.Node]:
    """A stack of weeks, and a link to the schedule; where no script shows one, the link alone."""
    drawn = notice_nodes(shown.notice)
    if page.marks_now and shown.weeks:
        draw_ = WeekPanels(shown, page)
        panels = [draw_.before(), *map(draw_.week, shown.weeks), draw_.after()]
        css_class = "seminar-panels"
        if shown.choice:
            from ..words.section_dates import PICKED, section_choice

            css_class = f"{css_class} {PICKED}"
            panels.insert(0, fragment(section_choice(shown.choice, page)))
        stack = element("div", {"class": css_class}, *panels)
        stack["classes"].append("no-search")  # all of it is on other pages
        drawn.append(stack)
    if shown.link:
        link = page.link(*shown.link, nodes.Text(_("See the whole schedule")))
        drawn.append(nodes.paragraph("", "", link, classes=["seminar-text"]))
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, gathers=gathers, draw=draw)
