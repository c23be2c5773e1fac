"""What an assignment has to fulfill, as data: who may take what, and under which conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..model.presenting import GroupRules, Presenting
from ..model.presenting_role import role_key
from ..model.problem import Source
from ..model.slot import PresentingSession, Slot

ConditionKind = Literal[
    "cannot",
    "taken",
    "not_two_weeks_in_a_row",
    "one_role_a_session",
    "one_slot_a_session",
    "distinct_roles",
    "at_most",
    "capacity",
    "each_session.at_most",
    "each_paper.at_most",
    "each_session.at_least",
    "each_paper.at_least",
    "every_role",
    "need",
    "at_least",
]
"""What a condition is about; the rules have their names of ``course.yml``.

In the order in which a conflict is tried without them: what tells a reader most comes last.
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A student who may be given slots."""

    key: str
    name: str
    source: Source
    cannot: frozenset[str] = frozenset()
    """The ids of sessions to which they cannot come."""
    likes_roles: Mapping[str, int] | None = None
    """How much they would like a role, by its key."""
    likes_sessions: Mapping[str, int] | None = None
    """How much they would like a session, by its id."""

    def likes(self, slot: Slot) -> int:
        """How much they would like a slot; 0 where they say nothing of it."""
        of_role = (self.likes_roles or {}).get(role_key(slot.role), 0)
        return of_role + (self.likes_sessions or {}).get(slot.session, 0)


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that has to hold, so small that a conflict can be told with it."""

    kind: ConditionKind
    student: str = ""
    """The student's key."""
    slot: int | None = None
    """The slot's number."""
    role: str = ""
    session: str = ""
    paper: str = ""


@dataclass(frozen=True)
class AssignProblem:
    """The slots of a course, of sessions that are held, and who may take them."""

    presenting: Presenting
    slots: tuple[Slot, ...]
    """Nobody who is dropped takes one. A slot is known by its number here, from 0 on."""
    sessions: Mapping[str, PresentingSession]
    candidates: tuple[Candidate, ...]
    fillable: frozenset[int]
    """The numbers of the slots to which somebody may be added."""
    over: frozenset[str] = frozenset()
    """The ids of the sessions that are over: what is wrong there cannot be mended."""

    @cached_property
    def by_key(self) -> dict[str, Candidate]:
        """The candidates by key."""
        return {candidate.key: candidate for candidate in self.candidates}

    @cached_property
    def taken(self) -> frozenset[tuple[str, int]]:
        """Which candidate has which slot already."""
        return frozenset(
            (taker.key, number)
            for number, slot in enumerate(self.slots)
            for taker in slot.takers
            if taker.key in self.by_key
        )

    def others(self, number: int) -> set[str]:
        """Who has a slot and is no candidate: guests, and people whom the roster has not."""
        takers = self.slots[number].takers
        return {taker.key or f"({taker.name or taker.note})" for taker in takers} - set(self.by_key)

    def most(self, number: int) -> int:
        """How many people a slot takes.

        Where a role does not say, it takes no more than it wants; an optional one takes one.
        """
        slot = self.slots[number]
        if slot.most is not None:
            return slot.most
        return max(slot.least, 1, len(slot.takers))

    def is_over(self, number: int) -> bool:
        """Whether the session of a slot is over."""
        return self.slots[number].session in self.over

    def past(self, student: str) -> list[int]:
        """The slots that a student had in sessions that are over."""
        return [n for n in range(len(self.slots)) if (student, n) in self.taken and self.is_over(n)]

    def counts(self, number: int) -> bool:
        """Whether a slot counts for ``at_least`` and ``at_most``."""
        return self.presenting.each_student.count_backups or not self.slots[number].backup

    @cached_property
    def wanted_roles(self) -> tuple[str, ...]:
        """The roles of which ``every_role`` speaks."""
        return tuple(r.name for r in self.presenting.roles if r.least and not r.backup)

    @cached_property
    def groups(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """The slots of each session that can be filled, and of each of its papers.

        A session is filed under an empty paper.
        """
        open_sessions = {self.slots[number].session for number in self.fillable}
        found: dict[tuple[str, str], list[int]] = {}
        for number, slot in enumerate(self.slots):
            if slot.session in open_sessions:
                found.setdefault((slot.session, ""), []).append(number)
                if slot.paper:
                    found.setdefault((slot.session, slot.paper), []).append(number)
        return {key: tuple(numbers) for key, numbers in found.items()}


def conditions(problem: AssignProblem) -> list[Condition]:
    """All that has to hold."""
    found = [*_of_students(problem), *_of_slots(problem), *_of_groups(problem)]
    return list(dict.fromkeys(found))


def _of_students(problem: AssignProblem) -> Iterator[Condition]:
    rules = problem.presenting.each_student
    stated: list[tuple[ConditionKind, object]] = [
        ("at_least", rules.at_least),
        ("at_most", rules.at_most),
        ("distinct_roles", rules.distinct_roles),
        ("every_role", rules.every_role),
        ("one_role_a_session", rules.one_role_a_session),
        ("one_slot_a_session", rules.one_slot_a_session),
        ("not_two_weeks_in_a_row", rules.not_two_weeks_in_a_row),
    ]
    for candidate in problem.candidates:
        if candidate.cannot:
            yield Condition("cannot", candidate.key)
        for kind, value in stated:
            if value:
                yield Condition(kind, candidate.key)


def _of_slots(problem: AssignProblem) -> Iterator[Condition]:
    for number, slot in enumerate(problem.slots):
        for taker in slot.takers:
            if taker.key in problem.by_key:
                yield Condition("taken", taker.key, number)
        if number in problem.fillable:
            yield Condition("capacity", role=slot.role)
            if slot.least:
                yield Condition("need", slot=number)


def _of_groups(problem: AssignProblem) -> Iterator[Condition]:
    for session, paper in problem.groups:
        rules: GroupRules = problem.presenting.each_session
        least: ConditionKind = "each_session.at_least"
        most: ConditionKind = "each_session.at_most"
        if paper:
            rules, least, most = (
                problem.presenting.each_paper,
                "each_paper.at_least",
                "each_paper.at_most",
            )
        if rules.at_least is not None:
            yield Condition(least, session=session, paper=paper)
        if rules.at_most is not None:
            yield Condition(most, session=session, paper=paper)
