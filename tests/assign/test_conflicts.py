"""Where there is no assignment, each conflict is reported in plain words, and what solves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sphinx_seminar.assign.conflict import core_conflict, find_core
from sphinx_seminar.assign.problem import AssignProblem, Condition, conditions
from sphinx_seminar.assign.relaxation import fewest_changes, first_look
from sphinx_seminar.assign.solver import Clock, is_possible, solve
from sphinx_seminar.assign.told_conflict import told
from sphinx_seminar.model.presenting import GroupRules, StudentRules
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.slot import Taker

from .checker import broken
from .explained import check, check_lines, explained
from .infeasible_terms import infeasible_term
from .instances import (
    feasible,
    infeasible,
    problem_of,
    roles_of,
    sessions_of,
    students_of,
    with_takers,
)
from .term import a_term


def lines_of(problem: AssignProblem) -> list[str]:
    conflicts, relaxation, lines = explained(problem)
    check(problem, conflicts, relaxation)
    return lines


# The others are looked at by `python -m tests.benchmarks.conflicts 40`, as they take minutes.
@pytest.mark.parametrize("seed", [1, 5, 9])
def test_a_term_without_an_assignment_is_told_rightly_and_completely(seed: int) -> None:
    term = infeasible_term(seed)
    conflicts, relaxation, lines = explained(term.problem)
    check(term.problem, conflicts, relaxation)
    check_lines(lines, term.told)
    assert relaxation.is_least


@pytest.mark.parametrize("seed", range(60))
def test_conflicts_of_small_seminars_are_conflicts_and_the_changes_solve_them(seed: int) -> None:
    problem = infeasible(seed)
    assert solve(problem).status == "impossible"
    assert 4 <= len(lines_of(problem)) <= 10


@pytest.mark.parametrize("seed", range(20))
def test_what_has_a_solution_passes_the_first_look(seed: int) -> None:
    assert first_look(feasible(seed))[1].amounts == {}


def test_a_whole_term_passes_the_first_look() -> None:
    assert first_look(a_term())[1].amounts == {}


@pytest.mark.parametrize("seed", range(0, 27, 3))
def test_a_core_is_irreducible(seed: int) -> None:
    problem = infeasible(seed)
    core, irreducible = find_core(problem, 10.0)
    assert irreducible
    members = set(core)
    assert members <= set(conditions(problem))
    assert is_possible(problem, members, Clock(10.0)) is False
    for member in members:
        assert is_possible(problem, members - {member}, Clock(10.0))


def test_too_few_slots_are_counted() -> None:
    problem = problem_of(sessions_of(6), roles_of(2), students_of(6), StudentRules(at_least=3))
    lines = lines_of(problem)
    assert lines[:3] == [
        "no assignment fulfills all of this:",
        (
            "- all 6 students must have at least 3 slots (presenting.each_student.at_least, "
            "course.yml:7), but 12 slots take 12 people (presenting.roles, course.yml:7): "
            "18 are wanted, 12 can be had, 6 too few"
        ),
        "6 changes of rules and slots solve it, and fewer do not:",
    ]
    assert lines[3].startswith("- one more place in 6 slots (")
    assert lines[3].endswith("(presenting.roles, course.yml:7)")


def test_too_few_students_are_counted() -> None:
    problem = problem_of(sessions_of(5), roles_of(2), students_of(4), StudentRules(at_most=2))
    lines = lines_of(problem)
    assert lines[1] == (
        "- 10 slots want 10 people (signups.csv:2 to 6), but all 4 students must have at most "
        "2 slots (presenting.each_student.at_most, course.yml:7): 10 are wanted, 8 can be had, "
        "2 too few"
    )
    assert lines[2].startswith("2 changes of rules and slots solve it, and fewer do not:")
    assert lines[3].endswith("have 3 slots (presenting.each_student.at_most, course.yml:7)")


def test_a_session_to_which_nobody_can_come_is_named() -> None:
    problem = problem_of(sessions_of(5), roles_of(1), students_of(5), StudentRules())
    away = tuple(replace(c, cannot=frozenset({"s3"})) for c in problem.candidates)
    assert lines_of(replace(problem, candidates=away)) == [
        "no assignment fulfills all of this:",
        (
            "- Author in session 'Session 3' wants 1 person (signups.csv:5), but none of the 5 "
            "students can come to 'Session 3' (students.csv:2 to 6)"
        ),
        "1 change solves it:",
        "- nobody for Author in session 'Session 3' (signups.csv:5)",
    ]


def test_two_people_in_one_slot_are_named() -> None:
    problem = problem_of(sessions_of(2), roles_of(1), students_of(4), StudentRules())
    assert lines_of(with_takers(problem, {("#1", 0), ("#3", 0)})) == [
        "no assignment fulfills all of this:",
        (
            "- Student 1, Student 3 have Author in session 'Session 0' (signups.csv:2), but that "
            "takes 1 person (presenting.roles, course.yml:7)"
        ),
        "1 change solves it:",
        "- one more place for Author in session 'Session 0' (presenting.roles, course.yml:7)",
    ]


def test_a_slot_that_wants_more_people_than_there_are_is_told() -> None:
    roles = (PresentingRole("Author", least=3, most=3),)
    problem = problem_of(sessions_of(1), roles, students_of(2), StudentRules())
    assert lines_of(problem) == [
        "no assignment fulfills all of this:",
        "- Author in session 'Session 0' wants 3 people (signups.csv:2), but only 2 can be had",
        "1 change solves it:",
        "- fewer people for Author in session 'Session 0' (signups.csv:2)",
    ]


def test_a_role_that_is_in_no_slot_is_told() -> None:
    problem = problem_of(sessions_of(3), roles_of(2), students_of(2), StudentRules(every_role=True))
    slots = tuple(slot for slot in problem.slots if slot.role == "Author")
    problem = replace(problem, slots=slots, fillable=frozenset(range(len(slots))))
    lines = lines_of(problem)
    assert lines[1].startswith("- Student 0, Student 1 must be Author, Reviewer once (presenting.")
    assert lines[1].endswith(", but there is no such slot")
    assert lines[3].startswith("- let Student 0, Student 1 do without a role (presenting.")


def test_after_the_last_session_it_is_told_that_all_are_over() -> None:
    problem = problem_of(sessions_of(2), roles_of(1), students_of(2), StudentRules(at_least=1))
    problem = replace(problem, fillable=frozenset(), over=frozenset(problem.sessions))
    assert lines_of(problem)[1].endswith(", but all sessions are over")


def test_weeks_in_a_row_are_told() -> None:
    rules = StudentRules(not_two_weeks_in_a_row=True)
    problem = problem_of(sessions_of(2), roles_of(1), students_of(1), rules)
    lines = lines_of(problem)
    assert "Student 0 must not present in two weeks in a row" in lines[1]
    assert lines[3].startswith("- let Student 0 present in two weeks in a row")


def test_a_rule_for_sessions_is_told() -> None:
    rules = StudentRules(one_slot_a_session=True)
    problem = problem_of(sessions_of(2), roles_of(3), students_of(6), rules)
    presenting = replace(problem.presenting, each_session=GroupRules(at_most=2))
    lines = lines_of(replace(problem, presenting=presenting))
    assert "'Session 0', 'Session 1' must have at most 2 presenters" in lines[1]
    assert lines[3] == (
        "- one presenter more for 'Session 0', 'Session 1' "
        "(presenting.each_session.at_most, course.yml:7)"
    )


def test_papers_of_one_name_are_told_with_their_sessions() -> None:
    problem = problem_of(sessions_of(2), roles_of(1), students_of(6), StudentRules())
    slots = tuple(replace(slot, paper="Spark") for slot in problem.slots)
    presenting = replace(problem.presenting, each_paper=GroupRules(at_least=2))
    lines = lines_of(replace(problem, slots=slots, presenting=presenting))
    told = "'Spark' in 'Session 0', 'Spark' in 'Session 1' must have at least 2 presenters"
    assert told in lines[1]


def test_a_few_lines_that_are_apart_are_each_named() -> None:
    problem = problem_of(sessions_of(6), roles_of(1), students_of(6), StudentRules(at_most=1))
    problem = with_takers(problem, {("#1", 0), ("#1", 4)})
    assert "(signups.csv:2, 6)" in lines_of(problem)[1]


def test_many_changes_at_few_places_are_found() -> None:
    """Where no row gives way by 1 alone, and where several rules do."""
    at_least = StudentRules(at_least=3, one_slot_a_session=True)
    large = problem_of(sessions_of(30), roles_of(3, most=2), students_of(150), at_least)
    conflicts, relaxation, _ = explained(large)
    check(large, conflicts, relaxation)
    assert (relaxation.changes, relaxation.is_least) == (150 * 3 - 30 * 3 * 2, True)

    two = StudentRules(at_most=2, distinct_roles=True, one_role_a_session=True)
    crowded = problem_of(sessions_of(30), roles_of(4), students_of(45), two)
    presenting = replace(crowded.presenting, each_session=GroupRules(at_most=3))
    crowded = replace(crowded, presenting=presenting)
    pairs = {(f"#{n}", slot) for n, slot in ((1, 0), (1, 4), (2, 9), (2, 10), (3, 20), (3, 24))}
    crowded = with_takers(crowded, pairs)
    conflicts, relaxation, _ = explained(crowded)
    check(crowded, conflicts, relaxation)
    assert (relaxation.changes, relaxation.is_least) == (33, True)


def test_conflicts_of_different_kinds_are_told_each_by_itself() -> None:
    problem = problem_of(sessions_of(6), roles_of(2), students_of(8), StudentRules(at_least=1))
    away = replace(problem.candidates[4], cannot=frozenset(problem.sessions))
    candidates = (*problem.candidates[:4], away, *problem.candidates[5:])
    problem = with_takers(replace(problem, candidates=candidates), {("#1", 0), ("#3", 0)})
    lines = lines_of(problem)
    assert len([line for line in lines[1:3] if "but" in line]) == 2
    assert any("Student 4 must have at least 1 slot" in line for line in lines)
    assert any("Student 1, Student 3 have Author in session 'Session 0'" in line for line in lines)


def test_a_conflict_that_no_counting_shows_is_told() -> None:
    """Three weeks in a circle of pairs: half a student in each would do."""
    rules = StudentRules(not_two_weeks_in_a_row=True)
    sessions = sessions_of(3)
    roles = (PresentingRole("Author", most=1),)
    problem = problem_of(sessions, roles, students_of(1), rules)
    slots = tuple(replace(slot, least=0) for slot in problem.slots)
    presenting = replace(problem.presenting, each_student=replace(rules, at_least=2))
    start = sessions["s0"].week
    assert start
    weeks = {
        name: replace(session, week=start + timedelta(weeks=n))
        for n, (name, session) in enumerate(sessions.items())
    }
    barred = (replace(problem.candidates[0], cannot=frozenset({"s2"})),)
    problem = replace(
        problem, slots=slots, presenting=presenting, sessions=weeks, candidates=barred
    )
    conflict = core_conflict(problem)
    assert {row.condition.kind for row in conflict.rows} == {
        "at_least",
        "cannot",
        "not_two_weeks_in_a_row",
    }
    assert "must not present in two weeks in a row" in told([conflict], None, problem)[1]


def test_the_changes_break_what_they_name_and_nothing_else() -> None:
    problem = infeasible(13)
    relaxation = fewest_changes(*first_look(problem))
    assert relaxation
    kinds: set[Condition] = {relaxation.rows.rows[n].condition for n in relaxation.eased}
    assert broken(problem, set(relaxation.given)) == kinds


def test_the_answer_is_the_same_each_time() -> None:
    problem = infeasible(4)
    assert explained(problem)[2] == explained(problem)[2]


def changes_of(problem: AssignProblem) -> list[str]:
    lines = lines_of(problem)
    start = next(n for n, line in enumerate(lines) if "solve it" in line or "solves it" in line)
    return lines[start + 1 :]


def test_places_of_different_numbers_are_summed() -> None:
    problem = problem_of(sessions_of(2), roles_of(1), students_of(8), StudentRules())
    three = {("#1", 0), ("#2", 0), ("#3", 0)}
    assert changes_of(with_takers(problem, {*three, ("#4", 1), ("#5", 1)})) == [
        (
            "- 3 more places, all together, for Author in session 'Session 0', Author in session "
            "'Session 1' (presenting.roles, course.yml:7)"
        )
    ]
    assert changes_of(with_takers(problem, three)) == [
        "- 2 more places for Author in session 'Session 0' (presenting.roles, course.yml:7)"
    ]


def test_slots_that_give_way_by_more_than_one_are_counted_once() -> None:
    problem = problem_of(sessions_of(4), roles_of(1), students_of(8), StudentRules())
    taken = {(f"#{student}", number) for number in range(4) for student in range(1, 4)}
    [change] = changes_of(with_takers(problem, taken))
    assert change.startswith("- 8 more places, all together, in 4 slots (4 as Author) of ")


def test_people_of_whom_there_are_two_too_few_are_counted() -> None:
    roles = (PresentingRole("Author", least=3, most=3),)
    problem = problem_of(sessions_of(2), roles, students_of(1), StudentRules())
    assert changes_of(problem) == [
        (
            "- 4 people fewer, all together, for Author in session 'Session 0', Author in session "
            "'Session 1' (signups.csv:2 to 3)"
        )
    ]


def with_guests(problem: AssignProblem, number: int, guests: int) -> AssignProblem:
    """The same, with so many *guests* in the slot of a number."""
    slot = problem.slots[number]
    takers = tuple(Taker("", f"Guest {n}", slot.source) for n in range(guests))
    slots = list(problem.slots)
    slots[number] = replace(slot, takers=(*takers, *slot.takers))
    return replace(problem, slots=tuple(slots))


def test_a_guest_in_a_slot_is_told_where_it_is_full() -> None:
    problem = problem_of(sessions_of(2), roles_of(1), students_of(4), StudentRules())
    assert lines_of(with_guests(with_takers(problem, {("#1", 0)}), 0, 1))[1] == (
        "- Student 1 has Author in session 'Session 0' (signups.csv:2), but that takes nobody "
        "besides 1 guest (presenting.roles, course.yml:7)"
    )


def test_guests_count_neither_in_what_is_wanted_nor_in_what_there_is() -> None:
    roles = (PresentingRole("Author", least=4, most=4),)
    problem = with_guests(
        problem_of(sessions_of(1), roles, students_of(1), StudentRules()), 0, guests=2
    )
    assert lines_of(problem)[1] == (
        "- Author in session 'Session 0' wants 2 people besides 2 guests (signups.csv:2), "
        "but only 1 can be had"
    )
    away = tuple(replace(c, cannot=frozenset({"s0"})) for c in problem.candidates)
    assert changes_of(replace(problem, candidates=away)) == [
        "- nobody else for Author in session 'Session 0' (signups.csv:2)"
    ]


def test_where_the_time_was_used_up_there_are_ten_lines_too() -> None:
    problem = problem_of(sessions_of(9), roles_of(1), students_of(18), StudentRules())
    taken = {(f"#{student}", student // 2) for student in range(18)}
    conflicts, relaxation, lines = explained(with_takers(problem, taken))
    assert len(lines) == 10
    unsure = [*conflicts[:-1], replace(conflicts[-1], is_irreducible=False)]
    lines = told(unsure, relaxation, problem)
    assert len(lines) == 10
    assert lines[-1] == "not all of it may be needed for the conflict: the time was used up"
