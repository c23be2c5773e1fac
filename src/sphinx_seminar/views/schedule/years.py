"""The years of a schedule as its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .rows import ShownRow
from .units import ShownUnit


def with_years(rows: Iterable[ShownRow], docname: str, prefix: str) -> Iterator[ShownRow]:
    """*rows*, in the order in which they are shown, with a unit at the first of each year.

    Ids begin with *prefix*. A row without a date is in the year of the row before it.
    """
    last: int | None = None
    begun: set[int] = set()
    for row in rows:
        year = row.days[0].year if row.days else last
        if year is None or year == last:
            yield row
            continue
        anchor, goes_on = f"{prefix}-{year}", year in begun
        unit = ShownUnit(str(year), docname, anchor, is_own=True, goes_on=goes_on)
        yield replace(row, unit=unit)
        begun.add(year)
        last = year
