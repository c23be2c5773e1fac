"""What a row of the table says of a deadline: what is due, or handed out."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes

from ...locale import _
from ...pages.html import Tag, tag
from ...pages.nodes import element, fragment
from ..deadline import with_labels
from ..deadlines import ShownDeadline, deadline_link, deadline_text, session_behind
from ..page import Page
from ..words.due import due_tag
from ..words.filled_pattern import filled, line_of_nodes
from .rows import ShownRow, ShownSchedule


def due_cell(
    row: ShownRow,
    deadline: ShownDeadline,
    shown: ShownSchedule,
    page: Page,
    attributes: Mapping[str, object],
) -> nodes.Node:
    """What is due or out, with its kinds and its session; if out, when it is due."""
    link, behind = deadline_link(deadline, page), session_behind(deadline, page)
    title = with_labels(deadline.labels, [link], page)
    # For translators: an exercise is due, or handed out
    pattern = _("Due: {title}") if row.sort == "due" else _("Out: {title}")
    line = line_of_nodes(pattern, is_html=True, title=title)
    more: list[nodes.Node] = []
    if behind:
        more.append(element("span", {"class": "seminar-muted"}, *behind))
    if row.sort == "out":
        due = filled(_("due {time}"), time=_due_words(deadline, page))
        more.append(fragment(tag("span", {"class": "seminar-muted"}, " · ", *due)))
    return element("td", attributes, *line, *more)


def _due_words(deadline: ShownDeadline, page: Page) -> Tag | str:
    """When it is due, for all or for each section."""
    if deadline.sections:
        return deadline_text(deadline, page.language, has_out=False)
    return due_tag(deadline.due, page.language)
