"""What a view needs to know of the build that it is drawn in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from docutils import nodes
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from ..doctree.left_out import leave_out
from ..domain import SeminarDomain
from ..nodes import seminar_node, seminar_session, seminar_session_head
from ..plan.planned_course import PlannedCourse


@dataclass(frozen=True, slots=True)
class ViewContext:
    """A build, and the document that views are drawn on."""

    env: BuildEnvironment
    builder: Builder
    domain: SeminarDomain
    docname: str
    """The document that is being written; for LaTeX, the one that holds all others."""
    _doctrees: dict[str, nodes.document] = field(default_factory=dict)
    _sessions: dict[str, dict[str, nodes.Element]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=partial(count, 1))
    _claimed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def is_html(self) -> bool:
        """Whether the format draws tables in tables, and collapsibles."""
        return self.builder.format == "html"

    @property
    def marks_now(self) -> bool:
        """Whether a script on the page marks what is now: not in a book, nor in print."""
        return self.is_html and self.builder.name != "epub"

    @property
    def checks_links(self) -> bool:
        """Whether links are but asked for: once, then, where they were written."""
        return self.builder.name == "linkcheck"

    @property
    def language(self) -> str:
        """The language of the site, such as ``pt_BR``."""
        return self.env.config.language or "en"

    def planned(self, placeholder: nodes.Element) -> PlannedCourse | None:
        """The course that a placeholder speaks of."""
        return self.domain.planned(placeholder["docname"], placeholder.get("course"))

    def doctree(self, docname: str) -> nodes.document:
        """The stored doctree of another document, to copy from; read once for all views."""
        if docname not in self._doctrees:
            document = self.env.get_doctree(docname)
            if self.domain.has_conditions:
                leave_out(self.builder, document, docname)
            self._doctrees[docname] = document
        return self._doctrees[docname]

    def session_node(self, docname: str, anchor: str) -> nodes.Element | None:
        """The session at an anchor of another document, as its stored doctree has it."""
        if docname not in self._sessions:
            self._sessions[docname] = {
                node["anchor"]: node
                for node in self.doctree(docname).findall(seminar_node)
                if isinstance(node, seminar_session | seminar_session_head) and "anchor" in node
            }
        return self._sessions[docname].get(anchor)

    def new_id(self) -> str:
        """An id that nothing else on the page has."""
        return f"seminar-copy-{next(self._numbers)}"

    def claim(self, docname: str, anchor: str) -> bool:
        """Whether an id of a page is still free: it is taken now, and stands once."""
        is_free = (docname, anchor) not in self._claimed
        self._claimed.add((docname, anchor))
        return is_free

    def page_uri(self, docname: str) -> str | None:
        """Where a document stands, from this one; none where the book leaves it out."""
        try:
            return self.builder.get_relative_uri(self.docname, docname)
        except NoUri:
            return None

    def address(self, docname: str, anchor: str) -> str | None:
        """Where a link to an element of a document of the site leads, if anywhere."""
        if docname == self.docname:
            return f"#{anchor}"
        page = self.page_uri(docname)
        return None if page is None else f"{page}#{anchor}"

    def link(self, docname: str, anchor: str, *children: nodes.Node) -> nodes.Element:
        """A link to an element of a document of the site; its text where there is no such page."""
        if self.page_uri(docname) is None:
            return nodes.inline("", "", *children)
        return make_refnode(self.builder, self.docname, docname, anchor, list(children))
