"""Which rows a schedule has, and what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from docutils import nodes

from ...model.course import Break, Course
from ...model.instant import Interval
from ...model.meeting import Meeting
from ...model.schedule import BreakRow, MovedRow, OpenRow, Row, SessionRow
from ...model.weeks import Week
from ...pages.nodes import seminar_session
from ...pages.read.facts import MATERIALS
from ...plan.planned_course import PlannedCourse
from ..copied.session_content import SessionContent, gathered_content, own_content, shown_materials
from ..page import Page
from ..session_link import ShownSession, shown_session
from ..view import Body, Options
from ..words.dates import Clock
from ..words.notice import Notice
from ..words.shown_meeting import shown_meeting
from .subscribe import ShownCalendar

if TYPE_CHECKING:
    from ...model.label import Label
    from ..deadlines import ShownDeadline
    from ..materials_line import ShownMaterial, ShownMaterials
    from ..words.section_dates import MarkedDate, ShownChoice, ShownMark
    from .units import ShownUnit


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a schedule."""

    sort: Literal["session", "moved", "break", "open", "due", "out"]
    week: Week | None
    meeting: Meeting | None = None
    """Its date and time, without where it is."""
    break_: Break | None = None
    next: Interval | None = None
    """When it is *next*; with *sections*, until when it is that for one of them."""
    sections: tuple[MarkedDate, ...] = ()
    """The date of each section, where these differ; *meeting* is the first of them."""
    marks: tuple[ShownMark, ...] = ()
    """When it is *next* for each section, where that differs and the date does not."""
    session: ShownSession | None = None
    is_plain: bool = True
    """Whether the title is text alone."""
    is_own: bool = False
    """Whether the session is in this schedule, and not on a page of its own."""
    labels: tuple[Label, ...] = ()
    day: date | None = None
    """The day on which *deadline* is due, for the first section."""
    deadline: ShownDeadline | None = None
    """What is due, or handed out: in a row for that, *day* is None and this has the days."""
    where: str | None = None
    """The room, where the course has several or the session names its own."""
    is_cancelled: bool = False
    moved_from: date | None = None
    moved_to: Meeting | None = None
    numbered_title: str | None = None
    """What tells the session from another one with its title, for those who hear links alone."""
    materials: ShownMaterials | None = None
    """What the session hands out, where that is shown."""
    unit: ShownUnit | None = None
    """The unit that begins, or goes on, with this row."""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that the row shows."""
        if self.break_:
            return self.break_.start, self.break_.end
        if self.day:
            return (self.day,)
        if self.deadline and self.deadline.out:
            return (self.deadline.out,)
        if self.deadline:
            return tuple(sorted(each.out for each in self.deadline.sections if each.out))
        if self.sections:
            return tuple(sorted(each.meeting.day for each in self.sections if each.meeting))
        return (self.meeting.day,) if self.meeting else ()

    def copies(self, parts: tuple[str, ...]) -> bool:
        """Whether content of the session's page is copied, where *parts* of it are shown."""
        if self.sort != "session" or self.is_own:
            return False
        return bool(parts) or not self.is_plain


@dataclass(frozen=True, slots=True)
class ShownSchedule:
    """The rows of a schedule, and what is shown over them."""

    notice: Notice | None
    rows: tuple[ShownRow, ...]
    parts: tuple[str, ...]
    """What a row shows of its session beside the title."""
    marked: Interval | None
    """When the term is."""
    first: date | None
    last: date | None
    """The first and the last day; None where the term is not known."""
    clock: Clock
    zone: ZoneInfo | None
    has_years: bool
    """Whether dates have their year: the rows are of several."""
    has_dates: bool
    """Whether there are columns for weeks and dates."""
    week_ids: str = ""
    """What the ids of weeks begin with; empty where links to a week lead to another page."""
    calendars: tuple[ShownCalendar, ...] = ()
    is_newest_first: bool = False
    choice: ShownChoice | None = None
    """The sections of the course."""
    columns: tuple[ShownMaterial, ...] = ()
    """The materials that have a column each, in place of a line in the row."""

    @property
    def has_week_numbers(self) -> bool:
        """Whether a row is in a week with a number; else the column is for the script alone.

        Such a row has a date.
        """
        return any(row.week and row.week.number is not None for row in self.rows)

    @property
    def in_cell(self) -> tuple[str, ...]:
        """The parts that are under the title."""
        if not self.columns:
            return self.parts
        return tuple(part for part in self.parts if part != MATERIALS)


