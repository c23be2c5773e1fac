"""The bibliography of a course: what its author keeps about readings in files of BibTeX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .nearest import nearest

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it: a person, or a group, which has a family name alone."""

    family: str
    """With what belongs to it, such as *van der Berg* or *King Jr.*"""
    given: str = ""

    @property
    def sorted_name(self) -> str:
        """``Brook, Ada``; a group as it is."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class BibEntry:
    """What an entry says, as plain text: no TeX is left in it."""

    key: str
    title: str
    authors: tuple[Author, ...] = ()
    and_others: bool = False
    """Whether it has more authors than these."""
    venue: str | None = None
    """The whole name of where it appeared."""
    short_venue: str | None = None
    """The name that readers know it by, such as ``OSDI``; else the whole one."""
    year: int | None = None
    address: str | None = None
    """Of another site; safe to link to."""
    doi: str | None = None
    arxiv: str | None = None
    """Its number there, without a version."""

    @property
    def label(self) -> str | None:
        """Venue and year, as readings have them in brackets; None where both are unknown."""
        return " ".join(filter(None, (self.short_venue, str(self.year or "")))) or None

    @property
    def by(self) -> str:
        """The family names of its authors; of many, the first one with *et al.* behind it."""
        names = [author.family for author in self.authors]
        if names and (self.and_others or len(names) > _MOST_NAMES):
            return f"{names[0]} et al."
        return ", ".join(names)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries of a course, of all of its files."""

    names: tuple[str, ...]
    """The files, as ``course.yml`` names them."""
    entries: Mapping[str, BibEntry] = field(default_factory=dict)
    """By their keys in small letters, as BibTeX takes them."""
    broken: Mapping[str, int] = field(default_factory=dict)
    """The keys of those that can't be used, in small letters, and their lines."""
    is_whole: bool = True
    """False where a file could not be read: what is not here may be there."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of the content of each file as it was read, by its path in the course's folder."""

    def entry(self, key: str) -> BibEntry | None:
        """The entry that a key names; letter case aside, as in BibTeX."""
        return self.entries.get(key.casefold())

    def near(self, key: str) -> str | None:
        """The key that is most like another one."""
        return nearest(key, [entry.key for entry in self.entries.values()])
