"""Placeholders become views, after every document has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain import SeminarDomain
from ..model.problem import Source
from ..pages.conditional_content import leave_out
from ..pages.nodes import (
    seminar_placeholder,
    seminar_presenters,
    seminar_schedule,
    seminar_slot,
    seminar_view,
)
from ..pages.read.facts import ViewFacts
from ..pages.read.view_facts import settings_of
from ..views.registry import view_named
from .what_views_show import gathered_by, shown_by
from .written_pages import Stamp

if TYPE_CHECKING:
    from ..views.page import Page

BOOKS = ("latex", "texinfo")
"""The formats whose index is made of marks in the text, and not of a list of entries."""


class ResolveViews(SphinxPostTransform):
    """Draws every view that a document holds."""

    # Before ReferencesResolver (10): views hold cross-references that are still to resolve. Those
    # to equations and citations are LaTeX's own (5).
    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholders, each kind by its view."""
        domain = self.env.domains["seminar"]
        assert isinstance(domain, SeminarDomain)
        self._draw_views(domain)
        if domain.builder is not None and domain.builder.format in BOOKS:
            from .index_entries import mark

            mark(self.document, self.env.current_document.docname, domain)
        if domain.withheld_labels:
            from .withheld_links import unlink_withheld  # few sites withhold something

            unlink_withheld(self.document, domain, self.env)

    def _draw_views(self, domain: SeminarDomain) -> None:
        assert domain.builder is not None
        if domain.builder.name == "gettext":
            # A catalog holds what authors wrote, where they wrote it; but no hidden name.
            for presenters in list(self.document.findall(seminar_presenters)):
                hide_names(presenters, domain)
            return
        docname = self.env.current_document.docname
        stamp = Stamp(domain.builder)
        if domain.documents or domain.loaded or stamp.path.exists():
            stamp.begin(docname)
        if domain.has_conditions:
            leave_out(domain.builder, self.document, docname)
        pending = list(self.document.findall(seminar_placeholder))
        if not pending:
            return
        from ..views.page import Page

        page = Page(self.env, domain.builder, docname, domain.has_conditions)
        gathering = [node for node in pending if isinstance(node, seminar_schedule | seminar_view)]
        for view in gathering:
            _draw(view, domain, page)
        if gathering:
            # What these show holds placeholders in turn, its own and those that it gathers.
            pending = list(self.document.findall(seminar_placeholder))
        for placeholder in pending:
            _draw(placeholder, domain, page)


def hide_names(presenters: seminar_presenters, domain: SeminarDomain) -> None:
    """Leave the papers alone, which are to be translated, where names are not shown in full."""
    planned = domain.planned(presenters["docname"], presenters.get("course"))
    if planned is not None and planned.presenting.names.form != "full":
        for slot in list(presenters.findall(seminar_slot)):
            slot.parent.remove(slot)


def _draw(placeholder: seminar_placeholder, domain: SeminarDomain, page: Page) -> None:
    """Put the view of a placeholder in its place."""
    facts = ViewFacts(
        view=placeholder.view,
        docname=placeholder["docname"],
        source=Source(placeholder["docname"]),
        course=placeholder.get("course"),
        # What is left out of this build may have been in it when the page was read.
        settings=settings_of(placeholder, is_noted=not domain.has_conditions),
    )
    page = page.drawing_from(gathered_by(facts, domain))
    drawn = view_named(facts.view).draw(shown_by(facts, domain), placeholder, page)
    parent = placeholder.parent
    at = parent.index(placeholder)
    is_labeled = at > 0 and isinstance(parent[at - 1], nodes.target)
    if is_labeled and drawn and isinstance(drawn[0], nodes.table):
        drawn = [nodes.comment(), *drawn]  # LaTeX leaves the label of a table to its caption
    parent[at : at + 1] = drawn
