"""The readings of a course as a reference manager takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..plan.planned_course import PlannedCourse
from .text import clean

if TYPE_CHECKING:
    from ..model.bibliography import BibEntry
    from ..model.published import Published

_LONGEST = 200
"""A text without an address that is longer is an instruction, and no title."""

Item = tuple[str, str | None, str | None, tuple[tuple[str, str], ...], "BibEntry | None"]
"""The title of an item, its label, its address, its other links, and its entry, if any."""
Read = tuple[str, tuple[Item, ...]]
"""The id of a reading, unique in the course, and its items: plain values, compared at once.

It is of ASCII letters, digits and hyphens.
"""


def read_in(planned: PlannedCourse) -> tuple[Read, ...]:
    """Every reading once, in the order in which they are read; none that is announced alone."""
    found = []
    for reading in planned.readings:
        items = [
            (facts.title, facts.venue, facts.address, facts.links, facts.entry)
            for facts in (use.facts for use in reading.uses)
            if facts.anchor is not None
        ]
        if items:
            found.append((reading.id, tuple(items)))
    return tuple(found)


def works(read: Iterable[Read]) -> Iterator[tuple[str, Published]]:
    """The id of each and what is known of it, each text in one line; nothing is looked up."""
    for own_id, items in read:
        known = _known(items)
        if known.address or len(known.title) <= _LONGEST:
            yield own_id, known


@lru_cache(maxsize=4096)  # of two files
def _known(items: tuple[Item, ...]) -> Published:
    from ..model.published import merged, published

    told = merged(published(*item) for item in items)
    venue = told.whole_venue or told.venue
    return replace(
        told,
        title=_line(told.title),
        venue=_line(venue) if venue else None,
        note=_line(told.note),
        authors=tuple(
            replace(each, family=_line(each.family), given=_line(each.given))
            for each in told.authors
        ),
    )


def _line(text: str) -> str:
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # as most: the only blank that can be printed is a space
    return " ".join(clean(text).split())
