"""A link to a session: what ``{session}``, ``{any}`` and ``[](#id)`` become."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from ..plan.courses import Courses
from ..plan.planned_course import PlannedSession
from .page import Page
from .view import Body, Options, SiteView


@dataclass(frozen=True, slots=True)
class ShownSession:
    """A session as a link shows it."""

    title: str
    docname: str
    anchor: str


def shown_session(session: PlannedSession) -> ShownSession:
    """What a link to a session shows."""
    return ShownSession(session.title, session.docname, session.anchor)


def show(courses: Courses, options: Options, docname: str) -> ShownSession | None:
    """The session that ``target`` names, the course of the document first; by a title, too."""
    found = courses.find_session(docname, options["target"], by_title=options["by_title"])
    return shown_session(found) if found else None


def draw(shown: ShownSession, body: Body, page: Page) -> list[nodes.Node]:
    """A reference with the text of the cross-reference, else with the title."""
    content = body.children if body.get("refexplicit") else [nodes.inline("", shown.title)]
    return [page.reference(shown.docname, shown.anchor, *content)]


VIEW = SiteView(show=show, draw=draw)
