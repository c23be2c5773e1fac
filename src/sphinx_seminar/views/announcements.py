"""Dated news, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ..facts import AnnouncementFacts
from ..locale import _
from ..markup import start_tag
from ..nodes import (
    child_of,
    element,
    fragment,
    html_fragment,
    seminar_announcement,
    seminar_title,
    seminar_view,
)
from ..plan.planned_course import PlannedCourse
from .context import ViewContext
from .dates import long_date
from .pattern import line_of_nodes
from .session_content import adopt
from .times import long_date_tag


def announcements_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """Those that stand in it, or the latest few of the course with a link to all of them."""
    own = {
        child["anchor_id"]: child
        for child in placeholder.children
        if isinstance(child, seminar_announcement)
    }
    docname = placeholder["docname"]
    facts = [
        item
        for item in planned.facts.announcements
        if not own or (item.docname == docname and item.anchor in own)
    ]
    latest = dict(placeholder["settings"]).get("latest")
    shown = facts[: int(str(latest))] if latest else facts
    drawn = [
        node
        for item in shown
        for node in _item(item, own.get(item.anchor) if own else None, context)
    ]
    if context.is_html and drawn:
        # What is shown of another page is found there.
        here = bool(own) or all(item.docname == docname for item in shown)
        box = element("div", {"class": "seminar-announcements"}, *drawn)
        if not here:
            box["classes"].append("no-search")
        drawn = [box]
    page = planned.facts.announcements_page
    if len(shown) < len(facts) and page is not None and (page != docname or not own):
        label = nodes.Text(_("All announcements"))
        link = context.link(page, facts[0].anchor, label)
        drawn.append(nodes.paragraph("", "", link, classes=["seminar-text"]))
    return drawn


def _item(
    facts: AnnouncementFacts, own: seminar_announcement | None, context: ViewContext
) -> Iterator[nodes.Node]:
    node = own if own is not None else _copy(facts, context)
    if node is None or facts.day is None:
        return
    title = child_of(node, seminar_title)
    rest = [child for child in node.children if child is not title]
    if not context.is_html:
        target: list[nodes.Node] = [nodes.target("", "", ids=[facts.anchor])] if own else []
        line = line_of_nodes(
            _("{when}: {title}"),
            is_html=False,
            when=long_date(facts.day, context.language),
            title=title.children,
        )
        yield from [*target, nodes.rubric("", "", *line), *rest]
        return
    name: list[nodes.Node] = list(title.children)
    if own is None:
        label = nodes.Text(facts.title)
        name = [context.link(facts.docname, facts.anchor, label)]
    elif context.env.config.html_permalinks:
        name += [nodes.Text(" "), _permalink(facts.anchor, context)]
    attributes = {"class": "seminar-announcement", "id": facts.anchor if own else None}
    day_ = fragment(long_date_tag(facts.day, context.language), " ")
    yield element(
        "article", attributes, element("p", {"class": "seminar-name"}, day_, *name), *rest
    )


def _permalink(anchor: str, context: ViewContext) -> nodes.Node:
    title = _("Link to this announcement")
    attributes = {"class": "headerlink", "href": f"#{anchor}", "title": title}
    icon = context.env.config.html_permalinks_icon
    return html_fragment("", html=f"{start_tag('a', attributes)}{icon}</a>")


def _copy(facts: AnnouncementFacts, context: ViewContext) -> seminar_announcement | None:
    """The item of another page, its links right on this one."""
    if context.checks_links:
        return None
    for node in context.doctree(facts.docname).findall(seminar_announcement):
        if node["anchor_id"] == facts.anchor:
            copy: seminar_announcement = node.deepcopy()
            adopt(copy, facts.docname, context)
            return copy
    return None
