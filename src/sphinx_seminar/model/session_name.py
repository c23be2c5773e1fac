"""Finds the session that a sheet names: by id, title, number or date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from .compared import compared
from .listed import listed
from .name_digest import name_digest
from .nearest import did_you_mean
from .notation import is_date, parse_date
from .schedule import SessionRow
from .signup import SessionKey

DateOrder = Literal["month", "day"]
"""What comes first in a date of numbers."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = {
    name
    for month in (
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "october", "november", "december"),
    )
    for name in (month, month[:3], month[:4])
}
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:[/.-](\d{4}|\d{2}))?\.?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([a-z]{3,9})\.?,?(?:[\s-]+(\d{4}|\d{2}))?"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?")
_DAY_NAME = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+(?=\d|[a-z]{3,9}\.?\s+\d)"
)
# A time of day, and what a spreadsheet adds to a date: 2022-01-31 00:00:00
_CLOCK = re.compile(r"[\sT]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedSession:
    """A session as its course knows it."""

    id: str
    title: str
    row: SessionRow


@dataclass
class SessionFinder:
    """The sessions of a course, by all that names them."""

    sessions: Sequence[NamedSession]
    order: DateOrder | None = None
    """The order of the dates in the sheet that names them; None where that was not decided."""
    open_days: Collection[date] = ()
    """Days on which the course meets and has no session yet."""
    _ids: dict[str, NamedSession] = field(default_factory=dict)
    _titles: dict[str, list[NamedSession]] = field(default_factory=dict)
    _numbers: dict[int, NamedSession] = field(default_factory=dict)
    _days: dict[date, list[NamedSession]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for session in self.sessions:
            self._ids[compared(session.id)] = session
            self._titles.setdefault(compared(session.title), []).append(session)
            if session.row.number is not None:
                self._numbers[session.row.number] = session
            if session.row.meeting is not None:
                self._days.setdefault(session.row.meeting.day, []).append(session)
            if session.row.sections:
                days = {each.meeting.day for each in session.row.sections if each.meeting}
                for day in days - {session.row.meeting and session.row.meeting.day}:
                    self._days.setdefault(day, []).append(session)

    def find(self, keys: Iterable[tuple[SessionKey, str]]) -> NamedSession:
        """The session that *keys* name.

        Raises `LookupError` with what is wrong and what to write instead: nothing is found, more
        than one is, or the keys name two.
        """
        found: list[tuple[str, NamedSession]] = []
        wrong: list[str] = []
        titles: list[str] = []
        for key, text in keys:
            matches = self._of(key, text)
            if len(matches) == 1:
                found.append((text, matches[0]))
            else:
                # A title says nothing where something else names the session.
                told = titles if key == "title" else wrong
                told.append(self._several(text, matches) if matches else self._none(text))
        if not found:
            raise LookupError(next(iter((*wrong, *titles)), "no session is named"))
        text, session = found[0]
        for other_text, other in found[1:]:
            if other is not session:
                raise LookupError(
                    f"{text!r} is session {session.title!r} and {other_text!r} is session "
                    f"{other.title!r}; correct one of the two"
                )
        if wrong:
            raise LookupError(wrong[0])
        return session

    def _of(self, key: SessionKey, text: str) -> list[NamedSession]:
        if key in {"id", "session"} and (by_id := self._ids.get(compared(text))):
            return [by_id]
        number = re.fullmatch(r"(?:session|lecture|class|no\.?|#)?\s*(\d{1,3})\.?", compared(text))
        if key in {"number", "session"} and number and int(number[1]) in self._numbers:
            return [self._numbers[int(number[1])]]
        if key in {"date", "session"}:
            for day in dates_of(text, self._days, self.order):
                if day in self._days:
                    return self._days[day]
        if key in {"title", "session"}:
            return self._titles.get(compared(text)) or self._titles.get(name_digest(text), [])
        return []

    def _none(self, text: str) -> str:
        if any(day in self.open_days for day in dates_of(text, self.open_days, self.order)):
            return (
                f"{text!r} has no session yet; add a {{session}} for that day to a page, or take "
                "it out here"
            )
        known = [session.id for session in self.sessions]
        return (
            f"{text!r} is no session; write its date, number or id; {did_you_mean(text, known)}"
            if known
            else f"{text!r} is no session: the course has none yet"
        )

    def _several(self, text: str, matches: Sequence[NamedSession]) -> str:
        ids = listed(match.id for match in matches)
        return f"{text!r} is {len(matches)} sessions; write the id of one: {ids}"


def parts_of(text: str) -> tuple[int, int, str] | None:
    """The two numbers of a date that may have either order, and what is between them."""
    for form in _forms(text):
        if match := _SLASHED.fullmatch(form):
            return int(match[1]), int(match[3]), match[2]
    return None


@lru_cache(maxsize=1024)
def _forms(text: str) -> tuple[str, ...]:
    """A date as one of the patterns has it; several where the name of its month has two senses."""
    bare = _CLOCK.sub("", _DAY_NAME.sub("", compared(text)))
    if any(map(str.isdecimal, bare)) and not _is_known(bare):
        from .spreadsheet_date import plain_forms  # most sheets are read without

        return tuple(plain_forms(compared(text))) or (bare,)
    return (bare,)


def _is_known(text: str) -> bool:
    if is_date(text) or _YEAR_FIRST.fullmatch(text) or _SLASHED.fullmatch(text):
        return True
    match = _MONTH_FIRST.fullmatch(text)
    name = match[1] if match else (match := _DAY_FIRST.fullmatch(text)) and match[2]
    return name in _ENGLISH


def dates_of(text: str, known: Iterable[date], order: DateOrder | None = None) -> Iterator[date]:
    """The days that *text* may mean, the likeliest first; a missing year is one of *known*.

    Where *order* is that of the whole sheet, the other one is taken only by what is no day else.

    Beside the ISO form these are what spreadsheets export: ``1/31/2022``, ``31.01.2022``, ``1/31``,
    ``Jan 31``, ``31-Jan``, ``Mon 31 January``, and the same in other languages.
    """
    years = sorted({day.year for day in known})
    for form in _forms(text):
        yield from _dates_of(form, years, order)


def _dates_of(folded: str, years: Sequence[int], order: DateOrder | None) -> Iterator[date]:
    with suppress(ValueError):
        yield parse_date(folded)
    if match := _YEAR_FIRST.fullmatch(folded):
        yield from _dates([int(match[1])], int(match[2]), int(match[3]))
    elif match := _SLASHED.fullmatch(folded):
        first, second = int(match[1]), int(match[3])
        of_year = [_full_year(match[4])] if match[4] else years
        # A slash is American, a period European; the other order where that is no day.
        likely = order or ("day" if match[2] == "." else "month")
        orders = [(first, second), (second, first)]
        for month, day in reversed(orders) if likely == "day" else orders:
            found = list(_dates(of_year, month, day))
            yield from found
            if found and order:
                return
    elif match := _MONTH_FIRST.fullmatch(folded):
        yield from _named(match[1], match[2], match[3], years)
    elif match := _DAY_FIRST.fullmatch(folded):
        yield from _named(match[2], match[1], match[3], years)


def _named(month: str, day: str, year: str | None, years: Sequence[int]) -> Iterator[date]:
    if month[:3] in _MONTHS:
        number = _MONTHS.index(month[:3]) + 1
        yield from _dates([_full_year(year)] if year else years, number, int(day))


def _dates(years: Sequence[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        with suppress(ValueError):
            yield date(year, month, day)


def _full_year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)
