"""Placeholders become views, after every document has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .doctree.left_out import leave_out
from .domain import SeminarDomain
from .late_import import function
from .nodes import (
    seminar_course_info,
    seminar_deadline,
    seminar_edit_link,
    seminar_place,
    seminar_placeholder,
    seminar_presenters,
    seminar_schedule,
    seminar_session_head,
    seminar_view,
)
from .stamp import Stamp

if TYPE_CHECKING:
    from .views.context import ViewContext

VIEWS: dict[type[nodes.Element], str] = {
    seminar_schedule: "views.schedule:schedule_view",
    seminar_session_head: "views.session_head:session_head_view",
    seminar_presenters: "views.presenters:presenters_view",
    seminar_course_info: "views.course_info:course_info_view",
    seminar_edit_link: "views.edit_link:edit_link_view",
    seminar_deadline: "views.deadline:deadline_view",
    seminar_view: "course_views:course_view",
}


class ResolveViews(SphinxPostTransform):
    """Draws every view that a document holds."""

    # Before ReferencesResolver (10): views hold cross-references that are still to resolve.
    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholders, each kind by its view."""
        domain = self.env.domains["seminar"]
        assert isinstance(domain, SeminarDomain)
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
        from .views.context import ViewContext

        context = ViewContext(self.env, domain.builder, domain, docname)
        gathering = [node for node in pending if isinstance(node, seminar_schedule | seminar_view)]
        for view in gathering:
            _draw(view, context)
        if gathering:
            # What these show holds placeholders in turn, its own and those that it gathers.
            pending = list(self.document.findall(seminar_placeholder))
        for placeholder in pending:
            _draw(placeholder, context)


def hide_names(presenters: seminar_presenters, domain: SeminarDomain) -> None:
    """Leave the papers alone, which are to be translated, where names are not shown in full."""
    planned = domain.planned(presenters["docname"], presenters.get("course"))
    if planned is not None and planned.presenting.names.form != "full":
        for place in list(presenters.findall(seminar_place)):
            place.parent.remove(place)


def _draw(placeholder: nodes.Element, context: ViewContext) -> None:
    """Put the view of a placeholder in its place."""
    view: list[nodes.Node] = function(VIEWS[type(placeholder)])(placeholder, context)
    parent = placeholder.parent
    at = parent.index(placeholder)
    if (
        view
        and isinstance(view[0], nodes.table)
        and at
        and isinstance(parent[at - 1], nodes.target)
    ):
        view = [nodes.comment(), *view]  # LaTeX leaves the label of a table to its caption
    parent[at : at + 1] = view
