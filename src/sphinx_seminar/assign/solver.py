"""Solves an assignment with OR-Tools: rules first, then even loads, then what students prefer.

The same input and seed give the same answer: one worker, a limit in the solver's own deterministic
time instead of the clock's, and an order of students that is made from the seed alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ortools.sat.python import cp_model

from .deterministic_solver import deterministic_solver
from .model import AssignModel
from .problem import AssignProblem, Candidate, Condition, conditions
from .rows import Pair

Step = Callable[[str], None]
"""Is told what is being done now."""

# In the units of `deterministic_solver`.
_TIME_TO_FILL = 60.0
_TIME_TO_IMPROVE = 0.5
_TIME_FOR_IDEAL = 5.0


@dataclass(frozen=True, slots=True)
class Solution:
    """Which slots are given to whom."""

    status: Literal["solved", "impossible", "unknown"]
    given: tuple[Pair, ...] = ()
    """In the order of the slots; what was taken before is not among them."""


def solve(problem: AssignProblem, seed: int = 0, step: Step = lambda _: None) -> Solution:
    """Fill the slots of *problem*."""
    problem = replace(problem, candidates=tuple(_in_order(problem, seed)))
    built = AssignModel(problem, conditions(problem))
    takes = built.takes
    step("filling the slots")
    total = cp_model.LinearExpr.sum(list(takes.values()))
    found = _minimized(built, total, seed, _TIME_TO_FILL)
    if not isinstance(found, dict):
        return Solution(found)
    if not problem.presenting.each_student.one_slot_a_session:
        # Before all that is only better: it is seldom meant, and nobody looks for it.
        step("giving nobody two slots in one session")
        found = _improved(built, _second_slots(built), found, seed, ideal=0)
    step("making the loads even")
    for counted in (True, False) if _has_uncounted(problem) else (True,):
        found = _evened(built, found, seed, counted=counted)
    liked = [
        (takes[pair], likes)
        for pair in takes
        if pair not in problem.taken
        and (likes := problem.by_key[pair[0]].likes(problem.slots[pair[1]]))
    ]
    if liked:
        step("honoring what students prefer")
        wish = cp_model.LinearExpr.weighted_sum([v for v, _ in liked], [-w for _, w in liked])
        found = _improved(built, wish, found, seed)
    given = [pair for pair, value in found.items() if value and pair not in problem.taken]
    return Solution("solved", tuple(sorted(given, key=lambda pair: (pair[1], pair[0]))))


@dataclass
class Clock:
    """The solver's own time that is left for several questions."""

    left: float

    def solve(self, model: cp_model.CpModel) -> tuple[cp_model.CpSolver, cp_model.CpSolverStatus]:
        """Ask one of them."""
        solver = _solver(0, max(self.left, 0.01))
        status = solver.solve(model)
        self.left -= solver.response_proto.deterministic_time
        return solver, status


def is_possible(problem: AssignProblem, kept: Iterable[Condition], clock: Clock) -> bool | None:
    """Whether the conditions *kept* can hold together; None where that was not found out."""
    _, status = clock.solve(AssignModel(problem, kept).model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return True
    return False if status == cp_model.INFEASIBLE else None


def conflicting(problem: AssignProblem, kept: Iterable[Condition], clock: Clock) -> list[Condition]:
    """Some of the conditions *kept* that cannot hold together; all where none are singled out."""
    everything = list(kept)
    built = AssignModel(problem, everything, assumed=True)
    built.model.add_assumptions([literal for _, literal in built.literals])
    solver, status = clock.solve(built.model)
    if status != cp_model.INFEASIBLE:
        return everything
    named = set(solver.sufficient_assumptions_for_infeasibility())
    core = [condition for condition, literal in built.literals if literal.index in named]
    return core or everything


def _in_order(problem: AssignProblem, seed: int) -> list[Candidate]:
    def slot(candidate: Candidate) -> bytes:
        return hashlib.sha256(f"{seed}:{candidate.key}".encode()).digest()

    return sorted(problem.candidates, key=slot)


def _has_uncounted(problem: AssignProblem) -> bool:
    return not all(problem.counts(number) for number in range(len(problem.slots)))


def _solver(seed: int, time: float) -> cp_model.CpSolver:
    # All of it in the linear relaxation: without, one worker counts slots one by one.
    return deterministic_solver(time, linearization=2, seed=seed)


def _minimized(
    built: AssignModel, goal: cp_model.LinearExprT, seed: int, time: float
) -> dict[Pair, bool] | Literal["impossible", "unknown"]:
    """The best that is found for *goal*, which then must not get worse again."""
    built.model.minimize(goal)
    solver = _solver(seed, time)
    status = solver.solve(built.model)
    if status == cp_model.INFEASIBLE:
        return "impossible"
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return "unknown"
    built.model.add(goal <= round(solver.objective_value))
    return {pair: solver.boolean_value(variable) for pair, variable in built.takes.items()}


def _improved(
    built: AssignModel,
    goal: cp_model.LinearExprT,
    found: dict[Pair, bool],
    seed: int,
    ideal: int | None = None,
) -> dict[Pair, bool]:
    """The least of *goal* that is found in a short time, from *found* on.

    Where *ideal*, the best that can be hoped for, is reached, nothing needs to be proved: that
    takes a hundredth of the time.
    """
    built.model.clear_hints()  # type: ignore[no-untyped-call]
    for pair, value in found.items():
        built.model.add_hint(built.takes[pair], int(value))  # newer protobuf takes no boolean
    if ideal is not None:
        trial = built.model.clone()
        trial.clear_objective()  # type: ignore[no-untyped-call]
        trial.add(goal <= ideal)
        solver = _solver(seed, _TIME_FOR_IDEAL)
        if solver.solve(trial) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            built.model.add(goal <= ideal)
            return {pair: solver.boolean_value(take) for pair, take in built.takes.items()}
    better = _minimized(built, goal, seed, _TIME_TO_IMPROVE)
    return better if isinstance(better, dict) else found


def _second_slots(built: AssignModel) -> cp_model.LinearExprT:
    """How many slots are second ones of a student in a session: allowed, but seldom meant."""
    second = []
    for candidate in built.problem.candidates:
        for numbers in built.rows.by_session(built.rows.slots_of(candidate.key)).values():
            if len(numbers) > 1:
                # What somebody has signed up for is no matter of the solver's.
                had = sum((candidate.key, number) in built.problem.taken for number in numbers)
                own = [built.takes[candidate.key, number] for number in numbers]
                more = built.model.new_int_var(0, len(own), "")
                built.model.add(cp_model.LinearExpr.sum(own) <= more + max(had, 1))
                second.append(more)
    return cp_model.LinearExpr.sum(second)


def _evened(
    built: AssignModel, found: dict[Pair, bool], seed: int, *, counted: bool
) -> dict[Pair, bool]:
    """The same with the least difference between the heaviest and the lightest load."""
    problem = built.problem
    total = sum(found[student, n] for student, n in found if not counted or problem.counts(n))
    most = len(problem.slots)
    lightest = built.model.new_int_var(0, most, "")
    heaviest = built.model.new_int_var(0, most, "")
    for candidate in problem.candidates:
        load = built.load(candidate.key, counted=counted)
        built.model.add(load >= lightest)
        built.model.add(load <= heaviest)
    ideal = 1 if total % max(1, len(problem.candidates)) else 0
    return _improved(built, heaviest - lightest, found, seed, ideal)
