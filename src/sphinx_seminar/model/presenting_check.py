"""Whether the rules of presenting hold: a pure function of slots, sessions and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

from .listed import listed
from .presenting import GroupRules, Presenting
from .problem import Source
from .slot import PresentingSession, Slot, Taker

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class UnmetRule:
    """A rule that does not hold, or does not hold yet."""

    rule: str
    """Its name in ``course.yml``, such as ``each_student.at_least``."""
    message: str
    source: Source
    person: str = ""
    """The key of the student whom it speaks of; empty where it speaks of a session."""
    missing: bool = False
    """Whether more sign-ups would mend it; else what is there breaks the rule."""
    amount: int = 0
    """How many slots there are too few, or too many."""
    roles: tuple[str, ...] = ()
    """The roles that it is about."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody for whom the rules hold."""

    key: str
    source: Source


@dataclass(frozen=True, slots=True)
class _Taken:
    """A slot that a student has."""

    slot: Slot
    session: PresentingSession
    taker: Taker

    def __str__(self) -> str:
        return f"session {self.session.title!r} ({self.taker.source})"


def check_presenting(
    presenting: Presenting,
    slots: Sequence[Slot],
    sessions: Mapping[str, PresentingSession],
    participants: Iterable[Participant],
    shown: Callable[[str], str],
) -> list[UnmetRule]:
    """All rules that are not met, those of students first.

    *sessions* are by id; *shown* gives the name of a student, by key, that a message may have.
    Slots of a session that is cancelled are left aside.
    """
    held = [slot for slot in slots if sessions[slot.session].held]
    taken: dict[str, list[_Taken]] = {participant.key: [] for participant in participants}
    sources = {participant.key: participant.source for participant in participants}
    for slot in held:
        for taker in slot.people:
            if not taker.is_guest:
                found = _Taken(slot, sessions[slot.session], taker)
                taken.setdefault(taker.key, []).append(found)
                sources.setdefault(taker.key, taker.source)
    unmet_rules: list[UnmetRule] = []
    for key, own in taken.items():
        name = shown(key) or "a student"
        unmet_rules += _of_student(presenting, key, name, own, sources[key])
    by_session: dict[str, list[Slot]] = {}
    for slot in held:
        by_session.setdefault(slot.session, []).append(slot)
    for session_id, own_slots in by_session.items():
        unmet_rules += _of_session(presenting, sessions[session_id], own_slots)
    return unmet_rules


def counted(presenting: Presenting, slots: Iterable[Slot]) -> int:
    """How many of *slots*, each taken by one student, count for ``at_least`` and ``at_most``."""
    backups = presenting.each_student.count_backups
    return sum(1 for slot in slots if backups or not slot.backup)


def _of_student(
    presenting: Presenting, key: str, name: str, own: list[_Taken], source: Source
) -> Iterator[UnmetRule]:
    rules = presenting.each_student
    count = counted(presenting, [taken.slot for taken in own])
    where = _listed(own)

    def unmet(rule: str, text: str, at: Source, **more: Any) -> UnmetRule:
        return UnmetRule(f"each_student.{rule}", text, at, key, **more)

    if rules.at_least is not None and count < rules.at_least:
        more = rules.at_least - count
        text = f"{name} has {_slots(count)}, at least {rules.at_least} are asked for{where}; "
        yield unmet("at_least", f"{text}sign up for {more} more", source, missing=True, amount=more)
    if rules.at_most is not None and count > rules.at_most:
        text = f"{name} has {_slots(count)}, at most {rules.at_most} are allowed{where}; "
        many = count - rules.at_most
        yield unmet("at_most", f"{text}give up {many}", own[-1].taker.source, amount=many)
    by_role: dict[str, list[_Taken]] = {}
    for taken in own:
        by_role.setdefault(taken.slot.role, []).append(taken)
    if rules.distinct_roles:
        for role, again in by_role.items():
            if len(again) > 1:
                text = f"{name} is {role} {_times(len(again))}{_listed(again)}; "
                text += "take another role each time"
                yield unmet("distinct_roles", text, again[-1].taker.source, roles=(role,))
    if rules.every_role:
        wanted = [role.name for role in presenting.roles if role.least and not role.backup]
        lacking = [role for role in wanted if role not in by_role]
        if lacking:
            text = f"{name} has not been {listed(lacking)}{where}; sign up for each once"
            yield unmet("every_role", text, source, missing=True, roles=tuple(lacking))
    yield from _together(presenting, unmet, name, own)


