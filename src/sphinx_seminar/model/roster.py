"""The roster: who takes part in a course, and whom a name in a sheet means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from .compared import compared
from .person_name import Mention, may_mean, name_key, name_words, person_key, without_titles
from .problem import Source

# Of more than these nobody can tell whom a shorter form means, and each name would be compared.
_MOST_NAMESAKES = 100


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody who takes part in a course."""

    name: str
    id: str | None = None
    team: str | None = None
    mail: str | None = None
    """To find them by; never shown."""
    prefers: tuple[str, ...] = ()
    """Roles or sessions, the most wanted first."""
    cannot: tuple[str, ...] = ()
    """Dates, days of the week or sessions."""
    source: Source | None = None
    family: str | None = None
    """The family name, where the roster tells it from the others."""
    section: str | None = None
    """The parallel section that they are in, as it is written."""

    @property
    def key(self) -> str:
        """What tells them from everybody else of the course."""
        return f"#{name_key(self.id)}" if self.id else person_key(self.name)


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name means."""

    students: tuple[Student, ...] = ()
    certain: bool = True
    """Whether all of *students* are meant, as a team; else one of them is, and nobody knows who."""


@dataclass(frozen=True)
class Roster:
    """All students of a course."""

    students: tuple[Student, ...] = ()
    source: Source | None = field(default=None)

    @cached_property
    def _by_key(self) -> dict[str, list[Student]]:
        """Students by id, mail, team and full name, in this order of trust."""
        found: dict[str, list[Student]] = {}
        for prefix, attribute in (("#", "id"), ("@", "mail"), ("%", "team"), ("", "name")):
            for student in self.students:
                value = getattr(student, attribute)
                if value:
                    key = name_key(value) if prefix else person_key(value)
                    found.setdefault(prefix + key, []).append(student)
        return found

    @cached_property
    def _by_letter(self) -> dict[str, list[Student]]:
        """Students by the words that one word of a shorter form of their name must begin with."""
        found: dict[str, list[Student]] = {}
        for student in self.students:
            words = [compared(word) for word in name_words(without_titles(student.name))]
            for word in {words[0], words[-1]} if words else ():
                found.setdefault(word, []).append(student)
        return found

    def find(self, mention: Mention) -> Match:
        """Whom *mention* means: nobody, one, the members of a team, or one of several."""
        if mention.mail:
            by_mail = self._by_key.get(f"@{name_key(mention.mail)}")
            if by_mail:
                return Match(tuple(by_mail), certain=len(by_mail) == 1)
        key = name_key(mention.name)
        if not key:
            return Match()
        if by_id := self._by_key.get(f"#{key}"):
            return Match(tuple(by_id), certain=len(by_id) == 1)
        if named := self._by_key.get(person_key(mention.name)):
            return Match(tuple(named), certain=len(named) == 1)
        if team := self._by_key.get(f"%{key.removeprefix('team ')}") or self._by_key.get(f"%{key}"):
            return Match(tuple(team))
        last = name_words(without_titles(mention.name))[-1:]
        near = self._by_letter.get(compared(last[0]), []) if last else []
        if len(near) > _MOST_NAMESAKES:
            near = []
        meant = tuple(student for student in near if may_mean(mention.name, student.name))
        return Match(meant, certain=len(meant) == 1)

    def find_group(self, mention: Mention) -> tuple[Student, ...]:
        """The students of a group written as ``Ada-Noor-Wei``; none where it is no such group."""
        parts = [part.strip() for part in mention.name.split("-")]
        if len(parts) < 2 or not all(parts):
            return ()
        found = [self.find(Mention(part)) for part in parts]
        if not all(len(match.students) == 1 for match in found):
            return ()
        return tuple(match.students[0] for match in found)

    @property
    def names(self) -> list[str]:
        """The full names."""
        return [student.name for student in self.students]


def repeated_ids(students: Iterable[Student]) -> list[tuple[Student, Student]]:
    """Pairs of students, the first and a later one, that nothing tells apart."""
    first: dict[str, Student] = {}
    pairs = []
    for student in students:
        if student.key in first:
            pairs.append((first[student.key], student))
        first.setdefault(student.key, student)
    return pairs
