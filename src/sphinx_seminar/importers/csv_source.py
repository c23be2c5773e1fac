"""A table in a CSV file, as a spreadsheet exports it."""

from __future__ import annotations

from ..load.csv_file import read_csv
from .findings import Place
from .plain_text import plain_cell
from .sheet import page_of_sheet
from .table import Row, SourcePage


def read_csv_source(content: bytes, name: str) -> SourcePage:
    """The table of a file. Raises `NotCsv` where it has none."""
    return page_of_sheet(
        [
            Row(Place(name, row.line), tuple(plain_cell(text) for text in row.cells))
            for row in read_csv(content).rows
        ]
    )
