"""A table of a source, whatever it was written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .findings import Place
from .imported import ImportedBreak, ImportedSession
from .meetings import NewMeetings


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    parts: tuple[str, ...] = ()
    """Its lines as Markdown that a page of ours can have; none of them is blank."""
    text: str = ""
    """Its words alone, in one line."""
    links: tuple[str, ...] = ()
    """The texts of its links."""
    is_above: bool = False
    """Whether it is the cell of a row above, which goes down over this one."""

    @property
    def markdown(self) -> str:
        """All of it in one line."""
        return " ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Band:
    """A heading that divides the sessions."""

    place: Place
    cell: Cell
    unit: bool = False
    """Whether it begins a unit of the schedule."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    place: Place
    cells: tuple[Cell, ...]
    off: bool = False
    """Whether the source says that there is no class, whatever its words are."""
    unit: Band | None = None
    """The heading of the unit that begins with the row."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header."""

    header: Row
    rows: tuple[Row, ...]


Part = Table | Band | ImportedSession | ImportedBreak


@dataclass(frozen=True, slots=True)
class ClassDays:
    """The days of class as a source counts them, for sessions that it lists without dates."""

    place: Place
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All of a source that can be brought into pages of ours."""

    title: str = ""
    before: tuple[str, ...] = ()
    """Blocks of Markdown before the first session."""
    parts: tuple[Part, ...] = ()
    after: tuple[str, ...] = ()
    """Blocks of Markdown behind the first session."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What else it says of the course, such as its time zone, by the name of an option."""
    meetings: tuple[NewMeetings, ...] = ()
    """When the class meets in a week, where the source says so."""
    class_days: ClassDays | None = None