def _together(
    presenting: Presenting,
    unmet: Callable[[str, str, Source], UnmetRule],
    name: str,
    own: list[_Taken],
) -> Iterator[UnmetRule]:
    """What is wrong with slots that are too near to each other."""
    rules = presenting.each_student
    if rules.one_role_a_session or rules.one_slot_a_session:
        by_session: dict[str, list[_Taken]] = {}
        for taken in own:
            by_session.setdefault(taken.session.id, []).append(taken)
        for both in by_session.values():
            roles = dict.fromkeys(taken.slot.role for taken in both)
            slots = {(taken.slot.role, taken.slot.paper) for taken in both}
            if rules.one_slot_a_session:
                if len(slots) > 1:
                    text = f"{name} has {len(slots)} slots in one session{_listed(both)}; keep one"
                    yield unmet("one_slot_a_session", text, both[-1].taker.source)
            elif len(roles) > 1:
                text = f"{name} is {' and '.join(roles)} in one session{_listed(both)}; keep one"
                yield unmet("one_role_a_session", text, both[-1].taker.source)
    if rules.not_two_weeks_in_a_row:
        by_week = {taken.session.week: taken for taken in own if taken.session.week}
        for first, second in pairwise(sorted(by_week)):
            if second - first == _WEEK:
                both = [by_week[first], by_week[second]]
                text = f"{name} presents in two weeks in a row{_listed(both)}; move one"
                yield unmet("not_two_weeks_in_a_row", text, by_week[second].taker.source)


def _of_session(
    presenting: Presenting, session: PresentingSession, slots: list[Slot]
) -> Iterator[UnmetRule]:
    title = f"session {session.title!r}"
    for slot in slots:
        yield from _of_slot(slot, f"{title}, {slot.paper!r}" if slot.paper else title)
    yield from _of_group("each_session", presenting.each_session, slots, title)
    by_paper: dict[str, list[Slot]] = {}
    for slot in slots:
        if slot.paper:
            by_paper.setdefault(slot.paper, []).append(slot)
    for paper, of_paper in by_paper.items():
        yield from _of_group("each_paper", presenting.each_paper, of_paper, f"{title}, {paper!r}")


def _of_slot(slot: Slot, name: str) -> Iterator[UnmetRule]:
    seen: dict[str, Taker] = {}
    for taker in slot.takers:
        if not taker.is_guest and taker.key in seen:
            text = f"{name}: one student is there twice as {slot.role} "
            text += f"({seen[taker.key].source}, {taker.source}); take one out"
            yield UnmetRule("presenting.roles", text, taker.source, taker.key)
        seen[taker.key] = taker
    if slot.most is not None and len(slot.people) > slot.most:
        text = f"{name}: {len(slot.people)} people are {slot.role}, at most {slot.most} may be"
        yield UnmetRule("presenting.roles", f"{text}; move one", slot.takers[-1].source)


def _of_group(rule: str, rules: GroupRules, slots: list[Slot], name: str) -> Iterator[UnmetRule]:
    people = {taker.key or taker.name for slot in slots for taker in slot.takers}
    source = slots[0].source
    if rules.at_least is not None and len(people) < rules.at_least:
        text = f"{name} has {_presenters(len(people))}, at least {rules.at_least} are asked for; "
        text += f"find {rules.at_least - len(people)} more"
        yield UnmetRule(f"{rule}.at_least", text, source, missing=True)
    if rules.at_most is not None and len(people) > rules.at_most:
        text = f"{name} has {_presenters(len(people))}, at most {rules.at_most} are allowed; "
        text += f"move {len(people) - rules.at_most}"
        yield UnmetRule(f"{rule}.at_most", text, slots[-1].source)
    if rules.every_role:
        lacking = dict.fromkeys(slot.role for slot in slots if slot.open)
        if lacking:
            text = f"{name} has open slots: {listed(lacking)}; fill them"
            yield UnmetRule(f"{rule}.every_role", text, source, missing=True)


def _listed(taken: Sequence[_Taken]) -> str:
    return f": {listed(map(str, taken))}" if taken else ""


def _slots(count: int) -> str:
    return f"{count or 'no'} {'slot' if count == 1 else 'slots'}"


def _presenters(count: int) -> str:
    return f"{count or 'no'} {'presenter' if count == 1 else 'presenters'}"


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"
