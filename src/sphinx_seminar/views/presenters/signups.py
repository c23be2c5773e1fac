"""``{signups}``: all sessions by all roles, open slots, and whether the rules hold for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes

from ...locale import _
from ...model.schedule import SessionRow
from ...model.slot import Slot
from ...pages.html import Tag, tag
from ...pages.nodes import element, fragment
from ...plan.planned_course import PlannedCourse
from ...plan.student_load import student_loads
from ..heard_link import numbered_link
from ..page import Page
from ..plain_table import cuts_words, plain_table
from ..session_link import ShownSession, shown_session
from ..view import Body, Options, View
from ..words.dates import day_text
from ..words.notice import Notice, notice_nodes, notice_of
from .presenters import open_slot, open_tag
from .role_lines import table_as_lines

if TYPE_CHECKING:
    from ..words.section_dates import ShownChoice
    from ..words.section_days import ShownDay


@dataclass(frozen=True, slots=True)
class ShownSlot:
    """A role, who takes it, and how many people are still wanted."""

    role: str
    names: tuple[str, ...]
    """What is shown of those who take it; empty for somebody of whom nothing is."""
    open: int


@dataclass(frozen=True, slots=True)
class ShownSignups:
    """A session, or a paper of it, and its slots."""

    session: ShownSession
    day: date | None
    is_held: bool
    paper: str
    """Empty where the slots are the session's."""
    slots: tuple[ShownSlot, ...]
    numbered_title: str | None = None
    """What tells the session from another one with its title, for those who hear links alone."""
    days: tuple[ShownDay, ...] = ()
    """The day of each section, in place of *day*."""


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule that does not hold for a student, or does not hold yet."""

    name: str
    """As course.yml has it, such as ``each_student.at_least``."""
    amount: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownLoad:
    """A student, and what they present."""

    name: str
    count: int
    roles: tuple[str, ...]
    rules: tuple[ShownRule, ...]


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """All sign-ups of a course."""

    notice: Notice | None
    rows: tuple[ShownSignups, ...]
    roles: tuple[tuple[str, str], ...]
    """The roles in the order of their columns, each with what readers see for it."""
    sheet: str | None
    """The path of the sign-up sheet."""
    is_rule_broken: bool
    has_names: bool
    """Whether the course shows anything of its students' names."""
    loads: tuple[ShownLoad, ...]
    choice: ShownChoice | None = None
    """The sections of the course, where some have a session on days of their own."""
    has_years: bool = False
    """Whether dates have their year."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where nobody presents, and no slot is there for it."""
    presenting = planned.presenting
    if presenting.slots or presenting.is_astray or planned.facts.withholds:
        return None
    return (
        f"nobody presents in the course of {planned.file}; write a {{presenters}} in a session, or "
        "name a sheet with 'signups:' under 'presenting:'"
    )


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownSheet:
    """The slots of the course, and what the rules say of each student."""
    presenting = planned.presenting
    course = planned.course
    declared = [known.name for known in course.presenting.roles]
    ranks = {name: number for number, name in enumerate(declared)}
    roles = list(dict.fromkeys(slot.role for slot in presenting.slots))
    roles.sort(key=lambda role: ranks.get(role, len(declared)))
    has_names = presenting.names.form != "hidden"
    rows = tuple(_rows(planned))
    has_open = any(slot.open for row in rows for slot in row.slots)
    shown = ShownSheet(
        notice=notice_of(planned),
        rows=rows,
        roles=tuple((role, course.role_name(role)) for role in roles),
        sheet=presenting.sheet.source.path if presenting.sheet and has_open else None,
        is_rule_broken=any(not unmet.missing for unmet in presenting.unmet_rules),
        has_names=has_names,
        loads=tuple(_loads(planned)) if has_names and rows else (),
        has_years=bool(rows) and course.has_years,
    )
    if not any(row.days for row in rows):
        return shown
    from ..words.section_dates import shown_choice  # few courses have sections

    return replace(shown, choice=shown_choice(planned))


