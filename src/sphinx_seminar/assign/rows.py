"""The conditions of an assignment as sums over who takes what, for whatever solves them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .problem import AssignProblem, Condition

_Group = TypeVar("_Group", str, int)
Pair = tuple[str, int]
"""A student's key and the number of a slot."""


@dataclass(frozen=True, slots=True)
class Row:
    """Variables, and how many of them have to be true, at the least or at the most."""

    condition: Condition
    """What it belongs to: a condition has one row, or several."""
    variables: tuple[int, ...]
    least: int | None = None
    most: int | None = None
    slots: tuple[int, ...] = ()
    """The numbers of the slots that it is about; empty where it is about all."""
    without: int | None = None
    """A variable that is subtracted from the sum."""


@dataclass(frozen=True, slots=True)
class Either:
    """A variable that has to be true where one of several others is."""

    variable: int
    of: tuple[int, ...]
    is_exact: bool = False
    """Whether it has to be false everywhere else."""


def _grouped(numbers: Iterable[int], of: Callable[[int], _Group]) -> dict[_Group, list[int]]:
    """The numbers of slots, by what *of* says of each."""
    found: dict[_Group, list[int]] = {}
    for number in numbers:
        found.setdefault(of(number), []).append(number)
    return found


class Rows:
    """A variable for each student and slot, and the rows of each condition."""

    def __init__(self, problem: AssignProblem, conditions: Iterable[Condition]) -> None:
        self.problem = problem
        self.count = 0
        """How many variables there are; those of `takes` come first."""
        self.takes: dict[Pair, int] = {}
        self.eithers: list[Either] = []
        self.rows: list[Row] = []
        self._present: dict[tuple[str, str], int] = {}
        self._of_student: dict[str, list[int]] = {c.key: [] for c in problem.candidates}
        self._of_slot: list[list[int]] = [[] for _ in problem.slots]
        for number in range(len(problem.slots)):
            for candidate in problem.candidates:
                pair = (candidate.key, number)
                if number in problem.fillable or pair in problem.taken:
                    self.takes[pair] = self._variable()
                    self._of_student[pair[0]].append(number)
                    self._of_slot[number].append(self.takes[pair])
        for condition in conditions:
            self._add(condition)

    def slots_of(self, student: str) -> list[int]:
        """The slots that a student has, or may be given."""
        return self._of_student[student]

    def by_session(self, numbers: Iterable[int]) -> dict[str, list[int]]:
        """The slots *numbers* by their session; those that are over are left out."""
        held = (number for number in numbers if not self.problem.is_over(number))
        return _grouped(held, self._session_of)

    def _session_of(self, number: int) -> str:
        return self.problem.slots[number].session

    def _role_of(self, number: int) -> str:
        return self.problem.slots[number].role

    def _variable(self) -> int:
        self.count += 1
        return self.count - 1

    def _add(self, condition: Condition) -> None:
        match condition.kind:
            case "need" | "capacity":
                self._fill(condition)
            case (
                "each_session.at_least"
                | "each_session.at_most"
                | "each_paper.at_least"
                | "each_paper.at_most"
            ):
                self._group(condition)
            case "taken" | "cannot":
                self._fact(condition)
            case _:
                self._student_rule(condition)

    def _at_most(
        self, condition: Condition, variables: Sequence[int], most: int, slots: Iterable[int] = ()
    ) -> None:
        if len(variables) > most:
            self.rows.append(Row(condition, tuple(variables), most=most, slots=tuple(slots)))

    def _at_least(
        self, condition: Condition, variables: Sequence[int], least: int, slots: Iterable[int] = ()
    ) -> None:
        if least > 0:
            self.rows.append(Row(condition, tuple(variables), least=least, slots=tuple(slots)))

    def _fill(self, condition: Condition) -> None:
        problem = self.problem
        if condition.slot is not None:
            number = condition.slot
            least = problem.slots[number].least - len(problem.others(number))
            self._at_least(condition, self._of_slot[number], least, [number])
            return
        for number in sorted(problem.fillable):
            if problem.slots[number].role == condition.role:
                most = problem.most(number) - len(problem.others(number))
                self._at_most(condition, self._of_slot[number], max(most, 0), [number])

    def _fact(self, condition: Condition) -> None:
        problem, key = self.problem, condition.student
        if condition.slot is not None:
            taken = self.takes[key, condition.slot]
            self._at_least(condition, [taken], 1, [condition.slot])
            return
        barred = problem.by_key[key].cannot
        for session, numbers in _grouped(self._of_student[key], self._session_of).items():
            own = [n for n in numbers if (key, n) not in problem.taken]
            if session in barred and own:
                self._at_most(condition, [self.takes[key, n] for n in own], 0, own)

    def _student_rule(self, condition: Condition) -> None:
        problem, key = self.problem, condition.student
        rules = problem.presenting.each_student
        numbers = self._of_student[key]
        past = problem.past(key)
        counted = [self.takes[key, n] for n in numbers if problem.counts(n)]
        match condition.kind:
            case "at_least":
                self._at_least(condition, counted, rules.at_least or 0)
            case "at_most":
                assert rules.at_most is not None
                before = sum(1 for n in past if problem.counts(n))
                self._at_most(condition, counted, max(rules.at_most, before))
            case "distinct_roles":
                for role, own in _grouped(numbers, self._role_of).items():
                    before = sum(1 for n in past if problem.slots[n].role == role)
                    self._at_most(condition, self._taken(key, own), max(1, before), own)
            case "every_role":
                by_role = _grouped(numbers, self._role_of)
                for role in problem.wanted_roles:
                    own = by_role.get(role, [])
                    self._at_least(condition, self._taken(key, own), 1, own)
            case "one_role_a_session" | "one_slot_a_session":
                self._once_a_session(condition, numbers)
            case _:
                self._rest_weeks(condition, numbers, past)

    def _once_a_session(self, condition: Condition, numbers: Iterable[int]) -> None:
        key = condition.student
        for session, together in self.by_session(numbers).items():
            once = self._taken(key, together)
            if condition.kind == "one_role_a_session":
                roles = _grouped(together, self._role_of).values()
                once = [self._any(self._taken(key, own)) for own in roles]
            self._once(condition, once, session, together)

    def _once(
        self, condition: Condition, variables: Sequence[int], session: str, slots: Sequence[int]
    ) -> None:
        """At most one of *variables*, and none where the student is not in the session at all.

        Else a linear program could have half of a student here and half there, which matters where
        the people of a session are counted.
        """
        key = (condition.student, session)
        if len(variables) > 1 and self.problem.presenting.each_session.at_most is not None:
            present = self._is_present(key, slots)
            row = Row(condition, tuple(variables), most=0, slots=tuple(slots), without=present)
            self.rows.append(row)
        else:
            self._at_most(condition, variables, 1, slots)

    def _is_present(self, key: tuple[str, str], slots: Sequence[int]) -> int:
        if key not in self._present:
            self._present[key] = self._any(self._taken(key[0], slots))
        return self._present[key]

    def _taken(self, key: str, numbers: Iterable[int]) -> list[int]:
        return [self.takes[key, n] for n in numbers]

    def _rest_weeks(
        self, condition: Condition, numbers: Iterable[int], past: Iterable[int]
    ) -> None:
        problem, key = self.problem, condition.student
        weeks = {n: problem.sessions[self._session_of(n)].week for n in numbers}
        dated = {n: week.toordinal() for n, week in weeks.items() if week}
        by_week = _grouped(dated, dated.__getitem__)
        over = set(past)
        before = {week for week, own in by_week.items() if over & set(own)}
        any_of = {week: self._any(self._taken(key, own)) for week, own in by_week.items()}
        for start in sorted(any_of):
            if start + 7 in any_of and not {start, start + 7} <= before:
                slots = (*by_week[start], *by_week[start + 7])
                self._at_most(condition, [any_of[start], any_of[start + 7]], 1, slots)

    def _any(self, variables: Sequence[int], *, is_exact: bool = False) -> int:
        """A variable that has to be true where one of *variables* is."""
        if len(variables) == 1:
            return variables[0]
        either = self._variable()
        self.eithers.append(Either(either, tuple(variables), is_exact))
        return either

    def _group(self, condition: Condition) -> None:
        """How many people a session or a paper has, each counted once."""
        problem = self.problem
        of_session = condition.kind.startswith("each_session")
        rules = problem.presenting.each_session if of_session else problem.presenting.each_paper
        numbers = problem.groups[condition.session, condition.paper]
        guests = len({other for number in numbers for other in problem.others(number)})
        is_least = condition.kind.endswith("at_least")
        people = []
        for candidate in problem.candidates:
            own = [n for n in numbers if (candidate.key, n) in self.takes]
            if own and of_session and not is_least:
                people.append(self._is_present((candidate.key, condition.session), own))
            elif own:
                people.append(self._any(self._taken(candidate.key, own), is_exact=is_least))
        if is_least:
            self._at_least(condition, people, (rules.at_least or 0) - guests, numbers)
        else:
            most = max((rules.at_most or 0) - guests, 0)
            self._at_most(condition, people, most, numbers)
