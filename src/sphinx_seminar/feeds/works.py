"""The readings of a course as a reference manager takes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..model.bibliography import Author, BibEntry
from ..plan.planned_course import PlannedCourse
from .text import clean

_LONGEST = 200
"""A text without an address that is longer is an instruction, and no title."""

Item = tuple[str, str | None, str | None, tuple[tuple[str, str], ...], BibEntry | None]
"""The title of an item, its label, its address, its other links, and its entry, if any."""
Read = tuple[str, tuple[Item, ...]]
"""The id of a reading, unique in the course, and its items: plain values, compared at once."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of a reading; nothing is looked up."""

    id: str
    """Of ASCII letters, digits and hyphens."""
    title: str
    venue: str | None = None
    year: int | None = None
    note: str = ""
    address: str | None = None
    doi: str | None = None
    arxiv: str | None = None
    authors: tuple[Author, ...] = ()
    and_others: bool = False


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


def works(read: Iterable[Read]) -> Iterable[Work]:
    """What is known of each."""
    found = (_work(*each) for each in read)
    return (work for work in found if work.address or len(work.title) <= _LONGEST)


@lru_cache(maxsize=4096)  # of two files
def _work(own_id: str, items: tuple[Item, ...]) -> Work:
    from ..model.published import merged, published

    told = merged(published(*item) for item in items)
    return Work(
        id=own_id,
        title=_line(told.title),
        venue=_line(told.whole_venue or told.venue) if told.venue else None,
        year=told.year,
        note=_line(told.note) if told.note else "",
        address=told.address,
        doi=told.doi,
        arxiv=told.arxiv,
        authors=tuple(Author(_line(each.family), _line(each.given)) for each in told.authors),
        and_others=told.and_others,
    )


def _line(text: str) -> str:
    return " ".join(clean(text).split())
