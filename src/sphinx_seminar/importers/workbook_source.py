"""A workbook of Excel (.xlsx) or LibreOffice (.ods)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from ..load.csv_file import MAX_ROWS
from .addresses import Addresses
from .findings import Findings, Place
from .markdown_text import link
from .plain_text import plain_cell
from .sheet import page_of_sheet
from .table import Cell, Row, SourcePage
from .workbook_links import Links, links_of

_MOST = 50_000_000
"""So many bytes the parts of a workbook have, unpacked."""


def read_workbook_source(
    content: bytes, name: str, addresses: Addresses, findings: Findings
) -> list[SourcePage]:
    """The sheets of a workbook, each as a page. Raises `ValueError` where it is none."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST:
                raise ValueError(f"{name} is too large; export the sheet of this course alone")
            links = links_of(parts)
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [
            workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            for sheet in workbook.sheet_names
        ]
    except (BadZipFile, CalamineError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        raise ValueError(f"{name} is no workbook; save it as .xlsx, .ods or .csv") from None
    reader = _Reader(links, addresses, findings)
    pages = []
    for number, (title, rows) in enumerate(zip(workbook.sheet_names, sheets, strict=True)):
        if len(rows) > MAX_ROWS:
            raise ValueError(f"{name} has more than {MAX_ROWS:,} rows; give that of one course")
        file = name if len(sheets) == 1 else f"{name} [{title}]"
        if found := [*reader.rows(number, file, rows)]:
            pages.append(page_of_sheet(found))
    reader.tell_rest(name)
    return pages


class _Reader:
    def __init__(self, links: Links, addresses: Addresses, findings: Findings) -> None:
        self._links, self._addresses, self._findings = links, addresses, findings

    def rows(self, sheet: int, file: str, rows: list[list[Any]]) -> Iterator[Row]:
        for number, values in enumerate(rows):
            place = Place(file, number + 1)
            cells = tuple(
                self._cell(_text(value), self._links.pop((sheet, number, column), []), place)
                for column, value in enumerate(values)
            )
            if any(cell.parts for cell in cells):
                yield Row(place, cells)

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
        # A link in a link is none, so a cell with addresses in its text keeps them beside it.
        linked = [*cell.parts, f"<{first}>"] if cell.links else [link(cell.markdown, first)]
        parts = (" ".join([*linked, *(f"<{other}>" for other in others)]),)
        return replace(cell, parts=parts, links=(*cell.links, cell.text))


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
