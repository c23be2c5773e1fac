"""Class meetings and days without class, as they were found in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from .day import Day
from .findings import Place


class Group(str):
    """A heading within a reading list."""

    __slots__ = ()


@dataclass(slots=True)
class ImportedSession:
    """A class meeting of a source. Texts are Markdown in one line."""

    place: Place
    title: str = ""
    day: Day | None = None
    date: date | None = None
    time: str = ""
    where: str = ""
    speaker: str = ""
    kind: str = ""
    unit: str = ""
    """The heading that begins with this session."""
    body: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    slots: list[tuple[str, str]] = field(default_factory=list)
    """Presenting roles and names, in the order of the source; a name is empty where it is open."""
    due: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def add(self, other: ImportedSession) -> None:
        """Take what *other*, of the same day, has."""
        if other.title and other.title != self.title:
            self.title = f"{self.title}; {other.title}" if self.title else other.title
        for name in ("time", "where"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if not mine:
                setattr(self, name, theirs)
            elif theirs and theirs != mine:
                self.items.append(theirs)
        if not self.kind:
            self.kind = other.kind
        elif other.kind and other.kind != self.kind:
            self.items.append(other.kind)
        if self.unit and other.unit:
            self.body.append(f"**{other.unit}**")
        self.unit = self.unit or other.unit
        self.take_speaker(other.speaker)
        self.body += other.body
        self.items += other.items
        self.readings += other.readings
        self.optional += other.optional
        self.due += other.due
        self.details += other.details
        for role, names in other.slots:
            self.take_slot(role, names)

    def take_speaker(self, speaker: str) -> None:
        """Add a speaker."""
        self.speaker = ", ".join(text for text in (self.speaker, speaker) if text)

    def take_slot(self, role: str, names: str) -> None:
        """Add names to those of a presenting role."""
        slots = dict(self.slots)
        slots[role] = ", ".join(text for text in (slots.get(role), names) if text)
        self.slots = list(slots.items())


@dataclass(slots=True)
class ImportedBreak:
    """Days without class."""

    place: Place
    title: str
    """Plain text."""
    day: Day | None = None
    start: date | None = None
    end: date | None = None


Imported = ImportedSession | ImportedBreak


def sessions_of(imported: Iterable[Imported]) -> Iterator[ImportedSession]:
    """The sessions alone."""
    yield from (one for one in imported if isinstance(one, ImportedSession))
