"""``{this-week}``: all weeks are in the page, one above the other, and the script shows one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.course import Break
from ..model.instant import Interval
from ..model.label import Label
from ..model.meeting import Meeting, week_start
from ..model.schedule import BreakRow, OpenRow, Row, SessionRow
from ..model.weeks import Week
from ..pages.html import Tag, tag
from ..pages.nodes import element, fragment
from ..plan.planned_course import PlannedCourse
from .copied.session_content import gathered_content, materials_line, shown_materials
from .deadlines import ShownDeadline, deadline_list, shown_deadlines
from .page import Page
from .session_link import ShownSession, shown_session
from .view import Body, Options, View
from .words.breaks import break_title
from .words.dates import Clock, date_range, long_date, meeting_text, short_date
from .words.due import times_note
from .words.filled_pattern import Piece, filled
from .words.label import label_tag
from .words.notice import Notice, notice_nodes, notice_of
from .words.pieces import heading
from .words.shown_meeting import shown_meeting
from .words.times import date_range_tags, marked_attributes, meeting_tags, now_tag

if TYPE_CHECKING:
    from ..model.sections import SectionDate
    from .materials_line import ShownMaterials
    from .words.section_dates import ShownChoice, ShownDate

PARTS = ("speakers", "materials", "readings", "optional", "presenters")
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """What happens on a day: a session, one that was moved, a meeting without one, a break."""

    meeting: Meeting | None = None
    break_: Break | None = None
    session: ShownSession | None = None
    is_cancelled: bool = False
    is_moved: bool = False
    moved_to: Meeting | None = None
    labels: tuple[Label, ...] = ()
    sections: tuple[ShownDate, ...] = ()
    """The dates of sections, in place of *meeting*."""
    numbered_title: str | None = None
    """What tells the session from another one with its title, for those who hear links alone."""
    materials: ShownMaterials | None = None


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """A panel."""

    start: date
    number: int | None
    marked: Interval | None
    """When it is shown."""
    entries: tuple[ShownEntry, ...]
    has_session: bool
    next: ShownEntry | None
    """The session after a week that has none."""
    deadlines: tuple[ShownDeadline, ...]


@dataclass(frozen=True, slots=True)
class ShownWeeks:
    """All panels, what is shown before and after them, and where the schedule is."""

    notice: Notice | None
    weeks: tuple[ShownWeek, ...]
    """Empty where the term or the zone is not known."""
    first: date | None
    """The first day of the term."""
    first_session: ShownEntry | None
    last: date | None
    """The last day."""
    clock: Clock
    zone: ZoneInfo | None
    link: tuple[str, str] | None
    """The document and the id of the schedule, else of the course."""
    choice: ShownChoice | None = None
    """The sections of the course."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The term and the time zone."""
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
        from .words.section_dates import shown_choice

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
    due = (
        found
        for found in planned.facts.deadlines
        if found.due and week.start <= found.due.day <= last
    )
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
        deadlines=shown_deadlines(due, planned),
    )


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
    from .words.section_dates import in_week  # few courses have sections

    return in_week(dates, week)


def _with_dates(
    entry: ShownEntry, row: Row, planned: PlannedCourse, week: Week | None = None
) -> ShownEntry:
    """The entry with the date of each section that has it in the week."""
    if isinstance(row, BreakRow) or not row.sections:
        return entry
    from .words.section_dates import shown_dates

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
        draw_ = _Drawer(shown, page)
        panels = [draw_.before(), *map(draw_.week, shown.weeks), draw_.after()]
        css_class = "seminar-panels"
        if shown.choice:
            from .words.section_dates import PICKED, section_choice

            css_class = f"{css_class} {PICKED}"
            panels.insert(0, fragment(section_choice(shown.choice, page)))
        stack = element("div", {"class": css_class}, *panels)
        stack["classes"].append("no-search")  # all of it stands on other pages
        drawn.append(stack)
    if shown.link:
        link = page.link(*shown.link, nodes.Text(_("See the whole schedule")))
        drawn.append(nodes.paragraph("", "", link, classes=["seminar-text"]))
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, gathers=gathers, draw=draw)


