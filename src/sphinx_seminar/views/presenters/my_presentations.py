"""``{my-presentations}``: who presents what; a reader picks a name, and sees their own on top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ...model.slot import Slot
from ...pages.html import Tag, tag
from ...pages.nodes import element, fragment
from ...plan.planned_course import PlannedCourse
from ...plan.student_load import student_loads
from ..heard_link import numbered_link
from ..page import Page
from ..plain_table import plain_table
from ..session_link import ShownSession, shown_session
from ..view import Body, Options, View
from ..words.dates import day_text
from ..words.notice import Notice, notice_nodes, notice_of
from ..words.times import now_tag
from .own_calendar import OwnCalendar, button, own_calendar, section_number, session_mark
from .signups import missing

if TYPE_CHECKING:
    from ..words.section_days import ShownDay


@dataclass(frozen=True, slots=True)
class ShownPresentation:
    """What a student presents."""

    session: ShownSession
    day: date | None
    paper: str
    role: str
    """What readers see for it."""
    numbered_title: str | None = None
    """What tells the session from another one with its title, for those who hear links alone."""
    days: tuple[ShownDay, ...] = ()
    """The day of each section, in place of *day*, where the student may be in any of them."""
    section: int | None = None
    """The number of the student's section, where the roster says it."""


@dataclass(frozen=True, slots=True)
class ShownPresenter:
    """A student, and all that they present."""

    name: str
    presentations: tuple[ShownPresentation, ...]


@dataclass(frozen=True, slots=True)
class ShownByPerson:
    """All who present."""

    notice: Notice | None
    has_names: bool
    """Whether the course shows anything of its students' names."""
    people: tuple[ShownPresenter, ...]
    folder: str
    """The course: a reader's choice is remembered by it."""
    calendar: OwnCalendar | None = None
    has_years: bool = False
    """Whether dates have their year."""


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownByPerson:
    """The students of the course who present."""
    has_names = planned.presenting.names.form != "hidden"
    loads = student_loads(planned) if has_names else []
    people = tuple(
        ShownPresenter(
            load.name, tuple(_presentation(slot, load.key, planned) for slot in load.slots)
        )
        for load in loads
        if load.slots
    )
    taken: dict[str, set[str | None]] = {}
    for load in loads:
        for slot in load.slots:
            section = planned.presenting.sections.get(load.key)
            taken.setdefault(slot.session, set()).add(section)
    calendar = own_calendar(planned, taken)
    notice, folder = notice_of(planned), planned.folder or ""
    has_years = bool(people) and planned.course.has_years
    return ShownByPerson(notice, has_names, people, folder, calendar, has_years)


def _presentation(slot: Slot, student: str, planned: PlannedCourse) -> ShownPresentation:
    numbers = planned.numbered_titles
    shown = ShownPresentation(
        session=shown_session(planned.session_of(slot.session)),
        day=planned.presenting.sessions[slot.session].day,
        paper=slot.paper,
        role=planned.course.role_name(slot.role),
        numbered_title=None if slot.paper else numbers.get(slot.session),
    )
    return _of_section(shown, slot, student, planned) if planned.course.sections else shown


def _of_section(
    shown: ShownPresentation, slot: Slot, student: str, planned: PlannedCourse
) -> ShownPresentation:
    from ..words.section_days import shown_days

    row = planned.schedule.by_session[slot.session]
    section = planned.presenting.sections.get(student)
    if section is None:
        days = shown_days(row, planned.course)
        return replace(shown, day=None, days=days) if days else shown
    own = [each.meeting for each in row.sections if each.section == section]
    day = (own[0].day if own[0] else None) if own else shown.day
    return replace(shown, day=day, section=section_number(section, planned))


def draw(shown: ShownByPerson, body: Body, page: Page) -> list[nodes.Node]:
    """A table by person, and, with a script, a choice of one of them."""
    drawn = notice_nodes(shown.notice)
    if not shown.has_names:
        text = _("This course does not show the names of its students.")
        drawn.append(nodes.paragraph("", text, classes=["seminar-text"]))
    if shown.people:
        drawn.append(_table(shown, page) if page.is_html else _plain(shown, page))
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _cells(found: ShownPresentation, language: str, *, has_year: bool) -> tuple[str, str, str]:
    """Date, session with its paper, and role."""
    day = day_text(found.day, language, has_year=has_year) if found.day else ""
    if found.days:
        from ..words.section_days import days_text

        day = days_text(found.days, language, has_year=has_year)
    title = found.session.title
    if found.paper:
        title = _("{label}: {text}").format(label=title, text=found.paper)
    return day, title, found.role


def _heads() -> tuple[str, ...]:
    return _("Student"), _("Date"), _("Session"), _("Role")


def _table(shown: ShownByPerson, page: Page) -> nodes.Element:
    heads = [tag("th", {"scope": "col"}, text) for text in _heads()]
    buttons = list(button(shown.calendar, page))
    bodies: list[nodes.Node] = []
    for person in shown.people:
        rows: list[nodes.Node] = []
        for number, found in enumerate(person.presentations):
            day, title, role = _cells(found, page.language, has_year=shown.has_years)
            link = page.link(found.session.docname, found.session.anchor, nodes.Text(title))
            link = numbered_link(link, found.numbered_title)
            name: list[nodes.Node] = []
            if number == 0:
                span = {
                    "scope": "rowgroup",
                    "rowspan": len(person.presentations),
                }
                now = [now_tag()] if page.marks_now else []
                name = [element("th", span, fragment(person.name, *now, searched=person.name))]
            # The days of several sections are no date, and of an undated session there is none.
            when = tag("time", {"datetime": found.day.isoformat()}, day) if found.day else day
            mark = session_mark(found.session, found.section) if buttons else None
            rows.append(
                element(
                    "tr",
                    {"data-session": mark},
                    *name,
                    element("td", {}, fragment(when)),
                    element("td", {}, link),
                    element("td", {}, nodes.Text(role)),
                )
            )
        attributes = {"data-person": person.name}
        bodies.append(element("tbody", attributes, *rows))
    table = element(
        "table",
        {"class": "seminar-by-person", "aria-label": _("Presentations by person")},
        fragment(tag("thead", {}, tag("tr", {}, *heads))),
        *bodies,
    )
    return element(
        "div",
        {"class": "seminar-my-presentations"},
        fragment(_choice(shown), *buttons),
        table,
    )


def _choice(shown: ShownByPerson) -> Tag:
    """The choice of a person, whose rows alone the script then shows."""
    names = [tag("option", {"value": person.name}, person.name) for person in shown.people]
    select = tag(
        "select",
        {"data-course": shown.folder},
        tag("option", {"value": ""}, _("Everybody")),
        *names,
    )
    label = tag("label", {}, _("Your name"), " ", select)
    return tag("div", {"class": "seminar-pick"}, label, now_tag())


def _plain(shown: ShownByPerson, page: Page) -> nodes.Element:
    body = [
        [
            [nodes.Text(text)]
            for text in (person.name, *_cells(found, page.language, has_year=shown.has_years))
        ]
        for person in shown.people
        for found in person.presentations
    ]
    return plain_table([[nodes.Text(text)] for text in _heads()], body, [3, 2, 5, 3])
