"""The roster: a CSV file of students into the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..model.compared import compared
from ..model.person_name import without_titles
from ..model.problem import Problem, Source, at_most
from ..model.punctuation import SEPARATORS
from ..model.roster import Roster, Student, repeated_ids
from ..model.spreadsheet_error import is_spreadsheet_error
from .csv_file import CsvFile, CsvRow
from .fault import Fault
from .spreadsheet_error import error_in_cell

_MOST_PROBLEMS = 100
# What people write over a column, by what it holds.
_HEADS = {
    "id": {"id", "student id", "sid", "matriculation number", "login", "user"},
    "name": {"name", "student", "full name", "student name"},
    "given": {"given", "given name", "first", "first name", "firstname"},
    "family": {"family", "family name", "last", "last name", "lastname", "surname"},
    "team": {"team", "group"},
    "section": {"section", "section name"},
    "mail": {"email", "e-mail", "mail", "email address"},
    "prefers": {"prefers", "preference", "preferences", "wants", "would like"},
    "cannot": {"cannot", "can't", "unavailable", "away", "absent", "not available"},
}


_WORDS = {
    "id": "id",
    "team": "team",
    "section": "section",
    "mail": "address",
    "prefers": "session or role",
    "cannot": "date",
}


def read_roster(file: CsvFile, path: str) -> tuple[Roster, list[Problem]]:
    """The students of a file that its author knows as *path*, and what is wrong with it."""
    source = Source(path)
    if not file.rows:
        text = "the roster is empty; write a header 'id,name' and a line for each student"
        return Roster(source=source), [Problem("signups", text, source)]
    columns = _columns(file.rows[0])
    if "name" not in columns and not {"given", "family"} <= columns.keys():
        text = "no column has the names; head one of them 'name'"
        return Roster(source=source), [Problem("signups", text, Source(path, file.rows[0].line))]
    problems = []
    students: list[Student] = []
    for written in file.rows[1:]:
        row, faults = _without_errors(written, columns)
        problems += [Problem(f.kind, f.text, Source(path, row.line), f.cause) for f in faults]
        name, family = _name(row, columns)
        if not name and faults:
            continue  # told
        if not name:
            text = "the line names nobody; write a name, or take the line out"
            problems.append(Problem("signups", text, Source(path, row.line)))
            continue

        def value(key: str, row: CsvRow = row) -> str | None:
            return " ".join(row.cell(columns.get(key)).split()) or None

        students.append(
            Student(
                name,
                id=value("id"),
                team=value("team"),
                section=value("section"),
                mail=value("mail"),
                prefers=_parts(row.cell(columns.get("prefers"))),
                cannot=_parts(row.cell(columns.get("cannot"))),
                source=Source(path, row.line),
                family=family or None,
            )
        )
    for first, again in repeated_ids(students):
        what = "this id" if again.id else "this name, and no id tells them apart"
        assert first.source
        text = f"line {first.source.line} has {what} too; give each student an id of their own"
        cause = "are lines of it there twice?"
        problems.append(Problem("signups", text, again.source or source, cause))
    kept = {student.key: student for student in reversed(students)}
    return Roster(tuple(reversed(kept.values())), source), at_most(_MOST_PROBLEMS, problems)


def _without_errors(row: CsvRow, columns: Mapping[str, int]) -> tuple[CsvRow, list[Fault]]:
    """A row without what a spreadsheet wrote where a formula failed, and what is said of that."""
    cells = list(row.cells)
    faults = []
    for key, number in columns.items():
        if is_spreadsheet_error(row.cell(number)):
            faults.append(error_in_cell(row.cell(number), f"no {_WORDS.get(key, 'name')}"))
            cells[number] = ""
    return replace(row, cells=tuple(cells)), faults


def _columns(header: CsvRow) -> dict[str, int]:
    columns: dict[str, int] = {}
    for number in range(len(header.cells)):
        head = compared(header.cell(number))
        for key, heads in _HEADS.items():
            if head in heads:
                columns.setdefault(key, number)
    return columns


def _name(row: CsvRow, columns: dict[str, int]) -> tuple[str, str]:
    """The full name, and the family name where it is told from the others."""
    family = row.cell(columns.get("family"))
    if "name" in columns:
        name = row.cell(columns["name"])
        before, comma, given = without_titles(name).partition(",")
        if comma and given.strip():
            name, family = f"{given} {before}", before
    else:
        name = f"{row.cell(columns['given'])} {family}"
    return " ".join(name.split()), " ".join(family.split())


def _parts(text: str) -> tuple[str, ...]:
    return tuple(
        " ".join(part.split()) for part in re.split(rf"[{SEPARATORS}\n]", text) if part.strip()
    )
