"""``{materials}``: all that a course hands out, by session or by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes

from ..locale import _
from ..model.course import Course
from ..model.meeting import Meeting
from ..model.schedule import SessionRow
from ..pages.nodes import (
    seminar_heard_link,
    seminar_materials,
    seminar_session,
    seminar_session_head,
)
from ..plan.planned_course import PlannedCourse
from .copied.session_content import adopt, shown_materials
from .materials_line import ShownMaterial, ShownMaterials, line_of_materials, material_content
from .page import Page
from .session_link import ShownSession, shown_session
from .view import Body, Options, View
from .words.dates import day_text
from .words.filled_pattern import line_of_nodes
from .words.notice import Notice, notice_nodes, notice_of
from .words.shown_meeting import shown_meeting

if TYPE_CHECKING:
    from .words.section_dates import ShownChoice
    from .words.section_days import ShownDay


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A session that hands something out, with all of that or with one sort of it."""

    session: ShownSession
    materials: ShownMaterials
    meeting: Meeting | None = None
    """Its date; None where that is not shown."""
    days: tuple[ShownDay, ...] = ()
    """The day of each section, in place of *meeting*."""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The sessions that have a sort of materials, or all that have some."""

    sort: ShownMaterial | None
    entries: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True)
class ShownList:
    """The materials of a course."""

    notice: Notice | None
    groups: tuple[ShownGroup, ...]
    choice: ShownChoice | None = None
    """The sections of the course, where some have a session on days of their own."""
    has_years: bool = False
    """Whether dates have their year."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where no session hands something out."""
    if planned.has_materials:  # what is withheld is stated too
        return None
    return f"no session of {planned.file} hands something out; write ':slides:' in one, or ':code:'"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownList:
    """Each session that has some, in the order of the schedule; or each sort with its sessions."""
    entries = []
    for row in planned.schedule.by_session.values():
        session = planned.session_of(row.session.id)
        if materials := shown_materials(planned, session):
            meeting = shown_meeting(row.meeting, has_room=False)
            entry = ShownEntry(shown_session(session), materials, meeting)
            entries.append(_of_sections(entry, row, planned.course) if row.sections else entry)
    groups = [ShownGroup(None, tuple(entries))] if entries else []
    if options.get("by") == "name":
        found = dict.fromkeys(sort for entry in entries for sort in entry.materials.sorts)
        order = [material.option for material in planned.course.materials]
        sorts = sorted(found, key=lambda sort: order.index(sort.option))
        groups = [ShownGroup(sort, tuple(_of_sort(sort, entries))) for sort in sorts]
    has_years = bool(groups) and planned.course.has_years
    shown = ShownList(notice_of(planned), tuple(groups), has_years=has_years)
    if not any(entry.days for entry in entries):
        return shown
    from .words.section_dates import shown_choice  # few courses have sections

    return replace(shown, choice=shown_choice(planned))


def _of_sections(entry: ShownEntry, row: SessionRow, course: Course) -> ShownEntry:
    from .words.section_days import shown_days

    days = shown_days(row, course)
    return replace(entry, meeting=None, days=days) if days else entry


def _of_sort(sort: ShownMaterial, entries: Iterable[ShownEntry]) -> Iterator[ShownEntry]:
    for entry in entries:
        if sort in entry.materials.sorts:
            materials = replace(entry.materials, sorts=(sort,))
            yield replace(entry, materials=materials)


def gathers(shown: ShownList) -> Iterable[str]:
    """The pages of the sessions, which have the links."""
    return {entry.session.docname for group in shown.groups for entry in group.entries}


def draw(shown: ShownList, body: Body, page: Page) -> list[nodes.Node]:
    """Terms with the materials of a session under each, or a list under the word of each sort."""
    drawn = notice_nodes(shown.notice)
    # Links are asked for once, where they are written.
    for group in shown.groups if not page.checks_links else ():
        if group.sort is None:
            items = [_of_session(entry, shown, page) for entry in group.entries]
            drawn.append(nodes.definition_list("", *items))
            continue
        drawn.append(nodes.rubric("", group.sort.word, classes=["seminar-group"]))
        lines = [_under_word(entry, group.sort, shown, page) for entry in group.entries]
        drawn.append(nodes.bullet_list("", *lines, bullet="-"))
    if shown.choice:
        from .words.section_days import under_choice

        drawn = under_choice(shown.choice, drawn, page)
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, gathers=gathers, draw=draw, is_governed=False)


def _of_session(entry: ShownEntry, shown: ShownList, page: Page) -> nodes.Element:
    session = entry.session
    link = page.link(session.docname, session.anchor, nodes.Text(session.title))
    # Another session may have the same title.
    title = _dated(
        [seminar_heard_link("", "", link, name=entry.materials.session)], entry, shown, page
    )
    line = line_of_materials(_materials(entry, page), entry.materials, page)
    term = nodes.term("", "", *title)
    return nodes.definition_list_item("", term, nodes.definition("", *line))


def _under_word(
    entry: ShownEntry, sort: ShownMaterial, shown: ShownList, page: Page
) -> nodes.Element:
    """A line with the title of the session, which is the link where there is one."""
    content = material_content(
        _materials(entry, page), sort, entry.materials, page, word=entry.session.title
    )
    return nodes.list_item("", nodes.paragraph("", "", *_dated(content, entry, shown, page)))


def _dated(
    title: list[nodes.Node], entry: ShownEntry, shown: ShownList, page: Page
) -> list[nodes.Node]:
    """The date of a session before its title, where it has one; those of sections behind it."""
    if entry.days:
        from .words.section_days import days_behind

        return [*title, *days_behind(entry.days, page, has_year=shown.has_years)]
    if entry.meeting is None:
        return title
    when = day_text(entry.meeting.day, page.language, has_year=shown.has_years)
    return line_of_nodes(_("{when}: {title}"), is_html=page.is_html, when=when, title=title)


def _materials(entry: ShownEntry, page: Page) -> nodes.Element:
    """A copy of what the session's page says, right on this one."""
    docname = entry.session.docname
    node = page.session_node(docname, entry.session.anchor)
    assert isinstance(node, seminar_session | seminar_session_head)
    found = next(child for child in node.children if isinstance(child, seminar_materials))
    copy = found.deepcopy()
    adopt(copy, docname, page)
    return copy
