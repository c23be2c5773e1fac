"""Assignments are right: seminars at random with known answers, and an independent checker."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise, product
from random import Random

import pytest

from sphinx_seminar.assign.problem import AssignProblem
from sphinx_seminar.assign.solver import solve
from sphinx_seminar.model.presenting import StudentRules
from sphinx_seminar.model.presenting_role import PresentingRole

from .checker import all_takes, broken
from .instances import (
    feasible,
    planted,
    problem_of,
    roles_of,
    sessions_of,
    students_of,
    with_takers,
)
from .term import a_term


@pytest.mark.parametrize("seed", range(100))
def test_a_seminar_that_has_a_solution_gets_one(seed: int) -> None:
    problem = feasible(seed)
    solution = solve(problem)
    assert solution.status == "solved"
    assert broken(problem, all_takes(problem, solution.given)) == set()


@pytest.mark.parametrize("seed", range(30))
def test_it_agrees_with_trying_everything(seed: int) -> None:
    random = Random(seed)
    rules = StudentRules(
        at_least=random.choice((None, 1, 2)),
        at_most=random.choice((None, 2)),
        distinct_roles=random.random() < 0.5,
        every_role=random.random() < 0.2,
        one_role_a_session=random.random() < 0.5,
        one_slot_a_session=random.random() < 0.3,
        not_two_weeks_in_a_row=random.random() < 0.5,
    )
    problem = problem_of(sessions_of(2), roles_of(2), students_of(3), rules)
    taken = {(f"#{random.randrange(3)}", random.randrange(4)) for _ in range(random.randint(0, 2))}
    problem = with_takers(problem, taken)
    pairs = [(c.key, n) for c in problem.candidates for n in range(4)]
    exists = any(
        not broken(problem, {pair for pair, chosen in zip(pairs, choice, strict=True) if chosen})
        for choice in product((False, True), repeat=len(pairs))
    )
    assert (solve(problem).status == "solved") == exists


def test_the_checker_sees_what_is_wrong() -> None:
    problem, plant = planted(Random(3))
    assert broken(problem, plant) == set()
    number = next(iter(plant))[1]
    emptied = {pair for pair in plant if pair[1] != number}
    assert "need" in {condition.kind for condition in broken(problem, emptied)}
    everybody = plant | {(c.key, number) for c in problem.candidates}
    assert "capacity" in {condition.kind for condition in broken(problem, everybody)}


def loads(problem: AssignProblem, seed: int = 0) -> list[int]:
    takes = all_takes(problem, solve(problem, seed).given)
    return sorted(sum(1 for key, _ in takes if key == c.key) for c in problem.candidates)


def test_loads_are_even() -> None:
    problem = problem_of(sessions_of(5), roles_of(2), students_of(4), StudentRules())
    assert loads(problem) == [2, 2, 3, 3]
    assert loads(with_takers(problem, {("#0", n) for n in range(3)})) == [2, 2, 3, 3]


def test_an_optional_slot_is_filled_only_where_somebody_needs_it() -> None:
    roles = (PresentingRole("Author", most=1), PresentingRole("Scribe", least=0, most=1))
    problem = problem_of(sessions_of(4), roles, students_of(4), StudentRules(at_least=1))
    assert {problem.slots[n].role for _, n in solve(problem).given} == {"Author"}
    more = replace(problem, candidates=students_of(5))
    given = [problem.slots[n].role for _, n in solve(more).given]
    assert sorted(given) == ["Author"] * 4 + ["Scribe"]


def test_preferences_decide_where_loads_are_even_anyway() -> None:
    problem = problem_of(sessions_of(2), roles_of(2), students_of(4), StudentRules())
    wishes = {
        "#0": {"author": 8},
        "#1": {"reviewer": 8},
        "#2": {"author": 8},
        "#3": {"reviewer": 8},
    }
    likes = tuple(replace(c, likes_roles=wishes[c.key]) for c in problem.candidates)
    for seed in range(3):
        given = solve(replace(problem, candidates=likes), seed).given
        roles = {key: problem.slots[n].role.casefold() for key, n in given}
        assert all(role in wishes[key] for key, role in roles.items())


def test_a_preferred_session_is_given() -> None:
    problem = problem_of(sessions_of(3), roles_of(1), students_of(3), StudentRules())
    likes = tuple(
        replace(c, likes_sessions={f"s{2 - n}": 8}) for n, c in enumerate(problem.candidates)
    )
    given = solve(replace(problem, candidates=likes)).given
    assert dict(given) == {"#0": 2, "#1": 1, "#2": 0}


def test_nobody_has_two_slots_in_a_session_without_need() -> None:
    problem = problem_of(sessions_of(4), roles_of(2), students_of(4), StudentRules(at_least=2))
    for seed in range(3):
        given = solve(problem, seed).given
        assert len({(key, problem.slots[n].session) for key, n in given}) == len(given) == 8


@pytest.mark.parametrize("rules", [StudentRules(), StudentRules(one_role_a_session=True)])
def test_nobody_has_one_role_for_both_papers_of_a_session_without_need(
    rules: StudentRules,
) -> None:
    problem = problem_of(sessions_of(3), roles_of(2), students_of(4), rules)
    papers = tuple(replace(p, paper=paper) for p in problem.slots for paper in "PQ")
    problem = replace(problem, slots=papers, fillable=frozenset(range(len(papers))))
    for seed in range(3):
        given = solve(problem, seed).given
        assert len({(key, papers[n].session) for key, n in given}) == len(given) == 12


def test_who_has_two_slots_in_a_session_already_keeps_them_and_others_have_one() -> None:
    problem = problem_of(sessions_of(2), roles_of(4), students_of(4), StudentRules())
    problem = with_takers(problem, {("#0", 0), ("#0", 1)})
    given = solve(problem).given
    second = [(key, problem.slots[n].session) for key, n in given]
    assert len(set(second)) == len(second) == 6


def test_what_is_over_is_neither_filled_nor_judged() -> None:
    rules = StudentRules(distinct_roles=True, not_two_weeks_in_a_row=True, at_most=2)
    problem = problem_of(sessions_of(4), roles_of(2), students_of(6), rules)
    problem = with_takers(problem, {("#0", 0), ("#0", 2)})
    over = frozenset({"s0", "s1"})
    fillable = frozenset(n for n in problem.fillable if problem.slots[n].session not in over)
    solution = solve(replace(problem, over=over, fillable=fillable))
    assert solution.status == "solved"
    assert {n for _, n in solution.given} == {4, 5, 6, 7}
    assert "#0" not in {key for key, _ in solution.given}
    assert solve(problem).status == "impossible"


def test_the_same_seed_gives_the_same_whatever_the_order_of_the_roster() -> None:
    problem = problem_of(sessions_of(5), roles_of(2), students_of(4), StudentRules())
    again = replace(problem, candidates=tuple(reversed(problem.candidates)))
    assert solve(problem, 4) == solve(problem, 4) == solve(again, 4)
    assert len({solve(problem, seed).given for seed in range(4)}) > 1


def test_a_whole_term_is_assigned() -> None:
    problem = a_term()
    assert (len(problem.sessions), len(problem.candidates), len(problem.slots)) == (30, 45, 120)
    assert len(problem.taken) == 24
    solution = solve(problem)
    assert solution.status == "solved"
    assert broken(problem, all_takes(problem, solution.given)) == set()
    assert len(solution.given) == 96
    taken = Counter(key for key, _ in all_takes(problem, solution.given))
    assert len(taken) == 45
    assert max(taken.values()) - min(taken.values()) <= 1


def of_students(problem: AssignProblem) -> dict[str, list[int]]:
    """The numbers of the slots that each student has in the end."""
    found: dict[str, list[int]] = {candidate.key: [] for candidate in problem.candidates}
    for key, number in sorted(all_takes(problem, solve(problem).given), key=lambda pair: pair[1]):
        found[key].append(number)
    return found


def weeks_between(problem: AssignProblem, numbers: list[int]) -> list[int]:
    """How many weeks after the one before each slot of a student is."""
    weeks = [problem.sessions[problem.slots[n].session].week for n in numbers]
    return [
        (after - before).days // 7
        for before, after in pairwise(weeks)
        if before is not None and after is not None
    ]


def test_no_rule_is_needed_for_other_roles_and_weeks_far_apart() -> None:
    problem = a_term()
    problem = replace(
        problem, presenting=replace(problem.presenting, each_student=StudentRules(at_least=2))
    )
    for numbers in of_students(problem).values():
        assert len({problem.slots[n].role for n in numbers}) == len(numbers)
        # Three slots at most in 15 weeks: once in five weeks.
        assert all(weeks >= 5 for weeks in weeks_between(problem, numbers))


def test_whoever_signed_up_for_much_leaves_the_others_even() -> None:
    problem = problem_of(sessions_of(10), roles_of(2), students_of(5), StudentRules())
    # Six slots in the first six weeks, all in one role.
    problem = with_takers(problem, {("#0", 2 * week) for week in range(6)})
    found = of_students(problem)
    assert len(found.pop("#0")) == 6
    for numbers in found.values():
        assert len(numbers) in (3, 4)
        roles = [problem.slots[n].role for n in numbers]
        assert max(roles.count(role) for role in roles) <= 3
        assert all(weeks >= 2 for weeks in weeks_between(problem, numbers))


def test_a_wish_comes_behind_what_is_even() -> None:
    problem = problem_of(sessions_of(4), roles_of(2), students_of(4), StudentRules())
    likes = tuple(replace(c, likes_roles={"author": 8}) for c in problem.candidates)
    problem = replace(problem, candidates=likes)
    for numbers in of_students(problem).values():
        assert sorted(problem.slots[n].role for n in numbers) == ["Author", "Reviewer"]
