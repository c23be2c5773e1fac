"""Whom the names of a course mean, and how much of them is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..load.fault import Fault
from ..model.listed import listed
from ..model.nearest import nearest
from ..model.person_name import (
    Mention,
    mentions,
    name_key,
    name_words,
    person_key,
    swapped,
    without_titles,
)
from ..model.presenting import NameForm
from ..model.punctuation import SEMICOLONS
from ..model.shown_name import ShownNames, shown_names
from ..model.slot import Taker

if TYPE_CHECKING:
    from ..model.roster import Roster

_MOST_LOOKED_UP = 100
_LONG = 5
"""A word of this many letters is hardly part of another one by chance."""


_BETWEEN_SURNAMES = re.compile(f"[{SEMICOLONS}\n]")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a cell names."""

    key: str
    """What tells them from everybody else of the course; empty for a guest."""
    name: str
    """In full."""
    note: str | None = None


@dataclass
class PresenterNames:
    """The people of a course by the names that its pages and its sheet have for them."""

    form: NameForm = "full"
    roster: Roster | None = None
    _cells: dict[str, tuple[tuple[Named, ...], tuple[Fault, ...]]] = field(
        default_factory=dict, repr=False
    )
    _people: dict[str, str] = field(default_factory=dict, repr=False)
    _looked_up: int = field(default=0, repr=False)
    _shown: ShownNames | None = field(default=None, repr=False)
    _hidden: set[str] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for student in self.roster.students if self.roster else ():
            self._people[student.key] = student.name

    def read(self, cells: Iterable[str]) -> None:
        """Take in the people whom *cells* name; before any name is shown."""
        for cell in cells:
            for named in self.of(cell):
                if named.key:
                    self._people.setdefault(named.key, named.name)
        self._shown = self._hidden = None

    def of(self, cell: str) -> tuple[Named, ...]:
        """Whom a cell names."""
        return self._of(cell)[0]

    def faults(self, cell: str) -> tuple[Fault, ...]:
        """What is wrong with the names in a cell."""
        return self._of(cell)[1]

    def shown(self, key: str) -> str:
        """The name of a person by key, as far as it is shown."""
        if self._shown is None:
            self._shown = shown_names(self._people.items(), self.form)
        return self._shown.of(key)

    def show(self, person: Named | Taker) -> str:
        """What is shown of somebody; empty where nothing of it is.

        A note is shown with a full name alone: it may hold names too.
        """
        note = f"({person.note})" if person.note and self.form == "full" else ""
        # A course that plans no presenting knows nobody, and hides nothing.
        name = self.shown(person.key) or (person.name if self.form == "full" else "")
        return " ".join(part for part in (name, note) if part)

    def are_told_by(self, address: str) -> bool:
        """Whether an address or the name of a file has more of anybody's name than is shown.

        A word counts where it stands for itself or is long; a short one may be part of another.
        Whole names count however they are written together.
        """
        text = address.casefold()
        own_words = set(re.findall(r"[^\W\d_]+", text))
        return any(
            word in own_words or (len(word) >= _LONG and word in text) for word in self.hidden_words
        )

    @property
    def hidden_words(self) -> set[str]:
        """The words of names that are not shown, in lower case."""
        if self._hidden is None:
            self._hidden = set()
            for key, name in self._people.items():
                words = [word.casefold() for word in name_words(without_titles(name))]
                shown = {word.casefold() for word in name_words(self.shown(key))}
                hidden = [word for word in words if word not in shown]
                self._hidden.update(word for word in hidden if len(word) > 2)
                if hidden and len(words) > 1:
                    self._hidden |= {"".join(words), "".join(reversed(words))}
        return self._hidden

    @property
    def other_roster(self) -> str:
        """What all names have in common that the roster has not."""
        path = self.roster.source.path if self.roster and self.roster.source else "the roster"
        return f"is {path} the roster of this course?"

    def people(self) -> dict[str, str]:
        """The full names of all, by key."""
        return dict(self._people)

    def parted(self, cell: str, next_cell: str) -> str | None:
        """What is wrong where a comma has parted a name of the roster into two cells."""
        name = f"{cell.strip()}, {next_cell.strip()}"
        # Cells of full names are not looked up: one of the two is a word alone.
        if not self.roster or ("," in f"{cell}{next_cell}") or name.count(" ") > 2:
            return None
        if not cell.strip() or not next_cell.strip() or not _surnames_first(name, self.roster):
            return None
        if self.form != "full":  # a log is public too
            return "a name is parted by its comma and fills two cells; put it in quotes"
        return f'{name!r} is one name and fills two cells; put it in quotes: "{name}"'

    def _of(self, cell: str) -> tuple[tuple[Named, ...], tuple[Fault, ...]]:
        if cell not in self._cells:
            faults: list[Fault] = []
            named = tuple(self._named(cell, faults))
            self._cells[cell] = (named, tuple(faults))
        return self._cells[cell]

    def _named(self, cell: str, faults: list[Fault]) -> Iterator[Named]:
        found = mentions(cell)
        if self.roster is None:
            for mention in found:
                yield self._alone(mention, faults)
            return
        for mention in _surnames_first(cell, self.roster) or found:
            yield from self._listed(mention, self.roster, faults)

    def _alone(self, mention: Mention, faults: list[Fault]) -> Named:
        """Somebody of a course without a roster, or who is not on it."""
        if mention.is_guest:
            return Named("", "", mention.note)
        if not mention.name:
            text = "an e-mail address is where a name belongs, and is not shown; write the name"
            faults.append(Fault((), text, "names", cause="names are asked for, not addresses"))
            return Named(f"@{name_key(mention.mail or '')}", "", mention.note)
        return Named(person_key(mention.name), mention.name, mention.note)

    def _listed(self, mention: Mention, roster: Roster, faults: list[Fault]) -> Iterator[Named]:
        match = roster.find(mention)
        students = match.students if match.certain else ()
        if not match.students:
            students = roster.find_group(mention)
        for student in students:
            yield Named(student.key, student.name, mention.note)
        if not students:
            if mention.name:
                faults.append(self._unlisted(mention, roster, [s.name for s in match.students]))
            yield self._alone(mention, faults)

    def _unlisted(self, mention: Mention, roster: Roster, candidates: list[str]) -> Fault:
        path = roster.source.path if roster.source else "the roster"
        # A log is public too, on the host that builds the site.
        is_open = self.form == "full"
        if candidates and len(set(candidates)) == 1:
            name = f"the name {mention.name!r} is" if is_open else "a name is that"
            told = f"{name} of {len(candidates)} students in {path}; write the id of one of them"
            return Fault((), told, "signups")
        if candidates:
            name = repr(mention.name) if is_open else "a name"
            who = f"{len(candidates)} people"
            if is_open:
                who = listed(dict.fromkeys(candidates), " or ")
            text = f"{name} may be {who} of {path}; write the name in full, or the id"
            return Fault((), text, "signups")
        self._looked_up += 1
        # Each look-up compares all names: a sheet of another course must not take minutes.
        is_few = self._looked_up <= _MOST_LOOKED_UP
        likely = nearest(mention.name, roster.names) if is_few else None
        same = [student for student in roster.students if student.name == likely] if likely else []
        lines = [student.source.line for student in same if student.source]
        if not is_open:
            hint = f"; did you mean that of line {lines[0]}?" if lines else ""
            text = f"a name here is not in {path}{hint or '; add it there'}"
            return Fault((), text, "signups", cause="" if lines else self.other_roster)
        hint = f"did you mean {likely!r}?" if likely else "correct it, or add it there"
        text = f"{mention.name!r} is not in {path}; {hint}"
        return Fault((), text, "signups", cause="" if likely else self.other_roster)


def _surnames_first(cell: str, roster: Roster) -> list[Mention]:
    """Whom a cell names by surname, comma, given name; nobody where one is not in the roster."""
    found = []
    for part in _BETWEEN_SURNAMES.split(cell):
        if not part.strip():
            continue
        name = swapped(part)
        match = roster.find(Mention(name)) if name else None
        if name is None or match is None:
            return []
        if [person_key(student.name) for student in match.students] != [person_key(name)]:
            return []
        found.append(Mention(name))
    return found
