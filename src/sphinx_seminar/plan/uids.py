"""What tells the sessions, deadlines and breaks of a course from all others, in every file."""

from __future__ import annotations

from uuid import UUID, uuid5

from ..model.course import Break
from .calendars import session_keys
from .planned_course import PlannedCourse, PlannedDeadline, PlannedSession

# Ours alone: every UID is made within it (RFC 9562, 5.5).
_NAMESPACE = UUID("a78a6a8a-ed06-43a8-8979-c37ef06881fa")


class Uids:
    """The UIDs of one course.

    They are the same wherever something is shown, whenever it is and in each language; what repeats
    is counted, so each is asked for once, in the order of the schedule or of time.
    """

    def __init__(self, planned: PlannedCourse) -> None:
        self.keys = session_keys(planned)
        """By the id that a session has in the plan."""
        self._namespace = uuid5(_NAMESPACE, planned.course.id)
        self._taken: set[str] = set()

    def of_session(self, session: PlannedSession) -> str:
        """The UID of a session."""
        return self._uid("session", self.keys[session.id])

    def of_section(self, session: PlannedSession, section: str) -> str:
        """The UID of a session as one section has it."""
        return self._uid("session", f"{self.keys[session.id]}\n{section}")

    def of_break(self, break_: Break) -> str:
        """The UID of a break, by its title as its author wrote it."""
        return self._uid("break", break_.own_title or "")

    def of_deadline(self, deadline: PlannedDeadline) -> str:
        """The UID of a deadline, by its session and its id or title."""
        key = self.keys[deadline.session.id] if deadline.session else ""
        return self._uid("deadline", f"{key}\n{deadline.facts.name}")

    def of_section_due(self, deadline: PlannedDeadline, section: str) -> str:
        """The UID of a deadline as one section has it."""
        key = self.keys[deadline.session.id] if deadline.session else ""
        return self._uid("deadline", f"{key}\n{deadline.facts.name}\n{section}")

    def _uid(self, sort: str, key: str) -> str:
        name, number = f"{sort} {key}", 1
        while name in self._taken:
            number += 1
            name = f"{sort} {key}\n{number}"
        self._taken.add(name)
        return str(uuid5(self._namespace, name))
