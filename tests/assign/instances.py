"""Small seminars at random whose answer is known by how they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sphinx_seminar.assign.problem import AssignProblem, Candidate
from sphinx_seminar.model.presenting import GroupRules, Presenting, StudentRules
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.slot import PresentingSession, Slot, Taker

SHEET = "signups.csv"
ROLES = ("Author", "Reviewer", "Skeptic", "Scribe")
START = date(2030, 1, 7)


def sessions_of(number: int, *, per_week: int = 1) -> dict[str, PresentingSession]:
    found = {}
    for n in range(number):
        week = START + timedelta(weeks=n // per_week)
        day = week + timedelta(days=n % per_week)
        found[f"s{n}"] = PresentingSession(f"s{n}", f"Session {n}", day, week)
    return found


def students_of(number: int) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(f"#{n}", f"Student {n}", Source("students.csv", n + 2)) for n in range(number)
    )


def roles_of(number: int, *, most: int | None = 1) -> tuple[PresentingRole, ...]:
    return tuple(PresentingRole(name, most=most) for name in ROLES[:number])


def slots_of(
    sessions: dict[str, PresentingSession],
    roles: tuple[PresentingRole, ...],
    papers: tuple[str, ...] = ("",),
) -> tuple[Slot, ...]:
    return tuple(
        Slot(session, paper, role.name, (), role.least, role.most, Source(SHEET, line), role.backup)
        for line, session in enumerate(sessions, 2)
        for paper in papers
        for role in roles
    )


def taker(candidate: Candidate, line: int = 2) -> Taker:
    return Taker(candidate.key, candidate.name, Source(SHEET, line))


def with_takers(problem: AssignProblem, pairs: set[tuple[str, int]]) -> AssignProblem:
    """The same, with *pairs* of a student and a slot taken already."""
    by_key = {candidate.key: candidate for candidate in problem.candidates}
    slots = tuple(
        replace(
            slot,
            takers=(
                *slot.takers,
                *(
                    taker(by_key[key], slot.source.line or 1)
                    for key, n in sorted(pairs)
                    if n == number
                ),
            ),
        )
        for number, slot in enumerate(problem.slots)
    )
    return replace(problem, slots=slots)


def problem_of(
    sessions: dict[str, PresentingSession],
    roles: tuple[PresentingRole, ...],
    candidates: tuple[Candidate, ...],
    rules: StudentRules,
    papers: tuple[str, ...] = ("",),
) -> AssignProblem:
    slots = slots_of(sessions, roles, papers)
    presenting = Presenting(roles, rules, source=Source("course.yml", 7))
    return AssignProblem(presenting, slots, sessions, candidates, frozenset(range(len(slots))))


def planted(random: Random) -> tuple[AssignProblem, set[tuple[str, int]]]:
    """A seminar and an assignment that fulfills all its rules."""
    while True:
        rules = StudentRules(
            distinct_roles=random.random() < 0.5,
            one_role_a_session=random.random() < 0.5,
            not_two_weeks_in_a_row=random.random() < 0.5,
            count_backups=random.random() < 0.7,
        )
        roles = tuple(
            replace(role, backup=name == "Scribe", least=random.choice((1, 1, 2)), most=2)
            for role, name in zip(roles_of(random.randint(2, 4)), ROLES, strict=False)
        )
        papers = random.choice((("",), ("",), ("A", "B")))
        problem = problem_of(
            sessions_of(random.randint(3, 6), per_week=random.choice((1, 2))),
            roles,
            students_of(random.randint(5, 10)),
            rules,
            papers,
        )
        plant = _plant(problem, random)
        if plant:
            return _tightened(problem, plant, random), plant


def _plant(problem: AssignProblem, random: Random) -> set[tuple[str, int]]:
    """Somebody in each slot, chosen at random among those who may; nobody at all if it fails."""
    pairs: set[tuple[str, int]] = set()
    for number, slot in enumerate(problem.slots):
        for _ in range(random.randint(slot.least, slot.most or slot.least)):
            free = [
                candidate.key
                for candidate in problem.candidates
                if _may(problem, pairs, candidate.key, number)
            ]
            if not free:
                return set()
            fewest = min(sum(1 for key, _ in pairs if key == other) for other in free)
            few = [key for key in free if sum(1 for k, _ in pairs if k == key) <= fewest + 1]
            pairs.add((random.choice(few), number))
    return pairs


def _may(problem: AssignProblem, pairs: set[tuple[str, int]], key: str, number: int) -> bool:
    rules, slot = problem.presenting.each_student, problem.slots[number]
    week = problem.sessions[slot.session].week
    if (key, number) in pairs:
        return False
    for other in (problem.slots[n] for k, n in pairs if k == key):
        other_week = problem.sessions[other.session].week
        assert week
        assert other_week
        if rules.distinct_roles and other.role == slot.role:
            return False
        if rules.one_role_a_session and other.session == slot.session and other.role != slot.role:
            return False
        if rules.not_two_weeks_in_a_row and abs((week - other_week).days) == 7:
            return False
    return True


def _tightened(
    problem: AssignProblem, plant: set[tuple[str, int]], random: Random
) -> AssignProblem:
    """The same with bounds that the plant just fulfills, and days on which students cannot."""
    rules = problem.presenting.each_student
    loads = [
        sum(
            1
            for key, n in plant
            if key == c.key and (rules.count_backups or not problem.slots[n].backup)
        )
        for c in problem.candidates
    ]
    has = {
        c.key: {problem.slots[n].session for key, n in plant if key == c.key}
        for c in problem.candidates
    }
    crowds = [
        len({key for key, n in plant if problem.slots[n].session == session})
        for session in problem.sessions
    ]
    wanted = {role.name for role in problem.presenting.roles if not role.backup}
    every = all(
        wanted <= {problem.slots[n].role for key, n in plant if key == c.key}
        for c in problem.candidates
    )
    wishes = random.random() < 0.1
    candidates = tuple(
        replace(
            c,
            cannot=frozenset(
                s for s in problem.sessions if s not in has[c.key] and random.random() < 0.3
            ),
            # To prove the best costs time, and other tests speak of it.
            likes_roles={random.choice(ROLES).casefold(): 8} if wishes else None,
        )
        for c in problem.candidates
    )
    presenting = replace(
        problem.presenting,
        each_student=replace(
            rules, at_least=min(loads) or None, at_most=max(loads) or None, every_role=every
        ),
        each_session=GroupRules(min(crowds), max(crowds)),
    )
    return replace(problem, presenting=presenting, candidates=candidates)


def feasible(seed: int) -> AssignProblem:
    """A seminar that has a solution: a planted one, part of which is taken away."""
    random = Random(seed)
    problem, plant = planted(random)
    share = random.choice((0.0, 0.2, 0.5, 0.9))
    kept = {pair for pair in sorted(plant) if random.random() < share}
    if random.random() < 0.3:
        over = frozenset({"s0"})
        kept |= {pair for pair in plant if problem.slots[pair[1]].session in over}
        fillable = frozenset(n for n in problem.fillable if problem.slots[n].session not in over)
        problem = replace(problem, over=over, fillable=fillable)
    return with_takers(problem, kept)


def _too_many_asked(problem: AssignProblem, random: Random) -> AssignProblem:
    seats = sum(slot.most or 1 for slot in problem.slots)
    return _ruled(problem, StudentRules(at_least=seats // len(problem.candidates) + 1))


def _too_few_allowed(problem: AssignProblem, random: Random) -> AssignProblem:
    wanted = sum(slot.least for slot in problem.slots)
    few = problem.candidates[: max(1, (wanted - 1) // 2)]
    most = max(1, (wanted - 1) // len(few))
    return replace(_ruled(problem, StudentRules(at_most=most)), candidates=few)


def _nobody_can(problem: AssignProblem, random: Random) -> AssignProblem:
    session = random.choice(sorted(problem.sessions))
    candidates = tuple(replace(c, cannot=c.cannot | {session}) for c in problem.candidates)
    return replace(problem, candidates=candidates)


def _same_role_twice(problem: AssignProblem, random: Random) -> AssignProblem:
    key = random.choice(problem.candidates).key
    role = random.choice(problem.presenting.roles).name
    pair = random.sample([n for n, p in enumerate(problem.slots) if p.role == role], 2)
    rules = replace(problem.presenting.each_student, distinct_roles=True)
    return with_takers(_ruled(problem, rules), {(key, number) for number in pair})


def _weeks_in_a_row(problem: AssignProblem, random: Random) -> AssignProblem:
    key = random.choice(problem.candidates).key
    first = problem.sessions["s0"].week
    assert first
    later = [s.id for s in problem.sessions.values() if s.week == first + timedelta(days=7)]
    numbers = [
        next(n for n, p in enumerate(problem.slots) if p.session == session)
        for session in ("s0", later[0])
    ]
    rules = replace(problem.presenting.each_student, not_two_weeks_in_a_row=True)
    return with_takers(_ruled(problem, rules), {(key, number) for number in numbers})


def _role_for_few(problem: AssignProblem, random: Random) -> AssignProblem:
    role = problem.presenting.roles[0].name
    seats = sum(slot.most or 1 for slot in problem.slots if slot.role == role)
    rules = replace(problem.presenting.each_student, every_role=True, at_most=None)
    return replace(_ruled(problem, rules), candidates=students_of(seats + 1))


def _crowd_of_one(problem: AssignProblem, random: Random) -> AssignProblem:
    rules = replace(problem.presenting.each_student, one_role_a_session=True)
    problem = _ruled(problem, rules)
    presenting = replace(problem.presenting, each_session=GroupRules(at_most=1))
    return replace(problem, presenting=presenting)


def _too_many_sign_ups(problem: AssignProblem, random: Random) -> AssignProblem:
    number = random.randrange(len(problem.slots))
    most = problem.slots[number].most or 1
    keys = [c.key for c in random.sample(problem.candidates, most + 1)]
    return with_takers(problem, {(key, number) for key in keys})


def _seldom_there(problem: AssignProblem, random: Random) -> AssignProblem:
    rare = replace(problem.candidates[0], cannot=frozenset(list(problem.sessions)[1:]))
    rules = StudentRules(at_least=2, one_role_a_session=True)
    problem = replace(problem, candidates=(rare, *problem.candidates[1:]))
    one_paper = [n for n, p in enumerate(problem.slots) if p.paper in {"", "A"}]
    return replace(
        _ruled(problem, rules),
        slots=tuple(problem.slots[n] for n in one_paper),
        fillable=frozenset(range(len(one_paper))),
    )


def _ruled(problem: AssignProblem, rules: StudentRules) -> AssignProblem:
    return replace(problem, presenting=replace(problem.presenting, each_student=rules))


IMPOSSIBLE: tuple[Callable[[AssignProblem, Random], AssignProblem], ...] = (
    _too_many_asked,
    _too_few_allowed,
    _nobody_can,
    _same_role_twice,
    _weeks_in_a_row,
    _role_for_few,
    _crowd_of_one,
    _too_many_sign_ups,
    _seldom_there,
)


def infeasible(seed: int) -> AssignProblem:
    """A seminar that has no solution: one thing in it contradicts itself."""
    random = Random(seed)
    problem, _ = planted(random)
    return IMPOSSIBLE[seed % len(IMPOSSIBLE)](problem, random)
