"""The rows of a sheet as a table."""

from __future__ import annotations

from collections.abc import Sequence

from .table import Row, SourcePage, Table


def page_of_sheet(rows: Sequence[Row]) -> SourcePage:
    """The table of a sheet. A title above its header has a cell alone."""
    widest = max((_filled(row) for row in rows), default=0)
    at = next((n for n, row in enumerate(rows) if _filled(row) > max(1, widest // 2)), 0)
    title = " ".join(cell.text for row in rows[:at] for cell in row.cells if cell.text)
    return SourcePage(title, (), (Table(rows[at], tuple(rows[at + 1 :])),) if rows else ())


def _filled(row: Row) -> int:
    return sum(bool(cell.text) for cell in row.cells)
