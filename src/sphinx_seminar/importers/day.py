"""Days as people write them in tables, mostly without a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from ..model.compared import compared
from ..model.notation import parse_days
from ..model.spreadsheet_date import plain_forms
from .calendar_names import folded, month_numbers, weekday_numbers

Order = Literal["month first", "day first"]

ONE_MONTH = f"(?:{'|'.join(sorted(month_numbers(), key=len, reverse=True))})"
"""The name of a month, as part of an expression."""
_MONTH = rf"(?P<month>{ONE_MONTH})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?\b"
_YEAR = r"(?:(?:,\s*|\s+(?:del?\s+)?)(?P<year>(?:19|20|21)\d\d)\b)?"
_ISO = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})\b")
_NUMBERS = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d\d))?\b")
_POINTS = re.compile(
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\."
    # 12.9. 14-16 Uhr has an hour, not a year.
    r"(?:\s?(?P<year>\d{4}|(?<=\.)\d\d|\d\d(?!\s*(?:[-\u2013:]\s*\d{1,2}(?![\d.])|h\b|uhr)))\b)?",
    re.IGNORECASE,
)
_EASTERN = re.compile(r"(?:(?P<year>\d{4})年\s*)?(?P<month>\d{1,2})月\s*(?P<day>\d{1,2})日")
_MONTH_DAY = re.compile(rf"{_MONTH}\s*{_DAY}{_YEAR}", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"{_DAY}\.?\s*(?:(?:of|de)\s+|d[’'])?{_MONTH}{_YEAR}", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-\u2013\u2014\u2192]|to\b)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[&+]|(?:and|und|et|y)\b)\s*", re.IGNORECASE)
_NUMBER = re.compile(_DAY)
_WEEKDAY = re.compile(r"[(\uff08]?\b([^\W\d_]{1,12})\b[.!?]*[)\uff09]?[,،、]?\s*")
# mar. 4 sept. is a Tuesday; Mar 4 is in March.
_DAY_AND_MONTH = re.compile(rf"\d{{1,2}}(?:er)?\.?\s+(?:de\s+)?{ONE_MONTH}\b")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or several in a row, of a year that may be unknown."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    """As of `datetime.date.weekday`, where it is written."""
    end: tuple[int, int] | None = None
    """Month and day of the last one."""
    rest: str = ""
    """What is written behind it."""

    def on(self, year: int) -> date:
        """The date in a year. Raises `ValueError` where the calendar has none."""
        return date(year, self.month, self.day)


def read_day(text: str, order: Order = "month first") -> Day | None:
    """The day that *text* begins with, a weekday before it or none; None where it is no day."""
    text = " ".join(text.split())
    whole = text
    weekday, text = _weekday(text)
    found = _first(text, order) or _of_other_language(whole, order)
    if found is None:
        return None
    year, month, day, rest = found
    end = None
    if separator := _RANGE.match(rest):
        behind = rest[separator.end() :]
        _, behind = _weekday(behind)
        if last := _first(behind, order):
            end, rest = (last[1], last[2]), last[3]
        elif (number := _NUMBER.match(behind)) and ":" not in behind:
            end, rest = (month, int(number["day"])), behind[number.end() :]
    elif (separator := _AND.match(rest)) and (last := _first(rest[separator.end() :], order)):
        end, rest = (last[1], last[2]), last[3]
    if weekday is None:
        weekday, rest = _weekday(rest.strip(" ,"))
    return Day(month, day, year, weekday, end, rest.strip(" ,;"))


def order_of(texts: Sequence[str], usual: Order = "month first") -> Order:
    """Whether months come first around a slash, by what is in the calendar and in order.

    *usual* is what the language of the source has, where both orders are as likely.
    """
    orders: Sequence[Order] = ("month first", "day first")
    orders = sorted(orders, key=lambda order: order != usual)

    def faults(order: Order) -> tuple[int, int]:
        days = [read_day(text, order) for text in texts]
        known = [(day.month, day.day) for day in days if day]
        falls = sum(before > after for before, after in pairwise(known))
        return days.count(None), falls

    return min(orders, key=faults)


def _first(text: str, order: Order) -> tuple[int | None, int, int, str] | None:
    for pattern in (_ISO, _NUMBERS, _POINTS, _EASTERN, _MONTH_DAY, _DAY_MONTH):
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        if "first" in groups:
            first, second = int(groups["first"]), int(groups["second"])
            month, day = (first, second) if order == "month first" else (second, first)
        else:
            written = folded(groups["month"])
            month, day = month_numbers().get(written) or int(written), int(groups["day"])
        year = int(groups["year"]) if groups["year"] else None
        if year is not None and year < 100:
            year += 2000
        try:
            date(year or 2000, month, day)  # a leap year
        except ValueError:
            continue
        return year, month, day, text[match.end() :]
    return None


def _of_other_language(text: str, order: Order) -> tuple[int | None, int, int, str] | None:
    """The day that all of *text* is, as a spreadsheet of any language writes it."""
    for form in plain_forms(compared(text)):
        found = _first(form, order)
        if found and not found[3]:
            return found
    return None


def _weekday(text: str) -> tuple[int | None, str]:
    match = _WEEKDAY.match(text)
    if match is None:
        return None, text
    name, rest = match[1], text[match.end() :]
    if folded(name) in month_numbers() and not _DAY_AND_MONTH.match(folded(rest)):
        return None, text
    try:
        days = parse_days(name)
    except ValueError:
        number = weekday_numbers().get(folded(name))
        days = () if number is None else (number,)
    return (days[0], rest) if len(days) == 1 else (None, text)
