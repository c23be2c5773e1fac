"""What each student of a course presents, and what the rules say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.alphabet import alphabetical
from ..model.person_name import without_titles
from ..model.presenting_check import UnmetRule, counted
from ..model.slot import Slot
from .planned_course import PlannedCourse


@dataclass
class StudentLoad:
    """A student with their slots, in the order of the schedule."""

    key: str
    name: str
    """As far as it is shown."""
    slots: list[Slot] = field(default_factory=list)
    unmet_rules: list[UnmetRule] = field(default_factory=list)
    count: int = 0
    """How many of the slots count for the rules."""

    @property
    def roles(self) -> list[str]:
        """The roles, each once."""
        return list(dict.fromkeys(slot.role for slot in self.slots))


def student_loads(planned: PlannedCourse) -> list[StudentLoad]:
    """All students in the order of their shown names; nobody where names are hidden."""
    presenting = planned.presenting
    names = presenting.names
    loads = {
        participant.key: StudentLoad(participant.key, names.shown(participant.key))
        for participant in presenting.participants
    }
    for slot in presenting.slots:
        if presenting.sessions[slot.session].held:
            for taker in slot.people:
                if taker.key:
                    load = loads.setdefault(
                        taker.key, StudentLoad(taker.key, names.shown(taker.key))
                    )
                    load.slots.append(slot)
    for unmet in presenting.unmet_rules:
        if unmet.person in loads:
            loads[unmet.person].unmet_rules.append(unmet)
    for load in loads.values():
        load.count = counted(planned.course.presenting, load.slots)
    shown = [load for load in loads.values() if load.name]
    language = planned.course.language
    families = _families(planned)

    def order(load: StudentLoad) -> tuple[str, ...]:
        names = (families.get(load.key, load.name), without_titles(load.name), load.key)
        return tuple(alphabetical(name, language) for name in names)

    return sorted(shown, key=order)


def _families(planned: PlannedCourse) -> dict[str, str]:
    """The family names by key; none where names are short, as their order would tell more."""
    roster = planned.presenting.roster
    if roster is None or planned.presenting.names.form != "full":
        return {}
    return {student.key: student.family for student in roster.students if student.family}
