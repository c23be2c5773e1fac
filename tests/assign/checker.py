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
    """What *takes*, all pairs of a student and a place, does not fulfill."""
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
    for number, place in enumerate(problem.places):
        for taker in place.takers:
            if taker.key in candidates:
                before.add((taker.key, number))
    for student, number in before - takes:
        yield Condition("taken", student, number)
    for student, number in takes - before:
        assert number in problem.fillable, "a place that nobody may be added to"
        if problem.places[number].session in candidates[student].cannot:
            yield Condition("cannot", student)


def _seats(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    candidates = {candidate.key for candidate in problem.candidates}
    for number in problem.fillable:
        place = problem.places[number]
        fixed = {t.key or t.name for t in place.takers if t.key not in candidates}
        people = len(fixed) + sum(1 for _, taken in takes if taken == number)
        if people < place.least:
            yield Condition("need", place=number)
        limit = place.most
        if limit is None:
            limit = max(place.least, 1, len(place.takers))
        if people > max(limit, len(fixed)):
            yield Condition("capacity", role=place.role)


def _students(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    rules = problem.presenting.each_student
    wanted = {role.name for role in problem.presenting.roles if role.least and not role.backup}
    for candidate in problem.candidates:
        own = [problem.places[number] for student, number in takes if student == candidate.key]
        to_come = [place for place in own if place.session not in problem.over]
        counted = [place for place in own if rules.count_backups or not place.backup]
        new = [place for place in counted if place.session not in problem.over]
        if rules.at_least and len(counted) < rules.at_least:
            yield Condition("at_least", candidate.key)
        if rules.at_most and len(counted) > rules.at_most and new:
            yield Condition("at_most", candidate.key)
        if rules.every_role and not wanted <= {place.role for place in own}:
            yield Condition("every_role", candidate.key)
        times = Counter(place.role for place in own)
        if rules.distinct_roles and any(times[place.role] > 1 for place in to_come):
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
            problem.places[number].session for student, number in takes if student == candidate.key
        ]
        weeks = {problem.sessions[s].week for s in own}
        done = {problem.sessions[s].week for s in own if s in problem.over}
        for one, other in combinations(weeks, 2):
            near = one is not None and other is not None and abs((one - other).days) == 7
            if near and not (one in done and other in done):
                yield Condition("not_two_weeks_in_a_row", candidate.key)


def _groups(problem: AssignProblem, takes: Takes) -> Iterator[Condition]:
    candidates = {candidate.key for candidate in problem.candidates}
    asked = {problem.places[number].session for number in problem.fillable}
    people: dict[tuple[str, str], set[str]] = {}
    for number, place in enumerate(problem.places):
        if place.session in asked:
            here = {student for student, taken in takes if taken == number}
            here |= {t.key or f"guest {t.name}" for t in place.takers if t.key not in candidates}
            for paper in {"", place.paper}:
                people.setdefault((place.session, paper), set()).update(here)
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
        for number, place in enumerate(problem.places)
        for taker in place.takers
        if taker.key in candidates
    }
    given = list(given)
    assert len(given) == len(set(given))
    assert not before & set(given)
    return before | set(given)
