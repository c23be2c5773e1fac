"""The kinds of the meetings of a course, and which sessions take meetings of which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .compared import compared
from .meeting import Meeting, MeetingPattern
from .session import Session


@dataclass(frozen=True, slots=True)
class MeetingKinds:
    """The kinds that meetings have, as `compared` has them; None for meetings without a kind."""

    default: str | None = None
    """The kind of meetings that a session takes which names none."""
    names: dict[str | None, str] = field(default_factory=dict)
    """How course.yml writes each, in the order in which it lists them; `""` for None."""

    def stated_by(self, session: Session) -> tuple[str, ...]:
        """The kinds of meetings that the session itself names."""
        names = (compared(kind.name) for kind in session.kinds)
        return tuple(name for name in names if name in self.names)

    def of(self, session: Session) -> str | None:
        """The kind of the meetings that the session takes."""
        return next(iter(self.stated_by(session)), self.default) if session.kinds else self.default

    def fits(self, session: Session, meeting: Meeting) -> bool:
        """Whether the session takes meetings such as this one."""
        return self.of(session) == kind_of_meeting(meeting)


def kind_of_meeting(meeting: Meeting) -> str | None:
    """The kind of a meeting as it is compared."""
    return compared(meeting.kind) if meeting.kind else None


def meeting_kinds(patterns: Iterable[MeetingPattern]) -> MeetingKinds:
    """The kinds of the meetings that hold sessions."""
    names: dict[str | None, str] = {}
    for pattern in patterns:
        if pattern.holds_sessions:
            names.setdefault(compared(pattern.kind) if pattern.kind else None, pattern.kind or "")
    default = None if None in names else next(iter(names), None)
    return MeetingKinds(default, names)
