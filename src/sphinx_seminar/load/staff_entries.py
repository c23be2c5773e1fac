"""The definitions of ``staff``: people, and when they are to be met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.course import Link
from ..model.notation import TimeRange
from .course_values import ADDRESS, DAY_NAMES, LINKS, PHOTO_PATH, TEXT, TIMES
from .entry import Entry, key, key_of_many, kind_of, needed_key
from .fault import Fault
from .kinds_of_values import or_text
from .refusal import repeated

HOURS_EXAMPLE = "a text, or {days: Tue, time: 14:00-15:00, where: Soda 415}"


@dataclass(frozen=True, slots=True)
class OfficeHoursEntry(Entry):
    """When and where somebody is to be met. A bare text says it in words."""

    example = HOURS_EXAMPLE

    text: str | None = key(TEXT, "When and where in words, such as by appointment.")
    days: tuple[tuple[int, ...], ...] = key_of_many(DAY_NAMES, "Days of the week, such as Tue Thu.")
    time: TimeRange | None = key(TIMES, "Start and end, such as 14:00-15:00 or 2-3pm.")
    where: str | None = key(TEXT, "The room, such as Soda 415.")

    def faults_of(self) -> Iterable[Fault]:
        if not self.text and not self.days:
            lacks = ("days",) if self.time else ("text", "days")
            yield Fault((), f"no days are given; write {self.example}", lacks=lacks)
        elif self.days and not self.time:
            yield Fault((), f"no time is given; write {self.example}", lacks=("time",))


@dataclass(frozen=True, slots=True)
class PersonEntry(Entry):
    """Somebody of the course's staff. A bare text is the name."""

    example = "a name, or {name: Ada Brook, role: Instructor}"

    name: str = needed_key(TEXT, "The name as it is shown.")
    pronouns: str | None = key(TEXT, "The pronouns, such as she/her.")
    role: str | None = key(TEXT, "The role, such as Instructor.")
    url: str | None = key(ADDRESS, "The address of the person's page.")
    photo: str | None = key(PHOTO_PATH, "The path of a picture, relative to this file.")
    alt: str | None = key(TEXT, "A description of the photo, for readers who cannot see it.")
    links: tuple[dict[str, Link], ...] = key_of_many(
        LINKS, "Labels, each with an address or a text."
    )
    office_hours: tuple[OfficeHoursEntry, ...] = key_of_many(
        or_text(kind_of(OfficeHoursEntry), "text"),
        "When and where to meet the person: a text, such as Tue 2-3pm, Soda 415, "
        "or days, time and where; or a list of these.",
    )


PERSON = or_text(kind_of(PersonEntry), "name")


def repeated_people(people: Iterable[PersonEntry]) -> list[Fault]:
    """What is wrong where somebody is there twice."""
    return repeated([person.name for person in people], "name each person once", "course")
