"""Instants: where a day begins, as UTC, by a time zone of the IANA database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of time between UTC instants; open where a side is None."""

    start: datetime | None
    end: datetime | None

    def __contains__(self, instant: datetime) -> bool:
        return (self.start is None or self.start <= instant) and (
            self.end is None or instant < self.end
        )


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The UTC instant at which *day* begins in *zone*.

    Where clocks jump over midnight, ``fold=0`` makes Python read the time that is not there by the
    offset before the jump (PEP 495), which gives the instant of the jump: the day's first moment.
    """
    return datetime.combine(day, time(), zone).astimezone(UTC)


def local_instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC instant at which the clocks of *zone* show *clock* on *day*."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def is_shown_once(moment: datetime) -> bool:
    """Whether the clocks of its zone show *moment* once, and not again after they are set back.

    RFC 5545, 3.3.5, means the first time; not every program does.
    """
    return moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset()


def days(first: date, last: date, zone: ZoneInfo) -> Interval:
    """All of the days from *first* to *last*, both included."""
    return Interval(day_start(first, zone), day_start(last + DAY, zone))


def next_intervals(dates: Sequence[date], zone: ZoneInfo) -> dict[date, Interval]:
    """When each of *dates*, which have a session each and are in order, is *next*.

    From the end of the date before it (the first: from ever) to its own end. So the intervals
    partition all time up to the end of the last date.
    """
    intervals: dict[date, Interval] = {}
    start = None
    for day in dates:
        end = days(day, day, zone).end
        intervals[day] = Interval(start, end)
        start = end
    return intervals


def utc_text(instant: datetime) -> str:
    """*instant* (UTC) in ISO 8601 with a ``Z``, to the second."""
    return instant.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
