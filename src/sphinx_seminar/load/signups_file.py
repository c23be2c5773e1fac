"""The sign-up sheet into rows of sign-ups: in wide form a column a role, or in long form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model.listed import listed
from ..model.nearest import did_you_mean, nearest
from ..model.presenting_role import PresentingRole, role_key
from ..model.problem import Problem, Source, at_most
from ..model.signup import SessionKey, SignupCell, SignupRow, SignupSheet
from ..model.spreadsheet_error import is_spreadsheet_error
from .csv_file import CsvFile, CsvRow
from .fault import Fault, quoted
from .spreadsheet_error import SPREADSHEET_ERRORS, error_in_cell

# What people write over a column, by what it holds. A sheet may have several of these columns: the
# first one here names its sessions, as an id is surer than a title.
_SESSION_HEADS: dict[SessionKey, set[str]] = {
    "id": {"id", "session id", "slug"},
    "session": {"session", "class", "meeting", "lecture", "seminar"},
    "date": {"date", "day", "when", "session date", "datum", "fecha", "日付"},
    "number": {"number", "no", "no.", "nr", "nr.", "#", "session number", "session no"},
    "title": {"title", "topic", "session title", "subject"},
}
_PAPER_HEADS = {"paper", "papers", "reading", "article", "paper title"}
_ROLE_HEADS = {"role", "presenting role"}
_NAME_HEADS = {
    *("name", "names", "student", "students", "presenter", "presenters", "person"),
    *("your name", "your names", "full name", "student name", "name of student"),
}
_NUMBERED = re.compile(r"\s*[#(]?\s*\d{1,2}\s*\)?$")
# Above the header a sheet may have its title.
_HEADER_WITHIN = 10
_MOST_PROBLEMS = 100
_BEHIND = "does the header name every column?"


@dataclass
class SheetColumns:
    """What the columns of a sheet hold."""

    width: int = 0
    """How many there are."""
    session: list[tuple[SessionKey, int]] = field(default_factory=list)
    paper: int | None = None
    role: int | None = None
    name: int | None = None
    roles: list[tuple[str, int]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def is_long(self) -> bool:
        """Whether each row is one role of a session."""
        return self.role is not None and self.name is not None

    @property
    def is_header(self) -> bool:
        """Whether these are the columns of a sign-up sheet."""
        return bool(self.session) and (self.is_long or bool(self.roles))


def read_signups(
    file: CsvFile, roles: Sequence[PresentingRole], path: str
) -> tuple[SignupSheet, list[Problem]]:
    """The sign-ups of a sheet that its author knows as *path*, and what is wrong with it."""
    if not file.rows:
        text = "the sheet is empty; write a header and a row for each session"
        return SignupSheet(Source(path), is_whole=False), [Problem("signups", text, Source(path))]
    start, columns = find_header(file.rows, roles)
    header = file.rows[start]
    if not columns.is_header:
        problem = Problem("signups", _missing(columns, roles), Source(path, header.line))
        return SignupSheet(Source(path), is_whole=False), [problem]
    problems: list[Problem] = []
    for head in columns.unknown:
        if likely := nearest(head, [role.name for role in roles]):
            text = f"{quoted(head)} is no presenting role; did you mean {likely!r}?"
            problems.append(Problem("roles", text, Source(path, header.line)))
    rows: list[SignupRow] = []
    keys: tuple[tuple[SessionKey, str], ...] = ()
    by_key = {role.key: role.name for role in roles}
    for row in file.rows[start + 1 :]:
        if _cells_of(row) == _cells_of(header):
            continue  # the header once more, as at the top of a printed page
        own_keys = tuple((key, row.cell(at)) for key, at in columns.session if row.cell(at))
        lost = [text for _key, text in own_keys if is_spreadsheet_error(text)]
        own_keys = tuple(pair for pair in own_keys if pair[1] not in lost)
        faults = [error_in_cell(text, "no session") for text in lost]
        if lost and not own_keys:
            keys = ()  # those of the row before are not meant
        else:
            # Where cells were merged, the session is in the first row alone.
            keys = own_keys or keys
            found, wrong = _row(row, keys, columns, by_key)
            faults += wrong
            if found and (own_keys or found.paper or any(cell.text for cell in found.cells)):
                rows.append(found)
        problems += [Problem(f.kind, f.text, Source(path, row.line), f.cause) for f in faults]
    named = dict.fromkeys(cell.role for row in rows for cell in row.cells)
    is_whole = not any(problem.cause == SPREADSHEET_ERRORS for problem in problems)
    sheet = SignupSheet(Source(path), tuple(rows), tuple(named), is_whole)
    return sheet, at_most(_MOST_PROBLEMS, problems)


def _missing(columns: SheetColumns, roles: Sequence[PresentingRole]) -> str:
    """What keeps a row from being the header of a sheet."""
    if not columns.session:
        return "no column names the session; head one of them 'date', 'number' or 'id'"
    if columns.role is not None:
        return "no column has the names beside the roles; head it 'name'"
    names = listed(role.name for role in roles)
    return f"no column is a presenting role; head them as course.yml does: {names}"


def _behind(cells: Sequence[str]) -> list[Fault]:
    """What is wrong with cells behind the header's last, as a comma in a name makes them."""
    more = [cell.strip() for cell in cells if cell.strip()]
    if not more:
        return []
    text = f"{quoted(more[0])} is behind the last column of the header"
    text += "; put a name with a comma in quotes, or head the column"
    return [Fault((), text, "signups", cause=_BEHIND)]