def _rows(planned: PlannedCourse) -> Iterator[ShownSignups]:
    presenting = planned.presenting
    rows: dict[tuple[str, str], list[Slot]] = {}
    for slot in presenting.slots:
        rows.setdefault((slot.session, slot.paper), []).append(slot)
    for (session_id, paper), slots in rows.items():
        when = presenting.sessions[session_id]
        shown = (
            ShownSlot(
                role=slot.role,
                names=tuple(presenting.names.show(taker) for taker in slot.takers),
                open=slot.open if when.held else 0,
            )
            for slot in slots
        )
        session = shown_session(planned.session_of(session_id))
        numbered = None if paper else planned.numbered_titles.get(session_id)
        row = ShownSignups(session, when.day, when.held, paper, tuple(shown), numbered)
        of_sections = planned.course.sections and planned.schedule.by_session[session_id]
        yield _of_sections(row, of_sections, planned) if of_sections else row


def _of_sections(row: ShownSignups, of: SessionRow, planned: PlannedCourse) -> ShownSignups:
    from ..words.section_days import shown_days

    days = shown_days(of, planned.course)
    return replace(row, day=None, days=days) if days else row


def _loads(planned: PlannedCourse) -> Iterator[ShownLoad]:
    role_name = planned.course.role_name
    for load in student_loads(planned):
        rules = (
            ShownRule(unmet.rule, unmet.amount, tuple(map(role_name, unmet.roles)))
            for unmet in load.unmet_rules
        )
        roles = tuple(map(role_name, load.roles))
        yield ShownLoad(load.name, load.count, roles, tuple(rules))


def draw(shown: ShownSheet, body: Body, page: Page) -> list[nodes.Node]:
    """The table of slots, a line that sums it up, and the load of each student."""
    drawn = notice_nodes(shown.notice)
    if shown.rows:
        drawn.append(_summary(shown))
        draw_table = _table if page.is_html else _plain
        table: list[nodes.Node] = [draw_table(shown, page)]
        if shown.choice:
            from ..words.section_days import under_choice

            table = under_choice(shown.choice, table, page)
        drawn += table
        drawn += _load_table(shown, page)
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _summary(shown: ShownSheet) -> nodes.Element:
    count = sum(slot.open for row in shown.rows for slot in row.slots)
    slots = _("Open slots: {count}.").format(count=count)
    rules = _("A rule does not hold.") if shown.is_rule_broken else _("No rule is broken.")
    return nodes.paragraph("", f"{slots} {rules}", classes=["seminar-text"])


def _table(shown: ShownSheet, page: Page) -> nodes.Element:
    heads = [
        tag("th", {"scope": "col"}, text)
        for text in (_("Session"), *(name for _role, name in shown.roles))
    ]
    head = tag("thead", {}, tag("tr", {}, *heads))
    body = []
    for row in shown.rows:
        time: list[str | Tag] = []
        if row.day:
            attributes = {"datetime": row.day.isoformat()}
            day = day_text(row.day, page.language, has_year=shown.has_years)
            time = [tag("time", attributes, day), " "]
        session = row.session
        link = page.link(session.docname, session.anchor, nodes.Text(session.title))
        link = numbered_link(link, row.numbered_title)
        name: list[nodes.Node] = [fragment(*time), link]
        if not row.is_held:
            name = [fragment(*time), element("s", {}, link)]
        if row.days:
            from ..words.section_days import days_behind

            name += days_behind(row.days, page, has_year=shown.has_years)
        if row.paper:
            paper = tag("span", {"class": "seminar-muted"}, row.paper)
            name.append(fragment(" ", paper, searched=row.paper))
        cells: list[nodes.Node] = [element("th", {"scope": "row"}, *name)]
        for role, role_name in shown.roles:
            attributes = {"data-role": role_name}
            cells.append(element("td", attributes, *_names(role, row, shown, page)))
        body.append(element("tr", {}, *cells))
    attributes = {
        "class": "seminar-signups seminar-presenters"
        + (" seminar-many-roles" if len(shown.roles) > 2 else ""),
        "aria-label": _("Sign-ups"),
    }
    table = element("table", attributes, fragment(head), element("tbody", {}, *body))
    return element("div", {"class": "seminar-presenters-box"}, table)


