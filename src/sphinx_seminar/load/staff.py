"""The staff of a course file into the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.course import Link, OfficeHours, Person
from ..model.notation import parse_days, parse_times
from .course_path import file_in
from .fault import Fault

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_entries import CourseEntries
    from .staff_entries import OfficeHoursEntry, PersonEntry

# Days, times, and what follows them: Tue 2-3pm, Soda 415. Compiled where a course has such.
_WORDS = (
    r"(?P<days>[A-Za-z][A-Za-z\s,&/.]{0,60}?)[\s,:]+"
    r"(?P<times>\d[\d:.]*\s*(?:[ap]\.?m\.?)?\s*(?:[-\u2013]|to)\s*\d[\d:.]*\s*(?:[ap]\.?m\.?)?)"
    r"(?:\s*[,;(@]\s*|\s+(?:in|at)\s+|$)(?P<where>[^()]*)\)?"
)


def person_of(person: PersonEntry) -> Person:
    """Somebody as the model has it."""
    return Person(
        name=person.name,
        role=person.role,
        url=person.url,
        office_hours=tuple(_office_hours(hours) for hours in person.office_hours),
        pronouns=person.pronouns,
        photo=person.photo,
        alt=person.alt,
        links=tuple(_links(person)),
    )


def check_photos(entries: CourseEntries, folder: Path) -> Iterator[Fault]:
    """The photos that are not there, or are not in the course's folder; words for none."""
    for number, person in enumerate(entries.entry.staff):
        if person.photo is None:
            path = entries.path_of(("staff", number))
            if person.alt and (*path, "photo") not in entries.touched:
                wrong = "this is here without a photo; write the photo's path, or take it out"
                yield Fault((*path, "alt"), wrong, "link")
            continue
        try:
            file_in(folder, person.photo, "picture")
        except ValueError as error:
            yield Fault(entries.path_of(("staff", number, "photo")), str(error), "link")


def _office_hours(hours: OfficeHoursEntry) -> OfficeHours:
    if hours.days:
        days = tuple(sorted({day for days in hours.days for day in days}))
        return OfficeHours(hours.text, days, hours.time, hours.where)
    assert hours.text
    match = re.fullmatch(_WORDS, hours.text, re.IGNORECASE)
    if match and not hours.where:
        try:
            days, times = parse_days(match["days"]), parse_times(match["times"])
        except ValueError:
            return OfficeHours(hours.text)
        return OfficeHours(hours.text, days, times, match["where"].strip() or None)
    return OfficeHours(hours.text, where=hours.where)


def _links(person: PersonEntry) -> Iterator[Link]:
    for links in person.links:
        for label, link in links.items():
            yield replace(link, label=label)
