"""What a course has that other pages and sites may link to by name: the objects of the domain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..locale import _
from .people import cards

if TYPE_CHECKING:
    from .courses import Courses
    from .planned_course import PlannedCourse

SPOKEN_OF_BY_NAME = ("person", "unit", "deadline", "announcement", "week")
"""The kinds that a link finds by their name or the id on their page."""
_LONGEST = 160
"""Characters of the title of a reading; an item without a link may be prose."""


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
    taken: set[tuple[str, str]] = set()
    for kind, name, title, docname, anchor in _others(planned):
        own_name, number = name, 1
        while (kind, own_name) in taken:
            number += 1
            own_name = f"{name}-{number}"
        taken.add((kind, own_name))
        yield Object(kind, own_name, title, docname, anchor)
    yield from _weeks(planned)  # the last: authors call other things so, too


def _weeks(planned: PlannedCourse) -> Iterator[Object]:
    """The weeks with a number, which stand in the schedule."""
    if planned.facts.schedule_page is None:
        return
    docname, _section = planned.facts.schedule_page
    weeks = {row.week.number for row in planned.schedule.rows if row.week and row.week.number}
    title = str(_("Week {number}"))
    for number in sorted(weeks):
        name = title.format(number=number)
        anchor = f"{planned.facts.week_ids}{number}"
        yield Object("week", f"week-{number}", name, docname, anchor)


def _others(planned: PlannedCourse) -> Iterator[tuple[str, str, str, str, str]]:
    """What may have the name of another of its kind."""
    units = dict.fromkeys(
        (session.docname, *session.facts.unit) for session in planned.sessions if session.facts.unit
    )
    for docname, title, anchor in units:
        yield "unit", anchor, title, docname, anchor
    for deadline in planned.facts.deadlines:
        facts = deadline.facts
        yield "deadline", facts.name, facts.title, facts.docname, facts.anchor
    for news in planned.facts.announcements:
        yield "announcement", news.name, news.title, news.docname, news.anchor


def find_object(courses: Courses, docname: str, target: str) -> Object | None:
    """What a link of a document to an id means: a session, else another object of that id.

    On the document itself an id is the one that its address has, elsewhere it is a name too.
    """
    session = courses.find_session(docname, target, by_title=False)
    if session is not None:
        return Object("session", session.id, session.title, session.docname, session.anchor)
    near, name = courses.meant(docname, target)
    for planned in near:
        if name.startswith("reading-") and (readings := planned.readings.at(name)):
            page = docname if docname in readings else next(iter(readings))
            reading = readings[page]
            return Object("reading", reading.id, reading.title, page, name)
        found = planned.objects_called(name)
        if found:
            return next((each for each in found if each.docname == docname), found[0])
    return None
