"""Conflicts and changes in plain words: few lines, each with its file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..model.listed import listed
from ..model.problem import Source
from .conflict import Conflict
from .problem import AssignProblem, ConditionKind
from .relaxation import Relaxation
from .rows import Row

MOST_LINES = 10
"""The most lines that are printed of what conflicts and of what solves it.

The line above each of them counts, and the last one, which says that the time was used up.
"""
_Eased = tuple[Row, int]
"""A row that gives way, and by how much."""
_FEW = 3
"""How many things are named one by one; of more, the first ones and their number."""


def told(
    conflicts: Sequence[Conflict], relaxation: Relaxation | None, problem: AssignProblem
) -> list[str]:
    """The lines that say what conflicts, and then what solves it."""
    changes = _changes(relaxation) if relaxation else []
    note = []
    if not all(conflict.is_irreducible for conflict in conflicts):
        note = ["not all of it may be needed for the conflict: the time was used up"]
    most = MOST_LINES - len(note)
    room = most - 2 - min(len(changes), _FEW)
    lines = ["no assignment fulfills all of this:"]
    lines += _within(room, [_sentence(own, problem) for own in merged(conflicts)])
    if relaxation:
        count = relaxation.changes
        if count == 1:
            lines.append("1 change solves it:")
        elif relaxation.is_least:
            lines.append(f"{count} changes of rules and slots solve it, and fewer do not:")
        else:
            lines.append(f"{count} changes solve it:")
        lines += _within(most - len(lines), changes)
    return lines + note


def _within(most: int, sentences: Sequence[str]) -> list[str]:
    """*sentences* in *most* lines at the most; the last line holds all that are left."""
    if len(sentences) > most:
        sentences = [*sentences[: most - 1], "; ".join(sentences[most - 1 :])]
    return [f"- {sentence}" for sentence in sentences]


def merged(conflicts: Iterable[Conflict]) -> list[list[Conflict]]:
    """*conflicts* in groups: those of one differ in their slots alone, or in students alone."""
    found: dict[object, list[Conflict]] = {}
    for conflict in conflicts:
        students = frozenset((row.condition.kind, row.condition.student) for row in conflict.rows)
        found.setdefault(students, []).append(conflict)
    again: dict[object, list[Conflict]] = {}
    for own in found.values():
        rows = [row for conflict in own for row in conflict.rows]
        slots = frozenset((row.condition.kind, row.slots, row.condition.session) for row in rows)
        again.setdefault(slots, []).extend(own)
    return list(again.values())


def _by_kind(rows: Iterable[Row]) -> dict[ConditionKind, list[Row]]:
    found: dict[ConditionKind, list[Row]] = {}
    for row in rows:
        found.setdefault(row.condition.kind, []).append(row)
    return dict(sorted(found.items(), key=lambda pair: pair[0]))


def _sentence(conflicts: Sequence[Conflict], problem: AssignProblem) -> str:
    """What is wanted, and why there is not so much."""
    rows = tuple(dict.fromkeys(row for conflict in conflicts for row in conflict.rows))
    by_kind = _by_kind(rows)
    wanted = {kind: own for kind, own in by_kind.items() if own[0].least is not None}
    allowed = {kind: own for kind, own in by_kind.items() if own[0].most is not None}
    want = sum(row.least or 0 for row in rows)
    have = sum(row.most or 0 for row in rows)
    lack = sum(conflict.lack for conflict in conflicts)
    text = " and ".join(_PHRASES[kind](own, problem) for kind, own in wanted.items())
    if allowed:
        text += (
            f", but {' and '.join(_PHRASES[kind](own, problem) for kind, own in allowed.items())}"
        )
    else:
        had = len({n for row in rows for n in row.variables})  # each person counts once
        if had:
            text += f", but only {had} can be had"
        elif problem.slots and all(map(problem.is_over, range(len(problem.slots)))):
            text += ", but all sessions are over"
        else:
            text += ", but there is no such slot"
    if len(wanted) == len(allowed) == 1 and want - have == lack and have and len(rows) > _FEW:
        text += f": {want} are wanted, {have} can be had, {lack} too few"
    return text


def _need(rows: Sequence[Row], problem: AssignProblem) -> str:
    slots = [problem.slots[n] for row in rows for n in row.slots]
    where = _sources(slot.source for slot in slots)
    wanted = _besides_guests(sum(row.least or 0 for row in rows), rows, problem)
    if len(slots) == 1:
        return f"{_slot(rows[0].slots[0], problem)} wants {wanted} ({where})"
    roles = list(dict.fromkeys(slot.role for slot in slots))
    sessions = list(dict.fromkeys(slot.session for slot in slots))
    what = f"{len(slots)} slots"
    if len(roles) < len(problem.presenting.roles):
        what += f" as {listed(roles)}"
    if len(sessions) <= _FEW:
        titles = (repr(problem.sessions[session].title) for session in sessions)
        what += f" in {listed(titles)}"
    return f"{what} want {wanted} ({where})"


def _taken(rows: Sequence[Row], problem: AssignProblem) -> str:
    takers = []
    for row in rows:
        number = row.slots[0]
        takers += [t for t in problem.slots[number].takers if t.key == row.condition.student]
    where = _sources(taker.source for taker in takers)
    names = _names(row.condition.student for row in rows)
    numbers = sorted({row.slots[0] for row in rows})
    if len(numbers) <= 2:
        slots = " and ".join(_slot(number, problem) for number in numbers)
        verb = "has" if len({row.condition.student for row in rows}) == 1 else "have"
        return f"{names(problem)} {verb} {slots} ({where})"
    return f"{len(numbers)} slots are taken, by {names(problem)} ({where})"


def _cannot(rows: Sequence[Row], problem: AssignProblem) -> str:
    keys = list(dict.fromkeys(row.condition.student for row in rows))
    sessions = list(dict.fromkeys(problem.slots[row.slots[0]].session for row in rows))
    barred = [problem.by_key[key] for key in keys]
    where = _sources(candidate.source for candidate in barred)
    titles = [repr(problem.sessions[session].title) for session in sessions]
    always = all(session in c.cannot for c in barred for session in sessions)
    some = "any" if always else "some"
    then = f"to {listed(titles)}" if len(titles) <= 4 else f"to {some} of {len(titles)} sessions"
    if always and len(keys) == len(problem.candidates):
        return f"none of the {len(keys)} students can come {then} ({where})"
    return f"{_names(keys)(problem)} cannot come {then} ({where})"


def _capacity(rows: Sequence[Row], problem: AssignProblem) -> str:
    where = _rule("roles", problem)
    numbers = [n for row in rows for n in row.slots]
    taken = _besides_guests(sum(row.most or 0 for row in rows), rows, problem)
    if len(numbers) == 1:
        return f"that takes {taken} ({where})"
    roles = list(dict.fromkeys(problem.slots[n].role for n in numbers))
    what = f"{len(numbers)} slots"
    if len(roles) < len(problem.presenting.roles):
        what += f" as {listed(roles)}"
    return f"{what} take {taken} ({where})"


def _besides_guests(count: int, rows: Iterable[Row], problem: AssignProblem) -> str:
    """*count* students in words, and the guests of the slots, whom the rows leave out."""
    guests = sum(len(problem.others(number)) for row in rows for number in row.slots)
    besides = f" besides {guests} {'guest' if guests == 1 else 'guests'}" if guests else ""
    return f"{_people(count)}{besides}"


def _of_students(text: str, kind: ConditionKind) -> Callable[[Sequence[Row], AssignProblem], str]:
    def phrase(rows: Sequence[Row], problem: AssignProblem) -> str:
        rules = problem.presenting.each_student
        keys = dict.fromkeys(row.condition.student for row in rows)
        roles = dict.fromkeys(problem.slots[row.slots[0]].role for row in rows if row.slots)
        words = text.format(
            least=_number_of_slots(rules.at_least or 0),
            most=_number_of_slots(rules.at_most or 0),
            roles=listed(roles or problem.wanted_roles),
        )
        return f"{_names(keys)(problem)} must {words} ({_rule(f'each_student.{kind}', problem)})"

    return phrase


def _of_groups(kind: ConditionKind) -> Callable[[Sequence[Row], AssignProblem], str]:
    def phrase(rows: Sequence[Row], problem: AssignProblem) -> str:
        of_session = kind.startswith("each_session")
        rules = problem.presenting.each_session if of_session else problem.presenting.each_paper
        is_least = kind.endswith("least")
        bound = f"at least {rules.at_least}" if is_least else f"at most {rules.at_most}"
        titles = [_group(row, problem) for row in rows]
        what = (
            listed(titles)
            if len(titles) <= _FEW
            else (f"{len(titles)} {'sessions' if of_session else 'papers'}")
        )
        return f"{what} must have {bound} presenters ({_rule(kind, problem)})"

    return phrase


def _group(row: Row, problem: AssignProblem) -> str:
    title, paper = problem.sessions[row.condition.session].title, row.condition.paper
    if paper and sum(name == paper for _, name in problem.groups) > 1:
        return f"{paper!r} in {title!r}"
    return repr(paper or title)


_PHRASES: dict[ConditionKind, Callable[[Sequence[Row], AssignProblem], str]] = {
    "need": _need,
    "taken": _taken,
    "cannot": _cannot,
    "capacity": _capacity,
    "at_least": _of_students("have at least {least}", "at_least"),
    "at_most": _of_students("have at most {most}", "at_most"),
    "distinct_roles": _of_students("take another role each time", "distinct_roles"),
    "every_role": _of_students("be {roles} once", "every_role"),
    "one_role_a_session": _of_students("have one role in a session", "one_role_a_session"),
    "one_slot_a_session": _of_students("have one slot in a session", "one_slot_a_session"),
    "not_two_weeks_in_a_row": _of_students(
        "not present in two weeks in a row", "not_two_weeks_in_a_row"
    ),
    "each_session.at_least": _of_groups("each_session.at_least"),
    "each_session.at_most": _of_groups("each_session.at_most"),
    "each_paper.at_least": _of_groups("each_paper.at_least"),
    "each_paper.at_most": _of_groups("each_paper.at_most"),
}


def _changes(relaxation: Relaxation) -> list[str]:
    """What gives way, by kind: most changes first."""
    rows, problem = relaxation.rows.rows, relaxation.rows.problem
    by_kind: dict[ConditionKind, list[_Eased]] = {}
    for number, amount in relaxation.eased.items():
        by_kind.setdefault(rows[number].condition.kind, []).append((rows[number], amount))
    ordered = sorted(by_kind.items(), key=lambda pair: (-sum(n for _, n in pair[1]), pair[0]))
    return [_change(kind, own, problem) for kind, own in ordered]


_LET: dict[ConditionKind, str] = {
    "distinct_roles": "take a role again",
    "every_role": "do without a role",
    "one_role_a_session": "have two roles in one session",
    "one_slot_a_session": "have two slots in one session",
    "not_two_weeks_in_a_row": "present in two weeks in a row",
}


def _change(kind: ConditionKind, eased: Sequence[_Eased], problem: AssignProblem) -> str:
    if kind == "capacity":
        return _more_places(eased, problem)
    if kind == "need":
        return _fewer_people(eased, problem)
    if kind in {"cannot", "taken"}:
        return _other_facts(kind, eased, problem)
    count = sum(amount for _, amount in eased)
    if "." in kind:
        rule = _rule(kind, problem)
        titles = _some([_group(row, problem) for row, _ in eased])
        more = "fewer" if kind.endswith("least") else "more"
        number = "one presenter" if count == len(eased) else f"{count} presenters"
        return f"{number} {more}{_all_together(eased)} for {titles} ({rule})"
    names = _names(row.condition.student for row, _ in eased)(problem)
    rule = _rule(f"each_student.{kind}", problem)
    if kind in _LET:
        once = (
            ""
            if count == len({row.condition.student for row, _ in eased})
            else (f" {count} times, all together")
        )
        return f"let {names} {_LET[kind]}{once} ({rule})"
    some, by = ("more", 1) if kind == "at_most" else ("fewer", -1)
    bounds = {(row.least or row.most or 0) + by for row, _ in eased}
    if count == len(eased) and len(bounds) == 1:
        return f"let {names} have {_number_of_slots(bounds.pop())} ({rule})"
    return f"let {names} have {count} slots {some}, all together ({rule})"


def _more_places(eased: Sequence[_Eased], problem: AssignProblem) -> str:
    count = sum(amount for _, amount in eased)
    more = "one more place" if count == len(eased) else f"{count} more places"
    word = "for" if len(eased) <= _FEW else "in"
    slots = _slots((row for row, _ in eased), problem)
    return f"{more}{_all_together(eased)} {word} {slots} ({_rule('roles', problem)})"


def _fewer_people(eased: Sequence[_Eased], problem: AssignProblem) -> str:
    where = _sources(problem.slots[row.slots[0]].source for row, _ in eased)
    count = sum(amount for _, amount in eased)
    if all(amount == row.least for row, amount in eased):
        has_guests = any(problem.others(row.slots[0]) for row, _ in eased)
        fewer = "nobody else" if has_guests else "nobody"
    elif count == len(eased):
        fewer = "fewer people" if count == 1 else "one person fewer"
    else:
        fewer = f"{count} people fewer{_all_together(eased)}"
    return f"{fewer} for {_slots((row for row, _ in eased), problem)} ({where})"


def _all_together(eased: Sequence[_Eased]) -> str:
    """What follows a sum; nothing where each gives way by 1, or there is one alone."""
    each_by_one = all(amount == 1 for _, amount in eased)
    return "" if each_by_one or len(eased) == 1 else ", all together,"


def _other_facts(kind: ConditionKind, eased: Sequence[_Eased], problem: AssignProblem) -> str:
    """Who comes all the same, or who does not take what they have."""
    texts, sources = [], []
    for row, _ in eased:
        candidate, slot = problem.by_key[row.condition.student], problem.slots[row.slots[0]]
        if kind == "cannot":
            texts.append(f"{candidate.name} to {problem.sessions[slot.session].title!r}")
            sources.append(candidate.source)
        else:
            texts.append(f"{candidate.name} out of {_slot(row.slots[0], problem)}")
            sources.append(slot.source)
    return f"{'get' if kind == 'cannot' else 'take'} {_some(texts)} ({_sources(sources)})"


def _slots(rows: Iterable[Row], problem: AssignProblem) -> str:
    """Slots, each of which has a row of its own."""
    numbers = sorted(row.slots[0] for row in rows)
    if len(numbers) <= _FEW:
        return listed(_slot(number, problem) for number in numbers)
    roles = Counter(problem.slots[number].role for number in numbers)
    parts = listed(f"{count} as {role}" for role, count in roles.items())
    sessions = dict.fromkeys(problem.slots[number].session for number in numbers)
    titles = _some([repr(problem.sessions[session].title) for session in sessions])
    return f"{len(numbers)} slots ({parts}) of {titles}"


def _number_of_slots(count: int) -> str:
    return "no slot" if count == 0 else "1 slot" if count == 1 else f"{count} slots"


def _people(count: int) -> str:
    return "nobody" if count == 0 else "1 person" if count == 1 else f"{count} people"


def _slot(number: int, problem: AssignProblem) -> str:
    slot = problem.slots[number]
    title = f"session {problem.sessions[slot.session].title!r}"
    return f"{slot.role} in {title}" + (f", {slot.paper!r}" if slot.paper else "")


def _names(keys: Iterable[str]) -> Callable[[AssignProblem], str]:
    """The students with *keys*: by name, or how many they are."""
    keys = list(dict.fromkeys(keys))

    def named(problem: AssignProblem) -> str:
        names = [problem.by_key[key].name for key in keys]
        if len(keys) == len(problem.candidates) > _FEW:
            return f"all {len(keys)} students"
        if len(names) <= _FEW:
            return listed(names)
        return f"{len(names)} students ({_some(names)})"

    return named


def _some(texts: Sequence[str]) -> str:
    if len(texts) <= _FEW + 1:
        return listed(texts)
    return f"{', '.join(texts[:_FEW])} and {len(texts) - _FEW} more"


def _sources(sources: Iterable[Source]) -> str:
    """Where things are: a file with its lines; of many the first and the last."""
    return listed(_ranges(sources))


def _ranges(sources: Iterable[Source]) -> Iterator[str]:
    lines: dict[str, set[int]] = {}
    for source in sources:
        lines.setdefault(source.path, set()).update(() if source.line is None else {source.line})
    for path, of in lines.items():
        first, last = min(of, default=None), max(of, default=0)
        more = f" to {last}" if len(of) > 1 else ""
        if len(of) <= _FEW and last - (first or 0) >= len(of):
            more = "".join(f", {line}" for line in sorted(of)[1:])
        yield f"{Source(path, first)}{more}"


def _rule(name: str, problem: AssignProblem) -> str:
    source = problem.presenting.source
    return f"presenting.{name}, {source}" if source else f"presenting.{name}"
