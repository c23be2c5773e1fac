"""What is in the calendar of one presenting role: its sessions, who presents, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...locale import _
from ...model.presenting_role import role_key
from ...model.slot import Slot
from ...plan.calendars import CourseCalendar
from ...plan.planned_course import PlannedCourse
from ...plan.presenter_names import PresenterNames
from .events import Event


def role_events(
    events: Iterable[Event], calendar: CourseCalendar, planned: PlannedCourse
) -> Iterator[Event]:
    """The sessions that have slots of a role, and what is due for whoever takes one.

    Their texts say who presents, as far as the course shows names, and no more: what there is to
    read is in the calendar of all.
    """
    role = calendar.role
    slots: dict[str, list[Slot]] = {}
    for slot in planned.presenting.slots:
        if role_key(slot.role) == role:
            slots.setdefault(slot.session, []).append(slot)
    words = _Words(calendar.label or "", planned.presenting.names)
    for event in events:
        if event.session is None or event.session not in slots:
            if event.session is None and role in event.roles:
                yield event
        elif event.is_due:
            if not event.roles or role in event.roles:
                yield event
        else:
            lines = words.lines(slots[event.session])
            yield replace(event, description="\n".join(lines))


class _Words:
    """Says who presents in a role."""

    def __init__(self, role: str, names: PresenterNames) -> None:
        self.role = role
        self.names = names
        self.of, self.between, self.open = str(_("{label}: {text}")), str(_(", ")), str(_("open"))

    def lines(self, slots: Iterable[Slot]) -> Iterator[str]:
        """A line for each slot of a session, but for those of which nothing is shown."""
        for slot in slots:
            people = [shown for person in slot.takers if (shown := self.names.show(person))]
            if slot.open:
                people.append(self.open)
            if people:
                yield self.of.format(label=slot.paper or self.role, text=self.between.join(people))
