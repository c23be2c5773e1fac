"""Why there is no assignment: conditions that cannot hold together, each conflict by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from .elastic import FACTS, Missed, cheapest
from .problem import AssignProblem, Condition, ConditionKind, conditions
from .relaxation import Relaxation
from .rows import Row, Rows
from .solver import Clock, Step, conflicting, is_possible

_ORDER: tuple[ConditionKind, ...] = get_args(ConditionKind)
_TIME_FOR_CORE = 1.0
_STEPS = 2_000
"""The most steps of the simplex that each try to shorten a conflict may take."""
_SINGLY = 30
"""The most conflicts that are looked for one by one; all that is left then is told as one."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rows that cannot hold together."""

    rows: tuple[Row, ...]
    lack: int = 0
    """By how much they miss each other; 0 where that is not known."""
    is_irreducible: bool = True
    """Whether each row is known to be needed; not where the time ran out before that was tried."""


def find_conflicts(relaxation: Relaxation, step: Step = lambda _: None) -> list[Conflict]:
    """The conflicts that *relaxation* solves, each with all that takes part in it and no more."""
    step("looking for what conflicts")
    rows, left = relaxation.rows, dict(relaxation.eased)
    found: list[Conflict] = []
    kept = relaxation.conflicting or frozenset(range(len(rows.rows)))
    while left:
        first = next(iter(left))
        own = {first}
        missed = None
        if len(found) < _SINGLY:
            near = _near(rows, kept, rows.rows[first].slots)
            for some in (near, kept):  # a conflict within a session is told of it alone
                missed = cheapest(rows, _others(relaxation, own), own, some)
                if missed is not None and missed.amounts:
                    break
            if missed is None or not missed.amounts:
                return [*found, core_conflict(rows.problem)]
            # Whatever else has to give way in the same conflict.
            own |= left.keys() & missed.traded
        else:
            own |= left.keys()
        others = _others(relaxation, own)
        if missed is None or len(own) > 1:
            missed = cheapest(rows, others, own, kept)
        if missed is None or not missed.amounts:
            return [*found, core_conflict(rows.problem)]
        found.append(_cleaned(rows, others, own, missed))
        left = {number: n for number, n in left.items() if number not in own}
    return found


def _others(relaxation: Relaxation, own: Collection[int]) -> dict[int, int]:
    return {number: n for number, n in relaxation.eased.items() if number not in own}


def _cleaned(rows: Rows, others: dict[int, int], own: set[int], missed: Missed) -> Conflict:
    """The conflict, without the kinds of conditions that it does not need."""
    total, used = missed.total, missed.traded | own
    needed = {rows.rows[number].condition.kind for number in own}
    for kind in _ORDER:
        kinds = {rows.rows[number].condition.kind for number in used}
        if kind not in kinds or kind in needed:
            continue
        for rest in _without(rows, used, kind, kinds):
            tried = cheapest(rows, others, own, rest, _STEPS)
            if tried is not None and abs(tried.total - total) < 1e-4:
                used = tried.traded | own
                break
    return Conflict(tuple(rows.rows[number] for number in sorted(used)), missed.least)


def _without(
    rows: Rows, used: frozenset[int], kind: ConditionKind, kinds: Collection[ConditionKind]
) -> Iterator[set[int]]:
    """The sets of rows that may conflict without *kind*, in the order in which they are tried.

    The first has rows of *kinds* in the sessions in which somebody is wanted. Where *kind* is a
    fact, the second has those of all sessions, and the third leaves out only the facts of others.
    """
    slots = {
        slot
        for n in used
        if rows.rows[n].least is not None and rows.rows[n].condition.kind not in {kind, *FACTS}
        for slot in rows.rows[n].slots
    }
    numbers = [n for n, row in enumerate(rows.rows) if row.condition.kind in kinds]
    near = _near(rows, numbers, slots)
    without = {n for n in near if rows.rows[n].condition.kind != kind}
    yield without
    if kind in FACTS and slots:
        # A slot that is taken wants somebody too, and may be in another session.
        yield {n for n in numbers if rows.rows[n].condition.kind != kind}
        yield without | {n for n in near & used if rows.rows[n].condition.kind == kind}


def _near(rows: Rows, numbers: Iterable[int], slots: Iterable[int]) -> set[int]:
    """Those of the rows *numbers* that speak of the sessions of *slots*, or of no slots."""
    wanted = {rows.problem.slots[slot].session for slot in slots}
    if not wanted:
        return set(numbers)
    return {
        n
        for n in numbers
        if not rows.rows[n].slots
        or any(rows.problem.slots[slot].session in wanted for slot in rows.rows[n].slots)
    }


def core_conflict(problem: AssignProblem) -> Conflict:
    """A conflict that no counting shows: what is left when condition after condition is spared."""
    core, is_irreducible = find_core(problem, _TIME_FOR_CORE)
    kept = set(core)
    rows = Rows(problem, [condition for condition in conditions(problem) if condition in kept])
    return Conflict(tuple(rows.rows), is_irreducible=is_irreducible)


def find_core(problem: AssignProblem, time: float) -> tuple[tuple[Condition, ...], bool]:
    """Conditions that conflict, and whether each is known to be needed.

    Some are not where *time*, in the solver's own units, runs out before they were tried.
    """
    clock = Clock(time)
    core = conflicting(problem, conditions(problem), clock)
    left = sorted(core, key=lambda own: _ORDER.index(own.kind))
    chunks = [[c for c in left if c.kind == kind] for kind in _ORDER]
    irreducible = True
    while chunks:
        chunk = chunks.pop(0)
        if not chunk:
            continue
        if clock.left <= 0:
            return tuple(left), False
        dropped = set(chunk)
        rest = [condition for condition in left if condition not in dropped]
        possible = is_possible(problem, rest, clock)
        if possible is False:
            left = rest
        elif len(chunk) > 1:
            half = len(chunk) // 2
            chunks[:0] = [chunk[:half], chunk[half:]]
        elif possible is None:
            irreducible = False
    return tuple(left), irreducible
