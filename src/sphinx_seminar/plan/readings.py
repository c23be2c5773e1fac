"""The readings of a course: where each is read, and which of them are one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from ..model.compared import compared
from ..model.nearest import nearest
from ..model.schedule import SessionRow

if TYPE_CHECKING:
    from ..model.published import Published
    from ..pages.read.facts import ReadingFacts
    from .courses import Courses
    from .planned_course import PlannedCourse, PlannedSession

_FEW_WORDS = 2
"""Titles of no more words, such as *Lecture notes*, may be those of two different readings."""


@dataclass(frozen=True, slots=True)
class ReadingUse:
    """An item of a reading list."""

    facts: ReadingFacts
    docname: str
    session: PlannedSession | None
    """None where it is read for the course as a whole."""
    number: int = 0
    """Its place among all items of the course, as they are written."""


@dataclass(frozen=True)
class PlannedReading:
    """A reading, and every place where it is read."""

    id: str
    """Of its title; unique in the course."""
    uses: tuple[ReadingUse, ...]
    """In the order of the schedule."""

    @property
    def title(self) -> str:
        """As its first item has it."""
        return self.uses[0].facts.title

    @property
    def docname(self) -> str:
        """The document of its first item."""
        return self.uses[0].docname

    @property
    def anchor(self) -> str:
        """The id of its first item; empty where that is announced alone."""
        return self.uses[0].facts.anchor or ""

    @property
    def is_forthcoming(self) -> bool:
        """Whether it is announced and not there yet."""
        return not self.anchor

    @property
    def is_optional(self) -> bool:
        """Whether nobody has to read it."""
        return all(use.facts.is_optional for use in self.uses)

    @cached_property
    def published(self) -> Published:
        """What its items tell of what was published: the first that says it."""
        if len(self.uses) == 1:
            return published_of(self.uses[0].facts)
        from ..model.published import merged

        return merged(published_of(use.facts) for use in self.uses)


def published_of(facts: ReadingFacts) -> Published:
    """What an item tells of what was published."""
    from ..model.published import published  # patterns that only those need who ask

    return published(facts.title, facts.venue, facts.address, facts.links, facts.entry)


@dataclass(frozen=True)
class CourseReadings:
    """All readings of a course, in the order in which they are first read."""

    readings: tuple[PlannedReading, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, PlannedReading]:
        return {reading.id: reading for reading in self.readings if not reading.is_forthcoming}

    @cached_property
    def _by_anchor(self) -> dict[str, dict[str, PlannedReading]]:
        found: dict[str, dict[str, PlannedReading]] = {}
        for reading in self.readings:
            for use in reading.uses:
                if use.facts.anchor is not None:
                    found.setdefault(use.facts.anchor, {}).setdefault(use.docname, reading)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[PlannedReading]]:
        found: dict[str, list[PlannedReading]] = {}
        for reading in self._by_id.values():
            for title in dict.fromkeys(compared(use.facts.title) for use in reading.uses):
                found.setdefault(title, []).append(reading)
        return found

    @cached_property
    def _by_key(self) -> dict[str, PlannedReading]:
        """By the keys of their entries in the bibliography."""
        found: dict[str, PlannedReading] = {}
        for reading in self._by_id.values():
            for use in reading.uses:
                if use.facts.entry is not None:
                    found.setdefault(compared(use.facts.entry.key), reading)
        return found

    def __iter__(self) -> Iterator[PlannedReading]:
        return iter(self.readings)

    def at(self, anchor: str) -> Mapping[str, PlannedReading]:
        """The readings that have an item of that id, by its document: ids are those of a page."""
        return self._by_anchor.get(anchor, {})

    def called(self, name: str) -> Sequence[PlannedReading]:
        """The readings that an id, a title or the key of an entry means.

        Several where they have the same title.
        """
        wanted = compared(name)
        if wanted in self._by_id:
            return [self._by_id[wanted]]
        if found := self._by_title.get(wanted):
            return found
        key = wanted.removeprefix("@")
        return [self._by_key[key]] if key in self._by_key else ()

    def near(self, name: str) -> str | None:
        """The title or key that is most like a name, or the only title that has it in it."""
        titles = [reading.title for reading in self._by_id.values()]
        wanted = compared(name)
        having = [title for title in titles if wanted and wanted in compared(title)]
        return having[0] if len(having) == 1 else nearest(name, [*titles, *self._by_key])


def plan_readings(
    planned: PlannedCourse, written: Mapping[str, tuple[ReadingFacts, ...]]
) -> CourseReadings:
    """The readings of a course, of those that its documents have."""
    merged: list[list[ReadingUse]] = []
    known = _Known()
    for use in _in_order(planned, written):
        uses = [use] if use.facts.anchor is None else known.noted(use).uses
        if uses[0] is use:
            merged.append(uses)
    taken: set[str] = set()
    readings = []
    for uses in merged:
        base, number = uses[0].facts.slug.removeprefix("reading-"), 1
        own_id = base
        while own_id in taken:
            number += 1
            own_id = f"{base}-{number}"
        taken.add(own_id)
        readings.append(PlannedReading(own_id, tuple(uses)))
    return CourseReadings(tuple(readings))


def _in_order(
    planned: PlannedCourse, written: Mapping[str, tuple[ReadingFacts, ...]]
) -> Iterable[ReadingUse]:
    """First what is read for the course as a whole, then session by session."""
    order = {
        row.session.id: number
        for number, row in enumerate(planned.schedule.rows)
        if isinstance(row, SessionRow)
    }
    found: list[tuple[int, ReadingUse]] = []
    for docname, readings in written.items():
        for facts in readings:
            session = None
            if facts.session_anchor is not None:
                session = planned.session_at(docname, facts.session_anchor)
                if session is None:
                    continue  # of another course
            place = -1 if session is None else order[session.id]
            found.append((place, ReadingUse(facts, docname, session, len(found))))
    return (use for _place, use in sorted(found, key=itemgetter(0)))


class _Merged:
    """Items about the same reading."""

    def __init__(self) -> None:
        self.uses: list[ReadingUse] = []
        self.numbers: dict[str, str] = {}

    def may_be(self, numbers: Mapping[str, str], facts: ReadingFacts) -> bool:
        """Whether an item of the same title is about it."""
        if self.numbers.keys() & numbers.keys():
            return False  # both have a number of a sort, and not the same
        address, known = _address(facts), {_address(use.facts) for use in self.uses}
        if not address or "" in known or address in known:
            return True
        if all(each.title[:1].islower() for each in (facts, *(use.facts for use in self.uses))):
            return False  # words of a sentence, such as "chapter 9 of the course notes"
        return len(facts.title.split()) > _FEW_WORDS


class _Known:
    """The readings that were seen."""

    def __init__(self) -> None:
        self.by_number: dict[tuple[str, str], _Merged] = {}
        self.by_title: dict[str, list[_Merged]] = {}

    def noted(self, use: ReadingUse) -> _Merged:
        """The reading that an item is about, with the item now among its own."""
        numbers = _numbers(use.facts)
        titled = self.by_title.setdefault(use.facts.slug, [])
        # Most readings have no number, and are the only ones of their title.
        same = self._same(use.facts, numbers, titled) if numbers or titled else None
        if same is None:
            same = _Merged()
        if same not in titled:
            titled.append(same)
        same.uses.append(use)
        if numbers:
            for number in numbers.items():
                same.numbers.setdefault(*number)
                self.by_number.setdefault(number, same)
        return same

    def _same(
        self, facts: ReadingFacts, numbers: Mapping[str, str], titled: Iterable[_Merged]
    ) -> _Merged | None:
        for number in numbers.items():
            if number in self.by_number:
                return self.by_number[number]
        for each in titled:
            if each.may_be(numbers, facts):
                return each
        return None


def _address(facts: ReadingFacts) -> str:
    address = (facts.address or "").partition("://")[2].partition("#")[0]
    if "?utm_" in address and "&" not in re.sub(r"&utm_[^&]*", "", address):
        address = address.partition("?")[0]  # it tells how one came there, not what is there
    return address.removeprefix("www.").rstrip("/")


def _numbers(facts: ReadingFacts) -> Mapping[str, str]:
    """The numbers that a reading has for good, by their sort."""
    address = (facts.address or "").casefold()
    may_have = "doi" in address or "arxiv" in address or "ar5iv" in address
    if not (may_have or facts.links or facts.entry):
        return {}  # most have none, and need not wait for it
    told = published_of(facts)
    numbers = {"arxiv": told.arxiv, "doi": told.doi and told.doi.casefold()}
    return {sort: number for sort, number in numbers.items() if number}


def find_readings(courses: Courses, docname: str, target: str) -> Sequence[PlannedReading]:
    """The readings that a cross-reference of a document means, those of its own course first.

    Several, where they have the same title.
    """
    near, name = courses.meant(docname, target)
    for planned in near:
        if found := planned.readings.called(name):
            return found
    return ()


def missing_reading(courses: Courses, docname: str, target: str) -> str:
    """The message for a cross-reference that finds no reading, or more than one."""
    found = find_readings(courses, docname, target)
    if len(found) > 1:
        ids = " or ".join(repr(reading.id) for reading in found)
        return f"{len(found)} readings are called {target!r}; write which: {ids}"
    for planned in courses.near(docname):
        if near := planned.readings.near(target):
            return f"no reading is called {target!r}; did you mean {near!r}?"
    return f"no reading is called {target!r}; write the title of one of a {{readings}}"
