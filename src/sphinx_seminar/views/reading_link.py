"""A link to a reading: what ``{reading}`` becomes."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from ..plan.courses import Courses
from ..plan.readings import find_readings
from .page import Page
from .view import Body, Options, SiteView


@dataclass(frozen=True, slots=True)
class ShownReadingLink:
    """A reading as a link shows it."""

    title: str
    docname: str
    anchor: str


def show(courses: Courses, options: Options, docname: str) -> ShownReadingLink | None:
    """The reading that ``target`` names, the course of the document first; None for several."""
    found = find_readings(courses, docname, options["target"])
    if len(found) != 1:
        return None
    return ShownReadingLink(found[0].title, found[0].docname, found[0].anchor)


def draw(shown: ShownReadingLink, body: Body, page: Page) -> list[nodes.Node]:
    """A reference with the text of the cross-reference, else with the title."""
    content = body.children if body.get("refexplicit") else [nodes.inline("", shown.title)]
    return [page.reference(shown.docname, shown.anchor, *content)]


VIEW = SiteView(show=show, draw=draw)
