"""What a course has that other pages and sites may link to by name: the objects of the domain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .people import cards

if TYPE_CHECKING:
    from .courses import Courses
    from .planned_course import PlannedCourse

_LONGEST = 160
"""So much of the title of a reading is told; an item without a link may be prose."""


@dataclass(frozen=True, slots=True)
class Object:
    """Something that can be linked to."""

    kind: str
    """Its type in the domain, such as ``reading``."""
    name: str
    """Unique among those of its kind in the course."""
    title: str
    docname: str
    anchor: str


def objects_of(planned: PlannedCourse) -> Iterator[Object]:
    """All objects of a course; to be asked for by `PlannedCourse.objects`, which remembers them."""
    for session in planned.sessions:
        yield Object("session", session.id, session.title, session.docname, session.anchor)
    for reading in planned.readings:
        first = reading.uses[0]
        if first.facts.anchor is not None:
            title = first.facts.title
            if len(title) > _LONGEST:
                title = f"{title[:_LONGEST].rpartition(' ')[0]}…"
            yield Object("reading", reading.id, title, first.docname, first.facts.anchor)
    for card in cards(planned):
        if card.docname:
            yield Object("person", card.person.name, card.person.name, card.docname, card.anchor)


def find_object(courses: Courses, docname: str, target: str) -> Object | None:
    """What a link of a document to an id means: a session, else an item of a reading list."""
    session = courses.find_session(docname, target, by_title=False)
    if session is not None:
        return Object("session", session.id, session.title, session.docname, session.anchor)
    for planned in courses.near(docname):
        if target.startswith("reading-") and (reading := planned.readings.at(target)):
            pages = [use.docname for use in reading.uses if use.facts.anchor == target]
            page = docname if docname in pages else pages[0]
            return Object("reading", reading.id, reading.title, page, target)
    return None
