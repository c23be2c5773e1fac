"""``{edit-page}``: the link that opens a page for editing."""

from __future__ import annotations

from docutils import nodes

from ..plan.courses import Courses
from .page import Page
from .view import Body, Options, SiteView


def show(courses: Courses, options: Options, docname: str) -> str:
    """Nothing of a course: the document that it is on."""
    return docname


def draw(shown: str, body: Body, page: Page) -> list[nodes.Node]:
    """A link where the theme's repository settings are known, else the text alone."""
    address = page.edit_address(str(page.env.doc2path(shown, base=False)))
    if address is None or not page.is_html:
        return [nodes.Text(body.rawsource and body.astext())]
    return [nodes.reference("", "", *body.children, refuri=address)]


VIEW = SiteView(show=show, draw=draw)
