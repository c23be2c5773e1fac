"""Writes an assignment into the sign-up sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..load.csv_file import CsvRow, read_csv
from ..load.signups_file import find_header
from ..model.listed import listed
from ..model.person_name import name_key, safe_cell
from ..model.presenting import Presenting
from ..model.roster import Roster
from ..model.signup import SignupRow
from ..model.slot import Slot
from ..plan.presenter_names import Named, PresenterNames
from .sheet_text import SheetText


@dataclass(frozen=True, slots=True)
class Change:
    """Who leaves a slot, and who takes it instead; people by key."""

    slot: Slot
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


class NotWritable(ValueError):
    """A name that a sheet cannot hold so that it is read as one person."""


@dataclass
class _Cell:
    """A cell of the sheet that names who takes a role."""

    line: int
    column: int
    text: str


class EditableSheet:
    """The sign-up sheet of a course, open for changes."""

    def __init__(
        self,
        content: bytes,
        presenting: Presenting,
        rows: Mapping[str, Sequence[SignupRow]],
        roster: Roster,
    ) -> None:
        file = read_csv(content)
        start, self._columns = find_header(file.rows, presenting.roles)
        self._presenting = presenting
        self._by_session = rows
        self._by_line: dict[int, CsvRow] = {row.line: row for row in file.rows[start + 1 :]}
        self._names = PresenterNames("full", roster)
        self._text = SheetText(content, file)
        self._width = len(file.rows[start].cells)
        self._students = {student.key: student for student in roster.students}

    def has_cell(self, slot: Slot) -> bool:
        """Whether a slot has a cell in the sheet, or can have a row of its own there."""
        if self._columns.is_long:
            return bool(self._by_session.get(slot.session))
        return any(self._cells(slot))

    def change(self, changes: Iterable[Change]) -> bytes:
        """The file with *changes* made. Raises `NotWritable`."""
        for change in changes:
            cells = list(self._cells(change.slot))
            for cell in cells:
                named = self._names.of(cell.text)
                if any(person.key in change.gone for person in named):
                    self._write(cell, [p for p in named if p.key not in change.gone], [])
            for key in change.new:
                self._add(change.slot, cells, key)
        return self._text.content()

    def _add(self, slot: Slot, cells: list[_Cell], key: str) -> None:
        free = next((cell for cell in cells if not self._names.of(cell.text)), None)
        if free:
            self._write(free, [], [key])
        elif self._columns.is_long:
            self._append(slot, self._written(key))
        else:
            self._write(cells[-1], self._names.of(cells[-1].text), [key])

    def _cells(self, slot: Slot) -> Iterator[_Cell]:
        """The cells that name who has a slot, in the sheet's order."""
        role = self._presenting.role(slot.role)
        for row in self._by_session.get(slot.session, ()):
            own_paper = name_key(row.paper) == name_key(slot.paper)
            if not own_paper and not (role and role.per == "session"):
                continue
            found = self._by_line[row.line]
            if self._columns.is_long:
                # A row without role and name is there for the session alone.
                if len(row.cells) == 1 and row.cells[0].role == slot.role:
                    assert self._columns.name is not None
                    yield _Cell(row.line, self._columns.name, found.cell(self._columns.name))
                continue
            for name, column in self._columns.roles:
                if name == slot.role:
                    yield _Cell(row.line, column, found.cell(column))

    def _write(self, cell: _Cell, kept: Sequence[Named], new: Sequence[str]) -> None:
        """Write who is in a cell: what is there goes on if it can."""
        keys = [*(person.key for person in kept), *new]
        added = [self._written(key) for key in new]
        anew = [*(self._known(person) for person in kept), *added]
        choices = [", ".join(anew), "; ".join(anew)]
        if len(kept) == len(self._names.of(cell.text)) and kept:
            choices[:0] = [f"{cell.text}, {', '.join(added)}", f"{cell.text}; {'; '.join(added)}"]
        cell.text = self._first_read_as(keys, choices)
        self._text.write(cell.line, cell.column, cell.text)

    def _known(self, person: Named) -> str:
        if not person.key:
            return f"({person.note})"
        name = self._written(person.key) if person.key in self._students else person.name
        return f"{name} ({person.note})" if person.note else name

    def _written(self, key: str) -> str:
        """How a student is written: by name, or by id where the name means somebody else too."""
        student = self._students[key]
        return self._first_read_as([key], [student.name, student.id or student.name])

    def _first_read_as(self, keys: Sequence[str], choices: Iterable[str]) -> str:
        for choice in choices:
            text = safe_cell(choice)
            if sorted(person.key for person in self._names.of(text)) == sorted(keys):
                return text
        who = listed(self._students[key].name for key in keys if key in self._students)
        raise NotWritable(
            f"{who!r} can't be written into the sheet so that it is read as that alone; "
            "give each student of the roster an id"
        )

    def _append(self, slot: Slot, name: str) -> None:
        """Add a row of the long form."""
        columns = self._columns
        first = self._by_session[slot.session][0]
        cells = [""] * self._width
        for key, column in columns.session:
            # As the sheet has it already: an apostrophe would name another session.
            cells[column] = dict(first.session).get(key, "")
        if columns.paper is not None:
            cells[columns.paper] = slot.paper
        assert columns.role is not None
        assert columns.name is not None
        if safe_cell(slot.role) != slot.role:
            text = f"a spreadsheet takes the role {slot.role!r} for a formula; rename it"
            raise NotWritable(text)
        cells[columns.role] = slot.role
        cells[columns.name] = name
        self._text.append(cells)
