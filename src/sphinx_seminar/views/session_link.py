"""A link to a session, or to any object by id: of ``{session}``, ``{any}`` and ``[](#id)``."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from ..plan.courses import Courses
from ..plan.objects import find_object
from ..plan.planned_course import PlannedSession
from .page import Page
from .view import Body, Options, SiteView


@dataclass(frozen=True, slots=True)
class ShownSession:
    """A session, or another object, as a link shows it."""

    title: str
    docname: str
    anchor: str


def shown_session(session: PlannedSession) -> ShownSession:
    """What a link to a session shows."""
    return ShownSession(session.title, session.docname, session.anchor)


def show(courses: Courses, options: Options, docname: str) -> ShownSession | None:
    """What ``target`` names, the course of the document first: any object where only ids count."""
    if options["by_title"]:
        session = courses.find_session(docname, options["target"], by_title=True)
        return shown_session(session) if session else None
    found = find_object(courses, docname, options["target"])
    return ShownSession(found.title, found.docname, found.anchor) if found else None


def draw(shown: ShownSession, body: Body, page: Page) -> list[nodes.Node]:
    """A reference with the text of the cross-reference, else with the title."""
    content = body.children if body.get("refexplicit") else [nodes.inline("", shown.title)]
    return [page.reference(shown.docname, shown.anchor, *content)]


VIEW = SiteView(show=show, draw=draw)
