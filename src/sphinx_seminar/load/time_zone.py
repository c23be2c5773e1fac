"""Names of time zones: the IANA database's, and what people write in their stead."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from ..model.nearest import nearest
from .fault import quoted

_EXAMPLE = "America/Los_Angeles"
# In the database, but no place: what this machine's clock shows, and "not set".
_NO_PLACE = {"localtime", "Factory"}
# Abbreviations name an offset, not a place. EST and MST are in the database too, without daylight
# saving: a course in Boston that writes EST would be an hour off for half of the year.
_MEANT = {
    "pst": _EXAMPLE,
    "pdt": _EXAMPLE,
    "pt": _EXAMPLE,
    "pacific": _EXAMPLE,
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "mt": "America/Denver",
    "mountain": "America/Denver",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "ct": "America/Chicago",
    "central": "America/Chicago",
    "est": "America/New_York",
    "edt": "America/New_York",
    "et": "America/New_York",
    "eastern": "America/New_York",
    "bst": "Europe/London",
    "cest": "Europe/Berlin",
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "aest": "Australia/Sydney",
}
_OFFSET = re.compile(r"(?:utc|gmt)?\s*[+-−]\s*\d{1,2}(?::?\d{2})?", re.ASCII | re.IGNORECASE)


def read_zone(text: str) -> ZoneInfo:
    """The time zone that *text* names, by the IANA database of this machine or of ``tzdata``.

    Raises:
        ValueError: no zone has the name; says the nearest one.
    """
    text = text.strip()
    names = _names()
    if not names:
        raise ValueError("this machine knows no time zones; run: pip install tzdata")
    # The set is asked, not ZoneInfo: that takes a wrong letter case where the file system does.
    if text in names and text.casefold() not in _MEANT:
        return ZoneInfo(text)
    if _OFFSET.fullmatch(text):
        raise ValueError(
            f"{quoted(text)} is an offset, which knows no daylight saving; "
            f"write a place, such as {_EXAMPLE}"
        )
    match = _nearest_zone(text, sorted(names))
    hint = f"did you mean {match!r}?" if match else f"write one such as {_EXAMPLE}"
    if text in names:
        raise ValueError(f"{quoted(text)} has no daylight saving; {hint}")
    raise ValueError(f"{quoted(text)} is not a time zone; {hint}")


@cache
def _names() -> frozenset[str]:
    """Walking through the database takes longer than reading all else of a course file."""
    return frozenset(available_timezones() - _NO_PLACE)


def _nearest_zone(text: str, names: list[str]) -> str | None:
    word = re.sub(r"[\s_]*(?:standard|daylight)?[\s_]*time$", "", text[:80].casefold())
    if word in _MEANT:
        return _MEANT[word]
    cities = {name.rpartition("/")[2].casefold(): name for name in names if "/" in name}
    city = word.rpartition("/")[2].replace(" ", "_")
    return cities.get(city) or nearest(text, names)
