"""Placeholders become views, after every document has been read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .course_views import course_view
from .domain import SeminarDomain
from .nodes import (
    seminar_course_info,
    seminar_deadline,
    seminar_edit_link,
    seminar_placeholder,
    seminar_presenters,
    seminar_schedule,
    seminar_session_head,
    seminar_view,
)
from .stamp import Stamp
from .views.context import ViewContext
from .views.course_info import course_info_view
from .views.deadline import deadline_view
from .views.edit_link import edit_link_view
from .views.presenters import presenters_view
from .views.schedule import schedule_view
from .views.session_head import session_head_view

View = Callable[[Any, ViewContext], list[nodes.Node]]

_VIEWS: dict[type[nodes.Element], View] = {
    seminar_schedule: schedule_view,
    seminar_session_head: session_head_view,
    seminar_presenters: presenters_view,
    seminar_course_info: course_info_view,
    seminar_edit_link: edit_link_view,
    seminar_deadline: deadline_view,
    seminar_view: course_view,
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
            return  # a catalog holds what authors wrote, where they wrote it
        docname = self.env.current_document.docname
        stamp = Stamp(domain.builder)
        if domain.documents or stamp.path.exists():
            stamp.begin(docname)
        context = ViewContext(self.env, domain.builder, domain, docname)
        pending = list(self.document.findall(seminar_placeholder))
        gathering = [node for node in pending if isinstance(node, seminar_schedule | seminar_view)]
        for view in gathering:
            _draw(view, context)
        if gathering:
            # What these show holds placeholders in turn, its own and those that it gathers.
            pending = list(self.document.findall(seminar_placeholder))
        for placeholder in pending:
            _draw(placeholder, context)


def _draw(placeholder: nodes.Element, context: ViewContext) -> None:
    """Put the view of a placeholder in its place."""
    view = _VIEWS[type(placeholder)](placeholder, context)
    parent = placeholder.parent
    at = parent.index(placeholder)
    parent[at : at + 1] = view
