"""What the views of a site lack: told once for each directive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import SeminarDomain
from ..model.problem import Problem
from ..pages.read.facts import ViewFacts
from ..views.registry import view_named
from ..views.view import SiteView
from .what_views_show import planned_for


def missing_facts(domain: SeminarDomain, order: Sequence[str]) -> Iterator[Problem]:
    """A problem for each directive that shows what is not there, in the order of the documents."""
    for docname in order:
        facts = domain.documents.get(docname)
        for view in facts.views if facts else ():
            text = _missing(view, domain)
            if text:
                # The same is missing wherever the same view is.
                what = text.partition("; ")[0]
                yield Problem("course", text, view.source, f"as above: {what}")


def _missing(facts: ViewFacts, domain: SeminarDomain) -> str | None:
    view, options = view_named(facts.view), dict(facts.settings)
    if isinstance(view, SiteView):
        return view.missing(domain.courses, options, facts.docname)
    planned = planned_for(facts, view, domain)
    text = None if planned.broken else view.missing(planned, options)
    if text is None or planned.folder is not None:
        return text and f"{{{facts.view}}}: {text}"
    if facts.course:
        return None  # an unknown course is reported where it is named
    if view.is_governed:
        return (
            f"no course.yml governs this page, and {{{facts.view}}} shows what is there; "
            "write one, or name the course: ':course: folder'"
        )
    return f"{{{facts.view}}}: {text}"
