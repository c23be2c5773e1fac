"""What the views of a built site show, and what they draw of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx import locale
from sphinx.addnodes import pending_xref

from sphinx_seminar.build.what_views_show import gathered_by, shown_by
from sphinx_seminar.domain import SeminarDomain
from sphinx_seminar.pages.nodes import seminar_placeholder
from sphinx_seminar.pages.read.facts import ViewFacts
from sphinx_seminar.pages.read.view_facts import settings_of
from sphinx_seminar.views.page import Page
from sphinx_seminar.views.registry import view_named
from sphinx_seminar.views.view import SiteView, View

from ..conftest import Site

AnyView = View[object] | SiteView[object]


@dataclass(frozen=True)
class Drawing:
    """A view on a page."""

    name: str
    docname: str
    number: int
    """Which of those of its page it is."""
    view: AnyView
    shown: object
    gathered: frozenset[str]
    body: nodes.Element
    pages: tuple[Page, ...]
    """The same page in several formats."""

    def draw(self, shown: object) -> tuple[str, ...]:
        """What it draws of a value, in each format."""
        return tuple(
            "\n".join(node.pformat() for node in self.nodes(shown, page)) for page in self.pages
        )

    def nodes(self, shown: object, page: Page) -> list[nodes.Node]:
        """What it draws of a value on a page."""
        body = self.body.deepcopy()
        body.parent = self.body.parent  # how deep it is tells the level of headings
        return self.view.draw(shown, body, page.drawing_from(self.gathered))


def drawings(site: Site) -> Iterator[Drawing]:
    """Every view of a site, with those of cross-references."""
    locale.init([None], "en", "sphinx_seminar")  # the end of the build has forgotten all words
    env = site.app.env
    domain = env.domains["seminar"]
    assert isinstance(domain, SeminarDomain)
    builders = [site.app.builder] + [
        site.app.registry.create_builder(site.app, name, env) for name in ("text", "latex")
    ]
    vars(builders[-1])["docnames"] = env.found_docs  # what else LaTeX learns when it writes
    for docname in sorted(env.found_docs):
        pages = tuple(Page(env, builder, docname) for builder in builders)
        doctree = env.get_doctree(docname)
        placeholders = list(doctree.findall(seminar_placeholder))
        for number, node in enumerate(placeholders):
            facts = ViewFacts(
                view=node.view,
                docname=docname,
                source=node.get("written_at"),
                course=node.get("course"),
                settings=settings_of(node),
            )
            view = view_named(node.view)
            shown, gathered = shown_by(facts, domain), gathered_by(facts, domain)
            yield Drawing(node.view, docname, number, view, shown, gathered, node, pages)
        for number, link in enumerate(doctree.findall(pending_xref)):
            name = str(link["reftype"])
            if link.get("refdomain") != "seminar":
                continue
            options: Mapping[str, object] = {"target": link["reftarget"], "by_title": True}
            view = view_named(name)
            assert isinstance(view, SiteView)
            shown = view.show(domain.courses, options, docname)
            if shown is not None:
                yield Drawing(name, docname, number, view, shown, frozenset(), link, pages[:1])
