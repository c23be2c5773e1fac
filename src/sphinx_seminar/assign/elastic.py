"""How much of which conditions has to give way, where nothing fulfills all: a linear program.

Each row may be missed, at a price. The least price is 0 where people could be shared out in
fractions; else no assignment exists, and the prices at which the rows are traded (the dual values)
say which of them conflict: those with a price are in conflict without all others (Farkas).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from ortools.linear_solver import pywraplp

from .problem import ConditionKind
from .rows import Row, Rows

# Of several ways with as few changes, the one with the first of these kinds is taken: what an
# instructor would rather change.
_EASIEST: tuple[ConditionKind, ...] = (
    "not_two_weeks_in_a_row",
    "at_most",
    "capacity",
    "distinct_roles",
    "each_session.at_most",
    "each_paper.at_most",
    "each_session.at_least",
    "each_paper.at_least",
    "at_least",
    "need",
    "every_role",
    "one_role_a_session",
    "one_slot_a_session",
    "cannot",
    "taken",
)
FACTS: tuple[ConditionKind, ...] = ("cannot", "taken")
assert set(_EASIEST) == set(get_args(ConditionKind))
# Facts are no rules: one gives way only where that spares five other changes.
_PRICE_OF_FACT = 5.0
_TINY = 1e-6


def price(kind: ConditionKind) -> float:
    """The price of a change: 1 (of a fact 5), and a little more for what is changed less gladly."""
    whole = _PRICE_OF_FACT if kind in FACTS else 1.0
    return whole + _EASIEST.index(kind) * 1e-4


Eased = Mapping[int, int]
"""By how much rows are missed, by their number."""


@dataclass(frozen=True, slots=True)
class Missed:
    """The cheapest way to miss rows."""

    total: float
    """How much is missed in all; 0 where nothing needs to be."""
    amounts: dict[int, float]
    """How much each row is missed by, by its number."""
    traded: frozenset[int]
    """The rows that conflict, by number."""
    values: Mapping[int, float] = field(default_factory=dict)
    """What each variable is, by number."""

    @property
    def least(self) -> int:
        """How many changes are needed at the least."""
        return math.ceil(self.total - 1e-4)


def cheapest(
    rows: Rows,
    eased: Eased,
    elastic: Collection[int],
    kept: Iterable[int] | None = None,
    steps: int | None = None,
) -> Missed | None:
    """What has to give way among the rows *elastic*; None where they cannot help.

    The rows *eased* give way already, each by its number. Where *kept* is given, no other rows
    count. None also where *steps* of the simplex are not enough.
    """
    model = _Linear(rows)
    if steps is not None:
        model.solver.SetSolverSpecificParametersAsString(f"max_number_of_iterations: {steps}")
    slacks: dict[int, pywraplp.Variable] = {}
    constraints: dict[int, pywraplp.Constraint] = {}
    for number in sorted(range(len(rows.rows)) if kept is None else kept):
        row = rows.rows[number]
        least, most = bounds(row, eased.get(number, 0))
        constraint = constraints[number] = model.sum(row.variables, least, most, row.without)
        if number in elastic:
            slack = slacks[number] = model.solver.NumVar(0, model.infinity, "")
            constraint.SetCoefficient(slack, 1 if least is not None else -1)
            model.solver.Objective().SetCoefficient(slack, price(row.condition.kind))
    model.tie()
    model.solver.Objective().SetMinimization()
    if model.solver.Solve() != pywraplp.Solver.OPTIMAL:
        return None
    amounts = {n: slack.solution_value() for n, slack in slacks.items()}
    amounts = {n: amount for n, amount in amounts.items() if amount > _TINY}
    traded = {n for n, constraint in constraints.items() if abs(constraint.dual_value()) > _TINY}
    return Missed(
        sum(amounts.values()), amounts, frozenset(traded if amounts else ()), model.values()
    )


class _Linear:
    """A linear program; a variable is in it once a row names it."""

    def __init__(self, rows: Rows) -> None:
        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        self.infinity = self.solver.infinity()
        self._eithers = {either.variable: either for either in rows.eithers}
        self._variables: dict[int, pywraplp.Variable] = {}

    def sum(
        self,
        variables: Iterable[int],
        least: int | None,
        most: int | None = None,
        without: int | None = None,
    ) -> pywraplp.Constraint:
        lower = -self.infinity if least is None else least
        constraint = self.solver.Constraint(lower, self.infinity if most is None else most)
        for number in variables:
            constraint.SetCoefficient(self._variable(number), 1)
        if without is not None:
            constraint.SetCoefficient(self._variable(without), -1)
        return constraint

    def tie(self) -> None:
        """Tie each variable that stands for others to those."""
        for number in [n for n in self._variables if n in self._eithers]:
            either = self._eithers[number]
            for other in either.of:
                self.sum([number], 0, without=other)
            if either.is_exact:
                self.sum(either.of, 0, without=number)

    def values(self) -> dict[int, float]:
        """What each variable is, once it is solved."""
        return {n: variable.solution_value() for n, variable in self._variables.items()}

    def _variable(self, number: int) -> pywraplp.Variable:
        found = self._variables.get(number)
        if found is None:
            found = self._variables[number] = self.solver.NumVar(0, 1, "")
        return found


def bounds(row: Row, eased: int = 0) -> tuple[int | None, int | None]:
    """The bounds of a row that may be missed by *eased*."""
    return (
        None if row.least is None else row.least - eased,
        None if row.most is None else row.most + eased,
    )
