"""What pages show of presenters that does not stand on them: for a page's digest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import DocumentFacts
    from .plan.courses import Courses
    from .plan.planned_course import PlannedCourse, PlannedSession


def shown_of_sessions(planned: PlannedCourse, sessions: Iterable[PlannedSession]) -> list[object]:
    """What the rows of the sign-up sheet show of *sessions*, and how far names are shown.

    What stands in the body of a ``{presenters}`` is shown by its page (`shown_on_page`).
    """
    form = planned.presenting.names.form
    if not planned.presenting.sheet_rows and form == "full":
        return []  # and what stands in the bodies alone
    return [
        form,
        *((session.id, shown) for session in sessions if (shown := _shown_of(session, planned))),
    ]


def shown_on_page(courses: Courses, docname: str, facts: DocumentFacts) -> list[object]:
    """What the presenters of a page show."""
    named = {place.course for place in facts.places}
    named.update(place.course for place in facts.sheet_presenters)
    shown: list[object] = []
    for course in sorted(named, key=str):
        planned = courses.planned_for(docname, course)
        if planned is None:
            continue
        shown += shown_of_sessions(planned, planned.sessions_on(docname))
        names = planned.presenting.names
        own = [place for place in facts.places if place.course == course]
        # A page may spell a role otherwise than course.yml, whose spelling readers see.
        roles = dict.fromkeys(place.role for place in own)
        shown += [(role, planned.course.role_name(role)) for role in roles]
        is_full = names.form == "full"
        cells = [cell for place in own for cell in place.names if not is_full or "@" in cell]
        shown.append([[names.show(named) for named in names.of(cell)] for cell in cells])
        if not is_full:
            shown.append(sorted(names.hidden_words))  # a link that tells one of these is cut
    return shown


def _shown_of(session: PlannedSession, planned: PlannedCourse) -> list[object]:
    from .views.presenter_rows import sheet_places

    presenting, course = planned.presenting, planned.course
    rows = presenting.sheet_rows.get(session.id, ())
    names = presenting.names
    shown: list[object] = [
        (paper, place.role, course.role_name(place.role), place.names)
        for paper, places in sheet_places(rows, planned)
        for place in places
    ]
    if names.form != "full":
        shown += [
            (taker.key, names.shown(taker.key))
            for place in presenting.places_of(session.id)
            for taker in place.takers
        ]
    return shown
