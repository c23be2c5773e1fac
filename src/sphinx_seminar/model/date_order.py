"""Whether a sheet writes the day or the month first: one answer for all of its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from .course import Course
from .session_name import DateOrder, dates_of, parts_of

_ORDERS: tuple[DateOrder, DateOrder] = ("month", "day")
# Where these are spoken, a date without its year begins with the month.
_MONTH_FIRST = {"en-us", "en-ph", "fil", "hu", "ja", "ko", "lt", "mn", "zh"}
_AMERICAN = ("America/", "US/", "Pacific/Honolulu")


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """The order of a sheet's dates, and what stays open."""

    order: DateOrder = "month"
    open: tuple[str, ...] = ()
    """Dates that mean one session in this order and another one in the other."""
    mixed: tuple[str, str] | None = None
    """A date with the day first and one with the month first, where a sheet has both."""


def sheet_order(texts: Iterable[str], days: Collection[date], course: Course) -> SheetOrder:
    """The order of the dates among *texts* of a sheet, for a course with sessions on *days*.

    Rows that can be read in one order only decide; else the order in which more of the dates are
    those of sessions, then the one in which more are within the term, then language and zone.
    """
    written = [text for text in dict.fromkeys(texts) if parts_of(text)]
    parts = [found for text in written if (found := parts_of(text))]
    with_day = [
        text for text, (first, _second, _) in zip(written, parts, strict=True) if first > 12
    ]
    with_month = [t for t, (_first, second, _) in zip(written, parts, strict=True) if second > 12]
    order, is_sure = _usual(course, dots=all(mark == "." for *_, mark in parts))
    mixed = (with_day[0], with_month[0]) if with_day and with_month else None
    if mixed is None and (with_day or with_month):
        return SheetOrder("day" if with_day else "month")
    term = course.term

    def meant(text: str, as_: DateOrder) -> date | None:
        return next((day for day in dates_of(text, days, as_) if day in days), None)

    def is_inside(text: str, as_: DateOrder) -> bool:
        return term is not None and any(day in term for day in dates_of(text, days, as_))

    if mixed is None:
        hits = [sum(meant(text, as_) is not None for text in written) for as_ in _ORDERS]
        inside = [sum(is_inside(text, as_) for text in written) for as_ in _ORDERS]
        for of_month, of_day in (hits, inside):
            if of_month != of_day:
                return SheetOrder("month" if of_month > of_day else "day")
    if is_sure and mixed is None:
        return SheetOrder(order)
    both = tuple(
        text
        for text in written
        if (one := meant(text, "month")) and (other := meant(text, "day")) and one != other
    )
    return SheetOrder(order, both, mixed)


def _usual(course: Course, *, dots: bool) -> tuple[DateOrder, bool]:
    """The order of the course's language, and whether it has no other."""
    language = course.language.casefold().replace("_", "-")
    base = language.partition("-")[0]
    if language in _MONTH_FIRST or base in _MONTH_FIRST:
        return "month", True
    if dots or language != "en":
        return "day", True
    zone = course.zone.key if course.zone else None
    return ("month" if not zone or zone.startswith(_AMERICAN) else "day"), False
