"""The conditions of an assignment as a model of OR-Tools' CP-SAT."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from .problem import AssignProblem, Condition
from .rows import Either, Row, Rows


class AssignModel:
    """A variable for each student and slot, and a constraint for each condition.

    With *assumed* every condition hangs on a literal of its own, and the solver can tell which of
    them conflict.
    """

    def __init__(
        self, problem: AssignProblem, conditions: Iterable[Condition], *, assumed: bool = False
    ) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        rows = self.rows = Rows(problem, conditions)
        self.variables = [self.model.new_bool_var("") for _ in range(rows.count)]
        self.takes = {pair: self.variables[n] for pair, n in rows.takes.items()}
        literals: dict[Condition, cp_model.IntVar] = {}
        for either in rows.eithers:
            add_either(self.model, either, self.variables)
        for row in rows.rows:
            total = row_sum(row, self.variables)
            bounded = total >= row.least if row.least is not None else total <= (row.most or 0)
            constraint = self.model.add(bounded)
            if assumed:
                if row.condition not in literals:
                    literals[row.condition] = self.model.new_bool_var("")
                constraint.only_enforce_if(literals[row.condition])
        self.literals = list(literals.items())

    def load(self, student: str, *, counted: bool = True) -> cp_model.LinearExprT:
        """How many slots a student has; with *counted*, that count for the rules."""
        numbers = self.rows.slots_of(student)
        own = [n for n in numbers if not counted or self.problem.counts(n)]
        return cp_model.LinearExpr.sum([self.takes[student, n] for n in own])


def row_sum(
    row: Row, variables: Sequence[cp_model.IntVar], missed: cp_model.IntVar | None = None
) -> cp_model.LinearExprT:
    """What a row bounds, where it may be *missed* by so much."""
    terms = [(variables[n], 1) for n in row.variables]
    if row.without is not None:
        terms.append((variables[row.without], -1))
    if missed is not None:
        terms.append((missed, 1 if row.least is not None else -1))
    return cp_model.LinearExpr.weighted_sum([v for v, _ in terms], [weight for _, weight in terms])


def add_either(
    model: cp_model.CpModel, either: Either, variables: Sequence[cp_model.IntVar]
) -> None:
    """Tie a variable that stands for others to those."""
    own = [variables[n] for n in either.of]
    for variable in own:
        model.add_implication(variable, variables[either.variable])
    if either.is_exact:
        model.add(cp_model.LinearExpr.sum(own) >= variables[either.variable])
