"""A table in a CSV file, as a spreadsheet exports it."""

from __future__ import annotations

from ..load.csv_file import read_csv
from .findings import Place
from .plain_text import plain_cell
from .table import Row, SourcePage, Table


def read_csv_source(content: bytes, name: str) -> SourcePage:
    """The table of a file. Raises `NotCsv` where it is none."""
    rows = [
        Row(Place(name, row.line), tuple(plain_cell(text) for text in row.cells))
        for row in read_csv(content).rows
    ]
    # A title above the header has a cell alone.
    widest = max((_filled(row) for row in rows), default=0)
    at = next((n for n, row in enumerate(rows) if _filled(row) > max(1, widest // 2)), 0)
    title = " ".join(cell.text for row in rows[:at] for cell in row.cells if cell.text)
    parts = (Table(rows[at], tuple(rows[at + 1 :])),) if rows else ()
    return SourcePage(title, (), parts)


def _filled(row: Row) -> int:
    return sum(bool(cell.text) for cell in row.cells)
