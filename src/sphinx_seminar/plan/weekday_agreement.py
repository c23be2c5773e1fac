"""Whether a date that somebody wrote is on the day of the week beside it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from ..model.calendar_words import MONTHS
from ..model.compared import compared

_NUMBERS = re.compile(r"\d+\s*[年月日号號년월일]?")
_WORD = re.compile(r"[^\W\d_]+")


def other_weekday(text: str, day: date, language: str) -> bool:
    """Whether *text* names another day of the week than that of *day*, and no second one."""
    words = _WORD.findall(_NUMBERS.sub(" ", compared(text)))
    known = _weekdays(language)
    named = {known[word] for word in words if word in known and word not in MONTHS}
    return len(named) == 1 and day.weekday() not in named


@cache
def _weekdays(language: str) -> dict[str, int]:
    """The days of the week, as of `datetime.date.weekday`, by their names in two languages."""
    found = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
    for name in dict.fromkeys(("en", language.replace("-", "_"))):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated", "short"):
            for number, written in locale.days["format"].get(width, {}).items():
                found[compared(written).rstrip(".")] = number
    return found
