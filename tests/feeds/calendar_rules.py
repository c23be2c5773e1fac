"""Rules for calendars, of RFC 5545, that parsers let pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

_LONGEST = 75
_LINE = re.compile(
    r"(?P<name>[A-Z0-9-]+)(?P<parameters>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:]*))*):(?P<value>.*)"
)
_TEXT = re.compile(r"(?:[^\\,;]|\\[\\,;nN])*")
_TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "UID", "TZNAME"}
_UTC = re.compile(r"\d{8}T\d{6}Z")
_MOMENT = re.compile(r"\d{8}(?:T\d{6}Z?)?")


@dataclass
class Component:
    """A component, such as a ``VEVENT``, by its lines: a name, its parameters, a value."""

    name: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        return [value for own, _parameters, value in self.lines if own == name]


def findings(content: bytes) -> list[str]:
    """What is wrong with a calendar."""
    return [*_of_lines(content), *_of_components(list(components(content)))]


def components(content: bytes) -> Iterator[Component]:
    """All components of a calendar, each with its own lines."""
    opened: list[Component] = []
    for line in re.sub(rb"\r\n[ \t]", b"", content).decode("utf-8", "replace").split("\r\n"):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        name, parameters, value = match["name"], match["parameters"], match["value"]
        if name == "BEGIN":
            opened.append(Component(value))
        elif name == "END":
            if opened:
                yield opened.pop()
        elif opened:
            opened[-1].lines.append((name, parameters, value))


def _of_lines(content: bytes) -> Iterator[str]:
    if not content.endswith(b"\r\n"):
        yield "the last line has no end"
    if re.search(rb"\r(?!\n)|(?<!\r)\n", content):
        yield "a line does not end with CRLF"
    for line in content.split(b"\r\n"):
        if len(line) > _LONGEST:
            yield f"a line of {len(line)} octets"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield "a letter is parted between two lines"
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line):
            yield "a control character"
    whole = re.sub(rb"\r\n[ \t]", b"", content).decode("utf-8", "replace")
    yield from _of_content_lines(whole.split("\r\n")[:-1])


def _of_content_lines(lines: list[str]) -> Iterator[str]:
    opened: list[str] = []
    for text in lines:
        match = _LINE.fullmatch(text)
        if match is None:
            yield f"no content line: {text[:40]!r}"
            continue
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            opened.append(value)
        elif name == "END" and (not opened or opened.pop() != value):
            yield f"END:{value} ends nothing"
        elif name in _TEXTS and not _TEXT.fullmatch(value):
            yield f"{name} is not escaped: {value[:40]!r}"
    if opened:
        yield f"{opened} does not end"


def _of_components(found: list[Component]) -> Iterator[str]:
    zones = {zone for part in found if part.name == "VTIMEZONE" for zone in part.values("TZID")}
    events = [part for part in found if part.name == "VEVENT"]
    for calendar in (part for part in found if part.name == "VCALENDAR"):
        yield from _not_one(calendar, "VERSION", "PRODID")
    if not events:
        yield "no event"
    uids = Counter(uid for event in events for uid in event.values("UID"))
    yield from (f"UID {uid} is there {count} times" for uid, count in uids.items() if count > 1)
    for event in events:
        yield from _of_event(event, zones)


def _not_one(part: Component, *names: str) -> Iterator[str]:
    for name in names:
        if len(part.values(name)) != 1:
            yield f"not one {name} in a {part.name}"


def _of_event(event: Component, zones: set[str]) -> Iterator[str]:
    yield from _not_one(event, "UID", "DTSTAMP", "DTSTART", "SUMMARY")
    for stamp in event.values("DTSTAMP"):
        if not _UTC.fullmatch(stamp):
            yield f"DTSTAMP {stamp} is not in UTC"
    for name, parameters, value in event.lines:
        if name in {"DTSTART", "DTEND"}:
            yield from _of_moment(parameters, value, zones)
    for start, end in zip(event.values("DTSTART"), event.values("DTEND"), strict=False):
        if ("T" in start) != ("T" in end) or start.endswith("Z") != end.endswith("Z"):
            yield f"two sorts of moments: {start}, {end}"
        elif end <= start:
            yield f"{end} is not after {start}"


def _of_moment(parameters: str, value: str, zones: set[str]) -> Iterator[str]:
    zone = re.search("TZID=([^;]*)", parameters)
    if not _MOMENT.fullmatch(value):
        yield f"{value} is no moment"
    if zone and zone[1] not in zones:
        yield f"TZID {zone[1]} is not defined"
    if zone and value.endswith("Z"):
        yield f"{value} has two zones"
    if "T" not in value and "VALUE=DATE" not in parameters:
        yield f"{value} does not say that it is a date"
    if "T" in value and not zone and not value.endswith("Z"):
        yield f"{value} has no zone"
