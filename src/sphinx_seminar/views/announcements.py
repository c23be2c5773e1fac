"""``{announcements}``: dated news, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docutils import nodes

from ..locale import _
from ..pages.html import start_tag
from ..pages.nodes import (
    child_of,
    element,
    fragment,
    html_fragment,
    seminar_announcement,
    seminar_title,
)
from ..plan.planned_course import PlannedCourse
from .copied.session_content import adopt
from .page import Page
from .view import Body, Options, View
from .words.dates import long_date
from .words.filled_pattern import line_of_nodes
from .words.times import long_date_tag


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An announcement that is out."""

    docname: str
    anchor: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class ShownAnnouncements:
    """The latest announcements."""

    items: tuple[ShownItem, ...]
    is_own: bool
    """Whether they are written in the directive itself."""
    all_of_them: tuple[str, str] | None
    """The document with the others, and the id there; None where there are none."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where no announcement is in the directive, and none in the course."""
    if options["own"] or planned.facts.announcements or planned.facts.has_news_to_come:
        return None
    if planned.folder is None:
        return f"no {{announcement}} is on this page, and no {planned.file} governs it"
    return f"no {{announcement}} is in the course of {planned.file}; write one inside"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownAnnouncements:
    """Those that are written in it, or the latest few of the course with a link to the others."""
    own = options["own"]
    out = [
        ShownItem(item.docname, item.anchor, item.title, item.day)
        for item in planned.facts.announcements
        if item.day and (not own or (item.docname == docname and item.anchor in own))
    ]
    items = out[: options.get("latest")]
    page = planned.facts.announcements_page
    has_more = len(items) < len(out) and page is not None and (page != docname or not own)
    others = (page, out[0].anchor) if has_more and page else None
    return ShownAnnouncements(tuple(items), bool(own), others)


def gathers(shown: ShownAnnouncements) -> Iterable[str]:
    """The documents that they are written on."""
    return () if shown.is_own else {item.docname for item in shown.items}


def draw(shown: ShownAnnouncements, body: Body, page: Page) -> list[nodes.Node]:
    """An article for each, then a link to the others."""
    own = {
        child["anchor_id"]: child
        for child in body.children
        if isinstance(child, seminar_announcement)
    }
    drawn = [
        node for item in shown.items for node in _item(item, own.get(item.anchor), shown, page)
    ]
    if page.is_html and drawn:
        box = element("div", {"class": "seminar-announcements"}, *drawn)
        # What is shown of another page is found there.
        if not shown.is_own and any(item.docname != body["docname"] for item in shown.items):
            box["classes"].append("no-search")
        drawn = [box]
    if shown.all_of_them:
        link = page.link(*shown.all_of_them, nodes.Text(_("All announcements")))
        drawn.append(nodes.paragraph("", "", link, classes=["seminar-text"]))
    return drawn


VIEW = View(missing=missing, show=show, gathers=gathers, draw=draw, is_governed=False)


def _item(
    item: ShownItem, own: seminar_announcement | None, shown: ShownAnnouncements, page: Page
) -> Iterator[nodes.Node]:
    node = own if shown.is_own else _copy(item, page)
    if node is None:
        return
    title = child_of(node, seminar_title)
    rest = [child for child in node.children if child is not title]
    if not page.is_html:
        target = [nodes.target("", "", ids=[item.anchor])] if shown.is_own else []
        line = line_of_nodes(
            _("{when}: {title}"),
            is_html=False,
            when=long_date(item.day, page.language),
            title=title.children,
        )
        yield from [*target, nodes.rubric("", "", *line), *rest]
        return
    name: list[nodes.Node] = list(title.children)
    if not shown.is_own:
        name = [page.link(item.docname, item.anchor, nodes.Text(item.title))]
    elif page.env.config.html_permalinks:
        name += [nodes.Text(" "), _permalink(item.anchor, page)]
    attributes = {
        "class": "seminar-announcement",
        "id": item.anchor if shown.is_own else None,
    }
    day = fragment(long_date_tag(item.day, page.language), " ")
    yield element("article", attributes, element("p", {"class": "seminar-name"}, day, *name), *rest)


def _permalink(anchor: str, page: Page) -> nodes.Node:
    title = _("Link to this announcement")
    attributes = {"class": "headerlink", "href": f"#{anchor}", "title": title}
    icon = page.env.config.html_permalinks_icon
    return html_fragment("", html=f"{start_tag('a', attributes)}{icon}</a>")


def _copy(item: ShownItem, page: Page) -> seminar_announcement | None:
    """The item of another page, its links right on this one."""
    if page.checks_links:
        return None
    for node in page.doctree(item.docname).findall(seminar_announcement):
        if node["anchor_id"] == item.anchor:
            copy: seminar_announcement = node.deepcopy()
            adopt(copy, item.docname, page)
            return copy
    return None