def shown_rows(planned: PlannedCourse, options: Options, docname: str) -> Iterator[ShownRow]:
    """The rows of the course; those of sessions that another schedule holds are left to that."""
    own = frozenset(options["own"])
    by_id = {session.id: session for session in planned.sessions}
    numbers = planned.numbered_titles
    has_materials = MATERIALS in options["show"] or options["has_columns"]
    rooms = {pattern.where for pattern in planned.course.patterns if pattern.holds_sessions}
    dates: tuple[MarkedDate, ...] = ()
    for row in planned.schedule.rows:
        if planned.course.sections:
            dates = _dates(row, planned.course, has_room=len(rooms) > 1)
        if isinstance(row, BreakRow):
            yield ShownRow("break", row.week, break_=row.break_)
            continue
        if isinstance(row, OpenRow):
            yield ShownRow(
                "open",
                row.week,
                shown_meeting(row.meeting, has_room=False),
                labels=planned.open_labels(row.meeting),
                sections=dates,
            )
            continue
        session = by_id[row.session.id]
        is_own = session.docname == docname and session.anchor in own
        if own and session.facts.in_schedule and not is_own:
            continue
        if isinstance(row, MovedRow):
            yield ShownRow(
                "moved",
                row.week,
                shown_meeting(row.meeting, has_room=False),
                session=shown_session(session),
                is_own=is_own,
                moved_to=shown_meeting(row.moved_to, has_room=False),
                sections=dates,
            )
            continue
        where = row.meeting.where if row.meeting else row.session.where
        yield ShownRow(
            "session",
            row.week,
            shown_meeting(row.meeting, has_room=False),
            next=row.next,
            session=shown_session(session),
            is_plain=session.facts.plain_title,
            is_own=is_own,
            labels=planned.schedule.labels.get(session.id, ()),
            # What is the same for all is at the head of the course page.
            where=where if (row.session.where or len(rooms) > 1) and not dates else None,
            is_cancelled=row.session.status == "cancelled",
            moved_from=row.session.moved_from if row.meeting else None,
            numbered_title=numbers.get(session.id) if options["show"] else None,
            materials=shown_materials(planned, session) if has_materials else None,
            sections=dates,
            marks=_marks(row, planned.course) if row.marks else (),
        )


def _marks(row: SessionRow, course: Course) -> tuple[ShownMark, ...]:
    from ..words.section_dates import ShownMark

    return tuple(
        ShownMark(course.section_name(each.section), each.next) for each in row.marks if each.next
    )


def _dates(row: Row, course: Course, *, has_room: bool) -> tuple[MarkedDate, ...]:
    """The date of each section, with its room where those of the course are several."""
    from ..words.section_dates import marked_dates  # few courses have sections

    if isinstance(row, BreakRow):
        return ()
    has_room = isinstance(row, SessionRow) and (has_room or row.session.where is not None)
    return marked_dates(row.sections, course, has_room=has_room)


def content_of(row: ShownRow, shown: ShownSchedule, body: Body, page: Page) -> SessionContent:
    """What the row of a session shows: taken where it is, or copied from its page."""
    assert row.session is not None
    if row.is_own and row.sort == "session":
        for child in body.children:
            if isinstance(child, seminar_session) and child["anchor"] == row.session.anchor:
                return own_content(child)
    if row.copies(shown.parts):
        return gathered_content(row.session, page)
    return SessionContent([nodes.Text(row.session.title)], [])