def _row(
    row: CsvRow,
    keys: tuple[tuple[SessionKey, str], ...],
    columns: SheetColumns,
    by_key: dict[str, str],
) -> tuple[SignupRow | None, list[Fault]]:
    """What a row says, and what is wrong with it."""
    cells, faults = _cells(row, columns, by_key)
    if behind := row.cells[columns.width :]:
        faults += _behind(behind)
    for number, cell in enumerate(cells):
        if is_spreadsheet_error(cell.text):
            faults.append(error_in_cell(cell.text, "no name"))
            cells[number] = replace(cell, text="")
    paper = " ".join(row.cell(columns.paper).split())
    if is_spreadsheet_error(paper):
        faults.append(error_in_cell(paper, "no paper"))
        paper = ""
    if keys:
        return SignupRow(keys, paper, tuple(cells), row.line), faults
    if paper or any(cell.text for cell in cells):
        text = "the row names no session; write its date, number or id"
        faults.append(Fault((), text, "signups"))
    return None, faults


def find_header(
    rows: Sequence[CsvRow], roles: Sequence[PresentingRole]
) -> tuple[int, SheetColumns]:
    """The number of the header row, and its columns; those of the first row where none fits."""
    first = SheetColumns()
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = _columns(row, roles)
        if columns.is_header:
            return number, columns
        first = columns if number == 0 else first
    return 0, first


def _columns(row: CsvRow, roles: Sequence[PresentingRole]) -> SheetColumns:
    columns = SheetColumns(len(row.cells))
    session: dict[SessionKey, int] = {}
    for number in range(len(row.cells)):
        written = role_key(row.cell(number))
        head = written.rstrip(" :*?").removesuffix("(s)")  # as the questions of a form end
        key = next((key for key, heads in _SESSION_HEADS.items() if head in heads), None)
        role = _role_over(written, roles) or _role_over(head, roles)
        if key is not None:
            session.setdefault(key, number)
        elif head in _ROLE_HEADS:
            columns.role = number
        elif role is not None:
            columns.roles.append((role, number))
        elif head in _PAPER_HEADS and columns.paper is None:
            columns.paper = number
        elif head in _NAME_HEADS and columns.name is None:
            columns.name = number
        elif head:
            columns.unknown.append(row.cell(number))
    columns.session = [(key, session[key]) for key in _SESSION_HEADS if key in session]
    if len(columns.session) > 1:  # a topic says little beside a date
        columns.session = [pair for pair in columns.session if pair[0] != "title"]
    if columns.role is not None and columns.name is None and len(columns.roles) == 1:
        # A role may be called Presenter, and so may the column with the names.
        columns.name = columns.roles.pop()[1]
    return columns


def _role_over(head: str, roles: Sequence[PresentingRole]) -> str | None:
    """The role that a column is headed by: Reviewer, Reviewers, Reviewer 2, Reviewer (2)."""
    by_key = {role.key: role.name for role in roles}
    bare = _NUMBERED.sub("", head)
    return by_key.get(head) or by_key.get(bare) or by_key.get(bare.removesuffix("s"))


def _cells_of(row: CsvRow) -> list[str]:
    return [cell.strip() for cell in row.cells]


def _cells(
    row: CsvRow, columns: SheetColumns, by_key: dict[str, str]
) -> tuple[list[SignupCell], list[Fault]]:
    """What a row says of roles, and what is wrong with it."""
    if not columns.is_long:
        return [SignupCell(role, row.cell(at), row.line) for role, at in columns.roles], []
    written, names = row.cell(columns.role), row.cell(columns.name)
    if not written and not names:
        return [SignupCell(role, "", row.line) for role in by_key.values()], []
    role = by_key.get(role_key(written)) or by_key.get(_NUMBERED.sub("", role_key(written)))
    if role is None:
        known = list(by_key.values())
        if not written:
            text = f"the row names nobody's role; write one of {listed(known)}"
        elif is_spreadsheet_error(written):
            return [], [error_in_cell(written, "no presenting role")]
        else:
            text = f"{quoted(written)} is no presenting role; {did_you_mean(written, known)}"
        return [], [Fault((), text, "roles")]
    return [SignupCell(role, names, row.line)], []
