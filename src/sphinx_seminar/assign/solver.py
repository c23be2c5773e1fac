"""Solves an assignment with OR-Tools: rules first, then evenness, then what students prefer.

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
from .evenness import Total, fewest, goals, spans
from .model import AssignModel
from .problem import AssignProblem, Candidate, Condition, conditions
from .rows import Pair

Step = Callable[[str], None]
"""Called with a few words on what is being done now."""
Settled = tuple[AssignModel, dict[Pair, bool]]
"""A model with what is settled so far, and who takes what in it."""

# In the units of `deterministic_solver`.
_TIME_FOR_ALL = 0.6
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
    step("filling the slots")
    settled = _all_at_once(problem, seed) or _one_by_one(problem, seed, step)
    if isinstance(settled, str):
        return Solution(settled)
    built, found = settled
    liked = [
        (built.takes[pair], likes)
        for pair in built.takes
        if pair not in problem.taken
        and (likes := problem.by_key[pair[0]].likes(problem.slots[pair[1]]))
    ]
    if liked:
        step("honoring what students prefer")
        wish = cp_model.LinearExpr.weighted_sum([v for v, _ in liked], [-w for _, w in liked])
        found = _improved(built, wish, found, seed)
    given = [pair for pair, value in found.items() if value and pair not in problem.taken]
    return Solution("solved", tuple(sorted(given, key=lambda pair: (pair[1], pair[0]))))


def _all_at_once(problem: AssignProblem, seed: int) -> Settled | None:
    """An assignment that reaches the ideal of every goal; None where none is found soon."""
    total = fewest(problem)
    for span in spans(problem, total):
        built = AssignModel(problem, conditions(problem))
        built.model.add(_filled(built) <= total.whole)
        for goal in goals(built, total, span):
            built.model.add(goal.value <= goal.ideal)
        # Without a linear relaxation: nothing is made smaller here, something only has to be found.
        solver = deterministic_solver(_TIME_FOR_ALL, linearization=0, seed=seed)
        if solver.solve(built.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return built, _taken(built, solver)
    return None


def _one_by_one(
    problem: AssignProblem, seed: int, step: Step
) -> Settled | Literal["impossible", "unknown"]:
    """The goals in their order, each as good as those before it allow."""
    built = AssignModel(problem, conditions(problem))
    found = _minimized(built, _filled(built), seed, _TIME_TO_FILL)
    if not isinstance(found, dict):
        return found
    total = Total(sum(found.values()), sum(found[s, n] for s, n in found if problem.counts(n)))
    for goal in goals(built, total, spans(problem, total)[-1]):
        step(goal.step)
        found = _improved(built, goal.value, found, seed, goal.ideal)
    return built, found


def _filled(built: AssignModel) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.sum(list(built.takes.values()))


def _taken(built: AssignModel, solver: cp_model.CpSolver) -> dict[Pair, bool]:
    return {pair: solver.boolean_value(variable) for pair, variable in built.takes.items()}


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
    return _taken(built, solver)


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
            return _taken(built, solver)
    better = _minimized(built, goal, seed, _TIME_TO_IMPROVE)
    return better if isinstance(better, dict) else found
