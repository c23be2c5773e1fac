"""A link to somebody of the staff: what ``{person}`` becomes."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from ..plan.courses import Courses
from ..plan.people import find_card
from .page import Page
from .view import Body, Options, SiteView


@dataclass(frozen=True, slots=True)
class ShownPersonLink:
    """A name, and where it leads."""

    name: str
    docname: str | None
    """The page with the card; None where no page shows the staff."""
    anchor: str
    url: str | None
    """The person's own page, where there is no card."""


def show(courses: Courses, options: Options, docname: str) -> ShownPersonLink | None:
    """The person whom ``target`` names, the course of the document first."""
    card = find_card(courses.near(docname), options["target"])
    if card is None or not (card.docname or card.person.url):
        return None
    url = None if card.docname else card.person.url
    return ShownPersonLink(card.person.name, card.docname, card.anchor if card.docname else "", url)


def draw(shown: ShownPersonLink, body: Body, page: Page) -> list[nodes.Node]:
    """A reference with the text of the cross-reference, else with the name."""
    content = body.children if body.get("refexplicit") else [nodes.inline("", shown.name)]
    if shown.docname is not None:
        return [page.reference(shown.docname, shown.anchor, *content)]
    return [nodes.reference("", "", *content, refuri=shown.url, internal=False)]


VIEW = SiteView(show=show, draw=draw)
