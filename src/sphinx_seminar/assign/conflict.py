"""Why there is no assignment: conditions that conflict, none of which can be spared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from ..model.listed import listed
from ..model.problem import Source
from ..model.slot import Taker
from .problem import AssignProblem, Condition, ConditionKind, conditions
from .solver import Step, conflicting, fewest, is_possible

_ORDER: tuple[ConditionKind, ...] = get_args(ConditionKind)
_Fact = Literal["need", "taken", "cannot", "capacity"]
_FACTS: tuple[_Fact, ...] = get_args(_Fact)
_SINGLY = 3
"""So many facts of a kind have a line each; more are told in one."""
_LINES = 10
"""So many lines a conflict takes, if it can be helped."""


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


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions of a conflict that are of one kind."""

    kind: ConditionKind
    conditions: tuple[Condition, ...]
    changes: int | None = None
    """How many of them have to change at the least: then all is solved. 0 where they cannot solve
    it alone; None where that is not known."""


def groups(
    conflict: Conflict, problem: AssignProblem, step: Step = lambda _: None
) -> tuple[Group, ...]:
    """The conditions of *conflict* by kind: first what takes the fewest changes, then the rules."""
    step("counting what has to change")
    found = []
    for kind in reversed(_ORDER):
        own = tuple(c for c in conflict.conditions if c.kind == kind)
        if own:
            found.append(Group(kind, own, fewest(problem, own)))
    return tuple(sorted(found, key=lambda group: group.changes or len(conflict.conditions) + 1))


def sentences(told: Sequence[Group], problem: AssignProblem) -> list[str]:
    """The conflict in plain words, each with its file and line."""
    if is_one_of_several(told):
        told = [replace(group, changes=None) for group in told]
    lines = [line for group in told for line in _sentences(group, problem, _SINGLY)]
    if len(lines) > _LINES:
        lines = [line for group in told for line in _sentences(group, problem, 1)]
    return lines


def is_one_of_several(told: Sequence[Group]) -> bool:
    """Whether another conflict is left whatever is changed in this one."""
    return all(group.changes == 0 for group in told)


def _sentences(group: Group, problem: AssignProblem, singly: int) -> Iterator[str]:
    kind, own = group.kind, group.conditions
    if kind in _FACTS and len(own) <= singly:
        yield from (f"{_fact(condition, problem)}{_changes(group, '')}" for condition in own)
    elif kind in _FACTS:
        yield f"{_facts(kind, own, problem)}{_changes(group, '')}"
    elif kind.startswith("each_"):
        yield f"{_group_rule(kind, own, problem)}{_changes(group, 'it for ')}"
    else:
        yield f"{_student_rule(kind, own, problem)}{_changes(group, 'it for ')}"


def _changes(group: Group, what: str) -> str:
    if group.changes == 0:
        return "; this alone is not enough"
    count = len(group.conditions)
    if group.changes is None or count == 1:
        return ""
    some = f"all {count}" if group.changes == count else f"{group.changes} of the {count}"
    return f"; change {what}{some}"


def _facts(kind: ConditionKind, own: Sequence[Condition], problem: AssignProblem) -> str:
    """Facts of one kind in one line."""
    if kind == "capacity":
        roles = listed(condition.role for condition in own)
        return f"{roles} have slots for so many people and no more ({_rule('roles', problem)})"
    if kind == "cannot":
        people = [problem.by_key[condition.student] for condition in own]
        names, where = listed(c.name for c in people), _sources(c.source for c in people)
        return f"{len(own)} students cannot come to some sessions: {names} ({where})"
    slots = [problem.slots[condition.slot] for condition in own if condition.slot is not None]
    if kind == "need":
        roles = listed(dict.fromkeys(slot.role for slot in slots))
        return (
            f"{len(own)} slots want people as {roles} ({_sources(slot.source for slot in slots)})"
        )
    names = listed(dict.fromkeys(problem.by_key[c.student].name for c in own))
    where = _sources(_taker(condition, problem).source for condition in own)
    return f"{len(own)} slots are taken, by {names} ({where})"


def _taker(condition: Condition, problem: AssignProblem) -> Taker:
    assert condition.slot is not None
    takers = problem.slots[condition.slot].takers
    return next(taker for taker in takers if taker.key == condition.student)


def _sources(sources: Iterable[Source]) -> str:
    """Where things stand: a file with the lines of the first and the last."""
    lines: dict[str, set[int]] = {}
    for source in sources:
        lines.setdefault(source.path, set()).update(() if source.line is None else {source.line})
    return listed(
        str(Source(path, min(of, default=None))) + (f" to {max(of)}" if len(of) > 1 else "")
        for path, of in lines.items()
    )


def _fact(condition: Condition, problem: AssignProblem) -> str:
    if condition.kind == "capacity":
        numbers = [n for n in problem.fillable if problem.slots[n].role == condition.role]
        most = max(problem.most(number) for number in numbers)
        people = "1 person" if most == 1 else f"{most} people"
        return f"{condition.role} has slots for {people} at the most ({_rule('roles', problem)})"
    if condition.kind == "cannot":
        candidate = problem.by_key[condition.student]
        titles = [s.title for s in problem.sessions.values() if s.id in candidate.cannot]
        named = listed(f"{title!r}" for title in titles)
        return f"{candidate.name} cannot come to {named} ({candidate.source})"
    assert condition.slot is not None
    slot = problem.slots[condition.slot]
    session = f"session {problem.sessions[slot.session].title!r}"
    session += f", {slot.paper!r}" if slot.paper else ""
    if condition.kind == "need":
        people = "1 person" if slot.least == 1 else f"{slot.least} people"
        return f"{session} wants {people} as {slot.role} ({slot.source})"
    name = problem.by_key[condition.student].name
    source = _taker(condition, problem).source
    return f"{name} is {slot.role} in {session} ({source})"


def _student_rule(kind: ConditionKind, own: Sequence[Condition], problem: AssignProblem) -> str:
    rules = problem.presenting.each_student
    texts = {
        "at_least": f"have at least {rules.at_least} slots",
        "at_most": f"have at most {rules.at_most} slots",
        "distinct_roles": "take another role each time",
        "every_role": f"be {listed(problem.wanted_roles)} once each",
        "one_role_a_session": "have one role in a session",
        "one_slot_a_session": "have one slot in a session",
        "not_two_weeks_in_a_row": "not present in two weeks in a row",
    }
    names = [problem.by_key[condition.student].name for condition in own]
    return f"{listed(names)} must {texts[kind]} ({_rule(f'each_student.{kind}', problem)})"


def _group_rule(kind: ConditionKind, own: Sequence[Condition], problem: AssignProblem) -> str:
    of_session = kind.startswith("each_session")
    rules = problem.presenting.each_session if of_session else problem.presenting.each_paper
    bound = rules.at_least if kind.endswith("least") else rules.at_most
    titles = [c.paper or problem.sessions[c.session].title for c in own]
    what = listed(f"{title!r}" for title in titles)
    word = "at least" if kind.endswith("least") else "at most"
    return f"{what} must have {word} {bound} presenters ({_rule(kind, problem)})"


def _rule(name: str, problem: AssignProblem) -> str:
    source = problem.presenting.source
    return f"presenting.{name}, {source}" if source else f"presenting.{name}"
