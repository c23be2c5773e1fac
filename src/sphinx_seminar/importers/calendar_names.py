"""Names of months and weekdays in the languages of the headers, in full and in short."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_LANGUAGES = ("en", "de", "fr", "es", "ja", "ar")


@lru_cache(maxsize=1)
def month_numbers() -> Mapping[str, int]:
    """Numbers of months, from 1 on, by their names as they are and as `folded` has them."""
    from babel.dates import get_month_names

    found = {"sept": 9}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            _add(found, get_month_names(width, locale=language))
    return {name: number for name, number in found.items() if not name[0].isdigit()}


@lru_cache(maxsize=1)
def weekday_numbers() -> Mapping[str, int]:
    """Numbers of weekdays, as of `datetime.date.weekday`, by their names.

    What is one in German is it in no other language: *di*, *do*.
    """
    from babel.dates import get_day_names

    found: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated", "short"):
            _add(found, get_day_names(width, locale=language))
    return found


def folded(name: str) -> str:
    """A name without letter case, accents and the point of an abbreviation."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).rstrip(".")


def _add(found: dict[str, int], names: Mapping[Any, str]) -> None:
    for number, name in names.items():
        for form in (str(name).casefold().rstrip("."), folded(str(name))):
            found.setdefault(form, int(number))
