"""The days of a course in Berkeley's class site, as its ``_data/syllabus.yml`` has them.

It states the first and the last day and the days of the week, from 0 for Sunday; titles are in the
pages of its lectures, or in ``_data/lectures.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import yaml

from ..model.notation import DAYS
from .day import Day, read_day
from .findings import Findings, Place
from .imported import ImportedBreak, ImportedSession
from .meetings import NewMeetings
from .no_class import says_no_class
from .table import ClassDays, Part, SourcePage
from .yaml_cell import YamlCells, values_of
from .yaml_nodes import items, pairs, text_of

_WEEKDAYS = re.compile(r"(?P<what>[a-z_]+?)_days")
_KINDS = {"discussion": "Discussion", "lab": "Lab", "section": "Section", "catch_up": "Catch-up"}
_ALL_DAYS = 400


def read_class_site(root: yaml.Node, cells: YamlCells, findings: Findings) -> SourcePage:
    """The days and the sessions of the file. Raises `ValueError` where the days cannot be read."""
    return _Reader(root, cells, findings).page()


class _Reader:
    def __init__(self, root: yaml.Node, cells: YamlCells, findings: Findings) -> None:
        self._keys = {text_of(key): (key, value) for key, value in pairs(root)}
        self._cells, self._findings = cells, findings

    def page(self) -> SourcePage:
        start, end = self._day("start_date"), self._day("end_date")
        key, value = self._keys.pop("class_days")
        weekdays = self._weekdays(key, value)
        days = tuple(_days(start, end, weekdays))
        place = self._cells.place(key)
        names = " ".join(DAYS[day] for day in weekdays)
        self._findings.readings.append(
            f"{place}: class_days {', '.join(values_of(value))}: {names}"
        )
        parts = [*self._extra_days()]
        self._extra_links(parts)
        meetings = [*self._other_days()]
        for name, (at, what) in self._keys.items():
            text = f"{name}: {' '.join(values_of(what))}"
            if name.endswith("_days"):
                self._cells.leave_out(what, f"{name}, no days of class; write a deadline for each")
            elif name.startswith("starting_") or name.endswith("_width"):
                self._findings.readings.append(f"{self._cells.place(at)}: of the old site: {text}")
            else:
                self._cells.leave_out(what, f"{name}, which is not known")
        return SourcePage("", (), tuple(parts), (), {}, tuple(meetings), ClassDays(place, days))

    def _day(self, name: str) -> date:
        pair = self._keys.pop(name, None)
        text = text_of(pair[1]) if pair else ""
        day = read_day(text)
        if pair is None or day is None or day.year is None:
            at = self._cells.place(pair[0]) if pair else self._cells.name
            raise ValueError(f"{at}: {name} is no date; write it as year-month-day")
        self._findings.readings.append(f"{self._cells.place(pair[0])}: {name} {text}")
        return day.on(day.year)

    def _weekdays(self, key: yaml.Node, value: yaml.Node) -> list[int]:
        days = []
        for text in values_of(value):
            if text not in {*"0123456"}:
                raise ValueError(
                    f"{self._cells.place(key)}: {text_of(key)}: {text!r} is no day; they are 0, "
                    "Sunday, to 6, Saturday"
                )
            # As of `datetime.date.weekday`, which counts from Monday on.
            days.append((int(text) - 1) % 7)
        return sorted(days)

    def _other_days(self) -> Iterator[NewMeetings]:
        """Meetings of another kind, without sessions of their own."""
        for name in [*self._keys]:
            match = _WEEKDAYS.fullmatch(name)
            if not match or match["what"] not in _KINDS:
                continue
            key, value = self._keys.pop(name)
            if isinstance(value, yaml.MappingNode):
                self._cells.leave_out(value, f"{name}, which is no list")
                continue
            days = self._weekdays(key, value)
            told = f"{self._cells.place(key)}: {name} {', '.join(values_of(value))}"
            self._findings.readings.append(told)
            if days:
                names = " ".join(DAYS[day] for day in days)
                yield NewMeetings(names, kind=_KINDS[match["what"]], sessions=False)

    def _extra_days(self) -> Iterator[Part]:
        for entry in self._entries("extra_days_col2"):
            place = self._cells.place(next(iter(entry.values())))
            day = self._day_of(entry, place)
            title = self._title(entry)
            label = text_of(entry.pop("label", None))
            kind = "" if label == "none" else label.replace("-", " ").capitalize()
            self._findings.readings.append(f"{place}: label {label}")
            if day and says_no_class(title) and "](" not in title:
                yield ImportedBreak(place, title, day)
            else:
                yield ImportedSession(place, title, day, kind=kind)
            self._tell(entry)

    def _extra_links(self, parts: list[Part]) -> None:
        for entry in self._entries("extra_links_col3"):
            place = self._cells.place(next(iter(entry.values())))
            day = self._day_of(entry, place)
            title = self._title(entry)
            session = ImportedSession(place, day=day)
            session.items.append(title)
            parts.append(session)
            self._tell(entry)

    def _day_of(self, entry: dict[str, yaml.Node], place: Place) -> Day | None:
        text = text_of(entry.pop("date", None))
        self._findings.readings.append(f"{place}: date {text}")
        return read_day(text)

    def _entries(self, name: str) -> Iterator[dict[str, yaml.Node]]:
        key, value = self._keys.pop(name, (None, None))
        if key:
            self._findings.readings.append(f"{self._cells.place(key)}: within {name}")
        if value and not isinstance(value, yaml.SequenceNode):
            self._cells.leave_out(value, f"{name}, which is no list")
        for item in items(value):
            if entry := {text_of(key): value for key, value in pairs(item)}:
                yield entry
            else:
                self._cells.leave_out(item, f"no entry of {name}")

    def _title(self, entry: dict[str, yaml.Node]) -> str:
        names = ("title", "link")
        named = [(name, entry.pop(name)) for name in names if name in entry]
        keys = [
            (yaml.ScalarNode("tag:yaml.org,2002:str", name, node.start_mark, node.end_mark), node)
            for name, node in named
        ]
        if not keys:
            return ""
        mapping = yaml.MappingNode("tag:yaml.org,2002:map", keys, keys[0][0].start_mark, None)
        return self._cells.cell(mapping).markdown

    def _tell(self, entry: dict[str, yaml.Node]) -> None:
        for name, node in entry.items():
            self._cells.leave_out(node, f"{name} of a day")


def _days(start: date, end: date, weekdays: list[int]) -> Iterator[date]:
    for number in range(min((end - start).days + 1, _ALL_DAYS)):
        day = start + timedelta(days=number)
        if day.weekday() in weekdays:
            yield day
