"""What makes an assignment even: as few slots as possible, and alike loads, weeks and roles.

Each goal has a value that counting shows to be the least possible. Where all goals reach it in one
search, nothing is left to prove.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ortools.sat.python import cp_model

from ..model.presenting_role import role_key
from .model import AssignModel
from .problem import AssignProblem


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to be made as small as possible."""

    step: str
    """What is done, for people who wait."""
    value: cp_model.LinearExprT
    ideal: int
    """No assignment has a smaller value."""


@dataclass(frozen=True, slots=True)
class Total:
    """How many slots are filled, and how many of those count for the rules."""

    whole: int
    counted: int


def fewest(problem: AssignProblem) -> Total:
    """The least that the slots and the students ask for, each counted alone."""
    had = [0] * len(problem.slots)
    for _, number in problem.taken:
        had[number] += 1
    least = [
        max(had[n], slot.least - len(problem.others(n)) if n in problem.fillable else 0)
        for n, slot in enumerate(problem.slots)
    ]
    counted = sum(least[n] for n in range(len(least)) if problem.counts(n))
    wanted = problem.presenting.each_student.at_least or 0
    own = {candidate.key: 0 for candidate in problem.candidates}
    for student, number in problem.taken:
        own[student] += problem.counts(number)
    by_students = sum(max(wanted, count) for count in own.values())
    return Total(max(counted, by_students) + sum(least) - counted, max(counted, by_students))


def spans(problem: AssignProblem, total: Total) -> list[int]:
    """The spans to try: the most weeks that even loads allow, then two.

    Within a span, weeks that follow each other, no student is to have two slots.
    """
    weeks = len({session.week for session in problem.sessions.values() if session.week})
    return list(dict.fromkeys((max(2, weeks // max(1, _heaviest(problem, total.whole))), 2)))


def goals(built: AssignModel, total: Total, span: int) -> Iterator[Goal]:
    """What counts beyond the rules once *total* slots are filled, the most important first."""
    problem = built.problem
    if not problem.presenting.each_student.one_slot_a_session:
        # Two slots in one session are seldom meant, and no rule would tell of them.
        yield Goal("giving nobody two slots in one session", _second_slots(built), 0)
    yield _loads(built, total.counted, counted=True)
    if not all(problem.counts(number) for number in range(len(problem.slots))):
        yield _loads(built, total.whole, counted=False)
    yield Goal("spreading the weeks of each student", _near(built, span), 0)
    most = _heaviest(problem, total.whole)
    yield Goal("giving each student different roles", _repeated_roles(built, most), 0)


def _heaviest(problem: AssignProblem, total: int) -> int:
    """The heaviest load where all loads are even."""
    return -(-total // max(1, len(problem.candidates)))


def _loads(built: AssignModel, total: int, *, counted: bool) -> Goal:
    """The difference between the heaviest and the lightest load."""
    problem = built.problem
    most = len(problem.slots)
    lightest = built.model.new_int_var(0, most, "")
    heaviest = built.model.new_int_var(0, most, "")
    for candidate in problem.candidates:
        load = built.load(candidate.key, counted=counted)
        built.model.add(load >= lightest)
        built.model.add(load <= heaviest)
    ideal = 1 if total % max(1, len(problem.candidates)) else 0
    return Goal("making the loads even", heaviest - lightest, ideal)


def _second_slots(built: AssignModel) -> cp_model.LinearExprT:
    """How many slots students have beyond one in a session."""
    return _excess(
        built,
        (
            (candidate.key, numbers, 1)
            for candidate in built.problem.candidates
            for numbers in built.rows.by_session(built.rows.slots_of(candidate.key)).values()
        ),
    )


def _near(built: AssignModel, span: int) -> cp_model.LinearExprT:
    """How many slots students have beyond one in *span* weeks that follow each other."""
    problem = built.problem
    week_of = {n: problem.sessions[s.session].week for n, s in enumerate(problem.slots)}
    weeks = sorted({week for week in week_of.values() if week})

    def windows() -> Iterator[tuple[str, list[int], int]]:
        for first in range(max(1, len(weeks) - span + 1)):
            within = set(weeks[first : first + span])
            for candidate in problem.candidates:
                numbers = built.rows.slots_of(candidate.key)
                yield candidate.key, [n for n in numbers if week_of[n] in within], 1

    return _excess(built, windows())


def _repeated_roles(built: AssignModel, load: int) -> cp_model.LinearExprT:
    """How many slots students have in a role beyond their share of it, for a *load* of slots."""
    problem = built.problem
    role_of = [role_key(slot.role) for slot in problem.slots]
    share = -(-load // max(1, len(set(role_of))))

    def of_roles() -> Iterator[tuple[str, list[int], int]]:
        for candidate in problem.candidates:
            numbers = built.rows.slots_of(candidate.key)
            for role in dict.fromkeys(role_of):
                yield candidate.key, [n for n in numbers if role_of[n] == role], max(1, share)

    return _excess(built, of_roles())


def _excess(
    built: AssignModel, groups: Iterable[tuple[str, list[int], int]]
) -> cp_model.LinearExprT:
    """How many slots students have beyond what each of *groups* allows.

    A group is the key of a student, the numbers of some slots, and how many of these are allowed.
    """
    found = []
    for student, numbers, most in groups:
        # What students have signed up for themselves is always allowed.
        had = sum((student, number) in built.problem.taken for number in numbers)
        if len(numbers) > max(had, most):
            own = [built.takes[student, number] for number in numbers]
            more = built.model.new_int_var(0, len(own), "")
            built.model.add(cp_model.LinearExpr.sum(own) <= more + max(had, most))
            found.append(more)
    return cp_model.LinearExpr.sum(found)