class _Drawer:
    """Draws the panels of one course."""

    def __init__(self, shown: ShownWeeks, page: Page) -> None:
        self.shown = shown
        self.page = page

    def before(self) -> nodes.Node:
        """What is shown before the term."""
        first = self.shown.weeks[0].marked
        assert first is not None
        assert self.shown.first is not None
        text = _("The term starts on {date}.").format(
            date=long_date(self.shown.first, self.page.language)
        )
        content: list[nodes.Node] = [nodes.paragraph("", text)]
        if self.shown.first_session:
            content.append(heading(_("First session")))
            content.append(self._session(self.shown.first_session))
        return _panel(Interval(None, first.start), content)

    def after(self) -> nodes.Node:
        """What is shown after the last week."""
        last = self.shown.weeks[-1].marked
        assert last is not None
        assert self.shown.last is not None
        end = long_date(self.shown.last, self.page.language)
        text = _("The term ended on {date}.").format(date=end)
        return _panel(Interval(last.end, None), [nodes.paragraph("", text)])

    def week(self, week: ShownWeek) -> nodes.Node:
        """What happens in a week, then what is due."""
        language = self.page.language
        last = week.start + _WEEK - timedelta(days=1)
        days = date_range(short_date(week.start, language), short_date(last, language), language)
        title = days
        if week.number is not None:
            number = _("Week {number}").format(number=week.number)
            title = f"{number} · {days}"
        content: list[nodes.Node] = [heading(title), *map(self._entry, week.entries)]
        if not week.has_session:
            content.append(nodes.paragraph("", _("No session this week.")))
        if week.next:
            content += [heading(_("Next session")), self._session(week.next)]
        if week.deadlines:
            content.append(heading(_("Due")))
            content.append(deadline_list(week.deadlines, self.page))
        has_times = any(entry.meeting and entry.meeting.start for entry in week.entries)
        has_times = has_times or any(entry.sections for entry in week.entries)
        if week.deadlines or has_times:
            content += times_note(self.shown.zone, language)
        return _panel(week.marked, content)

    def _entry(self, entry: ShownEntry) -> nodes.Node:
        if entry.break_:
            first, last = entry.break_.start, entry.break_.end
            days = date_range_tags(first, last, self.page.language)
            return _line(days, [break_title(entry.break_)])
        if entry.session is None:
            title = [*_label_pieces(entry), _("To be announced")]
            if entry.sections:
                return fragment(*self._dates(entry, title))
            return _line(self._when(entry), title)
        if not entry.is_moved:
            return self._session(entry)
        text = _("Moved; the new date is to be announced")
        if entry.moved_to:
            when = meeting_text(entry.moved_to, self.page.language, self.shown.clock)
            text = _("Moved to {date}").format(date=when)
        return _line(self._when(entry), [tag("s", {}, entry.session.title), f" ({text})"])

    def _session(self, entry: ShownEntry) -> nodes.Node:
        assert entry.session is not None
        session = entry.session
        found = gathered_content(session, self.page)
        title = _title_link(session, found.title, self.page)
        content: list[nodes.Node] = [element("p", {"class": "seminar-name"}, title)]
        content += self._facts(entry)
        for part, node in found.shown(PARTS):
            if part == "speakers":
                content.append(element("p", {"class": "seminar-speaker"}, *node.children))
            elif part == "materials":
                content += materials_line(node, entry.materials, self.page)
            else:
                content.append(node)
        drawn = element("div", {"class": "seminar-entry"}, *content)
        if len(entry.sections) == 1:
            # Nobody else has it in this week.
            attributes = {"class": "seminar-entry", "data-person": entry.sections[0].section}
            drawn = element("div", attributes, fragment(now_tag()), *content)
        drawn["session_title"] = entry.numbered_title or session.title
        return drawn

    def _facts(self, entry: ShownEntry) -> Iterator[nodes.Node]:
        """When and where a session is, and of what kind."""
        facts: list[Piece] = []
        if entry.sections:
            yield fragment(*self._dates(entry, None))
        else:
            facts += self._when(entry)
            if entry.meeting and entry.meeting.where:
                facts += [_(", "), entry.meeting.where]
        notes: list[Piece] = [label_tag(label, "seminar-kind") for label in entry.labels]
        if entry.is_cancelled:
            notes.append(tag("strong", {}, _("Cancelled")))
        for note in notes:
            facts += [" · ", note] if facts else [note]
        if facts:
            yield fragment(tag("p", {"class": "seminar-muted"}, *facts))

    def _dates(self, entry: ShownEntry, title: list[Piece] | None) -> Iterator[Tag]:
        """A line for each section: its date and its room, or the title of what it has then."""
        from .words.section_dates import picked

        shown = self.shown
        for each in entry.sections:
            when: list[Piece] = [_("Date to be announced")]
            if each.meeting:
                when = meeting_tags(each.meeting, shown.clock, shown.zone, self.page.language)
                if each.meeting.where:
                    when += [_(", "), each.meeting.where]
            line = filled(_("{label}: {text}"), label=each.section, text=when)
            if title:
                line = filled(_("{when}: {title}"), when=line, title=title)
            css_class = None if title else "seminar-muted"
            yield picked(each.section, self.page, tag("p", {"class": css_class}, *line))

    def _when(self, entry: ShownEntry) -> list[Piece]:
        if entry.meeting is None:
            return [_("Date to be announced")]
        shown = self.shown
        return meeting_tags(entry.meeting, shown.clock, shown.zone, self.page.language)


def _label_pieces(entry: ShownEntry) -> list[Piece]:
    return [piece for label in entry.labels for piece in (label_tag(label, "seminar-kind"), " · ")]


def _title_link(session: ShownSession, title: list[nodes.Node], page: Page) -> nodes.Node:
    """A title that leads to its session; one with a link in it stays as it is."""
    if any(found for node in title for found in node.findall(nodes.reference)):
        return element("span", {}, *title)
    return page.link(session.docname, session.anchor, *title)


def _line(when: list[Piece], title: list[Piece]) -> nodes.Node:
    return fragment(tag("p", {}, *filled(_("{when}: {title}"), when=when, title=title)))


def _panel(shown: Interval | None, content: list[nodes.Node]) -> nodes.Node:
    attributes: dict[str, object] = {"class": "seminar-panel", "hidden": ""}
    return element("div", attributes | marked_attributes(shown), fragment(now_tag()), *content)
