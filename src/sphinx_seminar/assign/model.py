"""The conditions of an assignment as a model of OR-Tools' CP-SAT."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from .problem import AssignProblem, Condition

Pair = tuple[str, int]
"""A student's key and the number of a slot."""


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
        self.literals: list[tuple[Condition, cp_model.IntVar]] = []
        self.takes: dict[Pair, cp_model.IntVar] = {}
        self._of_student: dict[str, list[int]] = {c.key: [] for c in problem.candidates}
        self._of_slot: list[list[cp_model.IntVar]] = [[] for _ in problem.slots]
        self._assumed = assumed
        self._enforced: cp_model.IntVar | None = None
        for number in range(len(problem.slots)):
            for candidate in problem.candidates:
                pair = (candidate.key, number)
                if number in problem.fillable or pair in problem.taken:
                    self._variable(pair)
        for condition in conditions:
            self._add(condition)

    def load(self, student: str, *, counted: bool = True) -> cp_model.LinearExprT:
        """How many slots a student has; with *counted*, that count for the rules."""
        numbers = self._of_student[student]
        own = [n for n in numbers if not counted or self.problem.counts(n)]
        return cp_model.LinearExpr.sum([self.takes[student, n] for n in own])

    def _variable(self, pair: Pair) -> None:
        variable = self.model.new_bool_var("")
        self.takes[pair] = variable
        self._of_student[pair[0]].append(pair[1])
        self._of_slot[pair[1]].append(variable)

    def _add(self, condition: Condition) -> None:
        self._enforced = None
        if self._assumed:
            self._enforced = self.model.new_bool_var("")
            self.literals.append((condition, self._enforced))
        match condition.kind:
            case "need" | "capacity":
                self._fill(condition)
            case "each_session.at_least" | "each_paper.at_least":
                self._group(condition)
            case "each_session.at_most" | "each_paper.at_most":
                self._group(condition)
            case "taken" | "cannot":
                self._fact(condition)
            case _:
                self._student_rule(condition)

    def _hold(self, constraint: cp_model.Constraint) -> None:
        if self._enforced is not None:
            constraint.only_enforce_if(self._enforced)

    def _at_most(self, variables: Sequence[cp_model.IntVar], most: int) -> None:
        if len(variables) > most:
            self._hold(self.model.add(cp_model.LinearExpr.sum(variables) <= most))

    def _at_least(self, variables: Sequence[cp_model.IntVar], least: int) -> None:
        if least > 0:
            self._hold(self.model.add(cp_model.LinearExpr.sum(variables) >= least))

    def _fill(self, condition: Condition) -> None:
        problem = self.problem
        if condition.slot is not None:
            number = condition.slot
            guests = len(problem.others(number))
            self._at_least(self._of_slot[number], problem.slots[number].least - guests)
            return
        for number in sorted(problem.fillable):
            if problem.slots[number].role == condition.role:
                most = problem.most(number) - len(problem.others(number))
                self._at_most(self._of_slot[number], max(most, 0))

    def _fact(self, condition: Condition) -> None:
        problem, key = self.problem, condition.student
        if condition.slot is not None:
            self._at_least([self.takes[key, condition.slot]], 1)
            return
        barred = problem.by_key[key].cannot
        for number in self._of_student[key]:
            pair = (key, number)
            if problem.slots[number].session in barred and pair not in problem.taken:
                self._at_most([self.takes[pair]], 0)

    def _student_rule(self, condition: Condition) -> None:
        problem, key = self.problem, condition.student
        rules = problem.presenting.each_student
        numbers = self._of_student[key]
        past = problem.past(key)
        counted = [self.takes[key, n] for n in numbers if problem.counts(n)]
        match condition.kind:
            case "at_least":
                self._at_least(counted, rules.at_least or 0)
            case "at_most":
                assert rules.at_most is not None
                before = sum(1 for n in past if problem.counts(n))
                self._at_most(counted, max(rules.at_most, before))
            case "distinct_roles":
                for role, own in self._by_role(key, numbers).items():
                    before = sum(1 for n in past if problem.slots[n].role == role)
                    self._at_most(own, max(1, before))
            case "every_role":
                by_role = self._by_role(key, numbers)
                for role in problem.wanted_roles:
                    self._at_least(by_role.get(role, []), 1)
            case "one_role_a_session":
                self._one_role(key, numbers)
            case "one_slot_a_session":
                for together in self.by_session(numbers).values():
                    self._at_most([self.takes[key, n] for n in together], 1)
            case _:
                self._rest_weeks(key, numbers, past)

    def _by_role(self, key: str, numbers: Iterable[int]) -> dict[str, list[cp_model.IntVar]]:
        found: dict[str, list[cp_model.IntVar]] = {}
        for number in numbers:
            role = self.problem.slots[number].role
            found.setdefault(role, []).append(self.takes[key, number])
        return found

    def _one_role(self, key: str, numbers: Iterable[int]) -> None:
        for own in self.by_session(numbers).values():
            by_role = self._by_role(key, own)
            self._at_most([self._any(variables) for variables in by_role.values()], 1)

    def by_session(self, numbers: Iterable[int]) -> dict[str, list[int]]:
        """The slots *numbers* by their session; those that are over are left out."""
        found: dict[str, list[int]] = {}
        for number in numbers:
            if not self.problem.is_over(number):
                found.setdefault(self.problem.slots[number].session, []).append(number)
        return found

    def slots_of(self, student: str) -> list[int]:
        """The slots that a student has, or may be given."""
        return self._of_student[student]

    def _rest_weeks(self, key: str, numbers: Iterable[int], past: Iterable[int]) -> None:
        weeks = {
            number: self.problem.sessions[self.problem.slots[number].session].week
            for number in numbers
        }
        by_week: dict[int, list[cp_model.IntVar]] = {}
        for number, week in weeks.items():
            if week:
                by_week.setdefault(week.toordinal(), []).append(self.takes[key, number])
        before = {week.toordinal() for n in past if (week := weeks[n])}
        any_of = {week: self._any(variables) for week, variables in by_week.items()}
        for start in sorted(any_of):
            if start + 7 in any_of and not {start, start + 7} <= before:
                self._at_most([any_of[start], any_of[start + 7]], 1)

    def _any(self, variables: Sequence[cp_model.IntVar]) -> cp_model.IntVar:
        """A variable that is true at least where one of *variables* is."""
        if len(variables) == 1:
            return variables[0]
        either = self.model.new_bool_var("")
        for variable in variables:
            self.model.add_implication(variable, either)
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
            own = [self.takes[pair] for n in numbers if (pair := (candidate.key, n)) in self.takes]
            if not own:
                continue
            someone = self._any(own)
            if is_least and len(own) > 1:
                self.model.add(cp_model.LinearExpr.sum(own) >= someone)
            people.append(someone)
        if is_least:
            self._at_least(people, (rules.at_least or 0) - guests)
        else:
            self._at_most(people, max((rules.at_most or 0) - guests, 0))
