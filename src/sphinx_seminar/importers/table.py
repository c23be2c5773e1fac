"""A table of a source, whatever it was written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .findings import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    parts: tuple[str, ...] = ()
    """Its lines as Markdown that a page of ours can have; none of them is blank."""
    text: str = ""
    """Its words alone, in one line."""
    links: tuple[str, ...] = ()
    """The texts of its links."""

    @property
    def markdown(self) -> str:
        """All of it in one line."""
        return " ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    place: Place
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A heading that divides the sessions."""

    place: Place
    cell: Cell


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All of a source that can be brought into pages of ours."""

    title: str = ""
    before: tuple[str, ...] = ()
    """Blocks of Markdown before the first table."""
    parts: tuple[Table | Band, ...] = ()
    after: tuple[str, ...] = ()
    """Blocks of Markdown behind the first table."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What else it says of the course, such as its time zone, by the name of an option."""
