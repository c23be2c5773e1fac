"""What sort of meeting a session takes: told where it says itself that it is of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .compared import compared
from .course import Course
from .meeting import Meeting
from .problem import Problem
from .session import Session


def contradicting_kinds(
    course: Course, sessions: Sequence[Session], given: Mapping[str, Meeting]
) -> Iterator[Problem]:
    """The sessions whose ``:kind:`` is that of other meetings of the course than they take.

    *given* has the meeting of each session by its id.
    """
    patterns = (pattern for pattern in course.patterns if pattern.holds_sessions)
    kinds = {compared(pattern.kind) for pattern in patterns if pattern.kind}
    for session in sessions:
        meeting = given.get(session.id)
        if not session.kind or meeting is None or meeting.kind is None:
            continue
        own = compared(session.kind)
        if own in kinds and own != compared(meeting.kind):
            text = (
                f"session {session.title!r} says ':kind: {session.kind}' and takes the "
                f"{meeting.kind} of {meeting.day:%a} {meeting.day}; write its date with ':date:', "
                "or correct the kind"
            )
            yield Problem("schedule", text, session.source)
