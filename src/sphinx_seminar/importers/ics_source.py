"""A calendar (RFC 5545), such as that of an exam office or of Google Calendar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar

from ..load.time_zone import read_zone
from .findings import Findings, Place
from .plain_text import plain_cell
from .table import Row, SourcePage, Table

_HEADER = ("Date", "Time", "Topic", "Room", "Notes")
_MOST = 400
"""The most events that a rule makes; no course has more meetings."""
_MALFORMED = (ValueError, TypeError, AttributeError)
"""What a property raises that is there twice, or mixes a date and a time."""
_LONGEST = timedelta(days=366)
"""How long a rule without an end is followed."""
_TAKEN = {
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DURATION",
    "LOCATION",
    "DESCRIPTION",
    "URL",
    "COMMENT",
} | {
    *("CATEGORIES", "ATTACH", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"),
    # These say nothing of the course; attendees have addresses that are theirs.
    *("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS", "STATUS"),
    *("ATTENDEE", "ORGANIZER", "PRIORITY"),
}

_READ = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
"""The components that are read, those of time zones by the parser."""


def read_ics_source(content: bytes, name: str, zone: str | None, findings: Findings) -> SourcePage:
    """The events of a calendar as a table. Raises `ValueError` where it is no calendar.

    Times are those of *zone*, or else of the zone that the calendar says is its own.
    """
    no_calendar = f"{name} is no calendar; export it as iCalendar (.ics)"
    try:
        calendar = Calendar.from_ical(content)
    except (ValueError, IndexError, KeyError):
        raise ValueError(no_calendar) from None
    if not isinstance(calendar, Calendar):  # an event alone
        raise ValueError(no_calendar)
    own = str(calendar.get("X-WR-TIMEZONE", ""))
    reader = _Reader(name, content.decode("utf-8", "replace"), _zone(zone or own), findings)
    events = calendar.walk("VEVENT")
    rows = sorted(reader.rows(events), key=lambda row: row[0])
    reader.tell_others(calendar)
    header = Row(Place(name, 1), tuple(map(plain_cell, _HEADER)))
    facts = {"zone": own} if _zone(own) else {}
    title = str(calendar.get("X-WR-CALNAME", ""))
    before = tuple(plain_cell(str(calendar.get("X-WR-CALDESC", ""))).parts)
    return SourcePage(title, before, (Table(header, tuple(row for _, row in rows)),), (), facts)


class _Reader:
    def __init__(self, name: str, text: str, zone: tzinfo | None, findings: Findings) -> None:
        self._name, self._zone, self._findings = name, zone, findings
        # Components are in the order in which they begin.
        self._lines: dict[str, list[int]] = {}
        for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
            word, _, component = line.strip().upper().partition(":")
            if word == "BEGIN":
                self._lines.setdefault(component, []).append(number)

    def rows(self, events: list[Any]) -> Iterator[tuple[str, Row]]:
        moved = set()
        for event in events:
            with suppress(*_MALFORMED):  # told below
                if "RECURRENCE-ID" in event:
                    moved.add((str(event.get("UID")), self._local(event["RECURRENCE-ID"].dt)))
        for number, event in enumerate(events):
            place = self._place("VEVENT", number)
            try:
                self._tell_rest(event, place)
                yield from self._of_event(event, place, moved)
            except _MALFORMED as error:
                text = f"{event.get('SUMMARY', '')} {error}"
                self._findings.leave_out(place, text, "an event that cannot be read")

    def tell_others(self, calendar: Calendar) -> None:
        """Tell the components that are no events, such as a task (VTODO)."""
        seen: Counter[str] = Counter()
        for component in calendar.walk():
            kind = str(component.name).upper()
            place = self._place(kind, seen[kind])
            seen[kind] += 1
            if kind == "VALARM":
                # It says when somebody is reminded, and nothing of the course.
                self._findings.guesses.append(f"{place}: a reminder is not taken over")
            elif kind not in _READ:
                words = (_text(component.get(name)) for name in ("SUMMARY", "DESCRIPTION"))
                text = " ".join(word for word in (kind, *words) if word)
                self._findings.leave_out(place, text, "no event")

    def _place(self, kind: str, number: int) -> Place:
        lines = self._lines.get(kind, [])
        return Place(self._name, lines[number] if number < len(lines) else 1)

    def _of_event(
        self, event: Any, place: Place, moved: set[tuple[str, date | datetime]]
    ) -> list[tuple[str, Row]]:
        if "DTSTART" not in event:
            self._findings.leave_out(place, str(event.get("SUMMARY", "")), "has no date")
            return []
        identity, is_moved = str(event.get("UID")), "RECURRENCE-ID" in event
        return [
            (str(self._local(start)), self._row(event, start, place))
            for start in self._starts(event, place)
            if is_moved or (identity, self._local(start)) not in moved
        ]

    def _tell_rest(self, event: Any, place: Place) -> None:
        for name, value in event.items():
            if name not in _TAKEN:
                self._findings.leave_out(place, f"{name}: {_text(value)}", "not taken over")
        if "ATTENDEE" in event or "ORGANIZER" in event:
            self._findings.guesses.append(f"{place}: people who were invited are not taken over")
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            self._findings.guesses.append(f"{place}: is cancelled, and is a session all the same")

    def _starts(self, event: Any, place: Place) -> list[Any]:
        first = event["DTSTART"].dt
        if "RRULE" not in event:
            return [first, *_dates(event.get("RDATE"))]
        rule = event["RRULE"].to_ical().decode()
        # A rule counts in wall clock time, whatever zone its end is in.
        bare = first.replace(tzinfo=None) if isinstance(first, datetime) else first
        bare = bare if isinstance(bare, datetime) else datetime(bare.year, bare.month, bare.day)  # noqa: DTZ001
        until = event["RRULE"].get("UNTIL")
        rule = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
        last = bare + _LONGEST
        if until:
            last = self._wall(until[0], first)
        elif "COUNT" not in event["RRULE"]:
            self._findings.guesses.append(f"{place}: has no end; a year of it was taken")
        without = {self._local(day) for day in _dates(event.get("EXDATE"))}
        found: list[Any] = []
        for day in rrulestr(rule, dtstart=bare):
            if day > last or len(found) >= _MOST:
                break
            start = day.replace(tzinfo=first.tzinfo) if isinstance(first, datetime) else day.date()
            if self._local(start) not in without:
                found.append(start)
        return [*found, *_dates(event.get("RDATE"))]

    def _wall(self, until: date | datetime, first: date | datetime) -> datetime:
        """The end of a rule on the clock of its first event; a date holds to its end."""
        if not isinstance(until, datetime):
            return datetime(until.year, until.month, until.day, 23, 59)  # noqa: DTZ001
        if until.tzinfo and isinstance(first, datetime) and first.tzinfo:
            until = until.astimezone(first.tzinfo)
        return until.replace(tzinfo=None)

    def _row(self, event: Any, start: date | datetime, place: Place) -> Row:
        length = self._length(event)
        local = self._local(start)
        if isinstance(local, datetime):
            end = local + length
            day = f"{local:%Y-%m-%d}"
            time = f"{local:%H:%M}-{end:%H:%M}" if length else f"{local:%H:%M}"
        else:
            # The end of a day-long event is the day behind its last one (RFC 5545, 3.6.1).
            last = local + max(length - timedelta(days=1), timedelta())
            day = str(local) if last == local else f"{local} to {last}"
            time = ""
        names = ("DESCRIPTION", "URL", "ATTACH", "CATEGORIES", "COMMENT")
        notes = "\n".join(text for name in names if (text := _text(event.get(name))))
        texts = (day, time, _text(event.get("SUMMARY")), _text(event.get("LOCATION")), notes)
        return Row(place, tuple(map(plain_cell, texts)))

    def _length(self, event: Any) -> timedelta:
        if "DURATION" in event:
            length: timedelta = event["DURATION"].dt
        elif "DTEND" in event:
            length = event["DTEND"].dt - event["DTSTART"].dt
        else:
            length = timedelta()
        return length

    def _local(self, day: date | datetime) -> date | datetime:
        if isinstance(day, datetime):
            if day.tzinfo and self._zone:
                day = day.astimezone(self._zone)
            return day.replace(tzinfo=None)
        return day


def _zone(name: str) -> tzinfo | None:
    try:
        return read_zone(name)
    except ValueError:
        return None


def _dates(value: Any) -> list[Any]:
    values = value if isinstance(value, list) else [value] if value else []
    return [day.dt for one in values for day in one.dts]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(map(_text, value))
    if hasattr(value, "cats"):
        return ", ".join(map(str, value.cats))
    return str(value)
