"""The people of a course, and where links to them lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.compared import compared
from ..model.nearest import did_you_mean
from ..pages.title_id import title_id

if TYPE_CHECKING:
    from ..model.course import Person
    from .planned_course import PlannedCourse


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody of the staff, and where the card is that shows who it is."""

    person: Person
    anchor: str
    docname: str | None
    """None where no ``{staff}`` shows it."""


def cards(planned: PlannedCourse) -> Iterator[Card]:
    """The staff of a course, each with an id that nobody else has."""
    taken: set[str] = set()
    for person in planned.course.staff:
        base = title_id(person.name, "person")
        anchor, number = base, 1
        while anchor in taken:
            number += 1
            anchor = f"{base}-{number}"
        taken.add(anchor)
        yield Card(person, anchor, planned.facts.staff_page)


def find_card(near: Iterable[PlannedCourse], name: str) -> Card | None:
    """The first person of that name, the nearest course first."""
    wanted = compared(name)
    for planned in near:
        for card in cards(planned):
            if compared(card.person.name) == wanted:
                return card
    return None


def missing_person(near: Iterable[PlannedCourse], name: str) -> str:
    """The message for a cross-reference that finds nobody to link to."""
    courses = list(near)
    card = find_card(courses, name)
    if card is not None:
        return (
            f"{card.person.name!r} has no card to link to; write a {{staff}} on a page of the "
            "course, or a url in course.yml"
        )
    names = [person.name for planned in courses for person in planned.course.staff]
    return f"nobody of the staff is called {name!r}; {did_you_mean(name, names)}"
