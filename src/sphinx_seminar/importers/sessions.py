"""Rows of a source's tables into sessions and days without class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .column import (
    Column,
    NoColumn,
    columns_of,
    is_nothing,
    name_list,
    refuse_unknown,
    table_language,
)
from .day import ONE_MONTH, Day, Order, order_of, read_day
from .findings import Findings
from .header_words import Kind
from .imported import Imported, ImportedBreak, ImportedSession, sessions_of
from .markdown_text import escaped, linked, words_alone
from .no_class import says_no_class
from .plain_time import plain_time
from .table import Band, Cell, Row, SourcePage, Table

_SAYS_OPTIONAL = (
    r"(?:optional|fakultativ|freiwillig|facultati(?:f|ve)|optionnel(?:le)?|opcional|任意|اختياري)"
)
OPTIONAL = re.compile(
    rf"(?:(?:[(\uff08]{_SAYS_OPTIONAL}[)\uff09]|\[{_SAYS_OPTIONAL}\](?!\())(?:\\?:)?|{_SAYS_OPTIONAL}[:\uff1a]"
    rf"|(\*{{1,2}})(?:\({_SAYS_OPTIONAL}\):?|{_SAYS_OPTIONAL}:)\1:?"
    rf"|(\*{{1,2}}){_SAYS_OPTIONAL}\2:)\s*",
    re.IGNORECASE,
)
"""The mark itself, not a title that begins with the word, nor a link that is named so."""
_OWN_DAY = re.compile(
    r"\b(?:\d{1,2}/\d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d|\d{1,2} ?[ap]m"
    r"|\d{1,2}\.\s?\d{1,2}\b|\d{1,2} ?(?:h|uhr)"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2})\b"
    rf"|\d{{1,2}}月\s?\d{{1,2}}日|\b\d{{1,2}}\.? (?:de )?{ONE_MONTH}\b",
    re.IGNORECASE,
)
_SAID_ONCE: frozenset[Kind] = frozenset({"week", "due", "notes"})
"""What a cell over several rows says of the first of them alone: a deadline is not due again."""
_DASHES = " -\u2013\u2014:"
_BULLET = re.compile(r"\s*(?:[•·‣▪-]|\\[-*+])\s+")


def imported_sessions(
    page: SourcePage, given: Mapping[str, Kind], findings: Findings
) -> list[Imported]:
    """What the tables of *page* say, in their order; *given* says what columns are.

    Raises `NoColumn` where it names one that is in no table.
    """
    tables = [part for part in page.parts if isinstance(part, Table)]
    known = {id(table): (shown, columns_of(shown, given)) for table, shown in _shown(tables)}
    refuse_unknown(given, [column for _, columns in known.values() for column in columns])
    written = [part for part in page.parts if isinstance(part, ImportedSession)]
    if given and written and not tables:
        name, kind = next(iter(given.items()))
        raise NoColumn(f"--column {name}={kind}: the source has no table")
    dated = {number for number, (_, columns) in known.items() if _at(columns, "date")}
    if not dated and known and (page.class_days or not written):
        dated = {max(known, key=lambda number: len(known[number][0].rows))}
    found: list[Imported] = []
    band: Band | None = None
    for part in page.parts:
        if isinstance(part, Band):
            if band:
                findings.leave_out(band.place, band.cell.markdown, "a heading without sessions")
            band = part
            continue
        if isinstance(part, Table) and id(part) not in dated:
            for row in (part.header, *part.rows):
                tell_row(row, findings)
            continue
        sessions = (
            _TableReader(*known[id(part)], findings).read() if isinstance(part, Table) else [part]
        )
        first = next(sessions_of(sessions), None)
        if band and first:
            _put_heading(band, first, findings)
            band = None
        found += sessions
    if band:
        findings.leave_out(band.place, band.cell.markdown, "a heading without sessions")
    return found


def tell_row(row: Row, findings: Findings) -> None:
    """Tell a row of a table that has no sessions."""
    text = " | ".join(cell.markdown for cell in row.cells if cell.parts)
    findings.leave_out(row.place, text, "a table that is no schedule")


def _put_heading(band: Band, session: ImportedSession, findings: Findings) -> None:
    if band.unit:
        session.unit = band.cell.markdown
        return
    session.body.insert(0, f"**{band.cell.text}**" if band.cell.text else "")
    findings.guesses.append(f"{band.place}: the heading is in the session below it")


def _shown(tables: Sequence[Table]) -> Iterator[tuple[Table, Table]]:
    return ((table, _with_header(table)) for table in tables)


def _with_header(table: Table) -> Table:
    """The table, with an empty header where its first row is a session already."""
    if any(read_day(cell.text) for cell in table.header.cells):
        return Table(Row(table.header.place, ()), (table.header, *table.rows))
    return table


def _at(columns: Sequence[Column], kind: Kind) -> Column | None:
    return next((column for column in columns if column.kind == kind), None)


class _TableReader:
    def __init__(self, table: Table, columns: tuple[Column, ...], findings: Findings) -> None:
        self._table, self._columns, self._findings = table, columns, findings
        self._date, self._title = _at(columns, "date"), _at(columns, "title")
        self._found: list[Imported] = []
        self._bands: list[Band] = []
        self._order: Order = "month first"
        self._unit: Band | None = None

    def read(self) -> list[Imported]:
        place, language = self._table.header.place, table_language(self._table)
        self._findings.languages.append(language)
        for column in self._columns:
            values = [text for text in self._texts(column) if text]
            empty = [value for value in values if is_nothing(value)]
            weeks = f"; computed anew: {', '.join(values)}" if column.kind == "week" else ""
            nothing = f"; taken as empty: {', '.join(empty)}" if empty else ""
            self._findings.readings.append(f"{place}: {column}{weeks}{nothing}")
        if self._date:
            texts = [text for text in self._texts(self._date) if text]
            self._order = order_of(texts, "month first" if language == "en" else "day first")
        for row in self._table.rows:
            self._row(self._aligned(row))
        for band in (*self._bands, *([self._unit] if self._unit else [])):
            self._findings.leave_out(band.place, band.cell.markdown, "a heading without sessions")
        return self._found

    def _texts(self, column: Column) -> list[str]:
        rows = (row for row in self._table.rows if column.number < len(row.cells))
        cells = (row.cells[column.number] for row in rows)
        return [cell.text for cell in cells if not cell.is_above]

    def _aligned(self, row: Row) -> Row:
        """The row, with its date in the column of dates where empty cells have shifted it."""
        if self._date is None:
            return row
        at = self._date.number
        for number, cell in enumerate(row.cells):
            if read_day(cell.text, self._order):
                if number > at and not any(c.text for c in row.cells[at:number]):
                    self._findings.guesses.append(
                        f"{row.place}: the cells are {number - at} to the right of their columns"
                    )
                    return Row(row.place, (*row.cells[:at], *row.cells[number:]))
                return row
            if cell.text and number >= at:
                return row
        return row

    def _row(self, row: Row) -> None:
        filled = [cell for cell in row.cells if cell.parts and not cell.is_above]
        header = [cell.text.casefold() for cell in self._table.header.cells if cell.text]
        if not filled:
            return
        if [cell.text.casefold() for cell in filled] == header:
            self._findings.readings.append(f"{row.place}: the header once more: {' '.join(header)}")
            return
        if row.unit:
            if self._unit:
                reason = "a heading without sessions"
                self._findings.leave_out(self._unit.place, self._unit.cell.markdown, reason)
            self._unit = row.unit
        written = self._cell(row, self._date)
        day = self._day(row, written)
        title = self._cell(row, self._title)
        previous = self._found[-1] if self._found else None
        follows = self._date and (written.is_above or not written.text)
        goes_on = isinstance(previous, ImportedSession) and (title.is_above or not title.text)
        if follows and not (written.text or title.is_above) and len(filled) == 1:
            self._bands.append(Band(row.place, filled[0]))
        elif day and self._is_break(row, day):
            self._add_break(row, day, written)
        elif follows and goes_on and isinstance(previous, ImportedSession):
            self._findings.guesses.append(f"{row.place}: goes on with the session above it")
            self._fill(previous, row, goes_on=True)
        else:
            if title.is_above:
                text = f"{row.place}: the topic of the row above it goes on: {title.text}"
                self._findings.readings.append(text)
            self._add_session(row, day)

    def _day(self, row: Row, written: Cell) -> Day | None:
        day = read_day(written.text, self._order)
        if day is not None:
            self._findings.readings.append(f"{row.place}: date {written.text}")
        elif not is_nothing(written.text) and not written.is_above:
            self._findings.leave_out(row.place, written.markdown, "no date that can be read")
        return day

    def _add_break(self, row: Row, day: Day, written: Cell) -> None:
        words = [cell.text for cell in self._cells_of_break(row)]
        # The hour and the room of a class that does not take place are no part of its name.
        kinds: tuple[Kind, ...] = ("kind", "time", "where")
        for kind in kinds:
            said = self._cell(row, _at(self._columns, kind)).text
            if said in words and len(words) > 1:
                words.remove(said)
                self._findings.readings.append(f"{row.place}: no class: {said}")
        if rest := day.rest.strip(_DASHES):
            words.append(rest)
        if written.links:
            self._findings.leave_out(row.place, written.markdown, "a link of a day without class")
        self._found.append(ImportedBreak(row.place, ", ".join(dict.fromkeys(words)), day))

    def _add_session(self, row: Row, day: Day | None) -> None:
        title = self._cell(row, self._title)
        # A dash says that there is no title; a link says something, whatever its text is.
        said = "" if is_nothing(title.text) and not title.links else title.markdown
        if said == f"[{title.text}]":
            said = escaped(title.text)  # its address is in the report
        rest = day.rest if day else ""
        if not said and rest and not self._cells_of_break(row) and self._is_topic(rest):
            said, rest = linked(rest.strip(_DASHES)), ""
        session = ImportedSession(row.place, said or self._other_title(row), day)
        for band in self._bands:
            session.body.append(f"**{band.cell.text}**")
            if band.cell.links:
                session.items.append(band.cell.markdown)
            self._findings.guesses.append(f"{band.place}: the heading is in the session below it")
        self._bands.clear()
        if self._date and day is None:
            self._findings.guesses.append(f"{row.place}: has no date, so the session has none")
        if rest:
            self._rest(session, rest)
        if self._unit:
            session.unit, self._unit = self._unit.cell.markdown, None
        self._fill(session, row)
        self._found.append(session)

    def _other_title(self, row: Row) -> str:
        """What a session without a title is about, by the other columns."""
        kinds: tuple[Kind, ...] = ("readings", "optional", "speaker")
        for kind in kinds:
            text = self._cell(row, _at(self._columns, kind)).text
            if not is_nothing(text):
                return escaped(text)
        return ""

    def _is_topic(self, rest: str) -> bool:
        return plain_time(rest.strip("()@ ")) is None and read_day(rest, self._order) is None

    def _rest(self, session: ImportedSession, rest: str) -> None:
        if time := plain_time(rest.strip("()@ ")):
            self._take_time(session, rest, time)
        elif read_day(rest, self._order):
            place = session.place
            self._findings.guesses.append(f"{place}: has several days; the first was taken")
            self._findings.leave_out(place, rest, "the last of several days")
        else:
            session.items.append(linked(rest))

    def _take_time(self, session: ImportedSession, written: str, time: str) -> None:
        session.time = time
        if written.strip("()@ ") != time:
            self._findings.readings.append(f"{session.place}: time {written}")

    def _cell(self, row: Row, column: Column | None) -> Cell:
        if column is None or column.number >= len(row.cells):
            return Cell()
        return row.cells[column.number]

    def _cells_of_break(self, row: Row) -> list[Cell]:
        cells = (self._cell(row, c) for c in self._columns if c.kind not in {"date", "week"})
        return [cell for cell in cells if not is_nothing(cell.text)]

    def _is_break(self, row: Row, day: Day) -> bool:
        cells = self._cells_of_break(row)
        # One cell may have all of it: Sept. 18 – no class.
        text = " ".join(cell.text for cell in cells) or day.rest
        return (row.off or says_no_class(text)) and not any(cell.links for cell in cells)

    def _fill(self, session: ImportedSession, row: Row, *, goes_on: bool = False) -> None:
        """Take what a row says; of one that *goes_on*, what the rows above have not said."""
        for column in self._columns:
            cell = self._cell(row, column)
            if cell.is_above and (goes_on or column.kind in _SAID_ONCE):
                continue
            if column.kind == "presenter":
                self._presenter(session, column, cell)
            elif not is_nothing(cell.text):
                self._take(session, column, cell)
                if column.kind == "due" and _OWN_DAY.search(cell.text):
                    self._findings.guesses.append(
                        f"{row.place}: due on the day of class here, and a day or an hour is in "
                        f"the text; write it into ':when:': {cell.text}"
                    )

    def _presenter(self, session: ImportedSession, column: Column, cell: Cell) -> None:
        role = role_name(column.header)
        if is_nothing(cell.text):
            names = ""
        elif cell.links:
            names = ", ".join(cell.parts)
        else:
            names = ", ".join(name for part in cell.parts for name in name_list(part))
        session.take_slot(role, names)

    def _take(self, session: ImportedSession, column: Column, cell: Cell) -> None:
        parts = [
            _BULLET.sub("", part, count=1) if _BULLET.match(part) else part for part in cell.parts
        ]
        match column.kind:
            case "readings":
                self._readings(session, parts)
            case "optional":
                session.optional += parts
            case "speaker":
                session.take_speaker(", ".join(parts))
            case "due":
                session.due += parts
            case "kind" if not session.kind and not cell.links:
                session.kind = cell.text
            case "time" if not session.time and (time := plain_time(cell.text)):
                self._take_time(session, cell.text, time)
            case "where" if not session.where and not cell.links:
                session.where = cell.text
            case "title":
                pass
            case "date" | "week" if not cell.links:
                pass
            case _:
                # The header says what it is, as it did over the column.
                label, text = escaped(column.header.rstrip(":")), ", ".join(parts)
                session.items.append(f"{label}: {text}" if label else text)

    def _readings(self, session: ImportedSession, parts: Sequence[str]) -> None:
        for part in parts:
            match = OPTIONAL.match(part)
            text = part[match.end() :] if match else part
            if match and "optional" not in match[0].casefold():
                self._findings.readings.append(f"{session.place}: optional: {match[0].strip()}")
            if text:
                (session.optional if match else session.readings).append(text)


def break_of(session: ImportedSession) -> ImportedBreak | None:
    """The day without class that *session* is, where it says that and nothing else."""
    alone = ImportedSession(session.place, session.title, session.day)
    if session != alone or not says_no_class(session.title) or "](" in session.title:
        return None
    return ImportedBreak(session.place, words_alone(session.title), session.day)


def role_name(header: str) -> str:
    """A header as the name of a presenting role."""
    plain = re.sub(r"\(s\)|[:`\[\]()<>,]", "", header).strip("*_+-# ")
    return plain or "Presenter"
