"""A workbook of Excel (.xlsx) or LibreOffice (.ods)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from ..load.csv_file import MAX_ROWS
from .addresses import Addresses
from .findings import Findings, Place
from .header_words import kinds_said
from .markdown_text import link
from .plain_text import plain_cell
from .sheet import page_of_sheet
from .table import Cell, Row, SourcePage
from .workbook_links import Links, hidden_columns, links_of, tall_cells

_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY, _LAST_DAY = 36526, 73050
"""The numbers of the first and the last day of the years 2000 to 2099."""
_MOST = 50_000_000
"""The most bytes that the parts of a workbook may have, unpacked."""


def read_workbook_source(
    content: bytes, name: str, addresses: Addresses, findings: Findings
) -> list[SourcePage]:
    """The sheets of a workbook, each as a page. Raises `ValueError` where it is no workbook."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST:
                raise ValueError(f"{name} is too large; export the sheet of this course alone")
            links, hidden, tall = links_of(parts), hidden_columns(parts), tall_cells(parts)
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [
            workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            for sheet in workbook.sheet_names
        ]
        shown = [sheet.visible == SheetVisibleEnum.Visible for sheet in workbook.sheets_metadata]
    except (BadZipFile, CalamineError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        raise ValueError(f"{name} is no workbook; save it as .xlsx, .ods or .csv") from None
    reader = _Reader(links, tall, addresses, findings)
    pages = []
    for number, (title, rows) in enumerate(zip(workbook.sheet_names, sheets, strict=True)):
        if len(rows) > MAX_ROWS:
            raise ValueError(f"{name} has more than {MAX_ROWS:,} rows; give that of one course")
        file = name if len(sheets) == 1 else f"{name} [{title}]"
        found = [*reader.rows(number, file, rows, hidden.get(number, set()))]
        if found and shown[number]:
            pages.append(page_of_sheet(reader.with_days(found)))
        for row in found if not shown[number] else ():
            text = " | ".join(cell.markdown for cell in row.cells if cell.parts)
            findings.leave_out(row.place, text, "a hidden sheet; show it to bring it along")
    reader.tell_rest(name)
    return pages


class _Reader:
    def __init__(
        self,
        links: Links,
        tall: Mapping[tuple[int, int, int], int],
        addresses: Addresses,
        findings: Findings,
    ) -> None:
        self._links, self._tall = links, tall
        self._addresses, self._findings = addresses, findings

    def rows(self, sheet: int, file: str, rows: list[list[Any]], hidden: set[int]) -> Iterator[Row]:
        """The rows of a sheet that are not empty; what is in a *hidden* column is left out."""
        over: dict[int, tuple[int, Cell]] = {}  # by column, the last row of a merged cell
        for number, values in enumerate(rows):
            place = Place(file, number + 1)
            read = []
            for column, value in enumerate(values):
                addresses = self._links.pop((sheet, number, column), [])
                cell = self._cell(_text(value), addresses, place)
                if rows_high := self._tall.get((sheet, number, column)):
                    over[column] = (number + rows_high - 1, replace(cell, is_above=True))
                elif column in over and number <= over[column][0] and not cell.parts:
                    cell = over[column][1]
                read.append(cell)
            cells = tuple(read)
            for column in hidden:
                if column < len(cells) and cells[column].parts and not cells[column].is_above:
                    text = cells[column].markdown
                    reason = "a hidden column; show it in the sheet to bring it along"
                    self._findings.leave_out(place, text, reason)
            cells = tuple(cell for column, cell in enumerate(cells) if column not in hidden)
            if any(cell.parts and not cell.is_above for cell in cells):
                yield Row(place, cells)

    def with_days(self, rows: list[Row]) -> list[Row]:
        """*rows*, with dates where a column of days has numbers, as its cells have lost their form.

        Workbooks count days from December 30, 1899 on.
        """
        for number, row in enumerate(rows):
            columns = [at for at, cell in enumerate(row.cells) if "date" in kinds_said(cell.text)]
            if columns:
                below = [self._dated(each, columns[0]) for each in rows[number + 1 :]]
                return [*rows[: number + 1], *below]
        return rows

    def _dated(self, row: Row, column: int) -> Row:
        text = row.cells[column].text if column < len(row.cells) else ""
        if not text.isdecimal() or not _FIRST_DAY <= int(text[:6]) <= _LAST_DAY:
            return row
        day = str(_DAY_ZERO + timedelta(days=int(text[:6])))
        self._findings.readings.append(f"{row.place}: the number {text} is {day}")
        cell = replace(plain_cell(day), is_above=row.cells[column].is_above)
        cells = (*row.cells[:column], cell, *row.cells[column + 1 :])
        return Row(row.place, cells)

    def tell_rest(self, name: str) -> None:
        """Tell links of cells that have no row."""
        for (_, row, _), addresses in self._links.items():
            for address in addresses:
                place = Place(name, row + 1)
                self._findings.leave_out(place, address, "a link of an empty cell")

    def _cell(self, text: str, addresses: list[str], place: Place) -> Cell:
        cell = plain_cell(text)
        resolved = []
        for address in addresses:
            if address in text:
                continue
            try:
                resolved.append(self._addresses.resolve(address))
            except ValueError as error:
                self._findings.leave_out(place, address, str(error))
        if not resolved:
            return cell
        first, *others = resolved
        # A link cannot hold another: a cell with addresses in its text keeps them beside its own.
        linked = [*cell.parts, f"<{first}>"] if cell.links else [link(cell.markdown, first)]
        parts = (" ".join([*linked, *(f"<{other}>" for other in others)]),)
        text = cell.text or first  # of a formula that was never computed
        return replace(cell, parts=parts, text=text, links=(*cell.links, cell.text))


def _text(value: Any) -> str:
    """A value as one reads it in the sheet, a date in the form of ISO 8601."""
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return str(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return f"{value // timedelta(hours=1)}:{value // timedelta(minutes=1) % 60:02}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
