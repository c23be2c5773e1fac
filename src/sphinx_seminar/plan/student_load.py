"""What each student of a course presents, and what the rules say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.person_name import alphabetical
from ..model.place import Place
from ..model.presenting_check import Finding, counted
from .planned_course import PlannedCourse


@dataclass
class StudentLoad:
    """A student with their places, in the order of the schedule."""

    key: str
    name: str
    """As far as it is shown."""
    places: list[Place] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    """How many of the places count for the rules."""

    @property
    def roles(self) -> list[str]:
        """The roles, each once."""
        return list(dict.fromkeys(place.role for place in self.places))


def student_loads(planned: PlannedCourse) -> list[StudentLoad]:
    """All students in the order of their shown names; nobody where names are hidden."""
    presenting = planned.presenting
    names = presenting.names
    loads = {
        participant.key: StudentLoad(participant.key, names.shown(participant.key))
        for participant in presenting.participants
    }
    for place in presenting.places:
        if presenting.sessions[place.session].held:
            for taker in place.takers:
                if taker.key:
                    load = loads.setdefault(
                        taker.key, StudentLoad(taker.key, names.shown(taker.key))
                    )
                    load.places.append(place)
    for finding in presenting.findings:
        if finding.person in loads:
            loads[finding.person].findings.append(finding)
    for load in loads.values():
        load.count = counted(planned.course.presenting, load.places)
    shown = [load for load in loads.values() if load.name]
    return sorted(shown, key=lambda load: (alphabetical(load.name), load.key))
