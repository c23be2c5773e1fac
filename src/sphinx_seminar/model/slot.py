"""Slots: what there is to take, and who has taken it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .problem import Source


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody in a slot."""

    key: str
    """What tells them from everybody else of the course; empty for a guest."""
    name: str
    """In full, as the roster has it, else as it was written."""
    source: Source
    note: str | None = None

    @property
    def is_guest(self) -> bool:
        """Whether they are nobody of the course: no rule speaks of them."""
        return not self.key


@dataclass(frozen=True, slots=True)
class Slot:
    """A presenting role of a session, or of a paper of it, and all who take it."""

    session: str
    """The session's id."""
    paper: str
    """Empty where the role is the session's."""
    role: str
    takers: tuple[Taker, ...]
    least: int
    most: int | None
    source: Source
    backup: bool = False

    @property
    def people(self) -> tuple[Taker, ...]:
        """Its takers; somebody who is there twice is one of the people that the role wants."""
        if len(self.takers) < 2:
            return self.takers
        by_key = {taker.key: taker for taker in reversed(self.takers)}
        return tuple(taker for taker in self.takers if taker.is_guest or by_key[taker.key] is taker)

    @property
    def open(self) -> int:
        """How many people are still wanted."""
        return max(0, self.least - len(self.people))


@dataclass(frozen=True, slots=True)
class PresentingSession:
    """What the rules need to know of a session."""

    id: str
    title: str
    day: date | None
    """None where it has no date."""
    week: date | None
    """The first day of its calendar week."""
    held: bool = True
    """Whether it is not cancelled; no rule speaks of one that is."""
    section_days: tuple[tuple[str, date], ...] = ()
    """The day of each section, where not all have it on *day*, the first of them."""

    def days_of(self, section: str | None) -> tuple[date, ...]:
        """The days on which somebody of *section* may have it; of any section, where it is None."""
        own = [day for name, day in self.section_days if name == section]
        all_days = own or [day for _name, day in self.section_days]
        return tuple(dict.fromkeys(all_days)) or ((self.day,) if self.day else ())
