"""A file in YAML that lists sessions, as Jekyll's sites have it among their data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

import yaml

from ..load.yaml_syntax import MAX_DEPTH, TOO_DEEP, explain
from .addresses import Addresses
from .class_site import read_class_site
from .day import read_day
from .findings import Findings, Place
from .table import Band, Cell, Part, Row, SourcePage, Table
from .utf8_text import utf8_text
from .weekly_timetable import read_week
from .yaml_cell import YamlCells
from .yaml_nodes import (
    LOADER,
    all_texts,
    drop_repeated,
    header_of,
    is_nothing,
    items,
    pairs,
    tell_comments,
    text_of,
)

_MOST = 50_000
"""The most values of a file that are read; those of aliases count each time."""
_OFF = {"breaks", "break", "holidays", "holiday", "no class", "vacations", "recess"}
_NOT_OFF = "no day without class"
_LISTS = {"lectures", "sessions", "schedule", "classes", "meetings", "days", "talks", "weeks"}
_WITH_TITLES = {"title", "topic", "name", "lecture", "subject", "slug"}
_UNITS = {"section", "unit", "module", "part", "block"}
_OF_DATES = {"month", "day", "year", "weekday", "dow"}
_TITLES = ("title", "course", "name")
_HIDDEN = {("hidden", True), ("draft", True), ("released", False), ("published", False)}
_NO_CLASS = {("cancelled", True), ("canceled", True), ("holiday", True), ("no class", True)}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_INSTANTS = ("date", "start", "end")
_WEEK = re.compile(r"(?:week\s*)?#?\d{1,3}", re.IGNORECASE)

_NUMBERS = {"week", "number", "title", "name"}
_HEADINGS = {"title", "name", "topic", "unit", "module", "theme"}

Entry = Mapping[str, tuple[yaml.Node, yaml.Node]]
"""Keys and values of a mapping, by the words of the keys."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A session of a list, or a day without class."""

    entry: Entry
    off: bool = False
    unit: Band | None = None
    """The heading that begins with it."""


def read_yaml_source(
    content: bytes, name: str, addresses: Addresses, findings: Findings
) -> SourcePage:
    """The sessions that a file lists. Raises `ValueError` where it cannot be read."""
    text = utf8_text(content, name)
    try:
        _refuse_deep(text, name)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        line, why = explain(error, text)
        raise ValueError(f"{name}:{line}: {why}") from None
    _refuse_endless(root, name)
    cells = YamlCells(name, addresses, findings)
    for key, value in drop_repeated(root):
        texts = f"{text_of(key)}: {all_texts(value, _MOST)}"
        findings.leave_out(cells.place(key), texts, "a key that is there already")
    tell_comments(text, name, findings)
    keys = {text_of(key) for key, _ in pairs(root)}
    if root is not None and "class_days" in keys:
        return read_class_site(root, cells, findings)
    if week := read_week(root, cells, findings):
        return week
    return _Reader(cells, findings).page(root)


