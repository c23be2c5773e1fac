"""``{schedule}``: all sessions of a course with their dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes

from ...pages.read.facts import MATERIALS
from ...plan.planned_course import PlannedCourse
from ..page import Page
from ..view import Body, Options, View
from ..words.notice import notice_nodes, notice_of
from .rows import ShownRow, ShownSchedule, shown_rows
from .subscribe import shown_calendars

if TYPE_CHECKING:
    from ..materials_line import ShownMaterial


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownSchedule:
    """The rows of the course, with its first and its last day."""
    course, term = planned.course, planned.course.term
    rows = tuple(shown_rows(planned, options, docname))
    if options["has_due"]:
        from .due_rows import with_due_rows

        rows = tuple(with_due_rows(rows, planned))
    if options["is_newest_first"]:
        rows = rows[::-1]
    if options["units"] == "years":
        from .years import with_years

        rows = tuple(with_years(rows, docname, options["units_id"]))
    elif options["units"]:
        from .units import with_units  # most courses have none

        rows = tuple(with_units(rows, planned, options, docname))
    parts: tuple[str, ...] = options["show"]
    if options["has_columns"] and MATERIALS not in parts:
        parts = (*parts, MATERIALS)
    has_times = any(when and when.start for row in rows for when in (row.meeting, row.moved_to))
    has_times = has_times or any(row.deadline for row in rows)
    choice = None
    if course.sections:
        from ..words.section_dates import shown_choice  # few courses have some

        choice = shown_choice(planned)
        dates = (each.meeting for row in rows for each in row.sections)
        has_times = has_times or any(when and when.start for when in dates)
    return ShownSchedule(
        notice=notice_of(planned),
        rows=rows,
        parts=parts,
        marked=planned.schedule.term,
        first=term.start if term else None,
        last=planned.last_day,
        clock=course.clock if has_times else 24,
        zone=course.zone if has_times or planned.schedule.term else None,
        has_years=len({day.year for row in rows for day in row.days}) > 1,
        # A course that anybody takes when they like has no date to be announced.
        has_dates=any(row.days for row in rows) or planned.has_dates,
        week_ids=planned.facts.week_ids if _is_schedule_page(docname, planned) else "",
        calendars=shown_calendars(planned),
        choice=choice,
        is_newest_first=options["is_newest_first"],
        columns=_columns(rows, planned) if options["has_columns"] else (),
    )


def _is_schedule_page(docname: str, planned: PlannedCourse) -> bool:
    """Whether links to a week of the course lead to a document."""
    page = planned.facts.schedule_page
    return page is not None and page[0] == docname


def _columns(rows: tuple[ShownRow, ...], planned: PlannedCourse) -> tuple[ShownMaterial, ...]:
    """The materials that some session of the rows has, in the order of the course."""
    found = {sort.option: sort for row in rows if row.materials for sort in row.materials.sorts}
    order = [material.option for material in planned.course.materials]
    return tuple(sorted(found.values(), key=lambda sort: order.index(sort.option)))


def gathers(shown: ShownSchedule) -> Iterable[str]:
    """The pages of the sessions of which more is shown than a title that is text alone."""
    return {row.session.docname for row in shown.rows if row.session and row.copies(shown.parts)}


def draw(shown: ShownSchedule, body: Body, page: Page) -> list[nodes.Node]:
    """In html a table, elsewhere a list of sessions with their content whole."""
    # A build draws one of the two.
    if page.is_html:
        from .as_table import schedule_table as draw_rows
    else:
        from .as_list import schedule_list as draw_rows
    return [*notice_nodes(shown.notice), *draw_rows(shown, body, page)]


VIEW = View(show=show, gathers=gathers, draw=draw, is_governed=False)
