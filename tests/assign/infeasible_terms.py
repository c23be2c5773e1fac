"""Terms as large as they come that have no assignment, for reasons known by how they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from sphinx_seminar.assign.problem import AssignProblem
from sphinx_seminar.model.presenting import GroupRules, StudentRules

from .instances import problem_of, roles_of, sessions_of, students_of, with_takers

LOOSE = StudentRules(at_least=1, at_most=5, distinct_roles=True, not_two_weeks_in_a_row=True)
"""Rules that a term of 30 sessions and 4 roles can fulfill with 45 students and more."""


@dataclass(frozen=True)
class Term:
    """A term, and for each of its conflicts words that one of the lines must hold."""

    problem: AssignProblem
    told: tuple[tuple[str, ...], ...]


def _term(
    random: Random, rules: StudentRules = LOOSE, students: int | None = None
) -> AssignProblem:
    """A fifth of the slots taken, and some students who cannot come to some sessions."""
    problem = problem_of(
        sessions_of(30, per_week=random.choice((1, 2, 2))),
        roles_of(4, most=1),
        students_of(students or random.randint(45, 61)),
        rules,
    )
    sessions = sorted(problem.sessions)
    numbers = random.sample(range(len(problem.slots)), random.choice((0, 12, 20)))
    keys = random.sample([c.key for c in problem.candidates], len(numbers))
    candidates = tuple(
        replace(c, cannot=frozenset(random.sample(sessions, random.choice((0, 0, 1, 3)))))
        for c in problem.candidates
    )
    problem = replace(problem, candidates=candidates)
    return with_takers(problem, set(zip(keys, numbers, strict=True)))


def too_many_asked(random: Random) -> Term:
    problem = _term(random, replace(LOOSE, at_least=3))
    n = len(problem.candidates)
    words = (f"all {n} students must have at least 3 slots", f"{3 * n} are wanted, 120 can be had")
    return Term(problem, (words,))


def too_few_allowed(random: Random) -> Term:
    problem = _term(random, replace(LOOSE, at_most=2), random.randint(45, 57))
    n = len(problem.candidates)
    words = ("120 slots want 120 people", f"all {n} students must have at most 2 slots")
    return Term(problem, ((*words, f"120 are wanted, {2 * n} can be had, {120 - 2 * n} too few"),))


def role_for_too_few(random: Random) -> Term:
    n = random.randint(22, 28)
    problem = _term(random, replace(LOOSE, at_most=8), n)
    words = ("take another role each time", f"120 are wanted, {4 * n} can be had")
    return Term(problem, (words,))


def role_that_nobody_may_take(random: Random) -> Term:
    """Nobody but three can come to any session in which a role is wanted."""
    problem = _term(random)
    role = random.choice(problem.presenting.roles)
    wanted = random.sample(sorted(problem.sessions), 8)
    slots = tuple(
        slot
        for slot in problem.slots
        if slot.role != role.name or (slot.session in wanted and not slot.takers)
    )
    barred = frozenset(slot.session for slot in slots if slot.role == role.name)
    candidates = tuple(
        replace(c, cannot=barred | c.cannot) if n > 2 else replace(c, cannot=frozenset())
        for n, c in enumerate(problem.candidates)
    )
    kept = [slot for slot in slots if slot.session not in barred or slot.role == role.name]
    problem = replace(
        problem, slots=tuple(kept), fillable=frozenset(range(len(kept))), candidates=candidates
    )
    words = (f"{len(barred)} slots as {role.name}", "cannot come")
    return Term(problem, (words,))


def two_in_one_slot(problem: AssignProblem, random: Random) -> Term:
    number = random.choice([n for n, slot in enumerate(problem.slots) if not slot.takers])
    slot = problem.slots[number]
    has = {key for key, _ in problem.taken}
    free = [c.key for c in problem.candidates if c.key not in has]
    keys = random.sample(free, 2)
    names = [problem.by_key[key].name for key in sorted(keys)]
    words = (*names, f"have {slot.role} in session", repr(problem.sessions[slot.session].title))
    return Term(
        with_takers(problem, {(key, number) for key in keys}), ((*words, "takes 1 person"),)
    )


def fortnight_without_anybody(problem: AssignProblem, random: Random) -> Term:
    weeks = sorted({s.week for s in problem.sessions.values() if s.week})
    at = random.randrange(len(weeks) - 1)
    away = frozenset(s.id for s in problem.sessions.values() if s.week in weeks[at : at + 2])
    slots = tuple(
        replace(slot, takers=()) if slot.session in away else slot for slot in problem.slots
    )
    candidates = tuple(replace(c, cannot=c.cannot | away) for c in problem.candidates)
    titles = [repr(problem.sessions[session].title) for session in sorted(away)]
    words = (f"none of the {len(candidates)} students can come", *titles)
    return Term(replace(problem, slots=slots, candidates=candidates), (words,))


def one_who_is_hardly_there(problem: AssignProblem, random: Random) -> Term:
    """Somebody must have more slots than there are sessions they can come to."""
    has = {key for key, _ in problem.taken}
    candidate = random.choice([c for c in problem.candidates if c.key not in has])
    rare = replace(candidate, cannot=frozenset(problem.sessions))
    candidates = tuple(rare if c.key == rare.key else c for c in problem.candidates)
    words = (f"{rare.name} must have at least 1 slot", f"{rare.name} cannot come")
    return Term(replace(problem, candidates=candidates), (words,))


def crowded(problem: AssignProblem, random: Random) -> Term:
    """A session may have fewer presenters than it wants."""
    rules = replace(problem.presenting.each_student, one_role_a_session=True)
    presenting = replace(problem.presenting, each_student=rules, each_session=GroupRules(at_most=3))
    words = ("sessions must have at most 3 presenters", "have one role in a session")
    return Term(replace(problem, presenting=presenting), (words,))


def _alone(
    spoil: Callable[[AssignProblem, Random], Term],
) -> Callable[[Random], Term]:
    return lambda random: spoil(_term(random), random)


def several(random: Random) -> Term:
    """Two to four conflicts at once."""
    first = too_few_allowed(random) if random.random() < 0.4 else Term(_term(random), ())
    spoiling = [two_in_one_slot, one_who_is_hardly_there]
    if not first.told:
        spoiling.append(fortnight_without_anybody)
    problem, told = first.problem, list(first.told)
    if told:
        told = [("slots want", "must have at most 2 slots")]
    for spoil in random.sample(spoiling, random.randint(2, len(spoiling))):
        spoiled = spoil(problem, random)
        problem = spoiled.problem
        told += spoiled.told
    return Term(problem, tuple(told))


REASONS: tuple[Callable[[Random], Term], ...] = (
    too_many_asked,
    too_few_allowed,
    role_for_too_few,
    role_that_nobody_may_take,
    _alone(two_in_one_slot),
    _alone(fortnight_without_anybody),
    _alone(one_who_is_hardly_there),
    _alone(crowded),
    several,
    several,
)


def infeasible_term(seed: int) -> Term:
    """A term without an assignment; ten of a row have all the reasons."""
    return REASONS[seed % len(REASONS)](Random(seed))
