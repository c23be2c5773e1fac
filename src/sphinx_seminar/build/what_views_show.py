"""What each view of a site shows: found once in a build, to be compared and to be drawn."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ..domain import SeminarDomain
from ..pages.read.facts import ViewFacts
from ..views.registry import view_named
from ..views.view import SiteView, View

if TYPE_CHECKING:
    from ..plan.planned_course import PlannedCourse


@cache
def _no_course() -> PlannedCourse:
    from ..model.course import Course  # a site without courses need not wait for it
    from ..plan.planned_course import PlannedCourse

    return PlannedCourse(None, Course())


def shown_by(facts: ViewFacts, domain: SeminarDomain) -> object:
    """What a view shows; where no course.yml governs its page, what it shows of an empty one."""
    # Not its source: a line above it changes nothing of what it shows.
    key = (facts.view, facts.docname, facts.course, facts.settings)
    if key not in domain.shown:
        domain.shown[key] = _show(facts, domain)
    return domain.shown[key]


def _show(facts: ViewFacts, domain: SeminarDomain) -> object:
    view, options = view_named(facts.view), dict(facts.settings)
    if isinstance(view, SiteView):
        return view.show(domain.courses, options, facts.docname)
    return view.show(planned_for(facts, view, domain), options, facts.docname)


def planned_for(facts: ViewFacts, view: View[Any], domain: SeminarDomain) -> PlannedCourse:
    """The course that a view is of; an empty one where none is there that it could show."""
    planned = domain.planned(facts.docname, facts.course)
    if planned is None or (view.is_governed and planned.folder is None):
        return _no_course()
    return planned


def gathered_by(facts: ViewFacts, domain: SeminarDomain) -> frozenset[str]:
    """The documents whose content a view copies."""
    return frozenset(view_named(facts.view).gathers(shown_by(facts, domain)))
