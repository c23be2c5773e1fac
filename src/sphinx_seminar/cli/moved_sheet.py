"""The sign-up sheet and the roster for another term: other dates, and nobody yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..assign.sheet_text import SheetText, without_rows
from ..load.csv_file import CsvRow, read_csv
from ..load.signups_file import SheetColumns, find_header
from ..model.date_order import sheet_order
from ..model.redated import redated
from ..model.session_name import dates_of, parts_of
from ..plan.planned_course import PlannedCourse


@dataclass(frozen=True, slots=True)
class MovedSheet:
    """A sheet for the new term."""

    content: bytes
    other_columns: tuple[str, ...]
    """The heads of columns that are no role and no session, which stay as they are."""


def moved_sheet(
    content: bytes,
    planned: PlannedCourse,
    new_days: Mapping[str, date],
    shifted: Callable[[date], date],
    *,
    keep_names: bool,
) -> MovedSheet:
    """The sheet in which each row has the day that its session has in the new term.

    *new_days* has these by the id of the session; a day without a session, such as that of a break,
    is *shifted*. Unless *keep_names*, nobody has a slot.
    """
    file = read_csv(content)
    start, columns = find_header(file.rows, planned.course.presenting.roles)
    text = SheetText(content, file)
    header = [cell.strip() for cell in file.rows[start].cells]
    rows = [row for row in file.rows[start + 1 :] if [c.strip() for c in row.cells] != header]
    for row, column, day in _days(rows, columns, planned, new_days, shifted):
        text.write(row.line, column, day)
    if not keep_names:
        for row in rows:
            for column in _of_names(columns):
                if row.cell(column):
                    text.write(row.line, column, "")
    return MovedSheet(text.content(), tuple(columns.unknown))


def empty_roster(content: bytes) -> bytes:
    """A roster with its header alone."""
    return without_rows(content, [row.line for row in read_csv(content).rows[1:]])


def _of_names(columns: SheetColumns) -> list[int]:
    named = columns.name if columns.is_long else None
    return [named] if named is not None else [column for _role, column in columns.roles]


def _days(
    rows: Sequence[CsvRow],
    columns: SheetColumns,
    planned: PlannedCourse,
    new_days: Mapping[str, date],
    shifted: Callable[[date], date],
) -> Iterator[tuple[CsvRow, int, str]]:
    """The cells with a date, and what is written there instead."""
    dated = [column for key, column in columns.session if key in {"date", "session"}]
    texts = [row.cell(column) for row in rows for column in dated]
    meetings = planned.schedule.by_session.items()
    days = {id_: row.meeting.day for id_, row in meetings if row.meeting}
    order = sheet_order(texts, set(days.values()), planned.course).order
    # 01/24 tells that 1/24 is not how this sheet writes it.
    numbers = [part for text in texts if parts_of(text) for part in text.split("/")]
    padded = any(part.startswith("0") for part in numbers) or not any(
        len(part) == 1 for part in numbers
    )
    by_line = {
        row.line: id_ for id_, found in planned.presenting.written_rows.items() for row in found
    }
    for row in rows:
        for column in dated:
            written = row.cell(column)
            known = [*days.values(), *(break_.start for break_ in planned.course.breaks)]
            means = list(dates_of(written, known, order))
            session = by_line.get(row.line)
            own = days.get(session) if session else None
            if not written or not means or (own and own not in means):
                continue
            day = own or means[0]
            new = new_days.get(session, shifted(day)) if session else shifted(day)
            yield row, column, redated(written, day, new, order, padded=padded)
