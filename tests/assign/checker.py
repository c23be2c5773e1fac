"""Which conditions an assignment breaks: written anew from the documentation, for tests alone.

It knows neither the solver's model nor the package's own check of the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from sphinx_seminar.assign.problem import AssignProblem, Condition

Takes = set[tuple[str, int]]


def broken(problem: AssignProblem, takes: Takes) -> set[Condition]:
    """What *takes*, all pairs of a student and a slot, does not fulfill."""
    return {
        *_facts(problem, takes),
        *_seats(problem, takes),
        *_students(problem, takes),
        *_weeks(problem, takes),
        *_groups(problem, takes),
    }


def _facts(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    candidates = {candidate.key: candidate for candidate in problem.candidates}
    before = set()
    for number, slot in enumerate(problem.slots):
        for taker in slot.takers:
            if taker.key in candidates:
                before.add((taker.key, number))
    for student, number in before - takes:
        yield Condition("taken", student, number)
    for student, number in takes - before:
        assert number in problem.fillable, "a slot that nobody may be added to"
        if problem.slots[number].session in candidates[student].cannot:
            yield Condition("cannot", student)


def _seats(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    candidates = {candidate.key for candidate in problem.candidates}
    for number in problem.fillable:
        slot = problem.slots[number]
        fixed = {t.key or t.name for t in slot.takers if t.key not in candidates}
        people = len(fixed) + sum(1 for _, taken in takes if taken == number)
        if people < slot.least:
            yield Condition("need", slot=number)
        limit = slot.most
        if limit is None:
            limit = max(slot.least, 1, len(slot.takers))
        if people > max(limit, len(fixed)):
            yield Condition("capacity", role=slot.role)


def _students(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    rules = problem.presenting.each_student
    wanted = {role.name for role in problem.presenting.roles if role.least and not role.backup}
    for candidate in problem.candidates:
        own = [problem.slots[number] for student, number in takes if student == candidate.key]
        to_come = [slot for slot in own if slot.session not in problem.over]
        counted = [slot for slot in own if rules.count_backups or not slot.backup]
        new = [slot for slot in counted if slot.session not in problem.over]
        if rules.at_least and len(counted) < rules.at_least:
            yield Condition("at_least", candidate.key)
        if rules.at_most and len(counted) > rules.at_most and new:
            yield Condition("at_most", candidate.key)
        if rules.every_role and not wanted <= {slot.role for slot in own}:
            yield Condition("every_role", candidate.key)
        times = Counter(slot.role for slot in own)
        if rules.distinct_roles and any(times[slot.role] > 1 for slot in to_come):
            yield Condition("distinct_roles", candidate.key)
        if rules.one_role_a_session and any(
            a.session == b.session and a.role != b.role for a, b in combinations(to_come, 2)
        ):
            yield Condition("one_role_a_session", candidate.key)
        if rules.one_slot_a_session and len({p.session for p in to_come}) < len(to_come):
            yield Condition("one_slot_a_session", candidate.key)


def _weeks(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    if not problem.presenting.each_student.not_two_weeks_in_a_row:
        return
    for candidate in problem.candidates:
        own = [
            problem.slots[number].session for student, number in takes if student == candidate.key
        ]
        weeks = {problem.sessions[s].week for s in own}
        done = {problem.sessions[s].week for s in own if s in problem.over}
        for one, other in combinations(weeks, 2):
            near = one is not None and other is not None and abs((one - other).days) == 7
            if near and not (one in done and other in done):
                yield Condition("not_two_weeks_in_a_row", candidate.key)


def _groups(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    candidates = {candidate.key for candidate in problem.candidates}
    asked = {problem.slots[number].session for number in problem.fillable}
    people: dict[tuple[str, str], set[str]] = {}
    for number, slot in enumerate(problem.slots):
        if slot.session in asked:
            here = {student for student, taken in takes if taken == number}
            here |= {t.key or f"guest {t.name}" for t in slot.takers if t.key not in candidates}
            for paper in {"", slot.paper}:
                people.setdefault((slot.session, paper), set()).update(here)
    for (session, paper), found in people.items():
        rules = problem.presenting.each_paper if paper else problem.presenting.each_session
        guests = len([who for who in found if who not in candidates])
        if rules.at_least and len(found) < rules.at_least:
            yield Condition(
                "each_paper.at_least" if paper else "each_session.at_least",
                session=session,
                paper=paper,
            )
        if rules.at_most and len(found) > max(rules.at_most, guests):
            yield Condition(
                "each_paper.at_most" if paper else "each_session.at_most",
                session=session,
                paper=paper,
            )


def all_takes(problem: AssignProblem, given: Iterable[tuple[str, int]]) -> Takes:
    """What was taken before, and what is given now."""
    candidates = {candidate.key for candidate in problem.candidates}
    before = {
        (taker.key, number)
        for number, slot in enumerate(problem.slots)
        for taker in slot.takers
        if taker.key in candidates
    }
    given = list(given)
    assert len(given) == len(set(given))
    assert not before & set(given)
    return before | set(given)
