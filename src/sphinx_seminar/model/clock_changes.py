"""When the clocks of a time zone change, by which rule: as a calendar has to define it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_STEP = timedelta(days=7)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Change:
    """From when on clocks are set in another way."""

    onset: datetime
    """By the clocks as they were before (RFC 5545, 3.6.5), without a zone."""
    before: timedelta
    """The offset from UTC until then."""
    after: timedelta
    name: str
    is_daylight: bool
    yearly: tuple[int, str] | None = None
    """The month and the day in it, such as ``-1SU``, where it is the same each year."""


# icalendar finds the changes of a zone as well; it writes their onsets by the clocks as they are
# afterwards (7.3), which is an hour off, and no rule, without which Outlook shows another zone.
@lru_cache(maxsize=32)
def changes(zone: ZoneInfo, first: int, last: int) -> tuple[Change, ...]:
    """How clocks are set from the year *first* to *last*.

    Two rules where clocks change by the same rules each year; else the setting before the first
    year, and every change.
    """
    start = datetime(first - 1, 1, 1, tzinfo=UTC)
    found = list(_found(zone, start, datetime(last + 1, 1, 1, tzinfo=UTC)))
    if found:
        by_rule = [
            _by_rule([each for each in found if each.is_daylight is is_daylight], first, last)
            for is_daylight in (False, True)
        ]
        rules = [rule for rule in by_rule if rule]
        if len(rules) == 2:
            return tuple(rules)
    local = start.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    before = Change(
        start.replace(year=1970, tzinfo=None),
        offset,
        offset,
        local.tzname() or "",
        bool(local.dst()),
    )
    return (before, *found)


def _found(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Change]:
    """The changes between two UTC instants, each found to the second."""
    while start < end:
        later = start + _STEP
        if _setting(start, zone) != _setting(later, zone):
            low, high = start, later
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                middle = middle.replace(microsecond=0)
                if _setting(middle, zone) == _setting(low, zone):
                    low = middle
                else:
                    high = middle
            old, new = low.astimezone(zone), high.astimezone(zone)
            before, after = old.utcoffset() or timedelta(), new.utcoffset() or timedelta()
            onset = (high + before).replace(tzinfo=None)
            yield Change(onset, before, after, new.tzname() or "", bool(new.dst()))
        start = later


def _setting(instant: datetime, zone: ZoneInfo) -> tuple[timedelta | None, str | None, bool]:
    local = instant.astimezone(zone)
    return local.utcoffset(), local.tzname(), bool(local.dst())


def _by_rule(found: Sequence[Change], first: int, last: int) -> Change | None:
    """The first of changes that come once a year on the same day of the same week; else None."""
    if [each.onset.year for each in found] != list(range(first - 1, last + 1)):
        return None
    same = {
        (each.onset.month, each.onset.weekday(), each.onset.time(), each.before, each.after)
        for each in found
    }
    weeks = set.intersection(*({*_weeks(each.onset)} for each in found))
    if len(same) != 1 or not weeks:
        return None
    onset, earliest = found[0].onset, found[0]
    # The last one, where both the fourth and the last one fit.
    day = f"{min(weeks)}{_DAYS[onset.weekday()]}"
    return Change(
        *(onset, earliest.before, earliest.after, earliest.name, earliest.is_daylight),
        yearly=(onset.month, day),
    )


def _weeks(day: datetime) -> Iterator[int]:
    """Which one of its month a day of the week is, counted from 1, and whether the last: -1."""
    yield (day.day - 1) // 7 + 1
    if day.day + 7 > monthrange(day.year, day.month)[1]:
        yield -1
