"""``{deadlines}``: all that is due in a course, in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.label import Label
from ..pages.html import tag
from ..pages.nodes import element, fragment
from ..plan.planned_course import PlannedCourse, PlannedDeadline
from .copied.addresses import is_relative
from .deadline import label_pieces, with_labels
from .heard_link import heard_link
from .page import Page
from .session_link import ShownSession, shown_session
from .view import Body, Options, View
from .words.due import (
    ShownDue,
    due_now,
    due_tag,
    due_text,
    out_words,
    shown_due,
    times_note,
    until_attributes,
)
from .words.filled_pattern import line_of_nodes
from .words.label import kind_classes
from .words.notice import Notice, notice_nodes, notice_of
from .words.times import now_tag

if TYPE_CHECKING:
    from .words.section_dates import ShownChoice
    from .words.section_dues import ShownSectionDue


@dataclass(frozen=True, slots=True)
class ShownDeadline:
    """A line of the list."""

    title: str
    labels: tuple[Label, ...]
    link: str | None
    """Where it is handed in; None where the title leads to the page that it is written on."""
    docname: str
    anchor: str
    due: ShownDue | None
    """With *sections*, from when on it is past for all of them."""
    session: ShownSession | None
    heard: str = ""
    """The title of the session, which no other one of the course has."""
    out: date | None = None
    """The day on which it is handed out, where the list shows it."""
    sections: tuple[ShownSectionDue, ...] = ()
    """When it is due for each section, where that is not the same for all."""


@dataclass(frozen=True, slots=True)
class ShownDeadlines:
    """The list, and the zone of its times."""

    notice: Notice | None
    zone: ZoneInfo | None
    deadlines: tuple[ShownDeadline, ...]
    choice: ShownChoice | None = None
    """The sections of the course, where something is due for each of them by itself."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where nothing is due."""
    if planned.facts.deadlines or planned.facts.withholds:
        return None
    return f"no {{deadline}} is in the course of {planned.file}; write one"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownDeadlines:
    """What the pages of the course say is due."""
    deadlines = shown_deadlines(planned.facts.deadlines, planned)
    zone = planned.course.zone if deadlines else None
    shown = ShownDeadlines(notice_of(planned), zone, deadlines)
    if not any(found.sections for found in deadlines):
        return shown
    from .words.section_dates import shown_choice  # few courses have sections

    return replace(shown, choice=shown_choice(planned))


def draw(shown: ShownDeadlines, body: Body, page: Page) -> list[nodes.Node]:
    """A line for each, with its session."""
    drawn = notice_nodes(shown.notice)
    if shown.deadlines:
        drawn += times_note(shown.zone, page.language)
        listed = deadline_list(shown.deadlines, page)
        drawn.append(_with_choice(shown.choice, listed, page) if shown.choice else listed)
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _with_choice(choice: ShownChoice, listed: nodes.Element, page: Page) -> nodes.Element:
    """The list under the choice of a section, where a script keeps it."""
    if not page.is_html:
        return listed
    from .words.section_dates import PICKED, section_choice

    above = [fragment(section_choice(choice, page))] if page.marks_now else []
    return element("div", {"class": PICKED}, *above, listed)


def shown_deadlines(
    deadlines: Iterable[PlannedDeadline], planned: PlannedCourse, *, has_out: bool = True
) -> tuple[ShownDeadline, ...]:
    """What a list shows of deadlines of a course."""
    return tuple(_shown(found, planned, has_out=has_out) for found in deadlines)


def _shown(found: PlannedDeadline, planned: PlannedCourse, *, has_out: bool) -> ShownDeadline:
    shown = ShownDeadline(
        title=found.facts.title,
        labels=found.labels,
        link=found.facts.link if _leads_away(found.facts.link) else None,
        docname=found.facts.docname,
        anchor=found.facts.anchor,
        due=shown_due(found.due, planned.course),
        session=shown_session(found.session) if found.session else None,
        out=found.out if has_out else None,
        heard=planned.numbered_title_of(found.session) if found.session else "",
    )
    if not found.sections:
        return shown
    from .words.section_dues import last_due, one_out, shown_section_dues

    out = one_out(found.sections) if has_out else None
    sections = shown_section_dues(found.sections, planned.course, has_out=has_out)
    return replace(shown, due=last_due(sections), out=out, sections=sections)


def _leads_away(link: str | None) -> bool:
    """Whether a link leads to the same address from every page."""
    return bool(link) and not is_relative(link or "") and not (link or "").startswith(("/", "#"))


def deadline_list(deadlines: Iterable[ShownDeadline], page: Page) -> nodes.Element:
    """A line for each, with its session."""
    items: list[nodes.Node] = []
    for deadline in deadlines:
        link, behind = deadline_link(deadline, page), session_behind(deadline, page)
        if out := out_words(deadline.out, page.language):
            behind.append(nodes.Text(out))
        if not page.is_html:
            when = deadline_text(deadline, page.language)
            title = with_labels(deadline.labels, [link], page)
            line = line_of_nodes(_("{when}: {title}"), is_html=False, when=when, title=title)
            items.append(nodes.list_item("", nodes.paragraph("", "", *line, *behind)))
            continue
        css_class = f"seminar-deadline{kind_classes(deadline.labels)}"
        attributes = {"class": css_class} | until_attributes(deadline.due)
        when_ = [*due_now(deadline.due, page), due_tag(deadline.due, page.language), " "]
        if deadline.sections:
            from .words.section_dues import section_due_tags

            dues = section_due_tags(deadline.sections, page)
            when_ = [*due_now(deadline.due, page), tag("div", {}, *dues)]
        if len(deadline.sections) == 1:
            # It is of one section alone in this week: a script hides the line from the others.
            attributes = {"class": css_class, "data-person": deadline.sections[0].section}
            when_ = [now_tag(), when_[-1]]
        session_ = [element("span", {"class": "seminar-muted"}, *behind)] if behind else []
        label_ = fragment(*label_pieces(deadline.labels))
        what = element("span", {}, label_, link, *session_)
        items.append(element("li", attributes, fragment(*when_), what))
    if page.is_html:
        return element("ul", {"class": "seminar-deadlines", "role": "list"}, *items)
    return nodes.bullet_list("", *items, bullet="-")


def deadline_text(
    deadline: ShownDeadline, language: str, *, has_out: bool = True, has_year: bool = False
) -> str:
    """When it is due, for all or for each section."""
    if not deadline.sections:
        due = deadline.due
        return due_text(replace(due, has_year=True) if due and has_year else due, language)
    from .words.section_dues import section_due_text

    return section_due_text(deadline.sections, language, has_out=has_out)


def session_behind(deadline: ShownDeadline, page: Page) -> list[nodes.Node]:
    """The session of a deadline, to be behind its title."""
    session = deadline.session
    if session is None:
        return []
    link = page.link(session.docname, session.anchor, nodes.Text(session.title))
    return [nodes.Text(" · "), link]


def deadline_link(deadline: ShownDeadline, page: Page) -> nodes.Node:
    """The title, a link to where it is handed in, else to where it is written."""
    title = nodes.Text(deadline.title)
    # A dead link is reported where the deadline is written.
    if deadline.link and not page.checks_links:
        link: nodes.Element = nodes.reference("", "", title, refuri=deadline.link)
    else:
        link = page.link(deadline.docname, deadline.anchor, title)
    return heard_link(link, deadline.heard)
