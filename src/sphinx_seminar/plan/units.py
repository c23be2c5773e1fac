"""The unit of each session: as its page says, by the heading around it, or by the contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .planned_course import PlannedSession

if TYPE_CHECKING:
    from ..pages.read.listings import Listing


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a course with several sessions."""

    title: str
    docname: str = ""
    """Where it is; empty where no page has it but those with schedules."""
    anchor: str = ""
    """Where on that page; empty for the page itself."""


def units_of(
    sessions: Sequence[PlannedSession], listings: Mapping[str, Listing]
) -> dict[str, Unit]:
    """The units of the sessions of a course, by the id of the session.

    What the page says with ``:unit:`` holds before the heading around its session. A session that
    is a page of its own is in the unit that is the caption over its page in a table of contents,
    else the page with that table, if these part the course.
    """
    found: dict[str, Unit] = {}
    listed: dict[str, Unit] = {}
    for session in sessions:
        facts = session.facts
        if facts.unit_name:
            found[session.id] = Unit(facts.unit_name)
        elif facts.unit:
            found[session.id] = Unit(facts.unit[0], session.docname, facts.unit[1])
        elif not facts.in_schedule and (listing := listings.get(session.docname)):
            if listing.caption:
                listed[session.id] = Unit(listing.caption)
            elif listing.title:
                listed[session.id] = Unit(listing.title, listing.docname)
    parts_none = len(listed) == len(sessions) and len(set(listed.values())) == 1
    return found if parts_none else found | listed
