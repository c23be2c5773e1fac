"""Names of time zones: the IANA database's, and what people write in their stead."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ..model.nearest import nearest
from .fault import quoted

_EXAMPLE = "America/Los_Angeles"
# In the database, but no city: what this machine's clock shows, and "not set".
_NO_PLACE = {"localtime", "Factory"}
# Abbreviations name an offset, not a city.
_MEANT = {
    "pst": _EXAMPLE,
    "pdt": _EXAMPLE,
    "pt": _EXAMPLE,
    "pacific": _EXAMPLE,
    "mdt": "America/Denver",
    "mt": "America/Denver",
    "mountain": "America/Denver",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "ct": "America/Chicago",
    "central": "America/Chicago",
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
_EAST = ("America/New_York", "America/Toronto", "America/Panama")
_CENTRAL = ("America/Chicago", "America/Winnipeg", "America/Mexico_City")
_MOUNTAIN = ("America/Denver", "America/Edmonton", "America/Phoenix")
_WEST = (_EXAMPLE, "America/Vancouver", "America/Tijuana")
_MIDDLE_EUROPE = ("Europe/Berlin", "Europe/Paris", "Europe/Madrid")
_LONDON = ("Europe/London", "Africa/Accra", "Atlantic/Reykjavik")
# Abbreviations that the database has too. What they mean there changes with its version, with or
# without daylight saving: a course in Boston that writes EST may be an hour off half of the year.
_CITIES = {
    "cet": _MIDDLE_EUROPE,
    "met": _MIDDLE_EUROPE,
    "eet": ("Europe/Athens", "Europe/Helsinki", "Africa/Cairo"),
    "wet": ("Europe/Lisbon", "Atlantic/Canary", "Africa/Casablanca"),
    "gmt": _LONDON,
    "est": _EAST,
    "est5edt": _EAST,
    "cst6cdt": _CENTRAL,
    "mst": _MOUNTAIN,
    "mst7mdt": _MOUNTAIN,
    "pst8pdt": _WEST,
    "hst": ("Pacific/Honolulu", "America/Adak"),
}
# Cities by their hours ahead of UTC outside of daylight saving.
_BY_OFFSET: dict[float, tuple[str, ...]] = {
    -11: ("Pacific/Pago_Pago",),
    -10: ("Pacific/Honolulu", "America/Adak"),
    -9: ("America/Anchorage",),
    -8: _WEST,
    -7: _MOUNTAIN,
    -6: _CENTRAL,
    -5: _EAST,
    -4: ("America/Halifax", "America/Santiago", "America/Puerto_Rico"),
    -3.5: ("America/St_Johns",),
    -3: ("America/Sao_Paulo", "America/Buenos_Aires"),
    -2: ("America/Noronha",),
    -1: ("Atlantic/Azores", "Atlantic/Cape_Verde"),
    0: _LONDON,
    1: (*_MIDDLE_EUROPE, "Africa/Lagos"),
    2: ("Europe/Athens", "Africa/Cairo", "Africa/Johannesburg"),
    3: ("Europe/Istanbul", "Africa/Nairobi", "Asia/Riyadh"),
    3.5: ("Asia/Tehran",),
    4: ("Asia/Dubai", "Asia/Tbilisi"),
    4.5: ("Asia/Kabul",),
    5: ("Asia/Karachi", "Asia/Tashkent"),
    5.5: ("Asia/Kolkata", "Asia/Colombo"),
    5.75: ("Asia/Kathmandu",),
    6: ("Asia/Dhaka",),
    6.5: ("Asia/Yangon",),
    7: ("Asia/Bangkok", "Asia/Jakarta"),
    8: ("Asia/Shanghai", "Asia/Singapore", "Australia/Perth"),
    9: ("Asia/Tokyo", "Asia/Seoul"),
    9.5: ("Australia/Adelaide", "Australia/Darwin"),
    10: ("Australia/Sydney", "Australia/Brisbane"),
    11: ("Pacific/Noumea",),
    12: ("Pacific/Auckland", "Pacific/Fiji"),
    13: ("Pacific/Apia", "Pacific/Tongatapu"),
    14: ("Pacific/Kiritimati",),
}
_OFFSET = (
    r"(?P<etc>etc/)?(?:utc|gmt)?\s*(?P<sign>[+−-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?"
    r"|(?:etc/)?gmt0|etc/(?:gmt|greenwich)|greenwich"
)

_REGION_AND_CITY = re.compile(
    r"(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/([A-Za-z_-]+)"
)


def read_zone(text: str) -> ZoneInfo:
    """The time zone that *text* names, by the IANA database of this machine or of ``tzdata``.

    Raises:
        ValueError: no zone has the name, or it names no city; says what to write instead.
    """
    text = text.strip()
    if _is_listed(text):
        # A folder of cities is listed too, and is no zone.
        with suppress(OSError, ValueError, ZoneInfoNotFoundError):
            return ZoneInfo(text)
    if offset := re.fullmatch(_OFFSET, text, re.ASCII | re.IGNORECASE):
        raise ValueError(_offset_text(text, offset))
    if cities := _CITIES.get(text.casefold()):
        raise ValueError(
            f"{quoted(text)} is an abbreviation, not a city; write a city, such as "
            f"{_choice(cities)}"
        )
    names = _names()
    if not names:
        raise ValueError("this machine knows no time zones; run: pip install tzdata")
    # The set is asked, not ZoneInfo: that takes a wrong letter case where the file system does.
    if text in names:
        return ZoneInfo(text)
    match = _nearest_zone(text, sorted(names))
    hint = f"did you mean {match!r}?" if match else f"write one such as {_EXAMPLE}"
    raise ValueError(f"{quoted(text)} is not a time zone; {hint}")


def _offset_text(text: str, found: re.Match[str]) -> str:
    hours = int(found["hours"] or 0) + int(found["minutes"] or 0) / 60
    is_ahead = found["sign"] == "+"
    # The names of the database count west of Greenwich: Etc/GMT+5 is five hours behind UTC.
    is_turned = bool(found["etc"]) and hours != 0
    if is_ahead == is_turned:
        hours = -hours
    shown = f", UTC{hours:+g}" if is_turned else ""
    cities = _BY_OFFSET.get(hours, (_EXAMPLE,))
    return (
        f"{quoted(text)} is an offset{shown}, which knows no daylight saving; "
        f"write a city, such as {_choice(cities)}"
    )


def _choice(cities: tuple[str, ...]) -> str:
    *others, last = cities
    return f"{', '.join(others)} or {last}" if others else last


def _is_listed(text: str) -> bool:
    """Whether the database of this machine has a file of this name, letter case included.

    Only names of a region and a city are looked up: two folders are listed in place of 600 files
    that are opened. What is not found may still be in the package ``tzdata``.
    """
    found = _REGION_AND_CITY.fullmatch(text)
    if found is None:
        return False
    for folder in map(Path, TZPATH):
        region = folder / found[1]
        try:
            if region in folder.iterdir():
                return region / found[2] in region.iterdir()
        except OSError:
            continue  # not there, or not a folder
    return False


@cache
def _names() -> frozenset[str]:
    """Walking through the database takes longer than reading all else of a course file."""
    return frozenset(available_timezones() - _NO_PLACE)


def _nearest_zone(text: str, names: list[str]) -> str | None:
    word = re.sub(r"[\s_]*(?:standard|daylight)?[\s_]*time$", "", text[:80].casefold())
    if word in _MEANT:
        return _MEANT[word]
    if word in _CITIES:
        return _CITIES[word][0]
    cities = {name.rpartition("/")[2].casefold(): name for name in names if "/" in name}
    city = word.rpartition("/")[2].replace(" ", "_")
    return cities.get(city) or nearest(text, names)
