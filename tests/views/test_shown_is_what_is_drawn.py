"""A view draws something else exactly where what it shows is something else.

Random edits of files, options and the clock; a page that was edited itself, or that copies content
of one that was, is written anew in any case and not compared.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sphinx_seminar.views.schedule.rows import ShownSchedule

from ..conftest import Folder, Site
from .drawn import Drawing, drawings
from .every_view import CONF, EDITS_OF_COURSE, FILES, SHEET

STEPS = 30

OF_COURSE = (
    *EDITS_OF_COURSE,
    ("title: Reading Machines", "title: Machines That Read"),
    ("start: 2022-01-24", "start: 2022-01-17"),
    ("until: 2022-03-02", "until: 2022-03-09"),
    ("date: 2022-02-21", "date: 2022-02-28"),
    ("names: given", "names: full"),
    ("at_least: 3", "at_least: 2"),
    ("each_student: {", "each_student: {one_role_a_session: yes, "),
    ("title: Reading Machines\n", "title: Reading Machines\ntitel: Reading\n"),
    ("start: 2022-01-24", "start: 2022-01-32"),
)
"""Texts of course.yml, each with what takes its place."""

CHANGES = (
    *(("course.yml", old, new) for old, new in OF_COURSE),
    ("signups.csv", "Attention,Wei Lindqvist", "Attention,Priya Okafor"),
    ("signups.csv", "Attention", "Convolution"),
    ("signups.csv", "id-three,,Priya Okafor,,", "id-three,,,,Priya Okafor"),
    ("signups.csv", SHEET, SHEET.replace("id-one", "\nid-one")),
    ("students.csv", "Priya Okafor", "Priya Okafor-Lee"),
    ("students.csv", "priya@school.example", "okafor@school.example"),
    ("two.md", ":where: Zoom", ":where: Soda 405"),
    ("two.md", "# One", "# Second"),
    ("two.md", ":when: class", ":when: 1 hour before class"),
    ("two.md", ":id: id-two", ":id: id-second"),
    ("three.md", ":status: cancelled\n", ""),
    ("three.md", "# Three", "# *Third*"),
    ("one.md", ":kind: Lecture", ":kind: Talk"),
    ("view-announcements.md", "2022-01-02", "2022-03-02"),
    ("other/course.yml", "Wei Lindqvist", "Wei Lind"),
)
DAYS = (date(2022, 1, 1), date(2022, 2, 1), date(2022, 4, 1))

State = dict[tuple[str, str, int], tuple[str, tuple[str, ...], frozenset[str]]]


def state_of(site: Site) -> State:
    """What every view shows, what it draws, and the documents that this comes from."""
    drawn_above: set[tuple[str, str]] = set()
    return {
        (found.docname, found.name, found.number): (
            repr(_of_its_own(found, drawn_above)),
            found.draw(found.shown),
            found.gathered | {found.docname},
        )
        for found in drawings(site)
    }


def _of_its_own(found: Drawing, drawn_above: set[tuple[str, str]]) -> object:
    """What a view shows; calendars are those of the first schedule of a course on a page alone."""
    shown = found.shown
    if isinstance(shown, ShownSchedule) and shown.calendars:
        place = found.docname, shown.calendars[0].path
        if place in drawn_above:
            return replace(shown, calendars=())
        drawn_above.add(place)
    return shown


def _text(name: str) -> str:
    text = FILES[name]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize(("name", "old", "new"), CHANGES)
def test_what_a_change_takes_the_place_of_is_in_its_file(name: str, old: str, new: str) -> None:
    assert old in _text(name)
    assert old != new


@pytest.mark.parametrize("seed", range(3))
def test_a_view_draws_something_else_exactly_where_it_shows_something_else(
    seed: int, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    folder.write(FILES)
    before = state_of(folder.build(confoverrides=CONF))
    edited: dict[str, str] = {}
    for _step in range(STEPS):
        page = ""
        if chance.random() < 0.15:
            day = chance.choice(DAYS)
            seconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
            done = f"on {day}"
        else:
            name, old, new = chance.choice(CHANGES)
            text = edited.get(name, _text(name))
            text = text.replace(old, new) if old in text else text.replace(new, old)
            edited[name] = text
            folder.write({name: text})
            page = name.removesuffix(".md") if name.endswith(".md") else ""
            done = f"after {old!r} became {new!r} in {name}"
        after = state_of(folder.build(confoverrides=CONF))
        for key in before.keys() & after.keys():
            (shown, drawn, sources), (shown_now, drawn_now, sources_now) = before[key], after[key]
            if page in sources | sources_now:
                continue
            told = f"{key}, {done}\n{shown}\n{shown_now}"
            assert (shown == shown_now) == (drawn == drawn_now), told
        before = after
