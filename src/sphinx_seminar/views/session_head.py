"""The head of a session that is a page or a section: when, where, who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.meeting import Meeting
from ..pages.html import Tag, tag, text_of
from ..pages.nodes import fragment, seminar_materials
from ..plan.planned_course import PlannedCourse
from .copied.session_content import materials_line, shown_materials
from .page import Page
from .view import Body, Options, View
from .words.dates import Clock
from .words.due import zone_text
from .words.filled_pattern import filled
from .words.label import label_tag
from .words.notice import Notice, notice_nodes, notice_of
from .words.shown_meeting import shown_meeting
from .words.times import date_tag, time_tags

if TYPE_CHECKING:
    from ..model.label import Label
    from ..model.schedule import SessionRow
    from .materials_line import ShownMaterials
    from .words.section_dates import ShownChoice, ShownDate


@dataclass(frozen=True, slots=True)
class ShownHead:
    """When and where a session is."""

    notice: Notice | None
    """None where some facts are missing alone: a session shows none but its date."""
    week: int | None
    """The number of its week."""
    meeting: Meeting | None
    clock: Clock
    zone: ZoneInfo | None
    is_to_be_announced: bool
    """Whether its course has dates, and the session has none."""
    is_cancelled: bool
    labels: tuple[Label, ...]
    materials: ShownMaterials | None
    sections: tuple[ShownDate, ...] = ()
    """The date of each section, in place of *meeting*."""
    choice: ShownChoice | None = None
    has_year: bool = False
    """Whether its date has the year."""


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownHead | None:
    """The row of the session at ``anchor``; None where it is none."""
    session = planned.session_at(docname, options["anchor"] or "")
    if session is None:
        return None
    row = planned.row_of(session)
    notice = notice_of(planned)
    has_times = row.meeting is not None and row.meeting.start is not None
    head = ShownHead(
        notice=notice if notice == "dates" else None,
        week=row.week.number if row.week else None,
        meeting=shown_meeting(row.meeting),
        clock=planned.course.clock if has_times else 24,
        zone=planned.course.zone if has_times else None,
        is_to_be_announced=row.meeting is None and planned.folder is not None and planned.has_dates,
        is_cancelled=row.session.status == "cancelled",
        labels=planned.schedule.labels.get(session.id, ()),
        materials=shown_materials(planned, session),
        has_year=planned.course.has_years,
    )
    return _of_sections(head, row, planned) if row.sections else head


def _of_sections(head: ShownHead, row: SessionRow, planned: PlannedCourse) -> ShownHead:
    from .words.section_dates import are_in_week, shown_choice, shown_dates

    has_times = any(each.meeting and each.meeting.start for each in row.sections)
    return replace(
        head,
        week=head.week if are_in_week(row.sections, row.week) else None,
        meeting=None,
        is_to_be_announced=False,
        clock=planned.course.clock if has_times else 24,
        zone=planned.course.zone if has_times else None,
        sections=shown_dates(row.sections, planned.course, has_room=True),
        choice=shown_choice(planned),
    )


def draw(shown: ShownHead | None, body: Body, page: Page) -> list[nodes.Node]:
    """A line with week, date, time and room, then speaker and link."""
    drawn: list[nodes.Node] = []
    if shown is not None:
        if shown.choice:
            drawn += _section_lines(shown, shown.choice, page)
        facts = list(_facts(shown, page))
        if facts:
            parted = [piece for fact in facts for piece in (*fact, " · ")][:-1]
            drawn.append(_line(parted, page))
        drawn += notice_nodes(shown.notice)
    for child in body.children:
        assert isinstance(child, nodes.Element)  # a speaker, a link, materials
        if isinstance(child, seminar_materials):
            drawn += materials_line(child, shown.materials if shown else None, page)
            continue
        css_class = child.tagname.replace("_", "-")
        drawn.append(nodes.paragraph("", "", *child.children, classes=[css_class]))
    return drawn


VIEW = View(show=show, draw=draw, is_governed=False)

Fact = list[Tag | str]


def _section_lines(shown: ShownHead, choice: ShownChoice, page: Page) -> Iterator[nodes.Node]:
    """A line for each section, and the choice of one of them."""
    from .words.section_dates import PICKED, picked, section_choice

    lines: list[tuple[str, Fact]] = []
    for each in shown.sections:
        alone = replace(
            shown,
            week=None,
            meeting=each.meeting,
            is_to_be_announced=each.meeting is None,
            is_cancelled=False,
            labels=(),
        )
        facts = _facts(alone, page)
        parted = [piece for fact in facts for piece in (*fact, " · ")][:-1]
        lines.append((each.section, filled(_("{label}: {text}"), label=each.section, text=parted)))
    if not page.is_html:
        yield from (nodes.paragraph("", text_of(*line)) for _section, line in lines)
        return
    css_class = {"class": "seminar-session-head"}
    drawn = [picked(section, page, tag("p", css_class, *line)) for section, line in lines]
    above = [section_choice(choice, page)] if page.marks_now else []
    yield fragment(tag("div", {"class": PICKED}, *above, *drawn))


def _facts(shown: ShownHead, page: Page) -> Iterator[Fact]:
    if shown.week is not None:
        yield [_("Week {number}").format(number=shown.week)]
    if shown.meeting:
        yield [date_tag(shown.meeting.day, page.language, has_year=shown.has_year)]
        if times := time_tags(shown.meeting, shown.clock, shown.zone, page.language):
            zone = zone_text(shown.zone, page.language)
            yield [*times, f" ({zone})"] if zone else times
        if shown.meeting.where:
            yield [shown.meeting.where]
    elif shown.is_to_be_announced:
        yield [_("Date to be announced")]
    for label in shown.labels:
        yield [label_tag(label, "seminar-kind")]
    if shown.is_cancelled:
        yield [tag("strong", {}, _("Cancelled"))]


def _line(content: Fact, page: Page) -> nodes.Node:
    if page.is_html:
        return fragment(tag("p", {"class": "seminar-session-head"}, *content))
    return nodes.paragraph("", text_of(*content))