def _plain(shown: ShownSheet, page: Page) -> nodes.Element:
    head = [_("Session"), *(name for _role, name in shown.roles)]
    body: list[list[Sequence[nodes.Node]]] = []
    for row in shown.rows:
        day = day_text(row.day, page.language, has_year=shown.has_years) if row.day else ""
        name = " ".join(part for part in (day, row.session.title) if part)
        if row.days:
            from ..words.section_days import text_behind

            name += text_behind(row.days, page.language, has_year=shown.has_years)
        if row.paper:
            name = _("{label}: {text}").format(label=name, text=row.paper)
        names = [_names(role, row, shown, page) for role, _name in shown.roles]
        body.append([[nodes.Text(name)], *names])
    widths = [3, *(2 for _role in shown.roles)]
    titles = [[nodes.Text(title)] for title in head]
    if cuts_words(titles, body, widths):
        return table_as_lines(head, body, page)
    return plain_table(titles, body, widths)


def _names(role: str, row: ShownSignups, shown: ShownSheet, page: Page) -> list[nodes.Node]:
    """Who takes a role, then a mark for each person who is still wanted."""
    drawn: list[nodes.Node] = []
    for slot in row.slots:
        if slot.role != role:
            continue
        found: list[nodes.Node] = [nodes.Text(name or _("taken")) for name in slot.names]
        found += [_open_slot(shown, page) for _number in range(slot.open)]
        for node in found:
            drawn += [*([nodes.Text(_(", "))] if drawn else []), node]
    return drawn


def _open_slot(shown: ShownSheet, page: Page) -> nodes.Node:
    if not page.is_html:
        return open_slot()
    return fragment(open_tag(_("open"), page.edit_address(shown.sheet) if shown.sheet else None))


def _load_table(shown: ShownSheet, page: Page) -> list[nodes.Node]:
    """How many slots each student has, and what the rules still ask for."""
    if not shown.has_names:
        text = _("This course does not show the names of its students.")
        return [nodes.paragraph("", text, classes=["seminar-text"])]
    if not shown.loads:
        return []
    head = [_("Student"), _("Slots"), _("Roles"), _("Still to do")]
    if not any(load.rules for load in shown.loads):
        del head[-1]
    body = [
        [
            load.name,
            str(load.count),
            _(", ").join(load.roles),
            _("; ").join(map(_phrase, load.rules)),
        ][: len(head)]
        for load in shown.loads
    ]
    title = nodes.rubric("", _("Students"), classes=["seminar-text"])
    if not page.is_html:
        cells = [[[nodes.Text(text)] for text in row] for row in body]
        widths = [3, 2, 4, 4][: len(head)]
        return [title, plain_table([[nodes.Text(text)] for text in head], cells, widths)]
    heads = [tag("th", {"scope": "col"}, text) for text in head]
    rows = [
        tag(
            "tr",
            {},
            tag("th", {"scope": "row"}, row[0]),
            *(
                tag("td", {"data-role": label}, text)
                for label, text in zip(head[1:], row[1:], strict=True)
            ),
        )
        for row in body
    ]
    table = fragment(
        tag(
            "table",
            {
                "class": "seminar-presenters seminar-loads",
                "aria-label": _("Students"),
            },
            tag("thead", {}, tag("tr", {}, *heads)),
            tag("tbody", {}, *rows),
        ),
        searched=" ".join(row[0] for row in body),
    )
    return [title, element("div", {"class": "seminar-presenters-box"}, table)]


def _phrase(rule: ShownRule) -> str:
    """A rule in a few words, for the student."""
    roles = _(", ").join(rule.roles)
    phrases = {
        "each_student.at_least": _("slots to take: {count}").format(count=rule.amount),
        "each_student.at_most": _("slots to give up: {count}").format(count=rule.amount),
        "each_student.distinct_roles": _("more than once {roles}").format(roles=roles),
        "each_student.every_role": _("not yet {roles}").format(roles=roles),
        "each_student.one_role_a_session": _("two roles in one session"),
        "each_student.one_slot_a_session": _("two slots in one session"),
        "each_student.not_two_weeks_in_a_row": _("two weeks in a row"),
        "presenting.roles": _("twice in one slot"),
    }
    return phrases[rule.name]
