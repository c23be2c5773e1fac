"""``{deadlines}``: all that is due in a course, in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.label import Label
from ..pages.nodes import element, fragment
from ..plan.planned_course import PlannedCourse, PlannedDeadline
from .copied.addresses import is_relative
from .deadline import label_pieces, with_labels
from .heard_link import heard_link
from .page import Page
from .session_link import ShownSession, shown_session
from .view import Body, Options, View
from .words.due import ShownDue, due_now, due_tag, due_text, shown_due, times_note, until_attributes
from .words.filled_pattern import line_of_nodes
from .words.label import kind_classes
from .words.notice import Notice, notice_nodes, notice_of


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
    session: ShownSession | None
    heard: str = ""
    """The title of the session, which no other one of the course has."""


@dataclass(frozen=True, slots=True)
class ShownDeadlines:
    """The list, and the zone of its times."""

    notice: Notice | None
    zone: ZoneInfo | None
    deadlines: tuple[ShownDeadline, ...]


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """Something due."""
    if planned.facts.deadlines or planned.facts.withholds:
        return None
    return f"no {{deadline}} is in the course of {planned.file}; write one"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownDeadlines:
    """What the pages of the course say is due."""
    deadlines = shown_deadlines(planned.facts.deadlines, planned)
    zone = planned.course.zone if deadlines else None
    return ShownDeadlines(notice_of(planned), zone, deadlines)


def draw(shown: ShownDeadlines, body: Body, page: Page) -> list[nodes.Node]:
    """A line for each, with its session."""
    drawn = notice_nodes(shown.notice)
    if shown.deadlines:
        drawn += times_note(shown.zone, page.language)
        drawn.append(deadline_list(shown.deadlines, page))
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def shown_deadlines(
    deadlines: Iterable[PlannedDeadline], planned: PlannedCourse
) -> tuple[ShownDeadline, ...]:
    """What a list shows of deadlines of a course."""
    return tuple(
        ShownDeadline(
            title=found.facts.title,
            labels=found.labels,
            link=found.facts.link if _leads_away(found.facts.link) else None,
            docname=found.facts.docname,
            anchor=found.facts.anchor,
            due=shown_due(found.due, planned.course),
            session=shown_session(found.session) if found.session else None,
            heard=planned.numbered_title_of(found.session) if found.session else "",
        )
        for found in deadlines
    )


def _leads_away(link: str | None) -> bool:
    """Whether a link leads to the same address from every page."""
    return bool(link) and not is_relative(link or "") and not (link or "").startswith(("/", "#"))


def deadline_list(deadlines: Iterable[ShownDeadline], page: Page) -> nodes.Element:
    """A line for each, with its session."""
    items: list[nodes.Node] = []
    for deadline in deadlines:
        link, behind = deadline_link(deadline, page), session_behind(deadline, page)
        if not page.is_html:
            when = due_text(deadline.due, page.language)
            title = with_labels(deadline.labels, [link], page)
            line = line_of_nodes(_("{when}: {title}"), is_html=False, when=when, title=title)
            items.append(nodes.list_item("", nodes.paragraph("", "", *line, *behind)))
            continue
        css_class = f"seminar-deadline{kind_classes(deadline.labels)}"
        attributes = {"class": css_class} | until_attributes(deadline.due)
        when_ = due_tag(deadline.due, page.language)
        session_ = [element("span", {"class": "seminar-muted"}, *behind)] if behind else []
        label_ = fragment(*label_pieces(deadline.labels))
        what = element("span", {}, label_, link, *session_)
        items.append(
            element("li", attributes, fragment(when_, " ", *due_now(deadline.due, page)), what)
        )
    if page.is_html:
        return element("ul", {"class": "seminar-deadlines", "role": "list"}, *items)
    return nodes.bullet_list("", *items, bullet="-")


def session_behind(deadline: ShownDeadline, page: Page) -> list[nodes.Node]:
    """The session of a deadline, to stand behind its title."""
    session = deadline.session
    if session is None:
        return []
    link = page.link(session.docname, session.anchor, nodes.Text(session.title))
    return [nodes.Text(" · "), link]


def deadline_link(deadline: ShownDeadline, page: Page) -> nodes.Node:
    """The title, a link to where it is handed in, else to where it is written."""
    title = nodes.Text(deadline.title)
    # A dead link is told where the deadline is written.
    if deadline.link and not page.checks_links:
        link: nodes.Element = nodes.reference("", "", title, refuri=deadline.link)
    else:
        link = page.link(deadline.docname, deadline.anchor, title)
    return heard_link(link, deadline.heard)
