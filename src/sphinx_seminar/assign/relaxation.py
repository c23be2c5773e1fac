"""What solves an assignment that has no solution, with the fewest changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from .deterministic_solver import deterministic_solver
from .elastic import FACTS, Missed, bounds, cheapest, price
from .model import add_either, row_sum
from .problem import AssignProblem, conditions
from .rows import Pair, Rows

# In the units of `deterministic_solver`, as the times of the attempts are.
_TIME_TO_MINIMIZE = 1.0
_TIME_NEAR_FRACTIONS = 1.0


@dataclass(frozen=True, slots=True)
class _Attempt:
    """How the solver goes about it: what takes long in one way is found at once in another."""

    time: float
    linearization: int
    is_spread: bool
    """Whether no row gives way by more than 1: many students get one slot more, none five."""
    is_plain: bool = False
    """Whether it begins without looking for structure."""


_SPREAD_ATTEMPTS = (
    _Attempt(0.5, 0, is_spread=True, is_plain=True),
    _Attempt(0.5, 0, is_spread=True),
)
_ATTEMPTS = (
    _Attempt(0.5, 0, is_spread=False),
    _Attempt(0.8, 1, is_spread=False),
)


@dataclass(frozen=True)
class Relaxation:
    """Rows that give way, and by how much; then there is an assignment."""

    rows: Rows
    eased: dict[int, int]
    """By the number of the row."""
    given: frozenset[Pair]
    """Who has which slot then; those whom the sheet has already are among them."""
    is_least: bool
    """Whether fewer changes of rules and slots are known not to be enough."""
    conflicting: frozenset[int] = frozenset()
    """The rows that take part in any conflict; empty where that is not known."""

    @property
    def changes(self) -> int:
        return sum(self.eased.values())

    @property
    def rules_alone(self) -> bool:
        """Whether no fact gives way: then the prices of all changes are alike."""
        return all(self.rows.rows[n].condition.kind not in FACTS for n in self.eased)


def first_look(problem: AssignProblem) -> tuple[Rows, Missed]:
    """Whether the slots can be shared out in fractions: where not, there is no assignment."""
    rows = Rows(problem, conditions(problem))
    missed = cheapest(rows, {}, range(len(rows.rows)))
    assert missed is not None, "where all may be missed, something is found"
    return rows, missed


def fewest_changes(rows: Rows, missed: Missed) -> Relaxation | None:
    """The fewest changes with which there is an assignment; None where none were found in time."""
    everything = list(range(len(rows.rows)))
    if missed.amounts:
        kinds = {rows.rows[number].condition.kind for number in missed.amounts}
        elastic = [n for n in everything if rows.rows[n].condition.kind in kinds]
        for attempt in _SPREAD_ATTEMPTS:
            if found := _eased(rows, elastic, missed.least, attempt):
                return replace(found, conflicting=missed.traded)
        near = _near_fractions(rows, elastic, missed)
        if near and near.changes <= missed.least:
            return replace(near, is_least=near.rules_alone, conflicting=missed.traded)
        for attempt in _ATTEMPTS:
            if found := _eased(rows, elastic, missed.least, attempt):
                return replace(found, conflicting=missed.traded)
        found = _minimal(rows, elastic) or _minimal(rows, everything)
        return min((own for own in (found, near) if own), key=lambda own: own.changes, default=None)
    return _minimal(rows, everything)


def _eased(rows: Rows, elastic: list[int], most: int, attempt: _Attempt) -> Relaxation | None:
    """How rows *elastic* can be missed by no more than *most* together."""
    built = _Elastic(rows, elastic, 1 if attempt.is_spread else most)
    model, slacks = built.model, built.slacks
    model.add(cp_model.LinearExpr.sum(list(slacks.values())) <= most)
    solver = deterministic_solver(attempt.time, linearization=attempt.linearization)
    if attempt.is_plain:
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return built.found(solver, is_least=True)


def _near_fractions(rows: Rows, elastic: list[int], missed: Missed) -> Relaxation | None:
    """A relaxation with whole numbers, looked for near the solution in fractions.

    Most of that solution is whole numbers already, so that little is left to decide.
    """
    built = _Elastic(rows, elastic, most=missed.least)
    built.minimize()
    for number, value in missed.values.items():
        built.hint(number, round(value))
    solver = deterministic_solver(_TIME_NEAR_FRACTIONS, linearization=0)
    solver.parameters.cp_model_presolve = False
    if solver.solve(built.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return built.found(solver, is_least=False)


def _minimal(rows: Rows, elastic: list[int]) -> Relaxation | None:
    built = _Elastic(rows, elastic, most=len(rows.problem.candidates))
    built.minimize()
    solver = deterministic_solver(_TIME_TO_MINIMIZE, linearization=1)
    status = solver.solve(built.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    is_least = status == cp_model.OPTIMAL and len(elastic) == len(rows.rows)
    return built.found(solver, is_least=is_least)


class _Elastic:
    """The rows as a model in which those of *elastic* may be missed by no more than *most* each."""

    def __init__(self, rows: Rows, elastic: list[int], most: int) -> None:
        self._rows = rows
        self.model = cp_model.CpModel()
        self._variables = [self.model.new_bool_var("") for _ in range(rows.count)]
        for either in rows.eithers:
            add_either(self.model, either, self._variables)
        self.slacks: dict[int, cp_model.IntVar] = {}
        for number in elastic:
            least, upper = bounds(rows.rows[number])
            own = least if least is not None else len(rows.rows[number].variables) - (upper or 0)
            self.slacks[number] = self.model.new_int_var(0, max(0, min(own, most)), "")
        for number, row in enumerate(rows.rows):
            total = row_sum(row, self._variables, self.slacks.get(number))
            least, upper = bounds(row)
            self.model.add(total <= (upper or 0) if least is None else total >= least)

    def minimize(self) -> None:
        """Ask for the cheapest changes."""
        total = [
            slack * round(price(self._rows.rows[number].condition.kind) * 10_000)
            for number, slack in self.slacks.items()
        ]
        self.model.minimize(cp_model.LinearExpr.sum(total))

    def hint(self, number: int, value: int) -> None:
        """Let the solver try *value* first for the variable *number*."""
        self.model.add_hint(self._variables[number], value)

    def found(self, solver: cp_model.CpSolver, *, is_least: bool) -> Relaxation:
        values = {number: solver.value(slack) for number, slack in self.slacks.items()}
        eased = {number: value for number, value in values.items() if value}
        takes = self._rows.takes.items()
        given = frozenset(pair for pair, n in takes if solver.boolean_value(self._variables[n]))
        found = Relaxation(self._rows, eased, given, is_least)
        return found if found.rules_alone else replace(found, is_least=False)
