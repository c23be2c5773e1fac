"""Another day in the form in which a date is written."""

from __future__ import annotations

import re
from datetime import date

from .session_name import DateOrder

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOCK = re.compile(r"[\sT]+\d{1,2}:\d{2}.*", re.DOTALL)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PIECE = re.compile(r"\d+|[^\W\d_]+")


def redated(text: str, day: date, new: date, order: DateOrder, *, padded: bool = True) -> str:
    """*text*, which means *day*, as it is written for *new*.

    *order* says what comes first in a date of numbers, and *padded* whether one of two digits
    begins with 0 where it has to. A form that is not known becomes year-month-day. A time of day
    stays.
    """
    clock = _CLOCK.search(text)
    written = text[: clock.start()] if clock else text
    written = _ORDINAL.sub("", written)
    wanted = _numbers(written, day, order)
    values = {"year": day.year, "month": day.month, "day": day.day}
    others = {"year": new.year, "month": new.month, "day": new.day}
    numbers = iter(wanted)

    def piece(match: re.Match[str]) -> str:
        old = match[0]
        if not old.isdecimal():
            return _word(old, day, new)
        what = next(numbers, None)
        if what is None or int(old) not in {values[what], values[what] % 100}:
            raise LookupError
        value = others[what] if len(old) != 2 or what != "year" else others[what] % 100
        return f"{value:02}" if len(old) == 2 and (padded or what == "year") else str(value)

    try:
        found = _PIECE.sub(piece, written)
        if next(numbers, None) is not None:
            raise LookupError
    except LookupError:
        found = new.isoformat()
    return found + (clock[0] if clock else "")


def _numbers(text: str, day: date, order: DateOrder) -> list[str]:
    """What the numbers of a date are, in their order."""
    pieces = _PIECE.findall(text)
    numbers = [piece for piece in pieces if piece.isdecimal()]
    if numbers and len(numbers[0]) == 4:
        return ["year", "month", "day"]
    has_month = any(_is_month(piece, day) for piece in pieces)
    first = ["day"] if has_month else ["month", "day"] if order == "month" else ["day", "month"]
    return first if len(numbers) == len(first) else [*first, "year"]


def _is_month(piece: str, day: date) -> bool:
    name = _MONTHS[day.month - 1].casefold()
    return len(piece) >= 3 and name.startswith(piece.casefold())


def _word(old: str, day: date, new: date) -> str:
    """The name of a month or day, in full where it is, or else its first three letters.

    One that takes no more room than the old one is in full all the same: Sept becomes June.
    """
    for names, before, after in (
        (_MONTHS, day.month - 1, new.month - 1),
        (_DAYS, day.weekday(), new.weekday()),
    ):
        name, other = names[before], names[after]
        if len(old) >= 3 and name.casefold().startswith(old.casefold()):
            if name == other:
                return old
            # May is as long as other months are in short, and June as Sept.
            full = len(old) == len(name) > 3 or len(other) <= len(old)
            short = other if full else other[:3]
            return short.upper() if old.isupper() else short.lower() if old.islower() else short
    raise LookupError
