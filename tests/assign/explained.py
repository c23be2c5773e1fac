"""What is said of an assignment that has no solution, and whether it is so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ortools.sat.python import cp_model

from sphinx_seminar.assign.conflict import Conflict, find_conflicts
from sphinx_seminar.assign.elastic import bounds
from sphinx_seminar.assign.model import add_either, row_sum
from sphinx_seminar.assign.problem import AssignProblem
from sphinx_seminar.assign.relaxation import Relaxation, fewest_changes, first_look
from sphinx_seminar.assign.solver import Clock, is_possible
from sphinx_seminar.assign.told_conflict import told

from .checker import broken


def explained(problem: AssignProblem) -> tuple[list[Conflict], Relaxation, list[str]]:
    """The conflicts, what solves them, and the lines that say so."""
    relaxation = fewest_changes(*first_look(problem))
    assert relaxation
    conflicts = find_conflicts(relaxation)
    return conflicts, relaxation, told(conflicts, relaxation, problem)


def check(problem: AssignProblem, conflicts: Iterable[Conflict], relaxation: Relaxation) -> None:
    """Each conflict is one, and after the changes there is an assignment."""
    for conflict in conflicts:
        own = dict.fromkeys(row.condition for row in conflict.rows)
        assert is_possible(problem, own, Clock(10.0)) is False
    rows = relaxation.rows.rows
    # By a checker that knows nothing of rows: what gives way is broken, and nothing else.
    takes = set(relaxation.given)
    assert broken(problem, takes) <= {rows[number].condition for number in relaxation.eased}
    assert solved_after(relaxation)


def solved_after(relaxation: Relaxation) -> bool:
    """Whether the solver finds an assignment once the changes are made."""
    rows, model = relaxation.rows, cp_model.CpModel()
    variables = [model.new_bool_var("") for _ in range(rows.count)]
    for either in rows.eithers:
        add_either(model, either, variables)
    for number, row in enumerate(rows.rows):
        least, most = bounds(row, relaxation.eased.get(number, 0))
        total = row_sum(row, variables)
        model.add(total >= least if least is not None else total <= (most or 0))
    for pair, number in rows.takes.items():
        model.add_hint(variables[number], int(pair in relaxation.given))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def check_lines(lines: list[str], expected: Iterable[Iterable[str]]) -> None:
    assert 4 <= len(lines) <= 10
    for words in expected:
        assert any(all(word in line for word in words) for line in lines), (words, lines)
    assert all(re.search(r"\.(csv|yml):\d", line) for line in lines if line.startswith("- "))
