"""Why there is no assignment: conditions that conflict, none of which can be spared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from ..model.problem import Source
from .problem import AssignProblem, Condition, ConditionKind, conditions
from .solver import Step, conflicting, is_possible

_ORDER: tuple[ConditionKind, ...] = get_args(ConditionKind)
_NAMED = 5
"""So many students or sessions are named; of more, the number."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Conditions that cannot hold together."""

    conditions: tuple[Condition, ...]
    irreducible: bool = True
    """Whether each was found to be needed; else the solver ran out of time with some."""


def find_conflict(problem: AssignProblem, step: Step = lambda _: None) -> Conflict:
    """An irreducible set of conditions of *problem*, which has no solution."""
    step("looking for what conflicts")
    core = conflicting(problem, conditions(problem))
    left = sorted(core, key=lambda condition: _ORDER.index(condition.kind))
    chunks = [[c for c in left if c.kind == kind] for kind in _ORDER]
    irreducible = True
    while chunks:
        chunk = chunks.pop(0)
        if not chunk:
            continue
        dropped = set(chunk)
        rest = [condition for condition in left if condition not in dropped]
        possible = is_possible(problem, rest)
        if possible is False:
            left = rest
        elif len(chunk) > 1:
            half = len(chunk) // 2
            chunks[:0] = [chunk[:half], chunk[half:]]
        elif possible is None:
            irreducible = False
    return Conflict(tuple(left), irreducible)


def sentences(conflict: Conflict, problem: AssignProblem) -> Iterator[str]:
    """The conflict in plain words, the rules first, each with its file and line."""
    for kind in reversed(_ORDER):
        own = [condition for condition in conflict.conditions if condition.kind == kind]
        if not own:
            continue
        if kind in {"need", "taken", "cannot", "capacity"}:
            for condition in own:
                yield _fact(condition, problem)
        elif kind.startswith("each_"):
            yield _group_rule(kind, own, problem)
        else:
            yield _student_rule(kind, own, problem)


def _fact(condition: Condition, problem: AssignProblem) -> str:
    if condition.kind == "capacity":
        numbers = [n for n in problem.fillable if problem.slots[n].role == condition.role]
        most = max(problem.most(number) for number in numbers)
        people = "1 person" if most == 1 else f"{most} people"
        return f"{condition.role} has slots for {people} at the most ({_rule('roles', problem)})"
    if condition.kind == "cannot":
        candidate = problem.by_key[condition.student]
        titles = [s.title for s in problem.sessions.values() if s.id in candidate.cannot]
        named = _listed([f"{title!r}" for title in titles], "sessions")
        return f"{candidate.name} cannot come to {named} ({where(candidate.source)})"
    assert condition.slot is not None
    slot = problem.slots[condition.slot]
    session = f"session {problem.sessions[slot.session].title!r}"
    session += f", {slot.paper!r}" if slot.paper else ""
    if condition.kind == "need":
        people = "1 person" if slot.least == 1 else f"{slot.least} people"
        return f"{session} wants {people} as {slot.role} ({where(slot.source)})"
    name = problem.by_key[condition.student].name
    source = next(t.source for t in slot.takers if t.key == condition.student)
    return f"{name} is {slot.role} in {session} ({where(source)})"


def _student_rule(kind: ConditionKind, own: Sequence[Condition], problem: AssignProblem) -> str:
    rules = problem.presenting.each_student
    texts = {
        "at_least": f"have at least {rules.at_least} slots",
        "at_most": f"have at most {rules.at_most} slots",
        "distinct_roles": "take another role each time",
        "every_role": f"be {', '.join(problem.wanted_roles)} once each",
        "one_role_a_session": "have one role in a session",
        "one_slot_a_session": "have one slot in a session",
        "not_two_weeks_in_a_row": "not present in two weeks in a row",
    }
    names = [problem.by_key[condition.student].name for condition in own]
    who = _listed(names, "students")
    return f"{who} must {texts[kind]} ({_rule(f'each_student.{kind}', problem)})"


def _group_rule(kind: ConditionKind, own: Sequence[Condition], problem: AssignProblem) -> str:
    of_session = kind.startswith("each_session")
    rules = problem.presenting.each_session if of_session else problem.presenting.each_paper
    bound = rules.at_least if kind.endswith("least") else rules.at_most
    titles = [c.paper or problem.sessions[c.session].title for c in own]
    what = _listed([f"{title!r}" for title in titles], "sessions" if of_session else "papers")
    word = "at least" if kind.endswith("least") else "at most"
    return f"{what} must have {word} {bound} presenters ({_rule(kind, problem)})"


def _listed(names: Sequence[str], what: str) -> str:
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names)} {what}"


def _rule(name: str, problem: AssignProblem) -> str:
    source = problem.presenting.source
    return f"presenting.{name}, {where(source)}" if source else f"presenting.{name}"


def where(source: Source) -> str:
    """A source as people write it."""
    return f"{source.path}:{source.line}" if source.line else source.path