def _refuse_deep(text: str, name: str) -> None:
    """Raise `ValueError` where brackets or dashes are within each other without an end."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise ValueError(f"{name}:{line}: {TOO_DEEP}")


def _refuse_endless(root: yaml.Node | None, name: str) -> None:
    """Raise `ValueError` where aliases make more of a file than it has."""
    waiting, seen = [(root, 0)], 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if seen > _MOST or depth > MAX_DEPTH:
            raise ValueError(
                f"{name} has too many values, or is nested too deeply; "
                "give the list of this course alone"
            )
        inner = [*items(node), *(one for pair in pairs(node) for one in pair)]
        waiting += [(one, depth + 1) for one in inner]


def _entry(node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {header_of(text_of(key)): (key, value) for key, value in pairs(node)}


class _Reader:
    def __init__(self, cells: YamlCells, findings: Findings) -> None:
        self._cells, self._findings = cells, findings
        self._parts: list[Part] = []
        self._title = ""
        self._facts: dict[str, str] = {}

    def page(self, root: yaml.Node | None) -> SourcePage:
        """All of the file."""
        self._walk("", root)
        return SourcePage(self._title, (), tuple(self._parts), (), self._facts)

    def _walk(self, key: str, node: yaml.Node | None) -> None:
        """What is behind *key*."""
        found = [item for item in items(node) if isinstance(item, yaml.MappingNode)]
        for item in items(node):
            if not isinstance(item, yaml.MappingNode):
                self._no_session(item, key)
        entries = [_entry(item) for item in found]
        titled = _has_titles(entries) and (not key or key in _LISTS)
        if key in _OFF and entries:
            self._table([_Listed(entry, off=True) for entry in entries])
        elif _is_dated(entries) or titled:
            self._table([_Listed(entry) for entry in entries])
        elif any(_inner_list(entry) for entry in entries):
            self._table([one for item in found for one in self._container(item)])
        elif _dated_keys(node):
            self._table([*_by_date(node)])
        else:
            for inner, value in pairs(node):
                self._key(key, inner, value)
            for item in found:
                self._no_session(item, key)

    def _no_session(self, item: yaml.Node, key: str) -> None:
        what = _NOT_OFF if key in _OFF else "no session"
        self._cells.leave_out(item, f"{key}, which is {what}" if key else what)

    def _key(self, above: str, key: yaml.Node, value: yaml.Node) -> None:
        header, place = header_of(text_of(key)), self._cells.place(key)
        text = " ".join(text_of(value).split())
        if isinstance(value, yaml.MappingNode | yaml.SequenceNode):
            self._findings.readings.append(f"{place}: within {text_of(key)}")
            self._walk(header, value)
        elif is_nothing(value):
            self._findings.readings.append(f"{place}: {text_of(key)} has nothing")
        elif not above and header in _TITLES and not self._title:
            self._title = text
        elif not above and header in {"term", "semester"}:
            self._title = " ".join(part for part in (self._title, f"({text})") if part)
        elif not above and header in {"timezone", "time zone", "zone"}:
            self._facts["zone"] = text
            self._findings.readings.append(f"{place}: {text_of(key)} is {text}")
        else:
            reason = _NOT_OFF if header in _OFF else "a key that is not known"
            self._findings.leave_out(place, f"{text_of(key)}: {text}", reason)

    def _container(self, item: yaml.Node) -> Iterator[_Listed]:
        """The sessions of a week or a unit; what else it has is in the first of them."""
        entry = _entry(item)
        at = _inner_list(entry)
        if at is None:
            self._cells.leave_out(item, "no session")
            return
        unit: Band | None = None
        extra: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for header, (key, value) in entry.items():
            place, text = self._cells.place(key), text_of(value)
            if header == at or is_nothing(value):
                self._findings.readings.append(f"{place}: within {text_of(key)}")
            elif header in _NUMBERS and _WEEK.fullmatch(text):
                self._findings.readings.append(f"{place}: computed anew: {text_of(key)} {text}")
            elif header in _HEADINGS and text and unit is None:
                unit = Band(place, self._cells.cell(value))
                self._findings.readings.append(f"{place}: {text_of(key)} is a unit")
            else:
                extra[header] = (key, value)
        inner = entry[at][1]
        listed = [*_by_date(inner)] or [_Listed(_entry(one)) for one in items(inner)]
        for number, one in enumerate(listed):
            if number:
                yield one
                continue
            for header in extra.keys() & one.entry.keys():
                self._cells.leave_out(extra[header][1], f"{header} beside the days")
            yield _Listed({**extra, **one.entry}, unit=unit)

    def _table(self, listed: Sequence[_Listed]) -> None:
        """Rows whose headers are the keys, in the order in which they come first."""
        unit = _unit_of([one.entry for one in listed])
        found: list[tuple[dict[str, Cell], Row]] = []
        before = ""
        for one in listed:
            if not one.entry:
                continue
            place = self._cells.place(next(iter(one.entry.values()))[0])
            band = one.unit
            if unit and unit in one.entry and (text := text_of(one.entry[unit][1])) != before:
                before = text
                key, value = one.entry[unit]
                band = Band(self._cells.place(key), self._cells.cell(value))
            values, is_off = self._values(one.entry, place, unit)
            found.append((values, Row(place, (), one.off or is_off, band)))
        if not found:
            return
        if unit:
            self._findings.readings.append(f"{found[0][1].place}: {unit} is a unit")
        headers = dict.fromkeys(header for values, _ in found for header in values)
        names = [header[:1].upper() + header[1:] for header in headers]
        top = Row(found[0][1].place, tuple(Cell((name,), name) for name in names))
        rows = [
            replace(row, cells=tuple(values.get(header, Cell()) for header in headers))
            for values, row in found
        ]
        self._parts.append(Table(top, tuple(rows)))

    def _values(self, entry: Entry, place: Place, unit: str | None) -> tuple[dict[str, Cell], bool]:
        """The cells of a session by their headers, and whether there is no class."""
        values: dict[str, Cell] = {}
        off = False
        day, time = _times(entry)
        rest = {key: pair for key, pair in entry.items() if key != unit and not is_nothing(pair[1])}
        if day or time:
            told = [f"{key} {text_of(rest.pop(key)[1])}" for key in _INSTANTS if key in rest]
            self._findings.readings.append(f"{place}: {', '.join(told)}")
        values |= {
            key: Cell((text,), text) for key, text in (("date", day), ("time", time)) if text
        }
        is_dated = bool(day) or any(_is_day(text_of(value)) for _, value in rest.values())
        for header, (key, value) in rest.items():
            text = text_of(value)
            if header in _OF_DATES and is_dated and len(text) < 10 and not _is_day(text):
                self._findings.readings.append(f"{place}: computed anew: {text_of(key)} {text}")
            elif (truth := _truth(value)) is not None:
                off = self._setting(header, key, truth=truth, text=text) or off
            elif header == "slug" and not _WITH_TITLES & (rest.keys() - {"slug"}):
                values["title"] = self._cells.lecture(value)
            else:
                values[header] = self._cells.cell(value)
        return values, off

    def _setting(self, header: str, key: yaml.Node, *, truth: bool, text: str) -> bool:
        """Tell a yes or a no; True where it says that there is no class."""
        told = f"{self._cells.place(key)}: {text_of(key)}: {text}"
        if (header, truth) in _HIDDEN:
            self._findings.guesses.append(f"{told}: hidden in the source, and shown here")
        else:
            self._findings.readings.append(f"{told} is a setting of the old site")
        return (header, truth) in _NO_CLASS


def _truth(node: yaml.Node) -> bool | None:
    if isinstance(node, yaml.ScalarNode) and node.style is None:
        return _TRUTHS.get(node.value.casefold())
    return None


def _is_day(text: str) -> bool:
    return read_day(text) is not None


def _is_dated(entries: Sequence[Entry]) -> bool:
    """Whether at least half of the entries have a day."""
    dated = [
        entry for entry in entries if any(_is_day(text_of(value)) for _, value in entry.values())
    ]
    return len(dated) * 2 >= len(entries) > 0


def _has_titles(entries: Sequence[Entry]) -> bool:
    if any(_inner_list(entry) for entry in entries):
        return False
    titled = [entry for entry in entries if _WITH_TITLES & entry.keys()]
    return len(titled) * 2 >= len(entries) > 0


def _inner_list(entry: Entry) -> str | None:
    """The key of the sessions that a week or a unit has."""
    for header, (_, value) in entry.items():
        inner = [_entry(one) for one in items(value)]
        if _is_dated(inner) or (header in _LISTS and _has_titles(inner)) or _dated_keys(value):
            return header
    return None


def _by_date(node: yaml.Node | None) -> Iterator[_Listed]:
    """Sessions by their days."""
    for day, value in pairs(node):
        entry = {"date": (day, day)}
        if isinstance(value, yaml.MappingNode):
            yield _Listed({**entry, **_entry(value)})
        else:
            yield _Listed({**entry, "topic": (day, value)})


def _dated_keys(node: yaml.Node | None) -> bool:
    keys = [text_of(key) for key, _ in pairs(node)]
    return sum(map(_is_day, keys)) * 2 >= len(keys) > 0


def _unit_of(entries: Sequence[Entry]) -> str | None:
    """The key whose values are of several sessions in a row, beside their titles."""
    for header in sorted(_UNITS & {header for entry in entries for header in entry}):
        texts = [text_of(entry[header][1]) for entry in entries if header in entry]
        titled = any((_WITH_TITLES - {header}) & entry.keys() for entry in entries)
        if titled and any(first == second for first, second in pairwise(texts)):
            return header
    return None


def _times(entry: Entry) -> tuple[str, str]:
    """The day and the time of a session that has instants, or a start and an end."""
    texts = {key: text_of(entry[key][1]) for key in _INSTANTS if key in entry}
    start, end = texts.get("start", ""), texts.get("end", "")
    first, last = _instant(start), _instant(end)
    if first and last and first.date() != last.date():
        return f"{first.date()} - {last.date()}", ""
    if one := first or _instant(texts.get("date", "")):
        return str(one.date()), f"{one:%H:%M}" + (f"-{last:%H:%M}" if last else "")
    if _is_day(start) and _is_day(end):
        return (start if start == end else f"{start} - {end}"), ""
    if start and end:
        return texts.get("date", ""), f"{start}-{end}"
    return "", ""


def _instant(text: str) -> datetime | None:
    if ":" not in text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
