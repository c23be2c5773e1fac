"""What is handed out in a week, and when it is due."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from ...locale import _
from ...pages.html import tag
from ...pages.nodes import element, fragment
from ..deadline import label_pieces
from ..deadlines import ShownDeadline, deadline_link, deadline_text, session_behind
from ..page import Page
from ..words.due import due_tag
from ..words.filled_pattern import Piece, filled
from ..words.label import kind_classes
from ..words.times import date_tag, now_tag


def handed_out_list(found: Iterable[ShownDeadline], page: Page) -> nodes.Element:
    """A line for each: the day on which it is out, its title, and when it is due."""
    items = []
    for deadline in found:
        attributes = {"class": f"seminar-out{kind_classes(deadline.labels)}"}
        when: list[Piece] = [date_tag(deadline.out, page.language), " "] if deadline.out else []
        time: Piece = due_tag(deadline.due, page.language)
        if deadline.sections:
            time = deadline_text(deadline, page.language, has_out=False)
        if deadline.sections and deadline.out is None:
            from ..words.section_dues import section_out_tags  # few courses have sections

            when = [tag("div", {}, *section_out_tags(deadline.sections, page))]
        if len(deadline.sections) == 1:
            attributes["data-person"] = deadline.sections[0].section
            when.append(now_tag())
        due = filled(_("due {time}"), time=time)
        muted = [*session_behind(deadline, page), fragment(" · ", *due)]
        what = element(
            "span",
            {},
            fragment(*label_pieces(deadline.labels)),
            deadline_link(deadline, page),
            element("span", {"class": "seminar-muted"}, *muted),
        )
        items.append(element("li", attributes, fragment(*when), what))
    return element("ul", {"class": "seminar-deadlines", "role": "list"}, *items)
