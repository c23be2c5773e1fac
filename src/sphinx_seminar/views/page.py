"""The page that views are drawn on: its format and language, its ids, its links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from urllib.parse import quote

from docutils import nodes
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode
from sphinx.util.osutil import relative_uri

from ..config import offers_feeds, seminar_config, site_address
from ..pages.conditional_content import leave_out
from ..pages.nodes import seminar_node, seminar_session, seminar_session_head
from .edit_address import edit_address


@dataclass(frozen=True, slots=True)
class Page:
    """The document that views are drawn on, in one build. It knows nothing of any course."""

    env: BuildEnvironment
    builder: Builder
    docname: str
    """The document that is being written; for LaTeX, the one that holds all others."""
    _has_conditions: bool = False
    """Whether a page of the site has something that a build may leave out."""
    _gathered: frozenset[str] = frozenset()
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
    def has_tools(self) -> bool:
        """Whether a script lets readers filter a schedule, and copy from it."""
        return self.marks_now and bool(self.env.config.seminar_tools)

    @property
    def checks_links(self) -> bool:
        """Whether links are only checked: each is, once, on the page that it was written on."""
        return self.builder.name == "linkcheck"

    @property
    def language(self) -> str:
        """The language of the site, such as ``pt_BR``."""
        return self.env.config.language or "en"

    def drawing_from(self, gathered: frozenset[str]) -> Page:
        """The same page for a view that copies content of these documents, and of no others."""
        return replace(self, _gathered=gathered)

    def edit_address(self, path: str) -> str | None:
        """Where a source is edited (*path* is relative to the sources); None if not known."""
        return edit_address(self.env.config, path)

    def doctree(self, docname: str) -> nodes.document:
        """The stored doctree of another document, to copy from; read once for all views.

        Raises `LookupError` for a document that the view does not name among those that it
        gathers: the page would not be written anew when that content changes.
        """
        if docname not in self._gathered:
            raise LookupError(f"a view of {self.docname} copies from {docname} and does not say so")
        if docname not in self._doctrees:
            document = self.env.get_doctree(docname)
            if self._has_conditions:
                leave_out(self.builder, document, docname)
            self._doctrees[docname] = document
        return self._doctrees[docname]

    def session_node(self, docname: str, anchor: str) -> nodes.Element | None:
        """The session at an anchor of another document, as its stored doctree has it."""
        doctree = self.doctree(docname)
        if docname not in self._sessions:
            self._sessions[docname] = {
                node["anchor"]: node
                for node in doctree.findall(seminar_node)
                if isinstance(node, seminar_session | seminar_session_head) and "anchor" in node
            }
        return self._sessions[docname].get(anchor)

    def new_id(self) -> str:
        """An id that nothing else on the page has."""
        return f"seminar-copy-{next(self._numbers)}"

    def claim(self, docname: str, anchor: str) -> bool:
        """Whether an id of a document is still free here, where each is once: it is taken now."""
        is_free = (docname, anchor) not in self._claimed
        self._claimed.add((docname, anchor))
        return is_free

    def offers(self, feed: str) -> bool:
        """Whether files of a sort lie beside the pages, such as ``calendar.ics``."""
        return offers_feeds(self.builder) and feed in seminar_config(self.env.config).feeds

    def file_address(self, path: str) -> str:
        """Where a file of the site is, from this document; its path is relative to the root."""
        return relative_uri(self.builder.get_target_uri(self.docname), quote(path))

    def full_address(self, path: str) -> str | None:
        """Where a file of the site is in the web; None where it is not known where the site is."""
        site = site_address(self.env.config)
        return f"{site}{quote(path)}" if site else None

    def page_uri(self, docname: str) -> str | None:
        """Where a document is, from this one; none where the book leaves it out."""
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

    def reference(self, docname: str, anchor: str, *children: nodes.Node) -> nodes.reference:
        """The same for a cross-reference; raises `NoUri`, which Sphinx expects of it there."""
        return make_refnode(self.builder, self.docname, docname, anchor, list(children))
