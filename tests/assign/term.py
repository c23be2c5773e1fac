"""A term as large as they come: 30 sessions, 4 roles, 45 students, a fifth of the slots taken."""

from __future__ import annotations

from random import Random

from sphinx_seminar.assign.problem import AssignProblem
from sphinx_seminar.model.presenting import StudentRules

from .instances import problem_of, roles_of, sessions_of, students_of, with_takers


def a_term() -> AssignProblem:
    """Two sessions a week; at least 2 slots, distinct roles, never two weeks in a row."""
    rules = StudentRules(at_least=2, distinct_roles=True, not_two_weeks_in_a_row=True)
    problem = problem_of(sessions_of(30, per_week=2), roles_of(4, most=1), students_of(45), rules)
    random = Random(1)
    numbers = random.sample(range(len(problem.slots)), len(problem.slots) // 5)
    # Each student once: whoever signed up first has kept to the rules.
    keys = random.sample([candidate.key for candidate in problem.candidates], len(numbers))
    return with_takers(problem, set(zip(keys, numbers, strict=True)))
