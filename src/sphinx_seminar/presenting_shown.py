"""What pages show of presenters that does not stand on them: for a page's digest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import DocumentFacts
    from .plan.courses import Courses
    from .plan.planned_course import PlannedCourse, PlannedSession


def shown_of_sessions(planned: PlannedCourse, sessions: Iterable[PlannedSession]) -> list[object]:
    """What the presenters of *sessions* show, wherever they stand."""
    presenting, form = planned.presenting, planned.presenting.names.form
    roles = [(role, name) for role, name in planned.course.role_names if role != name]
    if not presenting.sheet_rows and form == "full":
        return [*roles]  # and what stands in the bodies alone
    return [
        form,
        *roles,
        *((session.id, shown) for session in sessions if (shown := _shown_of(session, planned))),
    ]


def shown_on_page(courses: Courses, docname: str, facts: DocumentFacts) -> list[object]:
    """What the presenters of a page show."""
    named = {place.course for place in facts.places}
    named.update(place.course for place in facts.sheet_presenters)
    shown: list[object] = []
    for course in sorted(named, key=str):
        planned = courses.planned_for(docname, course)
        if planned is not None:
            shown += shown_of_sessions(planned, planned.sessions_on(docname))
            names = planned.presenting.names
            if names.form != "full":
                cells = [cell for place in facts.places for cell in place.names]
                shown.append([[names.show(named) for named in names.of(cell)] for cell in cells])
    return shown


def _shown_of(session: PlannedSession, planned: PlannedCourse) -> list[object]:
    presenting = planned.presenting
    rows = presenting.sheet_rows.get(session.id, ())
    names = presenting.names
    shown: list[object] = [
        (row.paper, cell.role, [names.show(named) for named in names.of(cell.text)])
        for row in rows
        for cell in row.cells
    ]
    if names.form != "full":
        shown += [
            (taker.key, names.shown(taker.key))
            for place in presenting.places_of(session.id)
            for taker in place.takers
        ]
    return shown
