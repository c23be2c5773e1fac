"""Which rows a schedule has, and the content of its sessions."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from ..model.schedule import MovedRow, Row, SessionRow
from ..nodes import seminar_schedule, seminar_session
from ..plan.planned_course import PlannedCourse, PlannedSession
from .context import ViewContext
from .session_content import SessionContent, gathered_content, own_content


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with what it shows of its session."""

    row: Row
    session: PlannedSession | None = None
    content: SessionContent | None = None
    own: bool = False
    """Whether the session stands in this schedule, and not on a page of its own."""


def shown_rows(
    schedule: seminar_schedule, planned: PlannedCourse, context: ViewContext
) -> list[ShownRow]:
    """The rows of the course; those of sessions that another schedule holds are left to that."""
    own = {
        child["anchor"]: child for child in schedule.children if isinstance(child, seminar_session)
    }
    by_id = {session.id: session for session in planned.sessions}
    rows = []
    for row in planned.schedule.rows:
        if not isinstance(row, SessionRow | MovedRow):
            rows.append(ShownRow(row))
            continue
        session = by_id[row.session.id]
        is_own = session.docname == schedule["docname"] and session.anchor in own
        if own and session.facts.in_schedule and not is_own:
            continue
        if isinstance(row, MovedRow):
            title: list[nodes.Node] = [nodes.Text(session.title)]
            rows.append(ShownRow(row, session, SessionContent(title, []), is_own))
            continue
        content = (
            own_content(own[session.anchor])
            if is_own
            else gathered_content(session, schedule["show"], context)
        )
        rows.append(ShownRow(row, session, content, is_own))
    return rows
