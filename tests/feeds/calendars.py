"""Reads calendars by two parsers, and the rows of a page that they are to agree with."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
from bs4 import Tag

from ..conftest import Site
from ..tools import require_tools, skip_or_fail

ROOT = Path(__file__).parents[2]
Moment = date | datetime


@dataclass(frozen=True)
class Read:
    """An event as a parser has read it; instants are in UTC."""

    uid: str
    summary: str
    start: Moment
    end: Moment | None
    status: str = "CONFIRMED"
    sequence: int = 0
    description: str = ""


def calendar_of(site: Site, name: str = "calendar.ics") -> bytes:
    return (Path(site.app.outdir) / name).read_bytes()


def by_icalendar(content: bytes) -> list[Read]:
    """The events, with the time zones of Python."""
    calendar = icalendar.Calendar.from_ical(content)
    return [_read(event) for event in calendar.walk("VEVENT")]


def _read(event: Any) -> Read:
    return Read(
        str(event["UID"]),
        str(event["SUMMARY"]),
        _in_utc(event["DTSTART"].dt),
        _in_utc(event["DTEND"].dt) if "DTEND" in event else None,
        str(event["STATUS"]),
        int(event["SEQUENCE"]),
        str(event.get("DESCRIPTION", "")),
    )


def by_ical_js(content: bytes) -> list[Read]:
    """The events, with the time zones that the calendar defines itself."""
    require_tools("node")
    if not (ROOT / "node_modules" / "ical.js").is_dir():
        skip_or_fail("ical.js is not installed: npm ci")
    script = Path(__file__).with_name("read_calendar.mjs")
    ran = subprocess.run(
        ["node", str(script)],
        input=content,
        capture_output=True,
        check=True,
        # Where the reader is must not matter.
        env=os.environ | {"TZ": "Asia/Tokyo"},
    )
    return [
        Read(**(event | {name: _parsed(event[name]) for name in ("start", "end")}))
        for event in json.loads(ran.stdout)
    ]


def sessions_of_page(site: Site, name: str = "index.html") -> list[tuple[str, Moment, Moment]]:
    """Title, start and end of each row that has a session and a date."""
    rows = site.page(name).select(".seminar-session[data-date]:not(.seminar-moved)")
    return [(_title(row), *_times(row)) for row in rows]


def _title(row: Tag) -> str:
    title = row.select_one(".seminar-title")
    assert title is not None
    for sign in title.select(".headerlink"):
        sign.decompose()
    return title.get_text().strip()


def _times(row: Tag) -> tuple[Moment, Moment]:
    instants = [str(time["datetime"]) for time in row.select(".seminar-time time")]
    if not instants:
        day = date.fromisoformat(str(row["data-date"]))
        return day, day + timedelta(days=1)
    start, end = (datetime.fromisoformat(instant) for instant in instants)
    return start, end


def _in_utc(moment: Moment) -> Moment:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _parsed(text: str | None) -> Moment | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
