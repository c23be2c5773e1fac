"""Dates as the spreadsheets of the world write them, put into forms that need no language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .calendar_words import BESIDE, DAYS, MONTHS

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Left out are the curly apostrophe, and the hamza that some write over the months of Persian.
_SIGNS = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"), "’": "", "\u0654": ""}
)
# 2030年2月25日, 2030년 2월 25일
_EASTERN = re.compile(r"(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?")
_CLOCK = re.compile(
    r"(?:[\s,]+|(?<=\d)t)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?m\.?|uhr|h))?$"
)
_LONGEST = 80
"""Characters of a date: Wednesday the 25th of September 2030, 10:00:00."""
_PIECE = re.compile(r"\d+|[^\d\s,\u060c\u3001./()'-]+")
_BETWEEN = re.compile(r"[\s,\u060c\u3001./()'-]*")
_NUMBERS = re.compile(r"(\d+)\s*([./-])\s*(\d+)(?:\s*\2\s*(\d+))?\s*\.?")


def plain_forms(text: str) -> Iterator[str]:
    """The same date as ``2030-02-25``, ``feb 25`` or ``25.2.2030``; nothing where it is none.

    *text* is one as `sphinx_seminar.model.compared.compared` has it. Without a year there is none
    in the form, and what is in doubt, as the order of two numbers, stays in doubt.
    """
    text = text.translate(_SIGNS).strip()
    if len(text) > _LONGEST:
        return
    if text.isdecimal():
        if len(text) == 8:
            yield f"{text[:4]}-{text[4:6]}-{text[6:]}"
        return
    for said in dict.fromkeys((text, _CLOCK.sub("", text))):
        if found := list(_of_words(said)):
            yield from found
            return


def _of_words(text: str) -> Iterator[str]:
    if match := _EASTERN.match(text):
        year, month, day = match.groups()
        if _are_days(text[match.end() :]) and int(month) in range(1, 13):
            yield _form(int(month), day, year)
        return
    pieces = _PIECE.findall(text)
    if len(pieces) > 8 or not _BETWEEN.fullmatch(_PIECE.sub("", text)):
        return
    numbers = [piece for piece in pieces if piece.isdecimal()]
    words = [piece for piece in pieces if not piece.isdecimal() and piece not in BESIDE]
    months = [word for word in words if word in MONTHS]
    if len(months) > 1:  # mar. 5 mars: a Tuesday in March
        months = [word for word in months if word not in DAYS]
    if any(word not in DAYS and word not in months for word in words) or len(months) > 1:
        return
    if months:
        yield from _with_month(months[0], numbers, text)
    elif match := _NUMBERS.fullmatch(_without_words(text)):
        first, mark, second, third = match.groups()
        if len(first) == 4 and third:
            yield f"{first}-{second}-{third}"
        elif len(first) < 3 and (third or words or mark == "."):
            yield mark.join((first, second, third) if third else (first, second))


def _with_month(month: str, numbers: list[str], text: str) -> Iterator[str]:
    if len(numbers) == 2 and len(numbers[0]) == 4:
        numbers = numbers[::-1]
    day, *year = numbers or [""]
    # Feb-25 is a month and its year, as spreadsheets write it.
    is_year = not year and re.fullmatch(r"[^\d\s]+-\d+", text) is not None
    if not 1 <= len(day) <= 2 or len(year) > 1 or is_year:
        return
    for number in MONTHS[month]:
        yield _form(number, day, year[0] if year else None)


def _form(month: int, day: str, year: str | None) -> str:
    if year is None:
        return f"{_ENGLISH[month - 1]} {int(day)}"
    return f"{year if len(year) == 4 else f'20{year}'}-{month}-{int(day)}"


def _are_days(text: str) -> bool:
    return all(word in DAYS for word in _PIECE.findall(text))


def _without_words(text: str) -> str:
    return re.sub(r"[^\d./-]+", " ", text).strip(" -/.") if any(map(str.isalpha, text)) else text
