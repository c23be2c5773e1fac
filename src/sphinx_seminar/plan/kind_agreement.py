"""What ``:kind:`` of pages names, against the kinds that the course knows."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.compared import compared
from ..model.label import WrittenKind
from ..model.nearest import nearest
from ..model.problem import Problem, Source
from .planned_course import PlannedCourse

# A label that has a word in common with a kind, as "Guest lecture", is not meant to be it.
_ALIKE = 0.8
_NUMBER = "0123456789 #."


def misnamed_kinds(planned: PlannedCourse) -> Iterator[Problem]:
    """Kinds that are nearly those of course.yml, and sessions of two kinds of meetings.

    Any other kind is a label that course.yml need not know.
    """
    patterns = (pattern.kind for pattern in planned.course.patterns)
    names = [kind for kind in patterns if kind] + [kind.name for kind in planned.course.kinds]
    if not names:
        return
    known = {compared(name): name for name in reversed(names)}  # as meetings spell it
    for found in planned.sessions:
        session = found.facts.session
        yield from _nearly(planned, known, session.kinds, session.source)
        stated = planned.meeting_kinds.stated_by(session)
        if len(stated) > 1:
            first, second = (planned.meeting_kinds.names[kind] for kind in stated[:2])
            text = f"session {session.title!r}: ':kind:' names {first} and {second}, which both "
            text += f"have meetings; it takes one of {first}, so take the other out"
            yield Problem("schedule", text, session.source)
    for deadline in planned.facts.deadlines:
        yield from _nearly(planned, known, deadline.facts.kinds, deadline.facts.source)


def _nearly(
    planned: PlannedCourse, known: dict[str, str], kinds: tuple[WrittenKind, ...], source: Source
) -> Iterator[Problem]:
    for kind in kinds:
        if compared(kind.name) in known:
            continue
        unnumbered = known.get(compared(kind.name.rstrip(_NUMBER)))
        if meant := unnumbered or nearest(kind.name, known.values(), _ALIKE):
            text = f"':kind: {kind.name}': {planned.file} knows no such kind; did you mean "
            text += f"{meant!r}? Else list it there under 'kinds:'"
            yield Problem("schedule", text, source)
