"""The assignment that a planned course asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model.date_order import sheet_order
from ..model.listed import listed
from ..model.nearest import nearest
from ..model.person_name import Mention, person_key
from ..model.problem import Problem
from ..model.roster import Student
from ..model.session_name import NamedSession, SessionFinder
from ..model.slot import Slot, Taker
from ..plan.planned_course import PlannedCourse
from .problem import AssignProblem
from .wishes import WishReader


class NobodyOfThatName(ValueError):
    """A dropout whom neither the roster nor the sheet knows, or who may be several."""


@dataclass(frozen=True)
class CourseProblem:
    """An assignment, and what is to be told beside it."""

    problem: AssignProblem
    dropped: tuple[tuple[int, Taker], ...] = ()
    """Who is taken out of which slot, by its number."""
    kept: tuple[tuple[int, Taker], ...] = ()
    """Who is dropped and cannot be taken out, as the sheet does not have the slot."""
    strangers: tuple[tuple[int, Taker], ...] = ()
    """Who has a slot of a session to come, and is not in the roster."""
    left_open: tuple[int, ...] = ()
    """Open slots of sessions to come that the sheet has no cell for."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with wishes in the roster."""


def course_problem(
    planned: PlannedCourse,
    today: date,
    drop: Iterable[str],
    has_cell: Callable[[Slot], bool],
) -> CourseProblem:
    """What is to be assigned in *planned*, a course with a sheet and a roster.

    *drop* are names of students who take nothing from now on. Raises `NobodyOfThatName`.
    """
    own = planned.presenting
    assert own.sheet
    assert own.roster
    held = [slot for slot in own.slots if own.sessions[slot.session].held]
    gone = {_key_of(name, planned) for name in drop}
    students = [student for student in own.roster.students if student.key not in gone]
    finder = _finder(planned)
    # The roster is a sheet of its own, and may be from elsewhere.
    wishes = [
        text for student in own.roster.students for text in (*student.cannot, *student.prefers)
    ]
    days = {day for session in own.sessions.values() for day in session.days_of(None)}
    finder.order = sheet_order(wishes, days, planned.course).order
    reader = WishReader(planned.course.presenting, finder, own.sessions, own.sections)
    candidates = tuple(reader.candidate(student) for student in students)
    over = frozenset(s.id for s in own.sessions.values() if s.day and s.day < today)
    on_pages = _sessions_on_pages(held, own.sheet.source.path)
    to_come = [n for n, slot in enumerate(held) if slot.session not in over]
    fillable = [n for n in to_come if held[n].session not in on_pages and has_cell(held[n])]
    dropped = list(_takers(held, to_come, lambda taker: taker.key in gone))
    free = set(fillable)
    slots = tuple(
        replace(slot, takers=tuple(t for t in slot.takers if t.key not in gone))
        if number in free
        else slot
        for number, slot in enumerate(held)
    )
    known = {student.key for student in own.roster.students} | gone
    problem = AssignProblem(
        planned.course.presenting, slots, own.sessions, candidates, frozenset(free), over
    )
    return CourseProblem(
        problem,
        tuple(pair for pair in dropped if pair[0] in free),
        tuple(pair for pair in dropped if pair[0] not in free),
        tuple(_takers(held, to_come, lambda t: not t.is_guest and t.key not in known)),
        tuple(n for n in to_come if n not in free and held[n].open),
        tuple(reader.problems),
    )


def _takers(
    slots: Sequence[Slot], numbers: Iterable[int], is_meant: Callable[[Taker], bool]
) -> Iterator[tuple[int, Taker]]:
    for number in numbers:
        for taker in slots[number].takers:
            if is_meant(taker):
                yield number, taker


def _sessions_on_pages(slots: Iterable[Slot], sheet: str) -> set[str]:
    """The sessions that have presenters on a page: a sheet that says otherwise contradicts it."""
    found = set()
    for slot in slots:
        sources = [slot.source, *(taker.source for taker in slot.takers)]
        if any(source.path != sheet for source in sources):
            found.add(slot.session)
    return found


def _finder(planned: PlannedCourse) -> SessionFinder:
    return SessionFinder(
        [
            NamedSession(session.id, session.title, planned.row_of(session))
            for session in planned.sessions
        ]
    )


def _key_of(name: str, planned: PlannedCourse) -> str:
    """The key of the person that *name* means: a student, or somebody in the sheet alone."""
    own = planned.presenting
    assert own.roster
    people = own.names.people()
    match = own.roster.find(Mention(name))
    if len(match.students) == 1:
        return match.students[0].key
    if match.students:
        who = listed(map(_told, match.students))
        raise NobodyOfThatName(f"{name!r} may be {who}; write the id, or the name in full")
    if person_key(name) in people:
        return person_key(name)
    likely = nearest(name, people.values())
    hint = f"did you mean {likely!r}?" if likely else "write a name as the roster has it"
    raise NobodyOfThatName(f"nobody is called {name!r}; {hint}")


def _told(student: Student) -> str:
    return f"{student.name} ({student.id})" if student.id else student.name
